"""The markup of the stored pages, and what a test leaves out of it or compares."""

from __future__ import annotations

import html
import re

from extract.scoring import PAGES, truth_of
from mirrorpress.extract import extract
from mirrorpress.model.plain import plain_text
from mirrorpress.text.encodings import decode

_JSON_LD = re.compile(r"<script\b[^>]*ld\+json.*?</script\s*>", re.DOTALL | re.IGNORECASE)
_META = re.compile(r"<meta\b(?![^>]*charset)[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")


def page_of(name: str) -> tuple[str, str]:
    """A stored page as text, and its address."""
    request = truth_of(name)["request"]
    page = (PAGES / name / "page.html").read_bytes()
    return decode(page, request["charset"]).text, request["url"]


def without_data(page: str) -> str:
    """A page without JSON-LD and meta elements: only what it prints."""
    return _META.sub("", _JSON_LD.sub("", page))


def lines_of(page: str, url: str) -> list[str]:
    """The subtitle of an article and the lines of its text."""
    article = extract(page, url)
    return [*filter(None, (article.subtitle, *plain_text(article).split("\n")))]


def key(text: str) -> str:
    """The letters and digits of a text, lower case."""
    return re.sub(r"\W+", "", text).lower()


def key_of(markup: str) -> str:
    """The same of the text of some markup."""
    return key(html.unescape(_TAG.sub("", markup)))
