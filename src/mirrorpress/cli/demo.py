"""The demonstration: a newsroom on loopback, two rounds of the whole job, and where to look."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from mirrorpress import config
from mirrorpress.demo import Newsroom, NewsroomServer
from mirrorpress.errors import RunError
from mirrorpress.press import make_press
from mirrorpress.progress import Reporter, Summary
from mirrorpress.publish.keys import PublicKey, new_key
from mirrorpress.publish.verify import FolderCopy, GitCopy, VerifyResult, verify

MARK = "# Made by `mirrorpress demo`; it and the files beside it are rewritten each time.\n"
MADE = ("state", "public", "remote.git")  # folders that a demonstration leaves
MADE_FILES = (config.FILE, "mirror.key", "picks.csv", "sticky.csv", "links.csv")

HEAD = """
# Its outlets exist while the demo runs: a server on this machine plays them all. The addresses of
# a real mirror would be the outlets' own, and [fetch.resolve] and `local` would not be here.

[mirror]
name = "Lantern Mirror"
languages = ["en", "zh-Hans", "zh-Hant", "ar", "fr"]
timezone = "UTC"
contact = "https://lantern-mirror.example/about"
addresses = ["https://lantern-mirror.example/", "https://code.example/lantern/news"]

[fetch]
delay = 0                          # seconds between requests to one host; a real mirror keeps 1.0

[fetch.resolve]
"""

# What readers see of the outlets' channels, by their keys.
CHANNEL_TITLES = {
    "akhbar": "أخبار",
    "guoji": "国际",
    "monde": "Monde",
    "novosti": "Новости",
    "orvane": "Orvane",
    "wire": "World",
    "world": "國際",
}

OWN_FILES = {
    "picks.csv": """\
# url,title — the newest first; without a title, that of the article
http://www.harbourledger.example/2026/03/05/how-the-third-gate-failed/,"The third gate, and why"
http://news.yunting.example/guoji/20260303/c1042336.shtml,
http://sarelwire.example/story/glass-sponge-reef-marrin,"A ""glass forest"" off Marrin"
http://www.langang.example/world/20260304-0955,
""",
    "sticky.csv": """\
/indexes/orvane.md,All reports from Orvane
https://lantern-mirror.example/help,"Cannot reach this page? Other ways, by mail"
""",
    "links.csv": """\
# url,title,fixed — fixed ones are on every page, of the others two are drawn for each
https://lantern-mirror.example/help,How to reach this mirror,fixed
https://library.example/1,Lantern library: maps of the Sarel coast
https://library.example/2,Lantern library: a history of the Ardel dams
https://library.example/3,Lantern library: songs of the ferrymen
""",
}

TAIL = """
[[edition]]
name = "git"                       # Markdown for git hosts
format = "markdown"
layout = "almanac"

[[edition]]
name = "archive"                   # the same with a folder for each source
format = "markdown"
layout = "archive"

[[edition]]
name = "channels"                  # by channel, with what the operator picks and links
format = "markdown"
layout = "channels"
keep = 6                           # newest articles of a channel; a real mirror keeps hundreds
qr = 3                             # newest pages of a channel that get a QR code
share = "https://code.example/lantern/news/blob/main/"
picks = "picks.csv"
sticky = "sticky.csv"
links = "links.csv"
drawn_links = 2

[[edition]]
name = "web"                       # a web site that needs no server
format = "web"

[[target]]
name = "git-folder"
kind = "folder"
path = "public/git"
editions = ["git"]

[[target]]
name = "archive-folder"
kind = "folder"
path = "public/archive"
editions = ["archive"]

[[target]]
name = "channels-folder"
kind = "folder"
path = "public/channels"
editions = ["channels"]

[[target]]
name = "web-folder"
kind = "folder"
path = "public/web"
editions = ["web"]

[[target]]
name = "remote"                    # any address that `git push` takes
kind = "git"
url = "remote.git"
editions = ["git"]
"""


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What a demonstration did."""

    rounds: tuple[Summary, ...]
    checks: tuple[tuple[str, VerifyResult], ...]  # copy and what `verify` said of it


def prepare(directory: Path) -> None:
    """Make room: what an earlier demonstration left is removed, nothing else is touched.

    Raises:
        RunError: the folder holds something that no demonstration made, or cannot be written.
    """
    try:
        if directory.exists() and any(directory.iterdir()):
            _clear(directory)
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RunError(
            f"{directory} cannot be used ({error.strerror}); name another folder"
        ) from error


def _clear(directory: Path) -> None:
    settings = directory / config.FILE
    if not settings.is_file() or not settings.read_text("utf-8", "replace").startswith(MARK):
        raise RunError(
            f"{directory} is not empty, and no earlier demo made it; name another folder, as in "
            "`mirrorpress demo my-demo`"
        )
    for name in MADE:
        shutil.rmtree(directory / name, ignore_errors=True)
    for name in MADE_FILES:
        (directory / name).unlink(missing_ok=True)


def demonstrate(directory: Path, reporter: Reporter) -> Demonstration:
    """Mirror the newsroom twice: as it stands, and after an edit, a withdrawal and two arrivals."""
    newsroom = Newsroom(1)
    with NewsroomServer(newsroom) as server:
        host, port = server.address
        text = MARK + HEAD + _sources(newsroom, f"{host}:{port}") + _channels(newsroom) + TAIL
        (directory / config.FILE).write_text(text, encoding="utf-8")
        for name, content in OWN_FILES.items():
            (directory / name).write_text(content, encoding="utf-8")
        key = new_key(directory / "mirror.key").public
        rounds = []
        for number in (1, 2):
            server.newsroom = Newsroom(number)
            with make_press(config.load(directory), reporter) as press:
                rounds.append(press.run())
    return Demonstration(tuple(rounds), _checks(directory, key))


def _sources(newsroom: Newsroom, address: str) -> str:
    resolve = "".join(f'"{host}" = "{address}"\n' for host in sorted(newsroom.hosts))
    return resolve + "".join(
        f"""
[[source]]
name = "{outlet.name}"
title = "{outlet.title}"
kind = "{outlet.kind}"
url = "{outlet.index_url}"
language = "{outlet.language}"
channel = "{outlet.channel}"
local = true                       # its server is on this machine
"""
        for outlet in newsroom.outlets
    )


def _channels(newsroom: Newsroom) -> str:
    return "".join(
        f"""
[[channel]]
name = "{outlet.channel}"
title = "{CHANNEL_TITLES[outlet.channel]}"
group = "{outlet.title}"
"""
        for outlet in newsroom.outlets
    )


def _checks(directory: Path, key: PublicKey) -> tuple[tuple[str, VerifyResult], ...]:
    checks = [
        (f"public/{edition}", verify(FolderCopy(directory / "public" / edition), key))
        for edition in ("git", "archive", "channels", "web")
    ]
    with GitCopy(directory / "remote.git") as copy:
        checks.append(("remote.git", verify(copy, key)))
    return tuple(checks)
