"""The identities of the rules that reading itself applies: D001 to D008, and D012."""

from __future__ import annotations

from twolane.findings import Rule, Severity

UNREADABLE = Rule("D001", "unreadable", Severity.ERROR)
DUPLICATE_KEY = Rule("D002", "duplicate-key", Severity.ERROR)
UNKNOWN_KEY = Rule("D003", "unknown-key", Severity.ERROR)
MISSING_KEY = Rule("D004", "missing-key", Severity.ERROR)
WRONG_VALUE = Rule("D005", "wrong-value", Severity.ERROR)
UNKNOWN_REFERENCE = Rule("D006", "unknown-reference", Severity.ERROR)
DUPLICATE_ID = Rule("D007", "duplicate-id", Severity.ERROR)
BAD_ID = Rule("D008", "bad-id", Severity.ERROR)
CUT_AT_COMMA = Rule("D012", "cut-at-comma", Severity.ERROR)

ALL = (
    UNREADABLE,
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_VALUE,
    UNKNOWN_REFERENCE,
    DUPLICATE_ID,
    BAD_ID,
    CUT_AT_COMMA,
)
"""All of them, by code."""
