"""Pages without markup, drawn by scripts: the article that they carry in their data."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.errors import AccessBlocked, EmptyShell
from mirrorpress.extract import extract
from mirrorpress.extract.app_state.article_text import state_article
from mirrorpress.model.blocks import Figure, Heading, Paragraph
from mirrorpress.model.plain import block_text
from mirrorpress.page_data.literals import Value

TITLE = "The ferry stays in port"
LINES = [
    f"{who} told the harbour board of Lindesund on Monday that the ferry to {where} will not sail "
    f"before the {what} has been replaced, and that nobody can say yet what this will cost."
    for who, where, what in (
        ("The pilot", "Outer Holm", "bow door"),
        ("A fisherman", "Grey Holm", "second engine"),
        ("The insurer", "Long Skerry", "radar"),
        ("The mayor", "Little Skerry", "rudder"),
        ("An engineer", "Saltholm", "gangway"),
        ("The bishop", "Churchholm", "winch"),
    )
]
BLOCKS: list[Value] = [
    {"type": "image", "url": "https://img.lindesund.example/ferry.jpg", "caption": "The ferry"},
    *({"type": "paragraph", "text": line} for line in LINES[:3]),
    {"type": "heading", "text": "Who pays"},
    *({"type": "paragraph", "text": line} for line in LINES[3:]),
    {"type": "newsletter", "text": "Get our letter on ships every Friday, free of charge, by mail"},
]
STATE: Value = {
    "props": {
        "menu": [{"title": f"Section {n}", "url": f"/s/{n}"} for n in range(20)],
        "page": {"title": TITLE, "slug": "ferry", "body": BLOCKS},
        "next": [{"title": "A bridge", "url": "/bridge", "body": [{"text": LINES[0] * 20}]}],
    }
}


def shell(state: Value, shown: str = "", head: str = "") -> str:
    data = json.dumps(state).replace("</", "<\\/")
    return (
        f"<html><head><title>{TITLE}</title>{head}</head><body><div id=root>{shown}</div>"
        f'<script type="application/json">{data}</script></body></html>'
    )


def test_the_article_of_a_shell() -> None:
    article = extract(shell(STATE))
    assert article.title == TITLE
    assert [type(block) for block in article.blocks] == [
        Figure,
        *[Paragraph] * 3,
        Heading,
        *[Paragraph] * 3,
    ]
    texts = [block_text(block) for block in article.blocks if isinstance(block, Paragraph)]
    assert texts == LINES


def test_a_page_that_shows_its_beginning() -> None:
    shown = "".join(f"<p>{line}</p>" for line in LINES[:2])
    article = extract(shell(STATE, f"<article><h1>{TITLE}</h1>{shown}</article>"))
    texts = [block_text(block) for block in article.blocks if isinstance(block, Paragraph)]
    assert texts == LINES


def test_a_page_that_shows_most_of_its_text_stays() -> None:
    shown = "".join(f"<p>{line}</p>" for line in LINES[:5])
    article = extract(shell(STATE, f"<article><h1>{TITLE}</h1>{shown}</article>"))
    assert [block_text(block) for block in article.blocks] == LINES[:5]


def test_text_that_readers_pay_for_is_not_taken() -> None:
    data = {"@type": "NewsArticle", "headline": TITLE, "isAccessibleForFree": False}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    with pytest.raises(AccessBlocked, match="paywall"):
        extract(shell(STATE, head=head))


def test_a_shell_without_an_article_is_an_error() -> None:
    labels = {
        f"label{n}": f"Words of the interface, as people see them, number {n}" for n in range(99)
    }
    with pytest.raises(EmptyShell):
        extract(shell({"labels": labels}))


def test_scripts_of_the_data_do_not_get_into_the_article() -> None:
    body = [f"<p>{line}</p><script>steal()</script><img src=x onerror=steal()>" for line in LINES]
    article = extract(shell({"title": TITLE, "body": "".join(body)}))
    assert [block_text(block) for block in article.blocks] == LINES


json_values = st.recursive(
    st.none() | st.integers() | st.text(max_size=40) | st.sampled_from([*LINES, TITLE, "p", "$"]),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(
            st.sampled_from(["type", "title", "text", "body", "url", "children", "__ref", "id"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=40,
)


@given(json_values)
def test_any_data_gives_markup(state: Value) -> None:
    state_article(shell(state), (TITLE,))


def test_who_wrote_it_and_when() -> None:
    page = STATE["props"]["page"] | {
        "authors": [{"name": "Mira Holm"}],
        "publishedAt": "2031-05-04T08:30:00Z",
    }
    article = extract(shell({"page": page}))
    assert article.bylines == ("Mira Holm",)
    assert article.published == datetime(2031, 5, 4, 8, 30, tzinfo=UTC)


def test_what_the_page_says_of_itself_is_believed_first() -> None:
    page = STATE["props"]["page"] | {"author": "Staff", "publishedAt": "2020-01-01T00:00:00Z"}
    head = (
        '<meta name=author content="Mira Holm">'
        '<meta property="article:published_time" content="2031-05-04T08:30:00Z">'
    )
    article = extract(shell({"page": page}, head=head))
    assert article.bylines == ("Mira Holm",)
    assert article.published == datetime(2031, 5, 4, 8, 30, tzinfo=UTC)


def test_a_page_with_the_title_of_its_site() -> None:
    page = {"title": TITLE, "slug": "ferry-stays", "body": BLOCKS[1:]}
    other = {"title": "A bridge to Outer Holm", "slug": "bridge", "body": [{"text": LINES[1]}] * 9}
    markup = shell({"articles": [page, other]}).replace(
        f"<title>{TITLE}</title>", "<title>The Lindesund Courier</title>"
    )
    article = extract(markup, "https://courier.example/news/ferry-stays")
    assert article.title == TITLE
    texts = [block_text(block) for block in article.blocks if isinstance(block, Paragraph)]
    assert texts == LINES


@pytest.mark.parametrize("levels", [90, 300, 900, 5000])
@pytest.mark.parametrize(
    ("begin", "end"),
    [
        (f'{{"title":"{TITLE}","url":"/a","b":', "}"),
        ('[["$","p",null,{"children":', "}]]"),
        ('{"type":"list","items":[', "]}"),
        ('["p",', "]"),
        ('{"1a":{"t":"x"},"2a":{"t":"y"},"3a":', "}"),
        ('{"__ref":"a","a":', "}"),
    ],
)
def test_deep_data_end(begin: str, end: str, levels: int) -> None:
    text = json.dumps(" ".join(LINES))
    data = f"{begin * levels}{text}{end * levels}"
    for written in (data, data.replace('"a"', "a")):  # JSON, and literals of JavaScript
        page = f"<title>{TITLE}</title><script>/*{LINES * 2}*/state={written}</script>"
        state_article(page, (TITLE,))
