"""Step 7: carry what changed to every target, and remember what each one holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from mirrorpress.errors import PublishError, TargetAhead, contained
from mirrorpress.model import OutputInfo, PublishResult, Target
from mirrorpress.pipeline.components import Components
from mirrorpress.progress import Summary
from mirrorpress.protocols import Adoptable, Check, TargetState
from mirrorpress.publish import manifest
from mirrorpress.store import Store

PUBLISH = "publish"  # name of the step as reporters hear it


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed edition, as a target reads it."""

    store: Store
    edition: str
    prefix: str
    sequence: int
    sealed: datetime
    forced: bool
    check: Check

    def files(self) -> Iterator[OutputInfo]:
        return self.store.editions.files(self.edition)

    def changed_since(self, sequence: int) -> Iterator[OutputInfo]:
        return self.store.editions.changed_since(self.edition, sequence)

    def removed_since(self, sequence: int) -> Iterator[str]:
        return self.store.editions.removed_since(self.edition, sequence)

    def content(self, path: str) -> bytes:
        return self.store.editions.content(self.edition, path)


def publish_editions(components: Components, summary: Summary) -> None:
    """Bring every target up to date; one that fails is named and caught up in a later round."""
    targets = components.settings.targets
    components.reporter.start(PUBLISH, len(targets))
    for target in targets:
        result = _contained(components, target, summary)
        summary.targets.append(result)
        if result.error is None:
            components.reporter.advance(PUBLISH)
        else:
            components.reporter.note(f"{target.name}: {result.error}")
        _remember(components, result)
    components.reporter.finish(PUBLISH)


def _contained(components: Components, target: Target, summary: Summary) -> PublishResult:
    """What became of a target. An error that nobody expected fails that target only."""
    try:
        return _publish(components, target)
    except Exception as error:
        known = contained(error)
        summary.faults += 1
        return PublishResult(target=target.name, error=str(known))


def _remember(components: Components, result: PublishResult) -> None:
    history, now = components.store.history, components.clock()
    with components.store.transaction():
        if result.error is None:
            history.target_published(result.target, now)
        else:
            history.target_failed(result.target, result.error, now)


def _publish(components: Components, target: Target) -> PublishResult:
    editions = _sealed_editions(components, target)
    if not editions:
        return _nothing(components, target)
    delivered = {
        edition: TargetState(sequence, revision)
        for edition, (sequence, revision) in components.store.editions.delivered(
            target.name
        ).items()
        if edition in target.editions  # it may have carried others, before the settings changed
    }
    try:
        result = components.targets[target.name].publish(editions, delivered)
    except PublishError as error:
        refused = isinstance(error, TargetAhead)
        return PublishResult(target=target.name, error=str(error), refused=refused)
    holds = {item.edition: TargetState(item.sequence, result.revision) for item in editions}
    if holds != delivered:
        with components.store.transaction():
            for edition, held in holds.items():
                components.store.editions.mark_delivered(
                    target.name, edition, held.sequence, held.revision
                )
    return result


def _nothing(components: Components, target: Target) -> PublishResult:
    """What becomes of a target for which there is no edition: refused where it holds one.

    An empty store beside a copy that was published is a lost store, not a new mirror.
    """
    kind = components.targets[target.name]
    if not isinstance(kind, Adoptable):
        return PublishResult(target=target.name)
    prefixes = [f"{edition}/" for edition in target.editions] if len(target.editions) > 1 else [""]
    paths = [prefix + manifest.DESCRIPTOR for prefix in prefixes]
    try:
        with kind.reading() as read:
            held = any(manifest.is_descriptor(content) for content in read(paths).values())
    except PublishError:
        held = False  # nothing was to be written there; the next edition will find out
    if not held:
        return PublishResult(target=target.name)
    return PublishResult(
        target=target.name,
        refused=True,
        error=(
            "it holds a published copy, but the store is empty; nothing was changed. If the "
            "folder `state` was lost, restore its backup; without one, `mirrorpress run --adopt` "
            "continues this copy as soon as an article arrives"
        ),
    )


def _sealed_editions(components: Components, target: Target) -> tuple[Sealed, ...]:
    """The editions that a target carries; in folders of their own where there are several."""
    found = []
    for edition in target.editions:
        state = components.store.editions.state(edition)
        if state.sealed is not None:
            prefix = f"{edition}/" if len(target.editions) > 1 else ""
            found.append(
                Sealed(
                    store=components.store,
                    edition=edition,
                    prefix=prefix,
                    sequence=state.sequence,
                    sealed=state.sealed,
                    forced=components.force,
                    check=components.check,
                )
            )
    return tuple(found)
