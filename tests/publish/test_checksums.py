import hashlib
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.publish import checksums, manifest
from mirrorpress.publish.checksums import PathRefused
from publish.edition import digest, first_edition
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
    folders = {folder for path in found for folder in checksums.folders_above(path)}
    return [path for path in found if path not in folders and not manifest.is_own(path)]


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
    assert checksums.listed_in(path) == folder
    assert checksums.listed_as(path) == name


@pytest.mark.parametrize("path", ["SHA256SUMS", "SHA256SUMS.minisig"])
def test_root_listing_and_signature_are_listed_nowhere(path: str) -> None:
    assert checksums.listed_in(path) is None


def test_folders_above_a_path_end_with_the_root() -> None:
    assert checksums.folders_above("a/b/c.md") == ("a/b", "a", "")
    assert checksums.folders_above("c.md") == ("",)


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
        checksums.checked_path(path)


@given(st.text(max_size=40))
def test_a_checked_path_stays_below_its_root(path: str) -> None:
    root = Path("/root-of-edition")
    try:
        checksums.checked_path(path)
    except PathRefused:
        return
    assert (root / path).parts[:2] == root.parts
    assert ".." not in (root / path).parts


def test_a_listing_is_sorted_by_bytes() -> None:
    entries = [("é.md", HASH), ("b/SHA256SUMS", HASH), ("b.md", HASH), ("B.md", HASH)]
    assert checksums.written(entries).decode() == "".join(
        f"{HASH}  {name}\n" for name in ("B.md", "b.md", "b/SHA256SUMS", "é.md")
    )


@given(st.dictionaries(names, st.binary(max_size=4)))
def test_listings_there_and_back(files: dict[str, bytes]) -> None:
    entries = {
        name: digest(content)
        for name, content in files.items()
        if name not in (checksums.FILE, checksums.SIGNATURE) and len(name.encode()) <= 255
    }
    assert checksums.parse(checksums.written(entries.items())) == entries


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
        checksums.parse(text.encode())


def test_a_listing_that_is_not_utf8_is_refused() -> None:
    with pytest.raises(ValueError, match="line 1"):
        checksums.parse(HASH.encode() + b"  \xff\xfe\n")


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda t: f"{HASH}  {t}\n".encode()))
def test_what_parses_is_what_would_be_written(content: bytes) -> None:
    try:
        entries = checksums.parse(content)
    except ValueError:
        return
    assert checksums.written(entries.items()) == content
    for name in entries:
        assert checksums.checked_path(name) == name


@given(st.lists(paths, unique=True, max_size=12).map(_without_conflicts))
def test_the_listings_of_an_edition_are_a_tree(found: list[str]) -> None:
    files = {path: path.encode() for path in found}
    whole = files | dict(
        checksums.written_all((path, digest(body)) for path, body in files.items())
    )
    for path, body in whole.items():
        folder = checksums.listed_in(path)
        if folder is not None:
            sums = checksums.parse(whole[checksums.path_in(folder)])
            assert sums[checksums.listed_as(path)] == digest(body)


def test_a_change_rewrites_only_the_listings_above_it() -> None:
    before = first_edition().pages()
    after = {**before, "articles/2026/03/08/port-b.md": b"# Cranes move\n"}
    old, new = (
        dict(checksums.written_all((path, digest(body)) for path, body in files.items()))
        for files in (before, after)
    )
    assert {path for path in new if new[path] != old[path]} == {
        checksums.path_in(folder)
        for folder in checksums.folders_above("articles/2026/03/08/port-b.md")
    }


def test_listings_are_those_that_sha256sum_checks(tmp_path: Path) -> None:
    write_files(tmp_path, first_edition().contents)
    below = sorted(tmp_path.rglob("SHA256SUMS"))
    assert len(below) == 11
    for sums in below:
        subprocess.run(
            ["sha256sum", "--check", "--strict", "--quiet", sums.name],
            cwd=sums.parent,
            check=True,
        )


def test_sha256sum_writes_what_we_write(tmp_path: Path) -> None:
    write_files(tmp_path, {"b.md": b"b", "a c.md": b"a", "港.md": b"h"})
    made = subprocess.run(
        ["sha256sum", "a c.md", "b.md", "港.md"], cwd=tmp_path, check=True, capture_output=True
    )
    entries = [(path.name, digest(path.read_bytes())) for path in tmp_path.iterdir()]
    assert made.stdout == checksums.written(entries)


def test_the_hash_of_an_empty_listing_is_that_of_nothing() -> None:
    assert dict(checksums.written_all([])) == {"SHA256SUMS": b""}
    assert hashlib.sha256(checksums.written([])).hexdigest().startswith("e3b0c442")
