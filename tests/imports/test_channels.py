"""Pages of layout channels."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mirrorpress.errors import ExtractError, NotAnArticle
from mirrorpress.imports import ImportedArticle, read_channels_page
from mirrorpress.model.blocks import Figure, Image, Link, Paragraph, Rule, Text

PATH = "pages/prog12/a17.md"
URL = "https://gazette.example/2031/a17.html"
TEXT = "周日夜间，利斯基桥下的河水上涨了两米，渡轮停航。"
MORE = "港务处说没有人受伤，大桥已经重新开放，渡轮周二恢复。"
NAVIGATION = "#### [Home](../../README.md?a17) &nbsp;|&nbsp; [](../../indexes/.md?a17)\n\n"
LEAD = (
    '<div><div class="featured_image">\n <figure>\n  <img alt="" src="//i.example/7.jpg"/>\n'
    ' </figure><br/>\n <span class="caption">\n  The quay on Sunday. (A. Kern/Tidewater)\n'
    " </span>\n</div>\n</div><hr/>\n\n"
)
HELPERS = (
    "#### [ A film](http://203.0.113.7/film?a17)&nbsp; | &nbsp;[Another](http://203.0.113.7/)\n\n"
)
BODY = (
    f'<div><div class="post_content">\n <p>\n  {TEXT}\n </p>\n <p>\n  {MORE}\n </p>\n'
    "</div>\n</div>\n"
)
SHARE = (
    "<hr/>\nHold to copy this address:<br/>\nhttps://host.example/m/pages/prog12/a17.md <br/>\n"
    "<a href='https://host.example/m/pages/prog12/a17.md'>"
    "<img src='https://cdn.example/m/pages/prog12/a17.md.png'/></a> <br/>\n"
)
END = (
    "\n\n------------------------\n" + NAVIGATION
    + "<img src='http://count.example/m/pages/prog12/a17.md' width='0px' height='0px'/>\n"
)  # fmt: skip


def page(
    *, title: str = "### River rises", lead: str = LEAD, helpers: str = HELPERS, body: str = BODY,
    share: str = SHARE, address: str = f"Original address (blocked here): {URL}\n", end: str = END,
) -> bytes:  # fmt: skip
    rule = "\n------------------------\n\n"
    return f"{title}{rule}{NAVIGATION}{lead}\n\n{helpers}{body}\n{share}{address}{end}".encode()


def read(content: bytes) -> ImportedArticle:
    return read_channels_page(PATH, content)


def p(text: str) -> Paragraph:
    return Paragraph((Text(text),))


PICTURE = Image(
    url="https://i.example/7.jpg",
    caption=(Text("The quay on Sunday."),),
    credit="A. Kern/Tidewater",
)


def test_a_page() -> None:
    found = read(page())
    assert (found.path, found.channel, found.id) == (PATH, "prog12", "a17")
    assert (found.title, found.url, found.published) == ("River rises", URL, None)
    assert found.article.title == "River rises"
    assert found.article.url == URL
    assert found.article.lead == PICTURE
    assert found.article.blocks == (Figure((PICTURE,)), p(TEXT), p(MORE))


@pytest.mark.parametrize(
    "lead",
    [
        '<img class="wp-post-image" src="http://i.example/7.jpg"/>\n<div class="red caption">'
        "\n <p>\n  The quay on Sunday. (A. Kern/Tidewater)\n </p>\n</div>\n<hr/>",
        '<div id="headerimg">\n <img src="http://i.example/7.jpg"/>\n <div id='
        '"headerimgcaption"><span>The quay on Sunday. (A. Kern/Tidewater)</span>\n  <!-- x -->\n '
        "</div></div>\n\n<hr/>\n",
        '<div class="head"><noscript><img src="http://i.example/7.jpg"/></noscript><p>The quay on '
        "Sunday. (A. Kern/Tidewater)</p></div><hr/>",
        '<div><div><img src="http://i.example/7.jpg"/><b>The quay on Sunday. '
        "(A. Kern/Tidewater)<hr/>",
    ],
)
@pytest.mark.parametrize("helpers", ["", HELPERS])
def test_lead_pictures_of_other_outlets(lead: str, helpers: str) -> None:
    found = read(page(lead=lead, helpers=helpers))
    assert found.article.lead is not None
    assert found.article.lead.url == "http://i.example/7.jpg"
    assert found.article.lead.caption == PICTURE.caption
    assert found.article.lead.credit == PICTURE.credit
    assert found.article.blocks[1:] == (p(TEXT), p(MORE))


def test_a_rule_in_the_body_makes_no_lead_of_what_is_before() -> None:
    body = f'<p>{TEXT}</p><p><img src="/7.jpg"/></p><p>{MORE}</p>\n\n---\n\n<p>{TEXT[:12]}。</p>'
    for html in (body, body.replace("\n\n---\n\n", "<hr/>")):
        found = read(page(lead="", helpers="", body=html))
        picture = Figure((Image(url="https://gazette.example/7.jpg"),))
        assert found.article.blocks == (p(TEXT), picture, p(MORE), Rule(), p(TEXT[:12] + "。"))


@pytest.mark.parametrize(
    "share",
    [
        SHARE,
        "<hr/>\n",
        "+++++++++++++++++++++++++++++++++++<br/><br/>\nTo share:<br/>\n[https://x.example/pages/prog12/"
        "a17.md](https://x.example/pages/prog12/a17.md)<br/>\n",
        "<hr/>\nCompartir:<br/>\nhttps://host.example/other/channel/a17.md<br/>\n",
    ],
)
@pytest.mark.parametrize(
    "address",
    [
        f"Original address (blocked here): {URL}\n",
        f"原文地址（需翻墙访问）：{URL}\n",
        f"{URL} <br/>",
        f"Source:{URL}?a17",
        f"[Source]({URL}?a17)",
        f"Source: <a href='{URL}'>here</a>",
    ],
)
def test_footers(share: str, address: str) -> None:
    found = read(page(share=share, address=address))
    assert found.url == URL
    assert found.article.blocks == (Figure((PICTURE,)), p(TEXT), p(MORE))


def test_an_address_with_brackets_and_another_number() -> None:
    url = "https://gazette.example/River_(Lisquay)/1234"
    assert read(page(address=f"Source: {url}\n")).url == url


def test_disabled_links_and_suffixes() -> None:
    body = (
        f'<p>{TEXT} <ok href="/tides.html?a17">Tides</ok>, <span href="https://b.example/x">B</span>'
        ' <span href="javascript:alert(1)">C</span> <span>d</span></p>'
    )
    assert read(page(lead="", body=body)).article.blocks == (
        Paragraph((
            Text(f"{TEXT} "), Link("https://gazette.example/tides.html", (Text("Tides"),)),
            Text(", "), Link("https://b.example/x", (Text("B"),)), Text(" C d"),
        )),
    )  # fmt: skip


LONG = "周日夜间，利斯基桥下的河水上涨了两米，港务处说没有人受伤，大桥已经重新开放。"


@pytest.mark.parametrize(
    ("start", "published"),
    [
        ("【林港时报2031年03月04日讯】", datetime(2031, 3, 4, tzinfo=UTC)),
        (
            "【林港台北京时间2031年03月04日讯】",
            datetime(2031, 3, 4, tzinfo=timezone(timedelta(hours=8))),
        ),
        ("（利斯基社2031年3月4日电）", datetime(2031, 3, 4, tzinfo=UTC)),
        ("LISQUAY, March 4, 2031 — ", datetime(2031, 3, 4, tzinfo=UTC)),
        ("2031-03-04 10:20 GMT</p><p>", datetime(2031, 3, 4, 10, 20, tzinfo=UTC)),
        ("2031年3月4日，", None),  # of the event
        ("On 4 March 2031, ", None),
        ("【林港时报讯】", None),
        ("【2031年13月44日】", None),
    ],
)
def test_datelines(start: str, published: datetime | None) -> None:
    found = read(page(body=f"<div>\n <p>\n  {start}{LONG}</p></div>\n"))
    assert found.published == published
    assert found.published is None or found.published.tzinfo is not None
    assert found.article.published == published


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"<p>（林港时报记者陈舟采访报导）{LONG}</p>", ("陈舟",)),
        (f"<p>{LONG}</p><p>（记者陈舟综合报导/责任编辑：林安）</p>", ("陈舟",)),
        (f"<p>{LONG}</p><p>(特约记者:陈舟 责编:林安)</p>", ("陈舟",)),
        (f"<p>（潮报记者陈舟、林安报道）{LONG}</p>", ("陈舟",)),
        (f"<p>{LONG}记者会将在周一举行。</p>", ()),
        (f"<p>记者致电港口居民，记者在现场采访。{LONG}</p>", ()),
    ],
)
def test_bylines(text: str, names: tuple[str, ...]) -> None:
    found = read(page(lead="", body=text))
    assert found.article.bylines == names


def test_links_on_lines_of_their_own_leave_no_space() -> None:
    html = ' <p>\n  利斯基的\n  <ok href="/r">\n   河水\n  </ok>\n  上涨了。\n </p>\n'
    link = Link("https://gazette.example/r", (Text("河水"),))
    expected = Paragraph((Text("利斯基的"), link, Text("上涨了。")))
    assert read(page(lead="", body=html)).article.blocks == (expected,)


def test_mojibake_beside_characters_that_are_right() -> None:
    body = f" <p>\n  {LONG.encode().decode('latin-1')}\n </p>\n"
    found = read(page(title="### 河水上涨", lead="", body=body))
    assert (found.title, found.article.blocks) == ("河水上涨", (p(LONG),))


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "no title"),
        (page(title=""), "no title"),
        (page(title="### "), "no title"),
        (page().partition(MORE.encode())[0], "no original address"),
        (page().partition(b"Original")[0], "no original address"),
        (page().partition(b"a17.html")[0], "no original address"),
        (page(address="Original address: javascript:alert(1)\n"), "no original address"),
        (page(address="Original address: http://[::1\n"), "no original address: 'http://"),
        (
            page(share="", address="", body=f"{BODY}\nhttps://other.example/1\n"),
            "no original address",
        ),
    ],
)
def test_what_is_no_article(content: bytes, cause: str) -> None:
    with pytest.raises(ExtractError, match=cause):
        read(content)


def test_another_path() -> None:
    with pytest.raises(ExtractError, match="is not of the form pages/"):
        read_channels_page("articles/gazette/1048574.md", page())


@pytest.mark.parametrize(
    "body", ["", "<div>\n</div>\n", "<script>x</script>", '<img src="/1.jpg"/>']
)
def test_a_page_without_text(body: str) -> None:
    with pytest.raises(NotAnArticle, match=r"a17\.md' has no text") as caught:
        read(page(lead="", body=body))
    assert caught.value.url == URL
