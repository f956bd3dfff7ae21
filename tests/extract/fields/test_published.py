"""Dates of publication: which of a page's dates is believed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from extract.heads import URL, read
from trees import SENTENCE

MAY = datetime(2031, 5, 4)


@pytest.mark.parametrize(
    ("markup", "linked", "url", "moment"),
    [
        ("", {"datePublished": "2031-05-04T18:20:00Z"}, URL,
         datetime(2031, 5, 4, 18, 20, tzinfo=UTC)),
        ("<meta property=article:published_time content='2031-05-04T18:20:00Z'>",
         {"datePublished": "2030-01-01T10:00:00Z"}, URL, datetime(2030, 1, 1, 10, tzinfo=UTC)),
        ("<meta property=article:published_time content=2031-05-04>", None, URL, MAY),
        ("<meta name=pubdate content=nonsense><time datetime=2031-05-04>today</time>", None, URL,
         MAY),
        ("<time>2031-05-04</time>", None, URL, MAY),
        ("<p itemprop=datePublished content=2031-05-04>today</p>", None, URL, MAY),
        ("<div class=date>4 May 2031</div>", None, URL, MAY),
        ("<p>4 May 2031</p>", None, URL, MAY),
        (f"<p>{SENTENCE * 2} 4 May 2031</p>", None, URL, None),
        ("<meta name=publishdate content=2031-05-04><span class=date>2031-05-04 09:15</span>", None,
         URL, datetime(2031, 5, 4, 9, 15)),
        ("<meta name=publishdate content=2031-05-04><span class=date>2031-05-05 09:15</span>", None,
         URL, MAY),
        ("<p class=date>4 พฤษภาคม พ.ศ. 2574</p>", None, URL, MAY),
        ("<p class=date>4 พ.ค. 2574</p>", None, URL, MAY),
        ("<html lang=th><p class=date>04/05/2574</p>", None, URL, MAY),
        ("<html lang=en><p class=date>04/05/2574</p>", None, URL, None),
        (f"<div>发布时间：2031年5月4日<span>{SENTENCE * 2}</span></div>", None, URL, MAY),
        (f"<div>活动时间：2031年5月4日<span>{SENTENCE * 2}</span></div>", None, URL, None),
        ("", None, "https://a.example/2031/05/04/ferry", MAY),
        ("", None, "https://a.example/20310504/ferry", MAY),
        ("", None, "https://a.example/2031/13/04/ferry", None),
        ("", None, "https://a.example/2031/may/04/ferry", MAY),
        ("", None, "https://a.example/2031/5/4/ferry", MAY),
        ("", None, "https://a.example/gb/31/5/4/n14500000.htm", MAY),
        ("", None, "https://a.example/gb/31/5/4/ferry", None),
        ("", None, "https://a.example/news/ferry-20310504", MAY),
        ("", None, "https://a.example/news/t20310504_112.html", MAY),
        ("", None, "https://a.example/news/20310504093000.shtml", MAY),
        ("", None, "https://a.example/view/AKR20310504001200004", MAY),
        ("", None, "https://a.example/news/203105041", None),
        ("", None, "https://archive.example/web/20310504093000/http://a.example/ferry", None),
        ("", None, "https://archive.example/web/2032/http://a.example/2031/05/04/ferry", MAY),
        ("", None, "https://a.example/12031/05/04/ferry", None),
        ("", None, None, None),
        ("<meta name=lastmodifieddate content=2031-05-04>", None, URL, MAY),
        ("<meta name=lastmodifieddate content=2031-05-05>", None, "https://a.example/2031/05/04/x",
         MAY),
    ],
)  # fmt: skip
def test_dates(
    markup: str, linked: dict[str, Any] | None, url: str | None, moment: datetime | None
) -> None:
    assert read(markup, linked, url).published == moment


def at(hours: float, *moment: int) -> datetime:
    return datetime(*moment, tzinfo=timezone(timedelta(hours=hours)))  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("said", "markup", "moment"),
    [
        # The same moment with another offset.
        ("2031-05-05T03:30:00Z", "<time datetime=2031-05-04T23:30:00-04:00>4 May</time>",
         at(-4, 2031, 5, 4, 23, 30)),
        # A time of day that is whole quarters of an hour away.
        ("2031-05-05T03:30:20Z", "<p class=date>4 May 2031, 23:30</p>",
         at(-4, 2031, 5, 4, 23, 30, 20)),
        ("2031-05-04T20:00:00Z", "<p class=date>5 May 2031, 01:30</p>",
         at(5.5, 2031, 5, 5, 1, 30)),
        # Only the day.
        ("2031-05-04T23:00:00Z", "<p class=date>5 May 2031</p>", at(1, 2031, 5, 5, 0, 0)),
        ("2031-05-05T01:20:00Z", "<p class=date>4 May 2031</p>", at(-2, 2031, 5, 4, 23, 20)),
        ("2031-05-05T00:00:00Z", "<p class=date>4 May 2031</p>", at(-1, 2031, 5, 4, 23, 0)),
        # Far from the headline, a time element that gives the same moment.
        ("2031-05-05T03:30:00Z", "<p>x</p>" * 80 + "<time datetime=2031-05-04T23:30:00-04:00>",
         at(-4, 2031, 5, 4, 23, 30)),
        ("2031-05-05T03:30:00Z", "<p>x</p>" * 80 + "<time datetime=2031-05-04T22:30:00-04:00>",
         at(0, 2031, 5, 5, 3, 30)),
        # Another moment, a day too far away, the same day, no Greenwich time.
        ("2031-05-05T03:30:00Z", "<p class=date>4 May 2031, 23:37</p>",
         at(0, 2031, 5, 5, 3, 30)),
        ("2031-05-05T03:30:00Z", "<time datetime=2031-05-04T20:30:00-04:00></time>",
         at(0, 2031, 5, 5, 3, 30)),
        ("2031-05-05T20:00:00Z", "<p class=date>4 May 2031</p>", at(0, 2031, 5, 5, 20, 0)),
        ("2031-05-05T07:20:00Z", "<p class=date>4 May 2031</p>", at(-8, 2031, 5, 4, 23, 20)),
        ("2031-05-05T08:20:00Z", "<p class=date>4 May 2031</p>", at(0, 2031, 5, 5, 8, 20)),
        ("2031-05-05T03:30:00Z", "<p class=date>5 May 2031</p>", at(0, 2031, 5, 5, 3, 30)),
        ("2031-05-05T03:30:00+02:00", "<p class=date>4 May 2031</p>", at(2, 2031, 5, 5, 3, 30)),
        ("2031-05-05T03:30:00Z", "<p>4 May 2031</p>", at(0, 2031, 5, 5, 3, 30)),
    ],
)  # fmt: skip
def test_the_day_that_the_page_shows(said: str, markup: str, moment: datetime) -> None:
    found = read(f"<h1>Ferry</h1>{markup}", {"datePublished": said}).published
    assert found == moment
    assert found.utcoffset() == moment.utcoffset()


@pytest.mark.parametrize(
    ("markup", "moment"),
    [
        ("<meta name=published content='May 4, 2031'>", MAY),
        ("<meta name=x-published-date content=2031-05-04>", MAY),
        ("<meta name=publisher content='Ledger 2031-05-04'>", None),
        ("<meta name=published-by content='Ledger 2031-05-04'>", None),
        ("<meta name=analytics.articleDate content=2031-05-04>", MAY),
        ("<meta name=created content=2031-05-04>", MAY),
        ("<meta name=search_date content=2031-06-01><p class=date>4 May 2031</p>", MAY),
        ("<meta name=event-date content=2031-05-04>", None),
        ("<meta name=update_date content=2031-05-04>", None),
    ],
)
def test_meta_elements_named_in_a_way_of_their_own(markup: str, moment: datetime | None) -> None:
    assert read(markup).published == moment


@pytest.mark.parametrize(
    ("language", "url", "month"),
    [
        ("en", "https://ledger.example/x", 4),
        ("en", "https://ledger.us/x", 4),
        ("en", "https://ledger.uk/x", 5),
        ("en", "https://ledger.ie/x", 5),
        ("en", None, 5),
        ("en-GB", "https://ledger.example/x", 5),
        ("en-US", "https://ledger.uk/x", 4),
        ("fr", "https://ledger.example/x", 5),
    ],
)
def test_the_order_of_day_and_month(language: str, url: str | None, month: int) -> None:
    found = read(f"<html lang={language}><p class=date>04/05/2031</p>", url=url).published
    assert found is not None
    assert found.month == month


POSTED, CHANGED = datetime(2031, 5, 4, 8, 15), datetime(2031, 5, 5, 9, 30)


@pytest.mark.parametrize(
    ("language", "posted", "changed"),
    [
        ("en", "Published May 4, 2031 08:15", "Updated May 5, 2031 09:30"),
        ("en", "Updated May 5, 2031 09:30", "Published May 4, 2031 08:15"),
        ("de", "Aktualisiert: 05.05.2031, 09:30 Uhr", "Erstellt: 04.05.2031, 08:15 Uhr"),
        ("de", "Veröffentlicht am 04.05.2031 08:15", "Aktualisiert am 05.05.2031 09:30"),
        ("fr", "Publié le 04/05/2031 - 08:15", "Modifié le 05/05/2031 - 09:30"),
        ("es", "Publicado: 04/05/2031 08:15", "Actualizado: 05/05/2031 09:30"),
        ("ru", "Опубликовано 04.05.2031 08:15", "Обновлено 05.05.2031 09:30"),
        ("zh", "发表时间：2031-05-04 08:15", "更改时间：2031-05-05 09:30"),
        ("zh-Hant", "出版：2031-05-04 08:15", "更新：2031-05-05 09:30"),
        ("ar", "نشر في: 2031/05/04 08:15", "آخر تحديث: 2031/05/05 09:30"),
        ("fa", "تاریخ انتشار: 2031-05-04 08:15", "به‌روزرسانی: 2031-05-05 09:30"),
        ("ko", "입력 2031.05.04 08:15", "수정 2031.05.05 09:30"),
        ("vi", "Đăng ngày 04/05/2031 08:15", "Cập nhật 05/05/2031 09:30"),
    ],
)
def test_the_change_that_the_page_shows(language: str, posted: str, changed: str) -> None:
    for line in (
        f"<div><span>{posted}</span> <span>{changed}</span></div>",
        f"<p class=meta>{posted} | {changed}</p>",
        f"<div>{posted}</div><div>{changed}</div>",
    ):
        found = read(f"<html lang={language}><title>Quay</title><h1>Quay</h1>{line}<p>{SENTENCE}")
        assert (found.published, found.modified) == (POSTED, CHANGED)


@pytest.mark.parametrize(
    "line",
    [
        "<time datetime=2031-05-04T08:15>4 May</time> Updated 4 May 2031",  # says no more
        "<time datetime=2031-05-04T08:15>4 May</time> Updated 3 May 2031 07:00",  # before it
        "<time datetime=2031-05-04T08:15>4 May</time> Updated every day at 07:00",
        "<time datetime=2031-05-04T08:15>4 May</time><p>The list was updated 5 May 2031, he said "
        f"to the council, {'and much more was said ' * 6}",
    ],
)
def test_what_is_no_change_of_the_article(line: str) -> None:
    found = read(f"<html lang=en><title>Quay</title><h1>Quay</h1><div>{line}</div><p>{SENTENCE}")
    assert (found.published, found.modified) == (POSTED, None)


def test_the_data_are_believed_before_what_is_shown() -> None:
    found = read(
        "<title>Quay</title><h1>Quay</h1><p>Updated 6 May 2031",
        {"datePublished": "2031-05-04T08:15", "dateModified": "2031-05-05T09:30"},
    )
    assert found.modified == CHANGED
