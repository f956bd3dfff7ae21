"""Blocks: what each element becomes, where paragraphs part, which boxes are seen through."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.make import blocks_of
from mirrorpress.model.blocks import (
    Block,
    Break,
    Cell,
    CodeBlock,
    Embed,
    Emphasis,
    Figure,
    Heading,
    Image,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Rule,
    Strong,
    Table,
    Text,
)
from mirrorpress.model.plain import inline_text
from pace import within
from trees import SENTENCE, first, tree_of

BASE = "https://a.example/x"
URL = "https://a.example/port.jpg"
IMG = "<img src=/port.jpg>"


def p(*lines: str) -> Paragraph:
    children = [child for line in lines for child in (Text(line), Break())]
    return Paragraph(tuple(children[:-1]))


def read(markup: str) -> tuple[Block, ...]:
    return blocks_of(first(tree_of(f"<body>{markup}</body>"), "body").children, BASE)


A, B, C = p("a"), p("b"), p("c")
PORT = Figure((Image(url=URL),))


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<p>a</p><p>b</p>", (A, B)),
        ("a<div>b</div>c", (A, B, C)),
        ("<div><section><p>a</p></section></div>", (A,)),
        ("<p>a <b>b</b></p>", (Paragraph((Text("a "), Strong((Text("b"),)))),)),
        ("<h1>a</h1><h3>b</h3>", (Heading(2, (Text("a"),)), Heading(3, (Text("b"),)))),
        ("<h2>a<br>b</h2>", (Heading(2, (Text("a"), Text("b"))),)),
        ("<h2> </h2><p></p><p>&nbsp;</p>", ()),
        ("<hr>", (Rule(),)),
        ("<dl><dt>a<dd>b</dl>", (Paragraph((Strong((Text("a"),)),)), B)),
        ("<dl><dt><b>a</b><dd>b</dl>", (Paragraph((Strong((Text("a"),)),)), B)),
        ("<details><summary>a</summary>b</details>", (Paragraph((Strong((Text("a"),)),)), B)),
        ("<details><summary><h3>a</h3></summary>b</details>", (Heading(3, (Text("a"),)), B)),
        ("<p>a<b class=crosshead>b</b>c</p>", (A, Heading(3, (Text("b"),)), C)),
        ("<p><b class=lead>b</b></p>", (Paragraph((Strong((Text("b"),)),)),)),
        ("<em>a<p>b</p>c</em>", (Paragraph((Emphasis((Text("a"),)),)), B,
                                 Paragraph((Emphasis((Text("c"),)),)))),
        ("<a href=/y><div>a</div></a>", (A,)),
        ("<x-y><p>a</p></x-y>", (A,)),
        ("<button>x</button><script>x</script><input value=x><p>a", (A,)),
        ("<noscript>Turn scripts on. <img src=/port.jpg></noscript>", (PORT,)),
        ("<center>a</center><font>b</font>", (A, B)),
        ("", ()),
    ],
)  # fmt: skip
def test_elements(markup: str, blocks: tuple[Block, ...]) -> None:
    assert read(markup) == blocks


LONG = "The keeper lit the lamp before the rain came in from the sea, at"


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("a<br>b", (p("a", "b"),)),
        ("a<br><br>b", (A, B)),
        ("a<br>b<br><br>c", (p("a", "b"), C)),
        (f"{LONG}<br>b", (p(LONG), B)),
        ("The night ferry sails.<br>b", (p("The night ferry sails."), B)),
        ("It sails.<br>b", (p("It sails.", "b"),)),
        ("开往马林岛的夜班渡轮将于下周一起恢复运营，票价不变。<br>b",
         (p("开往马林岛的夜班渡轮将于下周一起恢复运营，票价不变。"), B)),
        ("<br><br>a<br><br><br>", (A,)),
        ("<br>", ()),
    ],
)  # fmt: skip
def test_breaks_that_part_paragraphs(markup: str, blocks: tuple[Block, ...]) -> None:
    assert read(f"<div>{markup}</div>") == blocks


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("夜班渡轮复航", True),
        ("フェリー再開", True),
        ("夜班渡轮复航。", False),
        ("渡", False),
        ("渡轮" * 16, False),
        ("Ferry resumes", False),
        ("Паром снова", False),
    ],
)
def test_a_bold_line_is_a_heading_in_chinese_and_japanese(text: str, is_heading: bool) -> None:
    (block,) = read(f"<p><b>{text}</b></p>")
    assert isinstance(block, Heading) is is_heading
    assert isinstance(read(f"<p><b>{text}</b>x</p>")[0], Paragraph)


def items(*texts: str) -> tuple[ListItem, ...]:
    return tuple(ListItem((p(text),)) for text in texts)


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<ul><li>a<li>b</ul>", (ListBlock(False, items("a", "b")),)),
        ("<ol><li>a</ol>", (ListBlock(True, items("a")),)),
        ("<ol start=7><li>a</ol>", (ListBlock(True, items("a"), 7),)),
        ("<ol start=-7><li>a</ol>", (ListBlock(True, items("a"), -7),)),
        ("<ol start=9999999><li>a</ol>", (ListBlock(True, items("a")),)),
        ("<ol start='7; x'><li>a</ol>", (ListBlock(True, items("a")),)),
        ("<ol start=٧><li>a</ol>", (ListBlock(True, items("a"), 7),)),
        ("<ul><li>a<ul><li>b</ul></ul>",
         (ListBlock(False, (ListItem((A, ListBlock(False, items("b")))),)),)),
        ("<ul><li>a</li><ul><li>b</ul></ul>",
         (ListBlock(False, (ListItem((A, ListBlock(False, items("b")))),)),)),
        ("<ul>a<li>b</ul>", (ListBlock(False, items("a", "b")),)),
        ("<ul><li> <li></ul>", ()),
        (f"<ul><li>{IMG}<li><img src=/quay.jpg></ul>",
         (Figure((Image(url=URL), Image(url="https://a.example/quay.jpg"))),)),
        (f"<ul><li>{IMG}<li>a</ul>", (ListBlock(False, (ListItem((PORT,)), ListItem((A,)))),)),
    ],
)  # fmt: skip
def test_lists(markup: str, blocks: tuple[Block, ...]) -> None:
    assert read(markup) == blocks


@pytest.mark.parametrize(
    ("markup", "block"),
    [
        ("<blockquote>a</blockquote>", Quote((A,))),
        ("<blockquote><p>a</p><cite>— Anna Kern</cite></blockquote>", Quote((A,), "Anna Kern")),
        ("<blockquote><p>a</p><footer>李安</footer></blockquote>", Quote((A,), "李安")),
        (f"<blockquote><p>a</p><cite>{'x' * 120}</cite></blockquote>",
         Quote((A, Paragraph((Emphasis((Text("x" * 120),)),))))),
        ("<blockquote class=pullquote>a</blockquote>", Quote((A,), None, True)),
        ("<div class=pull-quote><blockquote>a</blockquote></div>",
         Quote((Quote((A,), None, True),), None, True)),
        ("<aside class=pullquote>a</aside>", Quote((A,), None, True)),
        ("<p class=pullquote>a</p>", A),
        ("<div class='pull'>a</div>", Quote((A,), None, True)),
        ("<div class='story_pull box'>a</div>", Quote((A,), None, True)),
        ("<div class='pull-left'>a</div>", A),
        ("<div class='clearfix pull-right'>a</div>", A),
        ("<blockquote></blockquote>", None),
        ("<blockquote><cite>Anna Kern</cite></blockquote>", None),
    ],
)  # fmt: skip
def test_quotes(markup: str, block: Block | None) -> None:
    assert read(markup) == ((block,) if block else ())


@pytest.mark.parametrize(
    ("markup", "block"),
    [
        ("<pre>a\n  b</pre>", CodeBlock("a\n  b")),
        ("<pre><code class=language-python>a<br>b</code></pre>", CodeBlock("a\nb", "python")),
        ("<pre class='brush: js'>a</pre>", CodeBlock("a", "js")),
        ("<pre class=wide>a</pre>", CodeBlock("a")),
        ("<pre class=verse>a\nb</pre>", Paragraph((Text("a"), Break(), Text("b")))),
        (
            "<pre class=wp-block-verse>a\n \n\nb\n</pre>",
            Paragraph((Text("a"), Break(), Break(), Text("b"))),
        ),
        ("<pre> \n </pre>", None),
    ],
)
def test_code(markup: str, block: Block | None) -> None:
    assert read(markup) == ((block,) if block else ())


T = (Text("T"),)


@pytest.mark.parametrize(
    ("inside", "blocks"),
    [
        ("<table><tr><th>a</table>", (Table((Row((Cell((Text("a"),), True),)),), T),)),
        ("<blockquote><p>a</p></blockquote>", (Quote((A,), "T"),)),
        ("<blockquote><p>a</p><cite>B</cite></blockquote>", (Quote((A,), "B"),)),
        ("<pre><code>a</code></pre>", (CodeBlock("a"), Paragraph(T))),
        ("<ul><li>a</ul>", (ListBlock(False, (ListItem((A,)),)), Paragraph(T))),
        ("<p>a</p>", (A,)),  # stands for what is not shown
        ("", ()),
    ],
)
def test_titles_of_figures_without_pictures(inside: str, blocks: tuple[Block, ...]) -> None:
    assert read(f"<figure>{inside}<figcaption>T</figcaption></figure>") == blocks


def test_whose_words_a_figure_has_is_said_without_a_dash() -> None:
    (quote,) = read("<figure><blockquote>a</blockquote><figcaption>— B, <cite>C</cite></figure>")
    assert quote == Quote((A,), "B, C")


@pytest.mark.parametrize(
    ("markup", "caption"),
    [
        (f"<figure>{IMG}<figcaption>The quay</figcaption></figure>", "The quay"),
        (f"{IMG}<figcaption>The quay</figcaption>", "The quay"),
        (f"{IMG}<div class=caption>The quay</div>", "The quay"),
        (f"<div class=box>{IMG}<p class=wp-caption-text>The quay</p></div>", "The quay"),
        (f"<div class=photo>{IMG}<span class=credit>Anna Kern</span></div>", ""),
    ],
)
def test_captions(markup: str, caption: str) -> None:
    (figure,) = read(markup)
    assert isinstance(figure, Figure)
    assert inline_text(figure.images[0].caption) == caption
    assert figure.images[0].url == URL


@pytest.mark.parametrize(
    "markup",
    [
        "<div class=caption>The quay</div>",
        f"<p>a</p><div class=caption>The quay</div>{IMG}",
        f"{IMG}<div class=caption>{SENTENCE * 6}</div>",
        f"{IMG}<p>The quay</p>",
        f"<figure>{IMG}<figcaption>Old</figcaption></figure><div class=caption>The quay</div>",
    ],
)
def test_lines_that_are_no_captions(markup: str) -> None:
    blocks = read(markup)
    assert isinstance(blocks[-1] if IMG not in markup[-30:] else blocks[-2], Paragraph)


def test_a_line_under_a_captioned_gallery_is_no_caption() -> None:
    found = read(
        "<figure><img src=/quay.jpg><img src=/tower.jpg><figcaption>Old</figcaption></figure>"
        "<div class=caption>The quay</div>"
    )
    assert isinstance(found[0], Figure)
    assert inline_text(found[0].caption) == "Old"
    assert found[1:] == (p("The quay"),)


def test_galleries() -> None:
    images = "<img src=/quay.jpg><img src=/tower.jpg>"
    (figure,) = read(f"<div class=gallery>{images}</div>")
    assert isinstance(figure, Figure)
    assert len(figure.images) == 2
    assert len(read(f"<div class=box>{images}</div>")) == 2


def test_pictures_and_players_stand_where_they_stood() -> None:
    found = read(f"<p>a{IMG}b</p><p><iframe src=https://vimeo.com/1></iframe>c</p>")
    assert [type(block) for block in found] == [
        Paragraph, Figure, Paragraph, Embed, Paragraph,
    ]  # fmt: skip
    assert read(f"<h2>{IMG}a</h2>") == (PORT, Heading(2, (Text("a"),)))
    assert read("<iframe src=/ads/1>words</iframe>") == ()


def test_excluded_elements_are_left_out_and_links_stay_safe() -> None:
    assert read("<p>a</p><div class=newsletter>x</div><div hidden>x</div>") == (A,)
    assert read("<p><a href='javascript:x'>a</a></p>") == (A,)
    assert read("<p><a href=/y>a</a></p>") == (
        Paragraph((Link("https://a.example/y", (Text("a"),)),)),
    )


@pytest.mark.parametrize("tag", ["div", "ul", "blockquote", "table", "b", "figure", "a", "dl"])
def test_deep_nesting_keeps_the_words(tag: str) -> None:
    found = read(f"<{tag}>" * 1000 + "<p>words</p>")
    assert "words" in repr(found)


@pytest.mark.parametrize(
    ("markup", "caption", "credit"),
    [
        (f"<p>{IMG}</p><p>图为码头。（记者 李安 摄）</p>", "图为码头。", "记者 李安 摄"),
        (f"<p>{IMG}</p><p>▲ The quay</p>", "▲ The quay", None),
        (f"<p>{IMG}<br>The quay. (Photo: A. Kern)</p>", "The quay.", "Photo: A. Kern"),
        (f"<p>{IMG}</p><p>Photo: A. Kern</p>", "", "Photo: A. Kern"),
        (f"<p>{IMG}</p><p><em>The quay at dawn</em></p>", "The quay at dawn", None),
        (f"<p>{IMG}<br><i>The quay at dawn</i></p>", "The quay at dawn", None),
        (f"<div>{IMG}</div><div class=mediaInfo><p>The quay</p></div>", "The quay", None),
        (f"<table><tr><td>{IMG}<tr><td class=tr-caption>The quay</table>", "The quay", None),
        (f"<button>{IMG}</button><p class=caption>The quay</p>", "The quay", None),
        (
            f"<button><div><figure>{IMG}<p>View 6 Images</p></figure></div>"
            "<figcaption>The quay</figcaption></button>",
            "The quay",
            None,
        ),
        (
            f"<button><figure>{IMG}<figcaption>The quay</figcaption></figure></button>",
            "The quay",
            None,
        ),
    ],
)
def test_lines_under_a_picture_that_are_its_caption(
    markup: str, caption: str, credit: str | None
) -> None:
    (figure,) = read(markup)
    assert isinstance(figure, Figure)
    assert inline_text(figure.images[0].caption) == caption
    assert figure.images[0].credit == credit


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{IMG}</p><p>The keeper lit the lamp.</p>",
        f"<p>{IMG}</p><p><em>{'The keeper lit the lamp. ' * 12}</em></p>",
        f"<p>{IMG}</p><p><em>The keeper</em> lit the lamp.</p>",
        f"<figure>{IMG}<figcaption>The quay</figcaption></figure><p><em>A lamp</em></p>",
    ],
)
def test_lines_under_a_picture_that_are_text(markup: str) -> None:
    figure, paragraph = read(markup)
    assert isinstance(figure, Figure)
    assert isinstance(paragraph, Paragraph)


QUAY = "The rebuilt quay at dawn"


@pytest.mark.parametrize(
    ("markup", "caption", "credit"),
    [
        (
            f"<figure>{IMG}<figcaption hidden>1 of 3 {QUAY} — Photo: Port</figcaption></figure>"
            f"<p>{QUAY} — Photo: Port</p>",
            QUAY,
            "Photo: Port",
        ),
        (
            f"<figure>{IMG}<figcaption>The keeper lit a lamp. {QUAY}.</figcaption></figure>"
            f"<p>{QUAY}.</p>",
            f"The keeper lit a lamp. {QUAY}.",
            None,
        ),
    ],
)
def test_a_line_that_repeats_the_caption_of_the_picture_above(
    markup: str, caption: str, credit: str | None
) -> None:
    (figure,) = read(markup)
    assert isinstance(figure, Figure)
    (image,) = figure.images
    assert (inline_text(image.caption), image.credit) == (caption, credit)


@pytest.mark.parametrize(
    "markup",
    [
        f"<img src=/port.jpg alt='{QUAY}'><p>{QUAY}</p>",
        f"<figure>{IMG}<figcaption>The quay</figcaption></figure><p>{QUAY}</p>",
    ],
)
def test_a_line_that_repeats_no_caption(markup: str) -> None:
    figure, paragraph = read(markup)
    assert isinstance(figure, Figure)
    assert isinstance(paragraph, Paragraph)


def test_the_end_of_a_caption_code_that_was_not_replaced() -> None:
    (figure,) = read(f"<div>{IMG} {QUAY}.[/caption]</div>")
    assert isinstance(figure, Figure)
    assert inline_text(figure.images[0].caption) == f"{QUAY}."
    assert read(f"<div>{IMG}[/caption]</div>") == (PORT,)


def test_a_picture_that_a_script_puts_in_an_empty_box() -> None:
    box = "<div data-src=/port.jpg data-alt=Port data-width=976 data-height=549>%s</div>"
    (figure,) = read(box % "")
    assert figure == Figure((Image(url=URL, alt="Port", width=976, height=549),))
    assert read(box % "a") == (A,)


def test_a_heading_that_is_a_button_is_a_heading() -> None:
    found = read("<h3><button>Why did it rain?</button></h3><div><p>a</p></div><button>x</button>")
    assert found == (Heading(3, (Text("Why did it rain?"),)), A)


def test_blank_lines_that_part_paragraphs() -> None:
    typed = "\n\n".join([SENTENCE * 2] * 3)
    text = Text((SENTENCE * 2).strip())
    assert read(f"<div>{typed}</div>") == (Paragraph((text,)),) * 3
    assert len(read(f"<div>{typed}<a href=/x>x</a> {typed}</div>")) == 5


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<img style='display:none' data-src=/port.jpg>", True),
        ("<img style='display:none' src=/port.jpg>", False),
        (f"<button aria-label=Enlarge><figure>{IMG}</figure></button>", True),
        (f"<button>{'Follow the harbour. ' * 20}{IMG}</button>", False),
    ],
)
def test_pictures_in_what_is_hidden(markup: str, shown: bool) -> None:
    assert [type(block) for block in read(markup)] == ([Figure] if shown else [])


def test_pictures_in_tables_stand_behind_the_outermost() -> None:
    table, *figures = read(
        f"<table><tr><th>Quay<td>{IMG}<td><ul><li>x<img src=/lamp.jpg></ul>"
        "<td><table><tr><th>y<th><img src=/rain.jpg></table></table>"
    )
    assert isinstance(table, Table)
    assert [f.images[0].url[-8:] for f in figures if isinstance(f, Figure)] == [
        "port.jpg",
        "lamp.jpg",
        "rain.jpg",
    ]


@pytest.mark.parametrize("inside", ["<p>x</p>", "<img src=/icon.png>", "<img src=/port.jpg>"])
def test_figures_in_figures_take_bounded_time(inside: str) -> None:
    root = tree_of("<figure>" * 90 + inside * 4_000)
    with within(3):
        blocks_of(root.children, None)


def test_cells_of_layout_that_are_excluded_are_left_out() -> None:
    root = tree_of("<table role=none><tr><td>a<td id=x>b<tr id=y><td>c</table>")
    for element in root.find("td", "tr"):
        element.excluded = element.get("id") != ""
    assert blocks_of(root.children, None) == (A,)


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=a1>{IMG}<div class=caption>{SENTENCE * 6}</div></div>",
        f"<div class=a1>{IMG}<a class=zoom>Open</a><div class=caption>{SENTENCE * 9}</div></div>",
        f"<ul><li class=a1>{IMG}<div class=caption><div class=caption-full>{SENTENCE * 5}</div>"
        f"<div class=caption-short>{SENTENCE * 4}</div></div></ul>",
    ],
)
def test_long_captions_of_a_picture(markup: str) -> None:
    (figure,) = read(markup)
    assert isinstance(figure, Figure)
    assert inline_text(figure.images[0].caption or figure.caption).startswith(SENTENCE.strip())


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=step>{IMG}{SENTENCE * 6}</div>",
        f"<div class=a1>{IMG}<p>{SENTENCE * 4}</p><div class=caption>{SENTENCE * 4}</div></div>",
        f"<div class=source>{IMG}<p>{SENTENCE * 6}</p></div>",
        f"<div class=a1>{IMG * 4}<div class=caption>{SENTENCE * 6}</div></div>",
        f"<div class=a1>{IMG}<div class=caption>{SENTENCE * 80}</div></div>",
    ],
)
def test_text_beside_a_picture_is_no_caption(markup: str) -> None:
    assert any(isinstance(block, Paragraph) for block in read(markup))
