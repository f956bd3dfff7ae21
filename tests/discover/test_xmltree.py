"""Characters to a document, nothing opened or expanded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.discover.xmltree import MAX_TAGS, canonical, markup_of, parse, text_of
from pace import within


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("<t>a &amp; b</t>", "a & b"),
        ("<t>a & b</t>", "a & b"),
        ("<t>a &b c</t>", "a &b c"),
        ("<t>&eacute;t&eacute;&nbsp;&hellip;</t>", "été\xa0…"),
        ("<t>&nosuch;</t>", "&nosuch;"),
        ("<t>&lt;b&gt; &#60;</t>", "<b> <"),
        ("<t>&lang;&#x2019;&#8217;</t>", "⟨’’"),
        ("<t>don&#146;t</t>", "don’t"),
        ("<t>&#0;&#x1F;&#xFFFF;&#99999999;</t>", "\ufffd\ufffd"),
        ("<t>a\x00b\x0bc\x1fd</t>", "abcd"),
        ("<t><![CDATA[&nbsp; <b>]]></t>", "&nbsp; <b>"),
        ("<t>&amp;nbsp;</t>", "&nbsp;"),
        ("<t>x<!-- & -->y</t>", "xy"),
        ("<!DOCTYPE t><t>x</t>", "x"),
        ('<!DOCTYPE t PUBLIC "a" "b"><t>x</t>', "x"),
        ('<!DOCTYPE t [<!ENTITY a "b">]><t>&a;</t>', "&a;"),
        ('<!DOCTYPE t [<!ENTITY a "]>">]><t>x</t>', "x"),
        ('<!DOCTYPE t [<!ENTITY a SYSTEM "file:///etc/passwd">]><t>&a;</t>', "&a;"),
        ('<!DOCTYPE t [<!ENTITY % a SYSTEM "http://a.example/x"> %a;]><t>x</t>', "x"),
        ('<?xml version="1.0" encoding="gb2312"?><t>字</t>', "字"),
        ("junk before <t>x</t>", "x"),
        ("\n\n<?xml version='1.0'?><!-- <no> --><t>x</t> after", "x"),
        ("<t>unclosed <b>bold", "unclosed bold"),
        ("<t>x</t", "x"),
    ],
)
def test_text(document: str, said: str) -> None:
    document = parse(document)
    assert document is not None
    assert text_of(document.root) == said


@pytest.mark.parametrize("document", ["", "no markup", "<!-- only a comment -->", "<?xml?>", "<1>"])
def test_no_tree(document: str) -> None:
    assert parse(document) is None


def test_entities_of_its_own_are_told() -> None:
    document = parse('<!DOCTYPE t [<!ENTITY a "b">]><t/>')
    assert document is not None and "entities" in document.problems[0]


def test_a_well_formed_document_has_no_problems() -> None:
    document = parse(
        "<!DOCTYPE html><t xmlns='urn:x'><a:b xmlns:a='urn:a'>&eacute;</a:b><c:d/></t>"
    )
    assert document is not None and document.problems == ()


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("title", "title"),
        ("TITLE", "title"),
        ("{http://www.w3.org/2005/Atom}title", "title"),
        ("{http://purl.org/rss/1.0/}item", "item"),
        ("{http://purl.org/dc/elements/1.1/}creator", "dc:creator"),
        ("{HTTP://purl.org/DC/elements/1.1}Creator", "dc:creator"),
        ("{http://search.yahoo.com/mrss/}content", "media:content"),
        ("dc:creator", "dc:creator"),
        ("Media:Content", "media:content"),
        ("atom:link", "link"),
        ("foo:title", "?:title"),
        ("{urn:unknown}title", "?:title"),
    ],
)
def test_canonical_names(tag: str, name: str) -> None:
    assert canonical(tag) == name


def test_the_outermost_elements_namespace_is_the_feeds_own() -> None:
    document = parse("<feed xmlns='urn:newformat'><title>x</title></feed>")
    assert document is not None
    assert [document.name(element) for element in document.root.iter()] == ["feed", "title"]


def test_markup_inside_an_element_comes_without_namespaces() -> None:
    document = parse(
        "<t xmlns:h='http://www.w3.org/1999/xhtml'>a &lt; <h:p class='x'>b<h:br/>c</h:p> d</t>"
    )
    assert document is not None
    assert markup_of(document.root) == 'a &lt; <p class="x">b<br>c</p> d'


@pytest.mark.parametrize(
    "document",
    [
        "<t>" + "<a>" * 100_000,
        "<t>" + "<a/>" * (MAX_TAGS + 10),
        "<t>" + "&" * 3_000_000,
        "<t " + " ".join(f"a{n}='x'" for n in range(100_000)) + "/>",
        "<!DOCTYPE " + 'a"' * 500_000,
        "<!--" * 500_000,
        "<" * 1_000_000,
        "<t>" + "<![CDATA[" * 300_000,
    ],
    ids=["depth", "tags", "references", "attributes", "doctype", "comments", "angles", "cdata"],
)
def test_hostile_documents_cost_little(document: str) -> None:
    with within(4):
        parse(document)


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    parse(f"<t>{text}</t>")
    parse(text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=100))
def test_escaped_text_comes_back(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    document = parse(f"<t>{escaped}</t>")
    assert document is not None
    assert text_of(document.root) == text.replace("\ufffe", "").replace("\uffff", "")
