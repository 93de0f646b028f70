"""Says of a witness in which stage the deal is, where it was on its way to, and what it needs now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from twolane.changes.gates import Need, Way
from twolane.changes.whole_way import Stretch
from twolane.wording.lists import listed
from twolane.wording.spoken_language import texts

_TOLD = 3
"""So many criteria are named in a sentence; the others are counted."""

Names = Mapping[str, str]
"""What stages are called, by id."""


def stuck(stretch: Stretch, old: Way, new: Way, met: Iterable[Need], missing: tuple[Need, ...], names: Names) -> str:
    """A deal that needs ``missing`` on a stretch of its way; it has ``met`` what was asked there before."""
    over, met_words = missing[0].stage, needed(met)
    text = _at_hand(stretch, bool(met_words))
    if over not in (stretch.stage, stretch.into):
        straight = old.at(stretch.begins[0] + 1) == stretch.into and new.at(stretch.begins[1] + 1) == over
        text = _by_way_of(stretch, straight, bool(met_words))
    return text.format(
        stage=_called(stretch.stage, names),
        into=_called(stretch.into, names),
        over=_called(over, names),
        needed=needed(missing),
        met=met_words,
    )


def _at_hand(stretch: Stretch, met: bool) -> str:
    """Where it is held at the stage that it is in, or right before the one that it was on its way to."""
    t = texts()
    if not stretch.stage:
        return t.witness_enter if met else t.witness_enter_free
    if stretch.into:
        return t.witness_go_on if met else t.witness_go_on_free
    return t.witness_end if met else t.witness_end_free


def _by_way_of(stretch: Stretch, straight: bool, met: bool) -> str:
    """Where it is held at a stage in between."""
    t = texts()
    if not stretch.stage and stretch.into:
        return t.witness_begin if met else t.witness_begin_free
    if not stretch.stage:
        return t.witness_begin_end
    if straight:
        return t.witness_go_over if stretch.into else t.witness_done_over
    return t.witness_pass if stretch.into else t.witness_pass_end


def unguarded(into: str, stage: str, missing: Iterable[Need], names: Names) -> str:
    """A deal that may enter ``into``, or where that is the end leave ``stage``, without what was sure there."""
    text = texts().witness_unguarded_in if into else texts().witness_unguarded_out
    return text.format(stage=_called(into or stage, names), needed=needed(missing))


def nowhere(stage: str, names: Names) -> str:
    """A deal in a stage that is gone."""
    return texts().witness_no_stage.format(stage=_called(stage, names))


def elsewhere(stage: str, before: str, after: str, names: Names) -> str:
    """A deal whose next stage was ``before`` and is ``after``; either is empty for the end."""
    t = texts()
    text = t.witness_other_stage if before and after else t.witness_now_last if before else t.witness_was_last
    return text.format(stage=_called(stage, names), old=_called(before, names), new=_called(after, names))


def _called(stage: str, names: Names) -> str:
    return names.get(stage, stage)


def needed(needs: Iterable[Need]) -> str:
    """Several needs in a sentence; a step in which our yes is needed is told by that alone."""
    each = tuple(needs)
    decided = {need.id for need in each if need.sort == "decision"}
    named = [_words(need) for need in each if need.sort != "step" or need.id not in decided]
    if len(named) > _TOLD:
        named = [*named[:_TOLD], texts().witness_more.format(number=len(named) - _TOLD)]
    return listed(named)


def _words(need: Need) -> str:
    t = texts()
    return (t.witness_decision if need.sort == "decision" else t.witness_need).format(words=need.words)
