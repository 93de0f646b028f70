"""The words of the diagram: what its parts are called when read out, and what is written on them."""

from __future__ import annotations

from decimal import Decimal

from twolane.alignment.statements import amount
from twolane.model.buying import BuyerStep
from twolane.model.selling import Stage, Step
from twolane.wording.counts import count, number
from twolane.wording.lists import listed
from twolane.wording.spans import span

HEADING = "Both lines over time"
DISTURBED = "not left alone"
_SMALL, _LARGE = 1e-6, 1e7
"""Times below and from which figures are told by their power of ten."""
NOBODY = "Nobody does anything here"
SOME_BY_ORDER = "Blocks with a dashed edge have no times; they stand between their neighbours."
BREAKS = "At a zigzag the time is shortened: nothing begins or ends there."
OPEN_ENDS = "Blocks with a torn edge go on; nobody says until when."
NOT_MET = "nobody"
TABLE = "The same as a table"
ORPHANS = "Steps of ours that serve no step of the buyer:"
LEGEND = {
    "met": "a need, and the step of ours that meets it",
    "off": "early or late, by how much",
    "unmet": "nobody meets it",
    "space": "the buyer wants to be left alone",
    "orphan": "serves no step of the buyer",
}
"""By the kind of mark: what it means."""


def buyer_step(step: BuyerStep, unit: str) -> str:
    """What a buyer step is called when read out."""
    return f"{step.name}: a step of the buyer, {_when(step.from_, step.until, unit)}"


def step(step: Step, serves: tuple[str, ...], unit: str) -> str:
    """What a step of ours is called when read out."""
    whom = f"serves {listed(serves)}" if serves else "serves no step of the buyer"
    return f"{step.name}: a step of ours, {_when(step.from_, step.until, unit)}, {whom}"


def stage(stage: Stage) -> str:
    """What a stage is called when read out."""
    return f"{stage.name}: a stage of {count(len(stage.steps), 'step')}"


def gap(late: Decimal, unit: str) -> str:
    """How far off a delivery is: ``3 weeks late``."""
    size = amount(late, unit) if _SMALL <= abs(late) < _LARGE else f"{abs(float(late)):g} {unit}s"
    return f"{size} {'late' if late > 0 else 'early'}"


def met(need: str, step: str, late: Decimal | None, unit: str) -> str:
    """A need that a step delivers."""
    when = ", at a time that is not given" if late is None else f", {gap(late, unit)}" if late else ", in time"
    return f"{need}: a need, met by {step}{when}"


def unmet(need: str) -> str:
    """A need that nobody meets."""
    return f"{need}: a need that no step of ours meets"


def space(need: str, outcome: str) -> str:
    """A need to be left alone."""
    return f"{need}: space, {DISTURBED if outcome == 'disturbed' else 'and we keep quiet'}"


def starts_later(by: float, unit: str) -> str:
    """Beside a line that begins after the other one."""
    return f"Starts {_length(by, unit)} later"


def ends_earlier(by: float, unit: str) -> str:
    """Beside a line that is over before the other one."""
    return f"Ends {_length(by, unit)} earlier"


def _length(value: float, unit: str) -> str:
    size = number(value) if _SMALL <= value < _LARGE else f"{value:g}"
    return f"{size} {unit}{'' if value == 1 else 's'}"


def _when(begin: float | None, end: float | None, unit: str) -> str:
    return span(begin, end, unit) or "no time given"


def title(process: str) -> str:
    """What the picture is called."""
    return f"{process}: both lines"


def timing(late: Decimal | None, unit: str) -> str:
    """How a delivery comes, in a cell of a table."""
    return "no time given" if late is None else gap(late, unit) if late else "in time"


def quiet(kept: bool) -> str:
    """How a need for space fares, in a cell of a table."""
    return "we keep quiet" if kept else DISTURBED


def caption(unit: str, ordered: bool) -> str:
    """What one must know to read the picture."""
    what = "Each of the buyer's steps has a colour and a shape."
    if ordered:
        return f"The steps have no times: they stand in their order, and a slant means another order. {what}"
    return f"Both lines run over the same {unit}s. {what}"
