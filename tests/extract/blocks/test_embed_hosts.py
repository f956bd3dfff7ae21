"""Hosts of embeds: what each shows, and how it is named."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.embed_hosts import kind_of, provider_of


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.youtube.com/embed/abc", "video"),
        ("https://www.youtube-nocookie.com/embed/abc", "video"),
        ("https://WWW.YouTube.com:443/embed/abc", "video"),
        ("https://notyoutube.com/embed/abc", None),
        ("https://youtube.com.evil.example/embed/abc", None),
        ("https://player.bilibili.com/player.html?bvid=1", "video"),
        ("https://bilibili.com/read", None),
        ("https://www.aparat.com/video/video/embed/videohash/x", "video"),
        ("https://rutube.ru/play/embed/1", "video"),
        ("https://w.soundcloud.com/player/?url=x", "audio"),
        ("https://twitter.com/a/status/1", "post"),
        ("https://x.com/a/status/1", "post"),
        ("https://phoenix.com/a/status/1", None),
        ("https://www.facebook.com/a/posts/1", "post"),
        ("https://www.facebook.com/a/videos/1", "video"),
        ("https://www.google.com/maps/embed?pb=1", "map"),
        ("https://maps.google.com/?q=x", "map"),
        ("https://www.openstreetmap.org/export/embed.html", "map"),
        ("https://www.google.com/search?q=maps", None),
        ("https://www.notgoogle.com/maps/x", None),
        ("https://discarto.com/x", None),
        ("https://a.example/carto.company/", None),
        ("https://a.example/www.google.com/maps/", None),
        ("https://datawrapper.dwcdn.net/x/1/", "other"),
        ("https://a.example/film.MP4", "video"),
        ("https://a.example/talk.mp3?x=1", "audio"),
        ("https://a.example/film.mp4.html", None),
        ("https://a.example/?file=film.mp4", None),
        ("https://a.example/", None),
    ],
)
def test_kinds_by_address(url: str, kind: str | None) -> None:
    assert kind_of(url) == kind


@pytest.mark.parametrize(
    ("url", "provider"),
    [
        ("https://www.youtube.com/embed/x", "youtube.com"),
        ("https://player.vimeo.com/video/1", "vimeo.com"),
        ("https://open.spotify.com:8443/x", "spotify.com"),
        ("https://player.com/x", "player.com"),
        ("https://wwwx.example/x", "wwwx.example"),
        ("https://news.example/x", "news.example"),
    ],
)
def test_providers(url: str, provider: str) -> None:
    assert provider_of(url) == provider
