"""Captions and credits that stand as paragraphs beside their pictures."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.picture_lines import with_picture_lines
from mirrorpress.model import Image
from mirrorpress.model.blocks import Block, Figure, Paragraph, Text
from pace import within

CAPTION = "The old quay of Lisquay on Sunday morning"


def p(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def figure(caption: str = "", credit: str | None = None) -> Figure:
    spans = (Text(caption),) if caption else ()
    return Figure((Image(url="https://ledger.example/quay.jpg", caption=spans, credit=credit),))


@pytest.mark.parametrize(
    "line",
    ["Getty Images", "STR/AFP via Getty Images", "Bo Li | Reuters", "Photo: Bo Li", "照片：李安",
     "Foto: Bo Li / dpa", "© Imago Images", "(Bo Li/AP)"],
)  # fmt: skip
def test_a_credit_goes_to_the_picture_before_it(line: str) -> None:
    blocks = with_picture_lines([p("One."), figure(CAPTION), p(line), p("Two.")])
    assert blocks == (p("One."), figure(CAPTION, line), p("Two."))
    kept = with_picture_lines([figure(CAPTION, "Bo Li"), p(line)])
    assert kept == (figure(CAPTION, "Bo Li"),)


@pytest.mark.parametrize(
    "line",
    [
        "Reuters reported it first.",
        "The boat, said Reuters, sank",
        "Photo",
        "Photo by photo, the town was lost.",
        "AP Møller",
        "Foto" + ": " + "x" * 90,
        "",
    ],
)
def test_a_line_of_the_text_stays(line: str) -> None:
    assert with_picture_lines([figure(), p(line)]) == (figure(), p(line))


def test_a_credit_that_stands_behind_no_picture_stays() -> None:
    blocks = (p("Getty Images"), figure(), p("One."), p("Getty Images"))
    assert with_picture_lines(blocks) == blocks


@pytest.mark.parametrize(
    "line",
    [
        "The old quay on Sunday. (AP Photo/Bo Li, File)",
        "The old quay on Sunday (Foto: Bo Li)",
        "The old quay (Courtesy of Ada Stone).",
        "The old quay on Sunday. (Bo Li/The Lisquay Ledger via AP)",
        "渡轮停靠在老码头。（李安 摄）",
    ],
)
def test_a_line_that_ends_with_a_credit_is_the_caption(line: str) -> None:
    assert with_picture_lines([figure(), p(line), p("Two.")]) == (figure(line), p("Two."))
    with_caption = (figure(CAPTION), p(line))
    assert with_picture_lines(with_caption) == with_caption


@pytest.mark.parametrize(
    "line",
    [
        "LISQUAY (AP) — The old quay opened again on Sunday.",
        "The quay opened (a photo shows it) on Sunday.",
        "The boat is back (see the map).",
        "The old quay on Sunday. (Bo Li/AP) " + "It is open. " * 50,
        "The old quay (AP Photo/Bo Li)" * 30,
    ],
)
def test_a_line_with_a_credit_in_it_stays(line: str) -> None:
    assert with_picture_lines([figure(), p(line)]) == (figure(), p(line))


def test_a_credit_at_the_end_is_of_the_only_picture() -> None:
    blocks = (figure(CAPTION), p("One."), p("Foto di Leonora Prima"))
    assert with_picture_lines(blocks) == (figure(CAPTION, "Foto di Leonora Prima"), p("One."))
    for kept in (
        (figure(CAPTION, "Bo Li"), p("One."), p("Foto di Leonora Prima")),
        (figure(CAPTION), p("One."), p("Getty Images")),  # may be who wrote it
        (figure(CAPTION), p("One."), figure(), p("Two."), p("Foto di Leonora Prima")),
    ):
        assert with_picture_lines(kept) == kept


@pytest.mark.parametrize("line", [CAPTION, f"{CAPTION}.", CAPTION.upper()])
def test_a_second_copy_of_a_caption_goes(line: str) -> None:
    blocks: tuple[Block, ...] = (p("One."), p(line), figure(CAPTION), p("Two."), p(line))
    assert with_picture_lines(blocks) == (p("One."), figure(CAPTION), p("Two."))


def test_what_is_like_a_caption_stays() -> None:
    blocks = (
        figure(CAPTION),
        p(f"{CAPTION} was full of people."),
        figure("The quay"),
        p("The quay"),
    )
    assert with_picture_lines(blocks) == blocks


def test_a_long_line_is_read_in_linear_time() -> None:
    with within(3):
        for piece in ("a/", "photo:", "via ", "| ", "–", " ", "(", "(photo", "摄"):
            with_picture_lines([figure(), p(piece * 50)])
            with_picture_lines([figure(CAPTION), p(piece * 100_000)])
