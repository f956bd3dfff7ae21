"""Articles and lists that cannot be rendered: left out, reported, and nothing else changes."""

from __future__ import annotations

import pytest

from mirrorpress.model import ArticlePage, ListPage, Output, Site
from mirrorpress.pipeline import render_editions
from mirrorpress.progress import Summary
from pipeline.desk import GIT, WEB, Desk, Plain


class Stumbling(Plain):
    """A layout with a fault: at articles, or at lists, in which a word stands in a title."""

    def __init__(self, article: str = "\0", list_page: str = "\0", kind: str = "\0") -> None:
        self.words = article, list_page
        self.kind = kind

    def article(self, page: ArticlePage, site: Site) -> Output:
        if self.words[0] in page.summary.title:
            raise RecursionError("nobody expected this")
        return super().article(page, site)

    def list_page(self, list_page: ListPage, site: Site) -> tuple[Output, ...]:
        if list_page.key.kind == self.kind or any(
            self.words[1] in summary.title for summary in list_page.summaries
        ):
            raise ZeroDivisionError("nobody expected this")
        return super().list_page(list_page, site)


def mentions(desk: Desk, word: str, edition: str = "web") -> list[str]:
    """The files in which a word stands."""
    return [path for path, text in desk.files(edition).items() if word.encode() in text]


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    for name in ("tide", "fog", "rain"):
        desk.keep(name)
    return desk


@pytest.mark.parametrize("layout", [Stumbling(article="fog"), Stumbling(list_page="fog")])
def test_an_article_that_fails_is_left_out_everywhere(desk: Desk, layout: Plain) -> None:
    desk.print(layout)
    assert mentions(desk, "fog") == []
    assert any(path.startswith("articles/") for path in mentions(desk, "tide"))
    assert [(one.source, one.url) for one in desk.summary.failed] == [
        ("gazette", "https://gazette.example/fog")
    ]
    assert desk.summary.faults == 1
    (held,) = desk.store.quarantine.items()
    assert (held.kind, held.trace != "") == ("article", True)


def test_the_edition_is_as_if_the_article_had_never_come() -> None:
    desk, other = Desk(), Desk()
    for name, hours in (("tide", 0), ("fog", 300), ("rain", 600)):  # too far apart for a story
        desk.keep(name, hours=hours)
        if name != "fog":
            other.keep(name, hours=hours)
    desk.print(Stumbling(article="fog"))
    other.print()
    assert desk.pages() == other.pages()


def test_nothing_more_is_rendered_until_something_changes(desk: Desk) -> None:
    desk.print(Stumbling(article="fog"))
    sequence = desk.store.editions.state("web").sequence
    assert desk.print(Stumbling(article="fog")) == 0
    assert desk.store.editions.state("web").sequence == sequence
    desk.keep("snow")
    desk.print(Stumbling(article="fog"))
    assert mentions(desk, "snow") != []
    assert desk.summary.faults == 1  # reported once


def test_an_article_that_was_printed_before_is_taken_out_too(desk: Desk) -> None:
    desk.print()
    assert mentions(desk, "fog") != []
    desk.keep("fog", text="It lifted.")
    desk.print(Stumbling(article="fog"))
    assert mentions(desk, "fog") == []


def test_editions_rendered_earlier_lose_it_in_the_same_build() -> None:
    settings = {"editions": (GIT, WEB)}
    desk = Desk()
    desk.change(**settings)
    desk.parts.layouts.update({"git": Plain(), "web": Stumbling(article="fog")})  # type: ignore[attr-defined]
    for name in ("tide", "fog"):
        desk.keep(name)
    desk.print()
    assert mentions(desk, "fog", "git") == mentions(desk, "fog", "web") == []
    assert mentions(desk, "tide", "git") != []
    assert render_editions(desk.parts, Summary()) == 0


def test_a_release_brings_it_back(desk: Desk) -> None:
    desk.print(Stumbling(article="fog"))
    desk.store.quarantine.release()
    desk.print()
    other = Desk()
    for name in ("tide", "fog", "rain"):
        other.keep(name)
    other.print()
    assert desk.pages() == other.pages()


def test_a_list_that_fails_by_itself_stays_as_it_was(desk: Desk) -> None:
    desk.print()
    before = desk.files()["months/2031-05.txt"]
    desk.keep("snow", hours=48)
    desk.print(Stumbling(kind="month"))
    assert desk.files()["months/2031-05.txt"] == before
    assert mentions(desk, "snow") != []
    assert [one.source for one in desk.summary.failed] == ["list"]
    desk.store.quarantine.release()
    desk.print()
    assert desk.files()["months/2031-05.txt"] != before


def test_a_damaged_revision_fails_alone(desk: Desk) -> None:
    article = desk.keep("hail")
    with desk.store.transaction():
        desk.store._database.run("UPDATE revisions SET data = x'00' WHERE article = ?", article)
    desk.print()
    assert mentions(desk, "hail") == []
    assert mentions(desk, "tide") != []
    assert [one.url for one in desk.summary.failed] == ["https://gazette.example/hail"]
