"""The layers of the package hold: who may import whom, what only one module may import, and how large things get."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "generator" / "twolane"
LAYERS = (
    ("source", "third_party"),
    ("findings", "model"),
    ("loading", "checks", "alignment", "actuals", "changes"),
    ("pages", "reports"),
    ("build", "comparing", "releasing", "review"),
    ("mkdocs", "cli"),
)
"""From the lowest to the highest; a room imports from lower ones, and from its own."""
SINGLE_IMPORTERS = {
    "yaml": "loading/strict_yaml.py",
    "jinja2": "pages/rendering.py",
    "mkdocs": "mkdocs/",
    "material": "mkdocs/",
    "typer": "cli/",
    "subprocess": "cli/ loading/git.py",
    "urllib.request": "review/http.py",
}
MODULES = sorted(path for path in ROOT.rglob("*.py") if path.name != "__main__.py")


def room(path: Path) -> str:
    """The room that a module stands in: the first folder of the package, or the module's own name."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, ast.stmt]]:
    """Every module that ``path`` imports, by its full name, with the statement."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((_imported(node.module, alias.name), node) for alias in node.names)


def _imported(module: str, name: str) -> str:
    """The module that ``from module import name`` reaches: ``name`` may be one itself."""
    inner = ROOT.parent.joinpath(*module.split("."), name)
    return f"{module}.{name}" if inner.with_suffix(".py").exists() or inner.is_dir() else module


def layer_of(name: str) -> int | None:
    """The number of the layer that a room belongs to."""
    return next((number for number, rooms in enumerate(LAYERS) if name in rooms), None)


def test_every_room_has_a_layer() -> None:
    """No module stands outside the layers."""
    assert {room(path) for path in MODULES} - {"__init__", "py"} <= {name for rooms in LAYERS for name in rooms}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_only_from_lower_layers(path: Path) -> None:
    """A module imports from lower layers and from its own room; of a sibling only its public modules."""
    own = room(path)
    if own == "__init__":
        return
    mine = layer_of(own)
    assert mine is not None
    for name, _ in imports(path):
        if name.startswith("twolane."):
            other = name.split(".")[1]
            theirs = layer_of(other)
            public = not any(part.startswith("_") for part in name.split("."))
            allowed = other == own or (theirs is not None and theirs <= mine and public)
            assert allowed or other.startswith("__"), f"{own} imports {name}"


@pytest.mark.parametrize(("library", "places"), SINGLE_IMPORTERS.items())
def test_single_importer(library: str, places: str) -> None:
    """A library that decides a lot is imported in one place only, or in the few that need it."""
    importers = {
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        for name, _ in imports(path)
        if f"{name}.".startswith(f"{library}.")
    }
    known = places.split()
    assert all(
        any(each == place or (place[-1] == "/" and each.startswith(place)) for place in known) for each in importers
    )


def test_no_cycles_between_modules() -> None:
    """No module imports itself by way of others."""
    graph = {_name(path): {name for name, _ in imports(path) if name.startswith("twolane")} for path in MODULES}
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " → ".join((*way, module))
        if module not in done and module in graph:
            for other in graph[module]:
                visit(other, (*way, module))
            done.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_size_and_opening(path: Path) -> None:
    """A module opens by saying what it is for, has at most 300 lines, and its functions at most 40."""
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    assert text.count("\n") <= 300
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_printing_and_exiting_only_at_the_edge(path: Path) -> None:
    """Only the command line prints or ends the program."""
    if room(path) == "cli":
        return
    calls = (node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    names = {ast.unparse(call) for call in calls}
    assert not names & {"print", "sys.exit", "exit", "typer.echo"}


def test_nothing_is_called_utils() -> None:
    """There is no drawer for whatever has no place."""
    assert not [path for path in MODULES if path.stem in {"utils", "util", "helpers", "common", "misc"}]


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
