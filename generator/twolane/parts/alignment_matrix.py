"""The matrix of an alignment: our steps against the buyer's, and how each meets the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from twolane.alignment.results import Alignment
from twolane.alignment.statements import amount, named, number
from twolane.links.element_links import Ref
from twolane.model.buying import BuyerStep, Need
from twolane.model.selling import Step
from twolane.parts.page_inputs import PageInputs
from twolane.wording.counts import counted
from twolane.wording.spoken_language import texts

SIGNS = {"serves": "○", "delivers": "●", "off": "◐", "stray": "◇", "disturbs": "✕"}
"""The marks, the quietest first; a cell shows the loudest that holds of it, and says all of them."""
_LOOKS = {"serves": "quiet", "delivers": "good", "off": "bad", "stray": "watch", "disturbs": "bad"}
_LOUDNESS = ("serves", "delivers", "stray", "off", "disturbs")


@dataclass(frozen=True, slots=True)
class Cell:
    """How one step of ours meets one of the buyer: a mark with its look, a gap such as ``+3``, and words for it all."""

    sign: str
    look: str
    gap: str
    says: str


@dataclass(frozen=True, slots=True)
class Column:
    """A step of the buyer and how many steps of ours serve it; ``quiet`` where it is to be left alone, and is."""

    ref: Ref
    served: int
    says: str
    look: str


@dataclass(frozen=True, slots=True)
class Row:
    """A step of ours with a cell for each step of the buyer, empty where the two do not meet.

    ``serves`` is false where it should serve one and does not.
    """

    ref: Ref
    serves: bool
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Columns are the buyer's steps, rows are ours; ``legend`` explains the marks that occur."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    legend: tuple[tuple[str, str, str], ...]


def matrix(given: PageInputs, alignment: Alignment) -> Matrix | None:
    """The matrix of a process; nothing where one side has no steps."""
    process = alignment.process
    if not process.buyer_steps or not process.steps:
        return None
    marks, orphans = _Marks(given, alignment), {id(each.step) for each in alignment.focus.failing}
    rows = tuple(
        Row(
            given.refs.step(process, step),
            id(step) not in orphans,
            tuple(marks.cell(step, each) for each in process.buyer_steps),
        )
        for step in process.steps
    )
    return Matrix(tuple(_columns(given, alignment)), rows, tuple(_legend(rows, process.time_unit)))


def _columns(given: PageInputs, alignment: Alignment) -> Iterator[Column]:
    for check in alignment.coverage.checks:
        served = len(check.by)
        says = counted(served, texts().alignment_steps)
        if not served:
            says = texts().brief_space if check.quiet else texts().alignment_nobody
        look = "good" if check.held else "bad"
        yield Column(given.refs.buyer_step(alignment.process, check.buyer_step), served, says, look)


def _legend(rows: tuple[Row, ...], unit: str) -> Iterator[tuple[str, str, str]]:
    shown = {cell.sign for row in rows for cell in row.cells if cell}
    for name, sign in SIGNS.items():
        if sign in shown:
            yield sign, _LOOKS[name], texts().matrix_marks[name].format(unit=texts().unit_names[unit])


class _Marks:
    """What each pair of steps has in common."""

    def __init__(self, given: PageInputs, alignment: Alignment) -> None:
        self._given, self._process = given, alignment.process
        self._late = {(each.step.id, each.need.id): each.late for each in alignment.timing.checks}
        self._disturbs = {(each.step.id, each.need.id) for each in alignment.disturbances}

    def cell(self, step: Step, buyer_step: BuyerStep) -> Cell | None:
        """How ``step`` meets ``buyer_step``."""
        found = list(self._found(step, buyer_step))
        if not found:
            return None
        loudest = max((name for name, _, _ in found), key=_LOUDNESS.index)
        gaps = [gap for _, gap, _ in found if gap]
        worst = max(gaps, key=abs, default=Decimal(0))
        sign = f"{'+' if worst > 0 else '−'}{number(abs(worst))}" if worst else ""
        return Cell(SIGNS[loudest], _LOOKS[loudest], sign, "; ".join(words for _, _, words in found))

    def _found(self, step: Step, buyer_step: BuyerStep) -> Iterator[tuple[str, Decimal, str]]:
        """The name of each mark, by how much it is late or early, and its words."""
        serves = buyer_step.id in step.serves
        if serves:
            yield "serves", Decimal(0), texts().cell_serves
        for need in buyer_step.needs:
            if need.id in step.delivers and need.kind != "space":
                yield from self._delivered(step, need, serves)
            if (step.id, need.id) in self._disturbs:
                yield "disturbs", Decimal(0), self._say(texts().cell_disturbs, need)

    def _delivered(self, step: Step, need: Need, serves: bool) -> Iterator[tuple[str, Decimal, str]]:
        late = self._late.get((step.id, need.id), Decimal(0))
        gap = amount(late, self._process.time_unit)
        if late:
            yield "off", late, self._say(texts().cell_late if late > 0 else texts().cell_early, need, gap)
        elif serves:
            yield "delivers", late, self._say(texts().cell_delivers, need)
        if not serves:
            yield "stray", Decimal(0), self._say(texts().cell_stray, need)

    def _say(self, text: str, need: Need, gap: str = "") -> str:
        return text.format(need=named(self._given.prose.plain(need.what)), gap=gap)
