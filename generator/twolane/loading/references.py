"""Ids and references: every id is defined once, every reference leads to something (D006, D007, D008)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from twolane.findings import Finding, Related
from twolane.loading.near import nearest
from twolane.loading.rules import BAD_ID, DUPLICATE_ID, UNKNOWN_REFERENCE
from twolane.loading.salvage import NAMELESS
from twolane.model.element import Element
from twolane.model.process import Process
from twolane.model.roles import OnboardingItem
from twolane.model.text import KEBAB
from twolane.model.walk import Use, elements, uses

Index = Mapping[str, Mapping[str, Element]]
_LOCAL = {"buyer step", "need", "stage", "step"}
_HOMES = {
    "role": "roles.yml",
    "goal": "strategy.yml",
    "segment": "segments.yml",
    "requirement": "segments.yml",
    "metric": "metrics.yml",
    "differentiator": "differentiators.yml",
    "competitor": "differentiators.yml",
    "term": "glossary.yml",
    "process": "a folder of its own, in process.yml",
    "goal or differentiator": "strategy.yml or differentiators.yml",
}


@dataclass(slots=True)
class Ids:
    """The ids that one walk has found: for each kind, the element that defines each id first."""

    found: dict[str, dict[str, Element]] = field(default_factory=dict)

    def define(self, element: Element) -> Element | None:
        """Note the element's id; the one that has it already, where there is one."""
        id = str(getattr(element, "id", ""))
        if element.at.name not in ("", id):
            self.found.setdefault(element.KIND, {}).setdefault(element.at.name, element)
        before = self.found.setdefault(element.KIND, {}).setdefault(id, element)
        return None if before is element else before


def check(roots: Iterable[Element], processes: Iterable[Process]) -> Iterator[Finding]:
    """What is wrong with the ids and references of a whole playbook.

    ``roots`` are the files that hold for all of it, ``processes`` have ids of their own.
    """
    shared, own = Ids(), tuple(processes)
    everything = tuple(element for root in roots for element in elements(root))
    yield from _duplicates(everything, shared)
    yield from _duplicates(own, shared)
    for process in own:
        inside = tuple(elements(process))
        local = Ids()
        yield from _duplicates(inside[1:], local)
        yield from _unknown(inside, {**shared.found, **local.found})
        yield from _wrong_folder(process)
    yield from _unknown(everything, shared.found)
    readable = _readable(shared, own)
    yield from (finding for element in everything for finding in _unreadable(element, readable))


def _readable(shared: Ids, processes: Iterable[Process]) -> set[str]:
    """What an onboarding item can ask to read, pages aside: ids, and stages as ``process/stage``."""
    ids = {id for kind in shared.found.values() for id in kind}
    return ids | {f"{process.id}/{stage.id}" for process in processes for stage in process.stages}


def _unreadable(element: Element, readable: set[str]) -> Iterator[Finding]:
    if not isinstance(element, OnboardingItem):
        return
    for index, entry in enumerate(element.read):
        if not entry.endswith(".md") and entry not in readable:
            near = nearest(entry, readable)
            hint = f"did you mean `{near}`?" if near else "write an id, `process/stage`, or a page such as `welcome.md`"
            message = f"nothing in the playbook has the id “{entry}”"
            yield UNKNOWN_REFERENCE.at(element.at, "read", message, index=index, hint=hint)


def _duplicates(found: Iterable[Element], ids: Ids) -> Iterator[Finding]:
    for element in found:
        if element.SCOPE not in ("playbook", "process"):
            yield from _twice_in(element)
            continue
        before = ids.define(element)
        if before is not None:
            yield _duplicate(element, before)
        yield from _twice_in(element)


def _twice_in(owner: Element) -> Iterator[Finding]:
    """Items whose ids are unique only within their owner, such as a role's onboarding."""
    ids = Ids()
    for item in getattr(owner, "onboarding", ()):
        before = ids.define(item)
        if before is not None:
            yield _duplicate(item, before)


def _duplicate(element: Element, before: Element) -> Finding:
    id = getattr(element, "id", "")
    where = "this process" if element.SCOPE == "process" else "the playbook"
    return DUPLICATE_ID.at(
        element.at,
        "id",
        f"the {element.KIND} “{id}” is defined twice",
        hint=f"give one of them another id; each {element.KIND} of {where} has its own",
        related=(Related(before.at.place("id"), "it is defined here first"),),
    )


def _unknown(found: Iterable[Element], index: Index) -> Iterator[Finding]:
    """References that lead nowhere, unless elements whose id is missing (and reported) explain all of a kind."""
    missing = [use for element in found for use in uses(element) if use.id and use.id not in _known(use.kind, index)]
    for kind in dict.fromkeys(use.kind for use in missing):
        of_kind = [use for use in missing if use.kind == kind]
        nameless = [id for id in _known(kind, index) if id.startswith(NAMELESS)]
        if len({use.id for use in of_kind}) > len(nameless):
            yield from (_unknown_reference(use, index) for use in of_kind)


def _known(kind: str, index: Index) -> Mapping[str, Element]:
    if " or " not in kind:
        return index.get(kind, {})
    return {id: each for part in kind.split(" or ") for id, each in index.get(part, {}).items()}


def _unknown_reference(use: Use, index: Index) -> Finding:
    known = {id: each for id, each in _known(use.kind, index).items() if not id.startswith(NAMELESS)}
    by_name = {element.name_or_id: id for id, element in known.items()}
    near = nearest(use.id, [*known, *by_name])
    home = "this process" if use.kind in _LOCAL else _HOMES.get(use.kind, "the playbook")
    suggestion = f"did you mean `{by_name.get(near, near)}`?" if near else f"define it in {home}"
    return UNKNOWN_REFERENCE.at(
        use.element.at, use.key, f"no {use.kind} has the id “{use.id}”", index=use.index, hint=suggestion
    )


def _wrong_folder(process: Process) -> Iterator[Finding]:
    folder = process.at.file.split("/")[-2]
    if process.id != folder and KEBAB.fullmatch(process.id) and "id" in process.at.values:
        yield BAD_ID.at(
            process.at,
            "id",
            f"the process “{process.id}” is in the folder “{folder}”",
            hint=f"write `id: {folder}`, or rename the folder to {process.id}",
        )
