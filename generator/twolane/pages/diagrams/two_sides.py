"""The buyer's steps and our stages as two columns, with a line where a stage serves a step."""

from __future__ import annotations

from collections.abc import Iterator

from twolane.model.process import Process
from twolane.model.settings import Lanes
from twolane.pages.diagrams.mermaid import described, quoted
from twolane.pages.texts import TEXTS
from twolane.pages.wording import count


def two_sides(process: Process, lanes: Lanes) -> str:
    """A Mermaid flowchart; empty where either side has nothing to draw.

    Numbers name the nodes, never ids or names. Only lines from one column to the other are drawn: the order within a
    column is told by numbers, since an arrow from step to step would push the next one into a column of its own.
    """
    if not process.buyer.steps or not process.stages:
        return ""
    return "\n".join(("flowchart LR", *_lines(process, lanes)))


def _lines(process: Process, lanes: Lanes) -> Iterator[str]:
    yield from described(TEXTS["diagram_title"].format(name=process.name), _description(process))
    yield from _column("b", lanes.buyer, [step.name for step in process.buyer.steps], "([", "])")
    yield from _column("s", lanes.seller, [stage.name for stage in process.stages], "[", "]")
    yield from _serving(process)
    yield "  classDef buyer fill:#fdf1e4,stroke:#8f3f00,color:#1b1f27"
    yield "  classDef seller fill:#eaf2fb,stroke:#175392,color:#1b1f27"
    yield f"  class {','.join(f'b{at}' for at, _ in enumerate(process.buyer.steps))} buyer"
    yield f"  class {','.join(f's{at}' for at, _ in enumerate(process.stages))} seller"


def _description(process: Process) -> str:
    steps = count(len(process.buyer.steps), TEXTS["step_of_buyer"], TEXTS["steps_of_buyer"])
    stages = count(len(process.stages), TEXTS["stage_one"], TEXTS["stage_many"])
    return TEXTS["diagram_description"].format(steps=steps, stages=stages)


def _column(prefix: str, title: str, names: list[str], begin: str, end: str) -> Iterator[str]:
    yield f"  subgraph {prefix}[{quoted(title)}]"
    for at, name in enumerate(names):
        yield f"    {prefix}{at}{begin}{quoted(f'{at + 1}. {name}')}{end}"
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
