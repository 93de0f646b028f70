"""Parts that several pages show: a metric, a need, a step, a differentiator, an objection, a loop."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from twolane.links.addresses import anchor_of, of_where
from twolane.links.element_links import Ref
from twolane.model.buying import Need
from twolane.model.market import Differentiator, Proof
from twolane.model.metrics import Metric
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.selling import Objection, Stage, Step
from twolane.parts.checklist_lines import key_of
from twolane.parts.page_inputs import PageInputs
from twolane.wording.choice_names import choice
from twolane.wording.counts import figure
from twolane.wording.spans import span
from twolane.wording.spoken_language import texts


@dataclass(frozen=True, slots=True)
class MetricRow:
    """A metric where it is used."""

    metric: Metric
    ref: Ref
    target: str
    owner: Ref | None


@dataclass(frozen=True, slots=True)
class NeedRow:
    """What the buyer needs, when, and which of our steps meet it."""

    need: Need
    ref: Ref
    anchor: str
    kind: str
    when: str
    met_by: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class StepRow:
    """One of our steps with everybody and everything that it involves."""

    step: Step
    anchor: str
    key: str
    when: str
    serves: tuple[Ref, ...]
    delivers: tuple[Ref, ...]
    responsible: Ref | None
    accountable: Ref | None
    consulted: tuple[Ref, ...]
    informed: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class DifferentiatorRow:
    """A differentiator where it is used."""

    differentiator: Differentiator
    ref: Ref
    against: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """An objection with the differentiator and the proofs that help to answer it."""

    objection: Objection
    differentiator: Ref | None
    proof: tuple[Proof, ...]
    process: Ref
    stage: Ref


def has_answers(playbook: Playbook) -> bool:
    """Whether there is anything to answer with or to: a differentiator, a competitor or an objection."""
    objections = (stage.objections for process in playbook.processes for stage in process.stages)
    return bool(playbook.differentiators or playbook.competitors or any(objections))


def way_to_buyer(given: PageInputs, process: Process) -> Ref | None:
    """The link to the page that finds a buyer; nothing where there is none."""
    where = of_where(process)
    return Ref(texts().where, where) if where.page in given.paths else None


def metric_row(given: PageInputs, metric: Metric) -> MetricRow:
    """A metric with its target in words."""
    ref = given.refs.metrics((metric.id,))[0]
    return MetricRow(metric, ref, figure(metric.target, metric.unit), given.refs.role(metric.owner))


def metric_rows(given: PageInputs, ids: Iterable[str | None]) -> tuple[MetricRow, ...]:
    """The metrics of these ids, each once."""
    found = given.playbook.named(given.playbook.metric, dict.fromkeys(ids))
    return tuple(metric_row(given, metric) for metric in found)


def need_row(given: PageInputs, process: Process, need: Need) -> NeedRow:
    """A need with the steps that meet it; its time is its own, not that of its step."""
    when = span(need.from_, need.until, process.time_unit)
    met_by = given.refs.steps(process, process.delivering(need))
    return NeedRow(need, given.refs.need(process, need), anchor_of(need), choice(need.kind), when, met_by)


def step_row(given: PageInputs, process: Process, step: Step) -> StepRow:
    """One of our steps with its links."""
    refs = given.refs
    return StepRow(
        step,
        anchor_of(step),
        key_of(step),
        span(step.from_, step.until, process.time_unit),
        refs.buyer_steps(process, step.serves),
        refs.needs(process, step.delivers),
        refs.role(step.responsible),
        refs.role(step.accountable),
        refs.roles(step.consulted),
        refs.roles(step.informed),
    )


def differentiator_rows(given: PageInputs, ids: Iterable[str]) -> tuple[DifferentiatorRow, ...]:
    """The differentiators of these ids."""
    refs = given.refs
    return tuple(
        DifferentiatorRow(each, refs.differentiator(each), refs.competitors(each.against))
        for each in given.playbook.named(given.playbook.differentiator, ids)
    )


def objection_row(given: PageInputs, process: Process, stage: Stage, objection: Objection) -> ObjectionRow:
    """An objection with what helps to answer it."""
    found = given.playbook.named(given.playbook.differentiator, (objection.differentiator,))
    return ObjectionRow(
        objection,
        given.refs.differentiator(found[0]) if found else None,
        found[0].proof if found else (),
        given.refs.process(process),
        given.refs.stage(process, stage),
    )
