"""Checks that every reference leads to something (D006), and hands on what is wrong with the ids themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

from twolane.findings import Finding
from twolane.loading.guessing import NAMELESS
from twolane.loading.ids import Ids, duplicate, wrong_folder
from twolane.model.buying import BuyerStep
from twolane.model.element import Element
from twolane.model.playbook_file import PlaybookFile
from twolane.model.process import Process
from twolane.model.roles import OnboardingItem, Role
from twolane.model.selling import Stage
from twolane.model.value_types import KEBAB
from twolane.model.walk import Use, elements, uses
from twolane.wording.did_you_mean import Suggestions, is_like_any
from twolane.yaml_text.reading_rules import UNKNOWN_REFERENCE

_LOCAL = frozenset(("buyer step", "need", "stage", "step"))
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
_MANY = 3
"""So many references to a kind of which nothing is defined are told at once, not one by one."""
_ALIKE = 0.8
_MOST_EXPLAINED = 100
"""References that lead nowhere, above which nobody asks which of them an element without an id accounts for."""
_MOST_PARTS = 10
_LONGEST_LIST = 500


@dataclass(slots=True)
class _Lost:
    """The references to one kind that lead nowhere, and the ids among which they were looked up."""

    kind: str
    ids: Ids
    uses: list[Use] = field(default_factory=list)

    def explained(self) -> Set[str]:
        """The ids that elements without an id of their own account for; those have been told."""
        blurred = sum(self.ids.blurred[part] for part in self.kind.split(" or "))
        if not blurred or len(self.uses) > _MOST_EXPLAINED:
            return frozenset()
        known = [id for id in self.ids.known(self.kind) if not id.startswith(NAMELESS)]
        strange = {use.id for use in self.uses if not is_like_any(use.id, known, _ALIKE)}
        return strange if len(strange) <= blurred else frozenset()


def check(roots: Iterable[Element], processes: Iterable[Process], unread: Set[str] = frozenset()) -> Iterator[Finding]:
    """What is wrong with the ids and references of a whole playbook.

    ``roots`` are the files that hold for all of it, ``processes`` have ids of their own. ``unread`` are the names
    of files that are there and could not be read (which has been told): nobody knows what they define.
    """
    shared, own = Ids(), tuple(processes)
    everything = tuple(element for root in roots for element in elements(root))
    shared.define_all((*everything, *own))
    local = {process.at.file: Ids() for process in own}
    lost = list(_lost(everything, shared, shared))
    for process in own:
        inside = tuple(elements(process))
        local[process.at.file].define_all(inside[1:])
        lost += _lost(inside, shared, local[process.at.file])
        yield from wrong_folder(process)
    others = {(kind, id): file for file, ids in local.items() for kind in _LOCAL for id in ids.known(kind)}
    renamed = _renamed((*everything, *(each for process in own for each in elements(process))))
    yield from _unknown(_merged(lost), unread, others, renamed)
    for ids in (shared, *local.values()):
        yield from (duplicate(twin, _explained(lost, ids, twin.element.KIND)) for twin in ids.twins)
    if own and not unread:
        yield from _unreadable(everything, shared, own, renamed)
    if "playbook.yml" not in unread:
        of_processes = (element for process in own for element in elements(process))
        yield from _unknown_audiences((*everything, *of_processes))


def _renamed(found: Iterable[Element]) -> Mapping[str, str]:
    """From each old id that the playbook or a process names as such to the new one; of several, the first."""
    new_ids: dict[str, str] = {}
    for each in found:
        if isinstance(each, (PlaybookFile, Process)):
            new_ids |= {old: new for new, old in each.renamed_from.entries.items()}
            new_ids |= {old: new for new, ids in each.merged_from.entries.items() for old in ids}
            new_ids |= {old: ids[0] for old, ids in each.split_into.entries.items() if ids}
        elif isinstance(each, (Stage, BuyerStep, Role)):
            new_ids |= dict.fromkeys(each.merged_from, each.id)
    return new_ids


def _lost(found: Iterable[Element], shared: Ids, local: Ids) -> Iterator[_Lost]:
    by_kind: dict[str, _Lost] = {}
    for use in (use for element in found for use in uses(element)):
        ids = local if use.kind in _LOCAL else shared
        if use.id and use.id not in ids.known(use.kind):
            by_kind.setdefault(use.kind, _Lost(use.kind, ids)).uses.append(use)
    yield from by_kind.values()


def _merged(lost: Iterable[_Lost]) -> Iterator[_Lost]:
    """One for each kind of the whole playbook and for each kind of each process."""
    found: dict[tuple[str, int], _Lost] = {}
    for each in lost:
        found.setdefault((each.kind, id(each.ids)), _Lost(each.kind, each.ids)).uses.extend(each.uses)
    return iter(found.values())


def _explained(lost: Iterable[_Lost], ids: Ids, kind: str) -> Set[str]:
    of_kind = [each for each in _merged(lost) if each.ids is ids and kind in each.kind.split(" or ")]
    return {id for each in of_kind for id in each.explained()}


def _unknown(
    lost: Iterable[_Lost], unread: Set[str], others: Mapping[tuple[str, str], str], renamed: Mapping[str, str]
) -> Iterator[Finding]:
    for each in lost:
        homes = _HOMES.get(each.kind, "").split(" or ")
        if not unread.isdisjoint(homes):
            continue
        if not each.ids.known(each.kind) and len(each.uses) >= _MANY:
            yield _nothing_defined(each)
            continue
        explained, known = each.explained(), _Known.of(each.ids.known(each.kind))
        yield from (_unknown_reference(use, known, others, renamed) for use in each.uses if use.id not in explained)


def _nothing_defined(lost: _Lost) -> Finding:
    use = min(lost.uses, key=lambda use: use.element.at.place(use.key, use.index))
    message = f"no {use.kind} has the id “{use.id}”; {len(lost.uses)} references need a {use.kind}, and none is defined"
    hint = f"define them in {_HOMES.get(use.kind, 'this process')}"
    return UNKNOWN_REFERENCE.at(use.element.at, use.key, message, index=use.index, hint=hint)


@dataclass(frozen=True, slots=True)
class _Known:
    """The ids of one kind, the elements' names, and which of both are most like others."""

    ids: Mapping[str, Element]
    by_name: Mapping[str, str]
    near: Suggestions

    @classmethod
    def of(cls, found: Mapping[str, Element]) -> _Known:
        """Those of the elements that have an id of their own."""
        ids = {id: each for id, each in found.items() if not id.startswith(NAMELESS)}
        by_name = {element.name_or_id: id for id, element in ids.items()}
        return cls(ids, by_name, Suggestions([*ids, *by_name]))

    def meant(self, word: str) -> str:
        """The id that somebody probably meant with an id or a name; empty where none is near."""
        near = self.near.nearest(word)
        return self.by_name.get(near, near)


def _unknown_reference(
    use: Use, known: _Known, others: Mapping[tuple[str, str], str], renamed: Mapping[str, str]
) -> Finding:
    message = f"no {use.kind} has the id “{use.id}”"
    new = renamed.get(use.id, "")
    hint = f"it is called `{new}` now" if new in known.ids else ""
    hint = hint or _several(use, known) or _hint(use, known, others.get((use.kind, use.id), ""))
    return UNKNOWN_REFERENCE.at(use.element.at, use.key, message, index=use.index, hint=hint)


def _several(use: Use, known: _Known) -> str:
    """How to write the ids that stand in the place of one; empty where there are not several."""
    parts = re.split(r"\s*[,;/+&]\s*|\s+(?:and|und|et)\s+", use.id) if len(use.id) <= _LONGEST_LIST else []
    ids = [known.meant(part) for part in parts] if 1 < len(parts) <= _MOST_PARTS else []
    if not ids or not all(ids):
        return ""
    return f"write several ids as a list: `[{', '.join(ids)}]`" if use.index is not None else "keep one of them"


def _hint(use: Use, known: _Known, elsewhere: str) -> str:
    """What to do about an id that is unknown here; ``elsewhere`` is the file of another process that defines it."""
    near = known.meant(use.id)
    if near:
        return f"did you mean `{near}`?"
    if elsewhere:
        return f"it is defined in {elsewhere}, and each process has its own; define a {use.kind} in this one"
    if use.key == "go" and not KEBAB.fullmatch(use.id):
        return "`go` is the id of the buyer step that comes next; leave it out where that is the next in the list"
    if known.ids and not KEBAB.fullmatch(use.id):
        return f"write the id of a {use.kind} here, such as `{next(iter(known.ids))}`"
    return f"define it in {'this process' if use.kind in _LOCAL else _HOMES.get(use.kind, 'the playbook')}"


def _unreadable(
    found: Iterable[Element], shared: Ids, processes: Iterable[Process], renamed: Mapping[str, str]
) -> Iterator[Finding]:
    """Onboarding items that ask to read what nothing defines; pages are looked for by another rule."""
    own = tuple(processes)
    stages = {f"{process.id}/{stage.id}" for process in own for stage in process.stages}
    readable = stages | {id for kind in shared.found.values() for id in kind}
    wrong = [
        (item, index, entry)
        for item in found
        if isinstance(item, OnboardingItem)
        for index, entry in enumerate(item.read)
        if not entry.endswith(".md") and entry not in readable
    ]
    asked = wrong if shared.blurred.total() and len(wrong) <= _MOST_EXPLAINED else []
    strange = {entry for _, _, entry in asked if not is_like_any(entry, readable, _ALIKE)}
    explained = strange if len(strange) <= shared.blurred.total() else set()
    inside, near = _inside(own) if wrong else {}, Suggestions(sorted(readable))
    for item, index, entry in wrong:
        if entry not in explained:
            message = f"nothing in the playbook has the id “{entry}”"
            new = "/".join(renamed.get(part, part) for part in entry.split("/"))
            hint = f"it is called `{new}` now" if new in readable else _reading_hint(entry, inside, near)
            yield UNKNOWN_REFERENCE.at(item.at, "read", message, index=index, hint=hint)


def _inside(processes: Iterable[Process]) -> Mapping[str, list[str]]:
    """What to write in order to read an element of a process, by its id."""
    inside: defaultdict[str, list[str]] = defaultdict(list)
    for process in processes:
        for element in elements(process):
            id = str(getattr(element, "id", ""))
            inside[id].append(f"{process.id}/{id}" if element.KIND == "stage" else process.id)
    return inside


def _reading_hint(entry: str, inside: Mapping[str, list[str]], near: Suggestions) -> str:
    meant = next(iter(inside.get(entry, ())), "") or near.nearest(entry)
    return f"did you mean `{meant}`?" if meant else "write an id, `process/stage`, or a page such as `welcome.md`"


def _unknown_audiences(found: Iterable[Element]) -> Iterator[Finding]:
    """Audiences that playbook.yml does not name; whoever is meant would not see what is meant for them."""
    every = tuple(found)
    known = next((element.audiences for element in every if isinstance(element, PlaybookFile)), ())
    suggestions = Suggestions(known)
    for element in every:
        for index, name in enumerate(getattr(element, "audience", ())):
            if name not in known:
                near = suggestions.nearest(name)
                hint = f"did you mean `{near}`?" if near else "add it to `audiences` in playbook.yml"
                message = f"no audience is called “{name}”"
                yield UNKNOWN_REFERENCE.at(element.at, "audience", message, index=index, hint=hint)
