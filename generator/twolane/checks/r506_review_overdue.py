"""Finds a process, or a page written by hand, whose date of review has passed.

Why:
    Buyers change how they buy, and a process that nobody looks at again slowly stops describing anything. What is
    written down is improved on purpose, at times that were agreed (P3; Gooze, "Are You Creating Customers Or Just
    Selling?", 2017; P15).

Mend:
    Go through the process with those who sell by it, change what is no longer so, and set the next date.

Wrong when:
    There is nothing left to review: the product ends in June, and nobody would change how it is sold for the last
    months. Or the review waits, for a good reason, for something that has no date yet.

    Say so above `review_by` with `# twolane: ignore[R506] sold until June only; nobody changes it any more`

Fails:
    review_by: 2026-09-30

Passes:
    review_by: 2027-01-15
"""

from __future__ import annotations

from collections.abc import Iterator

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.findings import Finding, Rule, Severity
from twolane.model.playbook import Playbook
from twolane.wording.spoken_language import worded

RULE = Rule("R506", "review-overdue", Severity.WARNING, ("P3", "P15"))


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    for process in current(playbook):
        if process.review_by is not None and process.review_by < context.as_of:
            yield RULE.at(
                process.at,
                "review_by",
                worded(
                    "the review of “{process}” has been overdue since {review_by}",
                    process=process.name,
                    review_by=process.review_by,
                ),
                hint="go through it with those who sell by it, then set the next date",
            )
    for page in playbook.written:
        by = page.facts.review_by
        if by is not None and by < context.as_of and not page.is_retired:
            message = worded(
                "the review of the page “{page}” has been overdue since {by}", page=page.title or page.path, by=by
            )
            yield RULE.at(page.facts.at, "review_by", message, hint="read it with its owner, then set the next date")
