"""Boxes around a field for an e-mail address."""

from __future__ import annotations

import pytest

from mirrorpress.extract import extract
from mirrorpress.model.plain import plain_text

TITLE = "Ferry stops at noon because of fog"
LINES = (
    "The ferry between Calder Bay and Saltmere stops at noon because of the fog on the lower lake.",
    "The company says that the pilots could no longer see the buoys, and that a radar is broken.",
    "Passengers who want to cross take the bus around the lake, which leaves every hour.",
    "On Tuesday the fog had kept both boats in the harbour until the evening, and nobody crossed.",
)
HEADING, WORDS = "<h3>Five minutes</h3>", "<p>What the harbour talks about, each Friday.</p>"
FIELD = "<input type=email>"
FORM = f"<form>{FIELD}<button>Go</button></form>"


def texts(box: str) -> list[str]:
    first, second, *others = (f"<p>{line}</p>" for line in LINES)
    body = "".join((first, second, box, *others))
    html = f"<title>{TITLE}</title><article><h1>{TITLE}</h1>{body}</article>"
    return plain_text(extract(html, "https://a.example/fog")).splitlines()


@pytest.mark.parametrize(
    "box",
    [
        f"<div>{HEADING}{WORDS}{FORM}</div>",
        f"<section>{HEADING}{WORDS}{FORM}<p>The notes apply.</p></section>",
        f"<section><h2>Five minutes</h2>{WORDS}{FORM}</section>",
        f"<div><div>{HEADING}<div>{WORDS}</div></div><div>{FORM}</div></div>",
        f"<div>{HEADING}{WORDS}{FIELD}<button>Go</button></div>",
        f"<div>{HEADING}{WORDS}<form><input name=EMAIL></form></div>",
        f"<div>{HEADING}{WORDS}<form><input type=text placeholder='Ваша почта'></form></div>",
        f"<div>{HEADING}{WORDS}<iframe src='https://a.example/newsletter-form'></iframe></div>",
        f"<div>{WORDS}{FORM}</div>",
    ],
)
def test_boxes_with_a_field_go(box: str) -> None:
    assert texts(box) == [*LINES]


@pytest.mark.parametrize(
    "box",
    [
        f"<div>{HEADING}{WORDS}</div>",  # nothing is asked for
        f"<div>{HEADING}{WORDS}<form><input type=search name=mail></form></div>",
        f"<div>{HEADING}{WORDS}<form><input name=town></form></div>",
        f"{HEADING}{WORDS}{FORM}",  # no box
        f"<div>{HEADING}{WORDS}<h3>Ten minutes</h3>{FORM}</div>",
        f"<div>{HEADING}{WORDS}<table><tr><td>Noon<td>Fog</table>{FORM}</div>",
        f"<div>{HEADING}<p>The fog stops the ferry until noon.</p>{FORM}</div>",
        f"<div><p>{LINES[1]} {LINES[2]} {LINES[3]}</p>{FORM}</div>",
        f"<div>{HEADING}<p>{LINES[1] * 5}</p>{FORM}</div>",
    ],
)
def test_what_may_be_of_the_text_stays(box: str) -> None:
    assert len(texts(box)) > len(LINES)
