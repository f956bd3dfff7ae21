"""extract, feed and group: JSON lines in, JSON out, and no line that fails a batch."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from cli.commands import run
from mirrorpress.cli.tools import MAX_BYTES
from mirrorpress.errors import RunError

KEYS = [
    "id", "url", "title", "subtitle", "bylines", "published", "modified", "language", "publisher",
    "section", "lead", "text", "html", "blocks", "images", "embeds", "error",
]  # fmt: skip
FEED_KEYS = ["source", "format", "title", "language", "entries", "problems", "error"]
ENTRY_KEYS = [
    "id", "url", "title", "authors", "published", "updated", "summary", "content", "media",
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


def batch(*items: Any) -> str:
    return "".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in items)


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


# feed

RSS = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>Heron Gazette</title><language>en</language>
<item><guid>a1</guid><link>https://gazette.example/ferry</link><title>Ferry &amp; pier</title>
<pubDate>Sun, 04 May 2031 07:30:00 +0800</pubDate><author>Lin Wei</author>
<description>&lt;p&gt;It &lt;b&gt;sailed&lt;/b&gt;.&lt;/p&gt;</description>
<enclosure url="https://img.example/pier.jpg" type="image/jpeg" length="7"/></item>
<item><guid>a2</guid><link>https://gazette.example/fog</link><title>الضباب</title></item>
</channel></rss>
"""


def test_a_feed_is_told_with_every_key(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS, "utf-8")
    result = run("feed", str(tmp_path / "feed.xml"))
    (line,) = result.lines
    assert result.status == 0
    assert list(line) == FEED_KEYS
    assert (line["source"], line["title"], line["language"], line["error"]) == (
        str(tmp_path / "feed.xml"),
        "Heron Gazette",
        "en",
        None,
    )
    assert [list(entry) for entry in line["entries"]] == [ENTRY_KEYS] * 2
    ferry, fog = line["entries"]
    assert (ferry["id"], ferry["title"], ferry["summary"]) == ("a1", "Ferry & pier", "It sailed.")
    assert ferry["published"] == "2031-05-04T07:30:00+08:00"
    assert ferry["media"] == [
        {"url": "https://img.example/pier.jpg", "type": "image/jpeg", "title": None}
    ]
    assert (fog["title"], fog["published"], fog["media"]) == ("الضباب", None, [])


def test_feeds_come_in_order_and_none_fails_the_batch(tmp_path: Path) -> None:
    (tmp_path / "good.xml").write_text(RSS, "utf-8")
    (tmp_path / "good.xml.gz").write_bytes(gzip.compress(RSS.encode()))
    (tmp_path / "empty.xml").write_bytes(b"")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "page.html").write_text(page())
    (tmp_path / "torn.gz").write_bytes(gzip.compress(RSS.encode())[:-30])
    expected = {
        "good.xml": True,
        "none.xml": False,
        "empty.xml": False,
        "good.xml.gz": True,
        "noise.bin": False,
        "page.html": False,
        "torn.gz": False,
        ".": False,
    }
    names = [str(tmp_path / name) for name in expected]
    result = run("feed", *names)
    assert result.status == 1
    assert [line["source"] for line in result.lines] == names
    assert [line["error"] is None for line in result.lines] == list(expected.values())
    assert all(list(line) == FEED_KEYS for line in result.lines)


@pytest.mark.parametrize("arguments", [("-",), ()])
def test_a_feed_on_standard_input(arguments: tuple[str, ...]) -> None:
    (line,) = run("feed", *arguments, given=RSS).lines
    assert (line["source"], len(line["entries"])) == ("-", 2)


@contextmanager
def serving(content: bytes) -> Iterator[str]:
    """A server on loopback that has one feed and nothing else."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/feed.xml"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(content) if found else 0))
            self.end_headers()
            self.wfile.write(content if found else b"")

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_feeds_on_the_web(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS, "utf-8")
    with serving(RSS.encode()) as root:
        names = [f"{root}/none.xml", f"{root}/feed.xml", str(tmp_path / "feed.xml")]
        result = run("feed", "--local", *names)
        refused = run("feed", f"{root}/feed.xml")
    assert [line["source"] for line in result.lines] == names
    assert [line["error"] is None for line in result.lines] == [False, True, True]
    assert "404" in result.lines[0]["error"]
    assert result.lines[1]["entries"] == result.lines[2]["entries"]
    assert refused.status == 1
    assert refused.lines[0]["error"] is not None


# group

REPORTS = (
    {
        "id": "a",
        "outlet": "gazette",
        "url": "https://gazette.example/a",
        "published": "2031-05-04T07:30:00+08:00",
        "title": "白鹭湾渡轮搁浅乘客获救",
        "text": "渡轮海燕号在白鹭湾灯塔附近搁浅。",
        "language": "zh-Hans",
    },
    {"id": "b", "title": "Comet found above the green hills", "published": None, "text": None},
    {
        "id": "c",
        "outlet": None,
        "url": None,
        "published": "2031-05-04T09:00:00+08:00",
        "title": "海燕號渡輪白鷺灣擱淺",
        "text": "渡輪海燕號於白鷺灣燈塔附近擱淺，乘客獲救。",
    },
    {"id": 7, "title": ""},
)


def test_articles_in_stories_out(tmp_path: Path) -> None:
    (tmp_path / "reports.jsonl").write_text(batch(*REPORTS), "utf-8")
    expected = {"a": "a", "b": "b", "c": "a", "7": "7"}
    for result in (
        run("group", str(tmp_path / "reports.jsonl")),
        run("group", given=batch(*REPORTS)),
        run("group", "-", given=batch(*REPORTS)),
    ):
        assert result.status == 0
        assert result.lines == [expected]
        assert list(result.lines[0]) == list(expected)


def test_events_further_apart_than_the_window_are_two(tmp_path: Path) -> None:
    later = {**REPORTS[2], "published": "2031-05-14T09:00:00+08:00"}
    assert run("group", given=batch(REPORTS[0], later)).lines == [{"a": "a", "c": "c"}]


def test_no_articles_no_stories() -> None:
    assert run("group", given="").output == b"{}\n"
    assert run("group", given="\n\n").output == b"{}\n"


def test_half_a_character_in_a_report_is_no_reason_to_stop() -> None:
    report = {"id": "a", "title": "渡轮 \ud83d", "text": "搁浅 \udf0a"}
    assert run("group", given=batch(report)).lines == [{"a": "a"}]


@pytest.mark.parametrize(
    "line", ["{nonsense", "[1]", "null", '"text"', '{"id": "x"}', '{"title": "x"}', "[" * 100_000]
)
def test_a_line_that_is_no_article_is_named(line: str) -> None:
    with pytest.raises(RunError, match="line 2 is not an article"):
        run("group", given=batch(REPORTS[0], line))


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(RunError, match=r"nowhere\.jsonl cannot be read"):
        run("group", "nowhere.jsonl")


# As a process


def process(*arguments: str, given: bytes = b"") -> tuple[int, bytes, str]:
    done = subprocess.run(
        [sys.executable, "-m", "mirrorpress", *arguments], input=given, capture_output=True
    )
    return done.returncode, done.stdout, done.stderr.decode()


def test_the_exit_status_tells_how_it_ended() -> None:
    status, output, said = process("extract", "--jsonl", given=b"{nonsense\n")
    assert (status, len(output.splitlines()), said) == (1, 1, "")
    status, output, said = process("group", "nowhere.jsonl")
    assert (status, output) == (2, b"")
    assert said.startswith("mirrorpress: nowhere.jsonl cannot be read")
    assert "Traceback" not in said


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
