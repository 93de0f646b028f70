"""Finds the place in the site that a finding is about, from the keys and ids in its subject."""

from __future__ import annotations

from itertools import pairwise

from twolane.findings import Finding
from twolane.links.element_links import Ref, References
from twolane.model.process import Process
from twolane.pages.process_page import is_about
from twolane.parts.page_inputs import PageInputs
from twolane.parts.places_on_pages import shared_element
from twolane.parts.written_facts import ref_to


def process_of(given: PageInputs, finding: Finding) -> Process | None:
    """The process in whose file a finding stands."""
    return next((process for process in given.playbook.processes if is_about(finding, process)), None)


def place_of(given: PageInputs, finding: Finding) -> Ref | None:
    """The innermost element that the finding is about and that has a place of its own in the site."""
    path = finding.subject.removeprefix(f"{finding.place.file}/").split("/")
    process = process_of(given, finding)
    written = next((page for page in given.playbook.written if page.file == finding.place.file), None)
    if written is not None:
        return ref_to(written)
    inside = _in_process(given.refs, process, path) if process else shared_element(given.refs, path)
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
