"""Which titles say that an article reports many events."""

from __future__ import annotations

import time

import pytest

from mirrorpress.group.features import TITLE
from mirrorpress.group.roundups import is_roundup
from mirrorpress.text.words import normalized


@pytest.mark.parametrize(
    "title",
    [
        "【音频版】海岸社6月16日早报（周三）",
        "早财经 | 港口罢工结束；水库闸门卡死，万人撤离",
        "早啊！新闻来了〔2031.06.17〕",
        "来了！新闻早班车",
        "盘前必读丨海岸集团要约收购港务局",
        "夜读 | 巡堤员守到天亮 | 地铁四号线开通",
        "今日要闻：大坝闸门卡死",
        "一週要聞回顧",
        "早報｜利斯奎捷運通車",
        "Morning briefing: the strike, the flood and the cup",
        "Your Monday briefing",
        "Thursday evening news roundup",
        "The week in pictures",
        "Five things to know today",
        "Weekend digest",
        "Revue de presse : la crue à la une",
        "L’essentiel de l’actualité",
        "Ce qu’il faut retenir de la semaine",
        "Главное за день: паводок и кубок",
        "Итоги недели",
        "Дайджест: что случилось за ночь",
        "موجز الأخبار: فيضان وإضراب",
        "أبرز عناوين الصحف",
        "سرخط خبرها",
        "مرور روزنامه‌های امروز",
    ],
)
def test_titles_of_round_ups(title: str) -> None:
    assert is_roundup(normalized(title))


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Dam gate jams in Orvane, 11,400 told to leave",
        "Port strike ends on Thursday evening",
        "Weekly market moves to the customs house",
        "News agency cuts 40 jobs",
        "Evening Post wins a prize",
        "Briefing room of the parliament floods",
        "Two things to do before winter",
        "The week the river rose",
        "羊城晚报记者获救",
        "东方早报停刊",
        "联合早报：渡轮搁浅",
        "海岸日报 | 渡轮搁浅",
        "早餐店失火三人受伤",
        "晚餐后两人中毒",
        "必读书目公布",
        "快讯：渡轮搁浅",
        "【今日快讯】渡轮公司确认撤回禁令",
        "6月16日渡轮搁浅",
        "La revue navale de Port-Amaury annulée",
        "Итоги выборов в Орване подведены",
        "Новость о паводке оказалась ложной",
        "حصاد القمح يبدأ مبكرا",
        "نشرة جوية تحذر من العواصف",
    ],
)
def test_titles_of_reports(title: str) -> None:
    assert not is_roundup(normalized(title))


@pytest.mark.parametrize("text", ["早", "1", "1月", "a ", "【", " ", "morning ", "ه‌", "1 things "])
def test_hostile_titles_take_no_time(text: str) -> None:
    begun = time.process_time()
    assert not is_roundup((text * TITLE)[:TITLE])
    assert time.process_time() - begun < 0.2  # some hundred times what it takes
