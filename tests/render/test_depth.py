"""Articles at the greatest depth are printed by every writer."""

from __future__ import annotations

import pytest

from mirrorpress.model import Article, Block, Inline
from mirrorpress.model import blocks as b
from mirrorpress.model.depth import MAX_DEPTH
from mirrorpress.model.plain import plain_text
from mirrorpress.render import markdown_body, web_body
from mirrorpress.render.export import article_to_json
from mirrorpress.render.words import words


def deepest(kind: str) -> Article:
    line: Inline = b.Text("innermost")
    for _ in range(MAX_DEPTH):
        line = b.Superscript((b.Emphasis((line,)),))  # half of them are moved up
    block: Block = b.Paragraph((line,))
    for _ in range(MAX_DEPTH):
        block = b.Quote((block,)) if kind == "quote" else b.ListBlock(True, (b.ListItem((block,)),))
    return Article(title="t", blocks=(block,))


@pytest.mark.parametrize("kind", ["quote", "list"])
def test_the_deepest_article_is_printed(kind: str) -> None:
    article = deepest(kind)
    printed = [
        web_body.BodyWriter("x.html", {}, words("en")).body(article.blocks),
        markdown_body.BodyWriter("x.md", {}, words("en")).body(article.blocks),
        plain_text(article),
        str(article_to_json(article)["html"]),
    ]
    assert [each.count("innermost") for each in printed] == [1, 1, 1, 1]
