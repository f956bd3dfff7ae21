"""Pages of layout archive."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mirrorpress.errors import ExtractError, NotAnArticle
from mirrorpress.imports import read_archive_page
from mirrorpress.model.blocks import Figure, Image, Link, Paragraph, Text
from mirrorpress.model.plain import plain_text

PATH = "articles/gazette/1048574.md"
URL = "https://gazette.example/2031/river"
TEXT = "周日夜间，利斯基桥下的河水上涨了两米，渡轮停航。"


def page(
    title: str = "River rises",
    url: str = URL,
    html: str = f"<p>{TEXT}</p>",
    time: str = "1930212903000",
) -> bytes:
    return f"<!--{time}-->\n[{title}]({url})\n------\n\n{html}\n".encode()


def test_a_page() -> None:
    read = read_archive_page("articles/gazette/1048574_River rises.md", page())
    assert (read.path, read.channel) == ("articles/gazette/1048574_River rises.md", "gazette")
    assert (read.id, read.title, read.url) == ("1048574_River rises", "River rises", URL)
    assert read.published == datetime(2031, 3, 2, 10, 15, 3, tzinfo=UTC)
    assert read.article.title == "River rises"
    assert read.article.url == URL
    assert read.article.published == read.published
    assert read.article.blocks == (Paragraph((Text(TEXT),)),)


@pytest.mark.parametrize(
    ("time", "published"),
    [
        ("1930212903999", datetime(2031, 3, 2, 10, 15, 3, 999000, tzinfo=UTC)),
        ("1930212903", None),
        ("0", None),
        ("9" * 13, None),
        ("9" * 20, None),
    ],
)
def test_the_time(time: str, published: datetime | None) -> None:
    assert read_archive_page(PATH, page(time=time)).published == published


def test_a_page_without_its_time() -> None:
    assert read_archive_page(PATH, page().partition(b"\n")[2]).published is None


@pytest.mark.parametrize(
    ("title", "url", "expected"),
    [
        ("[Video] River", URL, "[Video] River"),
        (r"\[Video\] \"River\"", URL, '[Video] "River"'),
        ("A [b](c) d", URL, "A [b](c) d"),
        ("River_(Lisquay)", "https://wiki.example/River_(Lisquay)", "River_(Lisquay)"),
        ("Wrapped\ntitle", URL, "Wrapped title"),
    ],
)
def test_titles_and_addresses(title: str, url: str, expected: str) -> None:
    read = read_archive_page(PATH, page(title, url))
    assert (read.title, read.url) == (expected, url)


def test_a_title_that_only_the_path_has() -> None:
    assert (
        read_archive_page("articles/gazette/1048574_Tide--River.md", page("")).title == "Tide/River"
    )


@pytest.mark.parametrize(
    ("path", "content", "cause"),
    [
        (PATH, b"", "no title"),
        (PATH, page(""), "no title"),
        (
            "articles/gazette/1048574_River.md",
            b"River\n------\n<p>The river rose.</p>",
            "no original",
        ),
        (PATH, page(url="javascript:alert(1)"), r"no original address: 'javascript:alert\(1\)'"),
        (PATH, page(url="/river"), "no original address: '/river' is no web address"),
        (PATH, page()[:60], "no title"),
        ("pages/prog12/a17.md", page(), "is not of the form articles/"),
    ],
)
def test_what_is_no_article(path: str, content: bytes, cause: str) -> None:
    with pytest.raises(ExtractError, match=cause):
        read_archive_page(path, content)


@pytest.mark.parametrize(
    "html", ["", "<p> </p>", "<script>x</script>", '<img src="/a.jpg">', "<!--"]
)
def test_a_page_without_text(html: str) -> None:
    with pytest.raises(NotAnArticle, match=r"1048574\.md' has no text") as caught:
        read_archive_page(PATH, page(html=html))
    assert caught.value.url == URL


def test_faults_of_the_feed_that_stay_in_the_file() -> None:
    html = (
        '<div>02/03/2031 - 19:59</div><divdata-ad="box"data-pos="1"><span>Advertisement</span>'
        '<button>Report</button></div><img src="//i.gazette.example/quay-low.jpg" srcset='
        '"//i.gazette.example/quay-low.jpg 400w, //i.gazette.example/quay-high.jpg 1200w">'
        f'<p onclick="x()">{TEXT} <span href="/tides">Tides</span></p>'
        "<script>alert(1)</script><iframe src='https://ads.example/x'></iframe>"
    )
    read = read_archive_page(PATH, page(html=html))
    picture = Image(url="https://i.gazette.example/quay-high.jpg")
    assert read.article.blocks == (
        Figure((picture,)),
        Paragraph((Text(f"{TEXT} "), Link("https://gazette.example/tides", (Text("Tides"),)))),
    )
    assert read.article.lead == picture


def test_a_page_in_windows_line_ends_and_with_a_mark() -> None:
    content = b"\xef\xbb\xbf\r\n" + page().replace(b"\n", b"\r\n")
    read = read_archive_page(PATH, content)
    assert read.published is not None
    assert plain_text(read.article) == TEXT
