"""The head of a page by name: the first value, all values, links."""

from __future__ import annotations

from mirrorpress.extract.page.head import PageHead
from trees import tree_of


def test_meta_by_name() -> None:
    head = PageHead(
        tree_of(
            "<meta name=Author content='Anna Kern'><meta property=author content='Bo Li'>"
            "<meta name=empty content=' '><link rel='nofollow next' href=/y><title>Ferry</title>"
            "<title>Other</title>"
        ).walk()
    )
    assert head.all("creator", "author") == ["Anna Kern", "Bo Li"]
    assert head.first("creator", "author") == "Anna Kern"
    assert head.first("empty") is None
    assert head.links == {"nofollow": "/y", "next": "/y"}
    assert head.title == "Ferry"


def test_what_is_escaped_twice() -> None:
    markup = (
        "<meta name=title content='Bo &amp;amp; Li&amp;#39;s'><meta name=x content='a & b; &c'>"
    )
    head = PageHead(tree_of(markup).walk())
    assert head.first("title") == "Bo & Li's"
    assert head.first("x") == "a & b; &c"


def test_what_an_item_of_a_list_says_is_of_another_article() -> None:
    date = "<meta itemprop=datePublished content={}>"
    head = PageHead(
        tree_of(
            f"<ul><li>{date.format('2031-05-01')}<li>x</ul><div itemprop=itemListElement>"
            f"<p>{date.format('2031-05-02')}</p></div><article>{date.format('2031-05-04')}</article>"
            "<ul><li><meta itemprop=author content='Anna Kern'>"
            "<li><meta itemprop=x name=author content='Bo Li'></ul>"
        ).walk()
    )
    assert head.all("datepublished") == ["2031-05-04"]
    assert head.all("author") == ["Anna Kern", "Bo Li"]
    assert head.all("x") == []


def test_what_the_only_item_of_a_list_says_is_of_the_article() -> None:
    markup = "<ul><li><meta itemprop=datePublished content=2031-05-04><p>x</p></li></ul>"
    assert PageHead(tree_of(markup).walk()).first("datepublished") == "2031-05-04"
