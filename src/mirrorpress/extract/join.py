"""Articles that are cut into several pages."""

from __future__ import annotations

from collections.abc import Sequence

from mirrorpress.model import Article


def join(parts: Sequence[Article]) -> Article:
    """The parts of a multi-page article, in order, as one: what repeats on each page is dropped.

    Raises:
        ValueError: there is no part.
    """
    raise NotImplementedError
