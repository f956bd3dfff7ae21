"""Rights that a process gives up for good: what a parser needs stays, nothing else does.

    files       read only, and only Python, its packages, system libraries and time zones
    network     no TCP connection, no TCP port        (Linux 6.7)
    processes   no program is started; no signal or abstract socket reaches others (Linux 6.12)
    limits      no file is written, few are open, no process is forked, no core is dumped

The first three are Landlock's, where the kernel has it. The limits hold everywhere, but the one on
processes is none for root. What is open already stays open. Landlock does not know of UDP, of
sockets that are files, or of asking whether a file exists.

Constants are those of the kernel's headers linux/landlock.h, linux/prctl.h and asm/unistd.h; see
https://docs.kernel.org/userspace-api/landlock.html.
"""

from __future__ import annotations

import ctypes
import os
import resource
import site
import sys
import sysconfig
import zoneinfo
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import ModuleType

# asm-generic/unistd.h: numbers from 424 on are the same on all architectures (but Alpha).
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_PR_SET_NO_NEW_PRIVS = 38  # linux/prctl.h

# linux/landlock.h
_CREATE_RULESET_VERSION = 1 << 0
_RULE_PATH_BENEATH = 1
_READ_FILE = 1 << 2
_READ_DIR = 1 << 3
_FILE_RIGHTS = ((1, (1 << 13) - 1), (2, 1 << 13), (3, 1 << 14), (5, 1 << 15))  # since which ABI
_NET_RIGHTS = ((4, 0b11),)  # LANDLOCK_ACCESS_NET_BIND_TCP, _CONNECT_TCP
_SCOPES = ((6, 0b11),)  # LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET, _SIGNAL

OPEN_FILES = 64  # at a time; extraction, with its dictionaries, needs about ten
LIMITS = (
    (resource.RLIMIT_CORE, 0),
    (resource.RLIMIT_FSIZE, 0),
    (resource.RLIMIT_NOFILE, OPEN_FILES),
    (resource.RLIMIT_NPROC, 0),
)
# Software and its data. No home, no /etc, no /usr as a whole: a mirror may be anywhere.
SYSTEM = (
    *("/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/lib", "/lib32", "/lib64"),
    *("/nix/store", "/gnu/store"),
    *("/etc/ld.so.cache", "/etc/localtime", "/proc/self", "/sys/devices/system/cpu"),
    *("/dev/null", "/dev/zero", "/dev/urandom"),
)
_PACKAGES = ("site-packages", "dist-packages")

_in_force: list[str] = []


class _Ruleset(ctypes.Structure):
    """struct landlock_ruleset_attr"""

    _fields_ = (
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _PathBeneath(ctypes.Structure):
    """struct landlock_path_beneath_attr"""

    _pack_ = 1
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


def confine(modules: Iterable[str] = ()) -> None:
    """Give up what this process does not need; from then on, and for all that it starts.

    Call it before there is a second thread. Where the system has no Landlock, only the limits are
    set: `confinement` says so.

    Args:
        modules: imported modules of other packages, which go on being readable.
    """
    for kind, value in LIMITS:
        with suppress(ValueError, OSError):  # not every system knows or allows every limit
            resource.setrlimit(kind, (value, value))
    _in_force.append("resource limits")
    abi = landlock_abi()
    if abi > 0:
        with suppress(OSError):
            _restrict(abi, [*_readable(), *_places(modules)])
            _in_force.insert(0, f"Landlock ABI {abi} ({', '.join(_covered(abi))})")


def confinement() -> str:
    """What is in force in this process, for people: "none", or a list."""
    return ", ".join(_in_force) or "none"


def landlock_abi() -> int:
    """The version of Landlock that the kernel offers; 0 where there is none."""
    if sys.platform != "linux":
        return 0
    with suppress(OSError):
        return _syscall(_CREATE_RULESET, None, 0, _CREATE_RULESET_VERSION)
    return 0


def _restrict(abi: int, readable: Iterable[str]) -> None:
    """Raises OSError where the kernel refuses."""
    ruleset = _Ruleset(
        *(sum(bits for since, bits in rights if since <= abi)
          for rights in (_FILE_RIGHTS, _NET_RIGHTS, _SCOPES))
    )  # fmt: skip
    handle = _syscall(_CREATE_RULESET, ctypes.byref(ruleset), ctypes.sizeof(ruleset), 0)
    try:
        for path in dict.fromkeys(readable):
            with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
                _allow(handle, path)
        _checked(_libc().prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
        _syscall(_RESTRICT_SELF, handle, 0)
    finally:
        os.close(handle)


def _allow(handle: int, path: str) -> None:
    """Reading of a file, or of a folder and all below it."""
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        rights = _READ_FILE | (_READ_DIR if Path(path).is_dir() else 0)
        rule = _PathBeneath(rights, place)
        _syscall(_ADD_RULE, handle, _RULE_PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(place)


def _readable() -> Iterator[str]:
    """Python, its packages and the system's libraries.

    Not every entry of `sys.path`: one of them may be the folder of the mirror. Not `sys.prefix`
    either, for the same reason: only the libraries below it.
    """
    yield from SYSTEM
    yield from zoneinfo.TZPATH
    paths = sysconfig.get_paths()
    yield from (paths[name] for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    yield from filter(None, [sysconfig.get_config_var("LIBDIR"), *site.getsitepackages()])
    yield from (path for path in sys.path if Path(path).name in _PACKAGES)
    yield str(Path(__file__).parent)


def _places(modules: Iterable[str]) -> Iterator[str]:
    """The packages of modules, as folders; the files of modules that are in none."""
    for name in modules:
        top: ModuleType | None = sys.modules.get(name.partition(".")[0])
        if top is not None:
            yield from getattr(top, "__path__", filter(None, [getattr(top, "__file__", None)]))


def _covered(abi: int) -> Iterator[str]:
    yield "files"
    if abi >= _NET_RIGHTS[0][0]:
        yield "TCP"
    if abi >= _SCOPES[0][0]:
        yield "signals"


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _syscall(number: int, *arguments: object) -> int:
    """A system call of Linux. Raises OSError."""
    call = _libc().syscall
    call.restype = ctypes.c_long
    return _checked(call(ctypes.c_long(number), *map(_word, arguments)))


def _word(argument: object) -> object:
    """An argument at the full width of a register."""
    return ctypes.c_long(argument) if isinstance(argument, int) else argument


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
