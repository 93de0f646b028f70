"""What tells apart what changes in several processes: deals by the process that they go through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twolane.changes.change import Change
from twolane.model.playbook import Playbook
from twolane.wording.spoken_language import texts


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
