"""Mirrors for tests: a folder with mirror.toml that follows outlets of the demo newsroom."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from mirrorpress.demo import Newsroom, NewsroomServer
from mirrorpress.publish.keys import new_key

EDITIONS = """
[[edition]]
name = "git"
format = "markdown"
[[edition]]
name = "web"
format = "web"
[[target]]
name = "git-folder"
path = "public/git"
editions = ["git"]
[[target]]
name = "web-folder"
path = "public/web"
editions = ["web"]
[[target]]
name = "remote"
kind = "git"
url = "remote.git"
editions = ["git"]
"""


def settings(
    newsroom: Newsroom, server: NewsroomServer, outlets: tuple[str, ...], rest: str = EDITIONS
) -> str:
    """The text of a mirror.toml that follows some outlets of a newsroom."""
    host, port = server.address
    found = [outlet for outlet in newsroom.outlets if outlet.name in outlets]
    assert len(found) == len(outlets)
    resolve = "".join(f'"{name}" = "{host}:{port}"\n' for name in sorted(newsroom.hosts))
    sources = "".join(
        f'[[source]]\nname = "{outlet.name}"\ntitle = "{outlet.title}"\nkind = "{outlet.kind}"\n'
        f'url = "{outlet.index_url}"\nlocal = true\n'
        for outlet in found
    )
    head = '[mirror]\nname = "Test mirror"\n[fetch]\ndelay = 0\ntimeout = 10\n[fetch.resolve]\n'
    return head + resolve + sources + rest


@dataclass(frozen=True)
class Mirror:
    """A mirror's folder, worked on by real processes."""

    folder: Path

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "mirrorpress", *words, "-C", str(self.folder)]

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command on this mirror, to its end."""
        return subprocess.run(
            self.command(*words or ("run", "--json")),
            capture_output=True,
            text=True,
            timeout=120,
        )

    def round(self) -> dict[str, Any]:
        """One whole round; its summary."""
        done = self.run("run", "--json")
        assert done.returncode in (0, 1) and done.stdout, done.stderr
        summary: dict[str, Any] = json.loads(done.stdout)
        return summary

    def verify(self, copy: Path, key: Path | str, *words: str) -> subprocess.CompletedProcess[str]:
        """What `mirrorpress verify` says of a copy, without a memory of earlier ones."""
        command = [sys.executable, "-m", "mirrorpress", "verify", str(copy), "--key", str(key)]
        return subprocess.run(
            [*command, "--no-memory", *words], capture_output=True, text=True, timeout=120
        )

    def start(self) -> subprocess.Popen[bytes]:
        """A round that somebody is going to kill."""
        return subprocess.Popen(
            self.command("run", "--quiet"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def copied(self, folder: Path) -> Mirror:
        """The same mirror in another folder, with all it stored and published."""
        return Mirror(Path(shutil.copytree(self.folder, folder, symlinks=True)))

    def published(self) -> dict[str, str]:
        """Hash of every file that a reader could see, and the commits of the remote."""
        files = {
            str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted((self.folder / "public").rglob("*"))
            if path.is_file()
        }
        return {**files, "commits": self.git("log", "--format=%H %T %s", "main")}

    def git(self, *words: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.folder / "remote.git"), *words],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout


def make_mirror(folder: Path, text: str, key: Path | None = None) -> Mirror:
    """A mirror in a new folder; with a key of its own, or a copy of one."""
    folder.mkdir(parents=True)
    (folder / "mirror.toml").write_text(text, encoding="utf-8")
    if key is None:
        new_key(folder / "mirror.key")
    else:
        shutil.copy(key, folder / "mirror.key")  # with its mode
    return Mirror(folder)


def dead_links(root: Path) -> list[str]:
    """Relative links of Markdown pages that lead to no file."""
    dead = []
    for page in root.rglob("*.md"):
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
            path = page.parent / unquote(target)
            if not re.match(r"[a-z]+:", target) and not path.is_file():
                dead.append(f"{page.relative_to(root)}: {target}")
    return dead
