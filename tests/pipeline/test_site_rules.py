"""Folders of rules, good and bad."""

from pathlib import Path

import pytest

from mirrorpress.errors import RunError
from mirrorpress.model import site_rules
from mirrorpress.pipeline.site_rules import read_rules_folder


def write(folder: Path, host: str, body: str = "article") -> None:
    text = f'host = "{host}"\nchecked = 2026-11-01\nbody = ["{body}"]\n'
    (folder / f"{host}.toml").write_text(text)


def test_a_bad_file_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    write(tmp_path, "b.example")
    write(tmp_path, "a.example", "p:hover")
    write(tmp_path, "c.example")
    (tmp_path / "d.example.toml").mkdir()
    (tmp_path / "e.example.toml").write_bytes(b"#" * (site_rules.MAX_BYTES + 1))
    (tmp_path / "notes.md").write_text("not rules")
    found = read_rules_folder(tmp_path)
    assert set(found.rules) == {"b.example", "c.example"}
    assert list(found.files) == ["b.example.toml", "c.example.toml"]
    assert [str(problem)[:18] for problem in found.problems] == [
        "a.example.toml:3: ",
        "d.example.toml:1: ",
        "e.example.toml:1: ",
    ]


def test_the_number_of_files_is_bounded(tmp_path: Path) -> None:
    for name in ("a", "b", "c", "d"):
        write(tmp_path, f"{name}.example")
    found = read_rules_folder(tmp_path, most=2)
    assert set(found.rules) == {"a.example", "b.example"}
    (problem,) = found.problems
    assert (problem.file, problem.line) == ("c.example.toml", 1)


def test_a_folder_that_cannot_be_read_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"rules in .*missing cannot be read"):
        read_rules_folder(tmp_path / "missing")


def test_of_the_files_of_a_host_the_first_counts(tmp_path: Path) -> None:
    write(tmp_path, "a.example")
    for name in ("a.example.txt", ".a.example.txt", ".b.example.txt", "b.example.txt"):
        (tmp_path / name).write_text(f"body: //div[@id='{name}']\n")
    (tmp_path / "README.txt").write_text("body: //p")
    (tmp_path / "c.example.txt").write_text("body: //p[1]\ntitle: //h2\n")
    found = read_rules_folder(tmp_path)
    assert list(found.files) == [
        "a.example.toml", "a.example.txt", "b.example.txt", "c.example.txt", ".a.example.txt",
        ".b.example.txt",
    ]  # fmt: skip
    assert found.rules["a.example"].body == ("article",)
    assert found.rules["b.example"].body == ('div[id="b.example.txt"]',)
    assert found.rules["c.example"].title == ("h2",)
    assert [str(problem)[:16] for problem in found.problems] == ["c.example.txt:1:"]
