"""Standard terms: private words for things that have a name in the field do not come back."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "mirrorpress"
MODULES = sorted(SOURCE.rglob("*.py"))

# a private word → the standard term that stands for it
CLASSES = {
    "Sheet": "ArticlePage", "Shelf": "ListPage", "ShelfKey": "ArticleList",
    "ShelfLink": "ListLink", "Head": "ArticleSummary", "Masthead": "Site",
    "Imprint": "RenderContext", "Consignment": "SealedEdition", "Delivered": "TargetState",
    "Receipt": "PublishResult", "Door": "HttpFetcher", "Pace": "HostLimiter",
    "_Errand": "RequestContext", "Order": "HttpRequest", "Answer": "HttpResponse",
    "Keeper": "StoreWriter", "Hands": "RunResources", "Parts": "Components",
    "PictureDesk": "ImageFetcher", "_Desk": "ViewBuilder", "Desk": "MemoryMirror",
    "Report": "GroupCandidate, VerifyResult or DemoArticle", "Tree": "SafeFolder or XmlDocument",
    "Walled": "AccessBlocked",
}  # fmt: skip
NAMES = {
    "sheet": "page", "shelf": "list_page", "shelves": "lists", "masthead": "site",
    "imprint": "context", "fixtures": "static_files", "consignment": "item",
    "receipt": "result", "door": "fetcher", "errand": "context", "keeper": "writer",
    "hands": "resources", "desk": "mirror or view", "settle": "group", "deliver": "publish",
    "mend": "repair", "grow": "parse", "fell": "release", "silence": "exclude",
    "dead": "excluded", "hero": "lead_media", "seal": "manifest or mark_sealed",
}  # fmt: skip
STEMS = {
    "places": "paths", "imprint": "context", "sheets": "views", "shelves": "lists",
    "seal": "checksums and manifest", "door": "http_fetcher", "pace": "host_limiter",
    "guard": "address_policy", "dial": "connector", "keeper": "store_writer",
    "parts": "components", "papers": "tools", "copies": "verification and readers",
    "screen": "output", "demonstration": "demo", "mend": "repair", "hero": "lead_media",
}  # fmt: skip
BETTER = CLASSES | NAMES


def defined(tree: ast.AST) -> Iterator[str]:
    """Every name that a module gives to something: class, function, argument, variable, field."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.AsyncFunctionDef(name=name) | ast.alias(asname=str(name)):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


def private_words(text: str) -> dict[str, str]:
    """The private words among the names that a module defines, and what to call each."""
    found = {name.lstrip("_") if name not in BETTER else name for name in defined(ast.parse(text))}
    return {name: BETTER[name] for name in sorted(found & BETTER.keys())}


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(SOURCE)) for path in MODULES])
def test_a_module_uses_standard_terms(path: Path) -> None:
    assert private_words(path.read_text("utf-8")) == {}
    if path.parent.name != "discover":  # `parts` of a feed, there
        assert path.stem not in STEMS, f"call it {STEMS.get(path.stem)}"


def test_an_article_has_a_path_and_no_place() -> None:
    text = (SOURCE / "model" / "edition.py").read_text("utf-8")
    assert "place" not in set(defined(ast.parse(text)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("class Sheet: ...", "Sheet"),
        ("def settle(): ...", "settle"),
        ("def f(desk): ...", "desk"),
        ("self._keeper = 1", "keeper"),
        ("from a import b as door", "door"),
        ("for shelf in ():\n    pass", "shelf"),
    ],
)
def test_the_walk_sees_a_private_word(text: str, name: str) -> None:
    assert list(private_words(text)) == [name]
