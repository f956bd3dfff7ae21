"""Commands for copies: verify, serve."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from mirrorpress import urls
from mirrorpress.cli.output import complain, shown
from mirrorpress.cli.report import print_object, print_report
from mirrorpress.errors import KeyFileError, VerifyError
from mirrorpress.press import remote_reader
from mirrorpress.publish import seen
from mirrorpress.publish.keys import PublicKey
from mirrorpress.publish.memory import Memory
from mirrorpress.publish.memory import place as place_of_memory
from mirrorpress.publish.printable import printable
from mirrorpress.publish.readers import is_bare_repository
from mirrorpress.publish.verify import Copy, FolderCopy, GitCopy, RemoteCopy, Sample, VerifyResult
from mirrorpress.publish.verify import verify as verify_copy

MAX_SECONDS = 3600  # a host that answers drop by drop must not hold a check for ever
MAX_BYTES = 2 * 10**9  # a large mirror has some 1 GB; who pays by the megabyte takes a sample
DIFFERENT = 3  # exit status of `verify`


@click.command()
@click.argument("place", metavar="PATH|URL")
@click.option("--key", metavar="KEY", help="The mirror's public key: RW…, or a file with it.")
@click.option("--git", "commit", is_flag=True, help="Check a commit of the git repository there.")
@click.option("--revision", help="Commit to check; implies --git.  [default: HEAD]")
@click.option("--prefix", help="Folder of the edition in that commit; implies --git.")
@click.option("--local", is_flag=True, help="The address may be private (tests, intranets).")
@click.option("--since", default=0, metavar="N", help="Lowest acceptable number of the edition.")
@click.option("--sample", type=click.IntRange(1), metavar="N", help="Check N files, at random.")
@click.option(
    "--max-seconds",
    default=MAX_SECONDS,
    show_default=True,
    type=click.IntRange(1),
    help="Seconds to spend on a web address.",
)
@click.option(
    "--max-bytes",
    default=MAX_BYTES,
    show_default=True,
    type=click.IntRange(1),
    help="Bytes to read from a web address.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the report as one object.")
@click.option("--no-memory", is_flag=True, help="Do not compare with copies seen before.")
def verify(
    place: str,
    key: str | None,
    commit: bool,
    revision: str | None,
    prefix: str | None,
    local: bool,
    since: int,
    sample: int | None,
    max_seconds: int,
    max_bytes: int,
    as_json: bool,
    no_memory: bool,
) -> int:
    """Check a copy of an edition against its signed manifest.

    A copy is a folder, a git repository or a web address. The files of a folder are checked, even
    if it contains a git repository; a commit is checked with --git, and if the folder is a bare
    repository and nothing else. Without --key, the key in the copy is trusted: that finds damage,
    but not a forged copy. The number of each edition is remembered, so that an older copy is
    noticed. Exit status: 0 the copy is true, 3 it is not, 2 it has no signed manifest.
    """
    expected = None if key is None else _public_key(key)
    memory = None if no_memory else Memory(place_of_memory(os.environ))
    commit = commit or revision is not None or prefix is not None
    if urls.safe(place) is None:
        opened = _copy(place, revision or "HEAD", prefix or "", commit=commit)
    elif commit:
        raise click.UsageError(
            "--git, --revision and --prefix are for folders, not for a web address"
        )
    else:
        opened = _remote(place, local=local, seconds=max_seconds, size=max_bytes)
    some = None if sample is None else Sample(count=sample, choose=secrets.randbelow)
    try:
        with opened as copy:
            report = verify_copy(copy, expected, sample=some)
    except VerifyError as error:  # what git or a server said is in it
        raise VerifyError(printable(str(error))) from error
    numbers = {} if memory is None else memory.numbers
    report = replace(report, older=seen.older(report, numbers, since))
    (print_object if as_json else print_report)(report)
    if memory is not None:
        _remember(memory, report)
    return 0 if report.ok else DIFFERENT


def _remember(memory: Memory, report: VerifyResult) -> None:
    """Remember the number of a copy whose signature is good, be there damage in it or not."""
    if report.descriptor is None:
        return
    try:
        for name in seen.names_of(report):
            memory.remember(name, report.descriptor.sequence)
    except OSError as error:
        complain(
            f"this copy could not be remembered in {shown(memory.path)} ({error.strerror}), "
            "so an older one will not be noticed"
        )


@contextmanager
def _remote(url: str, *, local: bool, seconds: float, size: int) -> Iterator[Copy]:
    with remote_reader(url, local=local, seconds=seconds, size=size) as read:
        yield RemoteCopy(read)


@contextmanager
def _copy(place: str, revision: str, prefix: str, *, commit: bool) -> Iterator[Copy]:
    path = Path(place)
    if not path.is_dir():
        raise VerifyError(f"{place} is neither a folder nor a web address")
    if commit or is_bare_repository(path):
        with GitCopy(path, revision, prefix) as copy:
            yield copy
    else:
        yield FolderCopy(path)


def _public_key(text: str) -> PublicKey:
    if not text.strip():
        raise KeyFileError("--key is empty; give it the line RW… of the mirror, or leave it out")
    try:
        path = Path(text)
        return PublicKey.parse(path.read_bytes() if path.is_file() else text)
    except (ValueError, OSError) as error:
        raise KeyFileError(
            f"{printable(text, 100)!r} is not a public key ({printable(str(error), 100)}); "
            "give a mirror.pub or its line RW…"
        ) from error
