"""Tests of rules that pass and that fail."""

from dataclasses import replace

import pytest

from mirrorpress.extract.site_rules.rule_tests import failures
from mirrorpress.model.site_rules import RulesTest, SiteRules

PAGE = b"""<title>Bridge</title><h1>Bridge</h1><p class=by>By Anna Kern</p><div class=text>
<p>The council voted on Tuesday to close the old bridge for lorries until the spring.</p>
<p>Drivers will have to use the ring road, which adds about nine kilometres to the way.</p>
<p class=more>Divers found cracks in two of the piers when they looked at them in the autumn.</p>
</div>"""
RULES = SiteRules(host="quay.example", authors=(".by",), remove=(".more",))
TEST = RulesTest(
    page="a.html",
    url="https://quay.example/a",
    title="Bridge",
    authors=("Anna Kern",),
    contains=("the old  bridge", "the way. "),
    lacks=("piers",),
)


def test_a_test_passes() -> None:
    assert failures(RULES, TEST, PAGE) == ()
    assert failures(SiteRules(host="quay.example"), TEST, PAGE) == ("the text contains 'piers'",)


@pytest.mark.parametrize(
    ("test", "messages"),
    [
        (replace(TEST, title="Ferry"), ["the title is 'Bridge', not 'Ferry'"]),
        (replace(TEST, authors=()), ["the authors are 'Anna Kern', not ''"]),
        (replace(TEST, contains=("ferry", "Tuesday")), ["the text lacks 'ferry'"]),
        (
            replace(TEST, title="\x1b[2J" + "x" * 99, lacks=("Tuesday",)),
            [
                f"the title is 'Bridge', not '\\x1b[2J{'x' * 75}…'",
                "the text contains 'Tuesday'",
            ],
        ),
    ],
)
def test_what_differs_is_reported(test: RulesTest, messages: list[str]) -> None:
    assert list(failures(RULES, test, PAGE)) == messages


def test_a_page_without_an_article_is_reported() -> None:
    (message,) = failures(RULES, TEST, b"<p>x</p>")
    assert message.startswith("the page gives no article: ")
