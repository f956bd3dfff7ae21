"""Files of page counts into a mirror: matched to articles, counted once, and nothing of readers."""

from __future__ import annotations

import gzip
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mirrorpress.model import ArticleList, ListPage, Output, Site
from mirrorpress.pipeline.hits import MEGABYTE, HitsImporter, HitsInput, HitsResult, _candidates
from mirrorpress.progress import Silent
from pipeline.memory_mirror import FRONT, WEB, ZONE, MemoryMirror, Plain
from store.samples import NOON, id_of

GITHUB = "/owner/news/blob/main/"
READER = "192.0.2.77"
HOT = ArticleList(kind="hot", hot=True, limit=3)


class Hot(Plain):
    """A layout that shows what is read most."""

    def standing_lists(self, site: Site) -> tuple[ArticleList, ...]:
        return (FRONT, HOT)

    def list_page(self, page: ListPage, site: Site) -> tuple[Output, ...]:
        if page.article_list.hot:
            return (Output(path="hot.txt", content=repr(page.summaries).encode()),)
        return super().list_page(page, site)


@pytest.fixture
def mirror() -> Iterator[MemoryMirror]:
    """A mirror with articles tide and fog in two editions."""
    with closing(MemoryMirror()) as made:
        made.change(editions=(WEB, replace(WEB, name="second")))
        layouts = dict.fromkeys(("web", "second"), Hot())
        made.components = replace(made.components, layouts=layouts)
        made.keep("tide")
        made.keep("fog", hours=1)
        made.render()
        yield made


def path_of(mirror: MemoryMirror, name: str) -> str:
    path = mirror.store.paths.of("web", id_of(name))
    assert path is not None
    return path


def line(path: str, time: datetime = NOON, agent: str = "Mozilla/5.0 (X11) Firefox/140.0") -> str:
    return (
        f'{READER} - - [{time:%d/%b/%Y:%H:%M:%S %z}] "GET /{path} HTTP/1.1" 200 512 "-" "{agent}"\n'
    )


def log(path: str, count: int, start: datetime = NOON) -> bytes:
    lines = (line(path, start + timedelta(seconds=second)) for second in range(count))
    return "".join(lines).encode()


def take(
    mirror: MemoryMirror, content: bytes, modified: datetime = NOON, name: str = "access.log"
) -> HitsResult:
    importer = HitsImporter(mirror.store, ZoneInfo(ZONE), NOON, Silent())
    return importer.take(HitsInput(name, io.BytesIO(content), modified, len(content)))


def views(mirror: MemoryMirror) -> dict[str, int]:
    names = {id_of(name): name for name in ("tide", "fog")}
    return {names[one.id]: one.views for one in mirror.store.hits.most_read(None, 1)}


def test_each_line_is_said_to_be_counted_or_not(mirror: MemoryMirror) -> None:
    tide = path_of(mirror, "tide")
    lines = (
        log(tide, 3).decode(), line("index.txt"), line("none.txt"),
        line(tide, agent="Examplebot/1.0"), line("style.css"), "nonsense\n",
        line(tide, NOON + timedelta(days=3)),
    )  # fmt: skip
    result = take(mirror, "".join(lines).encode())
    assert (result.lines, result.views, result.articles) == (9, 3, 1)
    assert (result.not_articles, result.bots, result.others) == (2, 1, 1)
    assert (result.bad, result.future, result.beyond) == (1, 1, 0)
    assert [note.number for note in result.first_bad] == [8]
    assert result.is_bad, "more than a tenth"
    assert views(mirror) == {"tide": 3}


def test_the_same_file_counts_once_also_when_it_is_compressed(mirror: MemoryMirror) -> None:
    content = log(path_of(mirror, "tide"), 6)
    assert take(mirror, content).changed == 1
    assert take(mirror, content).changed == 0
    packed = gzip.compress(content)
    assert take(mirror, packed, NOON + timedelta(hours=1), "access.log.2.gz").changed == 0
    assert views(mirror) == {"tide": 6}


def test_a_log_that_grows_counts_once(mirror: MemoryMirror) -> None:
    content = log(path_of(mirror, "tide"), 400)
    for lines in (1, 7, 300, 400, 300, 1):
        take(mirror, b"".join(content.splitlines(keepends=True)[:lines]))
    assert views(mirror) == {"tide": 400}


def test_a_log_and_its_continuation_add_up_on_the_day_between(mirror: MemoryMirror) -> None:
    tide = path_of(mirror, "tide")
    before, after = log(tide, 5), log(tide, 4, NOON + timedelta(minutes=1))
    take(mirror, before)
    take(mirror, after)
    assert views(mirror) == {"tide": 9}
    take(mirror, after + log(tide, 2, NOON + timedelta(minutes=2)))
    take(mirror, before)
    assert views(mirror) == {"tide": 11}


def test_daily_answers_of_github_do_not_add_up(mirror: MemoryMirror) -> None:
    page = GITHUB + path_of(mirror, "tide")
    for days, count in enumerate((40, 44, 41)):
        item = {"path": page, "title": "T", "count": count, "uniques": 3}
        take(mirror, json.dumps([item]).encode(), NOON - timedelta(days=days))
    assert views(mirror) == {"tide": 44}


def test_tables_of_totals_that_overlap_do_not_add_up(mirror: MemoryMirror) -> None:
    tide = path_of(mirror, "tide")
    rows = [f"2031-05-0{number},/{tide},{number * 10}\n" for number in (2, 3, 4)]
    for part in (rows[:2], rows[1:], rows):
        take(mirror, ("date,path,count\n" + "".join(part)).encode())
    assert views(mirror) == {"tide": 90}


def test_json_lines_with_counts_are_totals(mirror: MemoryMirror) -> None:
    tide = path_of(mirror, "tide")
    for count in (20, 30):
        text = json.dumps({"path": f"/{tide}", "day": "2031-05-04", "views": count})
        take(mirror, text.encode())
    assert views(mirror) == {"tide": 30}


def test_rankings_and_views_without_a_day_do_not_add_up(mirror: MemoryMirror) -> None:
    """They are of a period that the file does not name."""
    tide, fog = path_of(mirror, "tide"), path_of(mirror, "fog")
    ranking = f"/{tide},Tide\n/{fog},Fog\n".encode()
    for days in range(3):
        take(mirror, ranking, NOON - timedelta(days=days))
    assert views(mirror) == {"tide": 2, "fog": 1}
    for count in (6, 5, 4):
        take(mirror, f"/{tide},Tide\n".encode() * count, NOON - timedelta(days=count))
    assert views(mirror) == {"tide": 6, "fog": 1}


@pytest.mark.parametrize(
    ("content", "modified", "day"),
    [
        ("path,count\n/{},7\n", datetime(2031, 5, 3, 17, tzinfo=UTC), "2031-05-04"),  # Shanghai
        ("path,count\n/{},7\n", NOON + timedelta(days=9), "2031-05-04"),  # a wrong clock
        ("date,path,count\n2031-05-01,/{},7\n", NOON, "2031-05-01"),
        ('{{"path": "/{0}"}}\n{{"path": "/x", "day": "2031-05-02"}}\n', NOON, "2031-05-02"),
    ],
)
def test_counts_without_a_day(
    mirror: MemoryMirror, content: str, modified: datetime, day: str
) -> None:
    take(mirror, content.format(path_of(mirror, "tide")).encode(), modified)
    assert mirror.store._database.row("SELECT day FROM hits") == (day,)


def test_pages_are_found_below_a_folder(mirror: MemoryMirror) -> None:
    tide = path_of(mirror, "tide")
    result = take(mirror, "".join(
        line(path) for path in (tide, f"news/{tide}", f"owner/r/raw/main/{tide}", f"{tide}?x=1")
    ).encode())  # fmt: skip
    assert (result.views, result.not_articles) == (4, 0)


@pytest.mark.parametrize(
    ("path", "depth", "candidates"),
    [
        ("", 3, []),
        ("a/b.md", 3, ["a/b.md", "b.md"]),
        ("x/a/b.html", 2, ["a/b.html", "a/b.md", "b.html", "b.md"]),
        ("a/b", 1, ["b", "b.html", "b.md"]),
        ("a/b", 0, []),
    ],
)
def test_candidates(path: str, depth: int, candidates: list[str]) -> None:
    assert list(_candidates(path, depth)) == candidates


def test_editions_are_rendered_again_where_a_count_changed(mirror: MemoryMirror) -> None:
    tide = log(path_of(mirror, "tide"), 6)
    before, change = mirror.pages(), mirror.store.changes.current()
    assert take(mirror, log("none.txt", 9)).changed == 0
    assert mirror.store.changes.current() == change
    take(mirror, tide)
    assert mirror.store.changes.current() == change + 1
    assert mirror.render() > 0
    changed = {path for path, text in mirror.pages().items() if text != before[path]}
    assert changed == {"hot.txt"}
    take(mirror, tide)
    assert mirror.store.changes.current() == change + 1


@pytest.mark.parametrize(
    ("content", "cause"),
    [(b"what is this\n", "not recognised"), (gzip.compress(b"x" * 99)[:-9], "gzip data end")],
)
def test_a_file_that_cannot_be_read_changes_nothing(
    mirror: MemoryMirror, content: bytes, cause: str
) -> None:
    result = take(mirror, content)
    assert result.error is not None
    assert cause in result.error
    assert result.is_bad


def test_an_input_that_fails_changes_nothing(mirror: MemoryMirror) -> None:
    class Failing:
        def read(self, size: int, /) -> bytes:
            raise OSError(5, "Input/output error")

    importer = HitsImporter(mirror.store, UTC, NOON, Silent())
    result = importer.take(HitsInput("-", Failing()))
    assert result.error == "it could not be read (Input/output error)"


def test_an_empty_file_is_no_failure(mirror: MemoryMirror) -> None:
    result = take(mirror, b"")
    assert (result.error, result.lines, result.is_bad) == (None, 0, False)


def test_nothing_about_a_reader_is_in_the_store(tmp_path: Path) -> None:
    with closing(MemoryMirror(folder=tmp_path)) as mirror:
        mirror.keep("tide")
        mirror.render()
        text = log(path_of(mirror, "tide") + "?secret-word", 9) + b"secret-word nonsense\n"
        result = take(mirror, text)
        assert (result.views, result.bad) == (9, 1)
        assert READER not in repr(result)
        assert "secret-word" not in repr(result)
    with closing(sqlite3.connect(tmp_path / "mirror.sqlite")) as store:
        dump = "\n".join(store.iterdump())
    assert "hit_logs" in dump
    assert 'INSERT INTO "hits"' in dump
    for part in (READER, "Firefox", "secret-word"):
        assert part not in dump


def test_progress_is_of_megabytes(mirror: MemoryMirror) -> None:
    class Heard(Silent):
        def __init__(self) -> None:
            self.total = self.done = 0

        def start(self, step: str, total: int) -> None:
            self.total = total

        def expect(self, step: str, count: int) -> None:
            self.total += count

        def advance(self, step: str, count: int = 1) -> None:
            self.done += count

    content = log("none.txt", 1) + (b"x" * 49_999 + b"\n") * 40
    for size in (len(content), 0):
        heard = Heard()
        importer = HitsImporter(mirror.store, UTC, NOON, heard)
        importer.take(HitsInput("access.log", io.BytesIO(content), size=size))
        assert (heard.done, heard.total) == (len(content) // MEGABYTE, 2)
