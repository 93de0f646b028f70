"""What a comment says of deals under way: what stands in their way, stage by stage, and what spares them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twolane.changes.change import Change, Comparison
from twolane.judgement.advice import of_deals
from twolane.judgement.grouping import Told
from twolane.judgement.names_by_id import process_name, stage_name
from twolane.judgement.weight import Weight, heaviest_first, weight
from twolane.mermaid.mermaid_syntax import shortened
from twolane.reports.markdown_text import escaped, escaped_with_code, in_html
from twolane.reports.of_changes.room import counted, folded, more, name, size
from twolane.reports.of_changes.ticks_opened import ticks_opened
from twolane.wording.lists import first_listed, listed

_ROOM = 8_000
_LONGEST = 1_500
"""Characters of a sentence about a deal; a longer one stands with its change."""
_LONGEST_NAME = 60
_MOST_NAMED = 3
_MOST_SENTENCES = 3
"""Sentences about deals in one stage."""
_MOST_IN_VIEW = 3
"""Sentences that stand in full view, since what holds a deal is what most readers look for."""


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where deals are held, in words, and what is said there, once each; ``processes`` are those by their names that
    what is said does not name.
    """

    processes: str
    where: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Deals:
    """The lines about deals; of which changes they are, by identity; and what they advise."""

    lines: tuple[str, ...]
    told: frozenset[int]
    advised: tuple[str, ...]


def deals(comparison: Comparison, *, several: bool, rewrite: bool) -> Deals:
    """What is said of deals stage by stage, of a rewrite process by process; each process is named where there are
    several.
    """
    all_told, most = tuple(_that_fit(comparison)), 1 if rewrite else _MOST_SENTENCES
    stages = tuple((_by_process if rewrite else _stages)(comparison, all_told))
    shown = [each for stage in stages for told in stage.told[:most] for each in told.changes]
    harming = (each for each in shown if weight(each) is Weight.BREAK)
    advised = tuple(dict.fromkeys(filter(None, map(of_deals, harming))))
    inside = [line for stage in stages for line in _of_stage(stage, most, several)]
    inside += _beside(comparison)
    inside += (f"For these deals: *{escaped_with_code(each)}*\n" for each in advised)
    names = [*dict.fromkeys(in_html(_where(comparison, each)) for each in all_told)]
    where = f": {first_listed(names, _MOST_NAMED)}" if names else ""
    few = sum(len(stage.told) for stage in stages) <= _MOST_IN_VIEW
    lines = tuple(folded(f"<b>Deals under way</b>{where}", inside, opened=few)) if inside else ()
    return Deals(lines, frozenset(map(id, shown)), advised)


_ENTERING = "before the first stage"


def _of_stage(stage: _Stage, most: int, several: bool) -> Iterator[str]:
    yield from (f"**{f'{name(stage.processes)}: ' if several and stage.processes else ''}{name(stage.where)}**", "")
    yield from (_line(each.first) for each in stage.told[:most])
    if (left := len(stage.told) - most) > 0:
        yield f"- … and {more(left, 'thing stands', 'things stand')} in the way."
    yield ""


def _beside(comparison: Comparison) -> Iterator[str]:
    """What else there is to say: of what nobody can be sure, and of ticks that open again."""
    doubts = sum(weight(each) is Weight.DOUBT for each in comparison.changes)
    if doubts:
        yield f"{counted(doubts, 'change')} below, marked “Look at”, may hold a deal, though none is known.\n"
    if again := " ".join(ticks_opened(comparison, name)):
        yield f"{again}\n"


def _line(change: Change) -> str:
    assert change.witness is not None
    accepted = " *(accepted)*" if weight(change) is Weight.ACCEPTED else ""
    return f"- {escaped(change.witness.sentence)}{accepted}"


def _stages(comparison: Comparison, all_told: Iterable[Told]) -> Iterator[_Stage]:
    """Stage by stage; deals in stages of the same name stand together where it is said whose they are."""
    found: dict[tuple[str, str], list[Told]] = {}
    for told in all_told:
        found.setdefault((_unnamed(comparison, told), _where(comparison, told)), []).append(told)
    return (_Stage(processes, where, tuple(several)) for (processes, where), several in found.items())


def _by_process(comparison: Comparison, all_told: Iterable[Told]) -> Iterator[_Stage]:
    found: dict[tuple[str, ...], list[Told]] = {}
    for told in all_told:
        found.setdefault(told.processes, []).append(told)
    for several in found.values():
        stages = [*dict.fromkeys(_where(comparison, each) for each in several)]
        yield _Stage(_unnamed(comparison, several[0]), first_listed(stages, _MOST_NAMED), tuple(several))


def _where(comparison: Comparison, told: Told) -> str:
    witness = told.first.witness
    if witness is None or not witness.stage:
        return _ENTERING
    return f"“{shortened(stage_name(comparison, told.first.process, witness.stage), _LONGEST_NAME)}”"


def _unnamed(comparison: Comparison, told: Told) -> str:
    names = [process_name(comparison, id) for id in told.processes]
    said = told.first.witness.sentence if told.first.witness else ""
    return "" if all(each in said for each in names) else listed(names)


def _that_fit(comparison: Comparison) -> Iterator[Told]:
    """The changes that a witness shows to hurt, those with the same sentence as one."""
    found: dict[str, list[Change]] = {}
    for each in heaviest_first(comparison.changes):
        if each.witness is not None and weight(each) in (Weight.BREAK, Weight.ACCEPTED):
            found.setdefault(each.witness.sentence, []).append(each)
    room = _ROOM
    for same in found.values():
        long = size(_line(same[0]))
        if long <= min(room, _LONGEST):
            room -= long
            yield Told(tuple(same))
