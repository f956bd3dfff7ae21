"""Boxes that ask readers for something go whole; what is of the text stays."""

from __future__ import annotations

import pytest

from mirrorpress.extract.body.asking_boxes import leave_out_asking_boxes
from mirrorpress.extract.page.tree import Element
from pace import within
from trees import SENTENCE, named, tree_of

TEXT = f"<p>{SENTENCE * 3}</p>" * 9
ASKS = "<p>Sign up for our morning newsletter and never miss a story.</p>"
ITEMS = "<ul><li>The quay was closed for eleven years.<li>The first boat came on Monday.</ul>"


def left(inside: str) -> Element:
    root = tree_of(f"<main>{TEXT}{inside}{TEXT}</main>")
    leave_out_asking_boxes(root.find("main")[0], root)
    return root


@pytest.mark.parametrize(
    "inside",
    [
        f"<h3>The morning brief</h3>{ASKS}<a href=/go>Sign up</a>",
        f"<h3>The morning brief</h3>{ASKS}<p>You agree to our terms of use.</p>",
        f"<div><div><b>The morning brief</b></div><div>{ASKS}</div></div><button>Go</button>",
        "<p>Our site uses cookies to show you what you like.</p><p>More options</p>",
        "<div>Get the app</div><div>Download our app for breaking news alerts.</div>",
        f"<img src=/letter.png>{ASKS}<p>Or not.</p>",
        "<h3>Support the Ledger</h3><p>Our newsroom has no owner, and readers like you pay for "
        "our work, which is free for all to read.</p><p>If you can, please support us with a "
        "monthly gift.</p>",
        f"{ASKS}<p>When you do, you agree to our terms of use and our privacy policy.</p>",
    ],
)
def test_a_box_that_asks_goes_whole(inside: str) -> None:
    assert named(left(f"<div id=box>{inside}</div>"), "box").excluded


@pytest.mark.parametrize(
    "inside",
    [
        f"<h3>What happened</h3>{ITEMS}{ASKS}",
        f"<p>{SENTENCE}</p>{ASKS}",
        f"<p>We sailed at nine, and our boat was the first to reach the island.</p>{SENTENCE}",
        f"<h3>Which boat is ours?</h3><p>{SENTENCE * 3} We took the red one.</p>"
        "<p>Want more? Sign up for our newsletter.</p>",
        f"<figure><img src=/quay.jpg></figure>{ASKS}",
        "<video src=/quay.mp4><p>Your browser does not support the video element.</p></video>",
        "<div><audio src=/quay.mp3></audio><p>Your browser does not play audio files.</p></div>",
        f"<blockquote>{ASKS}</blockquote>",
        f"<p>{SENTENCE * 3}</p>" * 3 + ASKS,
        "<p>The club followed the vote on Telegram.</p><a href=/x>The club</a>",
        "<h3>Follow us</h3><a href=/x>Instagram</a>",
        "",
    ],
)
def test_what_is_of_the_text_stays(inside: str) -> None:
    main = left(f"<div id=box>{inside}</div>").find("main")[0]
    assert not any(element.excluded for element in main.walk())


def test_a_paragraph_beside_a_box_stays() -> None:
    beside = "<p>The first boat came on Monday at nine, and the keeper was there.</p>"
    root = left(f"<div id=part>{beside}<div id=box><h3>The brief</h3>{ASKS}{ASKS}</div></div>")
    assert named(root, "box").excluded
    assert not named(root, "part").excluded


def test_the_frame_of_a_box_goes_with_it() -> None:
    root = left(f"<div id=frame><h3>The brief</h3><div id=box>{ASKS}</div><a href=/go>Go</a></div>")
    assert named(root, "frame").excluded


def test_a_large_part_of_a_short_text_stays() -> None:
    root = tree_of(f"<main><p>{SENTENCE}</p><div id=box><h3>Brief</h3>{ASKS}</div></main>")
    leave_out_asking_boxes(root.find("main")[0], root)
    assert not named(root, "box").excluded


def test_boxes_in_boxes_take_bounded_time() -> None:
    page = "<div><i></i>" * 100 + f"<div>{ASKS}{'<b></b>' * 90}</div>" * 400
    with within(4):
        left(page)
