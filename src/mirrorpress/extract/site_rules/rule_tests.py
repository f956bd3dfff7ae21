"""The tests in rules files: what an article must be with the rules of its site."""

from __future__ import annotations

from collections.abc import Iterator

from mirrorpress.errors import ItemError
from mirrorpress.extract.article import cut, extract
from mirrorpress.extract.page.tree import squeezed
from mirrorpress.model import Article
from mirrorpress.model.plain import plain_text
from mirrorpress.model.site_rules import RulesTest, SiteRules

_SHOWN = 80  # characters of a text in a message


def failures(rules: SiteRules, test: RulesTest, html: bytes) -> tuple[str, ...]:
    """What is not as a test says; nothing where it passes.

    Args:
        rules: of the site.
        test: one of theirs.
        html: the saved page of the test.
    """
    try:
        article = extract(html, test.url, rules=rules)
    except ItemError as error:
        return (f"the page gives no article: {error}",)
    return tuple(_differences(article, test))


def _differences(article: Article, test: RulesTest) -> Iterator[str]:
    if test.title is not None and article.title != test.title:
        yield f"the title is {_shown(article.title)}, not {_shown(test.title)}"
    if test.authors is not None and article.bylines != test.authors:
        found, wanted = ", ".join(article.bylines), ", ".join(test.authors)
        yield f"the authors are {_shown(found)}, not {_shown(wanted)}"
    text = squeezed(plain_text(article))
    for part in test.contains:
        if squeezed(part) not in text:
            yield f"the text lacks {_shown(part)}"
    for part in test.lacks:
        if squeezed(part) in text:
            yield f"the text contains {_shown(part)}"


def _shown(text: str) -> str:
    """A text as a message shows it: the page may hold what a terminal obeys."""
    return repr(cut(text, _SHOWN))
