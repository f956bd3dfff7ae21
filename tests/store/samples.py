"""Articles, pictures and entries of invented outlets, and the way into a store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from mirrorpress import urls
from mirrorpress.model import Article, Asset, FeedEntry, Image, NewAsset, Revision
from mirrorpress.model.blocks import Figure, Link, Paragraph, Text
from mirrorpress.store import Store

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)


def address(name: str) -> str:
    return f"https://gazette.example/{name}"


def id_of(name: str) -> str:
    return urls.article_id(address(name))


def entry(name: str, title: str | None = None) -> FeedEntry:
    return FeedEntry(url=address(name), id=name, title=title or f"About {name}")


def revision(
    name: str,
    *,
    source: str = "gazette",
    number: int = 1,
    title: str | None = None,
    text: str = "The ferry sailed again at dawn.",
    published: datetime = NOON,
    fetched: datetime = NOON,
    pictures: tuple[str, ...] = (),
    links: tuple[str, ...] = (),
) -> Revision:
    figures = tuple(Figure((Image(url=picture),)) for picture in pictures)
    linked = (Link(link, (Text("as reported"),)) for link in links)
    article = Article(
        title=title or f"About {name}",
        blocks=(*figures, Paragraph((Text(text), *linked))),
        language="en",
    )
    return Revision(
        id=id_of(name),
        number=number,
        source=source,
        url=address(name),
        fetched=fetched,
        published=published,
        article=article,
    )


def keep(store: Store, new: Revision, kinds: Iterable[str] | None = None) -> str:
    """Keep a revision as the pipeline does in a mirror whose zone is UTC; the article's id."""
    store.articles.keep(
        new,
        day=new.published.astimezone(UTC).date().isoformat(),
        summary=f"Summary of {new.article.title}.",
        sha256=hashlib.sha256(repr(new.article).encode()).hexdigest(),
        kinds=kinds,
    )
    return new.id


def instructions(store: Store, ask: Callable[[], object]) -> int:
    """How many instructions of SQLite's machine a question takes: its cost, the same every time."""
    counts = [0]

    def count() -> int:
        counts[0] += 1
        return 0

    connection = store._database._connection
    connection.set_progress_handler(count, 1)
    ask()
    connection.set_progress_handler(None, 0)
    return counts[0]


def last_of(store: Store, articles: int) -> int:
    """Keep so many articles; the change before that of the last one."""
    before = 0
    for number in range(articles):
        before = store.changes.current()
        keep(store, revision(f"{articles}-{number}", published=NOON + timedelta(hours=number)))
    return before


def picture(content: bytes) -> NewAsset:
    asset = Asset(
        id=hashlib.sha256(content).hexdigest(),
        media_type="image/webp",
        width=640,
        height=480,
        size=len(content),
    )
    return NewAsset(asset=asset, content=content)
