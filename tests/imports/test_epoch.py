"""Milliseconds since 1970 as the moment of an article."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mirrorpress.imports.epoch import moment_of


def test_a_moment() -> None:
    assert moment_of(1_930_212_903_000) == datetime(2031, 3, 2, 10, 15, 3, tzinfo=UTC)


@pytest.mark.parametrize("milliseconds", [0, 631_151_999_999, 4_133_980_800_000, 10**13, 10**20])
def test_other_years_are_no_moment_of_an_article(milliseconds: int) -> None:
    assert moment_of(milliseconds) is None
