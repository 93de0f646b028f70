"""Finds a step for which no one is responsible, or no one accountable.

Where one or two roles sell, whoever does a step answers for it too, and need not be named twice.

Why:
    A step that is everybody's is nobody's. One role does it and one role answers for it; they may be the same (P10;
    "Sales strategy and sales process", 2016: the process says who does what).

Mend:
    Name the one role that does the step as `responsible` and the one that answers for it as `accountable`. Whoever
    else takes part is `consulted` before or `informed` afterwards.

Wrong when:
    Whoever is free does it: at a counter, on a shared phone. Or it is done by nobody's hand, such as a confirmation
    that a portal sends.

    Say so above the step: `# twolane: ignore[R501] whoever is at the counter does it`

Fails:
    stages:
      - id: prospecting
        name: Prospecting
        steps:
          - id: share-benchmark
            name: Share the benchmark
            responsible: rep

Passes:
    stages:
      - id: prospecting
        name: Prospecting
        steps:
          - id: share-benchmark
            name: Share the benchmark
            responsible: rep
            accountable: rep
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.gaps import gap, not_given
from twolane.checks.team_size import is_small
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.selling import Step
from twolane.wording.spoken_language import translated, worded

RULE = Rule("R501", "raci-broken", Severity.WARNING, ("P10",))

_DUTIES = {"responsible": "does it", "accountable": "answers for it"}


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    small = is_small(playbook)
    for process in current(playbook):
        for step in process.steps:
            missing = [key for key in _DUTIES if not_given(step, key)]
            if len(missing) == len(_DUTIES):
                yield _nobody(step)
            elif missing and not (small and missing == ["accountable"]):
                yield _without(step, *missing)


def _nobody(step: Step) -> Finding:
    return gap(
        RULE,
        step,
        "responsible",
        worded("no one is responsible or accountable for “{step}”", step=step.name),
        hint="name the one role that does it, `responsible: …`, and the one that answers for it, `accountable: …`",
    )


def _without(step: Step, key: str) -> Finding:
    return gap(
        RULE,
        step,
        key,
        worded("no one is {key} for “{step}”", key=key, step=step.name),
        hint=worded("name the one role that {duty}: `{key}: …`", duty=translated(_DUTIES[key]), key=key),
    )
