"""The body: which container holds the article."""

from __future__ import annotations

import pytest

from extract.bodies import ABOUT, LINKS, ON_IT, TEXT, P, body_of, kept
from mirrorpress.extract.page.tree import Element
from pace import within
from trees import SENTENCE, named

ZH = "<p>" + "港务处说，开往马林岛的夜班渡轮下周一起恢复，每晚一班，票价不变。" * 2 + "</p>"


@pytest.mark.parametrize(
    "markup",
    [
        f"<div id=core>{TEXT}</div>",
        f"<div class=sidebar>{TEXT * 3}</div><div id=core>{TEXT * 2}</div>",
        f"<nav>{TEXT * 2}</nav><article id=core>{TEXT}</article>",
        f"<div class=comments>{TEXT * 3}</div><div id=core class=article-body>{TEXT}</div>",
        f"<div hidden>{TEXT * 3}</div><div id=core>{TEXT * 2}</div>",
        f"<x-page><x-text id=core>{SENTENCE * 9}</x-text></x-page>",
        f"<ul>{LINKS * 9}</ul><main><div id=core>{TEXT}</div></main>",
        f"<article>{TEXT}</article><article id=core itemprop=articleBody>{TEXT}</article>",
        f"<article>{TEXT}</article><article id=core data-testid=article-body>{TEXT}</article>",
        f"<article>{TEXT}</article><article id=core data-component=ArticleBody>{TEXT}</article>",
        f"<div id=core>{ZH * 4}</div><div>{ZH}<a href=/>{ZH * 4}</a></div>",
    ],
)
def test_the_container_with_the_text(markup: str) -> None:
    root, body = body_of(markup)
    assert body.core is named(root, "core")
    assert body.prose > 0
    assert body.elements[0] is root


def test_cards_of_other_articles_do_not_outweigh_the_text() -> None:
    card = f"<article class=card><h3><a href=/1>Another headline</a></h3>{P * 3}</article>"
    root, body = body_of(f"<div class=grid>{card * 9}</div><article id=core>{TEXT * 2}</article>")
    assert body.core is named(root, "core")


def test_chinese_weighs_like_latin_text() -> None:
    _, body = body_of(f"<div>{ZH * 4}</div>")
    assert body.scale > 1


@pytest.mark.parametrize(
    "markup",
    [
        f"<div id=core><div>{P * 3}</div><div>{P * 3}</div></div>",
        f"<div id=core><p class=lead>{SENTENCE * 2}</p><div>{TEXT}</div></div>",
        f"<div id=core><div>{P * 3}</div><div class=ad>x</div><section>{P}</section></div>",
        f"<div id=core>{SENTENCE * 3}<div>{P * 3}</div></div>",
    ],
)
def test_a_body_over_several_siblings(markup: str) -> None:
    root, body = body_of(f"<main>{markup}</main>")
    assert body.core is named(root, "core")


@pytest.mark.parametrize(
    "other",
    [
        f"<aside>{P}</aside>",
        f"<article>{P}</article>",
        f"<div class=related>{P}</div>",
        f"<div><h3><a href=/y>Another headline</a></h3>{P}</div>",
        f"<div>{SENTENCE}<a href=/y>{SENTENCE}</a></div>",
        "<p>Short.</p>",
    ],
)
def test_what_is_another_article_does_not_widen_the_body(other: str) -> None:
    root, body = body_of(f"<div><div id=core>{TEXT}</div>{other}</div>")
    assert body.core is named(root, "core")


BOX = f"<div class=box><h2>Columns</h2><p>{SENTENCE}</p></div>"
FAR = f"<div class=box><h2>Columns</h2><p>{SENTENCE * 3}</p></div>"


@pytest.mark.parametrize(
    ("page", "kept_"),
    [
        (f"<div>{TEXT}</div>{BOX}", False),
        (f"{BOX}<div>{TEXT}</div>", True),  # before the text
        (f"<main><div><div>{TEXT}</div></div>{FAR}</main>", True),  # in the article's element
        (f"<div>{TEXT}</div>{BOX.replace('h2', 'h1')}", True),
        (f"<div><div>{TEXT}</div></div>{FAR}", False),  # farther off, a box may hold more
        (f"<div>{TEXT}</div>{FAR}", True),
        (f"<div>{TEXT}</div>{BOX}<div>{P}</div>", True),  # between parts of the text
        (f"<div>{TEXT}</div>{BOX.replace('h2', 'p')}", True),  # without a heading
        (f"<div>{TEXT}</div>{BOX.replace(' class=box', '')}", True),
        (f"<div class='text box'>{TEXT}</div>{BOX}", True),  # named as the text
        (f"<div><div>{TEXT}</div></div>{FAR * 2}{P}", True),
    ],
)
def test_a_box_with_a_heading_of_its_own_beside_the_text(page: str, kept_: bool) -> None:
    text = kept(f"<div id=page>{page}</div>")
    assert text.count(SENTENCE) >= 12
    assert ("Columns" in text) is kept_


@pytest.mark.parametrize(
    "markup",
    ["", "<body>", "plain", "<p>", "<div>" * 500, "<table>" * 300, "<a href=x>" * 500,
     "<p class='" + "x" * 50_000 + "'>", "\x00", "<article></article><main></main>"],
)  # fmt: skip
def test_pages_without_text_have_a_core(markup: str) -> None:
    _, body = body_of(markup)
    assert body.prose == 0
    assert isinstance(body.core, Element)


SAME = "<p>Of the ferry to Marin island it says little more than the name. " + SENTENCE + "</p>"


@pytest.mark.parametrize(
    ("core", "beside"),
    [
        (ON_IT + P * 3, P * 9),
        # no word of what the page is about in either: the longer one
        (P * 9, P * 4),
        # all of it in both, too
        (ON_IT + P * 9, ON_IT + P * 2),
        # one paragraph that says it, far behind in text
        (P * 40, ON_IT),
        # a short text that says all of it beside a longer notice that says nothing
        (ON_IT * 2, P * 13),
    ],
)
def test_the_subject_of_the_page_decides_between_near_candidates(core: str, beside: str) -> None:
    of_page = f"<article id=core>{core}</article>"
    for page in (
        f"{ABOUT}{of_page}<article>{beside}</article>",
        f"{ABOUT}<article>{beside}</article>{of_page}",
    ):
        root, body = body_of(page)
        assert body.core is named(root, "core")


def test_a_page_that_says_too_little_of_itself_has_the_longer_text() -> None:
    page = f"<title>Ferry</title><article id=core>{P * 9}</article><article>{ON_IT}{P * 3}"
    root, body = body_of(page)
    assert body.core is named(root, "core")


def two_parts(first: str, second: str) -> str:
    return (
        f"{ABOUT}<div><div><section class=a>{first}</section></div>"
        f"<section class=b>{second}</section></div>"
    )


def test_more_text_on_another_subject_beside_the_body_is_not_of_it() -> None:
    other = P.replace("<p>", "<p>Elsewhere: ") * 9
    assert "Elsewhere" not in kept(two_parts(ON_IT + P * 4, other))
    assert "Elsewhere" in kept(two_parts(ON_IT + P * 4, SAME + other))  # says half of it
    assert "Elsewhere" in kept(two_parts(P * 4, other))  # the page's subject is in neither


def test_a_part_of_the_text_with_a_teaser_in_it_is_of_the_text() -> None:
    teaser = "<div><h3><a href=/x>Two boats sold in Marin</a></h3><p>By the council.</p></div>"
    parts = [f"<div><div>{ON_IT + P * 4 + teaser + P * 4}</div></div>" for _ in range(2)]
    root, body = body_of(f"{ABOUT}<div id=all>{parts[0]}{parts[1]}</div>")
    assert body.core is named(root, "all")


def test_entries_that_are_articles_are_one_text() -> None:
    entry = f"<article><div><div><h3>The second boat</h3><div>{P * 4}</div></div></div></article>"
    other = f"<article><h3><a href=/x>Boats for sale in Marin</a></h3>{P * 4}</article>"
    around = f"{ABOUT}<h1>Ferry</h1><div><div><div>%s</div></div></div>"
    assert body_of(around % (entry * 3))[1].core.has("article")
    assert not body_of(around % (other * 3))[1].core.has("article")
    assert not body_of(around % f"<ol>{f'<li>{other}</li>' * 3}</ol>")[1].core.has("article")


@pytest.mark.parametrize(
    "entry",
    [
        "<li><article><h3>{title}</h3><div>{text}</div></article></li>",
        "<li><h3>{title}</h3><div>{text}</div></li>",
    ],
    ids=["articles", "items"],
)
def test_entries_that_are_items_of_a_list_are_one_text(entry: str) -> None:
    entries = [entry.format(title=title, text=P * 2) for title in ("One boat", "Two boats", "More")]
    around = f"{ABOUT}<main><h1>Ferry</h1>{ON_IT}<ol>%s</ol></main>"
    text = kept(around % "".join(entries))
    assert all(title in text for title in ("One boat", "Two boats", "More"))


def test_the_next_articles_of_an_endless_page_are_not_of_the_first() -> None:
    first_, next_ = (
        f"<article class=item><div><h2>{title}</h2><div>{text * 8}</div></div></article>"
        for title, text in (("Ferry to Marin island", ON_IT), ("Two boats sold", P))
    )
    page = f"<title>Ferry to Marin island</title><main>%s{next_ * 3}</main>"
    assert "Two boats" not in kept(page % first_)
    listed = f"<article class=item><div><h2>Why a ferry</h2><div>{ON_IT * 8}</div></div></article>"
    assert "Two boats" in kept(page % listed)  # points of one article


def test_many_rivals_and_siblings_take_bounded_work() -> None:
    many = f"<div><div class=a>{ON_IT * 9}</div></div>" + "<div class=b>" + P * 9 + "</div>"
    with within(3):
        _, body = body_of(ABOUT + many + ("<div class=c><p>" + SENTENCE * 9 + "</div>") * 8_000)
    assert body.prose


FORM = f"<div class=x>Sign up for the morning letter and never miss a thing. {SENTENCE}</div>"


@pytest.mark.parametrize(
    ("box", "kept_"),
    [
        (FORM, False),
        (FORM.replace("div", "p"), True),  # a paragraph
        (FORM.replace("Sign up", "The night ferry"), True),  # of the subject
        (FORM.replace(">Sign up", "><img src=/1.jpg>Sign up"), True),  # a picture and its caption
        (FORM.replace("class=x", "class=b"), True),  # a class of what holds the text
        (f"<div class=x>{P}<p>Never ends: never miss a thing.</div>", True),  # paragraphs alone
        (FORM * 9, True),  # parts that hold as much as what is taken for the text
    ],
)
def test_a_box_beside_the_body_that_says_nothing_of_the_subject(box: str, kept_: bool) -> None:
    near = f"{ABOUT}<div><div class=b>{ON_IT}{P * 6}</div>{box}<div class=c>{SAME}</div></div>"
    far = near.replace("<div class=b>", "<section class=b><div>")
    far = far.replace("</div>", "</div></section>", 1)
    for page in (near, far):
        assert ("never miss a thing" in kept(page)) is kept_
        assert "little more than the name" in kept(page)


@pytest.mark.parametrize("tag", ["header", "div"])
def test_a_headline_with_its_subtitle_is_no_rival_of_a_short_text(tag: str) -> None:
    head = "<h1>Harbour ferry returns Monday</h1><p>Night ferry to Marin island, said so.</p>"
    root, body = body_of(f"{ABOUT}<{tag}>{head}</{tag}><div id=core>{P * 2}</div>")
    assert named(root, "core") in body.core.walk()


def test_a_page_whose_only_text_is_links_has_a_body() -> None:
    _, body = body_of(f"<div><a href=/1><p>{SENTENCE * 3}</p></a></div>")
    assert body.core.tag != "p"


RAIL = LINKS + LINKS[: len(LINKS) // 2]
STAGE = (
    f"<div class='stage row'><div class=stream>{P * 6}</div><div class=rail><ul>{RAIL}</ul></div>"
    "</div>"
)


def test_a_sibling_of_the_same_names_goes_on_with_the_text_beside_a_column_of_links() -> None:
    second = STAGE.replace(P * 6, f"<p>ZZZ {SENTENCE * 9}</p>")
    assert "ZZZ" in kept(f"<main><div>{STAGE}{second}</div></main>")
    other = second.replace("stage row", "more row")
    assert "ZZZ" not in kept(f"<main><div>{STAGE}{other}</div></main>")
    short = STAGE.replace(P * 6, "<p>ZZZ says the keeper, and goes home in the rain.</p>")
    assert "ZZZ" not in kept(f"<main><div>{STAGE}{short}</div></main>")


def test_long_paragraphs_that_are_not_to_be_read_aloud_are_of_the_text() -> None:
    silent = f"<p aria-hidden=true>ZZZ {SENTENCE * 2}</p>"
    assert "ZZZ" in kept(f"<article>{TEXT}{silent}{TEXT}</article>")
    label = "<p aria-hidden=true>ZZZ next</p>"
    assert "ZZZ" not in kept(f"<article>{TEXT}{label}{TEXT}</article>")
    box = f"<div aria-hidden=true>ZZZ {SENTENCE * 2}</div>"
    assert "ZZZ" not in kept(f"<article>{TEXT}{box}{TEXT}</article>")


TEASER = (
    "<li><article><h3><a href=/{0}>Boats of pier {0} are late</a></h3><div><p>The boats of pier "
    "{0} were late again on Monday, the town says, and nobody knew of it.</p></div></article></li>"
)
TEASERS = "".join(
    f"<section><div><ol>{''.join(map(TEASER.format, range(n, n + 3)))}</ol></div></section>"
    for n in range(0, 30, 3)
)
BRIEF = (
    "<p>The quay of Marrin opens on Sunday at nine, and the first boat leaves at ten.</p>"
    "<p>The keeper of the quay has said so, and the town of Marrin has said the same since.</p>"
)


def test_an_overview_is_taken_whole() -> None:
    page = f"<title>Ledger of the islands and harbours</title><main>{TEASERS}</main>"
    assert kept(page).count("late again") == 30


def test_a_short_text_about_the_subject_of_its_page_is_no_overview() -> None:
    title = "<title>Quay of Marrin opens on Sunday at nine</title>"
    page = f"<div class=text>{BRIEF}</div><div class=more>{TEASERS}</div>"
    assert "late again" not in kept(f"{title}<main>{page}</main>")


def test_a_text_in_two_articles_of_twin_boxes_is_one() -> None:
    first = f"<div class=article_body><article><p>The lamp was lit.</p>{P}{P}</article></div>"
    rest = f"<div class=article_body><article>{P * 6}</article></div>"
    side = f"<div class=sidebar>{LINKS}</div>"
    assert "The lamp was lit." in kept(f"<div id=story>{first}{side}{rest}</div>")
    other = first.replace("<article>", "<article><h1>The bank lends again</h1>")
    assert "The lamp was lit." not in kept(f"<div id=story>{other}{side}{rest}</div>")
