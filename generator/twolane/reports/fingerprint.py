"""What recognises a finding again after lines have moved: its rule, its subject, its number among equals."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from twolane.findings import Finding, in_reading_order


def fingerprints(findings: Iterable[Finding]) -> dict[Finding, str]:
    """A fingerprint of 32 hexadecimal digits per finding, whatever order they come in.

    Findings of one rule about one subject are told apart by their order in the file alone.
    """
    seen: Counter[tuple[str, str]] = Counter()
    found: dict[Finding, str] = {}
    for finding in in_reading_order(set(findings)):
        key = (finding.rule.code, str(finding.subject))
        found[finding] = hashlib.sha256("\0".join((*key, str(seen[key]))).encode(errors="replace")).hexdigest()[:32]
        seen[key] += 1
    return found
