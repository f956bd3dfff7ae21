"""Answers, unpacked within bounds."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.errors import ResponseRefused
from mirrorpress.fetch.body import content_type, read_body, read_up_to


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKERS = {
    "": lambda data: data,
    "identity": lambda data: data,
    "gzip": gzip.compress,
    "X-GZIP": gzip.compress,
    "deflate": zlib.compress,
}


async def pieces(data: bytes, size: int) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


def unpacked(data: bytes, coding: str, limit: int = 1 << 30, size: int = 1000) -> bytes:
    return asyncio.run(read_body(pieces(data, size), coding, limit, url=""))


@pytest.mark.parametrize("coding", PACKERS)
@given(data=st.binary(max_size=3000), size=st.integers(1, 700))
def test_there_and_back(coding: str, data: bytes, size: int) -> None:
    assert unpacked(PACKERS[coding](data), coding, size=size) == data


@given(data=st.binary(min_size=1, max_size=300))
def test_raw_deflate_as_some_servers_send_it(data: bytes) -> None:
    packed = raw_deflate(data)
    if packed[0] & 0x0F != 8:
        assert unpacked(packed, "deflate") == data


def test_long_runs_come_out_whole() -> None:
    data = bytes(5_000_000)
    assert unpacked(gzip.compress(data, mtime=0), "gzip", size=65536) == data


def test_several_gzip_members_and_padding() -> None:
    packed = gzip.compress(b"one ", mtime=0) + gzip.compress(b"two") + bytes(100)
    for size in (1, 7, 1000):
        assert unpacked(packed, "gzip", size=size) == b"one two"


@pytest.mark.parametrize("coding", ["", "gzip", "deflate"])
def test_the_limit_is_on_unpacked_bytes(coding: str) -> None:
    packed = PACKERS[coding](bytes(1000))
    assert len(unpacked(packed, coding, 1000)) == 1000
    with pytest.raises(ResponseRefused):
        unpacked(packed, coding, 999)


def test_a_prefix_may_be_enough() -> None:
    packed = gzip.compress(bytes(100_000_000))
    body, whole = asyncio.run(read_up_to(pieces(packed, 65536), "gzip", 1000, url=""))
    assert (body, whole) == (bytes(1000), False)


@pytest.mark.parametrize(
    ("data", "coding"),
    [
        (gzip.compress(b"x" * 1000, mtime=0)[:-1], "gzip"),
        (gzip.compress(b"x" * 1000, mtime=0)[:15], "gzip"),
        (zlib.compress(b"x" * 1000)[:-3], "deflate"),
        (b"plain", "gzip"),
        (b"plain", "br"),
        (b"plain", "gzip, gzip"),
        (gzip.compress(b"", mtime=0) * 1100, "gzip"),
    ],
)
def test_refused(data: bytes, coding: str) -> None:
    with pytest.raises(ResponseRefused):
        unpacked(data, coding)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, (None, None)),
        ("", (None, None)),
        ("text/html", ("text/html", None)),
        ("TEXT/HTML; Charset=UTF-8", ("text/html", "utf-8")),
        ("text/html; charset='gb2312'", ("text/html", "gb2312")),
        ('text/html; charset="gbk"; x=y', ("text/html", "gbk")),
        ("text/html;charset = us-ascii", ("text/html", "us-ascii")),
        ("text/html; charset=a b<script>", ("text/html", None)),
        ("; charset=utf-8", (None, "utf-8")),
        ("nonsense", (None, None)),
        ("application/atom+xml; type=feed", ("application/atom+xml", None)),
        ("text/html; charset*=utf-8''x", ("text/html", None)),
        ("text/html;charset*=x;charset*1*=b", ("text/html", None)),
        ("text/html; charset=é", ("text/html", None)),
        ('text/html; charset="gbk', ("text/html", None)),
        (";" * 60_000, (None, None)),
    ],
)
def test_content_type(header: str | None, expected: tuple[str | None, str | None]) -> None:
    assert content_type(header) == expected
