"""The newsroom's pictures, drawn from their names: the same name always gives the same bytes."""

from __future__ import annotations

import io
from functools import lru_cache
from random import Random

from PIL import Image, ImageDraw

from mirrorpress.demo.scenes import choose_scene, paint_sky

TYPES = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
}
GEOTAGGED = "sea-market-boats"  # this one's JPEG says where it was taken, as phones do
TRANSPARENT = "emblem-book-barge"
ANIMATED = "animation-ferry-lamp"
PIXEL = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c000000000100010000020144003b"
)

_FULL_WIDTHS = (1200, 1400, 1600, 2000)
_SMALLER = (320, 640, 960)


def full_width(stem: str) -> int:
    """How wide the picture is at its largest."""
    return 600 if stem == ANIMATED else _chances(stem).choice(_FULL_WIDTHS)


def widths(stem: str) -> tuple[int, ...]:
    """The widths in which the picture is offered, the largest last."""
    largest = full_width(stem)
    return (largest,) if stem == ANIMATED else (*_SMALLER, largest)


@lru_cache(maxsize=512)
def draw_picture(stem: str, suffix: str, width: int | None = None) -> bytes:
    """The picture's bytes in the format that `suffix` names, at most as wide as it is.

    Raises:
        KeyError: if there is no such format.
    """
    kind = TYPES[suffix]
    if stem == ANIMATED:
        return _animation()
    picture = _painted(stem)
    if width is not None and width < picture.width:
        height = round(picture.height * width / picture.width)
        picture = picture.resize((width, height), Image.Resampling.BILINEAR, reducing_gap=2.0)
    return _encoded(picture, kind, with_place=stem == GEOTAGGED)


def _chances(stem: str) -> Random:
    return Random(stem)  # noqa: S311 - reproducible random numbers are wanted here


@lru_cache(maxsize=8)
def _painted(stem: str) -> Image.Image:
    chance = _chances(stem)
    width = chance.choice(_FULL_WIDTHS)
    size = (width, width * 9 // 16)
    if stem == TRANSPARENT:
        return _emblem(size)
    canvas = paint_sky(size, chance)
    choose_scene(stem)(canvas, chance)
    return canvas


def _emblem(size: tuple[int, int]) -> Image.Image:
    """A ring and a sail on nothing."""
    canvas = Image.new("RGBA", size, (0, 0, 0, 0))
    draw, (width, height) = ImageDraw.Draw(canvas), size
    left, top = width // 2 - height * 2 // 5, height // 10
    box = (left, top, left + height * 4 // 5, top + height * 4 // 5)
    draw.ellipse(box, fill=(250, 246, 232, 220), outline=(28, 84, 104, 255), width=height // 40)
    mast = width // 2
    draw.polygon(
        [(mast, height // 5), (mast, height * 13 // 20), (mast + height // 4, height * 13 // 20)],
        fill=(186, 74, 52, 255),
    )
    draw.polygon(
        [
            (mast - 12, height // 4),
            (mast - 12, height * 13 // 20),
            (mast - height // 5, height * 13 // 20),
        ],
        fill=(28, 84, 104, 255),
    )
    hull = [
        (mast - height // 4, height * 7 // 10),
        (mast + height // 4, height * 7 // 10),
        (mast + height // 6, height * 4 // 5),
        (mast - height // 6, height * 4 // 5),
    ]
    draw.polygon(hull, fill=(72, 56, 44, 255))
    return canvas


def _animation() -> bytes:
    """A lamp on a ferry that brightens and dims."""
    frames = []
    for step in range(8):
        frame = Image.new("P", (600, 338), 0)
        glow = 120 + 120 * (4 - abs(step - 4)) // 4
        frame.putpalette([18, 28, 52, 40, 66, 96, 232, 226, 208, glow, glow * 4 // 5, 60])
        draw = ImageDraw.Draw(frame)
        draw.rectangle((0, 220, 600, 338), fill=1)
        draw.polygon([(120, 200), (480, 200), (440, 250), (160, 250)], fill=2)
        radius = 14 + 3 * (4 - abs(step - 4))
        draw.ellipse((300 - radius, 130 - radius, 300 + radius, 130 + radius), fill=3)
        draw.rectangle((297, 130, 303, 200), fill=2)
        frames.append(frame)
    out = io.BytesIO()
    frames[0].save(
        out, "GIF", save_all=True, append_images=frames[1:], duration=160, loop=0, disposal=1
    )
    return out.getvalue()


def _encoded(picture: Image.Image, kind: str, *, with_place: bool) -> bytes:
    out = io.BytesIO()
    match kind:
        case "image/png":
            picture.save(out, "PNG", compress_level=1)
        case "image/webp":
            picture.save(out, "WEBP", quality=72, method=0)
        case "image/gif":
            picture.convert("RGB").quantize(64).save(out, "GIF")
        case _ if with_place:
            picture.convert("RGB").save(out, "JPEG", quality=80, exif=_exif())
        case _:
            picture.convert("RGB").save(out, "JPEG", quality=80)
    return out.getvalue()


def _exif() -> Image.Exif:
    """What a careless camera tells: maker, hour and an invented place in the open sea."""
    exif = Image.Exif()
    exif[0x010F] = "Marrow Optical"
    exif[0x0110] = "Pocket 7"
    exif[0x0132] = "2026:03:04 06:12:40"
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (41.0, 17.0, 8.0)
    place[3], place[4] = "W", (33.0, 52.0, 30.0)
    return exif
