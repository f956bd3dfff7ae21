"""What serves as a figure: boxes that are named so, and boxes of a picture and a line below it."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.captioned import is_captioned, is_gallery, text_below
from mirrorpress.extract.page.tree import Element
from trees import SENTENCE, named, tree_of

IMG = "<img src=/port.jpg>"


def box(inside: str, of: str = "div") -> Element:
    return named(tree_of(f"<{of} id=x>{inside}</{of}>"), "x")


@pytest.mark.parametrize(
    "inside",
    [
        f"{IMG}<div>The quay</div>",
        f"{IMG}<span>The quay</span>",
        f"{IMG} The quay, <a href=/k>A. Kern</a> says",
        f"{IMG}<br>The <b>quay</b>",
        f"<div><a href=/port.jpg>{IMG}</a></div><div>The quay</div><div>Photo: A. Kern</div>",
        f"<div><div>{IMG}<small>The quay</small></div></div>",
        f"{IMG}<p class=wp-caption-text>The quay</p>",
        f"<div><figure>{IMG}</figure></div><figcaption>The quay</figcaption>",
        f"<span>Photo</span>{IMG}<span>The quay</span>",
        f"<div>{IMG}<button>Enlarge</button></div><div>The quay</div>",
        "<img src=/port.jpg alt='The quay on Sunday'><p>The quay on Sunday. A. Kern</p>",
        "<div><img src=/port.jpg title='The quay on Sunday'></div><div><p>The quay on Sunday</div>",
    ],
)
def test_a_picture_with_a_line_below_it(inside: str) -> None:
    assert is_captioned(box(inside))


@pytest.mark.parametrize(
    "inside",
    [
        IMG,
        "<div>The quay</div>",
        f"<div>The quay</div>{IMG}",  # above it
        f"{IMG}<p>The ferry sails on Monday.</p>",  # a paragraph of the text
        "<img src=/port.jpg alt=Port><p>Port of the ferry: it sails on Monday.</p>",
        f"{IMG}<div>{SENTENCE * 4}</div>",  # longer than a caption
        f"{IMG}<h3>The quay</h3><div>Of a section</div>",
        f"{IMG}<div>The quay</div>{IMG}<div>The mole</div>",
        f"{IMG}<div><a href=/t>The tram is back</a></div>",
        f"<a href=/t>{IMG}<span>The tram is back</span></a>",
        f"{IMG}<div>Enlarge <button>+</button></div>",
        f"{IMG}<ul><li>The quay</ul>",
    ],
)
def test_what_is_no_caption_by_its_place(inside: str) -> None:
    assert not is_captioned(box(inside))


@pytest.mark.parametrize("tag", ["li", "p", "span", "article"])
def test_items_and_paragraphs_with_a_picture_are_of_the_text(tag: str) -> None:
    assert not is_captioned(box(f"{IMG}<span>The quay</span>", tag))


def test_what_is_printed_below() -> None:
    below = text_below(box(f"<div>{IMG}</div> <i>The quay</i> at noon"))
    texts = [node if isinstance(node, str) else node.text() for node in below]
    assert "".join(texts).strip() == "The quay at noon"


def test_what_a_button_says_is_not_printed_below() -> None:
    element = box(f"<div>{IMG}</div><div>Video Ad Feedback</div><div>The quay</div>")
    assert [node.text() for node in text_below(element) if isinstance(node, Element)] == [
        "The quay"
    ]


def test_galleries_are_named_and_hold_pictures() -> None:
    root = tree_of(f"<div id=a class=gallery>{IMG * 2}</div><div id=b>{IMG * 2}</div>")
    assert [is_gallery(named(root, name)) for name in "ab"] == [True, False]
