"""Markup to text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.discover import markup
from pace import within


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("plain", "plain"),
        ("  two\n\twords ", "two words"),
        ("AT&amp;T <b>falls</b>", "AT&T falls"),
        ("5 < 6 & 7 > 3", "5 < 6 & 7 > 3"),
        ("&lt;b&gt; is a tag", "<b> is a tag"),
        ("caf&eacute;&nbsp;noir", "café noir"),
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<P CLASS='x'>One<BR/>Two</P>", "One\nTwo"),
        ("one<br>two<hr>three", "one\ntwo\nthree"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n3"),
        ("a<script>alert(1)</script>b<style>p{}</style>c", "abc"),
        ("a<script>alert('</p>')//", "a"),
        ("x<!-- <p>hidden</p> -->y", "xy"),
        ("<img src=x onerror=alert(1)>seen", "seen"),
        ("<img alt='a > b'>seen", "seen"),
        ("<a title='1 > 0' href=\"x\">link</a>", "link"),
        ("a<iframe src='x'/> b", "a b"),
        ("<b>unclosed", "unclosed"),
        ("</p>stray", "stray"),
        ("新聞\u3000標題", "新聞\u3000標題"),
        ("don\x92t", "don’t"),
        ("a\x00b\x07c\ufeffd", "abcd"),
        ("a\u2028b", "a b"),
        ("", ""),
        ("<p> </p>", ""),
        ("<template>no</template><title>no</title>yes", "yes"),
        ("&#0;&#xD800;&#x110000;", "\ufffd\ufffd\ufffd"),
    ],
)
def test_paragraphs(source: str, said: str) -> None:
    assert markup.paragraphs(source) == said
    assert markup.line(source) == said.replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 < 6", False),
        ("a & b", False),
        ("<placeholder>", False),
        ("List<String> of <T>", False),
        ("<b>", True),
        ("</P >", True),
        ("<br/>", True),
        ("&amp;", True),
        ("&#8217;", True),
        ("<!-- x", True),
        ("plain", False),
    ],
)
def test_looks_like_markup(text: str, expected: bool) -> None:
    assert markup.looks_like_markup(text) is expected


TAGS = "<p> </p> <br> <b> </b> <a href='x'> </a> <div class=\"y\"> </div> <li> <span> <h2>"
WORDS = ("a", " ", "\n", "&amp;", "&lt;", "字", "<img src='x'>")
PIECES = st.lists(
    st.sampled_from([*WORDS, *re.findall(r"<[^>]*>", TAGS)]),
    max_size=30,
).map("".join)


@given(PIECES)
def test_the_short_way_says_what_the_parser_says(source: str) -> None:
    """A comment is nothing to read, and makes the parser do the work. (Where a line ends may
    differ: a stray end tag is nothing to the parser.)"""
    short, long = markup.paragraphs(source), markup.paragraphs(source + "<!---->")
    assert "".join(short.split()) == "".join(long.split())


@given(st.text(max_size=200) | PIECES)
def test_text_is_clean_whatever_comes(source: str) -> None:
    said = markup.line(source)
    assert said == said.strip()
    assert "\n" not in said
    assert markup.plain(said) == said


def test_depth_costs_nothing() -> None:
    with within(2):
        assert markup.paragraphs("<div>" * 200_000 + "deep") == "deep"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<a href='/x?a=1&amp;b'>", "<a href='https://a.example/x?a=1&amp;b'>"),
        ('<img src="../p.png">', '<img src="https://a.example/p.png">'),
        ('<a href="https://b.example/">', '<a href="https://b.example/">'),
        ('<a href="//b.example/">', '<a href="//b.example/">'),
        ('<a href="javascript:x">', '<a href="javascript:x">'),
        ('<a href="#top">', '<a href="#top">'),
        (
            "<iframe src='https://v.example/' />after",
            "<iframe src='https://v.example/'></iframe>after",
        ),
    ],
)
def test_markup_for_extraction(source: str, expected: str) -> None:
    assert markup.to_extract(source, "https://a.example/news/feed") == expected
