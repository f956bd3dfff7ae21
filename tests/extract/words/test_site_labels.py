"""Labels that nearly every site has: as whole lines, ahead of a colon, with a count."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.site_labels import (
    SITE_LABELS,
    announces_others,
    heads_comments,
    is_more,
    lists_tags,
    plain_label,
    says_read_also,
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Related articles", True),
        ("ÇOK OKUNANLAR", True),
        ("İlgili haberler:", True),
        ("Комментарии (12)", True),
        ("Legolvasottabb »", True),
        ("კომენტარები", True),
        ("The ferry is related to the bridge", False),
        ("Комментарии порта", False),
        ("", False),
    ],
)
def test_lines_that_announce_others(line: str, *, expected: bool) -> None:
    assert announces_others(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Read also: The ferry is back", True),
        ("👉 Lasi arī: Prāmis", True),
        ("READ MORE | The ferry is back", True),
        ("Related story: The ferry is back", True),
        ("O'qing: Parom", True),
        ("O‘qing: Parom", True),
        ("Read also The ferry is back", False),
        ("The mayor said: read also the law", False),
        ("بیشتر بخوانید: کشتی", True),
        (":", False),
    ],
)
def test_lines_that_name_another_article(line: str, *, expected: bool) -> None:
    assert says_read_also(line) == expected


def test_headings_of_comments() -> None:
    assert heads_comments("Comments (3)")
    assert heads_comments("Σχόλια")
    assert not heads_comments("Comments by the mayor")
    assert not heads_comments("Related articles")


def test_links_to_more() -> None:
    assert is_more("Weiterlesen …")
    assert is_more("Περισσότερα »")
    assert is_more("Read also")
    assert not is_more("Weiterlesen im Hafenblatt")


def test_lists_of_tags() -> None:
    assert lists_tags("Tags: harbour, storm")
    assert lists_tags("Címkék: kikötő, vihar")
    assert not lists_tags("Tags are sewn on the sails")
    assert not lists_tags("Címkék: " + "kikötő, " * 40)


def test_labels_as_they_are_compared() -> None:
    assert plain_label(" O‘QING… ") == "o'qing"
    assert plain_label("برچسب\u200cها:") == "برچسبها"
    assert {"share", "advertisement", "all rights reserved", "реклама", "广告"} <= SITE_LABELS
    assert "" not in SITE_LABELS
