"""Images decoded, turned upright, scaled and encoded again as WebP.

    magic bytes → size from the header → decode → upright → scale → WebP

Only the pixels of the source file are kept: no EXIF, no GPS position, no color profile, no bytes
after the image data. The same input gives the same bytes.
"""

from __future__ import annotations

import codecs
import hashlib
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from mirrorpress.errors import PictureError
from mirrorpress.model import Asset, NewAsset

_SVG = re.compile(rb"\s*(?:<[?!][^>]{0,500}>\s*){0,9}<svg[\s>]", re.IGNORECASE)

MAX_INPUT = 20 * 1024 * 1024  # bytes
MAX_PIXELS = 40_000_000  # of the header's width × height, before anything is decoded
LEAST_SIDE = 4  # pixels; smaller images are tracking pixels
# Qualities that are tried, each with the share of the first one's bytes that it needs at least.
# Encoding takes most of the time, so a quality that cannot be small enough is not tried. Measured
# on photographs, drawings, text and noise: photographs and soft shapes come nearest to the share.
_QUALITIES = ((80, 1.0), (70, 0.7), (60, 0.6), (50, 0.5), (40, 0.43))
_LOWEST = _QUALITIES[-1][0]
_SHRINK = 0.75  # of each side, where the lowest quality is still too large
_SMALLEST = 160  # pixels of the longer side; below it the size in bytes is accepted

_MAGIC = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
)


def encode_image(content: bytes, *, max_side: int = 1200, max_bytes: int = 60_000) -> NewAsset:
    """An image from outside as WebP without metadata.

    Args:
        content: bytes of the file; JPEG, PNG, GIF, WebP or AVIF by its first bytes. Of an
            animation, the first frame is used.
        max_side: pixels of the longer side; larger images are scaled down, none up.
        max_bytes: target size of the result; first the quality is reduced, then the size. An image
            is not scaled below 160 pixels for it, and may then stay larger.

    Raises:
        PictureError: the format is not supported, the image is too large or broken, or it is a
            tracking pixel.
    """
    picture = _decoded(content, max_side)
    data = _encoded(picture, max_bytes)
    with Image.open(BytesIO(data), formats=["WEBP"]) as result:
        width, height = result.size
    asset = Asset(
        id=hashlib.sha256(data).hexdigest(),
        media_type="image/webp",
        width=width,
        height=height,
        size=len(data),
    )
    return NewAsset(asset=asset, content=data)


def kind_of(content: bytes) -> str | None:
    """The format by the first bytes, as Pillow names it; None for what is not decoded."""
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    if content[4:8] == b"ftyp" and content[8:12] in (b"avif", b"avis"):
        return "AVIF"
    return None


def _decoded(content: bytes, max_side: int) -> Image.Image:
    """The pixels, upright, in RGB or RGBA, at most `max_side` long."""
    if len(content) > MAX_INPUT:
        raise PictureError(f"the picture has {len(content)} bytes, more than {MAX_INPUT}")
    kind = kind_of(content)
    if kind is None and _SVG.match(content.removeprefix(codecs.BOM_UTF8)):
        raise PictureError("an SVG drawing, which can hold scripts, is not copied")
    if kind is None:
        raise PictureError(f"not a picture of a known kind (begins {content[:8].hex(' ')})")
    with _translated(), Image.open(BytesIO(content), formats=[kind]) as source:
        _check_size(*source.size)
        source.seek(0)
        if kind == "JPEG":
            source.draft("RGB", (max_side * 2, max_side * 2))
        source.load()
        picture = ImageOps.exif_transpose(source)
        picture = picture.convert("RGBA" if _has_alpha(picture) else "RGB")
        picture.thumbnail((max_side, max_side), Image.Resampling.LANCZOS)
        return picture


def _check_size(width: int, height: int) -> None:
    if width < LEAST_SIDE or height < LEAST_SIDE:
        raise PictureError(f"{width}×{height} pixels: a tracking pixel, not a picture")
    if width * height > MAX_PIXELS:
        raise PictureError(f"{width}×{height} pixels are more than {MAX_PIXELS}")


def _has_alpha(picture: Image.Image) -> bool:
    """Whether some pixel is not opaque."""
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return False
    low, _ = picture.convert("RGBA").getchannel("A").getextrema()
    return isinstance(low, (int, float)) and low < 255


def _encoded(picture: Image.Image, max_bytes: int) -> bytes:
    """WebP within `max_bytes`, if that is possible without scaling below `_SMALLEST`."""
    while True:
        data = _tried(picture, max_bytes)
        if len(data) <= max_bytes:
            return data
        width, height = picture.size
        if max(width, height) * _SHRINK < _SMALLEST:
            return _webp(picture, _LOWEST)
        smaller = (max(1, round(width * _SHRINK)), max(1, round(height * _SHRINK)))
        picture = picture.resize(smaller, Image.Resampling.LANCZOS)


def _tried(picture: Image.Image, max_bytes: int) -> bytes:
    """WebP at the best quality that is small enough; one that is too large where none is."""
    (best, _), *lower = _QUALITIES
    data = _webp(picture, best)
    largest = len(data)
    for quality, share in lower:
        if len(data) <= max_bytes:
            break
        if largest * share <= max_bytes:
            data = _webp(picture, quality)
    return data


def _webp(picture: Image.Image, quality: int) -> bytes:
    bare = Image.new(picture.mode, picture.size)  # the pixels without `info`
    bare.paste(picture)
    out = BytesIO()
    bare.save(out, "WEBP", quality=quality, method=4, exact=False)
    return out.getvalue()


@contextmanager
def _translated() -> Iterator[None]:
    """Pillow's exceptions as `PictureError`."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except PictureError:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise PictureError("the picture unpacks to too many pixels") from error
        except UnidentifiedImageError as error:
            raise PictureError("the picture is broken: its header cannot be read") from error
        except (
            OSError,
            SyntaxError,
            ValueError,
            EOFError,
            IndexError,
            KeyError,
            TypeError,
            MemoryError,
            OverflowError,
        ) as error:  # what Pillow's decoders raise on bad files
            raise PictureError(f"the picture is broken: {error}") from error
