"""Invented pages in the markup of two mirror systems, with the faults seen in them.

Deterministic: the same number gives the same page. Outlets, places, people and events are
invented. `RATES` says how many pages have which fault; every hundredth page is broken beyond use.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from random import Random

RATES = {
    # of channels
    "empty channel name": 0.3, "no helper links": 0.1, "no lead picture": 0.15,
    "disabled links": 0.6, "dateline": 0.7, "credit line": 0.4, "old footer": 0.05,
    "cut off after the address": 0.03, "channel's mojibake": 0.03,
    # of archives
    "name with title": 0.5, "glued attributes": 0.3, "ad": 0.4, "frame": 0.2, "time missing": 0.02,
    "cut off in the last tags": 0.02,
    # of both
    "odd title": 0.15, "protocol-relative picture": 0.3, "figure in the body": 0.4, "srcset": 0.3,
    "Windows line ends": 0.05, "byte order mark": 0.03, "bold heading": 0.2, "Korean": 0.1,
}  # fmt: skip
BROKEN_AT = 37  # of every hundred pages
BEIJING = timezone(timedelta(hours=8))

# No article has these: words of the mirrors' own lines, and parts of their addresses.
NAVIGATION = ("主页", "今日热读", "上网指南", "海港书目", "频道甲", "indexes/", "README")
HELPERS = ("灯塔纪录片", "旧码头相册", "渔歌下载", "203.0.113.", "&nbsp;", "####")
SHARE = (
    "长按下面的地址或图片，转给朋友", "아래 주소를 길게 눌러 공유하세요", "Hold to copy and share",
    "本页地址与图码",
)  # fmt: skip
ADDRESS = (
    "原文在此（可能打不开）：",
    "출처 주소: ",
    "Original address (blocked here): ",
    "原始网址:",
)
OWN_ADDRESSES = (".md", "code.example", "cdn.example", "count.example")
ADS = ("广告", "举报广告", "ads.example", "继续阅读全部", "alert(")
FOREIGN = (*NAVIGATION, *HELPERS, *SHARE, *ADDRESS, *OWN_ADDRESSES, *ADS)

_PLACES = ("林港", "利斯基", "马林岛", "石桥镇", "北滩", "盐田湾")
_PEOPLE = ("陈舟", "林安", "周海平", "许岚", "方渡")
_BODIES = ("港务处", "渔业协会", "桥梁管理所", "气象台", "渡轮公司", "镇议会")
_EVENTS = (
    "夜班渡轮下周恢复", "旧灯塔改作图书馆", "河堤加固提前完工", "渔市搬到北岸", "潮位表改版",
    "学校合唱队获奖",
)  # fmt: skip
_SENTENCES = (
    "{place}的{body}周{day}宣布，{event}，第{n}号公告已经张贴在码头。",
    "{person}在会上说，这件事讨论了{n}天，“大家都希望早些有个结果”。",
    "据{body}统计，去年共有{n}人次使用这条航线，比前年多了一成。",
    "{place}居民{person}告诉记者，她家离河边只有{n}米，每天都看水位。",
    "工程分{n}段进行，{body}表示不会影响早晚班船。",
    "有人问起费用，{person}回答说，{n}万元由{place}和邻镇分担。",
)
_KOREAN = (
    "항만청은 일요일 밤 리스키 다리 아래 강물이 {n}센티미터 올랐다고 밝혔다.",
    "주민 {n}명이 회의에 참석했고 다친 사람은 없었다고 관계자가 말했다.",
    "공사는 {n}단계로 나뉘어 진행되며 배편은 그대로 운항한다.",
    "협회는 지난해 이용자가 {n}명으로 늘었다고 발표했다.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePage:
    """A page of a mirror, and what is to be read from it."""

    path: str
    content: bytes
    title: str
    url: str
    published: datetime | None
    first: str  # sentence of the text
    last: str
    images: int  # in figures
    broken: str = ""  # what makes it useless; "" where it is not


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """What the outlet wrote."""

    number: int
    title: str
    sentences: tuple[str, ...]
    day: datetime


def make_channels(count: int) -> Iterator[MadePage]:
    """So many pages of layout channels, one in a hundred of them broken."""
    for number in range(count):
        page = _channels_page(number)
        yield _broken(page, _BROKEN_CHANNELS, number) if number % 100 == BROKEN_AT else page


def make_archive(count: int) -> Iterator[MadePage]:
    """So many pages of layout archive, one in a hundred of them broken."""
    for number in range(count):
        page = _archive_page(number)
        yield _broken(page, _BROKEN_ARCHIVE, number) if number % 100 == BROKEN_AT else page


def _broken(page: MadePage, kinds: dict[str, Callable[[str], str]], number: int) -> MadePage:
    name, damage = list(kinds.items())[number // 100 % len(kinds)]
    content = damage(page.content.decode().removeprefix("\ufeff"))
    return replace(page, content=content.encode(), broken=name)


class _Chance:
    """Which faults a page has; each is decided by the layout, the number and the fault's name."""

    def __init__(self, layout: str, number: int) -> None:
        self._seed = f"{layout} {number}"

    def has(self, fault: str) -> bool:
        return Random(f"{self._seed} {fault}").random() < RATES[fault]

    def random(self) -> Random:
        return Random(self._seed)


def _story(number: int, random: Random, chance: _Chance) -> _Story:
    is_korean = chance.has("Korean")
    forms = _KOREAN if is_korean else _SENTENCES
    sentences = tuple(
        forms[(at + number) % len(forms)].format(
            place=random.choice(_PLACES), body=random.choice(_BODIES),
            event=random.choice(_EVENTS), person=random.choice(_PEOPLE),
            day=random.choice("一二三四五"), n=number * 10 + at + 2,
        )
        for at in range(random.randint(3, 5))
    )  # fmt: skip
    title = f"{random.choice(_PLACES)}{random.choice(_EVENTS)} 第{number}号公告发布"
    if is_korean:
        title = f"리스키 다리 소식 {number}호"
    day = datetime(2031, 1, 1, 6, 30, tzinfo=UTC) + timedelta(hours=7 * number, seconds=number)
    return _Story(number=number, title=title, sentences=sentences, day=day)


def _odd(title: str, random: Random) -> tuple[str, str]:
    """A title as a page has it, and as it is meant."""
    return random.choice(
        (
            (f"“{title}”", f"“{title}”"),
            (f'\\"{title}\\"', f'"{title}"'),
            (f"[视频] {title}", f"[视频] {title}"),
            (f"\\[图\\] {title}（上）", f"[图] {title}（上）"),
            (f"{title} A/B &amp; C", f"{title} A/B & C"),
            (f"{title} (1) [2](3)", f"{title} (1) [2](3)"),
            (f"{title}：\\“海鸥\\”", f"{title}：“海鸥”"),
        )
    )


def _picture(number: int, name: str, chance: _Chance) -> str:
    """An img element; of several renditions with a srcset, two of one picture."""
    start = "//" if chance.has("protocol-relative picture") else "https://"
    address = f"{start}i.tidepost.example/2031/{name}-{number}"
    sizes = "" if not chance.has("srcset") else (
        f' srcset="{address}-400x225.jpg 400w, {address}-1200x675.jpg 1200w" sizes="100vw"'
    )  # fmt: skip
    return f'<img alt="" class="size-full" src="{address}-800x450.jpg"{sizes}/>'


# --- layout channels ------------------------------------------------------------------------


def _channels_page(number: int) -> MadePage:
    chance = _Chance("channels", number)
    random = chance.random()
    story = _story(number, random, chance)
    page_id = random.choice((f"a{number + 103_000_000}", f"n{number + 11_000_000}", f"{number}"))
    channel = f"prog{number % 7}"
    path = f"pages/{channel}/{page_id}.md"
    url = f"https://tidepost.example/gb/2031/{page_id}.html"
    raw, title = (
        _odd(story.title, random) if chance.has("odd title") else (story.title, story.title)
    )
    dateline, published = _dateline(story, random) if chance.has("dateline") else ("", None)
    paragraphs = [dateline + story.sentences[0], *story.sentences[1:]]
    if chance.has("credit line"):
        person, editor = random.sample(_PEOPLE, 2)
        paragraphs.append(f"（记者{person}综合报导/责任编辑：{editor}）")
    lead, body, images = _channels_markup(number, paragraphs, random, chance)
    if chance.has("channel's mojibake"):
        body = "\n".join(_mojibake(line) for line in body.split("\n"))
    navigation = _navigation(channel, chance)
    helpers = "" if chance.has("no helper links") else _helpers(random)
    text = (
        f"### {raw}\n------------------------\n\n{navigation}\n\n{lead}{helpers}{body}"
        f"{_footer(path, url, random, chance)}\n\n------------------------\n{navigation}\n"
        f"<img src='http://count.example/tides/{path}' width='0px' height='0px'/>"
    )
    text = re.sub(r"(\.md|html)\)", rf"\1?{page_id})", text)
    if chance.has("cut off after the address"):
        text = text[: text.rindex("####") + random.randint(0, 30)]
    return MadePage(
        path=path, content=_encoded(text, chance), title=title, url=url, published=published,
        first=paragraphs[0], last=paragraphs[-1], images=images,
    )  # fmt: skip


def _dateline(story: _Story, random: Random) -> tuple[str, datetime]:
    """A dateline of an outlet, and the moment that it states."""
    day = story.day.replace(hour=0, minute=0, second=0)
    date = f"{day:%Y}年{day:%m}月{day:%d}日"
    return random.choice(
        (
            (f"【潮报{date}讯】", day),
            (f"【潮报北京时间{date}讯】", day.replace(tzinfo=BEIJING)),
            (f"（林港社{date}电）", day),
        )
    )


def _navigation(channel: str, chance: _Chance) -> str:
    name = "" if chance.has("empty channel name") else f"频道甲{channel}"
    links = (
        "[主页](../../README.md)", f"[{name}](../../indexes/{name}.md)",
        "[今日热读](../../indexes/今日热读.md)",
        "[海港书目](../../../../../basic/blob/master/README.md)",
        "[上网指南](https://code.example/guides/blob/master/README.md)",
    )  # fmt: skip
    return "#### " + "  &nbsp;&nbsp;|&nbsp;&nbsp; ".join(links) + "\n"


def _helpers(random: Random) -> str:
    links = [
        "#### [ 🎬 灯塔纪录片（上、下）](http://203.0.113.7:10000/videos/lamp/index.html)"
        "&nbsp; | &nbsp;"
        "[旧码头相册](http://203.0.113.7:10000/videos/quay/index.html)",
        "#### 网站代理：[渔歌下载 ...](http://203.0.113.8/x/../../songs/index.html)",
        "#### [ 🔥  灯塔纪录片 ](https://code.example/lamp/blob/master/README.md) ",
        "\n---\n#### [旧码头相册](https://code.example/info/-/raw/master/we.png)\n---",
    ]
    return "".join(f"{link}\n\n" for link in random.sample(links, random.randint(2, 4)))


def _channels_markup(
    number: int, paragraphs: list[str], random: Random, chance: _Chance
) -> tuple[str, str, int]:
    """Lead, body and the number of pictures, in the markup of one of three outlets."""
    outlet = random.randrange(3)
    caption = f"{random.choice(_PLACES)}码头的早晨，摄于周日。（许岚/潮报图片社）"
    picture = _picture(number, "lead", chance)
    lead = (
        f'<div><div class="featured_image">\n <figure>\n  {picture}\n </figure><br/>\n'
        f' <span class="caption">\n  {caption}\n </span>\n</div>\n</div><hr/>\n\n',
        f'{picture}\n<div class="red16 caption">\n <p>\n  {caption}\n </p>\n</div>\n<hr/>',
        f'<div id="headerimg">\n {picture}\n <div id="headerimgcontents">\n'
        f'  <div id="headerimgcaption">\n   <span>\n    {caption}\n   </span>\n'
        "   <!-- zoom -->\n  </div>\n </div>\n</div>\n\n<hr/>\n",
    )[outlet]  # fmt: skip
    images = 1
    if chance.has("no lead picture"):
        lead, images = "", 0
    if outlet == 1:
        lead += "\n"  # helper links begin a line
    parts = [f" <p>\n  {paragraph}\n </p>" for paragraph in paragraphs]
    if chance.has("disabled links"):
        parts[1] = _linked(paragraphs[1], random.choice(("ok", "span")))
    if chance.has("bold heading"):
        parts.insert(2, f" <h4>\n  {random.choice(_PLACES)}的反应\n </h4>")
    if chance.has("figure in the body"):
        parts.insert(2, _figure(_picture(number, "body", chance), caption))
        images += 1
    start, end = (
        ('<div><div class="post_content" itemprop="articleBody">\n',
         '\n <div class="single_ad">\n </div>\n</div>\n</div>'),
        ("", "\n"),
        ('<div id="storytext">\n <div>\n  <div class="slot_header">\n  </div>\n </div>\n',
         "\n</div>\n"),
    )[outlet]  # fmt: skip
    return lead, start + "\n".join(parts) + end, images


def _linked(paragraph: str, name: str) -> str:
    """A paragraph with two words in links, as the mirror disables them."""
    words = (paragraph[:3], paragraph[3:6])
    links = "".join(
        f' <{name} href="https://tidepost.example/tag/{at}.html">\n  {word}\n </{name}>\n'
        for at, word in enumerate(words)
    )
    return f" <p>\n{links}  {paragraph[6:]}\n </p>"


def _figure(picture: str, caption: str) -> str:
    return (
        '<figure class="wp-caption aligncenter" style="width: 450px">\n'
        ' <span href="https://i.tidepost.example/2031/full.html">\n'
        f"  {picture}\n </span>\n"
        f' <br/><figcaption class="wp-caption-text">\n  {caption}\n </figcaption><br/>\n'
        "</figure><br/>"
    )


def _footer(path: str, url: str, random: Random, chance: _Chance) -> str:
    own = f"https://code.example/tides/blob/master/{path}"
    sentence, address = random.choice(SHARE), random.choice(ADDRESS)
    if chance.has("old footer"):
        return (
            f"\n{'+' * 59}<br/><br/>\n{sentence}：<br/>\n[{own}]({own})<br/>\n"
            f"[<img src='{own}.png'/>]({own})<br/>\n{address}{url}\n"
        )
    code = random.choice((f"{own}.png", f"https://cdn.example/gh/tides/{path}.png"))
    return (
        f"\n<hr/>\n{sentence}：<br/>\n{own} <br/>\n<a href='{own}'><img src='{code}'/></a> <br/>\n"
        f"{address}{url}\n"
    )


def _mojibake(line: str) -> str:
    """A line of UTF-8 read as Latin-1, if it has only characters that this damages."""
    return line.encode().decode("latin-1")


def _encoded(text: str, chance: _Chance) -> bytes:
    if chance.has("Windows line ends"):
        text = text.replace("\n", "\r\n")
    return text.encode("utf-8-sig" if chance.has("byte order mark") else "utf-8")


_BROKEN_CHANNELS: dict[str, Callable[[str], str]] = {
    "cut off in the body": lambda text: text[: text.rindex("</p>")],
    "no title": lambda text: text.partition("\n")[2],
    "a script's address": lambda text: re.sub(r"https://tidepost\S+", "javascript:alert(1)", text),
    "no text": lambda text: re.sub(r"<(p|span|h4|figure)\b.*?</\1>", "", text, flags=re.S),
    "empty": lambda text: "",
    "navigation only": lambda text: "\n".join(re.findall(r"^####? .*", text, re.M)),
    "cut off in the address": lambda text: text[: text.rindex("//tidepost.example") + 20],
}


# --- layout archive -------------------------------------------------------------------------


def _archive_page(number: int) -> MadePage:
    chance = _Chance("archive", number)
    random = chance.random()
    story = _story(number, random, chance)
    raw, title = (
        _odd(story.title, random) if chance.has("odd title") else (story.title, story.title)
    )
    name = str(2**20 - 2 - number)
    if chance.has("name with title"):
        name += "_" + raw.replace("/", "--")
    url = f"https://gazette{number % 5}.example/world/2031/{number}_(river)"
    html, images = random.choice((_plain, _broadcaster, _builder))(story, chance)
    milliseconds = int(story.day.timestamp() * 1000)
    time = "" if chance.has("time missing") else f"<!--{milliseconds}-->\n"
    text = f"{time}[{raw}]({url})\n------\n\n{html}"
    if chance.has("cut off in the last tags"):
        text = text[: text.rindex("</")] + "</di"
    return MadePage(
        path=f"articles/Gazette{number % 5}/{name}.md", content=_encoded(text, chance),
        title=title, url=url, published=story.day if time else None,
        first=story.sentences[0], last=story.sentences[-1], images=images,
    )  # fmt: skip


def _plain(story: _Story, chance: _Chance) -> tuple[str, int]:
    """A feed of paragraphs, some parted by line breaks only."""
    parts = [f"<p>{sentence}</p>" for sentence in story.sentences]
    images = 0
    if chance.has("figure in the body"):
        picture = _picture(story.number, "body", chance)
        parts.insert(1, f"<figure>{picture}<figcaption>北滩的渔船。</figcaption></figure>")
        images = 1
    if chance.has("ad"):
        parts.insert(2, '<div class="ad-box"><span>广告</span><div id="dfp-mpu"></div></div>')
    if chance.has("frame"):
        parts.insert(3, '<iframe src="https://ads.example/frame" width="300"></iframe>')
    return "".join(parts), images


def _broadcaster(story: _Story, chance: _Chance) -> tuple[str, int]:
    """The page of a broadcaster: date line, ad with buttons, attributes run together."""
    first, *others = story.sentences
    lead = _picture(story.number, "lead", chance)
    ad = (
        '<div><div data-ad-type="box" data-ad-pos="1"><div><span>广告</span>'
        '<button title="举报广告">'
        '<svg viewBox="0 0 9 9"><path d="M7 15"/></svg></button></div></div><button data-unlocker>'
        "<span>继续阅读全部</span></button></div>"
    )
    if chance.has("glued attributes"):
        ad = ad.replace('<div data-ad-type="box" data-ad-pos', '<divdata-ad-type="box"data-ad-pos')
        lead = lead.replace("<img alt", "<imgalt").replace('" class', '"class')
    rest = "".join(f"<p>{sentence}</p>" for sentence in others)
    html = (
        f"<div>{story.day:%d/%m/%Y} - 19:59</div>{lead}"
        f"<p><strong>{first}                </strong></p>"
        f"{ad if chance.has('ad') else ''}<div>{rest}</div><div data-newsletter></div>"
    )
    return html, 1


def _builder(story: _Story, chance: _Chance) -> tuple[str, int]:
    """A page of generated class names: each paragraph in its own boxes, ad sections, no lead."""
    box = '<div class="GridItem-sc-12lwanc-2 fVauYi">'
    parts = [f'{box}<p class="Paragraph-k85-0">{each}</p></div>' for each in story.sentences]
    images = 0
    if chance.has("figure in the body"):
        picture = _picture(story.number, "body", chance).replace("srcset", "srcSet")
        parts.insert(1, f'{box}<div class="Placeholder-sc-11u">{picture}</div></div>')
        images = 1
    if chance.has("ad"):
        parts.insert(
            2,
            '<section aria-label="广告 2" aria-hidden="true" role="region" '
            'class="AdContainer-sc-8"><div class="dotcom-ad">广告</div></section>',
        )
    if chance.has("bold heading"):
        parts.insert(2, f'{box}<h2 tabindex="-1">各方反应如何？</h2></div>')
    script = "<script>alert(1)</script>" if chance.has("frame") else ""
    return f'<main role="main">{"".join(parts)}{script}</main>\n', images


_BROKEN_ARCHIVE: dict[str, Callable[[str], str]] = {
    "no text": lambda text: text.partition("------")[0] + '------\n\n<img src="/a.jpg">',
    "cut off in the title": lambda text: text[: text.index("](http") - 3],
    "a script's address": lambda text: re.sub(r"\]\(http[^\n]+", "](javascript:alert(1))", text),
    "no link": lambda text: re.sub(r"\[.*\]\(http[^\n]+", "…", text),
    "empty": lambda text: "",
}


def write_pages(folder: Path, pages: Iterable[MadePage]) -> tuple[MadePage, ...]:
    """The pages as files in a folder; the pages."""
    written = tuple(pages)
    for page in written:
        (folder / page.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / page.path).write_bytes(page.content)
    return written
