"""Files of ftr-site-config: what is read, what is ignored, what is reported."""

import pytest

from mirrorpress.extract import extract
from mirrorpress.extract.site_rules import read_ftr_config
from mirrorpress.extract.site_rules.selectors import check_selector, count_steps
from mirrorpress.model.plain import plain_text
from mirrorpress.model.site_rules import (
    MAX_BYTES,
    MAX_SELECTORS,
    MAX_STEPS_OF_FILE,
    RulesTest,
    SiteRules,
)

FILE = b"""# The Quay
title: //h1[@class='head']
body: //div[@id='story']
body:   //article

strip: //aside
strip_id_or_class: letter
strip_id_or_class: 'share-box'
author: //a[@rel='author']
date: //time/@datetime
next_page_link: //a[@rel='next']
single_page_link: //a[@class='print'][1]
prune: no
tidy: yes
replace_string(<i>): <b>
http_header(user-agent): x
no directive
test_url: https://quay.example/bridge
"""


@pytest.mark.parametrize("file", ["quay.example.txt", ".quay.example.txt", "Quay.example.txt"])
def test_a_file_gives_rules(file: str) -> None:
    rules, problems = read_ftr_config(file, FILE.replace(b"\n", b"\r\n"))
    assert problems == ()
    assert rules == SiteRules(
        host="quay.example",
        title=('h1[class="head"]',),
        body=('div[id="story"]', "article"),
        remove=(
            'aside, [class~="letter"], [id~="letter"], [class~="share-box"], [id~="share-box"]',
        ),
        authors=('a[rel="author"]',),
        published=("time[datetime]",),
        next_page=('a[rel="next"]',),
        tests=(RulesTest(page="", url="https://quay.example/bridge"),),
    )


def test_a_line_that_is_not_translated_is_reported_and_skipped() -> None:
    rules, problems = read_ftr_config(
        "quay.example.txt", b"body: //p[2]\nbody: //div\n\nstrip_id_or_class: a, b\nstrip: x\n"
    )
    assert rules == SiteRules(host="quay.example", body=("div",))
    assert [str(problem).partition(";")[0] for problem in problems] == [
        "quay.example.txt:1: body: '2]' is not translated",
        "quay.example.txt:4: strip_id_or_class: a name has other characters than letters, "
        "digits and - _ . : /",
        "quay.example.txt:5: strip: 'x' is not translated",
    ]


@pytest.mark.parametrize(
    ("names", "selector"),
    [
        ("letter", '[class~="letter"], [id~="letter"]'),
        ("md:letter.1/2", '[class~="md:letter.1/2"], [id~="md:letter.1/2"]'),
        ("'letter  is-small'", '[class~="letter"][class~="is-small"]'),
    ],
)
def test_names_whose_elements_are_removed(names: str, selector: str) -> None:
    rules, problems = read_ftr_config("quay.example.txt", f"strip_id_or_class: {names}".encode())
    assert problems == ()
    assert rules == SiteRules(host="quay.example", remove=(selector,))
    check_selector(selector)


def test_parts_of_texts_are_read_as_authors_and_dates() -> None:
    page = (
        "<title>Bridge closed</title><p>By Mara Kern</p><p>3 May 2031</p>"
        "<p class=by>By Olaf Brandt</p><p class=day>9 June 2031 at 10:20</p><article>"
        + "<p>The council voted on Tuesday to close the old bridge for lorries until spring.</p>"
        * 9
        + "</article>"
    )
    data = b"""author: substring-after(//p[@class='by'], 'By ')
date: substring-before(//p[@class='day'], ' at ')
title: substring-after(//title, 'By ')
"""
    rules, problems = read_ftr_config("quay.example.txt", data)
    assert [problem.line for problem in problems] == [3]
    found = [extract(page, "https://quay.example/", rules=each) for each in (None, rules)]
    assert [article.bylines for article in found] == [("Mara Kern",), ("Olaf Brandt",)]
    assert [str(article.published)[:10] for article in found] == ["2031-05-03", "2031-06-09"]


def test_rules_are_bounded() -> None:
    lines = b"".join(b"strip: //%s\n" % (b"a%03d" % n * 50)[:200] for n in range(40))
    rules, problems = read_ftr_config("quay.example.txt", lines)
    assert rules is not None
    assert len(rules.remove) == MAX_SELECTORS
    assert [problem.line for problem in problems] == list(range(MAX_SELECTORS + 1, 41))
    for selector in rules.remove:
        check_selector(selector)


def test_the_steps_of_a_file_are_bounded() -> None:
    lines = b"".join(b"strip_id_or_class: name%d\n" % number for number in range(130))
    rules, problems = read_ftr_config("quay.example.txt", lines + b"strip: //a/b/c/d/e/f/g/h/i\n")
    assert rules is not None
    assert sum(map(count_steps, rules.remove)) == MAX_STEPS_OF_FILE
    assert [problem.line for problem in problems] == [129, 130, 131]
    assert "more than 256 steps" in problems[0].message
    assert "at most 8 steps" in problems[2].message


@pytest.mark.parametrize(
    ("file", "data", "problems"),
    [
        ("README.txt", b"body: //p\n", 0),
        ("quay.example.txt", b"prune: no\n\xff\x00\n", 0),
        ("quay example.org.txt", b"body: //p\n", 1),
        ("quay.example.txt", b"#" * (MAX_BYTES + 1), 1),
    ],
)
def test_files_that_give_no_rules(file: str, data: bytes, problems: int) -> None:
    rules, found = read_ftr_config(file, data)
    assert rules is None
    assert len(found) == problems


def test_the_rules_work_on_a_page() -> None:
    line = "The council voted on Tuesday to close the old bridge for lorries until the spring."
    page = f"<h1>x</h1><h1 class=head>Bridge</h1><div id=story><p>{line}</p><p>{line}</p>" + (
        f"<p id=letter>Sign here. {line}</p></div>"
    )
    rules, _ = read_ftr_config("quay.example.txt", FILE)
    article = extract(page, "https://quay.example/", rules=rules)
    assert article.title == "Bridge"
    assert line in plain_text(article)
    assert "Sign here" not in plain_text(article)
