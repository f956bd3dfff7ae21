"""The latest reports of each term are found by it."""

from __future__ import annotations

from array import array

from mirrorpress.group.latest import Latest


def numbers(found: list[bytes]) -> list[list[int]]:
    return [array("I", one).tolist() for one in found]


def test_the_latest_are_found_and_no_more_than_are_asked_for() -> None:
    latest = Latest(10)
    for number in range(4):
        latest.add(number, [7, number])
    assert numbers(latest.of([7, 2, 9], 10)) == [[0, 1, 2, 3], [2], []]
    assert numbers(latest.of([7], 2)) == [[2, 3]]


def test_half_are_forgotten_when_there_are_too_many() -> None:
    latest = Latest(10)
    for number in range(1_000):
        latest.add(number, [7])
        (found,) = numbers(latest.of([7], 10))
        assert found == list(range(number + 1))[-len(found) :]
        assert min(number + 1, 5) <= len(found) <= 10


def test_what_is_dropped_is_found_no_longer() -> None:
    latest = Latest(10)
    for number in range(25):
        latest.add(number, [7, 8])
    latest.drop(24, [7])
    latest.drop(0, [7, 8, 9])  # forgotten before
    assert numbers(latest.of([7, 8], 2)) == [[22, 23], [23, 24]]
    for number in range(25):
        latest.drop(number, [7])
    assert numbers(latest.of([7, 8], 1)) == [[], [24]]
