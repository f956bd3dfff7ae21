"""The lines of a body and the hashes by which they are known again."""

import pytest

from mirrorpress.extract.memory.page_lines import PageLine, lines_of
from mirrorpress.extract.page.measure import measure, scale_of
from mirrorpress.extract.page.tree import Element, parse
from mirrorpress.model.site_profile import MAX_LINES


def body(markup: str) -> Element:
    root = parse(f"<body>{markup}</body>")
    measure(root, scale_of(root))
    return root


def lines(markup: str) -> list[PageLine]:
    return lines_of([body(markup)])


def test_a_line_is_the_text_directly_in_a_block_and_what_is_inline_there() -> None:
    found = lines("<div>One <b>two</b><p>three</p></div><ul><li>four</li></ul><p> . </p>")
    assert [(line.element.tag, line.record.letters) for line in found] == [
        ("div", 6),
        ("p", 5),
        ("li", 4),
    ]


def test_numbers_and_punctuation_make_no_other_text() -> None:
    first, second, third = lines("<p>Updated 3 hours ago</p><p>updated: 12 hours ago.</p><p>No</p>")
    assert first.record.text == second.record.text != third.record.text


CONTACT = "Contact {} at {}, or write to the news desk."


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("Ada Stone", "stone@ledger.example"), ("Ben Varga", "varga@ledger.example"), True),
        (("Ada Stone", "@adastone"), ("Ben Varga", "@b.varga"), True),
        (("Ada Stone", "the harbour"), ("Ben Varga", "the harbour"), True),
        (("Ada Stone", "the harbour"), ("Ben Varga", "the market"), False),
        (("the mayor", "stone@ledger.example"), ("the pilot", "varga@ledger.example"), False),
    ],
)
def test_writers_and_their_accounts_make_no_other_text(
    first: tuple[str, str], second: tuple[str, str], same: bool
) -> None:
    hashes = {
        lines_of(
            [body(f"<p>{CONTACT.format(*one)}</p>")], (one[0],) if "the" not in one[0] else ()
        )[0].record.text
        for one in (first, second)
    }
    assert len(hashes) == 2 - same


@pytest.mark.parametrize(
    "line", ["{}", "By {}", "{} 1", "（记者 {}）", "({}, who heard it from the council)"]
)
def test_names_alone_and_in_brackets_make_another(line: str) -> None:
    names = ("Ada Stone", "Ben Varga")
    hashes = [lines_of([body(f"<p>{line.format(n)}</p>")], (n,))[0].record.text for n in names]
    assert hashes[0] != hashes[1]


def test_a_place_is_made_of_names_without_numbers() -> None:
    first = lines('<div class="post-1 story"><p>A</p></div>')[0].record.path
    assert first == lines('<div class="post-22 story"><p>B</p></div>')[0].record.path
    assert first != lines('<div class="post-1 story"><p class="promo">A</p></div>')[0].record.path
    assert (
        first != lines('<div class="post-1 story"><section><p>A</p></section></div>')[0].record.path
    )


def test_what_is_excluded_is_no_line() -> None:
    assert len(lines('<p>One</p><div class="related-articles">Two</div>')) == 1


def test_lines_are_bounded() -> None:
    assert len(lines("<p>One more</p>" * (MAX_LINES + 50))) == MAX_LINES


def test_half_a_character_can_be_hashed() -> None:
    assert len(lines("<p>One \ud83d more</p>")) == 1
