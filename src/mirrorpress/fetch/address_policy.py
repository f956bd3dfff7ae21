"""Which addresses may be connected to. Pure: an address as digits in, a reason to refuse out.

Refused is whatever IANA does not list as globally reachable:

    https://www.iana.org/assignments/iana-ipv4-special-registry
    https://www.iana.org/assignments/iana-ipv6-special-registry

and, of IPv6, all that is not global unicast (2000::/3). Addresses that carry an IPv4 address
(mapped, NAT64) are judged by the one they carry; 6to4 and Teredo, which lead through a relay of
somebody's choice, are refused. A request that is `local` may go to loopback and private networks
as well, but never to where clouds keep the keys of their machines.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

_IPV4 = {
    IPv4Network(block): name
    for block, name in {
        "0.0.0.0/8": "this network (RFC 791)",
        "10.0.0.0/8": "a private network (RFC 1918)",
        "100.64.0.0/10": "a carrier's shared network (RFC 6598)",
        "127.0.0.0/8": "this machine (RFC 1122)",
        "169.254.0.0/16": "the local link (RFC 3927)",
        "172.16.0.0/12": "a private network (RFC 1918)",
        "192.0.0.0/24": "reserved for protocols (RFC 6890)",
        "192.0.2.0/24": "reserved for examples (RFC 5737)",
        "192.88.99.0/24": "a 6to4 relay (RFC 7526)",
        "192.168.0.0/16": "a private network (RFC 1918)",
        "198.18.0.0/15": "reserved for benchmarks (RFC 2544)",
        "198.51.100.0/24": "reserved for examples (RFC 5737)",
        "203.0.113.0/24": "reserved for examples (RFC 5737)",
        "224.0.0.0/4": "multicast (RFC 5771)",
        "240.0.0.0/4": "reserved (RFC 1112)",
    }.items()
}
_IPV6 = {
    IPv6Network(block): name
    for block, name in {
        "2001::/23": "reserved for protocols (RFC 2928)",
        "2001:db8::/32": "reserved for examples (RFC 3849)",
        "2002::/16": "6to4 (RFC 3056)",
        "3fff::/20": "reserved for examples (RFC 9637)",
        "fc00::/7": "a private network (RFC 4193)",
        "fe80::/10": "the local link (RFC 4291)",
        "::1/128": "this machine (RFC 4291)",
    }.items()
}
_GLOBAL_UNICAST = IPv6Network("2000::/3")  # RFC 4291, 2.4
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052

_LOCAL = tuple(map(IPv4Network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")))
_LOCAL += tuple(map(IPv4Network, ("127.0.0.0/8", "100.64.0.0/10")))
_LOCAL6 = (IPv6Network("::1/128"), IPv6Network("fc00::/7"))

# Where machines in clouds ask for their credentials, as the vendors document them. Most lie in
# the networks above; Azure's does not, and those in private networks are no intranet's business.
_METADATA_IPV4 = ("169.254.169.254", "168.63.129.16", "100.100.100.200", "192.0.0.192")
_METADATA_IPV6 = ("fd00:ec2::254", "fd20:ce::254")
_METADATA = frozenset(map(ip_address, (*_METADATA_IPV4, *_METADATA_IPV6)))
_NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|\d+)$")


def refusal(address: str, *, local: bool = False) -> str | None:
    """Why an IP address must not be connected to, or None where it may.

    Args:
        address: in digits; anything else is refused.
        local: the request may go to loopback and private networks.
    """
    try:
        found = _carried(ip_address(address))
    except ValueError:
        return "no IP address"
    if found in _METADATA:
        return "a cloud's metadata service"
    if local and _is_local(found):
        return None
    return _block(found)


def odd_host(host: str) -> bool:
    """Whether a host is a number in other clothes: "2130706433", "0x7f.1", "127.1".

    A last label of digits makes a host an IPv4 address to browsers and C libraries (WHATWG URL,
    "ends in a number"), and only the form with four plain decimal numbers is nobody's trick.
    """
    if not _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        return False
    try:
        IPv4Address(host)
    except ValueError:
        return True
    return False


def _carried(address: Address) -> Address:
    """The IPv4 address inside a mapped or NAT64 address; any other as it is."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address


def _is_local(address: Address) -> bool:
    if isinstance(address, IPv4Address):
        return any(address in block for block in _LOCAL)
    return address.scope_id is None and any(address in block for block in _LOCAL6)


def _block(address: Address) -> str | None:
    if isinstance(address, IPv4Address):
        return next((name for block, name in _IPV4.items() if address in block), None)
    named = next((name for block, name in _IPV6.items() if address in block), None)
    if named is None and (address not in _GLOBAL_UNICAST or address.scope_id is not None):
        return "not global unicast (RFC 4291)"
    return named
