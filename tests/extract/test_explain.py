"""Every line of a page has the reason for which it is in the article or not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mirrorpress.errors import NotAnArticle
from mirrorpress.extract import Explanation, explain, extract, extract_and_record, learn
from mirrorpress.extract.explain import MAX_LINES, MAX_TEXT, ExplainedRule
from mirrorpress.model import Article
from mirrorpress.model.plain import plain_text
from mirrorpress.model.site_rules import SiteRules

PAGES = sorted((Path(__file__).parent / "pages").iterdir())
TEXT = [
    "The ferry to Heron Island sailed again on Monday, nine days after the storm closed the pier.",
    "Harbour master Odette Varga said that divers had checked every pile of the landing stage.",
    "Some three hundred passengers waited at dawn, many of them with bicycles and baskets.",
    "The first crossing took forty minutes, twice as long as usual, because of floating timber.",
]
LETTER = "Our letter comes each morning, before the first boat leaves the harbour, and it is free."


def page(*, around: str = "", head: str = "", inside: str = "", end: str = "") -> str:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    return (
        f"<html><head><title>Ferry sails again</title>{head}</head><body>{around}"
        f'<div class="story-text"><h1>Ferry sails again</h1>{inside}{text}{end}</div>'
        "</body></html>"
    )


def reasons(explanation: Explanation) -> dict[str, tuple[bool, str]]:
    return {line.text: (line.kept, line.reason) for line in explanation.lines}


SIGN_UP = "Write to the desk"
DROPPED = {
    "class": (page(around=f'<div class="x newsletter y"><p>{SIGN_UP}</p></div>'),
              'class "newsletter" of a div'),
    "id": (page(around=f'<div id="cookie-note">{SIGN_UP}</div>'), 'id "cookie-note" of a div'),
    "role": (page(around=f'<div role="banner">{SIGN_UP}</div>'), 'role "banner" of a div'),
    "hidden": (page(around=f"<section hidden><div>{SIGN_UP}</div></section>"),
               "hidden of a section"),
    "style": (page(around=f'<div style="display:none">{SIGN_UP}</div>'),
              'style "display:none" of a div'),
    "tag": (page(around=f"<footer>{SIGN_UP}</footer>"), "element footer"),
    "outside": (page(around=f"<div>{SIGN_UP}</div>"), "outside of the body (div.story-text)"),
    "links in the body": (
        page(end=f'<div class="more"><ul><li><a href="/a">{SIGN_UP}</a></li></ul></div>'),
        "boilerplate in the body (div.more)"),
    "above": (page().replace("<h1>", f"<p>{SIGN_UP}</p><h1>"), "above the headline"),
    "label": (page(inside="<p>Advertisement</p>").replace("Advertisement", "Share this story"),
              "a line known as boilerplate"),
    "date": (page(inside="<p>Published on 4 May 2031</p>"),
             "repeats title, subtitle, authors or date"),
    "tail": (page(end=f"<h3>{SIGN_UP}</h3>"), "at the end: links, labels or about the page"),
    "witness": (
        page(head='<script type="application/ld+json">' + json.dumps(
            {"@type": "NewsArticle", "articleBody": " ".join(TEXT)}) + "</script>",
            end=f"<p>{LETTER}</p>"),
        "behind the end of the page's articleBody"),
}  # fmt: skip


@pytest.mark.parametrize("name", DROPPED)
def test_a_dropped_line_has_the_stage_that_dropped_it(name: str) -> None:
    html, reason = DROPPED[name]
    explanation = explain(html)
    found = reasons(explanation)
    dropped = {text: why for text, (kept, why) in found.items() if not kept}
    assert list(dropped.values()) == [reason]
    assert isinstance(explanation.result, Article)
    assert plain_text(explanation.result).splitlines() == TEXT
    assert found["Ferry sails again"] == (True, "title")
    assert all(found[line] == (True, "paragraph") for line in TEXT)


def test_kept_lines_have_their_kind() -> None:
    end = (
        '<h2>Tides</h2><ul><li>High at six</li></ul><figure><img src="/a.jpg" alt="">'
        "<figcaption>The pier at dawn</figcaption></figure><table><tr><th>Hour</th><th>Mark</th>"
        "</tr><tr><td>Six</td><td>2.4 m</td></tr></table>"
        f"<blockquote><p>Nobody waits for a boat twice.</p></blockquote><p>{LETTER}</p>"
    )
    deck = '<p class="standfirst">Nine days without a boat are over at last</p>'
    found = reasons(explain(page(inside=deck, end=end), "https://gazette.example/ferry"))
    assert {text: found[text] for text in found if text not in TEXT} == {
        "Ferry sails again": (True, "title"),
        "Nine days without a boat are over at last": (True, "subtitle"),
        "Tides": (True, "heading"),
        "High at six": (True, "list"),
        "The pier at dawn": (True, "caption"),
        "Hour": (True, "table"),
        "Mark": (True, "table"),
        "Six": (True, "table"),
        "2.4 m": (True, "table"),
        "Nobody waits for a boat twice.": (True, "quotation"),
        LETTER: (True, "paragraph"),
    }


def test_lines_of_the_template_are_named() -> None:
    def other(number: int) -> str:
        html = page(end=f'<p class="letter">{LETTER}</p>').replace("Ferry", f"Ferry {number}")
        for line in TEXT:
            html = html.replace(line, f"Report {chr(64 + number) * 9}: {line[::-1]}")
        return html

    urls = [f"https://gazette.example/{number}" for number in range(1, 5)]
    records = [extract_and_record(other(n), url)[1] for n, url in enumerate(urls, 1)]
    profile = learn(None, records, day=1)
    given = page(end=f'<p class="letter">{LETTER}</p>'), "https://gazette.example/ferry"
    assert reasons(explain(*given))[LETTER] == (True, "paragraph")
    explanation = explain(*given, profile=profile)
    assert reasons(explanation)[LETTER] == (False, "template of the site: other pages have it, too")
    assert explanation.result == extract(*given, profile=profile)


def test_a_line_that_is_read_although_it_is_excluded_is_kept() -> None:
    html = (Path(__file__).parent / "pages" / "euckr-portal-ko" / "page.html").read_bytes()
    explanation = explain(html)
    found = reasons(explanation)["페이스북 트위터 카카오스토리 글자크게"]
    assert isinstance(explanation.result, Article)
    is_read = "카카오스토리" in plain_text(explanation.result)
    assert found == (
        (True, "paragraph, although boilerplate in the body (td.view_sns)")
        if is_read
        else (False, "boilerplate in the body (td.view_sns)")
    )


def test_cells_and_credits_are_kept_as_the_article_has_them() -> None:
    text = "".join(f"<p>{'The ferry sailed again on Monday, nine days late. ' * 3}</p>" * 4)
    html = (
        "<h1>Ferry sails</h1><figure><img src=a.jpg width=900 height=600>"
        "<figcaption>The quay on Monday. (Photo: Ada Stone)</figcaption></figure>"
        f"<article>{text}<table><tr><th>Pier</th><th>Fees</th></tr>"
        "<tr><td>North</td><td><ul><li>40 crowns a day</li><li>900 a month</li></ul></td></tr>"
        "<tr><td>South</td><td><ul><li>40 crowns a day</li><li>Free at night</li></ul></td></tr>"
        f"</table>{text}</article><p>Photo: Otto Kern</p>"
    )
    explanation = explain(html, "https://ledger.example/ferry")
    assert isinstance(explanation.result, Article)
    found = reasons(explanation)
    assert found["The quay on Monday. (Photo: Ada Stone)"] == (True, "caption")
    for cell in ("Pier", "40 crowns a day", "900 a month", "Free at night", "South"):
        assert found[cell] == (True, "table")
    assert not found["Photo: Otto Kern"][0]


def test_the_caption_of_the_picture_that_the_page_names() -> None:
    text = "".join(f"<p>{'The ferry sailed again on Monday, nine days late. ' * 3}</p>" * 4)
    html = (
        "<meta property=og:image content=/quay.jpg><h1>Ferry sails</h1>"
        "<div class=teaser><figure><img src=/quay.jpg><figcaption>The quay.</figcaption></figure>"
        f"</div><article>{text}</article>"
    )
    explanation = explain(html, "https://ledger.example/ferry")
    assert reasons(explanation)["The quay."] == (True, 'caption, although class "teaser" of a div')


def test_a_page_without_an_article_is_explained() -> None:
    explanation = explain('<body><div class="newsletter">Sign up now</div></body>')
    assert isinstance(explanation.result, NotAnArticle)
    assert [(line.kept, line.text) for line in explanation.lines] == [(False, "Sign up now")]
    assert explain("").lines == ()


@pytest.mark.parametrize("folder", PAGES, ids=lambda folder: folder.name)
def test_the_explanation_of_a_stored_page_agrees_with_its_article(folder: Path) -> None:
    html = (folder / "page.html").read_bytes()
    request = json.loads((folder / "article.json").read_text("utf-8"))["request"]
    explanation = explain(html, request["url"], charset=request["charset"])
    article = extract(html, request["url"], charset=request["charset"])
    assert explanation.result == article
    assert explanation.omitted == 0
    assert all(line.reason for line in explanation.lines)
    text = _letters(plain_text(article))
    kinds = {"paragraph", "heading", "list", "quotation", "table", "code"}
    shown = [
        _letters(line.text)
        for line in explanation.lines
        if line.kept and line.reason.partition(",")[0] in kinds
    ]
    assert abs(sum(map(len, shown)) - len(text)) <= 0.02 * len(text)


def _letters(text: str) -> str:
    return "".join(text.split())


def test_lines_and_their_number_are_bounded() -> None:
    long = "tide " * 1_000
    html = page(inside=f"<p>{long}</p>", end="<p>Gauge</p>" * MAX_LINES)
    explanation = explain(html)
    assert len(explanation.lines) == MAX_LINES
    assert explanation.omitted == 6
    assert max(len(line.text) for line in explanation.lines) == MAX_TEXT


# Rules of the site


def with_rules(html: str, **keys: tuple[str, ...]) -> Explanation:
    return explain(html, rules=SiteRules(host="quay.example", **keys))


def test_what_a_rule_removes_has_its_selector() -> None:
    letter = f'<p class="x tide">{LETTER}</p>'
    html = page(inside=letter, around='<div class="newsletter">Sign</div><div>Imprint</div>')
    explanation = with_rules(html, remove=("body", ".gone", "body > .newsletter", "p.tide, .x"))
    found = reasons(explanation)
    assert found[LETTER] == (False, "rule: remove p.tide, .x")
    assert found["Sign"] == (False, "rule: remove body > .newsletter")
    assert found["Imprint"] == (False, "outside of the body (div.story-text)")
    assert all(found[line] == (True, "paragraph") for line in TEXT)
    assert explanation.rules == (
        ExplainedRule("remove", "body", 1),
        ExplainedRule("remove", ".gone", 0),
        ExplainedRule("remove", "body > .newsletter", 1),
        ExplainedRule("remove", "p.tide, .x", 1),
    )


def test_what_a_rule_names_as_the_body_is_the_body() -> None:
    other = "".join(f"<p>{line} {line}</p>" for line in reversed(TEXT))
    around = f'stray<div class="newsletter letter"><p>{LETTER}</p><p hidden>Sign</p></div>'
    html = page(around=f'<div class="long">{other}</div>')
    html = html.replace("</body>", f"{around}</body>")
    assert reasons(explain(html))[LETTER] == (False, 'class "newsletter" of a div')
    explanation = with_rules(html, body=(".gone", ".letter, .story-text"), title=("h1",))
    found = reasons(explanation)
    where = "outside of the body (rule: .letter, .story-text)"
    assert found[LETTER] == (True, "paragraph")
    assert found["Sign"] == (False, "hidden of a p")
    assert found["stray"] == (False, where)
    assert found[f"{TEXT[0]} {TEXT[0]}"] == (False, where)
    assert all(found[line] == (True, "paragraph") for line in TEXT)
    assert [(rule.matched, rule.is_body) for rule in explanation.rules] == [
        (0, False),
        (2, True),
        (1, False),
    ]


def test_rules_that_leave_no_article_are_not_shown() -> None:
    html = page(around='<div class="note">Some words</div>')
    explanation = with_rules(html, body=(".note",), remove=(".story-text",))
    assert explanation.rules == ()
    assert explanation == explain(html)


def test_the_caption_that_a_rule_removes_is_not_kept() -> None:
    caption = "The pier at dawn"
    figure = '<figure><img src="https://quay.example/a.jpg"><figcaption>' + caption
    html = page(inside=f"{figure}</figcaption></figure>")
    assert reasons(explain(html))[caption] == (True, "caption")
    assert reasons(with_rules(html, remove=("figcaption",)))[caption] == (
        False, "rule: remove figcaption")  # fmt: skip


def drawn(shown: str, state: object) -> str:
    """A page whose text a script would draw."""
    script = f"<script>window.state = {json.dumps(state)};</script>"
    return (
        "<html><head><title>Ferry sails again</title></head><body>"
        f"<div id=root>{shown}</div>{script}</body></html>"
    )


def test_lines_that_only_the_data_of_the_page_have() -> None:
    body = [{"text": TEXT[0]}, {"heading": "At the pier", "lines": TEXT[1:]}]
    explanation = explain(drawn("", {"title": "Ferry sails again", "body": body}))
    assert [(line.text, line.reason) for line in explanation.lines] == [
        (TEXT[0], "paragraph, from the page's data"),
        ("At the pier", "heading, from the page's data"),
        *((line, "paragraph, from the page's data") for line in TEXT[1:]),
    ]
    assert all(line.kept for line in explanation.lines)


def test_lines_that_the_page_shows_come_first() -> None:
    state = {"title": "Ferry sails again", "body": [{"text": line} for line in TEXT]}
    shown = f"<article><h1>Ferry sails again</h1><p>{TEXT[0]}</p></article>"
    lines = explain(drawn(shown, state)).lines
    assert [line.text for line in lines] == ["Ferry sails again", *TEXT]
    assert all(line.kept for line in lines)


def test_lines_of_data_are_bounded() -> None:
    state = {
        "title": "Ferry sails again",
        "body": [{"text": f"{n} {TEXT[0]}"} for n in range(6000)],
    }
    explanation = explain(drawn("", state))
    assert len(explanation.lines) == MAX_LINES
    assert explanation.omitted == 1000
