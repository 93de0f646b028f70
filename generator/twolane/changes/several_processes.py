"""What several processes have in common and what tells them apart: equal sentences, and deals by their process."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from twolane.changes.change import Change, Comparison
from twolane.model.playbook import Playbook
from twolane.wording.lists import listed
from twolane.wording.spoken_language import texts


def told_together(changes: Iterable[Change]) -> tuple[tuple[Change, ...], ...]:
    """The changes in their order, those side by side that say the same of the same thing in several processes.

    Each stays a change of its own, with its fingerprint, its level, its deals and its place.
    """
    groups: dict[tuple[object, ...], list[Change]] = {}
    for number, change in enumerate(changes):
        accepted = (change.approved, change.approved_by, change.approved_until)
        says = (change.kind.code, change.level, change.sentence, change.hint, bool(change.witness), *accepted)
        own = ("",) if change.process else (number,)
        groups.setdefault((*says, change.path[1:], *own), []).append(change)
    return tuple(tuple(group) for group in groups.values())


def said_together(group: Sequence[Change], comparison: Comparison) -> str:
    """What such changes say: the sentence of one; of several, with the processes before it."""
    sentence = group[0].sentence
    if len(group) == 1:
        return sentence
    names = [_name(change.process, comparison.new, comparison.old) for change in group]
    return texts().in_processes.format(processes=listed(names), sentence=sentence)


def with_deals_named(changes: Sequence[Change], old: Playbook, new: Playbook) -> tuple[Change, ...]:
    """The changes; where those of several processes are among them, each deal with the process that it goes through."""
    if len({change.process for change in changes} - {""}) < 2:
        return tuple(changes)
    return tuple(_named(change, _name(change.process, new, old)) if change.process else change for change in changes)


def _named(change: Change, process: str) -> Change:
    witness, t = change.witness, texts()
    if witness is None or not change.path[1:]:
        return change
    if witness.sentence.startswith(t.deal):
        sentence = t.deal_of.format(process=process) + witness.sentence.removeprefix(t.deal)
    else:
        sentence = t.deal_elsewhere.format(process=process, sentence=witness.sentence)
    return replace(change, witness=replace(witness, sentence=sentence))


def _name(id: str, *playbooks: Playbook) -> str:
    named = (playbook.process[id].name for playbook in playbooks if id in playbook.process)
    return next(named, id)
