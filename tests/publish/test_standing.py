from datetime import UTC, datetime

import pytest

from mirrorpress.protocols import TargetState
from mirrorpress.publish import checksums, manifest, succession
from mirrorpress.publish.minisign import SigningKey
from mirrorpress.publish.standing import PATHS, Found, Own, refusal
from publish.edition import KEY, STRANGER, digest

TIME = datetime(2026, 3, 9, 4, 5, 6, tzinfo=UTC)


def sealed(
    sequence: int,
    *,
    mirror: str = "Harbour mirror",
    edition: str = "web",
    key: SigningKey | None = KEY,
    page: bytes = b"page",
    previous: str | None = None,
) -> tuple[bytes, bytes, bytes | None]:
    """The contents of `PATHS` of an edition with one page."""
    descriptor = manifest.Descriptor(
        mirror=mirror,
        edition=edition,
        sequence=sequence,
        time=TIME,
        key=key.public.line if key else None,
        previous=previous,
    )
    described = manifest.descriptor(descriptor)
    sums = checksums.written([("mirror.json", digest(described)), ("a.md", digest(page))])
    signature = key.sign(sums, manifest.trusted_comment(descriptor)) if key else None
    return described, sums, signature


HERE = sealed(3, previous=digest(sealed(2)[1]))  # the edition that is to be published
BARE = sealed(3, key=None)
AHEAD, FOREIGN, FINE = "ahead", "foreign", "fine"


def judged(
    there: tuple[bytes | None, ...], here: tuple[bytes, bytes, bytes | None], last: int | None
) -> str:
    delivered = None if last is None else TargetState(sequence=last, revision="r")
    found = refusal(Found(*there), Own(here[0], here[1]), delivered, untouched=False)
    if found is None:
        return FINE
    return AHEAD if found.ahead else FOREIGN


def test_a_copy_by_a_predecessor_key_is_ours() -> None:
    said = succession.written([succession.stated(STRANGER, KEY.public, TIME)])
    forged = said.replace(STRANGER.public.line.encode(), KEY.public.line.encode())
    there = Found(*sealed(1, key=STRANGER, page=b"other"))
    for successor, fine in ((said, True), (None, False), (b"", False), (forged, False)):
        own = Own(HERE[0], HERE[1], successor)
        found = refusal(there, own, TargetState(sequence=2, revision="r"), untouched=False)
        assert (found is None) is fine, successor


def test_the_paths_are_those_of_the_seal() -> None:
    assert PATHS == ("mirror.json", "SHA256SUMS", "SHA256SUMS.minisig")


@pytest.mark.parametrize(
    ("there", "last", "verdict"),
    [
        # Nothing of a mirror's
        ((None, None, None), None, FINE),
        ((b"{}", b"sums", None), None, FINE),
        # The state was lost, or is older than the target
        (sealed(7), None, AHEAD),
        (sealed(7), 3, AHEAD),
        (sealed(3, page=b"other"), None, AHEAD),
        (sealed(3, previous="0" * 64), 3, AHEAD),
        (sealed(1), None, AHEAD),
        (sealed(1), 4, AHEAD),
        # Known, or followed from
        (HERE, None, FINE),
        (sealed(2), None, FINE),
        (sealed(1), 2, FINE),
        (sealed(2, page=b"other"), 2, FINE),
        # Cut off before the root checksum file
        ((HERE[0], sealed(1)[1], HERE[2]), 1, FINE),
        ((HERE[0], None, HERE[2]), None, FINE),
        # Damaged or forged after it was delivered
        ((sealed(9)[0], HERE[1], HERE[2]), 3, FINE),
        ((sealed(9)[0], sealed(9)[1], None), 3, FINE),
        ((sealed(9, mirror="Other")[0], b"junk", b"junk"), 3, FINE),
        (sealed(9, key=None), 3, FINE),
        # Not proven, but nothing is known of it
        ((sealed(9)[0], b"junk", b"junk"), None, AHEAD),
        # Of somebody else
        (sealed(1, mirror="Other"), None, FOREIGN),
        (sealed(1, edition="other"), None, FOREIGN),
        # Signed with another key, as after key and store were lost: the run ends with 2
        (sealed(1, key=STRANGER), None, AHEAD),
        (sealed(1, key=STRANGER), 3, AHEAD),
        ((sealed(1, mirror="Other")[0], None, None), None, FOREIGN),
    ],
)
def test_what_may_be_published_over(
    there: tuple[bytes | None, ...], last: int | None, verdict: str
) -> None:
    assert judged(there, HERE, last) == verdict


@pytest.mark.parametrize(
    ("there", "last", "verdict"),
    [
        (sealed(1, key=None), 2, FINE),
        (sealed(4, key=None), 2, AHEAD),
        (sealed(1, key=None), None, AHEAD),
        (sealed(1, key=None, mirror="Other"), 2, FOREIGN),
    ],
)
def test_a_mirror_without_a_key_goes_by_what_is_said(
    there: tuple[bytes | None, ...], last: int | None, verdict: str
) -> None:
    assert judged(there, BARE, last) == verdict


def test_what_was_delivered_last_may_have_another_name_and_key() -> None:
    there = Found(*sealed(1, mirror="Its old name", key=STRANGER))
    own, last = Own(HERE[0], HERE[1]), TargetState(sequence=1, revision="r")
    assert refusal(there, own, last, untouched=True) is None


def test_a_strangers_name_is_printable_and_short() -> None:
    found = refusal(
        Found(*sealed(1, mirror="\x1b[2J\u202e\n" + "x" * 999)), Own(HERE[0], HERE[1]), None,
        untouched=False,
    )  # fmt: skip
    assert found is not None
    assert found.reason.isprintable()
    assert len(found.reason) < 300
