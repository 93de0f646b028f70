"""Finds a stage that is named after a department, or whose goal is the name of one.

Why:
    A map of departments tells who is busy, not what shall be reached: each department finishes its part, and
    nobody owns what the buyer gets from the whole. Goals are not departments (P12; "How can we create a sales
    process that gets results?", 2003).

Mend:
    Name the stage after what happens in it, and its goal after what is true at its end. Who takes part stands at the
    steps, under `responsible`.

Wrong when:
    The word may name what the customer buys, and not who does it. An engineering firm sells engineering, and “Support”
    can be the year in which customers are looked after.

    Say so above `name` with `# twolane: ignore[G103] it is what they pay for here, not a department`

Fails:
    stages:
      - id: marketing
        name: Marketing
        goal: Plants know what a missed schedule costs them.

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        goal: Plants know what a missed schedule costs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.selling import Stage
from twolane.wording.spoken_language import worded

RULE = Rule("G103", "goal-is-department", Severity.WARNING, ("P12",))

_USUAL = frozenset(("marketing", "sales", "legal", "finance", "presales", "support", "engineering"))
_AROUND = re.compile(r"^(the|our) | (department|dept|team|stage|phase)$|(?<![.\s])[.\s]++$")


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    ours = {_bare(name) for each in playbook.strategy.departments for name in (each.name, each.id)}
    for process in current(playbook):
        for stage in process.stages:
            yield from _of_stage(stage, ours)


def _of_stage(stage: Stage, ours: set[str]) -> Iterator[Finding]:
    if _bare(stage.name) in ours | _USUAL:
        yield RULE.at(
            stage.at,
            "name",
            worded("the stage “{stage}” is named after a department", stage=stage.name),
            hint="name it after what happens in it, such as “Discovery”, and the department at its steps",
        )
    if _bare(stage.goal) in ours:
        yield RULE.at(
            stage.at,
            "goal",
            worded("the goal of the stage “{stage}” is the name of a department", stage=stage.name),
            hint="say what is true, for the buyer, when the stage has done its work",
        )


def _bare(name: str) -> str:
    """A name in small letters, without hyphens and without what people put around a department's name."""
    text = " ".join(name.lower().split())
    while (shorter := _AROUND.sub("", text)) != text:
        text = shorter
    return text.replace("-", "")
