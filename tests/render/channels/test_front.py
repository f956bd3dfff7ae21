"""The front page: its parts, and templates that the operator writes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mirrorpress.errors import ConfigError
from mirrorpress.model import ListPage
from mirrorpress.render.channels.front import unknown_places
from render import samples

SITE = samples.in_words_of("en")
PICK = "https://harbour-ledger.example/eeee4444ffff"


def front(template: str | None = None, picks: str = f"{PICK},Chosen\n") -> str:
    files = {
        "picks.csv": picks,
        "sticky.csv": "/pages/world/none.md,Nowhere\nhttps://mirror.example/help,Help\n",
        "links.csv": "https://tools.example/,Tools,fixed\n",
        "front.md": template or "",
    }
    layout = samples.channels(files, front="front.md" if template is not None else None)
    shown = layout.standing_lists(SITE)[0]
    found = {PICK: samples.EN} if PICK in shown.lookup else {}
    newest = samples.HEADS[: shown.limit]
    page = samples.at(layout, ListPage(article_list=shown, summaries=newest, found=found))
    (output,) = layout.list_page(page, SITE)
    assert output.path == "README.md" and output.content is not None
    return output.content.decode("utf-8")


def test_it_has_all_parts_in_their_order() -> None:
    text = front()
    parts = [
        "远山镜报",
        "Most read and reported",
        "## Notices",
        "[Help](https://mirror.example/help)",
        "## Recommended",
        "[Chosen](pages/world/eeee4444ffff.md)",
        "[More](indexes/recommended.md)",
        "## Channels",
        "](indexes/world.md)",
        "## How to read and share",
        "https://git.example/me/news/blob/main/README.md",
        "## Keep a copy",
        "## How to check this copy",
        "**Other addresses of this mirror**",
        "**Contact**",
    ]
    at = [text.find(part) for part in parts]
    assert -1 not in at and at == sorted(at), [parts[n] for n, one in enumerate(at) if one == -1]


def test_a_note_that_leads_nowhere_is_left_out() -> None:
    assert "Nowhere" not in front()


def test_without_picks_the_newest_are_shown() -> None:
    text = front(picks="")
    assert "## Latest reports" in text and "## Recommended" not in text
    assert "](pages/yuanshan/aaaa2222bbbb.md)" in text
    assert "[More]" not in text


def test_a_template_is_the_operators_own_markdown() -> None:
    text = front(
        "# News <b>for all</b>\r\n\r\n"
        "1. {{ pick 1 }}\n2. {{pick 2}}\n\n"
        "Look at {{channel world}} or {{channel none}}\n"
        "{{channels}}\n"
        "Address: {{share}} of {{name}}\n"
    )
    assert text.startswith("# News <b>for all</b>\n\n1. [Chosen](pages/world/eeee4444ffff.md)\n\n")
    assert "2." not in text
    assert "](indexes/world.md) or \n\n## Channels\n" in text
    assert "Address: [https:/<wbr>/git.example/me/news/blob/main/README.md](" in text
    assert text.rstrip().endswith("of 远山镜报")


def test_a_template_with_an_unknown_place_is_a_mistake() -> None:
    with pytest.raises(ConfigError) as caught:
        front("{{title}}\n\n{{pics}} {{pick 15}}\n{{pick}} {{ channel }} {{share x}} {{}}\n")
    assert [(one.key, one.problem.split()[0]) for one in caught.value.mistakes] == [
        ("line 3", "{{pics}}"),
        ("line 3", "{{pick"),
        ("line 4", "{{pick}}"),
        ("line 4", "{{"),
        ("line 4", "{{share"),
        ("line 4", "{{}}"),
    ]


def test_comments_of_a_template_are_not_published() -> None:
    text = front("# News\n<!-- {{nonsense}}\n\nfor us -->\n\n{{share}} <!-- - -->x\n")
    assert text.startswith("# News\n\n[https:/<wbr>/git.example") and text.endswith(") x\n")
    with pytest.raises(ConfigError) as caught:
        front("<!-- a\nb\n-->\n{{nonsense}}\n")
    assert [one.key for one in caught.value.mistakes] == ["line 4"]


def test_braces_that_are_no_place_stay() -> None:
    assert list(unknown_places("a {b} {{ and } } {c}}")) == []


def test_a_hostile_title_in_a_template_is_text() -> None:
    layout = samples.channels({"picks.csv": f"{PICK}\n", "front.md": "{{pick 1}}\n"},
                              front="front.md", sticky=None, links=None)  # fmt: skip
    shown = layout.standing_lists(SITE)[0]
    hostile = replace(samples.EN, title="](javascript:1) <script>x</script> {{pick 1}}")
    page = samples.at(layout, ListPage(article_list=shown, found={PICK: hostile}))
    (output,) = layout.list_page(page, SITE)
    assert output.content is not None
    text = output.content.decode("utf-8")
    assert text.startswith("[\\](javascript:1) \\<script>")
    assert text.count("{{pick 1}}") + text.count("\\{\\{pick 1}}") == 1
