"""Expressions that are translated, and what is said of the others."""

import pytest

from mirrorpress.extract.site_rules.xpath import (
    XPathError,
    selector_of,
    selector_of_authors,
    selector_of_date,
)

WORD = "contains(concat(' ', normalize-space(@class), ' '), ' story ')"


@pytest.mark.parametrize(
    ("xpath", "selector"),
    [
        ("//div[@id='story']", 'div[id="story"]'),
        ('//DIV[@id = "story"]', 'div[id="story"]'),
        ("//*[contains(@class,'story')]", '*[class*="story"]'),
        (f"//div[{WORD}]", 'div[class~="story"]'),
        (f"//div[{WORD.replace('normalize-space(@class)', '@class')}]", 'div[class~="story"]'),
        ("//a[starts-with(@href, '/staff/')]", 'a[href^="/staff/"]'),
        ("//a/b//c", "a > b c"),
        ("/html/body/div", "html > body > div"),
        (".//p", "p"),
        ("//p | //h1", "p, h1"),
        ("//p[@a or @b='c' and @d]", 'p[a], p[b="c"][d]'),
        ("//p[@a][@b or @c]/i", "p[a][b] > i, p[a][c] > i"),
        ("//meta[@name='author']/@content", 'meta[name="author"][content]'),
        ("//time/@datetime", "time[datetime]"),
        ("//h1/text()", "h1"),
        ("//h1//text()", "h1"),
        ("//p[@title='say \"x\"']", "p[title='say \"x\"']"),
        ("//p[@a=']|or']", 'p[a="]|or"]'),
        (
            f"//div[{WORD.replace(' story ', ' story')}]",
            'div[class^="story"], div[class*=" story"]',
        ),
        ("//p[(@a)]", "p[a]"),
        ("//p[@a and (@b or @c)]", "p[a][b], p[a][c]"),
        ("//p[(@a or @b) and (@c or @d)]", "p[a][c], p[a][d], p[b][c], p[b][d]"),
        ("//p[@a or (@b)]/i", "p[a] > i, p[b] > i"),
        ("//p[not(@a)]", "p:not([a])"),
        ("//p[@id and not(contains(@class, 'a]b'))]", 'p[id]:not([class*="a]b"])'),
        (f"//p[not({WORD})]", 'p:not([class~="story"])'),
        ("//p[not(@a or @b='c')]", 'p:not([a]):not([b="c"])'),
        ("//not/p", "not > p"),
        ("//main/article[1]/p", "main > article:first-of-type > p"),
        ("//p[1][@a or @b]", "p:first-of-type[a], p:first-of-type[b]"),
        ("(//div[@a][@id='b'])[1]", 'div[a][id="b"]'),
        ("//p | (//div[@id='b'])[1]", 'p, div[id="b"]'),
    ],
)
def test_an_expression_is_translated(xpath: str, selector: str) -> None:
    assert selector_of(xpath) == selector


@pytest.mark.parametrize(
    ("xpath", "part"),
    [
        ("", "not complete"),
        ("//", "not complete"),
        ("//p |", "not complete"),
        ("//p[", "not complete"),
        ("//p[@a='b", '"\'b" is not translated'),
        ("p", "'p' is not translated; supported are paths"),
        ("/div", "a path begins with // or /html"),
        ("//p[2]", "'2]' is not translated"),
        ("//*[1]", "'1]' is not translated"),
        ("//p[@a][1]", "'1]' is not translated"),
        ("(//p)[1]", "'(//p)' is not translated"),
        ("(//p[@id='a' or @b])[1]", "'(//p[' is not translated"),
        ("(//p[@id='a' or @id='b'])[1]", "'(//p[' is not translated"),
        ("(//p[@id='a']/b)[1]", "'(//p[' is not translated"),
        ("(//p[@id='a'])[2]", "'2]' is not translated"),
        ("(//p[@id='a'])", "the expression is not complete"),
        ("((//p[@id='a']))[1]", "is not translated"),
        ("(" * 990, "is not translated"),
        ("//p[not(.//a)]", "'.//a)' is not translated"),
        ("//p[not(@a and @b)]", "conditions that and joins are not translated in not()"),
        ("//p[not(not(@a))]", "are not translated in not()"),
        ("//p[not @a]", "'@a]' is not translated"),
        ("//p[(@a]", "is not translated"),
        ("//p[" + "(" * 9 + "@a" + ")" * 9 + "]", "more than 8 parentheses"),
        ("//p[" + "(" * 900, "more than 8 parentheses"),
        ("//p[(@a or @b) and (@a or @b) and (@a or @b) and (@a or @b) and (@a or @b)]", "than 16"),
        ("//p[text()='a']", "is not translated"),
        ("//p[contains(., 'a')]", "\".,'a')\" is not translated"),
        ("//p[last()]", "is not translated"),
        ("//p[a]", "is not translated"),
        ("//p/following-sibling::*", "is not translated"),
        ("//p/@title", "'title' is not translated"),
        ("//p[@a!='b']", "is not translated"),
        (f"//p[{WORD.replace(' story ', 'story')}]", "is not translated"),
        ("//p" + "[@a or @b]" * 5, "more than 16 selectors"),
        ("//p" + "//p" * 400, "more than 1000 characters"),
        ("//p" + "//p" * 200, "at most 300 characters"),
    ],
)
def test_what_is_not_translated_is_reported(xpath: str, part: str) -> None:
    with pytest.raises(XPathError) as error:
        selector_of(xpath)
    assert part in str(error.value)


@pytest.mark.parametrize(
    ("xpath", "selector"),
    [
        ("substring-after(//p[@class='by'] , 'By ')", 'p[class="by"]'),
        ('substring-after(//meta/@content, "von ")', "meta[content]"),
        ("//p | //a[@rel='author']", 'p, a[rel="author"]'),
    ],
)
def test_a_label_before_names_is_no_part_of_the_selector(xpath: str, selector: str) -> None:
    assert selector_of_authors(xpath) == selector


@pytest.mark.parametrize(
    ("xpath", "part"),
    [
        ("substring-after(//p, 'Image ')", "'Image ' is not a label of names that is known"),
        ("substring-before(//p, ' | ')", "'substring-before(//p' is not translated"),
        ("substring-after(substring-before(//p, 'a'), 'By ')", "is not translated"),
        ("substring-after(//p, 'By ') | //a", "'|//a' is not translated"),
        ("substring-after(//p)", "is not translated"),
    ],
)
def test_other_parts_of_a_text_are_no_authors(xpath: str, part: str) -> None:
    with pytest.raises(XPathError) as error:
        selector_of_authors(xpath)
    assert part in str(error.value)


def test_a_date_is_read_before_a_text_and_not_after_one() -> None:
    assert selector_of_date("substring-before(//time, ' at ')") == "time"
    with pytest.raises(XPathError, match="not translated"):
        selector_of_date("substring-after(//p, 'Published')")
