"""Names that stand alone, without a label."""

from __future__ import annotations

import pytest

from mirrorpress.extract.fields.signatures import beside_date, set_above, signed
from trees import SENTENCE, first, named, tree_of


@pytest.mark.parametrize(
    "markup",
    [
        "<p align=right><em>Anna Kern</em></p>",
        "<p align=right><strong>Anna Kern</strong> (Theo <em>AFP</em>)</p>",
        "<p style='text-align: right'><strong>Anna Kern</strong></p>",
        "<p class='has-text-align-right'>Anna Kern</p>",
        "<p class='text-right small'>  Anna Kern  </p>",
    ],
)
def test_signatures(markup: str) -> None:
    assert signed(first(tree_of(f"<p2>{SENTENCE}</p2>{markup}"), "p")) == "Anna Kern"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Anna Kern</p>",
        "<p align=left>Anna Kern</p>",
        "<p align=right>Kern</p>",
        "<p align=right>Lisquay, 4 May 2031</p>",
        "<p align=right>Lisquay, May</p>",
        "<p align=right>Anna Kern says no</p>",
        "<p align=right>Harbour Ledger Online</p>",
        "<p align=right>Anna Kern and her Friends of the Old Harbour Museum</p>",
        "<p align=right>. .</p>",
        "<p align=right></p>",
        "<div role=navigation><p align=right>Anna Kern</p></div>",
        "<div class=newsletter><p align=right>Anna Kern</p></div>",
        f"<p align=right>{SENTENCE}</p>",
    ],
)
def test_what_is_no_signature(markup: str) -> None:
    assert signed(first(tree_of(markup), "p")) == ""


def above(markup: str) -> list[str]:
    return [name for element in tree_of(markup).find("p") if (name := set_above(element))]


TEXT = f"<p>{SENTENCE * 2}</p>"


@pytest.mark.parametrize(
    "markup",
    [
        f"<div><p><strong>Anna Kern</strong></p>{TEXT}</div>",
        f"<div><p>&nbsp;</p><p> <b>Anna Kern</b></p>{TEXT}</div>",
        f"<div><h2>Quay</h2><p><em>Anna Kern</em></p><p></p>{TEXT}</div>",
    ],
)
def test_names_above_the_first_paragraph(markup: str) -> None:
    assert above(markup) == ["Anna Kern"]


@pytest.mark.parametrize(
    "markup",
    [
        f"<div><p>Anna Kern</p>{TEXT}</div>",
        f"<div>{TEXT}<p><b>Anna Kern</b></p>{TEXT}</div>",
        f"<div><p><b>Anna Kern</b> is late</p>{TEXT}</div>",
        f"<div><p><b>Anna</b> <b>Kern</b></p>{TEXT}</div>",
        "<div><p><b>Anna Kern</b></p><p>Short</p></div>",
        "<div><p><b>Anna Kern</b></p></div>",
        f"<div><p><b>The quay reopens today</b></p>{TEXT}</div>",
    ],
)
def test_what_is_no_name_above_a_text(markup: str) -> None:
    assert above(markup) == []


DATE = "<li>4 May 2031</li>"


@pytest.mark.parametrize(
    "markup",
    [
        f"<ul><li id=x>Anna Kern</li>{DATE}</ul>",
        f"<ul>{DATE}<li><b id=x>Anna B. Kern</b></li><li>Port</li></ul>",
        f"<ul>{DATE}<li></li><li><h4 id=x>Anna Kern</h4></li></ul>",
        "<div><div><p id=x>Anna Kern</p></div><time datetime=2031-05-04>4 May, 2031</time></div>",
        "<div><span>Published: 4 May 2031</span><span id=x>Anna Kern</span></div>",
    ],
)
def test_names_beside_a_date(markup: str) -> None:
    assert beside_date(named(tree_of(markup), "x")).startswith("Anna")


@pytest.mark.parametrize(
    "markup",
    [
        "<ul><li id=x>Anna Kern</li><li>Port</li></ul>",
        "<ul><li id=x>Anna Kern</li><li>Meet us on 4 May 2031 at the port</li></ul>",
        f"<ul><li id=x><a href=/port>Port Affairs</a></li>{DATE}</ul>",
        f"<ul><li id=x>Port</li>{DATE}</ul>",
        f"<ul><li id=x>The ferry is back</li>{DATE}</ul>",
        f"<ul><li id=x>李安 王平</li>{DATE}</ul>",
        f"<ul><li id=x><b>Anna</b> <b>Kern</b></li>{DATE}</ul>",
        f"<ul><li id=x>Anna Kern</li><li>Port</li>{DATE}</ul>",
        f"<div><h1 id=x>Anna Kern</h1>{DATE}</div>",
        f"<div><b id=x>Anna Kern</b>{DATE}<p>{SENTENCE * 3}</p></div>",
    ],
)
def test_what_is_no_name_beside_a_date(markup: str) -> None:
    assert beside_date(named(tree_of(markup), "x")) == ""
