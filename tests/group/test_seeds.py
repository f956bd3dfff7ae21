"""Two pages of one event among other articles, where their folders are beside the checkout.

The reports of other meetings of the same people are invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from mirrorpress.group import GroupCandidate, OpenStories, Window
from mirrorpress.imports.layout import Layout
from mirrorpress.imports.reading import read_page
from mirrorpress.model.plain import plain_text

SHARED = Path(__file__).parents[3] / "shared"
DATA, PAGES = SHARED / "grouping-dev", SHARED / "seeds"
SEEDS: dict[str, tuple[Layout, str, str]] = {  # layout, path in its mirror, file
    "channels": ("channels", "pages/prog202/a103661173.md", "000_a1744ddc8333738b.txt"),
    "archive": ("archive", "articles/rfi/77784503.md", "003_264c4bb1c048f56c.txt"),
}
DAY = datetime(2023, 3, 2, 12, tzinfo=UTC)
SPAN = timedelta(days=5)  # in which all articles of the stream are
COUNTS = (500, 800)  # articles of the stream
STRIDE = 7_919  # a prime
BATCH = 50

# Hours after `DAY`, title, text.
OTHER_MEETINGS: dict[str, tuple[int, str, str]] = {
    "finance": (
        -48,
        "二十国集团财长在班加罗尔讨论债务重组",
        "二十国集团财政部长和央行行长在印度班加罗尔开会两天，讨论低收入国家的债务重组。"
        "东道主印度财长说，五十七个国家无力偿还贷款，会议同意设立一个圆桌机制。",
    ),
    "tashkent": (
        -26,
        "布林肯在塔什干会晤中亚五国外长",
        "美国国务卿布林肯在乌兹别克斯坦首都塔什干会晤中亚五国外长，宣布提供两千五百万美元，"
        "用于当地的铁路、语言课程和边境培训。他随后参观了一所职业学校。",
    ),
    "quad": (
        22,
        "美日印澳外长举行四方会谈 商定海上救援演习",
        "美国、日本、印度和澳大利亚的外长星期五举行四方安全对话，商定今年在孟加拉湾举行海上救援演习，"
        "并成立一个反恐工作组。布林肯说，下一次会谈由日本主持。",
    ),
    "raisina": (
        40,
        "拉夫罗夫出席雷西纳对话 谈石油结算",
        "俄罗斯外长拉夫罗夫星期六在雷西纳对话论坛上说，俄罗斯向印度出售的石油将改用卢比和迪拉姆结算，"
        "首批四十万桶在三月交货。会后他前往孟买。",
    ),
    "beijing": (
        30,
        "秦刚在北京会见白俄罗斯外长 签署旅游协定",
        "中国外长秦刚星期五在北京会见白俄罗斯外长，双方签署了互免团体旅游签证的协定，"
        "并商定在明斯克开设第三所中文学校。",
    ),
}

pytestmark = pytest.mark.skipif(
    not (DATA.is_dir() and PAGES.is_dir()), reason="the articles are not there"
)


def seeds() -> Iterator[GroupCandidate]:
    """The two pages, as they are extracted, at the times that they state."""
    for name, (layout, path, file) in SEEDS.items():
        page = read_page(layout, path, (PAGES / file).read_bytes())
        assert page.published is not None
        yield GroupCandidate(
            id=name,
            published=page.published,
            title=page.title,
            text=plain_text(page.article),
            source=name,
            language="zh",
        )


def stream(count: int) -> Iterator[GroupCandidate]:
    """The first articles of the labelled sets, of which 394 are Chinese, the others English.

    They are spread evenly over `SPAN`.
    """
    rows = [
        json.loads(line)
        for name in ("zh_events_dev", "zh_titles_dev", "en_ecbplus_dev")
        for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
    ][:count]
    for number, row in enumerate(rows):
        place = number * STRIDE % len(rows)  # so that articles of one set are not side by side
        yield GroupCandidate(
            id=row["id"],
            published=DAY + SPAN * (place / len(rows) - 0.5),
            title=row["title"],
            text=row["text"] or "",
            source="" if row["outlet"] == "unknown" else row["outlet"],
        )


def meetings() -> Iterator[GroupCandidate]:
    """The invented reports."""
    for name, (hours, title, text) in OTHER_MEETINGS.items():
        published = DAY + timedelta(hours=hours)
        yield GroupCandidate(id=name, published=published, title=title, text=text, source=name)


@cache
def stories(count: int) -> dict[str, str | None]:
    """By id: the story of each article, which came in small batches."""
    reports = [*stream(count), *meetings(), *seeds()]
    assert len(reports) == count + len(OTHER_MEETINGS) + len(SEEDS)
    reports.sort(key=lambda one: (one.published, one.id))
    known = OpenStories(Window())
    for at in range(0, len(reports), BATCH):
        known.add(reports[at : at + BATCH])
    return {one.id: known.story_of(one.id) for one in reports}


@pytest.mark.parametrize("count", COUNTS)
def test_both_pages_are_in_one_story(count: int) -> None:
    found = stories(count)
    assert found["channels"] is not None
    assert found["channels"] == found["archive"]


@pytest.mark.parametrize("count", COUNTS)
def test_no_article_of_the_stream_is_in_it(count: int) -> None:
    found = stories(count)
    story = found["channels"]
    assert {name for name, one in found.items() if one == story} <= {*SEEDS, *OTHER_MEETINGS}


@pytest.mark.parametrize(
    ("count", "name"),
    [(count, name) for count in COUNTS for name in OTHER_MEETINGS],
)
def test_another_meeting_of_the_same_people_is_not_in_it(count: int, name: str) -> None:
    found = stories(count)
    assert found[name] != found["channels"]
