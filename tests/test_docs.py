"""What can be set and called stands in docs/."""

from __future__ import annotations

import ast
import dataclasses
import ftplib
import importlib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO

import click
import cmarkgfm
import pytest
from selectolax.lexbor import LexborHTMLParser

import mirrorpress.cli
from mirrorpress import plugins
from mirrorpress.cli import cli
from mirrorpress.errors import PublishError, ReadError, TargetAhead
from mirrorpress.extract.words import field_labels, site_labels
from mirrorpress.model import Page, Source, Target
from mirrorpress.options import Option, options_in, options_type
from mirrorpress.protocols import TargetState
from mirrorpress.publish import manifest
from mirrorpress.render.words import LANGUAGES, catalogue
from mirrorpress.text import ago, month_names
from mirrorpress.text.tables import rows_of
from pipeline.memory_mirror import MemoryMirror
from publish.edition import first_edition, next_edition
from store.samples import id_of

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
DOCUMENTS = sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md")])
READERS = {
    "text", "required", "optional", "checked", "choice", "number", "whole", "flag", "texts",
    "table", "tables",
}  # fmt: skip  # methods of config.Table that read a key


def settings() -> set[str]:
    """Every key that the settings are asked for."""
    modules = (ROOT / "src/mirrorpress/config").glob("*.py")
    trees = [ast.parse(module.read_text("utf-8")) for module in modules]
    return {
        str(node.args[0].value)
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in READERS
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


def kind_options() -> list[Option]:
    """Every option that our own kinds declare."""
    kinds = [
        options_type(plugins.load(group, name))
        for group in (plugins.SOURCES, plugins.LAYOUTS, plugins.TARGETS)
        for name in plugins.names(group)
    ]
    return [option for declared in kinds if declared for option in options_in(declared)]


def commands(
    group: click.Group, before: str = "mirrorpress"
) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{before} {name}")
        else:
            yield f"{before} {name}", command


def test_every_setting_is_described() -> None:
    text = (DOCS / "settings.md").read_text("utf-8")
    found = settings() | {option.name for option in kind_options()}
    assert {"delay", "timezone", "branch", "extras", "max_bytes"} <= found
    assert [key for key in sorted(found) if f"`{key}`" not in text and f"[{key}]" not in text] == []


def test_every_option_of_a_kind_says_what_it_is_for() -> None:
    assert [option.name for option in kind_options() if not option.rule.help] == []


@pytest.mark.parametrize(("name", "command"), list(commands(cli)), ids=lambda value: str(value))
def test_every_command_and_option_is_described(name: str, command: click.Command) -> None:
    text = (DOCS / "commands.md").read_text("utf-8")
    assert f"`{name}" in text
    assert command.help, f"{name} has no help"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            longest = max(parameter.opts, key=len)
            assert longest in text, f"{name} {longest}"
            assert parameter.help, f"{name} {longest} has no help"


def rendered(path: Path) -> LexborHTMLParser:
    """A document as a git host renders it."""
    return LexborHTMLParser(cmarkgfm.github_flavored_markdown_to_html(path.read_text("utf-8")))


def anchors(path: Path) -> set[str]:
    """The fragments that a git host gives to the headings of a document."""
    headings = rendered(path).css("h1, h2, h3, h4")
    texts = (heading.text().strip().lower() for heading in headings)
    return {re.sub(r"[^\w\- ]", "", text).replace(" ", "-") for text in texts}


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.name)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    document = rendered(page)
    links = [str(node.attributes["href"]) for node in document.css("a[href]")]
    links += [str(node.attributes["src"]) for node in document.css("img[src]")]
    for link in links:
        path, _, fragment = link.partition("#")
        if path.startswith(("http:", "https:", "mailto:")):
            continue
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        if fragment:
            assert fragment in anchors(target), link


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.name)
def test_a_document_is_rendered_as_it_is_meant(page: Path) -> None:
    """One title, every table a table, nothing left of the markup in the text."""
    document = rendered(page)
    tables = re.findall(r"^\|[ :|-]*-[ :|-]*\|$", outside_code(page), re.M)
    assert len(document.css("h1")) == 1
    assert len(document.css("table")) == len(tables)
    for node in document.css("code, pre"):
        node.decompose()
    text = document.body.text() if document.body else ""
    assert [mark for mark in ("**", "](", "```", "| |", "|--") if mark in text] == []


def outside_code(page: Path) -> str:
    """The text of a document without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.M | re.S)


def test_every_document_is_reached_from_the_readme() -> None:
    seen: set[Path] = set()
    left = [ROOT / "README.md"]
    while left:
        page = left.pop()
        seen.add(page)
        links = (str(node.attributes["href"]) for node in rendered(page).css("a[href]"))
        paths = {(page.parent / link.partition("#")[0]).resolve() for link in links}
        left += [path for path in paths & set(DOCUMENTS) if path not in seen and path not in left]
    assert seen == set(DOCUMENTS)


def statuses() -> list[str]:
    """The exit statuses that the command line names."""
    return re.findall(r"^ {4}(\d+) ", str(mirrorpress.cli.__doc__), re.M)


def test_every_exit_status_is_described() -> None:
    found = statuses()
    assert {"0", "2", "130"} <= set(found)
    described = re.findall(r"^\| (\d+) \|", (DOCS / "operating.md").read_text("utf-8"), re.M)
    assert described == found


def test_every_file_that_a_promise_names_exists() -> None:
    named = re.findall(r"`(tests/[^`]+)`", (ROOT / "SECURITY.md").read_text("utf-8"))
    assert len(named) > 20
    assert [name for name in named if not (ROOT / name).exists()] == []


UNITS = {"s": 1, "minutes": 60, "hours": 3600, "days": 86400, "KiB": 2**10, "MiB": 2**20}
UNITS["GiB"] = 2**30


def limits() -> list[tuple[str, str, str]]:
    """The rows of the table of limits: value, constant, file."""
    text = (DOCS / "operating.md").read_text("utf-8")
    return re.findall(r"^\|[^|]+\| (\d[^|]*) \| `([^`]+)` \| `([^`]+\.py)` \|$", text, re.M)


def constant(name: str, file: str) -> float:
    """A constant as the code has it: `NAME`, `NAME[key]`, or `Type.field` with its default."""
    module = importlib.import_module("mirrorpress." + file.removesuffix(".py").replace("/", "."))
    first, key, field = re.fullmatch(r"(\w+)(?:\[(\w+)\])?(?:\.(\w+))?", name).groups()  # type: ignore[union-attr]
    value = getattr(module, first)
    if field is not None:
        value = next(one.default for one in dataclasses.fields(value) if one.name == field)
    if key is not None:
        assert isinstance(value, Mapping)
        value = {one.value if isinstance(one, Enum) else one: of for one, of in value.items()}[key]
    return value.total_seconds() if isinstance(value, timedelta) else float(value)


def test_the_table_of_limits_is_read_whole() -> None:
    text = (DOCS / "operating.md").read_text("utf-8")
    assert len(limits()) == len(re.findall(r"\.py` \|$", text, re.M)) > 20


@pytest.mark.parametrize(("value", "name", "file"), limits())
def test_limits_have_the_values_of_the_code(value: str, name: str, file: str) -> None:
    number, _, unit = value.partition(" ")
    assert float(number) * (UNITS[unit] if unit else 1) == constant(name, file)


def test_the_table_of_languages_has_what_the_code_knows() -> None:
    table = (DOCS / "languages.md").read_text("utf-8")
    rows = re.findall(r"^\| [^|]+ \| `([a-z]+)` \|(.*)\|$", table, re.M)
    columns = [{tag for tag, marks in rows if "✓" in marks.split("|")[place]} for place in range(4)]
    assert columns == [
        {*month_names.BY_LANGUAGE, "ja", "ko", "zh"},  # which write months in figures
        {row[0].partition("-")[0] for row in rows_of(ago.TABLE)},
        {*field_labels.BY_LANGUAGE},
        {row[0] for row in rows_of(site_labels.TABLE)},
    ]
    dates, _, bylines, _ = map(len, columns)
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert f"Dates are read in {dates} languages, bylines in {bylines}" in readme


def test_each_kind_of_change_has_one_heading() -> None:
    newest = (ROOT / "CHANGELOG.md").read_text("utf-8").split("\n## ")[1]
    found = re.findall(r"^### (\w+)$", newest, re.M)
    assert "Fixed" in found
    assert [
        kind for kind in ("Added", "Changed", "Removed", "Fixed", "Security") if kind in found
    ] == found


def test_every_module_that_the_architecture_names_exists() -> None:
    named = re.findall(r"`((?!tests/)\w+/\w+\.py)`", (DOCS / "architecture.md").read_text("utf-8"))
    assert len(named) > 20
    assert [name for name in named if not (ROOT / "src/mirrorpress" / name).exists()] == []


def called() -> list[tuple[str, str]]:
    """Every call of mirrorpress in the examples of the documents: its command and the rest."""
    texts = [document.read_text("utf-8") for document in DOCUMENTS]
    blocks = [
        block for text in texts for block in re.findall(r"```(?:sh|ini)?\n(.*?)```", text, re.S)
    ]
    names = sorted((name for name, _ in commands(cli)), key=len, reverse=True)
    call = re.compile(r"\b(" + "|".join(names) + r")\b([^|#\n]*)")
    return [match for block in blocks for match in call.findall(block)]


def test_the_examples_use_options_that_there_are() -> None:
    known = dict(commands(cli))
    assert {"mirrorpress run", "mirrorpress verify", "mirrorpress keys rotate"} <= {
        name for name, _ in called()
    }
    for name, rest in called():
        options = {option for parameter in known[name].params for option in parameter.opts}
        for option in re.findall(r"(?<=\s)--?[\w-]+", rest):
            assert option in options, f"{name} {option}"


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.name)
def test_the_commands_in_a_text_exist(page: Path) -> None:
    known = {name.split()[1] for name, _ in commands(cli)} | {"COMMAND", "--version"}
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    text = page.read_text("utf-8")
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S)
    named = re.findall(r"`mirrorpress (\S+?)[`\s]", text)
    for block in (block for kind, block in blocks if kind in ("", "sh")):
        named += re.findall(r"^(?:\S*/)?mirrorpress (\S+)", block, re.M)
    assert set(named) <= known
    assert {*re.findall(r"(?:`|^)make ([a-z]+)", text, re.M)} <= targets


def test_the_container_file_copies_what_is_there() -> None:
    lines = (ROOT / "Containerfile").read_text("utf-8").splitlines()
    copied = [name for line in lines if line.startswith("COPY ") for name in line.split()[1:-1]]
    assert "requirements/run.lock" in copied
    assert [name for name in copied if not (ROOT / name).exists()] == []


def python_of(page: Path) -> list[str]:
    """The Python examples of a document, in their order."""
    return re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.S)


def defined(page: Path) -> dict[str, Any]:
    """What the Python of a document defines, run as it is printed."""
    names: dict[str, Any] = {}
    for block in python_of(page):
        exec(compile(block, page.name, "exec"), names)
    return names


EXTENDING = DOCS / "extending.md"
WITH_PYTHON = [page for page in DOCUMENTS if python_of(page)]


@pytest.mark.parametrize("page", WITH_PYTHON, ids=lambda page: page.name)
def test_the_python_of_a_document_runs_as_it_is_printed(page: Path) -> None:
    names = defined(page)
    tests = [value for name, value in names.items() if name.startswith("test_")]
    for test in tests:
        test()
    if page == EXTENDING:
        assert len(python_of(page)) >= 7
        assert len(tests) >= 4


def test_the_example_of_a_page_language_is_a_part_of_a_catalogue() -> None:
    text = EXTENDING.read_text("utf-8")
    (block,) = re.findall(r"```toml\n(# render/words/.*?)```", text, re.S)
    english, polish = catalogue("en"), tomllib.loads(block)
    assert "pl" not in LANGUAGES  # else choose another example
    for key, value in polish.items():
        for form, one in value.items() if isinstance(value, dict) else [("", value)]:
            assert isinstance(value, dict) == isinstance(english[key], dict)
            expected = english[key]
            first = expected if isinstance(expected, str) else expected["other"]
            assert set(re.findall(r"{\w+}", one)) == set(re.findall(r"{\w+}", first)), (key, form)
    forms = {defined(EXTENDING)["_polish"](count) for count in range(200)}
    assert set(polish["articles"]) == forms | {"other"}


def test_the_examples_of_kinds_declare_options() -> None:
    names = defined(EXTENDING)
    declared = [options_type(names[name]) for name in ("read_gemlog", "Plain", "FtpTarget")]
    found = [option for one in declared if one is not None for option in options_in(one)]
    assert [option.name for option in found] == ["most", "note", "folder"]


def test_the_example_of_a_source_kind_works() -> None:
    read: Any = defined(EXTENDING)["read_gemlog"]
    options: Any = options_type(read)
    source = Source(name="log", title="Log", kind="gemini", options=options(most=1))
    now = datetime(2026, 3, 4, tzinfo=UTC)

    def page(text: str) -> Page:
        url = "https://log.example/"
        return Page(url=url, requested=url, body=text.encode(), fetched=now)

    index = read(
        page("# Log\n=> /a.gmi 2026-03-04 - A day at sea\n=> x nothing\n=> /b.gmi 2026-03-03 B\n"),
        source,
    )
    assert [(entry.url, entry.title) for entry in index.entries] == [
        ("https://log.example/a.gmi", "A day at sea")
    ]
    with pytest.raises(ReadError):
        read(page("nothing here"), source)


def test_the_example_of_a_layout_works() -> None:
    kind: Any = defined(EXTENDING)["Plain"]
    layout = kind(kind.options(note="From the harbour."))
    with closing(MemoryMirror()) as mirror:
        for number in range(120):
            mirror.keep(f"report-{number}", hours=number / 10, title=f"Report {number}")
        mirror.render(layout)
        pages = mirror.pages()
        article = mirror.store.articles.summary(id_of("report-7"), "web").path
    assert pages[article].decode().startswith("Report 7\n")
    assert pages[article].decode().endswith("\nFrom the harbour.\n")
    first, last = pages["index.txt"].decode(), pages["index-1.txt"].decode()
    assert "Report 119" in first
    assert "earlier: index-1.txt" in first
    assert f"Report 7 {article}" in last
    assert {path for path in pages if "/" not in path} == {"index.txt", "index-1.txt"}


class FakeFtp:
    """A server with the part of `ftplib.FTP` that the example uses. Folders must be made first."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.folders = {""}
        self.sent: list[str] = []
        self.broken = False

    def __enter__(self) -> FakeFtp:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def mkd(self, path: str) -> None:
        if path in self.folders or path.rpartition("/")[0] not in self.folders:
            raise ftplib.error_perm("550")
        self.folders.add(path)

    def storbinary(self, command: str, file: BinaryIO) -> None:
        path = command.removeprefix("STOR ")
        if self.broken or path.rpartition("/")[0] not in self.folders:
            raise ftplib.error_perm("550 no such folder")
        self.files[path] = file.read()
        self.sent.append(path)

    def retrbinary(self, command: str, take: Callable[[bytes], object]) -> None:
        path = command.removeprefix("RETR ")
        if path not in self.files:
            raise ftplib.error_perm("550")
        take(self.files[path])

    def delete(self, path: str) -> None:
        if self.files.pop(path, None) is None:
            raise ftplib.error_perm("550")
        self.sent.append(path)


@pytest.fixture
def ftp() -> FakeFtp:
    return FakeFtp()


@pytest.fixture
def target(ftp: FakeFtp, tmp_path: Path) -> Any:
    """The target of docs/extending.md, with a server in memory."""
    kind: Any = defined(EXTENDING)["FtpTarget"]

    class Connected(kind):  # type: ignore[misc]
        def _session(self) -> FakeFtp:
            return ftp

    settings = Target(name="t", kind="ftp", url="ftp://host.example", editions=("git",))
    return Connected(settings, root=tmp_path, work=tmp_path)


@pytest.mark.parametrize("prefix", ["", "git/"])
def test_the_example_of_a_target_puts_and_removes_files(
    target: Any, ftp: FakeFtp, prefix: str
) -> None:
    edition = first_edition(prefix=prefix)
    target.publish((edition,), {})
    assert ftp.files == {f"news/{prefix}{path}": body for path, body in edition.contents.items()}
    before, ftp.sent = TargetState(sequence=edition.sequence, revision=None), []
    gone = set(edition.contents)
    next_edition(edition)
    gone -= set(edition.contents)
    result = target.publish((edition,), {"git": before})
    assert gone
    assert ftp.files == {f"news/{prefix}{path}": body for path, body in edition.contents.items()}
    assert result.removed == len(gone)
    assert len(ftp.sent) < len(ftp.files) + len(gone)  # what did not change is not sent again
    at = f"news/{prefix}"
    own = [manifest.is_own(path.removeprefix(at)) for path in ftp.sent]
    removed = max(ftp.sent.index(at + path) for path in gone if not manifest.is_own(path))
    first = next(
        number
        for number, path in enumerate(ftp.sent)
        if own[number] and path.removeprefix(at) in edition.contents
    )
    assert removed < first
    assert all(own[first:])


def test_the_example_of_a_target_does_not_replace_a_later_edition(
    target: Any, ftp: FakeFtp
) -> None:
    later = next_edition(first_edition())
    target.publish((later,), {})
    before = dict(ftp.files)
    with pytest.raises(TargetAhead):
        target.publish((first_edition(),), {})
    assert ftp.files == before


def test_the_example_of_a_target_reports_a_server_that_fails(target: Any, ftp: FakeFtp) -> None:
    ftp.broken = True
    with pytest.raises(PublishError, match="the FTP server failed: 550"):
        target.publish((first_edition(),), {})
