"""What extraction learned of sites: records of their newest pages, kept between rounds.

A page that is read on a day counts from the next day on. So a round that was killed gives the
same articles when it is run again, and the order in which pages arrive has no effect.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from mirrorpress.model.site_profile import MAX_DAYS, MAX_PAGES, VERSION, PageRecord, SiteProfile
from mirrorpress.store.database import Database

MAX_SITES = 5_000  # those that were read last are kept
_LOOKS = 64  # one page in so many looks whether there are too many sites
MAX_SIZE = 16_384  # bytes of a record; a larger one is not kept


class SiteProfiles:
    """The room of site profiles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def profile(self, site: str, day: int) -> SiteProfile | None:
        """What was learned of a site before a day; None where that is nothing.

        Rows that are damaged, or of another version of the record, are left out.
        """
        rows = self._database.rows(
            "SELECT day, record FROM page_records WHERE site = ? AND day < ? AND day >= ? "
            "ORDER BY day DESC, page LIMIT ?",
            site,
            day,
            day - MAX_DAYS,
            MAX_PAGES,
        )
        pages: dict[int, tuple[int, PageRecord]] = {}
        for read, data in rows:
            record = _record(data)
            if record is not None:
                pages.setdefault(record.page, (read, record))
        return SiteProfile(tuple(pages.values())) if pages else None

    def add(self, site: str, record: PageRecord, day: int) -> None:
        """Remember a page that was read on a day (days since 1970-01-01)."""
        data = msgspec.msgpack.encode((VERSION, record))
        if not site or len(data) > MAX_SIZE:
            return
        self._database.run(
            "INSERT OR REPLACE INTO page_records (site, day, page, record) VALUES (?, ?, ?, ?)",
            site,
            day,
            record.page,
            data,
        )
        self._shorten(site, day)
        if record.page % _LOOKS == 0:
            self._forget_sites()

    def _shorten(self, site: str, day: int) -> None:
        """Keep of a site the pages that count on a day, and as many of the day itself."""
        self._database.run(
            "DELETE FROM page_records WHERE site = ? AND day < ?", site, day - MAX_DAYS
        )
        for days in ("day < ?", "day >= ?"):
            self._database.run(
                f"DELETE FROM page_records WHERE site = ? AND {days} AND (day, page) NOT IN "
                f"(SELECT day, page FROM page_records WHERE site = ? AND {days} "
                "ORDER BY day DESC, page LIMIT ?)",
                site,
                day,
                site,
                day,
                MAX_PAGES,
            )

    def _forget_sites(self) -> None:
        """Keep the sites that were read last."""
        self._database.run(
            "DELETE FROM page_records WHERE site IN (SELECT site FROM page_records "
            "GROUP BY site ORDER BY max(day) DESC, site LIMIT -1 OFFSET ?)",
            MAX_SITES,
        )

    def sites(self) -> Iterable[tuple[str, int, int]]:
        """(site, pages, newest day) of every site, sorted."""
        return self._database.rows(
            "SELECT site, count(DISTINCT page), max(day) FROM page_records GROUP BY site "
            "ORDER BY site"
        )

    def forget(self, site: str | None = None) -> int:
        """Forget what was learned of a site, or of all; how many pages that were."""
        before = self._count()
        if site is None:
            self._database.run("DELETE FROM page_records")
        else:
            self._database.run("DELETE FROM page_records WHERE site = ?", site)
        return before - self._count()

    def _count(self) -> int:
        row = self._database.row("SELECT count(*) FROM page_records")
        return int(row[0]) if row else 0


def _record(data: bytes) -> PageRecord | None:
    try:
        version, record = msgspec.msgpack.decode(data, type=tuple[int, PageRecord])
    except (msgspec.DecodeError, TypeError, ValueError):
        return None
    return record if version == VERSION else None
