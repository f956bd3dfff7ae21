"""Articles and lists that cannot be rendered: left out, reported, and nothing else changes."""

from __future__ import annotations

import pytest

from mirrorpress.model import ArticlePage, ListPage, Output, Site
from mirrorpress.pipeline import render_editions
from mirrorpress.progress import Summary
from pipeline.memory_mirror import GIT, WEB, MemoryMirror, Plain


class Stumbling(Plain):
    """A layout with a fault: at articles, or at lists, in which a word stands in a title."""

    def __init__(self, article: str = "\0", list_page: str = "\0", kind: str = "\0") -> None:
        self.words = article, list_page
        self.kind = kind

    def article(self, page: ArticlePage, site: Site) -> tuple[Output, ...]:
        if self.words[0] in page.summary.title:
            raise RecursionError("nobody expected this")
        return super().article(page, site)

    def list_page(self, page: ListPage, site: Site) -> tuple[Output, ...]:
        if page.article_list.kind == self.kind or any(
            self.words[1] in summary.title for summary in page.summaries
        ):
            raise ZeroDivisionError("nobody expected this")
        return super().list_page(page, site)


def mentions(mirror: MemoryMirror, word: str, edition: str = "web") -> list[str]:
    """The files in which a word stands."""
    return [path for path, text in mirror.files(edition).items() if word.encode() in text]


@pytest.fixture
def mirror() -> MemoryMirror:
    mirror = MemoryMirror()
    for name in ("tide", "fog", "rain"):
        mirror.keep(name)
    return mirror


@pytest.mark.parametrize("layout", [Stumbling(article="fog"), Stumbling(list_page="fog")])
def test_an_article_that_fails_is_left_out_everywhere(mirror: MemoryMirror, layout: Plain) -> None:
    mirror.render(layout)
    assert mentions(mirror, "fog") == []
    assert any(path.startswith("articles/") for path in mentions(mirror, "tide"))
    assert [(one.source, one.url) for one in mirror.summary.failed] == [
        ("gazette", "https://gazette.example/fog")
    ]
    assert mirror.summary.faults == 1
    (held,) = mirror.store.quarantine.items()
    assert (held.kind, held.trace != "") == ("article", True)


def test_the_edition_is_as_if_the_article_had_never_come() -> None:
    mirror, other = MemoryMirror(), MemoryMirror()
    for name, hours in (("tide", 0), ("fog", 300), ("rain", 600)):  # too far apart for a story
        mirror.keep(name, hours=hours)
        if name != "fog":
            other.keep(name, hours=hours)
    mirror.render(Stumbling(article="fog"))
    other.render()
    assert mirror.pages() == other.pages()


def test_nothing_more_is_rendered_until_something_changes(mirror: MemoryMirror) -> None:
    mirror.render(Stumbling(article="fog"))
    sequence = mirror.store.editions.state("web").sequence
    assert mirror.render(Stumbling(article="fog")) == 0
    assert mirror.store.editions.state("web").sequence == sequence
    mirror.keep("snow")
    mirror.render(Stumbling(article="fog"))
    assert mentions(mirror, "snow") != []
    assert mirror.summary.faults == 1  # reported once


def test_an_article_that_was_printed_before_is_taken_out_too(mirror: MemoryMirror) -> None:
    mirror.render()
    assert mentions(mirror, "fog") != []
    mirror.keep("fog", text="It lifted.")
    mirror.render(Stumbling(article="fog"))
    assert mentions(mirror, "fog") == []


def test_editions_rendered_earlier_lose_it_in_the_same_build() -> None:
    settings = {"editions": (GIT, WEB)}
    mirror = MemoryMirror()
    mirror.change(**settings)
    mirror.components.layouts.update({"git": Plain(), "web": Stumbling(article="fog")})  # type: ignore[attr-defined]
    for name in ("tide", "fog"):
        mirror.keep(name)
    mirror.render()
    assert mentions(mirror, "fog", "git") == mentions(mirror, "fog", "web") == []
    assert mentions(mirror, "tide", "git") != []
    assert render_editions(mirror.components, Summary()) == 0


def test_a_release_brings_it_back(mirror: MemoryMirror) -> None:
    mirror.render(Stumbling(article="fog"))
    mirror.store.quarantine.release()
    mirror.render()
    other = MemoryMirror()
    for name in ("tide", "fog", "rain"):
        other.keep(name)
    other.render()
    assert mirror.pages() == other.pages()


def test_a_list_that_fails_by_itself_stays_as_it_was(mirror: MemoryMirror) -> None:
    mirror.render()
    before = mirror.files()["months/2031-05.txt"]
    mirror.keep("snow", hours=48)
    mirror.render(Stumbling(kind="month"))
    assert mirror.files()["months/2031-05.txt"] == before
    assert mentions(mirror, "snow") != []
    assert [one.source for one in mirror.summary.failed] == ["list"]
    mirror.store.quarantine.release()
    mirror.render()
    assert mirror.files()["months/2031-05.txt"] != before


def test_a_damaged_revision_fails_alone(mirror: MemoryMirror) -> None:
    article = mirror.keep("hail")
    with mirror.store.transaction():
        mirror.store._database.run("UPDATE revisions SET data = x'00' WHERE article = ?", article)
    mirror.render()
    assert mentions(mirror, "hail") == []
    assert mentions(mirror, "tide") != []
    assert [one.url for one in mirror.summary.failed] == ["https://gazette.example/hail"]
