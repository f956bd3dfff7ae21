"""What the page of a story shows besides its reports: copies folded, and texts compared.

The comparison is made by `compare.versions`, and only on the page at the story's own address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mirrorpress.compare.versions import Comparison, Copy, ReportText, Said, Version, compared
from mirrorpress.model import ArticleSummary, ListPage
from mirrorpress.model.plain import plain_text
from mirrorpress.render.characters import clean
from mirrorpress.render.context import RenderContext
from mirrorpress.render.line_views import LineView

LineOf = Callable[[ArticleSummary], LineView]


@dataclass(frozen=True, slots=True)
class CopyView:
    """Another report with the same text."""

    line: LineView
    added: tuple[str, ...]  # sentences
    cut: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionView:
    """A text, and the other reports that have it."""

    line: LineView
    copies: tuple[CopyView, ...]
    only: tuple[str, ...]  # sentences that no other report says


@dataclass(frozen=True, slots=True)
class SaidView:
    """A figure or a quotation, and the outlets that have it."""

    text: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """The reports of an event beside one another."""

    first: str  # who reported first
    ids: frozenset[str]  # of the reports that are in it
    versions: tuple[VersionView, ...]  # oldest first
    figures: tuple[SaidView, ...]  # none where there is one text only
    quotations: tuple[SaidView, ...]

    @property
    def compares(self) -> bool:
        """Whether it tells anything of what the texts say."""
        return bool(self.figures or self.quotations or any(one.only for one in self.versions))


def story_view(page: ListPage, context: RenderContext, line: LineOf) -> StoryView | None:
    """The reports of a story beside one another; None on any other page."""
    if page.article_list.kind != "story" or page.number is not None or not page.summaries:
        return None
    by_id = {one.id: one for one in page.summaries}
    read = [one for one in page.summaries if one.id in page.articles]
    comparison = compared([_report(page, one) for one in read])
    oldest = page.summaries[0]
    several = len(comparison.versions) > 1
    return StoryView(
        first=context.words(
            "first_report",
            outlet=context.isolated(context.outlet_of(oldest.source, oldest.url)),
            time=context.isolated(context.stamp(oldest.published)),
        ),
        ids=frozenset(_ids(comparison)),
        versions=tuple(_version(one, by_id, line) for one in comparison.versions),
        figures=_said(comparison.figures, by_id, context) if several else (),
        quotations=_said(comparison.quotations, by_id, context) if several else (),
    )


def _report(page: ListPage, summary: ArticleSummary) -> ReportText:
    text = plain_text(page.articles[summary.id].article)
    return ReportText(summary.id, summary.language, text)


def _ids(comparison: Comparison) -> Iterable[str]:
    for version in comparison.versions:
        yield version.id
        yield from (copy.id for copy in version.copies)


def _version(version: Version, by_id: dict[str, ArticleSummary], line: LineOf) -> VersionView:
    return VersionView(
        line=line(by_id[version.id]),
        copies=tuple(_copy(copy, by_id, line) for copy in version.copies),
        only=_cleaned(version.only),
    )


def _copy(copy: Copy, by_id: dict[str, ArticleSummary], line: LineOf) -> CopyView:
    return CopyView(line(by_id[copy.id]), _cleaned(copy.added), _cleaned(copy.cut))


def _said(
    found: Iterable[Said], by_id: dict[str, ArticleSummary], context: RenderContext
) -> tuple[SaidView, ...]:
    """What is said, each with its outlets; an outlet with several reports is named once."""
    views = []
    for said in found:
        reports = (by_id[name] for name in said.ids)
        outlets = dict.fromkeys(context.outlet_of(one.source, one.url) for one in reports)
        views.append(SaidView(clean(said.text), tuple(outlets)))
    return tuple(views)


def _cleaned(sentences: Iterable[str]) -> tuple[str, ...]:
    return tuple(clean(one) for one in sentences)
