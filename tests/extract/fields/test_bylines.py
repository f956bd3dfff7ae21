"""Bylines: which names on the page are those of the writers."""

from __future__ import annotations

import pytest

from extract.heads import read


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("<meta name=author content='Anna Kern'>", ("Anna Kern",)),
        ("<meta name=author content='Anna Kern'><meta name=author content='Bo Li'>",
         ("Anna Kern", "Bo Li")),
        ("<meta property=article:author content='https://a.example/kern'>"
         "<a rel=author href=/k>Anna Kern</a>", ("Anna Kern",)),
        ("<span itemprop=author><span itemprop=name>Anna Kern</span>, desk</span>",
         ("Anna Kern",)),
        ("<div class=byline>By Anna Kern</div>", ("Anna Kern",)),
        ("<div class=author-name>李安</div>", ("李安",)),
        ("<div class=authority>Anna Kern</div>", ()),
        ("<p>By Anna Kern</p>", ("Anna Kern",)),
        ("<p>Von Anna Kern</p>", ("Anna Kern",)),
        ("<p>Par Jeanne Morel</p>", ("Jeanne Morel",)),
        ("<p>Author: Anna Kern</p>", ("Anna Kern",)),
        ("<p>作者：李安</p>", ("李安",)),
        ("<p>记者李安</p>", ("李安",)),
        ("<p>بقلم سامي حداد</p>", ("سامي حداد",)),
        ("<p>\u200b记者李安</p>", ("李安",)),
        ("<p>\xa0• By Anna Kern</p>", ("Anna Kern",)),
        ("<p><time>四月四日</time> By Anna Kern</p>", ("Anna Kern",)),
        ("<p>By the sea it rained.</p>", ()),
        ("<p>Paris</p>", ()),
        ("<span>Portugal</span>", ()),
        ("<span>Bypass opens</span>", ()),
        ("<h4>Vonovia AG</h4>", ()),
        ("<div>Porto</div>", ()),
        ("<nav><p>By Anna Kern</p></nav>", ()),
        ("<td>By Anna Kern</td>", ()),
        (f"<p>By {'x' * 80}</p>", ()),
        ("<div class=byline><div><span>Anna Kern</span> <span>Bo Li</span> <span>Jo May</span>"
         "</div></div>", ("Anna Kern", "Bo Li", "Jo May")),
        ("<div class=byline><span>Anna</span> <span>Kern</span></div>", ("Anna Kern",)),
        ("<p>| <span>| By </span> <span>Anna Kern</span> | <time>4 May</time></p>",
         ("Anna Kern",)),
        ("<p align=right>Anna Kern</p>", ("Anna Kern",)),
        ("", ()),
    ],
)  # fmt: skip
def test_bylines(markup: str, names: tuple[str, ...]) -> None:
    assert read(markup).bylines == names


def test_a_person_is_believed_before_the_name_of_the_site() -> None:
    site = "<meta property=og:site_name content='Harbour Ledger'>"
    meta = "<meta name=author content='Harbour Ledger'>"
    assert read(site + meta + "<p>By Anna Kern</p>").bylines == ("Anna Kern",)
    assert read(site + meta).bylines == ("Harbour Ledger",)
    assert read(meta, {"author": {"name": "Bo Li"}}).bylines == ("Bo Li",)


@pytest.mark.parametrize(
    "name", ["Quay Holding Sp. z o.o.", "Lindesund Holding plc", "港湾出版株式会社"]
)
def test_companies_are_no_authors(name: str) -> None:
    assert read("", {"author": {"name": name}}).bylines == ()


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        (("Anna Kern", "Harbour Ledger Online"), ("Anna Kern",)),
        (("Anna Kern", "Ledger"), ("Anna Kern",)),
        (("Anna Kern", "Quay Press Agency"), ("Anna Kern", "Quay Press Agency")),
        (("Anna Kern", "Gear Team"), ("Anna Kern", "Gear Team")),
        (("Ledger", "Newsroom"), ("Ledger", "Newsroom")),
    ],
)
def test_beside_a_person_the_outlet_is_no_author(
    authors: tuple[str, ...], names: tuple[str, ...]
) -> None:
    site = "<meta property=og:site_name content='Harbour Ledger'>"
    assert read(site, {"author": [{"name": name} for name in authors]}).bylines == names


FILLER = "<p>The ferry ran again on Monday.</p>" * 120


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        # Texts of elements that stand together are apart.
        ("<div class=byline><span>By</span><a href=/k>Anna Kern</a><span>Dec 16</span></div>",
         ("Anna Kern",)),
        ("<div class=author><b>Anna Kern</b><i>Founder of Quayside</i></div>", ("Anna Kern",)),
        # A link to an author's page; a label alone; a text between elements.
        ("<h1>Ferry</h1><a href=/authors/kern>Anna Kern</a>", ("Anna Kern",)),
        ("<h1>Ferry</h1><a href=/authors/>All our authors</a>", ()),
        ("<p>Written by</p><p>Anna Kern</p>", ("Anna Kern",)),
        ("<h3>Author</h3><p>Anna Kern</p>", ("Anna Kern",)),
        (f"<div>by Anna Kern, <p>{'Ferry runs. ' * 20}</p></div>", ("Anna Kern",)),
        # Beside the headline before elsewhere; nothing of comments and teasers.
        (f"<title>Ferry</title><a rel=author>Bo Li</a>{FILLER}<h1>Ferry</h1>"
         "<p class=byline>Anna Kern</p>", ("Anna Kern",)),
        ("<div class=comments><a rel=author>Bo Li</a></div>", ()),
        ("<div class=related-posts><p class=author>Bo Li</p></div>", ()),
        # What meta and microdata say.
        ("<meta name=twitter:label1 content='Written by'>"
         "<meta name=twitter:data1 content='Anna Kern'>", ("Anna Kern",)),
        ("<meta name=twitter:label1 content='Написано автором'>"
         "<meta name=twitter:data1 content='Anna Kern'>", ("Anna Kern",)),
        ("<meta name=twitter:label2 content='Author'>"
         "<meta name=twitter:data2 content='Anna Kern'>", ("Anna Kern",)),
        ("<meta name=twitter:creator content='Anna Kern'>", ("Anna Kern",)),
        ("<meta name=twitter:creator content='@annakern'>", ()),
        ("<meta name=author content='anna.kern@ledger.example'>", ()),
        ("<span property=schema:author><b property=schema:name>Anna Kern</b></span>",
         ("Anna Kern",)),
        ("<meta name=twitter:label1 content='Reading time'>"
         "<meta name=twitter:data1 content='Four Minutes'>", ()),
        ("<meta name=citation_author content='Kern, Anna'>", ("Anna Kern",)),
        ("<span itemprop=author><span itemprop=name content='Anna Kern'></span></span>",
         ("Anna Kern",)),
        ("<p>渡轮今天复航。（记者 李安）</p>", ("李安",)),
        ("<p>By the way home</p>", ()),
    ],
)  # fmt: skip
def test_printed_names(markup: str, names: tuple[str, ...]) -> None:
    assert read(markup).bylines == names


@pytest.mark.parametrize(
    "outlet", ["Harbour Ledger Online", "Newsroom", "a.kern", "AK", "Web Desk", "Редакция"]
)
def test_a_printed_name_is_better_than_an_outlet_or_an_account(outlet: str) -> None:
    site = "<meta property=og:site_name content='Harbour Ledger'><h1>Ferry</h1>"
    printed = site + "<p class=byline>By Anna Kern</p>"
    assert read(printed, {"author": {"name": outlet}}).bylines == ("Anna Kern",)
    assert read(site, {"author": {"name": outlet}}).bylines == (outlet,)


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("<p class=byline>Anna Kern</p>", ("Anna Kern",)),
        ("<p class=byline>Anna Kern</p><p>Quay Holding</p>", ("Quay Holding",)),  # shown, too
        ("<p class=byline>Newsroom</p>", ("Quay Holding",)),
        (f"{FILLER}<p class=byline>Anna Kern</p>", ("Quay Holding",)),
        ("", ("Quay Holding",)),
    ],
)
def test_a_name_of_the_head_that_the_page_does_not_show(
    printed: str, names: tuple[str, ...]
) -> None:
    meta = "<meta name=author content='Quay Holding'><title>Ferry</title><h1>Ferry</h1>"
    assert read(meta + printed).bylines == names


def test_a_team_beside_a_person_stays() -> None:
    linked = {"author": [{"name": "Anna Kern"}, {"name": "Gear Team"}]}
    assert read("", linked).bylines == ("Anna Kern", "Gear Team")
    linked = {"author": [{"name": "Quay Media Ltd."}, {"name": "Anna Kern"}]}
    assert read("", linked).bylines == ("Anna Kern",)


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        # Named like a teaser, and set directly below the headline.
        ("<h1>The quay reopens</h1><div class=teaser-meta><p class=byline>By Anna Kern</p></div>",
         ("Anna Kern",)),
        ("<h1>The quay reopens</h1><p>Open again.</p>"
         "<div class=teaser-meta><p class=byline>By Anna Kern</p></div>", ()),
        # A sidebar beside the headline is about the article, if nothing else there names a writer.
        ("<h1>Ferry</h1><div class=header-sidebar><p class=author>Anna Kern</p></div>",
         ("Anna Kern",)),
        ("<h1>Ferry</h1><p>Open.</p><div class=sidebar><p class=author>Bo Li</p></div>"
         "<p class=author>Anna Kern</p>", ("Anna Kern",)),
        (f"<h1>Ferry</h1>{FILLER}<div class=sidebar><p class=author>Bo Li</p></div>", ()),
        # The page of a person beside the headline, on a line of its own.
        ("<h1>Ferry</h1><div><a href=/profile/kern>Anna Kern</a></div>", ("Anna Kern",)),
        (f"<h1>Ferry</h1><p>{'Ferry runs. ' * 20}<a href=/person/kern>Anna Kern</a></p>", ()),
        (f"<h1>Ferry</h1>{FILLER}<div><a href=/profile/kern>Anna Kern</a></div>", ()),
    ],
)  # fmt: skip
def test_what_stands_beside_the_headline(markup: str, names: tuple[str, ...]) -> None:
    assert read(markup).bylines == names
