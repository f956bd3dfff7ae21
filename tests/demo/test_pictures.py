"""Pictures are drawn the same every time, decode, and have the traits that mirrors must handle."""

import io
import re

import pytest
from PIL import Image

from mirrorpress.demo import Newsroom
from mirrorpress.demo.pictures import (
    ANIMATED,
    GEOTAGGED,
    TRANSPARENT,
    draw_picture,
    full_width,
    widths,
)

from .conftest import Get


def opened(body: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(body))
    image.load()
    return image


def test_all_pictures_are_served_and_decode(first: Newsroom, get: Get) -> None:
    formats = set()
    for truth in first.truth().values():
        for picture in truth.images:
            answer = get(first, picture.url)
            image = opened(answer.body)
            formats.add(image.format)
            assert answer.headers["Content-Type"] == f"image/{str(image.format).lower()}"
            stem = picture.url.rpartition("/")[2].partition(".")[0]
            assert image.width == full_width(stem)
            assert 1200 <= image.width <= 2000 or stem == ANIMATED
    assert formats == {"JPEG", "PNG", "WEBP", "GIF"}


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_the_same_name_gives_the_same_bytes(suffix: str) -> None:
    one = draw_picture("hills-sample", suffix, 320)
    draw_picture.cache_clear()
    assert draw_picture("hills-sample", suffix, 320) == one
    assert draw_picture("hills-other", suffix, 320) != one
    assert opened(one).size == (320, 180)


def test_smaller_widths_are_offered(first: Newsroom, get: Get) -> None:
    *smaller, largest = widths("sea-east-reef-dusk")
    assert smaller == [320, 640, 960] and largest > 960
    url = "http://img.langang.example/media/w640/sea-east-reef-dusk.webp"
    assert opened(get(first, url).body).width == 640


def test_every_width_that_a_page_offers_is_served(first: Newsroom, get: Get) -> None:
    for part in ("p%C3%A9niche-aux-livres", "/world/20260304-0955"):
        url = next(url for url in first.truth() if part in url)
        html = get(first, url).body.decode()
        offered = set(re.findall(r"(http://[^\s\"]+/media/[^\s\"]+) (\d+)w", html))
        assert len(offered) > 12
        for place, width in offered:
            answer = get(first, place)
            image = opened(answer.body)
            assert image.width == int(width), place
            assert answer.headers["Content-Type"] == f"image/{str(image.format).lower()}"


def test_two_outlets_show_one_picture(first: Newsroom, get: Get) -> None:
    shown = [
        image.url
        for truth in first.truth().values()
        for image in truth.images
        if "port-lisquay-night" in image.url
    ]
    assert len({get(first, url).body for url in shown}) == 1
    assert len(shown) == 2


def test_one_picture_tells_where_it_was_taken(first: Newsroom, get: Get) -> None:
    url = f"http://www.harbourledger.example/media/{GEOTAGGED}.jpg"
    place = opened(get(first, url).body).getexif().get_ifd(0x8825)
    assert place[1] == "N" and place[3] == "W"
    assert not opened(draw_picture("sea-quillen-evening", "jpg")).getexif()


def test_one_picture_is_transparent() -> None:
    image = opened(draw_picture(TRANSPARENT, "png"))
    assert image.mode == "RGBA"
    assert image.getpixel((0, 0)) == (0, 0, 0, 0)


def test_one_picture_moves() -> None:
    image = Image.open(io.BytesIO(draw_picture(ANIMATED, "gif")))
    assert getattr(image, "n_frames", 1) > 4


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(KeyError):
        draw_picture("hills-sample", "bmp")
