"""Explains a kind of change to a person: what it says, how much it matters to whom, why, and what it is backwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from twolane.changes.all_kinds import ALL_KINDS, ANYTHING, mirrors
from twolane.changes.kind import Kind
from twolane.changes.levels import Audience, Level

GAP = "…"
"""What stands in a sentence for what each change fills in."""

AUDIENCES: Mapping[Audience, str] = MappingProxyType(
    {
        Audience.FLOW: "Deals under way",
        Audience.SYSTEM: "The CRM and reports",
        Audience.MEASURE: "Figures",
        Audience.LINKS: "Addresses",
        Audience.WORDING: "Readers",
    }
)
"""Whom a change may concern."""

MEANS: Mapping[tuple[Audience, Level], str] = MappingProxyType(
    {
        (Audience.FLOW, Level.MAJOR): "a deal is held where it could go on, or goes on without what others had to meet",
        (Audience.FLOW, Level.MINOR): "people work differently, and no deal under way is held",
        (Audience.SYSTEM, Level.MAJOR): "what they key on is gone or means something else",
        (Audience.SYSTEM, Level.MINOR): "they may have to follow, and nothing that they key on is lost without a word",
        (Audience.MEASURE, Level.MAJOR): "those from before and after cannot be compared",
        (Audience.MEASURE, Level.MINOR): "they are looked at differently, and still compare with those from before",
        (Audience.LINKS, Level.MAJOR): "a published address leads nowhere any more",
        (Audience.LINKS, Level.MINOR): "something is found elsewhere, or by other people",
        (Audience.WORDING, Level.MINOR): "there is something new to know, or something less",
        (Audience.WORDING, Level.PATCH): "the same is said in other words or in another order",
    }
)
"""What a level means to an audience; others do not arise."""
WITNESS = (
    "Where the change harms no deal that is under way, it counts as minor; the smallest example of a deal that it does "
    "harm is told with it."
)
"""What is to be said of changes of the flow."""


@dataclass(frozen=True, slots=True)
class Concern:
    """One audience that a kind of change concerns, in words, with the level that it needs and what that means."""

    audience: Audience
    whom: str
    level: Level
    means: str


@dataclass(frozen=True, slots=True)
class KindPage:
    """What there is to say about a kind; ``says`` has gaps for what each change fills in."""

    code: str
    slug: str
    entity: str
    says: str
    level: Level
    concerns: tuple[Concern, ...]
    reasons: tuple[str, ...]
    """Why it matters so much and not more, as far as that is not plain."""
    turns_on_witness: bool
    """Whether it counts as minor where no deal under way is harmed."""
    mirrors: tuple[Kind, ...]


@cache
def page(kind: Kind) -> KindPage:
    """The explanation of ``kind``."""
    says = kind.sentence.format(name=GAP, where=GAP, old=GAP, new=GAP, items=f"“{GAP}”").replace(f"{GAP}.", GAP)
    return KindPage(
        code=kind.code,
        slug=kind.slug,
        entity=kind.entity,
        says=says,
        level=kind.level,
        concerns=tuple(_concerns(kind)),
        reasons=(kind.why,) if kind.why else (),
        turns_on_witness=_turns_on_witness(kind),
        mirrors=mirrors(kind),
    )


def by_entity() -> Mapping[str, tuple[KindPage, ...]]:
    """The explanations of all kinds, by the entity that they are about, those of everything first."""
    found: dict[str, list[KindPage]] = {}
    for kind in ALL_KINDS:
        found.setdefault(kind.entity, []).append(page(kind))
    return {entity: tuple(pages) for entity, pages in found.items()}


def names() -> dict[str, str]:
    """The code of each kind, by code and by slug."""
    return {name: kind.code for kind in ALL_KINDS for name in (kind.code, kind.slug)}


def title(entity: str) -> str:
    """What a group of kinds is called: ``Exit criterion``."""
    return "Anything" if entity == ANYTHING else entity[:1].upper() + entity[1:]


def _concerns(kind: Kind) -> Iterator[Concern]:
    for audience, level in sorted(kind.levels.items(), key=lambda each: -each[1]):
        yield Concern(audience, AUDIENCES[audience], level, MEANS[audience, level])


def _turns_on_witness(kind: Kind) -> bool:
    others = (level for audience, level in kind.levels.items() if audience is not Audience.FLOW)
    return kind.levels.get(Audience.FLOW) is Level.MAJOR and max(others, default=Level.PATCH) < Level.MAJOR
