"""MathML written as a line of text."""

from __future__ import annotations

import pytest

from mirrorpress.extract.page.formulas import written

A, B, TWO = "<mi>a</mi>", "<mi>b</mi>", "<mn>2</mn>"
SUM = f"<mrow>{A}<mo>+</mo>{B}</mrow>"


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        (f"{A}<mo>=</mo><mi>π</mi><msup><mi>r</mi>{TWO}</msup>", "a=πr<sup>2</sup>"),
        (f"<msub>{A}{B}</msub>", "a<sub>b</sub>"),
        (f"<msubsup>{A}{B}{TWO}</msubsup>", "a<sub>b</sub><sup>2</sup>"),
        (f"<munderover><mo>∑</mo>{A}{B}</munderover>", "∑<sub>a</sub><sup>b</sup>"),
        (f"<munder><mo>lim</mo>{A}</munder>", "lim<sub>a</sub>"),
        (f"<mover>{A}<mo>→</mo></mover>", "a→"),
        (f"<mfrac>{A}{TWO}</mfrac>", "a/2"),
        (f"<mfrac>{SUM}<mn>2.5</mn></mfrac>", "(a+b)/2.5"),
        (f"<mfrac>{A}<msup>{B}{TWO}</msup></mfrac>", "a/b<sup>2</sup>"),
        (f"<mfrac>{A}<msup>{B}{SUM}</msup></mfrac>", "a/(b<sup>a+b</sup>)"),
        (f"<msqrt>{A}<mo>+</mo>{B}</msqrt>", "√(a+b)"),
        (f"<mroot>{A}<mn>3</mn></mroot>", "<sup>3</sup>√a"),
        (f"<mfenced>{A}{B}</mfenced>", "(a, b)"),
        (
            f"<mtable><mtr><mtd>{A}</mtd><mtd>{B}</mtd></mtr><mtr><mtd>{B}</mtd></mtr></mtable>",
            "a, b; b",
        ),
        (f"<semantics>{SUM}<annotation>a+b</annotation></semantics>", "a+b"),
        (f"{A}<mspace/><mtext>if</mtext><mspace/>{B}", "a if b"),
        (f"<mi>f</mi><mo>\u2061</mo>{A}<mphantom>{B}</mphantom>", "fa"),
        ("<mo>&lt;</mo><mtext>&lt;script&gt;</mtext>", "&lt;&lt;script&gt;"),
        (f"<msup>{A}</msup><mfrac>{B}</mfrac>", "ab"),  # with parts missing
        ("<msup></msup><msqrt></msqrt>", ""),
        ("loose <b>text</b>", ""),
    ],
)
def test_written(inside: str, line: str) -> None:
    assert written(f"<math display=inline>{inside}</math>") == line


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "math",
        "<math>",
        f"<math>{A * 3_000}</math>",
        f"<math>{'<mrow>' * 1_000}{A}{'</mrow>' * 1_000}</math>",
    ],
)
def test_no_formula_and_one_without_end(markup: str) -> None:
    assert written(markup) == ""
