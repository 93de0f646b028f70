"""Questions by which somebody new can check what they know of a process, made from its definition; pure.

A question is left out where it could have two right answers: where two answers of the process read the same, or where
the same thing is asked twice. The order of choices comes from ids, so that it stays when a wording changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest

from twolane.model.buying import BuyerStep
from twolane.model.element import Element
from twolane.model.process import Process
from twolane.model.selling import ExitCriterion, Stage

MOST_CHOICES = 4
Plain = Callable[[str], str]
"""Takes the Markdown out of a text."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A possible answer; ``key`` is its lasting name within its process, ``text`` what is read."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its choices, of which ``right`` is the only right one.

    ``kind`` says what is asked: ``sign``, ``seen``, ``exit``, ``evidence``, ``no_go`` or ``no_decision``; ``said`` are
    the words of the definition that the question is about; ``about`` is where the answer stands.
    """

    key: str
    kind: str
    process: Process
    said: tuple[str, ...]
    choices: tuple[Answer, ...]
    right: Answer
    about: BuyerStep | Stage


def questions(process: Process, plain: Plain, first: Iterable[Stage] = (), most: int = 6) -> tuple[Question, ...]:
    """At most ``most`` questions about a process, of each kind in turn; those about the stages ``first`` go first."""
    preferred = tuple(first)
    kinds = (_signs(process, plain), _exits(process, plain), _outcomes(process, plain, "no_go"))
    more = (_evidence(process, plain), _outcomes(process, plain, "no_decision"))
    sorted_kinds = (sorted(kind, key=lambda each: not _concerns(each, preferred)) for kind in (*kinds, *more))
    turns = (each for turn in zip_longest(*sorted_kinds) for each in turn if each is not None)
    return tuple(turns)[:most]


def _concerns(question: Question, stages: tuple[Stage, ...]) -> bool:
    about = question.about
    return about in stages if isinstance(about, Stage) else any(about.id in stage.serves for stage in stages)


def _signs(process: Process, plain: Plain) -> Iterator[Question]:
    """Of which of the buyer's steps is this a sign?"""
    answers = {step.id: Answer(step.id, step.name) for step in process.buyer.steps}
    asked = [
        (step, at, tuple(plain(text) for text in clue if text))
        for step in process.buyer.steps
        for at, each in enumerate(step.signs)
        for clue in each.clues[:1]
    ]
    often = Counter(said for _, _, said in asked)
    for step, at, said in asked:
        if often[said] == 1 and all(said):
            kind = "sign" if len(said) > 1 else "seen"
            yield from _question(process, kind, f"{step.id}-{at}", said, answers[step.id], answers.values(), step)


def _exits(process: Process, plain: Plain) -> Iterator[Question]:
    """What does the buyer do when this stage is over?"""
    yield from _closing(process, "exit", lambda each: plain(each.buyer))


def _evidence(process: Process, plain: Plain) -> Iterator[Question]:
    """What proves that this stage is over?"""
    yield from _closing(process, "evidence", lambda each: plain(each.evidence))


def _closing(process: Process, kind: str, text: Callable[[ExitCriterion], str]) -> Iterator[Question]:
    """One question a stage, about the first thing that it requires; what else closes the stage is no wrong answer."""
    held = {stage.id: [Answer(each.id, text(each)) for each in stage.exit if text(each)] for stage in process.stages}
    for stage in process.stages:
        required = [each.id for each in stage.exit if each.required]
        right = next((answer for answer in held[stage.id] if answer.key in required), None)
        others = [answer for other, answers in held.items() if other != stage.id for answer in answers]
        if right is not None:
            yield from _question(process, kind, stage.id, (stage.name,), right, (right, *others), stage)


def _outcomes(process: Process, plain: Plain, outcome: str) -> Iterator[Question]:
    """What follows when the buyer says no, or does not decide?"""
    decided = [(step, step.decision) for step in process.buyer.steps if step.decision]
    answers = [
        Answer(f"{step.id}-{which}", plain(getattr(decision, which)))
        for step, decision in decided
        for which in ("no_go", "no_decision")
        if getattr(decision, which)
    ]
    asked = Counter(plain(decision.question) for _, decision in decided)
    for step, decision in decided:
        said = plain(decision.question)
        right = next((each for each in answers if each.key == f"{step.id}-{outcome}"), None)
        if right is not None and asked[said] == 1:
            yield from _question(process, outcome, step.id, (said,), right, answers, step)


def _question(
    process: Process,
    kind: str,
    id: str,
    said: tuple[str, ...],
    right: Answer,
    answers: Iterable[Answer],
    about: Element,
) -> Iterator[Question]:
    """The question, unless its answer reads like another one or there is nothing to choose from."""
    assert isinstance(about, BuyerStep | Stage)
    key = f"{process.id}-{kind}-{id}"
    same = Counter(_read(answer) for answer in answers)
    wrong = {_read(each): each for each in reversed(tuple(answers)) if _read(each) != _read(right)}
    if same[_read(right)] == 1 and wrong:
        chosen = (right, *sorted(wrong.values(), key=lambda each: _place(key, each))[: MOST_CHOICES - 1])
        ordered = tuple(sorted(chosen, key=lambda each: _place(f"{key} order", each)))
        yield Question(key, kind, process, said, ordered, right, about)


def _read(answer: Answer) -> str:
    """What two answers have in common that a reader could not tell apart."""
    return " ".join(answer.text.casefold().split()).rstrip(".")


def _place(key: str, answer: Answer) -> str:
    """A place that no one could guess, the same in every build."""
    return sha256(f"{key} {answer.key}".encode()).hexdigest()
