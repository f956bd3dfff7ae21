"""`mirror.toml` read into settings: each key in one line, with its default and what is right."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from mirrorpress import plugins, urls
from mirrorpress.config import kinds
from mirrorpress.config.settings import (
    ExtractOptions,
    FetchOptions,
    PictureOptions,
    Settings,
    StoreOptions,
)
from mirrorpress.config.table import Table
from mirrorpress.errors import ConfigError, Mistake
from mirrorpress.model import RECOMMENDED, Channel, Edition, Source, Target
from mirrorpress.model.keys import is_key
from mirrorpress.model.languages import LANGUAGES, page_language

FILE = "mirror.toml"
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
DEFAULT_EDITIONS = ("markdown", "web")  # their formats, which are their names too


def load(directory: Path) -> Settings:
    """The settings in `directory`/mirror.toml.

    Raises:
        ConfigError: there is no such file, or it is wrong; carries every mistake.
    """
    file = directory / FILE
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _single(file, "there is no such file", "make one with `mirrorpress init`") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _single(file, f"not TOML: {error}", "fix that line") from error
    except RecursionError as error:
        raise _single(file, "its values are nested too deeply", "write plain values") from error
    except (OSError, ValueError) as error:  # ValueError: a zero character in the path
        why = error.strerror if isinstance(error, OSError) else error
        raise _single(file, f"cannot be read: {why}", "check the file") from error
    return parse(data, directory)


def parse(data: Mapping[str, Any], directory: Path) -> Settings:
    """Settings from the tables of a mirror.toml. Raises ConfigError like `load`."""
    mistakes: list[Mistake] = []
    root = Table(data, "", mistakes)
    settings = _settings(root, directory)
    inside = len(mistakes)
    root.close()
    if mistakes:
        # A misspelt table first: what is missing is missing because of it.
        raise ConfigError(str(directory / FILE), (*mistakes[inside:], *mistakes[:inside]))
    return settings


def _single(file: Path, problem: str, remedy: str) -> ConfigError:
    return ConfigError(str(file), (Mistake("file", problem, remedy),))


def _settings(root: Table, directory: Path) -> Settings:
    mirror = root.table("mirror")
    if not root.has("mirror"):
        root.wrong("mirror", "is missing", 'begin the file with [mirror] and name = "…"')
        name = ""
    else:
        name = mirror.required("name", 'write name = "…", as readers will see it')
    languages = mirror.texts("languages", ("en",))
    for language in languages:
        if not LANGUAGE.fullmatch(language):
            mirror.wrong(
                "languages", f"{language!r} is not a language tag", 'write as "zh-Hans", "en"'
            )
    if LANGUAGE.fullmatch(languages[0]) and page_language(languages[0]) is None:
        mirror.wrong(
            "languages",
            f"pages have no words in {languages[0]!r}, the first of them",
            f"begin with one of {', '.join(LANGUAGES)}",
        )
    timezone = mirror.checked("timezone", "UTC", _is_zone, 'write an IANA name, as "Asia/Shanghai"')
    contact = mirror.optional("contact")
    addresses = mirror.texts("addresses")
    for address in addresses:
        if urls.safe(address) is None:
            mirror.wrong("addresses", f"{address!r} is not a web address", 'write as "https://…"')
    state = directory / mirror.text("state", "state")
    mirror.close()
    signing = root.table("seal")
    key = directory / signing.text("key", "mirror.key")
    sign = signing.flag("sign", True)
    signing.close()
    fetch = _fetch(root.table("fetch"))
    extract = _extract(root.table("extract"), directory)
    pictures = _pictures(root.table("pictures"))
    store = _store(root.table("store"))
    sources = _sources(root)
    channels = _channels(root, sources)
    editions = _editions(root, directory)
    return Settings(
        directory=directory,
        name=name,
        languages=languages,
        timezone=timezone,
        contact=contact,
        addresses=addresses,
        state=state,
        key=key,
        sign=sign,
        fetch=fetch,
        extract=extract,
        pictures=pictures,
        store=store,
        sources=sources,
        channels=channels,
        editions=editions,
        targets=_targets(root, editions, directory),
    )


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        return False
    return True


def _fetch(table: Table) -> FetchOptions:
    resolve = table.table("resolve")
    hosts = resolve.items()
    for host, address in hosts.items():
        if not re.fullmatch(r"(\d+\.\d+\.\d+\.\d+|\[[0-9a-fA-F:.]+\]):\d{1,5}", address):
            resolve.wrong(host, f"{address!r} is not an address", 'write as "127.0.0.1:8080"')
    options = FetchOptions(
        delay=table.number("delay", 1.0, 0, 3600),
        timeout=table.number("timeout", 30.0, 0.1, 600),
        concurrency=table.whole("concurrency", 32, 1, 1000),
        deadline=table.number("deadline", 300.0, 1, 86_400),
        robots=table.flag("robots", True),
        recheck=table.flag("recheck", True),
        resolve=hosts,
    )
    table.close()
    return options


def _extract(table: Table, directory: Path) -> ExtractOptions:
    name = table.optional("rules")
    rules = None if name is None else directory / name
    if rules is not None and not _is_folder(rules):
        table.wrong("rules", f"{name!r} is not a folder", "make the folder, or correct the path")
    table.close()
    return ExtractOptions(rules=rules)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # too long a name, for example
        return False


def _pictures(table: Table) -> PictureOptions:
    options = PictureOptions(
        keep=table.flag("keep", True),
        max_side=table.whole("max_side", 1200, 64, 8192),
        max_bytes=table.whole("max_bytes", 60_000, 2_000, 20_000_000),
    )
    table.close()
    return options


def _store(table: Table) -> StoreOptions:
    options = StoreOptions(pages=table.whole("pages", 200_000_000, 0, 1_000_000_000_000))
    table.close()
    return options


def _sources(root: Table) -> tuple[Source, ...]:
    tables = root.tables("source")
    if not tables:
        root.wrong("source", "there is none", 'add [[source]] with name = "…" and url = "…"')
    sources = tuple(_source(table) for table in tables)
    _unique(root, "source", [source.name for source in sources])
    return sources


def _unique(root: Table, key: str, names: list[str]) -> None:
    for number, name in enumerate(names, 1):
        if name and name in names[: number - 1]:
            root.wrong(f"{key}[{number}].name", f"{name!r} is used twice", "rename one")


def _source(table: Table) -> Source:
    name = _name(table)
    kind = table.choice("kind", "feed", plugins.names(plugins.SOURCES))
    url = table.optional("url")
    if url is not None and urls.safe(url) is None:
        table.wrong(
            "url", f"{url!r} is not a web address", 'write as "https://example.org/feed.xml"'
        )
    site = table.optional("site")
    if site is not None and urls.safe(site) is None:
        table.wrong("site", f"{site!r} is not a web address", 'write as "https://example.org/"')
    path = table.optional("path")
    if [table.has(key) for key in ("url", "path", "urls")].count(True) != 1:
        table.wrong("url", "a source has one of url, path and urls", "write exactly one of them")
    source = Source(
        name=name,
        title=table.text("title", name),
        kind=kind,
        url=url,
        path=path,
        content=table.choice("content", "page", ("page", "feed")),
        channel=_channel_of(table),
        language=table.optional("language"),
        timezone=table.checked("timezone", "", _is_zone, 'write as "Asia/Shanghai"') or None,
        local=table.flag("local", False),
        delay=table.number("delay", 0, 0, 3600) if table.has("delay") else None,
        site=site,
        site_memory=table.flag("site_memory", True),
    )
    options = kinds.read_options(table, kinds.SOURCES, kind)
    source = replace(source, options=options)
    kinds.check_together(table, kinds.SOURCES, options, source)
    table.close()
    return source


def _channel_of(table: Table) -> str | None:
    name = table.optional("channel")
    _check_name(table, "channel", name or "")
    return name


def _channels(root: Table, sources: tuple[Source, ...]) -> tuple[Channel, ...]:
    """The channels that have tables, in their order, then those that only sources name."""
    members: dict[str, list[Source]] = {}
    for source in sources:
        members.setdefault(source.channel or source.name, []).append(source)
    channels = [_channel(table, members) for table in root.tables("channel")]
    names = [channel.name for channel in channels]
    _unique(root, "channel", names)
    for name, inside in members.items():
        if name not in names:
            keys = tuple(source.name for source in inside)
            channels.append(Channel(name=name, title=_usual_title(name, inside), sources=keys))
    return tuple(channels)


def _usual_title(name: str, inside: Iterable[Source]) -> str:
    """The title of the source that the channel is named after; its name where there is none."""
    return next((source.title for source in inside if source.channel is None), name)


def _channel(table: Table, members: Mapping[str, list[Source]]) -> Channel:
    name = _name(table)
    inside = members.get(name, [])
    if name and not inside and name != RECOMMENDED and not table.is_wrong("name"):
        table.wrong("name", f"no source is in {name!r}", f'write channel = "{name}" in a source')
    channel = Channel(
        name=name,
        title=table.text("title", _usual_title(name, inside)),
        group=table.optional("group"),
        sources=tuple(source.name for source in inside),
    )
    table.close()
    return channel


def _name(table: Table) -> str:
    name = table.required("name", 'write name = "…", of [a-z0-9-]')
    _check_name(table, "name", name)
    return name


def _check_name(table: Table, key: str, name: str) -> None:
    if name and not is_key(name):
        table.wrong(
            key, f"{name!r} cannot be used in addresses", "use at most 40 of a-z, 0-9 and -"
        )


def _editions(root: Table, directory: Path) -> tuple[Edition, ...]:
    tables = root.tables("edition")
    if not tables:
        return tuple(
            Edition(name=format_, format=format_, layout=plugins.default_layout(format_))
            for format_ in DEFAULT_EDITIONS
        )
    editions = tuple(_edition(table, directory) for table in tables)
    _unique(root, "edition", [edition.name for edition in editions])
    return editions


def _edition(table: Table, directory: Path) -> Edition:
    name = _name(table)
    format_ = table.choice("format", "markdown", plugins.formats())
    default = plugins.default_layout(format_)
    layout = table.choice("layout", default, plugins.layouts(format_))
    pictures = table.flag("pictures", True)
    options = kinds.read_options(table, kinds.LAYOUTS, f"{format_}.{layout}")
    edition = Edition(name=name, format=format_, layout=layout, pictures=pictures, options=options)
    kinds.check_together(table, kinds.LAYOUTS, options, edition)
    kinds.check_files(table, options, directory)
    table.close()
    return edition


def _targets(root: Table, editions: tuple[Edition, ...], directory: Path) -> tuple[Target, ...]:
    tables = root.tables("target")
    if not tables:
        return tuple(
            Target(
                name=edition.name,
                kind="folder",
                url=f"public/{edition.name}",
                editions=(edition.name,),
            )
            for edition in editions
        )
    targets = tuple(_target(table, [edition.name for edition in editions]) for table in tables)
    _unique(root, "target", [target.name for target in targets])
    for number, other in kinds.overlaps(targets, directory):
        problem = f"it is, or overlaps, the place of target {other!r}"
        root.wrong(f"target[{number}].url", problem, "give each target a place of its own")
    return targets


def _target(table: Table, editions: list[str]) -> Target:
    carried = table.texts("editions", tuple(editions))
    for edition in carried:
        if edition not in editions:
            table.wrong(
                "editions",
                f"there is no edition {edition!r}",
                f"choose one of {', '.join(editions)}",
            )
    name = _name(table)
    kind = table.choice("kind", "folder", plugins.names(plugins.TARGETS))
    url = table.optional("path") or table.required("url", 'write url = "public/web" or a remote')
    options = kinds.read_options(table, kinds.TARGETS, kind)
    target = Target(name=name, kind=kind, url=url, editions=carried, options=options)
    kinds.check_together(table, kinds.TARGETS, options, target)
    table.close()
    return target
