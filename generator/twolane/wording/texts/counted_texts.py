"""How many of something, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.plurals import Plural
from twolane.wording.tables import Table


class CountedTexts(Table):
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
