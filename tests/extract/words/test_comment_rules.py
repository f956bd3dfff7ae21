"""What outlets say of the comments of their readers."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.comment_rules import TABLE, is_comment_rule
from mirrorpress.text.tables import labels_in, rows_of

ROWS = [*rows_of(TABLE)]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_each_row(row: list[str]) -> None:
    _, comments, said = row
    for word in labels_in(comments):
        for form in labels_in(said):
            assert is_comment_rule(f"¶ {word.capitalize()} ¶ {form} ¶")


def test_languages_are_in_order_and_once() -> None:
    languages = [row[0] for row in ROWS]
    assert languages == sorted(set(languages))


@pytest.mark.parametrize(
    "text",
    [
        "The views in the comments do not reflect those of the Ledger.",
        "A cikkhez fűzött hozzászólások nem a Hírlap nézeteit tükrözik.",
        "الآراء الواردة أدناه لا تعبر عن رأي الصحيفة.",
        "This discussion is now closed. We welcome comments for a limited period.",
        "By posting your comments here you agree to the terms and conditions of the Ledger.",
        "blog comments powered by Disqus",
        "To post a comment, log into your chosen social network and add it below.",
        "Komentari odražavaju stavove svojih autora, a ne redakcije.",
        "Редакцията не носи отговорност за съдържанието на коментарите.",
        "A hozzászólások nem a szerkesztőség nézeteit, nem is a portálét, és nem tükrözik azt.",
        "Los comentarios ofensivos serán eliminados.",
        "网友评论仅供其表达个人看法，并不代表本站立场。",
        "הנהלת האתר אינה אחראית לתגובות",
    ],
)
def test_rules(text: str) -> None:
    assert is_comment_rule(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The mayor did not comment. The port is not responsible for the content of the ship.",
        "Comments were few. The house rules say so.",
        "The ferry will be deleted from the timetable.",
        "The mayor said he had to comment on it, and asked visitors to log in.",
        "Recommendations of the port are moderated.",
        "Министр не дал комментария: ведомство не несёт ответственности.",
        "Comments " + "x" * 700 + " will be deleted.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not is_comment_rule(text)
