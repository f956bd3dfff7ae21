"""Git hosts as readers meet them: how each turns Markdown into a page, and what it lets through.

A host has an engine (Markdown to HTML), an allow-list (applied with nh3), and things that it looks
for in the text of the finished page to make links, pictures or formulas of. Sources of the lists:
gjtorikian/html-pipeline `sanitization_filter.rb` (GitHub), gitlab-org/gitlab
`lib/banzai/filter/base_sanitization_filter.rb`, go-gitea/gitea
`modules/markup/sanitizer_default.go` and `modules/markup/html*.go`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cmarkgfm
import comrak
import nh3
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser, LexborNode

_PIPELINE_TAGS = frozenset(
    "h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p ol ul table thead "  # noqa: SIM905
    "tbody tfoot blockquote dl dt dd kbd q samp var hr ruby rt rp li tr td th s strike summary "
    "details caption figure figcaption abbr bdo cite dfn mark small span time wbr".split()
)
_PIPELINE_ATTRIBUTES = frozenset(
    "align alt dir lang width height border colspan rowspan valign title id datetime start open "  # noqa: SIM905
    "itemprop scope headers summary".split()
)


@dataclass(frozen=True)
class Host:
    """How one host shows a Markdown file."""

    name: str
    engine: Callable[[str], str]
    tags: frozenset[str]
    attributes: dict[str, set[str]]
    drops: tuple[tuple[str, str, str], ...] = ()  # tag, attribute, value that is not let through

    def show(self, markdown: str) -> str:
        """The page's HTML, after the host's allow-list."""
        return nh3.clean(
            self.engine(markdown),
            tags=set(self.tags),
            attributes=self.attributes,
            attribute_filter=lambda tag, name, value: (
                None if (tag, name, value) in self.drops else value
            ),
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
        )


def _github(markdown: str) -> str:
    return cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)


def _gitlab(markdown: str) -> str:
    extensions, rendering = comrak.ExtensionOptions(), comrak.RenderOptions()
    for name in ("autolink", "table", "strikethrough", "tasklist", "footnotes", "math_dollars",
                 "math_code", "description_lists", "multiline_block_quotes", "alerts",
                 "inline_footnotes"):  # fmt: skip
        setattr(extensions, name, True)
    extensions.front_matter_delimiter = "---"
    rendering.unsafe_ = True
    return comrak.render_markdown(markdown, extension_options=extensions, render_options=rendering)


_gfm_like = MarkdownIt("gfm-like", {"html": True, "linkify": True})
_gfm_like.linkify.set({"fuzzy_link": False})  # bare "a.example" is a link on none of the hosts


_ATTRIBUTES = {"*": set(_PIPELINE_ATTRIBUTES), "a": {"href"}, "img": {"src", "longdesc"}}


GITHUB = Host("github", _github, _PIPELINE_TAGS, _ATTRIBUTES)
GITLAB = Host("gitlab", _gitlab, _PIPELINE_TAGS, _ATTRIBUTES)
GITEA = Host(
    "gitea",
    _gfm_like.render,
    _PIPELINE_TAGS | {"center", "video", "picture", "source", "bdi", "section"},
    _ATTRIBUTES,
    drops=(("div", "dir", "auto"), ("span", "dir", "auto")),
)
HOSTS = (GITHUB, GITLAB, GITEA)

# What hosts look for in the text of a finished page, outside code and links.
SOUGHT = {
    "address": re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE),
    "www": re.compile(r"(?<![a-z0-9])www\.", re.IGNORECASE),
    "mail or mention": re.compile(r"@[\w-]"),
    "emoji": re.compile(r":(?:[+-]1|100|1234|[a-z0-9_+-]*[a-z][a-z0-9_+-]*):", re.IGNORECASE),
    "wiki link": re.compile(r"\[\["),
    "contents": re.compile(r"\[toc\]", re.IGNORECASE),
    "formula": re.compile(r"\$[^$]+\$"),
}


def texts(html: str) -> Iterator[str]:
    """Every run of text of a page that a host would search."""
    for node in LexborHTMLParser(html).body.traverse(include_text=True):
        if node.tag == "-text" and not _inside(node, {"a", "code", "pre", "script", "style"}):
            yield node.text_content or ""


def _inside(node: LexborNode, tags: set[str]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False


def found_in(html: str) -> list[str]:
    """What a host would find in a page's text."""
    return [
        f"{what}: {text!r}"
        for text in texts(html)
        for what, pattern in SOUGHT.items()
        if pattern.search(text)
    ]
