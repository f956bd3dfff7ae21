"""Shells as frameworks and systems for editing news send them: each gives its article.

What the page says of itself is its title only. Every row is written by hand, after the form in
which the named system sends its data.
"""

from __future__ import annotations

import base64
import html
import json
from urllib.parse import quote

import pytest

from extract.app_state.test_article_text import LINES, TITLE
from mirrorpress.extract import extract
from mirrorpress.model.blocks import Paragraph
from mirrorpress.model.plain import block_text
from mirrorpress.page_data.literals import Value

BODY = "".join(f"<p>{line}</p>" for line in LINES)
PARAGRAPHS: Value = [{"type": "paragraph", "text": line} for line in LINES]
ARTICLE: Value = {"title": TITLE, "body": BODY}


def script(text: str, attributes: str = "") -> str:
    return f"<script {attributes}>{text}</script>".replace("</p>", "<\\/p>")


def literal(text: str) -> str:
    return json.dumps(text)


def angular(value: Value) -> str:
    text = json.dumps(value).replace("&", "&a;").replace('"', "&q;")
    return text.replace("<", "&l;").replace(">", "&g;")


def attribute(value: Value) -> str:
    return html.escape(json.dumps(value))


def in_base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def rows(value: Value) -> str:
    """As React's server sends components, in two pieces."""
    text = f'1:I["x",[],"Header"]\n0:{json.dumps(value)}\n'
    half = len(text) // 2
    pieces = (text[:half], text[half:])
    return "".join(script(f"self.__next_f.push([1,{json.dumps(piece)}])") for piece in pieces)


TREE = ["$", "article", None, {"children": [
    ["$", "h1", None, {"children": TITLE}],
    ["$", "$L1", None, {"title": TITLE, "slot": "top"}],
    *(["$", "p", str(n), {"children": line}] for n, line in enumerate(LINES))]}]  # fmt: skip
APOLLO: Value = {
    "ROOT_QUERY": {"article": {"__ref": "Article:1"}},
    "Article:1": {"title": TITLE, "paragraphs": [{"__ref": f"P:{n}"} for n in range(6)]},
    **{f"P:{n}": {"id": n, "text": line} for n, line in enumerate(LINES)},
}
NUXT = ",".join(f'{{type:"p",text:{literal(line)}}}' for line in LINES)
PLACES = [{"_1": 2}, "article", {"_3": 4, "_5": 6}, "title", TITLE, "body", [*range(7, 13)], *LINES]
SHELLS = {
    "Next.js, pages": script(
        json.dumps({"props": {"pageProps": {"article": ARTICLE}}}), 'id="__NEXT_DATA__"'
    ),
    "Next.js, app": rows(TREE),
    "Nuxt 2": script(
        "window.__NUXT__=(function(a,b){return {data:[{article:"
        f"{{title:a,kind:b,body:[{NUXT}]}}}}]}}}}"
        f'({literal(TITLE)},"news"));'
    ),
    "Nuxt 3": script(
        json.dumps([["ShallowReactive", 1], {"title": 2, "body": 3}, TITLE, BODY]),
        'id="__NUXT_DATA__" type="application/json"',
    ),
    "Apollo": script(f"window.__APOLLO_STATE__ = {json.dumps(APOLLO)};"),
    "SvelteKit": script(
        f"kit.start(app, element, {{node_ids: [0, 2], data: [null, {{type: 'data', data: {{"
        f"article: {{title: {literal(TITLE)}, at: new Date(1), body: {literal(BODY)}}}}}}}]}});"
    ),
    "React Router": script(
        f"window.__reactRouterContext.streamController.enqueue({literal(json.dumps(PLACES))});"
    ),
    "Remix": script(f"window.__remixContext = {json.dumps({'state': {'x': ARTICLE}})};"),
    "Astro": (
        '<astro-island props="'
        + attribute({"title": [0, TITLE], "lines": [1, [[0, line] for line in LINES]]})
        + '"></astro-island>'
    ),
    "Inertia": f'<div data-page="{attribute({"props": {"article": ARTICLE}})}"></div>',
    "Angular": script(angular({"G.json": {"body": ARTICLE}}), 'id="app-state"'),
    "Ember": script(
        json.dumps({"queries": {"q": json.dumps({"data": {"attributes": ARTICLE}})}}),
        'type="fastboot/shoebox"',
    ),
    "Arc": script(
        "window.Fusion=window.Fusion||{};Fusion.arcSite='x';Fusion.globalContent="
        + json.dumps({
            "type": "story", "canonical_url": "/a", "headlines": {"basic": TITLE},
            "content_elements": [{"type": "text", "content": line} for line in LINES]})
        + ";Fusion.lastModified=1;"
    ),
    "WordPress, REST": script("var data = " + json.dumps({"posts": [
        {"id": 3, "title": {"rendered": TITLE}, "content": {"rendered": BODY}}]})),
    "Contentful": script(json.dumps({"fields": {"title": TITLE, "body": {
        "nodeType": "document", "content": [
            {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": line}]}
            for line in LINES]}}})),
    "Sanity": script(json.dumps({"page": {"title": TITLE, "body": [
        {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": line}]}
        for line in LINES]}})),
    "Lexical": script(json.dumps({"title": TITLE, "content": {"root": {"children": [
        {"type": "paragraph", "children": [{"type": "text", "text": line}]} for line in LINES]}}})),
    "Editor.js": script(json.dumps({"title": TITLE, "data": {"blocks": [
        {"type": "paragraph", "data": {"text": line}} for line in LINES]}})),
    "Draft.js": script(json.dumps({"title": TITLE, "content": {"entityMap": {}, "blocks": [
        {"type": "unstyled", "text": line, "entityRanges": []} for line in LINES]}})),
    "JsonML": script(json.dumps({"headline": TITLE, "body": [
        "div", *(["p", line] for line in LINES)]})),
    "blocks by number": script(json.dumps({"title": TITLE, "body": {
        str(n): {"type": "p", "text": line} for n, line in enumerate(LINES)}})),
    "percent encoding": script(quote(json.dumps({"data": ARTICLE})), 'id="RENDER_DATA"'),
    "base64": script(f"start(JSON.parse(atob('{in_base64(json.dumps(ARTICLE))}')))"),
    "strings that are joined": script("".join(f"c += '<p>{line}</p>';" for line in LINES)),
    "document.write": script("".join(f"document.write('<p>{line}</p>');" for line in LINES)),
    "lines in one string": script(json.dumps({"title": TITLE, "text": "\n".join(LINES)})),
    "a template": script(BODY, 'type="text/template"').replace("<\\/", "</"),
    "a template element": f"<template>{BODY}</template>",
    "a field of a form": f"<textarea hidden>{html.escape(BODY)}</textarea>",
}  # fmt: skip


@pytest.mark.parametrize("name", SHELLS)
def test_the_article_of_a_shell(name: str) -> None:
    page = f"<html><head><title>{TITLE}</title></head><body><div id=app></div>{SHELLS[name]}</body>"
    article = extract(page)
    assert article.title == TITLE
    assert all(isinstance(block, Paragraph) for block in article.blocks)
    assert [block_text(block) for block in article.blocks] == LINES
