"""What stands in strings, however it was encoded."""

from __future__ import annotations

import base64
import html
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.page_data.encoded import SHORTEST, value_at, value_in, with_inner
from mirrorpress.page_data.literals import Value

PAGE = {"title": "Fähre <neu>", "text": "The night ferry & its 'crew' return to the harbour. " * 6}
TEXT = json.dumps(PAGE, ensure_ascii=False)
MARKUP = f"<p>{PAGE['text']}</p>"


def angular(text: str) -> str:
    for plain, written in (("&", "&a;"), ('"', "&q;"), ("'", "&s;"), ("<", "&l;"), (">", "&g;")):
        text = text.replace(plain, written)
    return text


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        json.dumps(PAGE),
        f"  {TEXT}\n",
        quote(TEXT),
        html.escape(TEXT),
        TEXT.replace("&", "&amp;").replace('"', "&#34;"),
        angular(TEXT),
        base64.b64encode(TEXT.encode()).decode(),
    ],
)
def test_objects(text: str) -> None:
    assert value_in(text) == PAGE


def test_markup() -> None:
    assert value_in(quote(MARKUP)) == MARKUP
    assert value_in(base64.b64encode(MARKUP.encode()).decode()) == MARKUP
    assert value_in(html.escape(MARKUP)) == MARKUP


@pytest.mark.parametrize(
    "text", ["", "plain", MARKUP, "{broken", "eyJ", "%7Bx", "[1, 2]", "{a: 1}"]
)
def test_other_strings(text: str) -> None:
    assert value_in(text) in (None, text, "{x")


def test_a_value_in_a_script() -> None:
    assert value_at(f"state = {TEXT};", 8) == (PAGE, 8 + len(TEXT))
    assert value_at("state = {a: 1}", 8) is None


def test_strings_in_one_another() -> None:
    value = with_inner({"a": [{"b": json.dumps({"c": TEXT})}], "short": '{"d": 1}'})
    assert value == {"a": [{"b": {"c": PAGE}}], "short": '{"d": 1}'}


def test_places_in_a_string() -> None:
    places = json.dumps([{"_1": 2}, "text", PAGE["text"]])
    assert len(places) >= SHORTEST
    assert with_inner({"a": places}) == {"a": {"text": PAGE["text"]}}


def test_objects_with_numbers_as_keys_are_lists() -> None:
    blocks = {"b-12": {"t": 1}, "7f3a": {"t": 2}, "3": {"t": 3}}
    assert with_inner({"body": blocks}) == {"body": [{"t": 1}, {"t": 2}, {"t": 3}]}
    names = {"h1": {"t": 1}, "intro": {"t": 2}, "h2": {"t": 3}}
    assert with_inner({"body": names}) == {"body": names}


def test_depth_is_bounded() -> None:
    text: Value = TEXT
    for _ in range(9):
        text = json.dumps({"a": text})
        if len(text) > 1_000_000:
            break
    levels, value = 0, value_in(text)
    while isinstance(value, dict) and "a" in value:
        value, levels = value["a"], levels + 1
    assert levels == 5


@given(st.text(alphabet='{}[]"&quot;%7B eyJ=\\', max_size=300))
def test_any_string(text: str) -> None:
    value_in(text)
