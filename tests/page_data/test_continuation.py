"""Whether scripts have more of a text than the page shows."""

from __future__ import annotations

import json

import pytest

from mirrorpress.page_data.continuation import that_goes_on
from mirrorpress.page_data.scripts import has_script
from pace import within
from page_data.test_scripts import JSON, LINES, script


def goes_on(markup: str, line: str, size: float) -> bool:
    return has_script(markup, that_goes_on(line, size))


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        (LINES[0], True),
        (LINES[4], True),
        (LINES[5], False),  # the last
        ("Another line that no script has, however long it may be", False),
        ("—", False),
        ("", False),
    ],
)
def test_a_line_that_goes_on_in_a_script(line: str, goes: bool) -> None:
    assert goes_on(script(JSON), line, 80) is goes


def test_how_much_must_follow() -> None:
    rest = sum(map(len, LINES[2:]))
    assert goes_on(script(JSON), LINES[1], rest - 60)
    assert not goes_on(script(JSON), LINES[1], rest + 60)


def test_a_line_goes_on_in_escaped_letters() -> None:
    lines = [
        "海港的渡轮今天停航,渔民在码头等候消息",
        "风暴过后,当局说航线将在星期五恢复,岛上的居民可以领取物资",
    ]
    assert goes_on(script(json.dumps(lines)), lines[0], 20)
    assert not goes_on(script(json.dumps(lines)), lines[1], 20)


def test_json_ld_is_no_script_that_goes_on() -> None:
    assert not goes_on(script(JSON, "type=application/ld+json"), LINES[0], 80)


BLOCKS = [
    {"type": "p", "id": n, "model": {"parts": [{"text": line}], "style": []}, "x": None}
    for n, line in enumerate(LINES)
]


@pytest.mark.parametrize(
    ("state", "goes"),
    [
        ({"body": LINES[:2], "next": LINES[2:]}, False),
        ({"body": LINES, "next": []}, True),
        ({"body": BLOCKS}, True),
        ({"body": BLOCKS[:2], "date": "2031", "next": {"texts": BLOCKS[2:]}}, False),
        ({"body": "".join(f"<p>{line}</p>" for line in LINES)}, True),
        ({"body": {"html": f"<p>{LINES[1]}</p>"}, "excerpt": LINES[2] * 4}, False),
        ({"body": [{"text": line, "spans": []} for line in LINES]}, True),
        ({"body": f"<p>{LINES[1]}</p>", "summary": LINES[2] * 4}, False),
    ],
)
def test_what_follows_is_of_the_same_text(state: object, goes: bool) -> None:
    assert goes_on(script(json.dumps(state)), LINES[1], 150) is goes


@pytest.mark.parametrize("piece", [LINES[0], '"', "<script>", "]", "\\", f'"{LINES[0]}",'])
def test_any_repetition_is_read_in_time(piece: str) -> None:
    with within(seconds=3):
        goes_on(script(piece * 20_000), LINES[0], 1500)
        goes_on(piece * 20_000, LINES[0], 1500)
