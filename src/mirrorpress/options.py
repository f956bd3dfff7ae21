"""Options of a kind: what can be set for a source kind, a layout or a target kind of that name.

A kind declares them as the fields of a frozen dataclass:

    @dataclass(frozen=True, slots=True, kw_only=True)
    class FtpOptions:
        keep: int = option(30, help="days that removed files stay", check=lambda days: days > 0)
        user: str = option(help="of the account")  # without a default: must be set

    class FtpTarget:
        options = FtpOptions

`mirror.toml` is read into a value of that type, which is the `options` of the `Source`, `Edition`
or `Target`. An option is a `str`, `str | None`, `bool`, `int`, `float` or `tuple[str, ...]`.
An options class may have a method `mistakes(of) -> Iterable[Mistake]` for what is wrong only
together with other keys; `of` is the source, edition or target, each `Mistake.key` a key of it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, get_type_hints

_RULE = "mirrorpress"  # key of a field's metadata
_SCALARS: tuple[type, ...] = (str, bool, int, float)
TYPES = (*_SCALARS, str | None, tuple[str, ...])
T = TypeVar("T")
Kind = TypeVar("Kind", bound=Callable[..., object])


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is said of an option besides its type and default."""

    help: str  # its entry in a manual
    check: Callable[[Any], bool] | None  # of the value; of a tuple: of each item
    problem: str  # what is wrong where the check fails, a clause
    remedy: str  # what to write instead, a clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option as it is declared."""

    name: str
    type: object  # one of `TYPES`
    required: bool
    default: Any  # None where it is required
    rule: Rule


def option(
    default: Any = dataclasses.MISSING,
    *,
    help: str,
    check: Callable[[Any], bool] | None = None,
    problem: str = "cannot be used",
    remedy: str = "write another value",
) -> Any:
    """A field of an options class, see `Rule`; without a default the option must be set."""
    rule = Rule(help=help, check=check, problem=problem, remedy=remedy)
    return dataclasses.field(default=default, metadata={_RULE: rule})


def declares(options: type) -> Callable[[Kind], Kind]:
    """Decorator: gives a function its options, as the attribute `options` gives them to a class."""

    def mark(kind: Kind) -> Kind:
        kind.options = options  # type: ignore[attr-defined]
        return kind

    return mark


def options_type(kind: object) -> type | None:
    """The options class of a kind; None where it has no options.

    Raises:
        TypeError: what it declares cannot be read from a settings file.
    """
    declared = getattr(kind, "options", None)
    if declared is None:
        return None
    if not isinstance(declared, type) or not dataclasses.is_dataclass(declared):
        raise TypeError("`options` is not a dataclass")
    options_in(declared)
    return declared


def options_in(declared: type) -> tuple[Option, ...]:
    """The options of an options class, in the order of its fields.

    Raises:
        TypeError: it cannot be read from a settings file.
    """
    if not declared.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        raise TypeError(f"{declared.__name__} is not frozen")
    try:
        hints = get_type_hints(declared)
    except Exception as error:  # an annotation can be any expression
        raise TypeError(f"a type in {declared.__name__} cannot be read ({error})") from error
    return tuple(_option(field, hints[field.name]) for field in dataclasses.fields(declared))


def _option(field: dataclasses.Field[Any], hint: object) -> Option:
    if hint not in TYPES or not field.init:
        raise TypeError(f"option {field.name!r} is of a type that no setting has")
    if field.default_factory is not dataclasses.MISSING:
        raise TypeError(f"the default of option {field.name!r} is not a plain value")
    required = field.default is dataclasses.MISSING
    if not required and not _is_of(field.default, hint):
        raise TypeError(f"the default of option {field.name!r} is not of its type")
    return Option(
        name=field.name,
        type=hint,
        required=required,
        default=None if required else field.default,
        rule=field.metadata.get(_RULE) or option(help="").metadata[_RULE],
    )


def _is_of(value: object, hint: object) -> bool:
    if hint == tuple[str, ...]:
        return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    if hint == str | None:
        return value is None or isinstance(value, str)
    return type(value) is hint


def as_options(value: object, options: type[T]) -> T:
    """The options of a source, edition or target as those of its kind; None: all defaults.

    Raises:
        TypeError: they are those of another kind, or None where an option has no default.
    """
    if value is None:
        return options()
    if not isinstance(value, options):
        raise TypeError(f"{type(value).__name__} is not {options.__name__}")
    return value
