"""Pages of a site with its rules and without."""

from datetime import date

import pytest

from mirrorpress.errors import ExtractError
from mirrorpress.extract import extract, extract_and_record, learn
from mirrorpress.extract.article import Observer, Stage, extract_observed
from mirrorpress.extract.body.find import Body
from mirrorpress.extract.site_rules.apply_rules import UsedRules
from mirrorpress.model.blocks import Figure
from mirrorpress.model.plain import plain_text
from mirrorpress.model.site_profile import SiteProfile
from mirrorpress.model.site_rules import SiteRules
from site_pages import PROMO, site_page

URL = "https://quay.example/bridge"
STORY = (
    "The council voted on Tuesday to close the old bridge for lorries until the spring.",
    "Drivers will have to use the ring road, which adds about nine kilometres to the way.",
    "Divers found cracks in two of the piers when they looked at them in the autumn.",
)
SECOND = (
    "The mayor of the lower town said that the shops there would lose their customers.",
    "A ferry for lorries, which ran until the bridge was built, could run again in May.",
)
BOX = "Our archive tells how the bridge was built, and who paid for it, in nine parts of a series."
ASIDE = (
    "The builders of the quay have drawn plans for a garden on the roof of the old market hall.",
    "The garden will have two hundred trees, and benches that were carved from the old beams.",
    "Neighbours had asked for a playground and will get one behind the hall, on the river side.",
    "Work begins in the summer and will take three years, one more than the plans of last spring.",
)


def lines(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


PAGE = f"""<html lang="en"><head><title>Bridge | Quay</title>
<meta name="quay-day" content="2031-05-04T10:00:00+02:00"></head><body>
<div class="page"><h1>Bridge</h1>
<div class="kicker-line">Old bridge closed for lorries</div>
<ul class="desk"><li class="who">By Anna Kern</li><li class="who">Bo Li</li></ul>
<div class="part">{lines(STORY)}<p class="series">{BOX}</p>
<figure><img src="/a.jpg" alt="a"><figcaption>The bridge <i class="credit">Photo: Quay</i>
</figcaption></figure></div>
stray words<div class="plug"><p>{ASIDE[0]}</p></div>
<div class="part">{lines(SECOND)}</div>
<a class="on" href="/bridge">1</a><a class="on" href="//other.example/2">x</a>
<a class="on" href="/bridge?page=2">2</a></div>
<div class="garden">{lines(ASIDE)}{lines(ASIDE)}</div></body></html>"""


def rules(**keys: tuple[str, ...]) -> SiteRules:
    return SiteRules(host="quay.example", checked=date(2031, 5, 4), **keys)  # type: ignore[arg-type]


def text(**keys: tuple[str, ...]) -> str:
    return plain_text(extract(PAGE, URL, rules=rules(**keys)))


def test_body_names_the_container() -> None:
    assert ASIDE[1] in plain_text(extract(PAGE, URL))  # which is wrong without rules
    found = text(body=(".part",))
    assert all(line in found for line in (*STORY, *SECOND, BOX))
    assert ASIDE[0] not in found
    assert ASIDE[1] not in found
    assert "stray words" not in found
    assert "Bo Li" not in found


def test_body_of_one_element() -> None:
    found = text(body=(".garden",))
    assert all(line in found for line in ASIDE)
    assert STORY[0] not in found


@pytest.mark.parametrize("first", [".missing", "img", ".on[href=x]"])
def test_the_first_selector_that_matches_text_is_the_body(first: str) -> None:
    assert text(body=(first, ".garden", ".part")) == text(body=(".garden",))


def test_of_elements_in_each_other_the_outer_is_the_body() -> None:
    assert text(body=(".garden, .garden p",)) == text(body=(".garden",))


@pytest.mark.parametrize("body", [(), (".missing",), (".kicker-line",), (".on",)])
def test_a_body_that_gives_no_article_is_ignored(body: tuple[str, ...]) -> None:
    assert extract(PAGE, URL, rules=rules(body=body)).blocks


def test_what_is_removed_is_not_in_the_article() -> None:
    remove = (".missing", "p.series", ".credit")
    article = extract(PAGE, URL, rules=rules(body=(".part",), remove=remove))
    found = plain_text(article)
    assert STORY[2] in found
    assert BOX not in found
    assert "The bridge" in str(article.blocks)
    assert "Photo: Quay" not in str(article.blocks)
    assert "Photo: Quay" in str(extract(PAGE, URL, rules=rules(body=(".part",))).blocks)


def test_an_image_of_a_figure_is_removed() -> None:
    def figures(*remove: str) -> int:
        article = extract(PAGE, URL, rules=rules(body=(".part",), remove=remove))
        return sum(isinstance(block, Figure) for block in article.blocks)

    assert figures() == 1
    assert figures("figure img") == 0
    assert figures("figure") == 0


@pytest.mark.parametrize("remove", ["html", "body", "div", "*"])
def test_rules_that_remove_everything_do_not_make_a_page_fail(remove: str) -> None:
    assert extract(PAGE, URL, rules=rules(remove=(remove,))).blocks


def test_values_are_taken_from_what_the_selectors_match() -> None:
    article = extract(
        PAGE,
        URL,
        rules=rules(
            body=(".part",),
            title=(".missing", ".kicker-line"),
            authors=(".on", ".who"),
            published=("h1", "[name=quay-day]"),
            next_page=("a.on",),
        ),
    )
    assert article.title == "Old bridge closed for lorries"
    assert article.bylines == ("Anna Kern", "Bo Li")
    assert article.published is not None
    assert article.published.isoformat() == "2031-05-04T10:00:00+02:00"
    assert article.next_page == "https://quay.example/bridge?page=2"


@pytest.mark.parametrize(
    ("given", "shown", "published"),
    [
        ("2031-05-05T03:30:00Z", "4 May 2031, 23:30", "2031-05-04T23:30:00-04:00"),
        ("2031-05-05T03:30:00Z", "5 May 2031", "2031-05-05T03:30:00+00:00"),
        ("2031-05-05T03:30:00+02:00", "4 May 2031, 23:30", "2031-05-05T03:30:00+02:00"),
        ("5 พฤษภาคม พ.ศ. 2574", "4 May 2031, 23:30", "2031-05-05T00:00:00"),
        ("today", "4 May 2031, 23:30", "2031-05-04T23:30:00"),
    ],
)
def test_dates_are_read_as_those_of_pages(given: str, shown: str, published: str) -> None:
    page = PAGE.replace("2031-05-04T10:00:00+02:00", given)
    page = page.replace("</h1>", f"</h1><p class=date>{shown}</p>")
    article = extract(page, URL, rules=rules(published=("[name=quay-day]",)))
    assert article.published is not None
    assert article.published.isoformat() == published


def test_values_that_are_not_found_stay_as_they_were() -> None:
    keys = dict.fromkeys(("title", "authors", "published", "next_page"), (".missing", "img"))
    assert extract(PAGE, URL, rules=rules(**keys)) == extract(PAGE, URL)


def test_rules_and_a_profile_work_together() -> None:
    article, record = extract_and_record(PAGE, URL, rules=rules(body=(".part",)))
    assert ASIDE[1] not in plain_text(article)
    assert 0 < len(record.lines) < len(extract_and_record(PAGE, URL)[1].lines)


def profile_of(*places: str) -> SiteProfile:
    pages = ((site_page(place), f"https://quay.example/{place}") for place in places)
    return learn(None, [extract_and_record(*page)[1] for page in pages], day=1)


class _Attempts(Observer):
    """Notes with what a page is tried."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def elements(self, stage: Stage, body: Body) -> None:
        if stage is Stage.BODY:
            self.seen.append("nothing")

    def rules(self, used: UsedRules) -> None:
        self.seen[-1] = "rules"


@pytest.mark.parametrize(
    ("profile", "site_rules", "attempts"),
    [
        (True, True, ["rules", "rules", "nothing", "nothing"]),
        (True, False, ["nothing", "nothing"]),
        (False, True, ["rules", "nothing"]),
        (False, False, ["nothing"]),
    ],
)
def test_a_page_that_gives_no_article_is_tried_without_what_is_known_of_its_site(
    profile: bool, site_rules: bool, attempts: list[str]
) -> None:
    observer = _Attempts()
    known = profile_of("harbour", "market") if profile else None
    with pytest.raises(ExtractError):
        extract_observed(
            "<p>x</p>", URL, None, known, observer, rules=rules(body=("p",)) if site_rules else None
        )
    assert observer.seen == attempts


def test_where_rules_leave_no_article_the_profile_is_used_without_them() -> None:
    profile = profile_of("harbour", "market", "school")
    html, url = site_page("bridge"), "https://quay.example/bridge"
    assert PROMO in plain_text(extract(html, url, rules=rules(remove=("p",))))
    article = extract(html, url, profile=profile, rules=rules(remove=("p",)))
    assert article == extract(html, url, profile=profile)
    assert PROMO not in plain_text(article)


def test_a_page_without_an_article_fails_as_without_rules() -> None:
    with pytest.raises(ExtractError):
        extract("<p>x</p>", URL, rules=rules(body=("p",)))
