"""Makes the path into a role: from its onboarding, or else from what the definitions say about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twolane.links.addresses import Address, Top, anchor_of, segment
from twolane.links.element_links import Ref
from twolane.model.process import Process
from twolane.model.raci import HandOff, hand_offs, takes_part
from twolane.model.roles import Role
from twolane.model.selling import Stage
from twolane.parts.onboarding_tasks import OnboardingTask, Point
from twolane.parts.page_inputs import PageInputs
from twolane.wording.spoken_language import texts


def path_of(given: PageInputs, role: Role) -> tuple[OnboardingTask, ...]:
    """The tasks of somebody new in the role, in order; never none."""
    items = _written(given, role) if role.onboarding else _made(given, role)
    # A faulty playbook may give an id twice; ticks need a name of their own each.
    return tuple({item.key: item for item in items}.values())


def own_stages(role: Role, process: Process) -> tuple[Stage, ...]:
    """The stages in which the role is responsible for a step."""
    return tuple(each for each in process.stages if any(step.responsible == role.id for step in each.steps))


def _written(given: PageInputs, role: Role) -> Iterator[OnboardingTask]:
    for each in role.onboarding:
        found = (given.refs.anything(named) for named in each.read)
        read = tuple(ref for ref in found if ref is not None)
        yield OnboardingTask(anchor_of(each), each.title, each.when, read, each.do, each.done_when)


def _made(given: PageInputs, role: Role) -> Iterator[OnboardingTask]:
    current = tuple(each for each in given.playbook.processes if each.status != "retired")
    involved = tuple(process for process in current if takes_part(process, role))
    yield from _strategy(given)
    for process in involved:
        yield from _journey(given, process)
    for process in involved:
        for stage in own_stages(role, process):
            yield _stage(given, role, process, stage)
    yield _tools(given, role, involved)
    yield from _metrics(given, role, involved)
    yield from _differentiators(given, role, involved)
    yield from _hand_offs(given, role)


def _strategy(given: PageInputs) -> Iterator[OnboardingTask]:
    if Top.STRATEGY in given.paths:
        read = (Ref(texts().strategy_title, Address(Top.STRATEGY)),)
        goals = given.refs.goals(goal.id for goal in given.playbook.strategy.goals)
        told, proven = texts().path_strategy_do, texts().path_strategy_done
        yield OnboardingTask(
            "strategy", texts().path_strategy, read=read, told=told, points=_links(goals), proven=proven
        )


def _journey(given: PageInputs, process: Process) -> Iterator[OnboardingTask]:
    if process.buyer.steps:
        title = texts().path_journey.format(name=process.name)
        read = (given.refs.journey(process, texts().journey_title.format(name=process.name)),)
        steps = given.refs.buyer_steps(process, (step.id for step in process.buyer.steps))
        told, proven = texts().path_journey_do, texts().path_journey_done
        key = f"journey-{segment(process.id)}"
        yield OnboardingTask(key, title, read=read, told=told, points=_links(steps), proven=proven)


def _stage(given: PageInputs, role: Role, process: Process, stage: Stage) -> OnboardingTask:
    own = given.refs.steps(process, (step for step in stage.steps if step.responsible == role.id))
    title = texts().path_stage.format(name=stage.name, process=process.name)
    proofs = tuple(Point(prose=each.buyer) for each in stage.exit if each.buyer)
    return OnboardingTask(
        f"stage-{segment(process.id)}-{segment(stage.id)}",
        title,
        read=(given.refs.stage(process, stage),),
        told=texts().path_stage_do,
        points=_links(own),
        proven=(texts().path_stage_done if proofs else texts().path_stage_done_open),
        proofs=proofs,
    )


def _tools(given: PageInputs, role: Role, involved: Iterable[Process]) -> OnboardingTask:
    steps = [step for process in involved for step in process.steps if step.responsible == role.id]
    named = (*role.tools, *(tool for step in steps for tool in step.tools))
    able = (*role.skills, *(skill for step in steps for skill in step.skills))
    points = tuple(Point(plain=each) for each in dict.fromkeys((*named, *able)))
    told = texts().path_tools_do if points else texts().path_role_do
    title = texts().path_tools if points else texts().path_role
    read = given.refs.roles((role.id,))
    return OnboardingTask("role", title, read=read, told=told, points=points, proven=texts().path_tools_done)


def _metrics(given: PageInputs, role: Role, involved: Iterable[Process]) -> Iterator[OnboardingTask]:
    owned = (metric.id for metric in given.playbook.metrics if metric.owner == role.id)
    staged = (id for process in involved for stage in own_stages(role, process) for id in stage.metrics)
    refs = given.refs.metrics(dict.fromkeys((*owned, *staged)))
    if refs:
        told, proven = texts().path_metrics_do, texts().path_metrics_done
        read = (Ref(texts().metrics_title, Address(Top.METRICS)),)
        yield OnboardingTask("metrics", texts().path_metrics, read=read, told=told, points=_links(refs), proven=proven)


def _differentiators(given: PageInputs, role: Role, involved: Iterable[Process]) -> Iterator[OnboardingTask]:
    stages = [stage for process in involved for stage in own_stages(role, process)]
    answers = (each.differentiator for stage in stages for each in stage.objections)
    used = (id for stage in stages for id in stage.differentiators)
    refs = given.refs.differentiators(dict.fromkeys((*used, *answers)))
    if refs:
        told, proven = texts().path_different_do, texts().path_different_done
        read = (Ref(texts().differentiators_title, Address(Top.DIFFERENTIATORS)),)
        yield OnboardingTask(
            "differentiators", texts().path_different, read=read, told=told, points=_links(refs), proven=proven
        )


def _hand_offs(given: PageInputs, role: Role) -> Iterator[OnboardingTask]:
    current = [each for each in hand_offs(given.playbook) if each.process.status != "retired"]
    passed = [each for each in current if role.id in (each.before.responsible, each.after.responsible)]
    points = tuple(Point(plain=words) for words in dict.fromkeys(_passed(given, role, each) for each in passed))
    if points:
        told, proven = texts().path_hand_offs_do, texts().path_hand_offs_done
        read = given.refs.roles((role.id,))
        yield OnboardingTask("hand-offs", texts().path_hand_offs, read=read, told=told, points=points, proven=proven)


def _passed(given: PageInputs, role: Role, each: HandOff) -> str:
    gives = each.before.responsible == role.id
    other = given.refs.role(each.after.responsible if gives else each.before.responsible)
    text = texts().path_gives if gives else texts().path_takes
    return text.format(other=other.text if other else "", before=each.before.name, after=each.after.name)


def _links(refs: Iterable[Ref]) -> tuple[Point, ...]:
    return tuple(Point(ref=ref) for ref in refs)
