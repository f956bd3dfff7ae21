"""A newsroom of each round, and a reader of pages that knows only the standard library."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from mirrorpress.demo import HttpResponse, Newsroom

Get = Callable[..., HttpResponse]

_VOID = {"img", "meta", "link", "br", "input", "source", "hr"}


class Page(HTMLParser):
    """The elements of a page, with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self.elements: list[tuple[str, dict[str, str]]] = []
        self._texts: list[str] = []
        self._open: list[str] = []
        self.feed(html)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self._texts).split())

    def all(self, name: str, **attributes: str) -> list[dict[str, str]]:
        wanted = {key.rstrip("_"): value for key, value in attributes.items()}
        return [a for n, a in self.elements if n == name and wanted.items() <= a.items()]

    def meta(self, name: str) -> str:
        for attributes in self.all("meta"):
            if name in (attributes.get("name"), attributes.get("property")):
                return attributes["content"]
        raise KeyError(name)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self._open):
            self._texts.append(data)


def fetch(room: Newsroom, url: str, headers: dict[str, str] | None = None) -> HttpResponse:
    """What the newsroom answers at a whole address."""
    parts = urlsplit(url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    return room.answer(parts.netloc, target, headers or {})


@pytest.fixture(scope="session")
def first() -> Newsroom:
    return Newsroom(1)


@pytest.fixture(scope="session")
def second() -> Newsroom:
    return Newsroom(2)


@pytest.fixture(scope="session")
def get() -> Get:
    return fetch


@pytest.fixture(scope="session")
def page(first: Newsroom) -> Callable[[str], Page]:
    """Reads a page of round 1 in its outlet's own encoding."""
    encodings = {outlet.host: outlet.encoding for outlet in first.outlets}

    def read(url: str) -> Page:
        answer = fetch(first, url)
        assert answer.status == 200, url
        return Page(answer.body.decode(encodings[urlsplit(url).netloc]))

    return read
