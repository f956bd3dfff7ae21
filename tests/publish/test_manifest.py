"""mirror.json and the signed comment: what they say, what is refused, and the document's vector."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.publish import checksums, manifest
from mirrorpress.publish.manifest import Descriptor
from publish.edition import KEY, START, digest
from publish.places import write_files

HASH = "ab" * 32


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
    assert manifest.is_own(path) is own


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
    content = manifest.descriptor(DESCRIPTOR)
    assert manifest.parse_descriptor(content) == DESCRIPTOR
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
        manifest.parse_descriptor(content)


@given(st.text(max_size=30), st.integers(0, 10**17), st.datetimes(datetime(1990, 1, 1)))
def test_the_comment_is_one_line_that_can_be_read_back(
    name: str, sequence: int, time: datetime
) -> None:
    time = time.replace(tzinfo=UTC, microsecond=0)
    value = Descriptor(mirror=name, edition="web", sequence=sequence, time=time)
    comment = manifest.trusted_comment(value)
    assert KEY.public.verify(b"", KEY.sign(b"", comment)) == comment
    read = manifest.parse_comment(comment)
    assert read is not None
    assert (read.edition, read.sequence, read.time) == ("web", sequence, time)
    assert read.mirror == " ".join(read.mirror.split())


def test_other_comments_say_nothing() -> None:
    assert manifest.parse_comment("timestamp:1780000000\tfile:SHA256SUMS") is None
    assert manifest.parse_comment("mirror:m edition:e sequence:1 time:yesterday") is None


def _vector() -> dict[str, bytes]:
    """The files that docs/manifest.md shows."""
    document = (Path(__file__).parents[2] / "docs" / "manifest.md").read_text(encoding="utf-8")
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
        manifest.DESCRIPTOR: manifest.descriptor(value),
        manifest.PUBLIC_KEY: KEY.public.file(),
    }
    files |= dict(checksums.written_all((path, digest(body)) for path, body in files.items()))
    files[checksums.SIGNATURE] = KEY.sign(files[checksums.FILE], manifest.trusted_comment(value))
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


@pytest.mark.parametrize(
    ("field", "value"),
    [("edition", "web\nx"), ("edition", ""), ("edition", "a" * 101), ("sequence", 10**18)],
)
def test_a_descriptor_that_the_signed_comment_could_not_repeat(field: str, value: object) -> None:
    fields = {**json.loads(manifest.descriptor(DESCRIPTOR)), field: value}
    with pytest.raises(ValueError, match=field):
        manifest.parse_descriptor(json.dumps(fields).encode())
