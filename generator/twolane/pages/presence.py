"""Says which of the pages for the whole playbook there are: a page without contents is not made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from twolane.model.playbook import Playbook
from twolane.model.strategy import Strategy
from twolane.pages.addresses import (
    DIFFERENTIATORS,
    GLOSSARY,
    HEALTH,
    IN_A_CALL,
    METRICS,
    STRATEGY,
    of_journey,
    of_process,
    of_role,
    of_stage,
)
from twolane.pages.page import HOME
from twolane.pages.texts import TEXTS


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
    HEALTH: lambda playbook: True,
}


def has(playbook: Playbook, path: str) -> bool:
    """Whether the playbook has the page for all of it that stands at ``path``."""
    return _SHARED[path](playbook)


def shared_pages(playbook: Playbook) -> Iterator[tuple[str, str]]:
    """Path and title of the pages for the whole playbook, home left out."""
    yield from ((path, TEXTS[f"{path}_title"]) for path in _SHARED if has(playbook, path))


def linkable(playbook: Playbook) -> Iterator[str]:
    """The paths of all pages that a text may link to."""
    yield HOME
    yield from (path for path, _ in shared_pages(playbook))
    for role in playbook.roles:
        yield of_role(role).page
    for process in playbook.processes:
        yield of_process(process).page
        if process.buyer.steps or process.buyer.trigger:
            yield of_journey(process).page
        for stage in process.stages:
            yield of_stage(process, stage).page
