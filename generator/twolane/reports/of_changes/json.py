"""Changes as JSON for other programs, in a versioned form with a published schema."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib import resources
from typing import Any

from twolane import __version__
from twolane.changes.change import Change, Comparison, Witness
from twolane.changes.levels import Level
from twolane.judgement.advice import advice
from twolane.judgement.change_verdict import to_read, verdict
from twolane.judgement.grouping import readers
from twolane.judgement.names_by_id import role_name
from twolane.judgement.needed_versions import Needed, needed
from twolane.judgement.weight import harms, weight
from twolane.judgement.why_it_counts import shown_by
from twolane.reports.json import place_value
from twolane.reports.of_changes.acceptance import accepted, asked
from twolane.reports.of_changes.before import gone
from twolane.reports.of_changes.bounds import shown_changes
from twolane.reports.style import Style, plain

VERSION = 1
"""Raised when a key goes away or changes its meaning; new keys may come without that."""


def render(comparison: Comparison, style: Style = plain) -> str:
    """Every change, the weightiest first, in ASCII; ``schema()`` describes it."""
    changes, few = comparison.changes, shown_changes(comparison)
    listed = frozenset(each.fingerprint for each in few.changes)
    report = {
        "version": VERSION,
        "tool": {"name": "twolane", "version": __version__},
        "old": comparison.old_label,
        "new": comparison.new_label,
        "verdict": verdict(comparison),
        "incomplete": comparison.incomplete,
        "to_read": [each for each in _to_read(comparison) if each in listed],
        "hurt": {audience.value: number for audience, number in harms(each for each in changes if each.breaks).items()},
        "level": _level(comparison.level),
        "breaks": any(each.breaks for each in changes),
        "summary": {level.word: sum(each.level is level for each in changes) for level in reversed(Level)},
        "processes": [_process(each) for each in needed(comparison)],
        "readers": [_reader(comparison, id, read, listed) for id, read in readers(comparison)],
        "left_out": few.left_out,
        "changes": [_change(each, comparison) for each in few.changes],
        "notes": list(comparison.notes),
    }
    return json.dumps(report, indent=2) + "\n"


def _to_read(comparison: Comparison) -> Iterable[str]:
    return (one.fingerprint for each in to_read(comparison) for one in each.changes)


def schema() -> str:
    """The JSON Schema of the report, as text."""
    return resources.files("twolane.reports.of_changes").joinpath("changes.schema.json").read_text("utf-8")


def _level(level: Level | None) -> str | None:
    return level.word if level else None


def _process(each: Needed) -> dict[str, Any]:
    return {
        "id": each.id,
        "name": each.name,
        "level": each.level.word,
        "changes": each.changes,
        "old_version": each.old,
        "new_version": each.new,
        "needed_version": each.version,
        "version_fits": each.fits,
    }


def _reader(comparison: Comparison, id: str, changes: tuple[Change, ...], listed: frozenset[str]) -> dict[str, Any]:
    prints = [each.fingerprint for each in changes if each.fingerprint in listed]
    return {"role": id, "name": role_name(comparison, id), "changes": prints}


def _change(change: Change, comparison: Comparison) -> dict[str, Any]:
    return {
        "code": change.kind.code,
        "slug": change.kind.slug,
        "entity": change.kind.entity,
        "nature": change.kind.nature.value,
        "field": change.field,
        "level": change.level.word,
        "usual_level": change.usual.word if change.usual is not None else None,
        "levels": {audience.value: level.word for audience, level in change.kind.levels.items()},
        "sentence": change.sentence,
        "path": list(change.path),
        "process": change.process,
        "processes": list(change.processes),
        "name": change.name,
        "where": change.where,
        "old": change.old,
        "new": change.new,
        **place_value(change.place),
        "before": place_value(change.before) if change.before else None,
        "gone": gone(change, comparison),
        "witness": _witness(change.witness) if change.witness else None,
        "roles": list(change.roles),
        "advice": list(advice(change)),
        "hint": change.hint,
        "replacement": change.replacement,
        "approved": change.approved,
        "approved_by": change.approved_by,
        "approved_until": change.approved_until.isoformat() if change.approved_until else None,
        "accepted": accepted(change, comparison),
        "asked": asked(change, comparison),
        "answering": list(change.answering),
        "weight": weight(change).name.lower(),
        "reading": change.kind.reading.value if change.kind.reading else "",
        "shown_by": list(shown_by(change, comparison)),
        "fingerprint": change.fingerprint,
        "related": [{**place_value(each.place), "message": each.message} for each in change.related],
    }


def _witness(witness: Witness) -> dict[str, Any]:
    return {
        "stage": witness.stage,
        "met": list(witness.met),
        "missing": list(witness.missing),
        "stuck": witness.stuck,
        "sentence": witness.sentence,
    }
