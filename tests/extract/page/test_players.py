"""Where boxes have the address of a player that is not loaded yet."""

from __future__ import annotations

import pytest

from mirrorpress.extract.page.players import player_addresses
from mirrorpress.extract.page.tree import parse
from trees import first


@pytest.mark.parametrize(
    ("attributes", "addresses"),
    [
        ("data-src=/a", ["/a"]),
        ("class=x data-embed-url=/a", ["/a"]),
        ("data-iframe-src=/b data-src=/a", ["/a", "/b"]),
        ("data-src", []),
        ("data-url=/a", []),
        ("src=/a class=player", []),
        ("", []),
        ("data-href=https://www.facebook.com/quay/posts/1", []),
        ("data-id=M7lc1UVf-VE", []),
        ("data-account=12345 class=x", []),
    ],
)
def test_addresses(attributes: str, addresses: list[str]) -> None:
    assert player_addresses(first(parse(f"<div {attributes}>"), "div")) == addresses


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        (
            "<div class=youtube-player data-id=M7lc1UVf-VE>",
            "https://www.youtube.com/watch?v=M7lc1UVf-VE",
        ),
        ("<div data-youtube=M7lc1UVf-VE>", "https://www.youtube.com/watch?v=M7lc1UVf-VE"),
        ("<div data-plyr-embed-id=M7lc1UVf-VE>", "https://www.youtube.com/watch?v=M7lc1UVf-VE"),
        ("<amp-youtube data-videoid=M7lc1UVf-VE>", "https://www.youtube.com/watch?v=M7lc1UVf-VE"),
        ("<lite-youtube videoid=M7lc1UVf-VE>", "https://www.youtube.com/watch?v=M7lc1UVf-VE"),
        ("<div data-vimeo-id=123456789>", "https://vimeo.com/123456789"),
        ("<amp-vimeo data-videoid=27246366>", "https://vimeo.com/27246366"),
        ("<amp-dailymotion data-videoid=x2m8jpp>", "https://www.dailymotion.com/video/x2m8jpp"),
        (
            "<video-js data-account=1234 data-video-id=ref:quay>",
            "https://players.brightcove.net/1234/default_default/index.html?videoId=ref:quay",
        ),
        (
            "<amp-jwplayer data-player-id=aBcDeFgH data-media-id=iJkLmNoP>",
            "https://cdn.jwplayer.com/players/iJkLmNoP-aBcDeFgH.html",
        ),
        ("<amp-twitter data-tweetid=885634330868>", "https://twitter.com/i/status/885634330868"),
        ("<amp-instagram data-shortcode=fBwFP>", "https://www.instagram.com/p/fBwFP/"),
        (
            "<div class=fb-post data-href=https://www.facebook.com/quay/posts/1>",
            "https://www.facebook.com/quay/posts/1",
        ),
        ("<amp-gist data-gistid=b9bb35bc68df>", "https://gist.github.com/b9bb35bc68df"),
        ("<blockquote class=imgur-embed-pub data-id=a/aBcDe>", "https://imgur.com/a/aBcDe"),
        (
            "<div class='flourish-embed flourish-map' data-src=story/123456>",
            "https://public.flourish.studio/story/123456/",
        ),
        ("<div class=infogram-embed data-id=ships-by-year>", "https://infogram.com/ships-by-year"),
        (
            "<mpvoice voice_encode_fileid=MzA5MjY>",
            "https://res.wx.qq.com/voice/getvoice?mediaid=MzA5MjY",
        ),
        (
            "<div class='wistia_embed wistia_async_aBcDe12345'>",
            "https://fast.wistia.net/embed/iframe/aBcDe12345",
        ),
        (
            "<div class=tweet data-attrs='{&quot;url&quot;:&quot;https://x.com/quay/status/1&quot;}'>",
            "https://x.com/quay/status/1",
        ),
        (
            """<video data-setup='{"sources":[{"src":"https:\\/\\/youtu.be\\/M7lc1UVf-VE"}]}'>""",
            "https://youtu.be/M7lc1UVf-VE",
        ),
    ],
)
def test_addresses_made_of_what_identifies_the_player(markup: str, address: str) -> None:
    element = parse(f"<body>{markup}").find("body")[0].elements()[0]
    assert player_addresses(element)[0] == address


@pytest.mark.parametrize(
    "markup",
    [
        "<div class=youtube-player data-id='x&quot;&gt;&lt;b&gt;'>",
        "<div class=youtube-channels data-id=123>",
        "<div class=fb-like data-href=https://www.facebook.com/quay>",
        "<div class=fb-post data-href=javascript:alert(1)>",
        "<div class=wistia_async_short>",
        "<div class=tweet data-attrs='{&quot;url&quot;:&quot;javascript:x&quot;}'>",
        f"<div class=tweet data-attrs='{' ' * 5_000}{{&quot;url&quot;:&quot;https://x.com/a&quot;}}'>",
        "<div data-account=1234>",
        "<div data-vimeo-id=../../x>",
    ],
)
def test_attributes_that_identify_no_player(markup: str) -> None:
    element = parse(f"<body>{markup}").find("body")[0].elements()[0]
    assert player_addresses(element) == []
