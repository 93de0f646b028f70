"""The buyer's steps and our stages as two columns, with a line where a stage serves a step."""

from __future__ import annotations

from collections.abc import Iterator

from twolane.mermaid.mermaid_syntax import BUYER, SELLER, classes, described, node, quoted, wrapped
from twolane.model.playbook_file import Lanes
from twolane.model.process import Process
from twolane.wording.counts import count, counted
from twolane.wording.spoken_language import texts

_WIDTH = 18
"""Characters in a line of a name: both columns then fit on a phone."""


def two_sides(process: Process, lanes: Lanes) -> str:
    """A Mermaid flowchart; empty where either side has nothing to draw.

    Numbers name the nodes, never ids or names. Only lines from one column to the other are drawn: the order within a
    column is told by numbers, since an arrow from step to step would push the next one into a column of its own.
    """
    if not process.buyer.steps or not process.stages:
        return ""
    return "\n".join(("flowchart LR", *_lines(process, lanes)))


def _lines(process: Process, lanes: Lanes) -> Iterator[str]:
    yield from described(texts().diagram_title.format(name=process.name), _description(process))
    yield from _column("b", lanes.buyer, [step.name for step in process.buyer.steps], "(", ")")
    yield from _column("s", lanes.seller, [stage.name for stage in process.stages], "[", "]")
    yield from _serving(process)
    steps, stages = (tuple(range(len(each))) for each in (process.buyer.steps, process.stages))
    yield from classes({BUYER: [f"b{at}" for at in steps], SELLER: [f"s{at}" for at in stages]})


def _description(process: Process) -> str:
    steps = count(len(process.buyer.steps), texts().step_of_buyer, texts().steps_of_buyer)
    stages = counted(len(process.stages), texts().stage_count)
    return texts().diagram_description.format(steps=steps, stages=stages)


def _column(prefix: str, title: str, names: list[str], begin: str, end: str) -> Iterator[str]:
    yield f"  subgraph {prefix}[{quoted(title)}]"
    for at, name in enumerate(names):
        yield f"  {node(f'{prefix}{at}', wrapped(f'{at + 1}. {name}', _WIDTH), begin, end)}"
    yield "  end"


def _serving(process: Process) -> Iterator[str]:
    """A line for each step that a stage serves; an unseen one where it serves nothing, which keeps it in its column."""
    numbers = {step.id: at for at, step in enumerate(process.buyer.steps)}
    for at, stage in enumerate(process.stages):
        served = [numbers[id] for id in stage.serves if id in numbers]
        for number in served:
            yield f"  b{number} --- s{at}"
        if not served:
            yield f"  b{min(at, len(numbers) - 1)} ~~~ s{at}"
