"""Hostile strings in every field of every page: nothing runs, and no element is theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from mirrorpress.model import (
    ArticlePage,
    ArticleSummary,
    Channel,
    Count,
    Image,
    ListPage,
    Output,
    Source,
)
from mirrorpress.model.blocks import (
    Block,
    Cell,
    Code,
    CodeBlock,
    Embed,
    Figure,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Ruby,
    Table,
    Text,
)
from mirrorpress.protocols import Layout
from mirrorpress.render import lists
from mirrorpress.render.almanac import Almanac
from mirrorpress.render.archive import Archive
from mirrorpress.render.characters import balanced
from mirrorpress.render.web import WebSite
from render import samples
from render.hostile import ADDRESSES, STRINGS
from render.hosts import GITHUB, HOSTS, found_in
from render.pages import skeleton

LAYOUTS: dict[str, Callable[[str], Layout]] = {
    "almanac": lambda text: Almanac(),
    "archive": lambda text: Archive(),
    "channels": lambda text: channels(text),
    "site": lambda text: WebSite(),
}
MARKDOWN = ("almanac", "archive", "channels")
GOOD = "https://outlet.example/a"


def blocks(text: str, address: str) -> tuple[Block, ...]:
    """The text, and the address, wherever a body can hold them."""
    own = (Text(text),)
    image = Image(url="had", alt=text, caption=own, credit=text)
    return (
        Paragraph(own),
        Paragraph((Text("x "), Link(address, own), Text(" x"))),
        Paragraph((Code(text), Text(" x "), Ruby(text, text))),
        Heading(2, own),
        ListBlock(False, (ListItem((Paragraph(own), Paragraph(own))),)),
        Quote((Paragraph(own),), credit=text),
        Table((Row((Cell(own, header=True), Cell((Text("x"),), header=True))),
               Row((Cell(own), Cell(own)))), own),
        Table((Row((Cell(own, colspan=2),)), Row((Cell(own), Cell(own))))),
        Figure((image,)),
        Figure((image, Image(url=address, alt=text)), own),
        CodeBlock(text, text),
        Embed(kind="video", provider=text, url=address, title=text),
    )  # fmt: skip


def channels(text: str) -> Layout:
    """Layout `channels` whose operator wrote the text wherever a file can hold it."""
    title = '"' + re.sub("[\r\n]", " ", text).replace('"', '""') + '"'
    return samples.channels(
        {
            "picks.csv": f"{GOOD},{title}\n",
            "sticky.csv": f"{GOOD}2,{title}\n",
            "links.csv": f"{GOOD}3,{title},fixed\n{GOOD}4,{title}\n",
        }
    )


def pages(name: str, text: str, address: str) -> Iterable[Output]:
    """An article and lists of a layout with the text in all their fields."""
    layout = LAYOUTS[name](text)
    summary = samples.summary("aaaa2222bbbb", "hostile", text, samples.EN.published, url=address,
                        teaser=text, section=text, story=samples.STORY,
                        withdrawn=samples.EN.published)  # fmt: skip
    site = replace(
        samples.SITE_DATA,
        name=text,
        sources=(Source(name="hostile", title=text),),
        channels=(Channel(name="hostile", title=text, group=text, sources=("hostile",)),),
        contact=address,
        addresses=(address,),
    )
    yield from layout.article(samples.at(layout, page(summary, text, address)), site)
    for list_page in list_pages(summary):
        yield from layout.list_page(samples.at(layout, list_page), site)
    if name == "channels":
        for shown in layout.lists(summary, site):
            both = ListPage(article_list=shown, summaries=(summary,), found={GOOD: summary})
            yield layout.list_page(samples.at(layout, both), site)[0]


def page(summary: ArticleSummary, text: str, address: str) -> ArticlePage:
    """The article."""
    return samples.page(
        summary,
        blocks(text, address),
        pictures={"had": samples.ASSETS[samples.BRIDGE.url]},
        also=(summary,),
        subtitle=text,
        bylines=(text, text),
    )


def list_pages(summary: ArticleSummary) -> Iterable[ListPage]:
    """The lists that show most of an article."""
    story = lists.story(samples.STORY)
    yield ListPage(article_list=story, summaries=(summary,), first=summary)
    yield ListPage(
        article_list=lists.FRONT,
        summaries=(summary,),
        stories=((summary, summary),),
        outlets=(Count("hostile", 1),),
    )


def as_shown(output: Output) -> str:
    """The page as HTML."""
    assert output.content is not None
    page = output.content.decode("utf-8")
    return GITHUB.engine(page) if output.path.endswith(".md") else page


HARMLESS = {name: [skeleton(as_shown(page)) for page in pages(name, "zqx", GOOD)]
            for name in LAYOUTS}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("text", STRINGS, ids=ascii)
def test_no_element_and_no_attribute_is_of_the_text(name: str, text: str) -> None:
    """The page has the same elements, with the same attributes, as one with a harmless text."""
    for page, expected in zip(pages(name, text, GOOD), HARMLESS[name], strict=True):
        html = as_shown(page)
        assert skeleton(html) == expected
        assert foreign(html) <= {"outlet.example", "mirror.example", "git.example"}


@pytest.mark.parametrize("text", STRINGS, ids=ascii)
def test_no_host_finds_anything_in_the_text(text: str) -> None:
    for page in (page for name in MARKDOWN for page in pages(name, text, GOOD)):
        assert page.content is not None
        for host in HOSTS:
            assert found_in(host.show(page.content.decode("utf-8"))) == [], host.name


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("address", ADDRESSES, ids=ascii)
def test_no_address_runs_or_is_fetched(name: str, address: str) -> None:
    for page in pages(name, "zqx", address):
        html = as_shown(page)
        own = {"outlet.example", "git.example"} if name == "channels" else set()
        assert foreign(html) <= {"zqx.example", "a.example"} | own
        known = {step for expected in HARMLESS[name] for step in expected}
        assert set(skeleton(html)) <= known | {("h1", ("dir",))}


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("control", "\u202a\u202b\u202d\u202e\u2066\u2067\u2068", ids=ascii)
def test_no_text_turns_round_what_stands_beside_it(name: str, control: str) -> None:
    """Overrides are gone; what else opens is closed in the same text and the same attribute."""
    for page in pages(name, f"zqx{control}gpj.exe", GOOD):
        html = as_shown(page)
        assert "\u202d" not in html and "\u202e" not in html
        for piece in texts_and_attributes(html):
            assert balanced(piece) == piece


def texts_and_attributes(html: str) -> Iterable[str]:
    for node in LexborHTMLParser(html).root.traverse(include_text=True):  # type: ignore[union-attr]
        if node.tag == "-text":
            yield node.text_content or ""
        else:
            yield from (value or "" for value in node.attributes.values())


def foreign(html: str) -> set[str]:
    """The hosts that links lead to; fails on whatever a browser would run or fetch."""
    hosts = set()
    root = LexborHTMLParser(html)
    assert not root.css("script, iframe, object, embed, form, base, svg, style, audio, video")
    for node in root.css("*"):
        assert not [name for name in node.attributes if name.startswith("on")]
        assert "style" not in node.attributes and "srcset" not in node.attributes
        if node.tag in ("img", "link") and node.attributes.get("rel") != "canonical":
            source = node.attributes.get("src") or node.attributes.get("href") or ""
            assert urlsplit(source)[:2] == ("", ""), source
        elif "href" in node.attributes:
            parts = urlsplit(node.attributes["href"] or "")
            assert parts.scheme in ("", "http", "https", "mailto"), parts
            assert parts.scheme or not parts.netloc, parts
            hosts.add(parts.netloc)
    return hosts - {""}


def test_the_comparison_can_fail() -> None:
    broken = as_shown(Output(path="x.html", content=b"<p><b onclick=x>zqx</b>"))
    assert skeleton(broken) != skeleton("<p>zqx</p>")
    with pytest.raises(AssertionError):
        foreign(broken)
    with pytest.raises(AssertionError):
        foreign("<img src=https://zqx.example/>")
