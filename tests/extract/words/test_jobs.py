"""Jobs of those who write, and words that hold them."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.jobs import JOB


@pytest.mark.parametrize(
    "text",
    [
        "Reporter",
        "EDITORS",
        "Wirtschaftsredakteurin",
        "Редактор",
        "кореспондентка",
        "újságíró",
        "δημοσιογράφος",
        "muhabiri",
        "خبرنگار",
        "מערכת: כתבת",
        "संवाददाता",
        "ผู้สื่อข่าว",
        "phóng viên",
        "특파원",
        "ჟურნალისტი",
    ],
)
def test_jobs(text: str) -> None:
    assert JOB.search(text)


@pytest.mark.parametrize(
    "text", ["Editorial", "authority", "Redaktion", "reportersdorf", "", "автору"]
)
def test_what_is_no_job(text: str) -> None:
    assert not JOB.search(text)
