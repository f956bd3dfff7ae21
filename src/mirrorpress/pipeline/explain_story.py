"""What `explain-story` reads from the store: a story's reports, those around them, their texts."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from mirrorpress import urls
from mirrorpress.errors import RunError
from mirrorpress.group import (
    VERSION,
    WINDOW,
    GroupCandidate,
    ReportText,
    StoryExplanation,
    explain,
    outline,
)
from mirrorpress.group.explanation import SHOWN, EarlierStory
from mirrorpress.group.stories import MOST
from mirrorpress.model import ArticleList
from mirrorpress.model.plain import plain_text
from mirrorpress.store import Store

MOST_AROUND = 4_000  # reports that are compared: those that are nearest in time
MOST_BEYOND = 500  # of those before them, and of those after them


def explain_story(store: Store, name: str) -> StoryExplanation:
    """Why the reports of a story are together. Nothing is stored.

    Args:
        store: is only read.
        name: id of a story, or id or address of an article: then the story that it is in, or the
            article alone.

    Raises:
        RunError: there is none that is called so, or its article is not shown.
    """
    members, asked = _members(store, name)
    shown = _shown(members, asked)
    times = [store.articles.published(article_id) for article_id in shown]
    start, end = min(times) - WINDOW, max(times) + WINDOW
    around = _nearest_in_time(_candidates(store, start, end), times, set(shown))
    inside = {report.id for report in around}
    before = _candidates(store, start - WINDOW, start)[-MOST_BEYOND:]
    after = _candidates(store, end, end + WINDOW)[:MOST_BEYOND]
    found = outline(
        shown,
        [_complete(store, report) for report in around],
        size=len(members),
        waiting=set(store.stories.ungrouped()),
        beyond=[
            _complete(store, report) for report in (*before, *after) if report.id not in inside
        ],
    )
    explained = explain(found, {name: _text(store, name) for name in found.reports})
    return replace(explained, follows=_before(store, members[0]))


def _before(store: Store, article_id: str) -> EarlierStory | None:
    """The story that the event of an article follows, as its page names it."""
    found = store.stories.chains.before(article_id)
    return found and EarlierStory(found[0], store.articles.summary(found[1]).title)


def _members(store: Store, name: str) -> tuple[list[str], str | None]:
    """The reports of a story in order of publication, and the article that was asked for."""
    members = _of_story(store, name)
    if members:
        return members, None
    article_id = name
    if urls.safe(name) is not None:
        with suppress(ValueError):
            article_id = urls.article_id(name)
    try:
        story = store.articles.summary(article_id).story
    except KeyError:
        raise RunError(
            f"there is no story and no article {name!r} in this mirror; give the address of an "
            "article at its source, or an id: a story's is the name of its page's file"
        ) from None
    if not store.articles.shown([article_id]):
        raise RunError(
            f"article {name!r} is quarantined and compared with none; `mirrorpress status` names "
            "the error, and `mirrorpress run --retry-quarantined` tries it again"
        )
    return (_of_story(store, story) if story else [article_id]), article_id


def _of_story(store: Store, story: str) -> list[str]:
    listed = ArticleList(kind="", story=story, oldest_first=True, limit=MOST)
    return [article_id for article_id, _ in store.lists.lines(listed)]


def _shown(members: list[str], asked: str | None) -> list[str]:
    """At most `SHOWN` of a story's reports: the first, or those around the one asked for."""
    place = members.index(asked) if asked in members else 0
    start = max(0, min(place - SHOWN // 2, len(members) - SHOWN))
    return members[start : start + SHOWN]


def _candidates(store: Store, start: datetime, end: datetime) -> list[GroupCandidate]:
    return store.stories.candidates(start, end, VERSION)


def _nearest_in_time(
    reports: list[GroupCandidate], times: list[datetime], always: set[str]
) -> list[GroupCandidate]:
    """At most `MOST_AROUND` reports, those nearest to some times, in order of publication."""
    if len(reports) <= MOST_AROUND:
        return reports
    by_distance = sorted(
        reports,
        key=lambda one: (
            one.id not in always,
            min(abs(one.published - time) for time in times),
            one.id,
        ),
    )
    return sorted(by_distance[:MOST_AROUND], key=lambda one: (one.published, one.id))


def _complete(store: Store, report: GroupCandidate) -> GroupCandidate:
    """A report with its features or with its whole text."""
    return report if report.features else replace(report, text=_text(store, report.id).text)


def _text(store: Store, article_id: str) -> ReportText:
    """The text of a report; what lists show of it where its revision is damaged."""
    try:
        revision = store.articles.revision(article_id)
        return ReportText(revision.article.title, plain_text(revision.article), revision.url)
    except Exception:
        summary = store.articles.summary(article_id)
        return ReportText(summary.title, summary.teaser, summary.url)
