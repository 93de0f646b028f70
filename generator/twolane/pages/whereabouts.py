"""Finds the place in the site that a finding is about, from the keys and ids in its subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from twolane.findings import Finding
from twolane.model.process import Process
from twolane.pages.draft import Given
from twolane.pages.process import is_about
from twolane.pages.references import Ref, References


def process_of(given: Given, finding: Finding) -> Process | None:
    """The process in whose file a finding stands."""
    return next((process for process in given.playbook.processes if is_about(finding, process)), None)


def place_of(given: Given, finding: Finding) -> Ref | None:
    """The innermost element that the finding is about and that has a place of its own in the site."""
    path = finding.subject.removeprefix(f"{finding.place.file}/").split("/")
    process = process_of(given, finding)
    inside = _in_process(given.refs, process, path) if process else _shared(given.refs, path)
    return inside or (given.refs.process(process) if process else None)


def _in_process(refs: References, process: Process, path: list[str]) -> Ref | None:
    found = None
    for key, id in pairwise(path):
        found = _part(refs, process, key, id, "buyer" in path) or found
    return found


def _part(refs: References, process: Process, key: str, id: str, of_buyer: bool) -> Ref | None:
    if key == "stages":
        stage = process.stage(id)
        return refs.stage(process, stage) if stage else None
    if key == "needs":
        return next(iter(refs.needs(process, (id,))), None)
    if key != "steps":
        return None
    if of_buyer:
        return next(iter(refs.buyer_steps(process, (id,))), None)
    step = process.step(id)
    return refs.step(process, step) if step else None


def _shared(refs: References, path: list[str]) -> Ref | None:
    found = None
    for key, id in pairwise(path):
        look = _LOOKS.get(key)
        found = (look(refs, id) if look else None) or found
    return found


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
