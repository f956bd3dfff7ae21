"""Plain words: what people read uses standard terms, in documents, help texts and messages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from mirrorpress.cli import cli

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "mirrorpress"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
THINGS = r"(?:pages?|pictures?|images?|editions?|lists?|articles?|blocks?)"

# a private or archaic word → what to write in its place
BETTER = {
    r"\banew\b": "again; rewritten; encoded again",
    r"\bbe had\b|\bwas had\b|\bwere had\b|\bhad from\b": "be fetched; be read; received from",
    r"\btold\b|\btells? of\b": "reported; shown; said",
    r"\bhangs? on\b": "depends on",
    r"\bcosts? (?:itself|its|an?|the|no)\b": "fails only that item; takes (time)",
    r"\bheed(?:s|ed|ing)?\b": "obey",
    r"\bfurniture\b": "boilerplate",
    r"\bmend(?:s|ed|ing)?\b": "fix; repair",
    r"\bholes?\b": "vulnerability; gap",
    r"(?<![.`])\bwall(?:s|ed)?\b(?! (?:time|clock))": "bot challenge; paywall; login",
    r"\bseams?\b": "interface",
    r"\bdial(?:s|led|ling)?\b": "connect",
    r"\bopinions?\b": "logic; decision",
    rf"\bprint(?:s|ed|ing)? (?:the |of |each )*{THINGS}\b": "render",
    rf"\b{THINGS} (?:(?:that|which|is|are|was|were|as) )*printed\b": "rendered; published",
    r"\bstands? (?:in|there|twice|once|at|beside|for)\b|\bwhat stands\b": "is (there, in, at)",
    r"\bbears\b": "has",
    r"\bvouch(?:es)?\b": "check; sign",
    r"\bhands? out\b": "serve",
    r"\bat work\b": "running",
    r"\ba fault of\b|\bfaults wait\b": "a bug in; errors",
    r"\bas yet\b": "so far",
    r"\bno more\b": "no longer; nothing else",
    r"\bin (?:the )?place of\b": "instead of",
    r"\bother letters\b": "another script",
    r"\blet us in\b|\bcloses it to us\b": "denied access; disallows it",
    r"\bchoose of\b": "choose one of",
    r"\b(?:upon|whilst|lest|hence|thereby|wherein|thereof|shall)\b": "a modern word",
    r"\bthat there (?:is|are)\b": "existing; that exist",
    r"\btouch the world\b|\bthe house\b|\brooms\b": "do I/O; the code; package",
}  # fmt: skip

# Strings that nobody reads as ours: news of the fictional outlets, words to look for in pages,
# migrations, which are never edited.
NOT_OURS = (
    "demo/outlets", "demo/shared", "extract/words/vocabulary.py", "extract/words/site_labels.py",
    "extract/words/field_labels.py", "extract/fields/names.py", "store/schema.py",
)  # fmt: skip


def words_in(text: str) -> dict[str, str]:
    """The private or archaic words of a text, each with what to write instead."""
    return {
        found[0]: better
        for pattern, better in BETTER.items()
        for found in re.finditer(pattern, text, re.IGNORECASE)
    }


def prose(markdown: str) -> str:
    """A document without its examples and code."""
    return re.sub(r"^```.*?^```$|`[^`\n]+`", "", markdown, flags=re.M | re.S)


def helps(command: click.Command) -> Iterator[str]:
    """The help texts of a command and of those below it."""
    yield command.help or ""
    yield command.epilog or ""
    yield from (item.help or "" for item in command.params if isinstance(item, click.Option))
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from helps(below)


def docstrings(tree: ast.AST) -> set[ast.Constant]:
    """The nodes that are docstrings."""
    kinds = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    first = (node.body[0] for node in ast.walk(tree) if isinstance(node, kinds) and node.body)
    values = (one.value for one in first if isinstance(one, ast.Expr))
    return {value for value in values if isinstance(value, ast.Constant)}


def messages(source: str) -> Iterator[str]:
    """Every string of a module that is no docstring and no address."""
    tree = ast.parse(source)
    apart = docstrings(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or node in apart:
            continue
        if not re.fullmatch(r"https?://\S+", node.value):
            yield node.value


def modules() -> list[Path]:
    paths = (path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))
    return sorted(path for path in paths if not str(path).startswith(NOT_OURS))


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.name)
def test_a_document_uses_plain_words(page: Path) -> None:
    assert words_in(prose(page.read_text("utf-8"))) == {}


def test_help_texts_use_plain_words() -> None:
    texts = list(helps(cli))
    assert len(texts) > 50
    assert words_in("\n".join(texts)) == {}


@pytest.mark.parametrize("module", modules(), ids=str)
def test_messages_use_plain_words(module: Path) -> None:
    assert words_in("\n".join(messages((SOURCE / module).read_text("utf-8")))) == {}


@pytest.mark.parametrize(
    "text",
    [
        "it could not be had", "The pages are made anew.", "a bot wall", "what stands there",
        "robots.txt is heeded", "the pages that are printed", "no opinion", "costs its page",
    ],
)  # fmt: skip
def test_the_list_finds_a_word(text: str) -> None:
    assert words_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "wall time", "`isolation.40.wall`", "it prints failures only", "recommended", "wallpaper",
        "the whole file", "the outlook stands",
    ],
)  # fmt: skip
def test_the_list_leaves_ordinary_words_alone(text: str) -> None:
    assert words_in(prose(text)) == {}


def test_docstrings_are_no_messages() -> None:
    source = '"""A."""\ndef f():\n    """B."""\n    return "C"\nclass D:\n    """E."""\n'
    assert list(messages(source)) == ["C"]
