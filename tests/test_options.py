"""What a kind may declare as its options."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from mirrorpress.options import as_options, declares, option, options_in, options_type


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    user: str = option(help="of the account")
    keep: int = option(30, help="days", check=lambda days: days > 0, remedy="write 1 or more")
    note: str | None = None
    paths: tuple[str, ...] = ()
    share: float = 0.5
    passive: bool = True


def test_options_are_the_fields_with_types_defaults_and_rules() -> None:
    found = {one.name: one for one in options_in(Options)}
    assert [(one.name, one.required, one.default) for one in found.values()] == [
        ("user", True, None),
        ("keep", False, 30),
        ("note", False, None),
        ("paths", False, ()),
        ("share", False, 0.5),
        ("passive", False, True),
    ]
    assert found["user"].type is str
    assert found["note"].type == str | None
    assert (found["user"].rule.help, found["keep"].rule.remedy) == (
        "of the account",
        "write 1 or more",
    )
    assert found["note"].rule.check is None


def test_a_class_and_a_function_declare_options() -> None:
    class Kind:
        options = Options

    @declares(Options)
    def kind() -> None: ...

    assert options_type(Kind) is options_type(kind) is Options
    assert options_type(test_a_class_and_a_function_declare_options) is None


@dataclass
class Changeable:
    keep: int = 1


@dataclass(frozen=True)
class OddType:
    keep: dict[str, str] = option(help="")


@dataclass(frozen=True)
class OddDefault:
    keep: int = "1"  # type: ignore[assignment]


@dataclass(frozen=True)
class TrueForOne:
    keep: int = True


@dataclass(frozen=True)
class Made:
    keep: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class Unread:
    keep: "Missing" = 1  # type: ignore[name-defined]  # noqa: F821, UP037


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        (Options(user="x"), "not a dataclass"),
        (str, "not a dataclass"),
        ({"keep": 1}, "not a dataclass"),
        (Changeable, "not frozen"),
        (OddType, "'keep' is of a type"),
        (OddDefault, "default of option 'keep' is not of its type"),
        (TrueForOne, "default of option 'keep' is not of its type"),
        (Made, "not a plain value"),
        (Unread, "cannot be read"),
    ],
)
def test_a_declaration_that_no_setting_can_fill_is_refused(declared: object, said: str) -> None:
    class Kind:
        options = declared

    with pytest.raises(TypeError, match=said):
        options_type(Kind)


def test_options_of_another_kind_are_an_error() -> None:
    @dataclass(frozen=True)
    class Other:
        keep: int = 1

    assert as_options(None, Other) == Other()
    assert as_options(Other(keep=2), Other).keep == 2
    with pytest.raises(TypeError, match="Options is not Other"):
        as_options(Options(user="x"), Other)
    with pytest.raises(TypeError, match="user"):
        as_options(None, Options)
