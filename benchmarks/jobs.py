"""The job that is measured, done by mirrorpress and by the peer, each in processes of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measure import BenchmarkFailed, Cost, run
from benchmarks.newsroom import OUTLETS
from benchmarks.server import Server

SECONDS = 3_600.0  # no measured command may take longer

_HEAD = """
[mirror]
name = "Bench"
languages = ["en", "zh-Hans", "fr", "ar"]

[fetch]
delay = 0
deadline = 86400
"""
_MARKDOWN = """
[[edition]]
name = "markdown"
format = "markdown"
"""
_WEB = """
[[edition]]
name = "web"
format = "web"
"""
_FOLDERS = """
[[target]]
name = "folder"
kind = "folder"
path = "public"
"""
_REMOTE = """
[[target]]
name = "remote"
kind = "git"
url = "remote.git"
editions = ["markdown"]
"""


@dataclass(frozen=True, slots=True)
class Mirror:
    """A mirror of a newsroom, in a folder.

    Args:
        whole: everything mirrorpress makes (Markdown and web editions, a folder, a git remote, a
            signature), not Markdown in a folder alone, which is what the peer makes.
    """

    directory: Path
    server: Server
    pictures: bool = True
    whole: bool = False

    def prepare(self) -> None:
        """Write its settings, and its key where it has one."""
        self.directory.mkdir(parents=True, exist_ok=True)
        (self.directory / "mirror.toml").write_text(self._settings(), encoding="utf-8")
        if self.whole:
            self._command("keys", "new")

    def round(self) -> tuple[Cost, dict[str, Any]]:
        """One `mirrorpress run`, measured, and its summary."""
        command = [sys.executable, "-m", "mirrorpress", "run", "--json", "-C", str(self.directory)]
        cost = run(command, seconds=SECONDS)
        summary: dict[str, Any] = json.loads(cost.output)
        return cost, summary

    def first_round(self, articles: int) -> Cost:
        """A round that must bring so many articles."""
        cost, summary = self.round()
        if summary["new"] != articles or summary["failed"]:
            raise BenchmarkFailed(f"{articles} articles were to come, this came: {summary}")
        return cost

    def _settings(self) -> str:
        resolve = "".join(f'"{host}" = "{self.server.address}"\n' for host in self.server.hosts)
        sources = "".join(
            f'\n[[source]]\nname = "{outlet.name}"\ntitle = "{outlet.title}"\n'
            f'url = "{outlet.feed}"\nlanguage = "{outlet.language.tag}"\nlocal = true\n'
            for outlet in OUTLETS
        )
        editions = _MARKDOWN + (_WEB if self.whole else "")
        targets = _FOLDERS + (_REMOTE if self.whole else "")
        pictures = f"\n[pictures]\nkeep = {'true' if self.pictures else 'false'}\n"
        return f"{_HEAD}\n[fetch.resolve]\n{resolve}{pictures}{sources}{editions}{targets}"

    def _command(self, *words: str) -> None:
        command = [sys.executable, "-m", "mirrorpress", *words, "-C", str(self.directory)]
        subprocess.run(command, check=True, capture_output=True)


def loop(server: Server, out: Path, articles: int, *, pictures: int) -> Cost:
    """The peer's whole job, measured; it must bring so many articles and pictures."""
    command = [sys.executable, "-m", "benchmarks.loop", *(["--pictures"] if pictures else [])]
    command += [str(out), *(outlet.feed for outlet in OUTLETS)]
    proxy = {"http_proxy": f"http://{server.address}", "no_proxy": ""}
    cost = run(command, seconds=SECONDS, environment=proxy)
    if json.loads(cost.output) != {"articles": articles, "pictures": pictures}:
        raise BenchmarkFailed(f"{articles} articles, {pictures} pictures: got {cost.output}")
    return cost
