"""The signed manifest of a rendered edition: checksum files, mirror.json, signature."""

from __future__ import annotations

import hashlib

from mirrorpress.errors import RunError
from mirrorpress.model import Edition, Site
from mirrorpress.pipeline.components import Components
from mirrorpress.pipeline.outputs import Outputs
from mirrorpress.protocols import WithExtras
from mirrorpress.publish import checksums, manifest, succession


def extras_of(components: Components, edition: Edition) -> tuple[str, ...]:
    """The files and folders of others at the targets that carry an edition, sorted."""
    targets = [one for one in components.settings.targets if edition.name in one.editions]
    known = [one.options.extras for one in targets if isinstance(one.options, WithExtras)]
    return tuple(sorted({extra for extras in known for extra in extras}))


def sign_edition(components: Components, edition: Edition, site: Site, outputs: Outputs) -> None:
    """Make the rendered files the edition's next state, unless nothing changed.

    Raises:
        RunError: `extras` of a target name what is the edition's own.
    """
    editions, name, key = components.store.editions, edition.name, components.key
    # First of all: another key is a change, even where no page shows it.
    outputs.keep_manifest("public key", manifest.PUBLIC_KEY, key.public.file() if key else None)
    said = components.statements
    successor = succession.written(said) if said else None
    outputs.keep_manifest("successor", manifest.SUCCESSOR, successor)
    extras = extras_of(components, edition)
    if not editions.unsealed(name) and _sealed_extras(components, name) in (None, extras):
        return
    state, time = editions.state(name), components.store.changes.newest()
    descriptor = manifest.Descriptor(
        mirror=site.name,
        edition=name,
        sequence=state.sequence + 1,
        time=time,
        key=site.public_key,
        addresses=site.addresses,
        previous=state.root,
        extras=extras,
    )
    outputs.keep_manifest("descriptor", manifest.DESCRIPTOR, manifest.descriptor(descriptor))
    root = _write_checksums(components, name, outputs)
    _check_extras(name, extras, root)
    signature = key.sign(root, manifest.trusted_comment(descriptor)) if key else None
    outputs.keep_manifest("signature", checksums.SIGNATURE, signature)
    if key is not None:
        components.store.signatures.note(key.public.line, components.clock())
    editions.mark_sealed(name, hashlib.sha256(root).hexdigest(), time)


def _sealed_extras(components: Components, edition: str) -> tuple[str, ...] | None:
    """What the sealed mirror.json names as others'; None: there is none yet."""
    try:
        described = components.store.editions.content(edition, manifest.DESCRIPTOR)
    except KeyError:  # an adopted edition, until something in it changes
        return None
    return manifest.parse_descriptor(described).extras


def _check_extras(edition: str, extras: tuple[str, ...], root: bytes) -> None:
    """Refuse extras that would hide files added to the edition's own.

    Raises:
        RunError: the edition has such a file or folder at its root, or there are too many.
    """
    if len(extras) > manifest.MAX_EXTRAS:
        raise RunError(f"`extras` in [[target]] are more than {manifest.MAX_EXTRAS} in all")
    own = {name.partition("/")[0].casefold() for name in checksums.names_in(root)}
    for extra in extras:
        if extra.partition("/")[0].casefold() in own:
            raise RunError(
                f"the edition {edition} has a file or folder {extra.partition('/')[0]} itself; "
                f"take {extra} out of `extras` in [[target]]"
            )


def _write_checksums(components: Components, edition: str, outputs: Outputs) -> bytes:
    """Write the checksum files that no longer say what is there; the root's bytes."""
    editions = components.store.editions
    waiting = {
        above
        for folder in editions.touched_folders(edition)
        for above in checksums.folders_above(checksums.path_in(folder))
    }
    sums = b""
    for folder in sorted(waiting, key=checksums.deepest_first):
        entries = [
            (checksums.listed_as(path), sha256)
            for path, sha256 in editions.listed_in(edition, folder)
        ]
        sums = checksums.written(entries) if entries else b""
        outputs.keep_manifest(f"checksums:{folder}", checksums.path_in(folder), sums or None)
    return sums
