"""Finds the files of others that ship with the package: Mermaid, the font, and what lets search work on files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

# Filled when the package is built (hatch_build.py); the same place in a wheel and in an editable install.
FOLDER = Path(__file__).parent / "third_party_files"
MERMAID = "mermaid.min.js"
FONT_FILES = tuple(f"public-sans-{subset}-wght-normal.woff2" for subset in ("latin", "latin-ext", "vietnamese"))
"""One file for each part of the font; most pages need the first one only."""
_LICENCES = {
    MERMAID: "mermaid.LICENSE.txt",
    "iframe-worker.js": "iframe-worker.LICENSE.txt",
    **dict.fromkeys(FONT_FILES, "public-sans.LICENSE.txt"),
}


class MissingFile(Exception):
    """A file that should have come with the package is not there; the message says what to do."""

    def __init__(self, name: str, says: str) -> None:
        super().__init__(says)
        self.name = name


def mermaid_script(environment: Mapping[str, str] = os.environ) -> Path:
    """Where `mermaid.min.js` lies: as `TWOLANE_MERMAID_JS` says, else the one that ships with the package.

    Raises MissingFile where there is none.
    """
    return _file(MERMAID, "TWOLANE_MERMAID_JS", environment)


def iframe_worker_script(environment: Mapping[str, str] = os.environ) -> Path:
    """Where `iframe-worker.js` lies, which stands in for web workers on pages opened from a disk.

    `TWOLANE_IFRAME_WORKER_JS` may name another one. Raises MissingFile where there is none.
    """
    return _file("iframe-worker.js", "TWOLANE_IFRAME_WORKER_JS", environment)


def font_files(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Where the files of Public Sans lie: in the folder of `TWOLANE_PUBLIC_SANS`, else those of the package.

    Raises MissingFile where one is missing.
    """
    return tuple(_file(name, "TWOLANE_PUBLIC_SANS", environment, beside=True) for name in FONT_FILES)


def licence(file: Path) -> Path | None:
    """The licence that ships beside a file of the package; None where somebody brought their own."""
    name = _LICENCES.get(file.name)
    path = file.with_name(name or file.name)
    return path if name and path.is_file() else None


def _file(name: str, variable: str, environment: Mapping[str, str], beside: bool = False) -> Path:
    """The file; the variable names another one or, with ``beside``, the folder that holds it."""
    replacement = environment.get(variable)
    path = FOLDER / name
    if replacement:
        path = Path(replacement) / name if beside else Path(replacement)
    if path.is_file():
        return path
    if replacement:
        lacking = f"no {name} is in it" if beside else "no such file is there"
        raise MissingFile(name, f"{variable} names {replacement}, and {lacking}. Correct or unset it.")
    raise MissingFile(
        name,
        f"{name} did not come with this installation of Twolane. Install it again while the network can be "
        f"reached (in a checkout: pip install -e .), or set {variable} to "
        f"{'a folder with such files' if beside else 'a copy of the file'}.",
    )
