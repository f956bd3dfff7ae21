"""Lines that say only what a button or a label does."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words import controls
from mirrorpress.extract.words.controls import is_control
from mirrorpress.extract.words.vocabulary import in_one_case


@pytest.mark.parametrize(
    "line",
    [
        "Copy link",
        "facebookxredditlink",
        "0/5 (0 Reviews)",
        "(3 votes, average: 4,67 out of 5)",
        "4.8 out of 5 stars (193)",
        "Video Player is loading.",
        "Link copied to clipboard!",
        "SHOW COMMENTS",
        "Volume 90%",
        "0:00 / 12:45",
        "1 / 12",
        "(3 of 12)",
        "A+ A-",
        "Reading time: 14 minutes",
        "Listen (5 min)",
        "3.4K views",
        "1,214 Shares",
        "Page 2 of 14",
        "Next article: The baker who sings",
        "Home > News > Ports",
        "当前位置：首页 > 新闻 > 正文",
        "【打印】【关闭】",
        "浏览量：3412",
        "Теги: порт, паром",
        "انتهای پیام/",
        "→ Zur Bildergalerie",
        "Agrandir l’image",
        "Yorumları göster",
        "Время чтения: 4 минуты",
        "شارك",
        "SHARECONNECT 28 TWEETCOMMENTEMAILMORE",
        "Share 9 Tweet 3 Comment Email",
        "Email Print",
        "TEXT SIZE - +",
        "Previous | Next Image 1 of 8",
        "Follow @harbourledger",
        "复制链接",
        "この記事をシェア",
        "댓글 보기",
    ],
)
def test_controls(line: str) -> None:
    assert is_control(in_one_case(line))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "…",
        "Copy link of the ferry",
        "Facebook, X and a link",
        "3 votes, an average of two for each hall",
        "She shows comments to nobody.",
        "1 / 12 of the boats",
        "Home: the word means little to those who sail.",
        "3.4K views of the port",
        "Next: the baker who sings",
        "Themen: Hafen, Fähre",
        "来源：港务报",
        "The ferry leaves at 10:15.",
        "2031",
        "Guardar silencio",
        "x" * 10_000,
        "Share prices",
        "Save more",
        "Share more",
        "More or less",
        "28 29 30",
        "Follow @harbourledger for the results of the vote",
    ],
)
def test_lines_of_articles(line: str) -> None:
    assert not is_control(in_one_case(line))


def test_each_label_can_be_met() -> None:
    assert all(is_control(label.replace("#", "7")) for label in controls._CONTROLS)
