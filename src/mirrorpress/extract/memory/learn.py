"""What is learned from the pages of a site, and what of it counts for a page."""

from __future__ import annotations

from collections.abc import Iterable

from mirrorpress import urls
from mirrorpress.extract.fields.titles import loose
from mirrorpress.extract.memory.page_lines import PageLine, hash_of
from mirrorpress.model.site_profile import (
    MAX_DAYS,
    MAX_PAGES,
    VERSION,
    PageRecord,
    PlaceRecord,
    SiteProfile,
)


def record_of(
    url: str | None, title: str, lines: Iterable[PageLine], places: Iterable[PlaceRecord] = ()
) -> PageRecord:
    """What is remembered of a page: what was found without a profile.

    What a profile removes is then known for what it is on later pages as well.

    Args:
        url: its address; a page without one, or with that of a front page, is known by its title.
        title: of its article.
        lines: of its body, as found without a profile.
        places: where it prints its fields.
    """
    name = loose(title)
    address = urls.identity(url) if url else ""
    return PageRecord(
        page=hash_of(name if address.endswith("/") else address or name, 6),
        title=hash_of(name, 6),
        lines=tuple(line.record for line in lines),
        places=tuple(places),
    )


def learn(profile: SiteProfile | None, records: Iterable[PageRecord], *, day: int) -> SiteProfile:
    """The profile with further pages of its site; the order of these has no effect.

    Of a page that comes again the newest record is kept. Of more pages than are kept, those of
    the newest day are, and of one day those whose hashes are smallest.

    Args:
        profile: what was learned before; None, and one of another version, is nothing.
        records: of pages of the same site.
        day: on which they were read, counted from any fixed day.
    """
    known = profile.pages if profile is not None and profile.version == VERSION else ()
    pages: dict[int, tuple[int, PageRecord]] = {}
    for entry in (*known, *((day, record) for record in records)):
        at, record = entry
        if day - at <= MAX_DAYS:
            pages[record.page] = max(entry, pages.get(record.page, entry))
    newest = sorted(pages.values(), key=lambda entry: (-entry[0], entry[1].page))[:MAX_PAGES]
    return SiteProfile(tuple(newest))


def others_in(profile: SiteProfile, page: PageRecord) -> list[PageRecord]:
    """The other articles in a profile: neither the page itself nor one with its title."""
    if profile.version != VERSION:
        return []
    return [
        record
        for _, record in profile.pages
        if record.page != page.page and record.title != page.title
    ]
