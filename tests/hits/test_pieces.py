"""Bytes of a file as lines and CSV records."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.errors import ReadError
from mirrorpress.hits.pieces import MAX_LINE, MAX_RECORD_LINES, PIECE, lines, pieces, records


def cut(body: bytes, size: int) -> Iterable[bytes]:
    return (body[start : start + size] for start in range(0, len(body), size))


@given(st.lists(st.sampled_from((b"", b"a", b"bc", b"\xff")), max_size=9), st.integers(1, 5))
def test_lines_do_not_depend_on_the_pieces(written: list[bytes], size: int) -> None:
    body = b"\n".join(written)
    expected = list(enumerate(body.removesuffix(b"\n").split(b"\n"), start=1)) if body else []
    assert list(lines(cut(body, size))) == expected


@pytest.mark.parametrize("length", [MAX_LINE, MAX_LINE + 1, 3 * MAX_LINE])
@pytest.mark.parametrize("size", [100, PIECE])
def test_a_long_line_is_left_out(length: int, size: int) -> None:
    body = b"a\n" + b"x" * length + b"\nb"
    long = b"x" * length if length <= MAX_LINE else None
    assert list(lines(cut(body, size))) == [(1, b"a"), (2, long), (3, b"b")]
    assert list(lines(cut(body[:-2], size)))[-1] == (2, long)


def test_line_ends_of_windows() -> None:
    assert list(lines([b"a\r\nb\r", b"\nc\r"])) == [(1, b"a"), (2, b"b"), (3, b"c")]


def joined(*written: bytes) -> list[tuple[int, bytes | None]]:
    return list(records(enumerate(written, start=1)))


def test_a_record_may_have_several_lines() -> None:
    assert joined(b"a", b'"b', b"c", b'd"', b"e") == [(1, b"a"), (2, b'"b\nc\nd"'), (5, b"e")]


def test_an_open_quote_spoils_only_its_line() -> None:
    rest = [b"%d" % number for number in range(20)]
    assert joined(b'"a', *rest)[:3] == [(1, b'"a'), (2, b"0"), (3, b"1")]
    assert len(joined(b'"a', *rest)) == 21
    assert joined(b'"a', b"b") == [(1, b'"a'), (2, b"b")]
    assert joined(b'"a') == [(1, b'"a')]


def test_a_record_has_a_limit() -> None:
    half = b'"' + b"x" * (MAX_LINE // 2)
    assert joined(half, half[1:], b'"') == [(1, half), (2, half[1:]), (3, b'"')]
    assert [number for number, _ in joined(b'"a', *[b"x"] * MAX_RECORD_LINES, b'"')][:2] == [1, 2]
    assert list(records([(1, b'"a'), (2, None), (3, b'b"')])) == [(1, b'"a'), (2, None), (3, b'b"')]


def test_gzip_members_follow_one_another() -> None:
    packed = gzip.compress(b"one\n") + gzip.compress(b"") + gzip.compress(b"two\n") + bytes(512)
    for size in (1, 3, len(packed)):
        assert b"".join(pieces(Slow(packed, size))) == b"one\ntwo\n"


class Slow(io.BytesIO):
    """A file that returns few bytes at a time."""

    def __init__(self, body: bytes, most: int) -> None:
        super().__init__(body)
        self._most = most

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(self._most)


def test_a_bomb_is_unpacked_in_small_pieces() -> None:
    packed = gzip.compress(bytes(4 * 2**20))
    total = 0
    with pytest.raises(ReadError, match="too large"):
        for piece in pieces(io.BytesIO(packed), 2**20):
            assert len(piece) <= PIECE
            total += len(piece)
    assert total <= 2**20
    assert sum(map(len, pieces(io.BytesIO(packed)))) == 4 * 2**20
