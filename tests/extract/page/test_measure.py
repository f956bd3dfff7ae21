"""Measures: what weighs as running text, what is hidden, what a name excludes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.extract.page.measure import (
    _PLAIN,
    _PLAINEST,
    _SENTENCE,
    LONG,
    SHORTEST,
    _telling,
    is_excluded,
    is_hidden,
    measure,
    scale_of,
    weight_of,
)
from mirrorpress.extract.page.tree import parse
from trees import SENTENCE, first, named, tree_of

ZH = "港务处说，夜班渡轮下周一起恢复。"


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        (SENTENCE, False),
        ("Ночной паром снова выходит в море.", False),
        ("عودة العبّارة الليلية", False),
        (ZH, True),
        ("港湾局によると、フェリーは再開", True),
        ("항만청은 여객선이 운항한다고", True),
        ("港口 " + "The ferry sails again. ", False),
        ("", False),
    ],
)
def test_scale(text: str, wide: bool) -> None:
    assert (scale_of(parse(f"<p>{text}</p>")) > 1) is wide


@pytest.mark.parametrize(
    ("markup", "weighs"),
    [
        (f"<p>{SENTENCE}</p>", True),
        ("<p>" + "word " * 21 + "</p>", True),  # long, without punctuation
        ("<p>" + "word " * 18 + "</p>", False),
        ("<p>The ferry sails.</p>", False),
        ("<p>Harbour ferry winter timetable</p>", False),
        ("<p>The night ferry sails again.</p>", True),
        ("<p>Ночной паром снова выходит в море.</p>", True),
        ("<p>قالت إدارة الميناء إن العبّارة، الليلية ستعود</p>", True),
        (f"<p>{ZH}</p>", True),
        ("<p>渡轮复航</p>", False),
        (f"<p><a href=x>{SENTENCE}</a></p>", False),
        (f"<p>{SENTENCE}<a href=x>read on</a></p>", True),
        (f"<p>{SENTENCE}<a href=x>{SENTENCE}</a></p>", True),
        (f"<p>{SENTENCE[:60]}<a href=x>{SENTENCE}</a></p>", False),
        (f"<p><a name=x>{SENTENCE}</a></p>", True),
        (f"<h2>{SENTENCE}</h2>", False),
        (f"<figcaption>{SENTENCE}</figcaption>", False),
        (f"<div><b><i>{SENTENCE}</i></b></div>", True),
        (f"<p><mjx-container>{SENTENCE}</mjx-container></p>", True),
    ],
)
def test_lines_that_weigh(markup: str, weighs: bool) -> None:
    assert (tree_of(f"<body>{markup}</body>").prose > 0) is weighs


def test_white_space_has_no_weight() -> None:
    """However far a template is indented."""
    space = "\n" + " " * 200
    links = f"{space}<a href=/1>One</a>{space}<a href=/2>Two</a>{space}"
    root = tree_of(f"<body><div>{links}</div>{space}<p>{space}{SENTENCE}{space}</p></body>")
    (box,) = root.find("div")
    (paragraph,) = root.find("p")
    assert (box.size, box.links, box.line) == (6, 6, 0)
    assert paragraph.line == len(SENTENCE.strip())
    assert root.size == 6 + len(SENTENCE.strip())


def test_the_bounds_of_a_line() -> None:
    """Exactly at the bounds: `SHORTEST` with a full stop, `LONG` without."""
    assert first(tree_of("<p>" + "x" * (SHORTEST - 1) + ".</p>"), "p").line == SHORTEST
    assert first(tree_of("<p>" + "x" * (SHORTEST - 2) + ".</p>"), "p").line == 0
    assert first(tree_of("<p>" + "x" * LONG + "</p>"), "p").line == LONG
    assert first(tree_of("<p>" + "x" * (LONG - 1) + "</p>"), "p").line == 0


def test_sizes_and_links() -> None:
    root = tree_of("<div id=d>one <a href=x>two<b>three</b></a><p>four</p></div>")
    div = named(root, "d")
    assert (div.size, div.links) == (len("onetwothreefour"), len("twothree"))
    assert first(root, "b").inline
    assert first(root, "a").inline
    assert not div.inline


def test_the_text_of_a_card_that_is_a_link_weighs_nothing() -> None:
    root = tree_of(f"<div id=x><a href=/x><h3>Ferry</h3><p id=y>{SENTENCE}</p></a></div>")
    assert named(root, "x").prose == named(root, "y").line == 0


@pytest.mark.parametrize("link", ["<a name=top>", "<a href=#top>" + f"<p>{SENTENCE}</p>" * 20])
def test_a_link_around_a_whole_text_leaves_its_weight(link: str) -> None:
    assert named(tree_of(f"<div id=x>{link}<p>{SENTENCE}</p></a></div>"), "x").prose > 0


LONG_LINE = SENTENCE * 3


@pytest.mark.parametrize(
    ("markup", "weighs"),
    [
        (f"<h4>{LONG_LINE}</h4>" * 3, True),
        (f"<h4>{LONG_LINE}</h4>", True),  # all of the page's text
        (f"<h4>{LONG_LINE}</h4><h4>The quay</h4>" * 3, True),
        (f"<h4>{LONG_LINE}</h4><p>{LONG_LINE * 2}</p>", False),  # a line ahead of the text
        (f"<h4>{LONG_LINE}</h4><p>{LONG_LINE * 6}</p>" * 3, False),  # headings of a long story
        (f"<h4>{LONG_LINE}</h4><div hidden>{LONG_LINE * 6}</div>", False),
        ("<h4>The night ferry returns on Monday</h4>" * 9, False),  # headings
        (f"<h4><a href=/x>{LONG_LINE}</a></h4>" * 3, False),  # teasers
        (f"<h1>{LONG_LINE}</h1>" * 3, False),
    ],
)
def test_a_text_that_is_set_in_headings_weighs(markup: str, weighs: bool) -> None:
    root = tree_of(f"<div id=x>{markup}</div>")
    assert root.has("h4", "h1") is not weighs
    assert (named(root, "x").elements()[0].prose > 0) is weighs


def test_a_list_item_weighs_less_than_a_paragraph_unless_it_is_long() -> None:
    short = tree_of(f"<ul><li>{SENTENCE}</ul><p>{SENTENCE}</p>")
    assert first(short, "li").line < first(short, "p").line / 2
    long = tree_of(f"<ul><li>{SENTENCE * 3}</ul><p>{SENTENCE * 3}</p>")
    assert first(long, "li").line == first(long, "p").line


def test_what_is_excluded_weighs_but_gives_nothing_to_its_parent() -> None:
    root = tree_of(f"<div id=d><div class=newsletter id=n>{SENTENCE}</div><p>{SENTENCE}</p></div>")
    assert named(root, "n").prose > 0
    assert named(root, "d").prose == first(root, "p").prose


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        ("hidden", True),
        ("hidden=''", True),
        ("style='display:none'", True),
        ("style='color:red; DISPLAY : none !important'", True),
        ("style='visibility:hidden'", True),
        ("aria-hidden=true", True),
        ("aria-hidden=false", False),
        ("style='display:block'", False),
        ("style", False),
        ("style='background:url(display-none.png)'", False),
        ("class=hidden", False),
        ("data-hidden", False),
    ],
)
def test_hidden(attributes: str, hidden: bool) -> None:
    assert is_hidden(first(parse(f"<div {attributes}>x</div>"), "div")) is hidden


@pytest.mark.parametrize(
    ("attributes", "excluded"),
    [
        ("hidden", True),
        ("style='display: none'", True),
        ("class=sr-only", True),
        ("class='share-button related'", False),  # names of boxes say nothing of words
        ("class=mwe-math-mathml-inline style='display: none'", True),  # a picture shows it
        ("aria-hidden=true", False),
        ("", False),
    ],
)
def test_words_of_a_line_that_are_not_shown(attributes: str, excluded: bool) -> None:
    page = parse(f"<p>The fare is <span {attributes}>not</span> 20 crowns<i {attributes}>: </i>.")
    measure(page, 1.0)
    assert first(page, "span").excluded is excluded
    assert not first(page, "i").excluded
    assert first(page, "p").inline is False


def test_a_picture_that_screen_readers_skip_is_shown() -> None:
    assert not is_hidden(first(parse("<img aria-hidden=true>"), "img"))


@pytest.mark.parametrize(
    ("markup", "excluded"),
    [
        ("<footer>", True),
        ("<button>", True),
        ("<div>", False),
        ("<div class=story>", False),
        ("<div class='related-posts'>", True),
        ("<div class='related article-body'>", False),
        ("<div id=comments>", True),
        ("<div class=thread>", False),
        ("<div class=adventure>", False),
        ("<div class='top ad wide'>", True),
        ("<article class=sidebar>", False),
        ("<p class=share>", False),
        ("<section class=share>", True),
        ("<div role=navigation>", True),
        ("<div role=main>", False),
        ("<div data-ad-slot=1>", True),
        ("<div data-newsletter>", True),
        ("<div data-id=newsletter>", False),
        ("<div data-address>", False),
        ("<div x-newsletter>", False),
        ("<iframe class=cookieconsent-optin-marketing>", False),
        ("<iframe class=newsletter>", True),
        ("<div class=cookieconsent-optin-marketing>", True),
        ("<h3 id=nav_only_the_foil_stays>", False),
        ("<h3 id=related-posts>", False),
        ("<h3 class=related-posts id=nav_only>", True),
        ("<h3 class=related-posts>", True),
        ("<div itemprop=keywords>", True),
        ("<div itemprop=articleBody>", False),
        ("<div type=RelatedOneNews class=box>", True),
        ("<div type=Photo class=box>", False),
        ("<section aria-labelledby=article-byline>", True),
        ("<section aria-labelledby=recommendations-heading>", True),
        ("<section aria-labelledby=what-we-know>", False),
        ('<section class=x aria-label="Related articles">', True),
        ('<div aria-label="Newsletter Anmeldung">', True),
        ('<ul aria-label="À lire aussi">', True),
        ('<div aria-label="Article content">', False),
        ('<article aria-label="Newsletter of the port is back">', False),
        ('<figure aria-label="Search results on a screen">', False),
        ("<div aria-label>", False),
        ("<section class=x1 data-testid=related-articles>", True),
        ("<div data-component=newsletter>", True),
        ("<div data-cy=ShareIcons>", True),
        ("<ul data-qa=breadcrumb>", True),
        ("<div data-testid=article-body>", False),
        ("<article data-cy=teaser>", False),
        ("<figure data-module=comments>", False),
        ("<div data-topic=newsletter>", False),
        ("<div data-component>", False),
        ("<div hidden>", True),
        ("<div hidden class='pull-quote'>", False),
        ("<body class=sidebar>", False),
        ("<div class=''>", False),
        ("<div class='" + "x " * 5000 + "'>", False),
    ],
)
def test_excluded(markup: str, excluded: bool) -> None:
    tag = markup[1:-1].split()[0]
    assert is_excluded(first(parse(markup), tag)) is excluded


def test_inline_elements_are_never_excluded() -> None:
    root = tree_of("<p>The <span class=share>word</span></p><div class=share>x</div>")
    assert not first(root, "span").excluded
    assert first(root, "div").excluded


def test_what_is_passed_over_as_plain_says_nothing() -> None:
    assert _telling(tuple(_PLAINEST)) == _PLAIN


PUNCTUATED = re.compile(r"[.,;:!?…][\s\"'”’»)]|[.!?…]$|[。，！？；、：،؛؟।…]")


@given(st.text("ab .,:!?…\"'”)\n。、،।", max_size=8))
def test_sentences_are_known_by_their_marks(text: str) -> None:
    assert (_SENTENCE.search(text) is None) is (PUNCTUATED.search(text) is None)


@pytest.mark.parametrize(("text", "weight"), [("", 0), ("abcd", 4), ("été", 3), ("渡口", 4.4)])
def test_weight(text: str, weight: float) -> None:
    assert weight_of(text) == pytest.approx(weight)


@pytest.mark.parametrize(
    ("style", "is_line"),
    [
        ("display:block", True),
        ("color: red; DISPLAY: Block", True),
        ("display:inline-block", False),
        ("display:inline", False),
        ("", False),
    ],
)
def test_a_span_that_is_shown_as_a_block_is_a_line_of_its_own(style: str, is_line: bool) -> None:
    root = tree_of(f"<main><span style='{style}'>{SENTENCE}</span>{SENTENCE}</main>")
    measure(root, 1.0)
    assert first(root, "main").elements()[0].inline is not is_line
