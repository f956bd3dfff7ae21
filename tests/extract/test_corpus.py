"""A floor under extraction on public pages, where these are at hand. It is not lowered silently."""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
from collections import defaultdict
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.markup import without_data
from mirrorpress import urls
from mirrorpress.errors import ExtractError
from mirrorpress.extract import extract, extract_and_record, learn
from mirrorpress.model import Article
from mirrorpress.render.export import article_to_json

SHARED = Path(__file__).resolve().parents[3] / "shared"
DRAWN = Path(__file__).resolve().parents[2] / "benchmarks" / "drawn.py"
STRIDE = 5
# Folder, set, metric: what every fifth page gave, less half a point.
FLOOR: dict[tuple[str, str, str], float] = {
    ("extraction-dev", "aeb", "f1"): 0.98,
    ("extraction-dev", "read", "f1"): 0.965,
    ("extraction-dev", "read", "title_loose"): 0.795,
    ("extraction-dev", "read", "caption_recall"): 0.995,
    ("extraction-dev", "read", "image_recall"): 0.52,
    ("extraction-dev", "read", "item_recall"): 0.873,
    ("extraction-dev", "read", "row_recall"): 0.925,
    ("extraction-dev", "read", "heading_recall"): 0.964,
    ("extraction-dev", "gne", "f1"): 0.985,
    ("extraction-dev", "gne", "author_any"): 0.995,
    ("extraction-dev", "traf", "f1"): 0.941,
    ("extraction-dev", "traf", "title_loose"): 0.995,
    ("extraction-dev", "traf", "author_any"): 0.76,
    ("extraction-dev", "traf", "date"): 0.995,
    ("extraction-dev", "press", "f1"): 0.98,
    ("extraction-dev", "press", "title_loose"): 0.915,
    ("extraction-dev", "press", "author_any"): 0.915,
    ("extraction-dev", "press", "date"): 0.995,
    ("extraction-dev", "press", "caption_recall"): 0.88,
    ("extraction-dev", "press", "image_recall"): 0.845,
    ("extraction-dev", "press", "image_precision"): 0.91,
    ("extraction-dev-2", "naeb", "f1"): 0.981,
    ("extraction-dev-2", "naeb", "title_loose"): 0.945,
    ("extraction-dev-2", "naeb", "author_any"): 0.94,
    ("extraction-dev-2", "naeb", "date"): 0.945,
    ("extraction-dev-2", "zhw", "f1"): 0.995,
    ("extraction-dev-2", "zhw", "date"): 0.995,
    ("extraction-dev-2", "defuddle", "f1"): 0.965,
    ("extraction-dev-2", "defuddle", "title_loose"): 0.66,
    ("extraction-dev-2", "defuddle", "caption_recall"): 0.995,
    ("extraction-dev-2", "defuddle", "image_recall"): 0.995,
    ("extraction-dev-2", "defuddle", "item_recall"): 0.525,
    ("extraction-dev-2", "defuddle", "heading_recall"): 0.92,
    ("extraction-dev-2", "wcxb", "f1"): 0.979,
    ("extraction-dev-2", "wcxb", "title_loose"): 0.92,
    ("extraction-dev-2", "wcxb", "author_any"): 0.9,
    ("extraction-dev-2", "wcxb", "date"): 0.905,
    ("extraction-dev-2", "wcxb", "item_recall"): 0.83,
    ("extraction-dev-2", "wcxb", "row_recall"): 0.75,
    ("extraction-dev-2", "wcxb", "heading_recall"): 0.97,
}

# The same of pages without JSON-LD and meta elements: what is read of what they print.
FLOOR_SHOWN: dict[tuple[str, str, str], float] = {
    ("extraction-dev", "gne", "author_any"): 0.995,
    ("extraction-dev", "traf", "title_loose"): 0.955,
    ("extraction-dev", "traf", "author_any"): 0.64,
    ("extraction-dev", "traf", "date"): 0.995,
    ("extraction-dev", "press", "title_loose"): 0.755,
    ("extraction-dev", "press", "author_any"): 0.835,
    ("extraction-dev", "press", "date"): 0.955,
    ("extraction-dev-2", "naeb", "title_loose"): 0.895,
    ("extraction-dev-2", "naeb", "author_any"): 0.935,
    ("extraction-dev-2", "naeb", "date"): 0.995,
    ("extraction-dev-2", "wcxb", "title_loose"): 0.92,
    ("extraction-dev-2", "wcxb", "author_any"): 0.745,
    ("extraction-dev-2", "wcxb", "date"): 0.68,
}

pytestmark = pytest.mark.skipif(
    not (SHARED / "extraction-dev").is_dir(), reason="the corpus is not here"
)


@cache
def module_at(path: Path) -> Any:
    """A module that no package has: the scorer that comes with a folder, a benchmark."""
    name = f"{path.parent.name}_{path.stem}".replace("-", "_")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def scorer_of(folder: str) -> Any:
    return module_at(SHARED / folder / "score.py")


@cache
def results(folder: str, *, shown: bool = False) -> dict[str, Any]:
    """The scorer's figures for every fifth page of a folder; with `shown`, without its data."""
    data = SHARED / folder
    truth = json.loads((data / "ground-truth.json").read_text("utf-8"))["pages"]
    sample = dict(list(truth.items())[::STRIDE])
    predictions = {
        name: prediction_of(data / page["file"], page, shown=shown) for name, page in sample.items()
    }
    figures: dict[str, Any] = scorer_of(folder).score(sample, predictions)[0]
    figures["articles"] = sum(1 for p in predictions.values() if p) / len(sample)
    return figures


def html_of(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def prediction_of(path: Path, page: dict[str, Any], *, shown: bool) -> dict[str, Any]:
    markup = html_of(path)
    if shown:
        markup = without_data(markup)
    try:
        return prediction(extract(markup, page.get("url")))
    except ExtractError:
        return {}


def prediction(article: Article) -> dict[str, Any]:
    data = article_to_json(article)
    return {
        "text": data["text"],
        "html": data["html"],
        "title": data["title"],
        "author": data["bylines"],
        "date": data["published"],
        "dek": data["subtitle"],
        "lead_image": data["lead"],
    }


@pytest.mark.parametrize(("folder", "name", "metric"), FLOOR)
def test_floor(folder: str, name: str, metric: str) -> None:
    assert results(folder)[name][metric] >= FLOOR[folder, name, metric]


@pytest.mark.parametrize(("folder", "name", "metric"), FLOOR_SHOWN)
def test_floor_of_what_pages_print(folder: str, name: str, metric: str) -> None:
    assert results(folder, shown=True)[name][metric] >= FLOOR_SHOWN[folder, name, metric]


@pytest.mark.parametrize("folder", ["extraction-dev", "extraction-dev-2"])
def test_hardly_a_page_is_refused(folder: str) -> None:
    assert results(folder)["articles"] >= 0.97


@pytest.mark.parametrize(
    ("folder", "least"), [("extraction-dev", 0.88), ("extraction-dev-2", 0.894)]
)
def test_floor_of_pages_that_scripts_draw(folder: str, least: float) -> None:
    drawn = module_at(DRAWN)
    figures = [drawn.f1_of(page) for page in drawn.pages(SHARED / folder, STRIDE)]
    assert len(figures) >= 10
    assert sum(figures) / len(figures) >= least


MADE_UP = frozenset(["fakehost", "example.com", "example.org", "web.archive.org"])


def test_a_profile_lowers_no_page_of_its_site() -> None:
    """Each page with the profile of the others of its site, beside the page alone."""
    sites: defaultdict[str, list[tuple[str, str, dict[str, Any]]]] = defaultdict(list)
    for folder in ("extraction-dev", "extraction-dev-2"):
        truth = json.loads((SHARED / folder / "ground-truth.json").read_text("utf-8"))["pages"]
        for name, page in truth.items():
            site = urls.site(page.get("url") or "")
            if site and site not in MADE_UP:
                sites[site].append((folder, name, page))
    changed, lowered = 0, {}
    for pages in (found for found in sites.values() if len(found) > 1):
        alone, records = {}, []
        for folder, name, page in pages:
            with suppress(ExtractError):
                html = html_of(SHARED / folder / page["file"])
                article, record = extract_and_record(html, page["url"])
                alone[name] = prediction(article)
                records.append(record)
        profile = learn(None, records, day=0)
        for folder, name, page in pages:
            if name not in alone:
                continue
            html = html_of(SHARED / folder / page["file"])
            with_profile = prediction(extract(html, page["url"], profile=profile))
            if with_profile["text"] != alone[name]["text"]:
                changed += 1
                gain = f1(folder, name, page, with_profile) - f1(folder, name, page, alone[name])
                if gain < -0.002:
                    lowered[name] = gain
    assert changed >= 10  # else there is nothing to judge; fewer the better pages come out alone
    assert lowered == {}


def f1(folder: str, name: str, page: dict[str, Any], said: dict[str, Any]) -> float:
    _, by_page = scorer_of(folder).score({name: page}, {name: said})
    return float(by_page[name].get("f1") or 0.0)
