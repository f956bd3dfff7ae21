"""The arrows of the house point down: read from the imports, not from memory."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
SOURCE = TESTS.parent / "src" / "mirrorpress"
ROOMS = ("discover", "hits", "fetch", "extract", "store", "group", "render", "publish")
PURE = (
    "discover",
    "hits",
    "extract",
    "group",
    "render",
    "model",
    "text",
    "images",
    "imports",
    "compare",
    "page_data",
)
GROUND = {
    "model",
    "errors",
    "urls",
    "text",
    "page_data",
    "protocols",
    "options",
    "version",
    "redact",
}

# part of the house → the parts that it may import besides itself
ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "urls": set(),
    "text": set(),
    "page_data": {"text"},
    "images": {"model", "errors"},
    "compare": {"model", "text"},
    "version": set(),
    "redact": set(),
    "protocols": {"model"},
    "plugins": set(),
    "options": set(),
    "preview": {"errors"},
    "confine": set(),
    "workers": {"errors", "confine"},
    "progress": {"model", "redact"},
    "config": {"model", "errors", "urls", "plugins", "options"},
    "demo": set(),
    **dict.fromkeys(ROOMS, GROUND),
    "render": {*GROUND, "images", "compare"},  # QR codes are pictures
    "imports": {"extract", "text", "model", "errors", "urls"},
    "pipeline": {*GROUND, *ROOMS, "images", "compare", "imports", "config", "progress", "workers"},
    "press": {
        *GROUND,
        *ROOMS,
        "compare",
        "imports",
        "config",
        "progress",
        "workers",
        "plugins",
        "pipeline",
    },
    "cli": {
        *GROUND,
        *ROOMS,
        "compare",
        "imports",
        "config",
        "progress",
        "press",
        "preview",
        "demo",
        "",
    },
    "": {"extract"},  # mirrorpress/__init__.py
    "__main__": {"cli"},
}
# What touches the world: sockets, files, databases, clocks, chance, processes.
WORLD = {
    "asyncio", "httpcore2", "httpx2", "multiprocessing", "os", "pathlib", "random", "secrets",
    "shutil", "socket", "sqlite3", "subprocess", "tempfile", "threading", "time", "uuid",
}  # fmt: skip
CLOCKS = {"now", "today", "utcnow"}

MODULES = sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    """ "mirrorpress.store.entries" """
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> set[str]:
    """Every module that a module imports, wherever in it."""
    known = {name_of(module) for module in MODULES}
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found.add(whole if whole in known else str(node.module))
    return found


def part_of(module: str) -> str:
    """The part of the house that a module of ours is in."""
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_arrows_point_down(path: Path) -> None:
    part = part_of(name_of(path))
    ours = {module for module in imported(path) if module.split(".")[0] == "mirrorpress"}
    for module in ours:
        target = part_of(module)
        assert target == part or target in ALLOWED[part], f"{name_of(path)} imports {module}"


# room of `extract` → the rooms of it that it may import besides itself
ROOMS_OF_EXTRACT: dict[str, set[str]] = {
    "words": set(),
    "page": {"words"},
    "fields": {"words", "page"},
    "body": {"words", "page", "fields"},
    "blocks": {"words", "page", "fields"},
    "memory": {"words", "page", "fields"},
}


@pytest.mark.parametrize("room", ROOMS_OF_EXTRACT)
def test_arrows_in_extract_point_down(room: str) -> None:
    inside = f"mirrorpress.extract.{room}"
    modules = [path for path in MODULES if name_of(path).startswith(f"{inside}.")]
    assert len(modules) > 2
    allowed = tuple(f"mirrorpress.extract.{name}." for name in (room, *ROOMS_OF_EXTRACT[room]))
    for path in modules:
        ours = {module for module in imported(path) if module.startswith("mirrorpress.extract")}
        assert all(module.startswith(allowed) for module in ours), f"{name_of(path)}: {ours}"


def test_the_walk_sees_a_wrong_arrow() -> None:
    """The check above can fail: pipeline imports rooms, which no room may."""
    rooms = {part_of(module) for module in imported(SOURCE / "pipeline" / "discover.py")}
    assert {"extract", "store"} <= rooms
    assert not {"extract", "store"} <= ALLOWED["store"]


@pytest.mark.parametrize(
    "path", [path for path in MODULES if part_of(name_of(path)) in PURE], ids=name_of
)
def test_pure_rooms_do_not_touch_the_world(path: Path) -> None:
    assert not {module.split(".")[0] for module in imported(path)} & WORLD
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8")))
             if isinstance(node, ast.Attribute) and node.attr in CLOCKS]  # fmt: skip
    assert not calls, f"{name_of(path)} asks a clock"


def test_no_module_imports_itself_round_about() -> None:
    graph = {name_of(path): imported(path) for path in MODULES}
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, f"import cycle: {' → '.join((*path, module))}"
        if module in done:
            return
        for other in graph.get(module, set()) - {module}:
            if other in graph:
                visit(other, (*path, module))
        done.add(module)

    for module in graph:
        visit(module, ())


def test_every_module_of_extract_has_its_own_tests() -> None:
    modules = {path.stem for path in MODULES if part_of(name_of(path)) == "extract"}
    tested = {path.stem.removeprefix("test_") for path in (TESTS / "extract").rglob("test_*.py")}
    assert modules - {"__init__"} - tested == set()


def test_every_module_says_its_subject() -> None:
    silent = [name_of(path) for path in MODULES
              if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]  # fmt: skip
    assert silent == []
