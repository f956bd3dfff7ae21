"""Addresses that parsers of addresses stumble over; no part of the project may."""

from __future__ import annotations

ADDRESSES = (
    "https://[::1]@c.example]/",
    "https://c.example]/x",
    "https://[c.example/x",
    "//[::1",
    "https://[v1.x]/",
    "https://[::1%25en0]/x",
    "https://a.example\u2100/x",
    "https://a.example\uff0fb/",
    "https://a.example:99999/",
    "https://a.example:x/",
    "https://" + "é" * 64 + ".example/",
    "https://xn--zz--/",
    "https:///x",
    "http://",
    "?#[",
    "//",
)
