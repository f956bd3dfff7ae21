"""Headlines: which heading shows the title, what is the subtitle, what stands above."""

from __future__ import annotations

import pytest

from mirrorpress.extract.body.find import Body
from mirrorpress.extract.body.headline import (
    bare_subtitle,
    headline_of,
    silence_above,
    subtitle_after,
)
from mirrorpress.extract.fields.metadata import read_metadata
from mirrorpress.extract.page.head import PageHead
from mirrorpress.extract.page.tree import Element
from trees import SENTENCE, first, named, tree_of

TITLE = "Ferry resumes"
CORE = f"<div id=core><p>{SENTENCE * 8}</p></div>"


def found(markup: str, title: str = TITLE) -> Element | None:
    root = tree_of(markup)
    return headline_of(root.walk(), named(root, "core"), title)


@pytest.mark.parametrize(
    ("markup", "title", "identifier"),
    [
        (f"<h1 id=a>Ferry resumes</h1>{CORE}", TITLE, "a"),
        (f"<h2 id=a>FERRY – resumes!</h2>{CORE}", TITLE, "a"),
        (f"<h1 id=a>渡轮，复航</h1>{CORE}", "渡轮复航", "a"),
        (f"<h1 id=a>Паром снова выходит</h1>{CORE}", "паром снова выходит", "a"),
        (f"<h1 id=a>Ferry resumes</h1><h1 id=b>Ferry resumes</h1>{CORE}", TITLE, "b"),
        (f"<h1 id=a>Ferry resumes</h1><div id=core><h1 id=b>Ferry resumes</h1>{SENTENCE}</div>",
         TITLE, "a"),
        (f"<div id=core><h1 id=a>Ferry resumes</h1>{SENTENCE}<h2>Ferry resumes</h2></div>",
         TITLE, "a"),
        (f"<h1 id=a><b>Exclusive</b> The night ferry resumes</h1>{CORE}",
         "The night ferry resumes", "a"),
        (f"<h1>Ferry resumes again</h1>{CORE}", TITLE, None),
        (f"<h3>Ferry resumes</h3>{CORE}", TITLE, None),
        (f"<p>Ferry resumes</p>{CORE}", TITLE, None),
        (f"<h1></h1>{CORE}", "", None),
        (f"<h1>Ferry</h1>{CORE}", "", None),
        (CORE, TITLE, None),
    ],
)  # fmt: skip
def test_headlines(markup: str, title: str, identifier: str | None) -> None:
    headline = found(markup, title)
    assert (headline.get("id") if headline else None) == identifier


LINE = "Every night one boat sails to Marrin"
DESCRIPTION = "One boat a night sails to Marrin from May"


def subtitle(after: str, description: str = DESCRIPTION) -> str | None:
    root = tree_of(f'<meta name=description content="{description}"><h1>{TITLE}</h1>{after}')
    core = named(root, "core") if any(e.get("id") == "core" for e in root.walk()) else root
    elements = tuple(root.walk())
    head = PageHead(elements)
    body = Body(core, core.prose, 1.0, elements, head)
    meta = read_metadata(elements, head, (), None)
    element = subtitle_after(body, first(root, "h1"), meta)
    return element.text() if element else None


@pytest.mark.parametrize(
    "markup",
    [
        f"<p class=standfirst>{LINE}</p>",
        f"<div class='article__subtitle'>{LINE}</div>",
        f"<h2 class=deck>{LINE}</h2>",
        f"<p class=chapo>{LINE}</p>",
        f"<p class=zhaiyao>{LINE}</p>",
        f"<p itemprop=description>{LINE}</p>",
        f"<h2>{LINE}</h2>",
        f"<div class=meta>4 May 2031</div><p class=summary>{LINE}</p>",
    ],
)
def test_subtitles(markup: str) -> None:
    assert subtitle(markup + CORE) == LINE


def test_the_first_paragraph_of_a_copy_that_is_left_out_is_no_subtitle() -> None:
    lines = f"<p>{DESCRIPTION}</p><p>{SENTENCE * 3}</p>"
    hidden = f"<div role=navigation>{lines}</div>"
    other = f"<div role=navigation><p>{DESCRIPTION}</p><p>Others.</p></div>"
    core = f"<div id=core>{lines}<p>{SENTENCE * 9}</p></div>"
    assert subtitle(hidden + core) is None
    assert subtitle(other + core) == DESCRIPTION


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{LINE}</p>",
        f"<h3>{LINE}</h3>",
        f"<p>x</p><h2>{LINE}</h2>",
        f"<p class=subscribe>{LINE}</p>",
        f"<p class=decker>{LINE}</p>",
        f"<ul class=summary><li>{LINE}</ul>",
        "<p class=standfirst>Too short</p>",
        f"<p class=standfirst>{'long ' * 170}</p>",
        f"<ul class=x><li>{LINE}</ul><div class=summary><ul><li>{LINE}</ul></div>",
        f"<p class=standfirst><a href=/y>{LINE}</a></p>",
        f"<p class=standfirst>{TITLE}</p>",
        f"<p class=standfirst>{TITLE}. PHOTO</p>",
        "<p class=hero__subtitle>RELATED READING</p>",
        f"<div class='standfirst newsletter'>{LINE}</div>",
        f"<p class=speakable-summary>{LINE}</p>",
        f"<span class=share-sub-label>{LINE}</span>",
        f"<div class=image-detail__description>{LINE}</div>",
        f"<div class=article-lead><img src=/p.jpg>{LINE}</div>",
        f"<p class=paywall__description>{LINE}</p>",
        f"<h3 class='subtitle toc'>{LINE}</h3>",
        f"<p>{SENTENCE * 2}</p><p class=summary>{LINE}</p>",
        "<i>x</i>" * 41 + f"<p class=standfirst>{LINE}</p>",
        "",
    ],
)
def test_what_is_no_subtitle(markup: str) -> None:
    assert subtitle(markup + CORE) is None


def test_a_subtitle_with_a_byline_in_it() -> None:
    elements = tuple(
        tree_of(f"<meta name=description content='{LINE}'><p>By Nia Okafor</p>").walk()
    )
    meta = read_metadata(elements, PageHead(elements), (), None)
    assert bare_subtitle(f"{LINE} By Nia Okafor 4 May 2031", meta) == LINE
    for text in (LINE, f"{LINE} It was the first time in years.", "Other"):
        assert bare_subtitle(text, meta) == text


def test_what_says_who_the_author_is_is_no_subtitle() -> None:
    by = "<div class=byline>By Nia Okafor</div>"
    note = "<div class=description>Nia Okafor has over ten years of ports behind her.</div>"
    assert subtitle(by + note + CORE) is None
    assert subtitle(note + CORE) is not None


def test_the_description_is_the_subtitle_where_it_is_shown_outside_the_text() -> None:
    assert subtitle(f"<p>{DESCRIPTION}</p>{CORE}") == DESCRIPTION
    assert subtitle(f"<div id=core><p>{DESCRIPTION}</p><p>{SENTENCE * 8}</p></div>") is None


def test_a_lead_is_the_subtitle_where_it_is_outside_the_text_or_described() -> None:
    assert subtitle(f"<div class=article-lead>{LINE}</div>{CORE}") == LINE
    inside = f"<div id=core><p class=lead>{{}}</p><p>{SENTENCE * 8}</p></div>"
    assert subtitle(inside.format(LINE)) is None
    assert subtitle(inside.format(DESCRIPTION)) == DESCRIPTION
    assert subtitle("<i>x</i>" * 50 + inside.format(DESCRIPTION)) == DESCRIPTION


LONG_DESCRIPTION = f"{DESCRIPTION} until the last week of September"


@pytest.mark.parametrize(
    "shown",
    [
        f"Lisquay. {LONG_DESCRIPTION}.",
        f"{LONG_DESCRIPTION}, the company says, and more of them than ever before.",
        LONG_DESCRIPTION[:-10],
    ],
)
def test_a_description_has_a_place_before_it_or_is_cut_short(shown: str) -> None:
    far = "<i>x</i>" * 150
    late = f"<p>It is known: every night, weekdays or not, {shown}</p>"
    assert subtitle(f"<div>{shown}</div>{CORE}", LONG_DESCRIPTION) == shown
    assert subtitle(f"{far}<p>{shown}</p>{CORE}", LONG_DESCRIPTION) == shown
    assert subtitle(late + CORE, LONG_DESCRIPTION) is None


def test_a_described_teaser_at_the_head_of_the_text_is_the_subtitle() -> None:
    inside = f"<div id=core>{{}}<p>{SENTENCE * 8}</p></div>"
    assert subtitle(inside.format(f"<div class=teaser>{DESCRIPTION}</div>")) == DESCRIPTION
    assert subtitle(inside.format(f"<div class=teaser>{LINE}</div>")) is None
    assert subtitle(inside.format(f"<div class=teaser hidden>{DESCRIPTION}</div>")) is None


def test_an_element_of_the_pages_own_holds_a_subtitle() -> None:
    assert subtitle(f"<harbour-html class=excerpt><div>{LINE}</div></harbour-html>{CORE}") == LINE
    assert subtitle(f"<harbour-html class=x><div>{LINE}</div></harbour-html>{CORE}") is None


def test_the_length_of_a_subtitle() -> None:
    """A Chinese one is short; one outside the text may be longer than most of a short text."""
    assert subtitle(f"<p class=deck>票价不变</p>{CORE}") is None
    assert subtitle(f"<p class=deck>票价不变船照开</p>{CORE}") == "票价不变船照开"
    long = ("long " * 90).strip()
    assert subtitle(f"<p class=deck>{long}</p>{CORE}") == long
    assert subtitle(f"<div id=core><p class=deck>{long}</p><p>{SENTENCE * 8}</p></div>") is None
    short = f"<div id=core><p>{SENTENCE}</p></div>"
    assert subtitle(f"<p class=deck>{LINE} {LINE}</p>{short}") == f"{LINE} {LINE}"


def test_a_line_of_names_and_dates_is_no_subtitle() -> None:
    line = "<p class=description>4 May 2031, 9:30 p.m.</p>"
    assert subtitle(f"{line}<p class=dek>{LINE}</p>{CORE}") == LINE


def test_the_opening_of_a_report_is_no_subtitle() -> None:
    line = f"<p class=description>LISQUAY (AP) — {LINE}.</p>"
    assert subtitle(f"{line}<p>{SENTENCE}</p>{CORE}") is None


def test_what_holds_the_body_is_no_subtitle() -> None:
    assert subtitle(f"<div class=description>{SENTENCE}{LINE}</div>") is None


def test_what_stands_above_the_headline_is_excluded_but_pictures() -> None:
    root = tree_of(
        "<div id=core><p id=crumbs>Port › News</p><figure id=f><img src=/p.jpg></figure>"
        f"<img id=pic src=/r.jpg><div id=box><img src=/q.jpg></div>"
        f"<div id=lead>{SENTENCE * 3}</div>"
        f"<header id=head><p id=label>Exclusive</p><h1>{TITLE}</h1><p id=below>x</p></header>"
        f"<p id=text>{SENTENCE}</p></div>"
    )
    silence_above(named(root, "core"), first(root, "h1"))
    excluded = {element.get("id") for element in root.walk() if element.excluded} - {""}
    assert excluded == {"crumbs", "label"}


def test_a_headline_outside_the_body_excludes_nothing() -> None:
    root = tree_of(f"<p>Port</p><h1>{TITLE}</h1><div id=core><p>x</p><p>{SENTENCE}</p></div>")
    before = [element.excluded for element in root.walk()]
    silence_above(named(root, "core"), first(root, "h1"))
    assert [element.excluded for element in root.walk()] == before
