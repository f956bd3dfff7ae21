"""Take over what targets hold: continue the number of their editions, keep their files.

For a mirror whose state folder was lost. Files that the store renders itself are its own; all
others become part of the edition as they are, so that no address is lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from mirrorpress.errors import PublishError
from mirrorpress.model import Target
from mirrorpress.pipeline.components import Components
from mirrorpress.progress import Summary
from mirrorpress.protocols import Adoptable
from mirrorpress.publish.adoption import Proven, Read, checked, proven
from mirrorpress.publish.minisign import PublicKey

BATCH = 500  # files that are held in memory at one time


def adopt(components: Components, summary: Summary) -> None:
    """Adopt every edition at every target that the store does not know.

    A copy that cannot be adopted is named in the notes; its publication is refused afterwards.
    """
    if components.key is None or components.store.articles.count() == 0:
        summary.notes.append(
            "nothing was adopted: that needs the mirror's key and at least one article"
        )
        return
    for target in components.settings.targets:
        kind = components.targets[target.name]
        if not isinstance(kind, Adoptable):
            continue
        try:
            with kind.reading() as read:
                for edition in target.editions:
                    _adopt(components, target, edition, read, components.key.public)
        except (PublishError, ValueError) as error:
            summary.notes.append(f"the copy at target {target.name} was not adopted: {error}")


def _adopt(
    components: Components, target: Target, edition: str, read: Read, key: PublicKey
) -> None:
    prefix = f"{edition}/" if len(target.editions) > 1 else ""

    def within(paths: Iterable[str]) -> dict[str, bytes]:
        found = read(prefix + path for path in paths)
        return {path.removeprefix(prefix): content for path, content in found.items()}

    former = [PublicKey.parse(statement.old) for statement in components.statements]
    there = proven(within, key, former)
    if there is None or not _is_news(components, target, edition, there):
        return
    described = there.descriptor
    if (described.mirror, described.edition) != (components.settings.name, edition):
        raise ValueError("it is of another mirror or another edition")
    wanted = iter(there.files.items())
    with components.store.transaction():
        while batch := dict(islice(wanted, BATCH)):
            components.store.editions.adopt(edition, checked(within, batch))
        components.store.editions.continue_from(
            edition, described.sequence, there.root, described.time
        )
        components.store.editions.mark_delivered(target.name, edition, described.sequence, None)


def _is_news(components: Components, target: Target, edition: str, there: Proven) -> bool:
    """Whether the store does not know what stands there."""
    state = components.store.editions.state(edition)
    known = edition in components.store.editions.delivered(target.name)
    ahead = there.descriptor.sequence > state.sequence
    return there.root != state.root and (ahead or not known)
