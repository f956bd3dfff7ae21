"""Where the text begins outside of its container."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mirrorpress.extract import extract
from mirrorpress.extract.body.find import Body
from mirrorpress.extract.body.opening import is_subtitle, living, opening_of
from mirrorpress.extract.fields.metadata import read_metadata
from mirrorpress.extract.page.head import PageHead
from mirrorpress.extract.page.tree import Element
from mirrorpress.model.plain import block_text
from mirrorpress.model.site_rules import SiteRules
from pace import within
from trees import SENTENCE, first, named, tree_of

TITLE = "The night ferry resumes after the winter"
CORE = f"<div id=core><p>{SENTENCE * 8}</p></div>"
TEXT = "Every night one ferry sails to Marrin, and comes back before the sun is up."
MORE = "The winter was long, the harbour froze, and nobody knew when it would end."


def opening(markup: str, title: str = TITLE) -> tuple[Element, ...]:
    root = tree_of(f"<title>{title}</title>{markup}")
    elements = tuple(root.walk())
    head = PageHead(elements)
    core = named(root, "core")
    meta = replace(read_metadata(elements, head, (), None), bylines=("Ada Stone",))
    return opening_of(Body(core, core.prose, 1.0, elements, head), first(root, "h1"), meta)


def texts(markup: str, title: str = TITLE) -> list[str]:
    return [element.text() for element in opening(markup, title)]


@pytest.mark.parametrize(
    "markup",
    [
        f"<h1>{TITLE}</h1><div><p>{TEXT}</p><p>{MORE}</p></div>{CORE}",
        f"<header><h1>{TITLE}</h1></header><section><p>{TEXT}</p><h2>x</h2><p>{MORE}</p></section>"
        f"<main>{CORE}</main>",
        f"<article><div><h1>{TITLE}</h1><p>{TEXT}</p></div><div>{MORE}</div>{CORE}</article>",
        f"<h1>{TITLE}</h1><img src=/p.jpg><div><p>{TEXT}</p></div><div><p>{MORE}</p></div>{CORE}",
    ],
)
def test_paragraphs_between_the_headline_and_the_body(markup: str) -> None:
    assert texts(markup) == [TEXT, MORE]


def test_a_list_of_what_is_most_important() -> None:
    (found,) = opening(f"<h1>{TITLE}</h1><ul><li>{TEXT}</li><li>{MORE}</li></ul>{CORE}")
    assert found.tag == "ul"
    assert not is_subtitle([found])


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{TEXT}</p><h1>{TITLE}</h1>{CORE}",
        f"<div id=core><h1>{TITLE}</h1><p>{TEXT}</p><p>{SENTENCE * 8}</p></div>",
        f"<h1>{TITLE}</h1>{CORE}<p>{TEXT}</p>",
        f"<h1>{TITLE}</h1><aside><p>{TEXT}</p></aside>{CORE}",
        f"<h1>{TITLE}</h1><figure><img src=/p.jpg><p>{TEXT}</p></figure>{CORE}",
        f"<h1>{TITLE}</h1><div><div><img src=/p.jpg></div><p>{TEXT}</p></div>{CORE}",
        f"<h1>{TITLE}</h1><form><p>{TEXT}</p></form>{CORE}",
        f"<h1>{TITLE}</h1><div class=newsletter><p>{TEXT}</p></div>{CORE}",
        f"<h1>{TITLE}</h1><div class=author-bio><p>{TEXT}</p></div>{CORE}",
        f"<h1>{TITLE}</h1><div class=audio-player><p>{TEXT}</p></div>{CORE}",
        f"<h1>{TITLE}</h1><div><p><a href=/n>{TEXT}</a></p></div>{CORE}",
        f"<h1>{TITLE}</h1><div><p>The ferry resumes.</p></div>{CORE}",
        f"<h1>{TITLE}</h1><p>By Ada Stone, Harbour Ledger, published on 4 May 2031, 9:30 p.m.</p>"
        f"{CORE}",
        f"<h1>{TITLE}</h1><p>{TEXT} <button>Buy</button></p>{CORE}",
        f"<h1>{TITLE}</h1><p>We may earn money when you buy something from these links.</p>{CORE}",
        f"<h1>{TITLE}</h1><p>{TEXT * 30}</p>{CORE}",
        f"<h1>{TITLE}</h1>{f'<p>{TEXT}</p>' * 13}{CORE}",
        f"<h1>{TITLE}</h1>{'<b></b><p></p>' * 500}<p>{TEXT}</p>{CORE}",
    ],
)
def test_what_opens_no_text(markup: str) -> None:
    assert texts(markup) == []


def test_without_words_of_the_subject_nothing_opens_the_text() -> None:
    assert texts(f"<h1>Ferry resumes</h1><p>{TEXT}</p><p>{MORE}</p>{CORE}", "Ferry resumes") == []


def test_one_short_paragraph_is_a_subtitle() -> None:
    one = opening(f"<h1>{TITLE}</h1><p>{TEXT}</p>{CORE}")
    assert is_subtitle(one)
    assert not is_subtitle(opening(f"<h1>{TITLE}</h1><p>{TEXT}</p><p>{MORE}</p>{CORE}"))
    assert not is_subtitle(opening(f"<h1>{TITLE}</h1><p>{TEXT} {SENTENCE * 5}</p>{CORE}" * 2))
    assert not is_subtitle(opening(f"<h1>{TITLE}</h1><p>LISQUAY (AP) — {TEXT}</p>{CORE}"))
    assert not is_subtitle(())


def test_the_excluded_is_left_out() -> None:
    found = opening(f"<h1>{TITLE}</h1><div><p>{TEXT}</p></div><p>{MORE}</p>{CORE}")
    assert found[0].parent is not None
    found[0].parent.excluded = True
    assert [element.text() for element in living(found)] == [MORE]


PAGE = (
    f"<title>{TITLE}</title><body><article><h1>{TITLE}</h1><p class=standfirst>The first boat in "
    f"nine weeks</p><section class=a><p>{TEXT}</p><p>{MORE}</p></section><section class=b>"
    + "".join(f"<p>{i} {SENTENCE * 3}</p>" for i in range(12))
    + "</section></article>"
)


def test_the_article_begins_with_it() -> None:
    article = extract(PAGE)
    assert [block_text(block) for block in article.blocks[:2]] == [TEXT, MORE]
    assert len(article.blocks) == 14
    assert article.subtitle == "The first boat in nine weeks"


def test_one_is_the_subtitle_of_the_article() -> None:
    article = extract(PAGE.replace(f"<p>{MORE}</p>", "").replace("class=standfirst", "hidden"))
    assert article.subtitle == TEXT
    assert len(article.blocks) == 12


def test_a_body_that_rules_name_is_whole() -> None:
    rules = SiteRules(host="a.example", body=(".b",))
    assert len(extract(PAGE, "https://a.example/x", rules=rules).blocks) == 12


def test_time_is_bounded() -> None:
    deep = "<div>" * 50 + f"<p>{TEXT}</p><i></i>" + "</div>" * 50
    wide = f"<div><p>{TEXT}</p>{'<b><i></i></b>' * 5_000}</div>"
    page = f"<h1>{TITLE}</h1>{deep * 20}{wide * 4}{CORE}"
    with within(1):
        assert opening(page) == ()
