"""Second headlines that say the same, and those that say more."""

from __future__ import annotations

import pytest

from mirrorpress.extract.fields.subtitles import own_subtitle, repeats_title

TITLE = "Ferry of Lindesund stays in port after the storm"


@pytest.mark.parametrize(
    "text",
    [
        TITLE,
        f"{TITLE}.",
        "Ferry of Lindesund stays in port after",
        f"{TITLE}. PHOTO",
    ],
)
def test_a_text_that_repeats_the_title(text: str) -> None:
    assert repeats_title(text, TITLE)


@pytest.mark.parametrize("text", ["Ferry", f"{TITLE}, and the bakers of the harbour sell no bread"])
def test_a_text_that_does_not(text: str) -> None:
    assert not repeats_title(text, TITLE)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (None, TITLE),
        ("", TITLE),
        (TITLE, TITLE),
        ("Storm keeps the Lindesund ferry in port", TITLE),
        ("林德松渡轮因风暴停航", "林德松渡轮因风暴停航。"),
    ],
)
def test_a_second_headline_that_says_the_same(text: str | None, title: str) -> None:
    assert own_subtitle(text, title) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The harbour board expects the boats back on Monday", TITLE),
        ("After the storm, the bakers sell bread from a barge", TITLE),
        ("港口管理局预计周一复航", "林德松渡轮因风暴停航"),
        ("The harbour board expects the boats back", ""),
    ],
)
def test_one_that_says_more(text: str, title: str) -> None:
    assert own_subtitle(text, title) == text
