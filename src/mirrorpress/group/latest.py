"""The latest reports that have a term, as numbers, so that many terms are looked up quickly.

The numbers of one term are bytes, 4 for each, as `array("I")` has them: what is found for several
terms is put together without a look at each number.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

_SIZE = array("I").itemsize


class Latest:
    """Numbers of reports by term, the lowest first.

    Args:
        most: of one term; half of them are forgotten when there are more.
    """

    def __init__(self, most: int) -> None:
        self._most = _SIZE * most
        self._found_by: dict[int, bytes] = {}

    def add(self, number: int, terms: Iterable[int]) -> None:
        """Let a report, whose number is higher than all others, be found by its terms."""
        found_by, added = self._found_by, array("I", [number]).tobytes()
        for term in terms:
            numbers = found_by.get(term, b"") + added
            found_by[term] = numbers if len(numbers) <= self._most else numbers[self._most // 2 :]

    def drop(self, number: int, terms: Iterable[int]) -> None:
        """Forget a report, which has these terms."""
        for term in terms:
            numbers = array("I", self._found_by.get(term, b""))
            if number in numbers:
                numbers.remove(number)
                self._found_by[term] = numbers.tobytes()
                if not numbers:
                    del self._found_by[term]

    def of(self, terms: Iterable[int], latest: int) -> list[bytes]:
        """The latest reports that have each term, at most so many of one."""
        found, from_end = self._found_by.get, -_SIZE * latest
        return [found(term, b"")[from_end:] for term in terms]
