"""What is wrong with declared merges and splits: what they name is missing, still there, or named twice."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TypeAlias

from twolane.findings import Finding, Related, Rule
from twolane.model.regrouping import IN_A_PROCESS, SHARED, Regrouping
from twolane.wording.lists import listed
from twolane.wording.spoken_language import worded

Kinds: TypeAlias = Mapping[str, Set[str]]
"""The kinds of things that have an id, by id."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where merges and splits are declared: a process, or the playbook, as ``where`` calls it.

    ``now`` and ``then`` are what has an id there, and what had one in the last release, named ``past``; ``elsewhere``
    is what has one in the other sort of file.
    """

    rule: Rule
    where: str
    now: Kinds
    elsewhere: Collection[str] = ()
    then: Kinds | None = None
    past: str = ""
    inside: bool = True

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of things that may be merged and split there."""
        return IN_A_PROCESS if self.inside else SHARED

    def finding(
        self, found: Regrouping, message: str, hint: str, part: str = "", also: Regrouping | None = None
    ) -> Finding:
        """A finding at the entry, or at one of the ids in it; ``also`` is another entry that has to do with it."""
        index = found.written.index(part) if part in found.written else None
        related = (Related(also.source.place(also.key), "the other entry"),) if also else ()
        return self.rule.at(found.source, found.key, message, index=index, hint=hint, related=related)


def wrong(found: Regrouping, scene: Scene) -> Iterator[Finding]:
    """What is wrong with one entry by itself, the first thing that is."""
    others = tuple(id for id in found.parts if id != found.one)
    if not others:
        message = worded("“{one}” is said to be merged or split, and nothing else is named", one=found.one)
        yield scene.finding(found, message, "name those that it was made of, or has become; or take the entry out")
    elif len(others) == 1 and not _stays(found, scene):
        yield _is_a_rename(found, others[0], scene)
    elif found.merges:
        yield from _merge(found, others, scene)
    else:
        yield from _split(found, others, scene)


def _stays(found: Regrouping, scene: Scene) -> bool:
    """Whether the one was there before, or still is, so that with one other there are two."""
    if found.one in found.parts:
        return True
    return found.one in (scene.then or {}) if found.merges else found.one in scene.now


def _is_a_rename(found: Regrouping, other: str, scene: Scene) -> Finding:
    new, old = (found.one, other) if found.merges else (other, found.one)
    message = worded("“{new}” alone takes the place of “{old}” alone, which is a rename", new=new, old=old)
    hint = worded("write `renamed_from: {{{new}: {old}}}`, or name the others too", new=new, old=old)
    return scene.finding(found, message, hint)


def _merge(found: Regrouping, others: tuple[str, ...], scene: Scene) -> Iterator[Finding]:
    if not scene.now.get(found.one):
        yield _missing(found, found.one, scene)
        return
    if kind := _other_kind(found.one, scene):
        yield _not_that_kind(found, found.one, kind, scene)
        return
    for id in others:
        if scene.now[found.one] & scene.now.get(id, set()):
            message = worded("“{id}” is said to be part of “{one}” now, and is still there", id=id, one=found.one)
            hint = worded(
                "take “{id}” out of the entry; or, if all of it is in “{one}” now, out of {where}",
                id=id, one=found.one, where=scene.where,
            )  # fmt: skip
            yield scene.finding(found, message, hint, id)


def _split(found: Regrouping, others: tuple[str, ...], scene: Scene) -> Iterator[Finding]:
    for id in found.parts:
        if not scene.now.get(id):
            yield _missing(found, id, scene)
            return
        if kind := _other_kind(id, scene):
            yield _not_that_kind(found, id, kind, scene)
            return
    common = set.intersection(*(set(scene.now[id]) for id in others))
    if not common:
        named = listed(f"“{id}” is a {min(scene.now[id])}" for id in others)
        yield scene.finding(
            found, worded("{named}: one thing cannot become both", named=named), "name parts of one kind"
        )
    elif found.one not in found.parts and common & scene.now.get(found.one, set()):
        message = worded("“{one}” is said to be split, and is still there", one=found.one)
        hint = worded("name it first among its parts: `[{ids}]`", ids=", ".join((found.one, *others)))
        yield scene.finding(found, message, hint)


def _missing(found: Regrouping, id: str, scene: Scene) -> Finding:
    message = worded("nothing in {where} has the id “{id}”, which is said to be new", where=scene.where, id=id)
    return scene.finding(found, message, _where_else(found, id, scene), id)


def _where_else(found: Regrouping, id: str, scene: Scene) -> str:
    if id in scene.elsewhere:
        homes = ("playbook.yml, for roles and processes", "process.yml of their process, for stages and buyer steps")
        return worded("write the entry in {home}", home=homes[0] if scene.inside else homes[1])
    others = [each for each in found.parts if each != found.one]
    if found.merges and all(scene.now.get(each) for each in others):
        return worded("where “{one}” has become these, write it under `split_into`", one=found.one)
    if not found.merges and scene.now.get(found.one) and not any(scene.now.get(each) for each in others):
        return worded("where these have become “{one}”, write it under `merged_from`", one=found.one)
    return "fix the id, or take the entry out"


def _other_kind(id: str, scene: Scene) -> str:
    """What a thing is that can be neither merged nor split; empty where it can."""
    kinds = scene.now[id]
    return "" if kinds & set(scene.kinds) else min(kinds)


def _not_that_kind(found: Regrouping, id: str, kind: str, scene: Scene) -> Finding:
    can = "stages and buyer steps" if scene.inside else "roles and processes"
    message = worded("“{id}” is a {kind}, and only {can} can be merged or split", id=id, kind=kind, can=can)
    hint = "name the one old id that it goes on from under `renamed_from`, and take the entry out"
    return scene.finding(found, message, hint, id)


def all_wrong(found: Sequence[Regrouping], renamed: Mapping[str, str], scene: Scene) -> Iterator[Finding]:
    """What is wrong with entries, whatever was released before: of each the first thing that is."""
    told: set[int] = set()
    alone = ((each, one) for each in found for one in wrong(each, scene))
    for each, finding in (*alone, *twice(found, renamed, scene), *in_a_circle(found, renamed, scene)):
        if id(each) not in told:
            told.add(id(each))
            yield finding


Told: TypeAlias = tuple[Regrouping, Finding]


def twice(found: Sequence[Regrouping], renamed: Mapping[str, str], scene: Scene) -> Iterator[Told]:
    """Entries that tell two things of one id: that it went into two, or came from two."""
    went: dict[str, Regrouping | str] = {old: new for new, old in renamed.items()}
    came: dict[str, Regrouping | str] = dict(renamed)
    for each in found:
        olds, news = (each.parts, (each.one,)) if each.merges else ((each.one,), each.parts)
        yield from _again(each, olds, went, scene, "what has become of “{id}” is said twice")
        yield from _again(each, news, came, scene, "what “{id}” was made of is said twice")


def _again(
    each: Regrouping, ids: tuple[str, ...], known: dict[str, Regrouping | str], scene: Scene, says: str
) -> Iterator[Told]:
    for id in ids:
        other = known.setdefault(id, each)
        if other is not each:
            also = other if isinstance(other, Regrouping) else None
            rename = "" if also else worded("; the other entry is under `renamed_from`")
            hint = worded("leave it in one entry{rename}", rename=rename)
            yield each, scene.finding(each, worded(says, id=id), hint, id, also)


def in_a_circle(found: Sequence[Regrouping], renamed: Mapping[str, str], scene: Scene) -> Iterator[Told]:
    """Entries by which something is to follow itself, by way of another entry."""
    olds: dict[str, set[str]] = {new: {old} for new, old in renamed.items()}
    for each in found:
        for new, old in _steps(each):
            olds.setdefault(new, set()).add(old)
    for each in found:
        back = next((new for new, _ in _steps(each) if _leads_back(new, olds)), "")
        if back:
            message = worded("“{id}” is said to have come from itself, by way of other entries", id=back)
            yield each, scene.finding(each, message, "take out what keeps its id; two that trade ids need new ones")


def _steps(each: Regrouping) -> Iterator[tuple[str, str]]:
    """New and old ids of an entry; what keeps its id has not become anything else."""
    for part in each.parts:
        if part != each.one:
            yield (each.one, part) if each.merges else (part, each.one)


def _leads_back(id: str, olds: Mapping[str, Set[str]]) -> bool:
    seen: set[str] = set()
    pending = list(olds.get(id, ()))
    while pending:
        here = pending.pop()
        if here == id:
            return True
        if here not in seen:
            seen.add(here)
            pending += olds.get(here, ())
    return False


def out_of_date(found: Regrouping, scene: Scene, told: Collection[Regrouping], *, current: bool) -> Iterator[Finding]:
    """An entry that says nothing about what has changed since the last release, which had told ``told`` itself.

    ``current`` says whether the released version is still the one of the process: then its entries belong to it.
    """
    then = scene.then or {}
    if not found.parts:
        return
    olds = found.parts if found.merges else (found.one,)
    gone = [id for id in olds if not then.get(id) and (id != found.one or not found.merges)]
    if any((each.merges, each.one, each.parts) == (found.merges, found.one, found.parts) for each in told):
        if not current:
            message = worded("the change of “{one}” is part of {past} already", one=found.one, past=scene.past)
            yield scene.finding(found, message, "take the entry out")
    elif gone:
        message = worded("nothing had the id “{id}” in {past}", id=gone[0], past=scene.past)
        yield scene.finding(found, message, "fix the old id, or take the entry out", gone[0])
    else:
        yield from _of_another_kind(found, tuple(id for id in olds if then.get(id)), scene)


def _of_another_kind(found: Regrouping, olds: tuple[str, ...], scene: Scene) -> Iterator[Finding]:
    news = (found.one,) if found.merges else found.parts
    kinds = set.intersection(*(set(scene.now.get(id, ())) for id in news))
    for id in olds:
        was = (scene.then or {}).get(id, set())
        if kinds and not was & kinds:
            message = worded(
                "“{id}” was a {was} in {past}, and “{new}” is a {now}",
                id=id, was=min(was), past=scene.past, new=news[0], now=min(kinds),
            )  # fmt: skip
            yield scene.finding(found, message, "name old and new ones of one kind", id)
