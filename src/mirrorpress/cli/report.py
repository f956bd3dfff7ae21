"""How the report of `verify` looks: one line for each finding, and nothing a copy can forge."""

from __future__ import annotations

import json

import click

from mirrorpress.cli.output import complain
from mirrorpress.publish.manifest import Descriptor, iso
from mirrorpress.publish.printable import printable
from mirrorpress.publish.verify import Trust, VerifyResult

_MAX_NAME = 200  # characters of a mirror's name that are shown


def print_report(report: VerifyResult) -> None:
    """Print a report: what the copy is, whose it is, what is wrong, and the verdict."""
    if report.descriptor is not None:
        doubt = "" if report.proven else "it says it is "
        click.echo(doubt + _described(report.descriptor))
    click.echo(report.trust.value + (f" {report.key}" if report.key else ""))
    for name in ("changed", "missing", "added", "unproven"):
        for path in getattr(report, name):
            click.echo(f"{name}: {printable(path)}")
    for problem in report.problems:
        click.echo(f"problem: {printable(problem)}")
    for note in report.notes:
        click.echo(f"note: {printable(note)}")
    _print_verdict(report)


def print_object(report: VerifyResult) -> None:
    """Print a report as one JSON object, in ASCII: the fields of `VerifyResult`, and `ok`."""
    descriptor = report.descriptor
    click.echo(
        json.dumps(
            {
                "ok": report.ok,
                "trust": report.trust.name.lower().replace("_", "-"),
                "key": report.key,
                "public_key": report.public_key,
                "expected": report.expected,
                "descriptor": None if descriptor is None else _fields(descriptor),
                "checked": report.checked,
                "changed": report.changed,
                "missing": report.missing,
                "added": report.added,
                "unproven": report.unproven,
                "problems": report.problems,
                "notes": report.notes,
                "listed": report.listed,
                "sampled": report.sampled,
                "older": report.older,
            }
        )
    )


def _fields(descriptor: Descriptor) -> dict[str, object]:
    return {
        "mirror": descriptor.mirror,
        "edition": descriptor.edition,
        "sequence": descriptor.sequence,
        "time": iso(descriptor.time),
        "key": descriptor.key,
        "addresses": descriptor.addresses,
        "previous": descriptor.previous,
        "extras": descriptor.extras,
    }


def _described(descriptor: Descriptor) -> str:
    """An edition in one line. The mirror's name comes last: it may hold anything."""
    return (
        f"edition {descriptor.edition}, number {descriptor.sequence} "
        f"of {descriptor.time:%Y-%m-%d %H:%M} UTC, "
        f"mirror: {printable(descriptor.mirror, _MAX_NAME)}"
    )


def _print_verdict(report: VerifyResult) -> None:
    if report.sampled is not None:
        click.echo(
            "sampled: {} of {} files in the checksum files that were read".format(*report.sampled)
        )
    if report.ok and report.sampled is not None:
        click.echo(f"{report.checked} files are as they were signed; the others were not checked")
    elif report.ok:
        click.echo(f"{report.checked} files are as they were signed")
    elif report.older is not None:
        click.echo(report.older)
    elif report.intact:
        click.echo(f"{report.checked} files match their checksum files, but these are not signed")
    if report.trust is Trust.FIRST_USE:
        complain("give --key with a key from another source to rule out a forged copy")
