"""Containers beside and behind the text that say nothing of what the page is about."""

from __future__ import annotations

import pytest

from mirrorpress.extract.body.off_subject import exclude_end_off_subject, off_subject
from mirrorpress.extract.body.subject import Subject
from mirrorpress.extract.page.tree import Element
from pace import within
from trees import SENTENCE, named, tree_of

SUBJECT = Subject(["Harbour ferry returns Monday", "Night ferry to Marin island"])
ON_IT = f"<p>The night ferry to Marin island returns to the harbour on Monday. {SENTENCE}</p>"
P = f"<p>{SENTENCE * 2}</p>"
PILOT = f"<p>It took the harbour pilot, too. {SENTENCE}</p>"
TEXT = ON_IT + P * 5
LETTER = "Sign up for the morning letter. <a href=/letter>Sign up</a>"


def left_beside(beside: str) -> list[str]:
    """The ids of what is not on the subject beside a text."""
    root = tree_of(f"<div id=all><div id=core class=text>{TEXT}</div>{beside}</div>")
    core, kin = named(root, "core"), named(root, "all").elements()
    return [e.get("id") for e in off_subject(kin, core, core, SUBJECT)]


@pytest.mark.parametrize(
    "box",
    [
        f"<div id=x>{LETTER}</div>",
        f"<section id=x class=promo><h3>Letters</h3><p>{SENTENCE}</p></section>",
        f"<div id=x><img src=/1.jpg>{SENTENCE * 6}</div>",  # too much for a caption
        f"<div id=x>{P * 9}<i>more than the text</i></div>",
    ],
)
def test_off_the_subject(box: str) -> None:
    assert left_beside(box) == ["x"]


@pytest.mark.parametrize(
    "box",
    [
        f"<p id=x>{LETTER}</p>",
        f"<div id=x>The ferry of Monday. {LETTER}</div>",
        f"<div id=x class=text>{LETTER}</div>",  # a class of the text
        f"<div id=x><img src=/1.jpg>{SENTENCE}</div>",
        f"<div id=x>{P}{P}</div>",  # paragraphs alone
        # as much text as the core, which says something of the subject
        f"<div id=x class=b><div>{P}{P}{PILOT}</div></div>",
        f"<div id=x class=b><div>{P * 9}{PILOT}</div></div>",
        f"<div id=x><div>{P}{P}{PILOT}</div></div>",
        f"<div id=x><div><div>{P}</div></div></div>",
        f"<div id=x>Correction: the letter is weekly. {LETTER}</div>",
        f"<div id=x>{LETTER}{P}</div>"
        + f"<div class=y>{LETTER}{P}{P}</div>" * 3,  # as much as the text
    ],
)
def test_kept_beside_the_text(box: str) -> None:
    assert left_beside(box) == []


def test_one_long_line_beside_the_text_is_no_part_of_it() -> None:
    disclaimer = f"<b>The harbour speaks.</b><div>{SENTENCE * 6}</div>"
    assert left_beside(f"<div id=x>{disclaimer}</div>") == ["x"]


def test_a_core_of_one_line_goes_on_in_others() -> None:
    root = tree_of(f"<div id=all><div>{ON_IT}</div><div>{PILOT[:-4]} It <a href=/>is</a></p></div>")
    first, second = named(root, "all").elements()
    assert off_subject([first, second], first, first, SUBJECT) == []


def test_a_core_that_says_little_of_the_subject_judges_nothing() -> None:
    root = tree_of(f"<div id=core>{P * 5}</div><div id=x>{LETTER}</div>")
    core = named(root, "core")
    assert off_subject([core, named(root, "x")], core, core, SUBJECT) == []
    exclude_end_off_subject(root, SUBJECT)
    assert not named(root, "x").excluded


def after(end: str) -> Element:
    root = tree_of(f"<main><div class=wrap>{TEXT}{end}</div></main>")
    exclude_end_off_subject(root.find("main")[0], SUBJECT)
    return root


@pytest.mark.parametrize(
    "box",
    [
        f"<div id=x>{LETTER}</div>",
        "<div id=x>Share this article</div>",
        f"<aside id=x><h4>Letters of the morning</h4> {SENTENCE}</aside>",
        f"<div id=x>{LETTER}</div><div class=y>Share this</div>",  # each from the end
        "<div id=x><table><tr><td><a href=/1>One</a><td><a href=/2>Two</a></table></div>",
    ],
)
def test_a_box_at_the_end(box: str) -> None:
    assert named(after(box), "x").excluded


@pytest.mark.parametrize(
    "box",
    [
        f"<div id=x>{LETTER}</div>{P}",  # not at the end
        f"<div id=x>{LETTER} The ferry, Monday.</div>",
        f"<div id=x class=y>{LETTER}</div><div class=y>{ON_IT}</div>",
        f"<div class=y><p>{SENTENCE}</div>{P}<div id=x class=y>{LETTER}</div>",  # one of several
        f"<div id=x>{SENTENCE}</div>",  # all running text
        f"<div id=x>{SENTENCE * 2}<a href=/>Map</a></div>",  # with a link
        "<div id=x>Correction, 3 May: weekly, not daily. <a href=/letter>The letter</a></div>",
        "<div id=x><table><tr><td>Rank<td>Club<tr><td>1<td>Marin</table></div>",
        f"<div id=x><h2>In short</h2><p>{SENTENCE}<a href=/1>1</a></div>",
        "<div id=footnotes><span id=x></span><a href=/1>1</a> A source.</div>",
        f"<div id=x><figure><img src=/1.jpg><figcaption>{SENTENCE}</figcaption></figure></div>",
    ],
)
def test_kept_at_the_end(box: str) -> None:
    root = after(box)
    assert not any(e.excluded for e in (named(root, "x"), *named(root, "x").ancestors()))


def test_many_boxes_take_bounded_work() -> None:
    with within(3):
        after("".join(f"<div class=b{n}>Share this</div>" for n in range(20_000)))
