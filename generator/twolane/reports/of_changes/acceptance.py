"""Who accepted a change, until when and why; what is only asked for, and how a change can be accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from twolane.changes.change import Asked, Change, Comparison, Lack
from twolane.changes.levels import Level
from twolane.findings import cut
from twolane.judgement.grouping import Told
from twolane.judgement.names_by_id import role_name, role_names
from twolane.judgement.weight import Weight, weight
from twolane.mermaid.mermaid_syntax import shortened
from twolane.wording.dates import day
from twolane.wording.lists import listed

_MOST = 5
_MOST_TOLD = 20
_LONGEST_NAME = 100


def accepted(change: Change, comparison: Comparison) -> str:
    """Who accepted it, until when and why, in a sentence; empty where nobody did."""
    if not change.approved:
        return ""
    by = f" by {role_name(comparison, change.approved_by)}" if change.approved_by else ""
    return f"Accepted{by}{_until(change.approved_until)}: {cut(change.approved)}"


def asked(change: Change, comparison: Comparison) -> str:
    """The approval that does not count, and what it lacks; empty where there is none."""
    if change.asked is None:
        return ""
    by = role_name(comparison, change.asked.by)
    return _ASKED[change.asked.lacks](change.asked, by, _one_of(change, comparison))


def acceptances(comparison: Comparison) -> tuple[str, ...]:
    """Who accepted what breaks, and what is only asked for: each sentence once, with what it is about."""
    about: dict[str, list[Change]] = {}
    for change in comparison.changes:
        if change.level is Level.MAJOR:
            for said in filter(None, (accepted(change, comparison), asked(change, comparison))):
                about.setdefault(said, []).append(change)
    told = [f"{said} ({_about(changes)})" for said, changes in about.items()]
    more = len(told) - _MOST_TOLD
    return (*told[:_MOST_TOLD], *([f"And {more:,} more, each below its change."] if more > 0 else ()))


def _about(changes: list[Change]) -> str:
    first, *others = changes
    if others:
        return f"{len(changes):,} changes"
    return ", ".join((f"“{shortened(first.name, _LONGEST_NAME)}”", *filter(None, (first.where,))))


def beside(change: Change, comparison: Comparison, above: Iterable[str]) -> tuple[str, ...]:
    """What a change says itself: what is only asked for, and who accepted it, where ``above`` does not say so."""
    known, said = tuple(above), (asked(change, comparison), accepted(change, comparison))
    return tuple(each for each in said if each and not any(one.startswith(f"{each} (") for one in known))


def to_accept(change: Change, comparison: Comparison) -> str:
    """Where to put the entry that accepts a break, and who may; empty where it needs none, or stands there already."""
    proposed = change.asked is not None and change.asked.lacks is Lack.OF_REVIEW
    if weight(change) is not Weight.BREAK or not change.fingerprint or proposed:
        return ""
    own = "" if comparison.together else " in its own pull request"
    who = _one_of(change, comparison)
    return f"put this into approvals.yml{own}{f', by {who}' if who else ''}"


def by_acceptance(told: Told, comparison: Comparison) -> Mapping[str, tuple[Change, ...]]:
    """The changes that somebody can accept, by where the entry goes and who may."""
    found: dict[str, tuple[Change, ...]] = {}
    for each in told.changes:
        if how := to_accept(each, comparison):
            found[how] = (*found.get(how, ()), each)
    return found


def _of_review(asked: Asked, by: str, who: str) -> str:
    return (
        f"Asked for, not accepted yet: by {by}{_until(asked.until)}: {_ended(cut(asked.reason))} "
        "Bring the entry in approvals.yml in by a pull request of its own first: what breaks cannot accept itself."
    )


def _of_standing(asked: Asked, by: str, who: str) -> str:
    return f"Not accepted: the approval is by {by}, who does not answer for what this breaks; it has to be by {who}."


def _of_time(asked: Asked, by: str, who: str) -> str:
    return f"No longer accepted: the approval by {by} ran out on {day(asked.until)}."


_ASKED = {Lack.OF_REVIEW: _of_review, Lack.OF_STANDING: _of_standing, Lack.OF_TIME: _of_time}


def _until(last: date | None) -> str:
    if last is None:
        return ""
    return " for good" if last == date.max else f" until {day(last)}"


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _one_of(change: Change, comparison: Comparison) -> str:
    """Who may accept it, by name; whoever answers for the whole process comes first."""
    process = comparison.new.process.get(change.process)
    owner = process.owner if process else ""
    names = role_names(comparison, sorted(change.answering, key=lambda id: id != owner))
    few = [*names][:_MOST]
    return listed([*few, "others"] if len(change.answering) > _MOST else few, "or") if few else ""
