"""The layers of the package hold: who may import whom, what only one module may import, and how large things get."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent / "generator" / "twolane"
LAYERS = (
    ("source", "third_party"),
    ("findings",),
    ("wording",),
    ("model",),
    ("yaml_text",),
    ("loading",),
    ("configuration",),
    ("history",),
    ("checks", "alignment", "actuals", "changes"),
    ("links",),
    ("mermaid",),
    ("two_lines",),
    ("definition_format",),
    ("site",),
    ("parts",),
    ("two_lines",),
    ("definition_format",),
    ("site",),
    ("parts",),
    ("pages", "reports"),
    ("build", "comparing", "releasing", "review", "writing"),
    ("mkdocs", "cli"),
)
"""From the lowest to the highest; a room imports from lower ones, and from its own."""
SINGLE_IMPORTERS = {
    "yaml": "yaml_text/strict_yaml.py",
    "jinja2": "site/rendering.py",
    "mkdocs": "mkdocs/",
    "material": "mkdocs/",
    "typer": "cli/",
    "subprocess": "history/git_calls.py",
    "urllib.request": "review/http.py",
}
MODULES = sorted(path for path in ROOT.rglob("*.py") if path.name != "__main__.py")


@cache
def tree_of(path: Path) -> ast.Module:
    """A module as Python reads it, once for all tests."""
    return ast.parse(path.read_text("utf-8"))


def room(path: Path) -> str:
    """The room that a module stands in: the first folder of the package, or the module's own name."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Every module that ``path`` imports, by its full name."""
    found: list[str] = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += (_imported(node.module, alias.name) for alias in node.names)
    return tuple(found)


def _imported(module: str, name: str) -> str:
    """The module that ``from module import name`` reaches: ``name`` may be one itself."""
    inner = ROOT.parent.joinpath(*module.split("."), name)
    return f"{module}.{name}" if inner.with_suffix(".py").exists() or inner.is_dir() else module


def layer_of(name: str) -> int | None:
    """The number of the layer that a room belongs to."""
    return next((number for number, rooms in enumerate(LAYERS) if name in rooms), None)


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_room_has_a_layer() -> None:
    """No module stands outside the layers."""
    assert {room(path) for path in MODULES} - {"__init__", "py"} <= {name for rooms in LAYERS for name in rooms}


def test_imports_only_from_lower_layers() -> None:
    """A module imports from lower layers and from its own room; of a sibling only its public modules."""
    climbs = [
        f"{short(path)} imports {name}"
        for path in MODULES
        if room(path) != "__init__"
        for name in imports(path)
        if name.startswith("twolane.") and not _may_import(room(path), name)
    ]
    assert climbs == []


def _may_import(own: str, name: str) -> bool:
    other = name.split(".")[1]
    mine, theirs = layer_of(own), layer_of(other)
    public = not any(part.startswith("_") for part in name.split("."))
    lower = mine is not None and theirs is not None and theirs <= mine and public
    return other == own or other.startswith("__") or lower


def test_single_importer() -> None:
    """A library that decides a lot is imported in one place only, or in the few that need it."""
    strangers = [
        f"{short(path)} imports {name}"
        for path in MODULES
        for name in imports(path)
        for library, places in SINGLE_IMPORTERS.items()
        if f"{name}.".startswith(f"{library}.")
        and not any(
            short(path) == place or (place[-1] == "/" and short(path).startswith(place)) for place in places.split()
        )
    ]
    assert strangers == []


def test_nothing_but_git_is_started() -> None:
    """No module starts a program, opens one for a file, or runs text as code, but the one that calls git."""
    starting = re.compile(
        r"(os\.(system|popen|startfile|exec\w+|spawn\w+|posix_spawnp?|fork)|pty\.spawn|asyncio\.create_subprocess_\w+|"
        r"webbrowser\.open\w*|runpy\.run_\w+|eval|exec|__import__)"
    )
    found = [
        f"{short(path)}: {ast.unparse(node.func)}"
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and starting.fullmatch(ast.unparse(node.func))
    ]
    assert found == []


def test_no_cycles_between_modules() -> None:
    """No module imports itself by way of others."""
    graph = {_name(path): {name for name in imports(path) if name.startswith("twolane")} for path in MODULES}
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " → ".join((*way, module))
        if module not in done and module in graph:
            for other in graph[module]:
                visit(other, (*way, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def test_size_and_opening() -> None:
    """A module opens by saying what it is for, has at most 300 lines, and its functions at most 40."""
    silent = [short(path) for path in MODULES if not ast.get_docstring(tree_of(path))]
    long = [short(path) for path in MODULES if path.read_text("utf-8").count("\n") > 300]
    functions = [
        f"{short(path)}: {node.name}"
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 40
    ]
    assert (silent, long, functions) == ([], [], [])


def test_printing_and_exiting_only_at_the_edge() -> None:
    """Only the command line prints or ends the program."""
    ends = [
        f"{short(path)}: {ast.unparse(node.func)}"
        for path in MODULES
        if room(path) != "cli"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"print", "sys.exit", "exit", "typer.echo"}
    ]
    assert ends == []


def test_no_group_of_an_expression_is_possessive() -> None:
    """Python before 3.11.5 misreads groups that are not to be tried again; of single signs it reads them rightly."""
    said = {short(path): re.findall(r"\)[*+?]\+|\)\{[\d,]+\}\+|\(\?>", path.read_text("utf-8")) for path in MODULES}
    assert {path: found for path, found in said.items() if found} == {}


def test_nothing_is_called_utils() -> None:
    """There is no drawer for whatever has no place."""
    assert not [path for path in MODULES if path.stem in {"utils", "util", "helpers", "common", "misc"}]


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
