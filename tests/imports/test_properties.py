"""Whatever bytes a mirror has: an article or the documented error."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imports.made_mirrors import MadePage, make_archive, make_channels
from mirrorpress.errors import ExtractError
from mirrorpress.imports import ImportedArticle, layout_of, read_archive_page, read_channels_page
from mirrorpress.model.plain import plain_text
from mirrorpress.urls import safe

Reader = Callable[[str, bytes], ImportedArticle]

FRAGMENTS = [
    b"### River rises\n", b"------------------------\n", b"#### [Home](../../README.md?a17)\n",
    b"<hr/>\n", b"\n", b"\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b"<div>", b"</div>\n",
    b'<img src="//i.example/7.jpg"/>', "<p>河水上涨了两米。</p>".encode(), b"<p>\n",
    b'<ok href="/a">A</ok>', b'<span href="/b">B', b"</span>", b"<!--1930212903000-->\n",
    b"<!--99999999999999999999-->", b"[River \\[x\\]](https://gazette.example/river)\n", b"](",
    b"https://host.example/pages/prog12/a17.md <br/>\n", b"Original: https://g.example/a17.html\n",
    b"https://[::1", b"http://a.example:99999/", "【林港时报2031年03月04日讯】".encode(),
    "河水上涨".encode().decode("latin-1").encode(), "记者陈舟综合报导".encode(), b"<figcaption>",
    b"(A. Kern/Tidewater)", b"<script>alert(1)</script>", b"<svg onload=x>", b"<iframe src=",
]  # fmt: skip
PAGES = st.one_of(
    st.binary(max_size=400),
    st.lists(st.sampled_from(FRAGMENTS) | st.binary(max_size=8), max_size=40).map(b"".join),
)


@pytest.mark.parametrize(
    ("reader", "path"),
    [
        (read_channels_page, "pages/prog12/a17.md"),
        (read_archive_page, "articles/gazette/1048574.md"),
        (read_archive_page, "articles/gazette/1048574_River.md"),
    ],
)
@given(content=PAGES)
@settings(max_examples=120)
def test_any_bytes_are_an_article_or_the_documented_error(
    reader: Reader, path: str, content: bytes
) -> None:
    with suppress(ExtractError):
        read = reader(path, content)
        assert read.title == read.article.title != ""
        assert read.url == read.article.url == safe(read.url)
        assert plain_text(read.article)
        assert read.published is None or read.published.tzinfo is not None
        assert reader(path, content) == read


CHANNELS, ARCHIVE = tuple(make_channels(12)), tuple(make_archive(12))


@given(
    page=st.sampled_from(CHANNELS + ARCHIVE),
    at=st.integers(0, 4000),
    length=st.integers(0, 60),
    put=st.binary(max_size=6) | st.sampled_from(FRAGMENTS),
    cut=st.booleans(),
)
@settings(max_examples=150)
def test_a_damaged_page_is_an_article_or_the_documented_error(
    page: MadePage, at: int, length: int, put: bytes, cut: bool
) -> None:
    reader = read_channels_page if page in CHANNELS else read_archive_page
    rest = b"" if cut else page.content[at + length :]
    with suppress(ExtractError):
        assert reader(page.path, page.content[:at] + put + rest).article.blocks


@given(paths=st.lists(st.text(max_size=30)))
@settings(max_examples=50)
def test_any_paths_are_of_a_layout_or_none(paths: list[str]) -> None:
    assert layout_of(paths) in ("channels", "archive", None)


@given(path=st.text(max_size=30))
@settings(max_examples=50)
def test_any_path_is_read_or_refused(path: str) -> None:
    for reader in (read_channels_page, read_archive_page):
        with pytest.raises(ExtractError):
            reader(path, b"")
