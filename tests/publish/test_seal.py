import hashlib
import json
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.publish import seal
from mirrorpress.publish.seal import Descriptor, PathRefused
from publish.edition import KEY, START, digest, first_edition
from publish.places import write_files

HASH = "ab" * 32

names = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]),
    min_size=1,
    max_size=12,
).filter(lambda name: name not in (".", "..") and not set(name) & set("/\\") and name != ".git")
paths = st.lists(names, min_size=1, max_size=4).map("/".join)


def _without_conflicts(found: list[str]) -> list[str]:
    """Paths of which none is a folder of another."""
    folders = {folder for path in found for folder in seal.folders_above(path)}
    return [path for path in found if path not in folders and not seal.is_seal(path)]


@pytest.mark.parametrize(
    ("path", "folder", "name"),
    [
        ("page.md", "", "page.md"),
        ("a/b/page.md", "a/b", "page.md"),
        ("a/b/SHA256SUMS", "a", "b/SHA256SUMS"),
        ("a/SHA256SUMS", "", "a/SHA256SUMS"),
        ("mirror.json", "", "mirror.json"),
        ("a/SHA256SUMS.minisig", "a", "SHA256SUMS.minisig"),
    ],
)
def test_where_a_path_is_listed(path: str, folder: str, name: str) -> None:
    assert seal.listed_in(path) == folder
    assert seal.listed_as(path) == name


@pytest.mark.parametrize("path", ["SHA256SUMS", "SHA256SUMS.minisig"])
def test_root_listing_and_signature_are_listed_nowhere(path: str) -> None:
    assert seal.listed_in(path) is None


def test_folders_above_a_path_end_with_the_root() -> None:
    assert seal.folders_above("a/b/c.md") == ("a/b", "a", "")
    assert seal.folders_above("c.md") == ("",)


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("SHA256SUMS", True),
        ("a/SHA256SUMS", True),
        ("SHA256SUMS.minisig", True),
        ("mirror.json", True),
        ("mirror.pub", True),
        ("a/mirror.json", False),
        ("a/page.md", False),
    ],
)
def test_seal_files_are_told_from_pages(path: str, own: bool) -> None:
    assert seal.is_seal(path) is own


BAD_PATHS = [
    "",
    "/etc/passwd",
    "../a",
    "a/../b",
    "a/..",
    "./a",
    "a//b",
    "a/",
    "a\\b",
    "a\nb",
    "a\0b",
    "a\x7f",
    "a\u2028b",
    "a\ud800",
    ".git/config",
    "a/.GIT/hooks/post-checkout",
    "x" * 256,
    "港" * 86,
    "/".join(["a"] * 34),
]


@pytest.mark.parametrize("path", BAD_PATHS, ids=ascii)
def test_paths_that_no_edition_may_hold_are_refused(path: str) -> None:
    with pytest.raises(PathRefused):
        seal.checked_path(path)


@given(st.text(max_size=40))
def test_a_checked_path_stays_below_its_root(path: str) -> None:
    root = Path("/root-of-edition")
    try:
        seal.checked_path(path)
    except PathRefused:
        return
    assert (root / path).parts[:2] == root.parts
    assert ".." not in (root / path).parts


def test_a_listing_is_sorted_by_bytes() -> None:
    entries = [("é.md", HASH), ("b/SHA256SUMS", HASH), ("b.md", HASH), ("B.md", HASH)]
    assert seal.listing(entries).decode() == "".join(
        f"{HASH}  {name}\n" for name in ("B.md", "b.md", "b/SHA256SUMS", "é.md")
    )


@given(st.dictionaries(names, st.binary(max_size=4)))
def test_listings_there_and_back(files: dict[str, bytes]) -> None:
    entries = {
        name: digest(content)
        for name, content in files.items()
        if name not in (seal.LISTING, seal.SIGNATURE) and len(name.encode()) <= 255
    }
    assert seal.parse_listing(seal.listing(entries.items())) == entries


BAD_LISTINGS = [
    f"{HASH}  a",  # cut off
    f"{HASH} a\n",
    f"{HASH}   \n\n",
    f"{HASH.upper()}  a\n",
    f"{HASH[1:]}  a\n",
    f"{HASH}  a\r\n",
    f"\\{HASH}  a\\nb\n",
    f"{HASH}  ../a\n",
    f"{HASH}  /etc/passwd\n",
    f"{HASH}  a/b\n",
    f"{HASH}  a/b/SHA256SUMS\n",
    f"{HASH}  ../SHA256SUMS\n",
    f"{HASH}  /SHA256SUMS\n",
    f"{HASH}  .git/SHA256SUMS\n",
    f"{HASH}  SHA256SUMS\n",
    f"{HASH}  SHA256SUMS.minisig\n",
    f"{HASH}  a\\b\n",
    f"{HASH}  a\x00b\n",
    f"{HASH}  {'a' * 300}\n",
    f"{HASH}  a\n{HASH}  a\n",
    f"{HASH}  b\n{HASH}  a\n",
    "\n",
]


@pytest.mark.parametrize("text", BAD_LISTINGS, ids=ascii)
def test_hostile_listings_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        seal.parse_listing(text.encode())


def test_a_listing_that_is_not_utf8_is_refused() -> None:
    with pytest.raises(ValueError, match="line 1"):
        seal.parse_listing(HASH.encode() + b"  \xff\xfe\n")


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda t: f"{HASH}  {t}\n".encode()))
def test_what_parses_is_what_would_be_written(content: bytes) -> None:
    try:
        entries = seal.parse_listing(content)
    except ValueError:
        return
    assert seal.listing(entries.items()) == content
    for name in entries:
        assert seal.checked_path(name) == name


@given(st.lists(paths, unique=True, max_size=12).map(_without_conflicts))
def test_the_listings_of_an_edition_are_a_tree(found: list[str]) -> None:
    files = {path: path.encode() for path in found}
    whole = files | dict(seal.listings((path, digest(body)) for path, body in files.items()))
    for path, body in whole.items():
        folder = seal.listed_in(path)
        if folder is not None:
            listing = seal.parse_listing(whole[seal.listing_of(folder)])
            assert listing[seal.listed_as(path)] == digest(body)


def test_a_change_rewrites_only_the_listings_above_it() -> None:
    before = first_edition().pages()
    after = {**before, "articles/2026/03/08/port-b.md": b"# Cranes move\n"}
    old, new = (
        dict(seal.listings((path, digest(body)) for path, body in files.items()))
        for files in (before, after)
    )
    assert {path for path in new if new[path] != old[path]} == {
        seal.listing_of(folder) for folder in seal.folders_above("articles/2026/03/08/port-b.md")
    }


def test_listings_are_those_that_sha256sum_checks(tmp_path: Path) -> None:
    write_files(tmp_path, first_edition().contents)
    listings = sorted(tmp_path.rglob("SHA256SUMS"))
    assert len(listings) == 11
    for listing in listings:
        subprocess.run(
            ["sha256sum", "--check", "--strict", "--quiet", listing.name],
            cwd=listing.parent,
            check=True,
        )


def test_sha256sum_writes_what_we_write(tmp_path: Path) -> None:
    write_files(tmp_path, {"b.md": b"b", "a c.md": b"a", "港.md": b"h"})
    made = subprocess.run(
        ["sha256sum", "a c.md", "b.md", "港.md"], cwd=tmp_path, check=True, capture_output=True
    )
    entries = [(path.name, digest(path.read_bytes())) for path in tmp_path.iterdir()]
    assert made.stdout == seal.listing(entries)


DESCRIPTOR = Descriptor(
    mirror="Harbour mirror 港口",
    edition="git",
    sequence=7,
    time=START,
    key=KEY.public.line,
    addresses=("https://mirror.example/", "https://other.example/"),
    previous=HASH,
)


def test_descriptor_there_and_back() -> None:
    content = seal.descriptor(DESCRIPTOR)
    assert seal.parse_descriptor(content) == DESCRIPTOR
    assert content.endswith(b"\n}\n")
    assert "港口".encode() in content
    assert list(json.loads(content)) == sorted(json.loads(content))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        b'{"format": "mirrorpress-edition-2"}',
        b'{"format": "mirrorpress-edition-1"}',
        b"[" * 100_000,
        b'{"format": "mirrorpress-edition-1", "mirror": "m", "edition": "e", "sequence": true,'
        b' "time": "2026-03-09T04:05:06Z"}',
        b'{"format": "mirrorpress-edition-1", "mirror": "m", "edition": "e", "sequence": 1,'
        b' "time": "yesterday"}',
        b'{"format": "mirrorpress-edition-1", "mirror": "m", "edition": "e", "sequence": 1e999,'
        b' "time": "2026-03-09T04:05:06Z"}',
        b"\xff\xfe",
    ],
    ids=lambda content: ascii(content[:40]),
)
def test_what_is_no_descriptor_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"^mirror\.json: "):
        seal.parse_descriptor(content)


@given(st.text(max_size=30), st.integers(0, 10**17), st.datetimes(datetime(1990, 1, 1)))
def test_the_comment_is_one_line_that_can_be_read_back(
    name: str, sequence: int, time: datetime
) -> None:
    time = time.replace(tzinfo=UTC, microsecond=0)
    value = Descriptor(mirror=name, edition="web", sequence=sequence, time=time)
    comment = seal.trusted_comment(value)
    assert KEY.public.verify(b"", KEY.sign(b"", comment)) == comment
    read = seal.parse_comment(comment)
    assert read is not None
    assert (read.edition, read.sequence, read.time) == ("web", sequence, time)
    assert read.mirror == " ".join(read.mirror.split())


def test_other_comments_say_nothing() -> None:
    assert seal.parse_comment("timestamp:1780000000\tfile:SHA256SUMS") is None
    assert seal.parse_comment("mirror:m edition:e sequence:1 time:yesterday") is None


def _vector() -> dict[str, bytes]:
    """The files that docs/seal.md shows."""
    document = (Path(__file__).parents[2] / "docs" / "seal.md").read_text(encoding="utf-8")
    shown = re.findall(r"^`([^`\n]+)`\n\n```\n(.*?)^```$", document, re.MULTILINE | re.DOTALL)
    return {path: content.encode() for path, content in shown}


def test_the_documents_vector_is_what_we_make() -> None:
    shown = _vector()
    value = Descriptor(
        mirror="Harbour mirror",
        edition="git",
        sequence=7,
        time=START,
        key=KEY.public.line,
        addresses=("https://mirror.example/",),
        previous="00" * 32,
    )
    files = {
        "README.md": b"# Harbour\n",
        "articles/tide.md": "# Tide · 涨潮\n".encode(),
        seal.DESCRIPTOR: seal.descriptor(value),
        seal.PUBLIC_KEY: KEY.public.file(),
    }
    files |= dict(seal.listings((path, digest(body)) for path, body in files.items()))
    files[seal.SIGNATURE] = KEY.sign(files[seal.LISTING], seal.trusted_comment(value))
    assert shown == files


@pytest.mark.skipif(shutil.which("minisign") is None, reason="needs minisign")
def test_minisign_checks_the_documents_vector(tmp_path: Path) -> None:
    write_files(tmp_path, _vector())
    checked = subprocess.run(
        ["minisign", "-V", "-m", "SHA256SUMS", "-p", "mirror.pub"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert "sequence:7 time:2026-03-09T04:05:06Z" in checked.stdout


def test_the_hash_of_an_empty_listing_is_that_of_nothing() -> None:
    assert dict(seal.listings([])) == {"SHA256SUMS": b""}
    assert hashlib.sha256(seal.listing([])).hexdigest().startswith("e3b0c442")


@pytest.mark.parametrize(
    ("field", "value"),
    [("edition", "web\nx"), ("edition", ""), ("edition", "a" * 101), ("sequence", 10**18)],
)
def test_a_descriptor_that_the_signed_comment_could_not_repeat(field: str, value: object) -> None:
    fields = {**json.loads(seal.descriptor(DESCRIPTOR)), field: value}
    with pytest.raises(ValueError, match=field):
        seal.parse_descriptor(json.dumps(fields).encode())
