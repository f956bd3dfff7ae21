"""A name, a date and little else in one short box or line."""

from __future__ import annotations

import pytest

from mirrorpress.extract.fields.byline_labels import labels_of
from mirrorpress.extract.fields.byline_rows import beside_date_in_row, first_in_row, said_in_row
from mirrorpress.extract.page.tree import Element
from trees import SENTENCE, first, tree_of


def names_in_row(element: Element) -> tuple[str, ...]:
    labels = labels_of(None)
    return said_in_row(element, labels) or beside_date_in_row(element, labels)


@pytest.mark.parametrize(
    "markup",
    [
        "4 May 2031 | Anna Kern | 3 comments",
        "Anna Kern · 4 May 2031",
        "Anna Kern, May 4, 2031, 10:15 am",
        "Anna Kern May 4, 2031",
        "4 May 2031, Anna Kern",
        "Ports / Anna Kern / 04.05.2031",
        "Anna Kern – Updated on 4 May 2031",
        "4 May 2031<br>Anna Kern",
        "<b>Anna Kern</b> <i>4 May 2031</i>",
        "<table><tr><td>4 May 2031<td>Anna Kern</table>",
        "<ul><li>Anna Kern<li>2031-05-04</ul>",
        "Posted on 4 May 2031 by Anna Kern",
        "4 mai 2031, par Anna Kern",
        "04.05.2031 · von Anna Kern",
        "4 May 2031<br>by<br>Anna Kern",
        "Anna Kern<br>Deputy Editor",
        "Anna Kern, Harbour correspondent",
        "<b>Anna Kern</b> Deputy Editor",
        "4 May 2031, 5:00 AM ET, by <a href=/x/12>Anna Kern</a>",
        "<a href=/ports>Ports</a> | by <a href=/x/12>Anna Kern</a>",
        "Anna Kern | Published | 4 May 2031 | Updated | 5 May 2031",
        "Ports | The quay reopens today | By Anna Kern",
        "Author of the article:<br>Anna Kern<br>Published 4 May 2031",
        "Author Anna Kern | Date published 4 May 2031",
    ],
)
def test_names_in_rows(markup: str) -> None:
    assert names_in_row(first(tree_of(f"<div>{markup}</div>"), "div")) == ("Anna Kern",)


def test_a_label_announces_a_single_word_and_several_names() -> None:
    one = first(tree_of("<div>Posted on 4 May 2031 by Pilot</div>"), "div")
    two = first(tree_of("<div>4 May 2031 | By Anna Kern and Bo Li</div>"), "div")
    assert names_in_row(one) == ("Pilot",)
    assert names_in_row(two) == ("Anna Kern", "Bo Li")


@pytest.mark.parametrize(
    "markup",
    [
        "Anna Kern",
        "Anna Kern | Ports",
        "Anna Kern | Ports | 4 May 2031",
        "Climate | 4 May 2031",
        "The quay of <a href=/lisquay>Lisquay</a> by Anna Kern, drawn in haste",
        "Last Updated<br>4 May 2031",
        "Actualizado el 4/5/2031 10:15",
        "LOWER TOWN FUND | 4 May 2031",
        "Harbour News Desk | 4 May 2031",
        "Liman Ajansı | 4 May 2031",
        "Deputy Editor | 4 May 2031",
        "© 1996 – 2031 Anna Kern",
        "Anna Kern wrote this on 4 May 2031",
        "Anna Kern, Marrin",
        "Anna Kern, who was the editor of the paper for years",
        "The old quay, our reporter writes",
        "Deputy Editor, Harbour correspondent",
        "<blockquote>Anna Kern, reporter</blockquote>",
        "On 4 May 2031 by the old quay",
        "李安 王平 | 2031-05-04",
        "<a href=/ports>Old Harbour</a> | 4 May 2031",
        "<a href=/news/2>The old ferry is back</a> by Anna Kern",
        "<h3>The ferry is back</h3>Anna Kern | 4 May 2031",
        f"4 May 2031 | Anna Kern | {SENTENCE * 4}",
    ],
)
def test_rows_without_a_name(markup: str) -> None:
    assert names_in_row(first(tree_of(f"<div>{markup}</div>"), "div")) == ()


def test_rows_of_navigation_name_nobody() -> None:
    page = tree_of("<section role=navigation><div>Anna Kern | 4 May 2031</div></section>")
    assert names_in_row(first(page, "div")) == ()


def test_rows_in_a_box_named_meta_name_the_writer() -> None:
    page = tree_of("<section class=meta><div>Anna Kern | 4 May 2031</div></section>")
    assert names_in_row(first(page, "div")) == ("Anna Kern",)


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ("<b>Anna Kern</b> | Port Marrin | 04.05.2031", "Anna Kern"),
        ("Anna Kern<br>4 May 2031", "Anna Kern"),
        ("Anna Kern | Port Marrin", ""),
        ("Last Updated | 4 May 2031", ""),
        ("Port | Anna Kern | 4 May 2031", ""),
        ("4 May 2031 | Anna Kern | Port", "Anna Kern"),
        ("4 May 2031", ""),
        ("", ""),
    ],
)
def test_the_name_ahead_in_a_row(markup: str, name: str) -> None:
    assert first_in_row(first(tree_of(f"<p class=autor>{markup}</p>"), "p")) == name
