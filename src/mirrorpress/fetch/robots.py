"""robots.txt as RFC 9309 has it, asked for once at each origin and kept for a day at most.

    200                     its rules, the first 512 KiB of them
    400 to 499 but 429      no rules: everything is open (2.3.1.3)
    429, 500 to 599, no response    everything is closed (2.3.1.4), and asked again after an hour

Crawl-delay is not in the RFC; it is heard all the same, up to `MAX_DELAY`.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import isnan
from typing import Protocol
from urllib.parse import urlsplit

from protego import Protego

from mirrorpress.errors import (
    AddressRefused,
    FetchError,
    HttpStatus,
    RobotsDenied,
    RobotsUnreadable,
)
from mirrorpress.fetch.settings import PRODUCT
from mirrorpress.model import RobotsFile

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
        seconds = float(asked or 0.0)
        return 0.0 if isnan(seconds) else min(max(seconds, 0.0), MAX_DELAY)


def parse(text: str) -> Rules:
    """The rules of a robots.txt; lines that mean nothing are passed over."""
    return Rules(Protego.parse("\n".join(_for_us(text))))


class RobotsMemory(Protocol):
    """Keeps what origins answered from one round to the next."""

    def load(self, origin: str) -> RobotsFile | None:
        """What an origin answered; None where nothing is kept."""

    def save(self, origin: str, file: RobotsFile) -> None:
        """Keep a response."""


class NoMemory:
    """Keeps nothing."""

    def load(self, _origin: str) -> RobotsFile | None:
        return None

    def save(self, _origin: str, _file: RobotsFile) -> None:
        pass


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
        memory: keeps the answers between rounds.
    """

    def __init__(
        self,
        ask: Callable[[str, bool], Awaitable[bytes]],
        now: Callable[[], datetime],
        memory: RobotsMemory,
    ) -> None:
        self._memory = memory
        self._ask = ask
        self._now = now
        self._known: dict[str, _Known] = {}

    async def check(self, url: str, *, local: bool) -> float:
        """The delay that the host of an address asks for.

        Raises:
            RobotsDenied: it disallows this address, or its rules cannot be fetched.
            AddressRefused: the host is one that is not gone to at all.
        """
        rules = await self._rules(url, local)
        if rules.closed is not None:
            raise RobotsUnreadable(f"robots.txt could not be read ({rules.closed})", url=url)
        if not rules.allows(url):
            raise RobotsDenied(f"robots.txt of {urlsplit(url).netloc} disallows it", url=url)
        return rules.delay

    async def _rules(self, url: str, local: bool) -> Rules:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if len(self._known) >= MAX_ORIGINS:
            self._known.clear()
        name = f"{origin} local" if local else origin
        known = self._known.setdefault(name, _Known())
        async with known.lock:  # those who come meanwhile wait for the one response
            if known.rules is None or known.expires is None or known.expires <= self._now():
                file = self._memory.load(name)
                if file is None or not self._is_fresh(file):
                    file = await self._asked(f"{origin}/robots.txt", local)
                    self._memory.save(name, file)
                known.rules, known.expires = _rules(file), file.expires
            return known.rules

    def _is_fresh(self, file: RobotsFile) -> bool:
        """Whether a response may still be used; not one that a wrong clock dated far ahead."""
        now = self._now()
        return now < file.expires <= now + KEPT

    async def _asked(self, url: str, local: bool) -> RobotsFile:
        now = self._now()
        try:
            body = await self._ask(url, local)
        except AddressRefused:
            raise
        except HttpStatus as error:
            if 400 <= error.status < 500 and error.status != 429:
                return RobotsFile(expires=now + KEPT)
            return RobotsFile(closed=str(error), expires=now + KEPT_CLOSED)
        except FetchError as error:
            return RobotsFile(closed=str(error), expires=now + KEPT_CLOSED)
        return RobotsFile(body=body, expires=now + KEPT)


def _rules(file: RobotsFile) -> Rules:
    if file.closed is not None or file.body is None:
        return Rules(None, closed=file.closed)
    return parse(file.body.decode("utf-8", errors="replace").removeprefix("\ufeff"))


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
