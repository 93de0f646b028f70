"""How many of something, in words for readers."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.wording.choices import Choices
from twolane.wording.plurals import Plural


@dataclass(frozen=True)
class CountedTexts:
    """How many of something."""

    step_of_buyer: str = "step of the buyer"
    steps_of_buyer: str = "steps of the buyer"
    stage_count: Plural = Plural("stage", "stages")
    finding_count: Plural = Plural("finding", "findings")
    no_findings: str = "no findings"
    severity_counts: Choices[Plural] = Choices(
        error=Plural("error", "errors"),
        warning=Plural("warning", "warnings"),
        advice=Plural("piece of advice", "pieces of advice"),
    )
