"""Which events of a running story follow which, and which pages change with it."""

from __future__ import annotations

from datetime import timedelta

from mirrorpress.store import Store
from mirrorpress.store.chains import MAX_LATER
from store.samples import NOON, id_of, keep, revision


def told(store: Store, *names: str, hours: int = 0) -> None:
    """A story: each report by an outlet of its own, an hour after the one before."""
    for at, name in enumerate(names, hours):
        keep(store, revision(name, source=name, published=NOON + timedelta(hours=at)))
    story = id_of(names[0]) if len(names) > 1 else None
    store.stories.grouped((id_of(name), story) for name in names)


def follow(store: Store, later: str, earlier: str | None) -> None:
    store.stories.chains.follow([(id_of(later), None if earlier is None else id_of(earlier))])


def before(store: Store, name: str) -> tuple[str, str] | None:
    """The story before the event of an article, and its first report."""
    found = store.stories.chains.before(id_of(name))
    return None if found is None else found[:2]


def after(store: Store, story: str) -> list[str]:
    return [article for article, _ in store.stories.chains.after(id_of(story))]


def changed_by(store: Store, action: object, *values: object) -> set[str]:
    since = store.changes.current()
    action(*values)  # type: ignore[operator]
    return set(store.articles.changed_since(since))


def test_a_story_and_a_report_alone_follow_a_story(store: Store) -> None:
    told(store, "flood", "dam")
    told(store, "inquiry", "hearing", hours=30)
    told(store, "letter", hours=40)
    follow(store, "inquiry", "dam")
    follow(store, "letter", "dam")
    first = (id_of("flood"), id_of("flood"))
    assert [before(store, name) for name in ("inquiry", "hearing", "letter")] == [first] * 3
    assert after(store, "flood") == [id_of("inquiry"), id_of("letter")]
    assert before(store, "flood") is None
    assert after(store, "inquiry") == []
    assert store.lists.story_before(id_of("letter")) == id_of("flood")


def test_what_is_noted_again_changes_nothing(store: Store) -> None:
    told(store, "flood", "dam")
    told(store, "inquiry", hours=30)
    assert changed_by(store, follow, store, "inquiry", "dam") == {id_of("dam"), id_of("inquiry")}
    assert changed_by(store, follow, store, "inquiry", "dam") == set()
    assert changed_by(store, follow, store, "inquiry", "flood") == {
        id_of(name) for name in ("dam", "flood", "inquiry")
    }
    assert changed_by(store, follow, store, "inquiry", None) == {id_of("flood"), id_of("inquiry")}
    assert after(store, "flood") == []


def test_the_link_stays_when_the_earlier_story_is_named_otherwise(store: Store) -> None:
    told(store, "flood", "dam")
    told(store, "inquiry", hours=30)
    follow(store, "inquiry", "dam")
    renamed = [(id_of("flood"), id_of("dam")), (id_of("dam"), id_of("dam"))]
    assert id_of("inquiry") in changed_by(store, store.stories.grouped, renamed)
    assert before(store, "inquiry") == (id_of("dam"), id_of("flood"))
    assert after(store, "dam") == [id_of("inquiry")]


def test_events_that_were_joined_do_not_follow_themselves(store: Store) -> None:
    told(store, "flood", "dam")
    told(store, "inquiry", hours=30)
    follow(store, "inquiry", "dam")
    store.stories.grouped([(id_of("inquiry"), id_of("flood"))])
    assert before(store, "inquiry") is None
    assert after(store, "flood") == []


def test_a_story_that_was_divided_is_followed_no_more(store: Store) -> None:
    told(store, "flood", "dam")
    told(store, "inquiry", hours=30)
    follow(store, "inquiry", "dam")
    store.stories.grouped([(id_of("flood"), None), (id_of("dam"), None)])
    assert before(store, "inquiry") is None


def test_a_story_has_one_link_though_another_report_is_the_first_now(store: Store) -> None:
    told(store, "flood", "dam")
    told(store, "inquiry", "hearing", hours=30)
    follow(store, "inquiry", "dam")
    keep(store, revision("letter", source="letter", published=NOON + timedelta(hours=28)))
    store.stories.grouped([(id_of("letter"), id_of("inquiry"))])
    follow(store, "letter", "dam")
    assert after(store, "flood") == [id_of("letter")]
    follow(store, "letter", None)
    assert after(store, "flood") == []


def test_a_new_title_changes_the_pages_that_show_it(store: Store) -> None:
    told(store, "flood", "dam")
    told(store, "inquiry", "hearing", hours=30)
    follow(store, "inquiry", "dam")

    def titled(name: str) -> set[str]:
        published = store.articles.published(id_of(name))
        new = revision(name, source=name, number=2, title="Another", published=published)
        return changed_by(store, keep, store, new)

    assert id_of("inquiry") in titled("flood")  # the first report of the story before
    assert id_of("dam") in titled("inquiry")  # and of the story after
    assert id_of("inquiry") not in titled("dam")
    assert id_of("dam") not in titled("hearing")


def test_a_story_that_stays_as_it_is_changes_no_page_of_its_chain(store: Store) -> None:
    told(store, "flood", "dam")
    told(store, "inquiry", "hearing", hours=30)
    follow(store, "inquiry", "dam")
    for name, story in (("flood", "flood"), ("inquiry", "inquiry")):
        same = [(id_of(name), id_of(story))]
        assert changed_by(store, store.stories.grouped, same) == set()


def test_a_story_names_a_dozen_events_after_it(store: Store) -> None:
    told(store, "flood", "dam")
    names = [f"letter-{number:02}" for number in range(MAX_LATER + 3)]
    for name in names:
        told(store, name, hours=40)
        follow(store, name, "dam")
    assert set(after(store, "flood")) < {id_of(name) for name in names}
    assert len(after(store, "flood")) == MAX_LATER


def test_links_of_an_article_that_is_gone_go_with_it(store: Store) -> None:
    told(store, "flood", "dam")
    keep(store, revision("inquiry", published=NOON + timedelta(hours=30)))
    follow(store, "inquiry", "dam")
    store.articles.forget(id_of("inquiry"))
    assert after(store, "flood") == []
