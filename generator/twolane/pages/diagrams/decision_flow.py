"""The decision flow: the buyer's steps with what they decide, and where yes, no and no decision lead (P4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twolane.model.buying import BuyerStep
from twolane.model.process import Process
from twolane.pages.diagrams.mermaid import BUYER, QUIET, classes, described, edge, node, wrapped
from twolane.pages.texts import TEXTS
from twolane.pages.wording import count

_WIDTH = 30
_LONGEST = 90
"""Characters of what follows from a no; the whole text stands in the table beside the diagram."""


def decision_flow(process: Process, plain: Callable[[str], str]) -> str:
    """A Mermaid flowchart, the yeses down its middle; empty where the buyer decides nothing.

    ``plain`` turns prose into plain text.
    """
    if not any(step.decision for step in process.buyer.steps):
        return ""
    return "\n".join(("flowchart TB", *_lines(process, plain)))


def _lines(process: Process, plain: Callable[[str], str]) -> Iterator[str]:
    steps = process.buyer.steps
    decisions = count(sum(step.decision is not None for step in steps), TEXTS["decision_one"], TEXTS["decision_many"])
    yield from described(
        TEXTS["flow_title"].format(name=process.name), TEXTS["flow_description"].format(decisions=decisions)
    )
    numbers: dict[str, int] = {}
    for at, step in enumerate(steps, 1):
        numbers.setdefault(step.id, at)
        yield node(f"n{at}", _words(at, step, plain), "([", "])")
    for at, step in enumerate(steps, 1):
        yield from _outcomes(process, step, at, numbers, plain)
    yield from classes({BUYER: [f"n{at}" for at, _ in enumerate(steps, 1)], QUIET: _asides(steps)})


def _words(at: int, step: BuyerStep, plain: Callable[[str], str]) -> str:
    name = wrapped(f"{at}. {step.name}", _WIDTH)
    return f"{name}<br/>{wrapped(plain(step.decision.question), _WIDTH)}" if step.decision else name


def _outcomes(
    process: Process, step: BuyerStep, at: int, numbers: dict[str, int], plain: Callable[[str], str]
) -> Iterator[str]:
    """No on the left, yes in the middle, no decision on the right: Mermaid keeps the order in which they are written."""
    after = process.after_go(step)
    if step.decision is None:
        yield from ([edge(f"n{at}", f"n{numbers[after.id]}")] if after else [])
        return
    yield node(f"n{at}no", _shortened(plain(step.decision.no_go)))
    yield edge(f"n{at}", f"n{at}no", TEXTS["no_go"], dotted=True)
    if after is None:
        yield node("done", wrapped(TEXTS["go_end"], _WIDTH), "([", "])")
    yield edge(f"n{at}", f"n{numbers[after.id]}" if after else "done", TEXTS["go"])
    yield node(f"n{at}un", _shortened(plain(step.decision.no_decision)))
    yield edge(f"n{at}", f"n{at}un", TEXTS["no_decision"], dotted=True)


def _shortened(text: str) -> str:
    return wrapped(text or TEXTS["not_said"], _WIDTH, _LONGEST)


def _asides(steps: tuple[BuyerStep, ...]) -> list[str]:
    return [f"n{at}{way}" for at, step in enumerate(steps, 1) if step.decision for way in ("no", "un")]
