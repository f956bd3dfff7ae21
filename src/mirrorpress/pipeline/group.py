"""Step 5: which articles report the same event.

Articles are taken in order of publication, not of arrival, so that a run that was cut off and one
that was not come to the same stories.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from mirrorpress.errors import contained
from mirrorpress.group import (
    VERSION,
    WINDOW,
    GroupCandidate,
    OpenStories,
    Window,
    features_of,
)
from mirrorpress.model.plain import plain_text
from mirrorpress.pipeline import decide
from mirrorpress.pipeline.components import Components
from mirrorpress.progress import Failure, Summary

GROUP = "group"  # name of the step as reporters hear it
SPAN = 1_000  # articles compared at a time, besides those of the days around them


def group_articles(components: Components, summary: Summary) -> None:
    """Give every article that step 5 has not seen its story, all or none."""
    timezone = components.settings.timezone
    stories = components.store.stories
    with components.store.transaction():
        components.store.articles.count_days_in(timezone, partial(decide.day, timezone=timezone))
    new = stories.ungrouped()
    if not new:
        return
    components.reporter.start(GROUP, len(new))
    with components.store.transaction():
        _group(components, summary, new)
        for article_id in new:
            stories.mark_grouped(article_id)
            components.reporter.advance(GROUP)
    components.reporter.finish(GROUP)


def _group(components: Components, summary: Summary, new: tuple[str, ...]) -> None:
    """Assign stories to articles that have never been compared."""
    articles, waiting = components.store.articles, set(new)
    times = [(articles.published(article_id), article_id) for article_id in new]
    for span in _spans(times):
        ids = {article_id for _, article_id in span}
        try:
            with components.store.savepoint():
                _group_span(components, span, waiting)
        except Exception as error:  # they stay without a story
            known = contained(error)
            name = f"{GROUP}: {len(ids)} articles from {span[0][1]} to {span[-1][1]}"
            summary.failed.append(Failure(GROUP, name, str(known)))
            components.reporter.note(f"{name}: {known}")
            summary.faults += 1
        waiting -= ids


def _group_span(
    components: Components, span: list[tuple[datetime, str]], waiting: set[str]
) -> None:
    stories, ids = components.store.stories, {article_id for _, article_id in span}
    around = [
        _with_features(components, report)
        for report in stories.candidates(span[0][0] - WINDOW, span[-1][0] + WINDOW, VERSION)
    ]
    earlier = [report for report in around if report.id not in waiting]
    new_ones = [report for report in around if report.id in ids]
    known = OpenStories(Window(earlier))
    found = known.add(new_ones)
    stories.grouped(found.items())
    stories.chains.follow(known.followed(found).items())


def _with_features(components: Components, report: GroupCandidate) -> GroupCandidate:
    """A report with its features, which are stored once they were found."""
    if report.features:
        return report
    packed = features_of(replace(report, text=_text_of(components, report))).packed()
    components.store.stories.keep_features(report.id, VERSION, packed)
    return replace(report, features=packed, title="", text="")


def _text_of(components: Components, report: GroupCandidate) -> str:
    """The text of a report; what lists show of it where its revision is damaged.

    Step 6 names a damaged one.
    """
    try:
        return plain_text(components.store.articles.revision(report.id).article)
    except Exception:
        return report.text


def _spans(times: list[tuple[datetime, str]]) -> Iterator[list[tuple[datetime, str]]]:
    """Runs of articles: each ends where no later report can belong to it, or at `SPAN` articles.

    Neither one late article of last year nor the first round over a large archive must bring all
    that lies between into memory.
    """
    span: list[tuple[datetime, str]] = []
    for item in times:
        if span and (len(span) >= SPAN or item[0] - span[-1][0] > 2 * WINDOW):
            yield span
            span = []
        span.append(item)
    if span:
        yield span
