"""What a feed says stays in proportion to what it is."""

from __future__ import annotations

import json

import pytest

from discover.pages import SOURCE, page
from mirrorpress.discover import feed
from mirrorpress.discover.bounds import MAX_GROWTH, MAX_INHERITED, size_of
from mirrorpress.model import Index

ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"'
NAMES = [f"{number:02}{'n' * 900}" for number in range(50)]
FAR = "https://a.example/" + "d" * 1_900 + "/"


def atom(around: str, inside: str, entry: str = "<entry><id>{}</id></entry>") -> str:
    return f"{ATOM} {around}>{inside}{''.join(entry.format(n) for n in range(4_000))}</feed>"


AUTHORS = "".join(f"<author><name>{name}</name></author>" for name in NAMES)
FEEDS = {
    "authors": atom("", AUTHORS),
    "one author": atom("", f"<author><name>{'n' * 1_000}</name></author>"),
    "base": atom(f'xml:base="{FAR}"', "", '<entry><link href="{}"/></entry>'),
    "base in markup": atom(
        f'xml:base="{FAR}"', "", '<entry><content type="html">&lt;a href="{}">x</content></entry>'
    ),
    "entries in entries": f"{ATOM}>{'<entry><content>' * 100}{'x' * 100_000}</feed>",
    "json authors": json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "authors": [{"name": name} for name in NAMES],
            "items": [{"id": str(number)} for number in range(4_000)],
        }
    ),
}


def read(body: str) -> Index:
    return feed.read(page(body), SOURCE)


@pytest.mark.parametrize("kind", FEEDS)
def test_entries_are_in_proportion_to_their_feed(kind: str) -> None:
    index = read(FEEDS[kind])
    assert index.entries
    assert sum(map(size_of, index.entries)) <= MAX_GROWTH * len(FEEDS[kind])
    assert [told for told in index.problems if "inherit" in told or "times as large" in told]


def test_a_newsroom_of_a_few_names_is_inherited() -> None:
    names = ("Newsroom", "Ada Kern", "新聞部")
    around = "".join(f"<author><name>{name}</name></author>" for name in names)
    index = read(atom("", around))
    assert {entry.authors for entry in index.entries} == {names}
    assert len(index.entries) == 4_000
    assert index.problems == ()


def test_the_first_of_many_names_are_inherited() -> None:
    names = [f"Reporter {number}" for number in range(50)]
    (entry, *_) = read(
        atom("", "".join(f"<author><name>{name}</name></author>" for name in names))
    ).entries
    assert list(entry.authors) == names[: len(entry.authors)]
    assert 0 < sum(map(len, entry.authors)) <= MAX_INHERITED
