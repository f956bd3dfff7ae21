"""Round-ups: articles that are of many events in short, and are a report of none.

Most say so in their titles, which are about the same every day:

    Morning briefing: the strike, the flood and the cup
    【音频版】海岸社6月16日早报（周三）
    早财经 | 港口罢工结束；水库闸门卡死

A title that only names a newspaper ("Evening Post", "羊城晚报") is not one of these.
"""

from __future__ import annotations

import re

_END = r"(?=$|[\s\W\d_丨])"  # of a label
_DATE = r"(?:\d{1,4}[年月日.\-/ ]{0,2}){1,3}"

_CHINESE = re.compile(
    # A label at the beginning, which may stand in brackets: "早报 | …", "【今日要闻】…".
    rf"^\W*(?:今日|昨日|每日|每周|一周|本周|今晨|今晚|盘前|盘后|全球|国际|国内|财经|科技){{0,2}}"
    rf"(?:早报|晚报|早餐|晚餐|早参|早读|晚读|夜读|早知道|早班车|早新闻|晚新闻|早财经|晚财经|"
    rf"简报|要闻|必读|速览|热点汇总|新闻汇总|新闻盘点|大事记){_END}"
    # With a date: "海岸社6月16日早报", "早啊!新闻来了[2021.06.17]".
    rf"|^[^,;。]{{0,16}}?{_DATE}(?:早报|晚报|早餐|晚餐|简报|要闻|早知道|新闻早知道){_END}"
    r"|^\W*(?:早啊|早安|早上好|晚安)\W{0,3}(?:\w{0,6}新闻|\w{0,6}来了)"
    r"|新闻(?:早班车|早餐|早知道|晚餐|联播速览|一览|集锦)"
    r"|(?:一周|每周|今日|昨日|24小时)(?:\w{0,4})(?:要闻|新闻|大事|热点|资讯)(?:回顾|汇总|盘点|一览|速览)"
)
_LATIN = re.compile(
    r"^\W*(?:(?:your|the|today['’]s|this) )?(?:\w+day )?"
    r"(?:morning|evening|afternoon|midday|daily|weekly|weekend|news|world|politics|business) "
    r"(?:briefing|brief|digest|round-?up|wrap|wrap-up|rundown|bulletin|headlines)s?\b"
    r"|^\W*(?:your|the|today['’]s) (?:\w+day|morning|evening) (?:briefing|digest)\b"
    r"|\b(?:news|daily|weekly|world|week['’]s) round-?up\b"
    r"|^\W*(?:the )?(?:week|day|month|year) in (?:review|pictures|brief)\b"
    r"|\b(?:\d{1,2}|three|four|five|six|seven|ten) things "
    r"(?:(?:you )?(?:need )?to know|you should know) (?:today|this|for|on|before|in the)\b"
    # French
    r"|^\W*(?:la )?revue de (?:la )?presse\b|^\W*l['’]essentiel de (?:l['’]actualité|l['’]info)"
    r"|^\W*l['’]actu(?:alité)? (?:de la semaine|du jour|en bref)\b"
    r"|^\W*(?:tout )?ce qu['’]il faut retenir (?:de la semaine|du jour|de l['’]actualité|ce )",
    re.IGNORECASE,
)
_RUSSIAN = re.compile(
    r"^\W*(?:главное за|главные новости|итоги (?:дня|недели|месяца)|новости (?:дня|недели|за)|"
    r"события (?:дня|недели))\b"
    r"|^\W*(?:утренний |вечерний |новостной )?дайджест\b|^\W*обзор (?:прессы|сми)\b",
    re.IGNORECASE,
)
_ARABIC = re.compile(  # and Persian
    r"^\W*(?:موجز|نشرة) (?:ال)?(?:أخبار|أنباء|صباح|مساء|ظهيرة)"
    r"|^\W*حصاد (?:اليوم|الأسبوع)|^\W*أبرز (?:عناوين|الأخبار|أخبار|أحداث)|^\W*جولة (?:في )?الصحاف"
    r"|^\W*سرخط|^\W*مرور (?:روزنامه|مطبوعات|خبرها|هفته)|^\W*خلاصه (?:خبرها|اخبار)"
    r"|^\W*مهم.?ترین (?:خبرهای|اخبار|رویدادهای) (?:روز|هفته|امروز)"
)
_LABELS = (_CHINESE, _LATIN, _RUSSIAN, _ARABIC)


def is_roundup(title: str) -> bool:
    """Whether a normalized title says that its article reports many events."""
    return any(labels.search(title) is not None for labels in _LABELS)
