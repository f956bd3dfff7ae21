"""The lists of an edition, rendered: the pages that changed, and those that are no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mirrorpress.model import ArticleList, ListPage, Site
from mirrorpress.pipeline.components import Components
from mirrorpress.pipeline.list_pages import ListPages, Planned
from mirrorpress.pipeline.outputs import LIST, Outputs
from mirrorpress.pipeline.quarantine import hold_article, hold_list
from mirrorpress.progress import Summary
from mirrorpress.protocols import Layout


class ListRenderer:
    """Renders the lists of one edition."""

    def __init__(
        self,
        components: Components,
        edition: str,
        layout: Layout,
        site: Site,
        outputs: Outputs,
        summary: Summary,
    ) -> None:
        self._components = components
        self._store = components.store
        self._edition = edition
        self._layout = layout
        self._site = site
        self._outputs = outputs
        self._summary = summary
        self._pages = ListPages(components.store, edition, site)
        self._standing = frozenset(layout.standing_lists(site))

    def all_of(self, touched: Iterable[ArticleList]) -> list[ArticleList]:
        """Lists in which something changed, and their neighbours in time, in a fixed order."""
        lists = {*touched}
        around = {other for one in lists for other in self._store.lists.around(one) if other}
        return sorted(lists | around, key=lambda one: one.key)

    def render(self, article_list: ArticleList) -> None:
        """Render a list. Where that fails, the articles are held at which it does, or the list."""
        key = article_list.key
        subject = f"{self._edition}:{key}"
        if self._store.quarantine.holds("list", "", subject):
            self._outputs.leave_alone(key)
            return
        try:
            with self._store.savepoint():
                self._render(article_list)
        except Exception as error:
            self._outputs.leave_alone(key)
            if not self._hold_culprits(article_list):
                hold_list(self._components, self._summary, subject, error)

    def _render(self, article_list: ArticleList) -> None:
        """Print the pages of a list that changed, and remove those that it has no more."""
        key, editions = article_list.key, self._store.editions
        before = editions.page_digests(self._edition, key)
        for planned in self._planned(article_list):
            number = planned.cut.number or 0
            subject = f"{LIST}{key}#{number}"
            digest = planned.digest()
            if before.pop(number, None) == digest:
                self._outputs.is_current(subject)
                continue
            files = self._layout.list_page(self._pages.page(planned), self._site)
            self._outputs.keep(subject, files)
            editions.note_page(self._edition, key, number, digest)
        for number in before:
            self._outputs.keep(f"{LIST}{key}#{number}", ())
            editions.note_page(self._edition, key, number, None)

    def _planned(self, article_list: ArticleList) -> tuple[Planned, ...]:
        """The pages of a list; none where nothing is in it, unless it is there all the same."""
        planned = self._pages.planned(article_list)
        standing = article_list in self._standing and article_list.mark is None
        return planned if standing or any(one.is_filled for one in planned) else ()

    def _hold_culprits(self, article_list: ArticleList) -> bool:
        """Hold the articles that a list cannot show; whether there are any.

        The list is rendered again in the next pass, as each of them counts as a change.
        """
        try:
            pages = [self._pages.page(planned) for planned in self._planned(article_list)]
        except Exception:  # a damaged row: nobody knows which
            return False
        return sum(self._hold_culprits_of(page) for page in pages) > 0

    def _hold_culprits_of(self, page: ListPage) -> bool:
        in_stories = (each for story in page.stories for each in story)
        shown = {*page.summaries, *in_stories, *page.found.values(), *page.former}
        found = False
        for summary in sorted(shown, key=lambda each: each.id):
            try:
                looked_up = {at: one for at, one in page.found.items() if one == summary}
                alone = replace(
                    page,
                    summaries=(summary,),
                    first=summary,
                    stories=(),
                    found=looked_up,
                    former=(),
                )
                self._layout.list_page(alone, self._site)
            except Exception as error:
                hold_article(self._components, self._summary, summary.id, error)
                found = True
        return found
