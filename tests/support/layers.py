"""Reads the layers from CONTRIBUTING.md, and finds what in a package breaks them: climbs, cycles, reaches inside."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "generator" / "twolane"
NAME = PACKAGE.name
_ROW = re.compile(r"^\| `([a-z_]+)(?:/|\.py)` \|", re.MULTILINE)

Sources = Mapping[str, str]
"""The text of each module by its path below the package."""


def order() -> tuple[str, ...]:
    """The rooms as the table in CONTRIBUTING.md lists them, the lowest first."""
    text = (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8")
    return tuple(_ROW.findall(text))


def sources() -> dict[str, str]:
    """The package as it is."""
    return {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}


def room(path: str) -> str:
    """The room that a module stands in: the first folder of the package, or the module's own name."""
    return path.partition("/")[0].removesuffix(".py")


def module_name(path: str) -> str:
    """The dotted name of a module."""
    parts = [NAME, *path.removesuffix(".py").split("/")]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree_of(text: str) -> ast.Module:
    """A module as Python reads it, once for all tests."""
    return ast.parse(text)


@cache
def _imported(text: str) -> tuple[tuple[str, str], ...]:
    """Module and name of each import of a text; the name is empty where the module itself is imported."""
    found = list[tuple[str, str]]()
    for node in ast.walk(tree_of(text)):
        if isinstance(node, ast.Import):
            found += ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += ((node.module, alias.name) for alias in node.names)
    return tuple(found)


def imports(text: str, modules: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Every module that a text imports, by its full name, and the name that it takes of it, if any.

    ``modules`` are those that there are: ``from a import b`` may take a module or a value.
    """
    for module, name in _imported(text):
        full = f"{module}.{name}"
        yield (full, "") if full in modules else (module, name)


@cache
def _private_uses(text: str) -> tuple[tuple[str, str], ...]:
    """Names with an underscore that a text takes of something that it has by a name."""
    return tuple(
        (node.value.id, node.attr)
        for node in ast.walk(tree_of(text))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and _is_private(node.attr)
    )


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def graph(package: Sources) -> dict[str, frozenset[str]]:
    """Which modules of the package each of them imports, by their dotted names."""
    modules = frozenset(map(module_name, package))
    return {
        module_name(path): frozenset(name for name, _ in imports(text, modules) if name in modules)
        for path, text in package.items()
    }


def climbs(package: Sources, rooms: tuple[str, ...]) -> list[str]:
    """Imports from a room that does not stand above the importer's own in the table; a room that is not in it."""
    modules = frozenset(map(module_name, package))
    found = []
    for path, text in package.items():
        own = room(path)
        if own.startswith("__"):
            continue
        below = rooms[: rooms.index(own)] if own in rooms else ()
        for name, _ in imports(text, modules):
            other = name.removeprefix(f"{NAME}.").partition(".")[0]
            if name.startswith(f"{NAME}.") and other != own and other not in below:
                found.append(f"{path} imports {name}")
    return found


def reaches(package: Sources) -> list[str]:
    """Uses of what another module keeps for itself: a name that begins with an underscore."""
    modules = frozenset(map(module_name, package))
    found = []
    for path, text in package.items():
        own = [(name, taken) for name, taken in imports(text, modules) if name in modules]
        bound = {name.rpartition(".")[2]: name for name, taken in own if not taken}
        inside = ((name, taken) for name, taken in own if _is_private(taken) or "._" in name.replace(".__", "."))
        found += (f"{path} takes {taken or name} from {name}" for name, taken in inside)
        found += (f"{path} takes {attr} from {bound[held]}" for held, attr in _private_uses(text) if held in bound)
    return found


def cycles(package: Sources) -> list[str]:
    """The ways on which a module imports itself by others, each once."""
    imported = graph(package)
    done: set[str] = set()
    found: list[str] = []

    def visit(module: str, way: tuple[str, ...]) -> None:
        if module in way:
            found.append(" → ".join((*way[way.index(module) :], module)))
        elif module not in done:
            for other in sorted(imported[module]):
                visit(other, (*way, module))
            done.add(module)

    for module in imported:
        visit(module, ())
    return found


def shared_names(package: Sources) -> dict[str, set[str]]:
    """Names of modules that stand in several rooms, or are those of rooms, with the rooms."""
    found: dict[str, set[str]] = {}
    for path in package:
        parts = path.removesuffix(".py").split("/")
        for name in parts[1:] if len(parts) > 1 else parts:
            if not name.startswith("__"):
                found.setdefault(name, set()).add(parts[0])
    rooms = {room(path) for path in package}
    return {name: where for name, where in found.items() if len(where | ({name} & rooms)) > 1}
