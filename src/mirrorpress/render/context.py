"""What every page of an edition shares, made ready once: words, outlets, times of day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from mirrorpress import urls
from mirrorpress.model import PICKS, RECOMMENDED, ArticleList, Site
from mirrorpress.render.characters import Direction, clean, direction_of
from mirrorpress.render.words import Words, words

# Ended by "+", since find ends with 0 whatever a command ended by ";" found.
_CHECK_LISTINGS = "find . -name SHA256SUMS -execdir sha256sum --check --strict --quiet {} +"
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


class RenderContext:
    """A site in use."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.name = clean(site.name)
        self.words: Words = words(next(iter(site.languages), "en"))
        self._zone = ZoneInfo(site.timezone)
        self._outlets = {source.name: clean(source.title) for source in site.sources}

    @property
    def check(self) -> str | None:
        """The commands that check a copy (docs/manifest.md); None where it has no key."""
        key = self.site.public_key
        return key and f"minisign -Vm SHA256SUMS -P {clean(key)} &&\n{_CHECK_LISTINGS}"

    def outlet(self, name: str) -> str:
        """An outlet as readers know it; one that left the settings is known by its key."""
        return self._outlets.get(name, name)

    def outlet_of(self, source: str, url: str) -> str:
        """The outlet of an article; of one that the operator picked, the host of its address."""
        if source == PICKS and source not in self._outlets:
            return urls.host(url).removeprefix("www.") or source
        return self.outlet(source)

    def channel(self, name: str) -> str:
        """A channel as readers know it; one that left the settings is known by its key."""
        for channel in self.site.channels:
            if channel.name == name:
                return clean(channel.title)
        return self.words("recommended") if name == RECOMMENDED else self.outlet(name)

    def local(self, moment: datetime) -> datetime:
        """A time in the mirror's zone; one without a zone stays as it is."""
        return moment.astimezone(self._zone) if moment.tzinfo else moment

    def date(self, moment: datetime) -> str:
        """The day, as "2026-03-04"; one without a time of day as its outlet gave it."""
        day = moment if is_day(moment) else self.local(moment)
        return day.strftime("%Y-%m-%d")

    def clock(self, moment: datetime) -> str:
        """The time of day, as "18:20"; of a day without one the day."""
        return self.date(moment) if is_day(moment) else self.local(moment).strftime("%H:%M")

    def stamp(self, moment: datetime) -> str:
        """Day, time and offset, as "2026-03-04 18:20 (UTC+08:00)"; a day without a time alone."""
        if is_day(moment):
            return self.date(moment)
        local = self.local(moment)
        return f"{local:%Y-%m-%d %H:%M}{offset(local)}"

    def isolated(self, text: str, around: Direction | None = None) -> str:
        """A name, title or time set apart where it runs against the words around it.

        `around` is the direction of those; that of the page's words where None. A date without
        this would come out as "04-03-2026" after an Arabic word (UAX #9, W2 and X5c).
        """
        cleaned = clean(text).strip()
        if not cleaned or direction_of(cleaned) == (around or self.words.direction):
            return cleaned
        return f"{_FIRST_STRONG_ISOLATE}{cleaned}{_POP_ISOLATE}"

    def modified(self, moment: datetime) -> str:
        """That an article was changed, and when."""
        return self.words("modified", time=self.isolated(self.stamp(moment)))

    def withdrawn(self, moment: datetime) -> str:
        """That an article was taken down, and when it was noticed."""
        return self.words("withdrawn", date=self.isolated(self.date(moment)))

    def list_title(self, article_list: ArticleList) -> str:
        """What a list is called; a story by its first report, which this does not know."""
        outlet, month = article_list.outlet, article_list.month
        if article_list.channel is not None:
            return self.channel(article_list.channel)
        if article_list.mark is not None:
            return self.words(f"{article_list.mark}_articles")
        if article_list.hot:
            return self.words("hot")
        if outlet is not None:
            return f"{self.outlet(outlet)} · {month}" if month else self.outlet(outlet)
        return article_list.day or month or self.name


def is_day(moment: datetime) -> bool:
    """Whether a time is only a day: midnight in the zone of the outlet that gave it.

    Many pages and feeds give no time of day. An article that is published at midnight loses its
    time; the others do not get a wrong one.
    """
    return not (moment.hour or moment.minute or moment.second)


def offset(moment: datetime) -> str:
    """The offset from UTC as a reader sees it: " (UTC+08:00)"; "" where none is known."""
    if moment.tzinfo is None:
        return ""
    if moment.utcoffset() == UTC.utcoffset(None):
        return " (UTC)"
    digits = moment.strftime("%z")
    return f" (UTC{digits[:3]}:{digits[3:5]})"


@dataclass(slots=True)
class LastContext:
    """Keeps the context of the site that was last rendered with: pages come by the thousand."""

    kept: RenderContext | None = None

    def of(self, site: Site) -> RenderContext:
        """The context of a site."""
        if self.kept is None or self.kept.site is not site:
            self.kept = RenderContext(site)
        return self.kept
