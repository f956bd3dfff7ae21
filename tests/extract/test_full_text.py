"""Texts that an outlet gives beside its page: what is taken from them, and when nothing is."""

import pytest

from mirrorpress.errors import EmptyShell, NotAnArticle
from mirrorpress.extract import extract
from mirrorpress.extract.blocks.trim import Known
from mirrorpress.extract.full_text import line_blocks, text_blocks, with_full_text
from mirrorpress.model import FeedEntry, Image
from mirrorpress.model.blocks import Block, Figure, Heading, Paragraph, Text
from mirrorpress.model.plain import block_text, plain_text

NOBODY = Known(titles=())
FERRY = [
    f"{who} told the harbour board of Lindesund on Monday that the ferry to {where} will not sail "
    f"before the {what} has been replaced, and that nobody can say yet what this will cost the "
    f"islands, which have no other way to bring in {goods} for the {count} people who live there."
    for who, where, what, goods, count in (
        ("The pilot", "Outer Holm", "bow door", "flour", "400"),
        ("A fisherman", "Grey Holm", "second engine", "medicine", "90"),
        ("The insurer", "Long Skerry", "radar", "fuel", "1,200"),
        ("The mayor", "Little Skerry", "rudder", "mail", "35"),
        ("An engineer", "Saltholm", "gangway", "feed", "710"),
        ("The bishop", "Churchholm", "winch", "candles", "62"),
    )
]


def paragraphs(texts: list[str]) -> tuple[Block, ...]:
    return tuple(Paragraph((Text(text),)) for text in texts)


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block_text(block) for block in blocks]


def page(shown: list[str], script: str = "", title: str = "The ferry stays in port") -> str:
    lines = "".join(f"<p>{text}</p>" for text in shown)
    return (
        f"<html><head><title>{title}</title>{script}</head><body><article><h1>{title}</h1>{lines}"
        "</article></body></html>"
    )


def data(body: str, more: str = "") -> str:
    lines = body.replace("\n", "\\n")
    return (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The ferry stays '
        f'in port", {more} "articleBody": "{lines}"}}</script>'
    )


def test_the_end_that_a_page_keeps_back_is_added() -> None:
    assert texts(with_full_text(paragraphs(FERRY[:3]), paragraphs(FERRY))) == FERRY


def test_what_is_missing_is_put_where_it_belongs() -> None:
    shown = paragraphs([FERRY[0], *FERRY[3:]])
    assert texts(with_full_text(shown, paragraphs(FERRY))) == FERRY
    assert texts(with_full_text(paragraphs(FERRY[2:]), paragraphs(FERRY))) == FERRY


def test_headings_and_pictures_of_the_page_stay_in_their_places() -> None:
    picture = Figure((Image(url="https://lindesund.example/ferry.jpg"),))
    heading = Heading(2, (Text("What the islands need"),))
    shown = (picture, *paragraphs(FERRY[:2]), heading, *paragraphs(FERRY[2:4]))
    assert with_full_text(shown, paragraphs(FERRY)) == (*shown, *paragraphs(FERRY[4:]))


@pytest.mark.parametrize(
    "full",
    [
        [*FERRY, "Follow us for more news of the islands."],
        FERRY[:4],
        [text.replace("ferry", "mail boat").replace("harbour", "county") for text in FERRY[3:]] * 2,
    ],
    ids=["a line more", "less", "another article"],
)
def test_a_full_text_that_is_none_changes_nothing(full: list[str]) -> None:
    shown = paragraphs(FERRY)
    assert with_full_text(shown, paragraphs(full)) == shown


def test_captions_of_the_page_are_not_missing_from_its_text() -> None:
    caption = (Text(f"{FERRY[4]} {FERRY[5]}"),)
    picture = Figure((Image(url="https://lindesund.example/ferry.jpg", caption=caption),))
    shown = (picture, *paragraphs(FERRY[:4]))
    assert with_full_text(shown, paragraphs(FERRY)) == shown


def test_a_text_in_one_line_is_cut_into_paragraphs_at_ends_of_sentences() -> None:
    found = texts(line_blocks(" ".join(FERRY), NOBODY))
    assert " ".join(found) == " ".join(FERRY)
    assert len(found) == 2
    assert all(text.endswith(".") for text in found)


def test_a_long_line_without_sentences_is_one_paragraph() -> None:
    assert len(line_blocks("word " * 1000, NOBODY)) == 1


def test_markup_and_addresses_alone_are_no_text() -> None:
    markup = "".join(f"<p>{text}</p>" for text in FERRY)
    assert texts(text_blocks(markup, None, NOBODY)) == FERRY
    lines = "\n".join(["https://lindesund.example/ferry.jpg", *FERRY])
    assert texts(text_blocks(lines, None, NOBODY)) == FERRY


def test_a_page_without_text_has_that_of_its_feed() -> None:
    shell = f'<html><body><div id="root"></div><script>{"x=1;" * 900}</script></body></html>'
    with pytest.raises(EmptyShell):
        extract(shell, "https://lindesund.example/ferry")
    markup = "".join(f"<p>{text}</p>" for text in FERRY)
    entry = FeedEntry(title="The ferry stays in port", authors=("Ada Holm",), content_html=markup)
    article = extract(shell, "https://lindesund.example/ferry", entry=entry)
    assert plain_text(article) == "\n".join(FERRY)
    assert (article.title, article.bylines) == (entry.title, entry.authors)


def test_a_summary_in_the_feed_is_no_text_for_a_page_without() -> None:
    with pytest.raises(NotAnArticle):
        extract("<html><body></body></html>", entry=FeedEntry(title="A", content=FERRY[0]))


def test_an_error_page_is_refused_whatever_the_feed_says() -> None:
    gone = page(["The page that you asked for is not there."], title="404 Not Found")
    with pytest.raises(NotAnArticle):
        extract(gone, entry=FeedEntry(title="The ferry", content="\n".join(FERRY)))


def test_the_data_of_a_page_complete_it_unless_readers_pay_for_them() -> None:
    free = extract(page(FERRY[:3], data("\n".join(FERRY))))
    assert plain_text(free) == "\n".join(FERRY)
    paid = extract(page(FERRY[:3], data("\n".join(FERRY), '"isAccessibleForFree": "False",')))
    assert plain_text(paid) == "\n".join(FERRY[:3])
