"""Leads an old version to the new one by its differences alone: what shows that none is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from twolane.changes.compared_elements import Node, element_fields, value_fields
from twolane.changes.find import Difference, Found
from twolane.changes.kind import Nature
from twolane.changes.renaming import Names


@dataclass(eq=False)
class PlainNode:
    """One element as plain values, with what hangs on it by field; ``key`` orders it among its neighbours."""

    sort: str
    key: str
    values: dict[str, Any]
    children: dict[str, list[PlainNode]] = field(default_factory=dict)

    def plain(self) -> Any:
        """The same as nested lists, to compare."""
        below = {name: [each.plain() for each in nodes] for name, nodes in self.children.items() if nodes}
        return self.sort, self.values, below


def tree(item: Node, nodes: dict[Node, PlainNode], known: Iterable[Node] = ()) -> PlainNode:
    """The node of ``item``; everything below that is in ``known`` is left out, since it comes from elsewhere."""
    element = item.element
    values = {key: getattr(element, name) for key, name in value_fields(type(element))}
    values["id"] = getattr(element, "id", None)
    node = nodes[item] = PlainNode(type(element).__name__, item.key, values)
    left_out = set(known)
    for key, _ in element_fields(type(element)):
        node.children[key] = [
            tree(child, nodes, left_out) for child in item.children if child.list == key and child not in left_out
        ]
    return node


def applied(old: Node, found: Found, names: Names) -> Any:
    """What ``old`` becomes by the differences: as plain values."""
    nodes: dict[Node, PlainNode] = {}
    root = tree(old, nodes)
    for before, after in found.matching.pairs():
        nodes[after] = nodes[before]
    _references(old, nodes, names.with_pairs(found.matching.pairs()))
    arriving = _leaving(found, nodes)
    for difference in found.differences:
        _values(difference, nodes)
    _orders(found.differences, nodes)
    for difference in sorted(arriving, key=lambda each: each.item.index or 0):
        _arrive(difference, nodes, found)
    return root.plain()


def _references(old: Node, nodes: dict[Node, PlainNode], names: Names) -> None:
    pending = [old]
    while pending:
        item = pending.pop()
        pending += item.children
        for key, value in nodes[item].values.items():
            nodes[item].values[key] = names.renamed(type(item.element), key, value)


def _leaving(found: Found, nodes: dict[Node, PlainNode]) -> list[Difference]:
    """Takes out what went or moved; gives what is to be put in."""
    for difference in found.differences:
        if difference.nature in (Nature.REMOVED, Nature.MOVED):
            assert difference.old is not None
            assert difference.old.owner is not None
            nodes[difference.old.owner].children[difference.old.list].remove(nodes[difference.old])
    for difference in found.differences:
        if difference.nature is Nature.ADDED:
            assert difference.new is not None
            known = found.matching.old_of
            fresh: dict[Node, PlainNode] = {}
            tree(difference.new, fresh, known)
            nodes.update(fresh)
    return [each for each in found.differences if each.nature in (Nature.ADDED, Nature.MOVED)]


def _values(difference: Difference, nodes: dict[Node, PlainNode]) -> None:
    if difference.nature not in (Nature.CHANGED, Nature.RENAMED, Nature.MOVED):
        return
    assert difference.new is not None
    node = nodes[difference.new]
    node.key = difference.new.key
    if difference.nature is not Nature.MOVED:
        if difference.item is difference.new:
            node.values[difference.field] = difference.after
    elif node.sort != type(difference.new.element).__name__:
        node.sort = type(difference.new.element).__name__
        other = {"criterion": "buyer", "buyer": "criterion"}
        text = next(node.values.pop(key) for key in other if key in node.values)
        wanted = [key for key, _ in value_fields(type(difference.new.element))]
        node.values = {key: value for key, value in node.values.items() if key in (*wanted, "id")}
        node.values[next(key for key in other if key in wanted)] = text
        node.values.update({key: "" for key in wanted if key not in node.values})


def _orders(differences: Iterable[Difference], nodes: dict[Node, PlainNode]) -> None:
    for difference in differences:
        if difference.nature is Nature.REORDERED:
            assert difference.new is not None
            children = nodes[difference.new].children[difference.field]
            children.sort(key=lambda node, order=difference.after: order.index(node.key))  # type: ignore[misc]  # the order is bound when the loop turns


def _arrive(difference: Difference, nodes: dict[Node, PlainNode], found: Found) -> None:
    new = difference.new
    assert new is not None
    assert new.owner is not None
    place = nodes[new.owner].children[new.list]
    place.insert(len(place) if new.index is None else new.index, nodes[new])


def first_apart(one: Any, other: Any, way: str = "") -> str:
    """Where two plain values first differ, short enough to read; empty where they do not."""
    if one == other:
        return ""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = [key for key in {**one, **other} if one.get(key) != other.get(key)]
        return first_apart(one.get(keys[0]), other.get(keys[0]), f"{way}/{keys[0]}")
    if isinstance(one, list | tuple) and isinstance(other, list | tuple) and len(one) == len(other):
        at = next(at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1])
        return first_apart(one[at], other[at], f"{way}/{at}")
    return f"{way}: {str(one)[:300]} | {str(other)[:300]}"
