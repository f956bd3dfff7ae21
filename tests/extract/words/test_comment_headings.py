"""Lines above what readers wrote, and lines that ask for it."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.comment_headings import _ONE, asks_for_comments, counts_comments


@pytest.mark.parametrize(
    "text",
    [
        "One thought on “The quay reopens”",
        "{ 38 comments… read them below or add one }",
        "3 thoughts on “The quay reopens, and the ferry is back”",
        "12 Comments",
        "2 Replies to The quay reopens",
        "3 Gedanken zu „Der Kai öffnet wieder“",
        "Une réflexion sur « Le quai rouvre »",
        "4 respuestas a «El muelle reabre»",
        "Um comentário em “O cais reabre”",
        "2 commenti su “Il molo riapre”",
        "5 комментариев на «Причал открыт»",
        "2 yorum",
        "3 تعليقات على «الرصيف»",
        "《东码头关闭两年》有3条评论",
        "评论 (2)",
        "댓글 3",
        "7件のコメント",
    ],
)
def test_headings_with_a_number(text: str) -> None:
    assert counts_comments(text)


@pytest.mark.parametrize(
    "text",
    [
        "Comments",
        "3 questions on the quay",
        "12 comments that made the harbour master laugh",
        "One thought: the quay is old",
        "The 3 comments on the plan",
        "东码头有3条航线",
        "",
        "3 thoughts on " + "x" * 300,
    ],
)
def test_other_lines(text: str) -> None:
    assert not counts_comments(text)


@pytest.mark.parametrize(
    "text",
    [
        "Join the discussion below.",
        "What do you think? Let us know in the comments!",
        "Please share your views in the comments section below",
        "Diskutieren Sie mit!",
        "Réagir à cet article",
        "¿Y tú? Déjanos tu comentario",
        "Пишите ваше мнение в комментариях",
    ],
)
def test_lines_that_ask(text: str) -> None:
    assert asks_for_comments(text)


@pytest.mark.parametrize(
    "text",
    [
        "She let them know in the comments what she thought of the plan.",
        "Join the discussion on the harbour at the town hall on Friday.",
        "Share your thoughts on the new crane and its place on the quay in the comments below.",
        "The council invites all to join the debate.",
        "",
    ],
)
def test_lines_that_do_not(text: str) -> None:
    assert not asks_for_comments(text)


@pytest.mark.parametrize("word", _ONE.split("|"))
def test_a_number_in_words(word: str) -> None:
    assert counts_comments(f"{word.capitalize()} comment")
