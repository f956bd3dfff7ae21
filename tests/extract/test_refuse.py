"""What is no article is told as the error that it is; short articles pass."""

# Pages are easier to read unbroken.

from __future__ import annotations

import pytest

from mirrorpress.errors import AccessBlocked, EmptyShell, ExtractError, NotAnArticle
from mirrorpress.extract import extract
from mirrorpress.model.plain import plain_text

NAV = "<nav><ul>" + "<li><a href=/s>Section</a></li>" * 9 + "</ul></nav>"


@pytest.mark.parametrize(
    ("page", "blocker"),
    [
        (
            "<title>Just a moment...</title><p>Checking your browser before you go on.</p>",
            "Cloudflare",
        ),
        ('<p>Wait</p><script src="https://geo.captcha-delivery.com/c.js"></script>', "DataDome"),
        ('<h1>Press and hold</h1><div id="px-captcha"></div>', "PerimeterX"),
        ('<iframe src="/_Incapsula_Resource?x=1">Request unsuccessful.</iframe>', "Incapsula"),
        (
            "<title>Access Denied</title><h1>Access Denied</h1>You don't have permission."
            "<p>https://errors.edgesuite.net/18.2",
            "Akamai",
        ),
        ('<title>Robot check</title><div class="g-recaptcha"></div>', "a captcha"),
        ("<title>Log in - Harbour Ledger</title><form><input name=u></form>", "a login"),
        ("<title>Before you continue</title><p>We use cookies.</p>", "a consent page"),
    ],
)
def test_blockers_are_named(page: str, blocker: str) -> None:
    with pytest.raises(AccessBlocked) as caught:
        extract(page, "https://a.example/x")
    assert caught.value.blocker == blocker
    assert caught.value.evidence
    assert caught.value.url == "https://a.example/x"


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<p></p>",
        "plain",
        "<title>404 Not Found</title><h1>Not Found</h1><p>The page you asked for is not on this "
        "server. Check the address, or go to the front page and look for it there.</p>",
        f"<title>Harbour Ledger</title>{NAV}{NAV}",
        "<title>页面不存在</title><p>您访问的页面不存在或已被删除，请返回首页浏览其他内容，谢谢您的理解与支持。</p>",
    ],
)
def test_no_article(page: str) -> None:
    with pytest.raises(NotAnArticle):
        extract(page)


def test_a_page_without_text_that_readers_pay_for() -> None:
    said = '{"@type": "NewsArticle", "headline": "Harbour", "isAccessibleForFree": false}'
    page = f"<title>Harbour</title><script type='application/ld+json'>{said}</script><p>Log in"
    with pytest.raises(AccessBlocked) as caught:
        extract(page)
    assert caught.value.blocker == "a paywall"
    with pytest.raises(NotAnArticle):
        extract(page.replace("false", "true"))


def test_empty_shells() -> None:
    page = '<title>Ledger</title><div id="root"></div><script>' + "x=1;" * 2000 + "</script>"
    with pytest.raises(EmptyShell):
        extract("<title>Ledger</title><body><div id=root></div><script src=/app.js></script>")
    with pytest.raises(EmptyShell):
        extract(page)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Ferry resumes", "The night ferry to Marrin sails again from Monday, the port said."),
        ("夜班渡轮复航", "港务处说，开往马林岛的夜班渡轮下周一起恢复，每晚一班，票价不变。"),
        (
            "عودة العبّارة",
            "قالت إدارة الميناء إن العبّارة الليلية إلى جزيرة مارين ستعود إلى العمل يوم الاثنين.",
        ),
    ],
)
def test_short_articles_pass(title: str, text: str) -> None:
    page = f"<title>{title}</title>{NAV}<article><h1>{title}</h1><p>{text}</p></article>{NAV}"
    article = extract(page)
    assert article.title == title
    assert len(article.blocks) == 1


def test_a_captcha_beside_an_article_is_no_wall() -> None:
    page = "<h1>Tide</h1><p>" + "The tide came in early and stayed late. " * 30
    assert extract(page + '<form class="g-recaptcha"></form>').blocks


@pytest.mark.parametrize(
    "mark",
    [
        '<form><textarea></textarea><div class="g-recaptcha"></div></form>',
        '<script src="/cdn-cgi/challenge-platform/h/b/scripts/jsd/main.js"></script>',
    ],
)
def test_marks_of_a_challenge_on_the_full_page_of_a_short_article(mark: str) -> None:
    text = "<h1>Tide</h1><p>" + "The tide came in early and stayed late. " * 5
    page = f"<title>Tide</title>{NAV * 60}<article>{text}</article>{mark}"
    assert extract(page).blocks
    with pytest.raises(AccessBlocked):  # alone, nearly all of the page's text
        extract(f"<title>Tide</title>{NAV}<article>{text}</article>{mark}")
    with pytest.raises(AccessBlocked):  # a full page without a text
        extract(f"<title>Tide</title>{NAV * 60}<article>Wait</article>{mark}")


def test_errors_are_of_one_family() -> None:
    assert issubclass(AccessBlocked, ExtractError)
    assert issubclass(EmptyShell, ExtractError)


PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
FEED = "<title>Ledger</title><item><description>The ferry ran again on Monday.</description>" * 9


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj " * 40, "a PDF document"),
        (PNG, "binary data"),
        (b"\x00\x00\x00\x20ftypisom" + PNG, "data in no known encoding"),  # as UTF-32
        ('{"title": "The ferry ran again on Monday", "body": "<p>It did.</p>"}', "JSON"),
        ('[{"text": "The ferry ran again on Monday, after nine days of storms."}]\n', "JSON"),
        (f"<rss version='2.0'><channel>{FEED}", "a feed"),
        (f"\ufeff<?xml version='1.0'?>\n<!-- made by hand -->\n<feed>{FEED}", "a feed"),
        (f"<RDF:RDF xmlns='x'>{FEED}", "a feed"),
        (f"<?xml version='1.0'?><opml>{FEED}", "a list of feeds"),
        (f"<?xml version='1.0'?><urlset>{FEED}", "a sitemap"),
        (f"<!DOCTYPE svg PUBLIC 'x'><svg><text>{FEED}", "an SVG picture"),
    ],
)
def test_files_that_are_no_pages(content: str | bytes, kind: str) -> None:
    with pytest.raises(NotAnArticle, match=f"this is {kind}") as caught:
        extract(content, "https://a.example/x")
    assert caught.value.url == "https://a.example/x"


FERRY = "<p>The ferry to the islands ran again on Monday, after nine days of storms.</p>"


@pytest.mark.parametrize(
    "page",
    [
        f"<?xml version='1.0'?><!-- rss --><!DOCTYPE html><html>{FERRY}",
        f"{FERRY * 3}\0<!-- \0\0\0 -->",
        f"[Update] {FERRY} [End]",
        f'{{% "title" %}}{FERRY}{{% end %}}',
        f"<feedback>{FERRY}</feedback>",
        f"<p>{chr(0xFFFD) * 9}</p>{FERRY}",
        "The ferry to the islands ran again on Monday, after nine days of storms.",
    ],
)
def test_pages_that_begin_unlike_pages(page: str) -> None:
    assert "ferry" in plain_text(extract(page))
