"""Taking over a mirror: articles with their paths, whatever is in the folder, again and again."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from imports.made_mirrors import MadePage, make_archive, make_channels, write_pages
from mirrorpress import urls
from mirrorpress.config import Settings
from mirrorpress.errors import RunError
from mirrorpress.model import PICKS, Channel, Edition, Source
from mirrorpress.pipeline.take_over import (
    TakenOver,
    edition_of,
    source_of,
    take_over,
)
from mirrorpress.render.almanac import Almanac
from mirrorpress.render.archive import Archive
from mirrorpress.render.channels.layout import Channels
from mirrorpress.render.channels.options import ChannelsOptions
from mirrorpress.workers import Job
from pipeline.memory_mirror import MemoryMirror
from pipeline.runners import InProcess

P = ParamSpec("P")
T = TypeVar("T")
NOW = datetime(2033, 6, 1, 12, 0, tzinfo=UTC)  # later than all made pages
CHANNELS = Edition(name="old", format="markdown", layout="channels")
ARCHIVE = Edition(name="old", format="markdown", layout="archive")
TIDEPOST = Source(name="tidepost", title="Tidepost", url="https://tidepost.example/feed")
SETTINGS = Settings(
    directory=Path("mirror"),
    name="Harbour mirror",
    sources=(replace(TIDEPOST, channel="prog0"), Source(name="gazette1", title="Gazette")),
    channels=(
        Channel(name="prog0", title="News", sources=("tidepost",)),
        Channel(name="gazette1", title="Gazette", sources=("gazette1",)),
    ),
)


def mirror_of(edition: Edition, **settings: object) -> MemoryMirror:
    """A mirror with one edition, later than all made pages."""
    chosen = replace(SETTINGS, editions=(edition,), **settings)  # type: ignore[arg-type]
    mirror = MemoryMirror(chosen)
    layouts = {
        "almanac": Almanac(),
        "archive": Archive(),
        "channels": Channels(ChannelsOptions(), {}),
    }
    mirror.components = replace(
        mirror.components,
        clock=lambda: NOW,
        layouts={edition.name: layouts[edition.layout]},
    )
    return mirror


def imported(mirror: MemoryMirror, folder: Path) -> TakenOver:
    return asyncio.run(take_over(mirror.components, InProcess(), folder, None))


@pytest.fixture
def channels() -> Iterator[MemoryMirror]:
    mirror = mirror_of(CHANNELS)
    yield mirror
    mirror.close()


@pytest.fixture
def archive() -> Iterator[MemoryMirror]:
    mirror = mirror_of(ARCHIVE)
    yield mirror
    mirror.close()


def path_of(mirror: MemoryMirror, url: str) -> str | None:
    return mirror.store.paths.of("old", urls.article_id(url))


def usable(pages: tuple[MadePage, ...]) -> list[MadePage]:
    return [page for page in pages if not page.broken]


def test_a_thousand_pages_of_layout_channels(channels: MemoryMirror, tmp_path: Path) -> None:
    pages = write_pages(tmp_path, make_channels(1000))
    taken = imported(channels, tmp_path)
    print(f"channels: {taken.articles} of {taken.pages} pages became articles")
    assert (taken.articles, taken.new, taken.pages) == (990, 990, 1000)
    assert sorted(one.path for one in taken.failed) == sorted(
        page.path for page in pages if page.broken
    )
    assert all(path_of(channels, page.url) == page.path for page in usable(pages))
    assert taken.faults == 0


def test_two_hundred_pages_of_layout_archive(archive: MemoryMirror, tmp_path: Path) -> None:
    pages = write_pages(tmp_path, make_archive(200))
    taken = imported(archive, tmp_path)
    print(f"archive: {taken.articles} of {taken.pages} pages became articles")
    assert (taken.articles, taken.pages) == (198, 200)
    for page in usable(pages):
        revision = archive.store.articles.revision(urls.article_id(page.url))
        assert revision.article.title == page.title
        has_path = path_of(archive, page.url) == page.path
        assert has_path is ("\\" not in page.path)  # which no edition may have
        if page.published is not None:
            assert revision.published == page.published


# Small mirrors


def page(path: str, url: str, title: str = "River rises", day: str = "") -> MadePage:
    """A page of layout archive that states no date."""
    made = next(iter(make_archive(1)))
    text = (
        f"[{title}]({url})\n------\n\n<p>The river of Port Amber rose by {day or 'four'} feet "
        "in the night, said the harbour master, who has read its gauge for thirty years.</p>"
        f'<figure><img src="{PIER}"/></figure>'
        f"<p>About {url}: nobody was hurt.</p>"
    )
    return replace(made, path=path, url=url, content=text.encode(), title=title, published=None)


PIER = "https://img.gazette.example/2031/pier-800x450.jpg"
RIVER = "https://gazette.example/river"


def test_an_article_is_filed_under_our_usual_id_and_keeps_its_path(
    archive: MemoryMirror, tmp_path: Path
) -> None:
    write_pages(tmp_path, [page("articles/gazette1/1048000_River.md", RIVER + "?utm_source=f")])
    taken = imported(archive, tmp_path)
    kept = archive.store.articles.known(urls.article_id(RIVER))
    assert kept is not None
    assert kept.source == "gazette1"
    archive.render()
    assert "articles/gazette1/1048000_River.md" in archive.files("old")
    assert (taken.new, taken.moved, taken.unlisted) == (1, [], set())


def test_the_next_article_has_the_number_below(archive: MemoryMirror, tmp_path: Path) -> None:
    old = [
        page("articles/gazette1/1047001_River.md", RIVER),
        page("articles/gazette1/1047000_Pier.md", RIVER + "/pier"),
        page("articles/gazette1/12_Odd.md", RIVER + "/odd"),  # too low to be meant
        page("articles/gazette1/99999999_Odd.md", RIVER + "/high"),
    ]
    write_pages(tmp_path, old)
    imported(archive, tmp_path)
    new = archive.keep("thaw", source="gazette1", title="Thaw")
    archive.render()
    assert archive.store.paths.of("old", new) == "articles/gazette1/1046999_Thaw.md"
    assert all(path_of(archive, one.url) == one.path for one in old)


def test_a_second_import_reads_nothing_again(channels: MemoryMirror, tmp_path: Path) -> None:
    pages = write_pages(tmp_path, make_channels(40))
    first = imported(channels, tmp_path)
    change = channels.store.changes.current()
    second = imported(channels, tmp_path)
    assert (first.new, first.before) == (39, 0)
    assert (second.new, second.before, second.articles) == (0, 39, 39)
    assert [one.path for one in second.failed] == [one.path for one in pages if one.broken]
    assert channels.store.changes.current() == change


class Stopping(InProcess):
    """Is stopped at the nth page, as by Ctrl-C."""

    def __init__(self, at: int) -> None:
        self._left = at

    async def run(self, job: Job[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        self._left -= 1
        if not self._left:
            signal.raise_signal(signal.SIGINT)
            await asyncio.sleep(5)
        return await super().run(job, *args, **kwargs)


@pytest.mark.usefixtures("heeds_ctrl_c")
def test_an_import_that_is_stopped_goes_on_where_it_was(
    channels: MemoryMirror, tmp_path: Path
) -> None:
    pages = usable(write_pages(tmp_path, make_channels(130)))
    with pytest.raises(KeyboardInterrupt):
        asyncio.run(take_over(channels.components, Stopping(120), tmp_path, None))
    assert channels.store.articles.count() == 99  # the batches that were whole
    taken = imported(channels, tmp_path)
    assert (taken.before, taken.articles) == (99, len(pages))
    assert channels.store.articles.count() == len(pages)


def test_a_newer_revision_stays_and_gets_the_path(archive: MemoryMirror, tmp_path: Path) -> None:
    known = archive.keep("river", title="River falls again")
    url = archive.store.articles.origin(known)[1]
    write_pages(tmp_path, [page("articles/gazette1/1047001_River.md", url)])
    taken = imported(archive, tmp_path)
    assert (taken.new, taken.known) == (0, 1)
    assert archive.store.articles.revision(known).article.title == "River falls again"
    assert archive.store.paths.of("old", known) == "articles/gazette1/1047001_River.md"


def test_two_pages_of_one_article_stay_both(archive: MemoryMirror, tmp_path: Path) -> None:
    one, two = "articles/gazette1/1047001_River.md", "articles/gazette1/1047002.md"
    write_pages(tmp_path, [page(one, RIVER), page(two, RIVER, title="River rises again")])
    taken = imported(archive, tmp_path)
    assert (taken.new, taken.further, taken.articles) == (1, 1, 2)
    archive.render()
    files = archive.files("old")
    assert files[one] == files[two]  # links in it are relative to the same folder
    assert imported(archive, tmp_path).before == 2
    archive.render()
    assert archive.files("old") == files


def test_a_page_in_two_channels_stays_in_both(channels: MemoryMirror, tmp_path: Path) -> None:
    (one,) = (page for page in make_channels(1))
    other = replace(one, path=f"pages/recommended/{Path(one.path).name}")
    write_pages(tmp_path, [one, other])
    assert imported(channels, tmp_path).further == 1
    channels.render()
    files = channels.files("old")
    assert files[one.path] != b""
    assert b"(../../README.md" in files[other.path]
    assert one.title in files[other.path].decode()


def test_a_further_page_of_a_rendered_article_is_rendered(
    archive: MemoryMirror, tmp_path: Path
) -> None:
    known = archive.keep("river")
    archive.render()
    url = archive.store.articles.origin(known)[1]
    write_pages(tmp_path, [page("articles/old/1047002.md", url)])
    assert imported(archive, tmp_path).further == 1
    archive.render()
    assert b"River" not in archive.files("old")["articles/old/1047002.md"]
    assert archive.store.paths.subject("old", "articles/old/1047002.md") == known


def test_a_path_that_no_edition_can_have_is_reported(archive: MemoryMirror, tmp_path: Path) -> None:
    write_pages(tmp_path, [page("articles/gazette1/1047001_a\\b.md", RIVER)])
    taken = imported(archive, tmp_path)
    assert taken.new == 1
    assert [one.path for one in taken.moved] == ["articles/gazette1/1047001_a\\b.md"]
    archive.render()
    path = path_of(archive, RIVER)
    assert path == "articles/gazette1/1047000_River-rises.md"


def test_pictures_wait_for_the_next_round(archive: MemoryMirror, tmp_path: Path) -> None:
    write_pages(tmp_path, [page("articles/gazette1/1047001.md", RIVER)])
    assert imported(archive, tmp_path).pictures == 1
    missing = archive.store.pictures.missing("gazette1", NOW)
    assert missing == ((PIER, urls.article_id(RIVER)),)


def test_links_and_other_files_are_left_alone(archive: MemoryMirror, tmp_path: Path) -> None:
    folder, secret = tmp_path / "mirror", tmp_path / "secret"
    write_pages(secret, [page("articles/gazette1/1047001.md", RIVER)])
    write_pages(folder, [page("articles/gazette1/1047002.md", RIVER + "/2")])
    write_pages(folder, [page(".git/articles/gazette1/1047002.md", RIVER + "/3")])
    (folder / "articles/gazette1/1047003.md").symlink_to(secret / "articles/gazette1/1047001.md")
    (folder / "articles/other").symlink_to(secret / "articles/gazette1")
    os.mkfifo(folder / "articles/gazette1/1047004.md")
    (folder / "articles/gazette1/notes.txt").write_text("notes")
    (folder / "articles/gazette1/1047005.md").write_bytes(b" " * (9 << 20))
    taken = imported(archive, folder)
    assert taken.new == archive.store.articles.count() == 1
    assert {one.path[-10:]: one.error.partition(";")[0] for one in taken.failed} == {
        "1047003.md": "it is a link or another special file, or cannot be read",
        "1047004.md": "it is a link or another special file, or cannot be read",
        "1047005.md": "the page has 8388609 bytes",
    }


def test_a_name_that_is_not_utf_8_fails_alone(archive: MemoryMirror, tmp_path: Path) -> None:
    write_pages(tmp_path, [page("articles/gazette1/1047002.md", RIVER)])
    odd = os.fsencode(tmp_path / "articles/gazette1") + b"/1047003_\xff.md"
    os.close(os.open(odd, os.O_CREAT))
    taken = imported(archive, tmp_path)
    assert taken.new == 1
    assert [one.path for one in taken.failed] == ["articles/gazette1/1047003_\ufffd.md"]


def test_a_folder_that_cannot_be_read_is_listed(archive: MemoryMirror, tmp_path: Path) -> None:
    odd = page("articles/a\\b/1047001.md", RIVER + "/odd")
    write_pages(tmp_path, [page("articles/gazette1/1047002.md", RIVER), odd])
    taken = imported(archive, tmp_path)
    assert (taken.pages, taken.new) == (1, 1)
    assert [one.path for one in taken.failed] == ["articles/a\\b"]


def test_an_article_without_a_language_has_that_of_its_source(tmp_path: Path) -> None:
    source = Source(name="gazette1", title="Gazette", language="sv")
    text = f"[Älv]({RIVER})\n------\n\n<p>{'12 345, 678. ' * 20}</p>".encode()
    write_pages(tmp_path, [replace(page("articles/gazette1/1047002.md", RIVER), content=text)])
    with closing(mirror_of(ARCHIVE, sources=(source,))) as mirror:
        assert imported(mirror, tmp_path).new == 1
        assert mirror.store.articles.summary(urls.article_id(RIVER)).language == "sv"


def test_a_folder_without_pages_is_refused(archive: MemoryMirror, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Nothing")
    with pytest.raises(RunError, match="holds no pages of an existing mirror"):
        imported(archive, tmp_path)
    with pytest.raises(RunError, match="cannot be read"):
        imported(archive, tmp_path / "none")


def test_without_a_date_the_time_of_the_file_counts(archive: MemoryMirror, tmp_path: Path) -> None:
    write_pages(tmp_path, [page("articles/gazette1/1047001.md", RIVER)])
    before = datetime(2029, 3, 4, 5, 6, 7, tzinfo=UTC)
    os.utime(tmp_path / "articles/gazette1/1047001.md", (0, before.timestamp()))
    imported(archive, tmp_path)
    assert archive.store.articles.published(urls.article_id(RIVER)) == before


def test_a_file_of_the_future_counts_as_new(archive: MemoryMirror, tmp_path: Path) -> None:
    write_pages(tmp_path, [page("articles/gazette1/1047001.md", RIVER)])
    ahead = (NOW + timedelta(days=900)).timestamp()
    os.utime(tmp_path / "articles/gazette1/1047001.md", (ahead, ahead))
    imported(archive, tmp_path)
    assert archive.store.articles.published(urls.article_id(RIVER)) == NOW


# Which edition, which source


def test_the_edition_of_the_layout_is_chosen() -> None:
    other = replace(CHANNELS, name="other")
    both = replace(SETTINGS, editions=(CHANNELS, other))
    assert edition_of(replace(SETTINGS, editions=(ARCHIVE, other)), "channels", None) == other
    assert edition_of(both, "channels", "other") == other
    with pytest.raises(RunError, match="choose --edition, one of old, other"):
        edition_of(both, "channels", None)
    with pytest.raises(RunError, match="'web' is not an edition of layout channels"):
        edition_of(both, "channels", "web")
    with pytest.raises(RunError, match='layout = "archive"'):
        edition_of(both, "archive", None)


SEVERAL = replace(
    SETTINGS,
    sources=(
        Source(name="coast", title="Coast", url="https://coast.example/feed"),
        Source(name="hills", title="Hills", url="https://feeds.hills.example/all"),
        Source(name="valley", title="Valley", url="https://valley.example/feed"),
    ),
    channels=(
        Channel(name="prog7", title="新闻", sources=("coast", "hills")),
        Channel(name="valley", title="Valley", sources=("valley",)),
    ),
)


@pytest.mark.parametrize(
    ("layout", "folder", "url", "name"),
    [
        ("channels", "prog7", "https://www.hills.example/a", "hills"),
        ("channels", "新闻", "https://coast.example/a", "coast"),
        ("channels", "prog7", "https://elsewhere.example/a", "coast"),
        ("channels", "valley", "https://elsewhere.example/a", "valley"),
        ("channels", "prog8", "https://coast.example/a", "prog8"),
        ("channels", "recommended", "https://coast.example/a", PICKS),
        ("archive", "Valley", "https://elsewhere.example/a", "valley"),
        ("archive", "Hills", "https://elsewhere.example/a", "hills"),
        ("archive", "prog7", "https://hills.example/a", "hills"),
        ("archive", "BBC", "https://coast.example/a", "bbc"),
        ("archive", "海港", "https://coast.example/a", PICKS),
        ("archive", "con", "https://coast.example/a", PICKS),
        ("archive", "..", "https://coast.example/a", PICKS),
    ],
)
def test_the_source_of_a_page(layout: str, folder: str, url: str, name: str) -> None:
    assert source_of(SEVERAL, layout, folder, url).name == name  # type: ignore[arg-type]
