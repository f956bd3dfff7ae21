"""What pages contain, and that both layouts show all of it."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest

from mirrorpress import urls
from mirrorpress.model import ArticlePage, ListPage
from mirrorpress.model.blocks import Link, Text
from mirrorpress.protocols import Layout
from mirrorpress.render import lists
from mirrorpress.render.almanac import Almanac
from mirrorpress.render.context import RenderContext
from mirrorpress.render.line_views import LineView
from mirrorpress.render.paths import list_path, page_path
from mirrorpress.render.story_views import StoryView
from mirrorpress.render.views import ArticleView, ListView, ViewBuilder, modified, quoted
from mirrorpress.render.web import WebSite
from mirrorpress.render.words import LANGUAGES, words
from render import samples

OWN = samples.PAGES[1]
QUOTED = replace(
    OWN, summary=replace(OWN.summary, id=urls.quoted_id(OWN.summary.source, OWN.revision.url))
)


def page(layout: Layout, page: ArticlePage, language: str) -> str:
    (output,) = layout.article(samples.at(layout, page), samples.in_words_of(language))
    content = output.content
    assert content is not None
    return content.decode("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", [Almanac(), WebSite()], ids=["almanac", "web"])
def test_text_of_a_foreign_feed_is_labelled_as_such(layout: Layout, language: str) -> None:
    assert (quoted(QUOTED), quoted(OWN)) == (True, False)
    label = str(words(language).catalogue["quoted"]).rpartition("}")[2].strip()
    assert len(label) > 8
    assert label in page(layout, QUOTED, language)
    assert label not in page(layout, OWN, language)


CONTEXT = RenderContext(samples.SITE_DATA)
LAYOUTS = {".md": Almanac(), ".html": WebSite()}


def builder(here: str, ending: str) -> ViewBuilder:
    return ViewBuilder(here, CONTEXT, partial(page_path, ending=ending))


ZH_ID = samples.ZH.id


def article_view(page: ArticlePage, ending: str) -> tuple[ArticleView, str]:
    """What the page contains, and the page."""
    layout = LAYOUTS[ending]
    placed = samples.at(layout, page)
    (output,) = layout.article(placed, samples.SITE_DATA)
    assert output.content is not None
    view = builder(output.path, ending).article(placed)
    return view, plain(output.content)


@pytest.mark.parametrize("ending", LAYOUTS)
def test_an_article_without_a_time_of_day_shows_none(ending: str) -> None:
    page = samples.PAGES[0]
    day = page.revision.published.replace(hour=0, minute=0, second=0)
    view, shown = article_view(
        replace(page, revision=replace(page.revision, published=day)), ending
    )
    assert view.published.shown == f"{day:%Y-%m-%d}"
    assert "00:00" not in shown


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        (datetime(2026, 3, 4, 9, tzinfo=UTC), True),
        (datetime(2026, 3, 4, 9), True),
        (datetime(2026, 3, 4, 3, tzinfo=UTC), False),  # before the publication
        (datetime(2026, 3, 4), False),  # its day
        (datetime(2026, 3, 6, 9, tzinfo=UTC), False),  # after the copy was made
        (datetime(2026, 12, 4), False),
        (None, False),
    ],
)
def test_when_a_change_is_shown(stated: datetime | None, shown: bool) -> None:
    page = samples.page(samples.EN, samples.EN_BLOCKS, modified=stated)
    assert (modified(page) is not None) is shown


def test_the_notice_of_a_change_leads_to_a_page_that_shows_it() -> None:
    page = samples.REVISED[0]
    view = builder(page.summary.path or "a.md", ".md").article(page)
    assert view.changed is not None and "2026-03-04" in view.changed
    assert view.changes is not None and view.changes.href.endswith(f"changes/a/a/{ZH_ID}.md")
    assert builder("a.md", ".md").article(samples.PAGES[0]).changes is None
    shown = builder(f"changes/a/a/{ZH_ID}.md", ".md").changes(page)
    (change,) = shown.changes
    assert change.headline == ("云津河一夜上涨一米，两千人转移", "云津河一夜上涨两米，三千人转移")
    assert change.cut == ("市政府尚未公布 *下一步* 安排。",)
    (pieces,) = change.edits
    assert [piece.text for piece in pieces if piece.kind == "added"] == [
        "二",
        "两",
        "请尽快转移",
        "三",
    ]


def test_of_a_long_paragraph_only_what_changed_is_shown() -> None:
    word = "Another sentence of the same paragraph follows here. "
    before = replace(samples.EN_ARTICLE, blocks=(samples.p(word * 20 + "It was 3 m high."),))
    after = replace(samples.EN_ARTICLE, blocks=(samples.p(word * 20 + "It was 4 m high."),))
    page = samples.changed(samples.PAGES[2], before, ("numbers",))
    change = replace(page.changes[0], after=replace(page.revision, article=after))
    shown = builder("a.md", ".md").changes(replace(page, changes=(change,)))
    first, *others = shown.changes[0].edits[0]
    assert first.kind == "same" and first.text.startswith("…") and len(first.text) <= 61
    assert [piece.text for piece in others] == ["3", "4", " m high."]


def list_view(page: ListPage, ending: str) -> tuple[ListView, str]:
    layout = LAYOUTS[ending]
    placed = samples.at(layout, page)
    (output,) = layout.list_page(placed, samples.SITE_DATA)
    assert output.content is not None
    assert output.path == list_path(page.article_list, ending, page.number)
    return builder(output.path, ending).list_page(placed), plain(output.content)


def plain(content: bytes) -> str:
    """A page without what only sets texts apart: escapes of either format, and isolates."""
    text = html.unescape(content.decode("utf-8")).replace("\\", "").replace("<wbr>", "")
    return text.translate(dict.fromkeys(map(ord, "\u2068\u2069")))


def of_line(line: LineView) -> Iterator[str | None]:
    yield from (line.href, line.title, line.outlet, line.time.shown, line.teaser, line.mark)


def of_story(story: StoryView) -> Iterator[str | None]:
    yield story.first
    for version in story.versions:
        yield from (*of_line(version.line), *version.only)
        for copy in version.copies:
            yield from (*of_line(copy.line), *copy.added, *copy.cut)
    for said in (*story.figures, *story.quotations):
        yield from (said.text, *said.outlets)


def missing(page: str, texts: Iterator[str | None]) -> list[str]:
    found = [plain(text.encode()) for text in texts if text]
    assert found
    return [text for text in found if text not in page]


@pytest.mark.parametrize("ending", LAYOUTS)
@pytest.mark.parametrize("page", samples.PAGES, ids=lambda page: page.summary.source)
def test_a_layout_shows_all_that_the_view_of_an_article_holds(
    page: ArticlePage, ending: str
) -> None:
    view, shown = article_view(page, ending)

    def texts() -> Iterator[str | None]:
        yield from (view.title, view.subtitle, view.outlet, *view.bylines, view.published.shown)
        yield from (view.source, view.copied)
        for sentence in (view.modified, view.withdrawn):
            yield from (sentence or "").replace("(", ")").split(")")[:1]
        for link in (*view.navigation, *(one for one in (view.story, view.before) if one)):
            yield from (link.href, link.label)
        for line in view.also:
            yield from of_line(line)

    marked = shown.replace('<span class="date">', "").replace("</span>", "")
    assert missing(marked, texts()) == []


@pytest.mark.parametrize("ending", LAYOUTS)
@pytest.mark.parametrize("page", samples.list_pages(), ids=lambda page: page.article_list.key)
def test_a_layout_shows_all_that_the_view_of_a_list_holds(page: ListPage, ending: str) -> None:
    view, shown = list_view(page, ending)

    def texts() -> Iterator[str | None]:
        yield view.title
        for link in (*view.navigation, *(group.day for group in view.groups if group.day)):
            yield from (link.href, link.label)
        for line in (line for group in view.groups for line in group.lines):
            yield from of_line(line)
        for line in (*view.moved, *view.before, *view.after):
            yield from of_line(line)
        if view.story:
            yield from of_story(view.story)
        for event in view.events:
            yield from (event.line.href, event.line.title, event.count)
            for outlet in event.outlets:
                yield from (outlet.href, outlet.label)
        for count in (*view.outlets, *view.parts):
            yield from (count.label, count.href, count.count)
        if view.parts:
            yield view.parts_title

    assert missing(shown, texts()) == []


def test_the_view_of_an_article_links_to_the_lists_that_name_it() -> None:
    view, _ = article_view(samples.PAGES[0], ".md")
    assert [link.label for link in view.navigation] == ["远山镜报", "远山日报", "2026-03-04"]
    assert view.navigation[0].href == "../../../../README.md"
    assert view.published.machine == "2026-03-04T07:20+08:00"


def test_the_view_of_a_story_bears_its_first_title_and_whole_times() -> None:
    of_story = [one for one in samples.list_pages() if one.article_list.kind == "story"]
    view, _ = list_view(of_story[0], ".md")
    assert view.title == samples.ZH.title and view.language == samples.ZH.language
    assert view.groups == () and view.story is not None
    assert [version.line.outlet for version in view.story.versions] == [
        "远山日报",
        "قنديل",
        "The Harbour Ledger",
    ]
    assert all("UTC" in version.line.time.shown for version in view.story.versions)


def test_reports_of_a_story_whose_texts_are_not_read_are_listed_after_the_others() -> None:
    page = next(one for one in samples.list_pages() if one.article_list.story == samples.STORY)
    first = {samples.ZH.id: page.articles[samples.ZH.id]}
    view, _ = list_view(replace(page, articles=first), ".html")
    assert view.story is not None
    assert [version.line.title for version in view.story.versions] == [samples.ZH.title]
    assert (view.story.figures, view.story.quotations) == ((), ())
    (rest,) = view.groups
    assert [line.title for line in rest.lines] == [samples.AR.title, samples.EN.title]


def test_a_story_that_ended_leads_to_the_stories_its_reports_are_in() -> None:
    ended = next(one for one in samples.list_pages() if one.article_list.story == samples.ENDED)
    assert ended.former == (samples.OLD, samples.EN)
    view, shown = list_view(ended, ".html")
    assert view.title == samples.OLD.title and not view.is_empty and view.groups == ()
    assert [line.href.rpartition("/")[2] for line in view.moved] == [
        f"yuanshan-{samples.OLD.id}.html",
        f"{samples.STORY}.html",
    ]
    assert "refresh" not in shown
    one = replace(ended, former=(samples.EN, samples.ZH))  # both are in one story
    view, shown = list_view(one, ".html")
    (line,) = view.moved
    assert f'http-equiv="refresh" content="0; url={line.href}"' in shown


def test_a_story_names_the_events_before_and_after_it() -> None:
    page = next(one for one in samples.list_pages() if one.article_list.story == samples.STORY)
    former = replace(samples.OLD, story=samples.ENDED)
    view, shown = list_view(replace(page, before=(former,)), ".html")
    (before,), (after,) = view.before, view.after
    assert (before.title, after.title) == (samples.OLD.title, samples.FR.title)
    assert before.href.endswith(f"{samples.ENDED}.html")  # the page of the story
    assert after.href.endswith(f"{samples.FR.id}.html")  # a report alone
    assert shown.index("此事的前情") < shown.index("此事的后续")
    view, shown = list_view(replace(page, before=(), after=()), ".html")
    assert "此事的前情" not in shown and "此事的后续" not in shown


def test_an_article_in_no_story_leads_to_the_story_that_its_event_follows() -> None:
    page = next(one for one in samples.PAGES if one.follows)
    view, shown = article_view(page, ".html")
    assert "此事的前情" in shown
    assert view.story is None and view.before is not None
    assert view.before.href.endswith(f"{samples.STORY}.html")


def test_a_list_of_one_outlet_does_not_name_it_in_each_line() -> None:
    for page in samples.list_pages():
        view, _ = list_view(page, ".html")
        named = [line.outlet for group in view.groups for line in group.lines]
        assert all((name is None) == (page.article_list.outlet is not None) for name in named)


def test_the_front_page_does_not_repeat_the_reports_of_the_events_above() -> None:
    front = next(one for one in samples.list_pages() if one.article_list == lists.FRONT)
    view, _ = list_view(front, ".html")
    (event,) = view.events
    assert [outlet.label for outlet in event.outlets] == [
        "远山日报",
        "قنديل",
        "The Harbour Ledger",
    ]
    listed = [line.title for group in view.groups for line in group.lines]
    assert listed == [samples.FR.title, samples.OLD.title]
    alone = replace(front, summaries=samples.REPORTS)
    view, _ = list_view(alone, ".html")
    assert view.groups == () and not view.is_empty


def test_a_list_without_articles_has_no_page_to_link_to() -> None:
    front = next(one for one in samples.list_pages() if one.article_list == lists.FRONT)
    emptied = replace(front, outlets=(replace(front.outlets[0], articles=0), *front.outlets[1:]))
    view, _ = list_view(emptied, ".html")
    assert [count.href is None for count in view.outlets[:2]] == [True, False]


def test_an_article_without_a_title_is_called_by_its_id() -> None:
    own = samples.PAGES[0]
    article = replace(own.revision.article, title="")
    bare = replace(own, revision=replace(own.revision, article=article))
    assert builder("a.md", ".md").article(bare).title == own.summary.id


@pytest.mark.parametrize(
    ("layout", "link"),
    [(Almanac(), "](../05/copy.md)"), (WebSite(), '<a href="../05/copy.html">')],
    ids=["almanac", "web"],
)
def test_a_link_to_an_article_of_ours_leads_to_our_copy(layout: Layout, link: str) -> None:
    url = "https://estran.example/enqu%C3%AAte"
    linked = samples.page(samples.EN, (samples.p("See ", Link(url, (Text("this"),)), "."),))
    ending = "md" if isinstance(layout, Almanac) else "html"
    copies = {url: f"articles/2026/03/05/copy.{ending}"}
    (output,) = layout.article(
        replace(samples.at(layout, linked), copies=copies), samples.SITE_DATA
    )
    assert output.content is not None
    text = output.content.decode("utf-8")
    assert link in text
    assert url not in text.replace(samples.EN.url, "")
