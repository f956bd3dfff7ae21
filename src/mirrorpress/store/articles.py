"""Articles, each with every revision that was kept."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from mirrorpress import urls
from mirrorpress.model import Article, ArticleSummary, Revision, RevisionChange
from mirrorpress.model.codec import article_from_data, article_to_data
from mirrorpress.model.walk import images, link_addresses
from mirrorpress.model.wire import whole_text
from mirrorpress.store.changes import Changes
from mirrorpress.store.database import Database
from mirrorpress.store.stories import Stories

MAX_CHANGES = 10  # of an article that its page of changes shows
MAX_MENTIONS = 200  # links of an article that may lead to articles of the mirror
# Columns of an article `a` and of its path `p` in an edition, as `to_summary` takes them.
SUMMARY_COLUMNS = (
    "a.id, a.source, a.title, a.url, p.path, a.shown, a.day, a.language, a.section, a.summary, "
    "a.withdrawn, a.story, "
    "(SELECT group_concat(story, ' ') FROM former_reports WHERE article = a.id), a.changed"
)
WITH_PATH = "LEFT JOIN paths AS p ON p.edition = ? AND p.subject = a.id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is known of an article without reading its text."""

    id: str
    source: str
    grouped: bool  # step 5 has seen it: pages may name it
    revision: int
    sha256: str  # fingerprint of the current revision
    published: datetime  # of the first revision, with the offset that its outlet gave
    withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionNote:
    """What is known of a revision without reading its text."""

    number: int
    fetched: datetime  # UTC
    kinds: tuple[str, ...] | None  # of what its outlet changed, as in `Articles.keep`


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """How often an outlet changed what its article says, and when that was found."""

    times: int
    first: datetime  # UTC
    last: datetime  # UTC


class Articles:
    """The room of articles and revisions."""

    def __init__(self, database: Database, changes: Changes, stories: Stories) -> None:
        self._database = database
        self._changes = changes
        self._stories = stories

    def known(self, article_id: str) -> Kept | None:
        """What is known of an article."""
        row = self._database.row(
            "SELECT source, grouped, revision, sha256, shown, withdrawn FROM articles WHERE id = ?",
            article_id,
        )
        if row is None:
            return None
        return Kept(
            id=article_id,
            source=row[0],
            grouped=bool(row[1]),
            revision=row[2],
            sha256=row[3],
            published=datetime.fromisoformat(row[4]),
            withdrawn=row[5] is not None,
        )

    def at(self, address: str) -> str | None:
        """The id of the article at an address, or at the one to which it led; None: there is none.

        Raises ValueError where it is no web address.
        """
        article_id = urls.article_id(address)
        row = self._database.row(
            "SELECT id FROM articles WHERE id = ?1 UNION ALL SELECT a.id FROM "
            "(SELECT DISTINCT source FROM articles) AS s CROSS JOIN entries AS e "
            "ON e.source = s.source AND e.key = ?2 JOIN articles AS a ON a.id = e.article LIMIT 1",
            article_id,
            urls.identity(address),
        )
        return None if row is None else str(row[0])

    def keep(
        self,
        revision: Revision,
        *,
        day: str,
        summary: str,
        sha256: str,
        kinds: Iterable[str] | None = None,
    ) -> None:
        """Store a revision: the first of a new article, or the next of a known one.

        Args:
            revision: the revision.
            day: YYYY-MM-DD in the mirror's zone. It counts for a new article only: an article stays
                in the lists where readers found it.
            summary: what lists show of the text.
            sha256: fingerprint of the article.
            kinds: of what the outlet changed since the last revision, see `compare.changes`; none:
                nothing that says anything else; None: they were not compared.
        """
        changed = int(revision.fetched.timestamp()) if kinds else None
        article = revision.article
        self._database.run(
            "INSERT INTO revisions (article, number, fetched, published, data, kinds) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            revision.id,
            revision.number,
            int(revision.fetched.timestamp()),
            revision.published.isoformat(),
            _packed(article),
            None if kinds is None else " ".join(sorted(kinds)),
        )
        self._database.run(
            "INSERT INTO articles (id, source, url, day, published, shown, title, language, "
            "section, summary, revision, sha256, change, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
            "?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title, language = "
            "excluded.language, section = excluded.section, summary = excluded.summary, revision = "
            "excluded.revision, sha256 = excluded.sha256, change = excluded.change, "
            "changed = coalesce(excluded.changed, changed), withdrawn = NULL",
            revision.id,
            revision.source,
            revision.url,
            day,
            int(revision.published.timestamp()),
            revision.published.isoformat(),
            article.title,
            article.language,
            article.section,
            summary,
            revision.number,
            sha256,
            self._changes.next(revision.fetched if kinds else _bears(revision)),
            changed,
        )
        self._keep_contents(revision)
        if revision.number == 1:
            self._touch_mentions(revision.id)
        self._stories.touch(revision.id)

    def correct(self, revision: Revision, *, summary: str, sha256: str) -> None:
        """Store another reading of the pages of a current revision over what was read before.

        The outlet changed nothing: number, time of fetching, withdrawal and place in lists stay.

        Raises KeyError where the revision is not the current one of an article.
        """
        article = revision.article
        corrected = self._database.run(
            "UPDATE articles SET title = ?, language = ?, section = ?, summary = ?, sha256 = ?, "
            "change = ? WHERE id = ? AND revision = ?",
            article.title,
            article.language,
            article.section,
            summary,
            sha256,
            self._changes.next(_bears(revision)),
            revision.id,
            revision.number,
        )
        if not corrected:
            raise KeyError(revision.id)
        self._database.run(
            "UPDATE revisions SET published = ?, data = ? WHERE article = ? AND number = ?",
            revision.published.isoformat(),
            _packed(article),
            revision.id,
            revision.number,
        )
        self._keep_contents(revision)
        self._stories.touch(revision.id)

    def _keep_contents(self, revision: Revision) -> None:
        """Note what the text of an article shows and links to; it is to be compared again."""
        self._database.run("DELETE FROM group_features WHERE article = ?", revision.id)
        for image in images(revision.article):
            self._database.run(
                "INSERT OR IGNORE INTO shows (picture, article) VALUES (?, ?)",
                image.url,
                revision.id,
            )
        self._keep_mentions(revision)
        self._keep_confidence(revision)

    def _keep_confidence(self, revision: Revision) -> None:
        """Note an article of whose text extraction is not sure."""
        self._database.run("DELETE FROM unsure WHERE article = ?", revision.id)
        if revision.article.is_unsure:
            self._database.run(
                "INSERT INTO unsure (article, confidence) VALUES (?, ?)",
                revision.id,
                revision.article.confidence,
            )

    def unsure_count(self, source: str) -> int:
        """Of how many articles of a source extraction is not sure that the text is theirs."""
        row = self._database.row(
            "SELECT count(*) FROM unsure CROSS JOIN articles ON id = article WHERE source = ?",
            source,
        )
        return int(row[0]) if row else 0

    def unsure(self, source: str, most: int) -> list[tuple[str, float]]:
        """The addresses of these articles with their confidence, the newest first."""
        rows = self._database.rows(
            "SELECT url, confidence FROM unsure CROSS JOIN articles ON id = article "
            "WHERE source = ? ORDER BY published DESC, id LIMIT ?",
            source,
            most,
        )
        return [(str(url), float(confidence)) for url, confidence in rows]

    def _keep_mentions(self, revision: Revision) -> None:
        """Note to which articles the text links."""
        self._database.run("DELETE FROM mentions WHERE article = ?", revision.id)
        for target in {urls.article_id(one) for one in mentioned(revision.article)}:
            self._database.run(
                "INSERT INTO mentions (target, article) VALUES (?, ?)", target, revision.id
            )

    def _touch_mentions(self, article_id: str) -> None:
        """Count as changed the articles that link to one which came or went."""
        linking = "SELECT article FROM mentions WHERE target = ?1 AND article <> ?1"
        if self._database.row(
            f"SELECT 1 FROM articles WHERE id IN ({linking}) LIMIT 1", article_id
        ):
            change = self._changes.next()
            self._database.run(
                f"UPDATE articles SET change = ?2 WHERE id IN ({linking})", article_id, change
            )

    def paths_of(self, edition: str, addresses: Iterable[str]) -> dict[str, str]:
        """By address: the paths of the articles at some addresses, of those that are shown."""
        found: dict[str, str] = {}
        for address in addresses:
            row = self._database.row(
                "SELECT path FROM paths JOIN shown_articles ON id = subject "
                "WHERE edition = ? AND subject = ?",
                edition,
                urls.article_id(address),
            )
            if row is not None:
                found[address] = str(row[0])
        return found

    def forget(self, article_id: str) -> None:
        """Drop an article that step 5 never saw, with its revisions; any other stays whole."""
        dropped = self._database.run(
            "DELETE FROM articles WHERE id = ? AND grouped = 0", article_id
        )
        if dropped:
            self._database.run("DELETE FROM revisions WHERE article = ?", article_id)
            self._database.run("DELETE FROM shows WHERE article = ?", article_id)
            self._database.run("DELETE FROM group_features WHERE article = ?", article_id)
            self._database.run("DELETE FROM mentions WHERE article = ?", article_id)

    def move(self, article_id: str, source: str) -> None:
        """File an article under another source: the outlet's own. Its address stays."""
        self.count_change(article_id)
        self._stories.depart(article_id)
        self._database.run("UPDATE articles SET source = ? WHERE id = ?", source, article_id)

    def departed_since(self, change: int) -> tuple[ArticleSummary, ...]:
        """Articles that left a list after a change, as they were when they did."""
        rows = list(
            self._database.rows(
                "SELECT d.article, d.source, d.story FROM departures AS d "
                "JOIN articles AS a ON a.id = d.article WHERE d.change > ? "
                "ORDER BY d.change, d.article",
                change,
            )
        )
        return tuple(
            replace(self.summary(article_id), source=source, story=story)
            for article_id, source, story in rows
        )

    def withdraw(self, article_id: str, now: datetime) -> bool:
        """Note that an article is gone at its source; false where that was known."""
        withdrawn = self._database.run(
            "UPDATE articles SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL",
            int(now.timestamp()),
            article_id,
        )
        if withdrawn:
            self.count_change(article_id, now)
        return withdrawn > 0

    def restore(self, article_id: str) -> bool:
        """Note that a withdrawn article is back as it was; false where it was not withdrawn."""
        restored = self._database.run(
            "UPDATE articles SET withdrawn = NULL WHERE id = ? AND withdrawn IS NOT NULL",
            article_id,
        )
        if restored:
            self.count_change(article_id)
        return restored > 0

    def hold(self, article_id: str) -> None:
        """Count the pages as changed that show an article which is quarantined now."""
        self.count_change(article_id)
        self._touch_mentions(article_id)

    def origin(self, article_id: str) -> tuple[str, str]:
        """Source and address of an article, read without the rest of it; "" where unknown."""
        row = self._database.row("SELECT source, url FROM articles WHERE id = ?", article_id)
        return ("", "") if row is None else (str(row[0]), str(row[1]))

    def count_change(self, article_id: str, time: datetime | None = None) -> None:
        """Count an article as changed whose line looks different, on the pages of others too."""
        self._database.run(
            "UPDATE articles SET change = ? WHERE id = ?", self._changes.next(time), article_id
        )
        self._stories.touch(article_id)

    def count(self) -> int:
        row = self._database.row("SELECT count(*) FROM articles")
        return int(row[0]) if row else 0

    def summary(self, article_id: str, edition: str = "") -> ArticleSummary:
        """An article as lists of an edition show it. Raises KeyError where there is none."""
        row = self._database.row(
            f"SELECT {SUMMARY_COLUMNS} FROM articles AS a {WITH_PATH} WHERE a.id = ?",
            edition,
            article_id,
        )
        if row is None:
            raise KeyError(article_id)
        return to_summary(row)

    def revision(self, article_id: str) -> Revision:
        """The current revision. Raises KeyError where there is none."""
        row = self._database.row(
            "SELECT number, source, url, fetched, r.published, withdrawn, data "
            "FROM articles JOIN revisions AS r ON r.article = id AND r.number = revision "
            "WHERE id = ?",
            article_id,
        )
        if row is None:
            raise KeyError(article_id)
        return _revision(article_id, row)

    def changes(self, article_id: str) -> tuple[RevisionChange, ...]:
        """What its outlet changed of an article, the newest first, `MAX_CHANGES` at most."""
        rows = self._database.rows(
            "SELECT number, kinds FROM revisions WHERE article = ? AND kinds <> '' "
            "AND number > 1 ORDER BY number DESC LIMIT ?",
            article_id,
            MAX_CHANGES,
        )
        return tuple(
            RevisionChange(
                before=self.numbered(article_id, number - 1),
                after=self.numbered(article_id, number),
                kinds=tuple(kinds.split()),
            )
            for number, kinds in list(rows)
        )

    def changed(self, article_id: str) -> Changed | None:
        """How often its outlet changed what an article says; None: never."""
        row = self._database.row(
            "SELECT count(*), min(fetched), max(fetched) FROM revisions "
            "WHERE article = ? AND kinds <> '' AND number > 1",
            article_id,
        )
        if row is None or not row[0]:
            return None
        first, last = (datetime.fromtimestamp(time, UTC) for time in row[1:])
        return Changed(times=row[0], first=first, last=last)

    def notes(self, article_id: str, most: int) -> tuple[RevisionNote, ...]:
        """The first revision of an article and the newest ones after it, `most` of those."""
        rows = self._database.rows(
            "SELECT number, fetched, kinds FROM revisions WHERE article = ?1 AND (number = 1 OR "
            "number > (SELECT max(number) FROM revisions WHERE article = ?1) - ?2) ORDER BY number",
            article_id,
            most,
        )
        return tuple(
            RevisionNote(
                number=number,
                fetched=datetime.fromtimestamp(fetched, UTC),
                kinds=None if kinds is None else tuple(kinds.split()),
            )
            for number, fetched, kinds in rows
        )

    def numbered(self, article_id: str, number: int) -> Revision:
        """A revision by its number. Raises KeyError where there is none."""
        row = self._database.row(
            "SELECT number, source, url, fetched, r.published, withdrawn, data "
            "FROM articles JOIN revisions AS r ON r.article = id WHERE id = ? AND r.number = ?",
            article_id,
            number,
        )
        if row is None:
            raise KeyError((article_id, number))
        return _revision(article_id, row)

    def changed_since(self, change: int) -> tuple[str, ...]:
        """Ids of the articles whose pages may look different, in order of publication."""
        # "+": SQLite is to find the few changed ones and sort them, not to pass all in order.
        rows = self._database.rows(
            "SELECT id FROM shown_articles WHERE change > ? ORDER BY +published, id", change
        )
        return tuple(article_id for (article_id,) in rows)

    def shown(self, article_ids: Iterable[str]) -> tuple[str, ...]:
        """Those of some articles that editions show."""
        return tuple(
            article_id
            for article_id in article_ids
            if self._database.row("SELECT 1 FROM shown_articles WHERE id = ?", article_id)
        )

    def published(self, article_id: str) -> datetime:
        """When an article was first said to be published, UTC. Raises KeyError: there is none."""
        row = self._database.row("SELECT published FROM articles WHERE id = ?", article_id)
        if row is None:
            raise KeyError(article_id)
        return datetime.fromtimestamp(row[0], UTC)

    def count_days_in(self, timezone: str, day: Callable[[datetime], str]) -> None:
        """Count the articles' days again where the mirror's zone has changed; their paths stay."""
        if self._database.row(
            "SELECT 1 FROM facts WHERE name = 'timezone' AND value = ?", timezone
        ):
            return
        moved = [
            (value, article_id)
            for article_id, published, before in self._database.rows(
                "SELECT id, published, day FROM articles"
            )
            if (value := day(datetime.fromtimestamp(published, UTC))) != before
        ]
        for value, article_id in moved:
            self._database.run("UPDATE articles SET day = ? WHERE id = ?", value, article_id)
        self._database.run("UPDATE facts SET value = ? WHERE name = 'timezone'", timezone)


def mentioned(article: Article) -> tuple[str, ...]:
    """The addresses to which a text links and where an article of the mirror may be."""
    addresses = link_addresses(article.blocks)[:MAX_MENTIONS]
    return tuple(address for address in addresses if urls.safe(address))


def _bears(revision: Revision) -> datetime:
    """The newest time that an article says of itself, unless that is still to come."""
    modified = revision.article.modified
    aware = modified if modified is not None and modified.tzinfo else revision.published
    return min(max(revision.published, aware), revision.fetched)


def _revision(article_id: str, row: tuple[Any, ...]) -> Revision:
    """A row of number, source, address, times, withdrawal and data as a value."""
    return Revision(
        id=article_id,
        number=row[0],
        source=row[1],
        url=row[2],
        fetched=datetime.fromtimestamp(row[3], UTC),
        published=datetime.fromisoformat(row[4]),
        withdrawn=None if row[5] is None else datetime.fromtimestamp(row[5], UTC),
        article=_unpacked(row[6]),
    )


def to_summary(row: tuple[object, ...]) -> ArticleSummary:
    """A row of SUMMARY_COLUMNS as a value."""
    article_id, source, title, url, path, shown, day, *more = row
    language, section, summary, withdrawn, story, former, changed = more
    return ArticleSummary(
        id=str(article_id),
        source=str(source),
        title=str(title),
        url=str(url),
        path="" if path is None else str(path),
        published=datetime.fromisoformat(str(shown)),
        day=str(day),
        language=None if language is None else str(language),
        section=None if section is None else str(section),
        teaser=str(summary),
        withdrawn=_time(withdrawn),
        changed=_time(changed),
        story=None if story is None else str(story),
        former=() if former is None else tuple(sorted(str(former).split())),
    )


def _time(seconds: object) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(int(str(seconds)), UTC)


def _packed(article: Article) -> bytes:
    text = json.dumps(article_to_data(article), ensure_ascii=False)
    return zlib.compress(whole_text(text).encode("utf-8"), 6)


def _unpacked(data: bytes) -> Article:
    return article_from_data(json.loads(zlib.decompress(data)))
