"""Articles that a page without end shows below its own."""

from __future__ import annotations

import pytest

from mirrorpress.extract.body.next_articles import exclude_next_articles
from mirrorpress.extract.page.tree import Element
from pace import within
from trees import SENTENCE, named, tree_of

TITLE = "Night ferry returns to Lisquay"
TEXT = f"<p>{SENTENCE * 3}</p>"
DATE = "<p class=date>4 May 2031</p>"
OWN = f"<div class=story id=own><h1>{TITLE}</h1>{DATE}{TEXT}</div>"
NEXT = f"<div class=story id=next><h1>The crane is back</h1>{DATE}{TEXT}</div>"


def read(markup: str) -> Element:
    root = tree_of(f"<body><div id=feed>{markup}</div></body>")
    exclude_next_articles(root.walk(), [f"{TITLE} - Harbour Ledger"])
    return root


@pytest.mark.parametrize(
    "markup",
    [
        OWN + NEXT,
        NEXT + OWN,
        OWN + NEXT.replace("id=next", "").replace("crane", "pier") + NEXT,
        (OWN + NEXT).replace(DATE, "<div><span class=author-name>Anna Kern</span></div>"),
        (OWN + NEXT).replace(DATE, "<header><time>4 May</time></header>"),
        f"<div><div>{OWN}</div></div><div><div>{NEXT}</div></div>",
    ],
)
def test_the_next_article_is_excluded(markup: str) -> None:
    root = read(markup)
    assert named(root, "next").is_left_out()
    assert not named(root, "own").is_left_out()


@pytest.mark.parametrize(
    "markup",
    [
        (OWN + NEXT).replace(DATE, ""),  # sections of one article may have an h1
        OWN + NEXT.replace(DATE, ""),
        OWN.replace(DATE, "") + NEXT,
        OWN + NEXT.replace("story", "chapter"),
        OWN + NEXT.replace("<h1>The crane is back", f"<h1>{TITLE}"),  # which is the page's?
        OWN.replace(TITLE, "Harbour news") + NEXT,
        OWN + NEXT.replace("h1>", "h2>"),
        f"<div id=next>{OWN}<h1>The crane is back</h1>{DATE}{TEXT}</div>",
    ],
)
def test_what_is_no_next_article(markup: str) -> None:
    assert not named(read(markup), "next").is_left_out()


def test_many_articles_take_bounded_time() -> None:
    with within(3):
        read(OWN + NEXT * 3_000)
