"""The sample edition as a person has read it. `regenerate.py` rewrites it."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from mirrorpress.protocols import Layout
from mirrorpress.render.almanac import Almanac
from mirrorpress.render.archive import Archive
from mirrorpress.render.web import WebSite
from render import regenerate, samples
from render.hosts import GITHUB

PRINTED = regenerate.printed()
KEPT = {
    str(file.relative_to(regenerate.GOLDEN)): file
    for file in regenerate.GOLDEN.rglob("*")
    if file.is_file()
}


def test_the_same_files() -> None:
    assert sorted(PRINTED) == sorted(KEPT)


@pytest.mark.parametrize("path", sorted(PRINTED))
def test_the_same_bytes(path: str) -> None:
    if path.endswith(".png"):
        assert PRINTED[path] == KEPT[path].read_bytes()
    else:
        assert PRINTED[path].decode("utf-8") == KEPT[path].read_text("utf-8")


def test_printing_twice_is_printing_once() -> None:
    assert regenerate.printed() == PRINTED


CHANNELS = samples.channels()
LAYOUTS = [Almanac(), Archive(), CHANNELS, WebSite()]
NAMES = ["almanac", "archive", "channels", "site"]


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_every_link_leads_to_a_file_of_the_edition(layout: Layout) -> None:
    outputs = samples.edition(layout)
    paths = {output.path for output in outputs}
    assert len(paths) > 15
    linked = set()
    for output in outputs:
        if output.content is None or output.path.endswith((".css", ".png")):
            continue
        page = output.content.decode("utf-8")
        shown = GITHUB.show(page) if output.path.endswith(".md") else page
        for target in targets(shown):
            assert not target.startswith("/"), f"{output.path}: {target}"
            beside = posixpath.join(posixpath.dirname(output.path), unquote(target))
            path = posixpath.normpath(beside)
            assert path in paths, f"{output.path}: {target}"
            linked.add(path)
    # Tables are for programs, and names after titles for readers who know them.
    known = {path for path in paths if path.endswith(".csv") or not path.isascii()}
    if layout is CHANNELS:
        linked |= known | {"indexes/Quiet-Gazette.md"}
    ended = {path for path in paths if samples.ENDED in path}  # only old links lead there
    assert linked == paths - ended, "a file to which nothing leads"


def targets(page: str) -> list[str]:
    """Relative addresses of links, pictures and style."""
    nodes = LexborHTMLParser(page).css("a[href], img[src], link[href]")
    found = (node.attributes.get("href") or node.attributes.get("src") or "" for node in nodes)
    return [target for target in found if ":" not in target and not target.startswith("#")]


@pytest.mark.parametrize("layout", LAYOUTS, ids=NAMES)
def test_paths_are_short_and_ascii_but_for_titles(layout: Layout) -> None:
    for output in samples.edition(layout):
        titled = {"archive": "articles/", "channels": "indexes/"}
        in_titled = output.path.startswith(titled.get(NAMES[LAYOUTS.index(layout)], "none"))
        encoded = output.path.encode("utf-8" if in_titled else "ascii")
        assert max(len(part) for part in encoded.split(b"/")) <= 100
