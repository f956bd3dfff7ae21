"""QR codes are read by another library than the one that made them, and their bytes are fixed."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from mirrorpress.images.qr import QR_MAX, QUIET, SCALE, _code_sizes, qr_png

GOLDEN = Path(__file__).parent / "qr_code.png"
ADDRESS = "https://mirror.example/harbour-news/2031/05/04/ferry-resumes-after-storm.md"
HAN = "https://mirror.example/2031/05/04/" + quote("港口渡轮在风暴后恢复运行" * 2) + ".md"


def opened(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content), formats=["PNG"])
    picture.load()  # checks the sums of the chunks and of the stream
    return picture


def read(picture: Image.Image) -> bytes:
    """What the only code in a picture says."""
    (code,) = zxingcpp.read_barcodes(picture.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return code.bytes


def lines(content: bytes) -> bytes:
    """The pixels of a file with a single chunk of data, as they are before compression."""
    at = content.index(b"IDAT")
    return zlib.decompress(content[at + 4 : at + 4 + int.from_bytes(content[at - 4 : at])])


def encoded(picture: Image.Image, **options: object) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", **options)
    return out.getvalue()


SOURCES = (ADDRESS, HAN, HAN.lower(), "0123456789", ADDRESS.upper())


@pytest.mark.parametrize("length", [1, 17, 60, 120, 230, 231, 300])
@pytest.mark.parametrize("source", SOURCES, ids=["ascii", "han", "lower", "digits", "upper"])
def test_another_library_reads_it(source: str, length: int) -> None:
    text = (source * (length // len(source) + 1))[:length]
    assert read(opened(qr_png(text))) == text.encode()


@pytest.mark.parametrize("length", [1367, 1368])  # the headers of segments grow between them
def test_it_is_read_in_versions_with_longer_headers(length: int) -> None:
    text = (HAN * 20)[:length]
    assert read(opened(qr_png(text))) == text.encode()


@pytest.mark.parametrize("text", [ADDRESS, HAN, (ADDRESS * 5)[:300]])
@pytest.mark.parametrize("share", [0.5, 0.6, 1.37, 2])
def test_it_is_read_where_a_page_shows_it_scaled(text: str, share: float) -> None:
    picture = opened(qr_png(text)).convert("L")
    side = round(picture.width * share)
    assert read(picture.resize((side, side), Image.Resampling.BILINEAR)) == text.encode()


@given(st.text(st.characters(max_codepoint=127), min_size=1, max_size=120))
@settings(max_examples=25)
def test_every_text_of_ascii_is_read_as_it_was(text: str) -> None:
    assert read(opened(qr_png(text))) == text.encode()


def test_the_longest_text() -> None:
    assert read(opened(qr_png("a" * QR_MAX))) == b"a" * QR_MAX
    with pytest.raises(ValueError, match="1 to 2953 characters, not 2954"):
        qr_png("a" * (QR_MAX + 1))


def test_mixed_segments_of_the_longest_text_fit() -> None:
    text = (("a" + "B" * 16) * 200)[:QR_MAX]
    assert read(opened(qr_png(text))) == text.encode()


@pytest.mark.parametrize(
    ("text", "reason"), [("", "1 to 2953 characters, not 0"), ("https://é.example/", "ASCII")]
)
def test_texts_without_a_code(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        qr_png(text)


@pytest.mark.parametrize("text", ["a", ADDRESS, "a" * 300])
def test_the_picture_has_a_bit_a_pixel_and_a_quiet_zone(text: str) -> None:
    picture = opened(qr_png(text))
    assert picture.mode == "1"
    dark = ImageChops.invert(picture.convert("L")).getbbox()
    quiet = QUIET * SCALE
    assert dark == (quiet, quiet, picture.width - quiet, picture.height - quiet)
    assert (picture.width - 2 * quiet) % SCALE == 0


def test_the_bytes_are_the_same_on_every_machine() -> None:
    """Golden bytes; they do not depend on zlib, on Pillow or on a choice of the mask."""
    assert qr_png(ADDRESS) == GOLDEN.read_bytes()


@pytest.mark.parametrize("text", [ADDRESS[:60], ADDRESS, HAN, (ADDRESS * 5)[:250]])
def test_it_is_smaller_than_what_libraries_write(text: str) -> None:
    content = qr_png(text)
    stream = len(content) - len(b"\x89PNG\r\n\x1a\n") - 25 - 12 - 12  # header, frame, end
    assert stream < len(zlib.compress(lines(content), 9)) * 0.95
    assert len(content) < len(encoded(opened(content), optimize=True)) * 0.9


def test_percent_encoded_text_needs_fewer_modules() -> None:
    assert opened(qr_png(HAN)).width < opened(qr_png(HAN.lower())).width


@pytest.mark.parametrize("limit", [7, 15])
def test_codes_within_the_limit_are_complete(limit: int) -> None:
    """Counts as Fibonacci's numbers give the longest codes."""
    counts, last, next_ = {}, 1, 1
    for symbol in range(20):
        counts[symbol] = last
        last, next_ = next_, last + next_
    sizes = _code_sizes(counts, limit)
    assert max(sizes.values()) <= limit < max(_code_sizes(counts, 20).values())
    assert sum(2**-size for size in sizes.values()) == 1
