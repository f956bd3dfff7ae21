"""The data files are whole, and outlets that tell one event agree on its numbers."""

import re
from collections import defaultdict
from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from mirrorpress import demo
from mirrorpress.demo import Newsroom
from mirrorpress.demo.content import load_outlets, load_reports
from mirrorpress.demo.markup import inline_html, parse_pages, plain
from mirrorpress.demo.model import Items, Paragraph, Table

FACTS = {
    "ardel-flood": r"11[ ,.]?400|1\.14万|一萬一千四百",
    "lisquay-metro": r"18[.,]6|十八點六",
    "marrin-reef": "210",
    "port-strike": "3[ ,]?100|三千一百",
    "cup-final": "48[ ,]?200",
    "amaury-heat": "31[.,]6|三十一點六",
    "skarne-bridge": "2[ ,]?140|兩千一百四十",
}
FOLLOW_UPS = ("how-the-third-gate-failed", "c1042518")  # tell of the event what came after it


def test_there_are_forty_articles_in_six_languages(second: Newsroom) -> None:
    truths = second.truth().values()
    assert len(truths) >= 40
    assert {t.language for t in truths} == {"en", "fr", "ar", "ru", "zh-Hans", "zh-Hant"}


def test_every_truth_is_whole(first: Newsroom, second: Newsroom) -> None:
    early, late = datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 3, 10, tzinfo=UTC)
    for truth in [*first.truth().values(), *second.truth().values()]:
        assert truth.title and truth.section and truth.tags, truth.url
        assert truth.url.isascii()
        assert truth.published.utcoffset() is not None, truth.url
        assert early <= truth.published < late, truth.url
        assert truth.modified is None or truth.modified > truth.published
        assert 4 <= sum(kind == "paragraph" for kind, _ in truth.lines) <= 12 or (
            "night-sailings" in truth.url
        ), truth.url
        assert all(image.alt and image.url for image in truth.images), truth.url


def test_nothing_is_published_after_its_round(first: Newsroom, second: Newsroom) -> None:
    for room, hour in ((first, 6), (second, 18)):
        end = datetime(2026, 3, 9, hour, tzinfo=UTC)
        assert all((t.modified or t.published) <= end for t in room.truth().values())


def test_events_are_told_by_several_outlets(second: Newsroom) -> None:
    outlets: dict[str, set[str]] = defaultdict(set)
    for truth in second.truth().values():
        if truth.event:
            outlets[truth.event].add(truth.outlet)
    assert set(outlets) == set(FACTS)
    assert all(len(names) >= 2 for names in outlets.values())
    assert any(t.event is None for t in second.truth().values())


@pytest.mark.parametrize("event", FACTS)
def test_reports_of_an_event_share_its_number(second: Newsroom, event: str) -> None:
    told = [t for t in second.truth().values() if t.event == event]
    for truth in told:
        text = " ".join((truth.title, truth.subtitle, *truth.text))
        follows_up = any(mark in truth.url for mark in FOLLOW_UPS)
        assert follows_up or re.search(FACTS[event], text), truth.url


def test_copies_are_nearly_the_text_they_repeat(second: Newsroom) -> None:
    reports = {
        f"{o.name}/{r.slug}": second.truth()[r.url]
        for o in load_outlets()
        for r in load_reports(o, 2)
    }
    copies = {name: truth for name, truth in reports.items() if truth.copy_of}
    assert len(copies) == 3
    for name, truth in copies.items():
        original = reports[str(truth.copy_of)]
        texts = ["\n".join(t.text) for t in (original, truth)]
        same_language = original.language == truth.language
        floor = 0.9 if same_language else 0.4
        assert SequenceMatcher(None, *texts, autojunk=False).ratio() > floor, name
        assert original.published < truth.published


def test_the_two_scripts_tell_the_reef_alike(second: Newsroom) -> None:
    pair = [t for t in second.truth().values() if t.event == "marrin-reef" and "zh" in t.language]
    lengths = sorted(len("".join(t.text)) for t in pair)
    assert {t.language for t in pair} == {"zh-Hans", "zh-Hant"}
    assert lengths[1] - lengths[0] < 40


def test_an_unknown_round_is_refused() -> None:
    with pytest.raises(ValueError, match="not 3"):
        Newsroom(3)


@pytest.mark.parametrize(
    ("source", "html", "text"),
    [
        ("a < b & c", "a &lt; b &amp; c", "a < b & c"),
        ("*Lantern* sails", "<em>Lantern</em> sails", "Lantern sails"),
        ("**gate** three", "<strong>gate</strong> three", "gate three"),
        ("see [it](http://a.example/?x=1&y=2)", None, "see it"),
        ('say "no"', 'say "no"', 'say "no"'),
    ],
)
def test_inline_markup(source: str, html: str | None, text: str) -> None:
    expected = html or 'see <a href="http://a.example/?x=1&amp;y=2">it</a>'
    assert inline_html(source) == expected
    assert plain(source) == text


def test_block_markup() -> None:
    pages = parse_pages("One.\n\n- a\n  - b\n- c\n\n[page]\n\n| H | I |\n| 1 | 2 |")
    assert isinstance(pages[0][0], Paragraph)
    listing, table = pages[0][1], pages[1][0]
    assert isinstance(listing, Items)
    assert [(i.text, [c.text for c in i.children]) for i in listing.items] == [
        ("a", ["b"]),
        ("c", []),
    ]
    assert table == Table(("H", "I"), (("1", "2"),))


def test_the_newsroom_imports_nothing_of_the_press_it_tests() -> None:
    root = Path(demo.__file__).parent
    lines = [line for path in root.glob("*.py") for line in path.read_text("utf-8").splitlines()]
    imports = [
        line for line in lines if line.startswith(("from mirrorpress", "import mirrorpress"))
    ]
    assert imports and all(line.startswith("from mirrorpress.demo") for line in imports)
