"""Looks for the step of ours that could mend a misalignment, so that the advice names somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from twolane.alignment.lines import Lines, Ours, Theirs, Wanted
from twolane.alignment.mends import Deliver, Mend, Move, Serve
from twolane.alignment.time_spans import Span
from twolane.model.buying import BuyerStep, Need
from twolane.model.selling import Stage, Step

_STEM = 4


def server(lines: Lines, their: Theirs) -> Serve:
    """Who could serve a buyer step: the step that delivers to it, else one in its time that serves nobody."""
    delivering = (our for our in lines.ours if any(each.number == their.number for each in our.delivers))
    idle = (our for our in lines.ours if not our.serves and not our.step.of_the_house and _meets(our, their.span))
    best = next(delivering, None) or next(idle, None)
    return Serve(their.step, best.step if best else None, _stage(lines, their.step))


def deliverers(lines: Lines, wanted: Wanted) -> tuple[Deliver, ...]:
    """Who could deliver a need: a step that serves its buyer step, best one that is there in time; else a new one."""
    serving = [our for our in lines.ours if wanted.number in our.serves and not our.step.of_the_house]
    in_time = [our for our in serving if _meets(our, wanted.span)] or serving
    best = _likest(in_time, wanted.need)
    new = Deliver(wanted.need, None, _stage(lines, lines.theirs[wanted.number].step))
    return (Deliver(wanted.need, best.step), new) if best else (new,)


def _likest(ours: Sequence[Ours], need: Need) -> Ours | None:
    """The only one of the steps, or the one whose words are most like those of the need; none where that is a guess."""
    if len(ours) < 2:
        return next(iter(ours), None)
    wanted = _words(f"{need.id} {need.what}")
    shared = sorted(
        ((len(wanted & _words(f"{our.step.id} {our.step.name}")), our) for our in ours), key=lambda e: -e[0]
    )
    return shared[0][1] if shared[0][0] > shared[1][0] else None


def _words(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text, which are the same in “answer” and “answers”."""
    return frozenset(word[:_STEM] for word in re.findall(r"\w+", text.casefold()) if len(word) >= _STEM)


def in_time(lines: Lines, our: Ours, wanted: Wanted, by: Decimal) -> tuple[Mend, ...]:
    """How a need can be met in time: move our step, where that harms nothing else, or let another one deliver it."""
    move = (Move(our.step, by),) if may_move(lines, our, by) else ()
    other = _replacement(lines, our, wanted)
    another = (Deliver(wanted.need, other, None if other else _stage(lines, lines.theirs[wanted.number].step)),)
    return (*move, *(another if other or not move else ()))


def may_move(lines: Lines, our: Ours, by: Decimal) -> bool:
    """Whether a step may be moved: not before 0, into no silence, and out of the time of nothing that it brings."""
    if our.span is None or our.span.begin + by < 0:
        return False
    moved = replace(our, span=our.span.moved(by))
    quiet = (each for each in lines.wanted if each.space and not lines.disturbs(our, each))
    return not any(lines.disturbs(moved, each) for each in quiet) and all(
        _brings(moved, each) or not _brings(our, each) for each in our.delivers
    )


def _brings(our: Ours, wanted: Wanted) -> bool:
    """Whether a step delivers a need in time, as far as one can tell."""
    return our.span is None or wanted.span is None or wanted.space or not our.span.late_for(wanted.span)


def _replacement(lines: Lines, our: Ours, wanted: Wanted) -> Step | None:
    """Another step that serves the need's buyer step, is there in time, and does not deliver the need already."""
    for other in lines.ours:
        serves = other is not our and wanted.number in other.serves and wanted not in other.delivers
        if serves and _meets(other, wanted.span):
            return other.step
    return None


def served_by(lines: Lines, our: Ours) -> BuyerStep | None:
    """Whom an idle step could serve: who needs what it delivers, else whom its stage serves, else who is there then.

    None where there are several: to name one of them would be a guess.
    """
    if our.delivers:
        return lines.theirs[our.delivers[0].number].step
    of_stage = [their for their in lines.theirs if their.step.id in our.stage.serves]
    in_time = [their for their in of_stage or lines.theirs if _meets(our, their.span)]
    best = [their for their in in_time if _enters(our, their.span)] or in_time or of_stage
    return best[0].step if len(best) == 1 else None


def _meets(our: Ours, window: Span | None) -> bool:
    return our.span is not None and window is not None and not our.span.late_for(window)


def _enters(our: Ours, window: Span | None) -> bool:
    """Whether more than a moment is common; a step that begins when another one is over belongs to what follows."""
    return our.span is not None and window is not None and our.span.enters(window)


def _stage(lines: Lines, step: BuyerStep) -> Stage | None:
    return next((stage for stage in lines.process.stages if step.id in stage.serves), None)
