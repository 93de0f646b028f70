"""Kinds of edit that people make of a process, each a function of its plain values; what does not fit is left alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

Values = dict[str, Any]
Edit = Callable[[st.DrawFn, Values], None]


def _stages(value: Values) -> list[Values]:
    return value.get("stages", [])


def _buyers(value: Values) -> list[Values]:
    return value.get("buyer", {}).get("steps", [])


def _steps(value: Values) -> list[Values]:
    return [step for stage in _stages(value) for step in stage["steps"]]


def _criteria(value: Values) -> list[Values]:
    return [each for stage in _stages(value) for side in ("entry", "exit") for each in stage[side]]


def _needs(value: Values) -> list[Values]:
    return [need for step in _buyers(value) for need in step["needs"]]


def _timed(value: Values) -> list[Values]:
    return [*_buyers(value), *_needs(value), *_steps(value)]


def _one(draw: st.DrawFn, found: list[Any]) -> Any:
    return draw(st.sampled_from(found)) if found else None


def _fresh(value: Values, stem: str) -> str:
    known = {each["id"] for each in (*_stages(value), *_timed(value), *_criteria(value))}
    return next(id for number in range(999) if (id := f"{stem}-{number}") not in known)


def _begin(item: Values) -> float:
    found = item["from"] if item["from"] is not None else item["until"]
    return -1.0 if found is None else float(found)


def _later(items: list[Values], start: float, by: float) -> None:
    for each in items:
        if _begin(each) >= start:
            for key in ("from", "until"):
                each[key] = None if each[key] is None else max(0, each[key] + by)


# Times


def convert_unit(draw: st.DrawFn, value: Values) -> None:
    """Another unit, and every time in it."""
    factors = {"week": ("day", 7), "day": ("week", 1 / 7), "month": ("week", 4)}
    if "time_unit" in value:
        value["time_unit"], by = factors[value["time_unit"]]
        for each in _timed(value):
            for key in ("from", "until"):
                each[key] = None if each[key] is None else each[key] * by


def convert_some(draw: st.DrawFn, value: Values) -> None:
    """Another unit, and one time forgotten."""
    forgotten = _one(draw, _timed(value))
    before = dict(forgotten or {})
    convert_unit(draw, value)
    if forgotten:
        forgotten |= {key: before[key] for key in ("from", "until")}


def other_unit(draw: st.DrawFn, value: Values) -> None:
    """Another unit, and the times as they were."""
    if "time_unit" in value:
        value["time_unit"] = draw(st.sampled_from(["day", "week", "month"]))


def shift_all(draw: st.DrawFn, value: Values) -> None:
    """Everything from a step on later or earlier."""
    if _timed(value):
        start = _begin(_one(draw, _timed(value)))
        _later(_timed(value), max(start, 0), draw(st.sampled_from([-1, 0.5, 1, 2])))


def shift_one(draw: st.DrawFn, value: Values) -> None:
    """One thing later."""
    found = _one(draw, _timed(value))
    if found:
        _later([found], 0, draw(st.sampled_from([1, 2])))


def lengthen(draw: st.DrawFn, value: Values) -> None:
    """A step of the buyer that takes longer, and all behind it later."""
    found = _one(draw, [each for each in _buyers(value) if each["until"] is not None])
    if found:
        _later([each for each in _timed(value) if each is not found], found["until"], 2)
        found["until"] += 2


def own_time_of_need(draw: st.DrawFn, value: Values) -> None:
    """The time of a step written down at its need."""
    step = _one(draw, [each for each in _buyers(value) if each["needs"]])
    if step:
        step["needs"][0] |= {"from": step["from"], "until": step["until"]}


# The buyer's way


def insert_buyer_step(draw: st.DrawFn, value: Values) -> None:
    """A step between two, and all behind it later."""
    if len(_buyers(value)) < 2:
        return
    at = draw(st.integers(1, len(_buyers(value)) - 1))
    start = _begin(_buyers(value)[at])
    if start >= 0:
        _later(_timed(value), start, 2)
    fresh = {"id": _fresh(value, "between"), "name": "Between", "from": start if start >= 0 else None}
    _buyers(value).insert(at, fresh | {"until": start + 2 if start >= 0 else None, "needs": []})


def swap_buyer_steps(draw: st.DrawFn, value: Values) -> None:
    """Two neighbours of the buyer's steps in each other's place."""
    _swap(draw, _buyers(value))


def lead_elsewhere(draw: st.DrawFn, value: Values) -> None:
    """A yes that leads to any step."""
    found = _one(draw, [each for each in _buyers(value) if each.get("decision")])
    if found:
        found["decision"]["go"] = _one(draw, _buyers(value))["id"]


def name_next(draw: st.DrawFn, value: Values) -> None:
    """Every next step named."""
    for before, after in zip(_buyers(value), _buyers(value)[1:], strict=False):
        if before.get("decision") and not before["decision"].get("go"):
            before["decision"]["go"] = after["id"]


def name_none(draw: st.DrawFn, value: Values) -> None:
    """No next step named."""
    for each in _buyers(value):
        if each.get("decision"):
            each["decision"]["go"] = None


def undecided(draw: st.DrawFn, value: Values) -> None:
    """A decision gone."""
    found = _one(draw, _buyers(value))
    if found:
        found["decision"] = None


def replace_buyer_step(draw: st.DrawFn, value: Values) -> None:
    """Another step in the place of one."""
    _replace(draw, value, [_buyers(value)], {"name": "Another way"})


# What is needed


def swap_ids(draw: st.DrawFn, value: Values) -> None:
    """Two criteria with each other's id."""
    one, other = _one(draw, _criteria(value)), _one(draw, _criteria(value))
    if one and other:
        one["id"], other["id"] = other["id"], one["id"]


def swap_step_ids(draw: st.DrawFn, value: Values) -> None:
    """Two steps with each other's id."""
    one, other = _one(draw, _steps(value)), _one(draw, _steps(value))
    if one and other:
        one["id"], other["id"] = other["id"], one["id"]


def exit_to_entry(draw: st.DrawFn, value: Values) -> None:
    """A criterion from an exit to the entry behind it."""
    if len(_stages(value)) > 1:
        at = draw(st.integers(0, len(_stages(value)) - 2))
        leaving, entering = _stages(value)[at : at + 2]
        if leaving["exit"]:
            moved = leaving["exit"].pop(0)
            moved.pop("evidence", None)
            entering["entry"].append({"criterion": moved.pop("buyer"), **moved})


def entry_to_exit(draw: st.DrawFn, value: Values) -> None:
    """A criterion from an entry to the exit before it."""
    if len(_stages(value)) > 1:
        at = draw(st.integers(0, len(_stages(value)) - 2))
        leaving, entering = _stages(value)[at : at + 2]
        if entering["entry"]:
            moved = entering["entry"].pop(0)
            leaving["exit"].append({"buyer": moved.pop("criterion"), "evidence": "Minutes", **moved})


def replace_criterion(draw: st.DrawFn, value: Values) -> None:
    """Another criterion in the place of one."""
    _replace(draw, value, [stage["exit"] for stage in _stages(value)], {"buyer": "Does another thing"})


def replace_step(draw: st.DrawFn, value: Values) -> None:
    """Another step in the place of one."""
    _replace(draw, value, [stage["steps"] for stage in _stages(value)], {"name": "Do another thing"})


def require(draw: st.DrawFn, value: Values) -> None:
    """What was optional is required, or the other way round."""
    found = _one(draw, [*_criteria(value), *_steps(value)])
    if found:
        found["required"] = not found.get("required", True)


def spare(draw: st.DrawFn, value: Values) -> None:
    """Other deals are spared."""
    found = _one(draw, _criteria(value))
    if found:
        found["applies_to"] = draw(st.sampled_from(["all", "new-only"]))


def same_for_all(draw: st.DrawFn, value: Values) -> None:
    """The same criterion at every exit."""
    for number, stage in enumerate(_stages(value)):
        stage["exit"].append({"id": _fresh(value, f"agreed-{number}"), "buyer": "Agrees in writing"})


# Stages and steps


def swap_stages(draw: st.DrawFn, value: Values) -> None:
    """Two neighbouring stages in each other's place."""
    _swap(draw, _stages(value))


def swap_steps(draw: st.DrawFn, value: Values) -> None:
    """Two neighbouring steps in each other's place."""
    stage = _one(draw, _stages(value))
    if stage:
        _swap(draw, stage["steps"])


def add_stage(draw: st.DrawFn, value: Values) -> None:
    """A stage with a criterion of its own."""
    if "stages" in value:
        exits = [{"id": _fresh(value, "lawyers"), "buyer": "Has their lawyers agree"}]
        fresh = {"id": _fresh(value, "review"), "name": "Review", "entry": [], "steps": [], "exit": exits}
        _stages(value).insert(draw(st.integers(0, len(_stages(value)))), fresh)


def likely(draw: st.DrawFn, value: Values) -> None:
    """Another probability."""
    found = _one(draw, _stages(value))
    if found:
        found["probability"] = draw(st.integers(0, 100))


def other_kind(draw: st.DrawFn, value: Values) -> None:
    """A step that is a gate, or our own affair."""
    found = _one(draw, _steps(value))
    if found:
        found["kind"] = draw(st.sampled_from(["work", "internal", "gate"]))


def other_role(draw: st.DrawFn, value: Values) -> None:
    """Somebody else does it and answers for it."""
    one, other = _one(draw, _steps(value)), _one(draw, _steps(value))
    if one and other:
        one["responsible"], one["accountable"] = other.get("accountable"), other.get("responsible")


def autonomous(draw: st.DrawFn, value: Values) -> None:
    """Others decide for themselves how it is done."""
    found = _one(draw, _steps(value))
    if found:
        found["autonomy"] = draw(st.sampled_from([None, "scripted", "guided"]))


def serve_less(draw: st.DrawFn, value: Values) -> None:
    """A stage that names nobody whom it serves."""
    found = _one(draw, _stages(value))
    if found:
        found["serves"] = []


def serve_as_steps_do(draw: st.DrawFn, value: Values) -> None:
    """A stage that names whom its steps serve."""
    found = _one(draw, _stages(value))
    if found:
        found["serves"] = list(dict.fromkeys(id for step in found["steps"] for id in step.get("serves", [])))


# Texts and the rest


def add_figure(draw: st.DrawFn, value: Values) -> None:
    """A figure in a text."""
    found = _one(draw, _criteria(value))
    if found:
        key = "buyer" if "buyer" in found else "criterion"
        found[key] = f"{found[key]} within {draw(st.integers(2, 9))} days"


def shout(draw: st.DrawFn, value: Values) -> None:
    """The same words in capitals."""
    found = _one(draw, _criteria(value))
    if found:
        key = "buyer" if "buyer" in found else "criterion"
        found[key] = found[key].upper()


def other_status(draw: st.DrawFn, value: Values) -> None:
    """A process that is in force, or not."""
    if "status" in value:
        value["status"] = draw(st.sampled_from(["draft", "active", "retired"]))


def hide(draw: st.DrawFn, value: Values) -> None:
    """Something for some alone."""
    found = _one(draw, [*_stages(value), *_timed(value), *_criteria(value)])
    if found:
        found["audience"] = draw(st.sampled_from([[], ["internal"], ["partner"], ["internal", "partner"]]))


def forget_ids(draw: st.DrawFn, value: Values) -> None:
    """Ids that must not come back."""
    if "retired_ids" in value:
        value["retired_ids"] = draw(st.sampled_from([[], ["lead-scoring"], ["lead-scoring", "cold-calls"]]))


def _swap(draw: st.DrawFn, held: list[Any]) -> None:
    if len(held) > 1:
        at = draw(st.integers(0, len(held) - 2))
        held[at], held[at + 1] = held[at + 1], held[at]


def _replace(draw: st.DrawFn, value: Values, lists: list[list[Any]], fields: Values) -> None:
    held = _one(draw, [each for each in lists if each])
    if held:
        at = draw(st.integers(0, len(held) - 1))
        kept = {key: held[at].get(key) for key in ("required", "from", "until", "applies_to") if key in held[at]}
        held[at] = {"id": _fresh(value, "other"), **kept, **fields} | ({"needs": []} if "needs" in held[at] else {})


OF_A_PROCESS: tuple[Edit, ...] = (
    *(convert_unit, convert_some, other_unit, shift_all, shift_one, lengthen, own_time_of_need),
    *(insert_buyer_step, swap_buyer_steps, lead_elsewhere, name_next, name_none, undecided, replace_buyer_step),
    *(swap_ids, swap_step_ids, exit_to_entry, entry_to_exit, replace_criterion, replace_step, require, spare),
    *(same_for_all, swap_stages, swap_steps, add_stage, likely, other_kind, other_role, autonomous, serve_less),
    *(serve_as_steps_do, add_figure, shout, other_status, hide, forget_ids),
)
"""Every kind of edit here."""
