"""Approvals: which changes were accepted, which entries are out of date, and the entry to paste for a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from twolane.changes.change import Change, Comparison
from twolane.model.approvals import Approval
from twolane.yaml_text.yaml_writing import document

_TO_FILL_IN = {
    "reason": "why it is accepted",
    "by": "the id of the role that accepts it",
    "until": "the last day on which it is accepted, such as 2027-01-31",
}


def approved(comparison: Comparison, as_of: date) -> Comparison:
    """The comparison with each change marked that an approval of the new version accepts on that day."""
    return replace(comparison, changes=mark(comparison.changes, comparison.new.approvals, as_of))


def mark(changes: Iterable[Change], approvals: Iterable[Approval], as_of: date) -> tuple[Change, ...]:
    """The changes, with the reason on each that is accepted on that day."""
    valid = {each.fingerprint: each for each in reversed(tuple(approvals)) if not is_over(each, as_of)}
    return tuple(
        _accepted(change, valid[change.fingerprint]) if change.fingerprint in valid else change for change in changes
    )


def is_over(approval: Approval, as_of: date) -> bool:
    """Whether the last day of an approval has passed."""
    return approval.until < as_of


def stale(approvals: Iterable[Approval], changes: Iterable[Change]) -> Iterator[Approval]:
    """The approvals of changes that are not there, or no longer."""
    there = {change.fingerprint for change in changes}
    yield from (each for each in approvals if each.fingerprint not in there)


def entry(change: Change) -> str:
    """The lines to paste below ``approvals:`` in approvals.yml.

    Reason, role and last day are empty, so that nothing is accepted before somebody has filled them in.
    """
    known = {"fingerprint": change.fingerprint, "change": change.kind.slug, "path": "/".join(change.path)}
    first, *others = document(known).splitlines()
    others += [f"{key}:  # {words}" for key, words in _TO_FILL_IN.items()]
    return "\n".join((f"  - {first}", *(f"    {line}" for line in others))) + "\n"


def _accepted(change: Change, approval: Approval) -> Change:
    reason = approval.reason or "accepted"
    return replace(change, approved=reason, approved_by=approval.by, approved_until=approval.until)
