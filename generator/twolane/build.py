"""From the definitions to what people see: load, check, make the pages; it reads like a table of contents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from twolane.checks.context import Context
from twolane.checks.runner import run
from twolane.findings import Finding, in_reading_order
from twolane.loading.playbook_files import Loaded
from twolane.model.playbook import Playbook


@dataclass(frozen=True, slots=True)
class Checked:
    """A playbook and everything found in it, in reading order; ``texts`` are the files' texts, for excerpts.

    ``playbook`` is ``None`` where there was nothing to read.
    """

    playbook: Playbook | None
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]


def check(loaded: Loaded, context: Context) -> Checked:
    """What loading found, and what the rules find in what could be loaded."""
    found = run(loaded.playbook, context) if loaded.playbook else []
    return Checked(loaded.playbook, tuple(in_reading_order((*loaded.findings, *found))), loaded.texts)
