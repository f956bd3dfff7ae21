from __future__ import annotations

import pytest

from mirrorpress.compare.sentences import (
    LONGEST_QUOTATION,
    LONGEST_SENTENCE,
    quotations,
    sentences,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank. Nobody died.", ["The ferry sank.", "Nobody died."]),
        ('He said "No." Then he left.', ['He said "No."', "Then he left."]),
        ("Mr. Ott paid 3.5 crowns. 12 boats left.", ["Mr. Ott paid 3.5 crowns.", "12 boats left."]),
        (
            "Pier No. 5 is shut. He said no. Then he left.",
            ["Pier No. 5 is shut.", "He said no.", "Then he left."],
        ),
        ("J. K. Ott of the U.S. Senate came.", ["J. K. Ott of the U.S. Senate came."]),
        ('"Really?" she asked. "Yes!"', ['"Really?" she asked.', '"Yes!"']),
        ("They arrested 12. The mayor left.", ["They arrested 12.", "The mayor left."]),
        ("Am 3. Oktober kam er. Er blieb.", ["Am 3. Oktober kam er.", "Er blieb."]),
        ("他说：“不行。”会议结束。", ["他说：“不行。”", "会议结束。"]),
        ("真的？！是的……他走了！", ["真的？！", "是的……他走了！"]),
        ("قال ذلك؟ نعم. ثم خرج", ["قال ذلك؟", "نعم.", "ثم خرج"]),
        ("یہ خبر ہے۔ وہ گیا۔", ["یہ خبر ہے۔", "وہ گیا۔"]),
        ("A heading\n\nA line. ", ["A heading", "A line."]),
        ("See ferry.example.org for it", ["See ferry.example.org for it"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_long_sentence_is_cut_after_a_comma_or_where_it_must_be() -> None:
    parts = sentences("一二三四五六七八，" * 500)
    assert all(len(part) <= LONGEST_SENTENCE for part in parts)
    assert all(part.endswith("，") for part in parts)
    assert "".join(sentences("x" * 2000)) == "x" * 2000


@pytest.mark.parametrize("text", ["a." * 50_000, "." * 100_000, ". A" * 30_000, "“" * 100_000])
def test_hostile_text_loses_nothing(text: str) -> None:
    assert "".join(sentences(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will not leave”, he said of the “short”.", ["We will not leave"]),
        ('A 5" pipe and "rain fell all day" and a 6" one', ["rain fell all day"]),
        ("「不会离开」与『我们都走』和“三个字”", ["不会离开", "我们都走"]),
        ("«nous partons demain»", ["nous partons demain"]),
        ("‘we’re going to leave here’ isn’t ‘a short one’", ["we’re going to leave here"]),
        ("„wir gehen jetzt“", ["wir gehen jetzt"]),
        ("“open in one line\nclosed in the next”", []),
        ("“twice the same” and “twice the same”", ["twice the same"]),
        ("“" + "x" * (LONGEST_QUOTATION + 1) + "”", []),
        ('"ab" between the two "cd"', []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


def test_quotations_are_bounded() -> None:
    text = "".join(f"“quotation {number}” " for number in range(3000))
    assert len(quotations(text)) == 1000
