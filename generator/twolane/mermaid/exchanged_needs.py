"""Where a need has its place among our stages, and how one that nobody delivers reads, for every diagram alike."""

from __future__ import annotations

from collections.abc import Callable

from twolane.mermaid.mermaid_syntax import label, wrapped
from twolane.model.buying import Need
from twolane.model.process import Process
from twolane.model.selling import Stage
from twolane.wording.spoken_language import texts


def home_of(process: Process, need: Need) -> Stage | None:
    """The first stage in which the buyer is at the step that has the need; nothing where there is no such stage."""
    return next(iter(process.stages_during(process.buyer_step_of[need.id])), None)


def is_lost(process: Process, need: Need) -> bool:
    """Whether nobody delivers what is needed; whoever needs space has it by our silence."""
    return not process.delivering(need) and need.kind != "space"


def need_words(process: Process, need: Need, width: int, plain: Callable[[str], str]) -> str:
    """The need as label text, with a last line that says so where nobody delivers it."""
    lost = f"<br/>{label(texts().exchange_lost)}" if is_lost(process, need) else ""
    return wrapped(plain(need.what), width) + lost
