"""Expressions that are translated, and what is said of the others."""

import pytest

from mirrorpress.extract.site_rules.xpath import XPathError, selector_of

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
        ("//p[1]", "'1]' is not translated"),
        ("(//p)[1]", "'(//p)' is not translated"),
        ("//p[not(@a)]", "'not(@a' is not translated"),
        ("//p[text()='a']", "is not translated"),
        ("//p[contains(., 'a')]", "\".,'a')\" is not translated"),
        ("//p[last()]", "is not translated"),
        ("//p[a]", "is not translated"),
        ("//p/following-sibling::*", "is not translated"),
        ("//p/@title", "'title' is not translated"),
        ("//p[@a!='b']", "is not translated"),
        ("//p[(@a)]", "is not translated"),
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
