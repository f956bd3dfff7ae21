"""extract: lines in, lines out, and no line that fails a batch; saved pages."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.commands import batch, run
from mirrorpress.cli.inputs import MAX_BYTES
from mirrorpress.errors import RunError

KEYS = [
    "id", "url", "title", "subtitle", "bylines", "published", "modified", "language", "publisher",
    "section", "lead", "text", "html", "blocks", "images", "embeds", "confidence", "error",
]  # fmt: skip

SENTENCES = (
    "The ferry to Heron Island sailed again on Monday, nine days after the storm closed the pier.",
    "Harbour master Odette Varga said that divers had checked every pile of the landing stage.",
    "Some three hundred passengers waited at dawn, many of them with bicycles and baskets.",
    "The first crossing took forty minutes, twice as long as usual, because of floating timber.",
)
ARABIC = "استأنفت العبارة رحلاتها إلى جزيرة البلشون صباح الاثنين بعد تسعة أيام من العاصفة."
CHALLENGE = (
    "<html><head><title>Just a moment...</title></head><body>cf-browser-verification</body></html>"
)


def page(title: str = "Ferry sails again", paragraphs: tuple[str, ...] = SENTENCES) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title></head><body><nav>Menu</nav>'
        f"<article><h1>{title}</h1>{body}</article></body></html>"
    )


# extract --jsonl


def test_a_line_in_is_a_line_out_with_every_key() -> None:
    given = batch({"id": "a", "html": page(), "url": "https://gazette.example/ferry"})
    result = run("extract", "--jsonl", given=given)
    (line,) = result.lines
    assert list(line) == KEYS
    assert result.status == 0
    assert (line["id"], line["error"]) == ("a", None)
    assert line["title"] == "Ferry sails again"
    assert line["text"] == "\n".join(SENTENCES)
    assert line["html"].count("<p>") == 4
    assert len(line["blocks"]) == 4
    assert line["url"] == "https://gazette.example/ferry"
    assert result.said == ""


BAD_LINES: dict[str, Any] = {
    "not JSON": "{nonsense",
    "cut off": '{"id": "x", "html": "<p>',
    "not UTF-8": "\udcff",
    "not an object": "[1, 2]",
    "null": "null",
    "too deep": "[" * 100_000,
    "neither": {"id": "x"},
    "both null": {"id": "x", "html": None, "path": None},
    "html a number": {"id": "x", "html": 7},
    "path a number": {"id": "x", "path": 7},
    "no such file": {"id": "x", "path": "nowhere/none.html"},
    "a folder": {"id": "x", "path": "/"},
    "a path with NUL": {"id": "x", "path": "a\0b"},
    "standard input": {"id": "x", "path": "-"},
    "empty": {"id": "x", "html": ""},
    "no text": {"id": "x", "html": "<html><body></body></html>"},
    "a bot challenge": {"id": "x", "html": CHALLENGE},
    "a bot challenge at an address": {
        "id": "x",
        "html": CHALLENGE,
        "url": "https://gazette.example/a",
    },
    "odd types": {"id": "x", "html": CHALLENGE, "url": 7, "feed": [1]},
}


@pytest.mark.parametrize("line", BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_costs_itself_only(line: Any) -> None:
    good = {"html": page(), "url": "https://gazette.example/ferry"}
    given = batch({"id": 1, **good}, line, {"id": 2, **good})
    result = run("extract", "--jsonl", given=given.encode("utf-8", "surrogateescape"))
    first, bad, last = result.lines
    assert result.status == 1
    assert [first["id"], last["id"]] == [1, 2]
    assert [first["error"], last["error"]] == [None, None]
    assert list(bad) == KEYS
    assert isinstance(bad["error"], str)
    assert bad["error"]
    assert bad["id"] == (line["id"] if isinstance(line, dict) else None)
    assert (bad["title"], bad["text"], bad["blocks"]) == (None, "", [])


def test_a_refused_page_keeps_its_address() -> None:
    url = "https://gazette.example/a"
    (line,) = run(
        "extract", "--jsonl", given=batch({"id": "x", "html": CHALLENGE, "url": url})
    ).lines
    assert line["url"] == url
    assert "Cloudflare" in line["error"]


@pytest.mark.parametrize(
    "odd",
    [
        {"url": "https://[bad"},
        {"url": "javascript:alert(1)"},
        {"url": "nonsense"},
        {"url": None},
        {"feed": {"title": 7, "author": None, "published": "soon"}},
        {"feed": None},
        {"unknown": "key"},
    ],
)
def test_odd_company_does_not_stop_the_batch(odd: dict[str, Any]) -> None:
    given = batch({"id": 1, "html": page(), **odd}, {"id": 2, "html": page()})
    lines = run("extract", "--jsonl", given=given).lines
    assert [line["id"] for line in lines] == [1, 2]
    assert [list(line) for line in lines] == [KEYS, KEYS]
    assert lines[1]["error"] is None


def test_half_a_character_in_a_page_can_be_printed() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "Ferry", "author": "Lin \ud83d"})
    html = page().replace("</head>", f'<script type="application/ld+json">{data}</script></head>')
    given = batch({"id": 1, "html": html}, {"id": 2, "html": page()})
    lines = run("extract", "--jsonl", given=given).lines
    assert [line["error"] for line in lines] == [None, None]
    assert lines[0]["text"] == "\n".join(SENTENCES)


def test_half_a_character_in_a_line_can_be_read() -> None:
    (line,) = run(
        "extract", "--jsonl", given=batch({"id": "\ud83d", "html": page("\udf0a Tide")})
    ).lines
    assert (line["id"], line["error"]) == ("\ud83d", None)
    assert line["title"].endswith("Tide")


@pytest.mark.parametrize(
    "name", ["a", 7, None, 1.5, True, ["x", {"y": 1}], 123456789012345678901234567890, "涨潮"]
)
def test_an_id_comes_back_as_it_was_given(name: object) -> None:
    (line,) = run("extract", "--jsonl", given=batch({"id": name, "html": page()})).lines
    assert line["id"] == name


def test_the_order_is_kept_and_blank_lines_say_nothing() -> None:
    lines = [{"id": number, "html": page() if number % 2 else ""} for number in range(9)]
    given = "\n\n".join(json.dumps(line) for line in lines)
    assert [line["id"] for line in run("extract", "--jsonl", given=given).lines] == list(range(9))
    assert run("extract", "--jsonl", given="\n \n").output == b""


def test_pages_may_lie_in_files(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page())
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(page().encode()))
    (tmp_path / "c.html.gz").write_bytes(gzip.compress(page().encode())[:-20])
    (tmp_path / "d.html.gz").write_bytes(b"\x1f\x8b" + bytes(100))
    (tmp_path / "e.html.gz").write_bytes(_broken_inside(gzip.compress(page().encode())))
    names = [f"{one}.html" + (".gz" if one > "a" else "") for one in "abcde"]
    items = tmp_path / "items.jsonl"
    items.write_text(batch(*({"id": name, "path": str(tmp_path / name)} for name in names)))
    result = run("extract", "--jsonl", str(items))
    assert [line["id"] for line in result.lines] == names
    assert [line["error"] is None for line in result.lines] == [True, True, False, False, False]
    assert result.lines[0]["text"] == result.lines[1]["text"]


def _broken_inside(content: bytes) -> bytes:
    return content[:12] + bytes(len(content) - 20) + content[-8:]


def test_what_the_feed_says_fills_what_the_page_lacks() -> None:
    said = {"title": "Ferry", "author": "Lin Wei", "published": "2031-05-04T07:30:00+08:00"}
    (line,) = run("extract", "--jsonl", given=batch({"id": 1, "html": page(), "feed": said})).lines
    assert line["bylines"] == ["Lin Wei"]
    assert line["published"] == "2031-05-04T07:30:00+08:00"


def test_a_batch_that_cannot_be_read_is_no_batch() -> None:
    with pytest.raises(RunError, match=r"nowhere\.jsonl cannot be read"):
        run("extract", "--jsonl", "nowhere.jsonl")


# extract PATH


def test_pages_are_named_as_they_were_given(tmp_path: Path) -> None:
    plain, zipped = tmp_path / "a.html", tmp_path / "b.html.gz"
    plain.write_text(page())
    zipped.write_bytes(gzip.compress(page("Second page").encode()))
    result = run("extract", str(plain), str(zipped))
    assert result.status == 0
    assert [(line["id"], line["title"]) for line in result.lines] == [
        (str(plain), "Ferry sails again"),
        (str(zipped), "Second page"),
    ]
    assert [list(line) for line in result.lines] == [KEYS, KEYS]


@pytest.mark.parametrize("arguments", [("-",), ()])
@pytest.mark.parametrize("packed", [True, False])
def test_a_page_on_standard_input(arguments: tuple[str, ...], packed: bool) -> None:
    content = page().encode()
    given = gzip.compress(content) if packed else content
    url = "https://gazette.example/ferry"
    (line,) = run("extract", *arguments, "--url", url, given=given).lines
    assert (line["id"], line["title"], line["url"]) == ("-", "Ferry sails again", url)


def test_text_and_html_alone(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(paragraphs=(ARABIC, *SENTENCES)), "utf-8")
    text = run("extract", "--format", "text", str(tmp_path / "a.html")).output.decode()
    assert text.splitlines() == [ARABIC, *SENTENCES]
    html = run("extract", "--format", "html", str(tmp_path / "a.html")).output.decode()
    assert html.count("<p>") == 5
    assert "Menu" not in html


def test_a_page_that_fails_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "challenge.html").write_text(CHALLENGE)
    (tmp_path / "good.html").write_text(page())
    names = [str(tmp_path / name) for name in ("none.html", "challenge.html", "good.html")]
    result = run("extract", *names)
    assert result.status == 1
    assert [line["id"] for line in result.lines] == names
    assert [line["error"] is None for line in result.lines] == [False, False, True]
    assert "none.html cannot be read" in result.said
    assert "Cloudflare" in result.said
    assert run("extract", "--format", "text", *names).output.decode().splitlines() == [*SENTENCES]


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(bytes(MAX_BYTES + 1), 1))
    result = run("extract", str(tmp_path / "bomb.gz"))
    assert result.status == 1
    assert "is larger than" in result.lines[0]["error"]


# As a process


def test_answers_come_one_by_one() -> None:
    """A batch may be a dialogue: each line is answered before the next is asked for."""
    line = batch({"id": 1, "html": page()}).encode()
    command = [sys.executable, "-m", "mirrorpress", "extract", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for _ in range(2):
            running.stdin.write(line)
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == 1
        running.stdin.close()
        assert running.stdout.read() == b""
    assert running.returncode == 0
