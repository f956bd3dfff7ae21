"""What is read of JavaScript without running it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.page_data.literals import (
    KEYLESS,
    MAX_LEVELS,
    Name,
    Value,
    literals_in,
    unescaped,
)
from pace import within


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ('{"title": "Harbour"}', {"title": "Harbour"}),
        ("{title: 'Harbour', n: 3}", {"title": "Harbour", "n": 3}),
        ("{a: [1, [2, {b: `x`}]], c: -1.5}", {"a": [1, [2, {"b": "x"}]], "c": None}),
        ("{a: !0, b: void 0, c: 'x'}", {"a": 0, "b": "void", KEYLESS: [0], "c": "x"}),
        ('{"a": "first", "a": "second"}', {"a": "first"}),
        ("{'': 'x', a, b}", {" ": "x", KEYLESS: ["a", "b"]}),
        ("{a, '': ['x'], b}", {KEYLESS: ["a", "b"], " ": ["x"]}),
        ("{a, b, c: 'x'}", {KEYLESS: ["a", "b"], "c": "x"}),
        ('{"a": "he said \\"no\\""}', {"a": 'he said "no"'}),
        ("{/* a: 'old', */ b: 'new'}", {"b": "new"}),
        ('{"url": "https://a.example/b"}', {"url": "https://a.example/b"}),
        ('["open", ["never closed"', ["open", ["never closed"]]),
    ],
)
def test_values(script: str, value: Value) -> None:
    assert literals_in(script) == [value]


def test_what_surrounds_a_value_is_passed_over() -> None:
    found = literals_in('window.state = {page: {title: "Harbour"}}; run(function(){return a?b:c});')
    assert {"page": {"title": "Harbour"}} in found


def test_names_are_no_strings() -> None:
    (value,) = literals_in("{a: b, c: 'b'}")
    assert isinstance(value["a"], Name)
    assert not isinstance(value["c"], Name)


def test_calls_keep_their_order() -> None:
    (call,) = literals_in('(function(a){return {title: a}}("Harbour"))')
    assert call == [
        "(",
        "function",
        ["(", "a"],
        {KEYLESS: ["return", {"title": "a"}]},
        ["(", "Harbour"],
    ]


@pytest.mark.parametrize(
    ("literal", "text"),
    [
        (r"caf\u00e9", "café"),
        (r"caf\xe9", "café"),
        (r"\u{1f600}", "\U0001f600"),
        (r"\ud83d\ude00", "\U0001f600"),
        (r"a\/b \\ \'c\' \"d\"", "a/b \\ 'c' \"d\""),
        (r"one\ntwo\tthree", "one\ntwo\tthree"),
        (r"\u{110000}", "\ufffd"),
        ("plain", "plain"),
    ],
)
def test_escapes(literal: str, text: str) -> None:
    assert unescaped(literal) == text


def test_a_string_ends_at_its_line() -> None:
    assert literals_in("it's\n['a']") == ["it", "s", ["a"]]


def test_depth_is_bounded() -> None:
    deep = "[" * 5 * MAX_LEVELS + "'x'" + "]" * 5 * MAX_LEVELS
    value, levels = literals_in(deep + "['y']"), 0
    assert value[-1] == ["y"]
    inner = value[0]
    while inner:
        inner, levels = inner[0], levels + 1
    assert levels == MAX_LEVELS - 1


@pytest.mark.parametrize("piece", ['"', "'a\\", "{", "}", "[{(", "a:", "/*", "`", "\\"])
def test_any_repetition_is_read_in_time(piece: str) -> None:
    with within(seconds=3):
        literals_in(piece * 200_000)


@given(st.text(alphabet="{}[]()\"'`:,\\/* ab1\n", max_size=80))
def test_any_script_gives_values(script: str) -> None:
    literals_in(script)
