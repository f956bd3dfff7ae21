"""The Markdown writer: what it was given comes out on every host, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from mirrorpress.model.blocks import (
    Block,
    Break,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Ruby,
    Rule,
    Strong,
    Struck,
    Subscript,
    Superscript,
    Table,
    Text,
)
from mirrorpress.render import markdown as md
from mirrorpress.render import markdown_body, web_body
from mirrorpress.render.characters import clean
from mirrorpress.render.words import words
from pace import many
from render.hosts import GITHUB, HOSTS, Host, found_in
from render.pages import outline, shown
from render.samples import p, row, text

WORDS = words("en")
AS_HTML = web_body.BodyWriter("x.html", {}, WORDS)
AS_MARKDOWN = markdown_body.BodyWriter("x.md", {}, WORDS)

TEXTS = [
    ("plain words, with a comma.", "plain words, with a comma."),
    ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
    ("![x](https://a.example/p.png)", r"\!\[x\](https:/<wbr>/a.example/p.png)"),
    ("`code` *em* _em_ ~~no~~", r"\`code\` \*em\* \_em\_ \~\~no\~\~"),
    ("a | b", r"a \| b"),
    ("<!-- no --> <b>x</b>", r"\<!-- no --> \<b>x\</b>"),
    ("&amp; &#65; R&D & co", r"\&amp; \&\#65; R\&D & co"),
    ("http://a.example", "http:/<wbr>/a.example"),
    ("see WWW.a.example", "see WWW<wbr>.a.example"),
    ("a@b.example, @name", "a@<wbr>b.example, @<wbr>name"),
    (":fire: 10:30:45 :100:", ":<wbr>fire: 10:30:45 :<wbr>100:"),
    ("$5 and $6", r"\$<wbr>5 and \$<wbr>6"),
    ("#12 !34 a!", r"\#12 \!34 a\!"),
    ("[^1] [ ] [x] [[wiki]] [TOC]",
     r"\[^1\] \[ \] \[x\] \[<wbr>\[wiki\]\] \[<wbr>TOC\]"),
    ("back\\slash \\* \\", r"back\\slash \\\* \\"),
    ("^x a^b ^", r"\^x a^b \^"),
    ("{{ site.x }} {: .a}", r"\{\{ site.x }} \{: .a}"),
    (" two  spaces\n\tand lines \u2028", " two spaces and lines "),
    ("\u202eabc\u0000\ufeff", "abc"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), TEXTS)
def test_text(value: str, expected: str) -> None:
    assert md.text(value) == expected


STARTS = [
    ("# 1", r"\# 1"),
    ("- a", r"\- a"),
    ("+ a", r"\+ a"),
    ("* a", r"\* a"),
    ("> a", r"\> a"),
    ("1. May", r"1\. May"),
    ("12) a", r"12\) a"),
    ("2026.5 a", "2026.5 a"),
    ("---", r"\---"),
    ("===", r"\==="),
    ("    four spaces", "four spaces"),
    ("~~~", r"\~\~\~"),
    (": definition", r"\: definition"),
    ("| a |", r"\| a \|"),
    ("[a]: b", r"\[a\]: b"),
]


@pytest.mark.parametrize(("value", "expected"), STARTS)
def test_start_of_a_line(value: str, expected: str) -> None:
    assert md.paragraph(value) == expected


STRESSED = [
    (text("a ", Strong(text("bold")), " b"), "a **bold** b"),
    (text("中", Strong(text("粗体")), "文"), "中**粗体**文"),
    (text(Strong(text("“你好。”")), "然后"), "<strong>“你好。”</strong>然后"),
    (text(Strong(text("A sentence.")), " Another."), "**A sentence.** Another."),
    (text(Strong(text("a")), Emphasis(text("b"))), "<strong>a</strong>*b*"),
    (text(Emphasis(text("a ", Strong(text("b")), " c"))), "<em>a **b** c</em>"),
    (text("2*3", Emphasis(text("x"))), r"2\*3*x*"),
    (text(Strong(text(" spaced "))), "<strong> spaced </strong>"),
    (text("a", Strong(()), "b"), "ab"),
    (
        text("costs ", Struck(text("10 ", Strong(text("*")))), "20"),
        "costs <s>10 <strong>\\*</strong></s>20",
    ),
]


# Spaces of Unicode are as spaces to a host; of the others, hosts differ.
UNSEEN = "\u00a0\u1680\u2003\u2009\u202f\u3000\u200b\u00ad\u2060"


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.name)
@pytest.mark.parametrize("unseen", UNSEEN, ids=ascii)
def test_no_asterisk_is_shown_beside_unseen_characters(unseen: str, host: Host) -> None:
    for inner in (f"{unseen}x", f"x{unseen}", f"{unseen}x{unseen}", f"“x”{unseen}"):
        for stressed in (Strong(text(inner)), Emphasis(text(inner))):
            for line in (text(stressed), text("a ", stressed, " b"), text(f"a{unseen}", stressed)):
                assert "*" not in host.show(markdown_body.InlineWriter()(line))


@pytest.mark.parametrize(("children", "expected"), STRESSED)
def test_emphasis_is_marked_only_where_marks_are_read(
    children: tuple[Inline, ...], expected: str
) -> None:
    assert markdown_body.InlineWriter()(children) == expected


ADDRESSES = [
    ("https://a.example/x?a=1&b=2", "[t](https://a.example/x?a=1&b=2)"),
    ("https://a.example/(x)", r"[t](https://a.example/\(x\))"),
    ("https://a.example/?a&copy;=1", r"[t](https://a.example/?a\&copy;=1)"),
    ("mailto:a@b.example", "[t](mailto:a@b.example)"),
    ("https://a.example/a b`c", "[t](https://a.example/a%20b%60c)"),
    ("javascript:alert(1)", "t"),
    ("data:text/html,x", "t"),
    ("//a.example", "t"),
    ("README.md", "t"),
    ("", "t"),
]


@pytest.mark.parametrize(("address", "expected"), ADDRESSES)
def test_links_lead_only_to_the_web_or_to_mail(address: str, expected: str) -> None:
    assert md.link("t", address) == expected


@pytest.mark.parametrize(
    "path", ["https://a.example/p.png", "//a.example/p.png", "/p.png", "a b", ""]
)
def test_pictures_and_pages_are_those_of_the_edition(path: str) -> None:
    with pytest.raises(ValueError, match="not a path inside an edition"):
        md.image("x", path)
    with pytest.raises(ValueError, match="not a path inside an edition"):
        md.page_link("x", path)


@pytest.mark.parametrize("alt", ["^a", "^[a]", "[^1]: a", "a^", "![", "]("])
@pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.name)
def test_the_text_of_a_picture_is_shown_as_it_is(host: Host, alt: str) -> None:
    """GitLab reads "^[…]" and "[^…]" as notes."""
    page = LexborHTMLParser(host.show(f"{md.image(alt, 'pictures/a.webp')}\n"))
    (picture,) = page.css("img")
    assert picture.attributes["alt"] == alt
    assert page.css("sup, section, a") == []


def test_a_fence_is_longer_than_any_inside() -> None:
    assert md.fence("a\n````\nb").startswith("`````\n")


def test_html_in_markdown_has_no_blank_line_to_end_it() -> None:
    assert "\n" not in md.html(Markup("<table>\n\n<tr></tr></table>"))


LISTS = [
    (ListBlock(True, (ListItem((p("a"),)), ListItem((p("b"),))), start=9), "9. a\n10. b"),
    (ListBlock(False, (ListItem((p("a"), ListBlock(True, (ListItem((p("b"),)),)))),)),
     "- a\n  1. b"),
    (ListBlock(False, (ListItem((p("a"), p("b"))), ListItem((p("c"),)))), "- a\n\n  b\n\n- c"),
    (ListBlock(False, (ListItem((Rule(),)),)), "- ___"),
]  # fmt: skip


@pytest.mark.parametrize(("block", "expected"), LISTS)
def test_lists(block: ListBlock, expected: str) -> None:
    assert AS_MARKDOWN.body((block,)) == expected


def test_lists_side_by_side_stay_two() -> None:
    lists = tuple(ListBlock(False, (ListItem((p(name),)),)) for name in "abc")
    assert AS_MARKDOWN.body(lists) == "- a\n\n* b\n\n- c"


def test_a_table_with_spans_is_html() -> None:
    wide = Table((Row((Cell(text("a|b <i>"), header=True, colspan=2),)), row("c", "d@e.example")))
    printed = AS_MARKDOWN.body((wide,))
    assert '<th scope="col" colspan="2">a|b &lt;i&gt;</th>' in printed
    assert "d@<wbr>e.example" in printed


# What follows holds for any text, on every host.

NASTY = [
    "http:", "https://", "www.", "a.example", "@", ":", ":fire:", "`", "``", "*", "**", "_", "__",
    "[", "]", "(", ")", "](", "![", "[[", "[^1]", "[x]:", "<", ">", "<b>", "</p>", "<!--", "-->",
    "<script>", "!", "\\", "#", "## ", "- ", "+ ", "1. ", "2) ", "|", "~", "~~", "$", "$$", "&",
    "&amp;", "&#65;", "&copy", "{", "{{", "}", "=", "===", "---", "___", "```", "~~~", ": ", ">>>",
    "mailto:", "a@b.example", "[toc]", "GH-1", "a", "7", "。", "“", "你", "ن", "é", " ", "  ", "\n",
    "\t", "\u00a0", "\u200d", "\u202e", "\u2067", "\u0000", "\ufeff", "😀", "\"", "'", "%", "^",
]  # fmt: skip
strings = st.one_of(
    st.lists(st.sampled_from(NASTY), max_size=7).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
addresses = st.sampled_from(
    [
        "https://a.example/x",
        "http://a.example/(a)_b*c?d=1&e=2",
        "mailto:a@b.example",
        "javascript:x",
    ]
)
inlines: st.SearchStrategy[Inline] = st.recursive(
    st.one_of(
        strings.map(Text),
        strings.filter(str.strip).map(Code),
        st.builds(Ruby, st.just("云"), st.just("yún")),
        st.just(Break()),
    ),
    lambda inner: st.one_of(
        st.builds(Emphasis, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Strong, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Struck, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Subscript, st.lists(inner, max_size=2).map(tuple)),
        st.builds(Superscript, st.lists(inner, max_size=2).map(tuple)),
    ),
    max_leaves=6,
)
links = st.builds(Link, addresses, st.lists(inlines, min_size=1, max_size=3).map(tuple))
lines = st.lists(st.one_of(inlines, links), max_size=4).map(tuple)
words_first = lines.map(lambda children: (Text("x"), *children))
blocks: st.SearchStrategy[Block] = st.recursive(
    st.one_of(
        st.builds(Paragraph, words_first),
        st.builds(Paragraph, strings.map(lambda value: (Text(value), Text("x")))),
        st.builds(Heading, st.integers(2, 6), words_first),
        st.builds(CodeBlock, strings),
        st.just(Rule()),
        st.lists(st.lists(words_first, min_size=2, max_size=2), min_size=2, max_size=3).map(
            lambda cells: Table(
                tuple(
                    Row(tuple(Cell(each, header=at == 0) for each in line))
                    for at, line in enumerate(cells)
                )
            )
        ),
    ),
    lambda inner: st.one_of(
        st.builds(Quote, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(
            ListBlock,
            st.booleans(),
            st.lists(
                st.lists(inner, min_size=1, max_size=3).map(lambda each: ListItem(tuple(each))),
                min_size=1,
                max_size=3,
            ).map(tuple),
            st.sampled_from([1, 3, 99]),
        ),
    ),
    max_leaves=5,
)


def check_that_hosts_show_the_blocks(body: tuple[Block, ...]) -> None:
    """The same elements, links and characters as in our own HTML, which has no Markdown in it."""
    markdown, expected = AS_MARKDOWN.body(body), outline(AS_HTML.body(body))
    for host in HOSTS:
        page = host.show(markdown)
        assert outline(page) == expected, host.name
        assert found_in(page) == [], host.name


bodies = st.lists(blocks, max_size=3).map(tuple)


@settings(max_examples=60)
@given(body=bodies)
@example(body=(p(Text("http:"), Text("//a.example")),))
@example(body=(p("wow!", Link("https://a.example/", text("x"))),))
@example(body=(p("a", Break(), "==="), p("b", Break(), "- c")))
@example(body=(p("x", Emphasis(text("http:", Code("\u202e"), "http:"))),))
@example(body=(p("x^", Link("https://a.example/x", text("http:"))),))
@example(body=(p("x", Link("https://a.example/x", text("^1"))),))
@example(body=(p("x:fire", Strong(()), Subscript(text(Code("\u202d"))), ":"),))
@example(body=(p("x:fire", Link("javascript:x", text(":")), " w", Link("ftp:x", text("ww."))),))
def test_hosts_show_the_blocks_and_nothing_else(body: tuple[Block, ...]) -> None:
    check_that_hosts_show_the_blocks(body)


@pytest.mark.slow
@settings(max_examples=many(300, 2000))
@given(body=bodies)
def test_hosts_show_many_blocks_and_nothing_else(body: tuple[Block, ...]) -> None:
    check_that_hosts_show_the_blocks(body)


@settings(max_examples=150)
@given(value=strings)
def test_hosts_show_the_characters(value: str) -> None:
    markdown = md.paragraph(f"x{value}x")
    for host in HOSTS:
        assert shown(host.show(markdown)) == clean(f"x{value}x"), host.name


def test_the_comparison_can_fail() -> None:
    """The same text unescaped does become markup, and what hosts look for is found."""
    naive = "see **this**, [x](https://a.example/) a@b.example :fire: [[w]]"
    page = GITHUB.show(naive)
    assert outline(page) != outline(AS_HTML.body((p(naive),)))
    assert len(found_in(page)) == 2
