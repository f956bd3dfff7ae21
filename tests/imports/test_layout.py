"""Which layout a repository has, and what the paths of its pages say."""

from __future__ import annotations

import pytest

from mirrorpress.errors import ExtractError
from mirrorpress.imports import layout_of
from mirrorpress.imports.layout import PagePath, archive_path, channels_path, path_parts


@pytest.mark.parametrize(
    ("paths", "layout"),
    [
        ([], None),
        (["README.md", "indexes/prog12.md", "pages/prog12/a17.md.png", "docs/pages/a/b.md"], None),
        (["README.md", "pages/prog12/a17.md"], "channels"),
        (["articles/gazette/1048574.md"], "archive"),
        (["articles/gazette/1048574_River rises “again”.md"], "archive"),
        (["articles/gazette/about.md", "pages/about.md", "articles/1048574.md"], None),
        (["pages/a/b.md", "articles/g/1048574.md", "articles/g/1048573.md"], "archive"),
        (["pages/a/b.md", "pages/a/c.md", "articles/g/1048574.md"], "channels"),
        (["articles/2031/03/04/gazette-abcd2345efgh.md"], "almanac"),
        (["articles/2031/03/04-2/the-gazette-abcd2345efgh.md", "articles/g/1048574.md"], "archive"),
        (["articles/2031/03/04/abcd2345efgh.md", "articles/2031/03/gazette-abcd2345efgh.md"], None),
    ],
)
def test_layout_of(paths: list[str], layout: str | None) -> None:
    assert layout_of(iter(paths)) == layout


def test_parts_of_a_path() -> None:
    assert channels_path("pages/prog12/a17.md") == PagePath(channel="prog12", id="a17")
    assert archive_path("articles/gazette/1048573.md") == PagePath(channel="gazette", id="1048573")
    first = archive_path("articles/Gazette/1048574_Tide--River_2.md")
    assert first == PagePath(channel="Gazette", id="1048574_Tide--River_2", title="Tide/River_2")


def test_parts_of_a_path_by_layout() -> None:
    almanac = "articles/2031/03/04-2/the-gazette-abcd2345efgh.md"
    assert path_parts("almanac", almanac) == PagePath(channel="the-gazette", id="abcd2345efgh")
    assert path_parts("channels", "pages/prog12/a17.md").channel == "prog12"
    assert path_parts("archive", "articles/gazette/1048573.md").id == "1048573"
    with pytest.raises(ExtractError, match="is not of the form articles/<year>/<month>/<day>"):
        path_parts("almanac", "articles/gazette/1048573.md")


@pytest.mark.parametrize(
    "path", ["", "a17.md", "pages/a17.md", "pages/a/b/c.md", "pages/a/b.md.png"]
)
def test_other_paths_of_channels(path: str) -> None:
    with pytest.raises(ExtractError, match=r"is not of the form pages/<channel>/<id>\.md"):
        channels_path(path)


@pytest.mark.parametrize("path", ["articles/g/x.md", "articles/g/1048574-x.md", "articles/1.md"])
def test_other_paths_of_archives(path: str) -> None:
    with pytest.raises(ExtractError, match="is not of the form articles/<source>/<number>"):
        archive_path(path)
