"""Items: every element of a playbook with what it hangs on, and by what it is known again in another version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, ClassVar

from pydantic import Field

from twolane.model.buying import Buyer, Decision, Pain, Sign
from twolane.model.element import Element
from twolane.model.market import Competitor, Differentiator, Proof, Segment
from twolane.model.metrics import Metric
from twolane.model.playbook import Playbook
from twolane.model.playbook_file import Lanes, PlaybookFile, Term
from twolane.model.process import Loop
from twolane.model.renames import Regrouped, Renames
from twolane.model.roles import Role
from twolane.model.selling import Asset, EntryCriterion, ExitCriterion, Objection
from twolane.model.strategy import Financial, Story, Strategy, Swot


class Whole(Element):
    """A whole playbook as one element, so that what all processes share is walked over like anything else."""

    KIND: ClassVar[str] = "whole"

    about: PlaybookFile = Field(alias="settings")
    """Approvals and reports have always called it settings."""
    strategy: Strategy
    roles: tuple[Role, ...]
    segments: tuple[Segment, ...]
    metrics: tuple[Metric, ...]
    differentiators: tuple[Differentiator, ...]
    competitors: tuple[Competitor, ...]
    terms: tuple[Term, ...]

    @classmethod
    def of(cls, playbook: Playbook) -> Whole:
        """What all processes of ``playbook`` share."""
        held = {info.alias or name: getattr(playbook, name) for name, info in cls.model_fields.items() if name != "at"}
        return cls.model_construct(**held)


ENTITIES: dict[type[Element], str] = {
    PlaybookFile: "playbook",
    Lanes: "lanes",
    Strategy: "strategy",
    Swot: "swot",
    Story: "story",
    Financial: "financial",
    Buyer: "buyer",
    Decision: "decision",
    Pain: "pain",
    Sign: "sign",
    Asset: "asset",
    EntryCriterion: "entry criterion",
    ExitCriterion: "exit criterion",
    Objection: "objection",
    Loop: "loop",
    Proof: "proof",
}
"""What a kind of element is called where its own ``KIND`` does not say it."""


def entity(owner: type[Element]) -> str:
    """What elements of this class are called in the table of kinds of change."""
    return ENTITIES.get(owner, owner.KIND)


_KNOWN_BY: dict[type[Element], tuple[str, ...]] = {
    Loop: ("from_", "to"),
    Objection: ("says",),
    Proof: ("what",),
    Asset: ("title",),
    Pain: ("problem",),
    Sign: ("words",),
    Financial: ("label", "period"),
}
"""The fields by which elements without an id are known again."""


@dataclass(frozen=True, eq=False)
class Node:
    """An element in its tree: the node that it hangs on, under which field and at which place there (from 0).

    ``key`` is its id, or what it is known by among its neighbours; the field's name for what there is one of.
    """

    element: Element
    key: str
    list: str = ""
    index: int | None = None
    owner: Node | None = None

    @property
    def entity(self) -> str:
        """What it is called in the table of kinds of change."""
        return entity(type(self.element))

    @property
    def lasting(self) -> tuple[str, str] | None:
        """What it is known by wherever it hangs: kind and id; ``None`` where it is known beside its owner alone."""
        scoped = type(self.element).SCOPE in ("process", "playbook")
        return (type(self.element).KIND, self.key) if scoped else None

    @cached_property
    def children(self) -> tuple[Node, ...]:
        """The nodes that hang on this one itself, in the order of the format."""
        return tuple(_children(self))

    @property
    def path(self) -> tuple[str, ...]:
        """The way to it from the file's root, by keys and ids."""
        if self.owner is None:
            return (self.key,) if self.key else ()
        return (*self.owner.path, self.list, *((self.key,) if self.index is not None else ()))


@cache
def element_fields(owner: type[Element]) -> tuple[tuple[str, str], ...]:
    """The fields of a class that hold elements, one or a list: by their name in the file and in the value."""
    return tuple(
        (info.alias or name, name)
        for name, info in owner.model_fields.items()
        if name != "at" and _holds_elements(info.annotation)
    )


@cache
def value_fields(owner: type[Element]) -> tuple[tuple[str, str], ...]:
    """The fields of a class that hold texts, numbers and references, its id aside: names in file and value."""
    held = {name for _, name in element_fields(owner)}
    return tuple(
        (info.alias or name, name)
        for name, info in owner.model_fields.items()
        if name not in held and name not in ("at", "id")
    )


def _holds_elements(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Element):
        return not issubclass(annotation, Renames | Regrouped)
    return any(_holds_elements(inner) for inner in getattr(annotation, "__args__", ()))


def root_node(element: Element) -> Node:
    """The item of a whole process, or of what all processes share."""
    return Node(element, getattr(element, "id", ""))


def _children(item: Node) -> Iterator[Node]:
    for key, name in element_fields(type(item.element)):
        held = getattr(item.element, name)
        if isinstance(held, Element):
            yield Node(held, key, key, None, item)
        elif held:
            yield from _numbered(held, key, item)


def below(item: Node) -> Iterator[Node]:
    """``item`` and all items below it, owners first."""
    yield item
    for child in item.children:
        yield from below(child)


def _numbered(held: tuple[Element, ...], key: str, owner: Node) -> Iterator[Node]:
    seen: Counter[str] = Counter()
    for index, element in enumerate(held):
        name = known_by(element)
        seen[name] += 1
        yield Node(element, name if seen[name] == 1 else f"{name} ({seen[name]})", key, index, owner)


@cache
def has_id(owner: type[Element]) -> bool:
    """Whether elements of this class have an id."""
    return "id" in owner.model_fields


def known_by(element: Element) -> str:
    """The id of an element, or the text by which it is known among its neighbours."""
    fields = _KNOWN_BY.get(type(element), ("id",) if has_id(type(element)) else ())
    return " → ".join(str(getattr(element, name)) for name in fields)
