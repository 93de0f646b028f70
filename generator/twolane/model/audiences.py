"""Cuts a playbook for one of its audiences: what is not for them is gone, and so is whatever referred to it.

The first audience is the house itself, which sees everything. Any other one sees what names it or names nobody;
of what steers the house (strategy, segments, metrics, probabilities, controls), and of gates and internal steps, it
sees only what names it. The audience called `buyer` sits on the other side of the table: of how we sell to them
(objections, competitors, signs, what follows from a no, proof of an exit, how a step is done) they see only what names
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from twolane.model.buying import BuyerStep, Decision, Sign
from twolane.model.element import Element
from twolane.model.market import Competitor, Segment
from twolane.model.metrics import Metric
from twolane.model.playbook import Playbook
from twolane.model.playbook_file import PlaybookFile
from twolane.model.process import Loop, Process
from twolane.model.renames import Regrouped, Renames
from twolane.model.roles import Role
from twolane.model.selling import ExitCriterion, Objection, Stage, Step
from twolane.model.strategy import Department, Financial, Goal, Story, Strategy, SwotItem
from twolane.model.walk import elements, uses

_OF_THE_HOUSE = (Goal, SwotItem, Financial, Department, Segment, Metric)
"""Elements that other audiences see only where they are named."""
_NO_OLD_IDS = MappingProxyType({"renamed_from": Renames(), "merged_from": Regrouped(), "split_into": Regrouped()})
_OF_THE_HOUSE_ALONE: Mapping[type[Element], Mapping[str, Any]] = MappingProxyType(
    {
        Stage: {"probability": None, "controls": (), "merged_from": (), "split_into": ()},
        BuyerStep: {"merged_from": (), "split_into": ()},
        Role: {"merged_from": (), "split_into": ()},
        Story: {"internal": ""},
        Process: {**_NO_OLD_IDS, "retired_ids": ()},
        PlaybookFile: _NO_OLD_IDS,
    }
)
"""Fields that nobody else sees, and what stands in their place."""
BUYER = "buyer"
"""The audience on the other side of the table."""
_FROM_BUYERS = (Objection, Competitor, Sign)
"""Elements that buyers see only where they are named."""
_FROM_BUYERS_ALONE: Mapping[type[Element], Mapping[str, Any]] = MappingProxyType(
    {
        Decision: {"no_go": "", "no_decision": ""},
        ExitCriterion: {"evidence": ""},
        Stage: {"questions": ()},
        Step: {"how": "", "autonomy": None, "tools": (), "skills": ()},
    }
)
"""Fields that buyers see only of an element that names them, and what stands in their place."""
_LISTS = ("roles", "segments", "metrics", "differentiators", "competitors", "terms", "processes")
_LOCAL = frozenset(("buyer step", "need", "stage", "step"))

E = TypeVar("E", bound=Element)
Ids = Mapping[str, Set[str]]
"""Ids by kind."""


def is_house(playbook: Playbook, audience: str) -> bool:
    """Whether ``audience`` sees the whole playbook: nobody in particular, or the first one."""
    return audience in ("", *playbook.about.audiences[:1])


def for_audience(playbook: Playbook, audience: str) -> Playbook:
    """The playbook as ``audience`` may see it; an audience that the playbook does not name sees what all see."""
    if is_house(playbook, audience):
        return playbook
    cut = _Cut(audience)
    lists: dict[str, Any] = {name: cut.kept(getattr(playbook, name)) for name in _LISTS}
    smaller = replace(
        playbook,
        about=cut.copy(playbook.about),
        strategy=_strategy(cut.copy(playbook.strategy), lists["segments"]),
        approvals=(),
        releases=MappingProxyType({}),
        frozen=MappingProxyType({}),
        actuals=MappingProxyType({}),
        audience=audience,
        **lists,
    )
    return _without_references(playbook, smaller)


def sees(audience: str, element: Element) -> bool:
    """Whether an audience that is not the house sees the element, as far as it says itself."""
    named = getattr(element, "audience", ())
    if named:
        return audience in named
    return not (_is_of_the_house(element) or (audience == BUYER and isinstance(element, _FROM_BUYERS)))


def said_for(audience: str, element: Element) -> bool:
    """Whether an audience is told more of the element since it is named there: a buyer, what else we keep from them."""
    kept = audience == BUYER and type(element) in _FROM_BUYERS_ALONE
    return kept and BUYER in getattr(element, "audience", ())


def _is_of_the_house(element: Element) -> bool:
    return isinstance(element, _OF_THE_HOUSE) or (isinstance(element, Step) and element.of_the_house)


@dataclass(frozen=True, slots=True)
class _Cut:
    """Copies elements without what is not for the audience."""

    audience: str

    def kept(self, found: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(self.value(each) for each in found if not isinstance(each, Element) or sees(self.audience, each))

    def value(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return self.kept(value)
        return self.copy(value) if isinstance(value, Element) else value

    def copy(self, element: E) -> E:
        blank = {**_OF_THE_HOUSE_ALONE.get(type(element), {}), **self._from_buyers(element)}
        names = (name for name in type(element).model_fields if name not in blank)
        return changed(element, {**{name: self.value(getattr(element, name)) for name in names}, **blank})

    def _from_buyers(self, element: Element) -> Mapping[str, Any]:
        if self.audience != BUYER or BUYER in getattr(element, "audience", ()):
            return {}
        return _FROM_BUYERS_ALONE.get(type(element), {})


def changed(element: E, fields: Mapping[str, Any]) -> E:
    """A copy with other fields, and without what the original has worked out about itself."""
    copy = element.model_copy(update=fields)
    for name in set(vars(copy)) - set(type(element).model_fields):
        del vars(copy)[name]
    return copy


def _strategy(cut: Strategy, segments: tuple[Segment, ...]) -> Strategy:
    """Nothing at all where only the story is left: a page about strategy would say little and look empty."""
    shown = (*cut.goals, *cut.financials, *cut.departments, *segments)
    swot = (cut.swot.strengths, cut.swot.weaknesses, cut.swot.opportunities, cut.swot.threats)
    return cut if shown or any(swot) else Strategy()


def _without_references(whole: Playbook, cut: Playbook) -> Playbook:
    """``cut`` without the references to what only ``whole`` has."""
    gone = _gone(_shared(whole), _shared(cut))
    before = {process.id: process for process in whole.processes}
    lists: dict[str, Any] = {name: tuple(_freed(each, gone) for each in getattr(cut, name)) for name in _LISTS[:-1]}
    processes = (
        _freed(process, {**gone, **_gone(elements(before[process.id]), elements(process), local=True)})
        for process in cut.processes
    )
    about, strategy = _freed(cut.about, gone), _freed(cut.strategy, gone)
    met = tuple(_without_hidden_answers(before[process.id], process) for process in processes)
    return replace(cut, about=about, strategy=strategy, processes=met, **lists)


def _without_hidden_answers(whole: Process, cut: Process) -> Process:
    """Without the needs that only left-out steps deliver: pages would say that nobody does."""
    delivered = {id for step in cut.steps for id in step.delivers}
    hidden = {id for step in whole.steps for id in step.delivers} - delivered
    if hidden.isdisjoint(need.id for need in cut.needs):
        return cut
    steps = (
        changed(step, {"needs": tuple(need for need in step.needs if need.id not in hidden)})
        for step in cut.buyer.steps
    )
    return changed(cut, {"buyer": changed(cut.buyer, {"steps": tuple(steps)})})


def _shared(playbook: Playbook) -> Iterable[Element]:
    lists = (each for name in _LISTS for each in getattr(playbook, name))
    for root in (playbook.strategy, *lists):
        yield from (root,) if isinstance(root, Process) else elements(root)


def _gone(before: Iterable[Element], after: Iterable[Element], local: bool = False) -> dict[str, Set[str]]:
    had, has = _ids(before), _ids(after)
    had["goal or differentiator"] = had.get("goal", set()) | had.get("differentiator", set())
    has["goal or differentiator"] = has.get("goal", set()) | has.get("differentiator", set())
    return {kind: ids - has.get(kind, set()) for kind, ids in had.items() if (kind in _LOCAL) is local}


def _ids(found: Iterable[Element]) -> dict[str, set[str]]:
    ids: dict[str, set[str]] = {}
    for element in found:
        ids.setdefault(element.KIND, set()).add(str(getattr(element, "id", "")))
    return ids


def _freed(element: E, gone: Ids) -> E:
    """The element, and all inside it, without references to ``gone``; a loop that has lost an end is lost too."""
    lost: dict[str, set[str]] = {}
    for use in uses(element):
        if use.id in gone.get(use.kind, ()):
            lost.setdefault(use.key, set()).add(use.id)
    fields = {}
    for name, info in type(element).model_fields.items():
        fields[name] = _freed_value(getattr(element, name), lost.get(info.alias or name, set()), gone)
    return changed(element, fields)


def _freed_value(value: Any, lost: Set[str], gone: Ids) -> Any:
    if isinstance(value, Element):
        return _freed(value, gone)
    if isinstance(value, tuple):
        kept = (each for each in value if not (isinstance(each, str) and each in lost) and not _is_cut(each, gone))
        return tuple(_freed_value(each, set(), gone) for each in kept)
    return None if isinstance(value, str) and value in lost else value


def _is_cut(value: Any, gone: Ids) -> bool:
    return isinstance(value, Loop) and not gone.get("stage", frozenset()).isdisjoint((value.from_, value.to))
