"""Options of source kinds whose index names articles and holds no text of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mirrorpress.errors import Mistake
from mirrorpress.model import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class NoText:
    """No option; `content = "feed"` asks for what is not there."""

    def mistakes(self, of: Source) -> Iterator[Mistake]:
        """What is wrong with the other keys of a source of this kind."""
        if of.content == "feed":
            yield Mistake("content", f"a {of.kind} holds no text", 'write content = "page"')
