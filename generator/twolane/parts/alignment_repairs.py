"""What to mend, in an order: the findings of alignment by the buyer's step that each is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twolane.alignment.mends import Mend
from twolane.alignment.results import Alignment, Check, Delivery, Disturbance, End, Focus, Met, Misplaced
from twolane.alignment.results import Unwanted as WrongPlace
from twolane.alignment.statements import mended, problem
from twolane.alignment.verdict import Trouble, place_of, troubles
from twolane.checks.misaligned import misaligned
from twolane.findings import Finding
from twolane.links.addresses import of_rule
from twolane.links.element_links import Ref
from twolane.model.element import Element
from twolane.model.selling import Step
from twolane.parts.page_inputs import PageInputs
from twolane.source import Place
from twolane.wording.counts import counted
from twolane.wording.spoken_language import texts


@dataclass(frozen=True, slots=True)
class Spot:
    """One side of a finding: the element with its place in the site, and its line in the definition."""

    ref: Ref
    line: Place | None


@dataclass(frozen=True, slots=True)
class Repair:
    """A finding with both sides; ``mend`` is empty where an item above says the same."""

    finding: Finding
    rule: Ref
    buyer: tuple[Spot, ...]
    seller: tuple[Spot, ...]
    mend: str


@dataclass(frozen=True, slots=True)
class Group:
    """What is wrong at one step of the buyer, or (without one) with steps of ours that serve nobody."""

    anchor: str
    ref: Ref | None
    fails: str
    items: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class ToDo:
    """All groups, and what to do first with the number of checks that fail for that reason."""

    groups: tuple[Group, ...]
    first: str
    answers_for: str


def todo(given: PageInputs, alignment: Alignment) -> ToDo:
    """What to mend, what is worst first; a finding that somebody ignores on purpose is left out."""
    kept = list(_explained(alignment, _kept(given, alignment)))
    placed = [(finding, check, place_of(alignment, check)) for finding, check in kept]
    groups, first, answers_for = [], "", 0
    for trouble in troubles(alignment):
        id = trouble.buyer_step.id if trouble.buyer_step else None
        own = [(finding, check) for finding, check, place in placed if (place.id if place else None) == id]
        groups.append(_group(given, alignment, trouble, own))
        if not first:
            first, answers_for = _first(alignment, trouble, own), len(trouble.checks)
    failing = alignment.of - alignment.held
    words = texts().alignment_answers_for.format(number=answers_for, of=failing) if answers_for > 1 else ""
    return ToDo(tuple(each for each in groups if each.items), first, words)


def _kept(given: PageInputs, alignment: Alignment) -> Iterable[Finding]:
    """The findings of alignment without those that are ignored; the check passes over retired processes."""
    found = misaligned(alignment)
    if alignment.process.status == "retired":
        return found
    known = frozenset(given.findings)
    return [each for each in found if each in known]


def _explained(alignment: Alignment, findings: Iterable[Finding]) -> Iterator[tuple[Finding, Check]]:
    """Each finding with what it was found in, which says the same."""
    unit = alignment.process.time_unit
    of = alignment
    derived = (*of.unwanted, *of.misplaced, *of.disturbances)
    checks = (*(each for measure in of.measures if measure is not of.order for each in measure.failing), *derived)
    by_words: dict[str, list[Check]] = {}
    for check in checks:
        by_words.setdefault(problem(check, unit), []).append(check)
    for finding in findings:
        same = by_words.get(finding.message)
        if same:
            yield finding, same.pop(0) if len(same) > 1 else same[0]


def _first(alignment: Alignment, trouble: Trouble, own: list[tuple[Finding, Check]]) -> str:
    """What to do first; where the check is silent, as in a playbook that has only begun, from the comparison."""
    mends: tuple[Mend, ...] = (
        own[0][1].mends if own else next((each.mends for each in trouble.checks if each.mends), ())
    )
    return mended(mends[:1], alignment.process.time_unit)


def _group(given: PageInputs, alignment: Alignment, trouble: Trouble, own: list[tuple[Finding, Check]]) -> Group:
    process, step = alignment.process, trouble.buyer_step
    said: set[str] = set()
    items = []
    for finding, check in own:
        mend = "" if finding.hint in said else finding.hint
        said.add(finding.hint)
        items.append(_item(given, alignment, finding, check, mend))
    number = len(trouble.checks)
    return Group(
        f"mend-{step.id}" if step else "mend-ours",
        given.refs.buyer_step(process, step) if step else None,
        counted(number, texts().alignment_fails),
        tuple(items),
    )


def _item(given: PageInputs, alignment: Alignment, finding: Finding, check: Check, mend: str) -> Repair:
    rule = finding.rule
    return Repair(
        finding,
        Ref(f"{rule.code} {rule.slug}", of_rule(rule.code)),
        tuple(_buyer(given, alignment, check)),
        tuple(_seller(given, alignment, check)),
        mend,
    )


def _buyer(given: PageInputs, alignment: Alignment, check: Check) -> Iterator[Spot]:
    """The buyer's side: the step, and the need where it is about one."""
    step = place_of(alignment, check)
    if step is not None:
        yield Spot(given.refs.buyer_step(alignment.process, step), _line(step))
    if isinstance(check, Met | Delivery | WrongPlace | Disturbance):
        yield Spot(given.refs.need(alignment.process, check.need), _line(check.need))


def _seller(given: PageInputs, alignment: Alignment, check: Check) -> Iterator[Spot]:
    """Our side: the steps that it is about; none where nobody does anything."""
    steps: tuple[Step, ...] = ()
    if isinstance(check, Delivery | End | Focus | Misplaced | WrongPlace | Disturbance):
        steps = (check.step,)
    elif isinstance(check, Met):
        steps = check.disturbed
    if isinstance(check, Misplaced):
        steps = (*steps, check.others[-1])
    for step in steps:
        yield Spot(given.refs.step(alignment.process, step), _line(step))


def _line(element: Element) -> Place | None:
    return element.at.element() if element.at.file else None
