"""Reports in other languages are found by the figures and names that they share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mirrorpress.group import assign
from mirrorpress.group.across import COMPARED, FEWEST, LATEST, SHARE, Across, language_of
from mirrorpress.group.bridge import codes
from mirrorpress.group.window import Window
from mirrorpress.model import GroupCandidate

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
FLOOD = {
    "en": "Some 11,400 people left Ostrey and Pellin after a gate of the Brannock dam jammed. The "
    "gauge stood at 7.82 metres, and 2,300 houses were under water, said Maren Tolvik.",
    "zh-Hans": "布兰诺克大坝一孔闸门卡死，奥斯特雷、佩林两地约1.14万人撤离。水位7.82米，"
    "约2300户进水，马伦·托尔维克说。",
    "ru": "Около 11 400 жителей Остри и Пеллина покинули дома: на плотине Браннок заклинило "
    "затвор. Вода поднялась до 7,82 метра, подтоплено 2300 домов, сказала Марен Толвик.",
    "ar": "غادر نحو 11400 شخص أوستري وبيلين بعدما علقت بوابة في سد برانوك. بلغ المنسوب 7.82 أمتار "
    "ودخلت المياه 2300 منزل، كما قالت مارين تولفيك.",
}
# The same people at another time: names, but no figures.
VISIT = {
    "en": "Maren Tolvik came to Ostrey on Sunday to open a library for children of the town.",
    "zh-Hans": "周日，马伦·托尔维克来到奥斯特雷，为当地儿童图书馆剪彩。",
}


def report(name: str, language: str | None, text: str, hours: float = 0) -> GroupCandidate:
    title, _, text = text.partition(" " if language != "zh-Hans" else "，")
    published = NOON + timedelta(hours=hours)
    return GroupCandidate(
        id=name, published=published, title=title, text=text, source=name, language=language
    )


def others() -> list[GroupCandidate]:
    """A few reports of other things in each language."""
    texts = {
        "en": "The market at the harbour had {} stalls this week, and the fish was sold by ten.",
        "zh-Hans": "本周港口集市有{}个摊位，鱼在十点前卖完。",
        "ru": "На рынке в порту на этой неделе было {} прилавков, рыбу продали к десяти.",
        "ar": "كان في سوق الميناء هذا الأسبوع {} كشكا، وبيع السمك قبل العاشرة.",
    }
    return [
        report(f"market-{language}-{number}", language, text.format(40 + number), number)
        for language, text in texts.items()
        for number in range(6)
    ]


def test_reports_of_an_event_in_four_scripts_are_one_story() -> None:
    event = [
        report(language, language, text, hour)
        for hour, (language, text) in enumerate(FLOOD.items())
    ]
    found = assign([*event, *others()])
    assert {found[one.id] for one in event} == {"en"}
    assert "en" not in {found[one.id] for one in others()}


def test_names_that_only_sound_alike_say_little_in_one_script() -> None:
    """Between scripts they may be the same: Ostrey, Остри."""
    here = "Tolvik of Brannock met Pellin in Ostrey"
    alike = "Talvek aus Brenick sah Pollan bei Oster"
    window = Window(
        [
            *others(),
            report("one", "en", f"Today {here}"),
            report("other", "de", f"Heute {alike}"),
            report("same", "ru", "Сегодня Толвик из Бранок видел Пеллин в Остри"),
        ]
    )
    assert len(set(codes(here)) & set(codes(alike))) >= FEWEST
    assert "other" not in window.near("one")
    assert "same" in window.near("one")


def test_names_alone_of_few_people_do_not_join_two_events() -> None:
    flood = [report(f"flood-{language}", language, text) for language, text in FLOOD.items()]
    visit = [report(f"visit-{language}", language, text, 20) for language, text in VISIT.items()]
    found = assign([*flood, *visit, *others()])
    assert len({found[one.id] for one in flood}) == 1
    assert {found[one.id] for one in flood}.isdisjoint(found[one.id] for one in visit)


def test_time_counts_as_it_does_within_a_language() -> None:
    one, other = report("one", "en", FLOOD["en"]), report("other", "ru", FLOOD["ru"], 24)
    late = report("late", "ru", FLOOD["ru"], 24 * 5)
    window = Window([one, other, late, *others()])
    near = window.near("one")
    assert "late" not in near
    compared = window.compared("one", "other")
    assert 0 < near["other"].similarity < compared.across <= SHARE
    assert compared.similarity == pytest.approx(near["other"].similarity)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en-GB", "x", "en"),
        (None, "水位上涨两米 OK", "zh"),
        (None, "川の水位が上がり、人々は家を出た", "ja"),
        (None, "Вода поднялась", "ru"),
        (None, "ارتفع المنسوب", "ar"),
        (None, "The river rose", "und-latn"),
        (None, "1234", None),
    ],
)
def test_the_script_tells_a_language_that_is_not_stated(
    language: str | None, text: str, expected: str | None
) -> None:
    assert language_of(report("one", language, text)) == expected


def test_reports_that_are_dropped_are_not_found() -> None:
    across = Across()
    codes = range(2, 2 * FEWEST + 2, 2)
    across.add("one", "en", codes)
    across.add("two", "zh", codes)
    across.add("three", None, codes)
    across.add("four", "en", codes)
    assert across.candidates("one") == ["two"]
    assert (across.differ("one", "two"), across.differ("one", "four")) == (True, False)
    assert not across.differ("one", "three")
    across.drop(["two"])
    assert across.candidates("one") == []
    assert across.similarities("one", ["two", "four"]) == {}


def test_the_latest_reports_of_a_code_are_found_by_id_where_they_share_as_much() -> None:
    across = Across()
    codes = range(2, 2 * FEWEST + 2, 2)
    across.add("one", "en", codes)
    names = [f"r{number:03}" for number in range(3 * LATEST)]
    for name in reversed(names):  # more than are kept of a code
        across.add(name, "zh", codes)
    assert across.candidates("one") == names[:COMPARED]
    across.drop(names[: LATEST - 2])
    assert across.candidates("one") == names[LATEST - 2 : LATEST + 1]
    across.drop(names)
    assert across.candidates("one") == []
    assert across.candidates("unknown") == []
