"""Articles with every revision, and the counter that tells which pages look different."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from mirrorpress.model import Article, ArticleSummary
from mirrorpress.model.blocks import Paragraph, Text
from mirrorpress.store import Kept, Store, open_store
from mirrorpress.store.articles import MAX_CHANGES, Changed, RevisionNote
from store.samples import NOON, address, entry, id_of, instructions, keep, last_of, revision

LATER = NOON + timedelta(hours=6)
BEIJING = timezone(timedelta(hours=8))


def changed(store: Store, since: int) -> list[str]:
    return list(store.articles.changed_since(since))


def ids(*names: str) -> set[str]:
    return {id_of(name) for name in names}


def test_nothing_is_known_of_an_article_at_first(store: Store) -> None:
    assert store.articles.known(id_of("tide")) is None
    assert (store.articles.count(), store.changes.current()) == (0, 0)
    for ask in (
        store.articles.summary,
        store.articles.revision,
        store.articles.published,
    ):
        with pytest.raises(KeyError):
            ask(id_of("tide"))


def test_an_article_is_found_at_each_of_its_addresses(store: Store) -> None:
    article = keep(store, revision("tide"))
    keep(store, revision("fog", source="courier"))
    store.entries.listed("courier", [entry("tide-amp"), entry("waiting")], NOON)
    for key in store.entries.due("courier", NOON):
        due = store.entries.get("courier", key)
        if due.url == address("tide-amp"):
            store.entries.kept(due, article, due.validators, None)
    assert store.articles.at(address("tide") + "?utm_source=feed") == article
    assert store.articles.at(address("tide-amp")) == article
    assert store.articles.at(address("fog")) == id_of("fog")
    assert store.articles.at(address("waiting")) is None
    assert store.articles.at(address("none")) is None
    with pytest.raises(ValueError, match="not a web address"):
        store.articles.at("tide")


def test_an_address_is_looked_up_and_no_entry_besides_is_read(store: Store) -> None:
    keep(store, revision("tide"))

    def cost(entries: int) -> int:
        listed = [entry(f"{entries}-{number}") for number in range(entries)]
        store.entries.listed("gazette", listed, NOON)
        return instructions(store, lambda: store.articles.at(address("none")))

    assert cost(5) == cost(500)


def test_the_first_revision_is_a_new_article(store: Store) -> None:
    published = datetime(2031, 5, 4, 7, 30, tzinfo=BEIJING)
    new = revision("tide", title="涨潮", published=published, fetched=LATER)
    article = keep(store, new)
    assert store.articles.revision(article) == new
    assert store.articles.revision(article).published.utcoffset() == timedelta(hours=8)
    assert store.articles.summary(article) == ArticleSummary(
        id=article,
        source="gazette",
        title="涨潮",
        url=address("tide"),
        path="",
        published=published,
        day="2031-05-03",
        language="en",
        teaser="Summary of 涨潮.",
    )
    assert store.articles.summary(article).day == "2031-05-03"
    assert store.articles.published(article) == published
    assert store.changes.newest() == published
    assert changed(store, 0) == [article]


def test_the_next_revision_takes_its_place_in_the_same_lists(store: Store) -> None:
    article = keep(store, revision("tide"))
    store.stories.mark_grouped(article)
    store.paths.assign("web", article, "articles/tide.html")
    change, sha256 = store.changes.current(), store.articles.known(article)
    second = revision(
        "tide",
        number=2,
        title="Tide comes in",
        text="It came in.",
        published=NOON + timedelta(days=3),
        fetched=LATER,
    )
    keep(store, second)
    assert store.articles.revision(article) == second
    summary = store.articles.summary(article, "web")
    assert (summary.title, summary.published) == ("Tide comes in", NOON)
    assert (summary.path, summary.day) == ("articles/tide.html", "2031-05-04")
    assert store.articles.summary(article, "git").path == ""
    assert store.articles.summary(article).day == NOON.date().isoformat()
    known = store.articles.known(article)
    assert known is not None
    assert known == Kept(
        id=article,
        source="gazette",
        grouped=True,
        revision=2,
        sha256=known.sha256,
        published=NOON,
        withdrawn=False,
    )
    assert sha256 is not None
    assert known.sha256 != sha256.sha256
    assert changed(store, change) == [article]
    assert store.stories.ungrouped() == ()
    assert store.articles.count() == 1


def test_a_correction_is_no_revision_and_no_return(store: Store) -> None:
    tide, port = revision("tide", published=NOON), revision("port")
    article, other = keep(store, tide), keep(store, port)
    store.stories.grouped([(article, "s"), (other, "s")])
    store.articles.move(other, "courier")
    quay = keep(store, revision("quay"))
    store.articles.withdraw(article, LATER)
    store.stories.keep_features(article, 1, b"old")
    change = store.changes.current()
    text = revision("tide", title="High tide", links=(address("quay"),), pictures=("https://p/",))
    earlier = NOON - timedelta(days=3)
    corrected = replace(tide, article=text.article, published=earlier)
    store.articles.correct(corrected, summary="New.", sha256="f")
    assert store.articles.revision(article) == replace(corrected, withdrawn=LATER)
    summary = store.articles.summary(article)
    assert (summary.title, summary.teaser) == ("High tide", "New.")
    assert (summary.day, summary.published, summary.withdrawn) == ("2031-05-04", NOON, LATER)
    known = store.articles.known(article)
    assert known is not None
    assert (known.revision, known.sha256) == (1, "f")
    assert set(changed(store, change)) == ids("tide", "port")  # the other's page lists its title
    (candidate,) = (one for one in store.stories.candidates(NOON, NOON, 1) if one.id == article)
    assert (candidate.title, candidate.features) == ("High tide", b"")
    change = store.changes.current()
    store.articles.hold(quay)
    assert article in changed(store, change)  # its text links there
    assert store.changes.newest() == LATER


def test_only_the_current_revision_can_be_corrected(store: Store) -> None:
    first = revision("tide")
    article = keep(store, first)
    keep(store, revision("tide", number=2, text="It came in."))
    for wrong in (first, revision("port")):
        with pytest.raises(KeyError):
            store.articles.correct(wrong, summary="", sha256="")
    assert store.articles.revision(article).number == 2


def test_an_article_that_was_never_grouped_can_be_forgotten(store: Store) -> None:
    article = keep(store, revision("tide", text="As one source has it."))
    store.articles.forget(article)
    assert store.articles.known(article) is None
    assert store.articles.count() == 0
    again = revision("tide", source="courier", text="As another has it.")
    keep(store, again)
    assert store.articles.revision(article) == again


def test_an_article_that_readers_may_know_is_not_forgotten(store: Store) -> None:
    article = keep(store, revision("tide"))
    store.stories.mark_grouped(article)
    keep(store, revision("tide", number=2, text="Corrected."))
    store.articles.forget(article)
    assert store.articles.revision(article).number == 2


def test_withdrawing_and_restoring_happen_once_each(store: Store) -> None:
    article = keep(store, revision("tide"))
    assert store.articles.withdraw(article, LATER)
    assert store.articles.summary(article).withdrawn == LATER
    assert store.articles.revision(article).withdrawn == LATER
    assert not store.articles.withdraw(article, LATER + timedelta(days=1))
    assert store.articles.summary(article).withdrawn == LATER
    assert store.articles.restore(article)
    assert store.articles.summary(article).withdrawn is None
    assert not store.articles.restore(article)
    assert not store.articles.withdraw("unknown", LATER)


def test_what_does_not_change_counts_as_no_change(store: Store) -> None:
    article = keep(store, revision("tide"))
    change, time = store.changes.current(), store.changes.newest()
    assert not store.articles.restore(article)
    assert (store.changes.current(), store.changes.newest()) == (change, time)
    store.articles.withdraw(article, LATER)
    change = store.changes.current()
    assert not store.articles.withdraw(article, LATER + timedelta(days=1))
    assert (store.changes.current(), store.changes.newest()) == (change, LATER)


def test_a_new_revision_brings_a_withdrawn_article_back(store: Store) -> None:
    article = keep(store, revision("tide"))
    store.articles.withdraw(article, LATER)
    keep(store, revision("tide", number=2, text="Corrected."))
    assert store.articles.summary(article).withdrawn is None


def test_the_newest_time_never_goes_back_nor_ahead_of_the_clock(store: Store) -> None:
    keep(store, revision("tide", published=LATER, fetched=LATER))
    keep(store, revision("fog", published=NOON, fetched=LATER))
    assert store.changes.newest() == LATER
    keep(store, revision("rain", published=LATER + timedelta(hours=5), fetched=LATER))
    assert store.changes.newest() == LATER


# What outlets changed


def test_what_an_outlet_changed_is_kept_with_the_revision(store: Store) -> None:
    first = revision("tide")
    article = keep(store, first)
    assert store.articles.changes(article) == ()
    assert store.articles.summary(article).changed is None
    typo = revision("tide", number=2, text="The ferry sailed agian at dawn.", fetched=LATER)
    keep(store, typo, kinds=())
    assert store.articles.changes(article) == ()
    assert store.articles.summary(article).changed is None
    hours = [LATER + timedelta(hours=hour) for hour in range(3, 3 + MAX_CHANGES)]
    for number, found in enumerate(hours, 3):
        keep(store, revision("tide", number=number, title=f"{number}", fetched=found), ["headline"])
    changes = store.articles.changes(article)
    assert [one.after.number for one in changes] == [*range(2 + MAX_CHANGES, 2, -1)]
    assert (changes[-1].before, changes[-1].kinds) == (typo, ("headline",))
    assert store.articles.summary(article).changed == hours[-1]
    keep(store, revision("tide", number=3 + MAX_CHANGES, fetched=LATER), kinds=["cut", "added"])
    assert store.articles.changes(article)[0].kinds == ("added", "cut")
    assert len(store.articles.changes(article)) == MAX_CHANGES


def test_how_often_an_outlet_changed_an_article(store: Store) -> None:
    article = keep(store, revision("tide"))
    keep(store, revision("tide", number=2, fetched=LATER), ())
    keep(store, revision("fog"))
    keep(store, revision("fog", number=2, fetched=LATER), ("cut",))
    assert store.articles.changed(article) is None
    times = [LATER + timedelta(hours=hour) for hour in range(3)]
    for number, time in enumerate(times, 3):
        keep(store, revision("tide", number=number, fetched=time), ("headline",))
    assert store.articles.changed(article) == Changed(times=3, first=times[0], last=times[-1])


def test_notes_of_the_first_and_the_newest_revisions(store: Store) -> None:
    assert store.articles.notes(id_of("tide"), 3) == ()
    article = keep(store, revision("tide"))
    first = RevisionNote(number=1, fetched=NOON, kinds=None)
    assert store.articles.notes(article, 3) == (first,)
    keep(store, revision("fog"))
    for number in range(2, 7):
        kinds = ("numbers", "cut") if number == 5 else ()
        keep(store, revision("tide", number=number, title=f"{number}", fetched=LATER), kinds)
    notes = store.articles.notes(article, 3)
    assert [note.number for note in notes] == [1, 4, 5, 6]
    assert notes[0] == first
    assert notes[2] == RevisionNote(number=5, fetched=LATER, kinds=("cut", "numbers"))
    assert notes[3].kinds == ()
    assert [note.number for note in store.articles.notes(article, 9)] == [1, 2, 3, 4, 5, 6]


def test_a_revision_by_its_number(store: Store) -> None:
    first = revision("tide")
    article = keep(store, first)
    keep(store, revision("tide", number=2, title="Another"))
    assert store.articles.numbered(article, 1) == first
    assert store.articles.numbered(article, 2).article.title == "Another"
    with pytest.raises(KeyError):
        store.articles.numbered(article, 3)


# Changes


def test_changes_are_told_in_order_of_publication(store: Store) -> None:
    """Several with one change number, and none of them twice."""
    names = [f"report-{number}" for number in range(30)]
    with store.transaction():
        for name in names[:-1]:
            keep(store, revision(name))
        # Another outlet's report, which the pages of all others list.
        keep(store, revision(names[-1], source="courier", published=NOON - timedelta(hours=1)))
        store.stories.grouped((id_of(name), "story") for name in names[10:])
    assert store.changes.current() == len(names) + len(names[10:])
    found = changed(store, 0)
    assert found == [id_of(names[-1]), *sorted(ids(*names[:-1]))]
    assert set(changed(store, 10)) == ids(*names[10:])
    assert changed(store, store.changes.current()) == []


# Text from the web


def test_half_a_character_in_an_article_is_kept_as_one_that_can_be_printed(store: Store) -> None:
    cut = revision("tide", title="涨潮 \ud83d", text="\udf0a It came in.")
    summary = store.articles.summary(keep(store, cut))
    assert summary.title == "涨潮 \ufffd"
    assert store.articles.revision(summary.id).article == Article(
        title="涨潮 \ufffd", blocks=(Paragraph((Text("\ufffd It came in."),)),), language="en"
    )


def test_times_before_1970_and_far_ahead_are_kept(store: Store) -> None:
    for name, year in (("old", 1931), ("new", 2999)):
        new = revision(name, published=datetime(year, 1, 1, tzinfo=UTC))
        assert store.articles.published(keep(store, new)).year == year


def test_the_cost_of_what_changed_last_does_not_grow(store: Store) -> None:
    few = last_of(store, 20)
    cost = instructions(store, lambda: store.articles.changed_since(few))
    many = last_of(store, 200)
    assert instructions(store, lambda: store.articles.changed_since(many)) <= cost + 20


def test_articles_of_whose_text_extraction_is_not_sure() -> None:
    with closing(open_store(None)) as store:
        sizes = {"tide": 0.31, "fog": 0.92, "rain": None, "hail": 0.0}
        for name, confidence in sizes.items():
            one = revision(name)
            keep(store, replace(one, article=replace(one.article, confidence=confidence)))
        assert store.articles.unsure_count("gazette") == 2
        assert set(store.articles.unsure("gazette", 9)) == {
            (address("tide"), 0.31),
            (address("hail"), 0.0),
        }
        assert len(store.articles.unsure("gazette", 1)) == 1
        assert (store.articles.unsure_count("courier"), store.articles.unsure("courier", 9)) == (
            0,
            [],
        )
        better = revision("tide", number=2)
        keep(store, replace(better, article=replace(better.article, confidence=0.9)))
        assert store.articles.unsure("gazette", 9) == [(address("hail"), 0.0)]
