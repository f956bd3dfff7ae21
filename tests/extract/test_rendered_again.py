"""A page of the web site edition, extracted again, is the article that it was rendered from.

Whoever mirrors a mirror, or reads its pages with other software, gets the same article: nothing
of the page around it, nothing less. What may differ is what a page does not hold (`as_shown`):

- addresses: of the page and its pictures, which are the mirror's, and sizes of pictures, which are
  of the mirror's files. The canonical address is of another site than the page, so that no
  extractor may believe it.
- publisher: the outlet as the mirror calls it.
- tags, which are not shown, and of an embed's poster what is not beside it: caption and credit.
- lead: the page names none, so that it is the first picture of the body.
- times: to the second, in the mirror's zone.

The articles here are of the forms that `extract` gives: neighbouring texts are one, a picture
alone has its caption itself, links are as `urls.safe` writes them. They hold no line that looks
like boilerplate ("Read also: …"), as such a line is left out wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.test_newsroom import article_of, name_of, truths
from mirrorpress.demo.model import Truth
from mirrorpress.extract import extract
from mirrorpress.model import (
    Article,
    ArticlePage,
    ArticleSummary,
    Asset,
    Image,
    Picture,
    Revision,
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
    Struck,
    Subscript,
    Superscript,
    Table,
    Text,
)
from mirrorpress.model.walk import embeds, figure_images
from mirrorpress.render.web import WebSite

LAYOUT = WebSite()
PATH = "articles/2026/03/04/ledger-aaaa2222bbbb.html"
URL = f"https://mirror.example/{PATH}"
OUTLETS = {"en": "The Harbour Ledger", "fr": "L’Estran", "ru": "Речной вестник",
           "ar": "قنديل", "fa": "فانوس", "zh-Hans": "远山日报", "zh-Hant": "遠山日報"}  # fmt: skip
# A headline, a subtitle, a name, and sentences of an article in each language.
TEXTS = {
    "en": (
        "River rises two metres overnight; 3,000 leave their homes",
        "The city opens its schools and sports halls to everyone from the north bank",
        "Ruth Okafor",
        "The river rose two metres overnight, and by dawn the mayor had asked people to leave.",
        "“It has never come this high in March,” said He Dachuan, who runs the ferry.",
        "Three thousand people spent the night in schools, most of them from the streets below.",
        "The gauge at the old bridge stood at five metres, which was passed only twice before.",
        "Buses leave every ten minutes from the square, and blankets are given out in the halls.",
        "What is new is the speed: the water needed twelve hours for what once took three days.",
    ),
    "fr": (
        "À Port-Brume, la mer se retire : « du jamais vu »",
        "La préfecture ouvre une enquête sur le port et ferme les parcs jusqu’à nouvel ordre",
        "Maëlle Kerven",
        "À marée basse, l’estran découvre sur trois kilomètres devant le port et ses deux jetées.",
        "« Nous n’avions jamais vu cela », dit une ostréicultrice installée depuis vingt ans.",
        "La préfecture a ouvert une enquête ; le dossier compte déjà plus de quatre cents pages.",
        "Les parcs rouvriront le quinze mars, si l’eau le permet et si les analyses sont bonnes.",
        "Au marché, les prix ont doublé en une semaine, et deux restaurants ont changé leur carte.",
        "Les pêcheurs demandent une aide de l’État avant la fin du mois, sans trop y croire.",
    ),
    "ru": (
        "Река за ночь поднялась на два метра, три тысячи человек покинули дома",
        "Город открывает школы и спортивные залы для всех жителей северного берега",
        "Анна Кернова",
        "За ночь вода в реке поднялась на два метра, и к рассвету мэр попросил жителей уехать.",
        "«В марте она никогда не поднималась так высоко», — сказал паромщик у старой пристани.",
        "Три тысячи человек провели ночь в школах, большинство из них с улиц у самой воды.",
        "Уровень у старого моста достиг пяти метров, раньше это случалось всего два раза.",
        "Автобусы отправляются с площади каждые десять минут, в залах раздают тёплые одеяла.",
        "Нова здесь скорость: за двенадцать часов вода прошла то, на что уходило три дня.",
    ),
    "ar": (
        "نهر يونجين يرتفع مترين في ليلة واحدة وثلاثة آلاف يغادرون بيوتهم",
        "البلدية تفتح المدارس والقاعات الرياضية لسكان الضفة الشمالية من المدينة",
        "ليلى حداد",
        "أعلنت بلدية يوانشان صباح الأربعاء أن منسوب النهر ارتفع مترين خلال اثنتي عشرة ساعة فقط.",
        "قال صاحب العبّارة القديمة إن الماء لم يبلغ هذا الموضع في شهر مارس من قبل طوال عمره.",
        "قضى ثلاثة آلاف شخص ليلتهم في المدارس، ومعظمهم من الشوارع القريبة من مجرى النهر.",
        "بلغ المنسوب عند الجسر القديم خمسة أمتار، ولم يحدث ذلك من قبل إلا مرتين في قرن كامل.",
        "تنطلق الحافلات من الساحة كل عشر دقائق، وتوزع البطانيات ومياه الشرب في القاعات كلها.",
        "الجديد هو السرعة، فقد احتاج الماء إلى نصف يوم لما كان يستغرق ثلاثة أيام في الماضي.",
    ),
    "fa": (
        "رودخانه یک‌شبه دو متر بالا آمد و سه هزار نفر خانه‌ها را ترک کردند",
        "شهرداری مدرسه‌ها و سالن‌های ورزشی را برای ساکنان کرانهٔ شمالی باز کرد",
        "پریسا گلزار",
        "شهرداری صبح چهارشنبه اعلام کرد که آب رودخانه در دوازده ساعت دو متر بالا آمده است.",
        "قایقران پیر می‌گوید آب در ماه مارس هرگز تا این جا نرسیده بود و همه را غافلگیر کرد.",
        "سه هزار نفر شب را در مدرسه‌ها گذراندند و بیشتر آنان از کوچه‌های نزدیک آب آمده بودند.",
        "سطح آب کنار پل قدیمی به پنج متر رسید، چیزی که پیش از این تنها دو بار دیده شده بود.",
        "اتوبوس‌ها هر ده دقیقه از میدان حرکت می‌کنند و در سالن‌ها پتو و آب آشامیدنی می‌دهند.",
        "آنچه تازگی دارد سرعت است؛ آب راهی را که سه روز می‌برد این بار در نیم روز پیمود.",
    ),
    "zh-Hans": (
        "云津河一夜上涨两米，三千人转移",
        "市政府开放学校和体育馆安置北岸全体居民",
        "林一舟",
        "远山市三月四日清晨宣布，云津河水位在十二小时内上涨了两米，全市六个街道约三千人已被安置到学校和体育馆。",
        "市长顾南乔在河堤上说，请大家尽快转移，不要等到天黑；沿河的道路已经封闭，公共汽车每十分钟开出一班。",
        "摆渡人何大川说，他在这条河上撑了几十年船，河水从没有在三月涨到这里，老码头的石阶已经看不见了。",
        "老桥旁的水尺显示，今天早上的水位为五米二，这个高度过去只出现过两次，一次在二十八年前，一次在十六年前。",
        "学校和体育馆里准备了棉被、热水和药品，志愿者正在登记每个家庭的人数，医生也会在晚上为老人检查身体。",
        "这一次真正让人担心的是速度，过去需要三天才能涨到的高度，这次只用了半天，水利站会继续每小时公布数据。",
    ),
    "zh-Hant": (
        "雲津河一夜上漲兩米，三千人撤離家園",
        "市政府開放學校和體育館安置北岸全體居民",
        "周采薇",
        "遠山市三月四日清晨宣布，雲津河水位在十二小時內上漲了兩米，全市六個街道約三千人已被安置到學校和體育館。",
        "市長顧南喬在河堤上說，請大家盡快離開，不要等到天黑；沿河的道路已經封閉，公車每十分鐘開出一班。",
        "擺渡人何大川說，他在這條河上撐了幾十年船，河水從沒有在三月漲到這裡，老碼頭的石階已經看不見了。",
        "老橋旁的水尺顯示，今天早上的水位為五米二，這個高度過去只出現過兩次，一次在二十八年前，一次在十六年前。",
        "學校和體育館裡準備了棉被、熱水和藥品，志工正在登記每個家庭的人數，醫生也會在晚上為長者檢查身體。",
        "這一次真正讓人擔心的是速度，過去需要三天才能漲到的高度，這次只用了半天，水利站會繼續每小時公布數據。",
    ),
}  # fmt: skip
PUBLISHED = datetime(2026, 3, 4, 7, 20, 31, tzinfo=timezone(timedelta(hours=3)))


def text(*parts: str | Inline) -> tuple[Inline, ...]:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def picture(name: str, caption: str = "", credit: str | None = None) -> Image:
    return Image(
        url=f"https://outlet.example/img/{name}.jpg",
        alt=f"Picture {name}",
        caption=text(caption) if caption else (),
        credit=credit,
    )


def cell(content: str, *, header: bool = False, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell(text(content), header, colspan, rowspan)


def item(*blocks: Block) -> ListItem:
    return ListItem(blocks)


def rich(language: str) -> Article:
    """An article with every kind of block and of inline."""
    title, subtitle, name, *sentences = TEXTS[language]
    one, two, three, four, five, six = sentences
    words = [each.strip("“”«»،,.。，").partition("，")[0][:24].strip() for each in sentences]
    link = Link("https://outlet.example/data?a=1&b=2", text(words[0]))
    embed = "https://video.example/watch"
    blocks: tuple[Block, ...] = (
        Figure((picture("lead", words[1], name),)),
        Paragraph(text(f"{one} {two}")),
        Paragraph(text(f"{three} ", Strong(text(words[2])), " — ", link, " 5 m",
                       Superscript(text("2")), ", CO", Subscript(text("2")), ", ",
                       Code("level = 5.2"), ", ",
                       Emphasis(text(f"{words[3]} ", Strong(text("5.2")))), " ",
                       Struck(text("5.1")), " ",
                       Ruby("云津", "yúnjīn"), f" {four}")),
        Heading(2, text(words[4])),
        Paragraph(text(words[0], Break(), words[1], Break(), words[2])),
        Heading(3, text(f"{words[5]} ", Emphasis(text("(5.2)")))),
        ListBlock(True, (
            item(Paragraph(text(one))),
            item(Paragraph(text(words[1])), ListBlock(False, (item(Paragraph(text(words[2]))),
                                                             item(Paragraph(text(words[3])))))),
            item(Paragraph(text(two)), Paragraph(text(three))),
        ), start=3),
        Paragraph(text(f"{five} {six}")),
        Quote((Paragraph(text(two)), Paragraph(text(words[3]))), credit=name),
        Quote((Paragraph(text(three)),), pulled=True),
        Table((Row((cell(words[0], header=True), cell(words[1], header=True, colspan=2))),
               Row((cell(words[2], header=True), cell("5.2"), cell("4.1"))),
               Row((cell(words[3], header=True, rowspan=2), cell("3.9"), cell("3.7"))),
               Row((cell("3.5"), cell("3.4")))), text(words[4])),
        Heading(4, text(words[1])),
        CodeBlock("station  level\n  north    5.2\n\n  south    4.1  # <low> & \"high\"", "text"),
        Figure((picture("quay", words[2]), picture("ferry"), picture("market", words[3], name)),
               text(words[5])),
        Embed(kind="video", provider="video.example", url=f"{embed}?v=1", title=words[0],
              poster=picture("poster")),
        Embed(kind="audio", provider="radio.example", url="https://radio.example/17"),
        Embed(kind="map", provider="maps.example", url="https://maps.example/yunjin",
              title=words[1]),
        Embed(kind="post", provider="posts.example", url="https://posts.example/@a/1",
              title=words[2]),
        Quote((Paragraph(text(three)), Embed(kind="post", provider="posts.example",
                                             url="https://posts.example/@a/2")), credit=name),
        Embed(kind="other", provider="charts.example", url="https://charts.example/9",
              title=words[3]),
        Rule(),
        Paragraph(text(f"{six} {one}")),
    )  # fmt: skip
    return Article(
        title=title,
        subtitle=subtitle,
        bylines=(name,),
        published=PUBLISHED,
        modified=PUBLISHED + timedelta(hours=2, seconds=9),
        language=language,
        publisher="the outlet as it names itself",
        section=words[5],
        tags=("river",),
        url="https://outlet.example/2026/river",
        blocks=blocks,
    )


def images_of(article: Article) -> list[Image]:
    posters = (embed.poster for embed in embeds(article.blocks))
    return [*figure_images(article.blocks), *filter(None, posters)]


def outlet_of(article: Article) -> str:
    return OUTLETS.get(article.language or "", "The Harbour Ledger")


def site_of(article: Article, words: str) -> Site:
    """A mirror of one outlet that writes in the article's language."""
    return Site(
        name="Far Hill Mirror",
        languages=(words,),
        timezone="Asia/Shanghai",
        contact=None,
        sources=(Source(name="ledger", title=outlet_of(article), language=article.language),),
        public_key=None,
        addresses=("https://mirror.example/",),
    )


def pictures_of(article: Article) -> dict[str, Picture]:
    found = {}
    for number, image in enumerate(images_of(article)):
        digest = f"{number:064x}"
        asset = Asset(id=digest, media_type="image/webp", width=800, height=600, size=20_000)
        found[image.url] = Picture(asset=asset, path=f"pictures/2026/03/04/{digest[-16:]}.webp")
    return found


def summary_of(article: Article, number: int, title: str) -> ArticleSummary:
    return ArticleSummary(
        id=f"aaaa2222{number:04}",
        source="ledger",
        title=title,
        url=f"{article.url}/{number}",
        path=PATH.replace("aaaa2222bbbb", f"aaaa2222{number:04}") if number else PATH,
        published=article.published or PUBLISHED,
        day="2026-03-04",
        language=article.language,
        story="k7qaz2bcdefg",
    )


def page_of(article: Article, words: str, *, pictures: bool = True) -> str:
    """The page of an article that two others tell of, too, in a mirror in a language."""
    page = ArticlePage(
        summary=summary_of(article, 0, article.title),
        revision=Revision(
            id="aaaa22220000",
            number=1,
            source="ledger",
            url=article.url or "",
            fetched=datetime(2026, 3, 12, tzinfo=UTC),
            published=article.published or PUBLISHED,
            article=article,
        ),
        pictures=pictures_of(article) if pictures else {},
        also=tuple(summary_of(article, n, f"{article.title} ({n})") for n in (1, 2)),
    )
    (output,) = LAYOUT.article(page, site_of(article, words))
    assert output.path == PATH and output.content is not None
    return output.content.decode("utf-8")


def again(article: Article, words: str) -> Article:
    """The article, rendered and extracted."""
    return extract(page_of(article, words), URL)


def as_shown(article: Article) -> Article:
    """The article without what its page does not hold, as said at the top."""
    pictures = pictures_of(article)

    def hosted(image: Image, *, alone: bool = False) -> Image:
        found = replace(
            image, url=f"https://mirror.example/{pictures[image.url].path}", width=800, height=600
        )
        return replace(found, caption=(), credit=None) if alone else found

    def shown(block: Block) -> Block:
        match block:
            case Figure(images, caption):
                return Figure(tuple(map(hosted, images)), caption)
            case Embed(poster=Image() as poster):
                return replace(block, poster=hosted(poster, alone=True))
            case ListBlock(ordered, items, start):
                return ListBlock(ordered, tuple(ListItem(each(i.children)) for i in items), start)
            case Quote(children):
                return replace(block, children=each(children))
            case _:
                return block

    def each(blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(map(shown, blocks))

    blocks = each(article.blocks)
    return replace(
        article,
        url=URL,
        publisher=outlet_of(article),
        tags=(),
        blocks=blocks,
        lead=next(iter(figure_images(blocks)), None),
    )


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("words", TEXTS)
def test_an_article_of_every_block(language: str, words: str) -> None:
    """Whatever the language of the mirror."""
    article = rich(language)
    assert again(article, words) == as_shown(article)


@pytest.mark.parametrize("name", ["", "A. Kern", "Ruth Okafor"])
def test_the_line_above_a_short_text_is_not_of_it(name: str) -> None:
    sentences = TEXTS["en"][3:6]
    article = replace(
        rich("en"),
        blocks=tuple(Paragraph(text(sentence)) for sentence in sentences),
        subtitle=None,
        bylines=(name,) if name else (),
        section="From the North Bank, the Harbour and the Old Town",
    )
    assert again(article, "en") == as_shown(article)


def test_a_picture_that_the_mirror_lacks_is_left_out_with_its_caption() -> None:
    """Nothing of it can be a block without an address; the notice is not of the article either."""
    article = rich("en")
    found = extract(page_of(article, "en", pictures=False), URL)
    blocks = tuple(
        replace(block, poster=None) if isinstance(block, Embed) else block
        for block in article.blocks
        if not isinstance(block, Figure)
    )
    assert found.blocks == blocks
    assert found.lead is None


WORDS = {
    language: re.findall(r"\w{1,2}" if language.startswith("zh") else r"\w+", " ".join(found[3:]))
    for language, found in TEXTS.items()
}
OTHER = {"en": "Ada Stone", "fr": "Yann Le Goff", "ru": "Пётр Левин", "ar": "سامي حداد",
         "fa": "رضا کریمی", "zh-Hans": "周采", "zh-Hant": "林一舟"}  # fmt: skip
MARKS = (Strong, Struck, Emphasis, Subscript, Superscript, Link, Code, Ruby)


class Writer:
    """Writes an article by chance in a language; no line and no address comes twice in it."""

    def __init__(self, language: str, seed: int) -> None:
        self.language = language
        self.random = Random(seed)
        self.gap = "" if language.startswith("zh") else " "
        self.count = 0

    def number(self) -> int:
        self.count += 1
        return self.count

    def words(self, least: int, most: int) -> str:
        count = self.random.randint(least, most)
        line = self.gap.join(self.random.choices(WORDS[self.language], k=count))
        return f"{line[:1].upper()}{line[1:]} {self.number()}"

    def sentence(self) -> str:
        comma = {"zh": "，", "ar": "، ", "fa": "، "}.get(self.language[:2], ", ")
        return f"{self.words(14, 18)}{comma}{self.words(10, 14)}" + ("。" if not self.gap else ".")

    def marked(self) -> Inline:
        inside = text(self.words(1, 3))
        kind = self.random.choice(MARKS)
        if kind is Link:
            return Link(f"https://outlet{self.number()}.example/a?b=1&c=%C3%A9#d", inside)
        if kind is Code:
            return Code(f"a < {self.number()}")
        if kind is Ruby:
            return Ruby("云津", "yúnjīn")
        if kind is Strong:
            return Strong(text(f"{self.words(1, 2)} ", self.marked(), f" {self.words(1, 2)}"))
        return kind(inside)  # type: ignore[arg-type, call-arg]

    def line(self) -> tuple[Inline, ...]:
        """One to three sentences, some with a mark inside."""
        parts: list[str | Inline] = [self.sentence()]
        for _ in range(self.random.randint(0, 2)):
            if self.random.random() < 0.5:
                parts[-1] = f"{parts[-1]} {self.sentence()}"
            else:
                parts[-1] = f"{parts[-1]} {self.words(2, 4)} "
                parts += [self.marked(), f" {self.sentence()}"]
        return text(*parts)

    def image(self) -> Image:
        caption = self.words(5, 12) if self.random.random() < 0.6 else ""
        credit = TEXTS[self.language][2] if self.random.random() < 0.5 else None
        return picture(f"p{self.number()}", caption, credit)

    def figure(self) -> Figure:
        if self.random.random() < 0.6:
            return Figure((self.image(),))
        shared = text(self.words(5, 12)) if self.random.random() < 0.6 else ()
        return Figure(tuple(self.image() for _ in range(self.random.randint(2, 4))), shared)

    def table(self) -> Table:
        columns = self.random.randint(2, 4)
        heads = Row(tuple(cell(self.words(1, 3), header=True) for _ in range(columns)))
        rows = [
            Row(tuple(cell(self.words(1, 3), header=n == 0) for n in range(columns)))
            for _ in range(self.random.randint(1, 4))
        ]
        return Table((heads, *rows), text(self.words(3, 6)) if self.random.random() < 0.5 else ())

    def embed(self) -> Embed:
        kind = self.random.choice(("video", "audio", "map", "post", "other"))
        return Embed(
            kind=kind,  # type: ignore[arg-type]
            provider="shown.example",
            url=f"https://shown.example/{kind}/{self.number()}",
            title=self.words(2, 8) if self.random.random() < 0.5 else None,
            poster=self.image() if self.random.random() < 0.5 else None,
        )

    def listed(self, depth: int = 0) -> ListBlock:
        items = []
        for _ in range(self.random.randint(1, 4)):
            blocks: list[Block] = [Paragraph(text(self.words(2, 12)))]
            if self.random.random() < 0.2:
                blocks.append(Paragraph(self.line()))
            if depth == 0 and self.random.random() < 0.2:
                blocks.append(self.listed(1))
            items.append(item(*blocks))
        ordered = self.random.random() < 0.5
        start = self.random.choice((1, 1, 4)) if ordered else 1
        return ListBlock(ordered, tuple(items), start)

    def quote(self) -> Quote:
        lines = tuple(Paragraph(self.line()) for _ in range(self.random.randint(1, 2)))
        credit = TEXTS[self.language][2] if self.random.random() < 0.5 else None
        return Quote(lines, credit, self.random.random() < 0.3)

    def other(self) -> Block:
        """A block that is no paragraph."""
        kinds = (self.figure, self.table, self.embed, self.listed, self.quote, self.code,
                 self.heading, Rule)  # fmt: skip
        return self.random.choice(kinds)()

    def code(self) -> CodeBlock:
        language = self.random.choice((None, "text", "python"))
        return CodeBlock(f"level = {self.number()}\n    if level < 5:\n\n\tleave()", language)

    def heading(self) -> Heading:
        return Heading(self.random.randint(2, 6), text(self.words(2, 8)))

    def article(self) -> Article:
        """Three paragraphs at least; no heading or rule at the end and no rule first.

        These part nothing and are left out.
        """
        blocks: list[Block] = [Paragraph(self.line()) for _ in range(self.random.randint(3, 8))]
        blocks += [self.other() for _ in range(self.random.randint(0, 8))]
        self.random.shuffle(blocks)
        if isinstance(blocks[0], Rule):
            blocks.insert(0, self.figure())
        if isinstance(blocks[-1], (Heading, Rule)):
            blocks.append(Paragraph(self.line()))
        name = TEXTS[self.language][2]
        names = ((), (name,), (name, OTHER[self.language]))
        return Article(
            title=self.words(6, 12),
            subtitle=self.words(8, 14) if self.random.random() < 0.5 else None,
            bylines=self.random.choice(names),
            published=PUBLISHED + timedelta(seconds=self.random.randint(0, 10**8)),
            language=self.language,
            section=self.words(1, 2) if self.random.random() < 0.5 else None,
            url="https://outlet.example/2026/river",
            blocks=tuple(blocks),
        )


@settings(max_examples=100, derandomize=True)
@given(st.sampled_from(sorted(TEXTS)), st.sampled_from(sorted(TEXTS)), st.integers(0, 2**32))
def test_any_article(language: str, words: str, seed: int) -> None:
    article = Writer(language, seed).article()
    assert again(article, words) == as_shown(article)


@pytest.mark.parametrize("case", truths(), ids=name_of)
def test_each_article_of_the_demo_newsroom(case: tuple[int, Truth]) -> None:
    article = article_of(*case)
    words = article.language if article.language in TEXTS else "en"
    assert again(article, words) == as_shown(article)
