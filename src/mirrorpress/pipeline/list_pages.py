"""The pages of a list: which articles are on each, and from what a page is rendered.

A page is known by a digest of all that it shows, made without reading the articles. So that in a
list of thousands only the pages are read and rendered on which something changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from mirrorpress.model import ArticleList, ArticleSummary, Count, ListPage, PageRef, Site
from mirrorpress.render.paging import Cut, cuts
from mirrorpress.store import Store
from mirrorpress.store.lists import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A page of a list, before its articles are read."""

    article_list: ArticleList
    cut: Cut
    lines: tuple[Line, ...]
    first: Line | None  # of the whole list, where that is the oldest
    stories: tuple[tuple[Line, ...], ...]
    outlets: tuple[Count, ...]
    parts: tuple[Count, ...]
    found: tuple[tuple[str, Line], ...] = ()  # by address, see `ArticleList.lookup`
    marks: tuple[Count, ...] = ()
    former: tuple[Line, ...] = ()  # see `ListPage.former`, `before`, `after`
    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()

    def digest(self) -> str:
        """Equal for pages that show the same: 32 hex digits."""
        cut = self.cut  # without its positions, which every new article moves
        shown = (self.lines, self.first, self.stories, self.outlets, self.parts, self.found)
        facts = (
            self.article_list,
            cut.number,
            cut.earlier,
            cut.later,
            *shown,
            *self.former,
            *self.marks,
            *(("chain", self.before, self.after) if self.before or self.after else ()),
        )
        return hashlib.sha256(repr(facts).encode("utf-8")).hexdigest()[:32]

    @property
    def is_filled(self) -> bool:
        """Whether anything is on the page."""
        return bool(self.lines or self.parts or self.found or self.former)


class ListPages:
    """Plans and reads the pages of an edition's lists."""

    def __init__(self, store: Store, edition: str, site: Site) -> None:
        self._store = store
        self._edition = edition
        self._outlets = tuple(source.name for source in site.sources)

    def planned(self, article_list: ArticleList) -> tuple[Planned, ...]:
        """The pages of a list, the one at its own address first."""
        store = self._store.lists
        lines = store.lines(article_list)
        earlier, later = store.around(article_list)
        stories = tuple(tuple(story) for story in store.stories(article_list.stories))
        outlets = store.outlets(self._outlets) if article_list.outlets else ()
        marks = store.marks() if article_list.marks else ()
        parts = store.parts(article_list)
        found = store.looked_up(self._edition, article_list)
        former = () if lines or article_list.story is None else store.former(article_list.story)
        before, after = store.chain(article_list, lines)
        return tuple(
            Planned(
                article_list=article_list,
                cut=cut,
                lines=tuple(lines[cut.start : cut.end]),
                first=lines[0] if lines and article_list.oldest_first else None,
                stories=stories,
                outlets=outlets,
                marks=marks,
                parts=parts if cut.number is None else (),
                found=found,
                former=former,
                before=before if cut.number is None else (),
                after=after if cut.number is None else (),
            )
            for cut in cuts(
                article_list,
                len(lines),
                _ref(earlier),
                _ref(later),
                older=store.older(article_list, lines),
            )
        )

    def page(self, planned: Planned) -> ListPage:
        """All that a page is rendered from."""
        summaries = self._summaries(planned.lines)
        first = self._summaries([planned.first] if planned.first else [])
        found = self._summaries(line for _, line in planned.found)
        articles = self._store.articles
        texts = planned.article_list.texts if planned.cut.number is None else 0
        return ListPage(
            article_list=planned.article_list,
            number=planned.cut.number,
            summaries=summaries,
            first=first[0] if first else None,
            stories=tuple(self._summaries(story) for story in planned.stories),
            outlets=planned.outlets,
            marks=planned.marks,
            parts=planned.parts,
            former=self._summaries(planned.former),
            before=self._summaries(planned.before),
            after=self._summaries(planned.after),
            earlier=planned.cut.earlier,
            later=planned.cut.later,
            found=dict(zip((one for one, _ in planned.found), found, strict=True)),
            articles={one.id: articles.revision(one.id) for one in summaries[:texts]},
        )

    def _summaries(self, lines: Iterable[Line]) -> tuple[ArticleSummary, ...]:
        return self._store.lists.summaries(self._edition, [article_id for article_id, _ in lines])


def _ref(article_list: ArticleList | None) -> PageRef | None:
    """The page at a list's own address."""
    return None if article_list is None else PageRef(article_list)
