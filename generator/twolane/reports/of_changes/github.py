"""Changes as annotations of a GitHub workflow, the worst first: of each type GitHub shows ten a step."""

from __future__ import annotations

from twolane.changes.change import Change, Comparison
from twolane.judgement.advice import advice
from twolane.judgement.names_by_id import says_it_all
from twolane.judgement.weight import Weight, told_of_deals, weight
from twolane.judgement.why_it_counts import shown_by
from twolane.reports.github import annotation, left_out
from twolane.reports.of_changes.acceptance import accepted, asked
from twolane.reports.of_changes.before import gone
from twolane.reports.of_changes.bounds import shown_changes
from twolane.reports.of_changes.set_levels import set_level
from twolane.reports.style import Style, plain

_COMMANDS = {Weight.BREAK: "error", Weight.DOUBT: "warning", Weight.READ: "warning"}


def render(comparison: Comparison, style: Style = plain) -> str:
    """A workflow command per change and line; the ones past the tenth stay readable in the step's log."""
    few = shown_changes(comparison)
    lines = (_annotation(each, comparison) for each in few.changes)
    return "".join(f"{line}\n" for line in (*lines, *left_out(few.rest)))


def _annotation(change: Change, comparison: Comparison) -> str:
    title = f"{change.level.word} {change.kind.code} {change.kind.slug}"
    return annotation(_COMMANDS.get(weight(change), "notice"), change.place, title, words(change, comparison))


def words(change: Change, comparison: Comparison) -> str:
    """All that there is to say about a change, without any markup, in several lines."""
    removed = gone(change, comparison)
    lines = [change.sentence, *filter(None, (accepted(change, comparison), asked(change, comparison)))]
    if not says_it_all(change) and not removed:
        lines += [f"{label}: {text}" for label, text in (("Was", change.old), ("Now", change.new)) if text]
    lines += [f"Why: {each}" for each in shown_by(change, comparison)]
    lines += [f"Was:\n{removed}"] if removed else []
    lines += [each for each in (told_of_deals(change),) if each]
    lines += [f"Level: {told}"] if (told := set_level(change)) else []
    lines += [f"See {each.place}: {each.message}" for each in change.related]
    lines += [f"To do: {each}" for each in advice(change)]
    lines += [f"To paste:\n{change.replacement}"] if change.replacement else []
    return "\n".join(lines)
