"""Pages of our own layouts, rendered and read back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imports.own.pages import LAYOUTS, page_of, read
from mirrorpress.errors import ExtractError, NotAnArticle
from mirrorpress.imports import read_own_page
from mirrorpress.imports.markup import MAX_BYTES
from mirrorpress.model import Article, ArticlePage, Picture
from mirrorpress.model import blocks as b
from mirrorpress.model.languages import LANGUAGES
from mirrorpress.protocols import Layout
from mirrorpress.render.inlines import merged
from mirrorpress.urls import safe
from render import samples
from render.samples import p, text

every_layout = pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))


def shown(image: b.Image, page: ArticlePage) -> b.Image:
    """A picture as it is read: by its path, without its size."""
    return replace(image, url=page.pictures[image.url].path, width=None, height=None)


def checked(child: b.Inline) -> b.Inline:
    """An inline; a link with its address as it is written."""
    return replace(child, url=safe(child.url)) if isinstance(child, b.Link) else child


def expected(page: ArticlePage) -> tuple[b.Block, ...]:
    """The blocks of a sample as its page has them."""
    blocks = list(page.revision.article.blocks)
    for at, block in enumerate(blocks):
        match block:
            case b.Paragraph(children):
                blocks[at] = b.Paragraph(tuple(map(checked, merged(children))))
            case b.CodeBlock(code):
                blocks[at] = b.CodeBlock(code)  # no language is written
            case b.Quote(pulled=True):
                blocks[at] = replace(block, pulled=False)
            case b.Figure((image,)):
                blocks[at] = b.Figure((shown(image, page),))
            case b.Embed(poster=b.Image() as poster):
                bare = replace(shown(poster, page), caption=(), credit=None)
                blocks[at] = replace(block, poster=bare)
    for at, block in enumerate(blocks):
        if isinstance(block, b.Figure) and len(block.images) == 2:  # of which one was lost
            image, lost = block.images
            only = replace(shown(image, page), caption=text(image.credit or ""), credit=None)
            blocks[at : at + 1] = [b.Figure((only,), block.caption), b.Paragraph(lost.caption)]
    return tuple(blocks)


@every_layout
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", samples.PAGES, ids=lambda page: page.summary.id)
def test_what_was_rendered_is_read(layout: Layout, page: ArticlePage, language: str) -> None:
    found = read(layout, page, samples.in_words_of(language))
    article = page.revision.article
    assert found.article.blocks == expected(page)
    assert found.title == found.article.title == article.title
    assert found.url == found.article.url == page.revision.url
    assert found.published == found.article.published == page.revision.published
    assert (
        found.outlet
        == {one.name: one.title for one in samples.SITE_DATA.sources}[page.summary.source]
    )
    section = (article.section,) if article.section else ()
    assert found.names == (*section, *article.bylines)
    assert found.authors == found.article.bylines == found.names[1:]
    assert found.subtitle == found.article.subtitle == article.subtitle
    assert found.article.language == article.language
    assert found.article.modified == article.modified


@every_layout
def test_an_article_that_was_taken_down_says_so(layout: Layout) -> None:
    china = timezone(timedelta(hours=8))
    withdrawn = [read(layout, page).withdrawn for page in samples.PAGES]
    assert withdrawn == [None, None, None, datetime(2026, 3, 6, tzinfo=china), None]


EXACT: tuple[b.Block, ...] = (
    p("A ", b.Emphasis(text("b ", b.Strong(text("c")))), b.Strong(text("“d”")), b.Break(), "e"),
    p("It costs ", b.Struck(text("10 ", b.Strong(text("crowns")))), " 20."),
    p("<script>alert(1)</script> &amp; \\ | `x` [y](z) ![i](j) [[k]] {l} $m$ *n* _o_ :fire: @p"),
    p("- no list"), p("1. no list"), p("# no heading"), p("> no quotation"), p("___"), p("=== a"),
    p(b.Link("https://a.example/x?y=1&copy=2_(3)*$", text("a ", b.Emphasis(text("link"))))),
    p(b.Link("mailto:desk@a.example", text("desk@a.example"))),
    p(b.Link("https://a.example/", text("https://a.example/"))),
    p(b.Break()),
    p("[in brackets · here]"), p("▸ no · embed"), p("— Speech."),
    b.Heading(2, text("Two")), b.Heading(3, text("Three #")), b.Heading(4, text("Four")),
    b.Quote((p("A"), b.Quote((p("B"),)), b.ListBlock(False, (b.ListItem((p("C"),)),)))),
    b.Quote((p("— Who?"), p("— They."))),
    b.Quote((p("Gone."),), credit="A *Kern* & Co."),
    b.Rule(),
    b.ListBlock(True, (b.ListItem((p("A"), p("B"), b.Quote((p("C"),)))), b.ListItem(())), start=0),
    b.ListBlock(True, (b.ListItem((p("A"), b.ListBlock(True, (b.ListItem((p("B"),)),), 7))),)),
    b.ListBlock(False, (b.ListItem((b.CodeBlock("  x\n\n\ty ```"),)), b.ListItem((b.Rule(),)))),
    b.CodeBlock(""), b.CodeBlock("</div>\n\n<div dir=\"ltr\">\n___"),
    b.Table((samples.row("a | b", "c\\|", header=True), b.Row((b.Cell(text("d")), b.Cell(()))))),
    b.Table((samples.row("a", header=True), samples.row("b")), text("A ", b.Code("caption"))),
    b.Table((b.Row((b.Cell(text("<b> & :x:", b.Link("https://a.example/?a&b", text("l"))),
                           colspan=2, rowspan=3), b.Cell((b.Ruby("云", "yún"), b.Break())))),),
            text("Spans")),
    b.Embed(kind="map", provider="map.example", url="https://map.example/1"),
    b.Embed(kind="post", provider="post.example", url="https://post.example/1", title="A [post]"),
    b.Quote((p("The quay is closed."), b.Embed(kind="post", provider="post.example",
                                               url="https://post.example/2")), "Ada (@ada), 4 May"),
)  # fmt: skip


@every_layout
@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_kind_of_block_is_the_same_again(layout: Layout, language: str) -> None:
    found = read(layout, samples.page(samples.EN, EXACT), samples.in_words_of(language))
    assert found.article.blocks == EXACT


def pictured(*blocks: b.Block) -> ArticlePage:
    """A page with pictures that are known by their paths."""
    page = samples.page(samples.EN, blocks)
    asset = samples.asset("a1", 640, 480)
    names = ["pictures/a.webp", "pictures/b.webp", "pictures/c.webp"]
    return replace(page, pictures={name: Picture(asset=asset, path=name) for name in names})


A, B, C = (b.Image(url=f"pictures/{name}.webp", alt=f"![{name}]") for name in "abc")
CAPTION, CREDIT = text("At ", b.Emphasis(text("dawn")), " · here"), "A. Kern"


@every_layout
@pytest.mark.parametrize(
    "blocks",
    [
        (b.Figure((A,)), p("x")),
        (b.Figure((replace(A, caption=CAPTION, credit=CREDIT),)), b.Figure((B,)), p("x")),
        (p("x"), b.Figure((A, B, C), CAPTION)),
        (p("x"), b.Figure((replace(A, caption=CAPTION, credit=CREDIT), B,
                           replace(C, caption=text("c"))), text("All"))),
        (b.Figure((replace(A, caption=text("a")),)),
         b.Table((samples.row("h", header=True), samples.row("1")), text("Of the table"))),
        (p("x"), b.Embed(kind="video", provider="v.example", url="https://v.example/1", poster=A)),
        (b.ListBlock(False, (b.ListItem((p("x"), b.Figure((A,)))),)),),
    ],
)  # fmt: skip
def test_pictures_have_their_captions_again(layout: Layout, blocks: tuple[b.Block, ...]) -> None:
    found = read(layout, pictured(*blocks)).article
    lead = blocks[0].images[0] if isinstance(blocks[0], b.Figure) else None
    if blocks == (p("x"), b.Figure((A, B, C), CAPTION)):  # the caption is below the last picture
        last = replace(C, caption=text("At ", b.Emphasis(text("dawn"))), credit="here")
        blocks = (p("x"), b.Figure((A,)), b.Figure((B,)), b.Figure((last,)))
    assert found.blocks == blocks
    assert lead is None or found.lead == lead


@every_layout
@pytest.mark.parametrize(
    "link",
    ["../../../../../../../etc/x.webp", "/pictures/a.webp", "https://a.example/x.webp",
     "pictures/../../x.webp", "//a.example/x.webp", "data:image/webp;base64,AA", ".git/x.webp",
     "pictures/a%2fb.webp", "pictures//a.webp", "pictures/a.webp?x"],
)  # fmt: skip
def test_a_picture_from_elsewhere_is_dropped(layout: Layout, link: str) -> None:
    path, content = page_of(layout, pictured(p("x"), b.Figure((replace(A, caption=text("a")),))))
    known = next(one for one in content.decode().split("(") if "/a.webp)" in one).split(")")[0]
    changed = content.replace(known.encode(), link.encode())
    assert read_own_page(path, content).article.blocks[1:] == (
        b.Figure((replace(A, caption=text("a")),)),
    )
    assert read_own_page(path, changed).article.blocks == (p("x"), p("a"))


@every_layout
def test_links_to_pages_of_the_edition_are_text(layout: Layout) -> None:
    other = "https://quiet.example/other"
    page = samples.page(samples.EN, (p("See ", b.Link(other, text("there")), "."),))
    page = replace(page, copies={other: "articles/2026/03/04/quiet-kkkk7777llll.md"})
    assert read(layout, page).article.blocks == (p("See there."),)


def test_only_the_first_of_several_names_may_be_a_section() -> None:
    page = samples.page(samples.AR, (p("x"),), bylines=("A · B", "ج"), section="World")
    assert read(LAYOUTS["almanac"], page).names == ("World", "A · B", "ج")
    assert read(LAYOUTS["almanac"], page).authors == ("A · B", "ج")


def test_an_outlet_with_a_dot_in_its_name_is_known_by_the_navigation() -> None:
    sources = tuple(replace(one, title="قنديل · The · Lamp") for one in samples.SITE_DATA.sources)
    site = replace(samples.SITE_DATA, sources=sources)
    for name in ("almanac", "archive"):
        assert read(LAYOUTS[name], samples.PAGES[2], site).outlet == "قنديل · The · Lamp"


def test_archive_has_the_exact_time() -> None:
    moment = datetime(2026, 3, 4, 3, 40, 21, 250_000, tzinfo=UTC)
    page = samples.page(replace(samples.EN, published=moment), (p("x"),))
    assert read(LAYOUTS["archive"], page).published == moment
    assert read(LAYOUTS["almanac"], page).published == moment.replace(second=0, microsecond=0)


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_note_of_a_removed_article_is_no_article(language: str) -> None:
    layout = samples.channels(keep=1)
    page = replace(samples.PAGES[2], within=frozenset())
    with pytest.raises(NotAnArticle, match="no longer kept") as caught:
        read(layout, page, samples.in_words_of(language))
    assert caught.value.url == page.revision.url


@every_layout
def test_a_page_without_a_body_is_no_article(layout: Layout) -> None:
    with pytest.raises(NotAnArticle, match="no text"):
        read(layout, samples.page(samples.EN, ()))


@every_layout
def test_pages_of_lists_are_no_articles(layout: Layout) -> None:
    for each in samples.lists_in(layout):
        for output in layout.list_page(samples.at(layout, each), samples.SITE_DATA):
            with pytest.raises(ExtractError, match="no title"):
                read_own_page(output.path, output.content or b"")


@every_layout
def test_a_page_that_was_cut_off_has_no_address(layout: Layout) -> None:
    path, content = page_of(layout, samples.PAGES[0])
    cut = content[: content.rindex(b"\n___\n")]
    with pytest.raises(ExtractError, match="no original address"):
        read_own_page(path, cut)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b" " * (MAX_BYTES + 1), "bytes"),
        (b"\n" * 100_001, "lines"),
        (b"> " * 200 + b"a", "nested"),
        (b"", "no title"),
    ],
)
def test_what_is_too_large_is_refused(content: bytes, told: str) -> None:
    with pytest.raises(ExtractError, match=told):
        read_own_page("a.md", content)


@every_layout
def test_the_deepest_article_is_read(layout: Layout) -> None:
    block: b.Block = p("innermost")
    for _ in range(64):
        block = b.ListBlock(True, (b.ListItem((block,)),))
    article = Article(title="t", blocks=(block,))
    page = samples.page(samples.EN, article.blocks)
    assert read(layout, page).article.blocks == article.blocks


# Whatever is in a file

SEEDS = tuple(page_of(layout, page) for layout in LAYOUTS.values() for page in samples.PAGES)
FRAGMENTS = [
    b'<div dir="ltr" lang="en">\n\n', b'<div dir="rtl">\n\n', b"\n\n</div>\n\n", b"\n\n___\n\n",
    b"# T\n\n", b"### T\n\n", b"**S** \xc2\xb7 [https://a.example/](https://a.example/)\n\n",
    b"<!--1772578800000-->\n\n", b"<!--", b"O \xc2\xb7 2026-03-04 07:20 (UTC+08:00)\n\n",
    b"2026-03-04 07:20 (UTC+99:99)\n\n", b"0001-01-01 00:00 (UTC+08:00)\n\n", b"**2026-99-99**\n\n",
    b"<table><tr><td colspan=\"99\">", b"</table>\n\n", b"> ", b"- ", b"1. ", b"```\n", b"| a |\n",
    b"| --- |\n", b"[", b"](", b")", b"![", b"<small>", b"</small>", b"<ruby>", b"<rt>", b"**",
    b"*", b"<wbr>", b"\\", b"&#x110000;", b"\0", b"\xff", b"\xe2\x81\xa8", b"javascript:alert(1)",
]  # fmt: skip


def check(path: str, content: bytes) -> None:
    """A page is an article in good order, or the documented error."""
    with suppress(ExtractError):
        found = read_own_page(path, content)
        assert found.title
        assert found.url == safe(found.url)
        assert found.article.blocks
        assert found.published is None or found.published.astimezone(UTC)
        for block in found.article.blocks:
            for image in block.images if isinstance(block, b.Figure) else ():
                assert ".." not in image.url.split("/")
                assert ":" not in image.url
        assert read_own_page(path, content) == found


@given(
    st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
    | st.lists(st.sampled_from(FRAGMENTS) | st.binary(max_size=4), max_size=40).map(b"".join)
)
@settings(max_examples=40, deadline=None)
def test_any_bytes_are_an_article_or_the_documented_error(content: bytes) -> None:
    check("articles/2026/03/04/a.md", content)


@given(
    page=st.sampled_from(SEEDS),
    at=st.integers(0, 4000),
    length=st.integers(0, 40),
    put=st.sampled_from(FRAGMENTS) | st.binary(max_size=4),
    cut=st.booleans(),
)
@settings(max_examples=50, deadline=None)
def test_a_damaged_page_is_an_article_or_the_documented_error(
    page: tuple[str, bytes], at: int, length: int, put: bytes, cut: bool
) -> None:
    path, content = page
    check(path, content[:at] + put + (b"" if cut else content[at + length :]))
