"""Finds an id that was given up and is used again for something else.

It looks at `retired_ids`, and at what earlier releases of the process knew under the id.

Why:
    An id is how a CRM, a report or a link knows a stage or a criterion. Figures that were collected under it would
    flow into those of something else, and nobody would see it (P14; "How can we create a sales process that gets
    results?", 2003, mistake 3). What comes back and means the same as before may have its old id.

Mend:
    Give the new one an id of its own. If it is the old one come back, say so: call it as it was called, and take its
    id out of `retired_ids`.

Wrong when:
    The rule compares words. If the same stage comes back under a new name, with the same meaning and the same figures,
    its old id is the right one.

    Say so above `id` with `# twolane: ignore[V705] the same stage as in 1.0.0, only its name is new`

Fails:
    retired_ids: [prospecting]

Passes:
    retired_ids: [cold-calls]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import TypeAlias

from twolane.changes.numbering import order
from twolane.checks.context import Context
from twolane.checks.past import whole
from twolane.findings import Finding, Related, Rule, Severity
from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.releases import FrozenCopy
from twolane.model.walk import elements
from twolane.wording.quoting import short
from twolane.wording.spoken_language import worded

RULE = Rule("V705", "id-reused", Severity.ERROR, ("P14",))

_ALIKE = 0.6
"""Two names are those of one thing where so much of them is the same."""
_CALLED_BY = ("name", "buyer", "criterion", "what")

ElementsByKey: TypeAlias = Mapping[tuple[str, str], Element]
"""What has an id within a process, by kind and id."""


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in playbook.processes:
        now = _elements(process)
        retired = set(process.retired_ids)
        yield from (_retired(element) for (_, id), element in now.items() if id in retired)
        if past := context.past(process.id):
            before = _elements(past.process)
            new = {key: element for key, element in now.items() if key not in before and key[1] not in retired}
            yield from _come_back(new, _older(playbook, process)) if new else ()


def _elements(process: Process) -> ElementsByKey:
    inside = (each for each in elements(process) if each is not process and each.SCOPE)
    return {(each.KIND, str(getattr(each, "id", ""))): each for each in inside}


def _older(playbook: Playbook, process: Process) -> list[FrozenCopy]:
    """The frozen copies of a process, the newest first."""
    copies = playbook.frozen.get(process.id, {}).values()
    return sorted(copies, key=lambda copy: order(copy.version), reverse=True)


def _retired(element: Element) -> Finding:
    id = getattr(element, "id", "")
    message = worded("“{id}” is retired, so no {kind} may have this id again", id=id, kind=element.KIND)
    return RULE.at(element.at, "id", message, hint="give it another id; or take the id out of `retired_ids`")


def _come_back(new: ElementsByKey, copies: list[FrozenCopy]) -> Iterator[Finding]:
    """Findings for new things whose id once meant something else; the last meaning counts."""
    open_yet = dict(new)
    for copy in copies:
        named = {key for key in open_yet if key[1].encode() in copy.data}
        old = whole(copy) if named else None
        then = _elements(old.processes[0]) if old else {}
        for key in sorted(named & then.keys()):
            element = open_yet.pop(key)
            if not _is_same(element, then[key]):
                yield _reused(element, then[key], copy)


def _is_same(one: Element, other: Element) -> bool:
    return SequenceMatcher(None, _called(one).casefold(), _called(other).casefold()).ratio() >= _ALIKE


def _called(element: Element) -> str:
    return next((str(found) for name in _CALLED_BY if (found := getattr(element, name, ""))), "")


def _reused(element: Element, before: Element, copy: FrozenCopy) -> Finding:
    message = worded(
        "this {kind} has an id that meant something else in version {version}: “{before}”",
        kind=element.KIND,
        version=copy.version,
        before=short(_called(before)),
    )
    there = Related(
        before.at.place("id"),
        worded("what “{before}” meant in version {version}", before=getattr(before, "id", ""), version=copy.version),
    )
    hint = "give it another id, and put the old one into `retired_ids`"
    return RULE.at(element.at, "id", message, hint=hint, related=(there,))
