"""The page that shows what an outlet changed of an article: each change, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mirrorpress.compare import KINDS, Edit, Piece, change
from mirrorpress.model import RevisionChange
from mirrorpress.render.characters import Direction, clean
from mirrorpress.render.context import RenderContext
from mirrorpress.render.line_views import LinkView

MOST_EDITS = 20  # paragraphs of one change that are shown
LONGEST = 600  # characters of an added or cut paragraph
AROUND = 60  # characters of what is the same that are shown before and after what is not


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One change of an article."""

    found: str  # when it was found, and the time of the version before
    kinds: str  # what changed: "headline · numbers"
    headline: tuple[str, str] | None  # before, now
    edits: tuple[tuple[Piece, ...], ...]  # paragraphs that were changed
    added: tuple[str, ...]  # paragraphs
    cut: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """What an outlet changed of an article."""

    title: str
    language: str | None
    direction: Direction
    article: LinkView
    navigation: tuple[LinkView, ...]
    changes: tuple[ChangeView, ...]


def change_view(found: RevisionChange, context: RenderContext) -> ChangeView:
    """One change as its page shows it."""
    difference = change(found.before.article, found.after.article)
    stamps = (context.stamp(one.fetched) for one in (found.after, found.before))
    now, before = map(context.isolated, stamps)
    headline = difference.headline
    return ChangeView(
        found=context.words("change_found", time=now, before=before),
        kinds=kinds(found, context),
        headline=(clean(headline[0]), clean(headline[1])) if headline else None,
        edits=tuple(tuple(_pieces(edit)) for edit in difference.edited[:MOST_EDITS]),
        added=_paragraphs(difference.added),
        cut=_paragraphs(difference.cut),
    )


def kinds(found: RevisionChange, context: RenderContext) -> str:
    """What changed, in the words of the page: "headline · numbers"."""
    shown = (kind for kind in KINDS if kind in found.kinds)
    return " · ".join(context.words(f"change_of_{kind}") for kind in shown)


def _pieces(edit: Edit) -> Iterator[Piece]:
    """The pieces of a paragraph; of long ones that are the same, only what is next to others."""
    last = len(edit.pieces) - 1
    for at, piece in enumerate(edit.pieces):
        text = clean(piece.text)
        if piece.kind == "same" and len(text) > 2 * AROUND:
            head, tail = text[:AROUND] if at else "", text[-AROUND:] if at < last else ""
            text = f"{head} … {tail}".strip(" ") if head and tail else f"{head}…{tail}"
        elif len(text) > LONGEST:
            text = f"{text[: LONGEST - 1]}…"
        yield replace(piece, text=text)


def _paragraphs(found: Iterable[str]) -> tuple[str, ...]:
    shown = [clean(one) for one in found][:MOST_EDITS]
    return tuple(one if len(one) <= LONGEST else f"{one[: LONGEST - 1]}…" for one in shown)
