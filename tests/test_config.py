"""mirror.toml: what it may say, and that every mistake is told at once, with how to fix it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from mirrorpress import config
from mirrorpress.discover.addresses import UrlsOptions
from mirrorpress.errors import ConfigError
from mirrorpress.model import Channel
from mirrorpress.options import as_options
from mirrorpress.publish.gitoptions import GitOptions

HERE = Path("mirror")
LEAST = """
[mirror]
name = "Little mirror"
[[source]]
name = "gazette"
url = "https://gazette.example/feed.xml"
"""


def parse(text: str) -> config.Settings:
    return config.parse(tomllib.loads(text), HERE)


def mistakes(text: str) -> dict[str, str]:
    with pytest.raises(ConfigError) as caught:
        parse(text)
    return {
        mistake.key: f"{mistake.problem}; {mistake.remedy}" for mistake in caught.value.mistakes
    }


def test_a_name_and_a_source_are_enough() -> None:
    settings = parse(LEAST)
    assert [(one.format, one.layout) for one in settings.editions] == [
        ("markdown", "almanac"),
        ("web", "site"),
    ]
    assert [target.url for target in settings.targets] == ["public/markdown", "public/web"]
    assert settings.state == HERE / "state"
    assert settings.sources[0].title == "gazette"
    assert not settings.sources[0].local
    assert settings.fetch.delay == 1.0
    assert settings.store == config.StoreOptions()
    assert settings.extract == config.ExtractOptions()
    assert settings.extract.rules is None


def test_everything_that_can_be_said() -> None:
    settings = parse(
        """
        [mirror]
        name = "Grand mirror"
        languages = ["zh-Hans", "en"]
        timezone = "Asia/Shanghai"
        contact = "https://mirror.example/about"
        state = "memory"
        [seal]
        key = "keys/secret.key"
        sign = false
        [fetch]
        delay = 2
        timeout = 10.5
        concurrency = 4
        robots = false
        recheck = false
        resolve = { "gazette.example" = "127.0.0.1:8080" }
        [pictures]
        max_side = 800
        max_bytes = 30000
        [store]
        pages = 5000000
        [[source]]
        name = "gazette"
        title = "The Gazette"
        kind = "listing"
        url = "http://gazette.example/world/"
        content = "page"
        channel = "world"
        language = "en"
        timezone = "Europe/Paris"
        local = true
        delay = 0.5
        [[source]]
        name = "picks"
        kind = "urls"
        urls = ["https://a.example/1", "https://b.example/2"]
        [[edition]]
        name = "git"
        [[target]]
        name = "remote"
        kind = "git"
        url = "git@host.example:me/news.git"
        branch = "pages"
        editions = ["git"]
        """
    )
    assert settings.languages == ("zh-Hans", "en")
    assert settings.key == HERE / "keys/secret.key"
    assert not settings.sign
    assert settings.fetch.resolve == {"gazette.example": "127.0.0.1:8080"}
    assert settings.store.pages == 5_000_000
    assert settings.sources[0].delay == 0.5
    assert as_options(settings.sources[1].options, UrlsOptions).urls == (
        "https://a.example/1",
        "https://b.example/2",
    )
    assert as_options(settings.targets[0].options, GitOptions).branch == "pages"


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ("", "mirror", "[mirror]"),
        ("[mirror]\n", "mirror.name", "is missing"),
        ("[mirror]\nname = 3", "mirror.name", "not a text"),
        (LEAST + "[fetch]\ndelay = 'soon'", "fetch.delay", "not a number"),
        (LEAST + "[fetch]\ndelay = -1", "fetch.delay", "from 0 to 3600"),
        (LEAST + "[fetch]\nrobots = 'yes'", "fetch.robots", "true or false"),
        (LEAST + "[fetch]\nrecheck = 7", "fetch.recheck", "true or false"),
        (LEAST + "[fetch]\nconcurrency = true", "fetch.concurrency", "whole number"),
        (LEAST + "[store]\npages = -1", "store.pages", "from 0 to"),
        (LEAST + "[store]\npages = 1.5", "store.pages", "whole number"),
        (LEAST + "[store]\npage = 1", "store.page", "did you mean 'pages'?"),
        (LEAST + "[fetch.resolve]\n'a.example' = 'b'", "fetch.resolve.a.example", "not an address"),
        (LEAST + "[fecth]\ndelay = 1", "fecth", "did you mean 'fetch'?"),
        (LEAST + "titel = 'x'", "source[1].titel", "did you mean 'title'?"),
        (LEAST + "kind = 'fed'", "source[1].kind", "did you mean 'feed'?"),
        (LEAST + "path = 'a.xml'", "source[1].url", "exactly one"),
        (LEAST + "[[source]]\nname = 'gazette'\npath = 'x'", "source[2].name", "used twice"),
        (LEAST + "[[source]]\nname = 'A b'\npath = 'x'", "source[2].name", "a-z, 0-9 and -"),
        (LEAST + "[[source]]\nname = 'con'\npath = 'x'", "source[2].name", "cannot be used"),
        (LEAST + "[[source]]\nname = 'b'\nurl = 'file:///x'", "source[2].url", "not a web address"),
        (
            LEAST + "[[source]]\nname = 'b'\nurls = ['x']\nkind = 'urls'",
            "source[2].urls",
            "not a web",
        ),
        (
            LEAST + "[[source]]\nname = 'b'\nurls = ['https://b.example/']",
            "source[2].urls",
            'is for a urls source; leave it out, or write kind = "urls"',
        ),
        (LEAST + "[[source]]\nname = 'b'\nkind = 'urls'", "source[2].url", "exactly one"),
        (LEAST + "kind = 'urls'\nurls = ['https://b.example/']", "source[1].url", "exactly one"),
        (LEAST + "kind = 'urls'\ncontent = 'feed'", "source[1].content", "a urls holds no text"),
        (LEAST + "[[edition]]\nname = 'e'\nformat = 'pdf'", "edition[1].format", "choose one of"),
        (
            LEAST + "[[target]]\nname = 't'\nurl = 'x'\neditions = ['no']",
            "target[1].editions",
            "no",
        ),
        (LEAST + "[[target]]\nname = 't'", "target[1].url", "is missing"),
        (
            LEAST + "[[target]]\nname = 't'\nkind = 'git'\nurl = 'x'\nbranch = '--mirror'",
            "target[1].branch",
            "plain",
        ),
        (LEAST.replace("[mirror]", "[mirror]\ntimezone = 'Mars'"), "mirror.timezone", "IANA"),
        (LEAST.replace("[mirror]", "[mirror]\nlanguages = []"), "mirror.languages", "is empty"),
        (
            LEAST.replace("[mirror]", "[mirror]\nlanguages = ['!']"),
            "mirror.languages",
            "not a language",
        ),
    ],
)
def test_a_mistake_is_reported_with_its_key_and_remedy(text: str, key: str, said: str) -> None:
    found = mistakes(text)
    assert key in found
    assert said in found[key]


def _two_targets(kind: str, first: str, second: str, branch: str = "main") -> str:
    return LEAST + "".join(
        f"[[target]]\nname = '{name}'\nkind = '{kind}'\nurl = '{url}'\n"
        + (f"branch = '{branch}'\n" if kind == "git" else "")
        for name, url, branch in (("a", first, "main"), ("b", second, branch))
    )


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("folder", "public", "./x/../public/"),
        ("folder", "public", "public/web"),
        ("folder", "public/web", "public"),
        ("folder", "~/public", "~/public"),
        ("git", "remote.git", "./remote.git"),
        ("git", "/srv/remote.git", "file:///srv/remote.git"),
        ("git", "git@host.example:me/news.git", "ssh://git@host.example/me/news"),
        ("git", "https://wen:x@Host.example/me/news.git", "https://host.example/me/news/"),
    ],
)
def test_two_targets_on_one_place_are_a_mistake(kind: str, first: str, second: str) -> None:
    found = mistakes(_two_targets(kind, first, second))
    assert "place of target 'a'" in found["target[2].url"]


@pytest.mark.parametrize(
    ("kind", "first", "second", "branch"),
    [
        ("folder", "public/web", "public/website", "main"),
        ("git", "remote.git", "remote.git", "pages"),
        ("git", "git@host.example:me/news.git", "git@other.example:me/news.git", "main"),
    ],
)
def test_targets_on_places_of_their_own_are_none(
    kind: str, first: str, second: str, branch: str
) -> None:
    assert len(parse(_two_targets(kind, first, second, branch)).targets) == 2


def test_a_query_in_a_git_address_is_a_mistake_that_does_not_show_it() -> None:
    text = LEAST + "[[target]]\nname = 't'\nkind = 'git'\nurl = 'https://h.example/a?token=hunter2'"
    assert "takes no" in mistakes(text)["target[1].url"]
    assert "hunter2" not in str(mistakes(text))


def test_all_mistakes_are_told_at_once() -> None:
    found = mistakes(
        "[mirror]\ntimezone = 'Mars'\n[fetch]\ndelay = 'x'\n[[source]]\nname = '?'\nurl = 'y'\n"
    )
    assert {
        "mirror.name",
        "mirror.timezone",
        "fetch.delay",
        "source[1].name",
        "source[1].url",
    } <= set(found)


def test_a_file_that_is_no_toml_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "mirror.toml").write_text("[mirror]\nname = \n")
    with pytest.raises(ConfigError, match=r"mirror\.toml.*line 2"):
        config.load(tmp_path)


def test_no_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="mirrorpress init"):
        config.load(tmp_path)


@pytest.mark.parametrize(
    "extra",
    [
        "",
        "..",
        "../a",
        "a//b",
        "/a",
        ".git/",
        ".GIT",
        "mirror.json",
        "a/SHA256SUMS",
        "a\\\\b",
        "é" * 101,
        "a/" * 9,
    ],
)
def test_extras_are_paths_beside_the_edition(extra: str) -> None:
    git = '[[target]]\nname = "t"\nkind = "git"\nurl = "t.git"\neditions = ["web"]\nextras = '
    target = parse(f'{LEAST}{git}["LICENSE", ".github/"]').targets[0]
    assert as_options(target.options, GitOptions).extras == ("LICENSE", ".github/")
    assert set(mistakes(f'{LEAST}{git}["{extra}"]')) == {"target[1].extras"}


def test_extras_are_of_git_targets_with_one_edition() -> None:
    both = '[[target]]\nname = "t"\nkind = "git"\nurl = "t.git"\nextras = ["LICENSE"]\n'
    folder = '[[target]]\nname = "f"\nurl = "f"\neditions = ["web"]\nextras = ["LICENSE"]\n'
    for text in (both, folder):
        assert set(mistakes(LEAST + text)) == {"target[1].extras"}


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        (LEAST.replace("[mirror]", '[mirror]\nlanguages = ["de"]'), "mirror.languages", "no words"),
        (LEAST + 'kind = "listing"\ncontent = "feed"', "source[1].content", "holds no text"),
        (
            LEAST + '[[target]]\nname = "disk"\npath = "public/web"\nbranch = "news"',
            "target[1].branch",
            "is for a git target",
        ),
        (LEAST + 'site = "gazette"', "source[1].site", "not a web address"),
    ],
)
def test_a_setting_without_effect_is_a_mistake(text: str, key: str, said: str) -> None:
    assert said in mistakes(text)[key]


@pytest.mark.parametrize("languages", ['["fr-CA", "de"]', '["zh-TW"]', '["fa", "tlh-Latn"]'])
def test_further_languages_need_no_words(languages: str) -> None:
    parse(LEAST.replace("[mirror]", f"[mirror]\nlanguages = {languages}"))


CHANNELS = """
[[channel]]
name = "harbour"
title = "Harbour news"
group = "Gazette group"
[[source]]
name = "gazette-harbour"
url = "https://gazette.example/harbour.xml"
channel = "harbour"
[[source]]
name = "quays"
title = "The Quays"
url = "https://quays.example/feed.xml"
channel = "harbour"
[[source]]
name = "wire"
url = "https://wire.example/feed.xml"
channel = "world"
"""


def test_sources_are_in_channels_those_with_tables_first() -> None:
    assert parse(LEAST + CHANNELS).channels == (
        Channel(
            name="harbour",
            title="Harbour news",
            group="Gazette group",
            sources=("gazette-harbour", "quays"),
        ),
        Channel(name="gazette", title="gazette", sources=("gazette",)),
        Channel(name="world", title="world", sources=("wire",)),
    )


def test_a_source_without_a_channel_gives_its_title_to_one() -> None:
    titled = LEAST + 'title = "The Gazette"\n'
    assert parse(titled).channels == (
        Channel(name="gazette", title="The Gazette", sources=("gazette",)),
    )
    grouped = titled + '[[channel]]\nname = "gazette"\ngroup = "Press"\n'
    assert parse(grouped).channels[0].title == "The Gazette"


def test_a_channel_is_called_as_the_source_that_it_is_named_after() -> None:
    ledger = '[[source]]\nname = "ledger"\nurl = "https://ledger.example/f"\nchannel = "gazette"\n'
    titled = ledger + LEAST + 'title = "The Gazette"\n'
    for text in (titled, titled + '[[channel]]\nname = "gazette"\n'):
        (channel,) = parse(text).channels
        assert (channel.title, channel.sources) == ("The Gazette", ("ledger", "gazette"))


def test_the_channel_of_picks_needs_no_source() -> None:
    table = '[[channel]]\nname = "recommended"\ntitle = "Our picks"\n'
    assert parse(LEAST + table).channels[0].title == "Our picks"


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ('channel = "World News"\n', "source[1].channel", "use at most 40 of a-z, 0-9 and -"),
        ('[[channel]]\nname = "quay"\n', "channel[1].name", "no source is in 'quay'"),
        ('[[channel]]\ntitle = "Quay"\n', "channel[1].name", "is missing"),
        ('[[channel]]\nname = "gazette"\nkeep = 3\n', "channel[1].keep", "is not a setting"),
        ('[[channel]]\nname = "gazette"\n' * 2, "channel[2].name", "is used twice"),
    ],
)
def test_mistakes_in_channels(text: str, key: str, said: str) -> None:
    assert said in mistakes(LEAST + text)[key]


def test_the_folder_of_rules_is_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "my rules").mkdir()
    data = tomllib.loads(LEAST + '[extract]\nrules = "my rules"\n')
    assert config.parse(data, tmp_path).extract.rules == tmp_path / "my rules"


@pytest.mark.parametrize("name", ["rules", "a" * 5000, "mirror.toml"])
def test_a_folder_of_rules_that_is_missing_is_a_mistake(tmp_path: Path, name: str) -> None:
    (tmp_path / "mirror.toml").write_text(LEAST + f'[extract]\nrules = "{name}"\nrule = 1\n')
    with pytest.raises(ConfigError) as caught:
        config.load(tmp_path)
    missing, unknown = caught.value.mistakes
    assert (missing.key, unknown.key) == ("extract.rules", "extract.rule")
    assert missing.problem == f"{name!r} is not a folder"
    assert unknown.remedy == "did you mean 'rules'?"


def test_a_misspelt_table_is_named_ahead_of_what_it_leaves_missing() -> None:
    with pytest.raises(ConfigError) as caught:
        parse(LEAST.replace("[[source]]", "[[sourcce]]"))
    first, second = caught.value.mistakes
    assert (first.key, first.remedy) == ("sourcce", "did you mean 'source'?")
    assert second.key == "source"
