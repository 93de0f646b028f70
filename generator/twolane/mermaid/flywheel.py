"""The flywheel: the stages one after the other, and the ways on which the same customer comes back (P9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twolane.mermaid.mermaid_syntax import SELLER, classes, described, edge, node, wrapped
from twolane.model.process import Process
from twolane.wording.counts import counted
from twolane.wording.spoken_language import texts

_WIDTH = 24


def flywheel(process: Process, plain: Callable[[str], str]) -> str:
    """A Mermaid flowchart; empty where the process neither is a flywheel nor has loops, or has fewer than two stages.

    ``plain`` turns prose into plain text. A flywheel without loops goes on from its last stage to its first.
    """
    ways = _ways(process, plain)
    if len(process.stages) < 2 or not ways:
        return ""
    return "\n".join(("flowchart TB", *_lines(process, ways)))


def _ways(process: Process, plain: Callable[[str], str]) -> list[tuple[int, int, str]]:
    """The ways back, as the numbers of two stages and what sets them off."""
    numbers = {stage.id: at for at, stage in reversed(list(enumerate(process.stages, 1)))}
    found = [
        (numbers[loop.from_], numbers[loop.to], plain(loop.when))
        for loop in process.loops
        if loop.from_ in numbers and loop.to in numbers
    ]
    return found or ([(len(process.stages), 1, "")] if process.shape == "flywheel" else [])


def _lines(process: Process, ways: list[tuple[int, int, str]]) -> Iterator[str]:
    numbers = range(1, len(process.stages) + 1)
    words = counted(len(ways), texts().way_back_count)
    stages = counted(len(process.stages), texts().stage_count)
    description = texts().wheel_description.format(stages=stages, ways=words)
    yield from described(texts().wheel_title.format(name=process.name), description)
    for at, stage in enumerate(process.stages, 1):
        yield node(f"n{at}", wrapped(f"{at}. {stage.name}", _WIDTH))
    yield from (edge(f"n{at}", f"n{at + 1}") for at in numbers[:-1])
    for begin, end, when in ways:
        yield edge(f"n{begin}", f"n{end}", wrapped(when, _WIDTH) if when else "", dotted=True)
    yield from classes({SELLER: [f"n{at}" for at in numbers]})
