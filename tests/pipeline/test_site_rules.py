"""Folders of rules, good and bad, and their use in a mirror."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mirrorpress import urls
from mirrorpress.config import ExtractOptions, Settings
from mirrorpress.errors import RunError
from mirrorpress.fetch.recorded import RecordedFetcher
from mirrorpress.model import FeedEntry, Page, Source, site_rules
from mirrorpress.model.plain import plain_text
from mirrorpress.pipeline.components import SourceResources
from mirrorpress.pipeline.discover import Finder
from mirrorpress.pipeline.extract_page import extract_page
from mirrorpress.pipeline.learn_sites import learn_sites
from mirrorpress.pipeline.reextract import Part, Reextraction, Reread, reextract
from mirrorpress.pipeline.site_memory import SiteMemory, day_of
from mirrorpress.pipeline.site_rules import MAX_NOTES, read_mirror_rules, read_rules_folder
from mirrorpress.pipeline.store import StoreStep
from mirrorpress.progress import Silent
from pipeline.rounds import Round, page, rss
from pipeline.runners import InProcess
from store.samples import NOON

FEED = "https://gazette.example/feed"
GAZETTE = Source(name="gazette", title="The Gazette", url=FEED)
A = "https://gazette.example/a"
B = "https://www.gazette.example/b"
LETTER = "Read the letter from the lock keeper, who writes to us in the evening."
RULES = 'host = "gazette.example"\nchecked = 2026-11-01\nremove = [".lock"]\n'
TEST = f'[[test]]\npage = "a.html"\nurl = "{A}"\ntitle = "t"\n'


def write(folder: Path, host: str, body: str = "article") -> None:
    text = f'host = "{host}"\nchecked = 2026-11-01\nbody = ["{body}"]\n'
    (folder / f"{host}.toml").write_text(text)


def test_a_bad_file_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    write(tmp_path, "b.example")
    write(tmp_path, "a.example", "p:hover")
    write(tmp_path, "c.example")
    (tmp_path / "d.example.toml").mkdir()
    (tmp_path / "e.example.toml").write_bytes(b"#" * (site_rules.MAX_BYTES + 1))
    (tmp_path / "notes.md").write_text("not rules")
    found = read_rules_folder(tmp_path)
    assert set(found.rules) == {"b.example", "c.example"}
    assert list(found.files) == ["b.example.toml", "c.example.toml"]
    assert [str(problem)[:18] for problem in found.problems] == [
        "a.example.toml:3: ",
        "d.example.toml:1: ",
        "e.example.toml:1: ",
    ]


def test_the_number_of_files_is_bounded(tmp_path: Path) -> None:
    for name in ("a", "b", "c", "d"):
        write(tmp_path, f"{name}.example")
    found = read_rules_folder(tmp_path, most=2)
    assert set(found.rules) == {"a.example", "b.example"}
    (problem,) = found.problems
    assert (problem.file, problem.line) == ("c.example.toml", 1)


def test_a_folder_that_cannot_be_read_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"rules in .*missing cannot be read"):
        read_rules_folder(tmp_path / "missing")


def test_of_the_files_of_a_host_the_first_counts(tmp_path: Path) -> None:
    write(tmp_path, "a.example")
    for name in ("a.example.txt", ".a.example.txt", ".b.example.txt", "b.example.txt"):
        (tmp_path / name).write_text(f"body: //div[@id='{name}']\n")
    (tmp_path / "README.txt").write_text("body: //p")
    (tmp_path / "c.example.txt").write_text("body: //p[2]\ntitle: //h2\n")
    found = read_rules_folder(tmp_path)
    assert list(found.files) == [
        "a.example.toml", "a.example.txt", "b.example.txt", "c.example.txt", ".a.example.txt",
        ".b.example.txt",
    ]  # fmt: skip
    assert found.rules["a.example"].body == ("article",)
    assert found.rules["b.example"].body == ('div[id="b.example.txt"]',)
    assert found.rules["c.example"].title == ("h2",)
    assert [str(problem)[:16] for problem in found.problems] == ["c.example.txt:1:"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A good file of rules, and a bad one."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "gazette.example.toml").write_text(RULES + TEST)
    (tmp_path / "rules" / "bad.example.toml").write_text(RULES.replace("gazette", "bad") + "x = 1")
    return tmp_path / "rules"


def with_letter(url: str) -> Page:
    return page(url, more=f"<p class=lock>{LETTER}</p>")


def replay(*urls: str) -> RecordedFetcher:
    return RecordedFetcher({FEED: rss(FEED, urls), **{url: with_letter(url) for url in urls}})


def stored(mirror: Round) -> Round:
    """The mirror with an article that was extracted without rules, and its page."""
    store, one = mirror.store, with_letter(A)
    store.entries.listed("gazette", [FeedEntry(url=A)], NOON)
    due = store.entries.get("gazette", urls.identity(A))
    resources = SourceResources(fetcher=RecordedFetcher({A: one}), workers=InProcess())
    memory = SiteMemory(store.site_profiles, day_of(NOON))
    found = asyncio.run(Finder(resources, (), memory, keep_pages=True).find(GAZETTE, due))
    assert found is not None
    with store.transaction():
        StoreStep(mirror.components).keep(GAZETTE, due, found, {})
    return mirror


def with_rules(mirror: Round, folder: Path | None) -> Settings:
    return replace(mirror.components.settings, extract=ExtractOptions(rules=folder))


def text_of(mirror: Round, url: str) -> str:
    return plain_text(mirror.store.articles.revision(urls.article_id(url)).article)


def test_a_mirror_without_a_folder_has_no_rules(tmp_path: Path) -> None:
    found = read_mirror_rules(None)
    assert (found.by_host, found.notes) == ({}, ())
    found = read_mirror_rules(tmp_path / "gone")
    assert found.by_host == {}
    (note,) = found.notes
    assert note.startswith(f"the rules in {tmp_path}/gone cannot be read")
    assert note.endswith("; pages are read without them")


def test_rules_of_a_mirror_come_without_tests(folder: Path) -> None:
    found = read_mirror_rules(folder)
    assert list(found.by_host) == ["gazette.example"]
    assert found.by_host["gazette.example"].tests == ()
    (note,) = found.notes
    assert note.startswith("rules/bad.example.toml:4: the key 'x' is unknown")


def test_the_mistakes_that_are_reported_are_bounded(tmp_path: Path) -> None:
    for number in range(MAX_NOTES + 5):
        (tmp_path / f"a{number}.example.toml").write_text("x")
    notes = read_mirror_rules(tmp_path).notes
    assert len(notes) == MAX_NOTES + 1
    assert notes[-1] == "and 5 more mistakes; `mirrorpress rules check` shows them all"


def test_a_round_reads_the_pages_of_a_site_with_the_rules_of_that_time(folder: Path) -> None:
    mirror, options = Round((GAZETTE,)), ExtractOptions(rules=folder)
    (folder / "gazette.example.toml").rename(folder / "gazette.example.off")
    summary = mirror.run(replay(A), extract=options)
    assert (summary.new, summary.failed) == (1, [])
    assert [note.partition(": ")[0] for note in summary.notes] == ["rules/bad.example.toml:4"]
    (folder / "gazette.example.off").rename(folder / "gazette.example.toml")
    (folder / "bad.example.toml").unlink()
    mirror.now += timedelta(hours=1)
    summary = mirror.run(replay(A, B), extract=options)
    assert (summary.new, summary.failed, summary.notes) == (1, [], [])
    assert LETTER in text_of(mirror, A)
    assert LETTER not in text_of(mirror, B)
    assert "harbour master" in text_of(mirror, B)


def test_stored_pages_are_read_again_with_the_rules(folder: Path) -> None:
    mirror, summary, heard = stored(Round((GAZETTE,))), Reextraction(), list[Reread]()
    settings = with_rules(mirror, folder)
    asyncio.run(
        reextract(mirror.store, settings, InProcess(), Silent(), summary, heard.append, NOON)
    )
    assert [(one.url, one.parts) for one in heard] == [(A, (Part.TEXT,))]
    assert [note.partition(": ")[0] for note in summary.notes] == ["rules/bad.example.toml:4"]


def test_what_is_learned_of_a_site_is_learned_with_its_rules(folder: Path) -> None:
    mirror, learned = stored(Round((GAZETTE,))), []
    for rules in (None, folder):
        mirror.store.site_profiles.forget()
        settings = with_rules(mirror, rules)
        asyncio.run(learn_sites(mirror.store, settings, InProcess(), Silent(), NOON))
        learned.append(mirror.store.site_profiles.profile("gazette.example", day_of(NOON) + 1))
    without, with_them = learned
    assert without is not None
    assert with_them is not None
    assert without != with_them


def test_rules_are_those_of_the_address_that_gave_the_page() -> None:
    rules = {"gazette.example": site_rules.SiteRules(host="gazette.example", remove=(".lock",))}
    memory = SiteMemory(Round(()).store.site_profiles, day_of(NOON), rules)
    for url, is_there in ((A, False), ("https://courier.example/a", True)):
        moved = replace(with_letter(url), requested="https://gazette.example/a")
        work = extract_page(InProcess(), memory, GAZETTE, moved, FeedEntry())
        article, _ = asyncio.run(work)
        assert (LETTER in plain_text(article)) == is_there
