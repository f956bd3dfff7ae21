"""Running text in `pre` elements, and what keeps its lines."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.make import blocks_of
from mirrorpress.extract.blocks.typed_text import paragraphs_of, with_breaks
from mirrorpress.model.blocks import CodeBlock, Paragraph
from pace import within
from trees import SENTENCE, first, tree_of

FIRST = (
    "The night ferry to Marin island returns to the harbour on Monday, the\n"
    "port said on Thursday. It sails at nine from the north quay, and comes\n"
    "back before the bakers open."
)
SECOND = (
    "Bicycles are free of charge, and so are dogs. The pilot has the last\nword on what a dog is."
)
TEXT = f"{FIRST}\n\n{SECOND}\n"


def test_lines_that_are_broken_by_hand() -> None:
    assert paragraphs_of(TEXT) == (FIRST.replace("\n", " "), SECOND.replace("\n", " "))


def test_a_line_for_each_paragraph() -> None:
    lines = [SENTENCE * 2 + SENTENCE.strip()] * 3
    assert paragraphs_of("\n".join(lines)) == tuple(lines)


def test_chinese_lines_are_joined_without_a_space() -> None:
    line = (
        "港务处说，开往马林岛的夜班渡轮下周一起恢复，"
        + "每晚一班，票价不变，自行车免费，狗也免费。"
    )
    line += "领航员说了算。"
    assert paragraphs_of("\n".join([line] * 5)) == (line * 5,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        FIRST,  # too short to tell
        "def sail(ferry):\n    return ferry.sail()  # at nine\n\n" * 9,
        "The ferry sails\nwhen the bell has rung;\nthe baker waits\non the quay.\n\n" * 9,  # verse
        "Day        Ferry     Pilot    Remark on the weather\n" * 9,
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday\n" * 9,  # no sentence
        "$ ferry --to marin\nThe ferry sails. It is on time. It has a pilot.\n" * 9,
        f"{TEXT}\n{'=' * 60}\n",
        "x" * 200_001,
    ],
)
def test_what_keeps_its_lines(text: str) -> None:
    assert paragraphs_of(text) == ()


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        (f"<pre>{TEXT}</pre>", Paragraph),
        (f"<pre><code>{TEXT}</code></pre>", CodeBlock),
        (f"<pre class=language-text>{TEXT}</pre>", CodeBlock),
        (f"<pre><span class=h2>1.</span> {TEXT}</pre>", CodeBlock),
    ],
)
def test_elements(markup: str, kind: type[object]) -> None:
    pre = first(tree_of(markup), "pre")
    assert {type(block) for block in blocks_of([pre], None)} == {kind}


@pytest.mark.parametrize("text", [". " * 100_000, "a b\n\n" * 40_000, " \n" * 100_000 + "a" * 300])
def test_long_texts_take_bounded_time(text: str) -> None:
    with within(2):
        paragraphs_of(text)


WHOLE = "The night ferry of Lindesund returns to the harbour on Monday at nine."


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        (f"{WHOLE}\n\n{WHOLE}\n \n{WHOLE}", 3),
        (f"{WHOLE}\r\n\r\n{WHOLE}\r\n\r\n{WHOLE}", 3),
        (f"{WHOLE}\n\nPorts.\n\n{WHOLE}\n\n{WHOLE}", 3),
        (f"{WHOLE}\n\n{WHOLE} {WHOLE}", 1),
        (f"{WHOLE}\n{WHOLE}\n{WHOLE}", 1),
        (f"{WHOLE[:-1]}\n\n" * 4 + WHOLE, 1),
        ("Ports.\n\n" * 60, 1),
    ],
)
def test_blank_lines_behind_sentences_are_breaks(typed: str, pieces: int) -> None:
    broken = with_breaks([typed])
    texts = [node for node in broken if isinstance(node, str)]
    assert len(texts) == pieces
    assert len(broken) == 3 * pieces - 2
    assert "".join("".join(texts).split()) == "".join(typed.split())
