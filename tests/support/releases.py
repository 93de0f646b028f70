"""Playbooks that have been released: frozen copy and ledger beside a process, as `twolane release` writes them."""

from __future__ import annotations

from datetime import date

from tests.support.playbooks import DEFINITIONS, loaded
from twolane.history.frozen import freeze
from twolane.history.release_writing import with_release
from twolane.model.releases import Release, checksum

ON = date(2026, 10, 1)


def released(files: dict[str, bytes], process: str = "new-business", on: date = ON) -> dict[str, bytes]:
    """The files of a playbook once a process has been released in the version that it has."""
    found = loaded(files)
    assert found.playbook is not None
    own, folder = found.playbook.process[process], f"{DEFINITIONS}{process}"
    copy = freeze(found.texts[own.at.file], own, found.playbook).encode()
    ledger = files.get(f"{folder}/releases.yml", b"").decode()
    entry = Release(version=own.version, date=on, summary=f"Version {own.version}.", sha256=checksum(copy))
    return files | {
        f"{folder}/releases/{own.version}.yml": copy,
        f"{folder}/releases.yml": with_release(ledger, entry).encode(),
    }
