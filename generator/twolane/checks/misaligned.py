"""What the rules of alignment find in one process, retired or not."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.alignment.results import Alignment
from twolane.checks import (
    a301_unserved_step,
    a302_unmet_need,
    a303_orphan_step,
    a304_unwanted_value,
    a305_too_late,
    a306_too_early,
    a307_out_of_order,
    a308_late_start,
    a309_early_end,
    a310_no_space,
)
from twolane.findings import Finding

RULES = (
    a301_unserved_step,
    a302_unmet_need,
    a303_orphan_step,
    a304_unwanted_value,
    a305_too_late,
    a306_too_early,
    a307_out_of_order,
    a308_late_start,
    a309_early_end,
    a310_no_space,
)
"""The rules of alignment, by code."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """The alignment of a process, and what the rules say about it."""

    alignment: Alignment
    findings: tuple[Finding, ...]


def misaligned(alignment: Alignment) -> list[Finding]:
    """Everything that they find, by rule and then in the order of the definition.

    A check of the playbook passes over retired processes; who asks for the alignment of one wants to see it.
    """
    return [finding for rule in RULES for finding in rule.found(alignment)]
