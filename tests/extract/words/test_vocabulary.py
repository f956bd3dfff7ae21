"""The vocabulary: each rule with what it takes and a near miss that it must not take."""

from __future__ import annotations

import re
import sys

import pytest

from mirrorpress.extract.blocks import appeals
from mirrorpress.extract.words import promotions
from mirrorpress.extract.words import vocabulary as words
from pace import within


@pytest.mark.parametrize(
    ("pattern", "taken", "left"),
    [
        (words.ARTICLE, ["article", "blog", "beitrag"], ["wrapper", "left", "box"]),
        (words.COMMENTS, ["comments", "commentlist", "kommentare", "a respond", "coral-stream"],
         ["no", "nocomment", "correspondent", "corporate", "noloaddisqus"]),
        (words.GALLERY, ["photo-gallery", "carousel", "swiper-slide"], ["image", "galley"]),
        (words.CAPTION, ["wp-caption-text", "cutline", "légende", "img-desc", "pie-de-foto"],
         ["text", "description", "image"]),
        (words.CREDIT, ["credit", "copyright", "photographer", "fotograf"], ["caption", "date"]),
        (words.PICTURE, ["photo", "article-image", "wp-caption", "img big"],
         ["photography", "imagery", "picturesque", "mediator"]),
        (words.PULLED, ["pullquote", "pull-quote", "exergue", "pulled"],
         ["quote", "pullover", "blockquote"]),
        (words.SUBHEAD, ["crosshead", "subhead", "zwischentitel", "intertitre"],
         ["head", "headline", "subtitle"]),
    ],
)  # fmt: skip
def test_names_of_parts(pattern: re.Pattern[str], taken: list[str], left: list[str]) -> None:
    assert [hint for hint in taken if not pattern.search(hint.lower())] == []
    assert [hint for hint in left if pattern.search(hint.lower())] == []


@pytest.mark.parametrize(
    "line",
    [
        "Related", "Related stories", "Read more", "See also:", "More from Harbour Ledger",
        "You might also like", "Most read", "Comments (12)", "3 comments", "Trending now",
        "Mehr zum Thema", "Lesen Sie auch", "Das könnte dich auch interessieren:",
        "À lire aussi", "Sur le même sujet",
        "Te puede interesar", "Leggi anche", "Читайте также:", "По теме", "Материалы по теме",
        "اقرأ أيضا", "مواضيع ذات صلة", "بیشتر بخوانید", "مطالب مرتبط", "相关阅读", "相關新聞：",
        "延伸阅读", "猜你喜欢", "更多精彩", "下一篇：渡轮复航", "関連記事", "관련기사",
    ],
)  # fmt: skip
def test_lines_before_other_articles(line: str) -> None:
    assert words.FOLLOWED_BY_OTHERS.match(line)


@pytest.mark.parametrize(
    "line",
    [
        "", "Related costs rose", "Read the letter", "Read more than ever", "See also the mayor",
        "More ferries sail", "Comments on the plan were few", "Most readers agreed",
        "Mehr Fähren fahren", "Lire la lettre", "По теме парома говорили долго", "Комментарии мэра",
        "اقرأ الرسالة", "相关部门表示", "推荐信写好了", "评论员说", "最新消息称渡轮复航",
        "热门航线恢复",
    ],
)  # fmt: skip
def test_lines_of_the_text_itself(line: str) -> None:
    assert not words.FOLLOWED_BY_OTHERS.match(line)


@pytest.mark.parametrize(
    "line",
    [
        "Article content", "Author of the article:", "Last updated 6 hours ago", "Advertisement 2",
        "Share this article in your social network", "Like Loading...", "主办单位：港口市政府",
        "Advertisement", "ADVERTISEMENT", "Share", "Share this article", "Tweet", "Print",
        "Continue reading the main story", "Sign up for our letter", "Subscribe now",
        "Follow us on Telegram", "Loading...", "Skip to content", "Log in", "Play video",
        "Copyright 2031 Harbour Ledger. All rights reserved.", "Copyright © 2031 Harbour Ledger",
        "Copyright (c) Harbour Ledger", "Copyright: Harbour Ledger", "Copyright",
        "Copyright Harbour Ledger. All rights reserved.", "© Harbour Ledger", "All rights reserved",
        "Tags: port, ferry", "Filed under: Port", "Posted in News, Port", "Category: Port",
        "Anzeige", "Artikel drucken", "Partager", "Publicité", "Compartir", "Реклама", "إعلان",
        "تبلیغات", "广告", "分享到微信", "分享到：", "扫一扫关注我们", "字号：大 中 小", "03:15",
        "分享", "扫码下载",
        "For the latest stories from the port, sign up for our newsletters .", "Hide caption",
        "Read more of our ferry news by signing up to our free weekly newsletter",
        "Get in touch with our news team by emailing us at desk@ledger.example.",
        "For more stories like this, check our news page.",
        "标签：港口 渡轮", "版权所有：港口日报", "免责声明：本文仅供参考", "打开日报app查看",
        "展开全文", "- END -", "— The End —", "全文完",
        "不用抽 不用搶 現在用APP看新聞 保證天天中獎 點我下載APP", "点击上方“港口观察”关注我们",
        "點擊藍字關注我們，並設為星標", "港口日报有Instagram！欢迎搜寻port.daily，看更多影音报道。",
        "字体：大 中 小", "字體：[大] [中] [小]",
        "自动播放", "原标题：渡轮恢复夜班", "（原標題：渡輪）",
        "Weiter nach der Anzeige", "La suite après la publicité", "Continua dopo la pubblicità",
        "Continúa después de la publicidad", "Продолжение после рекламы", "广告之后继续阅读",
        "Listen to this article", "Artikel anhören", "Écouter cet article", "收听本文",
        "Слушать статью", "Publicidade", "Reklam", "Quảng cáo", "広告", "광고", "آگهی",
        "Haberi dinle", "Слухати статтю", "이 기사 듣기",
    ],
)  # fmt: skip
def test_lines_of_furniture(line: str) -> None:
    assert words.BOILERPLATE_LINE.match(line)


@pytest.mark.parametrize(
    "line",
    [
        "", "Advertisements rose by a tenth.", "Shares fell on Monday.", "Printers went on strike.",
        "Sign ups for the ferry doubled, the port said.", "Subscribers complained.",
        "Follow useful signs to the quay.", "The ad was false.", "Videos show the quay.",
        "Loading the ferry took an hour.", "Skipper and crew slept.", "Next week the port opens.",
        "Copyright law changes on Monday, the minister said.", "Copyright in maps",
        "Posted in Marrin for a year, the keeper wrote letters.", "Closed", "Topics of the day",
        "Anzeigen kosten mehr.", "Werbung wird teurer.", "Imprimerie", "Рекламный щит упал.",
        "إعلان الحرب", "广告费上涨", "分享会吸引了三百名读者。", "打印机坏了",
        "分享会吸引三百名读者", "版权法将于周一修改。",
        "字体设计大赛小学组揭晓", "原标题党被整治", "自动播放功能引发争议",
        "收藏家买下灯塔", "关闭的港口重新开放", "扫码支付在岛上普及。",
        "Readers sign up for the newsletter of the port at the kiosk.", "Captions hide nothing.",
        "She will sign up for our team. Its newsletter is read on all ferries of the coast.",
        "Get in touch with the keeper by ferry.", "For more stories she went to the quay.",
        "At 03:15 the lamp went out", "Nach der Anzeige ermittelte die Polizei.",
        "You can now listen to the bells of the harbour.",
        "Article contents were read out.", "Advertisements 2",
        "主办单位周一说港口将重新开放。", "Copyright holders met in the port.",
        "Listen to this article of the law, he said.", "Artikel anhörend nickte sie",
        "广告之后的节目", "听全文代表发言的人很多", "広告費が増えた。", "광고 회사가 문을 닫았다",
        "Reklamcılar grevde",
    ],
)  # fmt: skip
def test_lines_that_only_begin_like_furniture(line: str) -> None:
    assert not words.BOILERPLATE_LINE.match(line)


@pytest.mark.parametrize(
    "line",
    ["About the author", "About the Writers:", "Story Source:", "Cite this page:", "Disclaimer",
     "Über den Autor", "À propos de l'auteur", "Sobre la autora", "Об авторе", "作者简介",
     "责任编辑：王平", "（责编：王平、李安）", "编辑：王平", "责任编辑 王平",
        "【纠错】 【责任编辑:王平 】",
     "港ICP备12345678号-1", "本文来源：港口日报 责任编辑：王平_HW7",
     "特别声明：以上内容为自媒体平台用户上传并发布，本平台仅提供信息存储服务。",
     "声明：该文观点仅代表作者本人。",
     "Notice: The content above (including the pictures, if any) was sent in by a reader."],
)  # fmt: skip
def test_lines_that_end_an_article(line: str) -> None:
    assert words.END_OF_ARTICLE.match(line)


@pytest.mark.parametrize(
    "line",
    ["", "About the author of the storm nobody spoke.", "Disclaimers were read out loud.",
     "The story source was the keeper.", "编辑们说港口不会关闭。", "编辑部搬到码头",
     "作者简介很短。", "本文来源不明。", "特别声明：渡轮周一停航。", "Notice: the ferry is late.",
     "Sobre el autor se sabe poco."],
)  # fmt: skip
def test_lines_that_only_begin_like_an_end(line: str) -> None:
    assert not words.END_OF_ARTICLE.match(line)


@pytest.mark.parametrize(
    "pattern",
    [words.COMMENTS, words.CAPTION, words.CREDIT, words.PICTURE,
     words.PULLED, words.FOLLOWED_BY_OTHERS, words.BOILERPLATE_LINE, words.END_OF_ARTICLE],
)  # fmt: skip
def test_long_names_and_lines_take_bounded_time(pattern: re.Pattern[str] | words.Phrases) -> None:
    with within(3):
        for piece in ("a-", "ad ", "share this ", "\x00", "article__", "\ud800", "：", "photo_"):
            pattern.search(piece * 20_000)


def test_names_are_matched_in_lower_case() -> None:
    """Hints are lowered before they are matched, so an upper-case letter could never match."""
    for pattern in (words.ARTICLE, words.COMMENTS, words.GALLERY,
                    words.CAPTION, words.CREDIT, words.PICTURE, words.PULLED):  # fmt: skip
        plain = re.sub(r"\\.", "", pattern.pattern)
        assert plain == plain.lower()
    assert {name.lower() for name in words.NEVER} == words.NEVER


IOTA_BELOW = "\u0345"  # re.IGNORECASE takes it for an iota, which no phrase has
CASED = [
    character
    for character in map(chr, range(sys.maxunicode + 1))
    if (character.lower() != character or character.upper() != character)
    and character != IOTA_BELOW
]


def test_one_case_is_what_ignorecase_takes_letters_for() -> None:
    plain = [words.in_one_case(character) for character in CASED]
    assert words.in_one_case("".join(CASED)) == "".join(plain)
    for character, letter in zip(CASED, plain, strict=True):
        assert len(letter) == 1
        assert re.fullmatch(letter, character, re.IGNORECASE)
        assert (letter.isalnum(), letter.isdecimal(), letter.isspace()) == (
            character.isalnum(), character.isdecimal(), character.isspace())  # fmt: skip
    letters = "".join(sorted(set(plain)))
    for letter in letters:
        assert re.findall(letter, letters, re.IGNORECASE) == [letter]


def test_phrases_are_written_in_one_case() -> None:
    written = [found.pattern for found in vars(words).values() if isinstance(found, words.Phrases)]
    assert len(written) == 5
    written += [
        found.pattern
        for module in (promotions, appeals)
        for found in vars(module).values()
        if isinstance(found, re.Pattern)
    ]
    assert len(written) > 16
    for pattern in written:
        plain = re.sub(r"\\.", "", pattern)
        assert words.in_one_case(plain) == plain
        assert words.in_one_case("\N{GREEK SMALL LETTER IOTA}") not in plain


@pytest.mark.parametrize(
    "line", ["ADVERTİSEMENT", "Adverti\u017fement", "ADVERTISEMENT", "Anzeıge"]
)
def test_phrases_match_whatever_the_case(line: str) -> None:
    assert words.BOILERPLATE_LINE.match(line)
    assert words.BOILERPLATE_LINE.search(line)
