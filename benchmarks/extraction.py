"""Extraction measured on pages with known articles.

    python benchmarks/extraction.py ../shared/extraction-dev… [--set aeb] [--out FOLDER]

Reads `html/*.html.gz` and `ground-truth.json` of each folder, extracts every page with its address,
alone, with what the other pages of its site teach, with all classes and ids made opaque, with boxes
instead of articles, asides and figures, and without JSON-LD and meta elements, and prints what the
folder's own `score.py` says of each. Of the first it prints the F1 with the subtitle as a line of
the text as well, as some of the known texts have it. Then come the failures by kind and the pages
per second of CPU time: of all sets, and of the set "aeb" of the first folder beside trafilatura,
where it is installed (`pip install trafilatura lxml_html_clean`).
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import hashlib
import json
import logging
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from mirrorpress import urls
from mirrorpress.errors import ExtractError
from mirrorpress.extract import extract, extract_and_record, learn
from mirrorpress.model import Article
from mirrorpress.model.site_profile import PageRecord, SiteProfile
from mirrorpress.render.export import article_to_json

Prediction = dict[str, Any]
KnownPage = tuple[str, str, str | None]  # id, markup, address
WAYS = {
    "alone": "without site memory",
    "memory": "with site memory",
    "opaque": "without site memory, all classes and ids made opaque",
    "plain": "without site memory, articles, sections, asides and figures made boxes",
    "shown": "without site memory, JSON-LD and meta elements taken out",
}
COMPARED = "aeb"  # the set that is read beside the peer
ROUNDS = 3  # the fastest counts
SURE = 0.7  # confidence from which on extraction is sure of a text
RIGHT = 0.9  # F1 of a text that is right but for details
_F1 = re.compile(r"^\[(\w+)\].*? f1=([\d.]+)", re.MULTILINE)
_LETTERS = str.maketrans("0123456789", "ghijklmnop")  # digits can be read as numbers
_NAMES = re.compile(
    r"""(?P<name>\s(?:class|id)\s*=\s*)(?P<mark>["'])(?P<value>.*?)(?P=mark)""",
    re.DOTALL | re.IGNORECASE,
)


_JSON_LD = re.compile(r"<script\b[^>]*ld\+json.*?</script\s*>", re.DOTALL | re.IGNORECASE)
_SECTIONS = re.compile(
    r"<(/?)(?:article|main|section|aside|header|footer|nav|figure|figcaption)\b", re.IGNORECASE
)
_META = re.compile(r"<meta\b(?![^>]*charset)[^>]*>", re.IGNORECASE)


def prediction_of(article: Article) -> Prediction:
    """What the scorer wants to know of a page."""
    data = article_to_json(article)
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


def pages(data: Path, sets: list[str] | None) -> Iterator[KnownPage]:
    """(id, markup, address) of every page of the sets."""
    truth = json.loads((data / "ground-truth.json").read_text("utf-8"))["pages"]
    for name, page in truth.items():
        if not sets or page["set"] in sets:
            html = gzip.decompress((data / page["file"]).read_bytes()).decode("utf-8", "replace")
            yield name, html, page.get("url")


def opaque(markup: str) -> str:
    """A page whose classes and ids say nothing, as those that are made by a program."""

    def hidden(found: re.Match[str]) -> str:
        tokens = (hashlib.blake2b(t.encode(), digest_size=4) for t in found["value"].split())
        value = " ".join(f"x{token.hexdigest()}" for token in tokens)
        return f"{found['name']}{found['mark']}{value.translate(_LETTERS)}{found['mark']}"

    return _NAMES.sub(hidden, markup)


def plain(markup: str) -> str:
    """A page whose elements do not say which part of it they are, as older ones are."""
    return _SECTIONS.sub(r"<\1div", markup)


def shown(markup: str) -> str:
    """A page without what it says for machines: title, writers and date are as it prints them."""
    return _META.sub("", _JSON_LD.sub("", markup))


def main() -> None:
    """Extract, score, print: each folder in all `WAYS`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--set", action="append", dest="sets")
    parser.add_argument("--out", type=Path, help="a folder for predictions and figures by page")
    options = parser.parse_args()
    out = options.out or Path(tempfile.mkdtemp())
    out.mkdir(parents=True, exist_ok=True)
    for data in options.data:
        known = list(pages(data, options.sets))
        records = _measured(data, out, known, options.sets, "alone", {})
        profiles = {site: learn(None, found, day=0) for site, found in records.items()}
        _measured(data, out, known, options.sets, "memory", profiles)
        for way, changed in (("opaque", opaque), ("plain", plain), ("shown", shown)):
            others = [(name, changed(html), url) for name, html, url in known]
            _measured(data, out, others, options.sets, way, {})
    if not options.sets or COMPARED in options.sets:
        print(compared(options.data[0]))


def _measured(
    data: Path,
    out: Path,
    known: Sequence[KnownPage],
    sets: list[str] | None,
    way: str,
    profiles: Mapping[str, SiteProfile],
) -> dict[str, list[PageRecord]]:
    """Print what the scorer says of all pages; the records of the pages by site.

    With profiles, each page is judged by the other pages of its site.
    """
    print(f"{data.name}, {WAYS[way]}")
    predictions: dict[str, Prediction] = {}
    records: defaultdict[str, list[PageRecord]] = defaultdict(list)
    failures: Counter[str] = Counter()
    confidences: dict[str, float] = {}
    seconds = 0.0
    for name, html, url in known:
        site = urls.site(url or "")
        start = time.process_time()
        try:
            article, record = extract_and_record(html, url, profile=profiles.get(site))
        except ExtractError as error:
            failures[type(error).__name__] += 1
            if way == "alone":
                print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
        else:
            predictions[name] = prediction_of(article)
            confidences[name] = article.confidence or 0.0
            records[site].append(record)
        seconds += time.process_time() - start
    said, by_page = score(data, out / f"{data.name}-{way}", predictions, sets)
    print(said, end="")
    print(calibration(by_page, confidences))
    if way == "alone":
        longer = {name: with_subtitle(each) for name, each in predictions.items()}
        said, _ = score(data, out / f"{data.name}-subtitle", longer, sets)
        print(f"f1 with the subtitle as the first line of the text: {scores_in(said)}")
    total = len(predictions) + failures.total()
    good = sum(1 for p in predictions.values() if p["title"] and p["html"])
    print(f"articles {good}/{total}  failures {dict(failures)}")
    print(f"pages per CPU second {total / seconds:.0f}")
    return records


def calibration(
    by_page: Mapping[str, Mapping[str, object]], confidences: Mapping[str, float]
) -> str:
    """How many texts of which extraction is sure, and of which it is not, are wrong by a tenth."""
    parts = []
    for said, is_sure in ((f"below {SURE}", False), ("of the others", True)):
        known = [
            figures.get("f1")
            for name, figures in by_page.items()
            if name in confidences
            and "precision" in figures  # of the whole text, not of some segments
            and (confidences[name] >= SURE) == is_sure
        ]
        scores = [f1 for f1 in known if isinstance(f1, float)]
        wrong = sum(f1 < RIGHT for f1 in scores)
        parts.append(f"{said} {wrong} of {len(scores)} have F1 < {RIGHT}")
    return f"confidence: {', '.join(parts)}"


def compared(data: Path) -> str:
    """Pages per second of CPU time of ours and of trafilatura, page by page in turn, warm.

    Trafilatura by itself gives the text alone. With metadata it gives title, authors and date as
    well, as ours always does.
    """
    try:
        import trafilatura
    except ImportError:
        return "trafilatura is not installed: nothing to compare with"
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    readers: dict[str, Callable[[str, str | None], object]] = {
        "mirrorpress": extract,
        "text alone": trafilatura.bare_extraction,
        "with metadata": partial(trafilatura.bare_extraction, with_metadata=True),
    }
    known = list(pages(data, [COMPARED]))
    least = {name: [float("inf")] * len(known) for name in readers}
    for _ in range(ROUNDS):
        for place, (_, html, url) in enumerate(known):
            for name, reader in readers.items():
                least[name][place] = min(least[name][place], _seconds(reader, html, url))
    ours, *theirs = ((name, len(known) / sum(seconds)) for name, seconds in least.items())
    peers = ", ".join(f"{name} {rate:.0f} ({ours[1] / rate:.1f} times)" for name, rate in theirs)
    return (
        f"{COMPARED}, in turn: mirrorpress {ours[1]:.0f} pages per CPU second, "
        f"trafilatura {trafilatura.__version__} {peers}"
    )


def _seconds(reader: Callable[[str, str | None], object], html: str, url: str | None) -> float:
    """CPU time that one page takes."""
    start = time.process_time()
    with contextlib.suppress(ExtractError):
        reader(html, url)
    return time.process_time() - start


def score(
    data: Path, out: Path, predictions: dict[str, Prediction], sets: list[str] | None
) -> tuple[str, dict[str, dict[str, object]]]:
    """Write the predictions, and run the scorer that comes with the data on them.

    Returns:
        What it says of each set, a line each, and what it says of each page.
    """
    file = out.with_suffix(".json")
    file.write_text(json.dumps(predictions, ensure_ascii=False), "utf-8")
    command = [sys.executable, str(data / "score.py"), str(file)]
    for name in sets or []:
        command += ["--set", name]
    by_page = out.with_name(f"{out.name}-pages.json")
    command += ["--per-page", str(by_page)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return said, json.loads(by_page.read_text("utf-8"))


def with_subtitle(prediction: Prediction) -> Prediction:
    """A prediction whose text begins with the subtitle, which some of the known texts have."""
    if not prediction["dek"]:
        return prediction
    return prediction | {
        "text": f"{prediction['dek']}\n{prediction['text']}",
        "html": f"<p>{escape(prediction['dek'])}</p>{prediction['html']}",
    }


def scores_in(said: str) -> str:
    """The F1 of each set of what the scorer says."""
    return ", ".join(f"{name} {f1}" for name, f1 in _F1.findall(said))


if __name__ == "__main__":
    main()
