"""The lanes of a stage: what the buyer needs, which of our steps meets it, what the buyer does in the end (P1, P16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twolane.mermaid.exchanged_needs import home_of, is_lost, need_words
from twolane.mermaid.mermaid_syntax import BUYER, SELLER, UNMET, classes, described, edge, node, wrapped
from twolane.model.buying import Need
from twolane.model.playbook_file import Lanes
from twolane.model.process import Process
from twolane.model.selling import Stage
from twolane.wording.spoken_language import texts

_WIDTH = 24


def stage_lanes(process: Process, stage: Stage, lanes: Lanes, plain: Callable[[str], str]) -> str:
    """A Mermaid flowchart of three columns; empty where nothing is needed in the stage, or nothing done.

    ``plain`` turns prose into plain text. The needs are those that the stage's steps deliver, and those that nobody
    delivers, in the first stage in which the buyer is at their step.
    """
    needs = [need for need in process.needs if _is_here(process, stage, need)]
    if not stage.steps or not needs:
        return ""
    return "\n".join(("flowchart LR", *_lines(process, stage, needs, lanes, plain)))


def _is_here(process: Process, stage: Stage, need: Need) -> bool:
    delivered = any(need.id in step.delivers for step in stage.steps)
    return delivered or (not process.delivering(need) and home_of(process, need) is stage)


def _lines(
    process: Process, stage: Stage, needs: list[Need], lanes: Lanes, plain: Callable[[str], str]
) -> Iterator[str]:
    title, description = texts().lanes_title, texts().lanes_description
    yield from described(title.format(stage=stage.name), description.format(stage=stage.name))
    yield from _column("b", lanes.buyer, [_need(process, need, plain) for need in needs], "(", ")")
    yield from _column(
        "s", lanes.seller, [_words(f"{at}. {step.name}") for at, step in enumerate(stage.steps, 1)], "[", "]"
    )
    yield from _column("e", texts().lanes_exit, [_words(plain(each.buyer)) for each in stage.exit], "(", ")")
    yield from _meetings(stage, needs)
    yield from ([edge("s", "e")] if stage.exit else [])
    yield from _classes(process, stage, needs)


def _column(name: str, title: str, texts: list[str], begin: str, end: str) -> Iterator[str]:
    """Nodes below each other; the direction holds where no line leaves the column, and does no harm elsewhere."""
    if texts:
        yield f'  subgraph {name}["{_words(title)}"]'
        yield "    direction LR"
        yield from (f"  {node(f'{name}{at}', text, begin, end)}" for at, text in enumerate(texts, 1))
        yield "  end"


def _meetings(stage: Stage, needs: list[Need]) -> Iterator[str]:
    """A line from each need to the steps that deliver it; unseen ones keep the other steps in their column."""
    numbers = {need.id: at for at, need in reversed(list(enumerate(needs, 1)))}
    for at, step in enumerate(stage.steps, 1):
        met = [numbers[id] for id in dict.fromkeys(step.delivers) if id in numbers]
        yield from (f"  b{number} --- s{at}" for number in met)
        if not met:
            yield f"  b{min(at, len(needs))} ~~~ s{at}"


def _need(process: Process, need: Need, plain: Callable[[str], str]) -> str:
    alone = need.kind == "space" and not process.delivering(need)
    silence = f"<br/>{_words(texts().lanes_silence)}" if alone else ""
    return need_words(process, need, _WIDTH, plain) + silence


def _words(text: str) -> str:
    return wrapped(text, _WIDTH)


def _classes(process: Process, stage: Stage, needs: list[Need]) -> Iterator[str]:
    met = {f"b{at}": not is_lost(process, need) for at, need in enumerate(needs, 1)}
    exits = [f"e{at}" for at, _ in enumerate(stage.exit, 1)]
    yield from classes(
        {
            BUYER: [name for name in met if met[name]] + exits,
            SELLER: [f"s{at}" for at, _ in enumerate(stage.steps, 1)],
            UNMET: [name for name in met if not met[name]],
        }
    )
