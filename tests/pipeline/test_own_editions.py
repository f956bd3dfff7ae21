"""Taking over a copy of our own edition: articles, pictures and paths come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from mirrorpress import urls
from mirrorpress.images.encode import encode_image
from mirrorpress.model import Edition
from mirrorpress.model.walk import images
from mirrorpress.render.channels.layout import Channels
from mirrorpress.render.channels.options import ChannelsOptions
from pipeline.memory_mirror import NOON, MemoryMirror
from pipeline.test_take_over import imported, mirror_of
from publish.places import write_files
from store.samples import revision

LAYOUTS = ("almanac", "archive", "channels")
QUAY, PIER = "https://gazette.example/quay.jpg", "https://gazette.example/pier.jpg"


def photograph(red: int = 90) -> bytes:
    out = BytesIO()
    Image.new("RGB", (320, 200), (red, 120, 150)).save(out, "PNG")
    return out.getvalue()


@pytest.fixture(params=LAYOUTS)
def edition(request: pytest.FixtureRequest) -> Edition:
    return Edition(name="old", format="markdown", layout=request.param)


@pytest.fixture
def first(edition: Edition) -> Iterator[MemoryMirror]:
    """A mirror with three articles, one of them withdrawn and one with a picture."""
    mirror = mirror_of(edition)
    tide = mirror.keep("tide", source="gazette1", pictures=(QUAY,), text="It came in.\nIt left.")
    mirror.store.pictures.keep(QUAY, encode_image(photograph()), source="gazette1", article=tide)
    mirror.keep("ice", source="gazette1", hours=3, title="Ice & <b>fire</b> \\* [on](the) bay")
    gone = mirror.keep("fog", source="tidepost", hours=90, text="Nobody saw the pier.")
    mirror.store.articles.withdraw(gone, NOON + timedelta(days=5))
    mirror.render()
    yield mirror
    mirror.close()


@pytest.fixture
def second(edition: Edition) -> Iterator[MemoryMirror]:
    mirror = mirror_of(edition)
    yield mirror
    mirror.close()


def copied(mirror: MemoryMirror, folder: Path) -> Path:
    write_files(folder, mirror.files("old"))
    return folder


def paths(mirror: MemoryMirror) -> dict[str, str | None]:
    ids = mirror.store.articles.changed_since(0)
    return {one: mirror.store.paths.of("old", one) for one in ids}


def test_an_edition_gives_its_articles_back(
    first: MemoryMirror, second: MemoryMirror, tmp_path: Path
) -> None:
    taken = imported(second, copied(first, tmp_path))
    assert (taken.articles, taken.new, taken.pages) == (3, 3, 3)
    assert (taken.failed, taken.lost, taken.copied, taken.pictures) == ([], [], 1, 0)
    assert paths(second) == paths(first)
    for one in paths(first):
        before, after = first.store.articles.revision(one), second.store.articles.revision(one)
        assert (after.url, after.source) == (before.url, before.source)
        assert after.published == before.published
        assert after.article.title == before.article.title
        assert (after.withdrawn is None) == (before.withdrawn is None)


def test_its_pages_are_rendered_as_they_were(
    first: MemoryMirror, second: MemoryMirror, tmp_path: Path
) -> None:
    before = {path: text for path, text in first.pages("old").items() if path.endswith(".md")}
    imported(second, copied(first, tmp_path))
    second.render()
    after = second.pages("old")
    tide = paths(first)[urls.article_id(revision("tide").url)]
    assert {path for path in before if after.get(path) != before[path]} <= {tide}
    picture = next(path for path in after if path.startswith("pictures/"))  # encoded again
    assert tide is not None
    assert Path(picture).name.encode() in after[tide]


def test_an_article_of_later_days_gets_a_path_of_its_own(
    first: MemoryMirror, second: MemoryMirror, tmp_path: Path
) -> None:
    imported(second, copied(first, tmp_path))
    new = second.keep("thaw", source="gazette1", hours=4)
    second.render()
    path = second.store.paths.of("old", new)
    assert path is not None
    assert path not in paths(first).values()


@pytest.mark.parametrize("content", [None, b"RIFF0000WEBPVP8 ", b"<svg/>"])
def test_a_picture_that_cannot_be_read_fails_alone(
    first: MemoryMirror, second: MemoryMirror, tmp_path: Path, content: bytes | None
) -> None:
    copied(first, tmp_path)
    (picture,) = tmp_path.glob("pictures/**/*.webp")
    picture.unlink()
    if content is not None:
        picture.write_bytes(content)
    taken = imported(second, tmp_path)
    assert (taken.articles, taken.copied, len(taken.lost)) == (3, 0, 1)
    assert picture.name in taken.lost[0].error
    second.render()
    assert not [path for path in second.files("old") if path.startswith("pictures/")]


def test_a_mirror_of_text_takes_no_pictures(first: MemoryMirror, tmp_path: Path) -> None:
    settings = first.components.settings
    second = mirror_of(settings.editions[0], pictures=replace(settings.pictures, keep=False))
    taken = imported(second, copied(first, tmp_path))
    assert (taken.articles, taken.copied, taken.lost) == (3, 0, [])
    second.close()


def test_pictures_of_two_mirrors_with_one_name_stay_apart(
    first: MemoryMirror, second: MemoryMirror, tmp_path: Path
) -> None:
    """Whoever made a copy chose what is in its files."""
    imported(second, copied(first, tmp_path / "one"))
    copied(first, tmp_path / "two")
    (picture,) = (tmp_path / "two").glob("pictures/**/*.webp")
    picture.write_bytes(encode_image(photograph(200)).content)
    third = mirror_of(first.components.settings.editions[0])
    imported(third, tmp_path / "two")
    tide = urls.article_id(revision("tide").url)
    (one,), (two,) = (
        images(mirror.store.articles.revision(tide).article) for mirror in (second, third)
    )
    assert one.url != two.url
    third.close()


def test_a_note_of_an_article_that_is_no_longer_kept_is_no_failure(tmp_path: Path) -> None:
    edition = Edition(name="old", format="markdown", layout="channels")
    first, second = mirror_of(edition), mirror_of(edition)
    layout = Channels(ChannelsOptions(keep=1), {})
    first.components = replace(first.components, layouts={"old": layout})
    first.keep("tide", source="gazette1", text="It came in.")
    first.keep("fog", source="gazette1", hours=90, text="Nobody saw the pier.")
    first.render()
    taken = imported(second, copied(first, tmp_path))
    assert (taken.pages, taken.articles, taken.notes, taken.failed) == (2, 1, 1, [])
    first.close()
    second.close()
