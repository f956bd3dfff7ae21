"""How large what a feed says may become: what entries inherit, and all of them together.

A field of the feed itself is once in it and once in each of its entries, and an entry may hold
others. So 155 kB of Atom can become 76 MB of entries if nothing bounds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mirrorpress.model import FeedEntry

# Bytes of the authors that an entry takes from its feed. Feeds name a newsroom or a few people.
MAX_INHERITED = 500
# Bytes of all entries, as a multiple of the feed's. A full text is kept as text and as markup, and
# may be the summary as well; escapes and absolute addresses make it longer. Real ones have under 4.
MAX_GROWTH = 8
# Bytes of all entries that are allowed to a feed of any size: in a small one, addresses that were
# relative weigh more than its text.
ALWAYS = 64 * 1024


def inheritable(names: Iterable[str], problems: dict[str, None]) -> tuple[str, ...]:
    """The first names, as many as an entry may inherit; a cut is reported in `problems`."""
    kept: list[str] = []
    size = 0
    for name in names:
        size += _size(name)
        if size > MAX_INHERITED:
            problems[
                f"The feed's own authors have more than {MAX_INHERITED} bytes; "
                "its entries inherit the first of them only."
            ] = None
            break
        kept.append(name)
    return tuple(kept)


def bounded(
    entries: Iterable[FeedEntry], length: int, problems: dict[str, None]
) -> Iterator[FeedEntry]:
    """The entries of a feed of `length` bytes, up to the size that all of them may have.

    They are made one at a time, so that those left out take no memory. What is left out is noted
    in `problems`.
    """
    room = max(ALWAYS, MAX_GROWTH * length)
    for entry in entries:
        room -= size_of(entry)
        if room < 0:
            problems[
                f"The entries are more than {MAX_GROWTH} times as large as the feed; "
                "the others were left out."
            ] = None
            return
        yield entry


def size_of(entry: FeedEntry) -> int:
    """Bytes of all texts and addresses of an entry."""
    single = (
        entry.url, entry.id, entry.title, entry.summary, entry.content, entry.content_html,
        entry.language,
    )  # fmt: skip
    media = (text for each in entry.media for text in (each.url, each.type, each.title))
    return sum(_size(text) for text in (*single, *entry.authors, *entry.tags, *media) if text)


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
