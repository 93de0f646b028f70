"""Makes .venv and installs the checkout into it, and does nothing where that has been done."""

from __future__ import annotations

import json
import shutil
import sys

from bootstrap.machine import (
    PYTHON,
    ROOT,
    VENV,
    TaskFailed,
    apt_candidate,
    apt_install,
    fingerprint,
    read_json,
    run,
    succeeds,
)

PIP = (PYTHON, "-m", "pip", "--disable-pip-version-check")
FILES_OF_OTHERS = ROOT / "generator/twolane/third_party_files"

# Versions with the hashes of their files, which pip insists on: `python tasks.py lock` writes them.
RUNNING = "generator/twolane/starter/requirements.txt"
BUILDING = "bootstrap/build.txt"
NODE = "bootstrap/node.txt"
TESTING = "bootstrap/testing.txt"

# What decides whether an installation is still the right one.
INSTALLED_FROM = (
    "pyproject.toml",
    RUNNING,
    BUILDING,
    TESTING,
    "hatch_build.py",
    "bootstrap/npm_files.py",
    "package-lock.json",
)


def install(extra: str) -> None:
    """Install the checkout, editable, into .venv; quick where nothing has changed since the last time."""
    make_venv()
    stamp, wanted = VENV / "twolane-installed.json", {"inputs": fingerprint(*INSTALLED_FROM), "extra": extra}
    found = read_json(stamp)
    if found in (wanted, {**wanted, "extra": "dev"}) and FILES_OF_OTHERS.is_dir():
        return
    print("Installing; the first time this takes a minute or two.", flush=True)
    install_locked(*([TESTING] if extra else [RUNNING, BUILDING]))
    if not npm_runs():
        # The build fetches browser scripts by it, and may not install one itself, as it would for others.
        install_locked(NODE)
    # A checkout has no hash; installed alone and built by what is there, it brings nothing unasked.
    run(*PIP, "install", "--no-deps", "--no-build-isolation", "--editable", ".")
    stamp.write_text(json.dumps(wanted), encoding="utf-8")


def install_locked(*files: str) -> None:
    """Install what the files name into .venv, and nothing that has not the hash written there."""
    make_venv()
    run(*PIP, "install", "--require-hashes", *(part for file in files for part in ("--requirement", file)))


def npm_runs() -> bool:
    """Whether the machine has an npm that runs; a stub without Node beside it does not."""
    npm = shutil.which("npm")
    return npm is not None and succeeds(npm, "--version")


def make_venv() -> None:
    """Make .venv by the first of three ways that works here."""
    if succeeds(PYTHON, "-m", "pip", "--version"):
        return
    print(f"Making .venv with Python {sys.version.split()[0]}.", flush=True)
    if not any(way() for way in (venv_with_pip, venv_after_apt, venv_with_pip_of_machine)):
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        raise TaskFailed(
            f"This Python cannot make an environment with pip in it. On Debian and Ubuntu, run\n"
            f"  sudo apt-get install {package}\nand then this command again."
        )


def venv_with_pip() -> bool:
    return succeeds(sys.executable, "-m", "venv", "--clear", VENV)


def venv_after_apt() -> bool:
    """Debian and Ubuntu keep the part of Python that venv needs in a package of its own."""
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    return apt_candidate(package) != "" and apt_install(package) and venv_with_pip()


def venv_with_pip_of_machine() -> bool:
    bare = succeeds(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV)
    return bare and succeeds(sys.executable, "-m", "pip", "--python", PYTHON, "install", "pip")
