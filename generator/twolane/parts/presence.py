"""Says which of the pages for the whole playbook there are: a page without contents is not made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from twolane.links.addresses import (
    DIFFERENTIATORS,
    GLOSSARY,
    HEALTH,
    IN_A_CALL,
    MEASURING,
    METRICS,
    PRINT,
    STRATEGY,
    VERSIONS,
    of_alignment,
    of_journey,
    of_plan,
    of_print,
    of_process,
    of_raci,
    of_role,
    of_stage,
    of_start,
    of_versions,
    of_where,
)
from twolane.links.element_links import Ref
from twolane.links.finished_page import HOME
from twolane.links.process_names import is_retired
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.raci import has_parts
from twolane.model.roles import Role
from twolane.model.strategy import Strategy
from twolane.wording.texts.english import TEXTS


def _has_strategy(playbook: Playbook) -> bool:
    return playbook.strategy != Strategy() or bool(playbook.segments)


def _has_differentiators(playbook: Playbook) -> bool:
    objections = (stage.objections for process in playbook.processes for stage in process.stages)
    return bool(playbook.differentiators or playbook.competitors or any(objections))


_SHARED: Mapping[str, Callable[[Playbook], bool]] = {
    IN_A_CALL: _has_differentiators,
    STRATEGY: _has_strategy,
    DIFFERENTIATORS: _has_differentiators,
    METRICS: lambda playbook: bool(playbook.metrics),
    GLOSSARY: lambda playbook: bool(playbook.terms),
    VERSIONS: lambda playbook: not playbook.audience,
    HEALTH: lambda playbook: not playbook.audience,
}


def has(playbook: Playbook, path: str) -> bool:
    """Whether the playbook has the page for all of it that stands at ``path``."""
    return _SHARED[path](playbook)


def shared_pages(playbook: Playbook) -> Iterator[tuple[str, str]]:
    """Path and title of the pages for the whole playbook, home left out."""
    yield from ((path, TEXTS[f"{path}_title"]) for path in _SHARED if has(playbook, path))


def has_signs(process: Process) -> bool:
    """Whether a rep can be told where the buyer is; nobody works by a retired process."""
    return not is_retired(process) and any(step.signs for step in process.buyer_steps)


def way_to_buyer(process: Process) -> Ref | None:
    """The link to the page that finds a buyer; nothing where there is none."""
    return Ref(TEXTS["where"], of_where(process)) if has_signs(process) else None


def has_plan(process: Process) -> bool:
    """Whether there is anything for seller and buyer to do together."""
    return bool(process.buyer_steps)


def can_start(role: Role) -> bool:
    """Whether somebody new in the role finds a path here: those who sell do, and partners."""
    return role.side != "buyer"


def linkable(playbook: Playbook) -> Iterator[str]:
    """The paths of all pages that a text may link to."""
    yield from (HOME, PRINT, *(() if playbook.audience else (MEASURING,)))
    yield from (path for path, _ in shared_pages(playbook))
    for role in playbook.roles:
        yield of_role(role).page
        if can_start(role):
            yield of_start(role).page
    for process in playbook.processes:
        yield of_process(process).page
        yield of_print(process).page
        yield from () if playbook.audience else (of_versions(process).page,)
        if has_plan(process):
            yield of_plan(process).page
        if process.buyer.steps or process.buyer.trigger:
            yield of_journey(process).page
        if has_signs(process):
            yield of_where(process).page
        if (process.buyer_steps or process.steps) and not playbook.audience:
            yield of_alignment(process).page
        if has_parts(process):
            yield of_raci(process).page
        for stage in process.stages:
            yield of_stage(process, stage).page
