"""Explains a kind of change to a person: what it says, how much it matters to whom, why, and what it is backwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twolane.changes.all_kinds import ALL_KINDS, ANYTHING, mirrors
from twolane.changes.kind import Kind
from twolane.changes.levels import Audience, Level
from twolane.wording.spoken_language import texts, translated

GAP = "…"
"""What stands in a sentence for what each change fills in."""


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


def page(kind: Kind) -> KindPage:
    """The explanation of ``kind``."""
    filled = translated(kind.sentence).format(name=GAP, where=GAP, old=GAP, new=GAP, items=f"“{GAP}”")
    says = filled.replace(f"{GAP}.", GAP)
    return KindPage(
        code=kind.code,
        slug=kind.slug,
        entity=kind.entity,
        says=says,
        level=kind.level,
        concerns=tuple(_concerns(kind)),
        reasons=(translated(kind.why),) if kind.why else (),
        turns_on_witness=_turns_on_witness(kind),
        mirrors=mirrors(kind),
    )


_SHARED = "C0"
"""How codes of kinds begin that happen to several sorts of things."""


def by_entity() -> Mapping[str, tuple[KindPage, ...]]:
    """The explanations of all kinds, by the entity that they are about, those of everything first.

    Entities stand in the order of the kinds that are about them alone; those that several have stand first in each.
    Those of which nothing else can be said come last.
    """
    own = (kind.entity for kind in ALL_KINDS if kind.entity == ANYTHING or not kind.code.startswith(_SHARED))
    found: dict[str, list[KindPage]] = {
        entity: [] for entity in dict.fromkeys((*own, *(kind.entity for kind in ALL_KINDS)))
    }
    for kind in ALL_KINDS:
        found[kind.entity].append(page(kind))
    return {entity: tuple(pages) for entity, pages in found.items()}


def names() -> dict[str, str]:
    """The code of each kind, by code and by slug."""
    return {name: kind.code for kind in ALL_KINDS for name in (kind.code, kind.slug)}


def title(entity: str) -> str:
    """What a group of kinds is called: ``Exit criterion``."""
    if entity == ANYTHING:
        return texts().kinds_anything
    word = translated(entity)
    return word[:1].upper() + word[1:]


def _concerns(kind: Kind) -> Iterator[Concern]:
    for audience, level in sorted(kind.levels.items(), key=lambda each: -each[1]):
        names, means = texts().audience_names, texts().audience_meanings
        yield Concern(audience, names[audience], level, means[audience][level.word])


def _turns_on_witness(kind: Kind) -> bool:
    others = (level for audience, level in kind.levels.items() if audience is not Audience.FLOW)
    return kind.levels.get(Audience.FLOW) is Level.MAJOR and max(others, default=Level.PATCH) < Level.MAJOR
