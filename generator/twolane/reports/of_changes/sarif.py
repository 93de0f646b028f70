"""Changes as SARIF 2.1.0 (OASIS, 2020), which code hosts and editors read; the rules are the kinds of change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from twolane.changes.change import Change, Comparison
from twolane.changes.kind import Kind
from twolane.changes.kind_explanation import page
from twolane.findings import Related
from twolane.judgement.weight import Weight, weight
from twolane.reports.of_changes.acceptance import accepted
from twolane.reports.of_changes.before import gone
from twolane.reports.of_changes.bounds import shown_changes
from twolane.reports.of_changes.github import words
from twolane.reports.sarif import location, log
from twolane.reports.style import Style, plain

_LEVELS = {Weight.BREAK: "error", Weight.DOUBT: "warning", Weight.READ: "warning"}


def render(comparison: Comparison, style: Style = plain) -> str:
    """A SARIF log with one run, in ASCII; what was removed is placed at what surrounded it."""
    few = shown_changes(comparison)
    kinds = sorted({each.kind.code: each.kind for each in few.changes}.values(), key=lambda kind: kind.code)
    numbers = {kind.code: number for number, kind in enumerate(kinds)}
    results = [_result(each, numbers, comparison) for each in few.changes]
    return json.dumps(log([_rule(each) for each in kinds], results, few.rest), indent=2) + "\n"


def _rule(kind: Kind) -> dict[str, Any]:
    explained = page(kind)
    concerns = [f"{each.whom} ({each.level.word}): {each.means}." for each in explained.concerns]
    return {
        "id": kind.code,
        "name": "".join(word.capitalize() for word in kind.slug.split("-")),
        "shortDescription": {"text": explained.says},
        "fullDescription": {"text": " ".join(concerns)},
        "help": {"text": "\n\n".join((*concerns, *explained.reasons))},
        "defaultConfiguration": {"level": "note"},
        "properties": {"tags": [kind.level.word, *(audience.value for audience in kind.levels)]},
    }


def _result(change: Change, numbers: Mapping[str, int], comparison: Comparison) -> dict[str, Any]:
    said = accepted(change, comparison)
    suppressions = [{"kind": "external", "status": "accepted", "justification": said}] if said else []
    return {
        "ruleId": change.kind.code,
        "ruleIndex": numbers[change.kind.code],
        "level": _LEVELS.get(weight(change), "note"),
        "message": {"text": words(change, comparison)},
        "locations": [{"physicalLocation": location(change.place)}],
        "relatedLocations": [
            {"id": number, "physicalLocation": location(each.place), "message": {"text": each.message}}
            for number, each in enumerate(_related(change, comparison), start=1)
        ],
        "partialFingerprints": {"twolaneChange/v1": change.fingerprint},
        **({"suppressions": suppressions} if said else {}),
    }


def _related(change: Change, comparison: Comparison) -> Iterable[Related]:
    """What was removed has no place of its own any more: its old lines are told where it stood."""
    removed = gone(change, comparison)
    lines = (Related(change.place, f"It stood here in {comparison.old_label}:\n{removed}"),) if removed else ()
    return (*change.related, *lines)
