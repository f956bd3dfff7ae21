"""Statements of successors: what leads where, and what is refused."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mirrorpress.publish import checksums, manifest, succession
from mirrorpress.publish.minisign import PublicKey, SigningKey
from mirrorpress.publish.verify import RemoteCopy, Trust, verify
from publish.edition import KEY, STRANGER, digest, sealed

TIME = datetime(2031, 5, 2, 12, tzinfo=UTC)
SECOND = SigningKey(b"second--", bytes(range(64, 96)))
THIRD = SigningKey(b"third---", bytes(range(96, 128)))
FIRST_TO_SECOND = succession.stated(KEY, SECOND.public, TIME)
SECOND_TO_THIRD = succession.stated(SECOND, THIRD.public, TIME)
CHAIN = (FIRST_TO_SECOND, SECOND_TO_THIRD)
BY_STRANGER = dataclasses.replace(
    succession.stated(STRANGER, THIRD.public, TIME), old=KEY.public.line
)
REDIRECTED = dataclasses.replace(FIRST_TO_SECOND, new=STRANGER.public.line)


def test_what_is_written_is_read_back() -> None:
    assert succession.parse(succession.written(CHAIN)) == CHAIN


@pytest.mark.parametrize(
    ("key", "statements", "found"),
    [
        (KEY, CHAIN, (SECOND, THIRD)),
        (KEY, CHAIN[::-1], (SECOND, THIRD)),
        (SECOND, CHAIN, (THIRD,)),
        (THIRD, CHAIN, ()),
        (KEY, (SECOND_TO_THIRD,), ()),
        (KEY, (BY_STRANGER, REDIRECTED), ()),
        (KEY, (dataclasses.replace(FIRST_TO_SECOND, time="2031-01-01T00:00:00Z"),), ()),
        (KEY, (dataclasses.replace(FIRST_TO_SECOND, signature=""),), ()),
        (KEY, (dataclasses.replace(FIRST_TO_SECOND, new="RW"),), ()),
        (KEY, (FIRST_TO_SECOND, succession.stated(SECOND, KEY.public, TIME)), (SECOND,)),
    ],
)
def test_chains(
    key: SigningKey, statements: tuple[succession.Statement, ...], found: tuple[SigningKey, ...]
) -> None:
    assert succession.successors(key.public, statements) == tuple(one.public for one in found)


def test_only_what_leads_to_a_key_is_published_with_it() -> None:
    aside = succession.stated(KEY, STRANGER.public, TIME)
    given = (*CHAIN, aside, BY_STRANGER)
    assert succession.leading_to(THIRD.public, given) == CHAIN
    assert succession.leading_to(SECOND.public, given) == CHAIN[:1]
    assert succession.leading_to(KEY.public, given) == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"[" * 60_000,
        b'{"format": "other", "statements": []}',
        b'{"format": "mirrorpress-succession-1", "statements": [3]}',
        b'{"format": "mirrorpress-succession-1", "statements": [{"old": "RW"}]}',
        json.dumps({"format": succession.FORMAT, "statements": [{}] * 65}).encode(),
        b" " * 200_000,
    ],
)
def test_what_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"it|statement|Expecting"):
        succession.parse(content)
    assert succession.parsed(content) == ()


def test_more_statements_than_readers_take_are_not_written() -> None:
    with pytest.raises(ValueError, match="64"):
        succession.written(CHAIN * 33)


@pytest.mark.parametrize(
    ("statements", "signer", "expected", "trust"),
    [
        (CHAIN, THIRD, KEY, Trust.SUCCESSOR),
        (CHAIN, THIRD, SECOND, Trust.SUCCESSOR),
        (CHAIN, THIRD, THIRD, Trust.GOOD),
        (CHAIN, THIRD, STRANGER, Trust.STRANGER),
        (CHAIN[1:], THIRD, KEY, Trust.STRANGER),
        ((BY_STRANGER,), THIRD, KEY, Trust.STRANGER),
        ((REDIRECTED,), STRANGER, KEY, Trust.STRANGER),
        (CHAIN, KEY, THIRD, Trust.STRANGER),
        ((), THIRD, KEY, Trust.STRANGER),
    ],
)
def test_a_copy_by_a_successor(
    statements: tuple[succession.Statement, ...],
    signer: SigningKey,
    expected: SigningKey,
    trust: Trust,
) -> None:
    pages = {"README.md": b"# Page\n", manifest.SUCCESSOR: succession.written(statements)}
    files = sealed(pages, key=signer)
    report = verify(RemoteCopy(files.get), expected.public)
    assert report.trust is trust
    assert report.ok is (trust in (Trust.GOOD, Trust.SUCCESSOR))
    damaged = {**files, "README.md": b"# Fake\n"}
    assert not verify(RemoteCopy(damaged.get), expected.public).ok


def test_a_successors_signature_over_other_bytes_is_no_good() -> None:
    pages = {"README.md": b"# Page\n", manifest.SUCCESSOR: succession.written(CHAIN)}
    files = sealed(pages, key=THIRD)
    files[checksums.FILE] = checksums.written([("README.md", digest(b"# Fake\n"))])
    report = verify(RemoteCopy(files.get), KEY.public)
    assert report.trust is Trust.BAD
    assert report.public_key is None


@pytest.mark.skipif(shutil.which("minisign") is None, reason="needs minisign")
def test_minisign_accepts_a_statement(tmp_path: Path) -> None:
    (tmp_path / "statement").write_bytes(FIRST_TO_SECOND.message)
    (tmp_path / "statement.minisig").write_text(FIRST_TO_SECOND.signature)
    command = ["minisign", "-Vm", "statement", "-P", PublicKey.parse(FIRST_TO_SECOND.old).line]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
