"""What has no kind of change, each with the reason: a test finds everything else that could happen covered."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from twolane.changes.kind import Nature
from twolane.changes.kinds.vocabulary import ADDED, MERGED, MOVED, REMOVED, RENAMED, REORDERED, SPLIT

WAIVED_FIELDS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        (
            "process",
            "version",
        ): "the version is what changes are counted in; whether it fits is checked by V701 to V703",
        ("process", "renamed_from"): "it says how to read other changes, and is told with them",
        ("playbook", "renamed_from"): "it says how to read other changes, and is told with them",
        **{
            (entity, key): "it says how to read other changes, and is told with them"
            for entity in ("playbook", "process", "stage", "buyer step", "role")
            for key in ("merged_from", "split_into")
        },
        ("playbook", "starter"): "it says where the playbook came from; no deal, reader or figure hangs on it",
        ("loop", "from"): "a loop is known by its two stages: with another one it is another loop",
        ("loop", "to"): "a loop is known by its two stages: with another one it is another loop",
    }
)
"""Fields whose changes are not told, by entity and name in the file."""

_ONE = "there is always exactly one"
_NO_ID = "it has no id that anything could use"
_OF_ITS_LIST = "its id means something within its list alone: with another one it is another task"
_ONE_PLACE = "there is one list in which it can stand"
_BESIDE = "it is known beside its neighbours alone: elsewhere it is another one"
_NO_LIST = "it stands in no list"
_BY_ITS_ID = "what was ticked, written or measured hangs on each by itself: one goes on under its id, or another"
_ELSEWHERE = "the order of processes is a field of the playbook"


_WHOLE = (
    "buyer, playbook, lanes, story, decision, pain, sign, asset, objection, loop, proof, financial, onboarding item, "
    "step, entry criterion, exit criterion, need, metric, segment, requirement, differentiator, competitor, term, "
    "goal, department, SWOT item"
)
"""What can be neither merged nor split."""


def _each(nature: Nature, entities: str, reason: str) -> dict[tuple[str, Nature], str]:
    return {(entity, nature): reason for entity in entities.split(", ")}


WAIVED_NATURES: Mapping[tuple[str, Nature], str] = MappingProxyType(
    {
        **_each(ADDED, "buyer, playbook, lanes, story", _ONE),
        **_each(REMOVED, "buyer, playbook, lanes, story", _ONE),
        **_each(RENAMED, "buyer, playbook, lanes, story", _NO_ID),
        **_each(RENAMED, "decision, pain, sign, asset, objection, loop, proof, financial", _NO_ID),
        **_each(RENAMED, "onboarding item", _OF_ITS_LIST),
        **_each(MOVED, "process, buyer, playbook, lanes, story", _NO_LIST),
        **_each(MOVED, "buyer step, stage, role, metric, segment, differentiator, competitor, term", _ONE_PLACE),
        **_each(MOVED, "goal, department, financial", _ONE_PLACE),
        **_each(MOVED, "decision, pain, sign, asset, objection, loop, proof, onboarding item", _BESIDE),
        **_each(REORDERED, "buyer, playbook, lanes, story, decision", _NO_LIST),
        **_each(REORDERED, "process", _ELSEWHERE),
        **_each(MERGED, _WHOLE, _BY_ITS_ID),
        **_each(SPLIT, _WHOLE, _BY_ITS_ID),
    }
)
"""What cannot happen to a thing as such, by entity and nature."""
