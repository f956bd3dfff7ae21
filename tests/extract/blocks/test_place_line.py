"""The place of a report on a line of its own."""

from __future__ import annotations

import pytest

from extract.written import RUNNING, SECOND, h, p, picture
from mirrorpress.extract.blocks.place_line import with_place_joined
from mirrorpress.model.blocks import Block, Figure
from mirrorpress.model.plain import block_text

PORT = Figure((picture("port.jpg"),))


@pytest.mark.parametrize(
    "place", ["Lindesund Courier —", "Courier\u00a0—\u00a0", "LINDESUND, Marin –"]
)
def test_a_place_is_joined_with_the_first_paragraph(place: str) -> None:
    found = with_place_joined([PORT, p(place), p(RUNNING), p(SECOND)])
    assert found[0] is PORT
    assert [block_text(block) for block in found[1:]] == [f"{place} {RUNNING}", SECOND]


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (p("Lindesund —"),),
        (PORT, p("Lindesund —")),
        (p("Lindesund"), p(RUNNING)),
        (p("—"), p(RUNNING)),
        (p("Lindesund —"), h(RUNNING)),
        (h("Lindesund —"), p(RUNNING)),
        (p("Lindesund —"), p("Rain.")),
        (p(RUNNING), p("Lindesund —"), p(SECOND)),
        (p(f"{RUNNING} {SECOND} —"), p(SECOND)),
    ],
)
def test_other_lines_stay(blocks: tuple[Block, ...]) -> None:
    assert with_place_joined(blocks) == blocks
