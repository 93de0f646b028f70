"""Finds text of the starter that was left as it came.

Why:
    The starter of `twolane new` is somebody else's process. Its texts show what belongs where; as a description of
    how your buyers buy and how you sell they are wrong (P15; "How can we create a sales process that gets results?",
    2003, mistake 4). The rule looks only where playbook.yml says `starter:`, and at texts of seven words or more,
    also in pages written by hand.

Mend:
    Say it as it is with you, or take the part out. When nothing of the starter is left that you did not want to
    keep, remove `starter:` from playbook.yml, and the rule is silent.

Wrong when:
    A sentence of the starter may be true of you word by word, and nothing is gained by saying it differently.

    Say so in playbook.yml, once all the rest is yours: take out `starter:`

Fails:
    # playbook.yml
    title: Our playbook
    description: How our customers buy, and what we do to make buying easy.
    starter: 1

Passes:
    # playbook.yml
    title: Our playbook
    description: How plants of our size change the way they plan.
    starter: 1
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from twolane.checks.context import Context
from twolane.checks.wordings import wording, written_texts
from twolane.findings import Finding, Related, Rule, Severity, Subject
from twolane.model.playbook import Playbook
from twolane.source import Place
from twolane.wording.spoken_language import translated, worded

RULE = Rule("R505", "starter-text", Severity.WARNING, ("P15",))

_FEW = 4


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    if not context.starter_texts:
        return
    left = sorted(place for text, place in written_texts(playbook) if wording(text) in context.starter_texts)
    for _, found in groupby(left, key=lambda place: place.file):
        yield _finding(list(found))


def _finding(left: list[Place]) -> Finding:
    """One finding for all such texts of a file, at the first: a new playbook is not to drown in them.

    The last few are shown one by one, for they are hard to find.
    """
    first, *others = left
    shown = others if len(others) <= _FEW else ()
    # It is about the file: where somebody has replaced the first text, the next one is no new finding.
    found = RULE.on(
        first,
        _still_stands(len(others)),
        subject=Subject(first.file, key="starter"),
        hint="say how it is with you; once all of the starter is replaced, remove `starter:` from playbook.yml",
    )
    return replace(found, related=tuple(Related(each, "so does this one") for each in shown))


def _still_stands(more: int) -> str:
    if not more:
        return translated("this text still stands as the starter came")
    return worded("this text and {more} more in this file still stand as the starter came", more=more)
