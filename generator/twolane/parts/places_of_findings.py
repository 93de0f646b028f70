"""Finds where in the site a finding stands: the innermost element that it is about and that has a place there."""

from __future__ import annotations

from twolane.findings import Finding
from twolane.links.element_links import Ref, References
from twolane.model.process import Process
from twolane.parts.places_on_pages import shared_element
from twolane.parts.written_facts import ref_to


def place_of_finding(refs: References, process: Process | None, finding: Finding) -> Ref | None:
    """The innermost element that a finding is about and that has a place of its own; ``process`` is the one it is in.

    Nothing where no page of the site shows it.
    """
    written = next((page for page in refs.playbook.written if page.file == finding.place.file), None)
    if written is not None:
        return ref_to(written)
    elements = finding.subject.elements
    if process is None:
        return shared_element(refs, elements)
    of_buyer = any(key == "buyer" for key, _ in elements)
    found = [_part(refs, process, key, id, of_buyer) for key, id in elements]
    return next(filter(None, reversed(found)), refs.process(process))


def _part(refs: References, process: Process, key: str, id: str, of_buyer: bool) -> Ref | None:
    match key:
        case "stages" if stage := process.stage(id):
            return refs.stage(process, stage)
        case "needs":
            return next(iter(refs.needs(process, (id,))), None)
        case "steps" if of_buyer:
            return next(iter(refs.buyer_steps(process, (id,))), None)
        case "steps" if step := process.step(id):
            return refs.step(process, step)
    return None
