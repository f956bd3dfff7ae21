"""Reports of invented events, each told by several outlets in their own words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from mirrorpress.group import GroupCandidate

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)

# event → reports as (outlet, title, text)
EVENTS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "ferry": (
        (
            "hans",
            "白鹭湾渡轮搁浅，三百名乘客获救",
            "白鹭湾港口管理处说，渡轮“海燕号”星期天清晨在灯塔附近搁浅，船上三百一十二名乘客全部获救，"
            "无人受伤。船长林远航说，浓雾遮住了航标。",
        ),
        (
            "hant",
            "海燕號渡輪於白鷺灣擱淺 乘客全數獲救",
            "渡輪「海燕號」昨日清晨於白鷺灣燈塔附近擱淺，港口管理處表示，三百一十二名乘客全數獲救。"
            "船長林遠航表示，當時濃霧遮住航標。",
        ),
    ),
    "library": (
        (
            "one",
            "Maple Hollow library reopens after flood repairs",
            "The public library of Maple Hollow opened its doors on Sunday for the first time "
            "since the river flooded its cellar in February. Librarian Odette Varga said 40,000 "
            "volumes were dried and saved by volunteers.",
        ),
        (
            "two",
            "Flooded library in Maple Hollow opens its doors again",
            "Volunteers who dried 40,000 volumes were the guests of honour on Sunday as Odette "
            "Varga, the librarian of Maple Hollow, unlocked a building that the river had filled.",
        ),
    ),
    "strike": (
        (
            "one",
            "Tram drivers in Port Selwyn vote for a two-day strike",
            "Drivers of the Port Selwyn tramway will stop work on Wednesday and Thursday over "
            "night shifts, their union said after a ballot in which nine in ten took part.",
        ),
        (
            "two",
            "Port Selwyn trams to stand still: drivers vote to strike",
            "A ballot of tramway drivers ended with a clear result. Port Selwyn will have no trams "
            "on Wednesday and Thursday, the union said, because of unpaid night shifts.",
        ),
    ),
    "observatory": (
        (
            "hans",
            "青岭天文台发现一颗新彗星",
            "青岭天文台研究员苏明珠说，他们用新装的望远镜在天鹅座方向发现一颗彗星，预计九月肉眼可见。",
        ),
        (
            "ar",
            "مرصد الجبل الأخضر يكتشف مذنبا جديدا",
            "قالت الباحثة ليلى المنصوري إن المرصد رصد مذنبا جديدا سيكون مرئيا "
            "بالعين المجردة في سبتمبر.",
        ),
    ),
}


def report(
    event: str, which: int = 0, *, hours: float = 0, story: str | None = None, name: str = ""
) -> GroupCandidate:
    outlet, title, text = EVENTS[event][which]
    return GroupCandidate(
        id=name or f"{event}-{outlet}",
        published=NOON + timedelta(hours=hours),
        title=title,
        text=text,
        story=story,
    )
