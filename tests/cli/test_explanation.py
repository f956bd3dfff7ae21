"""extract --explain: what became of each line of a page, in a pipe and on a terminal."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from cli.commands import run
from mirrorpress.cli import cli
from mirrorpress.errors import RunError

TEXT = (
    "The ferry to Heron Island sailed again on Monday, nine days after the storm closed the pier.",
    "Harbour master Odette Varga said that divers had checked every pile of the landing stage.",
    "Some three hundred passengers waited at dawn, many of them with bicycles and baskets.",
)


def page(extra: str = "") -> str:
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    return (
        "<html><head><title>Ferry sails again</title></head><body>"
        f'<article class="story"><h1>Ferry sails again</h1>{body}{extra}</article>'
        '<div class="newsletter"><p>Sign up</p></div><div>Imprint</div></body></html>'
    )


def test_each_line_of_the_page_is_one_line() -> None:
    result = run("extract", "--explain", given=page())
    assert result.status == 0
    assert result.said == ""
    assert result.output.decode().splitlines() == [
        "kept     title                                Ferry sails again",
        *(f"kept     paragraph                            {line[:80]}…" for line in TEXT),
        'dropped  class "newsletter" of a div          Sign up',
        "dropped  outside of the body (article.story)  Imprint",
    ]


def test_a_text_that_may_not_be_the_articles_is_named() -> None:
    result = run("extract", "--explain", given=page("<p>Gauge</p>" * 500))
    assert "the text may not be that of the article (confidence 0." in result.said
    assert result.status == 0


def test_colours_are_for_terminals() -> None:
    arguments = ["extract", "--explain"]
    shown = CliRunner().invoke(cli, arguments, input=page(), color=True, standalone_mode=False)
    assert click.style("dropped", fg="red") in shown.output
    assert b"\x1b" not in run(*arguments, given=page()).output


def test_nothing_of_a_page_moves_the_cursor() -> None:
    hostile = '<p class="x">Boats \x1b[31mred \u202eback</p><div class="ad-\x1b[2J">Gone</div>'
    output = run("extract", "--explain", given=page(hostile)).output.decode()
    assert r"Boats [31mred \u202eback" in output  # control characters are no text
    assert "\x1b" not in output
    assert "\u202e" not in output


def test_lines_that_are_not_shown_are_counted() -> None:
    output = run("extract", "--explain", given=page("<p>Gauge</p>" * 5_000)).output.decode()
    assert output.splitlines()[-1] == "… and 6 more"


def test_several_pages_are_named_and_one_that_fails_is_explained(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    good.write_text(page())
    bad.write_text("<body><footer>Imprint</footer></body>")
    result = run("extract", "--explain", str(good), "none.html", str(bad))
    lines = result.output.decode().splitlines()
    assert result.status == 1
    assert lines[0] == f"{good}:"
    assert lines[-2:] == [f"{bad}:", "dropped  element footer  Imprint"]
    assert "none.html cannot be read" in result.said
    assert f"{bad}: " in result.said


def test_a_batch_is_not_explained() -> None:
    with pytest.raises(click.UsageError, match="leave out --jsonl"):
        run("extract", "--explain", "--jsonl")


# --explain-html


def test_the_html_file_shows_lines_and_article_and_loads_nothing(tmp_path: Path) -> None:
    hostile = (
        "<p>&lt;script>alert(1)&lt;/script></p>"
        '<figure><img src="https://gazette.example/pier.jpg" alt=""><figcaption>&lt;b>Pier'
        "</figcaption></figure><ul><li>High at six</li></ul>"
        "<table><tr><th>Hour</th><th>Mark</th></tr><tr><td>Six</td><td>2.4 m</td></tr></table>"
        f"<p>{TEXT[0][::-1]}</p>"
    )
    file = tmp_path / "why.html"
    result = run("extract", "--explain-html", str(file), given=page(hostile))
    assert (result.status, result.output, result.said) == (0, b"", "")
    html = file.read_text("utf-8")
    document = LexborHTMLParser(html)
    lines = document.css("ol.lines li")
    assert [line.attributes["class"] for line in lines[-2:]] == ["dropped", "dropped"]
    assert lines[0].text() == "kept: titleFerry sails again"
    assert [node.text() for node in document.css("article > p")][:3] == list(TEXT)
    assert "<script" not in html
    assert "<b>" not in html
    assert document.css("[src], [href], [srcset], script, link, iframe, img") == []
    policy = document.css_first('[http-equiv="Content-Security-Policy"]').attributes["content"]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"
    assert "https://gazette.example/pier.jpg" in document.css_first("article").text()
    texts = document.css("ol.lines p, article p, article h1")
    assert {node.attributes.get("dir") for node in texts} == {"auto"}


def test_the_html_file_of_a_page_without_an_article(tmp_path: Path) -> None:
    file = tmp_path / "why.html"
    result = run("extract", "--explain-html", str(file), given="<footer>Imprint</footer>")
    assert result.status == 1
    assert result.said
    assert "element footer" in file.read_text("utf-8")


def test_half_a_character_can_be_written(tmp_path: Path) -> None:
    data = '{"@type": "NewsArticle", "headline": "Ferry", "author": "Lin \\ud83d"}'
    html = page().replace("</head>", f'<script type="application/ld+json">{data}</script></head>')
    file = tmp_path / "why.html"
    assert run("extract", "--explain", "--explain-html", str(file), given=html).status == 0
    assert "Lin" in file.read_text("utf-8")


def test_the_page_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(page())
    with pytest.raises(click.UsageError, match="would overwrite"):
        run("extract", "--explain-html", str(file), str(file))
    with pytest.raises(click.UsageError, match="one page"):
        run("extract", "--explain-html", str(tmp_path / "why.html"), str(file), "other.html")
    with pytest.raises(RunError, match="cannot be written"):
        run("extract", "--explain-html", str(tmp_path / "no" / "why.html"), str(file))
    assert file.read_text() == page()
