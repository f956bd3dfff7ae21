"""Paths as an edition names them."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.hits.outcome import BadLine
from mirrorpress.hits.paths import MAX_LENGTH, MAX_SEGMENTS, normal_path, suffixes


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/pages/a.md", "pages/a.md"),
        ("pages/a.md", "pages/a.md"),
        ("/", ""),
        ("/?page=2", ""),
        ("/pages/", "pages"),
        ("/a%20b.md?utm_source=x#top", "a b.md"),
        ("/a#b?c", "a"),
        ("/%E5%B1%B1.md", "山.md"),
        ("/山.md", "山.md"),
        ("/100%.md", "100%.md"),
        ("/a%3Fb.md", "a?b.md"),
        ("//a///b.md", "a/b.md"),
        ("/./a/./b/../c.md", "a/c.md"),
        ("/../../etc/passwd", "etc/passwd"),
        ("/a/%2e%2e/b.md", "b.md"),
        ("/a%2f..%2fb.md", "b.md"),
        ("https://mirror.example", ""),
        ("https://mirror.example?x", ""),
        ("HTTPS://mirror.example:8443/a.md", "a.md"),
        ("//mirror.example/a.md", "mirror.example/a.md"),  # a path, as servers read it
        ("/owner/repo/blob/main/pages/x.md", "pages/x.md"),
        ("/owner/repo/raw/main/pages/x.md", "pages/x.md"),
        ("/owner/repo/tree/main/pages", "pages"),
        ("/owner/repo/tree/main", ""),
        ("/owner/repo/blob/feature/x/pages/x.md", "x/pages/x.md"),
        ("/group/sub/repo/-/blob/main/pages/x.md", "pages/x.md"),
        ("/group/repo/-/raw/main/pages/x.md", "pages/x.md"),
        ("/-/repo/-/blob/main/x.md", "x.md"),
        ("/group/repo/-/issues/7", "group/repo/-/issues/7"),
        ("/owner/repo/-", "owner/repo/-"),
        ("/owner/repo/src/branch/main/pages/x.md", "pages/x.md"),
        ("/owner/repo/src/tag/v1/pages/x.md", "pages/x.md"),
        ("/owner/repo/raw/branch/main/pages/x.md", "pages/x.md"),
        ("/owner/repo", "owner/repo"),
        ("/owner/repo/blob", "owner/repo/blob"),
        ("/pages/blob/x.md", "pages/blob/x.md"),
        ("/pages/2031/05/src/x.md", "pages/2031/05/src/x.md"),
    ],
)
def test_a_path(target: str, path: str) -> None:
    assert normal_path(target) == path


@pytest.mark.parametrize(
    ("target", "cause"),
    [
        ("", "names no path"),
        ("/%ff", "not valid UTF-8"),
        ("/\ud800", "not valid UTF-8"),
        ("/a%00", "control characters"),
        ("/a\nb", "control characters"),
        ("/a%e2%80%a8b", "control characters"),
        ("/" + "a" * MAX_LENGTH, "more than 2000 characters"),
        ("/a" * (MAX_SEGMENTS + 1), "more than 100 parts"),
    ],
)
def test_no_path(target: str, cause: str) -> None:
    with pytest.raises(BadLine, match=cause):
        normal_path(target)


def test_the_limits_are_allowed() -> None:
    assert len(normal_path("/" + "%E5%B1%B1" * (MAX_LENGTH - 1))) == MAX_LENGTH - 1
    assert len(suffixes(normal_path("/a" * MAX_SEGMENTS))) == MAX_SEGMENTS


@given(st.text(max_size=60))
def test_a_path_is_normal_once(target: str) -> None:
    try:
        path = normal_path(target)
    except BadLine:
        return
    assert not path.startswith("/")
    assert not {"", ".", ".."} & set(path.split("/")) or path == ""
    if not any(view in path for view in ("blob", "raw", "tree", "src", "media")):
        assert normal_path("/" + quote(path)) == path


@pytest.mark.parametrize(
    ("path", "ends"),
    [
        ("", ()),
        ("a.md", ("a.md",)),
        ("x/pages/a.md", ("x/pages/a.md", "pages/a.md", "a.md")),
    ],
)
def test_suffixes(path: str, ends: tuple[str, ...]) -> None:
    assert suffixes(path) == ends
