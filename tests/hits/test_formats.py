"""Formats, found by the first lines of a file."""

from __future__ import annotations

import pytest

from mirrorpress.errors import ReadError
from mirrorpress.hits.formats import Choice, choose
from mirrorpress.hits.tables import WITH_COUNT, WITH_TITLE, Columns

LINE = b'192.0.2.1 - - [10/May/2031:13:55:36 +0000] "GET /a.md HTTP/1.1" 200 7\n'


@pytest.mark.parametrize(
    ("head", "choice"),
    [
        (LINE, Choice("access")),
        (b"garbage\n" * 30 + LINE, Choice("access")),
        (b"[::1]:80 " + LINE, Choice("access")),
        (b'{"path": "/a"}\n', Choice("jsonlines")),
        (b'{"broken\n{"path": "/a"}\n', Choice("jsonlines")),
        (b'[{"path": "/a"}]', Choice("github")),
        (b"\n[\n", Choice("github")),
        (b"[]", Choice("github")),
        (b"{\n", Choice("github")),
        (b"/a.md,7\n", Choice("counts", WITH_COUNT)),
        (b"a.md,7\n/b,seven\n/c,9\n", Choice("counts", WITH_COUNT)),
        (b"/a.md,Title\n/b.md,1984\n", Choice("ranking", WITH_TITLE)),
        (b"news/112,Title\n", Choice("ranking", WITH_TITLE)),
        (b"/a b.md,Title\n", Choice("ranking", WITH_TITLE)),
        (b"pages/a.md,Title\n", Choice("ranking", WITH_TITLE)),
        (b"https://mirror.example/a,Title\n", Choice("ranking", WITH_TITLE)),
        (b"\n# x\npath,title\n", Choice("ranking", Columns(path=0, title=1), 3)),
        (b"Title;URL\n/a,7", Choice("counts", WITH_COUNT)),
        (b"Hits,URL\n", Choice("counts", Columns(path=1, count=0), 1)),
        (b"date,path\n", Choice("views", Columns(path=1, day=0), 1)),
        (b'1Path,Title,Event,Bot,Session,"Date"\n',
         Choice("goatcounter", Columns(path=0, event=2, bot=3, day=5), 1)),
    ],
)  # fmt: skip
def test_a_format(head: bytes, choice: Choice) -> None:
    assert choose(head, whole=True, format=None) == choice


@pytest.mark.parametrize(
    "head",
    [
        b"hello, world\n",
        b"path\n",
        b"Dear reader, we are\nhappy, that",
        b"/a.md\n",
        b"he said and/or, x",
        b"/a.md,7\none\ntwo\n",
        b"\xff\n",
        b"\0",
    ],
)
def test_no_format(head: bytes) -> None:
    with pytest.raises(ReadError, match="not recognised"):
        choose(head, whole=True, format=None)


def test_a_line_that_is_cut_does_not_count() -> None:
    assert choose(LINE + b"/a.md,1", whole=False, format=None) == Choice("access")
    with pytest.raises(ReadError, match="not recognised"):
        choose(LINE[:-1], whole=False, format=None)


@pytest.mark.parametrize(
    ("head", "format", "choice"),
    [
        (LINE, "jsonlines", Choice("jsonlines")),
        (b"/a,x\n", "counts", Choice("counts", WITH_COUNT)),
        (b"/a,5\n", "ranking", Choice("ranking", Columns(path=0))),
        (b"a\n", "views", Choice("views", WITH_TITLE)),
        (b"date,path\n", "ranking", Choice("ranking", Columns(path=1), 1)),
        (b"path,count\n", "views", Choice("views", Columns(path=0), 1)),
    ],
)
def test_a_named_format(head: bytes, format: str, choice: Choice) -> None:
    assert choose(head, whole=True, format=format) == choice
