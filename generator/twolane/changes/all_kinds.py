"""All kinds of change, and which of them a difference is: one import and one line here per group of kinds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from twolane.changes.kind import Kind, Nature
from twolane.changes.kinds import (
    buyer_kinds,
    by_hand_kinds,
    criteria_kinds,
    entry_kinds,
    market_kinds,
    metric_kinds,
    need_kinds,
    process_kinds,
    regroup_kinds,
    role_kinds,
    shared_kinds,
    stage_kinds,
    step_kinds,
    strategy_kinds,
)
from twolane.changes.kinds.waived import WAIVED_FIELDS

ALL_KINDS: tuple[Kind, ...] = (
    *shared_kinds.KINDS,
    *by_hand_kinds.KINDS,
    *entry_kinds.KINDS,
    *regroup_kinds.KINDS,
    *process_kinds.KINDS,
    *buyer_kinds.KINDS,
    *need_kinds.KINDS,
    *stage_kinds.KINDS,
    *step_kinds.KINDS,
    *criteria_kinds.KINDS,
    *role_kinds.KINDS,
    *metric_kinds.KINDS,
    *market_kinds.KINDS,
    *strategy_kinds.KINDS,
)
"""Every kind, by code."""

ANYTHING = "anything"
"""The entity of kinds that are the same whatever they happen to."""

_ONE_LIST: Mapping[tuple[str, str], str] = MappingProxyType(
    {("SWOT item", quarter): "swot" for quarter in ("strengths", "weaknesses", "opportunities", "threats")}
)
"""Several lists of the same sort of thing that have one kind of change together."""

Key = tuple[str, Nature, str, str]
"""Entity, nature, field and variant."""


def kind(entity: str, nature: Nature, field: str = "", variant: str = "") -> Kind:
    """The kind of such a change; raises ``LookupError`` where there is none, as for what is waived."""
    known = _by_key()
    field = _ONE_LIST.get((entity, field), field)
    for key in ((entity, field, variant), (ANYTHING, field, variant), (ANYTHING, "", variant)):
        found = known.get((key[0], nature, *key[1:]))
        if found is not None:
            return found
    raise LookupError(f"no kind of change: {entity} {nature} {field} {variant}")


def find(entity: str, nature: Nature, field: str = "", variant: str = "") -> Kind | None:
    """The kind of such a change, ``None`` for a field whose changes are waived; raises ``LookupError`` else."""
    return None if (entity, field) in WAIVED_FIELDS else kind(entity, nature, field, variant)


def mirrors(of: Kind) -> tuple[Kind, ...]:
    """The kinds that a change of this kind may be when it is read backwards, by code.

    The one that it names; else those that name it, and the one of the same variant, or all of them where the mirrored
    nature knows other variants.
    """
    if of.mirror:
        return (by_slug()[of.mirror],)
    back = [each for each in ALL_KINDS if _thing(each) == (of.entity, of.nature.mirror, of.field)]
    alike = [each for each in back if each.variant == of.variant]
    naming = [each for each in back if each.mirror == of.slug]
    return tuple(each for each in back if each in (alike or back) or each in naming)


@cache
def by_slug() -> Mapping[str, Kind]:
    """The kinds by slug."""
    return MappingProxyType({each.slug: each for each in ALL_KINDS})


@cache
def by_code() -> Mapping[str, Kind]:
    """The kinds by code."""
    return MappingProxyType({each.code: each for each in ALL_KINDS})


@cache
def _by_key() -> Mapping[Key, Kind]:
    return {(each.entity, each.nature, each.field, each.variant): each for each in ALL_KINDS}


def _thing(of: Kind) -> tuple[str, Nature, str]:
    return of.entity, of.nature, of.field
