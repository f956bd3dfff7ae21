"""Layout `archive` in whole rounds: names stay, late articles get the next number."""

from __future__ import annotations

from pathlib import Path

from mirrorpress.demo import Newsroom, NewsroomServer
from mirrors import Mirror, dead_links, make_mirror, settings

EDITIONS = """
[[edition]]
name = "archive"
format = "markdown"
layout = "archive"
[[target]]
name = "folder"
path = "public/archive"
editions = ["archive"]
[[target]]
name = "remote"
kind = "git"
url = "remote.git"
editions = ["archive"]
"""


def names(mirror: Mirror) -> list[str]:
    root = mirror.folder / "public/archive"
    return sorted(str(path.relative_to(root)) for path in root.glob("articles/*/*.md"))


def test_two_rounds(tmp_path: Path) -> None:
    with NewsroomServer(Newsroom(1)) as server:
        text = settings(server.newsroom, server, ("yunting", "harbour-ledger"), EDITIONS)
        mirror = make_mirror(tmp_path / "mirror", text)
        assert mirror.round()["failed"] == []
        first = names(mirror)
        server.newsroom = Newsroom(2)
        summary = mirror.round()
        assert summary["failed"] == []
        second = names(mirror)
    root = mirror.folder / "public/archive"
    assert set(first) < set(second), "no name changes"
    for source in ("yunting", "harbour-ledger"):
        numbers = [name.split("/")[2][:7] for name in second if f"/{source}/" in name]
        assert numbers == [str(2**20 - n) for n in range(len(numbers), 0, -1)]
    assert len(second) == len(first) + summary["new"]
    assert dead_links(root) == []
    published = mirror.git("ls-tree", "-r", "-z", "--name-only", "main").split("\0")
    assert set(second) < set(published)
    for copy in (root, mirror.folder / "remote.git"):
        verified = mirror.verify(copy, root / "mirror.pub", *(("--git",) if copy.suffix else ()))
        assert verified.returncode == 0, verified.stderr
