"""The version of a layout: of its own files and of those that it uses, and of no others."""

from __future__ import annotations

from mirrorpress.render import layout_version as module
from mirrorpress.render.almanac import Almanac
from mirrorpress.render.layout_version import layout_version
from mirrorpress.render.web import WebSite

ALMANAC, WEB = "mirrorpress.render.almanac", "mirrorpress.render.web"


def test_each_layout_has_a_version_of_its_own() -> None:
    assert Almanac.version == layout_version(ALMANAC)
    assert WebSite.version == layout_version(WEB, "templates")
    assert Almanac.version != WebSite.version
    assert len(Almanac.version) == 12


def test_what_a_layout_uses_counts_and_what_another_uses_does_not() -> None:
    almanac, web = module._used(ALMANAC), module._used(WEB)
    assert {
        "almanac",
        "markdown",
        "markdown_body",
        "markdown_pages",
        "words",
        "paths",
        "views",
        "compare/versions",
        "compare/sentences",
    } <= almanac
    assert [name for name, _ in module._files_of("compare/versions")] == ["compare/versions.py"]
    assert "web" not in almanac
    assert {"web", "html", "words", "context"} <= web
    assert not {"almanac", "markdown", "markdown_body"} & web


def test_words_count_in_every_language() -> None:
    names = {name for name, _ in module._files_of("words")}
    assert "words/__init__.py" in names
    assert sum(name.endswith(".toml") for name in names) >= 7


def test_templates_count_where_a_layout_reads_them() -> None:
    assert layout_version(WEB) != layout_version(WEB, "templates")
