"""Step 4 keeps what an outlet changed, and the pages that an article was extracted from."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from mirrorpress import urls
from mirrorpress.config import StoreOptions
from mirrorpress.errors import SuspiciousRevision
from mirrorpress.extract import extract, join
from mirrorpress.fetch.recorded import RecordedFetcher
from mirrorpress.model import FeedEntry, Page, Source, Validators
from mirrorpress.model.plain import plain_text
from mirrorpress.pipeline.components import SourceResources
from mirrorpress.pipeline.discover import Finder
from mirrorpress.pipeline.site_memory import SiteMemory, day_of
from mirrorpress.pipeline.store import StoreStep
from mirrorpress.store.pages import unpack
from pipeline.rounds import Round, Stumbling, page, rss
from pipeline.runners import InProcess
from store.samples import NOON

GAZETTE = Source(name="gazette", title="The Gazette", url="https://gazette.example/feed")
WORLD = Source(name="world", title="The Gazette: World", url="https://gazette.example/world")
A = "https://gazette.example/a"
A2 = "https://gazette.example/a?page=2"
ID = urls.article_id(A)
NEXT = f'<link rel="next" href="{A2}">'
LIMIT = 1_000_000


def bring(
    mirror: Round,
    *pages: Page,
    source: Source = GAZETTE,
    entry: FeedEntry | None = None,
    limit: int = LIMIT,
) -> None:
    """Steps 2 to 4 of the article at A, where an index lists it and these pages are there."""
    store, components = mirror.store, mirror.components
    settings = replace(components.settings, store=StoreOptions(pages=limit))
    listed = entry or FeedEntry(url=A, title="Ferry")
    store.entries.listed(source.name, [listed], NOON)
    due = store.entries.get(source.name, urls.identity(A))
    fetcher = RecordedFetcher({one.url: one for one in pages})
    resources = SourceResources(fetcher=fetcher, workers=InProcess())
    memory = SiteMemory(store.site_profiles, day_of(NOON))
    found = asyncio.run(Finder(resources, (), memory, keep_pages=limit > 0).find(source, due))
    step = StoreStep(replace(components, settings=settings))
    with store.transaction():
        if found is None:
            step.unchanged(due)
        else:
            step.keep(source, due, found, {})


def bodies(mirror: Round) -> list[bytes]:
    return [unpack(one)[0].body for one in mirror.store.pages.of(ID)]


def current(mirror: Round) -> tuple[int, str]:
    """Number and source of the article's revision."""
    revision = mirror.store.articles.revision(ID)
    return revision.number, revision.source


def test_a_revision_says_what_the_outlet_changed() -> None:
    mirror = Round((GAZETTE,))
    text = "<p>At dawn the {} sank in the harbour, and {} people were saved by fishermen.</p>"
    bring(mirror, page(A, more=text.format("ferry", 12)))
    assert mirror.store.articles.changes(ID) == ()
    bring(mirror, page(A, more=text.format("ferry", 14)))
    (change,) = mirror.store.articles.changes(ID)
    assert (change.before.number, change.after.number, change.kinds) == (1, 2, ("numbers",))
    bring(mirror, page(A, more=text.format("“ferry”", 14)))
    assert current(mirror)[0] == 3
    assert len(mirror.store.articles.changes(ID)) == 1


def test_a_page_is_kept_with_its_entry() -> None:
    mirror, sent = Round((GAZETTE,)), replace(page(A), charset="utf-8")
    entry = FeedEntry(url=A, title="Ferry", authors=("A. Reed",), published=NOON)
    bring(mirror, sent, entry=entry)
    (kept,) = mirror.store.pages.of(ID)
    assert unpack(kept) == (replace(sent, media_type=None), entry)


def test_the_pages_of_a_joined_article_give_it_again() -> None:
    mirror = Round((GAZETTE,))
    bring(mirror, page(A, more=NEXT), page(A2, more="<p>The geese were sold on arrival.</p>"))
    read = [unpack(one) for one in mirror.store.pages.of(ID)]
    assert [one.url for one, _ in read] == [A, A2]
    assert [entry.title for _, entry in read] == ["Ferry", None]
    again = join([extract(one.body, one.url, entry=entry) for one, entry in read])
    kept = mirror.store.articles.revision(ID).article
    assert again == kept
    assert "The geese were sold" in plain_text(kept)


def test_a_further_page_that_leads_nowhere_is_not_kept() -> None:
    mirror, first = Round((GAZETTE,)), page(A, more=NEXT)
    bring(mirror, first, replace(page(A2), body=b"<p>404</p>"))
    assert bodies(mirror) == [first.body]


def test_only_the_last_version_is_kept() -> None:
    mirror = Round((GAZETTE,))
    bring(mirror, page(A, more=NEXT), page(A2))
    assert len(bodies(mirror)) == 2
    changed = page(A, more="<p>It was on time.</p>")
    bring(mirror, changed)
    assert (current(mirror), bodies(mirror)) == ((2, "gazette"), [changed.body])
    same = replace(changed, body=changed.body + b"<!-- from another server -->")
    bring(mirror, same)
    assert (current(mirror), bodies(mirror)) == ((2, "gazette"), [same.body])


def test_a_page_that_did_not_change_stays() -> None:
    mirror, tagged = Round((GAZETTE,)), replace(page(A), validators=Validators(etag='"1"'))
    bring(mirror, tagged)
    bring(mirror, replace(tagged, body=b"not asked for"))
    assert bodies(mirror) == [tagged.body]


def test_a_version_that_is_refused_leaves_the_pages_of_the_last_good_one() -> None:
    mirror, good = Round((GAZETTE,)), page(A)
    bring(mirror, good)
    garbage = good.body.replace(b"e", b"\xc3\xa9").replace(b"a", b"\x80")
    with pytest.raises(SuspiciousRevision):
        bring(mirror, replace(good, body=garbage, charset="windows-1252"))
    assert bodies(mirror) == [good.body]


def test_where_the_new_pages_do_not_fit_the_old_ones_go_too() -> None:
    """They would give the version of before."""
    mirror = Round((GAZETTE,))
    bring(mirror, page(A))
    bring(mirror, page(A, more="<p>It was on time.</p>"), limit=300)
    assert (current(mirror), bodies(mirror)) == ((2, "gazette"), [])


def test_a_text_of_the_index_has_no_page() -> None:
    """The queue has what the index says; a page of before would give another text."""
    mirror = Round((GAZETTE,))
    bring(mirror, page(A))
    text = f"<p>{'The ferry was on time, and so were the geese. ' * 30}</p>"
    whole = FeedEntry(url=A, title="The ferry sails again", content_html=text)
    bring(mirror, source=replace(GAZETTE, content="feed"), entry=whole)
    assert (current(mirror), bodies(mirror)) == ((2, "gazette"), [])


def test_a_source_that_lists_an_article_of_another_leaves_its_pages() -> None:
    mirror, first = Round((GAZETTE, WORLD)), page(A)
    bring(mirror, first)
    bring(mirror, page(A, more="<p>Seen from the world page.</p>"), source=WORLD)
    assert (current(mirror), bodies(mirror)) == ((1, "gazette"), [first.body])


def test_the_first_of_two_sources_brings_its_own_pages() -> None:
    mirror, own = Round((GAZETTE, WORLD)), page(A, more="<p>Seen from the front page.</p>")
    bring(mirror, page(A, more=NEXT), page(A2), source=WORLD)
    bring(mirror, own)
    assert (current(mirror), bodies(mirror)) == ((1, "gazette"), [own.body])


def test_a_round_keeps_pages_as_the_settings_say() -> None:
    sent = {A: page(A), str(GAZETTE.url): rss(str(GAZETTE.url), (A,))}
    mirror, without = Round((GAZETTE,)), Round((GAZETTE,))
    mirror.run(Stumbling(sent, frozenset()))
    assert bodies(mirror) == [sent[A].body]
    without.run(Stumbling(sent, frozenset()), store=StoreOptions(pages=0))
    assert without.urls() == [A]
    assert without.store.pages.size() == 0
