"""A branch of a remote repository, and the bare repository here through which it is written to.

The local one holds commits and folders of the remote's tip but not its files (a shallow, blobless
fetch), which is what a commit on top of it needs: some megabytes for 100,000 files. Remotes that
cannot leave the files out send them too. Its configuration is written by us at each use, so that
nothing in it can be left over or slipped in. It holds the address without the password, which git
is given through a pipe (`gitlogin`).

A remote on this machine (a path, "file://") is not trusted either: git starts its other end here,
under our account, and reads the configuration of that repository. `CONFINED` turns off all of it
that names a command. The rules of a remote that must run hooks need a server (ssh, https).
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from mirrorpress.publish.gitcommand import NETWORK, Git, GitFailed, GitMissing
from mirrorpress.publish.gitlogin import Login, login
from mirrorpress.publish.safe_folder import TEMPORARY

Held: TypeAlias = dict[str, str]  # path → "mode id" of what a commit has there; folders left out

_REMOTE = "target"
_TIP = "refs/mirrorpress/tip"  # the remote's branch, as we saw or made it last
_NEXT = "refs/mirrorpress/next"  # the commit that is being made
_CONFIG = """\
[core]
	repositoryformatversion = 1
	bare = true
	fsync = all
[extensions]
	partialClone = {remote}
[fastimport]
	unpackLimit = 1
[gc]
	autoPackLimit = 40
	autoDetach = false
[remote "{remote}"]
	url = "{url}"
	promisor = true
	partialCloneFilter = blob:none
"""
# The other end of a remote on this machine. git clears its own configuration (-c) before it starts
# that process, so a command line of its own. Variables come first: a partial clone would
# otherwise fetch what it lacks from wherever its configuration says, with the command named there.
CONFINED = (
    "GIT_ALLOW_PROTOCOL= GIT_NO_LAZY_FETCH=1 git"
    " -c core.hooksPath=/dev/null"  # all hooks, in hooks/ too
    " -c core.alternateRefsCommand=true"  # advertises nothing of the alternates
    " -c core.fsmonitor=false"
    " -c core.sshCommand=false"
    " -c receive.autogc=false"  # gc runs gc.recentObjectsHook
    " -c receive.denyCurrentBranch=refuse"  # updateInstead runs filters and a hook
    " -c uploadpack.allowFilter=true"  # files may be left out
)
_FIRST_PUSH = 6 * 3600.0  # seconds: a gigabyte over a slow line; a line that stalls ends sooner
_FEW = 2_000  # paths that are asked for one by one; more of them, and the whole tree is read
_AT_ONCE = 400  # paths in one command line: at 255 bytes a part, well below ARG_MAX


class Rejected(Exception):
    """The remote did not take a commit; the text is its reason."""


class Damaged(Exception):
    """The local repository does not work; it can be made again."""


class Branch:
    """One branch of one remote.

    Args:
        url: of the remote, or its path (relative to `root`).
        branch: its name there.
        root: below it, a path without a repository becomes a new one.
        cache: where the local repository is.

    Raises:
        GitFailed: from all methods: the remote cannot be reached or refuses us.
        Damaged: from all methods that only work here.
        OSError: the disk refuses.
    """

    def __init__(self, *, url: str, branch: str, root: Path, cache: Path) -> None:
        self._local = None if is_address(url) else (root / Path(url).expanduser()).absolute()
        self._refused = ""  # why the address cannot be used
        self._login = Login("" if self._local is None else str(self._local))
        if self._local is None:
            try:
                self._login = login(url)
            except ValueError as error:
                self._refused = str(error)
        self._ref = f"refs/heads/{branch}"
        self._branch = branch
        self._root = root
        self._cache = cache
        self._git = Git(cache, login=self._login)

    def prepare(self) -> str | None:
        """Make both ends ready; the commit that the branch is at, None where there is none yet."""
        if self._refused:
            raise GitFailed(self._refused)
        self._cache.parent.mkdir(parents=True, exist_ok=True)
        Git(self._cache.parent).run("check-ref-format", self._ref)
        self._make_remote()
        self._make_cache()
        return self.tip()

    def tip(self) -> str | None:
        """The commit that the remote's branch is at."""
        answer = self._git.run("ls-remote", "--", _REMOTE, self._ref, seconds=NETWORK)
        for line in answer.decode("utf-8", "replace").splitlines():
            commit, _, name = line.partition("\t")
            if name == self._ref and re.fullmatch("[0-9a-f]{40}", commit):
                return commit
        return None

    def fetch(self, tip: str | None) -> str | None:
        """Have the commit and the folders of the tip here; the tip, which may have moved on."""
        if tip is None or tip == self._resolved(_TIP):
            return tip
        self._git.run(
            "fetch",
            *("--quiet", "--depth=1", "--filter=blob:none", "--no-tags", "--no-write-fetch-head"),
            *("--", _REMOTE, f"+{self._ref}:{_TIP}"),
            seconds=NETWORK,
        )
        return self._resolved(_TIP)

    def held(self, tip: str, paths: Sequence[str]) -> Held:
        """What a commit has at some paths."""
        if len(paths) > _FEW:
            wanted = frozenset(paths)
            everything = self.held_below(tip, "")
            return {path: entry for path, entry in everything.items() if path in wanted}
        held: Held = {}
        for start in range(0, len(paths), _AT_ONCE):
            held |= self._listed(tip, "--", *paths[start : start + _AT_ONCE])
        return held

    def held_below(self, tip: str, prefix: str) -> Held:
        """All that a commit has, in a folder ("web/") or altogether ("")."""
        return self._listed(tip, "-r", "--", *([prefix] if prefix else []))

    def contents(self, entries: Iterable[str]) -> dict[str, bytes]:
        """What is in some small files, by their entries ("mode id"); those that cannot be read are
        left out. Those that are not here are fetched, all at one time.
        """
        by_id = {entry.partition(" ")[2]: entry for entry in entries if entry.startswith("100")}
        if self._lacks_files() and not self._fetched(by_id):
            return {}
        with _damage():
            output = self._git.run("cat-file", "--batch", given="\n".join(by_id).encode() + b"\n")
        return {by_id[identity]: content for identity, content in _parsed_batch(output)}

    def commit(
        self, tip: str | None, author: bytes, message: bytes, changes: Iterable[bytes]
    ) -> str:
        """Make a commit on top of the tip, here.

        Args:
            author: name, e-mail and time, as git writes them; the committer is the same.
            changes: commands of `git fast-import`, M and D.
        """
        head = b"commit %s\nauthor %s\ncommitter %s\ndata %d\n%s\n" % (
            *(_NEXT.encode(), author, author, len(message), message),
        )
        parent = b"from %s\n" % tip.encode() if tip else b""
        reset = b"feature done\nreset %s\n\n" % _NEXT.encode()
        stream = chain((reset, head, parent), changes, (b"done\n",))
        with _damage():
            self._git.feed("fast-import", "--quiet", "--done", "--force", stream=stream)
            return self._git.line("rev-parse", "--verify", f"{_NEXT}^{{commit}}")

    def push(self, commit: str) -> None:
        """Set the remote's branch to a commit on top of where it is.

        Raises:
            Rejected: the remote refused it, or the branch has moved.
        """
        # A delta needs its base, and git would fetch a base that is not here.
        thin = "--no-thin" if self._lacks_files() else "--thin"
        try:
            self._git.run(
                *("push", "--quiet", "--porcelain", "--no-verify", thin),
                *("--", _REMOTE, f"{commit}:{self._ref}"),
                seconds=_FIRST_PUSH,
            )
        except GitFailed as error:
            if re.search(r"\[(remote )?rejected\]", str(error)):
                raise Rejected(str(error)) from error
            raise
        with _damage():
            self._git.run("update-ref", _TIP, commit)

    def tidy(self) -> None:
        """Put the packs of many publications into one, every now and then."""
        with _damage():
            self._git.run("-c", "gc.auto=6700", "gc", "--auto", "--quiet")

    def forget(self) -> None:
        """Throw the local repository away; `prepare` makes a new one."""
        shutil.rmtree(self._cache, ignore_errors=True)

    def _listed(self, tip: str, *arguments: str) -> Held:
        with _damage():
            output = self._git.run("ls-tree", "-z", "--full-tree", tip, *arguments)
        return dict(parsed_tree(output))

    def _fetched(self, identities: Iterable[str]) -> bool:
        """Have some files here; whether the remote gave them."""
        try:
            self._git.run(
                *("-c", "fetch.negotiationAlgorithm=noop", "fetch", "--quiet", "--no-tags"),
                *("--no-write-fetch-head", "--filter=blob:none"),
                *("--stdin", _REMOTE),
                given="".join(f"{identity}\n" for identity in identities).encode(),
                seconds=NETWORK,
            )
        except GitFailed:
            return False
        return True

    def _lacks_files(self) -> bool:
        """Whether something was fetched without its files."""
        return any((self._cache / "objects" / "pack").glob("*.promisor"))

    def _resolved(self, ref: str) -> str | None:
        with _damage():
            found = self._git.line("for-each-ref", "--format=%(objectname)", ref)
        return found or None

    def _make_remote(self) -> None:
        """A bare repository at a path below the root, where there is nothing yet."""
        place = self._local
        if place is None or not _is_vacant(place):
            return
        if not place.resolve().is_relative_to(self._root.resolve()):
            raise GitFailed(f"there is no repository, it does not exist: {place}")
        place.parent.mkdir(parents=True, exist_ok=True)
        self._init(place, settings=(("core.fsync", "all"), ("uploadpack.allowFilter", "true")))

    def _make_cache(self) -> None:
        if (self._cache / "HEAD").is_file():
            self._configure()
        if not self._works():
            self.forget()
            self._init(self._cache, settings=())
            self._configure()
        for lock in self._cache.rglob("*.lock"):  # of a git that was killed
            lock.unlink(missing_ok=True)

    def _works(self) -> bool:
        """Whether git takes the cache for a repository."""
        try:
            return self._git.line("rev-parse", "--git-dir") == "."
        except GitMissing:
            raise
        except GitFailed:
            return False

    def _configure(self) -> None:
        address, user = self._login.address, self._login.user
        config = _CONFIG.format(remote=_REMOTE, url=_escaped(address))
        if self._local is not None or address.startswith("file:"):
            for end in ("upload", "receive"):
                config += f'\t{end}pack = "{CONFINED} {end}-pack"\n'
        if user:
            config += f'[credential "{self._login.site}"]\n\tusername = "{_escaped(user)}"\n'
        fresh = self._cache / f"{TEMPORARY}config"
        fresh.touch(mode=0o600)
        fresh.write_text(config, encoding="utf-8")
        fresh.replace(self._cache / "config")

    def _init(self, place: Path, settings: tuple[tuple[str, str], ...]) -> None:
        """Make a bare repository that is there whole or not at all."""
        for left in place.parent.glob(f"{TEMPORARY}{place.name}-*"):
            shutil.rmtree(left, ignore_errors=True)
        fresh = Path(tempfile.mkdtemp(prefix=f"{TEMPORARY}{place.name}-", dir=place.parent))
        fresh.chmod(0o755)
        git = Git(fresh)
        git.run(
            *("init", "--quiet", "--bare", "--template=", "--object-format=sha1"),
            f"--initial-branch={self._branch}",
        )
        for name, value in settings:
            git.run("config", name, value)
        fresh.replace(place)


@contextmanager
def _damage() -> Iterator[None]:
    """A failure in here is the local repository's."""
    try:
        yield
    except GitMissing:
        raise
    except GitFailed as error:
        raise Damaged(str(error)) from error


def parsed_tree(output: bytes) -> Iterator[tuple[str, str]]:
    """Path and "mode id" of all that `git ls-tree -z` prints but folders."""
    for line in output.split(b"\0")[:-1]:
        entry, _, path = line.partition(b"\t")
        mode, kind, identity = entry.decode("ascii").split()
        if kind != "tree":
            yield path.decode("utf-8", "surrogateescape"), f"{mode} {identity}"


def _parsed_batch(output: bytes) -> Iterator[tuple[str, bytes]]:
    """Id and content of all that `git cat-file --batch` found."""
    place = 0
    while place < len(output):
        end = output.index(b"\n", place)
        head, place = output[place:end].decode("ascii").split(), end + 1
        if head[-1] != "missing":
            size = int(head[2])
            yield head[0], output[place : place + size]
            place += size + 1


def is_address(url: str) -> bool:
    """Whether git goes out for it: "https://…", "git@host:path", but not "./a:b" or "/a:b"."""
    return "://" in url or ":" in url.partition("/")[0]


def _escaped(value: str) -> str:
    """A value as git's configuration has it in quotes."""
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "")


def _is_vacant(place: Path) -> bool:
    return not place.exists() or (place.is_dir() and not any(place.iterdir()))
