"""Class names: what is boilerplate by its name, and near misses that are not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.extract.page.class_names import (
    _ALONE,
    _ANYWHERE,
    _DISTINCTIVE,
    _WORDS,
    is_about_page,
    is_boilerplate,
    names_body,
    says_hidden,
    says_unseen,
    without_menu,
    without_pages,
    without_subject,
)
from pace import within


@pytest.mark.parametrize(
    "hint",
    [
        "newsletter-signup", "block related-posts", "sidebar", "advert", "most-read", "ad",
        "top ad wide", "ad-slot", "share", "post share", "article_share", "comments", "menu",
        "nav main", "tuijian", "hot-news", "pinglun", "erweima", "werbung", "publicité",
        "mehr-zum-thema", "noticias-relacionadas", "lire-aussi", "reklama", "sponsored",
        "masthead", "page-masthead", "site-header", "sitefooter", "off-screen", "element-invisible",
        "commenttreeitem", "item commentbody", "commentstext-2", "usercomments", "fbcomments",
        "widget_events", "widget widget_text text-3",
    ],
)  # fmt: skip
def test_names_of_furniture(hint: str) -> None:
    assert is_boilerplate(hint)


@pytest.mark.parametrize(
    "hint",
    [
        "", "story", "thread", "adventure", "header", "gradient", "loaded", "shareholders",
        "navy", "menuetto", "footage", "printer", "hotel", "pollution", "biography", "toolstation",
        "commentator", "commentary", "commented",
        "hideout", "voter", "registered", "partnership", "crumble", "asidev",
        "toastmaster", "渡轮", "главная",
        "widget", "widget__wrapper", "o-widget_text",
        "site", "site-content", "website", "opposite",
    ],
)  # fmt: skip
def test_names_that_only_begin_like_furniture(hint: str) -> None:
    assert not is_boilerplate(hint)


@pytest.mark.parametrize(
    "hint",
    [
        "hassidebar clearfix", "story has-sidebar", "with-comments", "no-sidebar", "not-sponsored",
        "md:hidden", "print:hidden story", "uk-hidden@m", "overflow-hidden", "field--label-hidden",
        "banner-bg-wide-radius", "subscriber-preview", "premium subscribers-only", "hidden-xs",
        "why-the-harbour-vote-was-a-close-poll", "chapter h2-related",
        "o-section--has-ads", "story story--with-comments",
    ],
)  # fmt: skip
def test_names_of_layout_and_of_headlines(hint: str) -> None:
    assert not is_boilerplate(hint)


@pytest.mark.parametrize(
    "hint",
    [
        "hidden",
        "story hidden",
        "is-hidden",
        "js-hidden",
        "d-none d-md-block",
        "player--hidden",
        "hidden lg:block",
        "hide__x7ab2",
    ],
)
def test_names_that_hide(hint: str) -> None:
    assert says_hidden(hint)
    assert is_boilerplate(hint)


@pytest.mark.parametrize(
    "hint", ["", "field--label-hidden", "md:hidden", "hidden-xs", "hideout", "overflow-hidden"]
)
def test_names_that_do_not_hide(hint: str) -> None:
    assert not says_hidden(hint)


@pytest.mark.parametrize(
    ("hint", "unseen"),
    [
        ("visually-hidden", True),
        ("link__note visuallyhidden", True),
        ("screen-reader-text", True),
        ("sr-only", True),
        ("hidden", True),
        ("d-none", True),
        ("hidden sm:inline", False),
        ("d-none d-md-inline", False),
        ("hidden visible-desktop", False),
        ("not-sr-only", False),
        ("screen-readers", False),
        ("external", False),
    ],
)
def test_names_of_words_that_are_not_shown(hint: str, unseen: bool) -> None:
    assert says_unseen(hint) is unseen


@pytest.mark.parametrize(
    "hint", ["article-body", "articlebody", "story__text", "entry-content", "zhengwen",
             "artikeltext", "td-post-content", "cuerpo", "article-body related"]
)  # fmt: skip
def test_names_of_the_text_win(hint: str) -> None:
    assert names_body(hint)
    assert not is_boilerplate(hint)


@pytest.mark.parametrize(
    "hint", ["article", "body", "bodyguard", "storyline", "content", "teaser-text"]
)
def test_names_that_are_not_of_the_text(hint: str) -> None:
    assert not names_body(hint)


@pytest.mark.parametrize(
    "hint", ["author", "story-author", "disclaimer", "c-byline", "reading-time", "audio_player"]
)
def test_names_of_boxes_about_the_page(hint: str) -> None:
    assert is_about_page(hint)


@pytest.mark.parametrize(
    "hint", ["", "authority", "article-body author", "story", "supporters", "updates", "letters"]
)
def test_names_that_only_begin_like_those(hint: str) -> None:
    assert not is_about_page(hint)


@pytest.mark.parametrize(
    ("hint", "left"),
    [
        ("", ""),
        ("story related-advert-ban-comments", "story"),
        ("related_advert_ban__comments_", ""),
        ("related-advert-ban", "related-advert-ban"),  # of three words only
        ("related-advert-ban-box", "related-advert-ban-box"),
        ("comments", "comments"),
    ],
)
def test_names_made_of_the_words_of_a_headline(hint: str, left: str) -> None:
    assert without_subject(hint, {"advert", "ban", "comments", "related"}) == left


def test_a_long_name_is_read_in_linear_time() -> None:
    with within(3):
        for piece in ("ad-", "_", "hide ", "x", "article__", "\x00", "\ud800", "a_0", "["):
            is_boilerplate(piece * 20_000)
            is_about_page(piece * 20_000)
            without_subject(piece * 20_000, {"ad", "x"})


@pytest.mark.parametrize(
    ("hint", "left"),
    [("menu", ""), ("our-menu dark", "dark"), ("menu-toggle", "menu-toggle"), ("nav menu", "nav")],
)
def test_names_that_say_only_menu(hint: str, left: str) -> None:
    assert without_menu(hint) == left


@pytest.mark.parametrize(
    ("hint", "left"),
    [("artpagination", ""), ("pager dark", "dark"), ("story-paging", ""), ("page", "page")],
)
def test_names_that_say_only_other_pages(hint: str, left: str) -> None:
    assert without_pages(hint) == left


EACH_ALONE = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(map(re.escape, _ALONE))})(?:$|[\s_-])")


@pytest.mark.parametrize("word", _ANYWHERE)
def test_words_are_found_anywhere_in_a_name(word: str) -> None:
    assert _DISTINCTIVE.search(f"x{word}x")


@given(st.lists(st.sampled_from([*_ANYWHERE, *_ALONE, "x", "-", "_", " ", "r"]), max_size=5))
def test_words_are_found_together_as_each_alone(words: list[str]) -> None:
    hint = "".join(words)
    assert bool(_WORDS.search(hint)) is bool(EACH_ALONE.search(hint))
    assert bool(_DISTINCTIVE.search(hint)) is any(word in hint for word in _ANYWHERE)
