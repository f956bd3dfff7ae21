"""Page counts that hosts provide, into the store: whose they are, and what counts once only.

    /articles/2031/05/10/gazette-abc.html          the page of an article, in any edition
    /news/articles/2031/05/10/gazette-abc          the same in a folder of its host, without ending
    /owner/repo/blob/main/articles/…/abc.md        the same on a code host
    /index.html, /none.html                        not an article

Lines of logs that count one view each add up over files; a file that begins as one that was
imported before is that file, grown, and its counts replace smaller ones. Where a file says
totals, the largest total of an article and a day counts; totals without a day are of a period
that ends on the newest day of the file, or else on the day on which the file was modified, in the
mirror's time zone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from mirrorpress.errors import ReadError
from mirrorpress.hits.paths import suffixes
from mirrorpress.hits.pieces import Readable, pieces
from mirrorpress.hits.reading import read_hits
from mirrorpress.hits.tally import BadLineNote, HitsFile
from mirrorpress.progress import Reporter
from mirrorpress.store import Store
from mirrorpress.store.hits import DAY_TOTAL, HEAD, PERIOD_TOTAL

HITS = "hits"  # name of the step as reporters hear it
MEGABYTE = 10**6  # what the step counts
BAD_SHARE = 10  # a file is bad where more than one in so many lines is
_LOGS = frozenset({"access", "jsonlines", "goatcounter", "views"})  # a line a view
_PAGES = (".html", ".md")  # endings that hosts leave out

Counts = dict[tuple[str, str], int]  # by day and article


@dataclass(frozen=True, slots=True)
class HitsInput:
    """A file of page counts, open for reading."""

    name: str
    file: Readable
    modified: datetime | None = None  # aware; None: not known, as of a pipe
    size: int = 0  # bytes; 0: not known


@dataclass(frozen=True, slots=True, kw_only=True)
class HitsResult:
    """What became of a file of page counts. Its numbers say nothing about a reader."""

    name: str
    error: str | None = None  # why nothing of it was imported
    format: str = ""
    lines: int = 0
    views: int = 0  # of articles
    articles: int = 0
    not_articles: int = 0  # views of other pages
    bots: int = 0  # lines
    others: int = 0  # lines that are no page read
    future: int = 0  # views of days that have not come
    changed: int = 0  # counts by day and article that are new or larger than before
    bad: int = 0  # lines
    first_bad: tuple[BadLineNote, ...] = ()
    beyond: int = 0  # lines left out because the file has too many different pages and days

    @property
    def is_bad(self) -> bool:
        """Whether the file, or more than one in `BAD_SHARE` of its lines, could not be read."""
        return self.error is not None or self.bad * BAD_SHARE > self.lines


class HitsImporter:
    """Imports files of page counts into the store of a mirror."""

    def __init__(self, store: Store, zone: tzinfo, now: datetime, reporter: Reporter) -> None:
        self._store = store
        self._zone = zone
        self._now = now
        self._reporter = reporter

    def take(self, given: HitsInput, format: str | None = None) -> HitsResult:
        """Import a file: all of it, or nothing where it cannot be read.

        Editions are rendered again in the next round, where a count is new or larger.

        Raises:
            StoreError: the store failed.
        """
        content = _Content(given, self._reporter)
        try:
            found = read_hits(content, format, zone=self._zone)
        except (ReadError, OSError) as error:
            return HitsResult(name=given.name, error=_cause(error))
        finally:
            content.finish()
        with self._store.transaction():
            return self._kept(given, found, bytes(content.head))

    def _kept(self, given: HitsInput, found: HitsFile, head: bytes) -> HitsResult:
        last = self._day(self._now + timedelta(days=1))  # elsewhere it may have come
        dated: Counts = {}
        totals: Counts = {}  # of a period
        period_end = self._period_end(given, found, last)
        article_of = _Matcher(self._store)
        not_articles = future = 0
        for (day, path), count in found.counts.items():
            article = article_of(path)
            if article is None:
                not_articles += count
            elif day is not None and day > last:
                future += count
            else:
                kept, key = (totals, period_end) if day is None else (dated, day)
                kept[key, article] = kept.get((key, article), 0) + count
        changed = self._keep(dated, totals, found, head)
        return HitsResult(
            name=given.name,
            format=found.format,
            lines=found.lines,
            views=sum(dated.values()) + sum(totals.values()),
            articles=len({article for _, article in (*dated, *totals)}),
            not_articles=not_articles,
            bots=found.bots,
            others=found.others,
            future=future,
            changed=changed,
            bad=found.bad,
            first_bad=found.first_bad,
            beyond=found.beyond,
        )

    def _keep(self, dated: Counts, totals: Counts, found: HitsFile, head: bytes) -> int:
        part, hits = DAY_TOTAL, self._store.hits
        if dated and _is_log(found):
            part = hits.log(head, max(day for day, _ in dated))
        changed = hits.keep(dated, part) + hits.keep(totals, PERIOD_TOTAL)
        if changed:
            self._store.changes.next()
        return changed

    def _period_end(self, given: HitsInput, found: HitsFile, last: str) -> str:
        """The day of counts without a day."""
        days = [day for day, _ in found.counts if day is not None and day <= last]
        return max(days) if days else self._day(min(given.modified or self._now, self._now))

    def _day(self, time: datetime) -> str:
        return time.astimezone(self._zone).date().isoformat()


def _is_log(found: HitsFile) -> bool:
    """Whether each line counts one view."""
    return found.format in _LOGS and sum(found.counts.values()) == found.counted


def _cause(error: ReadError | OSError) -> str:
    if isinstance(error, OSError):
        return f"it could not be read ({error.strerror or 'the input failed'})"
    return str(error)


class _Matcher:
    """The article whose page a path is; None: it is of no article."""

    def __init__(self, store: Store) -> None:
        self._hits = store.hits
        self._depth = store.hits.depth()
        self._known: dict[str, str | None] = {}

    def __call__(self, path: str) -> str | None:
        if path not in self._known:
            found = (self._hits.article_at(one) for one in _candidates(path, self._depth))
            self._known[path] = next((one for one in found if one is not None), None)
        return self._known[path]


def _candidates(path: str, depth: int) -> Iterator[str]:
    """Paths in an edition that a path may mean, longest first, of at most `depth` parts.

    Hosts leave out ".html", and some render "a.md" as "a.html".
    """
    endings: Iterable[str] = ("",)
    stem = path
    if path.endswith(_PAGES[0]):
        stem, endings = path.removesuffix(_PAGES[0]), _PAGES
    elif "." not in path.rpartition("/")[2]:
        endings = ("", *_PAGES)
    for suffix in suffixes(stem):
        if suffix.count("/") < depth:
            for ending in endings:
                yield suffix + ending


class _Content:
    """A file, unpacked, of which the beginning is remembered and progress is reported."""

    def __init__(self, given: HitsInput, reporter: Reporter) -> None:
        self.head = bytearray()
        self._given = given
        self._reporter = reporter
        self._bytes = self._reported = 0
        self._pieces: Iterator[bytes] | None = None
        self._rest = b""
        reporter.start(HITS, given.size // MEGABYTE)

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, unpacked; none at the end."""
        if self._pieces is None:
            self._pieces = pieces(_Raw(self._given.file, self._count))
        if not self._rest:
            self._rest = next(self._pieces, b"")
        taken, self._rest = self._rest[:size], self._rest[size:]
        if len(self.head) < HEAD:
            self.head += taken[: HEAD - len(self.head)]
        return taken

    def _count(self, count: int) -> None:
        self._bytes += count
        done = self._bytes // MEGABYTE - self._reported
        if done:
            self._reported += done
            if not self._given.size:
                self._reporter.expect(HITS, done)
            self._reporter.advance(HITS, done)

    def finish(self) -> None:
        self._reporter.finish(HITS)


@dataclass(frozen=True, slots=True)
class _Raw:
    """A file whose bytes are counted as they are read."""

    file: Readable
    count: Callable[[int], None]

    def read(self, size: int, /) -> bytes:
        data = self.file.read(size)
        self.count(len(data))
        return data
