"""What is cut off a body, rule by rule: what a rule removes, and a near miss that it keeps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.written import KNOWN, RUNNING, SECOND, a, h, items, links, p, picture, trimmed
from mirrorpress.extract.blocks.trim import Known, trim
from mirrorpress.model.blocks import (
    Block,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Rule,
    Text,
)

# Lines of date and names, ahead of the running text.

DATE_LINES = """
4 May 2031
8:20AM BST 4 May 2031
ledger.test, Sunday 4 May 2031 18.55 BST
Today, 17:40
On 4 May 2031
Sunday, 4 May 2031
Published on 4 May 2031 at 9:30 p.m.
Last updated: Sun 4th May 2031, 09:30 GMT
Posted Sunday 4 May 2031.
May 4, 2031 | 5 min read
4 May 2031, Lisquay
By Ada Stone, 4 May 2031
Ada Stone and Ines Vela | 4 May 2031.
Publié le 4 mai 2031 à 9h30
Mis à jour le lundi 5 mai 2031
Veröffentlicht am 4. Mai 2031, 9:30 Uhr
Stand: Sonntag, 4.5.2031
4 de mayo de 2031 a las 20:56h.
4. Mai 2031 - 9:30 Uhr, Lesedauer: 4 Min.
4 мая 2031 г.
Опубликовано 4 мая 2031, 09:30 МСК
2031-05-04 09:30
2031年5月4日
发布时间：2031年5月4日 09:30 来源：港口报
نشر في 4 مايو 2031
"""
NAME_LINES = """
By Ada Stone
ADA STONE
Text: Ada Stone
Ada Stone, Harbour Ledger
Von Ada Stone und Ines Vela
记者 Ada Stone
"""
SENTENCES = """
On 4 May 2031 the mayor died.
On 4 May 2031 the mayor died!
Le 4 mai 2031, Paris brûle.
Am 4. Mai 2031 brannte es.
El 4 de mayo de 2031 nevó.
4 мая 2031 года он умер.
2031年5月4日，市长去世。
Who died on 4 May 2031?
“On 4 May 2031 he died.”
On 4 May 2031 he said:
On 4 May 2031 he died on Sunday.
4 May 2031: Marathon on Monday.
On 4 May 2031 the band and the mayor came to the quay
Ada Stone died.
Ada Stone has reported from the harbour for years
Ines Vela: “We stayed.”
It snowed in May.
"""


@pytest.mark.parametrize("line", (DATE_LINES.strip() + NAME_LINES).splitlines())
def test_lines_of_dates_and_names_at_the_head_go(line: str) -> None:
    assert trimmed(p(line), p(RUNNING)) == [p(RUNNING)]


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_sentences_at_the_head_stay(line: str) -> None:
    assert trimmed(p(line), p(RUNNING)) == [p(line), p(RUNNING)]


def test_a_date_line_below_the_running_text_stays() -> None:
    assert trimmed(p(RUNNING), p("4 May 2031")) == [p(RUNNING), p("4 May 2031")]


def test_a_name_of_nobody_known_stays() -> None:
    assert trimmed(p("By Ottilie Brandt"), p(RUNNING)) == [p("By Ottilie Brandt"), p(RUNNING)]


def test_a_long_line_is_no_date_line() -> None:
    line = "4 May 2031 " + "| " * 100
    assert trimmed(p(line), p(RUNNING)) == [p(line), p(RUNNING)]


# Titles and subtitles.


@pytest.mark.parametrize(
    "text", ["The old quay opens again", "“The OLD quay” opens, again!", "Quay"]
)
@pytest.mark.parametrize("kind", [p, h])
def test_a_title_at_the_head_goes(text: str, kind: type) -> None:
    assert trimmed(kind(text), p(RUNNING)) == [p(RUNNING)]


def test_the_subtitle_at_the_head_goes() -> None:
    assert trimmed(p("Eleven years after the storm"), p(RUNNING)) == [p(RUNNING)]


def test_a_heading_that_repeats_the_title_goes_wherever_it_stands() -> None:
    assert trimmed(p(RUNNING), h("Quay"), p(SECOND)) == [p(RUNNING), p(SECOND)]


def test_a_paragraph_that_repeats_the_title_below_the_head_stays() -> None:
    assert trimmed(p(RUNNING), p("Quay"), p(SECOND)) == [p(RUNNING), p("Quay"), p(SECOND)]


def test_more_than_the_title_stays() -> None:
    line = p("The old quay opens again today")
    assert trimmed(line, p(RUNNING)) == [line, p(RUNNING)]


def test_an_untitled_article_keeps_its_lines() -> None:
    assert trim([p("—"), p(RUNNING)], Known(titles=("",))) == (p("—"), p(RUNNING))


# Repeated paragraphs.

LONG = [f"{number}: {RUNNING}" for number in range(5)]


def test_a_second_copy_of_a_long_text_goes() -> None:
    assert trimmed(*map(p, LONG), *map(p, LONG)) == [*map(p, LONG)]


def test_a_refrain_of_a_short_text_stays() -> None:
    few = [p(text) for text in LONG[:4]]
    assert trimmed(*few, few[0]) == [*few, few[0]]


def test_a_paragraph_may_come_again_further_on() -> None:
    blocks = [*map(p, LONG), h("Day two"), p(LONG[2])]
    assert trimmed(*blocks) == blocks


def test_a_paragraph_right_behind_its_twin_goes() -> None:
    assert trimmed(*map(p, LONG), h("Again"), p(LONG[4])) == [*map(p, LONG), h("Again")][:5]


def test_a_short_line_may_stand_twice() -> None:
    blocks = [p("It rained."), *map(p, LONG), p("It rained.")]
    assert trimmed(*blocks) == blocks


# The end of the article.


def test_what_follows_the_end_of_the_article_goes() -> None:
    blocks = [p(RUNNING), p(SECOND)]
    assert trimmed(*blocks, h("About the author"), p("Ada Stone writes about harbours.")) == blocks
    assert trimmed(*blocks, p("责任编辑：王平"), p("扫描二维码，关注我们的公众号。")) == blocks


@pytest.mark.parametrize(
    "line",
    ["Leave a comment", "Kommentar verfassen", "Laisser un commentaire :", "发表评论", "7 Sources",
     "Bitte füllen Sie die Felder aus, um einen Kommentar zu verfassen."],
)  # fmt: skip
def test_what_follows_a_form_for_comments_or_a_list_of_sources_goes(line: str) -> None:
    after = [p("Name"), p("We store your name, your address and your comment." * 2)]
    assert trimmed(p(RUNNING), p(SECOND), h(line), *after) == [p(RUNNING), p(SECOND)]


@pytest.mark.parametrize(
    "line",
    [
        h("Comments"), h("Comments (2)"), h("2 thoughts on “The quay reopens”"), p("评论 (2)"),
        h("Réactions"),
    ],
)  # fmt: skip
def test_what_readers_wrote_goes_though_it_is_longer_than_the_text(line: Block) -> None:
    entries = ListBlock(True, tuple(ListItem((p(f"Tom says: {SECOND * 2}"),)) for _ in range(3)))
    assert trimmed(p(RUNNING), p(SECOND), line, entries) == [p(RUNNING), p(SECOND)]


def test_what_follows_a_line_that_asks_for_comments_goes() -> None:
    asked = p("What do you think? Join the discussion below.")
    blocks = [p(RUNNING), p(SECOND)]
    assert trimmed(*blocks, asked, p("Tom"), p("It is a shame for the crews.")) == blocks
    near = p("Join the discussion on the quay at the town hall, the council says.")
    assert trimmed(*blocks, near, p(RUNNING[9:])) == [*blocks, near, p(RUNNING[9:])]


def test_a_line_like_an_end_before_the_middle_of_the_text_stays() -> None:
    blocks = [p(RUNNING), h("About the author"), p(SECOND), p(SECOND + " Again."), p(RUNNING[9:])]
    assert trimmed(*blocks) == blocks


# Lists of other articles.


@pytest.mark.parametrize(
    "line",
    [
        *(p("Related stories"), h("Related stories:"), h("相关阅读"), p("- Next Port News")),
        *(p("Top picks"), h("Latest headlines")),
        *(p("Ads by Google"), h("Like this topic? You may also like these photo galleries:")),
    ],
)
def test_a_list_of_others_goes_with_its_heading(line: Block) -> None:
    listed = [line, links("The mill", "The ferry"), Figure((picture("mill.jpg"),))]
    assert trimmed(p(RUNNING), *listed, p(SECOND)) == [p(RUNNING), p(SECOND)]


def test_teasers_with_dates_go_with_the_line_that_announces_them() -> None:
    date = p("July 16, 2031 -- Updated 1825 GMT (0225 HKT)")
    blocks = [p(RUNNING), p("Part of complete coverage on"), date, p(SECOND), date, p(LONG[0])]
    assert trimmed(*blocks) == [p(RUNNING)]


def test_all_that_follows_the_last_list_of_others_goes() -> None:
    blocks = [p(RUNNING), h("Related stories"), links("The mill"), p("The Ledger, Lisquay")]
    assert trimmed(*blocks) == [p(RUNNING)]


@pytest.mark.parametrize(
    "line", [p("Related stories of the storm are told at night"), p("Related " + "stories " * 9)]
)
def test_a_line_that_announces_nothing_stays_with_its_list(line: Block) -> None:
    blocks = [p(RUNNING), line, links("The mill"), p(SECOND)]
    assert trimmed(*blocks) == blocks


def test_a_list_without_links_below_such_a_heading_stays() -> None:
    kept = items(p("First the wall, then the crane."), p("Then the lamp."))
    assert trimmed(p(RUNNING), h("Trending"), kept, p(SECOND)) == [p(RUNNING), kept, p(SECOND)]


# PageHead and tail.


@pytest.mark.parametrize(
    "block",
    [
        h("More of this"),
        Rule(),
        Paragraph((a("The mill burns again"),)),
        links("The mill", "The ferry"),
        Paragraph((a("The mill"), Text(" (4 May 2031, 14:10)"))),
        items(Paragraph((a("Mill"), Text("（2031/5/4 14:10）"), Text("［会員限定］")))),
        Paragraph(tuple(a(f"Office of the harbour, number {n}. ") for n in range(9))),
        p("Was this page helpful?"),
        p("___"),
        p("astone@ledger.example"),
        p("Twitter: @astone"),
        p("Have something to say? Let us know in the comments."),
        h("ALSO:"),
        p("Harbour Ledger Ltd. No reproduction without permission."),
        p("No part of this article may be copied without written permission."),
        p("Comments do not reflect the views of the Ledger."),
        p("Submit your letter to the editor via this form. Read more letters."),
        p("Medically reviewed by Ada Stone, MD"),
        p("This entry was posted in Harbour. Bookmark the permalink."),
        p("(No Ratings Yet) Loading..."),
        p("We want to hear what you think about this article. Write to desk@ledger.example."),
    ],
)
def test_what_ends_in_nothing_goes(block: Block) -> None:
    assert trimmed(p(RUNNING), block) == [p(RUNNING)]


@pytest.mark.parametrize(
    "block",
    [
        Paragraph((Text("All of it is in the minutes: "), a("read them"))),
        p("No reprint of the chart was made without the mayor."),
        Paragraph((a("A long link. " * 20),)),
        items(Paragraph((Text("The wall of the quay, "), a("built"))), p("The lamp.")),
        Figure((picture("quay.jpg"),)),
        Paragraph((a("The wall"), Text(" was built on 4 May 2031"))),
        items(Paragraph((a("Mill"), Text(" (4 May 2031)"))), p("The lamp.")),
    ],
)
def test_a_tail_of_more_than_links_stays(block: Block) -> None:
    assert trimmed(p(RUNNING), block) == [p(RUNNING), block]


def test_links_and_headings_ahead_of_text_stay() -> None:
    blocks = [links("The mill"), h("The wall"), p(RUNNING)]
    assert trimmed(*blocks) == blocks


def test_a_rule_stays_between_paragraphs_alone() -> None:
    assert trimmed(Rule(), p(RUNNING), Rule(), p(SECOND)) == [p(RUNNING), Rule(), p(SECOND)]


# Measures.


LINES = st.text(st.sampled_from("aM4 2031.年月日, May|"), max_size=30)


@given(st.lists(LINES.map(p) | LINES.map(h) | st.just(Rule()), max_size=8))
def test_trimming_is_done_once(blocks: list[Block]) -> None:
    """What is left is in the old order, and trimming it again removes nothing."""
    kept = trim(blocks, KNOWN)
    rest = iter(blocks)
    assert all(block in rest for block in kept)
    assert trim(kept, KNOWN) == kept


@pytest.mark.parametrize(
    "text", ["Sign up for our newsletter", "Show comments", "Support us", "Thanks for reading!"]
)
def test_a_heading_that_asks_for_something_goes(text: str) -> None:
    assert trimmed(p(RUNNING), h(text), p(SECOND)) == [p(RUNNING), p(SECOND)]


def test_a_heading_of_a_form_for_comments_ends_the_text() -> None:
    assert trimmed(p(RUNNING), p(SECOND), h("Post a comment"), p(SECOND)) == [p(RUNNING), p(SECOND)]


def test_what_asks_readers_for_something_goes() -> None:
    letter = p("Sign up for our newsletter and never miss a story.")
    assert trimmed(p(RUNNING), letter, p(RUNNING.upper())) == [p(RUNNING), p(RUNNING.upper())]


def test_how_to_reach_the_author_goes_behind_the_text() -> None:
    address = p("Write to Ada Stone at ada@ledger.example.")
    assert trimmed(p(RUNNING), address, p("Updated on 4 May 2031")) == [p(RUNNING)]
    inside = [p(RUNNING), address, p(RUNNING.upper())]
    assert trimmed(*inside) == inside


def test_ranks_and_teasers_of_others_go() -> None:
    ranks = [p("1"), p("Ferry returns"), p("2"), p("Bank lends"), p("3"), p("Lamp lit")]
    assert trimmed(p(RUNNING), *ranks, p(SECOND)) == [p(RUNNING), p(SECOND)]
    more = Paragraph((a("Read more"),))
    listed = [h("Recipes"), p("The ferry is back."), more, p("The bank lends."), more]
    assert trimmed(p(RUNNING), p(SECOND), *listed) == [p(RUNNING), p(SECOND)]


def test_an_appeal_behind_the_text_goes() -> None:
    appeal = [
        h("Support the Ledger"),
        p("At the Ledger we believe that news must be free, and our reporters work hard for it."),
        p("Your gift of as little as $2 a month helps us to keep our pages free for all readers."),
    ]
    assert trimmed(p(RUNNING), p(SECOND), *appeal) == [p(RUNNING), p(SECOND)]


def test_lines_of_a_picture_go_to_it() -> None:
    blocks = [p(RUNNING), Figure((picture("quay.jpg"),)), p("Photo: Bo Li"), p(SECOND)]
    shown = Figure((picture("quay.jpg", credit="Photo: Bo Li"),))
    assert trimmed(*blocks) == [p(RUNNING), shown, p(SECOND)]


def test_the_card_of_an_author_goes_ahead_of_the_text_or_below_the_name() -> None:
    card = p("Ada Stone is a reporter of the Harbour Ledger, and lives in Lisquay by the lock.")
    known = Known(titles=(), bylines=("Ada Stone",))
    assert trim([card, p(RUNNING), card], known) == (p(RUNNING), card)
    summary = ListBlock(False, (ListItem((p(RUNNING),)),))
    assert trim([summary, card, p(SECOND)], known) == (summary, p(SECOND))
    behind = (p(RUNNING * 3), p(SECOND), p("Ada Stone"))
    assert trim([*behind[:2], h("Ada Stone"), card], known) == behind[:2]
    assert trim(behind, known) == behind


def test_the_job_of_an_author_goes_ahead_of_the_text_only() -> None:
    job = p("Deputy Editor")
    assert trimmed(job, p(RUNNING), job, p(RUNNING.upper())) == [
        p(RUNNING),
        job,
        p(RUNNING.upper()),
    ]
    heading = Heading(2, (Text("Authors"),))
    assert trimmed(heading, p(RUNNING)) == [heading, p(RUNNING)]


def test_a_list_of_names_and_dates_goes_ahead_of_the_text() -> None:
    lines = ["Published on 4 May 2031", "3 min read", "By Ada Stone"]
    block = ListBlock(False, tuple(ListItem((p(line),)) for line in lines))
    known = Known(titles=(), bylines=("Ada Stone",))
    assert trim([block, p(RUNNING), block], known) == (p(RUNNING), block)
    other = ListBlock(False, tuple(ListItem((p(line),)) for line in (*lines[:1], RUNNING, "x")))
    assert trim([other, p(RUNNING)], known) == (other, p(RUNNING))


def test_a_date_with_its_time_below_a_lead_goes_if_it_is_the_only_one() -> None:
    line = p("2031.05.04 10:28 MTI")
    assert trimmed(p(RUNNING), line, p(SECOND)) == [p(RUNNING), p(SECOND)]
    blog = [p(RUNNING), p("4 May 2031, 9:30"), p(SECOND), p("4 May 2031, 9:10"), p(RUNNING.upper())]
    assert trimmed(*blog) == blog
    assert trimmed(p(RUNNING), p("4 May 2031"), p(SECOND))[1] == p("4 May 2031")


def test_a_line_of_authors_below_a_lead_goes_with_its_date() -> None:
    known = Known(titles=(), bylines=("Ada Stone",))
    lines = [p("By Ada Stone"), p("4 May 2031, 9:30 p.m.")]
    assert trim([p(RUNNING), *lines, p(RUNNING.upper())], known) == (p(RUNNING), p(RUNNING.upper()))
    later = [p(RUNNING), p(RUNNING.upper()), *lines, p(RUNNING.title())]
    assert trim(later, known) == tuple(later)
