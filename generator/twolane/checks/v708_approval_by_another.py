"""Finds an approval by a role that does not answer for what the change breaks.

That is a buyer, a partner, or a role of ours that neither owns the process (or metric, or goal) nor is accountable for
the stage or step that changes, and that `approvers` in playbook.yml does not name. Such an approval does not count: the
change breaks as before.

Why:
    To accept a break is to answer for the deals that it stops, and nobody can take that on for somebody else (P15; "How
    can we create a sales process that gets results?", 2003, mistake 4). Whoever answers for it hears of it first.

Mend:
    Ask one of the roles that the hint names, and write its id behind `by`. Where a role may accept anything, name it
    among `approvers` in playbook.yml.

Wrong when:
    A deputy accepts what an owner on leave would have, or the decision falls in a meeting without anybody who owns the
    process. `approvers` is for that; a comment leaves out the finding, and the approval still does not count.

    Say so above `by` with `# twolane: ignore[V708] the deputy signs, the owner is told next week`

Fails:
    # approvals.yml
    approvals:
      - fingerprint: 9f86d081884c7d659a2feaa0c55ad015
        change: required-exit-criterion-added
        path: new-business/stages/prospecting/exit/price-known
        reason: The four deals that it stops are led by hand.
        by: plant-manager
        until: 2027-01-31

Passes:
    # approvals.yml
    approvals:
      - fingerprint: 9f86d081884c7d659a2feaa0c55ad015
        change: required-exit-criterion-added
        path: new-business/stages/prospecting/exit/price-known
        reason: The four deals that it stops are led by hand.
        by: sales-director
        until: 2027-01-31
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from twolane.changes.answering import who_may
from twolane.changes.change import Change
from twolane.checks.context import Context
from twolane.findings import Finding, Rule, Severity
from twolane.model.approvals import Approval
from twolane.model.playbook import Playbook
from twolane.model.roles import Role
from twolane.wording.lists import first_listed, listed
from twolane.wording.spoken_language import translated, worded

RULE = Rule("V708", "approval-by-another", Severity.WARNING, ("P15",))
_FEW = 5


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    yield from _approvers(playbook)
    if not playbook.approvals:
        return
    pasts = (context.past(process.id) for process in playbook.processes)
    known = {change.fingerprint: change for past in pasts if past is not None for change in past.changes}
    for approval in playbook.approvals:
        may = _may(approval, playbook, known)
        if approval.by in playbook.role and approval.by not in may:
            yield _finding(approval, playbook.role[approval.by], may)


def _approvers(playbook: Playbook) -> Iterator[Finding]:
    """Those of `approvers` that are not ours."""
    for index, id in enumerate(playbook.about.approvers):
        role = playbook.role.get(id)
        if role is not None and role.side != "seller":
            message = worded("{role} is no role of ours, and can accept nothing", role=role.name)
            yield RULE.at(
                playbook.about.at, "approvers", message, index=index, hint="take it out, or name a role that sells"
            )


def _may(approval: Approval, playbook: Playbook, known: Mapping[str, Change]) -> tuple[str, ...]:
    """Who may accept the change; where nobody knows it, whoever answers for anything in the process of its path."""
    if approval.fingerprint in known:
        return known[approval.fingerprint].answering
    ids = tuple(_anywhere(approval, playbook)) if approval.path else ()
    return who_may(ids, playbook.about.approvers if ids else (), playbook.role)


def _anywhere(approval: Approval, playbook: Playbook) -> Iterator[str | None]:
    one = playbook.process.get(approval.path.partition("/")[0])
    for process in (one,) if one else playbook.processes:
        yield process.owner
        yield from (step.accountable or step.responsible for step in process.steps)
    if one is None:
        yield from (metric.owner for metric in playbook.metrics)
        yield from (goal.owner for goal in playbook.strategy.goals)


def _finding(approval: Approval, role: Role, may: tuple[str, ...]) -> Finding:
    ours = role.side == "seller"
    message = (
        worded("{role} does not answer for what this change breaks, so this approval does not count", role=role.name)
        if ours
        else worded("{role} is no role of ours, so this approval does not count", role=role.name)
    )
    named = [f"`{id}`" for id in may]
    who = listed(named, "or") if len(named) <= _FEW else first_listed(named, _FEW)
    hint = worded("it could be accepted by {who}", who=who) if may else translated("name a role of ours")
    more = worded("; if {by} may accept anything, name it in `approvers` of playbook.yml", by=f"`{role.id}`")
    return RULE.at(approval.at, "by", message, hint=hint + more if ours else hint)
