"""The lists of our layouts: front page, outlets and their months, months, days, stories."""

from __future__ import annotations

from typing import get_args

from mirrorpress.compare.versions import MOST_REPORTS
from mirrorpress.model import ArticleList, ArticleSummary
from mirrorpress.model.lists import Mark

MOST_MARKED = 200  # articles of such a list

FRONT = ArticleList(kind="front", limit=40, parts="month", outlets=True, marks=True, stories=8)


def marked(mark: Mark) -> ArticleList:
    """The latest articles that their outlets changed, or withdrew. Not there while there are none.

    It has one page: an article that is changed again goes to its head.
    """
    return ArticleList(kind=mark, mark=mark, limit=MOST_MARKED, page_size=MOST_MARKED)


def every_marked() -> tuple[ArticleList, ...]:
    """The lists of articles by what their outlets did to them."""
    return tuple(marked(mark) for mark in get_args(Mark))


def outlet(source: str) -> ArticleList:
    """An outlet: its newest articles, and the months behind which all of them are."""
    return ArticleList(kind="outlet", outlet=source, limit=50, parts="month")


def outlet_month(source: str, month: str) -> ArticleList:
    """All articles of an outlet in a month ("2026-03")."""
    return ArticleList(kind="outlet-month", outlet=source, month=month)


def month(value: str) -> ArticleList:
    """The days of a month; the articles are in the lists of these."""
    return ArticleList(kind="month", month=value, limit=0, parts="day")


def day(value: str) -> ArticleList:
    """All articles of a day ("2026-03-04")."""
    return ArticleList(kind="day", day=value)


def story(value: str) -> ArticleList:
    """The reports of an event, from its beginning."""
    return ArticleList(kind="story", story=value, oldest_first=True, texts=MOST_REPORTS)


def lists_of(summary: ArticleSummary) -> tuple[ArticleList, ...]:
    """Every list that names an article."""
    of_month = summary.day[:7]
    lists = (
        FRONT,
        outlet(summary.source),
        outlet_month(summary.source, of_month),
        month(of_month),
        day(summary.day),
    )
    return (*lists, *stories_of(summary))


def stories_of(summary: ArticleSummary) -> tuple[ArticleList, ...]:
    """The story that an article is in, and those that ended with it: their pages lead to it."""
    ids = (summary.story, *summary.former)
    return tuple(story(one) for one in ids if one is not None)


def around(summary: ArticleSummary) -> tuple[ArticleList, ...]:
    """The lists to which an article's page links, from the front page down."""
    return FRONT, outlet(summary.source), day(summary.day)


def above(article_list: ArticleList) -> tuple[ArticleList, ...]:
    """The lists that a list is a part of, without the front."""
    if article_list.kind == "outlet-month" and article_list.outlet:
        return (outlet(article_list.outlet),)
    if article_list.day:
        return (month(article_list.day[:7]),)
    return ()


def part(article_list: ArticleList, value: str) -> ArticleList:
    """The list of one month or day of a list that counts these."""
    if article_list.parts == "day":
        return day(value)
    return outlet_month(article_list.outlet, value) if article_list.outlet else month(value)
