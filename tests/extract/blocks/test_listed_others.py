"""Lists of other articles that are known by their form."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.listed_others import ranked, teasers

TEXT = [
    "The old quay of Lisquay opened again on Sunday, eleven years after the storm took its wall.",
    "Some four hundred people walked down to the water, and most of them stayed until dark.",
    "The town paid for the stones; a bank lent the rest, and the mayor wants it back by autumn.",
]


def test_ranks_with_their_titles_are_found() -> None:
    ranks = ["1", "Ferry returns", "2", "Bank lends", "3", "Lamp lit again"]
    assert ranked([*TEXT, *ranks, "Now."]) == {3, 4, 5, 6, 7, 8}
    assert ranked([*ranks, *TEXT, *ranks]) == {0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13, 14}


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["1"],
        ["1", "Ferry returns", "2", "Bank lends"],  # two alone
        ["1", "Ferry returns", "3", "Bank lends", "2", "Lamp lit"],
        ["1", "Ferry returns", "2", "The bank lends. " * 20, "3", "Lamp lit"],  # of the text
        ["1", "2", "3", "4", "5", "6"],
        ["2", "Ferry returns", "3", "Bank lends", "4", "Lamp lit"],
    ],
)
def test_what_is_no_list_of_ranks_stays(texts: list[str]) -> None:
    assert ranked(texts) == set()


@pytest.mark.parametrize(
    "more", ["Read more", "Weiterlesen »", "Czytaj więcej", "阅读全文", "…read more…"]
)
def test_teasers_behind_the_text_are_found(more: str) -> None:
    listed = ["The ferry is back.", more, "The bank lends.", more]
    assert teasers([*TEXT, *listed], lambda index: index in (4, 6)) == {3, 4, 5, 6}


def test_what_is_no_list_of_teasers_stays() -> None:
    pair = ["The ferry is back.", "Read more"]
    assert teasers([*TEXT, *pair], lambda _: True) == set()  # one alone
    assert teasers([*TEXT, *pair, *pair], lambda _: False) == set()  # no links
    assert teasers(pair * 4, lambda _: True) == set()  # all of the page
    assert teasers(["Read more", "Read more"], lambda _: True) == set()
    assert teasers([], lambda _: True) == set()
