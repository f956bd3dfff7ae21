"""Commands for a newcomer: demo and init."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from mirrorpress import config
from mirrorpress.cli.demo import Demonstration, demonstrate, prepare
from mirrorpress.cli.output import complain, conclude, invoked, reporting, shown
from mirrorpress.errors import KeyFileError, RunError
from mirrorpress.preview import Preview
from mirrorpress.progress import Summary
from mirrorpress.publish.keys import new_key

TEMPLATES = Path(__file__).parent / "templates"  # LAYOUT.toml, and the files of COMPANIONS
COMPANIONS = {
    "almanac": (),
    "archive": (),
    "channels": ("picks.csv", "sticky.csv", "links.csv", "front.md", "forks/pull.yml"),
}  # what is written beside mirror.toml, by layout


@click.command()
@click.argument(
    "directory", default="demo", type=click.Path(file_okay=False, path_type=Path), metavar="[DIR]"
)
@click.option("--serve", is_flag=True, help="Show the web edition in a browser afterwards.")
@click.option("--port", default=8700, show_default=True, help="Port for --serve; 0: any free port.")
@click.option("-q", "--quiet", is_flag=True, help="Print failures only.")
def demo(directory: Path, serve: bool, port: int, quiet: bool) -> int:
    """Mirror a small fictional newsroom into DIR (default: demo), twice.

    The newsroom is served on this machine; nothing else is contacted. Between the two rounds one
    article is edited, one is withdrawn, and two are new.
    """
    prepare(directory)
    with reporting(quiet=quiet, verbose=False) as reporter:
        done = demonstrate(directory, reporter)
    if not quiet:
        _print_table(done)
        _print_places(directory)
    status = max(_status(summary) for summary in done.rounds)
    if not all(report.ok for _, report in done.checks):
        complain("a copy does not fit its signed manifest; `mirrorpress verify` names the files")
        status = 3
    if serve:
        with Preview(directory / "public" / "web", port) as preview:
            click.echo(f"\n{preview.url}  (Ctrl-C ends it)")
            preview.wait()
    return status


def _status(summary: Summary) -> int:
    if summary.clean:
        return 0
    return conclude(summary, as_json=False, quiet=True, reported=False, signed=True)


def _print_table(done: Demonstration) -> None:
    console = Console()
    rounds = Table(title="What the two rounds did", title_justify="left")
    for column in ("round", "new", "changed", "unchanged", "withdrawn", "failed", "seconds"):
        rounds.add_column(column, justify="right")
    for number, summary in enumerate(done.rounds, 1):
        rounds.add_row(
            str(number),
            str(summary.new),
            str(summary.changed),
            str(summary.unchanged),
            str(summary.withdrawn),
            str(len(summary.failed)),
            f"{summary.seconds:.1f}",
        )
    console.print(rounds)
    copies = Table(title="The signed copies", title_justify="left")
    copies.add_column("copy")
    for column in ("files", "added", "changed", "removed"):
        copies.add_column(column, justify="right")
    copies.add_column("verify")
    for (place, report), result in zip(done.checks, done.rounds[-1].targets, strict=True):
        counts = (result.added, result.changed, result.removed)
        copies.add_row(
            place,
            str(report.checked),
            *(str(count) for count in counts),
            "true" if report.ok else "DIFFERENT",
        )
    copies.caption = "added, changed and removed: in the second round"
    console.print(copies)


def _print_places(directory: Path) -> None:
    here = shown(directory)
    click.echo("\nWhere to look")
    for place, what in (
        (f"{here}/public/web/index.html", "the web site; opens from the file, needs no server"),
        (f"{here}/public/git/README.md", "the pages for git hosts"),
        (f"{here}/public/archive/README.md", "the same, a folder for each source"),
        (f"{here}/public/channels/README.md", "the same by channel, with picks and QR codes"),
        (f"{here}/remote.git", f"the repository they were pushed to: git clone {here}/remote.git"),
        (f"{here}/mirror.toml", "the settings of this mirror"),
    ):
        click.echo(f"  {place:32}  {what}")
    click.echo(f"\nCheck a copy:  {invoked()} verify {here}/public/web")


@click.command()
@click.argument(
    "directory", default=".", type=click.Path(file_okay=False, path_type=Path), metavar="[DIR]"
)
@click.option("--name", default="My mirror", help="Name of the mirror, as readers see it.")
@click.option(
    "--layout",
    type=click.Choice(list(COMPANIONS)),
    default="almanac",
    show_default=True,
    help="Layout of the pages for git hosts; channels also gets the operator's own files.",
)
def init(directory: Path, name: str, layout: str) -> int:
    """Write a commented mirror.toml, and create the key that signs the mirror's copies."""
    file = directory / config.FILE
    printable = "".join(one for one in name if one.isprintable() and one != "\\")
    plain = printable.replace('"', "'").strip()
    if not plain:
        raise click.BadParameter("the name of a mirror is a line of text", param_hint="--name")
    text = (TEMPLATES / f"{layout}.toml").read_text("utf-8").replace("{name}", plain)
    if not _write(file, text):
        raise RunError(f"{shown(file)} is there already; it was not touched")
    where = "" if directory == Path() else f" -C {shown(directory)}"
    click.echo(f"wrote {shown(file)}: put your sources into it, then `{invoked()} run{where}`")
    for companion in COMPANIONS[layout]:
        beside = directory / companion
        if _write(beside, (TEMPLATES / companion).read_text("utf-8")):
            click.echo(f"wrote {shown(beside)}")
        else:
            complain(f"{shown(beside)} is there already; it was not touched")
    key = config.load(directory).key
    try:
        new_key(key)
        click.echo(f"wrote the signing key {shown(key)}; keep it secret and back it up")
    except KeyFileError as error:  # an operator who brings a key keeps it
        complain(str(error))
    return 0


def _write(file: Path, text: str) -> bool:
    """Write a file, and its folder; False where it exists, which is left as it is.

    Raises:
        RunError: It cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() or file.is_symlink():
            return False
        with file.open("x", encoding="utf-8", newline="") as out:
            out.write(text)
    except OSError as error:
        raise RunError(f"{shown(file)} cannot be written ({error.strerror})") from error
    return True
