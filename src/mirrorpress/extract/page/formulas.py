"""MathML written as a line of text with raised and lowered parts.

    <math><mi>A</mi><mo>=</mo><mi>π</mi><msup><mi>r</mi><mn>2</mn></msup></math>
    A=πr<sup>2</sup>

No reader app and no git host needs to know MathML for it. Elements and their arguments: MathML
Core (W3C), sections 3 and 4.
"""

from __future__ import annotations

import re
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LONGEST = 20_000  # characters of the markup of one formula; what is longer is left out
_MAX_LEVELS = 40
_NOT_SHOWN = frozenset({"annotation", "annotation-xml", "mphantom", "maction", "script", "style"})
_UNSEEN = re.compile("[\u2061-\u2064\u200b]")  # marks of a function or a product
_ONE = re.compile(r"\w+(?:\.\d+)?|.|\w+(?:<su[bp]>\w+</su[bp]>)+")  # needs no brackets


def written(markup: str) -> str:
    """The markup of a `math` element as inline HTML: text, `sub` and `sup`; "" for none."""
    if len(markup) > _LONGEST:
        return ""
    math = LexborHTMLParser(markup).css_first("math")
    return "" if math is None else "".join(_parts(math, _MAX_LEVELS))


def _parts(node: LexborNode, levels: int) -> list[str]:
    """What is inside, one each."""
    return [_one(child, levels - 1) for child in node.iter(include_text=False)]


def _one(node: LexborNode, levels: int) -> str:
    tag = node.tag
    if tag is None or tag in _NOT_SHOWN or levels <= 0:
        return ""
    if tag in ("mi", "mn", "mo", "mtext", "ms"):
        return escape(_UNSEEN.sub("", " ".join(node.text().split())))
    parts = _parts(node, levels)
    match tag, parts:
        case "mspace", _:
            return " "
        case "semantics", [first, *_]:
            return first
        case "msup", [base, above]:
            return base + _raised(above)
        case "msub", [base, below]:
            return base + _lowered(below)
        case "msubsup" | "munderover", [base, below, above]:
            return base + _lowered(below) + _raised(above)
        case "munder", [base, below]:
            return base + _lowered(below)
        case "mfrac", [above, below]:
            return f"{_grouped(above)}/{_grouped(below)}"
        case "msqrt", [_, *_]:
            return "√" + _grouped("".join(parts))
        case "mroot", [base, degree]:
            return f"{_raised(degree)}√{_grouped(base)}"
        case "mfenced", [_, *_]:
            return f"({', '.join(parts)})"
        case "mtable", _:
            return "; ".join(parts)
        case "mtr" | "mlabeledtr", _:
            return ", ".join(parts)
        case _:
            return "".join(parts)


def _raised(text: str) -> str:
    return f"<sup>{text}</sup>" if text else ""


def _lowered(text: str) -> str:
    return f"<sub>{text}</sub>" if text else ""


def _grouped(text: str) -> str:
    """In brackets, if it is more than a number or a name."""
    return text if _ONE.fullmatch(text) else f"({text})"
