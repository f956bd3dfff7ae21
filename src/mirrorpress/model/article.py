"""An article: what a page says, and the revision in which the mirror keeps it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from mirrorpress.model.blocks import Block, Image
from mirrorpress.model.depth import shallow_blocks, shallow_image

UNSURE: Final = 0.5  # below this confidence, a text is rather not that of its article


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a page says, cleaned. `blocks` do not repeat title, subtitle or byline.

    Blocks and spans are nested `depth.MAX_DEPTH` levels at most: deeper ones are moved up.
    """

    title: str
    blocks: tuple[Block, ...]  # the lead picture is the first figure where it has no other place
    url: str | None = None  # canonical address, absolute
    subtitle: str | None = None
    bylines: tuple[str, ...] = ()  # people or agencies, one name each
    published: datetime | None = None  # naive where the page names no zone
    modified: datetime | None = None  # likewise
    language: str | None = None  # BCP 47, "zh-Hans" for simplified Chinese
    publisher: str | None = None  # as the page names it
    section: str | None = None
    tags: tuple[str, ...] = ()
    lead: Image | None = None  # the picture that stands for the article in lists
    next_page: str | None = None  # address of the next part of a multi-page article
    # How sure extraction is that the blocks are the article's text, 0 to 1 (`extract.confidence`);
    # no part of what the article says.
    confidence: float | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "blocks", shallow_blocks(self.blocks))
        if self.lead is not None:
            object.__setattr__(self, "lead", shallow_image(self.lead))

    @property
    def is_unsure(self) -> bool:
        """Whether extraction was rather not sure of the text; False where it was not asked."""
        return self.confidence is not None and self.confidence < UNSURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An article as the mirror keeps it: with where and when it was fetched."""

    id: str  # of the article: from its canonical address, never changes
    number: int  # 1 is the first that was kept
    source: str  # name of the `Source`
    url: str  # canonical address
    fetched: datetime  # UTC
    published: datetime  # aware: the page's, else the feed's, else when it was first seen
    article: Article
    withdrawn: datetime | None = None  # UTC: when it was found to be gone at its source


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionChange:
    """A revision in which an outlet changed what its article says."""

    before: Revision
    after: Revision
    kinds: tuple[str, ...]  # headline, numbers, names, quotes, added, cut, wording
