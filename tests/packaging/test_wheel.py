"""The wheel works for somebody who has nothing but the wheel."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from twolane.third_party import FONT_FILES

CHECKOUT = Path(__file__).resolve().parents[2]
PIP = ("-m", "pip", "--disable-pip-version-check")
BIN = "Scripts" if sys.platform == "win32" else "bin"

LOCKED = ("--require-hashes", "--only-binary", ":all:")

pytestmark = pytest.mark.packaging


def run(*command: str | Path, folder: Path) -> str:
    """What the command prints; a failure shows all of it."""
    # Nothing around the tests may help: no module path, no scripts of somebody's own.
    helpers = ("PYTHONPATH", "VIRTUAL_ENV", "TWOLANE_")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(helpers)}
    done = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def files_below(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout by the tools that are installed beside the tests."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-deps", "--no-build-isolation", "--wheel-dir", folder)
    run(sys.executable, *PIP, "wheel", *options, CHECKOUT, folder=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def twolane(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `twolane`, from the wheel installed in an environment that was empty."""
    home = tmp_path_factory.mktemp("empty")
    run(sys.executable, "-m", "venv", "--without-pip", home / "venv", folder=home)
    python = home / "venv" / BIN / ("python.exe" if sys.platform == "win32" else "python")
    install = (sys.executable, *PIP, "--python", python, "install")
    run(*install, *LOCKED, "--requirement", CHECKOUT / "generator/twolane/starter/requirements.txt", folder=home)
    # Named with its hash, it is written down with it by each pip; older ones leave out what they were not told.
    run(*install, "--no-deps", f"{wheel.as_uri()}#sha256={hashlib.sha256(wheel.read_bytes()).hexdigest()}", folder=home)
    run(*install, "--dry-run", wheel, folder=home)
    return python.with_name("twolane.exe" if sys.platform == "win32" else "twolane")


def test_files_of_others_ship_at_their_pinned_versions_with_their_licences(contents: dict[str, bytes]) -> None:
    """Mermaid, the worker shim and the font are in the wheel, as package-lock.json pins them, licences beside them."""
    folder = "twolane/third_party_files"
    lock = json.loads((CHECKOUT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    record = json.loads(contents[f"{folder}/pinned.json"])
    for file, entry in record.items():
        pinned = lock[f"node_modules/{entry['package']}"]
        assert (entry["version"], entry["integrity"]) == (pinned["version"], pinned["integrity"])
        assert hashlib.sha256(contents[f"{folder}/{file}"]).hexdigest() == entry["sha256"]
    assert set(record) == {"mermaid.min.js", "iframe-worker.js", *FONT_FILES}
    for licence in ("mermaid.LICENSE.txt", "iframe-worker.LICENSE.txt"):
        assert b"MIT" in contents[f"{folder}/{licence}"]
    assert b"SIL OPEN FONT LICENSE" in contents[f"{folder}/public-sans.LICENSE.txt"]


def test_templates_and_typing_ship(contents: dict[str, bytes]) -> None:
    """Every file of site_templates/ is in the wheel unchanged, and the package says that it is typed."""
    folder = CHECKOUT / "site_templates"
    templates = {path for path in folder.rglob("*") if path.is_file()}
    assert templates
    for path in templates:
        name = f"twolane/site_templates/{path.relative_to(folder).as_posix()}"
        assert contents[name] == path.read_bytes()
    assert "twolane/py.typed" in contents


def test_scripts_ship_as_bundles(contents: dict[str, bytes]) -> None:
    """All scripts that pages load are in the wheel as they were bundled, and nothing that they were bundled from."""
    folder = CHECKOUT / "generator/twolane/script_bundles"
    bundles = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.js*")}
    found = {name.removeprefix("twolane/script_bundles/"): name for name in contents if "/script_bundles/" in name}
    assert {name: contents[place] for name, place in found.items()} == bundles
    sources = CHECKOUT / "generator/scripts"
    scripts = {path.name for path in sources.glob("*.js")}
    assert {name.rpartition("/")[2] for name in bundles} == {*scripts, "bundles.json"}
    assert not [name for name in contents if name.startswith("twolane/scripts/") or name.endswith("shared/words.js")]


def test_the_sdist_makes_the_same_wheel(contents: dict[str, bytes], tmp_path: Path) -> None:
    """Without npm, Node, esbuild or a network: what these would bring is in it."""
    run(sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", tmp_path, folder=CHECKOUT)
    (archive,) = tmp_path.glob("*.tar.gz")
    # The filter came with Python 3.11.4, and is asked for from 3.12 on.
    safely: dict[str, Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    with tarfile.open(archive) as members:
        members.extractall(tmp_path, **safely)
    (tmp_path / "bin").mkdir()
    source = tmp_path / archive.name.removesuffix(".tar.gz")
    command = (sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", tmp_path)
    bare = {name: text for name, text in os.environ.items() if not name.startswith("TWOLANE_")}
    bare |= {"PATH": str(tmp_path / "bin")}
    done = subprocess.run(command, cwd=source, env=bare, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as made:
        names = [name for name in made.namelist() if not name.endswith(("/RECORD", "/METADATA"))]
        assert {name: made.read(name) for name in names} == {name: contents[name] for name in names}
        assert set(made.namelist()) == set(contents)


def test_nothing_else_ships(contents: dict[str, bytes]) -> None:
    """The wheel holds the package and its metadata: no tests, no playbook, no leavings of tools."""
    tops = {name.split("/")[0] for name in contents}
    assert sorted(tops) == ["twolane", next(top for top in tops if top.endswith(".dist-info"))]
    assert not [name for name in contents if "__pycache__" in name or name.endswith((".part", ".pyc"))]


def test_a_new_playbook_builds_outside_the_checkout(twolane: Path, tmp_path: Path) -> None:
    """`twolane new demo`, then `twolane build` in it, give a site, and write nowhere else."""
    run(twolane, "new", "demo", folder=tmp_path)
    demo = tmp_path / "demo"
    written_by_new = files_below(demo)
    run(twolane, "build", folder=demo)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["demo"]
    after = files_below(demo)
    assert {name: digest for name, digest in after.items() if name in written_by_new} == written_by_new
    site = {name for name in after if name.startswith("site/")}
    assert "site/index.html" in site
    assert [name for name in site if name.endswith("mermaid.min.js")]
    assert {name.split("/")[0] for name in set(after) - set(written_by_new)} == {"site"}


def test_sources_ship_with_the_manual(tmp_path: Path) -> None:
    """The archive of sources holds every file that git keeps."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path, folder=CHECKOUT)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as members:
        held = {member.name.partition("/")[2] for member in members}
    kept = {name for name in run("git", "ls-files", "-z", folder=CHECKOUT).split("\0") if (CHECKOUT / name).is_file()}
    assert "docs/README.md" in held
    assert kept - held == set()


def test_the_wheel_names_no_place_of_the_machine_that_built_it(contents: dict[str, bytes]) -> None:
    """No file of the wheel carries the path of the checkout that it was built from."""
    assert not [name for name, content in contents.items() if str(CHECKOUT).encode() in content]


def test_checks_of_a_playbook_install_this_very_wheel(twolane: Path, wheel: Path, tmp_path: Path) -> None:
    """What `twolane new` writes installs the wheel that wrote it, all by hash, and refuses one that was changed."""
    run(twolane, "new", "demo", folder=tmp_path)
    demo = tmp_path / "demo"
    listed = demo / "requirements-twolane.txt"
    text = listed.read_text("utf-8")
    assert f"\ntwolane=={version(wheel)} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n" in text

    listed.write_text(text.replace("# --find-links wheels", "--find-links wheels"), "utf-8")
    (demo / "wheels").mkdir()
    shutil.copy(wheel, demo / "wheels")
    run(sys.executable, "-m", "venv", "--without-pip", "fresh", folder=tmp_path)
    python = tmp_path / "fresh" / BIN / Path(twolane).with_stem("python").name
    install = (sys.executable, *PIP, "--python", python, "install", "--dry-run", *LOCKED, "--requirement", listed)
    run(*install, folder=tmp_path)

    with (demo / "wheels" / wheel.name).open("ab") as file:
        file.write(b"!")
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    assert (done.returncode, "DO NOT MATCH THE HASHES" in done.stderr) == (1, True), done.stderr


def version(wheel: Path) -> str:
    return wheel.name.split("-")[1]
