"""The queue of pages to fetch, and what is remembered of every index."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress import urls
from mirrorpress.model import FeedEntry, Media, Validators
from mirrorpress.store import SourceState, Store, open_store
from mirrorpress.store.entries import CHECKS, Answers, Listed
from mirrorpress.store.retries import Retry
from store.samples import NOON, address, entry, id_of, instructions, keep, revision

SOURCE = "gazette"
TAG = Validators(etag='"tide-1"', last_modified="Sun, 04 May 2031 12:00:00 GMT")


def list_(store: Store, *entries: FeedEntry) -> Listed:
    return store.entries.listed(SOURCE, entries, NOON)


def due(store: Store) -> list[str]:
    return [store.entries.get(SOURCE, key).url.rpartition("/")[2] for key in _keys(store)]


def _keys(store: Store) -> tuple[str, ...]:
    return store.entries.due(SOURCE, NOON)


def keep_all_due(store: Store, ages: dict[str, int] | None = None) -> None:
    """Fetch and keep whatever is due; `ages` in hours before noon."""
    for key in _keys(store):
        found = store.entries.get(SOURCE, key)
        name = found.url.rpartition("/")[2]
        if store.articles.known(id_of(name)) is None:
            published = NOON - timedelta(hours=(ages or {}).get(name, 0))
            keep(store, revision(name, published=published))
        store.entries.kept(found, id_of(name), TAG)


def recheck(store: Store) -> list[str]:
    found = [store.entries.get(SOURCE, key) for key in _keys(store)]
    return [one.url.rpartition("/")[2] for one in found if one.recheck]


# What an index lists


def test_new_entries_are_due_the_oldest_first(store: Store) -> None:
    assert list_(store, entry("rain"), entry("fog"), entry("tide")) == Listed(3, 0, 0, 0)
    assert due(store) == ["tide", "fog", "rain"]
    assert store.entries.kept_count(SOURCE) == 0
    assert store.entries.due("courier", NOON) == ()


def test_what_was_kept_is_due_no_more_and_remembers_its_validators(store: Store) -> None:
    list_(store, entry("tide"))
    keep_all_due(store)
    assert due(store) == []
    kept = store.entries.get(SOURCE, urls.identity(address("tide")))
    assert (kept.article, kept.validators, kept.recheck) == (id_of("tide"), TAG, False)
    assert store.entries.kept_count(SOURCE) == 1


def test_what_is_not_kept_yet_is_not_as_it_was(store: Store) -> None:
    list_(store, entry("tide"))
    assert list_(store, entry("tide")) == Listed(0, 0, 0, 0)
    assert due(store) == ["tide"]


def test_the_same_again_is_not_due_and_what_changed_is(store: Store) -> None:
    list_(store, entry("rain"), entry("fog"), entry("tide"))
    keep_all_due(store)
    again = list_(store, entry("wind"), entry("rain"), entry("fog", "Fog lifts"), entry("tide"))
    assert again == Listed(1, 1, 2, 0)
    assert due(store) == ["fog", "wind"]
    assert store.entries.get(SOURCE, urls.identity(address("fog"))).entry.title == "Fog lifts"


@pytest.mark.parametrize(
    ("later", "changed"),
    [
        (FeedEntry(url=address("tide"), title="Tide", summary="Calm."), 0),
        (FeedEntry(url=address("tide"), title="Tide", summary="Rough."), 1),
        (FeedEntry(url=address("tide"), title="Tide!", summary="Calm."), 1),
        (FeedEntry(url=address("tide"), title="Tide", summary="Calm.", updated=NOON), 1),
        (FeedEntry(url=address("tide"), title="Tide", summary="Calm.", content="All."), 1),
        (FeedEntry(url=address("tide"), title="Tide", summary="Calm.", tags=("sea",)), 0),
        (
            FeedEntry(
                url=address("tide"),
                title="Tide",
                summary="Calm.",
                media=(Media(url=address("tide.mp3")),),
            ),
            0,
        ),
        (FeedEntry(url=address("tide") + "?utm_source=feed", title="Tide", summary="Calm."), 0),
    ],
)
def test_what_counts_as_a_change(store: Store, later: FeedEntry, changed: int) -> None:
    list_(store, FeedEntry(url=address("tide"), title="Tide", summary="Calm."))
    keep_all_due(store)
    assert list_(store, later) == Listed(0, changed, 1 - changed, 0)
    assert len(due(store)) == changed


def test_one_address_listed_twice_counts_once(store: Store) -> None:
    twice = FeedEntry(url="https://www.gazette.example/tide/#top", title="Elsewhere")
    assert list_(store, entry("tide"), twice, FeedEntry(title="No link")) == Listed(1, 0, 0, 0)
    assert store.entries.get(SOURCE, urls.identity(address("tide"))).entry == entry("tide")


def test_two_sources_may_list_one_address(store: Store) -> None:
    list_(store, entry("tide"))
    keep_all_due(store)
    store.entries.listed("courier", [entry("tide")], NOON)
    assert due(store) == []
    assert len(store.entries.due("courier", NOON)) == 1


# What an index lists no more


def test_what_left_between_others_is_asked_for_and_what_scrolled_off_is_not(store: Store) -> None:
    list_(store, entry("rain"), entry("fog"), entry("tide"))
    keep_all_due(store, {"rain": 1, "fog": 2, "tide": 3})
    assert list_(store, entry("rain")) == Listed(0, 0, 1, 0)  # only the oldest two scrolled off
    assert due(store) == []
    assert list_(store, entry("wind"), entry("tide")) == Listed(1, 0, 1, 1)
    assert recheck(store) == ["rain"]


def test_what_was_asked_for_and_is_there_is_not_asked_for_again(store: Store) -> None:
    list_(store, entry("rain"), entry("tide"))
    keep_all_due(store, {"rain": 1, "tide": 3})
    assert list_(store, entry("tide")).missing == 1
    keep_all_due(store)
    assert list_(store, entry("tide")).missing == 0
    assert due(store) == []


def test_what_is_listed_again_after_it_scrolled_off_is_as_it_was(store: Store) -> None:
    list_(store, entry("rain"), entry("tide"))
    keep_all_due(store, {"rain": 1, "tide": 3})
    list_(store, entry("rain"))
    assert list_(store, entry("rain"), entry("tide")) == Listed(0, 0, 2, 0)
    assert due(store) == []
    assert list_(store, entry("tide")).missing == 1  # and is watched again


def test_what_is_back_before_it_was_asked_for_is_not_suspected_any_more(store: Store) -> None:
    list_(store, entry("rain"), entry("tide"))
    keep_all_due(store, {"rain": 1, "tide": 3})
    list_(store, entry("tide"))
    assert recheck(store) == ["rain"]
    list_(store, entry("rain"), entry("tide"))
    assert due(store) == ["rain"]
    assert recheck(store) == []


def test_an_index_that_is_empty_for_once_takes_nothing_down(store: Store) -> None:
    list_(store, entry("rain"), entry("tide"))
    keep_all_due(store, {"rain": 1, "tide": 3})
    assert list_(store) == Listed(0, 0, 0, 0)
    assert due(store) == []
    assert store.entries.kept_count(SOURCE) == 0


def test_an_article_of_another_source_is_no_measure(store: Store) -> None:
    list_(store, entry("rain"))
    keep_all_due(store, {"rain": 1})
    store.entries.listed("courier", [entry("tide")], NOON)
    keep(store, revision("tide", source="courier", published=NOON - timedelta(days=1)))
    for key in store.entries.due("courier", NOON):
        store.entries.kept(store.entries.get("courier", key), id_of("tide"), TAG)
    assert list_(store).missing == 0


def test_what_is_gone_stays_gone_until_it_is_listed_again(store: Store) -> None:
    list_(store, entry("rain"), entry("tide"))
    keep_all_due(store, {"rain": 1, "tide": 3})
    list_(store, entry("tide"))
    (key,) = _keys(store)
    store.entries.gone(store.entries.get(SOURCE, key))
    assert list_(store, entry("tide")) == Listed(0, 0, 1, 0)
    assert due(store) == []
    list_(store, entry("rain"), entry("tide"))
    assert due(store) == ["rain"]


# What fails


def test_a_page_that_cannot_be_fetched_waits_for_its_next_try(store: Store) -> None:
    list_(store, entry("tide"))
    (key,) = _keys(store)
    store.entries.failed(store.entries.get(SOURCE, key), "no answer", final=False)
    later = Retry(failures=2, since=NOON, next_try=NOON + timedelta(minutes=5))
    store.retries.put("entry", SOURCE, key, later)
    assert due(store) == []
    list_(store, entry("tide"))
    assert due(store) == []
    assert store.entries.due(SOURCE, NOON + timedelta(minutes=5)) == (key,)
    list_(store, entry("tide", "Tide, at last"))
    assert due(store) == ["tide"]


def test_what_failed_before_is_asked_for_last(store: Store) -> None:
    list_(store, entry("new"), entry("old"))
    assert due(store) == ["old", "new"]
    (key,) = [key for key in _keys(store) if "old" in key]
    store.retries.put("entry", SOURCE, key, Retry(failures=1, since=NOON, next_try=NOON))
    assert due(store) == ["new", "old"]


def test_a_page_that_is_no_article_is_not_tried_again(store: Store) -> None:
    list_(store, entry("tide"))
    (key,) = _keys(store)
    store.entries.failed(store.entries.get(SOURCE, key), "no text", final=True)
    list_(store, entry("tide"))
    assert due(store) == []


@pytest.mark.parametrize("final", [True, False])
def test_a_recheck_that_fails_leaves_the_article_where_it_is(store: Store, final: bool) -> None:
    list_(store, entry("rain"), entry("tide"))
    keep_all_due(store, {"rain": 1, "tide": 3})
    list_(store, entry("tide"))
    (key,) = _keys(store)
    for last in (True,) if final else (False, False, True):
        assert recheck(store) == ["rain"]
        store.entries.failed(store.entries.get(SOURCE, key), "no answer", final=last)
    assert due(store) == []
    assert list_(store, entry("rain"), entry("tide")).same == 2
    assert due(store) == []


# Single addresses


def test_what_is_added_by_hand_is_due_and_never_missing(store: Store) -> None:
    list_(store, entry("tide"))
    keep_all_due(store, {"tide": 3})
    store.entries.added(SOURCE, [FeedEntry(url=address("wind"))], NOON)
    assert due(store) == ["wind"]
    keep_all_due(store)
    assert store.entries.kept_count(SOURCE) == 1
    assert list_(store, entry("tide")) == Listed(0, 0, 1, 0)
    assert due(store) == []


def test_what_failed_can_be_added_again(store: Store) -> None:
    list_(store, entry("tide"))
    (key,) = _keys(store)
    store.entries.failed(store.entries.get(SOURCE, key), "no text", final=True)
    store.entries.added(SOURCE, [entry("tide")], NOON)
    assert due(store) == ["tide"]


# Sources


def test_a_source_remembers_its_last_reading_and_counts_failures_in_a_row(store: Store) -> None:
    assert store.entries.source(SOURCE) == SourceState()
    store.entries.source_failed(SOURCE, "no answer", NOON)
    store.entries.source_failed(SOURCE, "still none", NOON)
    assert store.entries.source(SOURCE) == SourceState(checked=NOON, failures=2, error="still none")
    store.entries.source_read(SOURCE, TAG, "ab" * 32, NOON)
    read = SourceState(validators=TAG, body_sha256="ab" * 32, checked=NOON)
    assert store.entries.source(SOURCE) == read
    store.entries.source_failed(SOURCE, "cut \ud83d", NOON)
    state = store.entries.source(SOURCE)
    assert (state.validators, state.failures, state.error) == (TAG, 1, "cut \ufffd")


def test_an_entry_that_nobody_listed_is_a_mistake_of_the_caller(store: Store) -> None:
    with pytest.raises(KeyError):
        store.entries.get(SOURCE, "gazette.example/none")


# There and back

texts = st.text(st.characters(), max_size=12)  # half surrogate pairs too: JSON feeds can spell them
maybe = st.none() | texts
zones = (
    st.none()
    | st.just(UTC)
    | st.integers(-720, 840).map(lambda minutes: timezone(timedelta(minutes=minutes)))
)
times = st.none() | st.datetimes(
    datetime(1, 1, 2), datetime(9999, 12, 30), timezones=zones, allow_imaginary=False
)
feed_entries = st.builds(
    FeedEntry,
    url=st.just(address("tide")),
    id=maybe,
    title=maybe,
    authors=st.lists(texts, max_size=3).map(tuple),
    published=times,
    updated=times,
    summary=maybe,
    content=maybe,
    content_html=maybe,
    media=st.lists(st.builds(Media, url=texts, type=maybe, title=maybe), max_size=2).map(tuple),
    tags=st.lists(texts, max_size=3).map(tuple),
    language=maybe,
)


@given(feed_entries)
def test_an_entry_comes_out_as_it_went_in(given_entry: FeedEntry) -> None:
    store = open_store(None)
    assert list_(store, given_entry) == Listed(1, 0, 0, 0)
    (key,) = _keys(store)
    again = store.entries.get(SOURCE, key).entry
    assert again == given_entry
    keep_all_due(store)
    assert list_(store, again) == Listed(0, 0, 1, 0)
    store.close()


def test_adding_a_listed_address_keeps_what_the_index_says_of_it(store: Store) -> None:
    list_(store, entry("tide"))
    keep_all_due(store)
    store.entries.added(SOURCE, [FeedEntry(url=address("tide"))], NOON)
    (key,) = store.entries.due(SOURCE, NOON)
    assert store.entries.get(SOURCE, key).entry == entry("tide")
    keep_all_due(store)
    assert list_(store, entry("tide")) == Listed(0, 0, 1, 0)


def test_an_article_that_was_kept_stays_kept_when_its_page_fails(store: Store) -> None:
    list_(store, entry("tide"))
    keep_all_due(store)
    list_(store, entry("tide", "Tide turns"))
    (key,) = store.entries.due(SOURCE, NOON)
    store.entries.failed(store.entries.get(SOURCE, key), "no body", final=True)
    assert due(store) == []
    assert store.entries.kept_count(SOURCE) == 1


# Scheduled checks


def check_at(store: Store, name: str, hours: float) -> None:
    due = store.entries.get(SOURCE, urls.identity(address(name)))
    store.entries.check_at(due, NOON + timedelta(hours=hours))


def checked(store: Store, hours: float, **options: int) -> list[str]:
    """Names of what is due so many hours after noon."""
    keys = store.entries.due(SOURCE, NOON + timedelta(hours=hours), **options)
    return [store.entries.get(SOURCE, key).url.rpartition("/")[2] for key in keys]


def test_a_stored_article_is_checked_when_its_time_has_come(store: Store) -> None:
    list_(store, entry("tide"), entry("fog"))
    keep_all_due(store)
    assert checked(store, 9999) == []
    check_at(store, "tide", 2)
    assert checked(store, 1.9) == []
    assert checked(store, 2) == ["tide"]
    due = store.entries.get(SOURCE, urls.identity(address("tide")))
    assert due.scheduled
    assert due.validators == TAG
    assert not due.recheck
    store.entries.kept(due, id_of("tide"), TAG, NOON + timedelta(hours=4))
    assert checked(store, 3.9) == []
    assert checked(store, 4) == ["tide"]
    store.entries.kept(due, id_of("tide"), TAG)
    assert checked(store, 9999) == []


def test_checks_come_after_new_entries_and_are_bounded(store: Store) -> None:
    names = [f"n{number:02}" for number in range(CHECKS + 5)]
    list_(store, *(entry(name) for name in names))
    keep_all_due(store)
    for number, name in enumerate(names):
        check_at(store, name, 2 - number / 100)
    list_(store, entry("zephyr"), *(entry(name) for name in names))
    due = checked(store, 2)
    assert due[0] == "zephyr"
    assert due[1:] == names[:4:-1]  # those that have waited longest
    assert checked(store, 2, checks=0) == ["zephyr"]
    assert not store.entries.get(SOURCE, urls.identity(address("zephyr"))).scheduled


def test_a_withdrawn_article_is_looked_for_again(store: Store) -> None:
    list_(store, entry("tide"))
    keep_all_due(store)
    due = store.entries.get(SOURCE, urls.identity(address("tide")))
    store.entries.gone(due, NOON + timedelta(hours=1))
    assert checked(store, 0.9) == []
    assert checked(store, 1) == ["tide"]
    store.entries.gone(due)
    assert checked(store, 9999) == []


def test_what_has_changed_in_the_index_is_no_check(store: Store) -> None:
    list_(store, entry("tide"))
    keep_all_due(store)
    check_at(store, "tide", 0)
    list_(store, entry("tide", "Another title"))
    assert checked(store, 1) == ["tide"]
    assert not store.entries.get(SOURCE, urls.identity(address("tide"))).scheduled


def answered(store: Store, name: str, hours: float, *, gone: bool = False) -> None:
    due = store.entries.get(SOURCE, urls.identity(address(name)))
    store.entries.answered(due, NOON + timedelta(hours=hours), gone=gone)


def test_the_latest_answers_of_a_source_are_counted(store: Store) -> None:
    names = ("tide", "fog", "rain", "hail", "snow")
    list_(store, *(entry(name) for name in names))
    keep_all_due(store)
    since = {"gone_since": NOON, "good_since": NOON + timedelta(hours=2)}
    assert store.entries.answers(SOURCE, **since) == Answers(gone=0, good=0)
    for name, hours, gone in (
        ("tide", 1, True),
        ("fog", 0, True),
        ("rain", -0.1, True),  # too early
        ("hail", 1.9, False),  # too early for a good one
        ("snow", 2, True),
        ("snow", 3, False),  # the latest counts
    ):
        answered(store, name, hours, gone=gone)
    assert store.entries.answers(SOURCE, **since) == Answers(gone=2, good=1)
    assert store.entries.answers("courier", **since) == Answers(gone=0, good=0)


def test_answers_are_counted_with_an_index(store: Store) -> None:
    list_(store, *(entry(f"n{number}") for number in range(300)))
    keep_all_due(store)
    for number in range(300):
        answered(store, f"n{number}", number / 10, gone=number % 2 == 0)
    late = NOON + timedelta(hours=29.5)

    def ask() -> Answers:
        return store.entries.answers(SOURCE, gone_since=late, good_since=late)

    assert ask() == Answers(gone=2, good=3)
    assert instructions(store, ask) < 300


def test_checks_that_are_due_are_counted(store: Store) -> None:
    list_(store, entry("tide"), entry("fog"), entry("rain"))
    assert store.entries.checks_due(SOURCE, NOON) == 0
    keep_all_due(store)
    check_at(store, "tide", 2)
    check_at(store, "fog", 3)
    for hours, due in ((1, 0), (2, 1), (3, 2), (99, 2)):
        assert store.entries.checks_due(SOURCE, NOON + timedelta(hours=hours)) == due
    assert store.entries.checks_due("courier", NOON + timedelta(hours=99)) == 0
