"""Jobs of `benchmarks.layouts`, each in a process of its own.

python -m benchmarks.layout_job fill DIR ARTICLES LAYOUT    a mirror with so many articles
python -m benchmarks.layout_job render DIR                  steps 5 and 6, of all of them
python -m benchmarks.layout_job more DIR TIMES              one more article, so many times
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.words import ENGLISH
from mirrorpress import config, urls
from mirrorpress.model import Article, Revision
from mirrorpress.model.blocks import Paragraph, Text
from mirrorpress.press import Press, make_press
from mirrorpress.progress import Silent
from mirrorpress.publish.keys import new_key
from mirrorpress.store import Store, open_store

CHANNELS = 30
START = datetime(2031, 5, 4, 12, tzinfo=UTC)
HEAD = '[mirror]\nname = "Layouts"\n'
SOURCE = (
    '[[source]]\nname = "c{0:02}"\ntitle = "Channel {0}"\nurl = "http://c{0:02}.example/feed"\n'
)
EDITION = '[[edition]]\nname = "git"\nformat = "markdown"\nlayout = "{}"\n'
OPTIONS = {"channels": 'share = "https://git.example/lantern/news/blob/main/"\n'}
TARGET = '[[target]]\nname = "remote"\nkind = "git"\nurl = "remote.git"\n'


def fill(directory: Path, articles: int, layout: str) -> None:
    """Make a mirror, and put articles into its store; nothing is rendered."""
    directory.mkdir(parents=True)
    sources = "".join(SOURCE.format(number) for number in range(CHANNELS))
    edition = EDITION.format(layout) + OPTIONS.get(layout, "")
    (directory / config.FILE).write_text(HEAD + sources + edition + TARGET, "utf-8")
    new_key(directory / "mirror.key")
    with closing(open_store(directory / "state")) as store:
        for start in range(0, articles, 1_000):
            with store.transaction():
                for number in range(start, min(start + 1_000, articles)):
                    keep(store, number)


def keep(store: Store, number: int) -> None:
    """Store an article; each is 10 minutes newer than the one before."""
    words = Random(number)
    source = f"c{number % CHANNELS:02}"
    url = f"http://{source}.example/{number}"
    published = START + timedelta(minutes=10 * number)
    topic = ENGLISH.pick(words, 8)
    text = (Paragraph((Text(ENGLISH.paragraph(words, topic, 400)),)) for _ in range(5))
    title = ENGLISH.title(words, topic)
    article = Article(title=title, blocks=tuple(text), url=url, language="en")
    revision = Revision(
        id=urls.article_id(url),
        number=1,
        source=source,
        url=url,
        fetched=published,
        published=published,
        article=article,
    )
    store.articles.keep(
        revision,
        day=published.date().isoformat(),
        summary=article.title,
        sha256=hashlib.sha256(repr(article).encode()).hexdigest(),
    )
    store.stories.mark_grouped(revision.id)


def render(directory: Path) -> dict[str, float]:
    """Render everything; seconds of the processor that it took, in this process."""
    with make_press(config.load(directory), Silent()) as press:
        start = time.process_time()
        press.build()
        return {"cpu": time.process_time() - start}


def more(directory: Path, times: int) -> dict[str, float]:
    """One more article, several times; files that changed, and milliseconds until they were."""
    files, milliseconds = [], []
    with make_press(config.load(directory), Silent()) as press:
        store = press.components.store
        for _ in range(times):
            number = store.articles.count()
            sequence = store.editions.state("git").sequence
            with store.transaction():
                keep(store, number)
            milliseconds.append(_built(press))
            files.append(sum(1 for _ in store.editions.changed_since("git", sequence)))
    return {"files": max(files), "milliseconds": median(milliseconds)}


def _built(press: Press) -> float:
    start = time.perf_counter()
    press.build()
    return (time.perf_counter() - start) * 1000


def main(arguments: list[str]) -> None:
    """Do the job that is named."""
    match arguments:
        case ["fill", directory, articles, layout]:
            fill(Path(directory), int(articles), layout)
        case ["render", directory]:
            sys.stdout.write(json.dumps(render(Path(directory))))
        case ["more", directory, times]:
            sys.stdout.write(json.dumps(more(Path(directory), int(times))))
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
