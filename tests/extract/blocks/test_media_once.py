"""Pictures and embeds that a page shows twice are kept once."""

from __future__ import annotations

import pytest

from extract.written import RUNNING, p, picture
from mirrorpress.extract.blocks.media_once import embed_key, media_once
from mirrorpress.model import Image
from mirrorpress.model.blocks import Block, Embed, Figure, Text


def test_a_picture_stands_once_in_its_first_place_with_what_either_says() -> None:
    first, second = picture("quay.jpg"), picture("quay.jpg", "The quay", "A wall", "Ada Stone")
    kept = media_once([Figure((first,)), p(RUNNING), Figure((second,))])
    assert kept == (Figure((second,)), p(RUNNING))


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (("Old", "a"), ("New", "b"), ("Old", "a")),
        (("Old", "a", "Ada Stone"), ("New", "b", "Bo Li"), ("Old", "a", "Ada Stone")),
        (("Old", "a", "Ada Stone"), ("New", "b"), ("Old", "a", "Ada Stone")),
        (("", "a", "Ada Stone"), ("New", "b", "Bo Li"), ("New", "a", "Ada Stone")),
    ],
)
def test_the_first_caption_wins(
    first: tuple[str, ...], second: tuple[str, ...], kept: tuple[str, ...]
) -> None:
    figures = (Figure((picture("quay.jpg", *said),)) for said in (first, second))
    assert media_once(figures) == (Figure((picture("quay.jpg", *kept),)),)


def test_a_caption_with_a_credit_wins() -> None:
    film = picture("quay.jpg", "How the wall was built", "a")
    photograph = picture("quay.jpg", "The quay in May", "b", "Ada Stone")
    kept = media_once([Figure((film,)), p(RUNNING), Figure((photograph,))])
    said = picture("quay.jpg", "The quay in May", "a", "Ada Stone")
    assert kept == (Figure((said,)), p(RUNNING))


def test_other_pictures_of_a_gallery_stay() -> None:
    gallery = Figure((picture("quay.jpg"), picture("mill.jpg")), (Text("Two places"),))
    kept = media_once([Figure((picture("quay.jpg"),)), gallery])
    assert kept == (
        Figure((picture("quay.jpg"),)),
        Figure((picture("mill.jpg"),), (Text("Two places"),)),
    )


def film(url: str, title: str | None = None, poster: Image | None = None) -> Embed:
    return Embed(kind="video", provider="youtube.com", url=url, title=title, poster=poster)


FIRST = film("https://www.youtube.com/embed/M7lc1UVf-VE?rel=0")
AGAIN = film("https://youtu.be/M7lc1UVf-VE", "The quay", picture("quay.jpg"))
BOTH = film(FIRST.url, "The quay", picture("quay.jpg"))
OTHER = film("https://youtu.be/aaaaaaaaaaa")
PICTURE = Figure((picture("mill.jpg"),))


@pytest.mark.parametrize(
    ("blocks", "kept"),
    [
        ((p(RUNNING), FIRST, AGAIN), (p(RUNNING), BOTH)),
        ((p(RUNNING), FIRST, OTHER, PICTURE, AGAIN), (p(RUNNING), BOTH, OTHER, PICTURE)),
        ((p(RUNNING), FIRST, p("More."), AGAIN), (p(RUNNING), FIRST, p("More."), AGAIN)),
        ((FIRST, p(RUNNING), OTHER, p("More."), AGAIN), (BOTH, p(RUNNING), OTHER, p("More."))),
        ((FIRST, p(RUNNING)), (FIRST, p(RUNNING))),
    ],
    ids=["next", "beside others", "further down", "of the head", "alone"],
)
def test_a_film_beside_itself_or_at_the_head_stands_once(
    blocks: tuple[Block, ...], kept: tuple[Block, ...]
) -> None:
    assert media_once(blocks) == kept


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://t.me/quay/12", "https://t.me/quay/12?embed=1&mode=tme", True),
        ("https://t.me/quay/12", "https://t.me/quay/13", False),
        ("https://x.com/a/status/12?s=20", "https://x.com/a/status/12", True),
        ("https://x.com/a/status/12", "https://x.com/b/status/12", False),
        ("https://b.example/@a/12/embed", "https://b.example/@a/12", True),
        ("https://b.example/post.php?href=a", "https://b.example/post.php?href=b", False),
    ],
)
def test_posts_are_known_by_their_path(first: str, second: str, same: bool) -> None:
    keys = {embed_key(Embed(kind="post", provider="x", url=url)) for url in (first, second)}
    assert (len(keys) == 1) is same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (
            "https://www.youtube.com/watch?list=x&v=M7lc1UVf-VE",
            "https://www.youtube.com/embed/M7lc1UVf-VE",
            True,
        ),
        (
            "https://www.youtube.com/embed/M7lc1UVf-VE",
            "https://www.youtube-nocookie.com/embed/M7lc1UVf-VE",
            False,
        ),
        ("https://www.youtube.com/watch?v=aaaaaaaaaaa", "https://youtu.be/aaaaaaaaaab", False),
        ("https://b.example/player?id=1", "https://b.example/player?id=2", False),
        ("https://b.example/player?id=1#t=5", "https://b.example/player?id=1", True),
    ],
)
def test_players_are_known_by_their_whole_address(first: str, second: str, same: bool) -> None:
    assert (embed_key(film(first)) == embed_key(film(second))) is same


def test_players_at_one_address_differ_by_their_titles() -> None:
    url = "https://b.example/player.html"
    assert embed_key(film(url, "The quay")) != embed_key(film(url, "The mill"))


def test_many_embeds_ahead_of_much_text_take_no_longer_than_their_number() -> None:
    heads = [film(f"https://b.example/{number}") for number in range(20_000)]
    texts = [p(RUNNING)] * 20_000
    assert len(media_once([*heads, *texts, *heads])) == 40_000
