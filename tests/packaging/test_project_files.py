"""The files that describe the project agree with each other."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import tasks
import twolane
from bootstrap.locks import Lock, locks

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


def pins(file: str) -> dict[str, str]:
    """The version of each package in a lock, by its name; each has hashes, and nothing else stands in the file."""
    found = {}
    text = read(file).replace(" \\\n", " ")
    for line in text.splitlines():
        if not line.startswith("#"):
            match = PIN.fullmatch(line)
            assert match, f"{file}: {line[:80]}"
            found[canonicalize_name(match[1])] = match[2]
    return found


PIN = re.compile(r"([\w.-]+)==([\w.]+)(?: ; [\w'. ()<>=!]+)?(?: +--hash=sha256:[0-9a-f]{64})+")


@pytest.mark.parametrize("lock", locks(), ids=lambda lock: lock.file)
def test_locks_fit_what_is_asked_for(lock: Lock) -> None:
    """Each lock has a version of all that is asked for, which will do, with hashes, and names no index."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    more = project["optional-dependencies"].values() if lock.project else []
    asked = lock.names or (*project["dependencies"], *(one for some in more for one in some))
    found = pins(lock.file)
    for requirement in map(Requirement, asked):
        if requirement.name != "twolane":
            assert found[canonicalize_name(requirement.name)] in requirement.specifier, str(requirement)


def test_locks_agree() -> None:
    """A package has one version, whichever lock it stands in."""
    seen: dict[str, set[str]] = {}
    for lock in locks():
        for name, version in pins(lock.file).items():
            seen.setdefault(name, set()).add(version)
    assert {name: versions for name, versions in seen.items() if len(versions) > 1} == {}


def test_what_twolane_needs_is_bounded_above() -> None:
    """No dependency of the package takes a version that nobody has tried."""
    project = tomllib.loads(read("pyproject.toml"))["project"]
    bounds = {line: {each.operator for each in Requirement(line).specifier} for line in project["dependencies"]}
    assert {line: operators for line, operators in bounds.items() if operators != {">=", "<"}} == {}


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


def test_description_of_the_package_leads_somewhere() -> None:
    """What a registry shows is the README, with whole addresses, since no repository is around it there."""
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "metadata"], cwd=CHECKOUT, capture_output=True, encoding="utf-8", check=True
    )
    metadata = json.loads(done.stdout)
    source, text = metadata["urls"]["Source"], metadata["readme"]["text"]
    targets = re.findall(r"\]\(([^)]+)\)", text)
    files = {re.sub(rf"^{source}/(blob|raw)/HEAD/", "", target) for target in targets}
    assert files == set(re.findall(r"\]\(([^)]+)\)", read("README.md")))
    assert all((CHECKOUT / file.partition("#")[0]).exists() for file in files)
    assert {target.endswith(".png") for target in targets if target.startswith(f"{source}/raw/")} == {True}
    assert {target for target in metadata["urls"].values() if not target.startswith(source)} == set()
