"""Embeds: which frames, players and posts are content, of which kind, and which are never."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.embeds import embed_of
from mirrorpress.model.blocks import Embed
from pace import within
from trees import tree_of

BASE = "https://a.example/news/x"


def embedded(markup: str, base: str | None = BASE) -> Embed | None:
    """What the first element of the markup stands for."""
    body = tree_of(f"<body>{markup}</body>").find("body")[0]
    return embed_of(body.elements()[0], base)


@pytest.mark.parametrize(
    "source",
    [
        "https://www.youtube-nocookie.com/embed/abc",
        "https://www.threads.net/@a/post/b/embed",
        "https://uploads.knightlab.com/storymapjs/x/index.html",
        "https://downloads.archive.org/embed/x",
        "https://www.facebook.com/plugins/post.php?href=x",
        "https://www.facebook.com/plugins/video.php?href=x",
        "https://platform.twitter.com/embed/Tweet.html?id=1",
        "https://news.example/player/1",
        "https://news.example/embed/chart",
        "//www.youtube.com/embed/abc",
        "/video/1",
    ],
)
def test_frames_that_are_content(source: str) -> None:
    embed = embedded(f'<iframe src="{source}"></iframe>')
    assert embed is not None
    assert embed.url.endswith(source.partition("?")[0]) or "?" in source


@pytest.mark.parametrize(
    "source",
    [
        "",
        "about:blank",
        "javascript:alert(1)//youtube.com/embed",
        "JaVaScRiPt:alert(1)//youtube.com/embed",
        "data:text/html,<p>youtube.com/embed",
        "https://[youtube.com/embed/x",
        "https://youtube.com:x@evil.example/a",
        "https://googleads.g.doubleclick.net/embed/video",
        "https://ads.news.example/video/1",
        "https://videoads.news.example/player/1",
        "https://news.example/ads/video",
        "https://news.example/ad?video=1",
        "https://www.facebook.com/plugins/like.php?href=x",
        "https://platform.twitter.com/widgets/follow_button.html",
        "https://news.example/newsletter/embed",
        "https://news.example/cookie-consent/embed",
        "https://news.example/widget/1",
        "https://www.youtube.com/embed/" + "x" * 20_000,
    ],
)
def test_frames_that_are_none(source: str) -> None:
    assert embedded(f"<iframe src='{source}'></iframe>") is None


@pytest.mark.parametrize(
    ("markup", "kind", "url"),
    [
        ('<iframe data-src="https://vimeo.com/1"></iframe>', "video", "https://vimeo.com/1"),
        (
            '<iframe src="about:blank" data-src="https://vimeo.com/1"></iframe>',
            "video",
            "https://vimeo.com/1",
        ),
        ('<embed src="/v.mp4">', "video", "https://a.example/v.mp4"),
        ('<object data="https://vimeo.com/1"></object>', "video", "https://vimeo.com/1"),
        ('<video src="v.mp4"></video>', "video", "https://a.example/news/v.mp4"),
        ('<video><source src="javascript:x"><source src=v.webm></video>', "video",
         "https://a.example/news/v.webm"),
        ('<audio src="t.ogg"></audio>', "audio", "https://a.example/news/t.ogg"),
        ('<amp-audio src="/t"></amp-audio>', "audio", "https://a.example/t"),
        ('<amp-youtube data-videoid="abc_DEF-123"></amp-youtube>', "video",
         "https://www.youtube.com/watch?v=abc_DEF-123"),
        ('<lite-youtube videoid="abc_DEF-123"></lite-youtube>', "video",
         "https://www.youtube.com/watch?v=abc_DEF-123"),
        ('<div data-youtube-id="abc_DEF-123"></div>', "video",
         "https://www.youtube.com/watch?v=abc_DEF-123"),
        ('<iframe suppressedsrc="https://vimeo.com/1" src="data:x"></iframe>', "video",
         "https://vimeo.com/1"),
        ('<iframe data-uc-src="https://vimeo.com/1"></iframe>', "video", "https://vimeo.com/1"),
        ('<iframe src="/embed/vimeo?url=https%3A%2F%2Fvimeo.com%2F1"></iframe>', "video",
         "https://vimeo.com/1"),
        ('<iframe src="/embed/post?a=1&amp;url=https%3A%2F%2Ft.me%2Fquay%2F1"></iframe>', "post",
         "https://t.me/quay/1"),
        ('<iframe src="/embed/x?url=https%3A%2F%2Fb.example%2F1"></iframe>', "other",
         "https://a.example/embed/x?url=https%3A%2F%2Fb.example%2F1"),
        ('<div data-embed-url="https://vimeo.com/1"></div>', "video", "https://vimeo.com/1"),
        ('<div data-src="https://vimeo.com/1"><button>Load</button></div>', "video",
         "https://vimeo.com/1"),
        ('<a href="https://youtu.be/quay"><img src="https://i.ytimg.com/vi/quay/hq.jpg"></a>',
         "video", "https://youtu.be/quay"),
        ("<figure class=wp-block-embed><div>https://youtu.be/quay</div></figure>", "video",
         "https://youtu.be/quay"),
        ('<video-player source="https://vimeo.com/1"></video-player>', "video",
         "https://vimeo.com/1"),
        ('<x-podcast src="/talk"></x-podcast>', "audio", "https://a.example/talk"),
        ('<blockquote class="twitter-tweet">Words <a href="https://a.example/other">x</a>'
         '<a href="https://twitter.com/a/status/1">4 May</a></blockquote>', "post",
         "https://twitter.com/a/status/1"),
        ('<blockquote class="instagram-media" data-instgrm-permalink="https://instagram.com/p/1">'
         "<a href=https://instagram.com/p/2>x</a></blockquote>", "post",
         "https://instagram.com/p/1"),
        ('<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/1">x</blockquote>',
         "post", "https://www.tiktok.com/@a/video/1"),
        ('<blockquote class="reddit-embed-bq"><a href="https://www.reddit.com/r/quay/comments/a1/b/">'
         'x</a> in <a href="https://www.reddit.com/r/quay/">r/quay</a></blockquote>', "post",
         "https://www.reddit.com/r/quay/comments/a1/b/"),
        ('<blockquote class="mastodon-embed" data-embed-url="https://b.example/@kern/1/embed">x'
         "</blockquote>", "post", "https://b.example/@kern/1"),
        ('<div class="fb-post" data-href="https://www.facebook.com/quay/posts/1"></div>', "post",
         "https://www.facebook.com/quay/posts/1"),
        ('<video data-account="1234" data-video-id="5678"></video>', "video",
         "https://players.brightcove.net/1234/default_default/index.html?videoId=5678"),
        ('<mpvoice voice_encode_fileid="MzA5MjY" name="The quay"></mpvoice>', "audio",
         "https://res.wx.qq.com/voice/getvoice?mediaid=MzA5MjY"),
    ],
)  # fmt: skip
def test_elements_that_are_embeds(markup: str, kind: str, url: str) -> None:
    embed = embedded(markup)
    assert embed is not None
    assert (embed.kind, embed.url) == (kind, url)


@pytest.mark.parametrize(
    "markup",
    [
        "<video></video>",
        '<video src="javascript:alert(1)"></video>',
        '<video src="data:video/mp4;base64,AA"><source src="blob:x"></video>',
        '<amp-youtube data-videoid="a b"></amp-youtube>',
        '<lite-youtube videoid="&quot;&gt;&lt;script&gt;"></lite-youtube>',
        '<lite-youtube videoid="' + "x" * 21 + '"></lite-youtube>',
        "<lite-youtube></lite-youtube>",
        '<div data-youtube-id=""></div>',
        '<blockquote class="twitter-tweet">Words without a link</blockquote>',
        '<blockquote class="twitter-tweet"><a href="https://a.example/status/1">x</a></blockquote>',
        '<blockquote class="quote"><a href="https://twitter.com/a/status/1">x</a></blockquote>',
        '<blockquote class="twitter-tweet" cite="javascript:twitter.com">x</blockquote>',
        '<news-teaser src="https://vimeo.com/1"></news-teaser>',
        '<video-player source="javascript:alert(1)"></video-player>',
        '<video-player source="https://ads.news.example/1"></video-player>',
        "<video-player></video-player>",
        '<p data-src="https://vimeo.com/1">words</p>',
        '<div data-src="https://a.example/quay.jpg">words</div>',
        '<div data-src="https://vimeo.com/1"><iframe src="https://vimeo.com/1"></iframe></div>',
        f'<div data-src="https://vimeo.com/1">{"words " * 90}</div>',
        '<div data-url="https://www.facebook.com/a/posts/1">Share</div>',
        '<a href="https://youtu.be/quay">The quay</a>',
        '<a href="https://youtu.be/quay"><img src=/quay.jpg></a>',
        '<a href="https://a.example/quay"><img src="https://i.ytimg.com/vi/quay/hq.jpg"></a>',
        "<figure class=wp-block-embed><div>The quay https://youtu.be/quay</div></figure>",
        "<figure class=wp-block-embed><div>https://a.example/quay</div></figure>",
    ],
)
def test_elements_that_are_no_embeds(markup: str) -> None:
    assert embedded(markup) is None


def test_the_still_of_a_film_is_its_poster() -> None:
    embed = embedded(
        '<a href="https://youtu.be/quay">The quay<img src="https://i.ytimg.com/vi/quay/hq.jpg"></a>'
    )
    assert embed is not None
    assert embed.title == "The quay"
    assert embed.poster is not None
    assert embed.poster.url == "https://i.ytimg.com/vi/quay/hq.jpg"


def test_title_and_poster() -> None:
    embed = embedded('<video src=v.mp4 poster="/p.jpg" title=" The\n  quay "></video>')
    assert embed is not None
    assert embed.title == "The quay"
    assert embed.poster is not None
    assert embed.poster.url == "https://a.example/p.jpg"
    embed = embedded('<video src=v.mp4 poster="javascript:alert(1)" title=" "></video>')
    assert embed is not None
    assert (embed.title, embed.poster) == (None, None)


def test_a_picture_for_those_without_scripts_is_the_poster_of_the_chart() -> None:
    still = "<noscript><img src=/full.png alt='Ships by year'></noscript>"
    frame = '<iframe src="https://datawrapper.dwcdn.net/aB3dE/"></iframe>'
    for box in (f"<div>{frame}{still}</div>", f"<div class=chart>{frame}{still}</div>"):
        embed = embedded(box)
        assert embed is not None
        assert (embed.url, embed.title) == ("https://datawrapper.dwcdn.net/aB3dE/", "Ships by year")
        assert embed.poster is not None and embed.poster.url == "https://a.example/full.png"
    assert embedded(f"<div>{frame}{frame}{still}</div>") is None
    assert embedded(f"<div>{still}</div>") is None
    flourish = f"<div class=flourish-embed data-src=story/1234>{still}</div>"
    embed = embedded(flourish)
    assert embed is not None and embed.poster is not None


def test_a_chart_of_tableau_is_named_by_the_parameters_of_its_object() -> None:
    embed = embedded(
        "<div class=tableauPlaceholder><noscript><img alt='Ships' src=https://t.example/ships.png>"
        "</noscript><object class=tableauViz style='display:none'><param name=site_root value=''>"
        "<param name=name value='Ships/Dashboard1'></object></div>"
    )
    assert embed is not None
    assert embed.url == "https://public.tableau.com/views/Ships/Dashboard1"
    assert (embed.title, embed.poster is not None) == ("Ships", True)
    assert embedded("<div class=tableauPlaceholder><object></object></div>") is None


@pytest.mark.parametrize(
    "markup",
    [
        '<object data="/files/plan.pdf" type="application/pdf"><p>No reader.</p></object>',
        '<embed src="/files/plan.pdf">',
        '<iframe src="/files/plan.pdf#page=2"></iframe>',
        '<iframe src="https://docs.google.com/viewer?url=https%3A%2F%2Fa.example%2Ffiles%2Fplan.pdf'
        '&amp;embedded=true"></iframe>',
        '<iframe src="https://docs.google.com/gview?embedded=1&amp;url=https://a.example/files/plan.pdf">'
        "</iframe>",
        '<iframe src="/pdfjs/web/viewer.html?file=/files/plan.pdf"></iframe>',
    ],
)
def test_documents_in_frames(markup: str) -> None:
    embed = embedded(markup)
    assert embed is not None
    assert embed.url.partition("#")[0] == "https://a.example/files/plan.pdf"
    assert (embed.kind, embed.title) == ("other", "plan.pdf")


def test_a_document_with_a_link_to_it_beside_its_frame_is_shown_once() -> None:
    box = tree_of(
        '<body><div><object data="/plan.pdf"></object><a href="/plan.pdf">The plan</a></div></body>'
    )
    assert embed_of(box.find("object")[0], BASE) is None


def test_a_relative_address_without_a_base_is_none() -> None:
    assert embedded("<video src=v.mp4></video>", None) is None
    assert embedded("<video src=https://b.example/v.mp4></video>", None) is not None


@pytest.mark.parametrize(
    "url",
    [
        "https://twitter.com/kern/status/12",
        "https://x.com/kern/status/12?s=20",
        "https://www.instagram.com/p/Ab1/",
        "https://www.tiktok.com/@kern/video/12",
        "https://www.facebook.com/harbour.ledger/posts/12",
        "https://t.me/kern/12",
        "https://bsky.app/profile/kern.example/post/3k",
    ],
)
def test_a_quotation_that_ends_in_a_link_to_a_post_is_the_post(url: str) -> None:
    markup = f"<blockquote><p>The lamp is lit.</p>A. Kern <a href='{url}'>May 2</a></blockquote>"
    embed = embedded(markup)
    assert embed is not None
    assert (embed.kind, embed.url) == ("post", url.partition("?")[0])


@pytest.mark.parametrize(
    "inside",
    [
        "<p>The lamp is lit.</p>",
        "<a href='https://twitter.com/kern'>A. Kern</a>",
        "<a href='https://b.example/twitter.com/kern/status/12'>May 2</a>",
        "<a href='https://twitter.com/kern/status/12'>He wrote</a> that the lamp is lit.",
        "x" * 1_001 + "<a href='https://twitter.com/kern/status/12'>May 2</a>",
    ],
)
def test_quotations_that_are_no_posts(inside: str) -> None:
    markup = f"<blockquote>{inside}</blockquote>"
    assert embedded(markup) is None


CARD = '<p>Video<br><a itemprop="url" href="/v/1"><span itemprop="name"> The  quay</span></a></p>'


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("VideoObject", "video"),
        ("AudioObject", "audio"),
        ("Map", "map"),
        ("SocialMediaPosting", "post"),
        ("MediaObject", "other"),
    ],
)
def test_a_card_with_microdata_is_what_it_stands_for(name: str, kind: str) -> None:
    embed = embedded(
        f'<figure itemtype="https://schema.org/{name}"><img src=/p.jpg>{CARD}</figure>'
    )
    assert embed is not None
    assert (embed.kind, embed.url, embed.title) == (kind, "https://a.example/v/1", "The quay")
    assert embed.poster is not None and embed.poster.url == "https://a.example/p.jpg"


def test_a_card_gives_its_address_to_machines_alone() -> None:
    markup = (
        '<div itemtype="http://schema.org/VideoObject"><meta itemprop="contentUrl" content="/1">'
        '<meta itemprop="embedUrl" content="/embed/1"><meta itemprop="name" content="Quay"></div>'
    )
    embed = embedded(markup)
    assert embed is not None
    assert (embed.url, embed.title) == ("https://a.example/embed/1", "Quay")


@pytest.mark.parametrize(
    "markup",
    [
        f'<figure itemtype="https://schema.org/NewsArticle">{CARD}</figure>',
        f'<figure itemtype="https://b.example/VideoObject">{CARD}</figure>',
        f'<section itemtype="https://schema.org/VideoObject">{CARD}</section>',
        f'<div itemtype="https://schema.org/VideoObject">{CARD}<iframe src=/x></iframe></div>',
        f'<div itemtype="https://schema.org/VideoObject">{CARD}<p>{"The quay. " * 50}</div>',
        '<div itemtype="https://schema.org/VideoObject"><a href="/v/1">The quay</a></div>',
        '<div itemtype="https://schema.org/VideoObject"><a itemprop="url" href="x">a</a></div>',
        '<div itemtype="https://schema.org/Map"><a itemprop="url" href="javascript:0">a</a></div>',
        '<div itemtype="https://schema.org/Map"><a itemprop="url" href="/login">a</a></div>',
    ],
)
def test_microdata_of_what_is_no_card(markup: str) -> None:
    assert embedded(markup) is None


def test_a_post_is_known_by_its_address_whatever_its_class() -> None:
    address = "https://twitter.com/harbourledger/status/12345"
    text = f"The quay is open. — Ada Stone (@ada) <a href='{address}'>4 May 2031</a>"
    for name in ("", " class=x12ab", " class='quote large'"):
        embed = embedded(f"<blockquote{name}><p>{text}</p></blockquote>")
        assert embed is not None
        assert (embed.kind, embed.url) == ("post", address)
    assert embedded(f"<blockquote class=x><p>{text} and more</p></blockquote>") is None
    unsigned = text.replace("(@ada)", "")
    assert embedded(f"<blockquote class=x><p>{unsigned}</p></blockquote>") is None


def test_many_documents_beside_one_another_take_bounded_time() -> None:
    frames = "<iframe src=/plan.pdf></iframe>" * 10_000
    box = tree_of(f"<body><div>{frames}</div></body>").find("div")[0]
    with within(3):
        assert all(embed_of(frame, BASE) for frame in box.elements())
