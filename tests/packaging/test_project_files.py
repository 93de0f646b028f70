"""The files that describe the project agree with each other."""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import tasks
import twolane

CHECKOUT = Path(__file__).resolve().parents[2]


# Which distribution brings a module that is not called like it; the last two belong to the one that is named.
DISTRIBUTIONS = {
    "yaml": "pyyaml",
    "markdown_it": "markdown-it-py",
    "material": "mkdocs-material",
    "markupsafe": "jinja2",
    "pydantic_core": "pydantic",
}


def read(name: str) -> str:
    return (CHECKOUT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(tasks.COMMANDS))
def test_a_task_runs_with_make_and_without_and_is_documented(name: str) -> None:
    """Each task of tasks.py is a target of the Makefile, and CONTRIBUTING.md shows both ways to run it."""
    (targets,) = re.findall(r"^\.PHONY: (.*)$", read("Makefile"), re.MULTILINE)
    assert name in targets.split()
    assert f"| `make {name}` | `python tasks.py {name}` |" in read("CONTRIBUTING.md")


def test_the_lock_names_no_registry() -> None:
    """package-lock.json carries hashes but no addresses, so that any registry will do."""
    lock = json.loads(read("package-lock.json"))["packages"]
    packages = {name: entry for name, entry in lock.items() if name}
    assert not [name for name, entry in packages.items() if "resolved" in entry]
    assert not [name for name, entry in packages.items() if not entry["integrity"].startswith("sha512-")]


def test_mermaid_is_new_enough_to_be_safe() -> None:
    """The pinned Mermaid is not older than 11.16.1, the first without known holes."""
    version = json.loads(read("package-lock.json"))["packages"]["node_modules/mermaid"]["version"]
    assert tuple(int(part) for part in version.split(".")) >= (11, 16, 1)


def test_every_dependency_is_pinned_for_the_tests() -> None:
    """constraints.txt has an exact version of everything that pyproject.toml asks for."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *(one for some in project["optional-dependencies"].values() for one in some)]
    names = {re.split(r"[\[<>=!~ ]", line)[0].lower() for line in wanted} - {"twolane"}
    pinned = {line.split("==")[0].lower() for line in read("constraints.txt").splitlines() if "==" in line}
    assert names <= pinned


def imported(path: Path) -> Iterator[str]:
    """The first names of the modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_the_package_imports_only_what_it_asks_for() -> None:
    """Each library that the package imports is a dependency of it, so that the wheel alone is enough."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    asked_for = {re.split(r"[\[<>=!~ ]", line)[0].lower() for line in project["dependencies"]}
    modules = {name for path in (CHECKOUT / "generator").rglob("*.py") for name in imported(path)}
    foreign = {name for name in modules if name not in sys.stdlib_module_names} - {"twolane"}
    assert {DISTRIBUTIONS.get(name, name) for name in foreign} <= asked_for


def test_the_changelog_speaks_of_this_version() -> None:
    """The version of the package has its place in CHANGELOG.md."""
    assert twolane.__version__ in read("CHANGELOG.md")
