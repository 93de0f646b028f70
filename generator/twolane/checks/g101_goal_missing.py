"""Finds a stage without a goal.

Why:
    A stage is there to reach something. Where its goal is not written down, people do its steps because they are in
    the list, and nobody can say when enough is done (P12; "How can we create a sales process that gets results?",
    2003).

Mend:
    Say in one sentence what is true, for the buyer, when the stage has done its work.

Wrong when:
    Where a stage is one short act, its name is its goal. “Bike handed over” needs no sentence that says that the bike
    is handed over.

    Say so above the stage: `# twolane: ignore[G101] its name says all that it is for`

Fails:
    stages:
      - id: prospecting
        name: Prospecting

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        goal: Plants know what a missed schedule costs them.
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.gaps import gap, not_given
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.spoken_language import worded

RULE = Rule("G101", "goal-missing", Severity.WARNING, ("P12",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in current(playbook):
        for stage in process.stages:
            if not_given(stage, "goal"):
                yield gap(
                    RULE,
                    stage,
                    "goal",
                    worded("the stage “{stage}” has no goal", stage=stage.name),
                    hint="say what is true when it has done its work: `goal: The buyer knows what …`",
                )
