"""`rules check`, and `extract --rules`."""

import json
from pathlib import Path

import pytest

from cli.commands import run

PAGE = """<title>Bridge</title><h1>Bridge</h1><div class=text>
<p>The council voted on Tuesday to close the old bridge for lorries until the spring.</p>
<p>Drivers will have to use the ring road, which adds about nine kilometres to the way.</p>
<p class=more>Divers found cracks in two of the piers when they looked at them in the autumn.</p>
</div>"""
RULES = """host = "quay.example"
checked = 2026-11-01
remove = [".more"]
"""
TEST = """
[[test]]
page = "pages/bridge.html"
url = "https://quay.example/bridge"
lacks = ["piers"]
contains = ["old bridge"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Rules of one site, with a test that passes."""
    (tmp_path / "rules" / "pages").mkdir(parents=True)
    (tmp_path / "rules" / "pages" / "bridge.html").write_text(PAGE)
    (tmp_path / "rules" / "quay.example.toml").write_text(RULES + TEST)
    return tmp_path / "rules"


def test_rules_that_are_right(folder: Path) -> None:
    (folder / "other.example.toml").write_text(RULES.replace("quay", "other"))
    result = run("rules", "check", str(folder))
    assert result.output.decode().splitlines() == [
        "other.example.toml: tests: none",
        "quay.example.toml: tests: 1 passed",
    ]
    assert (result.status, result.said) == (0, "")


def test_a_test_that_fails(folder: Path) -> None:
    (folder / "quay.example.toml").write_text(RULES.replace(".more", ".less") + TEST)
    result = run("rules", "check", str(folder))
    assert result.output.decode().splitlines() == [
        "quay.example.toml: tests: 1 of 1 failed",
        "  pages/bridge.html: the text contains 'piers'",
    ]
    assert result.status == 1


def test_a_saved_page_that_is_missing(folder: Path) -> None:
    (folder / "pages" / "bridge.html").unlink()
    result = run("rules", "check", str(folder))
    assert b"1 of 1 failed" in result.output
    assert b"bridge.html cannot be read" in result.output
    assert result.status == 1


def test_a_bad_file_is_reported_with_its_line(folder: Path) -> None:
    (folder / "bad.example.toml").write_text(RULES.replace("quay", "bad").replace(".more", "a:b"))
    result = run("rules", "check", str(folder))
    assert result.said.startswith("bad.example.toml:3: remove: ':b' cannot be used")
    assert result.output == b"quay.example.toml: tests: 1 passed\n"
    assert result.status == 1


def test_a_file_of_ftr_site_config_has_no_saved_pages(folder: Path) -> None:
    (folder / "ftr.example.txt").write_text("body: //p\ntest_url: https://ftr.example/a\n")
    result = run("rules", "check", str(folder))
    assert b"ftr.example.txt: tests: none\n" in result.output
    assert result.status == 0


def test_a_folder_without_rules(tmp_path: Path) -> None:
    result = run("rules", "check", str(tmp_path))
    assert (result.status, result.output) == (0, b"")
    assert "has no rules" in result.said


@pytest.mark.parametrize("site_memory", [(), ("--site-memory",)])
def test_extract_uses_the_rules_of_each_page(folder: Path, site_memory: tuple[str, ...]) -> None:
    (folder / "bad.example.toml").write_text("x")
    urls = ("https://www.quay.example/bridge", "https://other.example/bridge", None)
    lines = [json.dumps({"id": n, "html": PAGE, "url": url}) for n, url in enumerate(urls)]
    result = run("extract", "--jsonl", *site_memory, "--rules", str(folder), given="\n".join(lines))
    assert ["piers" in answer["text"] for answer in result.lines] == [False, True, True]
    assert all("ring road" in answer["text"] for answer in result.lines)
    assert result.said.startswith("bad.example.toml:1: ")
    assert result.status == 0


def test_extract_uses_rules_for_one_page(folder: Path) -> None:
    page = str(folder / "pages" / "bridge.html")
    rules = ("--rules", str(folder), "--format", "text")
    assert b"piers" in run("extract", page, *rules).output
    found = run("extract", page, *rules, "--url", "https://quay.example/bridge").output
    assert b"piers" not in found
    assert b"ring road" in found


def test_explain_shows_what_each_rule_did(folder: Path) -> None:
    page = str(folder / "pages" / "bridge.html")
    (folder / "quay.example.toml").write_text(RULES + 'body = [".gone", "[class=text]"]\n')
    arguments = ("extract", "--explain", page, "--rules", str(folder))
    lines = run(*arguments, "--url", "https://quay.example/bridge").output.decode().splitlines()
    assert [" ".join(line.split()) for line in lines[:3]] == [
        "rule body .gone matches nothing",
        "rule body [class=text] matches 1 element: the body",
        "rule remove .more matches 1 element",
    ]
    assert lines[-1].startswith("dropped  rule: remove .more  Divers")
    assert lines[-2].startswith("kept     paragraph           Drivers")
    assert b"rule" not in run(*arguments).output


def test_explain_html_shows_rules_as_text(folder: Path, tmp_path: Path) -> None:
    page, file = str(folder / "pages" / "bridge.html"), tmp_path / "out.html"
    rule = RULES.replace('".more"', "'[n=\"<i>\"], .more'")
    (folder / "quay.example.toml").write_text(rule)
    url = ("--url", "https://quay.example/")
    run("extract", "--explain-html", str(file), page, "--rules", str(folder), *url)
    shown = file.read_text()
    assert "<h2>Rules</h2>" in shown
    assert "remove [n=&#34;&lt;i&gt;&#34;], .more</code> matches 1 element</li>" in shown
    run("extract", "--explain-html", str(file), page, *url)
    assert "<h2>Rules</h2>" not in file.read_text()


def test_explain_says_that_the_rules_leave_no_article(folder: Path) -> None:
    page = str(folder / "pages" / "bridge.html")
    (folder / "quay.example.toml").write_text(RULES.replace(".more", "p"))
    url = ("--url", "https://quay.example/bridge")
    result = run("extract", "--explain", page, "--rules", str(folder), *url)
    assert (result.status, b"rule" in result.output) == (0, False)
    assert result.said.endswith("no article with the rules of its site; read without them\n")
