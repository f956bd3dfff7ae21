"""Whether a key file lies where everybody will read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mirrorpress.config import Settings
from mirrorpress.errors import KeyFileError


def refuse_published(settings: Settings) -> None:
    """Refuse a place of the key file that is published, symbolic links followed.

    Raises:
        KeyFileError: it is in a target's folder, in `public/`, or where targets keep their work.
    """
    key = settings.key.resolve()
    for name, folder in _published(settings):
        if key.is_relative_to(folder.resolve()):
            raise KeyFileError(
                f"the place of the signing key {settings.key} is published: it is inside {name}; "
                "move the key elsewhere and name its place in [seal]; a key that was ever "
                "published must be replaced"
            )


def _published(settings: Settings) -> Iterator[tuple[str, Path]]:
    for target in settings.targets:
        if target.kind == "folder":
            folder = settings.directory / Path(target.url).expanduser()
            yield f"the folder of target {target.name!r}", folder
    yield "the folder public/", settings.directory / "public"
    yield "the folder where targets keep their work", settings.state / "targets"
