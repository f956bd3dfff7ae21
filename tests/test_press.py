"""Whole rounds over the demo newsroom: what they do, what they leave alone, and what they say."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from mirrorpress.demo import Newsroom, NewsroomServer
from mirrors import EDITIONS, Mirror, make_mirror, settings

ALL = ("estran", "harbour-ledger", "langang", "pristan", "qandil", "sarel-wire", "yunting")
COUNTER = "metrics.tallyhouse.example"  # the newsroom's counting pixel


@pytest.fixture
def server() -> Iterator[NewsroomServer]:
    with NewsroomServer(Newsroom(1)) as running:
        yield running


@pytest.fixture
def mirror(server: NewsroomServer, tmp_path: Path) -> Mirror:
    return make_mirror(tmp_path / "mirror", settings(server.newsroom, server, ALL))


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Mirror:
    """A mirror after its first round; to look at, not to change."""
    with NewsroomServer(Newsroom(1)) as running:
        text = settings(running.newsroom, running, ALL)
        mirror = make_mirror(tmp_path_factory.mktemp("done") / "mirror", text)
        mirror.round()
    return mirror


def test_two_rounds_of_the_newsroom(server: NewsroomServer, mirror: Mirror) -> None:
    first = mirror.round()
    assert (first["new"], first["changed"], first["withdrawn"]) == (44, 0, 0)
    assert first["failed"] == []
    assert [target["error"] for target in first["targets"]] == [None] * 3
    assert set(first) == {
        "new", "changed", "unchanged", "withdrawn", "failed", "targets", "seconds"
    }  # fmt: skip
    seen = mirror.published()

    server.requests.clear()
    idle = mirror.round()
    assert (idle["new"], idle["changed"], idle["unchanged"]) == (0, 0, 44)
    assert mirror.published() == seen, "a round with nothing new changes no byte, makes no commit"
    assert sum(server.requests.values()) == len(ALL), "the indexes, no more"

    server.newsroom = Newsroom(2)
    server.requests.clear()
    second = mirror.round()
    assert (second["new"], second["changed"], second["withdrawn"]) == (2, 1, 1)
    assert second["failed"] == []
    pages = [path for path, count in server.requests.items() if path.endswith(("shtml", "html"))]
    assert len(pages) <= 4, "only what changed is fetched"
    assert mirror.git("rev-list", "--count", "main").strip() == "2"
    assert not [path for path in server.requests if path.startswith(COUNTER)]


def test_every_article_says_where_it_is_from(done: Mirror) -> None:
    newsroom = Newsroom(1)
    truth = newsroom.truth()
    outlets = {outlet.name: outlet.title for outlet in newsroom.outlets}
    pages = {
        page: page.read_text("utf-8")
        for page in (done.folder / "public/web/articles").rglob("*.html")
    }
    assert len(pages) == len(truth)
    for url, article in truth.items():
        found = [text for text in pages.values() if f'href="{url}"' in text]
        assert len(found) == 1, url
        shown = re.sub(r"<[^>]+>", "", found[0])
        assert outlets[article.outlet] in shown
        day = article.published.astimezone().strftime("%Y-%m-%d")
        assert day[:8] in shown
        assert "UTC" in shown
        for author in article.bylines:
            assert author in shown


def test_no_page_asks_another_host_for_anything(done: Mirror) -> None:
    for page in (done.folder / "public").rglob("*"):
        if page.suffix in (".html", ".md", ".css"):
            text = page.read_text("utf-8")
            loads = re.findall(r"(?:src|srcset|poster)=[\"']?([^\"'\s>]+)", text)
            loads += re.findall(r"!\[[^\]]*\]\(([^)\s]+)", text)
            loads += re.findall(r"url\(([^)]+)\)", text)
            assert not [one for one in loads if re.match(r"(?:\w+:)?//|data:", one)], page
            assert "<script" not in text


def test_one_changed_byte_is_found_and_named(done: Mirror, tmp_path: Path) -> None:
    for place in ("public/git", "public/web", "remote.git"):
        status, said = command("verify", str(done.folder / place))
        assert status == 0, said
    copy = tmp_path / "copy"
    shutil.copytree(done.folder / "public/web", copy)
    page = min((copy / "articles").rglob("*.html"))
    content = bytearray(page.read_bytes())
    content[len(content) // 2] ^= 1
    page.write_bytes(content)
    status, said = command("verify", str(copy))
    assert status == 3
    assert f"changed: {page.relative_to(copy)}" in said


def command(*words: str) -> tuple[int, str]:
    """A command that takes no -C."""
    done = subprocess.run(
        [sys.executable, "-m", "mirrorpress", *words], capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


def test_a_dead_source_costs_itself_only(server: NewsroomServer, tmp_path: Path) -> None:
    dead = '[[source]]\nname = "dead"\nurl = "http://127.0.0.1:1/feed.xml"\nlocal = true\n'
    private = '[[source]]\nname = "private"\nurl = "http://127.0.0.1:8080/feed.xml"\n'
    text = settings(server.newsroom, server, ("estran",), dead + private + EDITIONS)
    mirror = make_mirror(tmp_path / "mirror", text)
    summary = mirror.round()
    assert summary["new"] == 6
    assert [failure["source"] for failure in summary["failed"]] == ["dead", "private"]
    assert all(failure["url"] and failure["error"] for failure in summary["failed"])
    assert mirror.run("run", "--json").returncode == 1


def test_a_dead_target_is_named_and_caught_up_later(server: NewsroomServer, tmp_path: Path) -> None:
    bad = '[[target]]\nname = "bad"\nurl = "blocked/web"\neditions = ["web"]\n'
    text = settings(server.newsroom, server, ("estran",), EDITIONS + bad)
    mirror = make_mirror(tmp_path / "mirror", text)
    (mirror.folder / "blocked").write_text("a file where a folder should be")
    first = mirror.round()
    errors = {target["target"]: target["error"] for target in first["targets"]}
    assert errors.pop("bad")
    assert set(errors.values()) == {None}
    (mirror.folder / "blocked").unlink()
    second = mirror.round()
    assert [target["error"] for target in second["targets"]] == [None] * 4
    held = {path.name for path in (mirror.folder / "blocked/web").iterdir()}
    assert held == {path.name for path in (mirror.folder / "public/web").iterdir()}


def test_a_new_masthead_reprints_and_a_new_zone_moves_days(
    server: NewsroomServer, tmp_path: Path
) -> None:
    text = settings(server.newsroom, server, ("langang",))
    mirror = make_mirror(tmp_path / "mirror", text)
    mirror.round()
    before = {path.name for path in (mirror.folder / "public/web/days").rglob("*.html")}
    settings_file = mirror.folder / "mirror.toml"
    settings_file.write_text(
        text.replace('name = "Test mirror"', 'name = "Other"\ntimezone = "Pacific/Kiritimati"')
    )
    mirror.round()
    assert "Other" in (mirror.folder / "public/web/index.html").read_text("utf-8")
    after = {path.name for path in (mirror.folder / "public/web/days").rglob("*.html")}
    assert after != before
    links = re.findall(
        r'href="(days/[^"]+)"', (mirror.folder / "public/web/index.html").read_text("utf-8")
    )
    assert links
    assert all((mirror.folder / "public/web" / link).is_file() for link in links)


def test_a_wrong_file_tells_all_its_mistakes(tmp_path: Path) -> None:
    mirror = make_mirror(tmp_path / "mirror", "[mirror]\ntimezone = 'Mars'\n[[sorce]]\n")
    done = mirror.run("run")
    assert done.returncode == 2
    assert done.stdout == ""
    for said in ("mirror.name", "mirror.timezone", "did you mean 'source'?", "mirror.toml"):
        assert said in done.stderr


def test_add_brings_single_articles(server: NewsroomServer, tmp_path: Path) -> None:
    text = settings(server.newsroom, server, ("estran",))
    mirror = make_mirror(tmp_path / "mirror", text)
    url = next(url for url, one in server.newsroom.truth().items() if one.outlet == "estran")
    done = mirror.run("add", url, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["new"] == 1
    assert mirror.round()["new"] == 5
    assert json.loads(mirror.run("add", url, "--json").stdout)["new"] == 0


def test_an_article_that_two_sources_list_is_filed_under_the_first(
    server: NewsroomServer, tmp_path: Path
) -> None:
    text = settings(server.newsroom, server, ("estran",))
    twin = text[text.index("[[source]]") : text.index("[[edition]]")]
    both = twin.replace('"estran"', '"first"') + twin
    mirror = make_mirror(tmp_path / "mirror", text.replace(twin, both))
    summary = mirror.round()
    assert (summary["new"], summary["failed"]) == (6, [])
    filed = {
        page.name.split("-")[0] for page in mirror.folder.glob("public/web/articles/*/*/*/*.html")
    }
    assert filed == {"first"}


def test_quiet_says_nothing_and_status_what_is_there(
    server: NewsroomServer, tmp_path: Path
) -> None:
    mirror = make_mirror(tmp_path / "mirror", settings(server.newsroom, server, ("estran",)))
    quiet = mirror.run("run", "--quiet")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    status = mirror.run("status")
    assert "estran: 6 articles" in status.stdout
    plain = mirror.run("run")
    assert "0 new, 0 changed, 6 unchanged" in plain.stdout
    assert "Sources looked at: 1 of 1" in plain.stderr


@pytest.mark.parametrize(
    ("rest", "edition"),
    [
        ('[[edition]]\nname = "git"\nformat = "markdown"\n', "git"),
        ("", "web"),
    ],
    ids=["as in the README", "without editions"],
)
def test_serve_shows_an_edition_straight_from_the_store(
    server: NewsroomServer, tmp_path: Path, rest: str, edition: str
) -> None:
    """No folder target is needed."""
    target = '[[target]]\nname = "host"\nkind = "git"\nurl = "remote.git"\n' if rest else ""
    text = settings(server.newsroom, server, ("estran",), rest + target)
    mirror = make_mirror(tmp_path / "mirror", text)
    mirror.run("run")
    command = mirror.command("serve", "--port", "0")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        url = serving.stdout.readline().split()[0]
        with urlopen(url) as answer:
            shown = answer.read().decode()
        serving.terminate()
    assert "Test mirror" in shown
    assert ("<html" in shown) is (edition == "web")
    assert mirror.run("serve", "--edition", "none").returncode == 2
