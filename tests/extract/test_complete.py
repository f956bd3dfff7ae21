"""What is taken of the feed and the data of a page where the page lacks it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from extract.app_state.test_article_text import LINES, STATE, TITLE, shell
from mirrorpress.errors import AccessBlocked, EmptyShell
from mirrorpress.extract import extract
from mirrorpress.model import FeedEntry
from mirrorpress.model.blocks import Paragraph
from mirrorpress.model.plain import block_text

MAY = datetime(2031, 5, 4, 8, 30, tzinfo=UTC)
WHOLE = "".join(f"<p>{line}</p>" for line in LINES)


def page(lines: list[str], head: str = "") -> str:
    text = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<html><head><title>{TITLE}</title>{head}</head><article><h1>{TITLE}</h1>{text}</article>"
    )


def texts(markup: str, entry: FeedEntry | None = None) -> list[str]:
    article = extract(markup, "https://courier.example/ferry", entry=entry)
    return [block_text(block) for block in article.blocks if isinstance(block, Paragraph)]


def entry(**said: object) -> FeedEntry:
    return FeedEntry(url="https://courier.example/ferry", title=TITLE, **said)  # type: ignore[arg-type]


def test_fields_of_the_feed_are_taken_where_the_page_has_none() -> None:
    said = entry(authors=("Mira Holm",), published=MAY, tags=("port",))
    article = extract(page(LINES), entry=said)
    assert (article.bylines, article.published, article.tags) == (("Mira Holm",), MAY, ("port",))
    head = '<meta name=author content="Jon Vik">'
    assert extract(page(LINES, head), entry=said).bylines == ("Jon Vik",)


def test_the_text_of_the_feed() -> None:
    assert texts(page(LINES[:2]), entry(content_html=WHOLE)) == LINES


def test_the_feed_is_asked_before_the_data_of_scripts() -> None:
    said = entry(content_html="".join(f"<p>{line} It is so.</p>" for line in LINES))
    assert texts(shell(STATE), said) == [f"{line} It is so." for line in LINES]


def test_json_ld_is_asked_before_the_data_of_scripts() -> None:
    data = {"@type": "NewsArticle", "articleBody": "\n".join(f"{line} It is so." for line in LINES)}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    assert texts(shell(STATE, head=head)) == [f"{line} It is so." for line in LINES]


def test_the_data_of_scripts() -> None:
    assert texts(shell(STATE)) == LINES


def test_labels_of_a_footer_in_the_data_are_no_article() -> None:
    said = [{"text": f"Footer#The other papers of the Lindesund group {n}"} for n in range(60)]
    with pytest.raises(EmptyShell):
        extract(shell({"title": TITLE, "footer": said}))
    shown = f"<article><h1>{TITLE}</h1><p>{LINES[0]}</p></article>"
    assert texts(shell({"title": TITLE, "footer": said}, shown)) == LINES[:1]


def test_what_a_tool_for_consent_says_is_no_article() -> None:
    asked = "The Courier and its partners use cookies to count readers and to show advertisements. "
    said = [{"text": "__tcfapi"}, {"text": "__tcfapiCall"}, {"text": asked * 4}]
    with pytest.raises(EmptyShell):
        extract(shell({"consent": said}).replace(TITLE, ""))


def test_a_text_in_data_whose_lines_are_long_needs_no_full_stops() -> None:
    lines = [line.rstrip(".") * 3 for line in LINES]
    assert texts(shell({"title": TITLE, "body": [{"text": line} for line in lines]})) == lines


def test_a_page_that_shows_a_summary_that_its_data_do_not_have() -> None:
    summary = "What the harbour board of Lindesund heard about its ferries, and what will happen."
    shown = "".join(f"<p>{line}</p>" for line in (summary * 2, *LINES[:2]))
    found = texts(shell(STATE, f"<article><h1>{TITLE}</h1>{shown}</article>"))
    assert found[-6:] == LINES


def test_a_long_page_is_not_looked_for_in_its_scripts() -> None:
    shown = [f"{line} {line}" for line in LINES] * 2
    state = {"title": TITLE, "body": [{"text": line} for line in [*shown, *LINES * 9]]}
    markup = "".join(f"<p>{line}</p>" for line in shown)
    assert len(texts(shell(state, f"<article><h1>{TITLE}</h1>{markup}</article>"))) <= len(shown)


CAPTCHA = '<div class="g-recaptcha" data-sitekey="x"></div>'


def test_an_article_in_the_data_is_no_bot_challenge() -> None:
    assert texts(shell(STATE, CAPTCHA)) == LINES
    with pytest.raises(AccessBlocked):
        extract(shell({"settings": {"theme": "dark"}}, CAPTCHA))


def test_a_shell_without_data_needs_a_browser() -> None:
    with pytest.raises(EmptyShell):
        extract(f"<html><head><title>{TITLE}</title></head><body><div id=root></div></body></html>")
