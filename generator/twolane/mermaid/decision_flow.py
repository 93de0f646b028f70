"""The decision flow: the buyer's steps with what they decide, and where yes, no and no decision lead (P4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twolane.mermaid.mermaid_syntax import BUYER, QUIET, classes, described, edge, label, node, wrapped
from twolane.model.buying import BuyerStep
from twolane.model.process import Process
from twolane.wording.counts import counted
from twolane.wording.spoken_language import texts

_WIDTH = 24
_LONGEST = 90
"""Characters of what follows from a no; the whole text stands on the same page."""


def decision_flow(process: Process, plain: Callable[[str], str]) -> str:
    """A Mermaid flowchart, the yeses down its middle; empty where the buyer decides nothing.

    ``plain`` turns prose into plain text.
    """
    if not any(step.decision for step in process.buyer.steps):
        return ""
    return "\n".join(("flowchart TB", *_lines(process, plain)))


def _lines(process: Process, plain: Callable[[str], str]) -> Iterator[str]:
    steps = process.buyer.steps
    decisions = counted(sum(step.decision is not None for step in steps), texts().decision_count)
    title, description = texts().flow_title, texts().flow_description
    yield from described(title.format(name=process.name), description.format(decisions=decisions))
    yield from _nodes(process, plain)
    yield from _arrows(process)
    ends = ["done"] if _ends(process) else []
    yield from classes({BUYER: [f"n{at}" for at, _ in enumerate(steps, 1)] + ends, QUIET: _asides(steps)})


def _nodes(process: Process, plain: Callable[[str], str]) -> Iterator[str]:
    """What follows from no, the next step, what follows from no decision: drawn from left to right as written."""
    steps = process.buyer.steps
    for at, step in enumerate(steps, 1):
        if at == 1:
            yield _step_node(at, step, plain)
        if step.decision:
            yield node(f"n{at}no", _shortened(plain(step.decision.no_go)))
        if at < len(steps):
            yield _step_node(at + 1, steps[at], plain)
        elif _ends(process):
            yield node("done", wrapped(texts().go_end, _WIDTH), "(", ")")
        if step.decision:
            yield node(f"n{at}un", _shortened(plain(step.decision.no_decision)))


def _step_node(at: int, step: BuyerStep, plain: Callable[[str], str]) -> str:
    name = f"<b>{wrapped(f'{at}. {step.name}', _WIDTH)}</b>"
    question = f"<br/>{wrapped(plain(step.decision.question), _WIDTH)}" if step.decision else ""
    return node(f"n{at}", name + question, "(", ")")


def _arrows(process: Process) -> Iterator[str]:
    numbers = {step.id: at for at, step in reversed(list(enumerate(process.buyer.steps, 1)))}
    no_go, go, no_decision = (label(each) for each in (texts().no_go, texts().go, texts().no_decision))
    for at, step in enumerate(process.buyer.steps, 1):
        after = process.after_go(step)
        following = f"n{numbers[after.id]}" if after else "done"
        if step.decision:
            yield edge(f"n{at}", f"n{at}no", no_go, dotted=True)
            yield edge(f"n{at}", following, go)
            yield edge(f"n{at}", f"n{at}un", no_decision, dotted=True)
        elif after:
            yield edge(f"n{at}", following)


def _ends(process: Process) -> bool:
    """Whether a yes completes the journey somewhere."""
    return any(step.decision and process.after_go(step) is None for step in process.buyer.steps)


def _shortened(text: str) -> str:
    return wrapped(text or texts().not_said, _WIDTH, _LONGEST)


def _asides(steps: tuple[BuyerStep, ...]) -> list[str]:
    return [f"n{at}{way}" for at, step in enumerate(steps, 1) if step.decision for way in ("no", "un")]
