"""Printed editions: what changed, what went, and who printed what."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.model import Output, OutputInfo
from mirrorpress.store import EditionState, Store, open_store
from store.samples import NOON, picture

EDITION = "web"


def print_(store: Store, subject: str, *outputs: Output, edition: str = EDITION) -> int:
    listed = {output.path: output.path.rpartition("/")[0] for output in outputs}
    return store.editions.store_outputs(edition, subject, outputs, dict(listed))


def page(path: str, text: str = "text") -> Output:
    return Output(path=path, content=text.encode())


def mark_sealed(store: Store, edition: str = EDITION) -> None:
    store.editions.mark_sealed(edition, "ab" * 32, NOON)


def paths(store: Store, edition: str = EDITION) -> dict[str, bytes]:
    return {
        info.path: store.editions.content(edition, info.path)
        for info in store.editions.files(edition)
    }


def changed(store: Store, since: int) -> list[str]:
    return [info.path for info in store.editions.changed_since(EDITION, since)]


def removed(store: Store, since: int) -> list[str]:
    return list(store.editions.removed_since(EDITION, since))


@pytest.fixture
def sealed(store: Store) -> Store:
    """An edition of two pages, sealed once."""
    store.editions.begin(EDITION, "layout 1")
    print_(store, "article:a", page("a/one.html"), page("a/two.html"))
    mark_sealed(store)
    return store


def test_an_edition_that_was_never_printed(store: Store) -> None:
    assert store.editions.state(EDITION) == EditionState()
    assert paths(store) == {}
    assert store.editions.touched_folders(EDITION) == set()
    assert not store.editions.unsealed(EDITION)
    with pytest.raises(KeyError):
        store.editions.content(EDITION, "a.html")


def test_what_is_printed_can_be_read_in_the_order_of_the_bytes(store: Store) -> None:
    names = ["b.html", "a/b.html", "a.html", "Z.html", "ä.html", "a-b.html"]
    assert print_(store, "shelf:front:", *(page(name, name) for name in names)) == 6
    found = list(store.editions.files(EDITION))
    assert [info.path for info in found] == sorted(names, key=str.encode)
    one = next(info for info in found if info.path == "ä.html")
    digest = hashlib.sha256("ä.html".encode()).hexdigest()
    assert one == OutputInfo(path="ä.html", sha256=digest, size=7)
    assert store.editions.content(EDITION, "ä.html") == "ä.html".encode()


def test_a_picture_is_printed_from_its_asset(store: Store) -> None:
    new = picture(b"the bytes of a picture")
    store.pictures.keep("https://img.example/p", new, source="gazette", article="a")
    print_(store, "article:a", Output(path="p.webp", asset=new.asset.id))
    assert list(store.editions.files(EDITION)) == [
        OutputInfo(path="p.webp", sha256=new.asset.id, size=22)
    ]
    assert store.editions.content(EDITION, "p.webp") == b"the bytes of a picture"
    with pytest.raises(KeyError):
        print_(store, "article:b", Output(path="q.webp", asset="0" * 64))


def test_the_first_seal_counts_one(sealed: Store) -> None:
    assert sealed.editions.state(EDITION) == EditionState(
        fingerprint="layout 1", built=0, sequence=1, root="ab" * 32, sealed=NOON
    )
    assert not sealed.editions.unsealed(EDITION)
    sealed.editions.built(EDITION, 17)
    assert sealed.editions.state(EDITION).built == 17


def test_an_edition_without_files_wants_its_first_seal(store: Store) -> None:
    store.editions.begin(EDITION, "layout 1")
    assert store.editions.unsealed(EDITION)
    mark_sealed(store)
    assert not store.editions.unsealed(EDITION)


def test_the_same_bytes_are_no_change(sealed: Store) -> None:
    assert print_(sealed, "article:a", page("a/one.html"), page("a/two.html")) == 0
    assert not sealed.editions.unsealed(EDITION)
    assert sealed.editions.touched_folders(EDITION) == set()
    assert changed(sealed, 1) == []


def test_other_bytes_are_a_change(sealed: Store) -> None:
    assert print_(sealed, "article:a", page("a/one.html", "new"), page("a/two.html")) == 1
    assert sealed.editions.unsealed(EDITION)
    assert sealed.editions.touched_folders(EDITION) == {"a"}
    mark_sealed(sealed)
    assert changed(sealed, 1) == ["a/one.html"]
    assert changed(sealed, 0) == ["a/one.html", "a/two.html"]
    assert changed(sealed, 2) == []


def test_what_its_subject_prints_no_more_goes(sealed: Store) -> None:
    assert print_(sealed, "article:a", page("a/two.html")) == 1
    assert paths(sealed).keys() == {"a/two.html"}
    assert sealed.editions.unsealed(EDITION)
    assert sealed.editions.touched_folders(EDITION) == {"a"}
    mark_sealed(sealed)
    assert (removed(sealed, 1), removed(sealed, 2)) == (["a/one.html"], [])
    assert not sealed.editions.unsealed(EDITION)


def test_what_another_subject_prints_too_stays(sealed: Store) -> None:
    assert print_(sealed, "article:b", page("a/one.html")) == 0
    assert print_(sealed, "article:a", page("a/two.html")) == 0
    assert paths(sealed).keys() == {"a/one.html", "a/two.html"}
    assert not sealed.editions.unsealed(EDITION)
    assert print_(sealed, "article:b") == 1
    assert paths(sealed).keys() == {"a/two.html"}


def test_what_went_may_come_back(sealed: Store) -> None:
    print_(sealed, "article:a", page("a/two.html"))
    mark_sealed(sealed)
    print_(sealed, "article:b", page("a/one.html", "again"))
    mark_sealed(sealed)
    assert removed(sealed, 0) == []
    assert changed(sealed, 2) == ["a/one.html"]
    assert changed(sealed, 1) == ["a/one.html"]


def test_a_listing_names_the_files_of_its_folder(sealed: Store) -> None:
    print_(sealed, "shelf:front:", page("index.html"), page("a/b/three.html"))
    digest = hashlib.sha256(b"text").hexdigest()
    assert sorted(sealed.editions.listed_in(EDITION, "a")) == [
        ("a/one.html", digest),
        ("a/two.html", digest),
    ]
    assert sealed.editions.listed_in(EDITION, "") == [("index.html", digest)]
    assert sealed.editions.touched_folders(EDITION) == {"", "a/b"}


def test_a_file_that_no_listing_names_touches_no_folder(sealed: Store) -> None:
    outputs = [Output(path="SHA256SUMS", content=b"root")]
    sealed.editions.store_outputs(EDITION, "seal:listing:", outputs, {"SHA256SUMS": None})
    assert sealed.editions.touched_folders(EDITION) == set()
    assert sealed.editions.unsealed(EDITION)


def test_subjects_are_all_but_articles(store: Store) -> None:
    others = ("list:day:2031-05-04#0", "list:front:#0", "articles", "manifest:x")
    for subject in ("article:a", *others):
        print_(store, subject, page(f"{subject}.html"))
    assert sorted(store.editions.subjects(EDITION)) == sorted(others)
    assert store.editions.subjects("git") == []


def test_pages_of_lists_are_known_by_their_digests(store: Store) -> None:
    editions = store.editions
    editions.note_page(EDITION, "day:x", 0, "a")
    editions.note_page(EDITION, "day:x", 2, "b")
    editions.note_page(EDITION, "day:x", 0, "c")
    editions.note_page(EDITION, "day:y", 0, "d")
    assert editions.page_digests(EDITION, "day:x") == {0: "c", 2: "b"}
    assert editions.page_digests("other", "day:x") == {}
    editions.note_page(EDITION, "day:x", 2, None)
    assert editions.page_digests(EDITION, "day:x") == {0: "c"}
    editions.forget_pages(EDITION)
    assert editions.page_digests(EDITION, "day:y") == {}


def test_a_new_fingerprint_prints_all_anew_and_forgets_nothing(sealed: Store) -> None:
    sealed.editions.built(EDITION, 17)
    sealed.editions.begin(EDITION, "layout 2")
    assert sealed.editions.state(EDITION) == EditionState(
        fingerprint="layout 2", built=0, sequence=1, root="ab" * 32, sealed=NOON
    )
    assert len(paths(sealed)) == 2


def test_editions_do_not_touch_each_other(sealed: Store) -> None:
    print_(sealed, "article:a", page("a/one.html", "plain"), edition="git")
    assert paths(sealed)["a/one.html"] == b"text"
    assert paths(sealed, "git") == {"a/one.html": b"plain"}
    print_(sealed, "article:a", edition="git")
    assert len(paths(sealed)) == 2
    assert removed(sealed, 0) == []


def test_what_a_target_holds_is_remembered(store: Store) -> None:
    assert store.editions.delivered("disk") == {}
    store.editions.mark_delivered("disk", "web", 3, "abc")
    store.editions.mark_delivered("disk", "git", 1, None)
    store.editions.mark_delivered("disk", "web", 4, "def")
    assert store.editions.delivered("disk") == {"web": (4, "def"), "git": (1, None)}
    assert store.editions.delivered("other") == {}


# Any sequence of prints

small_paths = st.sampled_from(["index.html", "a/1.html", "a/2.html", "a/b/3.html"])
printings = st.tuples(
    st.sampled_from(["article:a", "article:b", "shelf:front:"]),
    st.dictionaries(small_paths, st.just("same"), max_size=4),
)
changes = st.dictionaries(small_paths, st.sampled_from(["same", "other", ""]), max_size=4)


@given(st.lists(st.tuples(printings, st.booleans()), max_size=8))
def test_whatever_was_printed_before_only_the_last_counts(
    steps: list[tuple[tuple[str, dict[str, str]], bool]],
) -> None:
    """The same files as when each subject prints once; a target that follows has them too."""
    store, fresh = open_store(None), open_store(None)
    last: dict[str, dict[str, str]] = {}
    held: dict[str, bytes] = {}
    store.editions.begin(EDITION, "layout 1")
    for (subject, files), sealing in steps:
        print_(store, subject, *(page(path, text) for path, text in files.items()))
        last[subject] = files
        if sealing:
            held = followed(store, held)
    for subject, files in last.items():
        print_(fresh, subject, *(page(path, text) for path, text in files.items()))
    assert paths(store) == paths(fresh)
    assert followed(store, held) == paths(fresh)
    store.close()
    fresh.close()


@given(st.lists(st.tuples(changes, st.booleans()), max_size=6))
def test_one_subject_may_print_whatever_it_likes(
    steps: list[tuple[dict[str, str], bool]],
) -> None:
    store = open_store(None)
    held: dict[str, bytes] = {}
    store.editions.begin(EDITION, "layout 1")
    for files, sealing in steps:
        before = paths(store)
        count = print_(store, "article:a", *(page(path, text) for path, text in files.items()))
        after = paths(store)
        assert after == {path: text.encode() for path, text in files.items()}
        assert count == sum(before.get(path) != after.get(path) for path in before | after)
        if sealing:
            held = followed(store, held)
            assert held == after
            assert not store.editions.unsealed(EDITION)
    store.close()


def followed(store: Store, held: dict[str, bytes]) -> dict[str, bytes]:
    """Seal the edition and bring a target that held the state before up to date by what changed."""
    sequence = store.editions.state(EDITION).sequence
    store.editions.mark_sealed(EDITION, "ab" * 32, NOON + timedelta(hours=sequence))
    gone = set(store.editions.removed_since(EDITION, sequence))
    now = {
        info.path: store.editions.content(EDITION, info.path)
        for info in store.editions.changed_since(EDITION, sequence)
    }
    return {path: text for path, text in held.items() if path not in gone} | now


def test_a_folder_is_read_from_the_index_alone(store: Store) -> None:
    """Its rows have the content of the files in them, and are all over the store."""
    question = "SELECT path, sha256 FROM outputs WHERE edition = ? AND listed = ?"
    plan = store._database.row(f"EXPLAIN QUERY PLAN {question}", EDITION, "pages")
    assert plan is not None
    assert "USING COVERING INDEX" in plan[3]
