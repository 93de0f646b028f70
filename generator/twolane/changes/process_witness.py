"""The deal that a merge or split of processes hurts: its own process let it go on, or its stage is elsewhere now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from twolane.changes.change import Witness
from twolane.changes.process_pairs import Pair
from twolane.changes.witness import flow
from twolane.model.process import Process
from twolane.wording.spoken_language import texts


def hurt(pair: Pair, new_id: Mapping[str, str]) -> Witness | None:
    """The first deal of another process than the main one that is hurt; ``None`` where there is none."""
    if pair.before is None or pair.after is None:
        return None
    joining = (found for other in pair.more.olds for found in _joining(other, pair.after, new_id))
    return next(chain(joining, _left_behind(pair.before, pair.after, pair.more.news, new_id)), None)


def _joining(old: Process, new: Process, new_id: Mapping[str, str]) -> Iterator[Witness]:
    """Deals of a process that joined another one, and must now meet what is asked there; those not yet in it wait."""
    going = flow(old, new, new_id)
    for need in going.new.places:
        found = going.stuck_for((need,))
        if found is not None and found.stage:
            yield _of(old, found)


def _of(process: Process, witness: Witness) -> Witness:
    sentence = texts().witness_of_process.format(process=process.name, sentence=witness.sentence)
    return Witness(witness.stage, witness.met, witness.missing, witness.stuck, sentence)


def _left_behind(
    old: Process, first: Process, others: Iterable[Process], new_id: Mapping[str, str]
) -> Iterator[Witness]:
    """Deals in a stage that only another part than the first has."""
    for stage in old.stages:
        id = new_id.get(stage.id, stage.id)
        home = next((each for each in others if each.stage(id) and not first.stage(id)), None)
        if home is not None:
            sentence = texts().witness_other_process.format(stage=stage.name, old=first.name, new=home.name)
            yield Witness(stage.id, (), (), True, sentence)
