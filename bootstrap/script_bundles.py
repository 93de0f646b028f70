"""Bundles the modules in `generator/scripts/` into the scripts that pages load, by esbuild at its pinned version."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bootstrap.npm_files import FilesUnavailable, Package, is_ready, locked, prepare

SOURCES = Path("generator/scripts")
BUNDLES = Path("generator/twolane/script_bundles")
"""Below the package, so that it is the same place in a checkout, in an editable install and in the wheel."""
RECORD = "bundles.json"
_PROGRAM = "esbuild.exe" if sys.platform == "win32" else "esbuild"
_PROCESSORS = {
    "x86_64": "x64",
    "amd64": "x64",
    "aarch64": "arm64",
    "i386": "ia32",
    "i686": "ia32",
    "armv7l": "arm",
    "loongarch64": "loong64",
    "ppc64le": "ppc64",
}
_OPTIONS = (
    "--bundle",
    # A script of a page opened from a disk can be no module. What follows is a function of its own, in strict mode as
    # modules are, wherever it is put: search travels at the head of a script of others.
    "--format=esm",
    '--banner:js=(() => {\n"use strict";\n',
    "--footer:js=})();",
    "--target=es2022",
    "--charset=utf8",
    "--log-level=warning",
)


class BundlingFailed(Exception):
    """A script cannot be bundled; the message says why."""


def bundle(root: Path) -> bool:
    """Bundle all scripts, and do nothing where that has been done; whether there was anything to do.

    Raises FilesUnavailable where esbuild cannot be had, BundlingFailed where it refuses.
    """
    if is_current(root):
        return False
    program = _program(root)
    folder = root / BUNDLES
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        _run(root, program, Path(made))
        bundles = {name: (Path(made) / entry.name).read_bytes() for name, entry in _bundles(root)}
    for stale in set(folder.rglob("*.js")) - {folder / name for name in bundles}:
        stale.unlink()
    for name, content in bundles.items():
        _put(folder, name, content)
    record = {"sources": fingerprint(root), "bundles": {name: _hash(each) for name, each in bundles.items()}}
    _put(folder, RECORD, (json.dumps(record, indent=2, sort_keys=True) + "\n").encode())
    return True


def is_current(root: Path) -> bool:
    """Whether the bundles are those of the sources as they are, and unchanged since."""
    folder = root / BUNDLES
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        found = {name: _hash((folder / name).read_bytes()) for name, _ in _bundles(root)}
    except (OSError, ValueError):
        return False
    return bool(record == {"sources": fingerprint(root), "bundles": found})


def esbuild_to_fetch(root: Path) -> bool:
    """Whether esbuild is needed and only npm has it."""
    package = esbuild()
    if package.replacement is not None or locked(root, package.name) is None:
        return False
    return not is_current(root) and not is_ready(root, package)


def esbuild() -> Package:
    """The package with the program for this machine; nothing of it ships."""
    system = sys.platform.rstrip("0123456789") if sys.platform != "win32" else sys.platform
    machine = platform.machine().lower()
    member = _PROGRAM if sys.platform == "win32" else f"bin/{_PROGRAM}"
    name = f"@esbuild/{system}-{_PROCESSORS.get(machine, machine)}"
    return Package(name, {_PROGRAM: member}, "TWOLANE_ESBUILD", Path(".cache/esbuild"))


def _program(root: Path) -> Path:
    package = esbuild()
    if package.replacement is not None:
        return Path(package.replacement)
    prepare(root, package)
    program = root / package.folder / _PROGRAM
    program.chmod(0o755)
    return program


def _run(root: Path, program: Path, made: Path) -> None:
    entries = [entry.relative_to(root).as_posix() for _, entry in _bundles(root)]
    command = [str(program), *entries, *_OPTIONS, f"--outdir={made}"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    except OSError as error:
        raise BundlingFailed(f"{program} cannot be run: {error.strerror}. It is to bundle our scripts.") from error
    if done.returncode != 0:
        raise BundlingFailed(f"The scripts in {SOURCES.as_posix()} cannot be bundled.\n{done.stderr.strip()}")


def _bundles(root: Path) -> Iterator[tuple[str, Path]]:
    """Where each bundle goes, and the module that it begins with: those that stand directly in the folder.

    Pages load those that are named `twolane-…`; the others are put into a page.
    """
    for entry in sorted((root / SOURCES).glob("*.js")):
        yield f"assets/{entry.name}" if entry.name.startswith("twolane-") else entry.name, entry


def fingerprint(root: Path) -> str:
    """What decides how the bundles look: the sources, esbuild's version, and what it is told."""
    digest = hashlib.sha256(json.dumps([locked(root, "esbuild"), *_OPTIONS]).encode())
    for path in sorted((root / SOURCES).rglob("*.js")):
        digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _put(folder: Path, name: str, content: bytes) -> None:
    """Write a file that appears whole; whoever looks through the folder meanwhile does not meet half of it."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    part = folder / f"{path.name}.{os.getpid()}.part"
    part.write_bytes(content)
    part.replace(path)


def main() -> int:
    try:
        bundle(Path(__file__).resolve().parent.parent)
    except (FilesUnavailable, BundlingFailed) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
