"""Playbooks for tests: the base one, and what is reported of any set of files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from twolane.build import Checked, check, context_of
from twolane.loading.playbook_files import Loaded, load
from twolane.model.playbook import Playbook
from twolane.reports import text

CASES = Path(__file__).parent.parent / "cases"
BASE = CASES / "base"
FOREIGN = CASES / "foreign"
"""A playbook that was written from the description of the format alone, by somebody who had not seen the others."""
DEFINITIONS = "process/"
AS_OF = date(2026, 11, 22)


def base_files(base: Path = BASE) -> dict[str, bytes]:
    """The files of the playbook in ``base``, by path below its root."""
    return {path.relative_to(base).as_posix(): path.read_bytes() for path in base.rglob("*") if path.is_file()}


def loaded(files: dict[str, bytes]) -> Loaded:
    """What loading says of a playbook whose files are given by path below its root."""
    definitions = {name.removeprefix(DEFINITIONS): data for name, data in files.items() if name.startswith(DEFINITIONS)}
    pages = [name.removeprefix("playbook/") for name in files if name.startswith("playbook/")]
    return load(definitions, DEFINITIONS.rstrip("/"), pages)


def checked(files: dict[str, bytes], as_of: date = AS_OF) -> Checked:
    """What loading and checking say of a playbook whose files are given by path below its root."""
    found = loaded(files)
    return check(found, context_of(found, as_of))


def playbook(files: dict[str, bytes]) -> Playbook:
    """The playbook in ``files``; there must be one."""
    found = checked(files).playbook
    assert found is not None
    return found


def report(files: dict[str, bytes]) -> str:
    """The text report of everything found in ``files``, without colour."""
    found = checked(files)
    return text.render(found.findings, found.texts)
