"""In which scripts and attributes of a page data is found."""

from __future__ import annotations

import html
import json
from urllib.parse import quote

import pytest

from mirrorpress.page_data.scripts import MAX_CHARACTERS, values_of
from pace import within

LINES = [
    f"Off the skerries of Lindesund, before the storm came, was seen by the watch the {boat}"
    for boat in (
        "first of two ferries to the islands",
        "pilot boat that had been missed",
        "mail boat with thirteen people",
        "old tug that had lost its tow",
        "cutter of the coast guard",
        "trawler from a foreign port",
    )
]
STATE = {"title": "Boats leave early", "lines": LINES}
JSON = json.dumps(STATE)


def script(text: str, attributes: str = "") -> str:
    return f"<html><body><div id=root></div><script {attributes}>{text}</script></body></html>"


@pytest.mark.parametrize(
    "markup",
    [
        script(JSON, 'id="__NEXT_DATA__" type="application/json"'),
        script(f"<![CDATA[ window.__STATE__ = {JSON}; ]]>"),
        script(f"window.__STATE__={JSON}; (function(){{ var s; s = document; }}());"),
        script(f"window.__STATE__ = JSON.parse({json.dumps(JSON)});"),
        script(quote(JSON), 'id="RENDER_DATA" type="application/json"'),
        script(html.escape(JSON), 'type="application/json"'),
        script(json.dumps({"state": JSON}), 'type="application/json"'),
        f"<div id=app data-page='{JSON}'></div>",
        f'<div id=app data-page="{html.escape(JSON)}"></div>',
    ],
)
def test_forms_of_data(markup: str) -> None:
    assert JSON in json.dumps([*values_of(markup)])


def test_literals_of_javascript() -> None:
    body = ", ".join(f"{{t: '{line}'}}" for line in LINES)
    (value,) = values_of(script(f"var page = {{title: 'Boats', body: [{body}], ready: !0}};"))
    assert {"t": LINES[0]} in value[2]["body"]


@pytest.mark.parametrize("kind", ["text/html", "text/template", "text/x-template"])
def test_templates(kind: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in LINES)
    assert [*values_of(script(body, f"type={kind}"))] == [body]
    assert [*values_of(script(html.escape(body), f"type={kind}"))] == [body]


def test_markup_in_fields_of_forms() -> None:
    body = "".join(f"<p>{line}</p>" for line in LINES)
    assert [*values_of(f"<textarea id=a hidden>{html.escape(body)}</textarea>")] == [body]
    assert [*values_of(f'<input type=hidden value="{html.escape(body)}">')] == [body]
    assert [*values_of(f"<noscript>{html.escape(body)}</noscript>")] == [body]
    assert [*values_of(f"<template id=a>{body}</template><template>{body}")] == [body]


def test_rows_that_come_in_pieces() -> None:
    row = f"0:{json.dumps(STATE)}\n"
    pieces = "</script><script>".join(
        f"self.__next_f.push([1,{json.dumps(row[at : at + 100])}])" + " " * 200
        for at in range(0, len(row), 100)
    )
    assert STATE in [*values_of(script(pieces))]


@pytest.mark.parametrize(
    "markup",
    [
        script(JSON, 'type="application/ld+json"'),  # is read elsewhere
        script("function a(){return 'no text at all'}" * 100),
        script("{}"),
        "<p>no script</p>",
        "<script>" + JSON,  # without an end it is no script of a browser either
    ],
)
def test_no_data(markup: str) -> None:
    assert [*values_of(markup)] == []


def test_what_is_read_is_bounded() -> None:
    many = script(JSON + " " * (MAX_CHARACTERS // 4), "type=application/json") * 8
    assert len([*values_of(many)]) == 3


@pytest.mark.parametrize(
    "piece",
    [
        "<template>",
        "<template",
        "<textarea>&lt;",
        "<script>",
        "<script",
        '="{&quot;',
        "='{\"",
        "={",
        "= [[",
        '<script>={"a":',
        "={ ",
    ],
)
def test_any_repetition_is_read_in_time(piece: str) -> None:
    with within(seconds=5):
        [*values_of(piece * 100_000)]
        [*values_of(script(JSON + piece * 100_000))]
