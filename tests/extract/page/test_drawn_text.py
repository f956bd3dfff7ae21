"""Pictures that stand for characters of a line."""

from __future__ import annotations

import pytest

from mirrorpress.extract.page.drawn_text import write_drawn_text
from mirrorpress.extract.page.tree import parse

MATHML = '<span class="katex-mathml">x<sup>2</sup></span>'


def line(markup: str) -> str:
    page = parse(markup)
    write_drawn_text(page)
    (paragraph,) = page.find("p")
    return "".join(
        each
        if isinstance(each, str)
        else "[picture]"
        if each.tag == "img"
        else f"`{each.text()}`"
        if each.tag == "code"
        else each.text()
        for each in paragraph.children
    )


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('a <img class="emoji" alt="🎉"> b', "a 🎉 b"),
        ('a <img src="/emoji/1f469.svg" alt="👩🏽\u200d🚒"> b', "a 👩🏽\u200d🚒 b"),
        ('a <img class="emoji" alt="The port"> b', "a [picture] b"),
        ('a <img class="emoji" alt=""> b', "a [picture] b"),
        ('a <img class="emoji" alt="=)"> b', "a [picture] b"),
        ('a <img class="latex" alt="x^2"> b', "a `x^2` b"),
        ('a <img class="latex-logo" alt="x^2"> b', "a [picture] b"),
        ('<img class="mwe-math-fallback-image-inline" alt="x^{2}">', "[picture]"),
        (f'<span>{MATHML}<span class="katex-html">x<i>2</i></span></span>', "x2"),
        ('<span><span class="katex-html">x<i>2</i></span></span>', "x2"),
        ('a <img alt="🎉"> b', "a [picture] b"),  # no name tells of pictures for characters
        ('a <img alt="→"> b <img class="emoji" alt="🎉"> c', "a [picture] b 🎉 c"),
    ],
)
def test_pictures_for_characters(markup: str, text: str) -> None:
    assert line(f"<p>{markup}</p>") == text


def test_what_is_left_out_is_no_element_of_the_page() -> None:
    markup = f'<p>{MATHML}<b class="katex-html"><i class="katex-html">x</i></b></p>'
    page = parse(markup)
    write_drawn_text(page)
    assert [each.tag for each in page.order if each.tag in ("span", "sup", "b", "i")] == [
        "span",
        "sup",
    ]
