"""The layers of the package hold: who may import whom, what only one module may import, and how large things get."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from tests.support.layers import (
    climbs,
    cycles,
    imports,
    module_name,
    order,
    reaches,
    room,
    shared_names,
    sources,
    tree_of,
)

PACKAGE = sources()
MODULES = {path: text for path, text in PACKAGE.items() if not path.endswith("__main__.py")}
ROOMS = order()
SINGLE_IMPORTERS = {
    "yaml": "yaml_text/strict_yaml.py",
    "jinja2": "site/rendering.py",
    "markdown": "site/audience_links.py",
    "mkdocs": "mkdocs/",
    "material": "mkdocs/",
    "typer": "cli/",
    "subprocess": "history/git_calls.py",
    "urllib.request": "review/http.py",
}


def test_every_room_has_a_place_in_the_order() -> None:
    """The table in CONTRIBUTING.md names each room of the package once, and no other."""
    assert sorted(ROOMS) == sorted({room(path) for path in MODULES} - {"__init__"})


def test_imports_only_from_above_in_the_table() -> None:
    """A module imports only from rooms above its own, and from its own."""
    assert climbs(MODULES, ROOMS) == []


def test_no_module_reaches_into_another() -> None:
    """What a module keeps for itself is used nowhere else."""
    assert reaches(MODULES) == []


def test_no_cycles_between_modules() -> None:
    """No module imports itself by way of others."""
    assert cycles(MODULES) == []


def test_no_name_stands_in_two_rooms() -> None:
    """Whoever looks for a module by its name finds one."""
    assert shared_names(MODULES) == {}


@pytest.mark.parametrize("own", ROOMS)
def test_a_climb_planted_in_a_room_is_found(own: str) -> None:
    """A room that imports from the next one below it in the table, or the lowest from nowhere, is told."""
    path = _in(own)
    above = ROOMS[ROOMS.index(own) + 1 :]
    target = module_name(_in(above[0])) if above else "twolane.nowhere"
    planted = {**MODULES, path: f"{MODULES[path]}\nimport {target}\n"}
    assert f"{path} imports {target}" in climbs(planted, ROOMS)


@pytest.mark.parametrize("own", ROOMS)
def test_a_cycle_planted_in_a_room_is_found(own: str) -> None:
    """A module that imports one by which it is imported is told, also inside of a function."""
    path, beside = _in(own), f"{own}/planted.py"
    name = f"twolane.{own}.planted"
    planted = {
        **MODULES,
        path: f"{MODULES[path]}\nfrom twolane.{own} import planted\n",
        beside: f"def late():\n    import {module_name(path)}\n",
    }
    assert any(name in cycle and module_name(path) in cycle for cycle in cycles(planted))


@pytest.mark.parametrize("own", ROOMS)
@pytest.mark.parametrize("way", ["from {parent} import {stem}\n{stem}._inside", "from {target} import _inside"])
def test_a_reach_planted_in_a_room_is_found(own: str, way: str) -> None:
    """A module that takes what another keeps for itself is told, whichever way it takes it."""
    path, target = _in(own), "twolane.source" if own != "source" else "twolane.findings"
    parent, _, stem = target.rpartition(".")
    text = way.format(parent=parent, stem=stem, target=target)
    assert f"{path} takes _inside from {target}" in reaches({**MODULES, path: f"{MODULES[path]}\n{text}\n"})


def _in(own: str) -> str:
    """A module of a room."""
    return next(path for path in MODULES if room(path) == own and not path.endswith("__init__.py"))


def _library_imports() -> Iterator[tuple[str, str]]:
    known = frozenset(map(module_name, MODULES))
    yield from ((path, name) for path, text in MODULES.items() for name, _ in imports(text, known))


def test_single_importer() -> None:
    """A library that decides a lot is imported in one place only, or in the few that need it."""
    strangers = [
        f"{path} imports {name}"
        for path, name in _library_imports()
        for library, place in SINGLE_IMPORTERS.items()
        if f"{name}.".startswith(f"{library}.") and not (path == place or (place[-1] == "/" and path.startswith(place)))
    ]
    assert strangers == []


def test_nothing_but_git_is_started() -> None:
    """No module starts a program, opens one for a file, or runs text as code, but the one that calls git."""
    starting = re.compile(
        r"(os\.(system|popen|startfile|exec\w+|spawn\w+|posix_spawnp?|fork)|pty\.spawn|asyncio\.create_subprocess_\w+|"
        r"webbrowser\.open\w*|runpy\.run_\w+|eval|exec|__import__)"
    )
    found = [
        f"{path}: {ast.unparse(node.func)}"
        for path, text in MODULES.items()
        for node in ast.walk(tree_of(text))
        if isinstance(node, ast.Call) and starting.fullmatch(ast.unparse(node.func))
    ]
    assert found == []


def test_size_and_opening() -> None:
    """A module opens by saying what it is for, has at most 300 lines, and its functions at most 40."""
    silent = [path for path, text in MODULES.items() if not ast.get_docstring(tree_of(text))]
    long = [path for path, text in MODULES.items() if text.count("\n") > 300]
    functions = [
        f"{path}: {node.name}"
        for path, text in MODULES.items()
        for node in ast.walk(tree_of(text))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 40
    ]
    assert (silent, long, functions) == ([], [], [])


def test_types_are_ignored_with_a_reason() -> None:
    """Where the types are not believed, the line says why."""
    bare = re.compile(r"#\s*type:\s*ignore(\[[\w, -]+\])?\s*$", re.MULTILINE)
    tests = {path.as_posix(): path.read_text("utf-8") for path in Path(__file__).parent.rglob("*.py")}
    assert [path for path, text in (*MODULES.items(), *tests.items()) if bare.search(text)] == []


def test_printing_and_exiting_only_at_the_edge() -> None:
    """Only the command line prints or ends the program."""
    ends = [
        f"{path}: {ast.unparse(node.func)}"
        for path, text in MODULES.items()
        if room(path) != "cli"
        for node in ast.walk(tree_of(text))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"print", "sys.exit", "exit", "typer.echo"}
    ]
    assert ends == []


def test_no_group_of_an_expression_is_possessive() -> None:
    """Python before 3.11.5 misreads groups that are not to be tried again; of single signs it reads them rightly."""
    said = {path: re.findall(r"\)[*+?]\+|\)\{[\d,]+\}\+|\(\?>", text) for path, text in MODULES.items()}
    assert {path: found for path, found in said.items() if found} == {}


def test_nothing_is_called_utils() -> None:
    """There is no drawer for whatever has no place."""
    drawers = {"utils", "util", "helpers", "common", "misc"}
    assert not [path for path in MODULES if PurePosixPath(path).stem in drawers]
