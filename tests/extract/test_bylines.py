"""Bylines: which names on the page are those of the writers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import _parser as regex  # type: ignore[attr-defined]
from typing import Any

import pytest

from extract.heads import read
from mirrorpress.extract import bylines, names


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
    "label",
    ["By", "Written by", "Posted by", "Authored by", "Words by", "Story by", "Von", "Par", "Por",
     "Door",
     "Submitted by", "Gespeichert von", "Publié par", "Escrito por", "Scritto da",
     "Text:", "Autorin:", "Author:", "Contributors:", "Автор:", "作者：", "بقلم"],
)  # fmt: skip
def test_labels_that_begin_a_line(label: str) -> None:
    assert read(f"<p>{label} Anna Kern</p>").bylines == ("Anna Kern",)


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("<div class=byline><span class=author>Anna Kern</span> <span>Harbour Ledger</span></div>",
         ("Anna Kern",)),
        ("<div><h1>The quay reopens</h1>\n by Anna Kern, <small>4 May</small></div>",
         ("Anna Kern",)),
        ("<div class=author>Anna Kern</div><div class=author>Deputy Editor</div>",
         ("Anna Kern",)),
        # An account and a day; an account needs no capitals where it is named as a writer.
        ("<div class=submitted>Submitted by <span>kern</span> on 4 May 2031</div>", ("kern",)),
        ("<div class=submitted>Gespeichert von kern am 4. Mai 2031 - 18:55</div>", ("kern",)),
        # Named like a teaser, and set directly below the headline.
        ("<h1>The quay reopens</h1><div class=teaser-meta><p class=byline>By Anna Kern</p></div>",
         ("Anna Kern",)),
        ("<h1>The quay reopens</h1><p>Open again.</p>"
         "<div class=teaser-meta><p class=byline>By Anna Kern</p></div>", ()),
        # A link to all articles is no name; a sentence is no byline.
        ("<h1>Ferry</h1><a href=/authors/kern>All articles</a>", ()),
        ("<h1>Ferry</h1><a href=/autoren/kern>Zur Artikelübersicht</a>", ()),
        ("<p>By Anna Kern and others the quay was said to be safe again, and it was. <b>No.</b>"
         "</p>", ()),
        ("<ul><li class=author-follow>Bo Li<li class=author-follow>Jo May</ul>"
         "<p class=author-name>Anna Kern</p>", ("Anna Kern",)),
        # Who took a picture is no writer, nor is a label or a button.
        ("<figure><img src=a.jpg><figcaption class=byline>Bo Li</figcaption></figure>"
         "<p class=author>Anna Kern</p>", ("Anna Kern",)),
        ("<span itemprop=author class=credit>Bo Li</span><p class=author>Anna Kern</p>",
         ("Anna Kern",)),
        ("<p class=author>Foto: Bo Li</p>", ()),
        ("<div class=author-prefix>Kommentar von</div><div class=author>Anna Kern</div>",
         ("Anna Kern",)),
        ("<span class=byline>Photography by Bo Li</span>", ()),
        ("<button class=author-form>Send Message</button>", ()),
        ("<div class=author-label>Letzte Aktualisierung</div>", ()),
        ("<div class=byline><b>Anna Kern</b><i>Harbour Writer</i></div>", ("Anna Kern",)),
        # Names of classes that a program glued together, and names for the tests of a site.
        ("<div class=css-x1-StyledBylineAuthor>Anna Kern</div>", ("Anna Kern",)),
        ("<a class=m-authorLink href=/k>Anna Kern</a>", ("Anna Kern",)),
        ("<div class=x1 data-testid=byline-name><div><span>Anna Kern</span></div></div>",
         ("Anna Kern",)),
        # The byline is read where what is named in it is no name.
        ("<h1>Ferry</h1><div class=byline>by <span class=byline__item><a href=/k>Anna Kern</a>"
         "<span class=byline__item><a class=byline__follow href=/f>@kern</a></span></span></div>",
         ("Anna Kern",)),
        ("<p itemprop=author class=bylines><span class=byline__name>Anna Kern</span>"
         "<span class=byline__name>Bo Li</span></p>", ("Anna Kern", "Bo Li")),
        ("<p itemprop=author class=bylines><b class=byline__name>Anna Kern</b> with Bo Li</p>",
         ("Anna Kern", "Bo Li")),
        # A Chinese label before an element, and a name in brackets behind the time.
        ("<p>来源<b>港务报</b>| 作者<span>李安</span></p>", ("李安",)),
        ("<p>作者<span>的话和他的很长很长的一段话在这里说的很多很多</span></p>", ()),
        ("<td>2031年5月4日08:19 [ 李安 ] 来源：[ <a href=/p>港务报</a> ]</td>", ("李安",)),
        # A sidebar beside the headline is about the article, if nothing else there names a writer.
        ("<h1>Ferry</h1><div class=header-sidebar><p class=author>Anna Kern</p></div>",
         ("Anna Kern",)),
        ("<h1>Ferry</h1><p>Open.</p><div class=sidebar><p class=author>Bo Li</p></div>"
         "<p class=author>Anna Kern</p>", ("Anna Kern",)),
        (f"<h1>Ferry</h1>{FILLER}<div class=sidebar><p class=author>Bo Li</p></div>", ()),
        ("<p class=author>Redaktion Hafenblatt Lisquay</p>", ("Redaktion Hafenblatt Lisquay",)),
        # The page of a person beside the headline, on a line of its own.
        ("<h1>Ferry</h1><div><a href=/profile/kern>Anna Kern</a></div>", ("Anna Kern",)),
        (f"<h1>Ferry</h1><p>{'Ferry runs. ' * 20}<a href=/person/kern>Anna Kern</a></p>", ()),
        (f"<h1>Ferry</h1>{FILLER}<div><a href=/profile/kern>Anna Kern</a></div>", ()),
    ],
)  # fmt: skip
def test_names_and_what_stands_beside_them(markup: str, names: tuple[str, ...]) -> None:
    assert read(markup).bylines == names


@pytest.mark.parametrize("form", [names.BY, names._LABEL_ALONE])
def test_no_label_begins_with_letters_that_are_passed_over(form: re.Pattern[str]) -> None:
    found = {text.strip()[:2] for text in _beginnings(regex.parse(form.pattern), 3)}
    starts = {start for start in found if len(start) == 2}
    assert {"by", "vo", "记者"} & starts
    assert all(bylines._begins_label(start + "x") for start in starts)
    first = re.compile(f"[{''.join({start[0] for start in found if start})}]", re.IGNORECASE)
    same = {letter for letter in map(chr, range(0x80, 0x11000)) if first.match(letter)}
    assert "А" in same
    assert all(bylines._begins_label(letter + "x") for letter in same)


def test_the_beginnings_of_a_pattern() -> None:
    parsed = regex.parse(r"^\s*(?:ab?c|[xy]z+)(?=q)")
    assert set(_beginnings(parsed, 2)) == {"ab", "ac", "xz", "yz", " a", " x", " y"}


def _beginnings(parsed: Sequence[tuple[Any, Any]], most: int) -> Iterator[str]:
    """The first characters of all texts that a pattern matches, white space as one space."""
    if not parsed or most <= 0:
        yield ""
        return
    (kind, value), rest = parsed[0], parsed[1:]
    heads = {""}
    match str(kind):
        case "LITERAL":
            heads = {chr(value)}
        case "IN":
            heads = {chr(one) if str(of) == "LITERAL" else " " for of, one in value}
        case "SUBPATTERN":
            heads = {*_beginnings(value[3], most)}
        case "BRANCH":
            heads = {head for branch in value[1] for head in _beginnings(branch, most)}
        case "MAX_REPEAT":
            heads = {*_beginnings(value[2], most)} | ({""} if value[0] == 0 else set())
        case "AT" | "ASSERT" | "ASSERT_NOT":
            pass
        case other:
            raise NotImplementedError(other)
    for head in heads:
        for tail in _beginnings(rest, most - len(head)):
            yield (head + tail)[:most]
