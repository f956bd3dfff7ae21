"""Scripts that put something in their place: which frame each makes, and which make none."""

from __future__ import annotations

import re

import pytest

from mirrorpress.extract.page.embed_scripts import MOST_EMBEDS, frame_made
from mirrorpress.extract.page.repair import repair


@pytest.mark.parametrize(
    ("attributes", "address"),
    [
        (
            ' async src="https://telegram.org/js/telegram-widget.js?22" '
            'data-telegram-post="quaynews/1234" data-width="100%"',
            "https://t.me/quaynews/1234",
        ),
        (
            ' src="https://www.aparat.com/embed/aB3dE?data[rnddiv]=74829&data[responsive]=yes"',
            "https://www.aparat.com/v/aB3dE",
        ),
        (
            ' defer src="https://datawrapper.dwcdn.net/aB3dE/embed.js" charset="utf-8"',
            "https://datawrapper.dwcdn.net/aB3dE/",
        ),
        (
            " src=https://gist.github.com/quay/0123abcd.js",
            "https://gist.github.com/quay/0123abcd",
        ),
        (
            ' src="//cdn.jwplayer.com/players/aBcDeFgH-iJkLmNoP.js"',
            "https://cdn.jwplayer.com/players/aBcDeFgH-iJkLmNoP.html",
        ),
        (
            ' src="https://geo.dailymotion.com/player/xabc1.js" data-video="x8abcde"',
            "https://www.dailymotion.com/video/x8abcde",
        ),
        (
            ' data-video="x8abcde" src="https://geo.dailymotion.com/player.js"',
            "https://www.dailymotion.com/video/x8abcde",
        ),
        (
            ' id="infogram_0_ships-by-year" src="//e.infogram.com/js/dist/embed.js"',
            "https://infogram.com/ships-by-year",
        ),
    ],
)
def test_scripts_known_by_their_tag(attributes: str, address: str) -> None:
    assert frame_made(attributes, "") == f'<iframe src="{address}"></iframe>'


@pytest.mark.parametrize(
    ("content", "address"),
    [
        (
            '(function() { VK.Widgets.Post("vk_post_-12_678", -12, 678, "hash"); }());',
            "https://vk.com/wall-12_678",
        ),
        (
            'DV.load("//www.documentcloud.org/documents/1234-plan.js", {container: "#x"});',
            "https://www.documentcloud.org/documents/1234-plan",
        ),
        (
            "var p = new YT.Player('player', { height: '390', videoId: 'M7lc1UVf-VE' });",
            "https://www.youtube.com/watch?v=M7lc1UVf-VE",
        ),
        (
            'Rumble("play", {"video":"v1abcd","div":"rumble_v1abcd"});',
            "https://rumble.com/embed/v1abcd/",
        ),
        (
            'jwplayer("p").setup({ "file": "https:\\/\\/v.example\\/quay.mp4", width: "100%" });',
            "https://v.example/quay.mp4",
        ),
        (
            "jwplayer('p').setup({\n sources: [{file: '/media/quay.m3u8?a=1&b=2'}] });",
            "/media/quay.m3u8?a=1&amp;b=2",
        ),
    ],
)
def test_scripts_known_by_their_call(content: str, address: str) -> None:
    assert frame_made("", content) == f'<iframe src="{address}"></iframe>'


@pytest.mark.parametrize(
    ("attributes", "content"),
    [
        (' src="https://telegram.org/js/telegram-widget.js" data-telegram-login="bot"', ""),
        (' src="https://telegram.org/js/telegram-widget.js" data-telegram-discussion="a/1"', ""),
        (' src="https://cdn.jwplayer.com/libraries/aBcDeFgH.js"', ""),
        (' src="https://geo.dailymotion.com/libs/player/xabc1.js"', ""),
        (' src="https://news.example/js/register.js"', ""),
        ("", 'jwplayer("p").setup({ file: pickFile("quay.mp4") });'),
        ("", "new YT.Player('player', { videoId: chosen });"),
        ("", 'jwplayer("p").setup({ file: "https://v.example/quay.mp4" });' + " " * 5_000),
    ],
)
def test_scripts_that_make_no_known_frame(attributes: str, content: str) -> None:
    assert frame_made(attributes, content) == ""


def test_an_address_cannot_leave_its_attribute() -> None:
    made = frame_made("", """jwplayer("p").setup({file: "https://v.example/a&quot;b.mp4"})""")
    assert made == '<iframe src="https://v.example/a&quot;b.mp4"></iframe>'


_POST = '<script src="/w.js" data-telegram-post="quay/1"></script>'


def test_a_frame_stands_where_its_script_stood() -> None:
    markup = repair(f"<body><p>One</p>{_POST}<p>Two</p>").markup
    assert markup == '<body><p>One</p><iframe src="https://t.me/quay/1"></iframe><p>Two</p>'


def test_no_frame_ends_the_head() -> None:
    assert "iframe" not in repair(f"<head>{_POST}<title>x</title></head><body>y</body>").markup


def test_frames_of_one_page_are_bounded() -> None:
    markup = repair("<body>" + _POST * (MOST_EMBEDS + 50)).markup
    assert len(re.findall("<iframe", markup)) == MOST_EMBEDS
