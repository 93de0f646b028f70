"""Who has which id: every id is defined once (D007), and a process has the id of its folder (D008)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from twolane.findings import Finding, Related
from twolane.loading.guessing import NAMELESS
from twolane.model.element import Element
from twolane.model.process import Process
from twolane.model.value_types import KEBAB, kebab
from twolane.yaml_text.reading_rules import BAD_ID, DUPLICATE_ID


@dataclass(frozen=True, slots=True)
class Twin:
    """An element whose id another one of its kind has already."""

    element: Element
    before: Element


@dataclass(slots=True)
class Ids:
    """The ids that one walk has found: for each kind, the element that defines each id first.

    ``blurred`` counts the elements of each kind whose own id is missing, faulty or another one's: each of them
    explains one id that is referred to and that nothing defines.
    """

    found: dict[str, dict[str, Element]] = field(default_factory=dict)
    blurred: Counter[str] = field(default_factory=Counter)
    twins: list[Twin] = field(default_factory=list)

    def define_all(self, elements: Iterable[Element]) -> None:
        """Note the ids of the elements, and within each of them those that only it must tell apart."""
        for element in elements:
            if element.SCOPE in ("playbook", "process"):
                self._define(element)
            inside = Ids()
            for item in getattr(element, "onboarding", ()):
                inside._define(item)
            self.twins += inside.twins

    def known(self, kind: str) -> Mapping[str, Element]:
        """What defines the ids of ``kind``, which may be one of two: ``goal or differentiator``."""
        if " or " not in kind:
            return self.found.get(kind, {})
        return {id: each for part in kind.split(" or ") for id, each in self.found.get(part, {}).items()}

    def _define(self, element: Element) -> None:
        id, written = str(getattr(element, "id", "")), element.at.name
        of_kind = self.found.setdefault(element.KIND, {})
        before = of_kind.setdefault(id, element)
        if written not in ("", id):
            of_kind.setdefault(written, element)
        if before is not element:
            self.twins.append(Twin(element, before))
        self.blurred[element.KIND] += before is not element or id.startswith(NAMELESS) or written not in ("", id)


def duplicate(twin: Twin, lost: Iterable[str]) -> Finding:
    """The finding for an id that is defined twice; ``lost`` are the ids of that kind that nothing defines."""
    element, id = twin.element, getattr(twin.element, "id", "")
    where = {"process": "this process", "parent": "this role"}.get(element.SCOPE, "the playbook")
    hint = f"give one of them another id; each {element.KIND} of {where} has its own"
    perhaps = next(iter(sorted(lost)), "")
    if perhaps:
        hint = f"give one of them another id, perhaps `{perhaps}`, which is referred to and which nothing defines"
    message = f"the {element.KIND} “{id}” is defined twice"
    first = Related(twin.before.at.place("id"), "it is defined here first")
    return DUPLICATE_ID.at(element.at, "id", message, hint=hint, related=(first,))


def wrong_folder(process: Process) -> Iterator[Finding]:
    """The finding for a process that has another id than its folder; a faulty id has been told already."""
    folder = process.at.file.split("/")[-2]
    if process.id == folder or "id" not in process.at.values or process.at.name != process.id:
        return
    message = f"the process “{process.id}” is in the folder “{folder}”"
    hint = f"rename the folder to {process.id}"
    if KEBAB.fullmatch(folder):
        hint = f"write `id: {folder}`, or {hint}"
    elif kebab(folder) != process.id:
        hint = f"{hint}, or both to {kebab(folder)}"
    yield BAD_ID.at(process.at, "id", message, hint=hint)
