"""Finds text of the starter that was left as it came.

Why:
    The starter of `twolane new` is somebody else's process. Its texts show what belongs where; as a description of
    how your buyers buy and how you sell they are wrong (P15; "How can we create a sales process that gets results?",
    2003, mistake 4). Where playbook.yml says `starter:`, the rule looks at texts of seven words or more, and at each
    sentence of that length inside of others, also in pages written by hand, of which the home page is one. What the
    starter asks of whoever writes, such as “Write here what somebody new should know first.”, is no text for readers:
    the rule finds that in every playbook.

Mend:
    Say it as it is with you, or take the part out. When nothing of the starter is left that you did not want to
    keep, remove `starter:` from playbook.yml, and the rule is silent but for what is asked of you.

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
from dataclasses import dataclass, replace
from itertools import groupby

from twolane.checks.context import Context
from twolane.checks.wordings import asked_of_author, blanks, sentences, wording, written_texts
from twolane.findings import Finding, Related, Rule, Severity, Subject
from twolane.model.playbook import Playbook
from twolane.source import Place
from twolane.wording.spoken_language import translated, worded

RULE = Rule("R505", "starter-text", Severity.WARNING, ("P15",))

_FEW = 4


@dataclass(frozen=True, slots=True, order=True)
class _Left:
    """A text that has something of the starter in it: a ``part``, empty where it is all of it."""

    place: Place
    part: str


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    known = context.starter_texts
    left = sorted(each for text, place in written_texts(playbook) for each in _left(text, place, known))
    if known:
        left = sorted((*left, *(_Left(place, "") for _, place in blanks(playbook))))
    for _, found in groupby(left, key=lambda each: each.place.file):
        yield _finding(list(found), bool(known))


def _left(text: str, place: Place, known: frozenset[str]) -> Iterator[_Left]:
    """What of a text is the starter's, at most once."""
    if known and wording(text) in known:
        yield _Left(place, "")
    elif asked := asked_of_author(text):
        yield _Left(place, asked)
    elif part := next((each for each in sentences(text) if wording(each) in known), "") if known else "":
        yield _Left(place, " ".join(part.split()).strip("*_. "))


def _finding(left: list[_Left], of_starter: bool) -> Finding:
    """One finding for all such texts of a file, at the first: a new playbook is not to drown in them.

    The last few are shown one by one, for they are hard to find.
    """
    first, *others = left
    same = "so does this one" if of_starter else "so is this one"
    shown = others if len(others) <= _FEW else ()
    # It is about the file: where somebody has replaced the first text, the next one is no new finding.
    found = RULE.on(
        first.place,
        (_still_stands if of_starter else _asks)(first, len(others)),
        subject=Subject(first.place.file, key="starter"),
        hint=_hint(of_starter),
    )
    return replace(found, related=tuple(Related(each.place, same) for each in shown))


def _still_stands(first: _Left, more: int) -> str:
    if not first.part and not more:
        return translated("this text still stands as the starter came")
    if not first.part:
        return worded("this text and {more} more in this file still stand as the starter came", more=more)
    if not more:
        return worded("“{text}” still stands as the starter came", text=first.part)
    return worded("“{text}” and {more} more in this file still stand as the starter came", text=first.part, more=more)


def _asks(first: _Left, more: int) -> str:
    if not more:
        return worded("“{text}” is meant for whoever writes this, and readers see it", text=first.part)
    return worded(
        "“{text}” is meant for whoever writes this, and readers see it; {more} more like it in this file",
        text=first.part,
        more=more,
    )


def _hint(of_starter: bool) -> str:
    if of_starter:
        return "say how it is with you; once all of the starter is replaced, remove `starter:` from playbook.yml"
    return "write there what it asks for, or take it out"
