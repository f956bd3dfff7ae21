"""`mirrorpress serve`: an edition in a browser on this machine, straight from the store."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click

from mirrorpress import config
from mirrorpress.cli.mirror import in_mirror
from mirrorpress.config import Settings
from mirrorpress.preview import FilesPreview
from mirrorpress.store import open_store


@click.command()
@in_mirror
@click.option(
    "--edition", help="Edition to show.  [default: the first web edition, else the first]"
)
@click.option(
    "--port", default=8700, show_default=True, help="Port on 127.0.0.1; 0: any free port."
)
def serve(directory: Path, edition: str | None, port: int) -> int:
    """Serve an edition to a browser on this machine, straight from the store."""
    settings = config.load(directory)
    name = _chosen(settings, edition)
    with closing(open_store(settings.state)) as store:
        if store.editions.state(name).sealed is None:
            raise click.UsageError(
                f"the edition {name!r} is not there yet; `mirrorpress run` makes it"
            )
    with FilesPreview(_reader(settings.state, name), port) as preview:
        click.echo(f"{preview.url}  (edition {name}; Ctrl-C ends it)")
        preview.wait()
    return 0


def _chosen(settings: Settings, edition: str | None) -> str:
    names = [one.name for one in settings.editions]
    if edition is not None:
        if edition not in names:
            raise click.BadParameter(
                f"there is no edition {edition!r}; choose one of {', '.join(names)}"
            )
        return edition
    web = [one.name for one in settings.editions if one.format == "web"]
    return (web or names)[0]


def _reader(state: Path, edition: str) -> Callable[[str], bytes | None]:
    """Reads files of an edition. Each from a connection of its own: requests come in threads."""

    def read(path: str) -> bytes | None:
        with closing(open_store(state)) as store:
            try:
                return store.editions.content(edition, path)
            except KeyError:
                return None

    return read
