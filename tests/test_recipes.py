"""Each recipe of CONTRIBUTING.md, carried out in a copy: it touches as many files as it says, and then it is there."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from bootstrap import script_bundles
from tests.support.commands import plain_environment
from tests.support.documents import ROOT
from tests.support.playbooks import BASE
from tests.support.recipes import FOLDER, promised, put, read_recipe

FILES = sorted(FOLDER.glob("*.yml"))
SCRIPT = FOLDER / "script.yml"
"""After this one the scripts must be bundled, and only a site loads them."""
MARKS = {SCRIPT: [pytest.mark.packaging, pytest.mark.sites]}
LISTING = (
    *("test_architecture.py", "test_docs.py", "test_cases.py", "test_templates.py", "wording", "changes/test_kinds.py"),
    *("changes/test_pairs.py", "checks/test_rule_pages.py", "cli/test_app.py", "cli/test_command_cases.py"),
    *("loading/test_schema.py", "pages/test_page_kinds.py::test_the_pages_and_their_order"),
)
"""Tests that know all there are of something, and cases that say what a whole playbook gives."""


def copied(folder: Path, others: Iterable[str]) -> Path:
    """A copy of the package, of what it is made from, and of ``others``, by their names in the checkout."""
    for name in ("generator", "site_templates", "bootstrap"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("package-lock.json", *others):
        if not (folder / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def python(*arguments: str, checkout: Path, folder: Path) -> str:
    """What Python says in ``folder``, with the code of a checkout; it must not fail."""
    package = script_bundles.esbuild()
    program = package.replacement or ROOT / package.folder / next(iter(package.members))
    paths = os.pathsep.join((str(checkout / "generator"), str(checkout)))
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=plain_environment() | {"PYTHONPATH": paths, package.variable: str(program)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem, marks=MARKS.get(path, ())) for path in FILES])
def test_what_is_added_is_there(path: Path, tmp_path: Path) -> None:
    """An addition works with no other file touched than those of its recipe."""
    recipe = read_recipe(path)
    checkout = copied(tmp_path / "checkout", {line.file for line in recipe.lines})
    recipe.carry_out(checkout)
    for name in ("before", "now"):
        shutil.copytree(BASE, tmp_path / name)
    put(recipe.playbook, tmp_path / "now")
    for proof in recipe.proofs:
        program, *arguments = shlex.split(proof.run)
        module = {"twolane": ("-m", "twolane"), "python": ()}[program]
        said = python(*module, *arguments, checkout=checkout, folder=tmp_path)
        assert [text for text in proof.says if text not in said] == []
        for file, texts in proof.writes.items():
            written = (tmp_path / file).read_text("utf-8")
            assert [text for text in texts if text not in written] == []
    shutil.rmtree(checkout)


@pytest.mark.packaging
def test_what_is_added_disturbs_nothing(tmp_path: Path) -> None:
    """With all additions but the script at once, the tests pass that could have counted on what there was."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout.split("\0")
    checkout = copied(tmp_path / "checkout", {name for name in listed if name and (ROOT / name).exists()})
    for path in FILES:
        if path != SCRIPT:
            read_recipe(path).carry_out(checkout)
    tests = [f"tests/{name}" for name in LISTING]
    python("-m", "pytest", "-q", f"--basetemp={tmp_path / 'tests'}", *tests, checkout=checkout, folder=checkout)
    shutil.rmtree(checkout)


def test_each_recipe_says_how_many_files_it_touches() -> None:
    """CONTRIBUTING.md counts them, and has no recipe that nobody carries out."""
    recipes = map(read_recipe, FILES)
    assert {recipe.name: len(recipe.touched) for recipe in recipes} == promised()
