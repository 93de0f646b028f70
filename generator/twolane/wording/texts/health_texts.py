"""Health, and the pages of rules, in words for readers."""

from __future__ import annotations

from twolane.wording.tables import Table


class HealthTexts(Table):
    """Health, and the pages of rules."""

    healthy: str = "The checks found nothing to mend."
    all_rules: str = "All rules"
    rule: str = "Rule"
    finds: str = "Finds"
    severity: str = "Severity"
    found: str = "Found"
    hint: str = "What to do"
    why_it_matters: str = "Why it matters"
    mend: str = "How to mend it"
    wrong_when: str = "When it is wrong"
    fails: str = "A definition that fails"
    passes: str = "A definition that passes"
    principles: str = "Stands on"
    found_by: str = "All findings are on the page"
