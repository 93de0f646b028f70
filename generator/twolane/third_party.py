"""Finds the scripts of others that ship with the package: Mermaid, and what lets search work on files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

# Filled when the package is built (hatch_build.py); the same place in a wheel and in an editable install.
SCRIPTS = Path(__file__).parent / "third_party_scripts"


class MissingScript(Exception):
    """A script that should have come with the package is not there; the message says what to do."""


def mermaid_script(environment: Mapping[str, str] = os.environ) -> Path:
    """Where `mermaid.min.js` lies: as `TWOLANE_MERMAID_JS` says, else the one that ships with the package.

    Raises MissingScript where there is none.
    """
    return _script("mermaid.min.js", "TWOLANE_MERMAID_JS", environment)


def iframe_worker_script(environment: Mapping[str, str] = os.environ) -> Path:
    """Where `iframe-worker.js` lies, which stands in for web workers on pages opened from a disk.

    `TWOLANE_IFRAME_WORKER_JS` may name another one. Raises MissingScript where there is none.
    """
    return _script("iframe-worker.js", "TWOLANE_IFRAME_WORKER_JS", environment)


def licence(script: Path) -> Path | None:
    """The licence that ships beside a script of the package; None where somebody brought their own script."""
    path = script.with_name(f"{script.stem.removesuffix('.min')}.LICENSE.txt")
    return path if path.is_file() else None


def _script(name: str, variable: str, environment: Mapping[str, str]) -> Path:
    replacement = environment.get(variable)
    path = Path(replacement) if replacement else SCRIPTS / name
    if path.is_file():
        return path
    if replacement:
        raise MissingScript(f"{variable} names {replacement}, and no such file is there. Correct or unset it.")
    raise MissingScript(
        f"{name} did not come with this installation of Twolane. Install it again while the network can be "
        f"reached (in a checkout: pip install -e .), or set {variable} to a copy of the file."
    )
