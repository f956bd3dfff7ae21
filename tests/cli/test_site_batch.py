"""extract --jsonl --site-memory: pages of one site improve each other, whatever their order."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import click
import pytest

from cli.commands import batch, run
from mirrorpress.cli.site_batch import BatchMemory
from mirrorpress.errors import RunError
from mirrorpress.model.site_profile import MAX_PAGES, LineRecord, PageRecord
from site_pages import PROMO, site_page

PLACES = ("harbour", "market", "school", "bridge", "library", "station", "theatre")


def line(place: str, site: str = "gazette.example", promo: str = PROMO) -> dict[str, Any]:
    return {"id": place, "html": site_page(place, promo), "url": f"https://{site}/{place}"}


def answers(*lines: Any) -> list[Any]:
    return run("extract", "--jsonl", "--site-memory", given=batch(*lines)).lines


def test_what_the_pages_of_a_site_share_is_left_out_on_all_of_them() -> None:
    lines = [line(place) for place in PLACES]
    with_memory = answers(*lines)
    without = run("extract", "--jsonl", given=batch(*lines)).lines
    assert [answer["id"] for answer in with_memory] == [*PLACES]
    for known, plain in zip(with_memory, without, strict=True):
        assert plain["text"] == f"{known['text']}\n{PROMO}"
        assert list(known) == list(plain)


def test_the_order_of_the_lines_does_not_matter() -> None:
    lines = [line(place) for place in PLACES]
    first = {answer["id"]: answer for answer in answers(*lines)}
    random.Random(4).shuffle(lines)
    assert {answer["id"]: answer for answer in answers(*lines)} == first


def test_pages_of_other_sites_do_not_count() -> None:
    lines = [line(place, f"{place}.example") for place in PLACES]
    assert answers(*lines) == run("extract", "--jsonl", given=batch(*lines)).lines


def test_bad_lines_and_pages_fail_alone_and_in_their_place() -> None:
    found = answers(
        line("harbour"), "{nonsense", {"id": 2, "html": "<p>Hm</p>", "url": "https://gazette.example"},
        {"id": 3, "path": "nowhere.html"}, line("market"),
    )  # fmt: skip
    assert [answer["id"] for answer in found] == ["harbour", None, 2, 3, "market"]
    assert [answer["error"] is None for answer in found] == [True, False, False, False, True]
    assert PROMO not in found[0]["text"] + found[4]["text"]


def test_a_page_without_an_address_is_of_no_site() -> None:
    lines = [{**line(place), "url": None} for place in PLACES]
    assert all(PROMO in answer["text"] for answer in answers(*lines))


def test_several_files_are_one_batch(tmp_path: Path) -> None:
    names = [str(tmp_path / f"{place}.jsonl") for place in PLACES[:2]]
    for name, place in zip(names, PLACES, strict=False):
        Path(name).write_text(batch(line(place)))
    result = run("extract", "--jsonl", "--site-memory", *names)
    assert [answer["id"] for answer in result.lines] == [*PLACES[:2]]
    assert all(PROMO not in answer["text"] for answer in result.lines)


def test_a_full_disk_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    full = partial(Path("/dev/full").open, "w+b")
    monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: full())
    with pytest.raises(RunError, match=r"cannot be kept in .*No space left.*set TMPDIR"):
        answers(line("harbour"))


def test_it_needs_addresses() -> None:
    with pytest.raises(click.UsageError, match="needs --jsonl"):
        run("extract", "--site-memory", "page.html")


def test_who_waits_for_an_answer_gets_it() -> None:
    command = [sys.executable, "-m", "mirrorpress", "extract", "--jsonl", "--site-memory"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for place, is_known in (("harbour", False), ("market", True)):
            running.stdin.write(batch(line(place)).encode())
            running.stdin.flush()
            answer = json.loads(running.stdout.readline())
            assert answer["id"] == place
            assert (PROMO not in answer["text"]) == is_known
        running.stdin.write(batch(line("school")).strip().encode())  # no line feed at the end
        running.stdin.close()
        assert json.loads(running.stdout.readline())["id"] == "school"
        assert running.stdout.read() == b""
    assert running.returncode == 0


def record(page: int, text: int = 1) -> PageRecord:
    return PageRecord(page, page, (LineRecord(1, text, 80),))


def test_a_site_needs_two_pages_and_keeps_twenty() -> None:
    memory = BatchMemory()
    memory.add("a.example", record(90))
    memory.add("a.example", record(90, text=2))
    assert memory.profile("a.example") is None
    for page in range(30):
        memory.add("a.example", record(page))
    profile = memory.profile("a.example")
    assert profile is not None
    assert sorted(page.page for _, page in profile.pages) == [*range(MAX_PAGES)]
    assert memory.profile("b.example") is None


def test_sites_beyond_the_bound_are_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mirrorpress.cli.site_batch.MAX_BYTES", 60)
    memory = BatchMemory()
    for site in ("a.example", "b.example", "c.example", "d.example"):
        for page in range(4):
            memory.add(site, record(page))
    assert memory.profile("a.example") is not None
    assert memory.profile("d.example") is None
