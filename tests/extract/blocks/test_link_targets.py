"""Links lead where they say, without who counts the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.extract.blocks.link_targets import target_of
from mirrorpress.urls import safe

TARGET = "https://a.example/plan?page=2"
QUOTED = "https%3A%2F%2Fa.example%2Fplan%3Fpage%3D2"

TWICE = "https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3D" + QUOTED.replace("%", "%25")


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.google.com/url?sa=t&url={QUOTED}&usg=x",
        f"https://www.google.co.uk/url?q={QUOTED}",
        f"https://l.facebook.com/l.php?u={QUOTED}&h=AT0",
        f"https://l.instagram.com/?u={QUOTED}",
        f"https://eur01.safelinks.protection.outlook.com/?url={QUOTED}&data=05",
        f"https://out.reddit.com/t3_a?url={QUOTED}&token=x",
        f"https://vk.com/away.php?to={QUOTED}",
        f"https://www.youtube.com/redirect?event=video&q={QUOTED}",
        f"https://link.zhihu.com/?target={QUOTED}",
        f"https://t.umblr.com/redirect?z={QUOTED}",
        f"https://www.google.com/url?q={TWICE}",
        "https://a.example/plan?utm_source=ledger&page=2&fbclid=abc",
        "https://a-example.cdn.ampproject.org/c/s/a.example/plan?page=2",
        "https://www.google.com/amp/s/a.example/plan?page=2",
    ],
)
def test_services_that_count_who_takes_a_link_are_left_out(url: str) -> None:
    assert target_of(url) == TARGET


@pytest.mark.parametrize(
    "url",
    [
        TARGET,
        "https://a.example/plan#part",
        "https://a.example/url?q=https://b.example/",
        "https://www.google.com/search?q=https://b.example/",
        "https://www.google.com/url?q=javascript:alert(1)",
        "https://www.google.com/url?q=/plan",
        "https://www.google.com/url?sa=t",
        "https://notfacebook.com/l.php?u=https://b.example/",
        "https://l.facebook.com.evil.example/l.php?u=https://b.example/",
        "https://web.archive.org/web/20310504/https://a.example/plan",
        "mailto:desk@a.example?subject=utm_source",
    ],
)
def test_other_links_stay_as_they_are(url: str) -> None:
    assert target_of(url) == url


@given(st.text(max_size=60))
def test_a_target_is_as_safe_as_the_link(text: str) -> None:
    url = safe(f"https://www.google.com/url?q={text}")
    if url is not None:
        assert safe(target_of(url)) is not None
