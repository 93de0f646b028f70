"""Reads the starter that a playbook was made from, as it is shipped in the package."""

from __future__ import annotations

from pathlib import Path

from twolane.loading.folder import load_folder
from twolane.model.playbook import Playbook

_STARTERS = Path(__file__).parent.parent / "starter"


def starter_of(playbook: Playbook | None) -> Playbook | None:
    """The starter whose version the playbook's settings name; ``None`` where they name none that is shipped.

    Raises ``OSError`` where a file of the starter cannot be read.
    """
    version = playbook.about.starter if playbook else ""
    if not (version.isascii() and version.isdecimal()):
        return None
    return load_folder(_STARTERS / version).playbook
