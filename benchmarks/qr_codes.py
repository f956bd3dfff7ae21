"""Bytes and time of a QR code on each page of a git repository, by the kind of file.

    python -m benchmarks.qr_codes                 1,000 pages
    python -m benchmarks.qr_codes --pages 100

png   a file beside the page, by `mirrorpress.images.qr`
svg   a file beside the page, by segno: one path, as short as segno writes it
text  half blocks (▀▄█) in a fenced code block of the page

Each kind has a repository of its own, of the same pages, packed by `git gc --aggressive`. What the
pages take without codes is subtracted, and the page's link to the file is counted with the code.

PNG is the smallest kind that every host shows and a phone reads. Text is packed smaller, but is not
read on every host: in chromium's screenshot of a fenced block with GitHub's style (line height
1.45, DejaVu Sans Mono) there are gaps between the lines, and zxing-cpp reads no code, neither black
on white nor white on black. At line heights 1.2 and 1 it reads them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random

import segno

from benchmarks.words import ENGLISH
from mirrorpress.images.qr import MASK, QUIET, SCALE, qr_png

PAGE = 2_000  # bytes of a page's text
ADDRESS = 100  # characters
_HALVES = " ▄▀█"  # by the lower module + 2 × the upper one


@dataclass(frozen=True, slots=True)
class Page:
    """A page without its code."""

    name: str  # of its file, without ending
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code as a page has it: what is added to its text, and the file that this links to."""

    markdown: str
    ending: str = ""
    content: bytes = b""  # of the file; empty: there is none


def _nothing(_page: Page) -> Code:
    return Code("")


def _png(page: Page) -> Code:
    return Code(f"\n![QR code]({page.name}.png)\n", ".png", qr_png(page.address))


def _svg(page: Page) -> Code:
    out = BytesIO()
    segno.make_qr(page.address, error="L", mask=MASK).save(
        out, kind="svg", border=QUIET, scale=SCALE, xmldecl=False, nl=False, svgclass=None,
        lineclass=None, light="#fff",
    )  # fmt: skip
    return Code(f"\n![QR code]({page.name}.svg)\n", ".svg", out.getvalue())


def _text(page: Page) -> Code:
    rows = list(segno.make_qr(page.address, error="L", mask=MASK).matrix_iter(border=QUIET))
    rows.append(bytes(len(rows)))  # the number of rows is odd
    lines = (
        "".join(_HALVES[lower + 2 * upper] for upper, lower in zip(*pair, strict=True)).rstrip()
        for pair in zip(rows[::2], rows[1::2], strict=True)
    )
    return Code("\n```\n" + "\n".join(lines) + "\n```\n")


KINDS: dict[str, Callable[[Page], Code]] = {"png": _png, "svg": _svg, "text": _text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """What a repository takes, and the time of its codes."""

    packed: int  # bytes of the objects, with their index
    tree: int  # bytes of the files
    cpu: float  # seconds of making the codes


def pages(count: int) -> list[Page]:
    """Pages of invented words; the same count gives the same pages."""
    chance, made = Random(count), []
    for number in range(count):
        topic = ENGLISH.pick(chance, 12)
        name = f"{number:06}"
        title = "-".join(ENGLISH.pick(chance, 20))
        address = f"https://mirror.example/2031/05/04/{name}-{title}"[: ADDRESS - 3] + ".md"
        heading = ENGLISH.title(chance, topic)
        text = f"# {heading}\n\n{ENGLISH.paragraph(chance, topic, PAGE)}\n"
        made.append(Page(name, address, text))
    return made


def size(kind: Callable[[Page], Code], of: list[Page], work: Path) -> Size:
    """Write the pages with their codes to a new repository, commit and pack them."""
    start = time.process_time()
    codes = [kind(page) for page in of]
    cpu = time.process_time() - start
    _git(work, "init", "--quiet", "--initial-branch=main")
    tree = 0
    for page, code in zip(of, codes, strict=True):
        tree += (work / f"{page.name}.md").write_bytes((page.text + code.markdown).encode())
        if code.content:
            tree += (work / f"{page.name}{code.ending}").write_bytes(code.content)
    _git(work, "add", ".")
    _git(work, "commit", "--quiet", "--message", "pages")
    _git(work, "gc", "--quiet", "--aggressive", "--prune=now")
    objects = (work / ".git" / "objects").rglob("*")
    packed = sum(path.stat().st_size for path in objects if path.is_file())
    return Size(packed=packed, tree=tree, cpu=cpu)


def _git(work: Path, *words: str) -> None:
    """Run git without anyone's configuration, at a fixed time."""
    who = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "b"), ("EMAIL", "b@example.org"), ("DATE", "2031-05-04T00:00Z"))
    }
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *words], cwd=work, env={**os.environ, **who, **alone}, check=True)


def measure(count: int, work: Path) -> Iterator[str]:
    """A line for each kind."""
    made = pages(count)
    sizes = {}
    for name, kind in {"none": _nothing, **KINDS}.items():
        (work / name).mkdir()
        sizes[name] = size(kind, made, work / name)
    bare = sizes.pop("none")
    for name, one in sizes.items():
        packed, tree = (one.packed - bare.packed) / count, (one.tree - bare.tree) / count
        yield (
            f"{name:5}{packed:8.0f} bytes packed{tree:8.0f} bytes in the tree"
            f"{one.cpu / count * 1_000:8.2f} ms   for each code"
        )


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.qr_codes",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--pages", type=int, default=1_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mirrorpress-bench-") as work:
        for line in measure(options.pages, Path(work)):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
