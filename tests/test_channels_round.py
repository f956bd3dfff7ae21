"""Layout `channels` in whole rounds: picks, the operator's files, and links that lead somewhere."""

from __future__ import annotations

from pathlib import Path

from mirrorpress.demo import Newsroom, NewsroomServer
from mirrors import Mirror, dead_links, make_mirror, settings

EDITIONS = """
[[channel]]
name = "lisquay"
title = "Lisquay: news"
group = "Sarel coast"
[[edition]]
name = "channels"
format = "markdown"
layout = "channels"
share = "https://git.example/me/news/blob/main/"
picks = "picks.csv"
sticky = "sticky.csv"
links = "links.csv"
[[target]]
name = "folder"
path = "public/channels"
editions = ["channels"]
[[target]]
name = "remote"
kind = "git"
url = "remote.git"
editions = ["channels"]
"""
CUP = "http://www.harbourledger.example/2026/03/08/ostrey-lift-the-sarel-cup/"


def make(folder: Path, server: NewsroomServer) -> Mirror:
    text = settings(server.newsroom, server, ("yunting", "harbour-ledger"), EDITIONS)
    text = text.replace('name = "harbour-ledger"', 'name = "harbour-ledger"\nchannel = "lisquay"')
    mirror = make_mirror(folder, text)
    (folder / "picks.csv").write_text(f'{CUP},"A cup, at last"\nnonsense\n', "utf-8")
    (folder / "sticky.csv").write_text("https://mirror.example/help,Help\n", "utf-8")
    (folder / "links.csv").write_text("https://tools.example/,Tools,fixed\n", "utf-8")
    return mirror


def test_two_rounds(tmp_path: Path) -> None:
    with NewsroomServer(Newsroom(1)) as server:
        mirror = make(tmp_path / "mirror", server)
        root = mirror.folder / "public/channels"
        (failed,) = mirror.round()["failed"]
        assert (failed["source"], failed["url"]) == ("channels", "picks.csv, line 2")
        front = (root / "README.md").read_text("utf-8")
        assert "[A cup, at last](pages/lisquay/" in front
        assert "**Sarel coast** · [Lisquay: news](indexes/lisquay.md)" in front
        first = {path.relative_to(root) for path in root.glob("pages/*/*.md")}
        (mirror.folder / "picks.csv").write_text(f"{CUP},\n/pages/none.md,None\n", "utf-8")
        server.newsroom = Newsroom(2)
        summary = mirror.round()
        assert [one["url"] for one in summary["failed"]] == ["/pages/none.md"]
        assert "[Five days after the flood" in (root / "README.md").read_text("utf-8")
    second = {path.relative_to(root) for path in root.glob("pages/*/*.md")}
    assert first < second, "no path changes"
    assert dead_links(root) == []
    published = mirror.git("ls-tree", "-r", "-z", "--name-only", "main").split("\0")
    assert {str(path) for path in second} < set(published)
    for copy in (root, mirror.folder / "remote.git"):
        verified = mirror.verify(copy, root / "mirror.pub", *(("--git",) if copy.suffix else ()))
        assert verified.returncode == 0, verified.stderr


def test_a_missing_file_is_a_mistake_in_the_settings(tmp_path: Path) -> None:
    with NewsroomServer(Newsroom(1)) as server:
        mirror = make(tmp_path / "mirror", server)
        (mirror.folder / "links.csv").unlink()
        done = mirror.run("run")
    assert done.returncode == 2
    assert "edition[1].links" in done.stderr and "make the file, or correct the path" in done.stderr
