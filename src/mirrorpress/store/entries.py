"""What the indexes listed: the queue of pages to fetch, which no crash empties.

An entry is *due* when its page is to be fetched, *recheck* when it left its index and its page is
to be asked whether it is gone, *kept* once its article is stored, *left* when it is kept and was
found to have left its index only, *failed* when it gives none, *gone* when its article was
withdrawn. A kept, left or gone one may have a time at which its page is checked again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from mirrorpress import urls
from mirrorpress.model import FeedEntry, Media, Validators
from mirrorpress.store.database import Database

CHECKS = 20  # scheduled checks of a source in one round
MAX_ANSWERS = 1000  # of a source that are counted: the latest


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """What is known of a source from earlier rounds."""

    validators: Validators = Validators()
    body_sha256: str | None = None
    checked: datetime | None = None  # when the index was last asked for, UTC
    failures: int = 0  # in a row
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueEntry:
    """A page to fetch."""

    source: str
    key: str
    url: str
    entry: FeedEntry
    recheck: bool  # it left its index: is it still there?
    article: str | None  # id, where an earlier fetch gave one
    validators: Validators
    failed: bool = False  # the last try gave no article
    scheduled: bool = False  # its article is stored, and only the time has come to check it


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """How the stored articles of a source answered when they were last asked for."""

    gone: int  # seem to be gone
    good: int


@dataclass(frozen=True, slots=True)
class Listed:
    """What a reading of an index changed in the queue."""

    new: int
    changed: int
    same: int  # of those whose article is kept
    missing: int  # left the index though older ones are still in it


class Entries:
    """The room of sources and entries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def source(self, name: str) -> SourceState:
        """What is known of a source."""
        row = self._database.row(
            "SELECT etag, last_modified, body_sha256, checked, failures, error FROM sources "
            "WHERE name = ?",
            name,
        )
        if row is None:
            return SourceState()
        return SourceState(
            validators=Validators(etag=row[0], last_modified=row[1]),
            body_sha256=row[2],
            checked=datetime.fromtimestamp(row[3], UTC),
            failures=row[4],
            error=row[5],
        )

    def source_read(
        self, name: str, validators: Validators, body_sha256: str, now: datetime
    ) -> None:
        """Note that the index was read; in one transaction with `listed`, so that none is lost."""
        self._database.run(
            "INSERT INTO sources (name, etag, last_modified, body_sha256, checked) "
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET etag = excluded.etag, "
            "last_modified = excluded.last_modified, "
            "body_sha256 = excluded.body_sha256, checked = excluded.checked, "
            "failures = 0, error = NULL",
            name,
            validators.etag,
            validators.last_modified,
            body_sha256,
            int(now.timestamp()),
        )

    def source_worked(self, name: str, now: datetime) -> None:
        """Note that the index is as it was when it was read."""
        self._database.run(
            "UPDATE sources SET checked = ?, failures = 0, error = NULL WHERE name = ?",
            int(now.timestamp()),
            name,
        )

    def source_failed(self, name: str, error: str, now: datetime) -> None:
        """Note that the index could not be had or read."""
        self._database.run(
            "INSERT INTO sources (name, checked, failures, error) VALUES (?, ?, 1, ?) "
            "ON CONFLICT (name) DO UPDATE SET checked = excluded.checked, failures = failures + 1, "
            "error = excluded.error",
            name,
            int(now.timestamp()),
            error,
        )

    def listed(self, source: str, entries: Iterable[FeedEntry], now: datetime) -> Listed:
        """Take in what an index lists now: new and changed entries become due."""
        self._database.run("UPDATE entries SET listed = 0 WHERE source = ? AND listed = 1", source)
        seen: set[str] = set()
        new = changed = same = 0
        for position, entry in enumerate(entries):
            if entry.url is None:
                continue
            key = urls.identity(entry.url)
            if key in seen:
                continue
            seen.add(key)
            before, state = self._before(source, key)
            differs = before != _fingerprint(entry)
            new += before is None
            if before is not None and differs:
                changed += 1
                self._try_at_once(source, key)
            same += not differs and state in ("kept", "left")
            self._list(source, key, position, entry, now)
        return Listed(new, changed, same, self._recheck_missing(source))

    def check(self, source: str, entry: FeedEntry, now: datetime) -> None:
        """Raises what queueing an entry would raise; nothing is kept of it."""
        try:
            with self._database.transaction():
                self._list(source, urls.identity(str(entry.url)), 0, entry, now)
                raise _Checked
        except _Checked:
            return

    def added(self, source: str, entries: Iterable[FeedEntry], now: datetime) -> None:
        """Take in single addresses, whatever the source's index lists: each becomes due."""
        for entry in entries:
            key = self._queue_single(source, entry, now)
            self._database.run(
                "UPDATE entries SET state = 'due', attempts = 0 WHERE source = ? AND key = ?",
                source,
                key,
            )
            self._try_at_once(source, key)
            self._database.run(
                "DELETE FROM quarantine WHERE kind = 'entry' AND source = ? AND subject = ?",
                source,
                key,
            )

    def picked(self, source: str, addresses: Iterable[str], now: datetime) -> None:
        """Take in addresses that an operator picked; those that are known stay as they are."""
        for address in addresses:
            self._queue_single(source, FeedEntry(url=address), now)

    def _queue_single(self, source: str, entry: FeedEntry, now: datetime) -> str:
        """Queue an entry that no index lists, unless it is known; its key."""
        key = urls.identity(str(entry.url))
        if self._before(source, key)[0] is None:
            self._list(source, key, 0, entry, now)
            self._database.run(
                "UPDATE entries SET listed = 0 WHERE source = ? AND key = ?", source, key
            )
        return key

    def _try_at_once(self, source: str, key: str) -> None:
        """Forget when a failed entry was to be tried again."""
        self._database.run(
            "DELETE FROM retries WHERE kind = 'entry' AND source = ? AND subject = ?", source, key
        )

    def _before(self, source: str, key: str) -> tuple[str | None, str | None]:
        """Fingerprint and state of an entry as it stands in the queue."""
        row = self._database.row(
            "SELECT fingerprint, state FROM entries WHERE source = ? AND key = ?", source, key
        )
        return (None, None) if row is None else (row[0], row[1])

    def _list(self, source: str, key: str, position: int, entry: FeedEntry, now: datetime) -> None:
        self._database.run(
            "INSERT INTO entries (source, key, url, entry, fingerprint, position, listed, state, "
            "first_seen) VALUES (?, ?, ?, ?, ?, ?, 1, 'due', ?) "
            "ON CONFLICT (source, key) DO UPDATE SET listed = 1, position = excluded.position, "
            "state = CASE WHEN fingerprint <> excluded.fingerprint OR state IN ('gone', 'recheck') "
            "        THEN 'due' WHEN state = 'left' THEN 'kept' ELSE state END, "
            "attempts = CASE WHEN fingerprint <> excluded.fingerprint THEN 0 ELSE attempts END, "
            "url = excluded.url, entry = excluded.entry, fingerprint = excluded.fingerprint",
            source,
            key,
            entry.url,
            json.dumps(entry_to_data(entry), sort_keys=True),
            _fingerprint(entry),
            position,
            int(now.timestamp()),
        )

    def _recheck_missing(self, source: str) -> int:
        """Entries that left the index although older articles are still in it: ask for their pages.

        An index shows its newest entries; what is older than all of them has only scrolled off.
        """
        missing = self._database.run(
            "UPDATE entries SET state = 'recheck' WHERE source = ?1 AND listed = 0 "
            "AND state = 'kept' AND (SELECT published FROM articles WHERE id = entries.article) > "
            "(SELECT min(published) FROM articles JOIN entries AS still ON still.article = "
            "articles.id WHERE still.source = ?1 AND still.listed = 1)",
            source,
        )
        self._database.run(
            "UPDATE entries SET state = 'left' WHERE source = ? AND listed = 0 AND state = 'kept'",
            source,
        )
        return missing

    def kept_count(self, source: str) -> int:
        """How many entries of the index as last read have their article kept."""
        row = self._database.row(
            "SELECT count(*) FROM entries WHERE source = ? AND listed = 1 AND state = 'kept'",
            source,
        )
        return int(row[0]) if row else 0

    def due(self, source: str, now: datetime, *, checks: int = CHECKS) -> tuple[str, ...]:
        """Keys of the entries whose pages are to be fetched now.

        Oldest first as indexes list them, those that failed before after the others. At most
        `checks` stored articles follow, those whose check has been due for longest first.
        """
        return (*self._to_fetch(source, now), *self._to_check(source, now, checks))

    def _to_check(self, source: str, now: datetime, checks: int) -> tuple[str, ...]:
        rows = self._database.rows(
            "SELECT key FROM entries WHERE source = ? AND next_check <= ? "
            "AND state IN ('kept', 'left', 'gone') "
            "AND NOT EXISTS (SELECT 1 FROM quarantine AS q WHERE q.kind = 'entry' "
            "AND q.source = entries.source AND q.subject = entries.key AND q.held = 1) "
            "ORDER BY next_check, key LIMIT ?",
            source,
            int(now.timestamp()),
            checks,
        )
        return tuple(key for (key,) in rows)

    def _to_fetch(self, source: str, now: datetime) -> tuple[str, ...]:
        return tuple(
            key
            for (key,) in self._database.rows(
                "SELECT key FROM entries LEFT JOIN retries AS r ON r.kind = 'entry' "
                "AND r.source = entries.source AND r.subject = entries.key "
                "WHERE entries.source = ? AND state IN ('due', 'recheck') "
                "AND coalesce(r.next_try, 0) <= ? "
                "AND NOT EXISTS (SELECT 1 FROM quarantine AS q WHERE q.kind = 'entry' "
                "AND q.source = entries.source AND q.subject = entries.key AND q.held = 1) "
                "ORDER BY coalesce(r.failures, 0), position DESC, key",
                source,
                int(now.timestamp()),
            )
        )

    def waiting(self, source: str) -> int:
        """How many entries of a source have no article yet and are still tried."""
        row = self._database.row(
            "SELECT count(*) FROM entries WHERE source = ? AND state = 'due'", source
        )
        return int(row[0]) if row else 0

    def abandoned(self, source: str, most: int) -> tuple[tuple[str, str], ...]:
        """Address and error of entries of a source that are not tried again, at most so many."""
        rows = self._database.rows(
            "SELECT url, coalesce(error, '') FROM entries WHERE source = ? AND state = 'failed' "
            "ORDER BY key LIMIT ?",
            source,
            most,
        )
        return tuple((url, error) for url, error in rows)

    def abandoned_count(self, source: str) -> int:
        """How many entries of a source are not tried again."""
        row = self._database.row(
            "SELECT count(*) FROM entries WHERE source = ? AND state = 'failed'", source
        )
        return int(row[0]) if row else 0

    def get(self, source: str, key: str) -> DueEntry:
        """One entry of the queue. Raises KeyError where there is none."""
        row = self._database.row(
            "SELECT url, entry, state, article, etag, last_modified, error FROM entries "
            "WHERE source = ? AND key = ?",
            source,
            key,
        )
        if row is None:
            raise KeyError((source, key))
        return DueEntry(
            source=source,
            key=key,
            url=row[0],
            entry=entry_from_data(json.loads(row[1])),
            recheck=row[2] == "recheck",
            article=row[3],
            validators=Validators(etag=row[4], last_modified=row[5]),
            failed=row[6] is not None,
            scheduled=row[2] in ("kept", "left", "gone"),
        )

    def kept(
        self,
        due: DueEntry,
        article: str,
        validators: Validators,
        next_check: datetime | None = None,
    ) -> None:
        """The entry's article is stored, and checked again at a time; None: never by schedule."""
        self._database.run(
            "UPDATE entries SET state = CASE listed WHEN 1 THEN 'kept' ELSE 'left' END, "
            "article = ?, etag = ?, last_modified = ?, next_check = ?, attempts = 0, "
            "error = NULL WHERE source = ? AND key = ?",
            article,
            validators.etag,
            validators.last_modified,
            _seconds(next_check),
            due.source,
            due.key,
        )

    def failed(self, due: DueEntry, error: str, *, final: bool) -> None:
        """The entry gave no article: for good, or to be tried again (see `Retries`)."""
        kept = "left" if due.recheck else "kept"  # the last good version stays
        state = "failed" if due.article is None else kept
        self._database.run(
            "UPDATE entries SET attempts = attempts + 1, error = ?1, "
            "state = CASE WHEN ?2 THEN ?3 ELSE state END WHERE source = ?4 AND key = ?5",
            error,
            final,
            state,
            due.source,
            due.key,
        )

    def check_at(self, due: DueEntry, next_check: datetime | None) -> None:
        """Set when the entry's stored article is checked again; None: never by schedule."""
        self._database.run(
            "UPDATE entries SET next_check = ? WHERE source = ? AND key = ?",
            _seconds(next_check),
            due.source,
            due.key,
        )

    def answered(self, due: DueEntry, now: datetime, *, gone: bool) -> None:
        """Note whether the page of the entry's stored article was found now, or seems gone."""
        self._database.run(
            "UPDATE entries SET answered = ?, seems_gone = ? WHERE source = ? AND key = ?",
            int(now.timestamp()),
            int(gone),
            due.source,
            due.key,
        )

    def answers(self, source: str, *, gone_since: datetime, good_since: datetime) -> Answers:
        """The latest answers of a source: signs and good ones, each since its time."""
        row = self._database.row(
            "SELECT sum(seems_gone AND answered >= ?2), sum(NOT seems_gone AND answered >= ?3) "
            "FROM (SELECT answered, seems_gone FROM entries WHERE source = ?1 "
            "AND answered >= min(?2, ?3) ORDER BY answered DESC LIMIT ?4)",
            source,
            int(gone_since.timestamp()),
            int(good_since.timestamp()),
            MAX_ANSWERS,
        )
        gone, good = row or (None, None)
        return Answers(gone=gone or 0, good=good or 0)

    def checks_due(self, source: str, now: datetime) -> int:
        """How many stored articles of a source wait for a check whose time has come."""
        row = self._database.row(
            "SELECT count(*) FROM entries WHERE source = ? AND next_check <= ? "
            "AND state IN ('kept', 'left', 'gone')",
            source,
            int(now.timestamp()),
        )
        return int(row[0]) if row else 0

    def gone(self, due: DueEntry, next_check: datetime | None = None) -> None:
        """The entry's article was withdrawn at its source; it is looked for again at a time."""
        self._database.run(
            "UPDATE entries SET state = 'gone', error = NULL, next_check = ? "
            "WHERE source = ? AND key = ?",
            _seconds(next_check),
            due.source,
            due.key,
        )


class _Checked(Exception):
    """Takes back a transaction that was only a check."""


def _seconds(time: datetime | None) -> int | None:
    return None if time is None else int(time.timestamp())


def _fingerprint(entry: FeedEntry) -> str:
    """Of what an index says of an article itself; its order, media and tags do not count."""
    time = entry.updated or entry.published
    parts = (entry.title, time and time.isoformat(), entry.summary, entry.content)
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:32]


def entry_to_data(entry: FeedEntry) -> dict[str, object]:
    """An entry as values that JSON has; what is empty is left out."""
    data = {name: value for name, value in asdict(entry).items() if value not in (None, ())}
    for name in ("published", "updated"):
        if name in data:
            data[name] = data[name].isoformat()
    return data


def entry_from_data(data: dict[str, object]) -> FeedEntry:
    """The entry again."""
    values = {
        name: tuple(value) if isinstance(value, list) else value for name, value in data.items()
    }
    for name in ("published", "updated"):
        if name in values:
            values[name] = datetime.fromisoformat(str(values[name]))
    if "media" in values:
        values["media"] = tuple(Media(**item) for item in data["media"])  # type: ignore[attr-defined]
    return FeedEntry(**values)  # type: ignore[arg-type]
