"""Articles from small pages, each with a fault of its own."""

# Pages are easier to read unbroken.
# ruff: noqa: E501

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

import malformed
from mirrorpress.errors import NotAnArticle
from mirrorpress.extract import extract, extract_entry, join
from mirrorpress.model import Article, FeedEntry
from mirrorpress.model import blocks as b
from mirrorpress.model.plain import inline_text, plain_text
from mirrorpress.model.walk import embeds, figure_images
from mirrorpress.render.export import article_to_json

URL = "https://www.ledger.example/2031/05/04/quay"
TITLE = "The old quay opens again"
FIRST = (
    "The old quay of Lisquay opened again on Sunday, eleven years after the storm took its wall."
)
SECOND = (
    "Some four hundred people walked down to the water, the mayor said, and most of them stayed."
)
THIRD = "The next stone will be laid in June, if the council can agree on who is to pay for it."


def page(body: str, head: str = "") -> str:
    return (
        f"<!doctype html><html lang=en><head><title>{TITLE} | The Ledger</title>{head}</head><body>"
        "<nav><ul><li><a href=/>Home</a></li><li><a href=/city>City</a></li></ul></nav>"
        f"<main><h1>{TITLE}</h1>{body}</main>"
        "<footer><p>© 2031 The Ledger. All rights reserved.</p></footer></body></html>"
    )


def lines(html: str) -> list[str]:
    return plain_text(extract(html, URL)).split("\n")


BODY = f"<div class=story><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>"
WHOLE = [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        f"<p>{FIRST}<p>{SECOND}<p>{THIRD}",
        f"<div>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div>",
        f"<div>{FIRST}<br>{SECOND}<br>{THIRD}</div>",
        f"<div class=a><p>{FIRST}</p></div><div class=ad-slot>Ad</div><div class=a><p>{SECOND}</p><p>{THIRD}</p></div>",
        f"<table><tr><td><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></td></tr></table>",
        f"<div class=sidebar-layout><article><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article></div>",
        f"<div class='post category-comment tag-sport'><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>",
        f"{BODY}<div class=newsletter><h3>Our letter</h3><p>Six stories before breakfast, every day of the week.</p></div>",
        f"{BODY}<h3>Related stories</h3><ul><li><a href=/1>One more about the quay</a></li></ul>",
        f"{BODY}<h3>More from City</h3><div><a href=/1>One more about the quay</a></div>",
        f"<div class=story><p>{FIRST}</p><p><b>Read more:</b> <a href=/1>Quay wall fails again</a></p><p>{SECOND}</p><p>{THIRD}</p></div>",
        f"<p>By Anna Kern</p><p>4 May 2031, 09:30</p>{BODY}",
        f"{BODY}<section id=comments><h3>Comments</h3><p>{'My grandmother would have had a word to say. ' * 9}</p></section>",
        f"<div class=story><p>{FIRST}</p><div data-ad-pos=1><span>Advertisement</span><button>Report</button></div><p>{SECOND}</p><p>{THIRD}</p></div>",
        f"<divclass='story'><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>",
        f"<div class=story hidden><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>",
    ],
)  # fmt: skip
def test_the_text_and_nothing_else(body: str) -> None:
    assert lines(page(body)) == WHOLE


def test_metadata_from_json_ld() -> None:
    data = {
        "@graph": [
            {"@type": "Organization", "@id": "#o", "name": "The Ledger"},
            {
                "@type": ["NewsArticle"],
                "headline": TITLE,
                "author": [{"name": "Anna Kern"}, {"name": "Bo Li"}],
                "publisher": {"@id": "#o"},
                "datePublished": "2031-05-04T09:30:00Z",
                "articleSection": "City",
                "keywords": "quay, storm",
            },
        ]
    }
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    article = extract(page(BODY, head + '<link rel=canonical href="/2031/05/04/quay">'), URL)
    assert article.title == TITLE
    assert article.bylines == ("Anna Kern", "Bo Li")
    assert article.publisher == "The Ledger"
    assert article.published == datetime(2031, 5, 4, 9, 30, tzinfo=UTC)
    assert (article.section, article.tags) == ("City", ("quay", "storm"))
    assert (article.url, article.language) == (URL, "en")


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type":"NewsArticle","author":"Anna Kern","headline":"x"} -->',
        '{"@type":"NewsArticle","author":{"name":"Anna Kern"},}',
        '[{"@type":"NewsArticle","author":[{"name":"Anna Kern"}]}]',
        '{"@type":"NewsArticle","headline":"a "quoted" word","author":{"name":"Anna Kern"}}',
        '{"@type":"NewsArticle","description":"two\nlines","author":"Anna Kern"}',
    ],
)
def test_broken_json_ld(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    assert extract(page(BODY, head), URL).bylines == ("Anna Kern",)


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("https://ledger.example/quay", "https://ledger.example/quay"),
        ("https://thief.example/quay", URL),
        ("javascript:alert(1)", URL),
        ("https://www.ledger.example/", URL),
    ],
)
def test_canonical_addresses(canonical: str, url: str) -> None:
    assert extract(page(BODY, f'<link rel=canonical href="{canonical}">'), URL).url == url


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Night boats return | The Ledger", "Night boats return"),
        ("The Ledger: Night boats return", "The Ledger: Night boats return"),
        ("夜班渡轮复航_国际新闻_云汀在线", "夜班渡轮复航"),
        ("Les bateaux de nuit – L’Estran", "Les bateaux de nuit"),
    ],
)
def test_titles_without_the_site(title: str, expected: str) -> None:
    html = f"<title>{title}</title><p>{FIRST}<p>{SECOND}<p>{THIRD}"
    assert extract(html).title == expected


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ('<img src="/a/pier.jpg">', "/a/pier.jpg"),
        ('<img src="/blank.gif" data-src="/a/pier.jpg">', "/a/pier.jpg"),
        ('<img src="data:image/gif;base64,AAAA" data-original="/a/pier.jpg">', "/a/pier.jpg"),
        ('<img srcset="/s/pier.jpg 400w, /m/pier.jpg 1400w, /l/pier.jpg 5000w">', "/m/pier.jpg"),
        ('<picture><source srcset="/a/pier.jpg 1200w"><img src="/s/pier.jpg"></picture>', "/a/pier.jpg"),
        ('<a href="/full/pier.jpg"><img src="/s/pier.jpg"></a>', "/full/pier.jpg"),
        ('<imgsrc="/a/pier.jpg">', "/a/pier.jpg"),
        ('<img src="/blank.gif"><noscript><img src="/a/pier.jpg"></noscript>', "/a/pier.jpg"),
    ],
)  # fmt: skip
def test_lazy_pictures(markup: str, url: str) -> None:
    article = extract(page(f"<div><p>{FIRST}</p>{markup}<p>{SECOND}</p><p>{THIRD}</p></div>"), URL)
    assert [image.url for image in figure_images(article.blocks)] == [
        "https://www.ledger.example" + url
    ]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="/count.gif" width=1 height=1>',
        '<img src="/icons/logo.png">',
        '<img src="data:image/png;base64,AAAA">',
        '<img src="javascript:alert(1)">',
        '<img src="/share/facebook.png" width=24 height=24>',
    ],
)
def test_pictures_that_are_none(markup: str) -> None:
    article = extract(page(f"<div><p>{FIRST}</p>{markup}<p>{SECOND}</p><p>{THIRD}</p></div>"), URL)
    assert figure_images(article.blocks) == ()


@pytest.mark.parametrize(
    ("caption", "text", "credit"),
    [
        ("The quay. <span class=credit>A. Kern</span>", "The quay.", "A. Kern"),
        ("The quay. (Photo: A. Kern)", "The quay.", "Photo: A. Kern"),
        ("The quay. Photo: A. Kern", "The quay.", "Photo: A. Kern"),
        ("码头重开。（李安 摄）", "码头重开。", "李安 摄"),
        ("Le quai. <cite>Crédit photo : A. Kern</cite>", "Le quai.", "Crédit photo : A. Kern"),
        ("Photo: A. Kern", "", "Photo: A. Kern"),
        ("The <i>Marrin</i> at the quay", "The Marrin at the quay", None),
    ],
)
def test_captions_and_credits(caption: str, text: str, credit: str | None) -> None:
    figure = f'<figure><img src="/quay.jpg"><figcaption>{caption}</figcaption></figure>'
    image = figure_images(extract(page(f"<div>{figure}{BODY}</div>"), URL).blocks)[0]
    assert (inline_text(image.caption), image.credit) == (text, credit)


def test_the_lead_picture_stands_once_and_first() -> None:
    head = '<meta property="og:image" content="https://img.ledger.example/w1200/quay-wall.jpg">'
    lead = '<figure><img src="/w600/quay-wall.jpg"><figcaption>The wall.</figcaption></figure>'
    again = '<img src="/w300/quay-wall.jpg">'
    body = f"{lead}<div class=story><p>{FIRST}</p>{again}<p>{SECOND}</p><p>{THIRD}</p></div>"
    article = extract(page(body, head), URL)
    images = figure_images(article.blocks)
    assert len(images) == 1
    assert isinstance(article.blocks[0], b.Figure)
    assert inline_text(images[0].caption) == "The wall."
    assert article.lead == images[0]


def test_the_picture_that_the_page_names_is_taken_and_not_another_beside_the_headline() -> None:
    head = '<meta property="og:image" content="https://img.ledger.example/w1200/quay-wall.jpg">'
    writer = "<div class=top><img src=/kern-a.jpg><p>Anna Kern</p></div>"
    opening = '<div class="teaser-image"><img src="/w600/quay-wall.jpg"></div>'
    article = extract(page(f"{writer}{opening}{BODY}", head), URL)
    images = figure_images(article.blocks)
    assert [image.url.rpartition("/")[2] for image in images] == ["quay-wall.jpg"]
    shown = extract(page(f"{writer}{BODY}", head), URL)
    assert (
        shown.lead is not None
        and shown.lead.url == "https://img.ledger.example/w1200/quay-wall.jpg"
    )


@pytest.mark.parametrize(
    ("markup", "kind", "url"),
    [
        ('<iframe src="https://www.youtube.com/embed/abc"></iframe>', "video", "https://www.youtube.com/embed/abc"),
        ('<iframe src="about:blank" data-src="https://player.vimeo.com/1"></iframe>', "video", "https://player.vimeo.com/1"),
        ('<video poster="/p.jpg"><source src="/v.mp4">No video.</video>', "video", "https://www.ledger.example/v.mp4"),
        ('<audio src="/a.mp3"></audio>', "audio", "https://www.ledger.example/a.mp3"),
        ('<video-playermedia-id="7"video-type="x"source="https://v.example/embed/7"></video-player>', "video", "https://v.example/embed/7"),
        ('<blockquote class=twitter-tweet><p>Quay!</p><a href="https://twitter.com/a/status/1">4 May</a></blockquote>', "post", "https://twitter.com/a/status/1"),
        ('<iframe src="https://www.google.com/maps/embed?pb=1"></iframe>', "map", "https://www.google.com/maps/embed?pb=1"),
    ],
)  # fmt: skip
def test_embeds(markup: str, kind: str, url: str) -> None:
    article = extract(page(f"<div><p>{FIRST}</p>{markup}<p>{SECOND}</p><p>{THIRD}</p></div>"), URL)
    assert [(e.kind, e.url) for e in embeds(article.blocks)] == [(kind, url)]
    assert plain_text(article).split("\n") == WHOLE


@pytest.mark.parametrize("tag", ["div", "div class=gdpr-embed", "div class=cookie-wall", "figure"])
def test_an_embed_that_waits_for_consent_stays_without_the_notice(tag: str) -> None:
    notice = "To display this content from tube.example, you must enable advertisement tracking."
    box = f"<iframe src=https://www.youtube.com/embed/quay></iframe><p>{notice}</p>"
    story = f"<div class=story><p>{FIRST}</p><{tag}>{box}</{tag.split()[0]}><p>{SECOND}</p>"
    article = extract(page(f"{story}<p>{THIRD}</p></div>"), URL)
    shown = [inline_text(x.children) for x in article.blocks if isinstance(x, b.Paragraph)]
    assert shown == WHOLE
    assert len(list(embeds(article.blocks))) == 1


def test_blocks_keep_their_structure() -> None:
    body = (
        f"<p>{FIRST} See <a href='/map'>the <em>map</em></a>, H<sub>2</sub>O and "
        "<a href='javascript:alert(1)'>not this</a>.</p><h3>What it cost</h3>"
        "<ol start=3><li>Stone<ul><li>grey</li></ul></li><li>Sand</li></ol>"
        f"<blockquote><p>{SECOND}</p><cite>The mayor</cite></blockquote>"
        "<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2030</td><td colspan=2>4</td></tr></table>"
        f"<pre><code class=language-py>a\n  b</code></pre><hr><p>{THIRD}</p>"
    )
    link = b.Link("https://www.ledger.example/map", (b.Text("the "), b.Emphasis((b.Text("map"),))))
    paragraph, heading, items, quote, table, code, rule, last = extract(
        page(f"<div>{body}</div>"), URL
    ).blocks
    assert paragraph == b.Paragraph(
        (
            b.Text(f"{FIRST} See "),
            link,
            b.Text(", H"),
            b.Subscript((b.Text("2"),)),
            b.Text("O and not this."),
        )
    )
    assert heading == b.Heading(3, (b.Text("What it cost"),))
    stone = (
        b.Paragraph((b.Text("Stone"),)),
        b.ListBlock(False, (b.ListItem((b.Paragraph((b.Text("grey"),)),)),)),
    )
    sand = (b.Paragraph((b.Text("Sand"),)),)
    assert items == b.ListBlock(True, (b.ListItem(stone), b.ListItem(sand)), 3)
    assert quote == b.Quote((b.Paragraph((b.Text(SECOND),)),), "The mayor")
    assert isinstance(table, b.Table)
    assert [[cell.header for cell in row.cells] for row in table.rows] == [[True] * 2, [False] * 2]
    assert table.rows[1].cells[1].colspan == 2
    assert code == b.CodeBlock("a\n  b", "py")
    assert rule == b.Rule()
    assert last == b.Paragraph((b.Text(THIRD),))


def test_the_feed_fills_what_the_page_lacks() -> None:
    entry = FeedEntry(
        title="Quay", authors=("Anna Kern",), published=datetime(2031, 5, 4, tzinfo=UTC)
    )
    article = extract(page(BODY), "https://www.ledger.example/quay", entry=entry)
    assert article.bylines == ("Anna Kern",)
    assert article.published == entry.published
    assert article.title == TITLE


def test_entries_that_carry_the_whole_article() -> None:
    entry = FeedEntry(
        url=URL,
        title=TITLE,
        content_html=f"<p>{FIRST}</p><img src=/quay.jpg><script>x()</script><p>{SECOND}</p>",
    )
    article = extract_entry(entry)
    assert plain_text(article).split("\n") == [FIRST, SECOND]
    assert [image.url for image in figure_images(article.blocks)] == [
        "https://www.ledger.example/quay.jpg"
    ]
    assert (article.url, article.title) == (URL, TITLE)
    with pytest.raises(NotAnArticle):
        extract_entry(FeedEntry(title="x"))


def test_parts_are_joined() -> None:
    first = extract(
        page(f"<div><p>{FIRST}</p><p>{SECOND}</p></div>", "<link rel=next href='?page=2'>"), URL
    )
    second = extract(page(f"<div><p>{FIRST}</p><p>{THIRD}</p></div>"), URL)
    assert first.next_page == URL + "?page=2"
    whole = join([first, second])
    assert plain_text(whole).split("\n") == WHOLE
    assert whole.next_page is None
    with pytest.raises(ValueError):
        join([])


def test_json() -> None:
    body = f"<div><p>{FIRST}</p><figure><img src=/q.jpg alt=Q></figure><p>{SECOND}</p><p>{THIRD}</p></div>"
    data = article_to_json(extract(page(body), URL))
    assert " ".join(data) == (
        "url title subtitle bylines published modified language publisher section lead text html "
        "blocks images embeds"
    )
    assert data["images"] == [
        {"url": "https://www.ledger.example/q.jpg", "alt": "Q", "caption": None, "credit": None}
    ]
    assert data["text"] == "\n".join(WHOLE)
    json.dumps(data)


def test_markup_in_text_is_escaped() -> None:
    body = f"<div><p>{FIRST} &lt;script&gt;alert(1)&lt;/script&gt;</p><p>{SECOND}</p></div>"
    html = str(article_to_json(extract(page(body), URL))["html"])
    assert "&lt;script&gt;" in html
    assert "<script" not in html


def test_values_are_frozen() -> None:
    assert isinstance(extract(page(BODY), URL), Article)
    assert extract(page(BODY), URL) == extract(page(BODY).encode(), URL)


def test_half_a_surrogate_pair_and_a_broken_address_cost_nothing() -> None:
    paragraph = "<p>The harbour board met on Tuesday to discuss the quay wall, at length.</p>"
    linked = '{"@type": "NewsArticle", "headline": "Lamps \\ud83d\\ude00 lit", "author": "Jo\\ud800 Lee"}'
    page = (
        f'<html><head><script type="application/ld+json">{linked}</script></head>'
        f"<body><h1>Lamps \U0001f600 lit</h1>{paragraph * 8}</body></html>"
    )
    article = extract(page, "https://[bad")
    assert article.title == "Lamps \U0001f600 lit"
    assert article.bylines == ("Jo\ufffd Lee",)
    assert article.url is None


def test_what_is_far_too_long_is_cut() -> None:
    paragraph = "<p>The harbour board met on Tuesday to discuss the quay wall, at length.</p>"
    names = "".join(f'<meta name="author" content="Name {"x" * 300} {n}">' for n in range(5))
    page = f"<title>{'T' * 100_000}</title>{names}<h1>{'T' * 100_000}</h1>{paragraph * 8}"
    article = extract(page)
    assert len(article.title) == 500
    assert all(len(name) <= 200 for name in article.bylines)
    entry = FeedEntry(title="T" * 9_000, content_html=paragraph * 3, authors=("N" * 900,) * 90)
    assert len(extract_entry(entry).title) == 500
    assert len(extract_entry(entry).bylines) == 50


@pytest.mark.parametrize("address", malformed.ADDRESSES)
def test_a_malformed_address_costs_no_text(address: str) -> None:
    head = (
        f"<base href='{address}'><link rel=canonical href='{address}'>"
        f"<link rel=next href='{address}'><meta property=og:image content='{address}'>"
        f"<meta property=og:url content='{address}'>"
        '<script type="application/ld+json">'
        + json.dumps({"@type": "NewsArticle", "url": address, "image": address})
        + "</script>"
    )
    media = (
        f"<figure><a href='{address}'><img src='{address}' srcset='{address} 2x'></a></figure>"
        f"<iframe src='{address}'></iframe><video src='{address}' poster='{address}'></video>"
    )
    body = f"<p><a href='{address}'>{FIRST}</a></p>{media}<p>{SECOND}</p><p>{THIRD}</p>"
    for url in (URL, address, None):
        article = extract(page(body, head), url)
        assert plain_text(article).split("\n") == WHOLE
        entry = FeedEntry(title="x", url=address, content_html=body)
        assert plain_text(extract_entry(entry, url)).split("\n") == WHOLE


def test_a_subtitle_that_is_all_the_text_is_the_text() -> None:
    body = f'<h2 class=subtitle>{FIRST}</h2><figure><img src=/quay.jpg alt="The quay"></figure>'
    article = extract(page(body), URL)
    assert article.subtitle is None
    assert plain_text(article).split("\n") == [FIRST]
    assert [image.url for image in figure_images(article.blocks)] == [
        "https://www.ledger.example/quay.jpg"
    ]


def test_a_subtitle_stays_one_beside_text_of_the_feed() -> None:
    report = [f"{SECOND} That was year {year} of the quay." for year in range(1, 9)]
    content = "".join(f"<p>{paragraph}</p>" for paragraph in report)
    entry = FeedEntry(url=URL, title=TITLE, content_html=content)
    article = extract(page(f"<h2 class=subtitle>{FIRST}</h2>"), URL, entry=entry)
    assert article.subtitle == FIRST
    assert plain_text(article).split("\n") == report
