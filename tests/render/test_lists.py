"""The lists of our layouts: which ones name an article, and which are parts of which."""

from __future__ import annotations

from mirrorpress.render import lists
from render.samples import FR, STORY, ZH


def test_every_list_of_an_article() -> None:
    assert [one.key for one in lists.lists_of(ZH)] == [
        "front:",
        "outlet:yuanshan",
        "outlet-month:yuanshan/2026-03",
        "month:2026-03",
        "day:2026-03-04",
        f"story:{STORY}",
    ]
    assert {one.kind for one in lists.lists_of(FR)} == {
        "front", "outlet", "outlet-month", "month", "day"
    }  # fmt: skip


def test_the_lists_above_one() -> None:
    assert lists.above(lists.outlet_month("rfi", "2026-03")) == (lists.outlet("rfi"),)
    assert lists.above(lists.day("2026-03-04")) == (lists.month("2026-03"),)
    for top in (lists.FRONT, lists.outlet("rfi"), lists.month("2026-03"), lists.story(STORY)):
        assert lists.above(top) == ()


def test_the_parts_of_a_list() -> None:
    assert lists.part(lists.FRONT, "2026-03") == lists.month("2026-03")
    assert lists.part(lists.outlet("rfi"), "2026-03") == lists.outlet_month("rfi", "2026-03")
    assert lists.part(lists.month("2026-03"), "2026-03-04") == lists.day("2026-03-04")
