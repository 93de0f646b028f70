"""Changes as GitLab's Code Quality report, which a merge request shows beside the lines."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from twolane.changes.change import Change, Comparison
from twolane.judgement.names_by_id import says_it_all
from twolane.judgement.weight import Weight, weight
from twolane.reports.of_changes.acceptance import accepted, asked
from twolane.reports.of_changes.bounds import shown_changes
from twolane.reports.of_changes.set_levels import set_level
from twolane.reports.style import Style, plain

_SEVERITIES = {Weight.BREAK: "major", Weight.DOUBT: "minor", Weight.READ: "minor"}


def render(comparison: Comparison, style: Style = plain) -> str:
    """A list of issues in ASCII, the worst first; no two share a fingerprint. The last may count those left out."""
    seen: set[str] = set()
    few = shown_changes(comparison)
    issues = [_issue(each, comparison, seen) for each in few.changes]
    if few.rest:
        last = f"{few.rest} not shown here; `twolane diff` tells how many weigh how much"
        issues.append({**issues[-1], "description": last, "check_name": "not-shown", "fingerprint": _of_text(last)})
    return json.dumps(issues, indent=2) + "\n"


def _issue(change: Change, comparison: Comparison, seen: set[str]) -> dict[str, Any]:
    return {
        "description": _description(change, comparison),
        "check_name": f"{change.kind.code} {change.kind.slug}",
        "fingerprint": _fingerprint(change, seen),
        "severity": _SEVERITIES.get(weight(change), "info"),
        "location": {
            "path": change.place.file,
            "lines": {"begin": change.place.line, "end": change.place.end_line},
        },
    }


def _description(change: Change, comparison: Comparison) -> str:
    """On one line: what changed, who accepted it, both texts where they are to be read, the deal, a level of theirs."""
    both = weight(change) is Weight.READ and not says_it_all(change)
    texts = f"Was: “{change.old}” Now: “{change.new}”" if both and change.old and change.new else ""
    said = (accepted(change, comparison), asked(change, comparison))
    proof = change.witness.sentence if change.witness else ""
    level = f"Level: {told}." if (told := set_level(change)) else ""
    return " ".join(filter(None, (change.sentence, *said, texts, proof, level)))


def _fingerprint(change: Change, seen: set[str]) -> str:
    """The change's own; GitLab leaves out an issue whose fingerprint came before, so a second one is varied."""
    found = change.fingerprint
    while not found or found in seen:
        found = _of_text("\0".join((found, change.kind.code, *change.path)))
    seen.add(found)
    return found


def _of_text(text: str) -> str:
    return sha256(text.encode(errors="replace")).hexdigest()[:32]
