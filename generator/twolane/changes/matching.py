"""Which items of two versions are the same thing: by id, by `renamed_from`, or by their text among neighbours."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from twolane.changes.compared_elements import Node, below, has_id, known_by
from twolane.changes.renaming import Names
from twolane.changes.resembling import likeness, resembling
from twolane.model.process import Loop

_LIKE = 0.5
"""From this likeness on, two texts among the same neighbours are one text that was reworded."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The items that both versions have, from either side."""

    new_of: Mapping[Node, Node]
    old_of: Mapping[Node, Node]
    alike: Mapping[Node, Node] = field(default_factory=lambda: MappingProxyType({}))
    """What is only in the old version, with what is only in the new one and may be the same under a new id."""

    def pairs(self) -> Iterable[tuple[Node, Node]]:
        """Old and new, owners first."""
        return self.new_of.items()


def match(old: Node, new: Node, names: Names) -> Matching:
    """The items below two that are the same thing; an item is matched once at most."""
    lasting: dict[tuple[str, str], Node] = {}
    for item in below(new):
        if item.lasting:
            lasting.setdefault(item.lasting, item)
    ids = {item.lasting: item for item in below(old) if item.lasting}
    new_ids = {(kind, was): id for kind, id in lasting for was in _declared(kind, id, ids, names)}
    new_of: dict[Node, Node] = {old: new}
    old_of: dict[Node, Node] = {new: old}
    for item in below(old):
        partner = None
        if item.lasting is not None:
            kind, id = item.lasting
            partner = lasting.get(item.lasting) or lasting.get((kind, new_ids.get(item.lasting, id)))
        elif item.owner is not None and item not in new_of:
            partner = _beside(item, _key(item, new_ids), new_of.get(item.owner))
        if partner is not None and partner not in old_of and item not in new_of:
            new_of[item], old_of[partner] = partner, item
    alike = resembling(_alone(ids.values(), new_of), _alone(lasting.values(), old_of))
    _join(_loops(old, new, {**new_ids, **_ids(alike)}), new_of, old_of)
    for left, right in list(new_of.items()):
        _join(_reworded(left, right, new_of, old_of), new_of, old_of)
    return Matching(new_of, old_of, alike)


def _join(
    pairs: Iterable[tuple[Node, Node]],
    new_of: dict[Node, Node],
    old_of: dict[Node, Node],
) -> None:
    for before, after in pairs:
        if before not in new_of and after not in old_of:
            new_of[before], old_of[after] = after, before


def _alone(items: Iterable[Node], other: Mapping[Node, Node]) -> list[Node]:
    """Those of the items that only their own version has, of which both have what they hang on."""
    return [item for item in items if item not in other and item.owner in other]


def _declared(kind: str, id: str, ids: Container[tuple[str, str]], names: Names) -> Iterator[str]:
    """The old id of something that says that it was renamed: there before, and the new one not."""
    was = names.declared.get(id)
    if was is not None and (kind, was) in ids and (kind, id) not in ids:
        yield was


def _loops(old: Node, new: Node, new_ids: Mapping[tuple[str, str], str]) -> Iterator[tuple[Node, Node]]:
    """The ways back to an earlier stage that lead between the same stages in both versions."""
    for item in old.children:
        if isinstance(item.element, Loop):
            partner = _beside(item, _key(item, new_ids), new)
            if partner is not None:
                yield item, partner


def _ids(pairs: Mapping[Node, Node]) -> Mapping[tuple[str, str], str]:
    """From the kind and id of each to the id of what stands beside it."""
    return {before.lasting: after.key for before, after in pairs.items() if before.lasting}


def _key(item: Node, new_ids: Mapping[tuple[str, str], str]) -> str:
    """What an item beside its neighbours is known by in the new version: a loop by its stages, as they are called."""
    loop = item.element
    if not isinstance(loop, Loop) or not new_ids:
        return item.key
    before, after = known_by(loop), " → ".join(new_ids.get(("stage", id), id) for id in (loop.from_, loop.to))
    return after + item.key.removeprefix(before)


def _beside(item: Node, key: str, owner: Node | None) -> Node | None:
    """The item of the same field and key that hangs on ``owner``."""
    if owner is None:
        return None
    return next((each for each in owner.children if each.list == item.list and each.key == key), None)


def _reworded(
    old: Node,
    new: Node,
    new_of: Mapping[Node, Node],
    old_of: Mapping[Node, Node],
) -> Iterator[tuple[Node, Node]]:
    """The items without an id that are left over on both sides and alike, the likest first."""
    gone = [each for each in old.children if _by_text(each) and each not in new_of]
    there = [each for each in new.children if _by_text(each) and each not in old_of] if gone else []
    alike = sorted(
        (
            (-likeness(before.key, after.key), at, to)
            for at, before in enumerate(gone)
            for to, after in enumerate(there)
            if before.list == after.list
        ),
    )
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for unlike, at, to in alike:
        if -unlike >= _LIKE and at not in taken_old and to not in taken_new:
            taken_old.add(at)
            taken_new.add(to)
            yield gone[at], there[to]


def _by_text(item: Node) -> bool:
    owner = type(item.element)
    return item.index is not None and owner is not Loop and not has_id(owner)
