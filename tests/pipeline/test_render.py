"""Editions: only what changed is printed, and that is all; sealed, and always the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirrorpress.model import (
    ArticleList,
    ArticlePage,
    ArticleSummary,
    ListPage,
    Output,
    PathCounter,
    Site,
    Source,
)
from mirrorpress.pipeline import render_editions
from mirrorpress.pipeline.quarantine import hold_article
from mirrorpress.pipeline.render import BATCH
from mirrorpress.progress import Summary
from mirrorpress.publish import manifest
from mirrorpress.publish.minisign import SigningKey
from mirrorpress.publish.verify import FolderCopy, Trust, verify
from mirrorpress.render.paths import MAX_FILES
from mirrorpress.store import Database
from mirrorpress.store.store import FILE
from pipeline.memory_mirror import (
    GIT,
    KEY,
    PAGE,
    SETTINGS,
    WEB,
    CutOff,
    MemoryMirror,
    Plain,
    later,
)
from store.samples import NOON, address, id_of

OTHER_KEY = SigningKey(bytes.fromhex("a1a2a3a4a5a6a7a8"), bytes(range(32, 64)))
PIER, QUAY = "https://img.example/pier.jpg", "https://img.example/quay.jpg"


def fill(mirror: MemoryMirror) -> None:
    """Five articles of two outlets on both sides of the end of a month, two of them one story."""
    mirror.keep("ice", hours=-24 * 40)
    mirror.keep("thaw", source="courier", hours=-24 * 5)
    mirror.keep(
        "tide",
        title="白鹭湾渡轮搁浅乘客获救",
        text="渡轮海燕号在白鹭湾灯塔附近搁浅。",
        pictures=(PIER,),
    )
    mirror.keep(
        "flood",
        source="courier",
        hours=3,
        title="海燕号渡轮白鹭湾搁浅，乘客全数获救",
        text="渡轮海燕号于白鹭湾灯塔附近搁浅，乘客获救。",
        pictures=(PIER, QUAY),
    )
    mirror.keep("fog", hours=5)
    mirror.had(PIER, id_of("tide"))


@pytest.fixture
def printed(mirror: MemoryMirror) -> MemoryMirror:
    fill(mirror)
    mirror.render()
    return mirror


def sequence(mirror: MemoryMirror, edition: str = "web") -> int:
    return mirror.store.editions.state(edition).sequence


def differing(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def printed_whole(mirror: MemoryMirror) -> dict[str, bytes]:
    """The pages as they are when nothing that stands is trusted."""
    mirror.store.editions.begin("web", "of another layout")
    mirror.render()
    return mirror.pages()


# What is printed


def test_a_further_page_of_a_story_reads_no_texts(mirror: MemoryMirror) -> None:
    for number in range(PAGE + 1):
        mirror.keep(f"report-{number}", source=("gazette", "courier")[number % 2], hours=number)
    names = [id_of(f"report-{number}") for number in range(PAGE + 1)]
    mirror.render()
    mirror.store.stories.grouped((name, names[0]) for name in names)
    mirror.render()
    stem = f"stories/{names[0][0]}/{names[0][1]}/{names[0]}"
    assert b"articles={}" not in mirror.pages()[f"{stem}.txt"]
    assert b"articles={}" in mirror.pages()[f"{stem}_2.txt"]


def test_what_outlets_changed_and_withdrew_has_lists_while_there_is_something(
    printed: MemoryMirror,
) -> None:
    assert not {"changed.txt", "withdrawn.txt"} & printed.pages().keys()
    articles = printed.store.articles
    for hours, name in ((9, "ice"), (8, "fog"), (7, "tide")):
        articles.withdraw(id_of(name), later(hours))
    printed.render()
    shown = printed.pages()["withdrawn.txt"].decode()
    assert [shown.index(f"id='{id_of(name)}'") for name in ("ice", "fog", "tide")] == sorted(
        shown.index(f"id='{id_of(name)}'") for name in ("ice", "fog", "tide")
    )
    assert printed_whole(printed)["withdrawn.txt"].decode() == shown
    for name in ("ice", "fog"):
        articles.restore(id_of(name))
    printed.render()
    assert id_of("fog") not in printed.pages()["withdrawn.txt"].decode()
    articles.restore(id_of("tide"))
    printed.render()
    assert "withdrawn.txt" not in printed.pages()


def test_the_address_of_a_story_that_ended_leads_on(printed: MemoryMirror) -> None:
    tide, flood = id_of("tide"), id_of("flood")
    at = f"stories/{tide[0]}/{tide[1]}/{tide}.txt"
    assert b"former=()" in printed.pages()[at]
    printed.store.stories.grouped([(tide, None), (flood, None)])
    printed.render()
    page = printed.pages()[at]
    assert b"summaries=()" in page and tide.encode() in page and flood.encode() in page
    assert printed_whole(printed)[at] == page
    printed.store.stories.grouped([(tide, flood), (flood, flood)])  # together again, elsewhere
    printed.render()
    assert printed.pages()[at] != page and f"story='{flood}'".encode() in printed.pages()[at]
    printed.store.stories.grouped([(tide, tide), (flood, tide)])  # back under the first address
    printed.render()
    assert b"former=()" in printed.pages()[at]


def test_everything_is_printed_once(printed: MemoryMirror) -> None:
    day = "articles/2031/05/04"
    assert set(printed.pages()) == {
        f"articles/2031/03/25/gazette-{id_of('ice')}.txt",
        f"articles/2031/04/29/courier-{id_of('thaw')}.txt",
        f"{day}/gazette-{id_of('tide')}.txt",
        f"{day}/courier-{id_of('flood')}.txt",
        f"articles/2031/05/05/gazette-{id_of('fog')}.txt",
        *(path for path in printed.pages() if path.startswith("pictures/2031/05/04/")),
        "index.txt",
        "index_1.txt",
        "outlets/gazette.txt",
        "outlets/courier.txt",
        "outlets/gazette/2031-03.txt",
        "outlets/gazette/2031-05.txt",
        "outlets/courier/2031-04.txt",
        "outlets/courier/2031-05.txt",
        "months/2031-03.txt",
        "months/2031-04.txt",
        "months/2031-05.txt",
        "days/2031/03/25.txt",
        "days/2031/04/29.txt",
        "days/2031/05/04.txt",
        "days/2031/05/05.txt",
        f"stories/{id_of('tide')[0]}/{id_of('tide')[1]}/{id_of('tide')}.txt",
        "style.css",
    }
    assert sum(path.startswith("pictures/") for path in printed.pages()) == 1
    assert sequence(printed) == 1


def test_an_empty_mirror_prints_nothing(mirror: MemoryMirror) -> None:
    assert mirror.render() == 0
    assert mirror.files() == {}
    assert sequence(mirror) == 0


def test_an_edition_without_pictures_holds_none(mirror: MemoryMirror) -> None:
    mirror.components = replace(
        mirror.components,
        settings=replace(SETTINGS, editions=(WEB, GIT)),
        layouts={"web": Plain(), "git": Plain()},
    )
    fill(mirror)
    mirror.render()
    assert any(path.startswith("pictures/") for path in mirror.pages("web"))
    assert not any(path.startswith("pictures/") for path in mirror.pages("git"))
    assert mirror.pages("git").keys() < mirror.pages("web").keys()


# What is printed anew

CHANGES: dict[str, Callable[[MemoryMirror], object]] = {
    "new": lambda mirror: mirror.keep("rain", hours=2, source="courier"),
    "new day between": lambda mirror: mirror.keep("wind", hours=-48),
    "new month before": lambda mirror: mirror.keep("frost", hours=-24 * 90),
    "new outlet": lambda mirror: mirror.keep("rain", hours=2, source="herald"),
    "title": lambda mirror: mirror.keep("thaw", hours=-1, title="Thaw sets in"),
    "title in a story": lambda mirror: mirror.keep("tide", title="白鹭湾渡轮搁浅乘客获救（更新）"),
    "withdrawn": lambda mirror: mirror.store.articles.withdraw(id_of("ice"), later(9)),
    "withdrawn in a story": lambda mirror: mirror.store.articles.withdraw(id_of("tide"), later(9)),
    "late picture": lambda mirror: mirror.had(QUAY, id_of("flood")),
    "picture dropped": lambda mirror: mirror.keep("flood", source="courier", pictures=(QUAY,)),
    "joins a story": lambda mirror: mirror.keep(
        "surge",
        source="courier",
        hours=8,
        title="渡轮海燕号在白鹭湾搁浅后脱险，乘客获救",
        text="渡轮海燕号搁浅后脱险。",
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_is_printed_as_if_all_were(printed: MemoryMirror, change: str) -> None:
    before = printed.pages()
    CHANGES[change](printed)
    count = printed.render()
    after = printed.pages()
    assert count == len(differing(before, after)) > 0
    assert sequence(printed) == 2
    assert printed_whole(printed) == after
    assert sequence(printed) == 2


def test_a_withdrawn_article_that_is_back_leaves_no_trace(printed: MemoryMirror) -> None:
    before = printed.pages()
    printed.store.articles.withdraw(id_of("tide"), later(9))
    printed.render()
    printed.store.articles.restore(id_of("tide"))
    printed.render()
    assert printed.pages() == before


def test_a_picture_is_kept_as_long_as_an_article_shows_it(printed: MemoryMirror) -> None:
    def pictures() -> int:
        return sum(path.startswith("pictures/") for path in printed.pages())

    printed.keep("tide")
    printed.render()
    assert pictures() == 1
    printed.keep("flood", source="courier")
    printed.render()
    assert pictures() == 0


def test_only_what_changed_is_asked_of_the_layout(printed: MemoryMirror) -> None:
    class Counting(Plain):
        asked: tuple[str, ...] = ()

        def article(self, page, site):  # type: ignore[no-untyped-def]
            self.asked = (*self.asked, page.summary.id)
            return super().article(page, site)

    layout = Counting()
    printed.keep("ice", hours=-24 * 40, title="Ice breaks")
    printed.render(layout)
    assert layout.asked == (id_of("ice"),)


# What is not printed


def test_an_idle_build_writes_nothing(tmp_path: Path) -> None:
    with (
        closing(MemoryMirror(folder=tmp_path)) as mirror,
        closing(Database(tmp_path / FILE)) as watcher,
    ):
        fill(mirror)
        mirror.render()
        version = watcher.row("PRAGMA data_version")
        files = mirror.files()
        assert mirror.render() == 0
        assert not mirror.store.articles.restore(id_of("tide"))
        assert mirror.render() == 0
        assert watcher.row("PRAGMA data_version") == version
        assert mirror.files() == files
        assert sequence(mirror) == 1


def test_the_same_article_again_changes_no_file(printed: MemoryMirror) -> None:
    files = printed.files()
    printed.store.articles.hold(id_of("tide"))  # counts it as changed
    assert printed.render() == 0
    assert printed.files() == files
    assert sequence(printed) == 1


# What all pages share

OTHER_TITLE = (replace(SETTINGS.sources[0], title="Gazette of the Bay"), SETTINGS.sources[1])


@pytest.mark.parametrize(
    ("changed", "everything"),
    [
        ({"name": "Bay mirror"}, True),
        ({"languages": ("fr", "en")}, False),
        ({"sources": OTHER_TITLE}, False),
        ({"sources": (*SETTINGS.sources, Source(name="herald", title="Herald"))}, False),
    ],
)
def test_another_masthead_prints_all_anew(
    printed: MemoryMirror, changed: dict[str, object], everything: bool
) -> None:
    before, root = printed.pages(), printed.store.editions.state("web").root
    printed.change(**changed)
    count = printed.render()
    after = printed.pages()
    assert count == len(differing(before, after)) > 0
    pictures = {path for path in after if path.startswith("pictures/")}
    if everything:
        assert differing(before, after) == after.keys() - pictures - {"style.css"}
    descriptor = json.loads(printed.files()[manifest.DESCRIPTOR])
    assert (descriptor["sequence"], descriptor["previous"]) == (2, root)
    assert printed.render() == 0


def test_another_zone_moves_articles_to_their_days(printed: MemoryMirror) -> None:
    printed.change(timezone="America/New_York")
    printed.render()
    assert "days/2031/05/05.txt" not in printed.pages()
    printed.keep("fog", title="Fog lifts")
    printed.render()
    pages = printed.pages()
    assert b"Fog lifts" in pages["days/2031/05/04.txt"]
    assert f"articles/2031/05/05/gazette-{id_of('fog')}.txt" in pages  # where readers know it
    assert printed_whole(printed) == pages


def test_another_layout_prints_all_anew_and_takes_the_old_pages_away(printed: MemoryMirror) -> None:
    class Elsewhere(Plain):
        version = "2"

        def article(self, page, site):  # type: ignore[no-untyped-def]
            (output,) = super().article(page, site)
            return (replace(output, path=f"a/{page.summary.id}.txt"),)

        def static_files(self, site):  # type: ignore[no-untyped-def]
            return ()

    printed.render(Elsewhere())
    found = printed.pages()
    assert not any(path.startswith("articles/") for path in found)
    assert sum(path.startswith("a/") for path in found) == 5
    assert "style.css" not in found
    assert "articles/SHA256SUMS" not in printed.files()


# The signed manifest


@pytest.mark.parametrize("key", [KEY, None])
def test_every_state_verifies(tmp_path: Path, key: object) -> None:
    with closing(MemoryMirror(key=KEY if key else None)) as mirror:
        fill(mirror)
        for number, change in enumerate((lambda _: None, *CHANGES.values())):
            change(mirror)
            mirror.render()
            copy = FolderCopy(mirror.write(tmp_path / str(number)))
            report = verify(copy, KEY.public)
            assert report.intact, report
            assert report.trust is (Trust.GOOD if key else Trust.UNSIGNED)
            assert report.checked == len(mirror.files()) - (2 if key else 1)
            assert report.descriptor is not None
            assert report.descriptor.sequence == number + 1


def test_a_key_that_is_new_signs_what_is_printed_already(tmp_path: Path) -> None:
    with closing(MemoryMirror(key=None)) as mirror:
        fill(mirror)
        for number, (key, trust) in enumerate(
            ((None, Trust.UNSIGNED), (KEY, Trust.GOOD), (OTHER_KEY, Trust.STRANGER))
        ):
            mirror.components = replace(mirror.components, key=key)
            mirror.render()
            report = verify(FolderCopy(mirror.write(tmp_path / str(number))), KEY.public)
            assert (report.intact, report.trust) == (True, trust)


def test_the_seal_bears_the_time_of_the_last_change(printed: MemoryMirror) -> None:
    time = printed.store.changes.newest()
    assert printed.store.editions.state("web").sealed == time
    assert json.loads(printed.files()[manifest.DESCRIPTOR])["time"] == manifest.iso(time)


# Cut off


@pytest.mark.parametrize(
    "layout",
    [
        lambda: CutOff(article=1),
        lambda: CutOff(article=BATCH),
        lambda: CutOff(article=BATCH + 2),
        lambda: CutOff(list_page=1),
        lambda: CutOff(list_page=BATCH + 2),
    ],
)
def test_a_build_that_was_cut_off_ends_with_the_same_bytes(
    large: tuple[Callable[[MemoryMirror], None], dict[str, bytes]], layout: Callable[[], CutOff]
) -> None:
    fill_large, expected = large
    with closing(MemoryMirror()) as mirror:
        fill_large(mirror)
        with pytest.raises(KeyboardInterrupt):
            mirror.render(layout())
        assert sequence(mirror) == 0
        mirror.render()
        assert mirror.files() == expected


@pytest.fixture(scope="module")
def large() -> tuple[Callable[[MemoryMirror], None], dict[str, bytes]]:
    """More articles and lists than one transaction prints, and what comes of them."""

    def fill_large(mirror: MemoryMirror) -> None:
        with mirror.store.transaction():
            for number in range(BATCH + 5):
                mirror.keep(f"report-{number}", hours=-24 * number)

    with closing(MemoryMirror()) as mirror:
        fill_large(mirror)
        mirror.render()
        return fill_large, mirror.files()


def test_a_build_that_was_cut_off_later_ends_with_the_same_pages(printed: MemoryMirror) -> None:
    with closing(MemoryMirror()) as other:
        fill(other)
        other.render()
        for mirror in (printed, other):
            mirror.keep("rain", hours=2)
            mirror.keep("thaw", source="courier", hours=-24 * 5, title="Thaw sets in")
        with pytest.raises(KeyboardInterrupt):
            printed.render(CutOff(list_page=2))
        printed.render()
        other.render()
        assert printed.files() == other.files()


# Order


def test_the_order_of_arrival_does_not_show() -> None:
    names = [f"report-{number}" for number in range(12)]
    results = []
    for order in (names, names[::-1]):
        with closing(MemoryMirror()) as mirror:
            for name in order:
                mirror.keep(name, hours=-int(name[7:]) * 7)
            mirror.render()
            results.append(mirror.files())
    assert results[0] == results[1]


steps = st.lists(
    st.tuples(
        st.sampled_from(["keep", "revise", "withdraw", "restore", "picture", "group"]),
        st.integers(0, 5),
        st.booleans(),
    ),
    max_size=14,
)


@settings(max_examples=40)
@given(steps)
def test_whatever_happens_little_by_little_is_the_same_as_all_at_once(
    steps: list[tuple[str, int, bool]],
) -> None:
    with closing(MemoryMirror()) as often, closing(MemoryMirror()) as once:
        for kind, number, printing in steps:
            for mirror in (often, once):
                happen(mirror, kind, number)
            if printing:
                often.render()
                group_only(once)
        often.render()
        once.render()
        assert often.pages() == once.pages()
        before = sequence(often)
        if before:
            assert printed_whole(often) == once.pages()
        assert sequence(often) == before


def happen(mirror: MemoryMirror, kind: str, number: int) -> None:
    """Something happens to one of six articles, which share a picture by twos."""
    name, source = f"report-{number}", ("gazette", "courier")[number % 2]
    articles, picture = mirror.store.articles, f"https://img.example/{number // 2}.jpg"
    known = articles.known(id_of(name))
    if kind == "keep" and known is None:
        mirror.keep(name, source=source, hours=-13 * number, pictures=(picture,))
    elif kind == "revise" and known is not None:
        mirror.keep(name, source=source, text=f"Revision {known.revision + 1}.")
    elif kind == "withdraw":
        articles.withdraw(id_of(name), later(1))
    elif kind == "restore":
        articles.restore(id_of(name))
    elif kind == "picture" and not mirror.store.pictures.state(picture, NOON).decided:
        mirror.had(picture, id_of(name))
    elif kind == "group" and known is not None:
        mirror.store.stories.grouped([(id_of(name), f"story-{number // 3}")])


def group_only(mirror: MemoryMirror) -> None:
    """Step 5 at the same moments as elsewhere: what was settled together is grouped together."""
    editions = mirror.components.settings.editions
    mirror.change(editions=())
    mirror.render()
    mirror.change(editions=editions)


def test_nothing_is_built_for_no_edition(printed: MemoryMirror) -> None:
    printed.change(editions=())
    printed.keep("rain")
    assert render_editions(printed.components, Summary()) == 0


# Lists


class Counting(Plain):
    """Which pages of lists it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int | None]] = []

    def list_page(self, page: ListPage, site: Site) -> tuple[Output, ...]:
        self.asked.append((page.article_list.key, page.number))
        return super().list_page(page, site)


def test_one_more_article_renders_the_pages_that_change(mirror: MemoryMirror) -> None:
    """In a day of forty articles, whose list has many pages."""
    with mirror.store.transaction():
        for number in range(40):
            mirror.keep(f"report-{number}", hours=number / 100)
    mirror.render()
    mirror.keep("last", hours=1)
    layout = Counting()
    mirror.render(layout)
    of_day = [number for key, number in layout.asked if key == "day:2031-05-04"]
    assert len(of_day) <= 3
    others = [key for key, _ in layout.asked if key not in ("day:2031-05-04", "front:")]
    assert len(others) <= 7  # outlet, its month, month
    layout.asked.clear()
    mirror.keep("report-0", title="Another title")
    mirror.render(layout)
    assert [number for key, number in layout.asked if key == "day:2031-05-04"] == [1]


def test_a_shorter_list_loses_its_last_page(mirror: MemoryMirror) -> None:
    for number in range(PAGE + 1):
        mirror.keep(f"report-{number}", hours=number / 100)
    mirror.render()
    assert "days/2031/05/04_1.txt" in mirror.pages()
    hold_article(mirror.components, Summary(), id_of("report-0"), ValueError("damaged"))
    mirror.render()
    assert "days/2031/05/04_1.txt" not in mirror.pages()
    assert mirror.store.editions.page_digests("web", "day:2031-05-04").keys() == {0}


def test_lists_that_a_layout_no_longer_has_are_removed(mirror: MemoryMirror) -> None:
    class Without(Plain):
        version = "2"

        def lists(self, summary: ArticleSummary, site: Site) -> tuple[ArticleList, ...]:
            return tuple(one for one in super().lists(summary, site) if one.kind != "day")

    mirror.keep("tide")
    mirror.render()
    before = set(mirror.pages())
    mirror.render(Without())
    assert before - set(mirror.pages()) == {"days/2031/05/04.txt"}


class Chosen(Plain):
    """A `Plain` layout whose front page shows chosen articles."""

    def __init__(self, *lookup: str, basis: str = "") -> None:
        self.asked: list[str] = []
        self._front = ArticleList(kind="front", limit=0, lookup=lookup, basis=basis)

    def standing_lists(self, site: Site) -> tuple[ArticleList, ...]:
        return (self._front,)

    def lists(self, summary: ArticleSummary, site: Site) -> tuple[ArticleList, ...]:
        return ()

    def article(self, page: ArticlePage, site: Site) -> tuple[Output, ...]:
        self.asked.append(page.summary.id)
        return super().article(page, site)


def test_standing_lists_that_changed_are_rendered_and_no_article(mirror: MemoryMirror) -> None:
    tide = mirror.keep("tide")
    mirror.render(Chosen())
    address = mirror.store.articles.origin(tide)[1]
    other = Chosen(address, "https://gazette.example/none")
    assert mirror.render(other) == 1
    assert other.asked == []
    front = mirror.pages()["index.txt"].decode("utf-8")
    assert f"found={{'{address}': ArticleSummary(id='{tide}'" in front
    assert mirror.render(Chosen(address, "https://gazette.example/none")) == 0
    assert mirror.render(Chosen(address, basis="a note")) == 1


def test_a_list_may_ask_for_whole_articles(mirror: MemoryMirror) -> None:
    class Full(Plain):
        def standing_lists(self, site: Site) -> tuple[ArticleList, ...]:
            return (ArticleList(kind="front", limit=1, texts=1),)

        def lists(self, summary: ArticleSummary, site: Site) -> tuple[ArticleList, ...]:
            return self.standing_lists(site)

    for name, hours in (("tide", 0), ("fog", 1)):
        mirror.keep(name, hours=hours, text=f"All about {name}.")
    mirror.render(Full())
    front = mirror.pages()["index.txt"]
    assert b"All about fog" in front
    assert b"All about tide" not in front


# Paths


def path(mirror: MemoryMirror, name: str, edition: str = "web") -> str:
    return mirror.store.articles.summary(id_of(name), edition).path


def picture_path(mirror: MemoryMirror, url: str) -> str | None:
    return mirror.store.paths.of("web", mirror.store.pictures.of([url])[url].id)


def test_an_article_keeps_its_path(mirror: MemoryMirror) -> None:
    mirror.keep("tide", hours=5)  # 17:00 UTC, past midnight in Shanghai
    mirror.render()
    first = f"articles/2031/05/05/gazette-{id_of('tide')}.txt"
    assert path(mirror, "tide") == first
    mirror.keep("tide", hours=30, title="Tide comes in")
    mirror.change(timezone="UTC")
    mirror.render()
    assert path(mirror, "tide") == first
    assert first in mirror.pages()


def test_another_layout_assigns_paths_of_its_own(mirror: MemoryMirror) -> None:
    class Flat(Plain):
        version = "2"

        def path(self, summary: ArticleSummary, site: Site, count: PathCounter) -> str:
            return f"pages/{summary.source}/{summary.id}.txt"

    mirror.keep("tide")
    mirror.render()
    mirror.change(editions=(replace(WEB, layout="flat"),))
    mirror.render(Flat())
    assert path(mirror, "tide") == f"pages/gazette/{id_of('tide')}.txt"
    assert [name for name in mirror.pages() if name.startswith("articles/")] == []


@pytest.mark.parametrize("wrong", ["../x.txt", "", "a/.git/x", "same.txt"])
def test_an_article_without_a_usable_path_fails_alone(mirror: MemoryMirror, wrong: str) -> None:
    class Wrong(Plain):
        def path(self, summary: ArticleSummary, site: Site, count: PathCounter) -> str:
            same = "same.txt" if wrong == "same.txt" else super().path(summary, site, count)
            return wrong if summary.id == id_of("fog") else same

    mirror.keep("tide")
    mirror.keep("fog", hours=1)
    mirror.render(Wrong())
    assert mirror.store.quarantine.subjects("article") == (id_of("fog"),)
    assert path(mirror, "tide") in mirror.pages()


def test_a_full_day_goes_on_in_another_folder_the_oldest_first(mirror: MemoryMirror) -> None:
    """In order of publication, whatever came first."""
    with mirror.store.transaction():
        for number in reversed(range(MAX_FILES + 1)):
            mirror.keep(f"report-{number}", hours=-number / 1000, title=f"{number}", text="")
    mirror.render()
    assert path(mirror, "report-0").startswith("articles/2031/05/04-2/")
    assert path(mirror, "report-1").startswith("articles/2031/05/04/")


def test_pictures_are_where_they_were_first_shown(mirror: MemoryMirror) -> None:
    mirror.keep("tide", pictures=(PIER,))
    mirror.had(PIER, id_of("tide"))
    mirror.render()
    first = picture_path(mirror, PIER)
    assert first is not None
    assert first.startswith("pictures/2031/05/04/")
    mirror.keep("fog", hours=72, pictures=(PIER, QUAY))
    mirror.had(QUAY, id_of("fog"))
    mirror.render()
    assert picture_path(mirror, PIER) == first
    assert str(picture_path(mirror, QUAY)).startswith("pictures/2031/05/07/")


def test_a_late_picture_gets_its_path(mirror: MemoryMirror) -> None:
    article = mirror.keep("tide", pictures=(PIER,))
    mirror.render()
    mirror.had(PIER, article)
    mirror.render()
    assert picture_path(mirror, PIER) in mirror.pages()


# Links to our copies


def shows_copy(mirror: MemoryMirror, name: str, target: str) -> bool:
    """Whether the page of an article links to our copy of another."""
    content = mirror.pages()[path(mirror, name)].decode("utf-8")
    return f"copies={{'{address(target)}': '{path(mirror, target)}'}}" in content


def test_an_article_links_to_the_copies_of_those_it_links_to(mirror: MemoryMirror) -> None:
    mirror.keep("tide", links=(address("fog"), "https://elsewhere.example/x", address("tide")))
    mirror.render()
    assert "copies={}" in mirror.pages()[path(mirror, "tide")].decode("utf-8")
    mirror.keep("fog", hours=1)
    mirror.keep("rain", hours=2)
    counting = Chosen()
    mirror.render()
    assert shows_copy(mirror, "tide", "fog")
    mirror.keep("fog", hours=1, title="Fog lifts")
    mirror.render(counting)
    assert counting.asked == [id_of("fog")], "a new revision changes no page that links to it"


def test_a_held_article_is_no_copy(mirror: MemoryMirror) -> None:
    mirror.keep("tide", links=(address("fog"),))
    mirror.keep("fog", hours=1)
    mirror.render()
    assert shows_copy(mirror, "tide", "fog")
    hold_article(mirror.components, Summary(), id_of("fog"), ValueError("damaged"))
    mirror.render()
    assert "copies={}" in mirror.pages()[path(mirror, "tide")].decode("utf-8")
    with mirror.store.transaction():
        mirror.store.quarantine.release()
    mirror.render()
    assert shows_copy(mirror, "tide", "fog")


def test_a_revision_without_the_link_is_forgotten(mirror: MemoryMirror) -> None:
    mirror.keep("tide", links=(address("fog"),))
    mirror.keep("tide", text="No link any more.")
    mirror.render()
    mirror.keep("fog", hours=1)
    counting = Chosen()
    mirror.render(counting)
    assert counting.asked == [id_of("fog")]
