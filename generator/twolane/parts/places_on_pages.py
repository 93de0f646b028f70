"""Finds where in the site a change stands now: what it is about, or what surrounded it where that is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise

from twolane.changes.change import Change
from twolane.links.addresses import Address, Top, anchor_of
from twolane.links.element_links import Ref, References
from twolane.links.finished_page import HOME
from twolane.model.process import Process
from twolane.model.selling import EntryCriterion, ExitCriterion, Stage
from twolane.wording.spoken_language import texts

_OF_HOME = ("playbook", "lanes")
_SECTIONS = ("entry", "steps", "exit", "questions", "objections", "differentiators", "metrics", "controls")
"""The lists of a stage that its page shows below headings of these names."""


def place_of(refs: References, change: Change) -> Ref | None:
    """Where the change stands; nothing where no page of the site shows it."""
    process = refs.playbook.process.get(change.process)
    if process:
        path = change.path[1:] if change.path[:1] == (process.id,) else change.path
        return _in_process(refs, process, (*path, change.field) if change.field else path)
    if not change.process and change.kind.entity in _OF_HOME:
        return Ref(texts().home, Address(HOME))
    return None if change.process else _shared(refs, change.path)


def _in_process(refs: References, process: Process, path: tuple[str, ...]) -> Ref:
    whole = refs.process(process)
    match path:
        case ("stages", id, *rest):
            stage = process.stage(id)
            return _in_stage(refs, process, stage, rest) if stage else whole
        case ("stages", *_):
            return _at(whole, "how-we-sell") if process.stages else whole
        case ("loops", *_):
            return _at(whole, "loops") if process.loops else whole
        case ("buyer", *rest) if process.buyer.steps:
            return _in_journey(refs, process, rest)
        case _:
            return whole


def _in_stage(refs: References, process: Process, stage: Stage, rest: list[str]) -> Ref:
    page = refs.stage(process, stage)
    section = rest[0] if rest and rest[0] in _SECTIONS else ""
    if not section or not getattr(stage, section):
        return page
    id = next(iter(rest[1:]), "")
    step = next((each for each in stage.steps if section == "steps" and each.id == id), None)
    if step:
        return refs.step(process, step)
    both: tuple[EntryCriterion | ExitCriterion, ...] = (*stage.entry, *stage.exit)
    criteria = both if section in ("entry", "exit") else ()
    return _at(page, next((anchor_of(each) for each in criteria if each.id == id), section))


def _in_journey(refs: References, process: Process, rest: list[str]) -> Ref:
    found = refs.journey(process, texts().journey)
    for key, id in pairwise(rest):
        if key == "steps":
            found = next(iter(refs.buyer_steps(process, (id,))), found)
        elif key == "needs":
            found = next(iter(refs.needs(process, (id,))), found)
    return found


def _shared(refs: References, path: tuple[str, ...]) -> Ref | None:
    return shared_element(refs, pairwise(path)) or next((page for key in path if (page := _page(refs, key))), None)


def shared_element(refs: References, elements: Iterable[tuple[str, str]]) -> Ref | None:
    """The innermost element of those that hold for the whole playbook, by the keys and ids on the way to it."""
    found = None
    for key, id in elements:
        look = _LOOKS.get(key)
        found = (look(refs, id) if look else None) or found
    return found


def _page(refs: References, key: str) -> Ref | None:
    """The page that shows all of a kind."""
    path = _PAGES.get(key, "")
    return Ref(_titles()[path], Address(path)) if path in refs.paths else None


def _titles() -> Mapping[str, str]:
    t = texts()
    return {
        Top.STRATEGY: t.strategy_title,
        Top.METRICS: t.metrics_title,
        Top.DIFFERENTIATORS: t.differentiators_title,
        Top.GLOSSARY: t.glossary_title,
    }


def _at(page: Ref, anchor: str) -> Ref:
    return Ref(page.text, Address(page.address.page, anchor), page.side)


_LOOKS: Mapping[str, Callable[[References, str], Ref | None]] = {
    "roles": lambda refs, id: refs.role(id),
    "goals": lambda refs, id: next(iter(refs.goals((id,))), None),
    "segments": lambda refs, id: refs.segment(id),
    "requirements": lambda refs, id: next(iter(refs.requirements((id,))), None),
    "metrics": lambda refs, id: next(iter(refs.metrics((id,))), None),
    "differentiators": lambda refs, id: next(iter(refs.differentiators((id,))), None),
    "competitors": lambda refs, id: next(iter(refs.competitors((id,))), None),
    "terms": lambda refs, id: next(iter(refs.terms((id,))), None),
}
_PAGES: Mapping[str, str] = {
    "strategy": Top.STRATEGY,
    "goals": Top.STRATEGY,
    "segments": Top.STRATEGY,
    "swot": Top.STRATEGY,
    "departments": Top.STRATEGY,
    "financials": Top.STRATEGY,
    "story": Top.STRATEGY,
    "metrics": Top.METRICS,
    "differentiators": Top.DIFFERENTIATORS,
    "competitors": Top.DIFFERENTIATORS,
    "terms": Top.GLOSSARY,
}
