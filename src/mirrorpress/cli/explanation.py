"""How `mirrorpress extract --explain` looks: one line for each line of the page.

kept     paragraph                           The ferry sailed again on Monday, nine days …
dropped  class "newsletter" of a div         Sign up for our morning letter
"""

from __future__ import annotations

import click

from mirrorpress.extract import Explanation
from mirrorpress.publish.printable import escaped

_MAX_TEXT = 80  # characters of a line of the page
_WIDEST = 44  # characters of the column of reasons; a longer reason moves its line


def print_explanation(explanation: Explanation) -> None:
    """Print the lines of a page with what became of each; colours on a terminal only."""
    reasons = [escaped(line.reason) for line in explanation.lines]
    width = min(max(map(len, reasons), default=0), _WIDEST)
    for line, reason in zip(explanation.lines, reasons, strict=True):
        text = escaped(line.text if len(line.text) <= _MAX_TEXT else line.text[:_MAX_TEXT] + "…")
        mark = click.style("kept   ", fg="green") if line.kept else click.style("dropped", fg="red")
        click.echo(f"{mark}  {click.style(reason.ljust(width), dim=True)}  {text}")
    if explanation.omitted:
        click.echo(f"… and {explanation.omitted} more")
