"""Approvals: which changes were accepted by whom, which are only asked for, and the entry to paste for a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from twolane.changes.answering import who_may
from twolane.changes.change import Asked, Change, Comparison, Lack
from twolane.changes.levels import Level
from twolane.model.approvals import Approval
from twolane.model.roles import Role
from twolane.wording.lists import listed
from twolane.yaml_text.yaml_writing import document

_TO_FILL_IN = {
    "reason": "why it is accepted",
    "by": "the id of the role that accepts it",
    "until": "the last day on which it is accepted, such as 2027-01-31",
}
_MOST_ROLES = 5


@dataclass(frozen=True, slots=True)
class Grounds:
    """What changes can be accepted by.

    ``standing`` are the approvals that count if their role may give them, ``settled`` those that a release holds, so
    that nobody asks again who gave them, and ``proposed`` those that came with the changes themselves. ``approvers``
    may accept anything, and ``roles`` are those of both versions, by id.
    """

    standing: tuple[Approval, ...] = ()
    proposed: tuple[Approval, ...] = ()
    settled: tuple[Approval, ...] = ()
    approvers: tuple[str, ...] = ()
    roles: Mapping[str, Role] = field(default_factory=lambda: MappingProxyType({}))


def approved(comparison: Comparison, as_of: date) -> Comparison:
    """The comparison with each change marked that is accepted on that day, or was asked to be."""
    return replace(comparison, changes=mark(comparison.changes, grounds(comparison), as_of))


def grounds(comparison: Comparison) -> Grounds:
    """What counts between two versions.

    An approval counts that stood in the old version already, as it stood there, and still stands in the new one or in
    a release of it. What comes with the changes counts where the old version allows that, or is a release.
    """
    old, new = comparison.old, comparison.new
    roles = {**old.role, **new.role}
    if comparison.from_release:
        return Grounds(new.approvals, (), comparison.settled, new.about.approvers, roles)
    if comparison.together:
        return Grounds((*new.approvals, *comparison.settled), (), (), old.about.approvers, roles)
    before: dict[tuple[str, str], Approval] = {(each.fingerprint, each.by): each for each in reversed(old.approvals)}
    kept = [(before.get((each.fingerprint, each.by)), each) for each in new.approvals]
    standing = [
        *(was.model_copy(update={"until": min(was.until, now.until)}) for was, now in kept if was is not None),
        *(each for each in comparison.settled if (each.fingerprint, each.by) in before),
    ]
    return Grounds(tuple(standing), (*new.approvals, *comparison.settled), (), old.about.approvers, roles)


def mark(changes: Iterable[Change], grounds: Grounds, as_of: date) -> tuple[Change, ...]:
    """The changes, with who accepted each that is accepted on that day, else with what is only asked for.

    Each that breaks something, or that an approval names, tells from then on who may accept it.
    """
    named = {each.fingerprint for each in (*grounds.standing, *grounds.proposed, *grounds.settled)}
    return tuple(
        _marked(change, grounds, as_of) if change.level is Level.MAJOR or change.fingerprint in named else change
        for change in changes
    )


def is_over(approval: Approval, as_of: date) -> bool:
    """Whether the last day of an approval has passed."""
    return approval.until < as_of


def entry(change: Change) -> str:
    """The lines to paste below ``approvals:`` in approvals.yml.

    Reason, role and last day are empty, so that nothing is accepted before somebody has filled them in.
    """
    known = {"fingerprint": change.fingerprint, "change": change.kind.slug, "path": "/".join(change.path)}
    first, *others = document(known).splitlines()
    words = {**_TO_FILL_IN, **({"by": _who(change.answering)} if change.answering else {})}
    others += [f"{key}:  # {said}" for key, said in words.items()]
    return "\n".join((f"  - {first}", *(f"    {line}" for line in others))) + "\n"


def _who(ids: tuple[str, ...]) -> str:
    if len(ids) > _MOST_ROLES:
        return f"who accepts it, one of: {', '.join(ids[:_MOST_ROLES])} …"
    return f"who accepts it: {listed(ids, 'or')}"


def _marked(change: Change, grounds: Grounds, as_of: date) -> Change:
    told = replace(change, answering=who_may(change.answering, grounds.approvers, grounds.roles))
    for approval in _of(grounds.settled, change):
        return _accepted(told, approval)
    lacking: dict[Lack, Approval] = {}
    for approval in _of(grounds.standing, change):
        lack = _lack(approval, told, as_of)
        if lack is None:
            return _accepted(told, approval)
        lacking.setdefault(lack, approval)
    for approval in _of(grounds.proposed, change):
        lacking.setdefault(_lack(approval, told, as_of) or Lack.OF_REVIEW, approval)
    nearest = next((lack for lack in (Lack.OF_REVIEW, Lack.OF_STANDING, Lack.OF_TIME) if lack in lacking), None)
    if nearest is None:
        return told
    asked = lacking[nearest]
    return replace(told, asked=Asked(asked.reason, asked.by, asked.until, nearest))


def _of(approvals: Iterable[Approval], change: Change) -> Iterator[Approval]:
    return (each for each in approvals if each.fingerprint == change.fingerprint)


def _lack(approval: Approval, change: Change, as_of: date) -> Lack | None:
    if approval.by not in change.answering:
        return Lack.OF_STANDING
    return Lack.OF_TIME if is_over(approval, as_of) else None


def _accepted(change: Change, approval: Approval) -> Change:
    reason = approval.reason or "accepted"
    return replace(change, approved=reason, approved_by=approval.by, approved_until=approval.until)
