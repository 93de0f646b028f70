"""The whole way of a deal, over random processes: it is held exactly where the definition says so."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.changes.deals import newly_needed, no_longer_sure
from tests.changes.mutating import Versions, taken
from tests.changes.small import PROCESS, read
from twolane.changes.change import Change
from twolane.changes.comparison import compare
from twolane.changes.levels import Audience, Level
from twolane.model.process import Process

WHOLE = read(PROCESS)
GOALS = {
    "meet": "Somebody there agrees that mornings lost at the loading dock cost real money.",
    "show": "Their own planners watched a replayed week and believe every figure in it.",
    "legal": "Both houses of lawyers stopped sending each other marked copies by courier.",
    "close": "An order with number, signature, delivery address lies inside our mailbox.",
    "care": "Nobody calls us on Fridays since schedules hold without anyone's help.",
}
"""So unlike that none is taken for another one under a new id."""
CRITERIA = ("budget", "visit", "lawyers", "order", "figures")
STEPS = ("call", "replay", "approval", "bill")
SIDES = ("entry", "steps", "exit")
IDS = (*GOALS, *CRITERIA, *STEPS)


@st.composite
def arranged(draw: st.DrawFn) -> dict[str, Any]:
    """A process of some of the stages in some order, with some of the criteria and steps somewhere in it."""
    chosen = draw(st.lists(st.sampled_from(list(GOALS)), min_size=1, unique=True))
    stages: list[dict[str, Any]] = [
        {"id": id, "name": id.title(), "goal": GOALS[id], "entry": [], "steps": [], "exit": []} for id in chosen
    ]
    for id in draw(st.lists(st.sampled_from(CRITERIA), unique=True)):
        stage, side = draw(st.sampled_from(stages)), draw(st.sampled_from(("entry", "exit")))
        applies = draw(st.sampled_from(("all", "all", "new-only")))
        words = {"criterion" if side == "entry" else "buyer": f"Says yes to {id}"}
        stage[side].append({"id": id, **words, "required": draw(st.booleans()), "applies_to": applies})
    for id in draw(st.lists(st.sampled_from(STEPS), unique=True)):
        kind = draw(st.sampled_from(("work", "gate")))
        steps = draw(st.sampled_from(stages))["steps"]
        steps.append({"id": id, "name": id.title(), "required": draw(st.booleans()), "kind": kind})
    return {"id": "sell", "name": "Sell", "version": "1.0.0", "stages": stages}


def _renamed(process: dict[str, Any], ids: set[str]) -> dict[str, Any]:
    """The process with other ids for some of its things, which it says."""
    called = {id: f"{id}-now" for id in ids & taken(process["stages"])}
    for stage in process["stages"]:
        for each in (stage, *stage["entry"], *stage["steps"], *stage["exit"]):
            each["id"] = called.get(each["id"], each["id"])
    return process | {"renamed_from": {"entries": {now: was for was, now in called.items()}}}


@st.composite
def slightly_changed(draw: st.DrawFn) -> Versions[Process]:
    """A process, and the same after an edit or two: a stage comes, goes or changes places, or something in one does."""
    old = draw(arranged())
    new = copy.deepcopy(old)
    for _ in range(draw(st.integers(1, 2))):
        stages = new["stages"]
        at = draw(st.integers(0, len(stages) - 1))
        edit = draw(st.sampled_from(("come", "go", "swap", "move", "gate")))
        coming = [each for each in draw(arranged())["stages"] if not taken(each) & taken(new)]
        if edit == "come" and coming:
            stages.insert(draw(st.integers(0, len(stages))), coming[0])
        elif edit == "go" and len(stages) > 1:
            del stages[at]
        elif edit == "swap":
            stages.insert(draw(st.integers(0, len(stages) - 1)), stages.pop(at))
        elif things := [(stage[side], each) for stage in stages for side in SIDES for each in stage[side]]:
            side, each = draw(st.sampled_from(things))
            if edit == "move":
                side.remove(each)
                stages[at]["steps" if "kind" in each else "entry" if "criterion" in each else "exit"].append(each)
            else:
                each["required"] = not each["required"]
    return Versions(Process.model_validate(old), Process.model_validate(new))


OLD = arranged().map(Process.model_validate)
NEW = st.builds(_renamed, arranged(), st.sets(st.sampled_from(IDS), max_size=4)).map(Process.model_validate)
PAIRS = st.builds(Versions, OLD, NEW) | slightly_changed() | slightly_changed()


def new_ids(pair: Versions[Process]) -> dict[str, str]:
    """The new ids, by the old ones."""
    return {was: now for now, was in pair.new.renamed_from.entries.items()}


def found(pair: Versions[Process]) -> tuple[Change, ...]:
    """The changes between both versions."""
    old, new = (replace(WHOLE, processes=(process,)) for process in (pair.old, pair.new))
    changes = compare(old, new).changes
    assume(not any(change.replacement for change in changes if change.kind.entity == "stage"))
    return changes


def of_deals(change: Change) -> bool:
    """Whether it is major, for deals at least, and a deal shows it that has something left to meet."""
    flow = change.kind.levels.get(Audience.FLOW) is Level.MAJOR
    return flow and change.level is Level.MAJOR and change.witness is not None and bool(change.witness.missing)


@settings(max_examples=200, deadline=None)
@given(PAIRS)
def test_held_exactly_where_something_is_newly_needed(pair: Versions[Process]) -> None:
    """Some change breaks the way of deals exactly where one in some stage needs what it had and would have needed not;
    each such deal is in the stage that is named, and needs what is named."""
    needed = newly_needed(pair.old, pair.new, new_ids(pair))
    stuck = [change for change in found(pair) if of_deals(change) and change.witness and change.witness.stuck]
    assert bool(stuck) == any(needed.values()) or _asked_before_the_first(pair, needed)
    for change in stuck:
        assert change.witness is not None
        ids = {each.split()[1] for each in needed[change.witness.stage]}
        assert set(change.witness.missing) <= ids, change.sentence


def _asked_before_the_first(pair: Versions[Process], needed: dict[str, set[str]]) -> bool:
    """Whether only those that have yet to begin need more, by a new stage or another order: no deal under way."""
    was = [new_ids(pair).get(each.id, each.id) for each in pair.old.stages]
    now = [stage.id for stage in pair.new.stages]
    arranged_anew = [id for id in was if id in now] != [id for id in now if id in was] or not set(now) <= set(was)
    return not any(needs for stage, needs in needed.items() if stage) and arranged_anew


@settings(max_examples=100, deadline=None)
@given(PAIRS)
def test_no_longer_sure_is_the_mirror(pair: Versions[Process]) -> None:
    """What is said to be sure no more is missing at some point where every deal had met it; and read backwards, what
    was newly needed before the first stage is."""
    lost = no_longer_sure(pair.old, pair.new, new_ids(pair))
    ids = {each.split()[1] for point in lost.values() for each in point}
    for change in found(pair):
        if of_deals(change) and change.witness and not change.witness.stuck:
            assert set(change.witness.missing) <= ids, change.sentence
    back = {now: was for was, now in new_ids(pair).items()}
    waiting = newly_needed(pair.new, pair.old, back)[""]
    assert {back.get(each.split()[1], each.split()[1]) for point in lost.values() for each in point} == {
        each.split()[1] for each in waiting
    }
