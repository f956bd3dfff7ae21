"""Appeals for money behind a text, which are not of it."""

from __future__ import annotations

import pytest

from mirrorpress.extract.blocks.appeals import LONGEST_LINE, appeal_at
from mirrorpress.extract.page.measure import weight_of

TEXT = [
    "The old quay of Lisquay opened again on Sunday, eleven years after the storm took its wall.",
    "Some four hundred people walked down to the water, and most of them stayed until dark.",
    "The town paid for the stones; a bank lent the rest, and the mayor wants it back by autumn.",
    "Fishing boats may use the quay from Monday on, ferries from the first week of the month.",
]
LINE = "Support the Ledger"
OURS = "The Ledger believes that everyone needs news, and our reporters spend weeks on one story."
GIFT = "Help us keep it free: a contribution of as little as $2 a month goes a long way for us."


def at(texts: list[str]) -> int:
    return appeal_at(texts, [weight_of(text) <= LONGEST_LINE for text in texts])


@pytest.mark.parametrize(
    "appeal",
    [
        [LINE, OURS, GIFT],
        [LINE, "The time is now", OURS, GIFT, LINE, OURS],
        ["Please help support our newsroom", GIFT, OURS],
        ["Support the Ledger from $2", "Did you know that there are three papers about boats here?",
         "That is one reason why a paper of our own is needed.", GIFT],
        ["Unterstützen Sie das Hafenblatt",
         "Unsere Redaktion arbeitet ganz ohne Anzeigen und ohne einen Verlag.",
         "Mit einer Spende helfen Sie uns, dass alle Texte auch morgen frei zu lesen sind."],
        ["支持港务报",
         "我们相信每个人都需要新闻，我们不登广告，也没有出版社，所有文章都可以免费阅读。",
         "请捐款支持我们的工作，让所有人明天也能免费阅读我们的所有文章，谢谢。"],
        ["Support independent journalism", GIFT],
        ["Colabore con nuestro trabajo:",
         "Nuestro equipo hace un periodismo serio. Le invitamos a continuar apoyándonos."],
        ["Поддержите независимую журналистику",
         "Нашу работу поддерживают читатели, рекламы у нас нет. Оформите донат от ста крон."],
        ["A word to our loyal readers", "Support the Ledger and make a difference.", "Editorial",
         "Ada Stone\nBen Varga", "Most of our stories begin when a reader asks.", "Team Ledger"],
        ["Dear reader,", "Everything is free to read here, and a donation keeps it so."],
        ["Liebe Leserinnen und Leser", "Mit einer Spende bleibt alles frei zu lesen."],
        ["Chers lecteurs", "Faites un don : chaque somme compte, et tout reste libre."],
        ["致读者", "捐款支持港务报，让所有文章都可以免费阅读。"],
    ],
)  # fmt: skip
def test_an_appeal_ends_the_text(appeal: list[str]) -> None:
    assert at([*TEXT, *appeal]) == len(TEXT)


@pytest.mark.parametrize(
    "end",
    [
        [],
        [OURS, GIFT],  # no line that asks
        ["A note to our readers", "An earlier version of this report gave another year."],
        ["Dear reader,", f"Support the quay! {TEXT[0] * 3}", *TEXT, *TEXT],  # for long
        ["The letter to our old mayor", "Support the quay, it said."],
        [LINE, OURS, OURS],  # nothing to give
        [LINE, GIFT],  # one paragraph alone
        ["Support for reporters grows", TEXT[0]],
        [LINE, OURS, GIFT, TEXT[0]],  # the text goes on
        ["Support the quay for $2", *TEXT, GIFT],  # for long
        ["Support for the quay grows", "We walked there, said Anna Kern, and our feet were wet.",
         "The bank gave $2 million, and the town will pay it back to the bank in nine years."],
    ],
)  # fmt: skip
def test_what_is_no_appeal_stays(end: list[str]) -> None:
    texts = [*TEXT, *end]
    assert at(texts) == len(texts)


def test_an_appeal_can_be_longer_than_the_text() -> None:
    assert at([*TEXT, *TEXT[:1], LINE, *[OURS, GIFT] * 5]) == len(TEXT) + 1


def test_a_text_that_is_an_appeal_stays() -> None:
    texts = [TEXT[0], LINE, OURS, GIFT, OURS, GIFT]
    assert at(texts) == len(texts)
    assert at([]) == 0
    assert at([LINE]) == 1
