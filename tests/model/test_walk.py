"""The pictures and links of an article, wherever its blocks hold them."""

from __future__ import annotations

from mirrorpress.model import Article, Image
from mirrorpress.model.blocks import (
    Block,
    Embed,
    Emphasis,
    Figure,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Text,
)
from mirrorpress.model.walk import (
    embeds,
    figure_images,
    images,
    link_addresses,
    with_addresses,
)


def image(name: str, alt: str = "") -> Image:
    return Image(url=f"https://img.example/{name}.jpg", alt=alt)


def names(*blocks: Block, lead: Image | None = None) -> list[str]:
    found = images(Article(title="Tide", blocks=blocks, lead=lead))
    return [one.url.rpartition("/")[2].removesuffix(".jpg") for one in found]


def test_pictures_come_in_reading_order() -> None:
    assert names(
        Heading(2, (Text("Pier"),)),
        Figure((image("pier"), image("quay"))),
        Paragraph((Text("It came in."),)),
        Rule(),
        Figure((image("boat"),)),
    ) == ["pier", "quay", "boat"]


def test_pictures_are_found_in_lists_and_quotes_however_deep() -> None:
    inner = Quote((ListBlock(True, (ListItem((Figure((image("gull"),)),)),)),))
    items = (ListItem((Figure((image("pier"),)), inner)), ListItem((Figure((image("quay"),)),)))
    assert names(ListBlock(False, items), Quote((Figure((image("boat"),)),))) == [
        "pier",
        "gull",
        "quay",
        "boat",
    ]


def test_posters_of_embeds_are_pictures() -> None:
    def film(poster: Image | None) -> Embed:
        return Embed(
            kind="video", provider="film.example", url="https://film.example/1", poster=poster
        )

    assert names(film(image("still")), film(None)) == ["still"]


def test_figures_and_embeds_are_found_in_lists_and_quotes() -> None:
    pier, quay = image("pier"), image("quay")
    film = Embed(kind="video", provider="film.example", url="https://film.example/1", poster=pier)
    inner = Quote((ListBlock(False, (ListItem((Figure((quay,)), film)),)),))
    blocks = (Figure((pier, quay)), inner, Paragraph((Text("It came in."),)), film)
    assert figure_images(blocks) == (pier, quay, quay)  # as often as shown, no posters
    assert embeds(blocks) == (film, film)


def test_one_address_counts_once_as_it_was_first_shown() -> None:
    article = Article(
        title="Tide", blocks=(Figure((image("pier", "The pier"), image("pier", "Again"))),)
    )
    assert images(article) == (image("pier", "The pier"),)


def test_a_lead_that_no_block_shows_is_not_part_of_the_text() -> None:
    assert names(Paragraph((Text("It came in."),)), lead=image("pier")) == []
    assert images(Article(title="Tide", blocks=())) == ()


def link(name: str) -> Link:
    return Link(f"https://a.example/{name}", (Text("here"),))


def test_links_of_text_come_in_reading_order_each_once() -> None:
    blocks = (
        Paragraph((Text("See "), link("one"), Emphasis((link("two"),)), link("one"))),
        Heading(2, (link("three"),)),
        ListBlock(False, (ListItem((Paragraph((link("four"),)),)),)),
        Quote((Paragraph((link("five"),)),)),
        Figure((Image(url="p", caption=(link("six"),)),), (link("seven"),)),
        Rule(),
    )
    found = [url.rpartition("/")[2] for url in link_addresses(blocks)]
    assert found == ["one", "two", "three", "four", "five", "six", "seven"]


def test_pictures_get_other_addresses_wherever_they_are() -> None:
    def article(pier: Image, still: Image) -> Article:
        film = Embed(
            kind="video", provider="film.example", url="https://film.example/1", poster=still
        )
        listed = ListBlock(False, (ListItem((Figure((pier, image("quay"))),)),))
        return Article(title="Tide", blocks=(Quote((listed,)), film, Rule()), lead=pier)

    pier, still = image("pier", alt="The pier"), image("still")
    moved = {pier.url: "https://img.example/1", still.url: "https://img.example/2"}
    assert with_addresses(article(pier, still), moved) == article(
        Image(url="https://img.example/1", alt="The pier"), Image(url="https://img.example/2")
    )
    assert with_addresses(article(pier, still), {}) == article(pier, still)
