"""Dates that a page shows: beside the headline before elsewhere, none of other articles."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from extract.heads import read
from trees import SENTENCE

MAY = datetime(2031, 5, 4)
CARD = (
    "<div><h3><a href=/tram>The tram is back</a></h3>"
    "<time datetime=2030-03-04>4 March 2030</time></div>"
)


@pytest.mark.parametrize(
    ("markup", "moment"),
    [
        ("<h1>Ferry</h1><div><p>Anna Kern</p><small>4 May 2031</small></div>", MAY),
        ("<p>4 травня 2031</p>", MAY),
        ("<p>4 मई 2031</p>", MAY),
        ("<p>4 tháng 5, 2031</p>", MAY),
        ("<p>4 maja 2031</p>", MAY),
        (f"<h1>Ferry</h1><p><span>   Published on May 4, 2031 </span>{SENTENCE * 2}</p>", MAY),
        (
            f"<h1>Ferry</h1><p><b>The old ferry left Lisquay on May 4, 2031</b>{SENTENCE}</p>",
            None,
        ),
        ("<div><b>Anna Kern</b><small>May 4, 2031</small></div>", MAY),
        (
            "<h1>Barco</h1><p>04/05/2031 - Publicado por: Clara Borba - Categoria: <a href=/p>Porto"
            "</a> - Tags: <a href=/t>neblina</a> <a href=/u>barco para o outro lado</a></p>",
            MAY,
        ),
        ("<div class=uploaded-date>04.05.31</div>", MAY),
        ("<div class=uploaded-date>1.04.05.31</div>", None),
        ("<div class=uploaded>04.05.31</div>", None),
        # Beside the headline before elsewhere, however it is marked up there.
        (
            "<time datetime=2030-01-01></time>" + "<p>x</p>" * 30 + "<h1>Ferry</h1>"
            "<div class=date>4 May 2031</div>",
            MAY,
        ),
        (
            "<time datetime=2030-01-01></time>" + "<p>x</p>" * 30 + "<h1>Ferry</h1>"
            "<p>Published on: May 4, 2031</p>",
            MAY,
        ),
        (
            "<h1>Ferry</h1><time class='entry-date updated' datetime=2031-05-04></time>"
            "<time datetime=2031-06-01></time>",
            MAY,
        ),
        (
            "<title>Ferry returns</title><time datetime=2031-05-05T10:21></time><h3>Ferry returns"
            "</h3><p><b>Anna Kern</b> | 4 May 2031</p>" + SENTENCE,
            MAY,
        ),
        ("<h1>Ferry</h1><abbr class=published title=2031-05-04>Sunday</abbr>", MAY),
        ("<h1>Ferry</h1><abbr class=unpublished title=2031-05-04>Sunday</abbr>", None),
        (
            f"<h1>Ferry</h1><div>Ports<br>Article Date: 04 May 2031 - 0:00 PDT<br>{SENTENCE * 3}"
            "</div>",
            datetime(2031, 5, 4, tzinfo=timezone(timedelta(hours=-7))),
        ),
        (f"<h1>Ferry</h1><div>On 4 May 2031 it left.<br>{SENTENCE * 3}</div>", None),
        (
            f"<p class=postmetadata>Posted on 4 May 2031, filed under Ports. {SENTENCE * 3}</p>",
            MAY,
        ),
        (f"<p class=postmetadata>{SENTENCE * 3} This entry was posted on 4 May 2031.</p>", None),
        (f"<p>This entry was on a ship on 4 May 2031. {SENTENCE * 3}</p>", None),
        # A line right behind the headline before dates that are marked up below it or elsewhere.
        (
            "<h1>Ferry</h1><div>By Anna Kern | 4 May 2031 | 3 comments</div>"
            "<ul><li><time datetime=2030-01-01></time></ul>",
            MAY,
        ),
        (
            "<h1>Ferry</h1><ul><li>Anna Kern<li>4 May 2031</ul>"
            + "<p>x</p>" * 90
            + "<time datetime=2030-01-01></time>",
            MAY,
        ),
        (
            "<h1>Ferry</h1><div>Updated | 5 May 2031 | Published | 4 May 2031</div>"
            "<time datetime=2030-01-01></time>",
            MAY,
        ),
        (
            "<h1>Ferry</h1><div>Güncelleme: 5 Mayıs 2031 | Giriş: 4 Mayıs 2031</div>"
            "<time datetime=2030-01-01></time>",
            MAY,
        ),
        (
            "<h1>Ferry</h1><div>Anna Kern, 4 May 2031 - 10:15</div>"
            "<time datetime=2030-01-01></time>",
            datetime(2031, 5, 4, 10, 15),
        ),
        (
            "<h1>Ferry</h1><div>Anna Kern | 4 May 2031 "
            "<time datetime=2031-05-04T10:15></time></div>",
            datetime(2031, 5, 4, 10, 15),
        ),
        # Not what the text cites, below its first lines.
        (
            f"<h1>Ferry</h1><p>{SENTENCE * 2}</p><p>{SENTENCE * 2}</p>"
            "<blockquote>Bo Li, 9 May 2030</blockquote><p class=date>4 May 2031</p>",
            MAY,
        ),
        # Ahead of the headline can be the day of the visit; far behind it are other articles.
        (
            "<time datetime=2031-05-09></time><h1>Ferry</h1><p class=date>4 May 2031</p>",
            MAY,
        ),
        (
            "<time datetime=2031-05-04></time><h1>Ferry</h1><h3>Bank</h3>"
            "<time datetime=2031-05-09></time>",
            MAY,
        ),
        # The day of a change only where there is no other.
        (
            "<h1>Ferry</h1><time class=updated datetime=2031-06-01></time>"
            "<time datetime=2031-05-04></time>",
            MAY,
        ),
        (
            "<h1>Ferry</h1><time itemprop=dateModified datetime=2031-06-01></time>"
            "<time datetime=2031-05-04></time>",
            MAY,
        ),
        ("<h1>Ferry</h1><p class=date>Updated: 1 June 2031</p><p class=date>4 May 2031</p>", MAY),
        (
            "<h1>Ferry</h1><p class=date>Verfügbar bis 1.6.2031</p><p class=date>4.5.2031</p>",
            MAY,
        ),
        ("<h1>Ferry</h1><p class=date>Updated: 4 May 2031</p>", MAY),
        ("<h1>Ferry</h1><p class=date>Updated: 1 June 2031 Published: 4 May 2031</p>", MAY),
        ("<h1>Ferry</h1><p>Last updated 1 June 2031, 9:30 | First published 4 May 2031</p>", MAY),
        ("<h1>Ferry</h1><p class=date>04-May-31</p>", MAY),
        ("<h1>Ferry</h1><p class=date>4/5/31</p>", MAY),
        ("<h1>Ferry</h1><p class=date>二〇三一年五月四日</p>", MAY),
        # With the time of day and the zone that the page gives elsewhere.
        (
            "<h1>Ferry</h1><p class=date>4 May 2031</p>"
            + "<p>x</p>" * 80
            + "<time datetime=2031-05-04T09:15></time>",
            datetime(2031, 5, 4, 9, 15),
        ),
        (
            "<h1>Ferry</h1><p class=date>4 May 2031</p>"
            + "<p>x</p>" * 80
            + "<time datetime=2031-05-05T09:15></time>",
            MAY,
        ),
        (
            "<h1>Ferry</h1><p class=date>4 May 2031, 09:15</p>"
            + "<p>x</p>" * 80
            + "<time datetime=2031-05-04T09:15:20Z></time>",
            datetime(2031, 5, 4, 9, 15, 20, tzinfo=UTC),
        ),
        # A line without a name: behind the headline first, no sentence, no change.
        (f"<p>9 May 2031</p><h1>Ferry</h1><p>4 May 2031</p><p>{SENTENCE * 2}</p>", MAY),
        (f"<p>4 May 2031</p><h1>Ferry</h1><p>{SENTENCE * 2}</p>", MAY),
        (
            "<h1>Ferry</h1><p>Meet our readers at the port on 9 May 2031</p><p>4 May 2031</p>"
            f"<p>{SENTENCE * 2}</p>",
            MAY,
        ),
        (f"<h1>Ferry</h1><p>Meet our readers at the port on 9 May</p><p>{SENTENCE * 2}</p>", None),
        (f"<h1>Ferry</h1><p>Updated 9 May 2031</p><p>4 May 2031</p><p>{SENTENCE * 2}</p>", MAY),
        (f"<h1>Ferry</h1><p>Updated 4 May 2031</p><p>{SENTENCE * 2}</p>", MAY),
        (f"<title>The ferry sails back to its old port - 04.05.2031</title><p>{SENTENCE}</p>", MAY),
        # What another article has in its box is not read.
        (f"{CARD}<h1>Ferry</h1><p class=date>4 May 2031</p>", MAY),
        (f"<h1>Ferry</h1>{CARD}<p>4 May 2031</p><p>{SENTENCE * 2}</p>", MAY),
        (f"<h1>Ferry</h1>{CARD}<p>{SENTENCE * 2}</p>", None),
        # A script fills the line.
        ("<h1>Ferry</h1><p data-datetime=2031-05-04 class=x></p>", MAY),
    ],
)
def test_dates_that_the_page_shows(markup: str, moment: datetime | None) -> None:
    assert read(markup).published == moment


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        ("<time datetime=2031-05-04></time>", MAY),
        ("<p class=date>4 May 2031</p>", MAY),
        # One day: it may be another zone. A later one: it may be that of a change.
        ("<time datetime=2031-08-08></time>", None),
        ("<time datetime=2031-09-01></time>", None),
        # The day and the month in the other order.
        ("<p class=date>2031-09-08</p>", None),
        (CARD, None),
        # Of another article, or the day of the data stands there too.
        ("<article><time datetime=2031-05-04></time></article>", None),
        ("<h3>More</h3><time datetime=2031-05-04></time>", None),
        ("<time datetime=2031-05-04></time><p>9 August 2031</p>", None),
        ("<p>x</p>" * 30 + "<time datetime=2031-05-04></time>", None),
    ],
)
def test_an_earlier_day_at_the_headline(markup: str, day: datetime | None) -> None:
    said = datetime(2031, 8, 9, 18, 20, tzinfo=UTC)
    page = read(f"<title>Ferry</title><h1>Ferry</h1>{markup}", {"datePublished": said.isoformat()})
    assert page.published == (day or said)
