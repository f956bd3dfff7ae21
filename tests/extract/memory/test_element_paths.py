"""What paths hold on the pages of a site."""

from mirrorpress.extract.memory.element_paths import (
    head_paths,
    shared_paths,
    text_paths,
    title_paths,
)
from mirrorpress.model.site_profile import LineRecord

BYLINE, TEXT, PROMO, SIGNATURE, DEK, TITLES = 1, 2, 3, 4, 5, 6


def page(number: int, *paths: tuple[int, int]) -> list[LineRecord]:
    """A page with a text of its own between a line in each of the paths."""
    return [LineRecord(path, 100 * number + path, letters) for path, letters in paths]


def body(number: int) -> list[LineRecord]:
    paragraphs = [LineRecord(TEXT, 1000 * number + index, 200) for index in range(8)]
    return [
        *page(number, (DEK, 140), (BYLINE, 20)),
        *paragraphs[:5],
        LineRecord(PROMO, 7, 70),
        *paragraphs[5:],
        *page(number, (SIGNATURE, 40)),
    ]


def test_a_place_is_shared_where_every_line_of_it_comes_again() -> None:
    assert shared_paths([body(1), body(2)]) == {PROMO}
    assert shared_paths([body(1), [*body(2), LineRecord(PROMO, 8, 30)]]) == set()
    assert shared_paths([body(1)]) == set()
    assert shared_paths([]) == set()


def test_a_place_of_short_lines_at_the_head_is_known_from_three_pages() -> None:
    assert head_paths([body(1), body(2), body(3)]) == {BYLINE}
    assert head_paths([body(1), body(2)]) == set()


def test_a_place_that_also_holds_text_is_none() -> None:
    odd = [*body(4)[:4], LineRecord(BYLINE, 5, 20), *body(4)[4:]]
    assert head_paths([body(1), body(2), body(3), odd]) == set()
    long = [LineRecord(BYLINE, 6, 90), *body(4)]
    assert head_paths([body(1), body(2), body(3), long]) == set()


def test_the_lines_of_short_bodies_are_no_bylines() -> None:
    short = [[*body(number)[:3], *body(number)[-1:]] for number in range(5)]
    assert head_paths(short) == set()


def test_a_place_of_a_few_lines_as_long_as_titles() -> None:
    def with_titles(number: int, *titles: tuple[int, int]) -> list[LineRecord]:
        return [*body(number), *(LineRecord(TITLES, 10 * number + n, s) for n, s in titles)]

    pages = [with_titles(number, (1, 60), (2, 80)) for number in range(3)]
    assert TITLES in title_paths(pages)
    assert TITLES not in title_paths(pages[:2])
    assert TITLES not in title_paths([*pages, with_titles(4, (1, 300))])  # a paragraph
    many = with_titles(4, *((n, 60) for n in range(9)))
    assert TITLES not in title_paths([*pages, many])
    assert TEXT not in title_paths(pages)


def text(number: int, *extra: LineRecord) -> list[LineRecord]:
    return [*(LineRecord(TEXT, 100 * number + line, 90) for line in range(6)), *extra]


def test_paths_of_the_text() -> None:
    promo = LineRecord(PROMO, 7, 90)
    assert text_paths([text(1, promo), text(2, promo), text(3, promo)]) == {TEXT}
    assert text_paths([text(1), text(2)]) == set()  # too few pages
    short = LineRecord(TITLES, 8, 20)
    assert text_paths([text(1, short), text(2), text(3)]) == {TEXT}
    scattered = [LineRecord(10 + line, 900 + line, 90) for line in range(6)]
    assert text_paths([text(1), text(2), text(3), scattered, scattered[::-1]]) == {TEXT}
    different = [[LineRecord(n, 10 * n + line, 90) for line in range(6)] for n in range(20, 26)]
    assert text_paths([text(1), text(2), text(3), *different]) == set()
