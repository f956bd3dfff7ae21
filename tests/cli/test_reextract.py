"""`mirrorpress reextract`: what it prints, and its exit status."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from cli.commands import Result, run
from mirrorpress import urls
from mirrorpress.errors import BusyError, RunError
from mirrorpress.extract import extract
from mirrorpress.model import Article, Page, Revision
from mirrorpress.store import hold, open_store
from mirrorpress.store.pages import PackedPage, pack
from pipeline.rounds import TEXT, page
from store.samples import NOON, keep

TOML = '[mirror]\nname = "M"\n[[source]]\nname = "gazette"\nurl = "https://gazette.example/f"\n'
A = "https://gazette.example/a"
B = "https://gazette.example/b"
C = "https://gazette.example/c"


Stored = tuple[Article, Page, PackedPage | None]


def store_articles(folder: Path, articles: Sequence[Stored]) -> None:
    with closing(open_store(folder / "state")) as store, store.transaction():
        for article, found, packed in articles:
            revision = Revision(
                id=urls.article_id(found.url),
                number=1,
                source="gazette",
                url=found.url,
                fetched=NOON,
                published=NOON,
                article=article,
            )
            keep(store, revision)
            if packed is not None:
                store.pages.keep(revision.id, [packed], limit=1_000_000)


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    """A mirror with an article that is extracted differently now, one that is not, one alone."""
    (tmp_path / "mirror.toml").write_text(TOML)
    one, other, alone = (page(url) for url in (A, B, C))
    changed = replace(extract(one.body, A), title="Menu")
    same = extract(other.body, B)
    articles = [(changed, one, pack(one)), (same, other, pack(other)), (same, alone, None)]
    store_articles(tmp_path, articles)
    return tmp_path


def reextract(mirror: Path, *options: str) -> Result:
    return run("reextract", *options, "-C", str(mirror))


def title(mirror: Path, url: str) -> str:
    with closing(open_store(mirror / "state")) as store:
        return store.articles.summary(urls.article_id(url)).title


def test_the_report(mirror: Path) -> None:
    with hold(mirror / "state"):  # a round may run beside it
        done = reextract(mirror)
    assert done.status == 0
    first, counts, *others = done.output.decode().splitlines()
    assert first == f"changed: gazette: {A}: title"
    assert counts.startswith("1 same, 1 changed, 0 worse, 0 failed in ")
    assert others == ["  changed: title 1", "  articles whose pages are not stored: 1"]
    assert done.said == "Articles read again: 2 of 2\n"
    assert title(mirror, A) == "Menu"


def test_json(mirror: Path) -> None:
    done = reextract(mirror, "--json", "--source", "gazette")
    (data,) = done.lines
    assert (done.status, done.said) == (0, "")
    assert data.pop("seconds") > 0
    assert {name: data.pop(name) for name in ("same", "changed", "worse", "failed")} == {
        "same": 1,
        "changed": 1,
        "worse": 0,
        "failed": 0,
    }
    assert {name: count for name, count in data.pop("parts").items() if count} == {"title": 1}
    article = {
        "source": "gazette",
        "url": A,
        "result": "changed",
        "parts": ["title"],
        "reason": None,
    }
    assert data == {"applied": 0, "without_page": 1, "stopped": False, "articles": [article]}


def test_apply_stores_what_changed_once(mirror: Path) -> None:
    done = reextract(mirror, "--apply")
    first, _, *others = done.output.decode().splitlines()
    assert (done.status, first) == (0, f"changed: gazette: {A}: title")
    assert others[-1] == "  applied: 1"
    assert title(mirror, A) == "The ferry sails again"
    again = reextract(mirror, "--apply", "--json")
    (data,) = again.lines
    assert (again.status, data["applied"], data["same"], data["articles"]) == (0, 0, 2, [])


def test_apply_needs_the_mirror_for_itself(mirror: Path) -> None:
    with hold(mirror / "state"), pytest.raises(BusyError):
        reextract(mirror, "--apply")
    assert title(mirror, A) == "Menu"


def test_apply_without_anything_to_do(tmp_path: Path) -> None:
    (tmp_path / "mirror.toml").write_text(TOML)
    done = reextract(tmp_path, "--apply")
    assert (done.status, done.output.decode().splitlines()[-1]) == (0, "  applied: 0")


def test_a_page_that_cannot_be_read(mirror: Path) -> None:
    damaged = [
        (extract(page(url).body, url), page(url), replace(pack(page(url)), content=b"no zlib"))
        for url in (B, C)
    ]
    with closing(open_store(mirror / "state")) as store, store.transaction():
        for _, found, packed in damaged:
            store.pages.keep(urls.article_id(found.url), [packed], limit=1_000_000)
    done = reextract(mirror, "--quiet")
    assert done.status == 1
    assert f"failed: gazette: {B}: its stored page is damaged" in done.output.decode()
    (data,) = reextract(mirror, "--json").lines
    assert (data["failed"], len(data["articles"])) == (2, 3)


def test_mistakes_in_rules_are_reported_beside_the_result(mirror: Path) -> None:
    (mirror / "rules").mkdir()
    (mirror / "rules" / "quay.example.toml").write_text("x")
    (mirror / "mirror.toml").write_text(TOML + '[extract]\nrules = "rules"\n')
    done = reextract(mirror, "--json")
    assert (done.status, len(done.lines)) == (0, 1)
    assert "rules/quay.example.toml:1: it is not valid TOML" in done.said


def test_limit_and_unknown_source(mirror: Path) -> None:
    (data,) = reextract(mirror, "--json", "--limit", "1").lines
    assert data["same"] + data["changed"] == 1
    with pytest.raises(RunError, match="no source 'courier'; choose one of gazette"):
        reextract(mirror, "--source", "courier")


def has_worker(process: int) -> bool:
    """Whether any thread of a process has started another process."""
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return any(children.read_text() for children in tasks)


@pytest.mark.skipif(
    not Path("/proc/thread-self/children").exists(), reason="/proc does not list children"
)
@pytest.mark.usefixtures("heeds_ctrl_c")
def test_ctrl_c_ends_it_with_the_report_so_far(tmp_path: Path) -> None:
    (tmp_path / "mirror.toml").write_text(TOML)
    berths = "".join(f"<p>Berth {berth} opens again. {TEXT}</p>" for berth in range(60))
    pages = [page(f"{A}{number}", more=berths) for number in range(600)]  # seconds of work
    article = replace(extract(pages[0].body, A), title="Menu")
    store_articles(tmp_path, [(article, one, pack(one)) for one in pages])
    command = [sys.executable, "-m", "mirrorpress", "reextract", "--apply", "--json"]
    with subprocess.Popen(
        [*command, "-C", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        while not has_worker(process.pid):  # it reads pages now
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        output, said = process.communicate(timeout=20)
    data = json.loads(output)
    assert (process.returncode, data["stopped"]) == (130, True)
    assert len(data["articles"]) == data["changed"] == data["applied"] < len(pages)
    with closing(open_store(tmp_path / "state")) as store:
        stored = [store.articles.summary(urls.article_id(one.url)).title for one in pages]
    assert stored.count("Menu") == len(pages) - data["applied"]
    assert b"stopped" in said
