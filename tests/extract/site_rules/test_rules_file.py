"""Rules files that are read, and the line of each mistake in those that are not."""

import time
from datetime import date

import pytest

from mirrorpress.extract.site_rules import read_rules
from mirrorpress.model.site_rules import MAX_BYTES, RulesProblem, RulesTest, SiteRules

WHOLE = """# The Quay puts its letter into the text.
host = "quay.example"
checked = 2026-11-01
body = ["div.story-text", "#story"]
remove = [
    ".letter",
    "aside",
]
title = ["h1.head"]
authors = ["a[rel~=author]"]
published = ["time.first"]
next_page = ["a.next"]

[[test]]
page = "quay.example/bridge.html"
url = "https://quay.example/bridge"
title = "Old bridge closed"
authors = ["Anna Kern"]
contains = ["two of the piers"]
lacks = ["morning letter"]

[[test]]
page = "b.html"
url = "https://quay.example/b"
contains = ["ferry"]
"""
MANY = "remove = [\n" + "'a b c d e f g h',\n" * 32 + "]\n"  # as many steps as a file may have
SHORT = 'host = "quay.example"\nchecked = 2026-11-01\n'


def problems(text: str | bytes, file: str = "quay.example.toml") -> tuple[RulesProblem, ...]:
    rules, found = read_rules(file, text.encode() if isinstance(text, str) else text)
    assert (rules is None) == bool(found)
    return found


@pytest.mark.parametrize("text", [WHOLE, "\ufeff" + WHOLE, WHOLE.replace("\n", "\r\n")])
def test_a_file_gives_rules(text: str) -> None:
    rules, found = read_rules("quay.example.toml", text.encode())
    assert found == ()
    assert rules == SiteRules(
        host="quay.example",
        checked=date(2026, 11, 1),
        body=("div.story-text", "#story"),
        remove=(".letter", "aside"),
        title=("h1.head",),
        authors=("a[rel~=author]",),
        published=("time.first",),
        next_page=("a.next",),
        tests=(
            RulesTest(
                page="quay.example/bridge.html",
                url="https://quay.example/bridge",
                title="Old bridge closed",
                authors=("Anna Kern",),
                contains=("two of the piers",),
                lacks=("morning letter",),
            ),
            RulesTest(page="b.html", url="https://quay.example/b", contains=("ferry",)),
        ),
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (SHORT + "body = [\n", 3, "it is not valid TOML"),
        (SHORT + "body = [p]\nremove = ['a']\n", 3, "it is not valid TOML (Invalid value)"),
        (SHORT + "\nbodi = ['p']\nbody = ['p']\n", 4, "the key 'bodi' is unknown; use one of host"),
        (SHORT + "[body]\nx = 1\n", 3, 'body is no list of texts; write body = ["…"]'),
        (SHORT + "body = 'p'\n", 3, "body is no list of texts"),
        (SHORT + "body = ['p', '']\n", 3, "body is no list of texts"),
        (SHORT + "body = ['p']\nremove = [\n'p',\n'p:hover']\n", 6, "remove: ':hover' cannot be"),
        (SHORT + "body = ['p']\nremove = ['.p[']\n", 4, "supported are tag, #id"),
        (SHORT + f"body = {['p'] * 33}\n", 3, "body has more than 32 texts"),
        (SHORT + "body = ['p']\nremove = ['a b c d e f g h i']\n", 4, "at most 8 steps"),
        (SHORT + MANY + "title = ['h1']\n", 37, "more than 256 steps; "),
        (SHORT, 1, "it has no rule; set one of body, remove"),
        ("checked = 2026-11-01\nbody = ['p']\n", 1, "host is missing"),
        ("body = ['p']\nhost = 'other.example'\nchecked = 2026-11-01\n", 2, "name it other."),
        ("body = ['p']\nhost = 'Quay.example'\nchecked = 2026-11-01\n", 2, "not a host in lower"),
        ("body = ['p']\nhost = 3\nchecked = 2026-11-01\n", 2, "host is no text"),
        ("host = 'quay.example'\nbody = ['p']\n", 1, "write checked = 2026-11-01"),
        ("host = 'quay.example'\nchecked = '2026-11-01'\nbody = ['p']\n", 2, "without quotes"),
        (WHOLE.replace("contains = ", "contain = ", 1), 19, "the key 'contain' is unknown"),
        (WHOLE + "title = 4\n", 26, "title is no text"),
        (WHOLE + "[[test]]\npage = '../x'\nurl = 'u'\ntitle = 't'\n", 27, "write a path in it"),
        (WHOLE + "\n[[test]]\npage = 'x'\nurl = 'u'\n", 27, "the test says nothing"),
        (WHOLE + "[[test]]\nurl = 'u'\ntitle = 'x'\n", 26, "page is missing"),
        (SHORT + "body = ['p']\n[test]\npage = 'x'\n", 4, "begin each with [[test]]"),
        (SHORT + "body = " + "[" * 5000 + "]" * 5000 + "\n", 1, "nested too deeply"),
        (SHORT + "body = ['p']\nx = " + "9" * 5000 + "\n", 4, "it is not valid TOML"),
    ],
)  # fmt: skip
def test_a_mistake_is_reported_with_its_line(text: str, line: int, message: str) -> None:
    (problem,) = problems(text)
    assert message in problem.message
    assert problem.line == line
    assert str(problem) == f"quay.example.toml:{line}: {problem.message}"


def test_a_file_may_have_256_steps() -> None:
    assert problems(SHORT + MANY) == ()
    found = problems(SHORT + MANY + "title = ['h1']\nauthors = ['b', 'i']\n")
    assert [problem.line for problem in found] == [37, 38, 38]


def test_all_mistakes_are_reported_in_the_order_of_their_lines() -> None:
    text = "checked = 1\nbody = ['p:x']\nhost = 'a'\nother = 1\n"
    assert [problem.line for problem in problems(text)] == [1, 2, 3, 4]


def test_bytes_that_are_no_rules_are_reported() -> None:
    assert problems(b"host = 1\n# \xff\n")[0].line == 2
    assert "64 KB" in problems(b"#" * (MAX_BYTES + 1))[0].message
    assert problems(b"\x00")[0].line == 1


def test_a_file_of_mistakes_gives_a_few_and_takes_little_time() -> None:
    began = time.process_time()
    assert len(problems("".join(f"k{number} = 1\n" for number in range(6000)))) == 20
    assert time.process_time() - began < 2
