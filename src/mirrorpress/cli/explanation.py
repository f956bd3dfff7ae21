"""How `mirrorpress extract --explain` looks: one line for each line of the page, or an HTML file.

kept     paragraph                           The ferry sailed again on Monday, nine days …
dropped  class "newsletter" of a div         Sign up for our morning letter

The HTML file shows the same beside the article. It is opened by people for whom the outlet may be
blocked: it holds no script, and loads nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click
from markupsafe import Markup, escape

from mirrorpress.extract import Explanation
from mirrorpress.model import Article, Block
from mirrorpress.model.blocks import (
    Embed,
    Figure,
    Heading,
    ListBlock,
    Quote,
    Rule,
    Table,
)
from mirrorpress.model.plain import block_text, inline_text
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


_STYLE = Markup("""
:root { color-scheme: light dark }
body { margin: 0; padding: 1rem; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
main { display: grid; gap: 2rem; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) }
@media (max-width: 700px) { main { grid-template-columns: minmax(0, 1fr) } }
h2 { font-size: 1rem; border-bottom: 1px solid; margin: 0 0 .5rem }
ol { list-style: none; margin: 0; padding: 0 }
ol.lines li { padding: .25rem .6rem; margin: .25rem 0; border-inline-start: .3rem solid #b3261e }
ol.lines li.kept { border-color: #2e7d32 }
ol.lines p { margin: 0 }
ol.lines li.dropped p { opacity: .7 }
small { display: block; font-size: .8rem; opacity: .8 }
pre { white-space: pre-wrap }
table { border-collapse: collapse }
td { border: 1px solid; padding: .1rem .4rem }
""")
_PAGE = Markup(
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    '<meta name="referrer" content="no-referrer">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<title>{title}</title>\n<style>{style}</style></head>\n<body><main>\n"
    '<section><h2>Lines of the page</h2>\n<ol class="lines">\n{lines}\n</ol>{omitted}</section>\n'
    '<section><h2>Article</h2>\n<article dir="auto">\n{article}\n</article></section>\n'
    "</main></body></html>\n"
)
_LINE = Markup(
    '<li class="{mark}"><small dir="ltr">{mark}: {reason}</small><p dir="auto">{text}</p></li>'
)


def explanation_page(explanation: Explanation) -> str:
    """An HTML page: the lines of a page on the left, the article on the right; no script."""
    result = explanation.result
    lines = (
        _LINE.format(
            mark="kept" if line.kept else "dropped",
            reason=_plain(line.reason),
            text=_plain(line.text),
        )
        for line in explanation.lines
    )
    title = "No article"
    article: Iterable[Markup] = [_paragraph(str(result))]
    if isinstance(result, Article):
        title, article = result.title, _article(result)
    omitted = Markup("\n<p>… and {} more</p>").format(explanation.omitted)
    return str(
        _PAGE.format(
            title=_plain(title),
            style=_STYLE,
            lines=Markup("\n").join(lines),
            omitted=omitted if explanation.omitted else "",
            article=Markup("\n").join(article),
        )
    )


def _article(article: Article) -> Iterator[Markup]:
    yield Markup('<h1 dir="auto">{}</h1>').format(_plain(article.title))
    if article.subtitle:
        yield Markup('<p dir="auto"><strong>{}</strong></p>').format(_plain(article.subtitle))
    if article.bylines:
        yield _small(", ".join(article.bylines))
    if article.published:
        yield _small(article.published.isoformat(" ", "minutes"))
    yield from _blocks(article.blocks)


def _blocks(blocks: Iterable[Block]) -> Iterator[Markup]:
    """Blocks as HTML that loads nothing: pictures and players are named by their addresses."""
    for block in blocks:
        match block:
            case Heading():
                yield Markup('<h3 dir="auto">{}</h3>').format(_plain(block_text(block)))
            case ListBlock(_, items):
                inner = (Markup("<li>{}</li>").format(_joined(item.children)) for item in items)
                yield Markup('<ul dir="auto">{}</ul>').format(Markup("").join(inner))
            case Quote(children):
                yield Markup('<blockquote dir="auto">{}</blockquote>').format(_joined(children))
            case Figure(images, caption):
                for image in images:
                    said = inline_text(image.caption or caption, line_break=" ")
                    yield _small(
                        " · ".join(filter(None, ("picture", said, image.credit, image.url)))
                    )
            case Embed():
                yield _small(" · ".join(filter(None, (block.kind, block.title, block.url))))
            case Table(rows):
                yield Markup("<table>{}</table>").format(
                    Markup("").join(
                        Markup("<tr>{}</tr>").format(
                            Markup("").join(
                                Markup('<td dir="auto">{}</td>').format(
                                    _plain(inline_text(cell.children))
                                )
                                for cell in row.cells
                            )
                        )
                        for row in rows
                    )
                )
            case Rule():
                yield Markup("<hr>")
            case _:
                yield _paragraph(block_text(block))


def _joined(blocks: Iterable[Block]) -> Markup:
    return Markup("").join(_blocks(blocks))


def _paragraph(text: str) -> Markup:
    return Markup('<p dir="auto">{}</p>').format(_plain(text))


def _small(text: str) -> Markup:
    return Markup('<small dir="auto">{}</small>').format(_plain(text))


def _plain(text: str) -> Markup:
    """Text for HTML: escaped, and half a character as a question mark."""
    return escape(text.encode("utf-8", "replace").decode("utf-8"))
