"""The picture or player between the headline and the body."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.lead_media import lead_media, named_media
from mirrorpress.extract.body.find import find_body
from mirrorpress.model.blocks import Block, Embed, Figure, Image
from mirrorpress.model.plain import inline_text
from pace import within
from trees import SENTENCE, named, tree_of

TITLE = "Ferry resumes"
CORE = f"<div id=core><p>{SENTENCE * 4}</p></div>"
H1 = f"<h1>{TITLE}</h1>"
IMG = "<img src=/port.jpg>"


def lead(markup: str, title: str = TITLE) -> tuple[Block, ...]:
    root = tree_of(markup)
    return lead_media(root.walk(), named(root, "core"), title, "https://a.example/x")


@pytest.mark.parametrize(
    "markup",
    [
        f"{H1}<figure>{IMG}</figure>{CORE}",
        f"{H1}{IMG}{CORE}",
        f"{H1}<div><div>{IMG}</div></div>{CORE}",
        f"<header>{H1}</header><div><figure>{IMG}</figure></div><main>{CORE}</main>",
        f"<article><figure>{IMG}</figure>{H1}{CORE}</article>",
        f"{H1}<img src='data:image/gif;base64,AA'><figure>{IMG}</figure>{CORE}",
        f"{H1}<img src=/logo.png>{IMG}{CORE}",
        f"{H1}<a href=/port-large.jpg>{IMG}</a>{CORE}",
        f"{H1}<a href=/gallery>{IMG}</a>{CORE}",
        f"{H1}<a href=https://shop.example/go><img src=/shop.jpg></a>{IMG}{CORE}",
        f"{H1}<figure><a href=https://photos.example/1>{IMG}</a></figure>{CORE}",
        f"{H1}{IMG}<img src=/second.jpg>{CORE}",
        f"<h2>{TITLE}</h2>{IMG}{CORE}",
        f"<article>{IMG}<div><header>{H1}</header>{CORE}</div></article>",
        f"<article><div>{IMG}</div><div><div>{H1}{CORE}</div></div></article>",
    ],
)
def test_pictures(markup: str) -> None:
    (block,) = lead(markup)
    assert isinstance(block, Figure)
    assert [image.url for image in block.images] == ["https://a.example/port.jpg"]


@pytest.mark.parametrize(
    "markup",
    [
        f"{H1}{CORE}",
        f"{H1}{CORE}{IMG}",
        f"{IMG}{CORE}",
        f"<h1>Another</h1>{IMG}{CORE}",
        f"<h3>{TITLE}</h3>{IMG}{CORE}",
        f"<div id=core>{H1}{IMG}<p>{SENTENCE}</p></div>",
        f"{H1}<div class=related>{IMG}</div>{CORE}",
        f"{H1}<nav>{IMG}</nav>{CORE}",
        f"{CORE}{H1}{IMG}",
        f"{IMG}{CORE}{H1}",
        f"<section>{IMG}<div>{H1}{CORE}</div></section>",
        f"{IMG}<article><div>{H1}{CORE}</div></article>",
        f"{IMG}<section><div>{H1}</div>{CORE}</section>",
        f"{H1}<img src='javascript:alert(1)'>{CORE}",
        f"{H1}<iframe src='https://ads.b.example/video'></iframe>{CORE}",
        f"{H1}<img src=/port.jpg width=1 height=1>{CORE}",
        # Of another article, or of another site.
        f"{H1}<div><a href=/t>{IMG}</a><h3><a href=/t>The tram is back</a></h3></div>{CORE}",
        f"{H1}<div><a href=/t>{IMG}<span>The tram is back</span></a></div>{CORE}",
        f"{H1}<ul><li><a href=/t>{IMG}The tram is back</a><li><a href=/b>{IMG}The baker who sings"
        f"</a></ul>{CORE}",
        f"{H1}<div><a href=https://shop.example/go>{IMG}</a></div>{CORE}",
        f"{H1}<a href=/authors/kern>{IMG}</a>{CORE}",
    ],
)
def test_no_lead(markup: str) -> None:
    assert lead(markup) == ()


def test_a_player_is_one_too() -> None:
    (block,) = lead(f"{H1}<iframe src=https://vimeo.com/1></iframe>{CORE}")
    assert isinstance(block, Embed)
    assert block.url == "https://vimeo.com/1"


def test_a_page_without_title() -> None:
    assert lead(f"<h1></h1>{IMG}{CORE}", "") == ()


def test_the_headline_nearest_to_the_body_counts() -> None:
    blocks = lead(f"<div>{H1}<img src=/far.jpg></div><main>{H1}{IMG}{CORE}</main>")
    assert isinstance(blocks[0], Figure)
    assert blocks[0].images[0].url == "https://a.example/port.jpg"


def preview(url: str, name: str = "property=og:image") -> str:
    return f"<head><meta {name} content='{url}'></head><body>"


@pytest.mark.parametrize(
    "markup",
    [
        preview("/port-1200x630.jpg") + f"<img src=/other.jpg><div>{IMG}</div>{CORE}{H1}",
        preview("/port.jpg") + f"<div><figure>{IMG}</figure></div><main>{CORE}</main>",
        preview("/port.jpg", "name=twitter:image") + f"{IMG}{CORE}",
    ],
)
def test_the_picture_of_previews_needs_no_headline(markup: str) -> None:
    (block,) = lead(markup)
    assert isinstance(block, Figure)
    assert block.images[0].url == "https://a.example/port.jpg"


@pytest.mark.parametrize(
    "markup",
    [
        preview("/tower.jpg") + f"{IMG}{CORE}",
        preview("/port.jpg") + f"{CORE}{IMG}",
        preview("/port.jpg") + f"<div class=related>{IMG}</div>{CORE}",
        preview("javascript:/port.jpg") + f"{IMG}{CORE}",
        preview("/port.jpg") + "<img src=/far.jpg>" * 50 + IMG + CORE,
    ],
)
def test_pictures_that_previews_do_not_name(markup: str) -> None:
    assert lead(markup) == ()


@pytest.mark.parametrize(
    "picture",
    [
        f"<div>{IMG}<div class=caption>The port. <i>Photo: A. Kern</i></div></div>",
        f"<div class=foto><a href=/>{IMG}</a><p class=podpis>The port. Photo: A. Kern</p></div>",
        f"<figure>{IMG}<figcaption>The port. Photo: A. Kern</figcaption></figure>",
    ],
)
def test_the_caption_comes_with_the_picture(picture: str) -> None:
    preview = "<meta property=og:image content=/port.jpg>"
    for page in (f"{H1}{picture}{CORE}", f"{preview}{picture}{H1}{CORE}"):
        (block,) = lead(page)
        assert isinstance(block, Figure)
        (image,) = block.images
        assert inline_text(image.caption).strip() == "The port."
        assert image.credit == "Photo: A. Kern"


def test_many_ornaments_ahead_take_bounded_work() -> None:
    with within(3):
        lead(f"{H1}<div>{'<img src=/spacer.gif width=1 height=1>' * 20_000}</div>{CORE}")


TEASER = (
    "<div class=teaser-image><figure><img src=/port-900x600.jpg>"
    "<figcaption>Fog</figcaption></figure></div>"
)


def own(
    markup: str,
    shown: tuple[Block, ...] = (),
    *,
    lead: str | None = "port.jpg",
    base: str = "https://a.example/x",
) -> Block | None:
    """The picture that the page names, of a page with what its names exclude."""
    html = f"<html><body>{H1}{markup}</body></html>"
    body = find_body(tree_of(html), "https://a.example/x")
    image = Image(url=f"https://a.example/{lead}") if lead else None
    found = named_media(body.elements, body.core, base, image, shown)
    return next(iter(found), None)


@pytest.mark.parametrize(
    "markup",
    [
        f"{TEASER}{CORE}",
        f"<header class=sidebar-grid__header>{TEASER}</header>{CORE}",
        f"<article>{TEASER}{CORE}</article>",
        CORE.replace("<p>", f"{TEASER}<p>", 1),
        f"<div class=partner-opening><a href=/x>{TEASER}</a></div>{CORE}",
        f"<div class=teaser><a href=/port-large.jpg>{TEASER}</a></div>{CORE}",
        f"<div class=teaser><a href=/x/gallery>{TEASER}</a></div>{CORE}",
    ],
)
def test_the_picture_of_the_page_in_an_element_named_as_a_teaser(markup: str) -> None:
    block = own(markup)
    assert isinstance(block, Figure)
    assert [image.url for image in block.images] == ["https://a.example/port-900x600.jpg"]
    assert inline_text(block.images[0].caption) == "Fog"
    assert own(markup, lead=None) is None
    assert own(markup, lead="boat.jpg") is None
    assert own(markup, (block,)) is None  # the text has it


@pytest.mark.parametrize(
    "markup",
    [
        f"{CORE}{TEASER}",
        f"<aside>{TEASER}</aside>{CORE}",
        f"<div hidden>{TEASER}</div>{CORE}",
        f"<div style='display:none'>{TEASER}</div>{CORE}",
        f"<div class=teaser><a href=/boat>{TEASER}</a></div>{CORE}",
        f"<div class=teaser><a href=/>{TEASER}</a></div>{CORE}",
    ],
)
def test_a_picture_that_is_not_shown_or_leads_elsewhere(markup: str) -> None:
    assert own(markup) is None
    assert own(markup, base="https://a.example/") is None
