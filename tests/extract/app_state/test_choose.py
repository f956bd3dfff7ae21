"""Which part of a page's data is the text of its article."""

from __future__ import annotations

from mirrorpress.extract.app_state.blocks import Weights
from mirrorpress.extract.app_state.choose import text_in
from mirrorpress.extract.app_state.texts import SHORTEST
from mirrorpress.page_data.literals import Value

TITLE = "Night ferry to Marin returns on Monday"
LINE = "The night ferry to Marin island returns to the harbour on Monday, says the board."
OTHER = "A bridge over the strait would cost more than all ferries of the country together."
BODY = [{"type": "paragraph", "text": LINE} for _ in range(6)]
LONGER = [{"type": "paragraph", "text": OTHER} for _ in range(40)]


def chosen(*values: Value, titles: tuple[str, ...] = (TITLE,)) -> Value:
    found = text_in(values, titles, Weights())
    return None if found is None else found.text


def test_the_text_beside_the_title() -> None:
    page = {"title": TITLE, "slug": "night-ferry", "body": BODY}
    assert chosen({"props": {"page": page, "next": [{"title": "Bridge", "body": LONGER}]}}) == BODY


def test_the_text_above_the_title() -> None:
    assert chosen({"meta": {"title": TITLE}, "content": {"blocks": BODY}}) == BODY


def test_the_nearest_text_is_taken() -> None:
    page = {"id": 1, "headline": {"basic": TITLE}, "content_elements": BODY}
    assert chosen({"title": TITLE, "settings": {"texts": LONGER}, "deep": {"page": page}}) == BODY


def test_a_title_with_the_name_of_the_site() -> None:
    page = {"title": f"{TITLE} | The Lindesund Courier", "body": BODY}
    assert chosen({"page": page, "texts": LONGER}) == BODY


def test_markup_in_a_string() -> None:
    body = "".join(f"<p>{LINE}</p>" for _ in range(6))
    assert chosen({"post": {"title": {"rendered": TITLE}, "content": {"rendered": body}}}) == body


def test_without_a_title_in_the_data_the_longest_text_on_the_subject() -> None:
    assert chosen({"a": {"b": BODY}}, {"menu": [{"name": "News", "url": "/"}]}) == BODY


def test_without_a_title_in_the_data_a_text_on_something_else_is_none() -> None:
    assert chosen({"a": {"b": LONGER}}) is None


def test_words_of_an_interface_are_no_text() -> None:
    words = {str(n): ["Open", "Close", f"Show more of {n}"] for n in range(300)}
    texts = [*words.values(), f"{TITLE}. {LINE}" * 4]
    assert chosen({"labels": texts}) is None


def test_a_long_paragraph_does_not_lose_its_neighbours() -> None:
    body = [{"text": LINE * 30}, {"text": LINE}]
    assert chosen({"title": TITLE, "body": body}) == body


def test_sections_are_kept_together() -> None:
    body = [{"heading": str(n), "blocks": BODY[:3]} for n in range(3)]
    assert chosen({"title": TITLE, "sections": body}) == body


def test_parts_of_one_object_are_kept_together() -> None:
    page = {"title": TITLE, "intro": f"<p>{OTHER}</p>" * 3, "body": f"<p>{LINE}</p>" * 6}
    assert chosen({"page": page}) == page


def test_short_texts_are_none() -> None:
    assert len(LINE) < SHORTEST
    assert chosen({"title": TITLE, "body": [LINE]}) is None
    assert chosen() is None
    assert chosen(None, "x", 3) is None
