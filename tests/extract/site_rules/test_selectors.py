"""Selectors on a small page, and those that are refused."""

import time

import pytest

from mirrorpress.extract.page.tree import Element, parse
from mirrorpress.extract.site_rules.selectors import (
    FileSteps,
    SelectorError,
    check_selector,
    count_steps,
    select,
)
from mirrorpress.model.site_rules import LONGEST_SELECTOR, MAX_STEPS, MAX_STEPS_OF_FILE

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
        ("[class~=text]", "story 4"),
        ("p[class~='first']", "1"),
        ("[class~='page wide']", ""),
        ("[class~='']", ""),
        ("[class*=e]", "main story 2 4"),
        ("p:first-of-type", "1 2 5 6"),
        ("div:first-of-type", "story"),
        ("main > div:first-of-type p", "1 2"),
        ("div.text:first-of-type:not([n])", "story"),
        ("div[n]:first-of-type", ""),
        (":first-of-type[n]", "1 2 3 5 6"),
        ("div, div:first-of-type", "story 4"),
        ("p:not([class])", "5"),
        ("p:not([ n = '1' ])", "2 5 6"),
        ("div:not([class~=lead])", "story 4"),
        ("div:not([class~='text'])", ""),
        (".text:not([id])", "4"),
        (":not([n]):not([class])", "html head top section"),
        (":not([id]) > p", "2 5"),
        ("p:not([n='1']):not([hidden])", "2 6"),
        (":not([data-empty*=''])[n='4']", "4"),
        ("* > * p[n]", "1 2 5 6"),
        ("* > * > * > * > p", "1 2 5"),
        ("* > * > * > * > * > p", "2"),
        ("body > p, section > p", "2 6"),
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
        ("p:not(.first)", "':not(.first)' cannot be used"),
        ("p:not([n]", "':not([n]' cannot be used"),
        ("p:first-of-types", "'s' cannot be used"),
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
        ("p," + "p " * MAX_STEPS + "p", "at most 8 steps, elements one inside the other"),
        ("p > " * MAX_STEPS + "p", "at most 8 steps"),
    ],
)
def test_a_selector_that_cannot_be_used_says_what_is_supported(selector: str, part: str) -> None:
    with pytest.raises(SelectorError) as error:
        check_selector(selector)
    assert part in str(error.value)


def test_the_steps_of_a_file_are_counted_and_bounded() -> None:
    steps = FileSteps()
    for _ in range(MAX_STEPS_OF_FILE // 4 - 1):
        steps.add("main > p, a b")
    with pytest.raises(SelectorError, match="more than 256 steps"):
        steps.add("a, b, i, p, q")
    with pytest.raises(SelectorError, match="cannot be used"):
        steps.add("p:hover")
    steps.add("a, b, i, p")  # what was refused did not count
    with pytest.raises(SelectorError, match="more than 256 steps"):
        steps.add("p")


def test_work_grows_with_the_elements_alone() -> None:
    """Deep nesting and repeated steps, at which backtracking would not come to an end."""
    root = Element("html", {})
    elements = [root]
    for _ in range(3000):
        elements.append(Element("div", {"class": "a"}, elements[-1]))
    began = time.process_time()
    elements.append(Element("p", {}, elements[-1]))
    (found,) = select(elements, ["main " + ".a " * (MAX_STEPS - 2) + "p"])
    assert found == []
    assert time.process_time() - began < 2


def test_steps_are_counted() -> None:
    counts = [count_steps(text) for text in ("p", "p , a", "main > .a p, #b, [c]")]
    assert counts == [1, 2, 5]
    assert count_steps("p " * (MAX_STEPS - 1) + "p") == MAX_STEPS


def test_as_many_steps_as_a_file_may_have_take_little_time_on_a_large_page() -> None:
    """Steps that any element matches, and classes that each element has."""
    elements = [Element("html", {})]
    for number in range(20_000):
        parent = elements[number // 10] if number % 3 else elements[number]
        elements.append(Element("div", {"class": "a b c", "id": "d"}, parent))
    texts = [" ".join("*" * MAX_STEPS), " > ".join("*" * MAX_STEPS), "[class*=x] p.a [id~=y] p"]
    texts *= MAX_STEPS_OF_FILE // 20
    began = time.process_time()
    found = select(elements, texts)
    assert len(found[0]) > len(found[2]) == 0
    assert time.process_time() - began < 2
