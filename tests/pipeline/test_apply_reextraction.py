"""Corrections are stored over what was read before, and are no change by the outlet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mirrorpress.errors import InternalError
from mirrorpress.model import Article, Image
from mirrorpress.model.blocks import Figure, Paragraph, Text
from mirrorpress.model.walk import images
from mirrorpress.pipeline import decide
from mirrorpress.pipeline.apply_reextraction import (
    Correction,
    CorrectionWriter,
    former_addresses,
)
from mirrorpress.pipeline.image_fetcher import MAX_PICTURES
from pipeline.memory_mirror import MemoryMirror
from store.samples import NOON, id_of

PIER = "https://gazette.example/pier.jpg?token=1"
PIER_AGAIN = "https://cdn.gazette.example/pier.jpg?token=2"
BOAT = "https://gazette.example/boat.jpg"


def article_with(*pictures: str) -> Article:
    return Article(title="Ferry", blocks=tuple(Figure((Image(url=url),)) for url in pictures))


def correct(mirror: MemoryMirror, article_id: str, **changes: object) -> None:
    """Correct an article; none may fail."""
    before = mirror.store.articles.revision(article_id)
    after = replace(before.article, **changes)  # type: ignore[arg-type]
    one = Correction(before=before, after=after, published=before.published)
    assert CorrectionWriter(mirror.store, mirror.components.settings).keep([one]) == {}


@pytest.mark.parametrize(
    ("before", "after", "former"),
    [
        ((PIER,), (PIER_AGAIN, BOAT), {PIER_AGAIN: PIER}),
        ((PIER,), (PIER,), {PIER: PIER}),
        ((BOAT,), (PIER,), {}),
        (("https://a.example/i?id=1",), ("https://a.example/i?id=1", "https://a.example/i"), {}),
        (("https://a.example/i?id=1", "https://a.example/i?id=2"), ("https://a.example/i",), {}),
    ],
)
def test_former_addresses(
    before: tuple[str, ...], after: tuple[str, ...], former: dict[str, str]
) -> None:
    assert former_addresses(article_with(*before), article_with(*after)) == former


def test_the_next_rendering_shows_it_as_the_same_revision(mirror: MemoryMirror) -> None:
    article_id = mirror.keep("ferry", title="Menu")
    mirror.render()
    before = mirror.store.articles.revision(article_id)
    correct(mirror, article_id, title="The ferry sails", subtitle="At dawn")
    kept = mirror.store.articles.revision(article_id)
    article = replace(before.article, title="The ferry sails", subtitle="At dawn")
    assert kept == replace(before, article=article)
    known = mirror.store.articles.known(article_id)
    assert known is not None
    assert (known.revision, known.sha256) == (1, decide.fingerprint(kept.article))
    assert mirror.render() > 0
    pages = b"".join(mirror.pages().values())
    assert (b"The ferry sails" in pages, b"Menu" in pages) == (True, False)


def test_lists_show_the_first_sentences_of_the_corrected_text(mirror: MemoryMirror) -> None:
    article_id = mirror.keep("ferry")
    correct(mirror, article_id, blocks=(Paragraph((Text("It sailed."),)),))
    assert mirror.store.articles.summary(article_id).teaser == "It sailed."


def test_a_withdrawn_article_stays_withdrawn(mirror: MemoryMirror) -> None:
    article_id = mirror.keep("ferry")
    mirror.store.articles.withdraw(article_id, NOON)
    correct(mirror, article_id, title="The ferry sails")
    assert mirror.store.articles.revision(article_id).withdrawn == NOON


def test_another_date_is_shown_and_lists_stay(mirror: MemoryMirror) -> None:
    article_id = mirror.keep("ferry")
    before = mirror.store.articles.revision(article_id)
    earlier = NOON - timedelta(days=2)
    after = replace(before.article, published=earlier)
    one = Correction(before=before, after=after, published=earlier)
    CorrectionWriter(mirror.store, mirror.components.settings).keep([one])
    assert mirror.store.articles.revision(article_id).published == earlier
    assert mirror.store.articles.summary(article_id).published == NOON


def test_the_next_round_fetches_new_pictures(mirror: MemoryMirror) -> None:
    article_id = mirror.keep("ferry", pictures=(PIER,))
    mirror.had(PIER, article_id)
    correct(mirror, article_id, blocks=article_with(PIER_AGAIN, BOAT, "urn:x").blocks)
    kept = mirror.store.articles.revision(article_id).article
    assert [image.url for image in images(kept)] == [PIER, BOAT, "urn:x"]
    assert mirror.store.pictures.missing("gazette", NOON) == ((BOAT, article_id),)
    change = mirror.store.changes.current()
    mirror.had(BOAT, article_id)
    assert mirror.store.articles.changed_since(change) == (article_id,)


def test_a_picture_that_is_not_in_the_store_has_its_new_address(mirror: MemoryMirror) -> None:
    article_id = mirror.keep("ferry", pictures=(PIER,))
    correct(mirror, article_id, blocks=article_with(PIER_AGAIN).blocks)
    assert mirror.store.pictures.missing("gazette", NOON) == ((PIER_AGAIN, article_id),)


def test_no_more_pictures_than_a_round_fetches(mirror: MemoryMirror) -> None:
    article_id = mirror.keep("ferry")
    many = article_with(*(f"{BOAT}/{number}" for number in range(MAX_PICTURES + 1)))
    correct(mirror, article_id, blocks=many.blocks)
    assert mirror.store.pictures.missing_count("gazette") == MAX_PICTURES


def test_a_mirror_without_pictures_awaits_none(mirror: MemoryMirror) -> None:
    mirror.change(pictures=replace(mirror.components.settings.pictures, keep=False))
    article_id = mirror.keep("ferry")
    correct(mirror, article_id, blocks=article_with(BOAT).blocks)
    assert mirror.store.pictures.missing_count("gazette") == 0


def test_one_that_fails_leaves_nothing_and_the_others_are_stored(mirror: MemoryMirror) -> None:
    ids = [mirror.keep(name) for name in ("ferry", "geese")]
    first, second = (
        Correction(before=before, after=replace(before.article, title="X"), published=NOON)
        for before in map(mirror.store.articles.revision, ids)
    )
    outdated = replace(first, before=replace(first.before, number=7))
    writer = CorrectionWriter(mirror.store, mirror.components.settings)
    failed = writer.keep([outdated, second])
    assert list(failed) == [id_of("ferry")]
    assert isinstance(failed[id_of("ferry")], InternalError)
    titles = [mirror.store.articles.summary(article_id).title for article_id in ids]
    assert titles == ["About ferry", "X"]


def test_a_batch_that_is_interrupted_leaves_nothing(mirror: MemoryMirror) -> None:
    ids = [mirror.keep(name) for name in ("ferry", "geese")]
    corrections = [
        Correction(before=before, after=article_with(BOAT), published=NOON)
        for before in map(mirror.store.articles.revision, ids)
    ]
    change = mirror.store.changes.current()

    class Interrupted(CorrectionWriter):
        def _await_pictures(self, before: object, article: Article) -> None:
            if before is corrections[1].before:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Interrupted(mirror.store, mirror.components.settings).keep(corrections)
    assert mirror.store.changes.current() == change
    assert mirror.store.articles.summary(ids[0]).title == "About ferry"
