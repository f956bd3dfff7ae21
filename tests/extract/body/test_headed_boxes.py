"""Boxes that begin with a heading of what is none of the article."""

from __future__ import annotations

import pytest

from mirrorpress.extract.body.headed_boxes import exclude_headed
from mirrorpress.extract.page.tree import Element
from pace import within
from trees import SENTENCE, named, tree_of

TEXT = f"<div id=text><p>{SENTENCE * 9}</p></div>"

WRITTEN = f"<div><b>Jo</b> <i>4 May, 9:30</i><p>{SENTENCE * 2}</p></div>"


def headed(markup: str) -> Element:
    root = tree_of(f"<body>{markup}</body>")
    exclude_headed(root.walk())
    return root


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>Comments</h1>",
        "<h3>Коментари (3)</h3>",
        "<h2>댓글</h2>",
        "<h2>3 thoughts on “The old quay reopens after nine weeks of work”</h2>",
    ],
)
@pytest.mark.parametrize("entries", [WRITTEN, WRITTEN * 9, f"<p>{SENTENCE}</p>"])
def test_a_box_that_begins_with_a_heading_of_comments_is_excluded(
    heading: str, entries: str
) -> None:
    box = f"<div id=below><div><div> {heading}</div><a href=#form>Write</a></div>{entries}</div>"
    root = headed(f"<div id=story>{TEXT}{box}</div>")
    assert named(root, "below").excluded
    assert not named(root, "story").excluded
    assert root.prose == named(root, "text").prose


@pytest.mark.parametrize(
    "markup",
    [
        f"{TEXT}<div id=below><h2>Comments</h2><p>{SENTENCE * 20}</p></div>",  # no times
        f"{TEXT}<div id=below><h2>Comment</h2><h1>The quay</h1><p>{SENTENCE}</p></div>",
        f"{TEXT}<div id=below><h2>Comments on the quay</h2>{WRITTEN * 2}</div>",
        f"{TEXT}<div id=below>{SENTENCE}<h2>Comments</h2>{WRITTEN}</div>",
        f"{TEXT}<article id=below><h2>Comments</h2>{WRITTEN}</article>",
        f"{TEXT}<div id=below><h2>Comments</h2></div><p>{SENTENCE}</p>",
        f"<div id=below><h2>Comments</h2>{WRITTEN * 3}</div>",
    ],
)
def test_what_is_no_box_of_comments(markup: str) -> None:
    assert not named(headed(markup), "below").excluded


def test_many_headings_of_comments_take_bounded_time() -> None:
    box = f"<div><h2>Comments</h2>{SENTENCE}"
    with within(3):
        headed(TEXT + box * 250 + "<p>x" * 50_000 + "<h1>x</h1>")


PORTRAIT = f"<p>The Ledger was founded by fishermen in 1901. {SENTENCE * 6}</p>"


@pytest.mark.parametrize("heading", ["About us", "Über uns", "Qui sommes-nous ?", "关于我们"])
def test_what_an_outlet_says_of_itself_is_excluded(heading: str) -> None:
    short = f"<div id=text><p>{SENTENCE}</p></div>"
    root = headed(f"{short}<div id=below><h4>{heading}</h4>{PORTRAIT}</div>")
    assert named(root, "below").excluded


@pytest.mark.parametrize(
    "markup",
    [
        f"{TEXT}<div id=below><h4>About the quay</h4>{PORTRAIT}</div>",
        f"{TEXT}<div id=below>{SENTENCE}<h4>About us</h4>{PORTRAIT}</div>",
        f"<div id=below><h4>About us</h4>{PORTRAIT}</div>",  # the page is about it
    ],
)
def test_what_is_no_such_box(markup: str) -> None:
    assert not named(headed(markup), "below").excluded
