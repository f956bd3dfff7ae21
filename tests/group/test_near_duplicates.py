"""Which texts are copies of one another."""

from __future__ import annotations

import random
import subprocess
import sys
import zlib
from array import array
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.group.near_duplicates import (
    COPY,
    LATEST,
    MOST,
    RUN,
    Sketch,
    containment,
    near_duplicates,
)
from mirrorpress.text.words import letters


def text_of(seed: int, words: int) -> str:
    chosen = random.Random(seed)
    return " ".join("".join(chosen.choices(ascii_lowercase, k=6)) for _ in range(words))


def test_a_text_is_a_copy_of_itself_in_other_dress() -> None:
    text = text_of(1, 200)
    assert containment(Sketch.of(text), Sketch.of(text.upper().replace(" ", " - "))) == 1.0


@pytest.mark.parametrize("around", [50, 400, 1000])
def test_a_text_inside_of_a_longer_one_is_a_copy(around: int) -> None:
    short = text_of(1, 300)
    whole = f"{text_of(2, around)} {short} {text_of(3, around)}"
    assert containment(Sketch.of(short), Sketch.of(whole)) >= COPY


@pytest.mark.parametrize("share", [0.1, 0.3, 0.45])
def test_a_text_that_shares_less_than_half_is_none(share: float) -> None:
    words = text_of(1, 400).split()
    kept = int(share * len(words))
    other = " ".join([*words[:kept], *text_of(9, 400 - kept).split()])
    assert containment(Sketch.of(" ".join(words)), Sketch.of(other)) < COPY


def test_the_share_is_estimated_within_a_tenth() -> None:
    words = text_of(1, 1000).split()
    for kept in (300, 500, 700, 900):
        other = " ".join([*words[:kept], *text_of(kept, 1000 - kept).split()])
        runs = [
            {text[at : at + 5] for at in range(len(text) - 4)}
            for text in ("".join(words), other.replace(" ", ""))
        ]
        true = len(runs[0] & runs[1]) / min(map(len, runs))
        assert abs(containment(Sketch.of(" ".join(words)), Sketch.of(other)) - true) < 0.15


def test_simplified_and_traditional_are_one_text() -> None:
    text = "海燕号渡轮星期天清晨在白鹭湾灯塔附近搁浅，船上三百一十二名乘客全部获救，无人受伤。"
    other = "海燕號渡輪星期天清晨在白鷺灣燈塔附近擱淺，船上三百一十二名乘客全部獲救，無人受傷。"
    assert containment(Sketch.of(text), Sketch.of(other)) == 1.0


@pytest.mark.parametrize("text", ["", "a", "short text", "…" * 500, "a" * 50_000])
def test_little_text_tells_nothing(text: str) -> None:
    sketch = Sketch.of(text)
    assert len(sketch.hashes) <= MOST
    assert containment(sketch, sketch) == 0.0


def test_pairs_are_found_whatever_lies_between() -> None:
    short = text_of(1, 300)
    long = f"{text_of(2, 2000)} {short}"
    between = [(f"b{number}", text_of(number + 10, 300)) for number in range(50)]
    assert list(near_duplicates([("s", short), *between, ("l", long)])) == [("s", "l")]
    assert list(near_duplicates([("l", long), *between, ("s", short)])) == [("l", "s")]


def test_many_copies_give_a_bounded_number_of_pairs() -> None:
    text = text_of(1, 100)
    pairs = list(near_duplicates((f"t{number}", text) for number in range(4 * LATEST)))
    assert len(pairs) <= 4 * LATEST * LATEST
    assert len({name for pair in pairs for name in pair}) == 4 * LATEST


@given(st.text(max_size=300) | st.text("añ0斯𝐀😀\ud83d", max_size=60))
def test_the_hashes_are_those_of_each_run_of_letters(text: str) -> None:
    plain = letters(text)
    runs = {plain[at : at + RUN] for at in range(len(plain) - RUN + 1)}
    hashes = sorted({zlib.crc32(run.encode("utf-32-le", "replace")) for run in runs})
    assert Sketch.of(text) == Sketch(array("I", hashes), 0)


def test_a_long_text_keeps_the_hashes_that_end_in_zeros() -> None:
    plain = letters(text_of(1, 2000))
    runs = {plain[at : at + RUN] for at in range(len(plain) - RUN + 1)}
    every = {zlib.crc32(run.encode("utf-32-le")) for run in runs}
    sketch = Sketch.of(plain)
    assert sketch.level == 5
    assert list(sketch.hashes) == sorted(one for one in every if one % 2**5 == 0)


def test_commands_that_compare_nothing_need_no_numpy() -> None:
    code = "import sys, mirrorpress.group; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
