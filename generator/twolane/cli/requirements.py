"""Says what the checks of a playbook install: this very Twolane and what it needs, with the hashes of all files."""

from __future__ import annotations

import json
import re
from importlib.metadata import Distribution, PackageNotFoundError
from pathlib import Path
from typing import Any

from twolane import __version__

FILE = "requirements-twolane.txt"
_LOCK = Path(__file__).parent.parent / "starter" / "requirements.txt"
_ORIGIN = "direct_url.json"
"""Where pip, and others like it, write down what was installed if that was not chosen from an index."""
_SHA256 = re.compile(r"[0-9a-f]{64}")

_HEAD = """\
# What this playbook's checks install: Twolane {version} and all that it needs, each with the hashes of its files, so
# that nothing else can come in its place:
#   pip install --only-binary ":all:" --require-hashes -r {file}
# To take up another Twolane, install it and run `twolane new --requirements .` here.
"""
_KNOWN = """\
# This hash is that of the wheel which wrote this file. Where no index has that wheel, put it into a folder wheels/
# beside this file, and take the mark off the next line:
# --find-links wheels
"""
_FROM_INDEX = """\
# A package cannot hold its own hash, and whoever installed this one did not write it down. pip stops here and shows the
# hash of what it found; compare that with the release's, and write it behind the version: {own} --hash=sha256:...
"""
_FROM_SOURCE = """\
# This Twolane was installed from a folder, not from a release, so there is no file whose hash could stand here, and pip
# stops. Install a wheel of it (`make wheel` in the checkout makes one) and run `twolane new --requirements .` here.
"""


def requirements_text() -> str:
    """The text of the file, for the Twolane that runs and as it was installed; raises OSError."""
    try:
        origin = Distribution.from_name("twolane").read_text(_ORIGIN)
    except PackageNotFoundError:
        origin = "{}"
    return written(__version__, origin, _LOCK.read_text("utf-8"))


def is_complete(text: str) -> bool:
    """Whether Twolane itself has its hash in the file's text."""
    return re.search(r"^twolane(==| @ ).* --hash=sha256:", text, re.MULTILINE) is not None


def written(version: str, origin: str | None, lock: str) -> str:
    """The file's text, from the record of where Twolane came from (none: an index) and the lock of what it needs."""
    needs = "".join(line for line in lock.splitlines(keepends=True) if not line.startswith("#"))
    return f"{_HEAD.format(version=version, file=FILE)}\n{_itself(version, origin)}\n{needs}"


def _itself(version: str, origin: str | None) -> str:
    own = f"twolane=={version}"
    if origin is None:
        return f"{_FROM_INDEX.format(own=own)}{own}\n"
    address, digest = _wheel(origin)
    if not address:
        return f"{_FROM_SOURCE}{own}\n"
    if not digest:
        return f"{_FROM_INDEX.format(own=own)}{own}\n"
    if address.startswith("https://"):
        return f"twolane @ {address} --hash=sha256:{digest}\n"
    return f"{_KNOWN}{own} --hash=sha256:{digest}\n"


def _wheel(origin: str) -> tuple[str, str]:
    """The address of the wheel that was installed, empty where it was none, and its hash, empty where it is not known.

    pip before 23.1 writes none down for a file that was named without one.
    """
    try:
        record: Any = json.loads(origin)
        address, archive = str(record["url"]).partition("#")[0], record["archive_info"]
        digest = (archive.get("hashes") or {}).get("sha256") or str(archive.get("hash") or "").removeprefix("sha256=")
    except (ValueError, KeyError, TypeError, AttributeError):
        return "", ""
    if not address.endswith(".whl") or re.search(r"\s", address):
        return "", ""
    return address, str(digest) if _SHA256.fullmatch(str(digest)) else ""
