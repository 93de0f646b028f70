"""A default that is left out and the same value written down are one meaning: no change, and the same beside one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise, product
from typing import Any

import pytest
import yaml

from tests.changes.pairs import FULL, loaded
from tests.support.playbooks import base_files
from twolane.changes.compared_elements import Whole, entity
from twolane.changes.comparison import compare
from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.walk import element_types

Values = dict[str, Any]
PROCESS = "process/new-business/process.yml"

STANDING: dict[str, dict[str, Any]] = {
    "process": {"status": "draft", "time_unit": "week", "shape": "funnel"},
    "entry criterion": {"required": True, "applies_to": "all"},
    "exit criterion": {"required": True, "applies_to": "all"},
    "step": {"kind": "work", "required": False},
    "role": {"side": "seller", "decides": False, "full_cycle": False},
    "lanes": {"buyer": "Buyer", "seller": "Seller"},
    "playbook": {"approve_in_same_change": False},
}
"""The defaults that stand in the model, by what they belong to."""
WORKED_OUT = {
    "the time of a need": "that of its step",
    "go": "the next step",
    "the buyer steps that a stage serves": "those that its work serves",
    "audience": "everybody; of a gate and of an internal step the house",
}
"""The defaults that are worked out, with what they are."""


def test_standing_defaults_are_these() -> None:
    """No default of the model is left out here, but for what is empty or holds other things."""
    found: dict[str, dict[str, Any]] = {}
    for owner in dict.fromkeys((*element_types(Process), *element_types(Whole))):
        for name, info in owner.model_fields.items():
            value = None if info.is_required() or name == "at" else info.get_default(call_default_factory=True)
            if value not in (None, "", ()) and not isinstance(value, dict | Element):
                found.setdefault(entity(owner), {})[name] = value
    assert found == STANDING


def files(process: str | Values, **more: str) -> dict[str, bytes]:
    """The files of the playbook in ``full`` with another process."""
    text = process if isinstance(process, str) else yaml.safe_dump(process, sort_keys=False, allow_unicode=True)
    others = {f"process/{name}.yml": data.encode() for name, data in more.items()}
    return base_files(FULL) | {PROCESS: text.encode()} | others


def plain() -> Values:
    """The process of the playbook in ``full``, as it is written."""
    value: Values = yaml.safe_load(base_files(FULL)[PROCESS])
    return value


def both() -> tuple[Values, Values]:
    """The process without any default written down, and with all of them."""
    bare, written = plain(), plain()
    for value in (bare, written):
        value["stages"][1].pop("serves")
        value["buyer"]["steps"][0]["decision"].pop("go")
        for criterion in criteria(value):
            if criterion.get("required", True):
                criterion.pop("required", None)
    bare.pop("time_unit")
    bare.pop("shape")
    for write in WRITING.values():
        write(written)
    return bare, written


def criteria(value: Values) -> Iterator[Values]:
    """Every criterion."""
    yield from (each for stage in value["stages"] for side in ("entry", "exit") for each in stage.get(side, ()))


def write_standing(value: Values) -> None:
    """Whatever the model says by itself."""
    for key, default in {**STANDING["process"], "status": "active"}.items():
        value.setdefault(key, default)
    for criterion in criteria(value):
        for key, default in STANDING["exit criterion"].items():
            criterion.setdefault(key, default)
    for stage in value["stages"]:
        for step in stage["steps"]:
            for key, default in STANDING["step"].items():
                step.setdefault(key, default)


def write_go(value: Values) -> None:
    """The next step at each decision."""
    for before, after in pairwise(value["buyer"]["steps"]):
        if "decision" in before:
            before["decision"].setdefault("go", after["id"])


def write_times(value: Values) -> None:
    """The time of the step at each need."""
    for step in value["buyer"]["steps"]:
        for need in step.get("needs", ()):
            for key in ("from", "until"):
                if key in step:
                    need.setdefault(key, step[key])


def write_serves(value: Values) -> None:
    """Whom a stage's work serves at the stage."""
    for stage in value["stages"]:
        stage.setdefault("serves", [id for step in stage["steps"] for id in step.get("serves", ())])


def write_audience(value: Values) -> None:
    """All audiences at whatever may name some."""
    held = [value, *value["buyer"]["steps"], *value["stages"], *criteria(value)]
    held += [step for stage in value["stages"] for step in stage["steps"]]
    for each in held:
        each.setdefault("audience", ["internal", "partner"])


WRITING: dict[str, Callable[[Values], None]] = {
    "standing": write_standing,
    "go": write_go,
    "times": write_times,
    "serves": write_serves,
    "audience": write_audience,
}


@pytest.mark.parametrize("write", WRITING.values(), ids=WRITING)
def test_written_default_is_no_change(write: Callable[[Values], None]) -> None:
    """To write a default down, or to leave it out again, changes nothing."""
    bare, _ = both()
    written, _ = both()
    write(written)
    assert written != bare
    old, new = loaded(files(bare)), loaded(files(written))
    assert compare(old, new).changes == compare(new, old).changes == ()


def test_gates_are_for_the_house() -> None:
    """A gate that names the house alone says no more than one that names nobody."""
    text = base_files(FULL)["process/expansion/process.yml"].decode()
    accountable = "        accountable: sales-director\n"
    named = text.replace(accountable, f"{accountable}        audience: [internal]\n")
    old, new = (loaded(files(plain()) | {"process/expansion/process.yml": each.encode()}) for each in (text, named))
    assert old.processes != new.processes
    assert compare(old, new).changes == ()


def insert(value: Values) -> None:
    """A step between the first two."""
    value["buyer"]["steps"].insert(1, {"id": "try", "name": "Try"})
    lead(value, {"notice": "try"})


def remove(value: Values) -> None:
    """The second step gone, with what refers to it."""
    del value["buyer"]["steps"][1]
    lead(value, {"notice": "use"})
    for stage in value["stages"]:
        for each in (stage, *stage["steps"]):
            for key, gone in (("serves", "choose"), ("delivers", "demonstration")):
                if gone in each.get(key, ()):
                    each[key] = [id for id in each[key] if id != gone]


def swap(value: Values) -> None:
    """The first two steps in each other's place."""
    steps = value["buyer"]["steps"]
    steps[0], steps[1] = steps[1], steps[0]
    lead(value, {"choose": "notice", "notice": "use"})


def lead(value: Values, go: dict[str, str]) -> None:
    """Other next steps, where they are written down."""
    for step in value["buyer"]["steps"]:
        if "go" in step.get("decision", ()):
            step["decision"]["go"] = go.get(step["id"], step["decision"]["go"])


def later(value: Values) -> None:
    """The first step takes longer, and so do its needs."""
    step = value["buyer"]["steps"][0]
    for each in (step, *(need for need in step["needs"] if need.get("until") == step["until"])):
        each["until"] = 5


def gate(value: Values) -> None:
    """A step of ours is a gate, for the house alone."""
    step = value["stages"][0]["steps"][1]
    step["kind"] = "gate"
    if "audience" in step:
        step["audience"] = ["internal"]


@pytest.mark.parametrize("edit", [insert, remove, swap, later, gate], ids=lambda edit: edit.__name__)
def test_the_same_beside_another_change(edit: Callable[[Values], None]) -> None:
    """What an edit changes is told in the same sentences, whether defaults are written before, after, or never."""

    def told(old: Playbook, new: Playbook) -> list[tuple[str, str]]:
        return [(change.level.word, change.sentence) for change in compare(old, new).changes]

    def after(value: Values) -> Values:
        edit(value)
        return value

    olds, news = [loaded(files(each)) for each in both()], [loaded(files(after(each))) for each in both()]
    said = [told(old, new) for old, new in product(olds, news)]
    assert said[0]
    assert all(each == said[0] for each in said)
    back = [told(new, old) for old, new in product(olds, news)]
    assert all(each == back[0] for each in back)


def test_default_that_changes_is_as_grave_as_a_written_one() -> None:
    """A new step that leads past the next one changes where a yes leads: major, though nobody wrote down where."""
    bare, _ = both()
    bare["buyer"]["steps"].insert(1, {"id": "try", "name": "Try", "decision": {"question": "Well?", "go": "use"}})
    start, _ = both()
    found = compare(loaded(files(start)), loaded(files(bare))).changes
    assert [(each.level.word, each.sentence) for each in found] == [
        ("major", "A yes at the end of the buyer step “Notice the problem” now leads to Try (before: Choose a way)."),
        ("minor", "The buyer's step “Try” is new."),
        ("minor", "No decision of the buyer leads to “Choose a way” any more."),
    ]
