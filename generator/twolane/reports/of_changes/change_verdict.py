"""The verdict on a comparison: whether it is safe, what is not known, and how many sentences somebody must read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twolane.changes.change import Change, Comparison
from twolane.changes.levels import Audience
from twolane.mermaid.mermaid_syntax import shortened
from twolane.reports.of_changes.grouping import Told, together
from twolane.reports.of_changes.names_by_id import process_name, stage_name
from twolane.reports.of_changes.weight import HARM, Weight, harms, hurt, is_rename, weight
from twolane.wording.lists import listed

_MOST_STAGES = 3
_LONGEST_NAME = 60


def verdict(comparison: Comparison) -> str:
    """Whether it is safe, in a sentence or two; what could not be read is never called so."""
    breaks, accepted = of_weight(comparison, Weight.BREAK), of_weight(comparison, Weight.ACCEPTED)
    if breaks:
        says = f"Not safe as it is: {counted(len(breaks), 'change')} {_verb(breaks, 'breaks', 'break')} something."
        return f"{says} Not known: a part could not be read, so there may be more." if comparison.incomplete else says
    if comparison.incomplete:
        known = f" What is known to break was accepted: {counted(len(accepted), 'change')}." if accepted else ""
        return f"Not known: a part could not be read, and what changed there may break something.{known}"
    if comparison.beginning:
        return f"Everything is new: in {comparison.old_label} there was no playbook."
    if accepted:
        says, read = f"What breaks was accepted: {counted(len(accepted), 'change')}.", _read(to_read(comparison))
        return f"{says} {read[:1].upper()}{read[1:]}." if read else says
    return _harmless(comparison)


def _harmless(comparison: Comparison) -> str:
    """The verdict where nothing is known to break."""
    sentences, ids = to_read(comparison), renames(comparison)
    nothing = "Nothing is known to break" if of_weight(comparison, Weight.DOUBT) else "Nothing breaks"
    if sentences:
        return f"{nothing}; {_read(sentences)}."
    if ids:
        verb = "changes" if len(ids) == 1 else "change"
        return f"{nothing}; {counted(len(ids), 'id')} {verb}, for whoever keeps the CRM."
    return "Safe: only the wording changes." if comparison.changes else "Nothing has changed."


def _read(sentences: Sequence[Told]) -> str:
    if not sentences:
        return ""
    return "read this sentence" if len(sentences) == 1 else f"read these {len(sentences):,} sentences"


def to_read(comparison: Comparison) -> tuple[Told, ...]:
    """What somebody must read before agreeing, the heaviest first: all that neither breaks nor is wording alone."""
    read = (Weight.DOUBT, Weight.READ, Weight.NOTE)
    return together(each for each in comparison.changes if weight(each) in read and not is_rename(each))


def renames(comparison: Comparison) -> tuple[Change, ...]:
    """What has a new id and is otherwise what it was, in the order of the changes."""
    return tuple(filter(is_rename, comparison.changes))


def of_weight(comparison: Comparison, wanted: Weight) -> tuple[Told, ...]:
    """The changes of a weight, those that say the same as one."""
    return together(each for each in comparison.changes if weight(each) is wanted and not is_rename(each))


def counted(number: int, word: str) -> str:
    """``1 change``, ``2 changes``."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def whom(comparison: Comparison) -> str:
    """Whom the breaks hurt, in a sentence, deals by where they are; empty where there are none.

    Where all of them were accepted, whom they hurt all the same.
    """
    known = [each for each in comparison.changes if weight(each) in (Weight.BREAK, Weight.ACCEPTED)]
    breaks = [each for each in known if each.breaks] or known
    parts = [
        f"{HARM[audience]}{_stages(comparison, breaks) if audience is Audience.FLOW else ''}"
        f" ({counted(number, 'change')})"
        for audience, number in harms(each.first for each in together(breaks)).items()
    ]
    hurts = "Hurt" if any(each.breaks for each in breaks) else "Hurt, as was accepted"
    return f"{hurts}: {'; '.join(parts)}." if parts else ""


def _stages(comparison: Comparison, breaks: Iterable[Change]) -> str:
    """In which stages the deals are that a witness shows; empty where none does."""
    found = dict.fromkeys(
        (each.process, each.witness.stage)
        for each in breaks
        if each.witness and each.witness.stage and Audience.FLOW in hurt(each)
    )
    processes = len({process for process, _ in found})
    if len(found) > _MOST_STAGES:
        return f" in {len(found):,} stages" + (f" of {processes:,} processes" if processes > 1 else "")
    names = [
        f"“{shortened(stage_name(comparison, process, stage), _LONGEST_NAME)}”"
        + (f" of {shortened(process_name(comparison, process), _LONGEST_NAME)}" if processes > 1 else "")
        for process, stage in found
    ]
    return f" in {listed(names)}" if names else ""


def _verb(changes: Sequence[Told], one: str, many: str) -> str:
    return one if len(changes) == 1 else many
