"""The lanes of a stage: what the buyer needs, which of our steps meets it, and what the buyer does in the end (P1, P16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twolane.model.buying import Need
from twolane.model.process import Process
from twolane.model.selling import Stage
from twolane.model.settings import Lanes
from twolane.pages.diagrams.mermaid import BUYER, SELLER, UNMET, classes, described, edge, node, wrapped
from twolane.pages.texts import TEXTS

_WIDTH = 26


def stage_lanes(process: Process, stage: Stage, lanes: Lanes, plain: Callable[[str], str]) -> str:
    """A Mermaid flowchart of three columns; empty where the stage has no steps, or nothing to set against them.

    ``plain`` turns prose into plain text. The needs are those of the buyer steps that the stage serves, and those
    that its steps deliver.
    """
    needs = _needs(process, stage)
    if not stage.steps or not (needs or stage.exit):
        return ""
    return "\n".join(("flowchart LR", *_lines(process, stage, needs, lanes, plain)))


def _needs(process: Process, stage: Stage) -> list[Need]:
    here = {*stage.serves}
    delivered = {id for step in stage.steps for id in step.delivers}
    return [need for need in process.needs if need.id in delivered or process.buyer_step_of[need.id].id in here]


def _lines(
    process: Process, stage: Stage, needs: list[Need], lanes: Lanes, plain: Callable[[str], str]
) -> Iterator[str]:
    title, description = TEXTS["lanes_title"], TEXTS["lanes_description"]
    yield from described(title.format(stage=stage.name), description.format(stage=stage.name))
    buyer, seller = (wrapped(name, _WIDTH) for name in (lanes.buyer, lanes.seller))
    yield from _column("b", buyer, [plain(need.what) for need in needs], "([", "])")
    yield from _column("s", seller, [f"{at}. {step.name}" for at, step in enumerate(stage.steps, 1)], "[", "]")
    yield from _column("x", wrapped(TEXTS["lanes_exit"], _WIDTH), [plain(each.buyer) for each in stage.exit], "([", "])")
    yield from _meetings(stage, needs)
    yield from ([edge("s", "x")] if stage.exit else [])
    yield from _classes(process, stage, needs)


def _column(name: str, title: str, texts: list[str], begin: str, end: str) -> Iterator[str]:
    if texts:
        yield f'  subgraph {name}["{title}"]'
        yield from (f"  {node(f'{name}{at}', wrapped(text, _WIDTH), begin, end)}" for at, text in enumerate(texts, 1))
        yield "  end"


def _meetings(stage: Stage, needs: list[Need]) -> Iterator[str]:
    """A line from each need to the steps that deliver it; unseen ones keep the rest in their columns."""
    numbers = {need.id: at for at, need in enumerate(needs, 1)}
    for at, step in enumerate(stage.steps, 1):
        met = [numbers[id] for id in dict.fromkeys(step.delivers) if id in numbers]
        yield from (edge(f"b{number}", f"s{at}") for number in met)
        if needs and not met:
            yield f"  b{min(at, len(needs))} ~~~ s{at}"


def _classes(process: Process, stage: Stage, needs: list[Need]) -> Iterator[str]:
    met = [f"b{at}" for at, need in enumerate(needs, 1) if process.delivering(need) or need.kind == "space"]
    unmet = [name for name in (f"b{at}" for at, _ in enumerate(needs, 1)) if name not in met]
    exits = [f"x{at}" for at, _ in enumerate(stage.exit, 1)]
    yield from classes({BUYER: met + exits, SELLER: [f"s{at}" for at, _ in enumerate(stage.steps, 1)], UNMET: unmet})
