"""Options of kinds in mirror.toml: those of other packages too, and every mistake at once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kind_package import Install, install
from mirrorpress import config, plugins
from mirrorpress.errors import ConfigError
from mirrorpress.press import make_press
from mirrorpress.progress import Silent

__all__ = ["install"]

HERE = Path("mirror")
LEAST = """
[mirror]
name = "Little mirror"
[[source]]
name = "gazette"
url = "https://gazette.example/feed.xml"
"""
FTP = """
from dataclasses import dataclass
from mirrorpress.errors import Mistake
from mirrorpress.options import option

@dataclass(frozen=True, slots=True, kw_only=True)
class FtpOptions:
    user: str = option(help="name of the account")
    keep: int = option(30, help="days", check=lambda days: days > 0, remedy="write 1 or more")
    share: float = 0.5
    passive: bool = True
    note: str | None = None
    folders: tuple[str, ...] = option(
        (), help="", check=str.islower, problem="has capitals", remedy="write small letters"
    )

    def mistakes(self, of):
        if self.passive and of.url.startswith("ftps:"):
            yield Mistake("url", "cannot be passive", "write passive = false")

class FtpTarget:
    options = FtpOptions

    @staticmethod
    def overlap(one, other, root):
        return one.options.user == other.options.user
"""
TARGET = "[[target]]\nname = 't'\nkind = 'ftp'\nurl = 'ftp://host.example'\n"


@pytest.fixture
def ftp(install: Install) -> None:
    install(FTP, {"targets ftp": "FtpTarget"})


def parse(text: str) -> config.Settings:
    return config.parse(tomllib.loads(text), HERE)


def mistakes(text: str) -> dict[str, str]:
    with pytest.raises(ConfigError) as caught:
        parse(text)
    return {
        mistake.key: f"{mistake.problem}; {mistake.remedy}" for mistake in caught.value.mistakes
    }


@pytest.mark.usefixtures("ftp")
def test_options_are_read_into_the_type_that_the_kind_declares() -> None:
    options: Any = parse(LEAST + TARGET + "user = 'wen'").targets[0].options
    assert type(options).__name__ == "FtpOptions"
    assert (options.user, options.keep, options.share, options.passive) == ("wen", 30, 0.5, True)
    assert (options.note, options.folders) == (None, ())
    more = "keep = 7\nshare = 1\npassive = false\nnote = 'x'\nfolders = ['a', 'b']\n"
    options = parse(LEAST + TARGET + "user = 'wen'\n" + more).targets[0].options
    assert (options.keep, options.share, options.passive) == (7, 1.0, False)
    assert (options.note, options.folders) == ("x", ("a", "b"))
    hash(options)


@pytest.mark.usefixtures("ftp")
@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ("", "user", "is missing; write user = …: name of the account"),
        ("user = ' '", "user", "is empty"),
        ("user = 1", "user", "not a text"),
        ("user = 'a'\nkeep = 'x'", "keep", "not a whole number"),
        ("user = 'a'\nkeep = true", "keep", "not a whole number"),
        ("user = 'a'\nkeep = 0", "keep", "0 cannot be used; write 1 or more"),
        ("user = 'a'\npassive = 1", "passive", "true or false"),
        ("user = 'a'\nnote = 1", "note", "not a text"),
        ("user = 'a'\nfolders = 'a'", "folders", "not a list of texts"),
        ("user = 'a'\nfolders = ['a', 'B']", "folders", "'B' has capitals; write small letters"),
        ("user = 'a'\nkep = 1", "kep", "did you mean 'keep'?"),
        ("user = 'a'\nbranch = 'x'", "branch", "is for a git target; leave it out"),
    ],
)
def test_a_mistake_in_an_option_is_told_like_any_other(text: str, key: str, said: str) -> None:
    found = mistakes(LEAST + TARGET + text)
    assert set(found) == {f"target[1].{key}"}
    assert said in found[f"target[1].{key}"]


@pytest.mark.usefixtures("ftp")
def test_mistakes_of_several_kinds_and_of_shared_keys_come_together() -> None:
    text = "[fetch]\ndelay = 'x'\n" + TARGET.replace("'t'", "'?'") + "keep = -1\nfolders = ['A']\n"
    git = "[[target]]\nname = 'g'\nkind = 'git'\nurl = 'g'\nbranch = '--mirror'\n"
    assert set(mistakes(LEAST + text + git)) == {
        "fetch.delay", "target[1].name", "target[1].user", "target[1].keep", "target[1].folders",
        "target[2].branch",
    }  # fmt: skip


@pytest.mark.usefixtures("ftp")
def test_a_kind_checks_its_options_together_with_the_shared_keys() -> None:
    text = LEAST + TARGET.replace("ftp:", "ftps:") + "user = 'wen'\n"
    assert mistakes(text) == {"target[1].url": "cannot be passive; write passive = false"}
    assert parse(text + "passive = false").targets


@pytest.mark.usefixtures("ftp")
def test_a_kind_says_when_two_targets_have_one_place() -> None:
    first = TARGET + "user = 'wen'\n"
    second = first.replace("'t'", "'u'")
    assert "place of target 't'" in mistakes(LEAST + first + second)["target[2].url"]
    assert parse(LEAST + first + second.replace("wen", "li")).targets


@pytest.mark.usefixtures("ftp")
def test_options_of_an_unknown_kind_are_not_judged() -> None:
    text = LEAST + TARGET.replace("'ftp'", "'ftq'") + "user = 'wen'\nbranch = 'x'\n"
    assert set(mistakes(text)) == {"target[1].kind"}
    assert "did you mean 'ftp'?" in mistakes(text)["target[1].kind"]
    assert set(mistakes(text + "nonsense = 1")) == {"target[1].kind", "target[1].nonsense"}


@pytest.mark.parametrize(
    ("module", "said"),
    [
        ("import no_such_module\n", "ModuleNotFoundError"),
        ("1 / 0\n", "ZeroDivisionError"),
        ("class Other: ...\n", "AttributeError"),
        ("class FtpTarget:\n    options = {'keep': 1}\n", "`options` is not a dataclass"),
        (
            "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass Options:\n"
            "    url: str = ''\nclass FtpTarget:\n    options = Options\n",
            "its option 'url' is a key of every one",
        ),
        (
            "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass Options:\n"
            "    keep: int = 1\n    def __post_init__(self):\n        raise ValueError('full')\n"
            "class FtpTarget:\n    options = Options\n",
            "ValueError: full",
        ),
        (
            "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass Options:\n"
            "    keep: int = 1\n    def mistakes(self, of):\n        return of.nothing\n"
            "class FtpTarget:\n    options = Options\n",
            "cannot be checked: AttributeError",
        ),
    ],
)
def test_a_kind_that_cannot_be_used_is_a_mistake_beside_the_others(
    install: Install, module: str, said: str
) -> None:
    install(module, {"targets ftp": "FtpTarget"})
    found = mistakes(LEAST + TARGET + "[fetch]\ndelay = 'x'\n")
    assert set(found) == {"fetch.delay", "target[1].kind"}
    assert said in found["target[1].kind"]


def test_a_kind_that_cannot_be_used_disturbs_no_other(install: Install) -> None:
    install("1 / 0\n", {"targets broken": "Kind"})
    text = LEAST + "[[target]]\nname = 'disk'\npath = 'p'\nbranch = 'x'\n"
    assert set(mistakes(text)) == {"target[1].branch"}


BRIEF = """
from dataclasses import dataclass
from mirrorpress.options import option
from mirrorpress.render.almanac import Almanac

@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOptions:
    spare: int = option(30, help="days", check=lambda days: days > 0, remedy="write 1 or more")
    hints: str | None = option(None, help="a source")

class Brief(Almanac):
    options = BriefOptions

    def __init__(self, options):
        super().__init__()
        self.chosen = options
"""
EDITION = "[[edition]]\nname = 'brief'\nlayout = 'brief'\n"


@pytest.fixture
def brief(install: Install) -> None:
    install(BRIEF, {"layouts markdown.brief": "Brief"})


@pytest.mark.usefixtures("brief")
def test_a_layout_is_made_from_its_options(tmp_path: Path) -> None:
    toml = LEAST + EDITION + "spare = 7\n[[edition]]\nname = 'git'\n[[target]]\nname = 'disk'\n"
    settings = config.parse(tomllib.loads(toml + "path = 'public'\n"), tmp_path)
    options: Any = settings.editions[0].options
    assert (options.spare, options.hints) == (7, None)
    with make_press(settings, Silent()) as press:
        layout: Any = press.components.layouts["brief"]
        assert layout.chosen is options
        assert type(press.components.layouts["git"]).__name__ == "Almanac"


@pytest.mark.usefixtures("brief")
@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        (EDITION + "spare = 0", "spare", "0 cannot be used; write 1 or more"),
        (EDITION + "hints = 3", "hints", "not a text"),
        (EDITION + "hint = 'x'", "hint", "did you mean 'hints'?"),
        ("[[edition]]\nname = 'a'\nspare = 3", "spare", "is for layout brief; leave it out, or"),
        ("[[edition]]\nname = 'a'\nformat = 'web'\nspare = 3", "spare", "not a setting"),
        ("[[edition]]\nname = 'a'\nlayout = 'brie'\nspare = 3", "layout", "did you mean 'brief'?"),
    ],
)
def test_a_mistake_in_an_option_of_a_layout(text: str, key: str, said: str) -> None:
    found = mistakes(LEAST + text)
    assert set(found) == {f"edition[1].{key}"}
    assert said in found[f"edition[1].{key}"]


def test_a_layout_of_others_is_not_the_default_of_our_formats(install: Install) -> None:
    install(BRIEF, {"layouts markdown.a": "Brief", "layouts web.a": "Brief"})
    assert plugins.layouts("markdown") == ("a", "almanac", "archive", "channels")
    settings = parse(LEAST + "[[edition]]\nname = 'a'\n[[edition]]\nname = 'b'\nformat = 'web'\n")
    assert [edition.layout for edition in settings.editions] == ["almanac", "site"]


def test_a_format_of_others_has_its_own_default(install: Install) -> None:
    kinds = {"layouts gemtext.a": "A", "layouts gemtext.b": "B", "formats gemtext": "B"}
    install("class A: ...\nclass B: ...\n", {**kinds, "formats markdown": "A"})
    settings = parse(LEAST + "[[edition]]\nname = 'a'\nformat = 'gemtext'\n[[edition]]\nname='b'\n")
    assert [edition.layout for edition in settings.editions] == ["b", "almanac"]


def test_a_format_without_a_default_has_its_first_layout(install: Install) -> None:
    install("class A: ...\n", {"layouts gemtext.z": "A", "layouts gemtext.y": "A"})
    settings = parse(LEAST + "[[edition]]\nname = 'a'\nformat = 'gemtext'\n")
    assert settings.editions[0].layout == "y"
    with pytest.raises(LookupError):
        plugins.default_layout("pdf")


GEMLOG = """
from dataclasses import dataclass
from mirrorpress.options import declares, option

@dataclass(frozen=True, slots=True, kw_only=True)
class GemlogOptions:
    most: int = option(100, help="entries")

@declares(GemlogOptions)
def read(page, source):
    raise AssertionError
"""


def test_a_source_kind_has_options(install: Install) -> None:
    install(GEMLOG, {"sources gemlog": "read"})
    options: Any = parse(LEAST + "kind = 'gemlog'\nmost = 3\n").sources[0].options
    assert options.most == 3
    assert parse(LEAST).sources[0].options is None
    assert set(mistakes(LEAST + "kind = 'gemlog'\nmost = 'x'\nurls = ['https://a.example/']")) == {
        "source[1].most", "source[1].url", "source[1].urls",
    }  # fmt: skip
    assert "is for a gemlog source" in mistakes(LEAST + "most = 3")["source[1].most"]
