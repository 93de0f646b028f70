"""The value exchange: what the buyer asks for in each stage, and which of our steps delivers it (P1, P13)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twolane.mermaid.exchanged_needs import home_of, is_lost, need_words
from twolane.mermaid.mermaid_syntax import described, label, wrapped
from twolane.model.buying import Need
from twolane.model.playbook_file import Lanes
from twolane.model.process import Process
from twolane.model.selling import Stage
from twolane.wording.counts import counted
from twolane.wording.spoken_language import texts

_WIDTH = 40
"""Characters of a line between the two sides."""
_GROUND = "rgba(128, 128, 128, 0.12)"
"""The ground of a block: a veil that is seen on light and dark pages."""


def value_exchange(process: Process, lanes: Lanes, plain: Callable[[str], str]) -> str:
    """A Mermaid sequence diagram with a block for each stage; empty where nobody needs anything or there is no stage.

    ``plain`` turns prose into plain text. Needs that nobody delivers are lost messages, in the first stage in which
    the buyer is at their step; in a block of their own where there is no such stage.
    """
    if not process.needs or not process.stages:
        return ""
    return "\n".join(("sequenceDiagram", *_Exchange(process, plain).lines(lanes)))


class _Exchange:
    def __init__(self, process: Process, plain: Callable[[str], str]) -> None:
        self._process, self._plain = process, plain
        self._unmet = [need for need in process.needs if not process.delivering(need)]

    def lines(self, lanes: Lanes) -> Iterator[str]:
        yield from described(texts().exchange_title.format(name=self._process.name), self._description())
        yield f"  participant b as {label(lanes.buyer) or 'b'}"
        yield f"  participant s as {label(lanes.seller) or 's'}"
        for number, stage in enumerate(self._process.stages, 1):
            yield from _block(f"{number}. {stage.name}", [*self._delivered(stage), *self._left_in(stage)])
        rest = self._left_in(None)
        if rest:
            yield from _block(texts().exchange_no_stage, rest)

    def _description(self) -> str:
        lost = sum(is_lost(self._process, need) for need in self._unmet)
        needs = counted(len(self._process.needs), texts().need_count)
        stages = counted(len(self._process.stages), texts().stage_count)
        text = texts().exchange_description_lost if lost else texts().exchange_description
        return text.format(needs=needs, stages=stages, lost=lost)

    def _delivered(self, stage: Stage) -> Iterator[str]:
        """Each step that delivers something, after what it delivers has been asked for."""
        asked: set[str] = set()
        for step in stage.steps:
            needs = [need for need in map(self._process.need, step.delivers) if need is not None]
            for need in needs:
                if need.id not in asked:
                    yield f"b->>s: {self._words(need)}"
                    asked.add(need.id)
            if needs:
                yield f"s-->>b: {wrapped(step.name, _WIDTH)}"

    def _left_in(self, stage: Stage | None) -> list[str]:
        """The needs of this stage that no step delivers; of no stage where there is none."""
        left = (need for need in self._unmet if home_of(self._process, need) is stage)
        return [line for need in left for line in self._undelivered(need)]

    def _undelivered(self, need: Need) -> Iterator[str]:
        """Who needs space gets it by our silence; any other need is lost."""
        lost = is_lost(self._process, need)
        yield f"{'b-xs' if lost else 'b->>s'}: {self._words(need)}"
        if not lost:
            yield f"note left of s: {label(texts().exchange_silence)}"

    def _words(self, need: Need) -> str:
        return need_words(self._process, need, _WIDTH, self._plain)


def _block(title: str, lines: list[str]) -> Iterator[str]:
    words = title if lines else texts().exchange_nothing.format(stage=title)
    yield f"  rect {_GROUND}"
    yield f"    note over b,s: {wrapped(words, _WIDTH)}"
    yield from (f"    {line}" for line in lines)
    yield "  end"
