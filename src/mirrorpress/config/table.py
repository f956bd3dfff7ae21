"""A table of mirror.toml that gives its keys, checked, and remembers every mistake."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from typing import Any

from mirrorpress.errors import Mistake


class Table:
    """A table of the file: gives its keys, and remembers what was wrong and what was left."""

    def __init__(self, data: Mapping[str, Any], path: str, mistakes: list[Mistake]) -> None:
        self._data = data
        self._path = path
        self._mistakes = mistakes
        self._known: set[str] = set()
        self._wrong: set[str] = set()

    def wrong(self, key: str, problem: str, remedy: str) -> None:
        """Note a mistake at `key`."""
        self._wrong.add(key)
        self._mistakes.append(Mistake(self._path + key, problem, remedy))

    def has(self, key: str) -> bool:
        return key in self._data

    def keys_of(self, value: object) -> list[str]:
        """The keys that have a value, sorted."""
        return sorted(key for key, found in self._data.items() if found == value)

    def is_wrong(self, key: str) -> bool:
        """Whether a mistake was noted at `key`."""
        return key in self._wrong

    def knows(self, key: str) -> bool:
        """Whether somebody asked for `key`."""
        return key in self._known

    def unasked(self) -> list[str]:
        """Keys that are there and that nobody asked for, sorted."""
        return sorted(self._data.keys() - self._known)

    def skip(self, key: str) -> None:
        """Leave it to the caller whether `key` may be there."""
        self._known.add(key)

    def _take(self, key: str, kinds: tuple[type, ...], name: str) -> Any:
        """The value of a key, or None where it is absent or of another type."""
        self._known.add(key)
        value = self._data.get(key)
        if value is None:
            return None
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            self.wrong(key, f"{value!r} is not {name}", f"write {name}")
            return None
        return value

    def text(self, key: str, default: str = "") -> str:
        """A string without control characters."""
        value = self._take(key, (str,), "a text in quotes")
        if value is None:
            return default
        if not value.strip() or not value.isprintable():
            self.wrong(key, "is empty or holds control characters", "write a line of text")
            return default
        return str(value.strip())

    def required(self, key: str, remedy: str) -> str:
        """A string that must be there."""
        if key not in self._data:
            self.wrong(key, "is missing", remedy)
        return self.text(key)

    def optional(self, key: str) -> str | None:
        return self.text(key) or None

    def checked(self, key: str, default: str, right: Callable[[str], bool], remedy: str) -> str:
        """A string for which `right` holds."""
        value = self.text(key, default)
        if value != default and not right(value):
            self.wrong(key, f"{value!r} cannot be used", remedy)
            return default
        return value

    def choice(self, key: str, default: str, choices: tuple[str, ...]) -> str:
        value = self.text(key, default)
        if value not in choices:
            near = difflib.get_close_matches(value, choices, 1)
            hint = f"did you mean {near[0]!r}? " if near else ""
            self.wrong(key, f"{value!r} is not known", f"{hint}choose one of {', '.join(choices)}")
            return default
        return value

    def number(self, key: str, default: float, low: float, high: float) -> float:
        value = self._take(key, (int, float), "a number")
        if value is None:
            return default
        if not low <= value <= high:
            self.wrong(key, f"{value} is out of bounds", f"write a number from {low:g} to {high:g}")
            return default
        return float(value)

    def whole(self, key: str, default: int, low: int, high: int) -> int:
        value = self._take(key, (int,), "a whole number")
        if value is None:
            return default
        if not low <= value <= high:
            self.wrong(key, f"{value} is out of bounds", f"write a number from {low} to {high}")
            return default
        return int(value)

    def flag(self, key: str, default: bool) -> bool:
        value = self._take(key, (bool,), "true or false")
        return default if value is None else bool(value)

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        value = self._take(key, (list,), 'a list of texts, as in ["a", "b"]')
        if value is None:
            return default
        if not value or not all(isinstance(item, str) and item.strip() for item in value):
            self.wrong(key, "is empty or holds something else than texts", 'write ["a", "b"]')
            return default
        return tuple(item.strip() for item in value)

    def table(self, key: str) -> Table:
        value = self._take(key, (dict,), f"a table, as in [{self._path}{key}]")
        return Table(value or {}, f"{self._path}{key}.", self._mistakes)

    def tables(self, key: str) -> list[Table]:
        value = self._take(key, (list,), f"a list of tables, as in [[{key}]]") or []
        if not all(isinstance(item, dict) for item in value):
            self.wrong(key, "is not a list of tables", f"begin each with [[{key}]]")
            return []
        return [
            Table(item, f"{self._path}{key}[{number}].", self._mistakes)
            for number, item in enumerate(value, 1)
        ]

    def items(self) -> dict[str, str]:
        """Every key with its text, for tables whose keys are the operator's own."""
        self._known.update(self._data)
        return {key: self.text(key) for key in self._data}

    def close(self) -> None:
        """Note every key that nobody asked for."""
        for key in self.unasked():
            near = difflib.get_close_matches(key, self._known, 1)
            remedy = f"did you mean {near[0]!r}?" if near else "take it out"
            self.wrong(key, "is not a setting", remedy)
