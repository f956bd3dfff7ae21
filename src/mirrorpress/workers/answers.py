"""What comes out of a worker: a result or an error, as bytes that are data and nothing else.

    b"+" and the encoded result         Job.encode → Job.decode
    b"-" and an error as JSON           {"kind": "AccessBlocked", "message": "…", "attributes": {…}}

Nothing in an answer names code to run. An error's kind is looked up among the `ItemError` classes
of `mirrorpress.errors`, and in no other place. Pickles go one way only, to the worker.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec, TypeVar

import msgspec

from mirrorpress import errors
from mirrorpress.errors import InternalError, ItemError, WorkerFailed, contained

P = ParamSpec("P")
T = TypeVar("T")

MAX_MESSAGE = 10_000  # characters of an error's text; our own sentences have some hundreds
_RESULT, _ERROR = b"+", b"-"
_KINDS = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, ItemError)
}


@dataclass(frozen=True, slots=True)
class Job(Generic[P, T]):
    """A function that a worker can run, and how its result comes back.

    `function` and `encode` are sent to the worker by name: module-level functions only.
    """

    function: Callable[P, T]
    encode: Callable[[T], bytes]  # in the worker
    decode: Callable[[bytes], T]  # here; raises where the bytes are not of the expected shape


def plain(function: Callable[P, T]) -> Job[P, T]:
    """A job whose result is JSON as it is: numbers, strings, lists, dicts, booleans, None."""
    return Job(function, _to_json, _from_json)


def answer(
    function: Callable[..., Any], encode: Callable[[Any], bytes], args: Any, kwargs: Any
) -> bytes:
    """The result of a call, or the error it raised, as bytes. For the worker."""
    try:
        return _RESULT + encode(function(*args, **kwargs))
    except MemoryError:
        failed = WorkerFailed("it needs more memory than one item may take")
    except Exception as error:
        return _ERROR + _error_to_json(contained(error))
    return _ERROR + _error_to_json(failed)


def read(data: bytes, decode: Callable[[bytes], T]) -> T | ItemError:
    """The result, or the error that the function raised.

    Raises:
        WorkerFailed: the bytes are no answer.
    """
    mark, body = data[:1], data[1:]
    try:
        if mark == _RESULT:
            return decode(body)
        if mark == _ERROR:
            return _error_from_json(body)
    except Exception as error:  # whatever a decoder stumbles over, the bytes are at fault
        said = f"{type(error).__name__}: {error}"[:200]
        raise WorkerFailed(f"the worker process gave a wrong answer ({said})") from error
    raise WorkerFailed("the worker process gave a wrong answer (no result, no error)")


class _ErrorData(msgspec.Struct, forbid_unknown_fields=True):
    kind: str
    message: str
    attributes: dict[str, str | int | float | None]


def _error_to_json(error: ItemError) -> bytes:
    kind = next(kind for kind in type(error).__mro__ if _KINDS.get(kind.__name__) is kind)
    attributes = {
        name: _whole(value) if isinstance(value, str) else value
        for name, value in vars(error).items()
        if value is None or isinstance(value, (str, int, float))
    }
    message = _whole(str(error)[:MAX_MESSAGE])
    return msgspec.json.encode(_ErrorData(kind.__name__, message, attributes))


def _error_from_json(body: bytes) -> ItemError:
    """The error again, whatever the constructor of its class asks for."""
    data = msgspec.json.decode(body, type=_ErrorData)
    kind = _KINDS.get(data.kind)
    if kind is None:
        return InternalError(f"an error of an unknown kind, {data.kind[:100]!r}")
    error = kind.__new__(kind)
    error.args = (data.message[:MAX_MESSAGE],)
    error.url = ""
    for name, value in data.attributes.items():
        if name.isidentifier() and not name.startswith("_") and not hasattr(kind, name):
            setattr(error, name, value)
    return error


def _whole(text: str) -> str:
    """The text as UTF-8 can carry it: half of a surrogate pair becomes U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _to_json(value: object) -> bytes:
    return msgspec.json.encode(value)


def _from_json(data: bytes) -> Any:
    return msgspec.json.decode(data)
