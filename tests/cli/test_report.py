"""`verify --json`."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from cli.commands import run
from mirrorpress.publish.verify import VerifyResult
from publish.edition import KEY, STRANGER, first_edition, sealed
from publish.places import write_files

PAGE = "articles/2026/03/09/port-a.md"


def test_a_true_copy_as_one_object(tmp_path: Path) -> None:
    files = first_edition().contents
    write_files(tmp_path, files)
    (tmp_path / ".git").mkdir()
    result = run("verify", "--json", "--key", KEY.public.line, str(tmp_path))
    assert result.status == 0
    (found,) = result.lines
    assert found == {
        "ok": True,
        "trust": "good",
        "key": KEY.public.name,
        "public_key": KEY.public.line,
        "descriptor": {
            "mirror": "Harbour mirror 港口",
            "edition": "git",
            "sequence": 1,
            "time": "2026-03-09T05:05:06Z",
            "key": KEY.public.line,
            "addresses": ["https://mirror.example/"],
            "previous": None,
            "extras": [],
        },
        "checked": len(files) - 2,
        "changed": [],
        "missing": [],
        "added": [],
        "unproven": [],
        "problems": [],
        "notes": ["there is a .git in this copy, which was not checked; --git checks its commit"],
        "listed": True,
        "expected": KEY.public.line,
        "sampled": None,
        "older": None,
    }
    assert found.keys() - {"ok"} == {field.name for field in dataclasses.fields(VerifyResult)}


@pytest.mark.parametrize(
    ("files", "key", "trust", "status"),
    [
        (first_edition().contents, (), "first-use", 0),
        (sealed({}, key=STRANGER), ("--key", KEY.public.line), "stranger", 3),
        (sealed({}, key=None), (), "unsigned", 3),
        ({**sealed({}), "SHA256SUMS.minisig": b"x"}, (), "bad", 3),
    ],
)
def test_trust_is_a_word(
    tmp_path: Path, files: dict[str, bytes], key: tuple[str, ...], trust: str, status: int
) -> None:
    write_files(tmp_path, files)
    result = run("verify", "--json", *key, str(tmp_path))
    assert (result.status, result.lines[0]["trust"]) == (status, trust)
    assert result.lines[0]["ok"] is (status == 0)


def test_what_is_wrong_is_in_it(tmp_path: Path) -> None:
    write_files(tmp_path, first_edition().change({"new.md": b"new"}).contents)
    assert run("verify", "--json", str(tmp_path)).status == 0
    old = tmp_path / "old"
    write_files(old, {**first_edition().contents, PAGE: b"# Fake\n", "fake.md": b"# Fake\n"})
    result = run("verify", "--json", "--sample", "1000", str(old))
    (found,) = result.lines
    assert result.status == 3
    assert (found["ok"], found["changed"]) == (False, [PAGE])
    assert found["older"] == "older than a copy seen before (number 2 of edition git)"
    assert found["sampled"] == [6, 6]
    assert found["listed"] is False


def test_the_object_is_plain_ascii_on_one_line(tmp_path: Path) -> None:
    write_files(tmp_path, first_edition().contents)
    (tmp_path / "page \u202e\x1b[2J\n\x9b").touch()
    Path(f"{tmp_path}/\udcff").touch()
    output = run("verify", "--json", str(tmp_path)).output
    assert output.isascii()
    assert output.count(b"\n") == 1
    assert output.rstrip().decode().isprintable()
    assert len(json.loads(output)["added"]) == 2
