"""Articles over several pages: in order, without what each page repeats."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mirrorpress.extract.join import join
from mirrorpress.model import Article, Block, Image
from mirrorpress.model.blocks import (
    Cell,
    CodeBlock,
    Embed,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Rule,
    Table,
    Text,
)

LONG = "The keeper lit the lamp before the rain came in from the sea."


def p(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def video(url: str) -> Embed:
    return Embed(kind="video", provider="vimeo.com", url=url)


def picture(url: str, alt: str = "") -> Figure:
    return Figure((Image(url=url, alt=alt),))


def joined(*parts: tuple[Block, ...]) -> tuple[Block, ...]:
    return join([Article(title="Ferry", blocks=blocks) for blocks in parts]).blocks


@pytest.mark.parametrize(
    "block",
    [
        p(LONG),
        p("港务处说，开往马林岛的夜班渡轮下周一起恢复，每晚一班。"),
        p("قالت إدارة الميناء إن العبّارة الليلية ستعود"),
        Heading(2, (Text(LONG),)),
        Quote((p(LONG),)),
        ListBlock(False, (ListItem((p(LONG),)),)),
        Table((Row((Cell((Text(LONG),)),)),)),
        CodeBlock(LONG),
        picture("https://a.example/quay.jpg"),
        video("https://vimeo.com/1234567"),
    ],
)
def test_what_a_later_page_repeats_is_dropped(block: Block) -> None:
    parts = joined((block, p("one")), (block, p("two")), (block, p("three")))
    assert parts == (block, p("one"), p("two"), p("three"))


@pytest.mark.parametrize("block", [p("* * *"), p("No."), Rule(), Heading(2, (Text("Marrin"),))])
def test_short_lines_may_stand_on_every_page(block: Block) -> None:
    assert joined((p("one"), block), (p("two"), block)) == (p("one"), block, p("two"), block)


def test_the_bound_of_a_short_line() -> None:
    assert joined((p("x" * 19),), (p("x" * 19),)) == (p("x" * 19), p("x" * 19))
    assert joined((p("x" * 20),), (p("x" * 20),)) == (p("x" * 20),)


def test_white_space_does_not_matter_and_every_letter_does() -> None:
    assert joined((p(LONG),), (p(LONG.replace(" ", " \n")),)) == (p(LONG),)
    assert joined((p(LONG),), (p(LONG + "!"),)) == (p(LONG), p(LONG + "!"))


def test_what_one_page_says_twice_is_kept() -> None:
    assert joined((p(LONG), p(LONG)), (p("two"),)) == (p(LONG), p(LONG), p("two"))
    assert joined((p("one"),), (p(LONG), p(LONG))) == (p("one"), p(LONG), p(LONG))


def test_renditions_of_a_picture_are_one_with_what_either_says() -> None:
    blocks = joined(
        (picture("https://a.example/quay.jpg"),),
        (picture("https://a.example/quay-800x600.jpg", "The quay"),),
    )
    assert blocks == (picture("https://a.example/quay.jpg", "The quay"),)


def test_different_players_are_all_kept() -> None:
    first, second = video("https://vimeo.com/1234567"), video("https://vimeo.com/7654321")
    assert joined((first,), (second,)) == (first, second)


def test_everything_but_the_blocks_is_of_the_first_part() -> None:
    first = Article(
        title="Ferry",
        blocks=(p("one"),),
        url="https://a.example/x",
        bylines=("Anna Kern",),
        published=datetime(2031, 5, 4, tzinfo=UTC),
        next_page="https://a.example/x?page=2",
    )
    second = Article(
        title="Page 2", blocks=(p("two"),), url="https://a.example/x?page=2", bylines=("Bo Li",)
    )
    found = join([first, second])
    assert found.next_page is None
    assert (found.title, found.url, found.bylines) == ("Ferry", first.url, ("Anna Kern",))
    assert found.published == first.published
    assert found.blocks == (p("one"), p("two"))


def test_no_part_and_empty_parts() -> None:
    with pytest.raises(ValueError, match="no part"):
        join([])
    assert joined((), ()) == ()
    assert joined((p("one"),)) == (p("one"),)
