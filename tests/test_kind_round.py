"""A round with kinds of another package: the examples of docs/extending.md, in real processes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kind_package import Install, install
from mirrorpress.demo import Newsroom, NewsroomServer
from mirrors import make_mirror, settings

__all__ = ["install"]

EXAMPLES = Path(__file__).parent.parent / "docs" / "extending.md"
DISK = """

class Session:
    def __init__(self, root):
        self.root = Path(root)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def mkd(self, path):
        (self.root / path).mkdir(parents=True, exist_ok=True)

    def storbinary(self, command, file):
        (self.root / command.removeprefix("STOR ")).write_bytes(file.read())

    def retrbinary(self, command, take):
        file = self.root / command.removeprefix("RETR ")
        if not file.exists():
            raise ftplib.error_perm("550")
        take(file.read_bytes())


class Disk(FtpTarget):
    def _session(self):
        return Session(self._target.url)
"""
KINDS = {"sources gemini": "read_gemlog", "layouts markdown.plain": "Plain", "targets disk": "Disk"}
REST = """
[[source]]
name = "log"
kind = "gemini"
path = "log.gmi"
local = true
most = 2
[[edition]]
name = "text"
layout = "plain"
note = "From the harbour."
[[target]]
name = "disk"
kind = "disk"
url = "{folder}"
folder = "pub"
"""


def test_a_round_with_kinds_of_another_package(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = re.findall(r"```python\n(.*?)```", EXAMPLES.read_text("utf-8"), re.S)
    kinds = [block for block in blocks if "Options" in block]
    module = install("".join(kinds) + DISK, KINDS)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / module))
    newsroom, disk = Newsroom(1), tmp_path / "disk"
    articles = sorted(
        report.url for report in newsroom.reports if report.outlet.name == "harbour-ledger"
    )[:3]
    assert len(articles) == 3
    with NewsroomServer(newsroom) as server:
        text = settings(newsroom, server, (), REST.format(folder=disk))
        mirror = make_mirror(tmp_path / "mirror", text)
        log = "".join(f"=> {url} 2026-03-04 - Title\n" for url in articles)
        (mirror.folder / "log.gmi").write_text(log)
        summary = mirror.round()
    assert (summary["new"], summary["failed"]) == (2, [])
    pages = sorted((disk / "pub").rglob("articles/**/*.txt"))
    assert len(pages) == 2
    assert all(page.read_text().endswith("\nFrom the harbour.\n") for page in pages)
    assert (disk / "pub/index.txt").read_text().count("\n") == 2
    toml = mirror.folder / "mirror.toml"
    toml.write_text(toml.read_text().replace("most = 2", "mots = 2"))
    done = mirror.run("build")
    assert done.returncode == 2
    assert "did you mean 'most'" in done.stderr
