"""`mirrorpress sources`: what extraction learned of sites."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from mirrorpress import config
from mirrorpress.cli.mirror import in_mirror
from mirrorpress.cli.output import complain, reporting
from mirrorpress.press import Learning, learn_stored
from mirrorpress.publish.printable import printable
from mirrorpress.store import hold, open_store


@click.group()
def sources() -> None:
    """Show, renew or drop what extraction learned of sites.

    Each round remembers what the newest pages of a site have in common, and leaves that out of
    the articles of the next days.
    """


@sources.command()
@click.option("--source", "name", help="Learn from the articles of this source only.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one object.")
@in_mirror
def learn(directory: Path, name: str | None, quiet: bool, as_json: bool) -> int:
    """Learn sites from the stored pages, at most 20 of each.

    Use it after an update of mirrorpress, or when a site has a new design.
    """
    settings = config.load(directory)
    with reporting(quiet=quiet or as_json, verbose=False) as reporter:
        learning = learn_stored(settings, reporter, source=name)
    if as_json:
        click.echo(json.dumps(_data(learning), ensure_ascii=False))
    else:
        total = learning.pages.total()
        click.echo(
            f"learned {len(learning.pages)} sites from {total} pages; {learning.refused} pages "
            f"give no article, {len(learning.failed)} failed"
        )
        if not total:
            complain("there are no stored pages of the last 30 days; a round stores some")
    for note in () if quiet else learning.notes:
        complain(note)
    for failure in () if as_json else learning.failed:
        complain(f"{failure.source}: {failure.url}: {failure.error}")
    return 1 if learning.failed else 0


def _data(learning: Learning) -> dict[str, Any]:
    failed = [{"source": f.source, "url": f.url, "error": f.error} for f in learning.failed]
    return {"sites": dict(learning.pages), "refused": learning.refused, "failed": failed}


@sources.command()
@click.option("--json", "as_json", is_flag=True, help="Print the result as one object.")
@in_mirror
def learned(directory: Path, as_json: bool) -> int:
    """List the sites that were learned: pages that are remembered, and the newest day."""
    settings = config.load(directory)
    with closing(open_store(settings.state)) as store:
        rows = [(site, pages, _date(day)) for site, pages, day in store.site_profiles.sites()]
    if as_json:
        data = [{"site": site, "pages": pages, "newest": day} for site, pages, day in rows]
        click.echo(json.dumps({"sites": data}, ensure_ascii=False))
        return 0
    for site, pages, day in rows:
        click.echo(f"{printable(site)}: {pages} pages, the newest of {day}")
    if not rows:
        click.echo("nothing was learned yet; a round or `mirrorpress sources learn` does that")
    return 0


@sources.command()
@click.argument("site", required=False)
@click.option("--all", "everything", is_flag=True, help="Forget all sites.")
@in_mirror
def forget(directory: Path, site: str | None, everything: bool) -> int:
    """Forget what was learned of SITE (a host, as `learned` lists it)."""
    if (site is None) != everything:
        raise click.UsageError("name a site, or give --all")
    settings = config.load(directory)
    with hold(settings.state), closing(open_store(settings.state)) as store:
        count = store.site_profiles.forget(site)
    click.echo(f"forgot {count} pages")
    return 0


def _date(day: int) -> str:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=day)).date().isoformat()
