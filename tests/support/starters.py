"""Small sites: the starter's playbook as somebody has changed it, built."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests.support.commands import twolane

PROCESS = "process/new-customers/process.yml"
PLAYBOOK = "process/playbook.yml"
CONFIG = "mkdocs.yml"


def starter_playbook(
    folder: Path,
    changes: Mapping[tuple[str, str], str] | None = None,
    copies: Mapping[str, tuple[str, str]] | None = None,
) -> Path:
    """Writes the starter's playbook into ``folder``.

    ``changes`` are by file and text that stands there once; ``copies`` are further processes like its only one, as
    name and status by their ids.
    """
    answer = twolane("new", str(folder), folder=folder.parent)
    assert answer.code == 0, answer.errors
    for (name, old), new in (changes or {}).items():
        text = (folder / name).read_text("utf-8")
        assert text.count(old) == 1, (name, old)
        (folder / name).write_text(text.replace(old, new), "utf-8")
    for id, (name, status) in (copies or {}).items():
        shutil.copytree(folder / "process/new-customers", folder / "process" / id)
        for history in ("releases.yml", "actuals.csv"):
            (folder / "process" / id / history).unlink()
        file = folder / "process" / id / "process.yml"
        text = file.read_text("utf-8").replace("id: new-customers", f"id: {id}", 1)
        text = text.replace("name: New customers", f"name: {name}", 1).replace("status: draft", f"status: {status}", 1)
        file.write_text(text, "utf-8")
    return folder


def built(folder: Path, *options: str) -> Path:
    """The site of the playbook in ``folder``."""
    answer = twolane("build", *options, folder=folder)
    assert answer.code == 0, answer.output + answer.errors
    return folder / "site"
