"""Blocks that are no text wherever they stand, and near misses."""

from __future__ import annotations

import pytest

from extract.written import RUNNING, SECOND, a, h, items, p, picture, trimmed
from mirrorpress.extract.blocks import noise
from mirrorpress.extract.blocks.block_texts import with_text
from mirrorpress.extract.blocks.noise import without_noise
from mirrorpress.model.blocks import (
    Block,
    CodeBlock,
    Figure,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Strong,
    Text,
)


@pytest.mark.parametrize(
    "block",
    [
        p("Advertisement"),
        p(" Share this article "),
        h("Share"),
        p("广告"),
        p("Tags: quay, harbour"),
        items(p("Facebook"), p("Twitter"), p("Print")),
        Paragraph((Text("Read also: "), a("The mill burns again"))),
        Paragraph((Strong((Text("Lasi arī"),)), Text("\n"), a("Dzirnavas deg"), a("Mols slēgts"))),
        Paragraph((Text("相关阅读："), a("港口重新开放"))),
        Paragraph((Text("Les også: "), a("Mølla brenner igjen"))),
        Paragraph((Text("Czytaj też: "), a("Młyn znów płonie"))),
        Paragraph((Text("همچنین بخوانید: "), a("آسیاب دوباره سوخت"))),
        p('{"id":4, "name":"quay", "open":true, "of":[1]}'),
        p("<<"),
        Paragraph((Text("PHOTOS: "), a("The quay opens again"))),
        Paragraph((a("$49 at Quayside"),)),
        Paragraph((a("Now $71 on Quayside"), Text(" "), a("Check Price - Holm"))),
        Paragraph((a("GALLERY: The quay"), a(" opens again"))),
        Paragraph((Text("["), a("See who walked down to the water"), Text("]"))),
        p("“Start Quote"),
        p("To contact the reporter on this story: Ada Stone at astone@ledger.example"),
        p("Contact the writer: astone@ledger.example"),
        items(p("Share"), Paragraph((a("Facebook"),)), Figure((picture("share.jpg"),))),
        p('< img alt="x" src="//count.example/x.gif?a=1" />'),
        p("Harbour Ledger Reprints: This copy is for your personal, non-commercial use only."),
        p("› "),
        p("To display this content from tube.example, you must enable advertisement tracking."),
        p("{{article.author}} – {{article.date | shown}}"),
        h('{{article.live ? "Live" : article.title}}'),
        p('<link href="https://ledger.example/a.css" rel="stylesheet">'),
        p('<iframe src="https://count.example/ns"></iframe> <img src="x.gif">'),
    ],
)
def test_furniture_goes(block: Block) -> None:
    assert trimmed(p(RUNNING), block, p(SECOND)) == [p(RUNNING), p(SECOND)]


@pytest.mark.parametrize(
    "block",
    [
        p("Advertisement taxes rise"),
        p("{{name}} stands where the name of the ship will be."),
        p("Share this thought with the mayor, who asked for it."),
        h("Share prices"),
        items(p("Facebook"), p("The mill")),
        p("Tags: " + "quay, " * 60),
        p("Read also: a long note of ours on why the mill burns again"),
        Paragraph((Text("Related: "), a("the mill"), Text(" burns again, nobody is told why"))),
        Paragraph((Text("Read also: the mill burns again, and why nobody is there "), a("here"))),
        p('{"id":4, "name":"quay"}'),
        p('<img src="x.gif"> shows the quay.'),
        p("<b> and </b>"),
        p("→ The quay"),
        Paragraph((Text("STONE: "), a("The quay"), Text(" opens again, and it stays open."))),
        Paragraph((Text("[It was "), a("said"), Text("] that nobody walked down to the water."))),
        CodeBlock('{"id":4, "name":"quay", "open":true, "of":[1]}'),
        Paragraph((a("$49 at Quayside"), Text(" is what the town pays for a lamp."))),
        Paragraph((a("The crane sold for $49 at Quayside"),)),
        p("Buy now"),
    ],
)
def test_near_misses_of_furniture_stay(block: Block) -> None:
    assert trimmed(p(RUNNING), block, p(SECOND)) == [p(RUNNING), block, p(SECOND)]


@pytest.mark.parametrize("time", ["4 min", "4 Min.", "12 minutes", "时长：4分钟"])
def test_the_length_of_a_recording_goes_with_the_label_of_the_player(time: str) -> None:
    blocks = [p(RUNNING), p("Listen to this article"), p(time), p(SECOND)]
    assert trimmed(*blocks) == [p(RUNNING), p(SECOND)]
    assert trimmed(p(RUNNING), p(time), p(SECOND))[1] == p(time)


def test_blocks_beyond_a_number_are_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noise, "_MOST_JUDGED", 2)
    label = p("Show comments")
    assert trimmed(p(RUNNING), label, label, p(SECOND)) == [p(RUNNING), label, p(SECOND)]


def test_a_list_of_invitations_goes() -> None:
    lines = [
        "Follow us on Instagram.",
        "Sign up for our newsletter.",
        "The Ledger on paper, too.",
    ]
    block = ListBlock(False, tuple(ListItem((p(text),)) for text in lines))
    assert trimmed(p(RUNNING), block) == [p(RUNNING)]
    other = ListBlock(False, tuple(ListItem((p(text),)) for text in [*lines[1:], RUNNING]))
    assert trimmed(p(RUNNING), other) == [p(RUNNING), other]


def test_what_comes_to_the_inbox_goes_with_the_heading_that_asks_to_subscribe() -> None:
    promise = p("Every morning the most important news of the coast in your inbox.")
    heading = h("Sign up for our newsletter")
    assert trimmed(p(RUNNING), heading, promise, p(RUNNING.upper()))[1:] == [p(RUNNING.upper())]
    kept = trimmed(p(RUNNING), h("What is in your inbox"), promise, p(RUNNING.upper()))
    assert kept[1:3] == [h("What is in your inbox"), promise]


def test_what_goes_on_with_a_question_for_consent_goes_with_it() -> None:
    question = p("We use cookies to make the site work and to show advertising.")
    more = p("Our partners store information on your device; you can withdraw your consent.")
    assert trimmed(p(RUNNING), question, more, p(RUNNING.upper()))[1:] == [p(RUNNING.upper())]
    assert more in trimmed(p(RUNNING), p(SECOND), more, p(RUNNING.upper()))
    news = p("The cookies of the bakery by the quay were sold out at noon.")
    assert news in trimmed(p(RUNNING), question, news, p(RUNNING.upper()))


def test_a_title_in_capitals_that_is_a_link_is_of_another_article() -> None:
    def link(text: str) -> Paragraph:
        return Paragraph((Link("https://a.example/1", (Text(text),)),))

    title = link("THE QUAY OF LISQUAY OPENS")
    assert trimmed(p(RUNNING), title, p(RUNNING.upper())) == [p(RUNNING), p(RUNNING.upper())]
    for kept in (link("The quay of Lisquay opens"), p("THE QUAY OF LISQUAY OPENS"), link("BBC")):
        assert trimmed(p(RUNNING), kept, p(RUNNING.upper()))[1] == kept


def test_codes_of_a_content_management_system_go() -> None:
    code = p("[button link=”https://a.example/kit” type=”big”] Send us your review[/button]")
    assert trimmed(p(RUNNING), code, p(RUNNING.upper())) == [p(RUNNING), p(RUNNING.upper())]
    assert trimmed(p("[The quay is shut.]"), p(RUNNING)) == [p("[The quay is shut.]"), p(RUNNING)]


def test_labelled_links_stay_in_a_digest_of_what_others_report() -> None:
    digest = [Paragraph((Text("LEDGER: "), a(f"The quay opens again, part {n}"))) for n in range(4)]
    assert trimmed(p(RUNNING), *digest, p(SECOND)) == [p(RUNNING), *digest, p(SECOND)]
    long = [p(f"{number}: {RUNNING}") for number in range(5)]
    assert trimmed(*long, *digest[:3], p(SECOND)) == [*long, p(SECOND)]


ENTRIES = (
    "The water at the gauge of Lisquay reached 6.4 metres at noon and was still rising.",
    "The fire brigade asked the people of three streets to go to the upper floors.",
    "Trains between the capital and the coast have stopped; buses run from the north station.",
)


def live(*times: str) -> list[str]:
    blocks = [line for pair in zip(times, ENTRIES, strict=True) for line in pair]
    return [part.text for part in without_noise([with_text(p(text)) for text in blocks])]


@pytest.mark.parametrize(
    "times",
    [
        ("14:35", "13:50", "12:05"),
        ("14.35 Uhr", "13.50 Uhr", "12.05 Uhr"),
        ("2:35 pm", "1:50 p.m.", "12:05 AM"),
        ("14h35", "13h50", "12h05"),
        ("14:35 CEST", "13:50 CEST", "12:05 CEST"),
        ("下午2:35", "下午1:50", "上午9:05"),
        ("۱۴:۳۵", "۱۳:۵۰", "۱۲:۰۵"),
    ],
)
def test_times_of_entries_of_a_live_blog_stay(times: tuple[str, ...]) -> None:
    assert live(*times) == [line for pair in zip(times, ENTRIES, strict=True) for line in pair]


def test_other_times_of_day_go() -> None:
    assert live("14:35", "14:35", "14:35") == [*ENTRIES]  # of the article, again and again
    assert [part.text for part in without_noise([with_text(p("14:35"))])] == []
    headings = [p("14:35"), h("The mill"), p("13:50"), h("The gate"), p("12:05"), h("The quay")]
    kept = [part.text for part in without_noise(map(with_text, headings))]
    assert kept == ["The mill", "The gate", "The quay"]


def shown(*blocks: Block) -> list[Block]:
    return [part.block for part in without_noise(map(with_text, blocks))]


CODE = Figure((picture("code.png"),))
TITLED = Figure((picture("code.png", alt="QR code of the Ledger"),))
QUAY = Figure((picture("quay.jpg", alt="The quay"),))


def test_a_code_beside_the_line_that_asks_to_scan_it_goes_with_it() -> None:
    scan = p("长按二维码关注我们")
    assert shown(p(RUNNING), scan, CODE) == [p(RUNNING)]
    assert shown(p(RUNNING), CODE, scan) == [p(RUNNING)]
    assert shown(p(RUNNING), TITLED, scan) == [p(RUNNING)]
    assert shown(p(RUNNING), scan, QUAY) == [p(RUNNING), QUAY]
    assert shown(CODE, scan, CODE) == [CODE]
    assert shown(p(RUNNING), p("Advertisement"), CODE) == [p(RUNNING), CODE]


def test_a_quotation_that_only_invites_readers_is_none() -> None:
    invitation = Paragraph((Text("Подписывайтесь на наш "), a("телеграм-канал")))
    assert shown(p(RUNNING), Quote((invitation,))) == [p(RUNNING)]
    quoted = Quote((p(SECOND), invitation))
    assert shown(p(RUNNING), quoted) == [p(RUNNING), quoted]
