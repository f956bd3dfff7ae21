"""Headlines of pages whose head only says whose page it is."""

from __future__ import annotations

import pytest

from mirrorpress.extract.fields.unnamed_titles import headline_above_text, names_only_site
from mirrorpress.extract.page.measure import measure
from trees import SENTENCE, tree_of

URL = "https://www.harbour-ledger.example/news/7"


@pytest.mark.parametrize(
    ("keys", "sites", "url", "only"),
    [
        (["harbourledger"], [], URL, True),
        (["harbourledgernews"], [], URL, True),
        (["harbourledger", "harbourledger"], [], URL, True),
        (["theledger"], ["ledger"], None, True),
        (["harbourledgerbuysanewferryfortheisland"], [], URL, False),
        (["harbourledger", "ferryback"], [], URL, False),
        (["ferryback"], [], URL, False),
        (["ferryback"], [], None, False),
        ([""], [], URL, False),
        ([], [], URL, False),
    ],
)
def test_heads_that_name_only_the_site(
    keys: list[str], sites: list[str], url: str | None, only: bool
) -> None:
    assert names_only_site(keys, sites, url) is only


TEXT = f"<p>{SENTENCE * 3}</p>"


@pytest.mark.parametrize(
    ("markup", "headline"),
    [
        (f"<h2>Ferry back after nine weeks</h2>{TEXT}", "Ferry back after nine weeks"),
        (f"<div class=article-title>Ferry back after nine weeks</div>{TEXT}",
         "Ferry back after nine weeks"),
        (f"<p class=headline>渡轮停航九周之后复航</p>{TEXT}", "渡轮停航九周之后复航"),
        (f"<h2>Ferry back after nine weeks</h2><h3>The island waited for it</h3>{TEXT}",
         "Ferry back after nine weeks"),
        (f"<h3>What the island is reading today</h3><h3>Ferry back after nine weeks</h3>{TEXT}",
         "Ferry back after nine weeks"),
        (f"<h2>Port news</h2>{TEXT}", ""),  # too short for a headline
        (f"<h2><a href=/x>The other ferry is late again</a></h2>{TEXT}", ""),
        (f"{TEXT}<h2>What the island says of it</h2>{TEXT}", ""),  # below the first text
        (f"<nav><h2>What the island is reading today</h2></nav>{TEXT}", ""),
        (f"<div class=summary>Ferry back after nine weeks</div>{TEXT}", ""),
        (TEXT, ""),
        ("", ""),
    ],
)  # fmt: skip
def test_headlines_above_the_text(markup: str, headline: str) -> None:
    root = tree_of(f"<body>{markup}</body>")
    measure(root, 1.0)
    assert headline_above_text(root.walk()) == headline
