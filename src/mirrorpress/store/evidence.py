"""What checks of stored articles found: the evidence that one changed or is gone at its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from mirrorpress.store.database import Database

Sign = Literal["missing", "front", "emptied"]  # that an article is gone at its source
FindingKind = Literal["changed", "missing", "front", "emptied", "back"]
MAX_ROWS = 50  # of an article: the first finding, and the latest
MAX_DETAIL = 300  # characters
MAX_URL = 2000  # characters
MAX_ASKED = 5  # addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found."""

    time: datetime  # UTC, whole seconds
    kind: FindingKind
    # changed: another text. missing: 404 or 410. front: redirected to the front page.
    # emptied: the text is nearly gone. back: a good answer after one of the three.
    status: int | None = None  # of HTTP; None: no page was asked for
    url: str = ""  # the final address
    sha256: str | None = None  # of the body, hex; None: there was none
    detail: str = ""  # a sentence, may be empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many stored articles are not what they were."""

    withdrawn: int
    changed: int  # more than typos


class Evidence:
    """The room of what checks found."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, article: str, finding: Finding) -> None:
        """Keep a finding; of an article with too many, the oldest but the first go."""
        self._database.run(
            "INSERT INTO evidence (article, time, kind, status, url, sha256, detail) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            article,
            int(finding.time.timestamp()),
            finding.kind,
            finding.status,
            finding.url[:MAX_URL],
            finding.sha256,
            finding.detail[:MAX_DETAIL],
        )
        self._database.run(
            "DELETE FROM evidence WHERE article = ?1 "
            "AND number > (SELECT min(number) FROM evidence WHERE article = ?1) "
            "AND number NOT IN "
            "(SELECT number FROM evidence WHERE article = ?1 ORDER BY number DESC LIMIT ?2)",
            article,
            MAX_ROWS - 1,
        )

    def of(self, article: str) -> tuple[Finding, ...]:
        """The findings of an article, oldest first."""
        rows = self._database.rows(
            "SELECT time, kind, status, url, sha256, detail FROM evidence WHERE article = ? "
            "ORDER BY number",
            article,
        )
        return tuple(
            Finding(
                time=datetime.fromtimestamp(row[0], UTC),
                kind=row[1],
                status=row[2],
                url=row[3],
                sha256=row[4],
                detail=row[5],
            )
            for row in rows
        )

    def asked(self, source: str, article: str) -> tuple[str, ...]:
        """The addresses at which a source's article is asked for, `MAX_ASKED` at most."""
        rows = self._database.rows(
            "SELECT url FROM entries WHERE source = ? AND article = ? ORDER BY key LIMIT ?",
            source,
            article,
            MAX_ASKED,
        )
        return tuple(url for (url,) in rows)

    def counts(self) -> Counts:
        """How many articles are marked as withdrawn, and of how many a change was found."""
        row = self._database.row(
            "SELECT (SELECT count(*) FROM articles WHERE withdrawn IS NOT NULL), "
            "(SELECT count(*) FROM articles WHERE changed IS NOT NULL)"
        )
        withdrawn, changed = row or (0, 0)
        return Counts(withdrawn=withdrawn, changed=changed)

    def first_sign(self, article: str) -> datetime | None:
        """When the first sign came that an article is gone, with no good answer since; UTC."""
        row = self._database.row(
            "SELECT time FROM evidence WHERE article = ?1 "
            "AND kind IN ('missing', 'front', 'emptied') AND number > coalesce("
            "(SELECT max(number) FROM evidence WHERE article = ?1 AND kind = 'back'), 0) "
            "ORDER BY number LIMIT 1",
            article,
        )
        return None if row is None else datetime.fromtimestamp(row[0], UTC)
