"""Commands for the key that signs: keys new, keys show, keys rotate."""

from __future__ import annotations

from pathlib import Path

import click

from mirrorpress import config
from mirrorpress.cli.mirror import in_mirror
from mirrorpress.cli.output import complain, shown
from mirrorpress.errors import KeyFileError
from mirrorpress.press import make_key, rotate_key, signing_key


@click.group()
def keys() -> None:
    """Manage the key that signs this mirror's copies."""


@keys.command("new")
@in_mirror
@click.option("--passphrase", is_flag=True, help="Encrypt the key file; asks for a passphrase.")
def new(directory: Path, passphrase: bool) -> int:
    """Create the signing key.

    Keep its file secret: whoever has it can sign in the mirror's name.
    """
    settings = config.load(directory)
    key = make_key(settings, passphrase=_asked() if passphrase else None)
    click.echo(key.public.line)
    complain(f"the secret key is in {shown(settings.key)}; keep it secret and back it up")
    return 0


@keys.command("show")
@in_mirror
def show(directory: Path) -> int:
    """Print the public key, with which anybody can check a copy."""
    key = signing_key(config.load(directory))
    if key is None:
        raise KeyFileError(
            "there is no key; `mirrorpress keys new` makes one for a new mirror. If this one "
            "signed before, restore its key from the backup, or `mirrorpress keys rotate --lost`"
        )
    click.echo(key.public.line)
    return 0


@keys.command("rotate")
@in_mirror
@click.option("--lost", is_flag=True, help="The former key is lost and cannot sign the new one.")
@click.option("--passphrase", is_flag=True, help="Encrypt the key file; asks for a passphrase.")
def rotate(directory: Path, lost: bool, passphrase: bool) -> int:
    """Sign with a new key from now on.

    The former key signs the new one, and is kept beside it. Every edition carries that statement,
    so that readers who know the former key can check copies as before.
    """
    settings = config.load(directory)
    done = rotate_key(settings, lost=lost, passphrase=_asked() if passphrase else None)
    click.echo(done.key.line)
    if done.made is not None:
        complain(f"the secret key is in {shown(done.made)}; keep it secret and back it up")
    if done.backup is not None:
        complain(f"the former key is in {shown(done.backup)}; keep it secret as well")
    elif not lost:
        complain("put the content of that file into MIRRORPRESS_KEY instead of the former key")
    if lost:
        complain(
            "no copy can tell readers that this key is yours: publish it where they got the "
            "former one"
        )
    return 0


def _asked() -> str:
    answer = click.prompt("Passphrase", hide_input=True, confirmation_prompt=True)
    return str(answer)
