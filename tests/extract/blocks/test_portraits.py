"""Portraits of the authors beside their names."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.portraits import without_portraits
from mirrorpress.model import Image
from mirrorpress.model.blocks import Block, Figure, Paragraph, Text

NAMES = ("Anna Kern", "Bo Li")
TEXT = Paragraph((Text("The quay is open."),))


def picture(alt: str, caption: str = "", name: str = "kern") -> Image:
    shown = (Text(caption),) if caption else ()
    return Image(url=f"https://a.example/{name}.jpg", alt=alt, caption=shown)


def kept(*images: Image, lead: Image | None = None) -> tuple[Block, ...]:
    return without_portraits([TEXT, Figure(images)], NAMES, lead)[1:]


@pytest.mark.parametrize(
    "image",
    [
        picture("Anna Kern"),
        picture("ANNA KERN"),
        picture("Portrait of Bo Li"),
        picture("Anna Kern", "Anna Kern"),
    ],
)
def test_portraits(image: Image) -> None:
    assert kept(image) == ()
    other = picture("The quay", name="quay")
    assert kept(image, other) == (Figure((other,)),)
    assert kept(image, lead=picture("", name="quay")) == ()


@pytest.mark.parametrize(
    "image",
    [
        picture(""),
        picture("The quay"),
        picture("Jo Mund"),
        picture("Anna Kern and the mayor open the quay"),
        picture("Anna Kern", "Anna Kern opens the quay."),
    ],
)
def test_pictures_of_the_article(image: Image) -> None:
    assert kept(image) == (Figure((image,)),)


def test_the_picture_that_the_page_names_stays() -> None:
    image = picture("Anna Kern")
    assert kept(image, lead=picture("")) == (Figure((image,)),)


def test_without_names_all_stay() -> None:
    blocks = (TEXT, Figure((picture("Anna Kern"),)))
    assert without_portraits(blocks, (), None) == blocks
    assert without_portraits(blocks, ("Anna",), None) == blocks
