"""`mirrorpress sources`: sites learned from stored pages, listed and forgotten."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click
import pytest

from cli.commands import Result, run
from mirrorpress.errors import BusyError, RunError
from mirrorpress.model import Page
from mirrorpress.press import clock
from mirrorpress.store import hold, open_store
from mirrorpress.store.pages import pack
from site_pages import site_page
from store.samples import NOON, id_of, keep, revision

TOML = '[mirror]\nname = "M"\n[[source]]\nname = "gazette"\nurl = "https://gazette.example/f"\n'
NAMES = ("tide", "fog", "rain")


def page(name: str) -> Page:
    url = f"https://www.gazette.example/{name}"
    return Page(url=url, requested=url, body=site_page(name).encode(), fetched=NOON)


@pytest.fixture
def mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A mirror with three articles and their pages, on the day after they came."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp()) + 86_400))
    folder = tmp_path / "mirror"
    folder.mkdir()
    (folder / "mirror.toml").write_text(TOML)
    with closing(open_store(folder / "state")) as store, store.transaction():
        for name in NAMES:
            keep(store, revision(name))
            store.pages.keep(id_of(name), (pack(page(name)),), limit=1_000_000)
    return folder


def sources(mirror: Path, *words: str) -> Result:
    return run("sources", *words, "-C", str(mirror))


def test_sites_are_learned_listed_and_forgotten(mirror: Path) -> None:
    assert "nothing was learned yet" in sources(mirror, "learned").output.decode()
    done = sources(mirror, "learn", "--quiet")
    assert done.status == 0
    assert done.output.decode().startswith("learned 1 sites from 3 pages; 0 pages give no article")
    day = NOON.date().isoformat()
    listed = f"gazette.example: 3 pages, the newest of {day}\n"
    assert sources(mirror, "learned").output.decode() == listed
    assert sources(mirror, "learned", "--json").lines == [
        {"sites": [{"site": "gazette.example", "pages": 3, "newest": day}]}
    ]
    assert sources(mirror, "forget", "gazette.example").output == b"forgot 3 pages\n"
    assert sources(mirror, "learned", "--json").lines == [{"sites": []}]


def test_learning_twice_changes_nothing(mirror: Path) -> None:
    first = sources(mirror, "learn", "--json").lines
    assert first == [{"sites": {"gazette.example": 3}, "refused": 0, "failed": []}]
    assert sources(mirror, "learn", "--json").lines == first
    assert sources(mirror, "forget", "--all").output == b"forgot 3 pages\n"


def test_a_page_that_is_damaged_or_no_article_fails_alone(mirror: Path) -> None:
    with closing(open_store(mirror / "state")) as store, store.transaction():
        store._database.run("UPDATE pages SET content = x'00' WHERE article = ?", id_of("fog"))
        empty = Page(url=page("rain").url, requested="", body=b"<p>Hm</p>", fetched=NOON)
        store.pages.keep(id_of("rain"), (pack(empty),), limit=1_000_000)
    done = sources(mirror, "learn", "--json")
    assert done.status == 1
    (answer,) = done.lines
    assert (answer["sites"], answer["refused"]) == ({"gazette.example": 1}, 1)
    assert [(one["source"], one["url"]) for one in answer["failed"]] == [
        ("gazette", page("fog").url)
    ]


def test_mistakes_in_rules_of_sites_are_printed(mirror: Path) -> None:
    (mirror / "mirror.toml").write_text(TOML + 'site_memory = false\n[extract]\nrules = "rules"\n')
    (mirror / "rules").mkdir()
    file = mirror / "rules" / "gazette.example.txt"
    file.write_text("body: //article\nstrip: //p[2]\n")
    note = "rules/gazette.example.txt:2: strip: '2]' is not translated"
    done = sources(mirror, "learn")
    assert done.status == 0
    assert note in done.said
    assert note in sources(mirror, "learn", "--json").said
    assert note not in sources(mirror, "learn", "--quiet").said
    file.write_text("body: //article\n")
    assert "rules/" not in sources(mirror, "learn").said


def test_old_pages_and_sources_without_memory_teach_nothing(
    mirror: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (mirror / "mirror.toml").write_text(TOML + "site_memory = false\n")
    assert sources(mirror, "learn", "--json").lines[0]["sites"] == {}
    (mirror / "mirror.toml").write_text(TOML)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(clock().timestamp()) + 31 * 86_400))
    done = sources(mirror, "learn", "--quiet")
    assert "there are no stored pages of the last 30 days" in done.said


def test_mistakes_are_named(mirror: Path) -> None:
    with pytest.raises(RunError, match="no source 'courier'; choose one of gazette"):
        sources(mirror, "learn", "--source", "courier")
    for words in (("forget",), ("forget", "gazette.example", "--all")):
        with pytest.raises(click.UsageError, match="name a site, or give --all"):
            sources(mirror, *words)
    with hold(mirror / "state"), pytest.raises(BusyError):
        sources(mirror, "learn")
