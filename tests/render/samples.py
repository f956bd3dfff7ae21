"""A small invented edition: four outlets, five articles in four languages, every kind of block.

`edition(layout)` prints all of it, as the pipeline would: articles, every list, static_files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, TypeAlias, TypeVar

from mirrorpress.model import (
    Article,
    ArticleList,
    ArticlePage,
    ArticleSummary,
    Asset,
    Channel,
    Count,
    Image,
    ListPage,
    Output,
    PageRef,
    Picture,
    Revision,
    RevisionChange,
    Site,
    Source,
)
from mirrorpress.model.blocks import (
    Block,
    Break,
    Cell,
    Code,
    CodeBlock,
    Embed,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Ruby,
    Rule,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
)
from mirrorpress.protocols import Layout
from mirrorpress.render import lists, paths
from mirrorpress.render.channels.layout import Channels
from mirrorpress.render.channels.options import ChannelsOptions

ZONE = "Asia/Shanghai"
CHINA = timezone(timedelta(hours=8))
STORY = "k7qaz2bcdefg"
ENDED = "y3zzzz4444yy"  # a story that has no reports any more

SITE_DATA = Site(
    name="远山镜报",
    languages=("zh-Hans", "en"),
    timezone=ZONE,
    contact="https://mirror.example/about",
    sources=(
        Source(name="yuanshan", title="远山日报", language="zh-Hans"),
        Source(name="qandil", title="قنديل", language="ar"),
        Source(name="harbour-ledger", title="The Harbour Ledger", language="en"),
        Source(name="estran", title="L’Estran", language="fr"),
        Source(name="quiet", title="Quiet Gazette", language="en"),
    ),
    public_key="RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3",
    addresses=("https://mirror.example/", "https://code.example/far-hill/mirror"),
    channels=(
        Channel(name="yuanshan", title="远山要闻", group="远山报业", sources=("yuanshan",)),
        Channel(
            name="world",
            title="国际新闻",
            group="外国报纸",
            sources=("qandil", "harbour-ledger", "estran"),
        ),
        Channel(name="quiet", title="Quiet Gazette", sources=("quiet",)),
    ),
)


def text(*parts: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def p(*parts: str | Inline) -> Paragraph:
    return Paragraph(text(*parts))


def row(*cells: str, header: bool = False) -> Row:
    return Row(tuple(Cell(text(cell), header=header) for cell in cells))


def asset(seed: str, width: int, height: int) -> Asset:
    return Asset(
        id=(seed * 64)[:64], media_type="image/webp", width=width, height=height, size=20_000
    )


BRIDGE = Image(
    url="https://yuanshan.example/img/bridge.jpg",
    alt="清晨的石桥，桥下是上涨的河水",
    caption=text("三月四日清晨，", Strong(text("“云津桥”")), "桥面仅高出水面一米。"),
    credit="林一舟／远山日报",
)
MARKET = Image(url="https://yuanshan.example/img/market.jpg", alt="市场里的菜摊", credit="林一舟")
LOST = Image(
    url="https://yuanshan.example/img/lost.jpg",
    alt="被水淹没的渡口",
    caption=text("渡口已停运。"),
)
ASSETS = {BRIDGE.url: asset("a1b2", 1280, 720), MARKET.url: asset("c3d4", 800, 600)}

ZH_BLOCKS: tuple[Block, ...] = (
    Figure((BRIDGE,)),
    p("远山市三月四日清晨宣布，云津河水位在十二小时内上涨了两米，", Strong(text("“请尽快转移。”")),
      "市长顾南乔在河堤上说。全市六个街道约三千人已被安置到学校和体育馆。"),
    p("水利站的记录见", Link("https://yuanshan.example/data?a=1&copy=2", text("公开数据")),
      "，单位为米", Superscript(text("3")), "；水样中 CO", Subscript(text("2")), " 含量正常。",
      "地名", Ruby("云津", "yúnjīn"), "意为“云中的渡口”。"),
    Heading(2, text("各街道水位")),
    Table((row("街道", "水位 | 米", "状态", header=True), row("北岸", "5.2", "撤离"),
           row("南岸", "4.1", "警戒")), text("截至上午八时")),
    Heading(3, text("# 转移须知")),
    ListBlock(True, (
        ListItem((p("带上身份证、药品。"),)),
        ListItem((p("沿高处步行："), ListBlock(False, (ListItem((p("北岸走石阶路"),)),
                                                  ListItem((p("南岸走旧铁路"),)))))),
        ListItem((p("拨打", Code("0555-1234"), "报平安。"),)),
    ), start=3),
    Quote((p("河水从没有在三月涨到这里。"),), credit="摆渡人 何大川，七十一岁"),
    Quote((p("请尽快转移。"),), pulled=True),
    Figure((MARKET, LOST), text("城中市场照常营业，渡口停运。")),
    Embed(kind="video", provider="video.example", url="https://video.example/watch?v=1_a*b",
          title="航拍：云津河两岸", poster=MARKET),
    Rule(),
    p("1. 本报将持续更新。", Break(), "联系：", Emphasis(text("news@yuanshan.example")),
      " 或 www.yuanshan.example，@yuanshan，#洪水，:fire:，$5 到 $6。"),
)  # fmt: skip

AR_BLOCKS: tuple[Block, ...] = (
    p("أعلنت بلدية يوانشان صباح الأربعاء أن منسوب نهر يونجين ارتفع مترين خلال اثنتي عشرة ساعة، ",
      Strong(text("ونُقل نحو 3000 شخص")), " إلى المدارس والقاعات الرياضية."),
    Heading(2, text("ماذا بعد؟")),
    ListBlock(False, (ListItem((p("فتح الطريق القديم (Old Rail Road) للمشاة."),)),
                      ListItem((p("توزيع مياه الشرب عند الساعة 10:30."),)))),
    Quote((p("لم يبلغ النهر هذا الموضع في مارس من قبل."),), credit="هي داتشوان، عامل العبّارة"),
    Table((Row((Cell(text("الضفة"), header=True), Cell(text("المنسوب"), header=True, colspan=2))),
           Row((Cell(text("الشمالية")), Cell(text("5.2 م")), Cell(text("إخلاء")))),
           Row((Cell(text("الجنوبية")), Cell(text("4.1 م")), Cell(text("تأهب")))))),
    Embed(kind="audio", provider="radio.example", url="https://radio.example/ar/17", title=None),
)  # fmt: skip

EN_BLOCKS: tuple[Block, ...] = (
    p("FAR HILL — The Yunjin river rose two metres overnight, and by dawn the mayor had asked "
      "three thousand people to leave their homes. “It has never come this high in March,” said "
      "He Dachuan, who has run the ferry since 1979."),
    p("The city’s gauge is ", Emphasis(text("not")), " alarming by itself: ",
      Strong(text("5.2 metres")), " was passed in 1998 & 2010. What is new is the speed."),
    Heading(2, text("What the gauge says")),
    CodeBlock("station  level\nnorth    5.2 m   # leave\nsouth    4.1 m\n```\n", "text"),
    p("Shelters are open until further notice. The ferry is not running."),
    ListBlock(False, (ListItem((p("North bank: the stone steps."),)),)),
    ListBlock(False, (ListItem((p("South bank: the old railway, cleared on Tuesday."),
                                p("Bring water; there is none on the way."))),)),
)  # fmt: skip

FR_BLOCKS: tuple[Block, ...] = (
    p("À marée basse, l’estran découvre sur trois kilomètres : « Nous n’avions jamais vu cela », "
      "dit Maëlle Kerven, ostréicultrice à Port-Brume depuis vingt ans."),
    p("La préfecture a ouvert une enquête ; ", Link("https://estran.example/enquête",
      text("le dossier (en ligne)")), " compte 412 pages."),
    Heading(2, text("Et maintenant ?")),
    p("Les parcs rouvriront le 15 mars, « si l’eau le permet »."),
)  # fmt: skip


def channels(files: dict[str, str] | None = None, **options: Any) -> Channels:
    """Layout `channels` with files of an operator."""
    files = files or {
        "picks.csv": (
            "url,title\n"
            'https://harbour-ledger.example/eeee4444ffff,"A river, and ""3,000"" people"\n'
            "https://yuanshan.example/aaaa2222bbbb,\n"
            "https://estran.example/not-fetched-yet,Not here yet\n"
        ),
        "sticky.csv": (
            "/indexes/yuanshan.md,远山的新闻\n"
            "https://mirror.example/help,How to reach this mirror\n"
        ),
        "links.csv": (
            "https://tools.example/,Tools for readers,fixed\n"
            + "".join(f"https://library.example/{n},Book {n}\n" for n in range(1, 10))
        ),
    }
    named = {"picks": "picks.csv", "sticky": "sticky.csv", "links": "links.csv"}
    values = {"share": "https://git.example/me/news/blob/main/", **named, **options}
    contents = {name: text.encode("utf-8", "replace") for name, text in files.items()}
    return Channels(ChannelsOptions(**values), contents)


def first(series: str) -> int:
    """Counts paths as if each were the first of its series."""
    return 1


def summary(
    article_id: str, source: str, title: str, published: datetime, **more: object
) -> ArticleSummary:
    values: dict[str, object] = {
        "id": article_id,
        "source": source,
        "title": title,
        "url": f"https://{source}.example/{article_id}",
        "path": "",
        "published": published,
        "day": published.astimezone(CHINA).date().isoformat(),
        "language": None,
    }
    return ArticleSummary(**(values | more))  # type: ignore[arg-type]


def page(
    article_head: ArticleSummary,
    blocks: tuple[Block, ...] = (),
    *,
    pictures: dict[str, Asset] | None = None,
    also: tuple[ArticleSummary, ...] = (),
    **more: object,
) -> ArticlePage:
    """The page of an article; `more` are fields of `Article`."""
    values: dict[str, object] = {
        "title": article_head.title,
        "blocks": blocks,
        "url": article_head.url,
        "language": article_head.language,
    }
    revision = Revision(
        id=article_head.id,
        number=1,
        source=article_head.source,
        url=article_head.url,
        fetched=article_head.published,
        published=article_head.published,
        article=Article(**(values | more)),  # type: ignore[arg-type]
        withdrawn=article_head.withdrawn,
    )
    found = {
        url: Picture(asset=each, path=paths.picture_path(each, article_head, first))
        for url, each in (pictures or {}).items()
    }
    return ArticlePage(summary=article_head, revision=revision, pictures=found, also=also)


ZH = summary("aaaa2222bbbb", "yuanshan", "云津河一夜上涨两米，三千人转移",
          datetime(2026, 3, 4, 7, 20, tzinfo=CHINA), language="zh-Hans", story=STORY,
          changed=datetime(2026, 3, 4, 2, 20, tzinfo=UTC),
          teaser="远山市三月四日清晨宣布，云津河水位在十二小时内上涨了两米。")  # fmt: skip
AR = summary("cccc3333dddd", "qandil", "نهر يونجين يرتفع مترين في ليلة واحدة",
          datetime(2026, 3, 4, 2, 5, tzinfo=UTC), language="ar", story=STORY,
          teaser="أعلنت بلدية يوانشان أن منسوب النهر ارتفع مترين.")  # fmt: skip
EN = summary("eeee4444ffff", "harbour-ledger", "River rises two metres; 3,000 leave their homes",
          datetime(2026, 3, 4, 3, 40, tzinfo=UTC), language="en", story=STORY, former=(ENDED,),
          teaser="The Yunjin river rose two metres overnight.")  # fmt: skip
FR = summary("gggg5555hhhh", "estran", "À Port-Brume, la mer se retire : « du jamais vu »",
          datetime(2026, 3, 3, 17, 0, tzinfo=UTC), language="fr",
          withdrawn=datetime(2026, 3, 6, 1, 0, tzinfo=UTC))  # fmt: skip
OLD = summary("iiii6666jjjj", "yuanshan", "旧铁路步道二月底完工",
           datetime(2026, 2, 27, 18, 0, tzinfo=CHINA), language="zh-Hans",
           former=(ENDED,))  # fmt: skip
HEADS = (EN, AR, ZH, FR, OLD)  # newest first
REPORTS = (ZH, AR, EN)  # oldest first

PAGES = (
    page(ZH, ZH_BLOCKS, pictures=ASSETS, also=(AR, EN), subtitle="市政府开放学校和体育馆安置居民",
          bylines=("林一舟", "周采"), modified=datetime(2026, 3, 4, 9, 5, tzinfo=CHINA)),
    page(AR, AR_BLOCKS, also=(ZH, EN), bylines=("ليلى حداد",), section="محليات"),
    page(EN, EN_BLOCKS, also=(ZH, AR), bylines=("Ruth Okafor",),
          modified=datetime(2026, 3, 4, 12)),
    replace(
        page(FR, FR_BLOCKS, subtitle="L’enquête commence", bylines=("Yann Le Goff",)),
        follows=STORY,
    ),
    page(OLD, (p("步道全长四公里，沿旧铁路而建。"),)),
)  # fmt: skip


def changed(own: ArticlePage, before: Article, kinds: tuple[str, ...]) -> ArticlePage:
    """An article that its outlet changed from what it was before."""
    former = replace(own.revision, article=before)
    after = replace(own.revision, number=2, fetched=own.revision.fetched + timedelta(hours=3))
    change = RevisionChange(before=former, after=after, kinds=kinds)
    return replace(own, revision=after, changes=(change,))


_ZH, _AR, _EN, *_OTHERS = PAGES
_ZH_BEFORE = replace(
    _ZH.revision.article,
    title="云津河一夜上涨一米，两千人转移",
    blocks=(
        ZH_BLOCKS[0],
        p(
            "远山市三月四日清晨宣布，云津河水位在十小时内上涨了一米，“不必<转移>。”市长顾南乔在河堤上说。"
            "全市六个街道约两千人已被安置到学校和体育馆。"
        ),
        *ZH_BLOCKS[2:],
        p("市政府尚未公布 *下一步* 安排。"),
    ),
)
EN_ARTICLE = _EN.revision.article
_EN_BEFORE = replace(EN_ARTICLE, blocks=EN_BLOCKS[:-1])
REVISED = (  # the same, two of them changed by their outlets
    changed(_ZH, _ZH_BEFORE, ("headline", "numbers", "wording")),
    _AR,
    changed(_EN, _EN_BEFORE, ("added",)),
    *_OTHERS,
)

ListsOf: TypeAlias = Callable[[ArticleSummary], Iterable[ArticleList]]


def _in(article_list: ArticleList, lists_of: ListsOf) -> tuple[ArticleSummary, ...]:
    """The articles of a list, in its order."""
    mark = article_list.mark
    if mark is not None:
        return tuple(each for each in HEADS if getattr(each, mark))
    found = [each for each in HEADS if article_list in lists_of(each)]
    return tuple(found[::-1] if article_list.oldest_first else found[: article_list.limit])


def _marks() -> tuple[Count, ...]:
    names = ("changed", "withdrawn")
    return tuple(Count(name, sum(bool(getattr(each, name)) for each in HEADS)) for name in names)


def _parts(article_list: ArticleList, lists_of: ListsOf) -> tuple[Count, ...]:
    if article_list.parts is None:
        return ()
    size = len("2026-03-04" if article_list.parts == "day" else "2026-03")
    found = Counter(each.day[:size] for each in HEADS if article_list in lists_of(each))
    return tuple(Count(value, found[value]) for value in sorted(found, reverse=True))


def _around(article_list: ArticleList, every: Iterable[ArticleList]) -> list[PageRef | None]:
    """The lists of the same kind and outlet before and after one in time."""
    if not (article_list.day or article_list.month):
        return [None, None]
    alike = [
        each
        for each in every
        if (each.kind, each.outlet) == (article_list.kind, article_list.outlet)
    ]
    alike.sort(key=lambda each: each.key)
    at = alike.index(article_list)
    return [PageRef(alike[n]) if 0 <= n < len(alike) else None for n in (at - 1, at + 1)]


def list_pages(
    lists_of: ListsOf = lists.lists_of, standing: Iterable[ArticleList] = ()
) -> tuple[ListPage, ...]:
    """Every list of the edition, each on one page."""
    every = dict.fromkeys([*standing, *(one for each in HEADS for one in lists_of(each))])
    found = []
    for one in every:
        summaries, former = _in(one, lists_of), ()
        if one.story == ENDED:
            summaries, former = (), summaries
        chained = one.story == STORY
        earlier, later = _around(one, every)
        found.append(
            ListPage(
                article_list=one,
                summaries=summaries,
                first=summaries[0] if summaries and one.oldest_first else None,
                former=former,
                before=(OLD,) if chained else (),
                after=(FR,) if chained else (),
                stories=(REPORTS,) if one.stories else (),
                outlets=tuple(
                    Count(source.name, sum(each.source == source.name for each in HEADS))
                    for source in SITE_DATA.sources
                )
                if one.outlets
                else (),
                marks=_marks() if one.marks else (),
                parts=_parts(one, lists_of),
                earlier=earlier,
                later=later,
                found={each.url: each for each in HEADS if each.url in one.lookup},
                articles={
                    page.summary.id: page.revision for page in PAGES if page.summary in summaries
                }
                if one.texts
                else {},
            )
        )
    return tuple(found)


def lists_in(layout: Layout, site: Site = SITE_DATA) -> tuple[ListPage, ...]:
    """Every list of an edition of a layout, each on one page."""
    return list_pages(lambda each: layout.lists(each, site), layout.standing_lists(site))


T = TypeVar("T", ArticlePage, ListPage)


def at(layout: Layout, page: T, site: Site = SITE_DATA) -> T:
    """What a page is printed from, with the paths that a layout gives to articles."""

    def placed(value: Any) -> Any:
        if isinstance(value, ArticleSummary):
            return replace(value, path=layout.path(value, site, first))
        if isinstance(value, dict):
            return {key: placed(each) for key, each in value.items()}
        return tuple(map(placed, value)) if isinstance(value, tuple) else value

    is_article = isinstance(page, ArticlePage)
    of_lists = ("summaries", "first", "stories", "found", "former", "before", "after")
    names = ("summary", "also") if is_article else of_lists
    return replace(page, **{name: placed(getattr(page, name)) for name in names})


def edition(layout: Layout, site: Site = SITE_DATA) -> tuple[Output, ...]:
    """Every file of the edition, pictures as assets."""
    pages = [file for each in REVISED for file in layout.article(at(layout, each), site)]
    printed = [
        file for each in lists_in(layout, site) for file in layout.list_page(at(layout, each), site)
    ]
    pictures = {
        picture.path: Output(path=picture.path, asset=picture.asset.id)
        for each in PAGES
        for picture in each.pictures.values()
    }
    return (*pages, *printed, *layout.static_files(site), *pictures.values())


def in_words_of(language: str) -> Site:
    """The same mirror, in another language."""
    return replace(SITE_DATA, languages=(language,))
