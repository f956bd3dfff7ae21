"""Extraction measured on pages with known articles.

    python benchmarks/extraction.py ../shared/extraction-dev [--set aeb] [--out predictions.json]

Reads `html/*.html.gz` and `ground-truth.json` of the folder, extracts every page with its
address, writes the predictions, and prints what the folder's own `score.py` says of them, then
the failures by kind and the pages per second of CPU time: of all sets, and of the set "aeb" beside
trafilatura, where it is installed (`pip install trafilatura lxml_html_clean`).
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import logging
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mirrorpress.errors import ExtractError
from mirrorpress.extract import extract
from mirrorpress.render.export import article_to_json

Prediction = dict[str, Any]
COMPARED = "aeb"  # the set that is read beside the peer
ROUNDS = 3  # the fastest counts


def prediction_of(html: str, url: str | None) -> Prediction:
    """What the scorer wants to know of a page."""
    data = article_to_json(extract(html, url))
    images: Any = data["images"]
    return {
        "text": data["text"],
        "html": data["html"],
        "title": data["title"],
        "author": data["bylines"],
        "date": data["published"],
        "dek": data["subtitle"],
        "lead_image": data["lead"],
        "images": [{"src": image["url"], "caption": image["caption"]} for image in images],
    }


def pages(data: Path, sets: list[str] | None) -> Iterator[tuple[str, str, str | None]]:
    """(id, markup, address) of every page of the sets."""
    truth = json.loads((data / "ground-truth.json").read_text("utf-8"))["pages"]
    for name, page in truth.items():
        if not sets or page["set"] in sets:
            html = gzip.decompress((data / page["file"]).read_bytes()).decode("utf-8", "replace")
            yield name, html, page.get("url")


def main() -> None:
    """Extract, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--set", action="append", dest="sets")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--per-page", type=Path)
    options = parser.parse_args()
    predictions: dict[str, Prediction] = {}
    failures: Counter[str] = Counter()
    seconds = 0.0
    for name, html, url in pages(options.data, options.sets):
        start = time.process_time()
        try:
            predictions[name] = prediction_of(html, url)
        except ExtractError as error:
            failures[type(error).__name__] += 1
            print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
        seconds += time.process_time() - start
    total = len(predictions) + failures.total()
    good = sum(1 for p in predictions.values() if p["title"] and p["html"])
    out = options.out or Path(tempfile.mkdtemp()) / "predictions.json"
    out.write_text(json.dumps(predictions, ensure_ascii=False), "utf-8")
    score(options, out)
    print(f"articles {good}/{total}  failures {dict(failures)}")
    print(f"pages per CPU second {total / seconds:.0f}")
    if not options.sets or COMPARED in options.sets:
        print(compared(options.data))


def compared(data: Path) -> str:
    """Pages per second of CPU time of ours and of trafilatura, page by page in turn, warm."""
    try:
        import trafilatura
    except ImportError:
        return "trafilatura is not installed: nothing to compare with"
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    known = list(pages(data, [COMPARED]))
    ours = [float("inf")] * len(known)
    theirs = [float("inf")] * len(known)
    for _ in range(ROUNDS):
        for place, (_, html, url) in enumerate(known):
            ours[place] = min(ours[place], _seconds(extract, html, url))
            theirs[place] = min(theirs[place], _seconds(trafilatura.bare_extraction, html, url))
    mine, peer = len(known) / sum(ours), len(known) / sum(theirs)
    return (
        f"{COMPARED}, in turn: mirrorpress {mine:.0f} pages per CPU second, "
        f"trafilatura {trafilatura.__version__} {peer:.0f}, {mine / peer:.1f} times as many"
    )


def _seconds(reader: Callable[[str, str | None], object], html: str, url: str | None) -> float:
    """CPU time that one page takes."""
    start = time.process_time()
    with contextlib.suppress(ExtractError):
        reader(html, url)
    return time.process_time() - start


def score(options: argparse.Namespace, out: Path) -> None:
    """Run the scorer that comes with the data."""
    command = [sys.executable, str(options.data / "score.py"), str(out)]
    for name in options.sets or []:
        command += ["--set", name]
    if options.per_page:
        command += ["--per-page", str(options.per_page)]
    sys.stdout.flush()
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
