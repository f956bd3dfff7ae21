"""Connects to a host, at one of its addresses that `address_policy` allows.

The address is judged after its name was resolved and right before it is connected to, and the
socket is opened to that address, so a second answer of DNS (rebinding) changes nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping

import httpcore2

from mirrorpress.errors import AddressRefused
from mirrorpress.fetch.address_policy import refusal
from mirrorpress.fetch.resolver import NameNotFound, Resolver

MAX_ADDRESSES = 4  # of one host that are tried
CONNECT = 10.0  # seconds for each of them


class GuardedBackend(httpcore2.AsyncNetworkBackend):
    """The network as the pool sees it.

    Args:
        local: loopback and private networks may be connected to.
        resolve: hosts that are found elsewhere than in DNS: host → "address" or "address:port".
        resolver: finds the others.
    """

    def __init__(self, *, local: bool, resolve: Mapping[str, str], resolver: Resolver) -> None:
        self._local = local
        self._resolve = {name.lower(): place for name, place in resolve.items()}
        self._resolver = resolver
        self._network = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """A connection to a host.

        Raises:
            AddressRefused: none of its addresses may be connected to.
            httpcore2.ConnectError, httpcore2.ConnectTimeout: none of them answers.
        """
        last: Exception = httpcore2.ConnectError(f"{host} has no address")
        for address, actual_port in self._permitted(host, await self._found(host, port)):
            try:
                return await self._network.connect_tcp(
                    address, actual_port, min(timeout or CONNECT, CONNECT), None, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                last = error
        raise last

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def _found(self, host: str, port: int) -> list[tuple[str, int]]:
        """The addresses of a host, in the order in which they should be tried."""
        place = self._resolve.get(host.lower().rstrip("."))
        if place is not None:
            return [_place(place, port)]
        try:
            found = await self._resolver.addresses(host)
        except NameNotFound as error:
            raise httpcore2.ConnectError(str(error)) from error
        return [(address, port) for address in found]

    def _permitted(self, host: str, found: list[tuple[str, int]]) -> list[tuple[str, int]]:
        reasons = {address: refusal(address, local=self._local) for address, _ in found}
        permitted = [place for place in found if reasons[place[0]] is None]
        if found and not permitted:
            address, reason = next(iter(reasons.items()))
            at = "" if host == address else f"{host} is at "
            advice = "" if self._local else "; set local = true at the source if it is yours"
            raise AddressRefused(f"{at}{address} is refused, {reason}{advice}")
        return permitted[:MAX_ADDRESSES]


def _place(place: str, port: int) -> tuple[str, int]:
    """An "address", "address:port" or "[address]:port" of the settings."""
    if place.startswith("["):
        address, _, rest = place[1:].partition("]")
        return address, int(rest.removeprefix(":") or port)
    if place.count(":") == 1:
        address, _, own = place.partition(":")
        return address, int(own)
    return place, port
