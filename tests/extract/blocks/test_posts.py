"""What posts from elsewhere say stays with the articles that show them."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.make import blocks_of
from mirrorpress.extract.page.measure import measure
from mirrorpress.model.blocks import Block, Embed, Paragraph, Quote
from mirrorpress.model.plain import inline_text
from trees import first, tree_of

X = "https://x.com/ada/status/12"
SIGNED = f"&mdash; Ada Stone (@ada) <a href={X}>4 May 2031</a>"


def read(markup: str) -> tuple[Block, ...]:
    root = tree_of(f"<main>{markup}</main>")
    measure(root, 1.0)
    return blocks_of(first(root, "main").children, "https://a.example/")


def words(quote: Quote) -> list[str]:
    return [inline_text(each.children) for each in quote.children if isinstance(each, Paragraph)]


@pytest.mark.parametrize(
    ("post", "lines", "credit"),
    [
        (
            "<blockquote class=twitter-tweet><p>The quay is closed.<br><br>Stay away. "
            f"<a href=https://t.co/x>pic.twitter.com/abc</a></p>{SIGNED}</blockquote>",
            ["The quay is closed.\n\nStay away."],
            "Ada Stone (@ada) 4 May 2031",
        ),
        (
            f"<blockquote class=twitter-tweet><p>One.</p><p>Two.</p><p>{SIGNED}</p></blockquote>",
            ["One.", "Two."],
            "Ada Stone (@ada) 4 May 2031",
        ),
        (
            f"<blockquote><p>The quay is closed.</p>{SIGNED}</blockquote>",
            ["The quay is closed."],
            "Ada Stone (@ada) 4 May 2031",
        ),
        (
            "<blockquote class=bluesky-embed><p>The quay is closed.<br><br>"
            "<a href=https://bsky.app/profile/a/post/1>[image or embed]</a></p>&mdash; Ada Stone "
            "(<a href=https://bsky.app/profile/a>@ada.example</a>) "
            "<a href=https://bsky.app/profile/a/post/1>4 May 2031 at 10:00</a></blockquote>",
            ["The quay is closed."],
            "Ada Stone (@ada.example) 4 May 2031 at 10:00",
        ),
        (
            "<div class=fb-post data-href=https://www.facebook.com/quay/posts/1><blockquote>"
            "<p>The quay is closed.</p>Posted by <a href=https://facebook.com/quay>Quay</a> on "
            "<a href=https://facebook.com/quay/posts/1>4 May 2031</a></blockquote></div>",
            ["The quay is closed."],
            "Posted by Quay on 4 May 2031",
        ),
        (
            "<blockquote class=tiktok-embed cite=https://www.tiktok.com/@quay/video/1><section>"
            "<a href=https://www.tiktok.com/@quay>@quay</a><p>The quay is closed. "
            "<a href=https://www.tiktok.com/tag/quay>#quay</a></p>"
            "<a href=https://www.tiktok.com/music/1>original sound</a></section></blockquote>",
            ["The quay is closed. #quay"],
            "@quay",
        ),
    ],
    ids=["twitter", "paragraphs", "bare", "bluesky", "facebook", "tiktok"],
)
def test_words_of_a_post_are_a_quotation_that_ends_in_it(
    post: str, lines: list[str], credit: str
) -> None:
    (quote,) = read(post)
    assert isinstance(quote, Quote)
    assert words(quote) == [*lines, f"— {credit}"]
    assert isinstance(quote.children[-1], Embed)
    assert quote.children[-1].kind == "post"


def test_the_address_of_a_post_does_not_tell_who_sent_the_reader() -> None:
    signed = SIGNED.replace(X, f"{X}?ref_src=twsrc%5Etfw")
    (quote,) = read(f"<blockquote class=twitter-tweet><p>The quay.</p>{signed}</blockquote>")
    assert isinstance(quote, Quote)
    assert isinstance(post := quote.children[-1], Embed)
    assert post.url == X


@pytest.mark.parametrize(
    "post",
    [
        "<blockquote class=instagram-media data-instgrm-permalink=https://www.instagram.com/p/A/>"
        "<p>A post shared by <a href=https://www.instagram.com/quay/>Quay</a></p></blockquote>",
        "<blockquote class=text-post-media><p><a href=https://www.threads.net/@a/post/B>View on "
        "Threads</a></p></blockquote>",
        f"<blockquote class=twitter-tweet><a href={X}>4 May 2031</a></blockquote>",
        f"<blockquote class=twitter-tweet><p>{'The quay. ' * 500}</p><a href={X}>4 May</a>"
        "</blockquote>",
        f"<blockquote class=twitter-tweet><p><a href=https://t.co/x>pic.twitter.com/abc</a> "
        f"</p>{SIGNED}</blockquote>",
    ],
    ids=["instagram", "link", "no words", "too long", "a picture"],
)
def test_a_post_without_words_stands_alone(post: str) -> None:
    (embed,) = read(post)
    assert isinstance(embed, Embed)


def test_a_film_with_text_in_it_is_no_post() -> None:
    (embed,) = read("<video src=v.mp4><p>Your browser shows no films.</p></video>")
    assert isinstance(embed, Embed)


def test_an_address_is_nobody_who_posted_it() -> None:
    (quote,) = read(
        "<blockquote class=telegram-post><p>The quay is closed.</p>"
        "<a href=https://t.me/quay/1>t.me/quay/1</a></blockquote>"
    )
    assert isinstance(quote, Quote)
    assert words(quote) == ["The quay is closed."]
