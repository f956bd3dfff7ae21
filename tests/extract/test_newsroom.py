"""Every article of the demo newsroom is extracted as its truth says."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from urllib.parse import urlsplit

import pytest

from mirrorpress.demo.model import Truth
from mirrorpress.demo.newsroom import Newsroom
from mirrorpress.extract import extract_and_record, join, learn
from mirrorpress.model import Article
from mirrorpress.model import blocks as b
from mirrorpress.model.plain import inline_text
from mirrorpress.model.site_profile import PageRecord, SiteProfile
from mirrorpress.model.walk import embeds, figure_images
from mirrorpress.render.export import article_to_json


@cache
def newsroom(number: int) -> Newsroom:
    return Newsroom(number)


def truths() -> list[tuple[int, Truth]]:
    return [(number, truth) for number in (1, 2) for truth in newsroom(number).truth().values()]


def name_of(case: tuple[int, Truth]) -> str:
    number, truth = case
    return f"{number}-{truth.outlet}-{truth.url.rpartition('/')[2]}"


def article_of(number: int, truth: Truth) -> Article:
    """The article, all of its pages joined, as a mirror would get it."""
    parts: list[Article] = []
    url: str | None = truth.url
    while url is not None and len(parts) < 9:
        parts.append(page_of(number, url))
        url = parts[-1].next_page
    return join(parts)


def page_of(number: int, url: str) -> Article:
    return read(number, url, None)[0]


@cache
def read(number: int, url: str, profile: SiteProfile | None) -> tuple[Article, PageRecord]:
    place = urlsplit(url)
    target = place.path + (f"?{place.query}" if place.query else "")
    answer = newsroom(number).answer(place.netloc, target, {})
    assert answer.status == 200
    _, _, charset = answer.headers["Content-Type"].partition("charset=")
    return extract_and_record(answer.body, url, charset=charset or None, profile=profile)


def lines_of(blocks: tuple[b.Block, ...]) -> list[tuple[str, str]]:
    """(kind, text) of each block, in the kinds of the newsroom."""
    found: list[tuple[str, str]] = []
    for block in blocks:
        match block:
            case b.Paragraph(children):
                found.append(("paragraph", inline_text(children)))
            case b.Heading(_, children):
                found.append(("heading", inline_text(children)))
            case b.Quote(children, _, pulled):
                kind = "pullquote" if pulled else "quote"
                found += [(kind, text) for _, text in lines_of(children)]
            case b.ListBlock(_, items):
                for item in items:
                    found += item_lines(item.children)
            case b.Table(rows, _):
                found += [
                    ("row", " | ".join(inline_text(cell.children) for cell in row.cells))
                    for row in rows
                ]
            case _:
                pass
    return found


def item_lines(blocks: tuple[b.Block, ...]) -> list[tuple[str, str]]:
    return [("item", text) for _, text in lines_of(blocks)]


def expected(truth: Truth) -> list[tuple[str, str]]:
    """The truth's lines; credits and notices are paragraphs to an extractor."""
    plain = {"credit": "paragraph", "notice": "paragraph"}
    return [(plain.get(kind, kind), text) for kind, text in truth.lines]


@pytest.mark.parametrize("case", truths(), ids=name_of)
def test_lines(case: tuple[int, Truth]) -> None:
    article = article_of(*case)
    assert lines_of(article.blocks) == expected(case[1])


@pytest.mark.parametrize("case", truths(), ids=name_of)
def test_metadata(case: tuple[int, Truth]) -> None:
    article, truth = article_of(*case), case[1]
    assert article.title == truth.title
    assert (article.subtitle or "") == truth.subtitle
    assert article.bylines == truth.bylines
    assert article.language == truth.language
    assert article.url == truth.url
    assert same_time(article.published, truth.published)


@pytest.mark.parametrize("case", truths(), ids=name_of)
def test_pictures_and_players(case: tuple[int, Truth]) -> None:
    article, truth = article_of(*case), case[1]
    shown = [
        (image.url, inline_text(image.caption), image.credit or "")
        for image in figure_images(article.blocks)
    ]
    assert shown == [(image.url, image.caption, image.credit) for image in truth.images]
    assert [embed.url for embed in embeds(article.blocks)] == [e.url for e in truth.embeds]
    assert article_to_json(article)["title"] == truth.title


@cache
def profile_of(number: int, outlet: str) -> SiteProfile:
    """What all pages of an outlet teach."""
    urls = [truth.url for at, truth in truths() if (at, truth.outlet) == (number, outlet)]
    return learn(None, [read(number, url, None)[1] for url in urls], day=1)


@pytest.mark.parametrize("case", truths(), ids=name_of)
def test_the_profile_of_its_site_changes_no_page(case: tuple[int, Truth]) -> None:
    number, truth = case
    alone, _ = read(number, truth.url, None)
    with_profile, _ = read(number, truth.url, profile_of(number, truth.outlet))
    assert with_profile == alone


@pytest.mark.parametrize("case", truths(), ids=name_of)
def test_no_text_is_unsure(case: tuple[int, Truth]) -> None:
    number, truth = case
    for profile in (None, profile_of(number, truth.outlet)):
        assert not read(number, truth.url, profile)[0].is_unsure


def same_time(found: datetime | None, true: datetime) -> bool:
    """A page that names no zone is right if its clock is."""
    if found is None:
        return False
    if found.tzinfo is None:
        return found.replace(second=0) == true.replace(tzinfo=None, second=0)
    return found.replace(second=0) == true.replace(second=0)
