"""Selectors on a small page, and those that are refused."""

import time

import pytest

from mirrorpress.extract.site_rules.selectors import SelectorError, check_selector, select
from mirrorpress.extract.tree import Element, parse
from mirrorpress.model.site_rules import LONGEST_SELECTOR

PAGE = """<html><body id="top"><main class="page wide"><div id="story" class="text md:lead">
<p n="1" class="first">a</p><section><p n="2" class="Text">b</p></section>
<a n="3" rel="author nofollow" href="https://quay.example/staff/kern.html">c</a></div>
<div class="text" n="4" data-empty=""><p n="5" hidden>d</p></div></main>
<p n="6" class="文章">e</p></body></html>"""


def numbers(selector: str) -> str:
    (found,) = select(parse(PAGE).walk(), [selector])
    return " ".join(element.get("n") or element.get("id") or element.tag for element in found)


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("p", "1 2 5 6"),
        ("P", "1 2 5 6"),
        ("#story", "story"),
        ("div#story.text", "story"),
        ("div#top", ""),
        (".text", "story 4"),
        (".Text", "2"),
        (r".md\:lead", "story"),
        (".文章", "6"),
        ("main p", "1 2 5"),
        ("main > p", ""),
        ("main>div>p", "1 5"),
        ("main div section p", "2"),
        ("main > section p", ""),
        ("body > main .text > section > *", "2"),
        ("p p", ""),
        ("[hidden]", "5"),
        ("[data-empty]", "4"),
        ("[data-empty='']", "4"),
        ("[data-empty*='']", ""),
        ("[n=3]", "3"),
        ('a[rel="author"]', ""),
        ("a[rel~=author]", "3"),
        ("a[rel~='author nofollow']", ""),
        ("[href^='https://quay']", "3"),
        ("[href$='.html']", "3"),
        ("[href*=staff]", "3"),
        ("[href*=Staff]", ""),
        ("[ n = '1' ].first", "1"),
        ("section p , [n=6],p.first", "1 2 6"),
        ("html body", "top"),
    ],
)
def test_a_selector_matches(selector: str, found: str) -> None:
    assert numbers(selector) == found


def test_selectors_are_matched_together_and_apart() -> None:
    found = select(parse(PAGE).walk(), ["p.first", "aside", "main p", "p"])
    assert [[element.get("n") for element in each] for each in found] == [
        ["1"],
        [],
        ["1", "2", "5"],
        ["1", "2", "5", "6"],
    ]
    assert select(parse(PAGE).walk(), []) == []


@pytest.mark.parametrize(
    ("selector", "part"),
    [
        ("", "ends where a name is expected"),
        ("  ", "ends where a name is expected"),
        ("p:first-child", "':first-child' cannot be used; supported are tag, #id"),
        ("p::before", "'::before' cannot be used"),
        ("p + p", "'+ p' cannot be used"),
        ("p ~ p", "'~ p' cannot be used"),
        ("p >", "ends where a name is expected"),
        ("> p", "'> p' cannot be used"),
        ("p,,a", "',a' cannot be used"),
        ("p,", "ends where a name is expected"),
        ("[n", "'[n' cannot be used"),
        ("[n|=a]", "'[n|=a]' cannot be used"),
        ("[n=a i]", "'[n=a i]' cannot be used"),
        ("#a#b", "'#b' cannot be used"),
        (".", "'.' cannot be used"),
        ("//div", "'//div' cannot be used"),
        ("p" * (LONGEST_SELECTOR + 1), "at most 300 characters"),
    ],
)
def test_a_selector_that_cannot_be_used_says_what_is_supported(selector: str, part: str) -> None:
    with pytest.raises(SelectorError) as error:
        check_selector(selector)
    assert part in str(error.value)


def test_work_grows_with_the_elements_alone() -> None:
    """Deep nesting and repeated steps, at which backtracking would not come to an end."""
    root = Element("html", {})
    elements = [root]
    for _ in range(3000):
        elements.append(Element("div", {"class": "a"}, elements[-1]))
    began = time.process_time()
    elements.append(Element("p", {}, elements[-1]))
    (found,) = select(elements, ["main " + ".a " * 40 + "p"])
    assert found == []
    assert time.process_time() - began < 2
