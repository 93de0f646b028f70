"""Which items of two versions are the same thing: by id, by what was declared, or by their text among neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from types import MappingProxyType

from twolane.changes.compared_elements import Node, below, has_id, known_by
from twolane.changes.regrouped import Group, groups
from twolane.changes.renaming import Names
from twolane.changes.resembling import likeness, resembling
from twolane.model.process import Loop

_LIKE = 0.5
"""From this likeness on, two texts among the same neighbours are one text that was reworded."""


Many = Mapping[Node, tuple[Node, ...]]


@dataclass(frozen=True, slots=True)
class Matching:
    """The items that both versions have, from either side.

    Where things were merged, each old one leads to the one, and that to the first of them; of what was split, the one
    leads to its first part, and each part to it.
    """

    new_of: Mapping[Node, Node]
    old_of: Mapping[Node, Node]
    alike: Mapping[Node, Node] = field(default_factory=lambda: MappingProxyType({}))
    """What is only in the old version, with what is only in the new one and may be the same under a new id."""
    olds: Many = field(default_factory=lambda: MappingProxyType({}))
    """Every old item of each new one that has several."""
    news: Many = field(default_factory=lambda: MappingProxyType({}))
    """Every new item of each old one that has several."""
    told: frozenset[Node] = frozenset()
    """The new items that were declared as merged, and the old ones that were declared as split."""

    def pairs(self) -> Iterable[tuple[Node, Node]]:
        """Old and new, owners first."""
        return self.new_of.items()

    @property
    def merged(self) -> Many:
        """The old items of each new one that was declared as merged."""
        return {new: olds for new, olds in self.olds.items() if new in self.told}

    @property
    def split(self) -> Many:
        """The new items of each old one that was declared as split."""
        return {old: news for old, news in self.news.items() if old in self.told}


NO_MORE: Group[Node] = Group((), ())


def match(old: Node, new: Node, names: Names, more: Group[Node] = NO_MORE) -> Matching:
    """The items below two that are the same thing; an item is matched once at most, unless it was merged or split.

    ``more`` are other roots that have become ``new`` too, or that ``old`` has become too.
    """
    olds, news = (old, *more.olds), (new, *more.news)
    lasting = _lasting(reversed(news))
    ids = _lasting(reversed(olds))
    together = (Group(olds, news), *groups(ids, lasting, names.regrouped))
    new_of: dict[Node, Node] = {item: each.news[0] for each in together for item in each.olds}
    old_of: dict[Node, Node] = {item: each.olds[0] for each in together for item in each.news}
    new_ids = {(kind, was): id for kind, id in lasting for was in _declared(kind, id, ids, names)}
    new_ids |= _ids({item: to for item, to in new_of.items() if item.owner is not None and item.key != to.key})
    several = tuple(each for each in together if not each.is_rename)
    parts = {each.olds[0]: each.news for each in several if len(each.news) > 1}
    for item in (each for root in olds for each in below(root)):
        partner = None
        if item in new_of:
            continue
        if item.lasting is not None:
            kind, id = item.lasting
            partner = lasting.get(item.lasting) or lasting.get((kind, new_ids.get(item.lasting, id)))
        elif item.owner is not None:
            owner = new_of.get(item.owner)
            owners = parts.get(item.owner, () if owner is None else (owner,))
            partner = _beside(item, _keys(item, new_ids, parts), *owners)
        if partner is not None and (partner not in old_of or (several and _is_second(item, old_of[partner], new_of))):
            new_of[item] = partner
            old_of.setdefault(partner, item)
    alike = resembling(_alone(ids.values(), new_of), _alone(lasting.values(), old_of))
    _join(_loops(old, new, {**new_ids, **_ids(alike)}, parts), new_of, old_of)
    for left, right in list(new_of.items()):
        _join(_reworded(left, right, new_of, old_of), new_of, old_of)
    if not several:
        return Matching(new_of, old_of, alike)
    _add_seconds(parts, more, ids, new_of, old_of)
    told = frozenset(each.news[0] if len(each.olds) > 1 else each.olds[0] for each in several)
    return Matching(new_of, old_of, alike, _several(new_of), _several(old_of), told)


def _lasting(roots: Iterable[Node]) -> dict[tuple[str, str], Node]:
    """What is below the roots, by kind and id; of several the first."""
    found: dict[tuple[str, str], Node] = {}
    for root in roots:
        own: dict[tuple[str, str], Node] = {}
        for item in below(root):
            if item.lasting:
                own.setdefault(item.lasting, item)
        found |= own
    return found


def _is_second(item: Node, first: Node, new_of: Mapping[Node, Node]) -> bool:
    """Whether an item is the same as one that hung on something else which has become the same thing."""
    if item.owner is None or first.owner is None or item.owner is first.owner:
        return False
    if item.lasting is not None:
        return item.lasting == first.lasting
    return new_of.get(item.owner) is new_of.get(first.owner)


def _add_seconds(
    parts: Many,
    more: Group[Node],
    ids: Mapping[tuple[str, str], Node],
    new_of: Mapping[Node, Node],
    old_of: dict[Node, Node],
) -> None:
    """What each part of something split has of the same: its decision, or a thing that stands in both processes."""
    for item in (each for root in more.news for each in below(root)):
        was = ids.get(item.lasting) if item.lasting else None
        if item not in old_of and was is not None and was in new_of:
            old_of[item] = was
    pending = [(old, new) for old, news in parts.items() for new in news]
    for old, new in pending:
        for child in new.children:
            was = _beside(child, (child.key,), old) if child.index is None else None
            if was is not None and was in new_of and child not in old_of:
                old_of[child] = was
                pending.append((was, child))


def _several(partner: Mapping[Node, Node]) -> Many:
    """The items that share a partner, by that."""
    found: defaultdict[Node, list[Node]] = defaultdict(list)
    for item, other in partner.items():
        found[other].append(item)
    return {other: tuple(items) for other, items in found.items() if len(items) > 1}


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


def _loops(old: Node, new: Node, new_ids: Mapping[tuple[str, str], str], parts: Many) -> Iterator[tuple[Node, Node]]:
    """The ways back to an earlier stage that lead between the same stages in both versions."""
    for item in old.children:
        if isinstance(item.element, Loop):
            partner = _beside(item, _keys(item, new_ids, parts), new)
            if partner is not None:
                yield item, partner


def _ids(pairs: Mapping[Node, Node]) -> Mapping[tuple[str, str], str]:
    """From the kind and id of each to the id of what stands beside it."""
    return {before.lasting: after.key for before, after in pairs.items() if before.lasting}


def _keys(item: Node, new_ids: Mapping[tuple[str, str], str], parts: Many) -> tuple[str, ...]:
    """What an item beside its neighbours may be known by in the new version: a loop by its stages, as they are called.

    Where a stage was split, it may lead from any part of it, and to any.
    """
    loop = item.element
    if not isinstance(loop, Loop) or not (new_ids or parts):
        return (item.key,)
    several = {old.key: tuple(new.key for new in news) for old, news in parts.items() if old.entity == "stage"}
    from_, to = (several.get(id, (new_ids.get(("stage", id), id),)) for id in (loop.from_, loop.to))
    rest = item.key.removeprefix(known_by(loop))
    return tuple(f"{one} → {other}{rest}" for one, other in product(from_, to))


def _beside(item: Node, keys: tuple[str, ...], *owners: Node) -> Node | None:
    """The item of the same field and one of the keys that hangs on one of ``owners``."""
    beside = (each for owner in owners for each in owner.children)
    return next((each for each in beside if each.list == item.list and each.key in keys), None)


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
