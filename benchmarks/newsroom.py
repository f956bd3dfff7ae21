"""A newsroom of any size: eight invented outlets in four languages, their feeds, pages, pictures.

    http://zh-a.bench.example/feed.xml              RSS 2.0 without text, newest first
    http://zh-a.bench.example/2024/01/01/n8.html    an article between 60 and 120 KB of furniture
    http://zh-a.bench.example/photo/n8.jpg          its photograph, where it has one

Everything follows from the plan: the same plan gives the same bytes.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from random import Random
from urllib.parse import urlsplit

from PIL import Image

from benchmarks.words import ARABIC, CHINESE, ENGLISH, FRENCH, Language

FIRST_DAY = datetime(2024, 1, 1, 5, tzinfo=UTC)
A_DAY = 25  # articles of all outlets together
TOLD_TWICE = 5  # of so many articles, one reports what another outlet reports too
TEXT = (3_000, 5_000)  # bytes of an article's text
SMALL_TEXT = (700, 1_100)
WIDTH, HEIGHT = 1_400, 933  # pixels of a photograph
_ADDRESS = re.compile(r"/(?:\d{4}/\d\d/\d\d|photo)/n(\d+)\.(html|jpg)")


@dataclass(frozen=True, slots=True)
class Plan:
    """How large a newsroom is."""

    articles: int
    pictures: int = 0  # every so many articles have a photograph; 0: none
    small: bool = False  # little text and next to no furniture


@dataclass(frozen=True, slots=True)
class Outlet:
    """One site."""

    number: int
    name: str
    title: str
    language: Language

    @property
    def host(self) -> str:
        return f"{self.name}.bench.example"

    @property
    def feed(self) -> str:
        return f"http://{self.host}/feed.xml"


OUTLETS = tuple(
    Outlet(number, f"{language.tag[:2]}-{letter}", title, language)
    for number, (language, letter, title) in enumerate(
        (
            (CHINESE, "a", "河湾日报"),
            (CHINESE, "b", "灯塔周刊"),
            (ENGLISH, "a", "The Harrow Ledger"),
            (ENGLISH, "b", "Quayside Observer"),
            (FRENCH, "a", "Le Courrier des Îles"),
            (FRENCH, "b", "La Gazette du Phare"),
            (ARABIC, "a", "جريدة المرفأ"),
            (ARABIC, "b", "صوت الوادي"),
        )
    )
)


@dataclass(frozen=True, slots=True)
class Response:
    """What a site answers."""

    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Story:
    """An article before it is put into its page."""

    number: int
    outlet: Outlet
    title: str
    published: datetime
    author: str
    paragraphs: tuple[str, ...]

    @property
    def url(self) -> str:
        return f"http://{self.outlet.host}/{self.published:%Y/%m/%d}/n{self.number}.html"

    @property
    def photo(self) -> str:
        return f"http://{self.outlet.host}/photo/n{self.number}.jpg"


class Newsroom:
    """All sites of a plan, made at once, so that serving costs next to nothing."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._stories = [_story(number, small=plan.small) for number in range(plan.articles)]
        self._furniture = [_furniture(outlet, small=plan.small) for outlet in OUTLETS]
        self._feeds = {outlet.host: self._feed(outlet) for outlet in OUTLETS}
        self._photos = {
            number: _photo(number) for number in range(plan.articles) if self._has_photo(number)
        }

    def answer(self, host: str, path: str) -> Response | None:
        """What stands at an address; None: nothing."""
        if path == "/feed.xml" and host in self._feeds:
            return Response("application/rss+xml", self._feeds[host])
        found = _ADDRESS.fullmatch(path)
        if found is None or (number := int(found[1])) >= self.plan.articles:
            return None
        story = self._stories[number]
        if found[2] == "jpg":
            photo = self._photos.get(number)
            return Response("image/jpeg", photo) if photo else None
        if urlsplit(story.url).path != path or story.outlet.host != host:
            return None
        return Response("text/html; charset=utf-8", self._page(story))

    def _has_photo(self, number: int) -> bool:
        return self.plan.pictures > 0 and number % self.plan.pictures == 0

    def _feed(self, outlet: Outlet) -> bytes:
        items = "".join(
            f"<item><title>{story.title}</title><link>{story.url}</link><guid>{story.url}</guid>"
            f"<pubDate>{format_datetime(story.published)}</pubDate></item>\n"
            for story in reversed(self._stories[outlet.number :: len(OUTLETS)])
        )
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
            f"<title>{outlet.title}</title><link>http://{outlet.host}/</link>"
            f"<language>{outlet.language.tag}</language>\n{items}</channel></rss>\n"
        ).encode()

    def _page(self, story: Story) -> bytes:
        top, bottom = self._furniture[story.outlet.number]
        text = [f"<p>{paragraph}</p>\n" for paragraph in story.paragraphs]
        if self._has_photo(story.number):
            text.insert(
                1,
                f'<figure><img src="{story.photo}" width="{WIDTH}" height="{HEIGHT}" '
                f'alt="{story.title}"><figcaption>{story.title}</figcaption></figure>\n',
            )
        return b"".join(
            (
                _head(story).encode(),
                top,
                f'<article class="story"><h1>{story.title}</h1>\n<p class="byline">'
                f'<span class="author">{story.author}</span> '
                f'<time datetime="{story.published.isoformat()}">'
                f"{story.published:%Y-%m-%d %H:%M}</time></p>\n"
                f'<div class="story-body">\n{"".join(text)}</div></article>\n'.encode(),
                bottom,
            )
        )


# ---------------------------------------------------------------- articles


def _story(number: int, *, small: bool) -> Story:
    outlet, turn = OUTLETS[number % len(OUTLETS)], number // len(OUTLETS)
    language = outlet.language
    # Two outlets write in each language; what both report has its topic from their language.
    teller = language.tag if turn % TOLD_TWICE == 0 else outlet.name
    topic = Random(f"{teller} {turn}").sample(language.words[200:], 12)
    chance = Random(number)
    left, paragraphs = chance.randint(*(SMALL_TEXT if small else TEXT)), []
    while left > 0:
        paragraphs.append(language.paragraph(chance, topic, min(left, chance.randint(300, 700))))
        left -= len(paragraphs[-1].encode())
    return Story(
        number=number,
        outlet=outlet,
        title=language.title(chance, topic),
        published=FIRST_DAY + timedelta(days=1) * number / A_DAY,
        author=language.space.join(language.pick(chance, 2)).title(),
        paragraphs=tuple(paragraphs),
    )


def _head(story: Story) -> str:
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": story.published.isoformat(),
        "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": story.outlet.title},
        "mainEntityOfPage": story.url,
    }
    tag = story.outlet.language.tag
    return (
        f'<!DOCTYPE html>\n<html lang="{tag}" dir="{"rtl" if tag == "ar" else "ltr"}"><head>'
        f'<meta charset="utf-8"><title>{story.title} | {story.outlet.title}</title>\n'
        f'<link rel="canonical" href="{story.url}">\n'
        f'<meta property="og:title" content="{story.title}">\n'
        f'<meta property="og:site_name" content="{story.outlet.title}">\n'
        f'<meta property="article:published_time" content="{story.published.isoformat()}">\n'
        f'<script type="application/ld+json">{json.dumps(linked, ensure_ascii=False)}</script>\n'
    )


# ---------------------------------------------------------------- what stands around them


def _furniture(outlet: Outlet, *, small: bool) -> tuple[bytes, bytes]:
    """What stands above and below every article of an outlet: 60 KB at the first, 120 at the last.

    Of 100 bytes about 30 are styles, 30 scripts and 40 menus, lists, boxes and comments: about
    what news pages of the years after 2015 hold without their text.
    """
    chance = Random(outlet.name)
    size = 1_500 if small else 55_000 + 60_000 * outlet.number // (len(OUTLETS) - 1)
    top = f"<style>{_styles(chance, size * 3 // 10)}</style></head><body>\n" + _menu(
        outlet, chance, size // 10
    )
    bottom = (
        _aside(outlet, chance, size * 15 // 100)
        + _comments(outlet, chance, size // 10)
        + f"<script>{_script(chance, size * 3 // 10)}</script>"
        + f'<footer class="site-footer"><ul>{_links(outlet, chance, size // 20)}</ul></footer>'
        + "</body></html>\n"
    )
    return top.encode(), bottom.encode()


def _styles(chance: Random, size: int) -> str:
    rule = ".c{}-{}{{margin:{}px {}px;padding:0 {}px;color:#{:06x};display:block}}\n"
    return _filled(size, lambda: rule.format(*(chance.randrange(90) for _ in range(6))))


def _script(chance: Random, size: int) -> str:
    line = 'w["k{}"]=function(a,b){{return a*{}+b<{}?q.push({{id:{},on:!0}}):null}};\n'
    return "var w={},q=[];" + _filled(
        size, lambda: line.format(*(chance.randrange(900) for _ in range(4)))
    )


def _links(outlet: Outlet, chance: Random, size: int) -> str:
    def link() -> str:
        words = outlet.language.space.join(outlet.language.pick(chance, 2))
        return f'<li class="item"><a href="/section/{chance.randrange(999)}">{words}</a></li>\n'

    return _filled(size, link)


def _menu(outlet: Outlet, chance: Random, size: int) -> str:
    return (
        f'<header><nav class="menu"><ul>{_links(outlet, chance, size)}</ul></nav></header>\n<main>'
    )


def _aside(outlet: Outlet, chance: Random, size: int) -> str:
    def card() -> str:
        topic = outlet.language.pick(chance, 12)
        return (
            f'<div class="card"><a href="/more/{chance.randrange(9999)}.html">'
            f"<h3>{outlet.language.title(chance, topic)}</h3></a>"
            '<button class="share" type="button"><svg viewBox="0 0 9 9"><path d="M1 1h7v7z"/>'
            "</svg></button></div>\n"
        )

    return f'</main><aside class="related">{_filled(size, card)}</aside>\n'


def _comments(outlet: Outlet, chance: Random, size: int) -> str:
    def comment() -> str:
        topic = outlet.language.pick(chance, 12)
        said = outlet.language.sentence(chance, topic)
        return f'<div class="comment"><b>{topic[0]}</b><p>{said}</p></div>\n'

    return f'<section id="comments" class="comments">{_filled(size, comment)}</section>\n'


def _filled(size: int, make: Callable[[], str]) -> str:
    """Pieces of about so many bytes."""
    pieces, length = [], 0
    while length < size:
        pieces.append(make())
        length += len(pieces[-1].encode())
    return "".join(pieces)


# ---------------------------------------------------------------- photographs


def _photo(number: int) -> bytes:
    """A JPEG as large as photographs of its size are: soft shapes, edges, and a grain."""
    chance = Random(number)
    bands = [_field(chance) for _ in "RGB"]
    picture = Image.merge("RGB", bands)
    for _ in range(30):
        patch = picture.crop(_box(chance)).transpose(Image.Transpose.ROTATE_180)
        picture.paste(patch, (chance.randrange(WIDTH), chance.randrange(HEIGHT)))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=82)
    return out.getvalue()


def _field(chance: Random) -> Image.Image:
    """One colour: large waves, smaller ones at a third of their height, fine ones at a twelfth."""
    field = Image.new("L", (WIDTH, HEIGHT))
    for width, share in ((7, 1.0), (42, 0.34), (350, 0.16)):
        size = (width, width * HEIGHT // WIDTH)
        noise = Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))
        field = Image.blend(field, noise.resize(field.size, Image.Resampling.BICUBIC), share)
    return field


def _box(chance: Random) -> tuple[int, int, int, int]:
    left, top = chance.randrange(WIDTH - 200), chance.randrange(HEIGHT - 200)
    return left, top, left + chance.randint(40, 200), top + chance.randint(40, 200)
