"""What a page says it is about, and how much of it a text says."""

from __future__ import annotations

import pytest

from mirrorpress.extract.body.subject import Subject
from mirrorpress.extract.page.repair import repair
from mirrorpress.extract.page.tree import Element, parse
from pace import within


def text(body: str) -> Element:
    return parse(repair(f"<body>{body}").markup)


@pytest.mark.parametrize(
    ("statements", "body", "share"),
    [
        (["Harbour ferry returns Monday"], "<p>On Monday the harbour ferry returns", 1.0),
        (["Harbour ferry returns Monday"], "<p>The HARBOUR ferry <b>sank</b>", 0.5),
        (["Harbour ferry", "Ferry returns Monday"], "<p>harbour monday", 0.5),
        (["Harbour_ferry returns Monday"], "<p>“Harbour-ferry”—returns, on<br>Monday.", 1.0),
        (["Fähre kommt zurück heute"], "<p>FÄHRE: kommt heute/zurück", 1.0),
        (["Harbour ferry returns Monday"], "<p>harbours ferry-boat returnsmonday", 0.25),
        (["The sea is so low"], "<p>the sea is so low", 0.0),  # words too short to say anything
        (["Harbour ferry returns"], "<p>harbour ferry returns", 0.0),  # too few
        (["夜班渡轮恢复"], "<p>渡轮将恢复夜班服务", 0.6),  # 夜班 渡轮 恢复, not 班渡 轮恢
        ([], "<p>harbour ferry", 0.0),
        (["Harbour ferry returns Monday"], "", 0.0),
    ],
)
def test_share(statements: list[str], body: str, share: float) -> None:
    assert Subject(statements).share_in(text(body)) == pytest.approx(share)


def test_only_the_beginning_of_a_text_is_read() -> None:
    subject = Subject(["Harbour ferry returns Monday"])
    assert subject.share_in(text("<p>" + "word " * 3_000 + "harbour ferry")) == 0.5
    assert subject.share_in(text("<p>" + "word " * 5_000 + "harbour ferry")) == 0.0


def test_long_statements_and_texts_take_bounded_work() -> None:
    with within(2):
        subject = Subject(["长" * 2_000_000, "word " * 2_000_000])
        assert subject.share_in(text("<p>" + "长词" * 500_000)) < 1


def test_words_of_the_site_are_not_of_the_page() -> None:
    said = ["Harbour Ledger", "Harbour Ledger brings stories from every coast"]
    box = text("<p>Harbour Ledger is a newspaper of the coast.")
    assert Subject(said).share_in(box) > 0.4
    assert Subject(said, ["Harbour Ledger"]).share_in(box) < 0.3
    at = Subject(said, ["https://harbour-ledger.example/stories/from/every/coast"])
    assert at.share_in(box) < 0.3  # the host's words alone: the path is of the page
    assert at.share_in(text("<p>Stories from every coast, brings them.")) == 1.0
