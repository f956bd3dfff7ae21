"""Images are decoded within bounds and encoded again, small and without a trace of their source."""

from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from mirrorpress.errors import PictureError
from mirrorpress.images.encode import encode_image


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def noise(width: int, height: int) -> Image.Image:
    return Image.frombytes("RGB", (width, height), random.Random(7).randbytes(width * height * 3))


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content), formats=["WEBP"])


PLAIN = Image.new("RGB", (640, 360), "#2a6f97")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
def test_kinds(kind: str) -> None:
    new = encode_image(encoded(PLAIN, kind))
    assert (new.asset.media_type, new.asset.width, new.asset.height) == (
        "image/webp",
        640,
        360,
    )
    assert new.asset.size == len(new.content)
    assert opened(new.content).size == (640, 360)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        encoded(PLAIN, "TIFF"),
        encoded(PLAIN, "BMP"),
        encoded(PLAIN, "ICO"),
        b"<html>404</html>",
        encoded(PLAIN, "JPEG")[:200],
        encoded(noise(64, 64), "PNG")[:900],
        b"GIF89a",
        b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    ],
    ids=["empty", "svg", "eps", "tiff", "bmp", "ico", "html", "jpeg", "png", "gif", "webp"],
)
def test_refused_kinds_and_broken_files(content: bytes) -> None:
    with pytest.raises(PictureError):
        encode_image(content)


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'></svg>",
        b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a chart -->\n<!DOCTYPE svg>\n<SVG >",
    ],
)
def test_a_drawing_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(PictureError, match="an SVG drawing"):
        encode_image(content)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 3), (600, 1), (2, 90)])
def test_tracking_pixels(width: int, height: int) -> None:
    with pytest.raises(PictureError, match="a tracking pixel"):
        encode_image(encoded(Image.new("RGB", (width, height)), "GIF"))


def test_a_bomb_is_refused_by_its_header() -> None:
    """A few bytes that claim 60,000 by 60,000 pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"0"))
    with pytest.raises(PictureError, match="pixels"):
        encode_image(png)


def test_metadata_goes_and_the_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "Camera of a reporter"
    exif.get_ifd(0x8825)[1] = "N"
    source = encoded(PLAIN, "JPEG", exif=exif.tobytes(), comment=b"at home")
    new = encode_image(source)
    assert (new.asset.width, new.asset.height) == (360, 640)
    result = opened(new.content)
    assert not result.getexif()
    assert b"EXIF" not in new.content
    assert b"reporter" not in new.content


def test_transparency_stays_and_is_not_invented() -> None:
    half = Image.new("RGBA", (80, 80), (200, 20, 20, 120))
    assert opened(encode_image(encoded(half, "PNG")).content).mode == "RGBA"
    whole = Image.new("RGBA", (80, 80), (200, 20, 20, 255))
    assert opened(encode_image(encoded(whole, "PNG")).content).mode == "RGB"


def test_first_frame_of_an_animation() -> None:
    frames = [Image.new("RGB", (60, 60), color) for color in ("#00ff00", "#ff0000")]
    source = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    red, green, _ = opened(encode_image(source).content).convert("RGB").getpixel((30, 30))
    assert green > 200 > red


def test_sizes_are_kept_within() -> None:
    new = encode_image(encoded(noise(1600, 900), "PNG"), max_side=800, max_bytes=30_000)
    assert new.asset.size <= 30_000
    assert max(new.asset.width, new.asset.height) <= 800


def test_the_same_input_gives_the_same_bytes() -> None:
    source = encoded(noise(300, 200), "PNG")
    assert encode_image(source) == encode_image(source)


@settings(max_examples=40)
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=20))
def test_damage_is_an_error_or_a_picture(at: int, patch: bytes) -> None:
    source = bytearray(encoded(PLAIN, "JPEG"))
    source[at : at + len(patch)] = patch
    try:
        new = encode_image(bytes(source))
    except PictureError:
        return
    assert opened(new.content).format == "WEBP"
