"""Values that are named elsewhere are put where they are named."""

from __future__ import annotations

import json

import pytest

from mirrorpress.page_data.literals import Value, literals_in
from mirrorpress.page_data.references import (
    MAX_LEVELS,
    with_arguments,
    with_entities,
    with_indices,
    with_rows,
)


def test_entities_by_ref() -> None:
    state = {
        "ROOT": {"post": {"__ref": "Post:1"}},
        "Post:1": {"title": "Harbour", "lines": [{"__ref": "Line:1"}, {"__ref": "Line:2"}]},
        "Line:1": {"text": "one"},
        "Line:2": {"text": "two"},
    }
    lines = [{"text": "one"}, {"text": "two"}]
    assert with_entities(state)["ROOT"] == {"post": {"title": "Harbour", "lines": lines}}


def test_entities_by_type_and_id() -> None:
    state = {
        "ROOT": {"post": {"type": "id", "generated": False, "id": "Post:1"}},
        "Post:1": {"title": "Harbour"},
    }
    assert with_entities(state)["ROOT"] == {"post": {"title": "Harbour"}}


def test_a_thing_that_nobody_has_stays_a_name() -> None:
    state = {"post": {"__ref": "Post:9"}}
    assert with_entities(state) == state


def test_a_value_without_names_is_itself() -> None:
    state = {"a": [1, {"b": "c"}]}
    assert with_entities(state) is state


def test_things_that_hold_one_another_end() -> None:
    state = {
        "Author:1": {"name": "Mira Holm", "post": {"__ref": "Post:1"}},
        "Post:1": {"title": "Harbour", "author": {"__ref": "Author:1"}},
    }
    found = with_entities(state)
    assert found["Author:1"]["post"]["title"] == "Harbour"
    assert len(json.dumps(found)) < 500


@pytest.mark.parametrize(
    ("places", "value"),
    [
        (
            [{"title": 1, "lines": 2}, "Harbour", [3, 4], "one", "two"],
            {"title": "Harbour", "lines": ["one", "two"]},
        ),
        (
            [["ShallowReactive", 1], {"data": 2}, ["Reactive", 3], {"t": 4}, "x"],
            {"data": {"t": "x"}},
        ),
        ([{"when": 1}, ["Date", "2031-05-04"], "x"], {"when": "2031-05-04"}),
        ([{"a": 2, "b": -1}, "x", "y"], {"a": "y", "b": None}),
        ([{"_1": 2, "_3": 4}, "title", "Harbour", "n", 7], {"title": "Harbour", "n": 7}),
        ([{"self": 0, "t": 1}, "x", "y"], {"self": None, "t": "x"}),
    ],
)
def test_places_of_a_list(places: Value, value: Value) -> None:
    assert with_indices(places) == value


@pytest.mark.parametrize(
    "value",
    [
        [{"a": "b"}, {"a": "c"}, 1],
        [{"id": 1}, {"id": 2}, {"id": 0}],
        [{"n": 99}, "b", "c"],
        {"a": 1},
    ],
)
def test_other_lists_stay(value: Value) -> None:
    assert with_indices(value) is value


def test_wrappers_that_hold_one_another_end() -> None:
    assert with_indices([["Reactive", 1], ["Reactive", 0], "x"]) is None


def test_arguments_of_a_function_that_is_called() -> None:
    top = literals_in('window.x=(function(a,b){return {title:a,tags:[b,"c"]}}("Harbour","sea"));')
    assert with_arguments(top) == ["return", {"title": "Harbour", "tags": ["sea", "c"]}]


def test_other_scripts_stay() -> None:
    top = literals_in("window.x = {a: 1}; start()")
    assert with_arguments(top) is top


def test_rows_of_components() -> None:
    text = "Zwölf Boote"
    size = len(text.encode())
    rows = (
        '2:I["chunk",["a"],"Header"]\n'
        '0:["$","main",null,{"children":["$","$L2",null,{}],"text":"$3","rest":"$L4"}]\n'
        f'3:T{size:x},{text}4:["$","p",null,{{"children":"late"}}]\n'
        "5:not json\n"
    )
    (root, broken) = with_rows(rows)
    assert broken is None
    assert root[3]["text"] == text
    assert root[3]["children"] == ["$", "$L2", None, {}]
    assert root[3]["rest"] == ["$", "p", None, {"children": "late"}]


def test_rows_that_hold_one_another_end() -> None:
    rows = '1:["$","p",null,{"children":"$2"}]\n2:["$","b",null,{"children":"$1"}]\n'
    assert with_rows(rows) == []
    with_rows('0:{"a":"$1"}\n' + rows)


def test_a_row_is_cut_short() -> None:
    assert with_rows("1:Tffffff,abc") == ["abc"]


def test_deep_values_are_cut() -> None:
    deep: Value = {"__ref": "x"}
    for _ in range(3 * MAX_LEVELS):
        deep = [deep]
    with_entities({"x": {"a": 1}, "y": deep})
