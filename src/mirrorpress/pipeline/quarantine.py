"""Articles and lists that cannot be grouped or rendered: held, reported, left out of editions."""

from __future__ import annotations

from mirrorpress.errors import InternalError, ItemError, contained
from mirrorpress.pipeline.parts import Parts
from mirrorpress.progress import Failure, Summary
from mirrorpress.store import Quarantined
from mirrorpress.store.quarantine import Kind
from mirrorpress.version import version


def hold_article(parts: Parts, summary: Summary, article_id: str, error: Exception) -> None:
    """Leave an article out of every edition; pages that name it are rendered again without it.

    Raises `error` itself where it ends the run.
    """
    known = contained(error)
    source, url = parts.store.articles.origin(article_id)
    _hold(parts, summary, "article", source, article_id, url, known)
    parts.store.articles.hold(article_id)


def hold_list(parts: Parts, summary: Summary, subject: str, error: Exception) -> None:
    """Leave a list as it was rendered last.

    Raises `error` itself where it ends the run.
    """
    _hold(parts, summary, "list", "", subject, "", contained(error))


def _hold(
    parts: Parts,
    summary: Summary,
    kind: Kind,
    source: str,
    subject: str,
    url: str,
    error: ItemError,
) -> None:
    parts.store.quarantine.put(
        Quarantined(
            kind=kind,
            source=source,
            subject=subject,
            url=url,
            cause=str(error),
            trace=error.trace if isinstance(error, InternalError) else "",
            version=version(),
            since=parts.clock(),
        ),
        at_once=True,
    )
    failure = Failure(source or kind, url or subject, str(error))
    summary.failed.append(failure)
    summary.quarantined.append(failure)
    summary.faults += isinstance(error, InternalError)
    parts.reporter.note(f"{failure.source}: {failure.url}: {error}")
