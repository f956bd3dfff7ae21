"""The version of a layout: a digest of everything here and in `compare` that renders its pages.

Whoever changes a word, a template or a line of code need not remember to raise a number: what was
rendered before is rendered again, and where the bytes come out the same nothing is published. A
change that only another layout uses renders nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

_KINDS = (".py", ".toml", ".html", ".css", ".svg")
_PACKAGE = "mirrorpress.render"
_COMPARE = "compare/"  # before names of modules of `mirrorpress.compare`
# An import from one of both packages: of a module's names, or of modules. A syntax tree takes ten
# times as long, at every start.
_IMPORT = re.compile(
    r"^from mirrorpress\.(render|compare)(?:\.(\w+)[\w.]*)? import (\([^)]*\)|.*)$", re.MULTILINE
)
_NAME = re.compile(r"(\w+)(?: as \w+)?")


@cache
def layout_version(module: str, *folders: str) -> str:
    """Twelve hex digits, the same on every machine that has the same package.

    Args:
        module: of the layout, in this package ("mirrorpress.render.web"). What it imports from the
            package counts too, and what that imports.
        folders: of files that it reads, in this package ("templates").
    """
    files = {name: file for used in _used(module) for name, file in _files_of(used)}
    for folder in folders:
        files |= dict(_files_in(resources.files(_PACKAGE).joinpath(folder), f"{folder}/"))
    digest = hashlib.sha256()
    for name, file in sorted(files.items()):
        content = file.read_bytes()
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:12]


def _used(module: str) -> set[str]:
    """A module's name in the package ("web"), and those of all that it imports from there."""
    found: set[str] = set()
    waiting = [module.removeprefix(f"{_PACKAGE}.")]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _imported(name)
    return found


@cache
def _imported(name: str) -> frozenset[str]:
    """Names of the package's modules that a module imports, or any file of a package."""
    found: set[str] = set()
    for path, file in _files_of(name):
        if path.endswith(".py"):
            for package, module, names in _IMPORT.findall(file.read_text("utf-8")):
                prefix = _COMPARE if package == "compare" else ""
                found.update(prefix + one for one in ([module] if module else _NAME.findall(names)))
    return frozenset(found)


def _files_of(name: str) -> Iterator[tuple[str, Traversable]]:
    """The file of a module, or all files of a package in this one."""
    root = resources.files("mirrorpress" if name.startswith(_COMPARE) else _PACKAGE)
    module, folder = root.joinpath(f"{name}.py"), root.joinpath(name)
    if module.is_file():
        yield f"{name}.py", module
    elif folder.is_dir():
        yield from _files_in(folder, f"{name}/")


def _files_in(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from _files_in(entry, f"{name}/")
        elif name.endswith(_KINDS):
            yield name, entry
