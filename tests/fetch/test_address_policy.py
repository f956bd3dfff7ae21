"""Which addresses may be connected to."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.fetch.address_policy import odd_host, refusal

REFUSED = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1
127.1.2.3 127.255.255.254 168.63.129.16 169.254.0.1 169.254.169.254 169.254.170.2 172.16.0.1
172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1
198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:a9fe:a9fe ::ffff:0:127.0.0.1
64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b::10.0.0.1 64:ff9b:1::1 100::1 100:0:0:1::1 2001::1
2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1:: 2002:808:808::1 3fff::1 5f00::1 fc00::1
fd00:ec2::254 fd12:3456::1 fe80::1 fe80::1%eth0 2606:4700::1%eth0 febf::1 fec0::1 ff02::1 ff0e::1
4000::1 localhost 0x7f000001 2130706433 127.1 1.2.3 1.2.3.4.5 010.0.0.1 a.example [::1] 1.2.3.4:80
"""
PERMITTED = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.1 93.184.216.34 100.63.255.255 100.128.0.1 126.255.255.255
128.0.0.1 169.253.255.255 169.255.0.1 172.15.255.255 172.32.0.1 192.0.1.1 192.167.255.255
192.169.0.1 198.17.255.255 198.20.0.1 223.255.255.255 2001:4860:4860::8888 2606:4700:4700::1111
2a00:1450::1 3ffe::1 64:ff9b::8.8.8.8 ::ffff:8.8.8.8
"""
LOCAL_ONLY = """
10.1.2.3 100.64.0.7 127.0.0.1 172.20.0.1 192.168.1.1 ::1 fd12:3456::1 ::ffff:192.168.1.1
"""
NEVER = """
0.0.0.0 169.254.169.254 169.254.0.1 100.100.100.200 168.63.129.16 192.0.0.192 fd00:ec2::254
fd20:ce::254 fe80::1 224.0.0.1 255.255.255.255 ::ffff:169.254.169.254 64:ff9b::a9fe:a9fe ::
fc00::1%a
"""


@pytest.mark.parametrize("address", ["", *REFUSED.split()])
def test_refused(address: str) -> None:
    assert refusal(address) is not None


@pytest.mark.parametrize("address", PERMITTED.split())
def test_permitted(address: str) -> None:
    assert refusal(address) is None
    assert refusal(address, local=True) is None


@pytest.mark.parametrize("address", LOCAL_ONLY.split())
def test_a_local_request_may_go_to_private_networks(address: str) -> None:
    assert refusal(address) is not None
    assert refusal(address, local=True) is None


@pytest.mark.parametrize("address", NEVER.split())
def test_some_addresses_are_closed_to_local_requests_too(address: str) -> None:
    assert refusal(address, local=True) is not None


@given(st.ip_addresses())
def test_nothing_passes_that_python_knows_to_be_private(address: IPv4Address | IPv6Address) -> None:
    if refusal(str(address)) is None:
        assert address.is_global or address in map(ip_address, ("192.0.0.9", "192.0.0.10"))


@given(st.ip_addresses(v=4))
def test_a_mapped_address_is_judged_like_the_one_inside(address: IPv4Address) -> None:
    for form in (f"::ffff:{address}", f"64:ff9b::{address}"):
        assert (refusal(form) is None) == (refusal(str(address)) is None)


@pytest.mark.parametrize(
    ("host", "odd"),
    [
        ("2130706433", True),
        ("0x7f000001", True),
        ("0x7f.1", True),
        ("127.1", True),
        ("017700000001", True),
        ("0177.0.0.1", True),
        ("127.0.0.1.", True),
        ("1.2.3.4.5", True),
        ("256.1.1.1", True),
        ("a.example.1", True),
        ("a.0x", True),
        ("127.0.0.1", False),
        ("8.8.8.8", False),
        ("a.example", False),
        ("163.example", False),
        ("news24", False),
        ("a.example.", False),
        ("::1", False),
        ("2001:db8::1234", False),
        ("", False),
    ],
)
def test_odd_hosts(host: str, odd: bool) -> None:
    assert odd_host(host) is odd
