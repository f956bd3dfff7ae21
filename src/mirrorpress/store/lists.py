"""Lists of articles: what is in each, in which order, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import merge
from itertools import islice
from typing import TypeAlias, get_args

from mirrorpress import urls
from mirrorpress.model import PICKS, ArticleList, ArticleSummary, Count
from mirrorpress.model.lists import Mark
from mirrorpress.store.articles import SUMMARY_COLUMNS, WITH_PATH, to_summary
from mirrorpress.store.database import Database
from mirrorpress.store.hits import Hits
from mirrorpress.store.paths import Paths
from mirrorpress.store.stories import MAX_OTHERS, Stories

Line: TypeAlias = tuple[str, int]  # id of an article, and the change in which its line came to be
AT_ONCE = 100  # articles that one statement reads
RECENT_REPORTS = 5_000  # of stories, among which the latest events are looked for
_MONTH, _DAY = "substr(day, 1, 7)", "day"


class ArticleLists:
    """The room of lists."""

    def __init__(self, database: Database, stories: Stories) -> None:
        self._database = database
        self._stories = stories
        self._hits = Hits(database)
        self._paths = Paths(database)

    def lines(self, article_list: ArticleList) -> list[Line]:
        """The articles of a list in its order, up to its limit."""
        if article_list.hot:
            return self._hits.hottest(article_list.limit, filled=article_list.filled)
        if article_list.sources:
            parts = [replace(article_list, sources=(), outlet=one) for one in article_list.sources]
        else:
            parts = [article_list]
        rows = merge(*(self._rows(part) for part in parts), key=_order(article_list))
        listed = _Listed(article_list.unlisted)
        return [(row[0], row[1]) for row in islice(rows, article_list.limit) if listed(row[3])]

    def older(self, article_list: ArticleList, lines: Sequence[Line]) -> int:
        """How many articles of a list's sources are older than those on its pages.

        Only of a list that its limit cuts off and that has several pages: 0 for any other.
        """
        limit, sources = article_list.limit, article_list.sources
        if limit is None or limit <= article_list.page_size or not (sources and lines):
            return 0
        last = self._database.row("SELECT published FROM articles WHERE id = ?", lines[-1][0])
        marks = ", ".join("?" * len(sources))
        row = last and self._database.row(
            f"SELECT count(*) FROM shown_articles WHERE source IN ({marks}) "
            "AND (published < ? OR published = ? AND id > ?)",
            *sources,
            last[0],
            last[0],
            lines[-1][0],
        )
        return int(row[0]) if row else 0

    def _rows(self, article_list: ArticleList) -> Iterator[tuple[str, int, int, str]]:
        """Id, change, time and title of the articles of a list, as they are asked for."""
        where, values = _filters(article_list)
        time = article_list.mark or "published"
        order = f"{time}, id" if article_list.oldest_first else f"{time} DESC, id"
        limit = -1 if article_list.limit is None else article_list.limit
        rows = self._database.rows(
            f"SELECT id, change, {time}, title FROM shown_articles WHERE {where} "
            f"ORDER BY {order} LIMIT ?",
            *values,
            limit,
        )
        return ((row[0], row[1], row[2], row[3]) for row in rows)

    def looked_up(self, edition: str, article_list: ArticleList) -> tuple[tuple[str, Line], ...]:
        """The articles that the pages of a list show besides, each with its address."""
        found = ((one, self.find(edition, one)) for one in article_list.lookup)
        return tuple((address, line) for address, line in found if line is not None)

    def find(self, edition: str, address: str) -> Line | None:
        """The article at an address (see `ArticleList.lookup`); None: none that is shown."""
        for article_id in self._candidates(edition, address):
            row = self._database.row(
                "SELECT id, change FROM shown_articles WHERE id = ?", article_id
            )
            if row is not None:
                return row[0], row[1]
        return None

    def _candidates(self, edition: str, address: str) -> Iterator[str]:
        """Ids of the articles that an address may lead to."""
        if address.startswith("/"):
            subject = self._paths.subject(edition, address[1:])
            if subject is not None:
                yield subject
            return
        yield urls.article_id(address)
        row = self._database.row(  # an address that leads to another one
            "SELECT article FROM entries WHERE source = ? AND key = ? AND article IS NOT NULL",
            PICKS,
            urls.identity(address),
        )
        if row is not None:
            yield str(row[0])

    def summaries(self, edition: str, ids: Iterable[str]) -> tuple[ArticleSummary, ...]:
        """Articles as an edition shows them, in the order given. Raises KeyError: one is gone."""
        wanted = list(ids)
        found: dict[str, ArticleSummary] = {}
        for start in range(0, len(wanted), AT_ONCE):
            batch = wanted[start : start + AT_ONCE]
            marks = ", ".join("?" * len(batch))
            for row in self._database.rows(
                f"SELECT {SUMMARY_COLUMNS} FROM articles AS a {WITH_PATH} WHERE a.id IN ({marks})",
                edition,
                *batch,
            ):
                summary = to_summary(row)
                found[summary.id] = summary
        return tuple(found[article_id] for article_id in wanted)

    def others(self, summary: ArticleSummary, edition: str = "") -> tuple[ArticleSummary, ...]:
        """The reports of other outlets that an article's page lists."""
        if summary.story is None:
            return ()
        return self.summaries(edition, self._stories.others(summary.story, summary.source))

    def former(self, story: str) -> tuple[Line, ...]:
        """The last reports of a story that has none now, a dozen at most."""
        rows = self._database.rows(
            "SELECT a.id, a.change FROM former_reports AS f JOIN shown_articles AS a "
            "ON a.id = f.article WHERE f.story = ? ORDER BY a.published, a.id LIMIT ?",
            story,
            MAX_OTHERS,
        )
        return tuple((article_id, change) for article_id, change in rows)

    def chain(
        self, article_list: ArticleList, lines: Sequence[Line]
    ) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """The first reports of the events before and after a story; of other lists none."""
        if article_list.kind != "story" or article_list.story is None or not lines:
            return (), ()
        before = self._stories.chains.before(lines[0][0])
        after = self._stories.chains.after(article_list.story)
        return (() if before is None else (before[1:],)), tuple(after)

    def story_before(self, article_id: str) -> str | None:
        """The id of the story that the event of an article follows."""
        before = self._stories.chains.before(article_id)
        return None if before is None else before[0]

    def stories(self, most: int) -> list[list[Line]]:
        """The latest events that two or more outlets report, each with its reports."""
        recent = self._database.rows(
            "SELECT story FROM shown_articles WHERE story IS NOT NULL "
            "ORDER BY published DESC, story LIMIT ?",
            RECENT_REPORTS if most else 0,
        )
        found: list[list[Line]] = []
        for story in dict.fromkeys(story for (story,) in recent):
            if len(found) == most:
                break
            if self._has_outlets(story):
                found.append(self.lines(ArticleList(kind="", story=story, oldest_first=True)))
        return found

    def _has_outlets(self, story: str) -> bool:
        """Whether two or more outlets report an event."""
        row = self._database.row(
            "SELECT min(source) <> max(source) FROM shown_articles WHERE story = ?", story
        )
        return bool(row and row[0])

    def count(self, source: str) -> int:
        """How many articles a source has."""
        row = self._database.row(
            "SELECT articles FROM counts WHERE outlet = ? AND unit = 'all'", source
        )
        return int(row[0]) if row else 0

    def parts(self, article_list: ArticleList) -> tuple[Count, ...]:
        """How many articles each month or day of a list has, newest first."""
        if article_list.parts is None:
            return ()
        first, last = "", "9999"
        if article_list.month:
            first, last = f"{article_list.month}-01", f"{article_list.month}-31"
        rows = self._database.rows(
            "SELECT value, articles FROM counts WHERE outlet = ? AND unit = ? "
            "AND value BETWEEN ? AND ? AND articles > 0 ORDER BY value DESC",
            article_list.outlet or "",
            article_list.parts,
            first,
            last,
        )
        return tuple(Count(value, articles) for value, articles in rows)

    def outlets(self, names: Iterable[str]) -> tuple[Count, ...]:
        """How many articles each outlet has."""
        return tuple(Count(name, self.count(name)) for name in names)

    def marks(self) -> tuple[Count, ...]:
        """How many articles their outlets changed, and how many they withdrew."""
        return tuple(Count(mark, self._marked(mark)) for mark in get_args(Mark))

    def _marked(self, mark: Mark) -> int:
        row = self._database.row(f"SELECT count(*) FROM shown_articles WHERE {mark} IS NOT NULL")
        return int(row[0]) if row else 0

    def around(self, article_list: ArticleList) -> tuple[ArticleList | None, ArticleList | None]:
        """The lists before and after one of a day or a month, among those that hold something."""
        if article_list.day:
            return self._around(article_list, _DAY, article_list.day, article_list.day)
        if article_list.month:
            month = article_list.month
            return self._around(article_list, _MONTH, f"{month}-01", f"{month}-31")
        return None, None

    def _around(
        self, article_list: ArticleList, part: str, first: str, last: str
    ) -> tuple[ArticleList | None, ArticleList | None]:
        source = article_list.outlet
        of = "? IS NULL" if source is None else "source = ?"
        found = (
            self._database.row(
                f"SELECT {part} FROM shown_articles WHERE {of} AND day < ? "
                "ORDER BY day DESC LIMIT 1",
                source,
                first,
            ),
            self._database.row(
                f"SELECT {part} FROM shown_articles WHERE {of} AND day > ? ORDER BY day LIMIT 1",
                source,
                last,
            ),
        )
        field = "day" if part == _DAY else "month"
        before, after = (
            None if row is None else replace(article_list, **{field: row[0]}) for row in found
        )
        return before, after


def _order(article_list: ArticleList) -> Callable[[tuple[str, int, int, str]], tuple[int, str]]:
    sign = 1 if article_list.oldest_first else -1
    return lambda row: (sign * row[2], row[0])


class _Listed:
    """Whether an article with a title is in a list that leaves out some."""

    def __init__(self, patterns: tuple[str, ...]) -> None:
        self._patterns = [re.compile(pattern) for pattern in patterns]

    def __call__(self, title: str) -> bool:
        return not any(pattern.search(title) for pattern in self._patterns)


def _filters(article_list: ArticleList) -> tuple[str, list[str]]:
    """The condition of a list, and the values in it."""
    conditions, values = ["1 = 1"], []
    for column, value in (
        ("source", article_list.outlet),
        ("story", article_list.story),
        ("day", article_list.day),
    ):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(value)
    if article_list.mark is not None:
        conditions.append(f"{article_list.mark} IS NOT NULL")
    if article_list.month is not None:
        conditions.append("day BETWEEN ? AND ?")
        values += [f"{article_list.month}-01", f"{article_list.month}-31"]
    return " AND ".join(conditions), values
