"""Finds an entry of `renamed_from`, `merged_from` or `split_into` of which nobody can tell what it renames.

An entry is wrong where its new id is nowhere, its old id is still there or never was, two new ids claim the same old
one, or an id is to follow itself; and it is left over once the release that it was for is out and the next one begins.
A merge or split of one into one is a rename. Stages, buyer steps, roles and processes can be merged and split.

Why:
    A rename keeps what belongs together: the figures from before, the links from outside, the deals under way (P14;
    "How can we create a sales process that gets results?", 2003, mistake 3). An entry that is wrong ties together what
    does not belong together, or looks as if it kept something and does not.

Mend:
    Write `new-id: old-id`, each once, for ids that have changed since the last release, and take the others out. Where
    several have become one, write `merged_from: {new-id: [old-id, other-old-id]}`; where one has become several,
    `split_into: {old-id: [new-id, other-new-id]}`.

Wrong when:
    Something outside may still read the entry: a script that brings the CRM's old keys up to date runs until everybody
    has changed over.

    Say so above the entry: `# twolane: ignore[V706] the CRM's import reads this until May`

Fails:
    renamed_from:
      qualifying: prospecting

Passes:
    renamed_from:
      meeting-agreed: visit-agreed
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from twolane.checks.bad_regroupings import Kinds, Scene, all_wrong, out_of_date
from twolane.checks.context import Context
from twolane.checks.past import Past
from twolane.findings import Finding, Related, Rule, Severity
from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.regrouping import of_playbook, of_process
from twolane.model.renames import Renames
from twolane.model.walk import elements
from twolane.wording.spoken_language import translated, worded

RULE = Rule("V706", "bad-rename", Severity.WARNING, ("P14",))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    shared = _kinds(_shared(playbook))
    inside = {process.id: _kinds(_inside(process)) for process in playbook.processes}
    about = playbook.about
    yield from _wrong(about.renamed_from, shared, translated("the playbook"))
    everywhere = {id for kinds in inside.values() for id in kinds} - shared.keys()
    scene = Scene(RULE, translated("the playbook"), shared, everywhere, inside=False)
    yield from all_wrong(of_playbook(playbook), about.renamed_from.entries, scene)
    for process in playbook.processes:
        now, past = inside[process.id], context.past(process.id) if _declares(process) else None
        yield from _wrong(process.renamed_from, now, translated("this process"))
        yield from _out_of_date(process, now, past)
        released = past if past is not None and past.released else None
        then, name = (_kinds(_inside(released.process)), released.name) if released else (None, "")
        scene = Scene(RULE, translated("this process"), now, shared.keys() - now.keys(), then, name)
        found = of_process(process)
        yield from all_wrong(found, process.renamed_from.entries, scene)
        if released:
            current = process.version == released.version
            known = of_process(released.process)
            yield from (one for each in found for one in out_of_date(each, scene, known, current=current))


def _declares(process: Process) -> bool:
    return bool(process.renamed_from.entries or of_process(process))


def _shared(playbook: Playbook) -> Iterator[Element]:
    lists = (playbook.roles, playbook.segments, playbook.metrics, playbook.differentiators, playbook.competitors)
    yield from (each for one in (*lists, playbook.terms) for top in one for each in elements(top))
    yield from elements(playbook.strategy)
    yield from playbook.processes


def _inside(process: Process) -> Iterator[Element]:
    return (each for each in elements(process) if each is not process)


def _kinds(found: Iterable[Element]) -> Kinds:
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for each in found:
        if each.SCOPE and getattr(each, "id", ""):
            kinds[str(getattr(each, "id", ""))].add(each.KIND)
    return kinds


def _wrong(renames: Renames, now: Kinds, where: str) -> Iterator[Finding]:
    """What is wrong with entries, whatever was released before."""
    first: dict[str, str] = {}
    for new, old in renames.entries.items():
        known = first.setdefault(old, new)
        if new == old or _leads_back(new, renames.entries):
            message = _of_itself(new, old)
            yield _finding(renames, new, message, "take out what keeps its id; two that trade ids need new ones")
        elif not now.get(new):
            message = worded(
                "nothing in {where} has the id “{new}”, which is said to replace “{old}”", where=where, new=new, old=old
            )
            yield _finding(renames, new, message, _turned(new, old, now))
        elif known != new and now.get(known, set()) & now[new]:
            message = worded("“{known}” and “{new}” are both said to replace “{old}”", known=known, new=new, old=old)
            there = (Related(renames.at.place(known), "the other entry"),)
            yield _finding(renames, new, message, "name the one that the old one has become", there)
        elif now.get(old, set()) & now[new]:
            message = worded("“{new}” is said to replace “{old}”, which is still there", new=new, old=old)
            yield _finding(renames, new, message, "take out the entry, or the old one")


def _leads_back(new: str, entries: Mapping[str, str]) -> bool:
    """Whether one comes back to an id by following what it replaced."""
    seen, here = {new}, entries.get(new)
    while here is not None and here not in seen:
        seen.add(here)
        here = entries.get(here)
    return here == new


def _turned(new: str, old: str, now: Kinds) -> str:
    if now.get(old):
        return worded("the new id comes first: `{old}: {new}`; or take the entry out", old=old, new=new)
    return "mend the new id, which comes first, or take the entry out"


def _out_of_date(process: Process, now: Kinds, past: Past | None) -> Iterator[Finding]:
    """Entries that say nothing about what has changed since the last release."""
    if past is None or not past.released:
        return
    then = _kinds(_inside(past.process))
    for new, old in process.renamed_from.entries.items():
        if not now.get(new) or new == old or then.get(old):
            continue
        if then.get(new) and past.process.renamed_from.entries.get(new) == old:
            # For as long as the released version is the current one, its entries belong to it.
            if process.version != past.version:
                message = worded(
                    "the rename of “{old}” to “{new}” is part of {past} already", old=old, new=new, past=past.name
                )
                yield _finding(process.renamed_from, new, message, "take the entry out")
        else:
            message = worded(
                "nothing had the id “{old}” in {past}, so nothing was renamed to “{new}”",
                old=old,
                past=past.name,
                new=new,
            )
            yield _finding(process.renamed_from, new, message, "mend the old id, or take the entry out")


def _finding(renames: Renames, new: str, message: str, hint: str, related: Iterable[Related] = ()) -> Finding:
    return RULE.at(renames.at, new, message, hint=hint, related=related)


def _of_itself(new: str, old: str) -> str:
    if new == old:
        return worded("“{new}” is said to replace itself", new=new)
    return worded("“{new}” is said to replace itself, by way of “{old}”", new=new, old=old)
