"""What readers wrote, known by its form."""

from __future__ import annotations

import pytest

from mirrorpress.extract.body.conversations import (
    _BEGINNING,
    _REPLIES,
    _REPLY,
    _is_reply,
    exclude_conversations,
)
from mirrorpress.extract.page.tree import Element
from pace import within
from trees import SENTENCE, named, tree_of

ENTRY = f"<div><b>Jo</b><p>{SENTENCE * 2}</p><a href=/r>Reply</a></div>"
TEXT = f"<div id=text><p>{SENTENCE * 9}</p></div>"


def left(markup: str) -> Element:
    root = tree_of(f"<body>{markup}</body>")
    exclude_conversations(root.walk())
    return root


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY,
        ENTRY.replace("div", "li"),
        ENTRY.replace("<a href=/r>Reply</a>", "<div><span> · Antworten</span></div>"),
        ENTRY.replace("<a href=/r>Reply</a>", "<button>回复</button>"),
        ENTRY.replace("<a href=/r>Reply</a>", "<a href='/x#comment-12'>4 May, 9:30</a>"),
        ENTRY.replace("<a href=/r>Reply</a>", "<a href='/x?replytocom=7#respond'>Answer him</a>"),
    ],
)
def test_entries_of_readers_are_excluded(entry: str) -> None:
    root = left(f"{TEXT}<div id=below>{entry * 2}</div>")
    below = named(root, "below")
    assert all(child.excluded for child in below.elements())
    assert below.prose == 0
    assert not named(root, "text").excluded
    assert root.prose == named(root, "text").prose


@pytest.mark.parametrize(
    "markup",
    [
        f"{TEXT}<div id=below>{ENTRY}</div>",
        f"{TEXT}<div id=below>{ENTRY.replace('Reply', 'Reply by letter or come') * 3}</div>",
        f"{TEXT}<div id=below>{ENTRY.replace('Reply', 'Read on') * 3}</div>",
        f"{TEXT}<div id=below><a href=/x#comments>3 comments</a></div>",
        f"{TEXT}<div id=below>{'<a>Reply</a>' * 9}</div>",
    ],
)
def test_what_is_no_conversation(markup: str) -> None:
    root = left(markup)
    assert not any(e.excluded for e in named(root, "below").walk() if e.tag != "button")


def test_a_reply_is_known_in_capitals_and_between_marks() -> None:
    for reply in _REPLIES:
        for text in (reply, reply.upper(), f"| {reply} ", f"»{reply}", reply.replace("ı", "i")):
            assert _is_reply(text) == (_REPLY.fullmatch(text) is not None)
            assert _is_reply(text)
        for text in (f"{reply}!", f"a {reply}", reply[1:]):
            assert _is_reply(text) == (_REPLY.fullmatch(text) is not None)


def test_what_holds_the_headline_is_kept() -> None:
    entry = ENTRY.replace("<b>Jo</b>", "<h1>The quay reopens</h1>")
    assert not any(e.excluded for e in left(f"<main>{entry * 3}</main>").find("div"))


def test_many_entries_take_bounded_time() -> None:
    deep = "<div>" * 50 + ENTRY * 50 + "</div>" * 50
    with within(3):
        left(ENTRY * 10_000)
        left(deep * 20)


@pytest.mark.parametrize("before", ["", " ", "\n\t ", "· ", "|", "» ", "\u200b", "r\u200b"])
@pytest.mark.parametrize("reply", _REPLIES)
def test_what_a_reply_can_begin_with(reply: str, before: str) -> None:
    for text in (reply, reply.upper(), reply.title(), reply.replace("ı", "i"), reply[0]):
        assert _BEGINNING.match(before + text)


def test_an_article_that_holds_its_conversation_is_no_entry() -> None:
    other = f"<div id=other>{ENTRY}</div>"
    root = left(f"<main><div id=story>{TEXT}<div id=below>{ENTRY * 3}</div></div>{other}</main>")
    assert all(child.excluded for child in named(root, "below").elements())
    assert not named(root, "story").excluded
    assert not named(root, "text").excluded
    # The same, with a control of its own.
    own = "<a href=/r>Reply</a>"
    root = left(f"<main><div id=story>{TEXT}{own}<div>{ENTRY * 3}</div></div>{other}</main>")
    assert not named(root, "story").excluded


def test_what_is_left_of_an_entry_goes_too() -> None:
    part = ENTRY.replace("<b>Jo</b>", "")
    entry = f"<li><b>Jo</b>{part}{part}</li>"
    root = left(f"{TEXT}<ul id=below>{entry * 2}</ul>")
    assert all(child.excluded for child in named(root, "below").elements())
