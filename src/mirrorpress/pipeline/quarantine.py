"""Items that mirrorpress fails on: counted in the store; articles and lists also reported."""

from __future__ import annotations

from mirrorpress.errors import InternalError, ItemError, WorkerFailed, contained
from mirrorpress.pipeline.components import Components
from mirrorpress.progress import Failure, Summary
from mirrorpress.store import Quarantined
from mirrorpress.store.quarantine import Kind
from mirrorpress.version import version


def hold_article(
    components: Components, summary: Summary, article_id: str, error: Exception
) -> None:
    """Leave an article out of every edition; pages that name it are rendered again without it.

    Raises `error` itself where it ends the run.
    """
    known = contained(error)
    source, url = components.store.articles.origin(article_id)
    _hold(components, summary, "article", source, article_id, url, known)
    components.store.articles.hold(article_id)


def hold_list(components: Components, summary: Summary, subject: str, error: Exception) -> None:
    """Leave a list as it was rendered last.

    Raises `error` itself where it ends the run.
    """
    _hold(components, summary, "list", "", subject, "", contained(error))


def quarantine(
    components: Components, kind: Kind, source: str, subject: str, url: str, error: ItemError
) -> bool:
    """Count a failure of an item in the store; whether the item is held now.

    A worker that failed may have met a busy machine: that holds an item the second time only.
    """
    item = Quarantined(
        kind=kind,
        source=source,
        subject=subject,
        url=url,
        cause=str(error),
        trace=error.trace if isinstance(error, InternalError) else "",
        version=version(),
        since=components.clock(),
    )
    return components.store.quarantine.put(item, at_once=not isinstance(error, WorkerFailed))


def _hold(
    components: Components,
    summary: Summary,
    kind: Kind,
    source: str,
    subject: str,
    url: str,
    error: ItemError,
) -> None:
    quarantine(components, kind, source, subject, url, error)
    failure = Failure(source or kind, url or subject, str(error))
    summary.failed.append(failure)
    summary.quarantined.append(failure)
    summary.faults += isinstance(error, InternalError)
    components.reporter.note(f"{failure.source}: {failure.url}: {error}")
