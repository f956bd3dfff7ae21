"""init: settings that can be used as they are, and a key that nobody else can read."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from cli.commands import run
from mirrorpress import config
from mirrorpress.errors import RunError
from mirrorpress.publish.keys import load_key


def test_what_init_writes_can_be_used_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "mirror"
    result = run("init", str(folder))
    assert result.status == 0
    assert b"mirror.toml" in result.output
    settings = config.load(folder)
    assert settings.name == "My mirror"
    assert [source.name for source in settings.sources] == ["example"]
    assert [edition.name for edition in settings.editions] == ["markdown", "web"]
    assert load_key(settings.key).public.line


def test_the_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    run("init", str(tmp_path))
    assert stat.S_IMODE((tmp_path / "mirror.key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Harbour mirror", "Harbour mirror"),
        ("港口镜像 مرآة", "港口镜像 مرآة"),
        ('The "Harbour" mirror', "The 'Harbour' mirror"),
        ("back\\slash {name} %s", "backslash {name} %s"),
        ("it's # no comment", "it's # no comment"),
    ],
)
def test_whatever_the_mirror_is_called(tmp_path: Path, given: str, name: str) -> None:
    run("init", str(tmp_path), "--name", given)
    assert config.load(tmp_path).name == name


def test_settings_that_are_there_are_not_touched(tmp_path: Path) -> None:
    (tmp_path / "mirror.toml").write_text("# mine")
    with pytest.raises(RunError, match="is there already; it was not touched"):
        run("init", str(tmp_path))
    assert (tmp_path / "mirror.toml").read_text() == "# mine"
    assert not (tmp_path / "mirror.key").exists()


def test_a_key_that_is_there_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "mirror.key").write_text("mine")
    result = run("init", str(tmp_path))
    assert result.status == 0
    assert (tmp_path / "mirror.key").read_text() == "mine"
    assert "never written over" in " ".join(result.said.split())
    assert config.load(tmp_path).name


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RunError, match="cannot be written"):
        run("init", str(tmp_path / "file" / "mirror"))


def test_the_template_offers_an_edition_and_a_target_that_can_be_used(tmp_path: Path) -> None:
    """What stands there as a comment is right once its marks are taken away."""
    run("init", str(tmp_path))
    file = tmp_path / "mirror.toml"
    head, mark, tail = file.read_text("utf-8").partition("# [[edition]]")
    offered = "\n".join(line.removeprefix("#").lstrip() for line in (mark + tail).splitlines())
    file.write_text(head + offered, "utf-8")
    settings = config.load(tmp_path)
    assert [(target.kind, target.editions) for target in settings.targets] == [("git", ("git",))]
