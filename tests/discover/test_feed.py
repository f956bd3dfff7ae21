"""Feeds of every kind, well-formed and not."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import malformed
from discover.pages import SOURCE, page
from mirrorpress.discover import feed
from mirrorpress.discover.xmlfeed import MAX_ENTRIES
from mirrorpress.errors import ReadError
from mirrorpress.model import FeedEntry, Index
from pace import within

SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
)


def read(body: str | bytes, **more: str) -> Index:
    return feed.read(page(body, **more), SOURCE)


def item(inside: str, attributes: str = "") -> FeedEntry:
    """The entry of an RSS feed with one item."""
    (entry,) = read(
        f'<rss version="2.0" {SPACES}><channel><item {attributes}>{inside}</item></channel></rss>'
    ).entries
    return entry


def atom_entry(inside: str, around: str = "") -> FeedEntry:
    (entry,) = read(
        f'<feed xmlns="http://www.w3.org/2005/Atom" {around}><entry>{inside}</entry></feed>'
    ).entries
    return entry


# ---------------------------------------------------------------- formats


@pytest.mark.parametrize(
    ("body", "form"),
    [
        ('<rss version="2.0"><channel/></rss>', "rss 2.0"),
        ('<rss version="0.91"><channel/></rss>', "rss 0.91"),
        ("<rss><channel/></rss>", "rss 2.0"),
        ('<RSS Version="2.0"><Channel/></RSS>', "rss 2.0"),
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
            'xmlns="http://purl.org/rss/1.0/"/>',
            "rss 1.0",
        ),
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
            'xmlns="http://my.netscape.com/rdf/simple/0.9/"/>',
            "rss 0.90",
        ),
        ('<feed xmlns="http://www.w3.org/2005/Atom"/>', "atom 1.0"),
        ('<feed version="0.3" xmlns="http://purl.org/atom/ns#"/>', "atom 0.3"),
        ('<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', "atom 1.0"),
        ("<feed/>", "atom 1.0"),
        ("<channel><item><title>x</title></item></channel>", "cdf"),
        ('{"version":"https://jsonfeed.org/version/1.1","items":[]}', "json feed 1.1"),
        ('{"version":"https://jsonfeed.org/version/1","items":[]}', "json feed 1"),
        ('\ufeff {"items":[]}', "json feed 1"),
        ("<news><item><title>x</title></item></news>", "unknown"),
    ],
)
def test_the_format_is_known_by_content(body: str, form: str) -> None:
    assert read(body, media_type="text/html").format == form


@pytest.mark.parametrize(
    "body",
    [
        "",
        " \n",
        "nothing",
        "<html><body><p>Not found</p></body></html>",
        "<!DOCTYPE html><title>x</title>",
        '{"items": 3}',
        '{"error": "no"}',
        "{" * 100_000,
        '{"items":[' + "[" * 100_000,
        '{"items":[' + "9" * 10_000 + "]}",
        "[1]",
        "<?xml version='1.0'?>",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        bytes(1000),
        b"x" * (20 * 1024 * 1024 + 1),
    ],
)
def test_what_is_no_feed_is_an_error(body: str | bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(body)
    assert caught.value.url == "https://ledger.example/feed"


# ---------------------------------------------------------------- RSS


def test_a_whole_rss_feed() -> None:
    index = read(
        f"""<?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" {SPACES}><channel><title>The Harbour &amp;amp; Ledger</title>
        <language>en-gb</language><image><title>Logo</title><url>/logo.png</url></image>
        <item><title><![CDATA[Ferry <i>runs</i> again]]></title><link>/2026/03/04/ferry</link>
        <guid isPermaLink="false">ledger:17</guid><dc:creator>Ada Brandt</dc:creator>
        <pubDate>Wed, 04 Mar 2026 10:00:00 +0100</pubDate><category>Harbour</category>
        <description>&lt;p&gt;It runs.&lt;/p&gt;</description>
        <content:encoded><![CDATA[<p>It runs.</p><p>Twice a day.</p>]]></content:encoded>
        <enclosure url="/ferry.mp3" type="audio/mpeg" length="1"/></item></channel></rss>"""
    )
    assert (index.title, index.language, index.problems) == ("The Harbour & Ledger", "en-gb", ())
    (entry,) = index.entries
    assert entry.title == "Ferry runs again"
    assert entry.url == "https://ledger.example/2026/03/04/ferry"
    assert entry.id == "ledger:17"
    assert entry.authors == ("Ada Brandt",)
    assert entry.published and entry.published.isoformat() == "2026-03-04T10:00:00+01:00"
    assert entry.summary == "It runs."
    assert entry.content == "It runs.\nTwice a day."
    assert entry.content_html == "<p>It runs.</p><p>Twice a day.</p>"
    assert [(m.url, m.type) for m in entry.media] == [
        ("https://ledger.example/ferry.mp3", "audio/mpeg")
    ]
    assert entry.tags == ("Harbour",)


def test_rss_1_0() -> None:
    index = read(
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://a.example/"><title>港口报</title><dc:language>zh-CN</dc:language>
        <items><rdf:Seq><rdf:li rdf:resource="https://a.example/1"/></rdf:Seq></items></channel>
        <item rdf:about="https://a.example/1"><title>渡轮恢复</title>
        <dc:date>2026-03-04T10:00:00+08:00</dc:date></item></rdf:RDF>"""
    )
    assert (index.title, index.language) == ("港口报", "zh-CN")
    (entry,) = index.entries
    assert (entry.url, entry.id, entry.title) == (
        "https://a.example/1",
        "https://a.example/1",
        "渡轮恢复",
    )
    assert entry.published is not None


@pytest.mark.parametrize(
    ("inside", "url"),
    [
        ("<link>https://a.example/x</link>", "https://a.example/x"),
        ("<link> \n https://a.example/x \n</link>", "https://a.example/x"),
        ("<link>/x?a=1&amp;b=2</link>", "https://ledger.example/x?a=1&b=2"),
        ("<link>/x?a=1&b=2</link>", "https://ledger.example/x?a=1&b=2"),
        ("<link><![CDATA[https://a.example/x]]></link>", "https://a.example/x"),
        ("<link/><guid>https://a.example/g</guid>", "https://a.example/g"),
        ("<guid isPermaLink='true'>https://a.example/g</guid>", "https://a.example/g"),
        ("<guid isPermaLink='false'>https://a.example/g</guid>", None),
        ("<guid>urn:x:1</guid>", None),
        ("<atom:link href='https://a.example/x'/>", "https://a.example/x"),
        ("<atom:link rel='self' href='https://a.example/x'/>", None),
        (
            "<link>https://count.example/x</link>"
            "<feedburner:origLink>https://a.example/x</feedburner:origLink>",
            "https://a.example/x",
        ),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>javascript:alert(1)</link><guid>https://a.example/g</guid>", "https://a.example/g"),
        ("<link>file:///etc/passwd</link>", None),
        ("<link>http://[::1</link>", None),
        ("<media:content><link>https://no.example/</link></media:content>", None),
    ],
)
def test_links(inside: str, url: str | None) -> None:
    assert item(inside).url == url


@pytest.mark.parametrize(
    ("inside", "authors"),
    [
        ("<author>ada@a.example (Ada Brandt)</author>", ("Ada Brandt",)),
        ("<author>Ada Brandt &lt;ada@a.example&gt;</author>", ("Ada Brandt",)),
        ("<author>Ada Brandt (ada@a.example)</author>", ("Ada Brandt",)),
        ("<author>ada@a.example</author>", ("ada@a.example",)),
        ("<dc:creator>林 晓</dc:creator><dc:creator>Ada</dc:creator>", ("林 晓", "Ada")),
        ("<dc:creator>Ada</dc:creator><author>Ada</author>", ("Ada",)),
        ("<itunes:author>The MemoryMirror</itunes:author>", ("The MemoryMirror",)),
        ("<dc:creator>Ada</dc:creator><itunes:author>The MemoryMirror</itunes:author>", ("Ada",)),
        ("<atom:author><atom:name>Ada</atom:name></atom:author>", ("Ada",)),
        ("<dc:creator>&lt;b&gt;Ada&lt;/b&gt; &amp;amp; Bo</dc:creator>", ("Ada & Bo",)),
        ("<author/>", ()),
    ],
)
def test_authors(inside: str, authors: tuple[str, ...]) -> None:
    assert item(inside).authors == authors


@pytest.mark.parametrize(
    ("inside", "media"),
    [
        ("<enclosure url='/a.mp3' type='Audio/MPEG'/>", [("/a.mp3", "audio/mpeg", None)]),
        ("<media:content url='/a.jpg' medium='image'/>", [("/a.jpg", "image/*", None)]),
        (
            "<media:content url='/a.jpg' type='image/jpeg'><media:title>A ferry</media:title>"
            "<media:thumbnail url='/s.jpg'/></media:content>",
            [("/a.jpg", "image/jpeg", "A ferry"), ("/s.jpg", "image/*", None)],
        ),
        (
            "<media:group><media:content url='/a.mp4' type='video/mp4'/>"
            "<media:content url='/b.mp4' type='video/mp4'/></media:group>",
            [("/a.mp4", "video/mp4", None), ("/b.mp4", "video/mp4", None)],
        ),
        ("<media:thumbnail url='/s.jpg'/>", [("/s.jpg", "image/*", None)]),
        ("<itunes:image href='/s.jpg'/>", [("/s.jpg", "image/*", None)]),
        ("<atom:link rel='enclosure' href='/a' type='x/y'/>", [("/a", "x/y", None)]),
        (
            "<enclosure url='/a.jpg' type='image/jpeg'/><media:content url='/a.jpg'/>",
            [("/a.jpg", "image/jpeg", None)],
        ),
        ("<enclosure url='javascript:x'/><enclosure/>", []),
    ],
)
def test_media(inside: str, media: list[tuple[str, str, str | None]]) -> None:
    found = [(m.url, m.type, m.title) for m in item(inside).media]
    assert found == [(f"https://ledger.example{url}", kind, title) for url, kind, title in media]


def test_prefixes_that_were_never_declared() -> None:
    index = read("<rss><channel><item><dc:creator>Ada</dc:creator></item></channel></rss>")
    assert index.entries[0].authors == ("Ada",)


def test_a_long_description_with_paragraphs_is_the_full_text() -> None:
    long = "&lt;p&gt;" + "It runs again. " * 50 + "&lt;/p&gt;"
    entry = item(f"<description>{long * 2}</description>")
    assert entry.content == entry.summary
    assert entry.content_html and entry.content_html.startswith("<p>")
    short = item("<description>&lt;p&gt;It runs.&lt;/p&gt;</description>")
    assert (short.content, short.content_html) == (None, None)


# ---------------------------------------------------------------- Atom


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        ("<title>Fish &amp; chips</title>", "Fish & chips"),
        ("<title>1 &lt; 2 &lt;b&gt;</title>", "1 < 2 <b>"),
        ("<title type='html'>&lt;b&gt;Fish&lt;/b&gt; &amp;amp; chips</title>", "Fish & chips"),
        (
            "<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Fish <b>&amp;</b> "
            "chips</div></title>",
            "Fish & chips",
        ),
        ("<title mode='base64' type='text/html'>PGI+RmlzaDwvYj4=</title>", "Fish"),
        ("<title/>", None),
    ],
)
def test_text_constructs(inside: str, title: str | None) -> None:
    assert atom_entry(inside).title == title


@pytest.mark.parametrize(
    ("inside", "url"),
    [
        ("<link href='/x'/>", "https://ledger.example/x"),
        ("<link rel='self' href='/s'/><link rel='alternate' href='/x'/>", "/x"),
        ("<link href='/x.pdf' type='application/pdf'/><link href='/x' type='text/html'/>", "/x"),
        ("<link rel='http://www.iana.org/assignments/relation/alternate' href='/x'/>", "/x"),
        ("<link rel='alternate'>https://ledger.example/x</link>", "/x"),
        ("<link rel='enclosure'>https://ledger.example/no</link>", None),
        ("<id>https://ledger.example/x</id>", "/x"),
        ("<id>tag:ledger.example,2026:1</id>", None),
        ("<link xml:base='https://b.example/n/' href='x'/>", "https://b.example/n/x"),
    ],
)
def test_atom_links(inside: str, url: str | None) -> None:
    expected = f"https://ledger.example{url}" if url and url.startswith("/") else url
    assert atom_entry(inside).url == expected


def test_base_addresses_are_inherited() -> None:
    entry = atom_entry(
        "<link href='x'/><content type='html' xml:base='sub/'>&lt;a href='y'></content>",
        "xml:base='https://b.example/news/'",
    )
    assert entry.url == "https://b.example/news/x"
    assert entry.content_html == "<a href='https://b.example/news/sub/y'>"


def test_an_atom_entry_inherits_its_authors() -> None:
    body = """<feed xmlns="http://www.w3.org/2005/Atom"><author><name>MemoryMirror</name></author>
    <entry><title>1</title></entry>
    <entry><title>2</title><author><name>Ada</name><email>ada@a.example</email></author></entry>
    <entry><title>3</title><source><author><name>Bo</name></author></source></entry></feed>"""
    assert [entry.authors for entry in read(body).entries] == [("MemoryMirror",), ("Ada",), ("Bo",)]


def test_dates_of_atom() -> None:
    entry = atom_entry(
        "<published>2026-03-04T10:00:00Z</published><updated>2026-03-05T10:00:00Z</updated>"
    )
    assert entry.published and entry.published.isoformat() == "2026-03-04T10:00:00+00:00"
    assert entry.updated and entry.updated.isoformat() == "2026-03-05T10:00:00+00:00"


def test_xhtml_content_is_markup_without_namespaces() -> None:
    entry = atom_entry(
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One<br/>two</p>"
        "<script>no()</script></div></content>"
    )
    assert entry.content == "One\ntwo"
    assert entry.content_html and entry.content_html.startswith("<div><p>One<br>two</p>")


def test_a_picture_as_content_is_no_text() -> None:
    assert atom_entry("<content type='image/png'>iVBORw0KGgo=</content>").content is None


# ---------------------------------------------------------------- malformed addresses


@pytest.mark.parametrize("address", malformed.ADDRESSES)
def test_a_malformed_address_fails_only_itself(address: str) -> None:
    around = f"<link>{address}</link>"
    assert item(f"<title>x</title>{around}<guid>https://a.example/g</guid>").url is not None
    rss = f"<rss><channel>{around}<item><title>x</title>{around}<guid>{address}</guid></item>"
    atom = f"<link href='{address}'/><link rel='enclosure' href='{address}'/>"
    inside = f"<title>x</title>{atom}<content type='html'>&lt;img src='{address}'></content>"
    for body in (rss, f"<feed xmlns='http://www.w3.org/2005/Atom'>{atom}<entry>{inside}"):
        assert [entry.title for entry in read(body).entries] == ["x"]
    assert atom_entry(inside, f"xml:base='{address}'").title == "x"
    links = {"url": address, "external_url": address, "attachments": [{"url": address}]}
    index = json_feed({**links, "title": "x"}, home_page_url=address, feed_url=address)
    assert [entry.title for entry in index.entries] == ["x"]


# ---------------------------------------------------------------- JSON Feed


def json_feed(item: Any, **more: Any) -> Index:
    return read(
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item], **more})
    )


def test_a_whole_json_feed() -> None:
    index = json_feed(
        {
            "id": 17,
            "url": "/x",
            "title": "Le bac <em>repart</em>",
            "content_html": "<p>Il repart.</p><p>Deux fois.</p>",
            "summary": "Il repart.",
            "image": "/a.jpg",
            "date_published": "2026-03-04T10:00:00+01:00",
            "authors": [{"name": "Ada"}, {"url": "https://a.example"}, "no"],
            "tags": ["port", 3],
            "language": "fr",
            "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "title": "Son"}],
        },
        title="L’Estran",
        language="fr",
    )
    assert (index.title, index.language, index.problems) == ("L’Estran", "fr", ())
    (entry,) = index.entries
    assert (entry.id, entry.url) == ("17", "https://ledger.example/x")
    assert entry.title == "Le bac repart"
    assert entry.content == "Il repart.\nDeux fois."
    assert entry.authors == ("Ada",)
    assert entry.tags == ("port",)
    assert [m.url.rpartition("/")[2] for m in entry.media] == ["a.mp3", "a.jpg"]
    assert entry.published is not None


@pytest.mark.parametrize(
    "item",
    [
        {"id": None, "url": 3, "title": [], "authors": {}, "tags": "x", "attachments": [1, None]},
        {"id": {"a": 1}, "content_html": 5, "date_published": 20260304, "author": "Ada"},
        {"id": float("inf"), "title": "\ud800", "url": "http://a.example/\ud800", "image": {}},
        {"id": True, "summary": False, "language": 7, "attachments": {"url": "/x"}},
        [],
        None,
        "x",
    ],
)
def test_fields_of_the_wrong_type_are_read_over(item: Any) -> None:
    index = json_feed(item)
    for entry in index.entries:
        json.dumps(entry.title, ensure_ascii=False).encode("utf-8")
        assert entry.published is None


# ---------------------------------------------------------------- ill-formed and hostile


@pytest.mark.parametrize(
    "body",
    [
        "<rss><channel><item><title>One</title></item><item><title>Two",
        "<rss><channel><item><title>One</item><item><title>Two</title></item></channel></rss>",
        "<rss><channel><item><title>One & <b>x</title></item><item><title>Two</title></item>",
        "<rss><channel><item><title a=b>One</title></item><item><title>Two</title></item></rss>",
        "<rss><channel></title><item><title>One</title></item><item><title>Two</title></item>",
    ],
)
def test_ill_formed_feeds_are_read_as_far_as_they_go(body: str) -> None:
    index = read(body)
    assert len(index.entries) == 2
    assert index.entries[1].title == "Two"
    assert index.problems


def test_a_wrong_encoding_is_told() -> None:
    body = '<?xml version="1.0" encoding="utf-8"?><rss><channel><title>港口报今天说</title></rss>'
    index = read(body.encode("gb18030"))
    assert index.title == "港口报今天说"
    assert "gb18030" in index.problems[0]


def test_too_many_entries_are_cut_and_told() -> None:
    index = read("<rss><channel>" + "<item><title>x</title></item>" * (MAX_ENTRIES + 5))
    assert len(index.entries) == MAX_ENTRIES
    assert any(str(MAX_ENTRIES) in problem for problem in index.problems)


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "body",
    [
        f"<!DOCTYPE rss [<!ENTITY e0 'ha'>{BOMB}]><rss><item><title>&e11;</title></item></rss>",
        "<rss><channel><item><title>" + "<b>" * 100_000 + "</title></item></channel></rss>",
        "<rss><channel><item><description>" + "&lt;div&gt;" * 200_000 + "</description></item>",
        "<rss><channel>" + "<item><title>x</title>" * 100_000,
        "<rss><item><title>" + "x" * 12_000_000 + "</title></item></rss>",
        "<rss><item><pubDate>" + "1" * 99 + "</pubDate></item></rss>" * 1000,
    ],
    ids=["entities", "depth", "escaped depth", "nested items", "long text", "dates"],
)
def test_hostile_feeds_cost_little(body: str) -> None:
    with within(4):
        index = read(body)
    assert all(len(entry.title or "") <= 1000 for entry in index.entries)


FRAGMENTS = """<rss> <channel> <item> </item> <title> </title> <link> </link> <![CDATA[ ]]> <!--
--> &amp; & < &eacute; &#0; &#x26; <feed> <entry> </entry> <content:encoded> <dc:creator> xmlns=
<!DOCTYPE [ ]> <?xml ?> \x00 é 字 <a/> <link/href='x'/> <media:group> <guid> </channel>"""


@given(st.lists(st.sampled_from(re.split(r"\s", FRAGMENTS)), max_size=40).map("".join))
def test_no_feed_raises_anything_else(body: str) -> None:
    with suppress(ReadError):
        read("<rss>" + body)
        read(body)


@given(st.binary(max_size=200), st.sampled_from([b"", b"<rss>", b"{", b"\xff\xfe<\x00"]))
def test_no_bytes_raise_anything_else(body: bytes, head: bytes) -> None:
    with suppress(ReadError):
        read(head + body)
