"""The web site in Chromium, from a disk, as a reader without a server has it."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from mirrorpress.model import Output
from mirrorpress.model.blocks import Quote
from mirrorpress.render.web import WebSite
from render import samples

SITE = WebSite()
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine (apt: chromium)"),
]

PAGES = {
    "front": "index.html",
    "chinese": SITE.path(samples.ZH, samples.SITE_DATA, samples.first),
    "arabic": SITE.path(samples.AR, samples.SITE_DATA, samples.first),
    "month": "months/2026-03.html",
    "story": f"stories/k/7/{samples.STORY}.html",
    "english": SITE.path(samples.EN, samples.SITE_DATA, samples.first),
    "english story": "stories/k/7/english.html",
    "quotes": "articles/2026/03/04/quotes.html",
}

WORDS = samples.p("The Yunjin river rose two metres overnight, and nobody slept.")
QUOTES = {  # and the sides of each that have a line
    "ornament": (Quote((WORDS,), pulled=True), ["tb"]),
    "ornament in ornament": (Quote((Quote((WORDS,), pulled=True),), pulled=True), ["tb", ""]),
    "all of a quote": (Quote((Quote((WORDS,)),), credit="Ruth Okafor"), ["s", ""]),
    "in the middle": (Quote((WORDS, Quote((WORDS,), pulled=True), WORDS)), ["s", "s"]),
    "at the end": (Quote((WORDS, Quote((WORDS,)))), ["s", "s"]),
}


def more_pages() -> list[Output]:
    """What the sample edition has not: a story in English, and quotes in quotes."""
    story = next(one for one in samples.list_pages() if one.article_list.kind == "story")
    english = samples.at(SITE, replace(story, first=samples.EN))
    quotes = samples.page(samples.EN, tuple(quote for quote, _ in QUOTES.values()))
    (story_page,) = SITE.list_page(english, samples.SITE_DATA)
    (quotes_page,) = SITE.article(samples.at(SITE, quotes), samples.SITE_DATA)
    return [
        replace(story_page, path=PAGES["english story"]),
        replace(quotes_page, path=PAGES["quotes"]),
    ]


# Looks into each page in a frame as wide as a small phone. Pages themselves run no script.
HARNESS = """<!doctype html><meta charset="utf-8"><title>waiting</title>
{frames}
<script>
onload = () => {{
  const told = {{}};
  for (const frame of document.querySelectorAll("iframe")) {{
    const page = frame.contentDocument, root = page.documentElement;
    const of = (path) => getComputedStyle(page.querySelector(path));
    told[frame.name] = {{
      width: root.clientWidth,
      needed: root.scrollWidth,
      paper: of("body").backgroundColor,
      ink: of("body").color,
      direction: of("h1").direction,
      leading: parseFloat(of("h1").lineHeight) / parseFloat(of("h1").fontSize),
      quotes: [...page.querySelectorAll("blockquote")].map((node) => {{
        const style = getComputedStyle(node);
        const has = (side) => style[`border-${{side}}-style`] != "none";
        return (has("top") ? "t" : "") + (has("bottom") ? "b" : "")
          + (has("inline-start") ? "s" : "");
      }}),
      lines: [...page.querySelectorAll("time, .date")].map((node) => node.getClientRects().length),
      pictures: [...page.images].map((image) => [image.complete, image.naturalWidth]),
      wide: [...page.querySelectorAll("body *")].filter(
        (node) => node.getBoundingClientRect().right > root.clientWidth + 1
          && !node.closest("pre, .wide, .skip")).map((node) => node.outerHTML.slice(0, 80)),
    }};
  }}
  document.title = JSON.stringify(told);
}};
</script>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample edition on a disk, with pictures."""
    folder = tmp_path_factory.mktemp("site")
    for output in (*samples.edition(SITE), *more_pages()):
        file = folder / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        if output.content is not None:
            file.write_bytes(output.content)
        else:
            Image.new("RGB", (1280, 720), (90, 120, 140)).save(file)
    return folder


def chromium(*arguments: str, home: Path) -> str:
    """What a headless Chromium prints."""
    assert CHROMIUM is not None
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home}",
               "--hide-scrollbars", "--no-first-run", *arguments]  # fmt: skip
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


@pytest.fixture(scope="module")
def seen(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """What each page looks like at 360 pixels."""
    frames = "".join(
        f'<iframe name="{name}" src="{path}" width="360" height="640"></iframe>'
        for name, path in PAGES.items()
    )
    (site / "harness.html").write_text(HARNESS.format(frames=frames), "utf-8")
    page = chromium(
        "--allow-file-access-from-files",
        "--virtual-time-budget=5000",
        "--dump-dom",
        (site / "harness.html").as_uri(),
        home=tmp_path_factory.mktemp("home"),
    )
    found = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    assert found is not None
    told: dict[str, dict[str, object]] = json.loads(html.unescape(found[1]))
    return told


@pytest.mark.parametrize("name", PAGES)
def test_no_page_scrolls_sideways_at_360_pixels(
    seen: dict[str, dict[str, object]], name: str
) -> None:
    assert seen[name]["wide"] == []
    assert seen[name]["needed"] == seen[name]["width"]


def test_an_arabic_headline_is_read_from_the_right(seen: dict[str, dict[str, object]]) -> None:
    assert seen["arabic"]["direction"] == "rtl"
    assert seen["chinese"]["direction"] == "ltr"


@pytest.mark.parametrize(
    ("article", "story", "leading"), [("english", "english story", 1.3), ("chinese", "story", 1.4)]
)
def test_a_headline_has_the_same_leading_above_its_story(
    seen: dict[str, dict[str, object]], article: str, story: str, leading: float
) -> None:
    assert seen[article]["leading"] == pytest.approx(leading, abs=0.02)
    assert seen[story]["leading"] == seen[article]["leading"]


def test_a_quote_in_a_quote_has_no_second_frame(seen: dict[str, dict[str, object]]) -> None:
    assert seen["quotes"]["quotes"] == [side for _, sides in QUOTES.values() for side in sides]


@pytest.mark.parametrize("name", PAGES)
def test_a_date_stays_on_one_line(seen: dict[str, dict[str, object]], name: str) -> None:
    lines = seen[name]["lines"]
    assert isinstance(lines, list)
    assert set(lines) <= {1}
    assert lines or name == "month"


def test_pictures_are_shown_from_a_disk(seen: dict[str, dict[str, object]]) -> None:
    assert seen["chinese"]["pictures"] == [[True, 1280]] * 3


@pytest.mark.parametrize(("scheme", "paper"), [("1", (253, 252, 250)), ("0", (23, 22, 20))])
def test_the_style_applies_from_a_disk(
    site: Path, tmp_path: Path, scheme: str, paper: tuple[int, int, int]
) -> None:
    """In light and dark, by nothing but the page's own policy: no flag opens files to it."""
    picture = tmp_path / "page.png"
    chromium(
        f"--blink-settings=preferredColorScheme={scheme}",
        "--window-size=360,640",
        f"--screenshot={picture}",
        (site / "index.html").as_uri(),
        home=tmp_path / "home",
    )
    with Image.open(picture) as shot:
        assert shot.convert("RGB").getpixel((2, 2)) == paper
