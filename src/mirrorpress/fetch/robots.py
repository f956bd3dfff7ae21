"""robots.txt as RFC 9309 has it, asked once for each origin and kept for a day at most.

    200                     its rules, the first 512 KiB of them
    400 to 499 but 429      no rules: everything is open (2.3.1.3)
    429, 500 to 599, no answer    everything is closed (2.3.1.4), and asked again after an hour

Crawl-delay is not in the RFC; it is heard all the same, up to `MAX_DELAY`.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from protego import Protego

from mirrorpress.errors import AddressRefused, FetchError, HttpStatus, ResponseRefused, RobotsDenied
from mirrorpress.fetch.settings import PRODUCT

MAX_BYTES = 512 * 1024  # RFC 9309, 2.5, wants 500 KiB at least
MAX_DELAY = 30.0  # seconds
KEPT = timedelta(hours=24)  # RFC 9309, 2.4
KEPT_CLOSED = timedelta(hours=1)
MAX_ORIGINS = 10_000  # remembered at a time

_AGENT = re.compile(r"\s*user[\s\-]?agent\s*:\s*([^#\s/]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rules:
    """What one robots.txt says to us."""

    parsed: Protego | None  # None: everything is open, or all is closed
    closed: str | None = None  # why everything is closed

    def allows(self, url: str) -> bool:
        """Whether the address may be asked for."""
        if self.closed is not None:
            return False
        return self.parsed is None or bool(self.parsed.can_fetch(url, PRODUCT))

    @property
    def delay(self) -> float:
        """Seconds between requests that the host asks for; 0.0 where it asks for none."""
        asked = self.parsed.crawl_delay(PRODUCT) if self.parsed is not None else None
        return min(max(float(asked or 0.0), 0.0), MAX_DELAY)


def parse(text: str) -> Rules:
    """The rules of a robots.txt; lines that mean nothing are passed over."""
    return Rules(Protego.parse("\n".join(_for_us(text))))


@dataclass(slots=True)
class _Known:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    rules: Rules | None = None
    expires: datetime | None = None


class Robots:
    """Rules of many hosts.

    Args:
        ask: gets the bytes of a robots.txt (address, local); raises `FetchError`.
        now: the time, aware.
    """

    def __init__(
        self, ask: Callable[[str, bool], Awaitable[bytes]], now: Callable[[], datetime]
    ) -> None:
        self._ask = ask
        self._now = now
        self._known: dict[str, _Known] = {}

    async def check(self, url: str, *, local: bool) -> float:
        """The delay that the host of an address asks for.

        Raises:
            RobotsDenied: it closes this address to us, or its rules cannot be had.
            AddressRefused: the host is one that is not gone to at all.
        """
        rules = await self._rules(url, local)
        if rules.closed is not None:
            raise RobotsDenied(f"robots.txt could not be read ({rules.closed})", url=url)
        if not rules.allows(url):
            raise RobotsDenied(f"robots.txt of {urlsplit(url).netloc} closes it to us", url=url)
        return rules.delay

    async def _rules(self, url: str, local: bool) -> Rules:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if len(self._known) >= MAX_ORIGINS:
            self._known.clear()
        known = self._known.setdefault(f"{origin} {local}", _Known())
        async with known.lock:  # those who come meanwhile wait for the one answer
            if known.rules is None or known.expires is None or known.expires <= self._now():
                known.rules = await self._had(f"{origin}/robots.txt", local)
                kept = KEPT if known.rules.closed is None else KEPT_CLOSED
                known.expires = self._now() + kept
            return known.rules

    async def _had(self, url: str, local: bool) -> Rules:
        try:
            body = await self._ask(url, local)
        except AddressRefused:
            raise
        except HttpStatus as error:
            if 400 <= error.status < 500 and error.status != 429:
                return Rules(None)
            return Rules(None, closed=str(error))
        except ResponseRefused as error:
            return Rules(None, closed=str(error))
        except FetchError as error:
            return Rules(None, closed=str(error))
        return parse(body.decode("utf-8", errors="replace").removeprefix("\ufeff"))


def _for_us(text: str) -> Iterator[str]:
    """The lines, with every other robot's name made one: nothing then grows with their number.

    (A file of 10,000 names followed by 10,000 rules would else be 100 million rules.)
    """
    last = ""
    for line in text.splitlines():
        found = _AGENT.match(line)
        if found:
            line = f"User-agent: {_role(found[1])}"
            if line == last:
                continue
        if line.strip():
            last = line
            yield line


def _role(agent: str) -> str:
    if agent == "*":
        return "*"
    return PRODUCT if agent.lower() == PRODUCT else "other"
