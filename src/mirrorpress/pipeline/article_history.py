"""What `mirrorpress history` reads from the store: what happened to one article, as values.

Everything in the result is bounded: the newest revisions, the findings that the store keeps, and
of each revision so many paragraphs, none of them longer than `LONGEST`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeAlias, get_args

from mirrorpress import urls
from mirrorpress.compare import Change, Difference, Edit, Piece, change
from mirrorpress.errors import RunError
from mirrorpress.model import Article
from mirrorpress.store import Quarantined, Store
from mirrorpress.store.articles import Changed, RevisionNote
from mirrorpress.store.evidence import MAX_ROWS, Finding, Sign

MOST_REVISIONS = 20  # the newest ones, besides the first
MOST_TEXTS = 50  # of a kind: paragraphs, numbers, names, quotations
LONGEST = 2000  # characters of one of them
AROUND = 60  # characters of what is the same that are kept before and after what is not

Verdict = Literal["changed", "noise", "reading", "not compared", "unreadable"]
# changed: its outlet changed what it says. noise: nothing that says anything else. reading: the
# texts differ, but the outlet's page does not. not compared: stored by a version that did not
# compare. unreadable: one of the two texts is damaged in the store.


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What differs between two revisions, shortened."""

    headline: tuple[str, str] | None = None  # before, now
    numbers: Difference = Difference()
    names: Difference = Difference()
    quotes: Difference = Difference()
    cut: tuple[str, ...] = ()  # paragraphs
    added: tuple[str, ...] = ()
    edited: tuple[tuple[Piece, ...], ...] = ()
    left_out: int = 0  # paragraphs beyond `MOST_TEXTS`, of those that were compared


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSeen:
    """The first revision."""

    time: datetime  # UTC
    headline: str | None  # None: it is damaged in the store


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterRevision:
    """A revision after the first."""

    time: datetime  # UTC
    number: int
    verdict: Verdict
    kinds: tuple[str, ...]  # headline, numbers, …, sorted; none unless changed or not compared
    differences: Differences


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """The mark that says that an article is gone at its source."""

    time: datetime  # UTC: since when
    signs: tuple[Finding, ...]  # what confirmed it; none: it was taken over from another mirror


Event: TypeAlias = FirstSeen | LaterRevision | Finding | Withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHistory:
    """What happened to an article."""

    id: str
    source: str
    title: str  # now
    url: str
    asked: tuple[str, ...]  # addresses at which checks ask for it
    published: datetime
    revisions: int  # all of them
    changed: Changed | None  # None: its outlet changed nothing of what it says
    withdrawn: Withdrawn | None
    seems_gone: tuple[Finding, ...]  # signs that nothing confirmed so far
    held: tuple[Quarantined, ...]  # a version that was refused, or the article itself
    events: tuple[Event, ...]  # in order of time
    all_findings: bool  # False: some were dropped between the first and the second

    @property
    def revisions_left_out(self) -> int:
        """How many revisions are between the first and those that are shown."""
        return self.revisions - sum(
            isinstance(one, FirstSeen | LaterRevision) for one in self.events
        )


def read_history(store: Store, name: str) -> ArticleHistory:
    """What happened to an article since it was first seen. Nothing is stored.

    Args:
        store: is only read.
        name: id of an article, its address, or one that led to it.

    Raises:
        RunError: there is none that is called so.
    """
    article_id = _article(store, name)
    summary, known = store.articles.summary(article_id), store.articles.known(article_id)
    findings = store.evidence.of(article_id)
    signs = _signs(findings)
    withdrawn = None
    if (since := summary.withdrawn) is not None:
        withdrawn = Withdrawn(time=since, signs=tuple(one for one in signs if one.time <= since))
    notes = store.articles.notes(article_id, MOST_REVISIONS)
    events = [*_revisions(store, article_id, notes), *findings, *([withdrawn] if withdrawn else ())]
    return ArticleHistory(
        id=article_id,
        source=summary.source,
        title=summary.title,
        url=summary.url,
        asked=store.evidence.asked(summary.source, article_id),
        published=summary.published,
        revisions=known.revision if known else len(notes),
        changed=store.articles.changed(article_id),
        withdrawn=withdrawn,
        seems_gone=() if withdrawn else signs,
        held=tuple(
            item
            for item in store.quarantine.items()
            if item.subject == article_id and item.kind in ("article", "revision")
        ),
        events=tuple(sorted(events, key=lambda event: (event.time, _rank(event)))),
        all_findings=len(findings) < MAX_ROWS,
    )


def _article(store: Store, name: str) -> str:
    """The id of an article that is called so."""
    if store.articles.known(name) is not None:
        return name
    if urls.safe(name) is not None:
        with suppress(ValueError):
            if (article_id := store.articles.at(name)) is not None:
                return article_id
    raise RunError(
        f"there is no article {name!r} in this mirror; give its address at its source, or its "
        "id, which is in the name of its page"
    )


def _signs(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The signs that an article is gone since the last good answer."""
    signs: list[Finding] = []
    for finding in findings:
        if finding.kind == "back":
            signs.clear()
        elif finding.kind in get_args(Sign):
            signs.append(finding)
    return tuple(signs)


def _rank(event: Event) -> int:
    """The order of what happened in one second: a check finds what is then stored."""
    order = (FirstSeen, Finding, LaterRevision, Withdrawn)
    return order.index(type(event))


def _revisions(
    store: Store, article_id: str, notes: tuple[RevisionNote, ...]
) -> Iterator[FirstSeen | LaterRevision]:
    """Each revision, compared with the one before it."""
    number, before = 0, None  # the last text that was read
    for note in notes:
        if note.number == 1:
            before = _text(store, article_id, 1)
            yield FirstSeen(time=note.fetched, headline=_cut(before.title) if before else None)
        else:
            if number != note.number - 1:
                before = _text(store, article_id, note.number - 1)
            after = _text(store, article_id, note.number)
            yield _later(note, None if before is None or after is None else change(before, after))
            before = after
        number = note.number


def _text(store: Store, article_id: str, number: int) -> Article | None:
    """The text of a revision; None where it is damaged."""
    try:
        return store.articles.numbered(article_id, number).article
    except Exception:
        return None


def _later(note: RevisionNote, found: Change | None) -> LaterRevision:
    kinds = note.kinds
    if kinds:
        verdict: Verdict = "changed"
    elif found is None:
        verdict = "unreadable"
    elif kinds is None:
        verdict = "not compared"
        kinds = tuple(sorted(found.kinds)) if found.is_meaningful else ()
    else:
        verdict = "reading" if found.is_meaningful else "noise"
    return LaterRevision(
        time=note.fetched,
        number=note.number,
        verdict=verdict,
        kinds=kinds or (),
        differences=Differences() if found is None else _shortened(found, kinds or ()),
    )


def _shortened(found: Change, kinds: tuple[str, ...]) -> Differences:
    """What differs, without what the outlet's page does not show as changed."""
    headline = found.headline if "headline" in kinds or not kinds else None
    cut = found.cut if "cut" in kinds or not kinds else ()
    added = found.added if "added" in kinds or not kinds else ()
    return Differences(
        headline=None if headline is None else (_cut(headline[0]), _cut(headline[1])),
        numbers=_first(found.figures),
        names=_first(found.names),
        quotes=_first(found.quotes),
        cut=_texts(cut),
        added=_texts(added),
        edited=tuple(tuple(_pieces(edit)) for edit in found.edited[:MOST_TEXTS]),
        left_out=sum(max(0, len(each) - MOST_TEXTS) for each in (cut, added, found.edited)),
    )


def _first(found: Difference) -> Difference:
    return Difference(cut=_texts(found.cut), added=_texts(found.added))


def _texts(found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_cut, found[:MOST_TEXTS]))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _pieces(edit: Edit) -> Iterator[Piece]:
    """The pieces of a paragraph; of long ones that are the same, only what is next to others."""
    last = len(edit.pieces) - 1
    left = LONGEST
    for at, piece in enumerate(edit.pieces):
        text = piece.text
        if piece.kind == "same" and len(text) > 2 * AROUND:
            head, tail = text[:AROUND] if at else "", text[-AROUND:] if at < last else ""
            text = f"{head}…{tail}"
        if len(text) > left:
            yield replace(piece, text=f"{text[:left]}…")
            return
        left -= len(text)
        yield replace(piece, text=text)
