"""How `mirrorpress extract --explain` looks: one line for each line of the page, or an HTML file.

The rules of the page's site come first.

rule     remove .promo                       matches 1 element
kept     paragraph                           The ferry sailed again on Monday, nine days …
dropped  class "newsletter" of a div         Sign up for our morning letter
dropped  rule: remove .promo                 More news from the docks

The HTML file shows the same beside the article. It is opened by people for whom the outlet may be
blocked: it holds no script, and loads nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import click
from markupsafe import Markup, escape

from mirrorpress.extract import ExplainedRule, Explanation
from mirrorpress.model import Article, Block, Image
from mirrorpress.model.blocks import Embed, Figure, Paragraph, Quote, Table
from mirrorpress.model.plain import inline_text
from mirrorpress.publish.printable import escaped
from mirrorpress.render.html import NOTHING, BlockWriter, InlineWriter, table

_MAX_TEXT = 80  # characters of a line of the page
_WIDEST = 44  # characters of the column of reasons; a longer reason moves its line


def print_explanation(explanation: Explanation) -> None:
    """Print the lines of a page with what became of each; colours on a terminal only.

    A text that may not be the article's is named on standard error.
    """
    reasons = [escaped(line.reason) for line in explanation.lines]
    rules = [escaped(_rule(rule)) for rule in explanation.rules]
    width = min(max(map(len, (*reasons, *rules)), default=0), _WIDEST)
    for rule, said in zip(explanation.rules, rules, strict=True):
        mark = click.style("rule   ", fg="blue")
        click.echo(f"{mark}  {click.style(said.ljust(width), dim=True)}  {_found(rule)}")
    for line, reason in zip(explanation.lines, reasons, strict=True):
        text = escaped(_shortened(line.text))
        mark = click.style("kept   ", fg="green") if line.kept else click.style("dropped", fg="red")
        click.echo(f"{mark}  {click.style(reason.ljust(width), dim=True)}  {text}")
    if explanation.omitted:
        click.echo(f"… and {explanation.omitted} more")
    result = explanation.result
    if isinstance(result, Article) and result.is_unsure:
        click.echo(
            f"the text may not be that of the article (confidence {result.confidence}): name what "
            "holds it in a rule of the site, and see whether that helps",
            err=True,
        )


def _rule(rule: ExplainedRule) -> str:
    """The key of a rule and its selector."""
    return f"{rule.key} {_shortened(rule.selector)}"


def _shortened(text: str) -> str:
    return text if len(text) <= _MAX_TEXT else text[:_MAX_TEXT] + "…"


def _found(rule: ExplainedRule) -> str:
    """What a rule matches."""
    count = (
        f"{rule.matched} element{'s' if rule.matched > 1 else ''}" if rule.matched else "nothing"
    )
    return f"matches {count}{': the body' if rule.is_body else ''}"


_STYLE = Markup("""
:root { color-scheme: light dark }
body { margin: 0; padding: 1rem; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
main { display: grid; gap: 2rem; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) }
@media (max-width: 700px) { main { grid-template-columns: minmax(0, 1fr) } }
section > h2 { font-size: 1rem; border-bottom: 1px solid; margin: 0 0 .5rem }
ol { list-style: none; margin: 0; padding: 0 }
ol.lines li { padding: .25rem .6rem; margin: .25rem 0; border-inline-start: .3rem solid #b3261e }
ol.lines li.kept { border-color: #2e7d32 }
ol.lines p { margin: 0 }
ol.lines li.dropped p { opacity: .7 }
small { display: block; font-size: .8rem; opacity: .8 }
pre { white-space: pre-wrap }
table { border-collapse: collapse }
td, th { border: 1px solid; padding: .1rem .4rem }
article :is(h2, h3, h4, h5, h6, li, td, th, blockquote) { unicode-bidi: plaintext }
""")
_PAGE = Markup(
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    '<meta name="referrer" content="no-referrer">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    "<title>{title}</title>\n<style>{style}</style></head>\n<body><main>\n"
    "<section>{rules}<h2>Lines of the page</h2>\n"
    '<ol class="lines">\n{lines}\n</ol>{omitted}</section>\n'
    '<section><h2>Article</h2>{confidence}\n<article dir="auto">\n{article}\n</article></section>\n'
    "</main></body></html>\n"
)
_LINE = Markup(
    '<li class="{mark}"><small dir="ltr">{mark}: {reason}</small><p dir="auto">{text}</p></li>'
)


def _confidence(result: object) -> Markup:
    """How sure extraction is of a text, as a line."""
    if not isinstance(result, Article) or result.confidence is None:
        return NOTHING
    return Markup("<small>confidence {:.2f} of 1</small>").format(result.confidence)


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
            rules=_rules(explanation.rules),
            confidence=_confidence(result),
            lines=Markup("\n").join(lines),
            omitted=omitted if explanation.omitted else "",
            article=Markup("\n").join(article),
        )
    )


def _rules(rules: Sequence[ExplainedRule]) -> Markup:
    """The rules of the page's site as a list, if there are any."""
    if not rules:
        return NOTHING
    items = (
        Markup('<li><code dir="ltr">{}</code> {}</li>').format(_plain(_rule(rule)), _found(rule))
        for rule in rules
    )
    return Markup("<h2>Rules</h2>\n<ul>\n{}\n</ul>\n").format(Markup("\n").join(items))


def _article(article: Article) -> Iterator[Markup]:
    yield Markup('<h1 dir="auto">{}</h1>').format(_plain(article.title))
    if article.subtitle:
        yield Markup('<p dir="auto"><strong>{}</strong></p>').format(_plain(article.subtitle))
    if article.bylines:
        yield _small(", ".join(article.bylines))
    if article.published:
        yield _small(article.published.isoformat(" ", "minutes"))
    yield _BodyWriter().body(article.blocks)


def _plain(text: str) -> Markup:
    """Text for HTML: escaped, and half a character as a question mark."""
    return escape(text.encode("utf-8", "replace").decode("utf-8"))


@dataclass(frozen=True, slots=True)
class _BodyWriter(BlockWriter):
    """A body that loads nothing and leads nowhere: pictures and players are named."""

    inline: InlineWriter = InlineWriter(text=_plain, link=lambda _url, label: label)

    def opens_bare(self, rest: Sequence[Block]) -> bool:
        """Always."""
        return True

    def quote(self, block: Quote, content: Markup) -> Markup:
        credit = _small(block.credit) if block.credit else NOTHING
        return Markup("<blockquote>") + content + credit + Markup("</blockquote>")

    def table(self, block: Table) -> Markup:
        return table(block, self.inline)

    def code(self, text: str) -> Markup:
        return Markup("<pre>{}</pre>").format(_plain(text))

    def figure(self, block: Figure) -> Markup:
        return Markup("\n").join(self._picture(image, block) for image in block.images)

    def embed(self, block: Embed) -> Markup:
        return _small(" · ".join(filter(None, (block.kind, block.title, block.url))))

    def _picture(self, image: Image, block: Figure) -> Markup:
        said = inline_text(image.caption or block.caption, line_break=" ")
        return _small(" · ".join(filter(None, ("picture", said, image.credit, image.url))))

    def _block(self, block: Block) -> Markup:
        if isinstance(block, Paragraph):
            return Markup('<p dir="auto">{}</p>').format(self.inline(block.children))
        return BlockWriter._block(self, block)


def _paragraph(text: str) -> Markup:
    return Markup('<p dir="auto">{}</p>').format(_plain(text))


def _small(text: str) -> Markup:
    return Markup('<small dir="auto">{}</small>').format(_plain(text))
