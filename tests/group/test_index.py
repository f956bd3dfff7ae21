"""What reports share, weighed at once as arrays, is what it is term by term."""

from __future__ import annotations

import math
from array import array
from random import Random

import pytest

from mirrorpress.group.features import MOST_TIMES, NAME, Features
from mirrorpress.group.index import COMPARED, FEW_IN_LANGUAGE, LATEST, LEAST_SHARED, OF_NAME, Index
from mirrorpress.group.near_duplicates import Sketch

Vector = dict[int, float]
BACKGROUND, OUTLET = 40, 10  # reports; so many of one outlet have a template


def invented(chance: Random, more: list[int]) -> Features:
    """A report of some of the lowest numbers; those that share their low bits are among them."""
    some = {chance.randrange(150) << chance.choice((0, 16)) for _ in range(30)}
    terms = sorted({*some, *more})
    counts = [chance.randint(1, MOST_TIMES) | chance.choice((0, NAME)) for _ in terms]
    lead = bytes(chance.choice((0, 0, 1, 3)) for _ in terms)
    return Features(array("I", terms), lead, bytes(counts), Sketch.of(""))


def filled() -> tuple[Index, dict[str, Features], list[int]]:
    chance, template = Random(5), [7, 7 << 16, 1_000_000]
    index, reports = Index(), {}
    for number in range(BACKGROUND):
        of_outlet = number < OUTLET
        found = reports[f"r{number}"] = invented(chance, template)
        index.add(f"r{number}", "courier" if of_outlet else "", found)
    index.find_by_terms(list(reports))
    return index, reports, template


def vectors(index: Index, found: Features, without: list[int]) -> tuple[Vector, Vector, Vector]:
    """Title and lead, text, names: each term's weight by how often it stands there."""
    lead: Vector = {}
    text: Vector = {}
    names: Vector = {}
    for term, in_lead, in_text in zip(found.terms, found.lead, found.text, strict=True):
        if term in without:
            continue
        weight = index.weight(term)
        lead[term] = weight * (1 + math.log(in_lead)) if in_lead else 0.0
        text[term] = weight * (1 + math.log(in_text & MOST_TIMES))
        if in_text >= NAME:
            names[term] = text[term]
            text[term] *= OF_NAME
    return lead, text, names


def cosine(one: Vector, other: Vector) -> float:
    lengths = math.hypot(*one.values()) * math.hypot(*other.values())
    return sum(one[term] * other[term] for term in one.keys() & other.keys()) / (lengths or 1.0)


@pytest.mark.parametrize("name", ["r0", "r20"])
def test_cosines_are_those_of_the_definition(name: str) -> None:
    """With the outlet's template, and without; terms with the same low bits are told apart."""
    index, reports, template = filled()
    shared = index.shared(name, list(reports))
    none: list[int] = []
    mine = vectors(index, reports[name], template if int(name[1:]) < OUTLET else none)
    for number, found in enumerate(reports.values()):
        theirs = vectors(index, found, template if number < OUTLET else none)
        expected = [cosine(one, other) for one, other in zip(mine, theirs, strict=True)]
        got = [shared.lead[number], shared.text[number], shared.names[number]]
        assert got == pytest.approx(expected, abs=1e-12)
        both = sorted(mine[1].keys() & theirs[1].keys())
        assert shared.evidence[number] == pytest.approx(sum(map(index.weight, both)))
        by_term = index.shared_terms(name, f"r{number}")
        assert by_term.terms == both
        assert sum(by_term.text) == pytest.approx(expected[1], abs=1e-12)


def test_a_report_without_terms_shares_nothing() -> None:
    index, reports, _ = filled()
    index.add("empty", "", Features.of("", ""))
    index.find_by_terms(["empty"])
    assert index.candidates("empty") == []
    for one, others in (("empty", list(reports)), ("r0", ["empty"]), ("empty", ["empty"])):
        assert not index.shared(one, others).evidence.any()
    assert index.shared("r0", []).evidence.tolist() == []


def test_candidates_are_those_that_share_most_and_the_order_is_by_id_where_it_is_as_much() -> None:
    index, _, _ = filled()
    same = [f"same{number}" for number in range(2 * COMPARED)]
    for name in reversed(same):
        index.add(name, "", Features.of("Ferry Selwyn", "aground lighthouse harbour"))
    index.find_by_terms(same)
    assert index.candidates("same5") == sorted(set(same) - {"same5"})[:COMPARED]
    apart = sorted(same)[:10]
    assert index.looked_up("same5", apart) == sorted({*same} - {"same5", *apart})[:COMPARED]


def test_what_shares_little_is_looked_up_but_no_candidate() -> None:
    index = Index()
    titles = {"one": "Ferry", "other": "Ferry", "third": "Selwyn"}
    for name, title in titles.items():
        own = " ".join(f"{name}{chr(97 + at)}" for at in range(26))
        index.add(name, "", Features.of(title, own))
        index.add(f"{name}2", "", Features.of(title + f" {own}", own))
    index.find_by_terms([*titles, *(f"{name}2" for name in titles)])
    assert LEAST_SHARED > 0
    assert index.candidates("one")[0] == "one2"
    assert "other2" not in index.candidates("one2")
    assert "other2" in index.looked_up("one2", [])


def test_reports_that_are_dropped_are_found_no_longer() -> None:
    index = Index()
    names = [f"r{number:03}" for number in range(3 * LATEST)]
    for name in names:  # more than are kept of a term
        index.add(name, "", Features.of("Ferry Selwyn", "aground lighthouse harbour"))
    index.find_by_terms(names)
    index.drop(names[2 * LATEST :])
    assert set(index.candidates(names[0])) <= set(names[: 2 * LATEST])
    index.drop(names[1 : 2 * LATEST])
    assert index.candidates(names[0]) == []


def test_a_term_weighs_as_among_the_reports_in_its_language() -> None:
    """Reports in another language do not make the words of this one rare."""
    alone, among_others = Index(), Index()
    chance = Random(7)
    texts = [invented(chance, []) for _ in range(2 * FEW_IN_LANGUAGE)]
    for number, found in enumerate(texts):
        alone.add(f"r{number}", "", found, "zh")
        among_others.add(f"r{number}", "", found, "zh")
    for number in range(500):
        among_others.add(f"x{number}", "", Features.of("", f"word{number} in another tongue"), "en")
    of_zh, of_en = [f"r{number}" for number in range(len(texts))], [f"x{at}" for at in range(500)]
    alone.find_by_terms(of_zh)
    among_others.find_by_terms([*of_zh, *of_en])
    for term in texts[0].terms:
        assert among_others.weight(term, "zh") == alone.weight(term, "zh")
    assert among_others.among("r0", "r1") == len(texts)
    assert among_others.among("r0", "x1") is None
    few = Index()
    few.add("one", "", texts[0], "zh")
    few.add("two", "", texts[1], "en")
    assert few.among("one", "one") == 2  # too few to say what is rare: all count


def test_what_terms_weigh_is_forgotten_when_their_reports_are_gone() -> None:
    """Also where as many reports come as go."""
    index, before = Index(), list[str]()
    for turn in range(30):
        names = [f"{turn}-{number}" for number in range(20)]
        for number, name in enumerate(names):
            index.add(name, "", Features.of(f"title{turn}", f"{turn} {turn}{number} {number}"))
        index.find_by_terms(names)
        index.drop(before)
        before = names
    kept = sum(map(len, index._weights.values()))
    assert kept <= 4 * len({term for name in before for term in index.features(name).terms})
