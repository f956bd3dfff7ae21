"""Why reports are in a story, in words, and why others are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest

from group.reports import EVENTS, NOON, report
from group.test_across import FLOOD, others
from group.test_across import report as report_in
from group.test_contrast import HERE, THERE, reports
from mirrorpress.group import (
    GroupCandidate,
    Reason,
    ReportText,
    StoryExplanation,
    assign,
    explain,
    outline,
)
from mirrorpress.group.explanation import LEFT_OUT, WORDS
from mirrorpress.group.index import LATEST
from mirrorpress.group.stories import MOST, threshold_among
from mirrorpress.group.window import Window
from mirrorpress.text.words import normalized


def explained(
    shown: Sequence[str],
    around: Sequence[GroupCandidate],
    *,
    beyond: Sequence[GroupCandidate] = (),
    waiting: Sequence[str] = (),
    size: int | None = None,
) -> StoryExplanation:
    found = outline(shown, around, size=size or len(shown), waiting=waiting, beyond=beyond)
    texts = {one.id: ReportText(one.title, one.text) for one in (*around, *beyond)}
    return explain(found, texts)


def everything() -> list[GroupCandidate]:
    """All events, with the stories that grouping gives them."""
    reports = [report(event, which, hours=which) for event in EVENTS for which in (0, 1)]
    stories = assign(reports)
    return [replace(one, story=stories[one.id]) for one in reports]


STRIKE = ("strike-one", "strike-two")
ROUTINE = [  # so that words are rare, as in a mirror
    GroupCandidate(id=f"routine-{word}", published=NOON, title=f"{word} notice")
    for word in ("".join(letters) for letters in product("bcdfghk", repeat=3))
]


def reasons(found: StoryExplanation) -> dict[str, Reason]:
    return {one.report.id: one.reason for one in found.left_out}


def test_english_words_are_shown_as_they_are_written() -> None:
    found = explained(STRIKE, everything())
    assert found.story == "strike-one"
    assert (found.size, found.among) == (2, 8)
    first, second = found.reports
    (pair,) = first.nearest
    assert pair.other == second.id == "strike-two"
    assert pair.shared.names == ("Port", "Selwyn", "Thursday", "Wednesday")
    assert {"Drivers", "strike", "tramway", "shifts"} <= set(pair.shared.others)
    assert {"drivers", "strike", "tramway"} <= set(second.nearest[0].shared.others)
    assert pair.compared.similarity > found.threshold == threshold_among(8)
    assert pair.compared.days == pytest.approx(1 / 24)


def test_pairs_of_characters_are_joined_where_both_texts_have_the_string() -> None:
    found = explained(("ferry-hans", "ferry-hant"), everything())
    (pair,) = found.reports[0].nearest
    words = pair.shared.others
    assert {"白鹭湾", "港口管理处", "船长林远航"} <= set(words)
    texts = [normalized(f"{title}\n{text}") for _, title, text in EVENTS["ferry"]]
    assert all(word in text for word in words for text in texts)
    assert not any(word in other for word in words for other in words if word != other)


def test_numbers_are_shared_in_their_normal_form_and_those_of_one_only_speak_against() -> None:
    one, other = (
        GroupCandidate(id=name, published=NOON, title=title, text=text, story="s")
        for name, title, text in (
            ("a", "奥兰河决堤1.14万人撤离", "奥兰河水利局说，水位达到7.8米。"),
            ("b", "奥兰河决堤 11,400人撤离 3人失踪", "水利局说奥兰河水位仍在上升。"),
        )
    )
    (pair,) = explained(("a", "b"), [one, other, *ROUTINE]).reports[0].nearest
    assert pair.shared.numbers == ("11400",)
    assert (pair.only_one.numbers, pair.only_other.numbers) == (("7.8",), ("3",))


def test_names_that_only_one_has_are_those_of_title_and_lead() -> None:
    long = "It went on until late. " * 20 + "Later Ottoline Brask came."
    one, other = (
        GroupCandidate(id=name, published=NOON, title=title, text=f"{text} {long}", story="s")
        for name, title, text in (
            ("a", "Carlow bridge closed", "In Carlow the bridge is closed, said Imre Pell."),
            ("b", "Bridge of Carlow shut", "In Carlow the bridge is closed to Quarry Lane."),
        )
    )
    other = replace(other, text=other.text.replace("Ottoline", "Augusta"))
    (pair,) = explained(("a", "b"), [one, other, *ROUTINE]).reports[0].nearest
    assert pair.only_one.names == ("Imre", "Pell")
    assert pair.only_other.names == ("Quarry", "Lane")
    assert {"Brask", "Carlow"} <= set(pair.shared.names)


def test_a_copy_is_named_with_its_share() -> None:
    copy = replace(report("strike", 0, hours=1), id="copy", source="x", story="strike-one")
    found = explained((STRIKE[0], "copy"), [*everything(), copy])
    assert found.reports[0].nearest[0].compared.is_copy
    assert found.reports[0].nearest[0].compared.contained == 1.0


def test_reports_of_other_events_are_below_the_threshold() -> None:
    found = explained(STRIKE, everything())
    assert reasons(found) == {"library-one": Reason.BELOW, "library-two": Reason.LITTLE}


def test_a_report_in_no_story_is_explained_by_its_nearest() -> None:
    alone = replace(report("library", 0), id="alone", title="Maple Hollow", text="The river fell.")
    found = explained(("alone",), [*everything(), alone])
    assert found.story is None
    assert (found.reports[0].id, found.reports[0].nearest) == ("alone", ())
    assert {"library-one", "library-two"} <= reasons(found).keys()
    values = [one.report.nearest[0].compared.faded for one in found.left_out]
    assert values == sorted(values, reverse=True)


def test_a_report_that_shares_nothing_has_no_nearest() -> None:
    assert explained(("observatory-hans",), everything()).left_out == ()


def test_what_is_common_is_little_evidence() -> None:
    reports = [
        GroupCandidate(id=name, published=NOON, title="It came in", text="Summary of the day.")
        for name in ("a", "b")
    ]
    assert reasons(explained(("a",), reports)) == {"b": Reason.LITTLE}


def test_the_same_event_after_four_days_is_too_far_apart() -> None:
    later = replace(report("strike", 1, hours=97), id="later")
    found = explained(STRIKE, [*everything(), *ROUTINE], beyond=[later])
    assert reasons(found)["later"] is Reason.TOO_FAR
    pair = found.left_out[0].report.nearest[0]
    assert pair.compared.similarity == 0.0 < found.threshold < pair.compared.alike


def test_what_is_far_apart_and_not_similar_is_below_the_threshold() -> None:
    later = replace(report("library", 0, hours=97), id="later")
    assert reasons(explained(STRIKE, everything(), beyond=[later]))["later"] is Reason.BELOW


def test_what_waits_is_not_grouped_so_far() -> None:
    new = replace(report("strike", 1, hours=2), id="new")
    around = [*everything(), new]
    assert reasons(explained(STRIKE, around, waiting=["new"]))["new"] is Reason.NOT_GROUPED
    assert reasons(explained(STRIKE, around))["new"] is Reason.LATER


def test_a_full_story_takes_no_other() -> None:
    new = replace(report("strike", 1, hours=2), id="new")
    found = explained(STRIKE, [*everything(), new], size=MOST)
    assert reasons(found)["new"] is Reason.FULL


def test_near_to_one_report_but_not_to_the_story() -> None:
    """Each has half of its words from the one before."""
    words = [f"w{one}{other}ord" for one in "abcdefgh" for other in "ijklmnop"]
    *members, last = [
        GroupCandidate(
            id=f"c{at}", published=NOON, title=" ".join(words[4 * at : 4 * at + 8]), story="c0"
        )
        for at in range(12)
    ]
    last = replace(last, story=None)
    found = explained([one.id for one in members], [*members, last, *ROUTINE])
    (left,) = found.left_out
    assert (left.report.id, left.reason) == ("c11", Reason.MEAN)
    assert left.mean is not None
    assert left.mean < found.threshold < left.report.nearest[0].compared.similarity


def test_two_events_that_look_alike_are_divided() -> None:
    """Two earthquakes, a day apart."""
    here = [replace(one, story="r00") for one in reports(HERE, 6, 0, 0, dated=True)]
    there = [replace(one, story="r50") for one in reports(THERE, 6, 50, 24, dated=True)]
    found = explained([one.id for one in here], [*here, *there, *ROUTINE])
    assert {one.id for one in there} == reasons(found).keys()
    assert set(reasons(found).values()) == {Reason.DIVIDED}


def test_what_is_shown_is_bounded() -> None:
    many = [
        replace(
            report("strike", number % 2, hours=number / 60), id=f"m{number}", source=f"o{number}"
        )
        for number in range(80)
    ]
    found = explained(STRIKE, [*everything(), *many])
    assert len(found.left_out) == LEFT_OUT
    kinds = [pair.shared for one in found.reports for pair in one.nearest]
    assert all(max(map(len, (one.names, one.numbers, one.others))) <= WORDS for one in kinds)


def test_the_reports_of_a_large_story_do_not_hide_others() -> None:
    members = [
        replace(report("strike", number % 2), id=f"m{number:03}", source=f"o{number}", story="m000")
        for number in range(2 * LATEST)
    ]
    other = GroupCandidate(
        id="other", published=NOON, title="Selwyn trams", text="A tramway museum opens."
    )
    found = explained(["m000", "m001"], [*ROUTINE, *members, other], size=len(members))
    assert "other" in reasons(found)
    assert not {one.id for one in members} & reasons(found).keys()


def test_a_text_without_title_is_read_as_grouping_does() -> None:
    bare = [
        replace(one, title="", text=f"{one.title}\n{one.text}") if one.id in STRIKE else one
        for one in everything()
    ]
    (pair,) = explained(STRIKE, bare).reports[0].nearest
    assert "Selwyn" in pair.shared.names


def test_comparison_says_what_grouping_counts() -> None:
    window = Window([*everything(), *ROUTINE, replace(report("strike", 0, hours=80), id="far")])
    names = [one.id for one in everything()] + ["far"]
    for name in names:
        near = window.near(name)
        found = window.similarities(name, names)
        for other in names:
            if other == name:
                continue
            compared = window.compared(name, other)
            assert compared.similarity == pytest.approx(found[other], abs=1e-12)
            assert sum(compared.shared.values()) == pytest.approx(compared.alike)
            if other in near:
                assert near[other].is_copy == compared.is_copy
    assert window.compared("strike-one", "strike-two").similarity > 0.1


def test_what_reports_in_two_languages_share_is_shown_as_both_write_it() -> None:
    event = [report_in(language, language, text) for language, text in FLOOD.items()]
    around = [*event, *others()]
    stories = assign(around)
    around = [replace(one, story=stories[one.id]) for one in around]
    found = explained(["en", "zh-Hans"], around, size=4)
    (pair,) = found.reports[0].nearest[:1]
    assert pair.other == "ru"
    chinese = next(one for one in found.reports if one.id == "zh-Hans")
    across = {one for each in chinese.nearest for one in each.across}
    assert {"11400", "7.82", "2300"} <= across
    assert any("托尔维克" in one and " / " in one for one in across)
