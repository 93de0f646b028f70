"""Finds a process in whose mapping nobody who sells took part.

Where one or two roles sell, nobody else could have written it, and nobody need be named.

Why:
    A process that was bought, copied or thought up by somebody else describes nobody's work, and nobody works by it.
    The people who sell must map it (P15; "How can we create a sales process that gets results?", 2003, mistake 4).
    A role counts as selling where it is on the seller's side and responsible for a step of this process.

Mend:
    Go through the process with those who do its steps, change what they do differently, and name their roles.

Wrong when:
    Nobody may sell there yet: the process is for a new market, and its team is still being hired. And what procurement
    law or a franchise prescribes is not yours to map.

    Say so above `mapped_with` or `id`, with `# twolane: ignore[R504] the team starts in March and maps it then`

Fails:
    mapped_with: [sales-director]

Passes:
    mapped_with: [sales-director, rep]
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.gaps import gap, not_given
from twolane.checks.team_size import is_small
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.roles import Role
from twolane.wording.spoken_language import worded

RULE = Rule("R504", "not-mapped-here", Severity.WARNING, ("P15",))

_SHOWN = 3


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in current(playbook):
        sellers = _sellers(playbook, process)
        hint = _hint(sellers)
        if not_given(process, "mapped_with") and not is_small(playbook):
            message = worded("nobody is named who took part in mapping “{process}”", process=process.name)
            yield gap(RULE, process, "mapped_with", message, hint=hint)
        elif process.mapped_with and not _somebody_sells(playbook, process, sellers):
            message = worded("nobody who sells took part in mapping “{process}”", process=process.name)
            yield RULE.at(process.at, "mapped_with", message, hint=hint)


def _sellers(playbook: Playbook, process: Process) -> tuple[Role, ...]:
    """The seller roles that are responsible for a step; all seller roles where a step does not say who is."""
    responsible = dict.fromkeys(step.responsible or "" for step in process.steps)
    known = responsible and responsible.keys() <= playbook.role.keys()
    roles = playbook.named(playbook.role, responsible) if known else playbook.roles
    return tuple(role for role in roles if role.side == "seller")


def _somebody_sells(playbook: Playbook, process: Process, sellers: tuple[Role, ...]) -> bool:
    """Whether a mapper sells, or may: an unknown id has been reported and could be one who does."""
    sell = {role.id for role in sellers}
    return any(id in sell or id not in playbook.role for id in process.mapped_with)


def _hint(sellers: tuple[Role, ...]) -> str:
    names = ", ".join(role.id for role in sellers[:_SHOWN])
    return worded(
        "go through it with those who do its steps, and name them: `mapped_with: [{names}]`", names=names or "…"
    )
