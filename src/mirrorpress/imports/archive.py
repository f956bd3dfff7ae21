"""Pages of layout archive: a comment with the time, the title as a link, a rule, the feed's HTML.

<!--1930212903000-->                                     milliseconds since 1970
[River rises \\[video\\]](https://gazette.example/river)   may hold brackets and quotes
------

<p>The river rose.</p><p>…                               usually one line
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mirrorpress.imports.epoch import moment_of
from mirrorpress.imports.imported import ImportedArticle, imported
from mirrorpress.imports.layout import archive_path
from mirrorpress.imports.markup import lines_of, plain_title, with_links

_TIME = re.compile(r"\s*<!--\s*(\d{1,20})\s*-->\s*")
_RULE = re.compile(r"-{3,}\s*")
_HEAD = 12  # lines in which the rule under the title is looked for


def read_archive_page(path: str, content: bytes) -> ImportedArticle:
    """The article of a page `articles/<source>/<number>_<title>.md` or `…/<number>.md`.

    The time of publication is None where the comment is missing or holds none of these years. A
    title that the page lacks is read from the path.

    Raises:
        ExtractError: the path is of another form; the page is too large, or has no title or no
            address.
        NotAnArticle: it has no text.
    """
    parts = archive_path(path)
    lines = lines_of(content)
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    found = _TIME.match(lines[start])
    published = moment_of(int(found[1])) if found else None
    if found:
        lines[start] = lines[start][found.end() :]
    head, body = _parted(lines)
    title, url = _link(head)
    return imported(
        path,
        parts,
        title=plain_title(title) or plain_title(parts.title),
        url=url,
        published=published,
        html=with_links("\n".join(body)),
    )


def _parted(lines: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The title's line, and the lines below its rule; without a rule, below the first line."""
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    for index, line in enumerate(lines[start : start + _HEAD], start):
        if _RULE.fullmatch(line):
            return " ".join(lines[start:index]), lines[index + 1 :]
    return (lines[start] if start < len(lines) else ""), lines[start + 1 :]


def _link(text: str) -> tuple[str, str]:
    """Title and address of a link; brackets may be in both. ("", "") where it is none."""
    text = text.strip()
    title, mark, url = text.rpartition("](")
    if not mark or not title.startswith("[") or not url.endswith(")"):
        return "", ""
    return title[1:], url[:-1].strip().removeprefix("<").removesuffix(">")
