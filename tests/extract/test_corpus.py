"""A floor under extraction on public pages, where these are at hand. It is not lowered silently."""

from __future__ import annotations

import gzip
import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from mirrorpress.errors import ExtractError
from mirrorpress.extract import extract
from mirrorpress.render.export import article_to_json

DATA = Path(__file__).resolve().parents[3] / "shared" / "extraction-dev"
STRIDE = 5
FLOOR = {"aeb": 0.94, "read": 0.90, "gne": 0.93, "traf": 0.86, "press": 0.94}

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the corpus is not here")


@cache
def results() -> dict[str, Any]:
    """The scorer's figures for every fifth page."""
    truth = json.loads((DATA / "ground-truth.json").read_text("utf-8"))["pages"]
    sample = dict(list(truth.items())[::STRIDE])
    predictions = {name: prediction_of(page) for name, page in sample.items()}
    spec = importlib.util.spec_from_file_location("score", DATA / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    figures: dict[str, Any] = scorer.score(sample, predictions)[0]
    figures["articles"] = sum(1 for p in predictions.values() if p) / len(sample)
    return figures


def prediction_of(page: dict[str, Any]) -> dict[str, Any]:
    html = gzip.decompress((DATA / page["file"]).read_bytes()).decode("utf-8", "replace")
    try:
        data = article_to_json(extract(html, page.get("url")))
    except ExtractError:
        return {}
    return {"text": data["text"], "title": data["title"]}


@pytest.mark.parametrize("name", FLOOR)
def test_floor(name: str) -> None:
    assert results()[name]["f1"] >= FLOOR[name]


def test_hardly_a_page_is_refused() -> None:
    assert results()["articles"] >= 0.97
