"""How one element names a writer: labels, links, names of classes and what is none."""

from __future__ import annotations

import pytest

from extract.heads import read


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
        # A link to all articles is no name; a sentence is no byline.
        ("<h1>Ferry</h1><a href=/authors/kern>All articles</a>", ()),
        ("<h1>Ferry</h1><a href=/autoren/kern>Zur Artikelübersicht</a>", ()),
        ("<p>By Anna Kern and others the quay was said to be safe again, and it was. <b>No.</b>"
         "</p>", ()),
        ("<div>By counting ferries sold at auction, European ports found that <b>two</b> are gone."
         "</div>", ()),
        ("<ul><li class=author-follow>Bo Li<li class=author-follow>Jo May</ul>"
         "<p class=author-name>Anna Kern</p>", ("Anna Kern",)),
        # Who took a picture is no writer, nor is a label or a button.
        ("<figure><img src=a.jpg><figcaption class=byline>Bo Li</figcaption></figure>"
         "<p class=author>Anna Kern</p>", ("Anna Kern",)),
        ("<span itemprop=author class=credit>Bo Li</span><p class=author>Anna Kern</p>",
         ("Anna Kern",)),
        ("<p class=author>Foto: Bo Li</p>", ()),
        ("<span class=byline-heading>Analysis</span><span class=byline-name>Anna Kern</span>",
         ("Anna Kern",)),
        ("<h1>Ferry</h1><figure><img src=a.jpg><figcaption>Quay | by Bo Li</figcaption></figure>",
         ()),
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
        ("<section aria-labelledby=article-byline><b id=article-byline>Information</b><ul>"
         "<li><span>Author, </span><span>Anna Kern</span></li><li><span>Role, </span>Lisquay</li>"
         "</ul></section>", ("Anna Kern",)),
        ("<section aria-labelledby=article-byline><ul><li><span>نویسنده، </span><span>سامی حداد"
         "</span></li></ul></section>", ("سامی حداد",)),
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
        ("<p class=author>Redaktion Hafenblatt Lisquay</p>", ("Redaktion Hafenblatt Lisquay",)),
    ],
)  # fmt: skip
def test_how_an_element_names_a_writer(markup: str, names: tuple[str, ...]) -> None:
    assert read(markup).bylines == names
