"""The peer: what somebody writes in an evening who wants pages of a few feeds.

    python -m benchmarks.loop OUT FEED…       text only
    python -m benchmarks.loop --pictures OUT FEED…

feedparser reads each feed, urllib downloads each article, trafilatura makes Markdown of it with
its metadata, and a file is written; pictures are stored as they came. One after the other, nothing
is remembered between two runs. Prints how many articles and pictures were written, as JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import urllib.request
from pathlib import Path

import feedparser  # type: ignore[import-untyped]
import trafilatura

PICTURE = re.compile(r"!\[[^\]]*\]\((http[^)\s]+)\)")


def download(url: str) -> bytes:
    """The bytes at an address."""
    with urllib.request.urlopen(url, timeout=30) as answer:
        body: bytes = answer.read()
    return body


def file_name(url: str) -> str:
    """A file name for an address."""
    return re.sub(r"[^\w.-]+", "-", url.partition("://")[2])


def mirror(out: Path, feeds: list[str], *, pictures: bool) -> dict[str, int]:
    """Write every article of the feeds to a folder; how many, and how many pictures."""
    done = {"articles": 0, "pictures": 0}
    out.mkdir(parents=True, exist_ok=True)
    for feed in feeds:
        for entry in feedparser.parse(download(feed)).entries:
            text = trafilatura.extract(
                download(entry.link),
                url=entry.link,
                output_format="markdown",
                with_metadata=True,
                include_images=pictures,
            )
            if text is None:
                continue
            for url in PICTURE.findall(text) if pictures else ():
                (out / file_name(url)).write_bytes(download(url))
                text = text.replace(url, file_name(url))
                done["pictures"] += 1
            (out / f"{file_name(entry.link)}.md").write_text(text, encoding="utf-8")
            done["articles"] += 1
    return done


def main() -> None:
    """Mirror once."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pictures", action="store_true")
    parser.add_argument("out", type=Path)
    parser.add_argument("feeds", nargs="+")
    options = parser.parse_args()
    print(json.dumps(mirror(options.out, options.feeds, pictures=options.pictures)))


if __name__ == "__main__":
    main()
