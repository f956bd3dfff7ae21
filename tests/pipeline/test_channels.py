"""Layout `channels` in a mirror: what is kept, what gets a code, and how few files change."""

from __future__ import annotations

import posixpath
import re
from typing import cast
from urllib.parse import unquote

import pytest

from mirrorpress.pipeline.quarantine import hold_article
from mirrorpress.progress import Summary
from mirrorpress.render.channels.layout import Channels
from pipeline.memory_mirror import MemoryMirror, Plain
from render import samples
from store.samples import id_of

PIER = "https://gazette.example/pier.jpg"
NONE = {"picks.csv": "", "sticky.csv": "", "links.csv": ""}


def render(mirror: MemoryMirror, files: dict[str, str] | None = None, **options: object) -> int:
    layout = samples.channels(files or NONE, **options)
    layout.version += repr(options)  # as an edition's options are part of its fingerprint
    return mirror.render(cast(Plain, layout))


def page(mirror: MemoryMirror, name: str) -> str:
    path = mirror.store.paths.of("web", id_of(name))
    assert path is not None
    return mirror.pages()[path].decode("utf-8")


def is_kept(mirror: MemoryMirror, name: str) -> bool:
    return "不在这里保存" not in page(mirror, name) and "no longer kept" not in page(mirror, name)


def dead_links(mirror: MemoryMirror) -> list[str]:
    pages = mirror.pages()
    dead = []
    for path, content in pages.items():
        if path.endswith(".md"):
            for target in re.findall(r"\]\(([^)\s]+)\)", content.decode("utf-8")):
                beside = posixpath.join(posixpath.dirname(path), unquote(target))
                if not re.match(r"[a-z]+:", target) and posixpath.normpath(beside) not in pages:
                    dead.append(f"{path}: {target}")
    return dead


def test_the_newest_of_a_channel_keep_their_pages(mirror: MemoryMirror) -> None:
    oldest = mirror.keep("tide", pictures=(PIER,))
    mirror.had(PIER, oldest)
    mirror.keep("fog", hours=1)
    render(mirror, keep=2)
    assert is_kept(mirror, "tide") and any(path.endswith(".webp") for path in mirror.pages())
    before = set(mirror.pages())
    mirror.keep("rain", hours=2)
    mirror.keep("late", hours=-1)
    mirror.keep("other", source="courier", hours=-9)
    render(mirror, keep=2)
    kept = {name for name in ("tide", "fog", "rain", "late", "other") if is_kept(mirror, name)}
    assert kept == {"fog", "rain", "other"}
    gone = before - set(mirror.pages())
    assert {path.rpartition(".")[2] for path in gone} == {"webp", "png"}, "its picture and its code"
    assert f"pages/gazette/{oldest}.md" in mirror.pages()
    assert f"{oldest}.md" not in mirror.pages()["indexes/gazette.md"].decode("utf-8")
    assert dead_links(mirror) == []


def test_a_page_comes_back_when_more_are_kept(mirror: MemoryMirror) -> None:
    for hours, name in enumerate(("tide", "fog", "rain")):
        mirror.keep(name, hours=hours)
    render(mirror, keep=1)
    assert [is_kept(mirror, name) for name in ("tide", "fog", "rain")] == [False, False, True]
    whole = page(mirror, "rain")
    render(mirror, keep=2)
    assert [is_kept(mirror, name) for name in ("tide", "fog", "rain")] == [False, True, True]
    render(mirror, keep=0)
    assert all(is_kept(mirror, name) for name in ("tide", "fog", "rain"))
    assert page(mirror, "rain") == whole


def test_picked_articles_stay_as_long_as_they_are_picked(mirror: MemoryMirror) -> None:
    mirror.keep("tide")
    mirror.keep("rain", hours=48)
    picked = {**NONE, "picks.csv": f"{mirror.store.articles.origin(id_of('tide'))[1]},Chosen\n"}
    render(mirror, picked, keep=1)
    assert is_kept(mirror, "tide")
    render(mirror, keep=1)
    assert not is_kept(mirror, "tide")
    assert dead_links(mirror) == []


def test_articles_that_are_read_stay(mirror: MemoryMirror) -> None:
    tide = mirror.keep("tide")
    mirror.keep("rain", hours=48)
    with mirror.store.transaction():
        mirror.store.hits.keep({("2031-05-06", tide): 9})
    render(mirror, keep=1)
    assert is_kept(mirror, "tide")


def codes(mirror: MemoryMirror) -> set[str]:
    return {path for path in mirror.pages() if path.endswith(".md.png")} - {"README.md.png"}


def test_the_newest_get_a_code_and_keep_it(mirror: MemoryMirror) -> None:
    for hours, name in enumerate(("tide", "fog", "rain")):
        mirror.keep(name, hours=hours)
    render(mirror, qr=2)
    first = codes(mirror)
    assert first == {f"pages/gazette/{id_of(name)}.md.png" for name in ("fog", "rain")}
    mirror.keep("snow", hours=3)
    mirror.keep("late", hours=-3)
    render(mirror, qr=2)
    assert codes(mirror) == first | {f"pages/gazette/{id_of('snow')}.md.png"}
    assert "README.md.png" in mirror.pages()
    render(mirror, qr=2, share=None)
    assert codes(mirror) == set()


class CutOff(Channels):
    """Fails at the nth article, as a power cut would."""

    left = 0

    def article(self, page, site):  # type: ignore[no-untyped-def]
        self.left -= 1
        if self.left == 0:
            raise KeyboardInterrupt
        return super().article(page, site)


@pytest.mark.parametrize("left", [1, 2, 3])
def test_a_step_that_is_cut_off_ends_with_the_same_pages(mirror: MemoryMirror, left: int) -> None:
    layout = samples.channels(NONE, keep=2, qr=1)
    mirror.keep("tide")
    mirror.keep("fog", hours=1)
    mirror.render(cast(Plain, layout))
    for hours, name in enumerate(("rain", "snow"), 2):
        mirror.keep(name, hours=hours)
    layout.__class__, layout.left = CutOff, left  # type: ignore[attr-defined,assignment]
    with pytest.raises(KeyboardInterrupt):
        mirror.render(cast(Plain, layout))
    mirror.render(cast(Plain, layout))
    kept = [is_kept(mirror, name) for name in ("tide", "fog", "rain", "snow")]
    assert kept == [False, False, True, True]
    assert len(codes(mirror)) == 1


def test_a_held_article_makes_room(mirror: MemoryMirror) -> None:
    for hours, name in enumerate(("tide", "fog", "rain")):
        mirror.keep(name, hours=hours)
    render(mirror, keep=2)
    assert not is_kept(mirror, "tide")
    hold_article(mirror.components, Summary(), id_of("rain"), ValueError("damaged"))
    render(mirror, keep=2)
    assert is_kept(mirror, "tide")


def changed_by_one_more(mirror: MemoryMirror, articles: int, **options: object) -> set[str]:
    with mirror.store.transaction():
        for number in range(articles):
            mirror.keep(f"report-{number}", hours=number / 9, title=f"Report {number}", text="")
    render(mirror, **options)
    editions = mirror.store.editions
    sequence = editions.state("web").sequence
    mirror.keep("one-more", hours=articles, title="One more", text="")
    render(mirror, **options)
    return {one.path for one in editions.changed_since("web", sequence)}


@pytest.mark.parametrize("articles", [20, 150])
def test_one_more_article_changes_a_dozen_files(mirror: MemoryMirror, articles: int) -> None:
    changed = changed_by_one_more(mirror, articles)
    counted = {path for path in changed if not path.endswith(".png")}
    assert len(counted) <= 12, sorted(counted)
    assert f"pages/gazette/{id_of('one-more')}.md.png" in changed
    assert dead_links(mirror) == []


def test_one_more_changes_few_pages_of_a_long_list(
    mirror: MemoryMirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mirrorpress.render.channels.layout.PAGE_SIZE", 10)
    changed = changed_by_one_more(mirror, 120, keep=100)
    indexes = {path for path in changed if re.match(r"indexes/gazette(_\d+)?\.md", path)}
    assert 1 < len(indexes) <= 4, sorted(indexes)  # the first, a new one, its neighbour, the last
    assert dead_links(mirror) == []


def test_one_more_where_the_oldest_goes_changes_one_file_more(mirror: MemoryMirror) -> None:
    changed = changed_by_one_more(mirror, 120, keep=110)
    counted = {path for path in changed if not path.endswith(".png")}
    assert len(counted) <= 13, sorted(counted)
