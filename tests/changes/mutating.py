"""Random edits of a playbook, as people make them: the plain values of a process or of what all share go in and out."""

from __future__ import annotations

import copy
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from hypothesis import strategies as st

from tests.changes.edits import OF_A_PROCESS
from twolane.changes.compared_elements import Whole
from twolane.model.playbook import Playbook
from twolane.model.process import Process

T = TypeVar("T")


@dataclass(frozen=True)
class Versions(Generic[T]):
    """Two versions of something, which a failing test does not print whole."""

    old: T
    new: T

    def __repr__(self) -> str:
        return "Versions(…)"


WORDS = ("Agree", "on", "the", "need", "before", "a", "visit", "and", "list", "what", "it", "costs")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
REFERRING = (
    *(
        "serves",
        "delivers",
        "responsible",
        "accountable",
        "consulted",
        "informed",
        "owner",
        "goal",
        "metric",
        "metrics",
    ),
    *("differentiators", "differentiator", "against", "meets", "from", "to", "go", "advances", "answered_by", "see"),
)
"""Fields whose ids lead to other things."""
IDS = st.sampled_from(["agree", "visit", "list-costs", "new-one", "other-one", "third"])


def lists(value: Any) -> Iterator[list[Any]]:
    """Every list of mappings inside a value."""
    if isinstance(value, dict):
        for each in value.values():
            yield from lists(each)
    elif isinstance(value, list):
        if value and isinstance(value[0], dict):
            yield value
        for each in value:
            yield from lists(each)


def mappings(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping inside a value, itself among them."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from mappings(each)


def taken(value: Any) -> set[str]:
    """Every id inside a value."""
    return {each["id"] for each in mappings(value) if "id" in each}


@st.composite
def edited(draw: st.DrawFn, value: dict[str, Any]) -> dict[str, Any]:
    """``value`` after a few edits: something taken out, moved, doubled under a new id, reworded, put in order, or one
    of those that people make of a process."""
    value = copy.deepcopy(value)
    for _ in range(draw(st.integers(1, 8))):
        draw(st.sampled_from([*_EVERYWHERE, *OF_A_PROCESS] if "stages" in value else _EVERYWHERE))(draw, value)
    return value


def _some_list(draw: st.DrawFn, value: dict[str, Any]) -> list[Any] | None:
    found = [each for each in lists(value) if each]
    return draw(st.sampled_from(found)) if found else None


def _take_out(draw: st.DrawFn, value: dict[str, Any]) -> None:
    found = _some_list(draw, value)
    if found:
        del found[draw(st.integers(0, len(found) - 1))]


def _double(draw: st.DrawFn, value: dict[str, Any]) -> None:
    found = _some_list(draw, value)
    if not found:
        return
    new = copy.deepcopy(draw(st.sampled_from(found)))
    ids = taken(value)
    for each in mappings(new):
        if "id" in each:
            each["id"] = next(id for n in range(99) if (id := f"{each['id']}-{n}") not in ids)
            ids.add(each["id"])
    found.insert(draw(st.integers(0, len(found))), new)


def _shuffle(draw: st.DrawFn, value: dict[str, Any]) -> None:
    found = _some_list(draw, value)
    if found:
        found[:] = draw(st.permutations(found))


def _reword(draw: st.DrawFn, value: dict[str, Any]) -> None:
    texts = [
        (each, key)
        for each in mappings(value)
        for key in ("name", "how", "goal", "says", "what", "evidence", "text", "title", "criterion", "buyer", "problem")
        if isinstance(each.get(key), str)
    ]
    if texts:
        each, key = draw(st.sampled_from(texts))
        each[key] = draw(TEXTS)


def _move(draw: st.DrawFn, value: dict[str, Any]) -> None:
    """From one list to another of the same field."""
    field = draw(st.sampled_from(["steps", "exit", "entry", "needs", "requirements", "assets"]))
    # The buyer's steps stand in one list, and ours, which are called the same, do not fit there.
    found = [each[field] for each in mappings(value) if isinstance(each.get(field), list) and "trigger" not in each]
    sources = [each for each in found if each]
    if len(found) > 1 and sources:
        source = draw(st.sampled_from(sources))
        target = draw(st.sampled_from(found))
        fits = not target or set(target[0]) == set(source[0])
        if fits:
            target.insert(draw(st.integers(0, len(target))), source.pop(draw(st.integers(0, len(source) - 1))))


def _rename(draw: st.DrawFn, value: dict[str, Any]) -> None:
    """Another id, told in `renamed_from`, where there is one; not in what refers to it, which people forget."""
    named = [each for each in mappings(value) if "id" in each and each is not value]
    if not named:
        return
    each, id = draw(st.sampled_from(named)), draw(IDS)
    if id in taken(value):
        return
    if draw(st.booleans()):
        value["renamed_from"] = {**value.get("renamed_from", {}).get("entries", {}), id: each["id"]}
        value["renamed_from"] = {"entries": value["renamed_from"]}
    if draw(st.booleans()):
        follow(value, each["id"], id)
    each["id"] = id


def follow(value: dict[str, Any], old: str, new: str) -> None:
    """Has everything that refers to the old id refer to the new one."""
    for each in mappings(value):
        for key, held in each.items():
            if key not in REFERRING:
                continue
            if held == old:
                each[key] = new
            elif isinstance(held, list) and not (held and isinstance(held[0], dict)):
                each[key] = [new if item == old else item for item in held]


def _empty(draw: st.DrawFn, value: dict[str, Any]) -> None:
    """A field without its value."""
    found = [
        (each, key) for each in mappings(value) for key in ("responsible", "from", "until", "goal", "how", "serves")
    ]
    there = [(each, key) for each, key in found if each.get(key)]
    if there:
        each, key = draw(st.sampled_from(there))
        refers = key == "responsible" or "unit" in each  # A stage's goal is a text, a metric's leads to one.
        each[key] = type(each[key])() if isinstance(each[key], str | list) and not refers else None


def _gate(draw: st.DrawFn, value: dict[str, Any]) -> None:
    """What a deal may do without is required, or no longer; it holds for new deals only; a step is our decision."""
    choices = {"required": (True, False), "applies_to": ("all", "new-only"), "kind": ("work", "gate")}
    there = [(each, key) for each in mappings(value) for key in choices if "required" in each and key in each]
    if there:
        each, key = draw(st.sampled_from(there))
        each[key] = draw(st.sampled_from(choices[key]))


_EVERYWHERE = (_take_out, _double, _shuffle, _reword, _move, _rename, _empty, _gate)
"""The kinds of edit that fit any definition."""
PAIRS_TRIED = int(os.environ.get("TWOLANE_PAIRS", "60"))
"""How many pairs a test tries that is about any pair."""


def processes(process: Process) -> st.SearchStrategy[Process]:
    """Versions of a process that somebody has worked on."""
    return edited(process.model_dump(by_alias=True, mode="json")).map(Process.model_validate)


def wholes(playbook: Playbook) -> st.SearchStrategy[Playbook]:
    """Versions of a playbook in whose shared files somebody has worked."""
    fields = [name for name in Whole.model_fields if name != "at"]
    plain = Whole.of(playbook).model_dump(by_alias=True, mode="json", include=set(fields))

    def back(value: dict[str, Any]) -> Playbook:
        whole = Whole.model_validate({name: value[name] for name in plain})
        return replace(playbook, **{name: getattr(whole, name) for name in fields})

    return edited(plain).map(back)


def versions(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[Versions[T]]:
    """What two people made of the same thing."""
    return st.builds(Versions, strategy, strategy)
