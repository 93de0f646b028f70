"""A baseline: findings that were there when somebody took up the checks, to be mended one by one."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from twolane.model.element import Element
from twolane.model.value_types import Prose, Text


class KnownFinding(Element):
    """One finding that is left out until it is mended."""

    KIND: ClassVar[str] = "entry"

    fingerprint: Text = Field(examples=["9f86d081884c7d659a2feaa0c55ad015"])
    """What the finding is recognised by: its rule and what it is about, never its line or words."""
    rule: Text = Field(examples=["B203 exit-without-evidence"])
    """The rule, for whoever reads the entry."""
    file: Text = Field("", examples=["process/new-business/process.yml"])
    """The file, for whoever reads the entry."""
    finding: Text = Field("", examples=["nobody could verify that “Agrees to a visit” has happened"])
    """What was found, for whoever reads the entry."""
    reason: Prose = Field("", examples=["We ask the plants for it from March on."])
    """Why it is left, where there is more to say than for all."""


class Baseline(Element):
    """The file that ``twolane check --baseline`` reads and writes."""

    reason: Prose = Field(examples=["They were there when the checks were taken up on 2026-11-22."])
    """Why all of them are left out."""
    findings: tuple[KnownFinding, ...] = ()
    """The findings, by file."""
