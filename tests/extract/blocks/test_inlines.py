"""Inline content: spans, links, ruby, white space and line breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.extract.blocks.inlines import spans, tidy
from mirrorpress.model.blocks import (
    Break,
    Code,
    Emphasis,
    Inline,
    Link,
    Ruby,
    Strong,
    Struck,
    Subscript,
    Superscript,
    Text,
)
from mirrorpress.model.plain import inline_text
from trees import first, tree_of

BASE = "https://a.example/news/x"
A, B = Text("a"), Text("b")


def read(markup: str, base: str | None = BASE) -> tuple[Inline, ...]:
    return spans(first(tree_of(f"<p>{markup}</p>"), "p").children, base)


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("a", (A,)),
        ("<em>a</em><i>b</i>", (Emphasis((A,)), Emphasis((B,)))),
        ("<b>a</b><strong>b</strong>", (Strong((A,)), Strong((B,)))),
        ("<s>a</s><del>b</del>", (Struck((A,)), Struck((B,)))),
        ("<a><s>@</s><b>a</b></a>", (Text("@"), Strong((A,)))),
        ("a <q>b</q>", (Text("a “b”"),)),
        ("<q>«b»</q> <q> </q>a", (Text("«b» a"),)),
        ('a <a href="#1">↩︎</a>', (A,)),
        ("<strike>a</strike><ins>b</ins>", (Struck((A,)), B)),
        ("H<sub>a</sub><sup>b</sup>", (Text("H"), Subscript((A,)), Superscript((B,)))),
        ("<cite>a</cite>", (Emphasis((A,)),)),
        ("<b><i>a</i></b>", (Strong((Emphasis((A,)),)),)),
        ("<span>a</span><u>b</u>", (Text("ab"),)),
        ("<code>a</code><kbd>b</kbd>", (Code("a"), Code("b"))),
        ("<code>  </code>a", (A,)),
        ("<b> </b>a<i></i>", (A,)),
        ("a<b> </b>b", (Text("a b"),)),
        (" a <b> b </b> c ", (Text("a "), Strong((Text("b "),)), Text("c"))),
        ("a <b>b</b>", (Text("a "), Strong((B,)))),
        ("渡\xad轮", (Text("渡轮"),)),
        ("", ()),
        (" \xa0\u200b ", ()),
        ("<br><br>", ()),
        ("a\x00b", (Text("ab"),)),
    ],
)
def test_spans(markup: str, found: tuple[Inline, ...]) -> None:
    assert read(markup) == found


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https://b.example/y", "https://b.example/y"),
        ("/y", "https://a.example/y"),
        ("y?z=1#part", "https://a.example/news/y?z=1#part"),
        (" //b.example/y ", "https://b.example/y"),
        ("mailto:desk@a.example", "mailto:desk@a.example"),
        ("https://пример.example/ы", "https://xn--e1afmkfd.example/%D1%8B"),
        ("", None),
        ("#part", None),
        ("javascript:alert(1)", None),
        ("JAVASCRIPT:alert(1)", None),
        ("java\tscript:alert(1)", None),
        ("&#106;avascript:alert(1)", None),
        ("data:text/html,x", None),
        ("vbscript:x", None),
        ("file:///etc/passwd", None),
        ("tel:+123", None),
        ("http:\\\\evil.example", None),
        ("https://[x", None),
        ("https://a.example/" + "x" * 20_000, None),
    ],
)
def test_links(href: str, url: str | None) -> None:
    assert read(f"<a href='{href}'>a</a>") == ((Link(url, (A,)),) if url else (A,))


def test_a_link_without_words_is_none() -> None:
    assert read("a<a href=/y> </a>b") == (Text("a b"),)
    assert read("<a href=/y></a>") == ()


def test_a_relative_link_without_a_base_is_text() -> None:
    assert read("<a href=/y>a</a>", None) == (A,)


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>", (Ruby("漢字", "かんじ"),)),
        ("<ruby><rb>港</rb><rp>(</rp><rt>gǎng</rt><rp>)</rp></ruby>", (Ruby("港", "gǎng"),)),
        ("<ruby>港</ruby>", (Text("港"),)),
        ("<ruby><rt>gǎng</rt></ruby>", (Text("gǎng"),)),
        ("<ruby></ruby>", ()),
    ],
)
def test_ruby(markup: str, found: tuple[Inline, ...]) -> None:
    assert read(markup) == found


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("a<br>b", (A, Break(), B)),
        ("a <br> b", (A, Break(), B)),
        ("a<br><br>b", (A, Break(), Break(), B)),
        ("a<br> <br><br>\n<br>b", (A, Break(), Break(), B)),
        ("<br>a<br>", (A,)),
        ("<b>a<br></b>", (Strong((A,)),)),
    ],
)
def test_breaks(markup: str, found: tuple[Inline, ...]) -> None:
    assert read(markup) == found


def test_what_is_excluded_is_left_out() -> None:
    root = tree_of("<p>a<b>b</b></p>")
    first(root, "b").excluded = True
    assert spans(first(root, "p").children, None) == (A,)


TEXTS = st.text(alphabet=" \n\u3000ab渡ع", max_size=5).map(Text)
INLINES: st.SearchStrategy[Inline] = st.recursive(
    st.one_of(TEXTS, st.just(Break()), st.just(Code("c")), st.just(Ruby("漢", "かん"))),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda children: Strong(tuple(children))),
        st.lists(inner, max_size=3).map(lambda c: Link("https://a.example/", tuple(c))),
    ),
    max_leaves=8,
)


def test_a_space_after_a_wide_space_goes() -> None:
    spaced = [Strong((Text("a\u3000"), Text(" "))), Code("c")]
    assert tidy(spaced) == (Strong((Text("a\u3000"),)), Code("c"))


@given(st.lists(INLINES, max_size=5))
def test_tidying_keeps_every_letter_and_is_done_once(children: list[Inline]) -> None:
    once = tidy(children)
    assert "".join(inline_text(once).split()) == "".join(inline_text(children).split())
    assert tidy(once) == once
    assert inline_text(once).strip(" \n") == inline_text(once)
    assert "  " not in inline_text(once)


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("a<a href=#n4><span>4</span></a>", (A, Superscript((Text("4"),)))),
        ("a<a href=#n4>[4]</a>", (A, Superscript((Text("[4]"),)))),
        ("a<a href=#n>*</a>", (A, Superscript((Text("*"),)))),
        ("a<sup><a href=#n4>4</a></sup>", (A, Superscript((Text("4"),)))),
        ("a<a href=#n4><sup>4</sup></a>", (A, Superscript((Text("4"),)))),
        ("a<a href=#n>b</a>", (Text("ab"),)),
        ("a<a href=#n>2031</a>", (Text("a2031"),)),
        ("a<a href=#n></a>", (A,)),
    ],
)
def test_numbers_of_notes_stand_above_the_line(markup: str, found: tuple[Inline, ...]) -> None:
    assert read(markup) == found
