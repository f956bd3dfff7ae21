"""QR codes of page addresses as small PNG files, to be read by a phone from a screen.

    address → segments → matrix (segno) → lines of pixels → deflate → PNG

The same text gives the same bytes everywhere: the deflate stream is written here, because zlib and
zlib-ng (which Pillow's wheels contain) choose different streams, and so do their releases. Lines of
a QR code need only literals and copies of the line above, so that the stream is also smaller.
Average bytes of 1,000 codes of addresses with so many characters:

    characters                       60   120   250
    this module, 4 pixels a module  286   384   634
    zlib 9, best of 3 ways          331   448   749
    segno                           362   494   817
    Pillow, optimize                381   504   798
    zlib 9, 1 pixel a module        283   377   614

With 1 pixel a module, a page must scale the picture up, and not every host lets it say a width.
Browsers smooth it then: with blur, noise and rotation added to chromium's screenshot, as by a
camera, zxing-cpp read it in none of 10 trials, and the code of 4 pixels a module in 7.
"""

from __future__ import annotations

import heapq
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping

import segno

QR_MAX = 2_953  # characters; what the largest code (177 × 177 modules) holds at level L
QUIET = 4  # modules of white around the code, which the standard asks for
SCALE = 4  # pixels of a module's side; a module is one hexadecimal digit of a line
# The pattern that mixes black and white. The standard lets the encoder choose the best of eight
# for each text, and readers accept any. In segno the choice takes 6 of 9 ms at 120 characters, and
# 19 of 24 at 250. With blur, noise and rotation, zxing-cpp read 208 of 450 codes with the best
# pattern, and 204 to 218 with each of five fixed ones. Texts of one repeated letter are read, too.
MASK = 2

# What a segment stores in 5.5 bits a character instead of 8, as percent-encoded text. From 16
# characters on this saves more bits than the headers of two more segments need at any size.
_DENSE = re.compile(r"([0-9A-Z$%*+./:-]{16,})")
_DIGITS = bytes.maketrans(b"\x00\x01", b"f0")  # white and black modules as digits

# A part of a deflate stream: bytes, then how many are copied from one line before.
_Step = tuple[bytes, int]


def qr_png(text: str) -> bytes:
    """A QR code as a 1-bit PNG, with its quiet zone, at 4 pixels a module.

    The code has error correction level L: a screen has no dirt and no scratches, and fewer modules
    are larger on the same screen. Where a higher level fits without more modules, it is used.

    Args:
        text: ASCII, as the address of a page is; 1 to `QR_MAX` characters.

    Raises:
        ValueError: the text is empty or too long, or contains other characters than ASCII, whose
            encoding a reader would have to guess.
    """
    if not text.isascii():
        raise ValueError("a QR code needs ASCII; percent-encode the address")
    if not 1 <= len(text) <= QR_MAX:
        raise ValueError(f"a QR code holds 1 to {QR_MAX} characters, not {len(text)}")
    segments = [part for part in _DENSE.split(text) if part]
    code = segno.make_qr(segments, error="L", mask=MASK)  # type: ignore[arg-type]  # lists, too
    return _png([row.translate(_DIGITS).decode("ascii") for row in code.matrix])


def _png(rows: list[str]) -> bytes:
    """The file of a code whose rows have a digit a module."""
    side = (len(rows) + 2 * QUIET) * SCALE
    margin = ["f" * len(rows)] * QUIET
    lines = [line for row in (*margin, *rows, *margin) for line in [_line(row)] * SCALE]
    stream = _deflated(_steps(lines), len(lines[0]))
    check = struct.pack(">I", zlib.adler32(b"".join(lines)))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)),
            _chunk(b"IDAT", b"\x78\xda" + stream + check),
            _chunk(b"IEND", b""),
        )
    )


def _line(row: str) -> bytes:
    """A line of pixels through a row: the filter byte (none), 1 bit a pixel, 1 is white.

    Rows have an odd number of modules, so that one more digit fills the last byte.
    """
    zone = "f" * QUIET
    return bytes.fromhex(f"00{zone}{row}{zone}f")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _steps(lines: list[bytes]) -> list[_Step]:
    """Lines of one size as steps: what differs from the line above, then what does not."""
    size = len(lines[0])
    steps: list[_Step] = [(lines[0], 0)]
    before = lines[0]
    for line in lines[1:]:
        literals, copied = steps[-1]
        differs = int.from_bytes(line) ^ int.from_bytes(before)
        if line == before:
            steps[-1] = literals, copied + size
        else:
            left = size - (differs.bit_length() + 7) // 8  # bytes that are the same
            right = ((differs & -differs).bit_length() - 1) // 8
            steps[-1] = literals, copied + left
            steps.append((line[left : size - right], right))
        before = line
    return steps


# The deflate format, RFC 1951: one block with its own Huffman codes. Streams are strings of "0" and
# "1" in the order of the stream until they are complete.

_END = 256  # symbol of the end of a block
_LENGTHS = 257  # symbol of the shortest copy
_SHORTEST, _LONGEST = 3, 258  # bytes of a copy
# The order in which the lengths of the header's own codes are written (section 3.2.7).
_ORDER = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)


def _deflated(steps: list[_Step], distance: int) -> bytes:
    """The steps as a deflate stream; every copy is from `distance` bytes before."""
    copies = {length: list(_copies(length)) for length in {length for _, length in steps}}
    counts = Counter(b"".join(literals for literals, _ in steps))
    counts.update(symbol for _, length in steps for symbol, _ in copies[length])
    counts[_END] = 1
    sizes = _code_sizes(counts, 15)
    codes = _codes(sizes)
    far, rest = _split(distance - 1, 2)
    copied = {
        length: "".join(f"{codes[symbol]}{extra}1{rest}" for symbol, extra in parts)
        for length, parts in copies.items()
    }
    # Two codes for distances, as zlib writes them: some readers do not accept one. Ours is "1".
    stream = [_header(sizes, {far - 1: 1, far: 1})]
    for literals, length in steps:
        stream += map(codes.__getitem__, literals)
        stream.append(copied[length])
    bits = "".join([*stream, codes[_END]])
    return int(bits[::-1], 2).to_bytes(-(-len(bits) // 8), "little")


def _copies(length: int) -> Iterator[tuple[int, str]]:
    """The symbols that copy so many bytes, 3 or more, each with its extra bits."""
    while length:
        part = length if length <= _LONGEST else min(_LONGEST, length - _SHORTEST)
        length -= part
        if part == _LONGEST:
            yield 285, ""
        else:
            symbol, extra = _split(part - _SHORTEST, 3)
            yield _LENGTHS + symbol, extra


def _split(value: int, kept: int) -> tuple[int, str]:
    """The symbol of a length or distance by its `kept` highest bits, and the lower bits."""
    lower = max(0, value.bit_length() - kept)
    return (lower << (kept - 1)) + (value >> lower), _bits(value & ((1 << lower) - 1), lower)


def _bits(value: int, width: int) -> str:
    """A number as the format writes it, the lowest bit first."""
    return f"{value:0{width}b}"[::-1] if width else ""


def _code_sizes(counts: Mapping[int, int], limit: int) -> dict[int, int]:
    """Bits of the Huffman code of each symbol, at most `limit`; two symbols or more.

    Where a code would be longer, the counts are made more alike until none is.
    """
    sizes = dict.fromkeys(counts, 0)
    heap = [(counts[symbol], symbol, [symbol]) for symbol in sorted(counts)]
    heapq.heapify(heap)
    while len(heap) > 1:
        (first, order, some), (second, _, others) = heapq.heappop(heap), heapq.heappop(heap)
        for symbol in some + others:
            sizes[symbol] += 1
        heapq.heappush(heap, (first + second, order, some + others))
    if max(sizes.values()) <= limit:
        return sizes
    return _code_sizes({symbol: (count + 1) // 2 for symbol, count in counts.items()}, limit)


def _codes(sizes: Mapping[int, int]) -> dict[int, str]:
    """The codes that follow from their sizes (section 3.2.2)."""
    codes, code, last = {}, 0, 0
    for size, symbol in sorted((size, symbol) for symbol, size in sizes.items()):
        code <<= size - last
        codes[symbol] = f"{code:0{size}b}"
        code, last = code + 1, size
    return codes


def _header(literals: Mapping[int, int], distances: Mapping[int, int]) -> str:
    """The start of the only block: its kind, and the sizes of its codes."""
    width, far = max(literals) + 1, max(distances) + 1
    runs = list(
        _runs(
            [literals.get(n, 0) for n in range(width)] + [distances.get(n, 0) for n in range(far)]
        )
    )
    sizes = _code_sizes(Counter(symbol for symbol, _ in runs), 7)
    codes = _codes(sizes)
    used = max(_ORDER.index(symbol) for symbol in sizes) + 1
    return "".join(
        (
            "1" + _bits(2, 2),
            _bits(width - _LENGTHS, 5) + _bits(far - 1, 5) + _bits(used - 4, 4),
            *(_bits(sizes.get(symbol, 0), 3) for symbol in _ORDER[:used]),
            *(codes[symbol] + extra for symbol, extra in runs),
        )
    )


def _runs(sizes: list[int]) -> Iterator[tuple[int, str]]:
    """Sizes of codes as the header writes them: runs of zeros are short."""
    at = 0
    while at < len(sizes):
        end = at + 1
        while sizes[at] == 0 and end < len(sizes) and sizes[end] == 0 and end - at < 138:
            end += 1
        count = end - at
        if count >= 11:
            yield 18, _bits(count - 11, 7)
        elif count >= 3:
            yield 17, _bits(count - 3, 3)
        else:
            yield from [(sizes[at], "")] * count
        at = end
