"""Boxes set beside the headline of the stored pages change no title, byline or date.

They are of other articles, of readers and of those who checked the text. Their classes say nothing.
Each page is read twice: as it is, and without what it says to machines in its head.
"""

from __future__ import annotations

import re

import pytest

from extract.markup import key, key_of, page_of, without_data
from extract.scoring import names
from mirrorpress.extract import extract

AHEAD = {
    "teaser": "<div class=k1><a href=/t/1><h3>Harbour tram returns to the old quay</h3></a>"
    "<span>By Mara Lindt</span> <time datetime=2011-03-04>4 March 2011</time></div>",
    "live": "<div class=k2><span>Breaking</span><h2><a href=/t/2>Harbour tram returns tonight</a>"
    "</h2></div>",
    "other headline": "<div class=k3><h1>Live: the tram of Lisquay</h1></div>",
    "reader": "<div class=k4><a href=/u/mara>Mara Lindt</a> <a href=/logout>Log out</a></div>",
    "label": "<div class=k5><a href=/lisquay>Lisquay</a> <span>Analysis</span></div>",
}
BEHIND = {
    "most read": "<div class=k6><h3>Most read</h3><ol>"
    "<li><a href=/t/3>The tram returns to the quay</a> <span>By Mara Lindt</span>"
    " <time datetime=2011-03-04>4 March 2011</time></li>"
    "<li><a href=/t/4>The baker who sings at night</a> <span>By Jon Ferrow</span>"
    " <time datetime=2011-03-05>5 March 2011</time></li></ol></div>",
    "checked": "<div class=k7>Fact-checked by <a href=/people/mara-lindt>Mara Lindt</a></div>",
    "edited": "<p class=k8>Edited by Mara Lindt</p>",
    "photo": "<div class=k9><img src=/p/9.jpg width=900 height=600>"
    "<span>Photo: Mara Lindt / Agency</span></div>",
    "event": "<div class=k10><p>Meet us on a tram through the port on 4 March 2011</p></div>",
    "share": "<div class=k11><a href=https://s.example/x>Share</a> <span>214 shares</span></div>",
    "time to read": "<div class=k12><span>4 min read</span> <span>12 comments</span></div>",
}
# What does change: by page, and whether its head is taken out.
KNOWN = {
    # The date is read where no list is between it and the headline.
    ("picture-tables-vi", False): {"most read"},  # loses the time of day
    ("picture-tables-vi", True): {"most read"},
    ("printed-byline-appeal-en", False): {"most read"},
    ("printed-byline-appeal-en", True): {"most read"},
    ("topic-body-ru", True): {"most read"},
    # Without a head, any h1 can be the headline; the names are too far from it then.
    ("wechat-sections-zh-hans", True): {"most read", "other headline"},
}
# Pages whose headline is in no h1, in two, or beside a label.
NO_HEADLINE = frozenset(
    [
        "blogger-tables-tr",
        "br-text-nodes-ko",
        "brbr-windows1251-ru",
        "digest-below-summary-zh-hans",
        "euckr-portal-ko",
        "font-tables-1999-en",
        "instant-page-ru",
        "kicker-span-comments-en",
        "lazy-gallery-slider-de",
        "tables-shift-jis-ja",
        "title-in-span-zh-hans",
    ]
)

_HEADLINE = re.compile(r"<h1\b[^>]*>(.*?)</h1\s*>", re.DOTALL | re.IGNORECASE)


def head_of(page: str, url: str) -> tuple[str, tuple[str, ...], object]:
    article = extract(page, url)
    return article.title, article.bylines, article.published


@pytest.mark.parametrize("printed", [False, True])
@pytest.mark.parametrize("name", [name for name in names() if name not in NO_HEADLINE])
def test_what_is_set_beside_a_headline(name: str, printed: bool) -> None:
    page, url = page_of(name)
    if printed:
        page = without_data(page)
    head = head_of(page, url)
    (headline,) = [found for found in _HEADLINE.finditer(page) if key_of(found[1]) == key(head[0])]
    changed = set()
    start, end = headline.span()
    for place, boxes in ((start, AHEAD), (end, BEHIND)):
        for kind, box in boxes.items():
            if head_of(page[:place] + box + page[place:], url) != head:
                changed.add(kind)
    assert changed == KNOWN.get((name, printed), set())
