"""Our scripts are bundled when their sources have changed, and only then, by esbuild at its pinned version."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from bootstrap import script_bundles
from bootstrap.npm_files import FilesUnavailable
from bootstrap.script_bundles import BUNDLES, SOURCES, BundlingFailed, bundle, esbuild_to_fetch, is_current
from twolane.site import template_folders
from twolane.third_party import MissingFile

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source tree with two scripts that share a module, and the esbuild of this checkout."""
    shutil.copy(CHECKOUT / "package-lock.json", tmp_path)
    package = script_bundles.esbuild()
    program = package.replacement or CHECKOUT / package.folder / next(iter(package.members))
    monkeypatch.setenv(package.variable, str(program))
    write(tmp_path, "twolane-one.js", 'import { say } from "./shared/say.js";\nsay("one");\n')
    write(tmp_path, "two.js", 'import { say } from "./shared/say.js";\nsay("zwei – два");\n')
    write(tmp_path, "shared/say.js", "export const say = (text) => console.log(text);\nexport const unused = 1;\n")
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    path = root / SOURCES / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def built(root: Path, name: str) -> str:
    return (root / BUNDLES / name).read_text("utf-8")


@pytest.mark.packaging
def test_each_script_is_one_function_with_all_that_it_imports(checkout: Path) -> None:
    """It needs no module beside it, is in strict mode wherever it is put, and has nothing that it does not use."""
    assert bundle(checkout)
    assert sorted(path.relative_to(checkout / BUNDLES).as_posix() for path in (checkout / BUNDLES).rglob("*.*")) == [
        "assets/twolane-one.js",
        "bundles.json",
        "two.js",
    ]
    assert built(checkout, "two.js") == (
        '(() => {\n"use strict";\n\n\n// generator/scripts/shared/say.js\n'
        "var say = (text) => console.log(text);\n\n"
        '// generator/scripts/two.js\nsay("zwei – два");\n})();\n'
    )


@pytest.mark.packaging
def test_only_a_change_is_bundled(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a source, of a bundle, of esbuild's version; without one, esbuild is not even looked for."""
    bundle(checkout)
    with monkeypatch.context() as none:
        none.setenv("TWOLANE_ESBUILD", str(checkout / "gone"))
        assert not bundle(checkout)

    write(checkout, "shared/say.js", "export const say = (text) => alert(text);\n")
    assert not is_current(checkout)
    assert (bundle(checkout), is_current(checkout)) == (True, True)
    assert "alert" in built(checkout, "assets/twolane-one.js")

    (checkout / BUNDLES / "two.js").write_text("edited();\n", "utf-8")
    assert (bundle(checkout), "edited" in built(checkout, "two.js")) == (True, False)

    lock = checkout / "package-lock.json"
    entry = '"node_modules/esbuild": {\n      "version": "'
    lock.write_text(lock.read_text("utf-8").replace(entry, f"{entry}1"), "utf-8")
    assert not is_current(checkout)


@pytest.mark.packaging
def test_a_script_that_is_gone_leaves_no_bundle(checkout: Path) -> None:
    """Else pages would go on carrying it."""
    bundle(checkout)
    (checkout / SOURCES / "twolane-one.js").unlink()
    bundle(checkout)
    assert not (checkout / BUNDLES / "assets/twolane-one.js").exists()


@pytest.mark.packaging
def test_a_mistake_in_a_script_is_shown_where_it_is(checkout: Path) -> None:
    """The bundles stay as they were."""
    bundle(checkout)
    before = built(checkout, "two.js")
    write(checkout, "two.js", 'import { sag } from "./shared/say.js";\nsag("two");\n')
    with pytest.raises(BundlingFailed, match=r"(?s)cannot be bundled\..*No matching export.*two\.js:1:9:"):
        bundle(checkout)
    assert built(checkout, "two.js") == before


def test_an_esbuild_that_is_not_there_is_named(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable may lead nowhere, or to what is no program."""
    monkeypatch.setenv("TWOLANE_ESBUILD", str(checkout / "gone"))
    with pytest.raises(BundlingFailed, match=r"gone cannot be run: No such file"):
        bundle(checkout)


def test_a_machine_without_an_esbuild_is_told_of_the_variable(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system for which npm has none can still build, with one of its own."""
    monkeypatch.delenv("TWOLANE_ESBUILD")
    monkeypatch.setattr(sys, "platform", "haiku1")
    assert not esbuild_to_fetch(checkout)
    with pytest.raises(FilesUnavailable, match=r"has no @esbuild/haiku-\S+ Say .* TWOLANE_ESBUILD=/path/to/esbuild"):
        bundle(checkout)


def test_scripts_that_are_nowhere_are_missed_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site without its scripts would look like one, so none is built; the message says what brings them."""
    assert template_folders.BUNDLES == CHECKOUT / BUNDLES
    monkeypatch.setattr(template_folders, "BUNDLES", tmp_path)
    with pytest.raises(MissingFile, match=r"The scripts .* did not come .* \(in a checkout: python tasks.py scripts"):
        template_folders.template_folders()
