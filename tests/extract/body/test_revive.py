"""What is taken back although its name, its state or its place excludes it."""

from __future__ import annotations

import pytest

from extract.bodies import ABOUT, LINKS, ON_IT, TEXT, P, body_of, kept
from mirrorpress.extract.body.find import find_body
from mirrorpress.extract.page.repair import repair
from mirrorpress.extract.page.tree import parse
from pace import within
from trees import SENTENCE, named


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=sidebar>{TEXT}</div>",
        f"<div class=subscribe-wrap><div>{TEXT}</div></div>",
        f"<div class=popup><h1>Ferry</h1>{TEXT}</div><div>{TEXT}</div>",
        f"<div class=tags>{P * 3}</div><div class=tags>{P * 3}</div>",
        f"<div hidden>{TEXT}</div>",
        f"<article><div class=related>{TEXT}</div><p>{SENTENCE}</p></article>",
        f"<main>{P}{P}<div class=partner>{TEXT}</div></main>",
    ],
)
def test_an_article_whose_name_is_of_furniture_is_taken_back(markup: str) -> None:
    assert kept(markup).count(SENTENCE) >= 12


@pytest.mark.parametrize(
    ("hidden", "taken"),
    [(f"<div id=x class=hide>{TEXT}</div>", True), (f"<div id=x class=hide>{P}</div>", False)],
)
def test_the_larger_part_of_the_text_is_taken_back_though_it_is_hidden(
    hidden: str, taken: bool
) -> None:
    root, _ = body_of(f"<div class=article-body>{P * 2}{hidden}</div><div>{TEXT}</div>")
    assert named(root, "x").excluded is not taken


LINKED = f"<div hidden>{SENTENCE}<a href=/>{SENTENCE}</a></div>"
TITLE = "Eastford advert ban: the square is bare"
HEAD = f"<title>{TITLE} - Eastford Review</title>"


@pytest.mark.parametrize(
    "box",
    [
        "<div id=related-advert-ban-comments-story>",  # the address
        "<div class=story id=eastford-advert-ban-square>",  # the title
        "<div id=x-comment>",  # what holds the headline and the text is the article
    ],
)
def test_a_name_made_of_the_headline_says_nothing(box: str) -> None:
    address = "https://review.example/city/related-advert-ban-comments-story"
    root = parse(repair(f"{HEAD}{box}<h1>{TITLE}</h1>{TEXT}</div>").markup)
    body = find_body(root, address)
    assert body.prose == pytest.approx(12 * len(SENTENCE.strip()), rel=0.1)
    assert not body.core.excluded


@pytest.mark.parametrize(
    "box",
    [
        f"<div id=comments-of-today><h1>{TITLE}</h1>{TEXT}</div>",  # of readers by its first word
        f"<div id=x-comment><h1>Comments</h1>{TEXT}</div>",  # another headline
        f"<div id=x-comment><h1>{TITLE}</h1>{P * 2}</div><div>{P * 3}</div>",  # less of the text
        f"<div class=comments><div id=x-comment><h1>{TITLE}</h1>{TEXT}</div></div>",
        f"<div class='eastford-advert-ban-square sidebar'><h2>{TITLE}</h2>{P}</div>",
    ],
)
def test_near_misses_of_a_name_made_of_the_headline(box: str) -> None:
    root, _ = body_of(HEAD + box)
    assert next(e for e in root.walk() if e.tag == "div").excluded


@pytest.mark.parametrize(
    ("section", "is_kept"),
    [
        (f"<h2>Sharing with a single developer</h2>{P * 4}", True),
        (f"<section><div><h2>Sharing with a single developer</h2></div>{P * 4}</section>", True),
        (f"<h2>Sharing with a friend</h2>{P * 4}", False),  # the name says more
        (f"<p>Sharing with a single developer</p>{P * 4}", False),
        ("<h2>Sharing with a single developer</h2>" + LINKS * 9, False),
    ],
)
def test_a_name_made_of_the_heading_of_a_section(section: str, is_kept: bool) -> None:
    box = f"<div id=sharing-with-a-single-developer>{section}</div>"
    assert ("developer" in kept(f"<main>{TEXT * 2}{box}{TEXT}</main>")) is is_kept


def test_a_name_made_of_a_heading_that_announces_others() -> None:
    box = f"<div id=you-may-also-like-this><h2>You may also like this</h2>{P * 4}</div>"
    assert "also like" not in kept(f"<main>{TEXT * 2}{box}{TEXT}</main>")


def test_many_headlines_and_names_take_bounded_work() -> None:
    name = "eastford-advert-ban-square"
    headlines = f"<div class=x-comment><h1>{TITLE}</h1>{P}</div>" * 5_000
    names = f"<div id={name}>{SENTENCE}</div>" * 10_000
    for page in (headlines, names, f"<div class={name}>" * 90 + names):
        with within(6):
            body_of(HEAD + page)


REST = f"<p class=rest style='display:none'>{SENTENCE * 2}</p>"


@pytest.mark.parametrize(
    "rest",
    [
        REST * 6,
        f"<p hidden>{SENTENCE * 2}</p>" * 6,
        (REST + "<h3 class=rest style='display:none'>The lamp</h3>") * 6,
    ],
)
def test_paragraphs_that_are_hidden_one_by_one_are_taken_back_together(rest: str) -> None:
    text = kept(f"<div itemprop=articleBody>{P * 2}{rest}</div>")
    assert text.count(SENTENCE) == 16
    assert text.count("The lamp") == rest.count("The lamp")


@pytest.mark.parametrize(
    "page",
    [
        f"<div itemprop=articleBody>{P * 3}{REST.replace(SENTENCE, 'ZZZ, or so. ') * 2}</div>",
        f"<div itemprop=articleBody>{P * 5}{REST * 4}</div>",  # the smaller part
        f"<div itemprop=articleBody>{P * 2}</div><div>{REST * 6}</div>",
        f"<div itemprop=articleBody>{P * 2}<div class=comments>{REST * 6}</div></div>",
        "<div itemprop=articleBody>"
        + P * 2
        + "".join(f"<p hidden class=box{n}>{SENTENCE * 2}</p>" for n in range(6))
        + "</div>",  # of many names
        f"<div itemprop=articleBody>{P * 2}{LINKED * 6}</div>",
    ],
)
def test_near_misses_of_a_hidden_rest(page: str) -> None:
    text = kept(page)
    assert text.count(SENTENCE) == 2 * page.count(P)
    assert "ZZZ" not in text


def test_many_hidden_siblings_take_bounded_work() -> None:
    one, each = "<p class=r hidden>{1}", "<p class=r{0} hidden>{1}"
    for form in (one, each):
        rest = "".join(form.format(n, SENTENCE) for n in range(10_000))
        with within(4):
            assert SENTENCE in kept(f"<div itemprop=articleBody>{P}{rest}</div>")


@pytest.mark.parametrize(("headline", "taken"), [("<h1>Ferry</h1>", True), ("", False)])
def test_the_headline_takes_its_box_back_beside_much_text(headline: str, taken: bool) -> None:
    root, _ = body_of(f"<div id=x class=popup>{headline}{TEXT}</div><main>{TEXT * 2}</main>")
    assert named(root, "x").excluded is not taken


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class=comments>{TEXT}</div>",
        f"<div id=disqus_thread><div class=sidebar>{TEXT}</div></div>",
        f"<footer><div class=sidebar>{TEXT}</div></footer>",
        f"<nav>{TEXT}</nav>",
        f"<dialog>{TEXT}</dialog>",
        f"<div class=sidebar>{P}</div>",
    ],
)
def test_what_readers_wrote_and_menus_are_never_taken_back(markup: str) -> None:
    assert SENTENCE not in kept(markup)


@pytest.mark.parametrize(
    "markup",
    [
        f"<div class='sidebar {'name-' * 3_000}'>" * 20 + f"<div hidden>{P * 4}</div>" * 400,
        "<div class='related-a-b-c-d'><h2><div>" * 50 + P * 4_000,
    ],
)
def test_excluded_elements_with_long_names_or_headings_take_bounded_time(markup: str) -> None:
    with within(3):
        assert body_of(ABOUT + P + markup)


def test_pages_of_the_text_are_no_links_to_other_pages() -> None:
    text = f"{P * 9}<p>The lamp of the keeper was lit. {SENTENCE}</p>"
    assert "The lamp" in kept(f"<main>{P}<div id=artpagination>{text}</div></main>")
    others = f"<div id=pagination><p>The lamp of the keeper. {SENTENCE}</p>{LINKS}</div>"
    assert "The lamp" not in kept(f"<main>{P * 9}{others}</main>")


def test_a_menu_without_links_is_of_the_text() -> None:
    dishes = f"<h2>Soups</h2><p>Leek soup. {SENTENCE}</p><h2>Fish</h2><p>Whiting. {SENTENCE}</p>"
    assert "Leek soup" in kept(f"<main>{P}<div id=menu>{dishes}</div>{P}</main>")
    assert "Leek soup" not in kept(f"<main>{P}<div id=menu>{dishes}{LINKS}</div>{P}</main>")
    assert "Leek soup" not in kept(f"<main>{P}<div class='menu ad'>{dishes}</div>{P}</main>")


def test_a_hidden_copy_for_machines_is_not_taken_back_beside_the_text() -> None:
    name = f"<h1 itemprop=name>Lamp</h1><div itemprop=articleBody>Copied. {SENTENCE * 9}</div>"
    copy = f"<div style='display:none' itemscope itemtype=//schema.org/NewsArticle>{name}</div>"
    assert "Copied" not in kept(f"<div><h1>Lamp</h1>{P * 3}{copy}</div>")
    assert "Copied" in kept(f"<div><h1>Lamp</h1>{P}{copy}</div>")  # what is seen is a teaser
    assert "Copied" in kept(f"<div><h1>Lamp</h1>{P * 3}{copy.replace('itemscope', '')}</div>")


def test_a_hidden_copy_in_markdown_is_not_taken_back_beside_the_text() -> None:
    lines = [f"{name} {SENTENCE * 2}" for name in ("One", "Two", "Three", "Four")]
    shown = "".join(f"<p>{line}</p>" for line in lines)
    copy = "<pre hidden># Ferry\n\nCopied.\n\n{}</pre>"
    text = "\n\n".join(f"{line} [Terms](https://a.example/{'t' * 99})" for line in lines)
    other = "\n\n".join(f"{name} other {SENTENCE * 4}" for name in ("Five", "Six", "Seven"))
    assert "Copied" not in kept(f"<main><h1>Ferry</h1>{shown}{copy.format(text)}</main>")
    assert "Copied" in kept(f"<main><h1>Ferry</h1>{shown}{copy.format(other)}</main>")


def test_a_teaser_that_the_text_goes_on_from_is_of_it() -> None:
    teaser = f"<div class=teaser-content><div><p>ZZZ {SENTENCE}</p></div><div>{P}</div></div>"
    rest = "".join(f"<div class=text>{P}</div>" for _ in range(6))
    assert "ZZZ" in kept(f"<main><div>{teaser}<div></div>{rest}</div></main>")
    for other in (
        teaser.replace("ZZZ", f"ZZZ <a href=/2>{SENTENCE}</a>"),
        teaser.replace("<p>ZZZ", "<h3>Quay</h3><p>ZZZ"),
        teaser.replace("class=teaser-content", "class=teaser-content hidden"),
        teaser.replace("teaser-content", "teaserbox"),
    ):
        assert "ZZZ" not in kept(f"<main><div>{other}{rest}</div></main>")
    assert "ZZZ" not in kept(f"<main><div>{rest}{teaser}</div></main>")


OTHERS = "".join(
    f"<div class=t><h2><a href=/{n}>Other headline {n}</a></h2><p>{SENTENCE * 2}</p></div>"
    for n in range(9)
)


@pytest.mark.parametrize(
    ("page", "taken"),
    [
        # Parts of an article in columns that are named after the sidebar, beside many teasers.
        (f"<section><div class=sidebar-grid>{ON_IT * 12}</div></section>{OTHERS}", True),
        (f"<div class=layout-right-rail>{ON_IT * 12}</div><div>{P * 9}</div>", True),
        # What readers wrote about it, below the article; a menu; too little text.
        (f"<div id=text>{ON_IT * 12}</div><div class=comments>{ON_IT * 20}</div>", False),
        (f"<div class=comments>{ON_IT * 40}</div><div>{P * 4}</div>", False),
        (f"<nav>{ON_IT * 40}</nav><div>{P * 4}</div>", False),
        (f"<div class=sidebar>{ON_IT}</div><div>{P * 4}</div>", False),
        # The text that lives says as much; the other is on something else.
        (f"<div id=text>{ON_IT * 4}</div><div class=sidebar>{ON_IT * 20}</div>", False),
        (f"<div id=text>{P * 4}</div><div class=sidebar>{P * 9}</div>", False),
    ],
)
def test_what_says_what_the_page_is_about_is_taken_back(page: str, taken: bool) -> None:
    core = body_of(ABOUT + page)[1].core
    assert any(e.hint in ("sidebar-grid", "layout-right-rail") for e in core.walk()) is taken


@pytest.mark.parametrize(("text", "taken"), [(P * 9, False), (P, True)])
def test_a_long_widget_beside_a_short_text_is_not_the_article(text: str, taken: bool) -> None:
    aside = f"<aside id=x class='widget widget-sidebar'><div>{ON_IT * 40}</div></aside>"
    root, _ = body_of(f"{ABOUT}<article>{text}</article><section>{aside}</section>")
    assert named(root, "x").excluded is not taken


AGAIN = f"<p>On Monday the harbour sees the ferry to the island again. {SENTENCE}</p>"


@pytest.mark.parametrize(
    ("part", "taken"),
    [
        (f"<div id=x class=sidebar>{AGAIN}{P * 2}</div>", True),
        (f"<div id=x class=sidebar>{P * 3}</div>", False),  # says nothing of the subject
        (f"<div id=x class=sidebar>{AGAIN}</div>", False),  # hardly any text
        (f"<div id=x class=sidebar>{AGAIN}{P}<ul>{LINKS}</ul></div>", False),  # not all of it text
        (f"<div id=x class=sidebar hidden>{AGAIN}{P * 2}</div>", False),
        (f"<div id=x class=comments>{AGAIN}{P * 2}</div>", False),
        (f"<div id=x class=sidebar>{ON_IT}{P * 2}</div>", False),  # a copy of the beginning
    ],
)
def test_running_text_on_the_subject_is_taken_back(part: str, taken: bool) -> None:
    root, _ = body_of(f"{ABOUT}<article>{ON_IT}{P * 3}{part}{P * 2}</article>")
    assert named(root, "x").excluded is not taken
