"""The page of a stage, in words for readers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StageTexts:
    """The page of a stage."""

    stage_of: str = "Stage {number} of {of}"
    before: str = "Before"
    after: str = "Next"
    buyer_needs: str = "They need"
    buyer_objective: str = "They want to"
    buyer_question: str = "They decide"
    nobody_served: str = "This stage serves no step of the buyer."
    entry: str = "Before we begin"
    optional: str = "optional"
    new_only: str = "new deals only"
    what_we_do_here: str = "What we do"
    required: str = "required"
    serves: str = "Serves"
    delivers: str = "Delivers"
    responsible: str = "Responsible"
    accountable: str = "Accountable"
    consulted: str = "Consulted"
    informed: str = "Informed"
    autonomy: str = "Autonomy"
    tools: str = "Tools"
    skills: str = "Skills"
    assets: str = "Use this"
    exit: str = "The stage is over when the buyer\u00a0…"
    evidence: str = "Evidence"
    questions: str = "Questions to ask"
    objections: str = "When they say …"
    proof: str = "Proof"
    verified: str = "checked {when}"
    different_short: str = "Speaks for us"
    see_proof: str = "see it"
    different: str = "What makes us different here"
    against: str = "Counts against"
    stage_roles: str = "Who is involved"
    role: str = "Role"
    stage_metrics: str = "What we measure"
    controls: str = "For our own records"
