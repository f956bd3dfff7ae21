"""An article as grouping compares it with others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCandidate:
    """One outlet's report of something that happened."""

    id: str  # of the article
    published: datetime  # aware
    dated: bool = True  # False: the time is not known
    title: str
    text: str = ""  # beginning of the body
    source: str = ""
    language: str | None = None
    story: str | None = None  # the story it is in, where it was put together with others
    features: bytes = b""  # what grouping kept of title and text; where it is there, these are not
