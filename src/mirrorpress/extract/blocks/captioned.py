"""What serves as a figure: a box with a picture and the text below it, known by name or form.

<div class="photo"><img><p class="caption">The quay.</p></div>
<div><img><div>The quay.</div></div>
"""

from __future__ import annotations

from mirrorpress.extract.fields.titles import loose
from mirrorpress.extract.page.tree import Element, Node
from mirrorpress.extract.words.controls import is_control
from mirrorpress.extract.words.vocabulary import CAPTION, CREDIT, GALLERY, PICTURE, in_one_case

_CAPTIONED = frozenset(["div", "section", "span", "p", "dl", "center", "li"])
BOXES = frozenset(["div", "section", "center"])  # known by their form alone
_MOST_CAPTIONED = 4_000  # characters in what serves as a figure
_MOST_RENDITIONS = 3  # of its picture
_MOST_BESIDE_CAPTION = 60  # characters of such a text outside of captions: labels of buttons
_LONGEST_CREDIT = 250  # characters
_LONGEST_BELOW = 300  # characters below a picture, that are its caption by their place
_LINKED = 0.5  # share of such a text
_LONGEST_LABEL = 20  # characters of a label or a button at the picture
_LONGEST_CONTROL = 40  # the same, of what a button says
_SHORTEST_DESCRIPTION = 12  # letters
_IMAGES = ("img", "amp-img")
_NO_CAPTION = (
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre"),
    *("button", "form", "iframe", "video", "audio", "details", *_IMAGES),
)


def is_captioned(element: Element) -> bool:
    """Whether an element serves as a figure: little text, and that of a caption, by a picture."""
    if element.tag not in _CAPTIONED or element.size > _MOST_CAPTIONED:
        return False
    if not _has_picture(element):
        return False
    if element.tag in BOXES and text_below(element):
        return True
    if element.has("figure", "iframe", "video", "h1", "h2", "h3"):
        return False
    if element.size > 600 or element.prose > 300:
        return _is_all_caption(element)
    return any(
        inner.size and inner.hint and CAPTION.search(inner.hint) for inner in element.walk()[1:]
    ) or (
        PICTURE.search(element.hint) is not None
        and element.size > 0
        and not element.has("p", "ul", "ol", "table", "blockquote")
        and len(element.find(*_IMAGES)) == 1
    )


def _has_picture(element: Element) -> bool:
    """Whether an image is below; none is in what is inline."""
    stack = [element]
    while stack:
        for child in stack.pop().children:
            if not isinstance(child, str) and not child.inline:
                if child.tag in _IMAGES:
                    return True
                stack.append(child)
    return False


def _is_all_caption(element: Element) -> bool:
    """Whether a long text beside one picture stands in elements named as captions or credits.

    Pages hold a caption twice: whole, and cut short with a button.
    """
    outside = pictures = captions = 0
    stack = [element]
    while stack and pictures <= _MOST_RENDITIONS and outside <= _MOST_BESIDE_CAPTION:
        inner = stack.pop()
        pictures += inner.tag in _IMAGES
        if inner is not element and inner.size and inner.hint:
            if CAPTION.search(inner.hint):
                captions += 1
                continue
            if CREDIT.search(inner.hint) and inner.size <= _LONGEST_CREDIT:
                continue
        outside += sum(len(child.strip()) for child in inner.children if isinstance(child, str))
        stack += inner.elements()
    return captions > 0 and pictures <= _MOST_RENDITIONS and outside <= _MOST_BESIDE_CAPTION


def is_gallery(element: Element) -> bool:
    """Whether an element is named as a gallery, and holds pictures and little text."""
    return (
        element.prose < 600
        and GALLERY.search(element.hint) is not None
        and len(element.find("img")) > 1
    )


def text_below(element: Element) -> list[Node]:
    """What is printed below the picture of a box, where it is a line or two and all of its text."""
    if element.size > _LONGEST_BELOW:
        return []
    box = element
    parts = [child for child in box.children if _shows(child)]
    while len(parts) == 1 and isinstance(parts[0], Element) and parts[0].size:
        box = parts[0]
        if box.tag == "a":
            return []
        parts = [child for child in box.children if _shows(child)]
    if len(parts) > 2 and isinstance(parts[0], Element) and _is_label(parts[0]):
        del parts[0]
    picture = parts[0] if parts else ""
    if isinstance(picture, str) or picture.size > _LONGEST_LABEL or not _is_picture(picture):
        return []
    below = [
        child for child in box.children[box.children.index(picture) + 1 :] if not _is_control(child)
    ]
    elements = [child for child in below if isinstance(child, Element)]
    if any(child.tag in _NO_CAPTION or child.has(*_NO_CAPTION) for child in elements):
        return []
    if any(child.tag == "p" or child.has("p") for child in elements):
        text = loose("".join(child if isinstance(child, str) else child.text() for child in below))
        if not any(text.startswith(known) for known in _descriptions(picture)):
            return []
    if sum(child.links for child in elements) > _LINKED * element.size:
        return []
    return below if any(_shows(child) for child in below) else []


def _shows(node: Node) -> bool:
    if isinstance(node, str):
        return bool(node.strip())
    return not node.excluded and (node.size > 0 or _is_picture(node))


def _is_control(node: Node) -> bool:
    """Whether it says only what a button does."""
    return (
        isinstance(node, Element)
        and 0 < node.size <= _LONGEST_CONTROL
        and is_control(in_one_case(node.text()))
    )


def _is_label(element: Element) -> bool:
    """Whether it is a word or two, as "Photo", for those who do not see the picture."""
    return element.size <= _LONGEST_LABEL and not _is_picture(element)


def _descriptions(picture: Element) -> list[str]:
    """What a picture says of itself in its attributes, if that is a line."""
    images = [e for e in (picture, *picture.find(*_IMAGES)) if e.tag in _IMAGES]
    said = (loose(image.get(name)) for image in images[:1] for name in ("alt", "title"))
    return [text for text in said if len(text) >= _SHORTEST_DESCRIPTION]


def _is_picture(element: Element) -> bool:
    return element.tag in _IMAGES or _has_picture(element)
