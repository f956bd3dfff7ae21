"""`mirrorpress status`: what the mirror holds, how sources and targets do, what is left alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from mirrorpress import config
from mirrorpress.cli.mirror import in_mirror
from mirrorpress.config import Settings
from mirrorpress.model import Source
from mirrorpress.press import clock
from mirrorpress.publish.printable import printable
from mirrorpress.redact import without_secrets
from mirrorpress.store import Store, open_store

MOST_LISTED = 50  # items of a kind that are shown; their number is shown whole


@dataclass(frozen=True, slots=True)
class Status:
    """Reads the state of a mirror from its store."""

    settings: Settings
    store: Store
    now: datetime

    def data(self) -> dict[str, Any]:
        """The object that `status --json` prints."""
        counts = self.store.evidence.counts()
        return {
            "mirror": self.settings.name,
            "articles": self.store.articles.count(),
            "withdrawn": counts.withdrawn,
            "changed": counts.changed,
            "checks_due": self._checks_due(),
            "last_round": self._last_round(),
            "sources": [self._source(source) for source in self.settings.sources],
            "paused": self._paused(),
            "editions": [self._edition(edition.name) for edition in self.settings.editions],
            "targets": [self._target(target.name) for target in self.settings.targets],
            "quarantined": self._quarantined(),
            "abandoned": list(self._abandoned()),
            "unsure": list(self._unsure()),
        }

    def _checks_due(self) -> int:
        if not self.settings.fetch.recheck:
            return 0
        due = self.store.entries.checks_due
        return sum(due(source.name, self.now) for source in self.settings.sources)

    def _last_round(self) -> dict[str, Any] | None:
        past = self.store.history.last_round()
        return None if past is None else {"started": _iso(past.started), **past.counts}

    def _source(self, source: Source) -> dict[str, Any]:
        store, name = self.store, source.name
        state = store.entries.source(name)
        again = store.retries.get("index", name, source.url or source.path or "")
        used = store.usage.today(name, self.now)
        pauses = (store.retries.pause(kind, name) for kind in ("pages", "pictures"))
        until = [pause.until for pause in pauses if pause.until and pause.until > self.now]
        return {
            "source": name,
            "articles": store.lists.count(name),
            "waiting": store.entries.waiting(name),
            "retrying": store.retries.count("entry", name),
            "missing_pictures": store.pictures.missing_count(name),
            "abandoned": store.entries.abandoned_count(name),
            "abandoned_pictures": store.pictures.abandoned_count(name),
            "unsure": store.articles.unsure_count(name),
            "last_read": _iso(state.checked),
            "failures": state.failures,
            "error": state.error,
            "next_try": _iso(again.next_try) if again else None,
            "paused_until": _iso(max(until)) if until else None,
            "bytes_today": used.bytes,
            "worker_seconds_today": used.worker_seconds,
        }

    def _paused(self) -> list[dict[str, Any]]:
        return [
            {
                "host": pause.name,
                "until": _iso(pause.until),
                "failures": pause.failures,
                "error": pause.error,
            }
            for pause in self.store.retries.pauses(self.now)
            if pause.kind == "host"
        ]

    def _edition(self, name: str) -> dict[str, Any]:
        state = self.store.editions.state(name)
        return {"edition": name, "number": state.sequence, "sealed": _iso(state.sealed)}

    def _target(self, name: str) -> dict[str, Any]:
        history = self.store.history.target(name)
        return {
            "target": name,
            "last_success": _iso(history.last_success),
            "last_failure": _iso(history.last_failure),
            "error": history.error,
        }

    def _quarantined(self) -> list[dict[str, Any]]:
        return [
            {
                "kind": item.kind,
                "source": item.source,
                "url": item.url,
                "subject": item.subject,
                "cause": item.cause,
                "trace": item.trace,
                "version": item.version,
                "since": _iso(item.since),
            }
            for item in self.store.quarantine.items()
        ]

    def _abandoned(self) -> Iterator[dict[str, Any]]:
        for source in self.settings.sources:
            for url, error in self.store.entries.abandoned(source.name, MOST_LISTED):
                yield {"source": source.name, "url": url, "error": error}

    def _unsure(self) -> Iterator[dict[str, Any]]:
        for source in self.settings.sources:
            for url, confidence in self.store.articles.unsure(source.name, MOST_LISTED):
                yield {"source": source.name, "url": url, "confidence": confidence}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the state as one object.")
@in_mirror
def status(directory: Path, as_json: bool) -> int:
    """Show articles, the state of sources and targets, and what is paused or quarantined."""
    settings = config.load(directory)
    store = open_store(settings.state)
    try:
        data = Status(settings, store, clock()).data()
    finally:
        store.close()
    if as_json:
        click.echo(without_secrets(json.dumps(data, ensure_ascii=False)))
    else:
        for line in lines(data):
            click.echo(printable(without_secrets(line)))
    return 0


def lines(data: dict[str, Any]) -> Iterator[str]:
    """The state of a mirror as lines for a terminal."""
    counts = (
        ("withdrawn", "withdrawn by their outlets"),
        ("changed", "changed by their outlets"),
        ("checks_due", "to be checked in the next rounds"),
    )
    said = (f"{data[name]} {what}" for name, what in counts if data[name])
    yield "; ".join((f"{data['mirror']}: {data['articles']} articles", *said))
    past = data["last_round"]
    if past is None:
        yield "no round yet; start one with `mirrorpress run`"
    else:
        yield (
            f"last round {_short(past['started'])}: {past['new']} new, {past['changed']} changed, "
            f"{past['withdrawn']} withdrawn, {past['failed']} failed in {past['seconds']:.1f} s"
        )
    yield "sources"
    for source in data["sources"]:
        yield f"  {source['source']}: {'; '.join(_source_parts(source))}"
    for host in data["paused"]:
        yield f"  host {host['host']} is left alone until {_short(host['until'])}: {host['error']}"
    yield "editions"
    for edition in data["editions"]:
        yield f"  {edition['edition']}: number {edition['number']}, {_short(edition['sealed'])}"
    yield "targets"
    for target in data["targets"]:
        trouble = f"; failed {_short(target['last_failure'])}: {target['error']}"
        yield (
            f"  {target['target']}: up to date {_short(target['last_success'])}"
            + (trouble if target["error"] else "")
        )
    yield from _left_alone(data)


def _source_parts(source: dict[str, Any]) -> Iterator[str]:
    yield f"{source['articles']} articles, read {_short(source['last_read'])}"
    for name, said in (
        ("waiting", "waiting"),
        ("retrying", "to be tried again"),
        ("missing_pictures", "pictures missing"),
        ("abandoned", "given up"),
        ("abandoned_pictures", "pictures given up"),
        ("unsure", "with a text that may not be theirs"),
    ):
        if source[name]:
            yield f"{source[name]} {said}"
    if source["error"]:
        yield f"failed {source['failures']} times in a row: {source['error']}"
        yield f"next try {_short(source['next_try'])}"
    if source["paused_until"]:
        yield f"left alone until {_short(source['paused_until'])}"


def _left_alone(data: dict[str, Any]) -> Iterator[str]:
    held = data["quarantined"]
    if held:
        yield (
            f"quarantined: {len(held)} items; errors wait for a new version or "
            "`run --retry-quarantined`, revisions are checked again in later rounds"
        )
        for item in held[:MOST_LISTED]:
            where = item["url"] or item["subject"]
            yield f"  {item['kind']}: {where}: {item['cause']}"
    given_up = data["abandoned"]
    if given_up:
        yield "given up; `mirrorpress add ADDRESS` tries one again"
        for item in given_up[:MOST_LISTED]:
            yield f"  {item['source']}: {item['url']}: {item['error']}"
    unsure = data["unsure"]
    if unsure:
        yield "extraction is not sure of these texts; look at them, `extract --explain` says more"
        for item in unsure[:MOST_LISTED]:
            yield f"  {item['source']}: {item['url']}: confidence {item['confidence']:.2f}"


def _iso(time: datetime | None) -> str | None:
    return None if time is None else time.isoformat()


def _short(time: str | None) -> str:
    return "never" if time is None else f"{datetime.fromisoformat(time):%Y-%m-%d %H:%M} UTC"
