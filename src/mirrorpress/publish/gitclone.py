"""A clone of a repository in a temporary folder, for reading: nothing in it is trusted.

The history comes without its files; of these, only those that are read. No hook or filter runs, and
symbolic links come as files that hold their target.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mirrorpress.publish.gitcommand import Git
from mirrorpress.publish.gitlogin import Login, login
from mirrorpress.publish.gitremote import CONFINED, is_address

_REMOTE = "source"
_SECONDS = 6 * 3600.0  # for each of two transfers; a line that stalls ends sooner
# Attributes of the clone itself come before those that the repository states.
_ATTRIBUTES = "* -filter -ident -text -eol -working-tree-encoding\n"


@contextmanager
def cloned(address: str, folders: tuple[str, ...]) -> Iterator[Path]:
    """A work tree with some folders of a repository, as its HEAD has them; it goes afterwards.

    Args:
        address: anything `git clone` takes over https, ssh, git or a path.
        folders: at the root; those that are not there are left out.

    Raises:
        GitFailed: the repository cannot be reached or read.
        ValueError: the address holds a secret that cannot be kept; the text says what to write.
    """
    is_here = not is_address(address) or address.startswith("file:")
    known = login(address if is_address(address) else str(Path(address).absolute()))
    with tempfile.TemporaryDirectory(prefix="mirrorpress-") as temporary:
        copy = Path(temporary) / "clone"
        _clone(Git(Path(temporary), login=known), known, copy, is_here=is_here)
        git = Git(copy, login=known)
        info = copy / ".git" / "info"
        info.mkdir(exist_ok=True)
        (info / "attributes").write_text(_ATTRIBUTES, encoding="ascii")
        there = git.run("ls-tree", "-d", "-z", "--name-only", "HEAD").split(b"\0")
        wanted = [name for name in folders if name.encode() in there]
        if wanted:
            git.run("checkout", "--quiet", "HEAD", "--", *wanted, seconds=_SECONDS)
        yield copy


def _clone(git: Git, known: Login, copy: Path, *, is_here: bool) -> None:
    """Fetch the history of the branch that HEAD names."""
    git.run(
        *("clone", "--quiet", "--no-checkout", "--single-branch", "--no-tags", "--template="),
        # The other end of a repository on this machine runs here.
        *(("--no-local", "-u", f"{CONFINED} upload-pack") if is_here else ("--filter=blob:none",)),
        *("--origin", _REMOTE, "--config", "core.symlinks=false"),
        *("--", known.address, str(copy)),
        seconds=_SECONDS,
    )
