"""Alignment as JSON for other programs, in a versioned form with a published schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

from twolane import __version__
from twolane.alignment.results import Alignment, Check, Delivery, End, Focus, Met, Pair, Served
from twolane.alignment.statements import mended, number, problem
from twolane.checks.misaligned import Aligned
from twolane.reports.json import finding_values
from twolane.reports.of_alignment.report import Report

VERSION = 1
"""Raised when a key goes away or changes its meaning; new keys may come without that."""


def render(report: Report) -> str:
    """All processes of the report, in ASCII; ``schema()`` describes it."""
    value = {
        "version": VERSION,
        "tool": {"name": "twolane", "version": __version__},
        "processes": [_process(each) for each in report.processes],
    }
    return json.dumps(value, indent=2) + "\n"


def schema() -> str:
    """The JSON Schema of the report, as text."""
    return resources.files("twolane.reports.of_alignment").joinpath("alignment.schema.json").read_text("utf-8")


def _process(aligned: Aligned) -> dict[str, Any]:
    alignment, process = aligned.alignment, aligned.alignment.process
    return {
        "id": process.id,
        "name": process.name,
        "version": process.version,
        "status": process.status,
        "time_unit": process.time_unit,
        "held": alignment.held,
        "of": alignment.of,
        "measures": {
            measure.name: {
                "held": measure.held,
                "of": measure.of,
                "checks": [_check(each, process.time_unit) for each in measure.checks],
            }
            for measure in alignment.measures
        },
        "left_out": _left_out(alignment),
        "findings": finding_values(aligned.findings),
    }


def _check(check: Check, unit: str) -> dict[str, Any]:
    about: Mapping[str, Any] = _about(check)
    if check.held:
        return {"held": True, **about}
    return {"held": False, **about, "problem": problem(check, unit), "mend": mended(check.mends, unit)}


def _about(check: Check) -> Mapping[str, Any]:
    """What was compared, by ids; times are texts, since they are exact."""
    match check:
        case Served():
            return {"buyer_step": check.buyer_step.id, "steps": [step.id for step in check.by], "quiet": check.quiet}
        case Met():
            return {
                "need": check.need.id,
                "buyer_step": check.buyer_step.id,
                "steps": [step.id for step in check.by],
                "disturbed_by": [step.id for step in check.disturbed],
            }
        case Delivery():
            return {"step": check.step.id, "need": check.need.id, "late": number(check.late)}
        case Pair():
            return {"first": check.first.id, "second": check.second.id}
        case End():
            gap = number(check.gap)
            return {"end": check.which, "step": check.step.id, "buyer_step": check.buyer_step.id, "gap": gap}
        case Focus():
            return {"step": check.step.id, "buyer_steps": [step.id for step in check.serves]}
    raise TypeError(f"no form for {type(check).__name__}")


def _left_out(alignment: Alignment) -> list[dict[str, str]]:
    return [{"measure": each.measure, "kind": each.element.KIND, "id": each.element.id} for each in alignment.left_out]
