"""extract --explain: what became of each line of a page, in a pipe and on a terminal."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cli.commands import run
from mirrorpress.cli import cli

TEXT = (
    "The ferry to Heron Island sailed again on Monday, nine days after the storm closed the pier.",
    "Harbour master Odette Varga said that divers had checked every pile of the landing stage.",
    "Some three hundred passengers waited at dawn, many of them with bicycles and baskets.",
)


def page(extra: str = "") -> str:
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    return (
        "<html><head><title>Ferry sails again</title></head><body>"
        f'<article class="story"><h1>Ferry sails again</h1>{body}{extra}</article>'
        '<div class="newsletter"><p>Sign up</p></div><div>Imprint</div></body></html>'
    )


def test_each_line_of_the_page_is_one_line() -> None:
    result = run("extract", "--explain", given=page())
    assert result.status == 0
    assert result.said == ""
    assert result.output.decode().splitlines() == [
        "kept     title                                Ferry sails again",
        *(f"kept     paragraph                            {line[:80]}…" for line in TEXT),
        'dropped  class "newsletter" of a div          Sign up',
        "dropped  outside of the body (article.story)  Imprint",
    ]


def test_colours_are_for_terminals() -> None:
    arguments = ["extract", "--explain"]
    shown = CliRunner().invoke(cli, arguments, input=page(), color=True, standalone_mode=False)
    assert click.style("dropped", fg="red") in shown.output
    assert b"\x1b" not in run(*arguments, given=page()).output


def test_nothing_of_a_page_moves_the_cursor() -> None:
    hostile = '<p class="x">Boats \x1b[31mred \u202eback</p><div class="ad-\x1b[2J">Gone</div>'
    output = run("extract", "--explain", given=page(hostile)).output.decode()
    assert r"Boats \x1b[31mred \u202eback" in output
    assert "\x1b" not in output
    assert "\u202e" not in output


def test_lines_that_are_not_shown_are_counted() -> None:
    output = run("extract", "--explain", given=page("<p>Gauge</p>" * 5_000)).output.decode()
    assert output.splitlines()[-1] == "… and 6 more"


def test_several_pages_are_named_and_one_that_fails_is_explained(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    good.write_text(page())
    bad.write_text("<body><footer>Imprint</footer></body>")
    result = run("extract", "--explain", str(good), "none.html", str(bad))
    lines = result.output.decode().splitlines()
    assert result.status == 1
    assert lines[0] == f"{good}:"
    assert lines[-2:] == [f"{bad}:", "dropped  element footer  Imprint"]
    assert "none.html cannot be read" in result.said
    assert f"{bad}: " in result.said


def test_a_batch_is_not_explained() -> None:
    with pytest.raises(click.UsageError, match="leave out --jsonl"):
        run("extract", "--explain", "--jsonl")
