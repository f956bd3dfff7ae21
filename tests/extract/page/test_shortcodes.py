"""Codes that a content system did not replace."""

from __future__ import annotations

import pytest

from mirrorpress.extract.page.repair import repair
from mirrorpress.extract.page.shortcodes import without_shortcodes


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<p>[ad_1] The quay is closed.</p>[ad_2]", "<p> The quay is closed.</p>"),
        ('[vc_row el_class="a b"][vc_column width="1/2"]Quay[/vc_column][/vc_row]', "Quay"),
        ("[et_pb_section][et_pb_text]Quay[/et_pb_text][/et_pb_section]", "Quay"),
        ('<p>Quay</p>[contact-form-7 id="12" title="Write"]', "<p>Quay</p>"),
        ("[adrotate group=&quot;1&quot;]Quay", "Quay"),
        ("[mc4wp_form]Quay", "Quay"),
    ],
)
def test_codes_are_left_out(markup: str, kept: str) -> None:
    assert without_shortcodes(markup) == kept


@pytest.mark.parametrize(
    "code",
    [
        "[embed]https://youtu.be/quay[/embed]",
        "[embed width=&quot;500&quot;] https://youtu.be/quay [/embed]",
        "[youtube https://youtu.be/quay]",
        "[youtube=https://youtu.be/quay]",
    ],
)
def test_embeds_are_frames(code: str) -> None:
    shown = '<p><iframe src="https://youtu.be/quay"></iframe></p>'
    assert without_shortcodes(f"<p>{code}</p>") == shown


@pytest.mark.parametrize(
    "markup",
    [
        "<p>He said [the quay] was closed [sic] in [2031].</p>",
        "<p>[ad hoc] and [advice] and [too] and [embedded] reporters</p>",
        "<p>[video] [gallery] [caption] A quay [/caption]</p>",
        "<p>Write <code>[vc_row]</code> and [ad_1].</p>",
        "<p>[vc_row</p>",
        "<p>[embed]javascript:alert(1)[/embed]</p>",
    ],
)
def test_other_words_in_brackets_stay(markup: str) -> None:
    assert without_shortcodes(markup) == markup


def test_an_address_cannot_leave_its_attribute() -> None:
    made = without_shortcodes("[embed]https://a.example/&quot;onload=x[/embed]")
    assert made == '<iframe src="https://a.example/&quot;onload=x"></iframe>'


def test_repair_leaves_them_out() -> None:
    assert repair("<p>[ad_1]Quay</p>").markup == "<p>Quay</p>"


def test_many_codes_that_never_end_take_time_that_grows_with_their_number() -> None:
    assert len(without_shortcodes("[vc_row " * 200_000)) == 1_600_000
    assert len(without_shortcodes("[embed " * 200_000)) == 1_400_000
