"""Measure mirrorpress beside its peers.

    python -m benchmarks                        everything
    python -m benchmarks pipeline --quick       one set, on a tenth of the articles
    python -m benchmarks --json figures.json    the figures for programs, too

pipeline    from feeds on a local server to pages in a folder, beside a plain loop
archive     peak memory of a first round, and the next round with nothing new, by archive size
layouts     what pages for git hosts cost in each layout, and one more article
isolation   honest pages beside pages that never answer, until they are published
grouping    articles a second that are grouped, against a window of many
hostile     seconds and memory of pages made to be slow to extract
extraction  known pages, as they are and as scripts would draw them, where their folder is present
feeds       generated feeds, beside feedparser

Nothing leaves this machine; everything is written to a temporary folder that is removed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import archive, grouping, hostile, isolation, layouts, pipeline
from benchmarks.figures import Figure
from benchmarks.measure import BenchmarkFailed

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
PAGES = (SHARED / "extraction-dev", SHARED / "extraction-dev-2")

Set = Callable[[argparse.Namespace, Path], Iterator[Figure]]


def _pipeline(options: argparse.Namespace, work: Path) -> Iterator[Figure]:
    return pipeline.measure(100 if options.quick else options.articles, work)


def _archive(options: argparse.Namespace, work: Path) -> Iterator[Figure]:
    return archive.measure((100, 1_000) if options.quick else tuple(options.sizes), work)


def _layouts(options: argparse.Namespace, work: Path) -> Iterator[Figure]:
    return layouts.measure((100, 1_000) if options.quick else tuple(options.layout_sizes), work)


def _isolation(_options: argparse.Namespace, work: Path) -> Iterator[Figure]:
    return isolation.measure(work)


def _grouping(options: argparse.Namespace, _work: Path) -> Iterator[Figure]:
    return grouping.measure(10_000, 500) if options.quick else grouping.measure()


def _hostile(_options: argparse.Namespace, _work: Path) -> Iterator[Figure]:
    return hostile.measure()


def _extraction(_options: argparse.Namespace, _work: Path) -> Iterator[Figure]:
    """Prints figures of its own form."""
    known = [str(folder) for folder in PAGES if folder.is_dir()]
    if known:
        _script("extraction.py", *known)
        _script("drawn.py", *known)
    else:
        print("  extraction: no pages with known articles here")
    return iter(())


def _feeds(_options: argparse.Namespace, _work: Path) -> Iterator[Figure]:
    """Prints figures of its own form."""
    _script("feeds.py", "--speed")
    return iter(())


SETS: dict[str, Set] = {
    "pipeline": _pipeline,
    "archive": _archive,
    "layouts": _layouts,
    "isolation": _isolation,
    "grouping": _grouping,
    "hostile": _hostile,
    "extraction": _extraction,
    "feeds": _feeds,
}


def _script(name: str, *words: str) -> None:
    if not (HERE / name).is_file():
        return
    ran = subprocess.run(
        [sys.executable, str(HERE / name), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=1_800,
        check=False,
    )
    for line in ran.stdout.splitlines():
        print(f"  {line}")
    if ran.returncode != 0:
        raise BenchmarkFailed(f"benchmarks/{name} ended with status {ran.returncode}")


def _machine() -> dict[str, object]:
    return {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "load": os.getloadavg()[0],  # of the last minute, before we begin: others' work
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(SETS))
    parser.add_argument("--quick", action="store_true", help="a tenth of the articles")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--articles", type=int, default=1_000, help="of pipeline")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000], help="of archive")
    parser.add_argument(
        "--layout-sizes", type=int, nargs="+", default=[1_000, 10_000], help="of layouts"
    )
    options = parser.parse_args()
    if unknown := set(options.sets) - SETS.keys():
        parser.error(f"there is no set {', '.join(unknown)}; choose one of {', '.join(SETS)}")
    return options


def main() -> int:
    """Measure; 1 if something that was measured did not do its work."""
    options, machine, figures, failed = _options(), _machine(), list[Figure](), False
    print(", ".join(f"{name} {value}" for name, value in machine.items()), flush=True)
    for name in options.sets or SETS:
        print(f"{name}:", flush=True)
        with tempfile.TemporaryDirectory(prefix="mirrorpress-bench-") as work:
            try:
                for figure in SETS[name](options, Path(work)):
                    figures.append(figure)
                    print(f"  {figure.line()}", flush=True)
            except BenchmarkFailed as error:
                print(f"  failed: {error}", file=sys.stderr)
                failed = True
    if options.json:
        data = {"machine": machine, "figures": [figure.data() for figure in figures]}
        options.json.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
