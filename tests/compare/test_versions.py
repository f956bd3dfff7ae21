"""Reports of one event beside one another."""

from __future__ import annotations

from mirrorpress.compare import versions
from mirrorpress.compare.versions import ReportText, compared

WIRE = """云津河水位十二小时内上涨两米。
市政府开放三所学校安置居民。
市长林一舟说：“请尽快转移到高处。”
气象台预计雨势周四减弱。"""
LEDGER = """The Yunjin river rose two metres overnight.
The city opened three schools for residents.
Engineers found a crack in the northern dam and closed the road below it."""
GAZETTE = """The Yunjin river has risen two metres overnight.
Three schools were opened for residents by the city.
Farmers along the lower valley lost 400 hectares of rice."""


def report(name: str, text: str, language: str | None = "zh-Hans") -> ReportText:
    return ReportText(name, language, text)


def test_a_copy_is_folded_under_the_fullest_text_with_what_it_added_and_cut() -> None:
    cut = "\n".join([*WIRE.splitlines()[:3], "本报记者另悉，北岸公路已经封闭。"])
    traditional = "雲津河水位十二小時內上漲兩米。\n市政府開放三所學校安置居民。"
    found = compared([report("cut", cut), report("wire", WIRE), report("hant", traditional)])
    (version,) = found.versions
    assert version.id == "cut"  # as full as the other, and older
    assert [copy.id for copy in version.copies] == ["wire", "hant"]
    assert version.copies[1].added == ()
    wire = version.copies[0]
    assert (wire.added, wire.cut) == (
        ("气象台预计雨势周四减弱。",),
        ("本报记者另悉，北岸公路已经封闭。",),
    )
    assert version.only == ()


def test_what_one_report_says_alone_is_found_in_texts_of_one_language() -> None:
    found = compared(
        [report("ledger", LEDGER, "en"), report("wire", WIRE), report("gazette", GAZETTE, "en-GB")]
    )
    only = {version.id: version.only for version in found.versions}
    assert only == {
        "ledger": ("Engineers found a crack in the northern dam and closed the road below it.",),
        "wire": (),  # no other is in its language
        "gazette": ("Farmers along the lower valley lost 400 hectares of rice.",),
    }


def test_figures_are_compared_across_languages_and_quotations_by_their_words() -> None:
    one = "约1.14万人转移。他说：「請盡快轉移到高處。」"
    other = "11,400 people left; 12 houses fell."
    third = "一万一千人转移。“请尽快转移到高处。”"
    found = compared([report("one", one), report("other", other, "en"), report("third", third)])
    assert [(said.text, said.ids) for said in found.figures] == [
        ("1.14万人", ("one", "other")),
        ("12 houses", ("other",)),
        ("一万一千人", ("third",)),
    ]
    assert [said.ids for said in found.quotations] == [("one", "third")]


def test_reports_and_what_is_shown_of_them_are_bounded() -> None:
    def word(number: int) -> str:
        return "".join("bcdfghjkln"[int(digit)] for digit in f"{number:04}")

    def text(name: int) -> str:
        """900 lines of ten words that no other text has."""
        words = [word(100 * name + at) for at in range(100)]
        return "\n".join(" ".join(words[at % 90 : at % 90 + 10]) for at in range(900))

    reports = [report(f"r{name}", text(name), "en") for name in range(60)]
    found = compared(reports)
    assert len(found.versions) == versions.MOST_REPORTS
    assert all(len(version.only) <= versions.MOST_SHOWN for version in found.versions)
    long = report("long", "word " * 200 + "\n" + "other " * 10, "en")
    short = report("short", "Something else entirely is told by this one, briefly.", "en")
    for version in compared([long, short]).versions:
        assert all(len(one) <= versions.LONGEST_SHOWN for one in version.only)


def test_nothing_is_compared_where_there_is_no_text() -> None:
    found = compared([report("one", ""), report("two", "")])
    assert [version.id for version in found.versions] == ["one", "two"]
    assert compared([]).versions == ()
