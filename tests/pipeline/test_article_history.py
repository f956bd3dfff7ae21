"""What `mirrorpress history` reads from a store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from mirrorpress.compare import Difference, Piece
from mirrorpress.errors import RunError
from mirrorpress.model.blocks import Paragraph, Text
from mirrorpress.pipeline.article_history import (
    LONGEST,
    MOST_REVISIONS,
    MOST_TEXTS,
    Differences,
    FirstSeen,
    LaterRevision,
    Withdrawn,
    read_history,
)
from mirrorpress.store import Quarantined, Store, open_store
from mirrorpress.store.articles import Changed
from mirrorpress.store.evidence import MAX_ROWS, Finding, Sign
from store.samples import NOON, address, entry, id_of, keep, revision

TIDE = id_of("tide")
GONE = Finding(time=NOON, kind="missing", status=404, url=address("tide"))


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def found_at(number: float, kind: Sign = "missing") -> Finding:
    return replace(GONE, time=NOON + hours(number), kind=kind)


def keep_text(store: Store, number: int, text: str, kinds: tuple[str, ...] | None) -> None:
    """Keep a revision of the tide, an hour after the one before."""
    fetched = NOON + hours(number - 1)
    keep(store, revision("tide", number=number, text=text, fetched=fetched), kinds)


def later(store: Store) -> list[LaterRevision]:
    return [one for one in read_history(store, TIDE).events if isinstance(one, LaterRevision)]


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(open_store(None)) as opened:
        yield opened


@pytest.fixture
def tide(store: Store) -> Store:
    """A store with an article of one revision."""
    keep_text(store, 1, "The ferry sailed again at dawn.", None)
    return store


def test_an_article_that_nothing_happened_to(tide: Store) -> None:
    found = read_history(tide, TIDE)
    assert (found.id, found.source, found.url) == (TIDE, "gazette", address("tide"))
    assert found.events == (FirstSeen(time=NOON, headline="About tide"),)
    assert (found.revisions, found.revisions_left_out, found.all_findings) == (1, 0, True)
    assert (found.changed, found.withdrawn, found.seems_gone, found.held) == (None, None, (), ())
    assert found.asked == ()


@pytest.mark.parametrize("name", [TIDE, address("tide"), address("tide") + "?utm_source=feed"])
def test_an_article_is_found_by_id_and_address(tide: Store, name: str) -> None:
    assert read_history(tide, name).id == TIDE


@pytest.mark.parametrize("name", ["nosuch", "https://gazette.example/none", "", "http://[", "a b"])
def test_an_unknown_id_is_an_error_with_its_fix(tide: Store, name: str) -> None:
    with pytest.raises(RunError, match="give its address at its source, or its id"):
        read_history(tide, name)


def test_the_addresses_that_are_asked_for(tide: Store) -> None:
    tide.entries.listed("gazette", [entry("tide-amp")], NOON)
    (key,) = tide.entries.due("gazette", NOON)
    due = tide.entries.get("gazette", key)
    tide.entries.kept(due, TIDE, due.validators, None)
    found = read_history(tide, TIDE)
    assert found.asked == (address("tide-amp"),)
    assert read_history(tide, address("tide-amp")) == found


def test_what_a_revision_changed(store: Store) -> None:
    keep_text(store, 1, "The ferry carried 12 people, says Ida Brask.", None)
    kinds = ("numbers", "names")
    keep_text(store, 2, "The ferry carried 14 people, says Tom Varga.", kinds)
    (one,) = later(store)
    assert (one.number, one.time, one.verdict) == (2, NOON + hours(1), "changed")
    assert one.kinds == ("names", "numbers")
    assert one.differences.names == Difference(cut=("Ida Brask",), added=("Tom Varga",))
    (pieces,) = one.differences.edited
    assert Piece("12", "cut") in pieces
    assert Piece("14", "added") in pieces
    changed = Changed(times=1, first=one.time, last=one.time)
    assert read_history(store, TIDE).changed == changed


def test_quotations_that_changed(store: Store) -> None:
    keep_text(store, 1, "The mayor said: “We will repair the old dam this year.”", None)
    keep_text(store, 2, "The mayor said: “Nobody can repair the old dam.”", ("quotes",))
    quotes = later(store)[0].differences.quotes
    assert quotes == Difference(
        cut=("We will repair the old dam this year.",), added=("Nobody can repair the old dam.",)
    )


def test_noise_is_no_change(tide: Store) -> None:
    keep_text(tide, 2, "The ferry sailed again at  dawn!", ())
    keep_text(tide, 3, "The fery sailed again at dawn!", ())
    same, typo = later(tide)
    assert (same.verdict, same.kinds, same.differences) == ("noise", (), Differences())
    assert (typo.verdict, len(typo.differences.edited)) == ("noise", 1)
    assert read_history(tide, TIDE).changed is None


def test_what_only_our_reading_changed_is_no_change_by_the_outlet(tide: Store) -> None:
    keep_text(tide, 2, "A box about geese that was on the page before.", ())
    assert [(one.verdict, one.kinds) for one in later(tide)] == [("reading", ())]
    assert read_history(tide, TIDE).changed is None


def test_paragraphs_that_are_still_on_the_page_are_not_said_to_be_cut(tide: Store) -> None:
    keep_text(tide, 2, "Geese were sold on arrival.", ("added",))
    (one,) = later(tide)
    assert one.differences.cut == ()
    assert one.differences.added == ("Geese were sold on arrival.",)


def test_a_revision_of_an_older_version_is_compared_now(tide: Store) -> None:
    keep_text(tide, 2, "Geese were sold on arrival.", None)
    keep_text(tide, 3, "Geese were sold, on arrival.", None)
    found = [(one.verdict, one.kinds) for one in later(tide)]
    assert found == [("not compared", ("added", "cut")), ("not compared", ())]


def test_a_damaged_revision_is_said_to_be_one(tide: Store) -> None:
    keep_text(tide, 2, "The ferry sank.", None)
    keep_text(tide, 3, "The ferry did not sink.", ("wording",))
    keep_text(tide, 4, "The ferry did not sink at all.", ())
    tide._database.run("UPDATE revisions SET data = X'00' WHERE number IN (1, 3)")
    found = read_history(tide, TIDE)
    assert found.events[0] == FirstSeen(time=NOON, headline=None)
    assert [(one.verdict, one.kinds) for one in later(tide)] == [
        ("unreadable", ()),
        ("changed", ("wording",)),
        ("unreadable", ()),
    ]


def test_of_many_revisions_the_newest_are_read(tide: Store) -> None:
    last = MOST_REVISIONS + 5
    for number in range(2, last + 1):
        keep_text(tide, number, f"The ferry carried {number} people.", ("numbers",))
    found = read_history(tide, TIDE)
    numbers = [one.number for one in later(tide)]
    assert numbers == [*range(last - MOST_REVISIONS + 1, last + 1)]
    assert isinstance(found.events[0], FirstSeen)
    assert (found.revisions, found.revisions_left_out) == (last, 4)
    assert found.changed == Changed(
        times=last - 1, first=NOON + hours(1), last=NOON + hours(last - 1)
    )
    first = later(tide)[0].differences.edited[0]
    assert Piece(f"{numbers[0] - 1}", "cut") in first  # compared with the one before it


def test_long_texts_are_shortened(tide: Store) -> None:
    texts = [f"About geese {number}: " + "x" * 9999 for number in range(MOST_TEXTS + 3)]
    new = revision("tide", number=2, fetched=NOON + hours(1))
    blocks = tuple(Paragraph((Text(text),)) for text in texts)
    keep(tide, replace(new, article=replace(new.article, blocks=blocks)), ("added", "cut"))
    found = later(tide)[0].differences
    assert len(found.added) == MOST_TEXTS
    assert {len(text) for text in found.added} == {LONGEST}
    assert found.left_out == 3


def test_a_changed_paragraph_is_shortened_around_what_changed(store: Store) -> None:
    before = "The ferry sails at dawn. " * 40
    keep_text(store, 1, f"{before}It carried 12 people. {before}", None)
    keep_text(store, 2, f"{before}It carried 14 people. {before}", ("numbers",))
    (pieces,) = later(store)[0].differences.edited
    assert [piece.kind for piece in pieces] == ["same", "cut", "added", "same"]
    assert pieces[0].text.startswith("…")
    assert pieces[0].text.endswith("It carried ")
    assert pieces[3].text.startswith(" people. The ferry sails")
    assert sum(len(piece.text) for piece in pieces) < 200


def test_a_long_changed_paragraph_ends(store: Store) -> None:
    keep_text(store, 1, "ferry " + "geese barges " * 200, None)
    keep_text(store, 2, "ferry " + "geese trams " * 200, ("wording",))
    (pieces,) = later(store)[0].differences.edited
    assert sum(len(piece.text) for piece in pieces) <= LONGEST + 1
    assert pieces[-1].text.endswith("…")


def test_a_withdrawal_has_the_signs_that_confirmed_it(tide: Store) -> None:
    for finding in (found_at(1), found_at(2, "front"), found_at(99)):
        tide.evidence.add(TIDE, finding)
    tide.articles.withdraw(TIDE, NOON + hours(2))
    found = read_history(tide, TIDE)
    mark = Withdrawn(time=NOON + hours(2), signs=(found_at(1), found_at(2, "front")))
    assert found.withdrawn == mark
    assert found.seems_gone == ()
    assert found.events[1:] == (found_at(1), found_at(2, "front"), mark, found_at(99))


def test_an_article_that_was_taken_over_as_withdrawn_has_no_signs(tide: Store) -> None:
    tide.articles.withdraw(TIDE, NOON)
    assert read_history(tide, TIDE).withdrawn == Withdrawn(time=NOON, signs=())


def test_a_sign_counts_until_a_good_answer(tide: Store) -> None:
    tide.evidence.add(TIDE, found_at(1))
    assert read_history(tide, TIDE).seems_gone == (found_at(1),)
    back = replace(GONE, time=NOON + hours(2), kind="back", status=200)
    tide.evidence.add(TIDE, back)
    found = read_history(tide, TIDE)
    assert found.seems_gone == ()
    assert found.events[1:] == (found_at(1), back)


def test_in_one_second_a_check_comes_before_what_it_found(tide: Store) -> None:
    keep_text(tide, 2, "The ferry sank.", ("wording",))
    changed = replace(GONE, time=NOON + hours(1), kind="changed", status=200)
    tide.evidence.add(TIDE, changed)
    kinds = [type(event) for event in read_history(tide, TIDE).events]
    assert kinds == [FirstSeen, Finding, LaterRevision]


def test_findings_may_have_been_dropped(tide: Store) -> None:
    for number in range(MAX_ROWS + 1):
        tide.evidence.add(TIDE, found_at(number))
    assert not read_history(tide, TIDE).all_findings


def test_what_is_quarantined_of_the_article(tide: Store) -> None:
    held = Quarantined(
        kind="revision",
        source="gazette",
        subject=TIDE,
        url=address("tide"),
        cause="the text is nearly gone",
        version="1",
        since=NOON,
    )
    for item in (held, replace(held, subject=id_of("fog")), replace(held, kind="picture")):
        tide.quarantine.put(item, at_once=True)
    assert [(one.kind, one.cause) for one in read_history(tide, TIDE).held] == [
        ("revision", "the text is nearly gone")
    ]


def test_nothing_is_stored(tide: Store) -> None:
    change = tide.changes.current()
    read_history(tide, TIDE)
    assert tide.changes.current() == change
