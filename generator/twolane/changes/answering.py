"""Who answers for what a change touches, and so may accept it: owners, and whoever is accountable there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from twolane.changes.compared_elements import Node
from twolane.model.buying import BuyerStep, Need
from twolane.model.element import Element
from twolane.model.metrics import Metric
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.roles import Role
from twolane.model.selling import Stage, Step
from twolane.model.strategy import Goal


def answering(
    item: Node, process: Process | None, playbook: Playbook, concerned: Iterable[str] = ()
) -> Iterator[str | None]:
    """The ids of the roles that answer for ``item`` of one version; it is in ``process``, or in none.

    ``concerned`` are the processes that refer to what all of them share. Where there is none, and nobody owns the thing
    itself, the owners of all processes answer for it.
    """
    if process is not None:
        yield process.owner
        yield from _accountable(item, process)
        return
    own = next((each.owner for each in _upward(item) if isinstance(each, Metric | Goal)), None)
    owners = [playbook.process[id].owner for id in concerned if id in playbook.process]
    found = [each for each in (own, *owners) if each is not None]
    yield from found or (each.owner for each in playbook.processes)


def sellers(ids: Iterable[str | None], roles: Mapping[str, Role]) -> tuple[str, ...]:
    """Those of the roles that are ours, each once; of what nobody has defined, nobody knows another side."""
    kept = dict.fromkeys(id for id in ids if id is not None)
    return tuple(id for id in kept if id not in roles or roles[id].side == "seller")


def who_may(ids: Iterable[str | None], approvers: Iterable[str], roles: Mapping[str, Role]) -> tuple[str, ...]:
    """The roles that may accept what ``ids`` answer for; where nobody answers for it, any role of ours."""
    return sellers((*ids, *approvers), roles) or tuple(id for id, role in roles.items() if role.side == "seller")


def _accountable(item: Node, process: Process) -> Iterator[str | None]:
    """Whoever is accountable for the nearest step or stage around the item; of what the buyer does, for what serves."""
    for element in _upward(item):
        steps = _steps(element, process)
        if steps:
            yield from (step.accountable or step.responsible for step in steps)
            return


def _steps(element: Element, process: Process) -> tuple[Step, ...]:
    if isinstance(element, Step):
        return (element,)
    if isinstance(element, Stage):
        return element.steps
    if isinstance(element, Need):
        return process.delivering(element)
    return process.serving(element) if isinstance(element, BuyerStep) else ()


def _upward(item: Node | None) -> Iterator[Element]:
    while item is not None:
        yield item.element
        item = item.owner
