"""Finds a role, metric, segment, differentiator or need that nothing refers to.

Why:
    What nothing refers to stands on a page to which no link leads. Either somebody forgot to use it, and then the
    process is poorer than its authors, or it is left over, and then it sends new colleagues after things that do not
    matter (P12; "How can we create a sales process that gets results?", 2003). A need counts as used when one of our
    steps delivers it; the need for space is met by doing nothing. Where a step says whom it serves, A301 and A302 tell
    which needs are not met. A metric that names its goal is in use. Competitors
    and terms of the glossary may stand alone. So may a segment where each process names another one already, since a
    process takes one.

Mend:
    Name its id where it belongs, as the finding says, or take it out.

Wrong when:
    Something may be defined ahead of its use, or for readers outside of the processes: a figure that the board's report
    takes from here, a role that is listed so that people know whom to call.

    Say so above the definition: `# twolane: ignore[D009] its process is mapped in spring`

Fails:
    # metrics.yml
    metrics:
      - id: meeting-rate
        name: Meeting rate
      - id: new-plants
        name: New plants
      - id: calls
        name: Calls in a week

Passes:
    # metrics.yml
    metrics:
      - id: meeting-rate
        name: Meeting rate
      - id: new-plants
        name: New plants
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from twolane.checks.context import Context
from twolane.checks.current import current
from twolane.checks.gaps import not_given
from twolane.checks.mentions import Mentions
from twolane.checks.referred_to import referred_to
from twolane.findings import Finding, Rule, Severity
from twolane.model.buying import Need
from twolane.model.element import Element
from twolane.model.market import Differentiator
from twolane.model.metrics import Metric
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.wording.quoting import short
from twolane.wording.spoken_language import translated, worded

RULE = Rule("D009", "unused-definition", Severity.WARNING, ("P12",))

_USE = {
    "role": "name it in a step, as an actor of a buyer step or as an owner, or take it out",
    "metric": "add it to `metrics` of a stage or as `metric` of a goal, or take it out",
    "segment": "name it as `segment` of a process, or take it out",
    "differentiator": "add it to `differentiators` of a stage or to an objection that it answers, or take it out",
}


def check(playbook: Playbook, context: Context) -> Iterator[Finding]:
    if not playbook.processes:
        return
    ids = referred_to(playbook)
    segments = playbook.segment if _has_room_for_a_segment(playbook) else {}
    for index in (playbook.role, playbook.metric, segments, playbook.differentiator):
        yield from _unused(index, ids)
    for process in current(playbook):
        if not any(step.serves for step in process.steps):
            yield from _undelivered(process)


def _has_room_for_a_segment(playbook: Playbook) -> bool:
    """Whether one more segment could be named: some process names none, or there is nothing but retired ones."""
    processes = tuple(current(playbook))
    return not processes or any(not_given(process, "segment") for process in processes)


def _unused(index: Mapping[str, Element], ids: Mapping[str, Iterable[str]]) -> Iterator[Finding]:
    kind = next((element.KIND for element in index.values()), "")
    mentioned = Mentions.of(ids[kind] if kind else (), index)
    for id, element in index.items():
        if isinstance(element, Metric) and element.goal:
            continue
        if id not in mentioned:
            name = element.claim if isinstance(element, Differentiator) else element.name_or_id
            message = worded("nothing refers to the {kind} “{name}”", kind=element.KIND, name=short(name))
            yield RULE.at(element.at, None, message, hint=_USE[element.KIND])


def _undelivered(process: Process) -> Iterator[Finding]:
    """Needs that no step delivers; a process without any steps has other worries."""
    needs = {need.id: need for need in process.needs}
    delivered = Mentions.of((id for step in process.steps for id in step.delivers), needs)
    for need in process.needs if process.steps else ():
        if need.kind != "space" and need.id not in delivered:
            yield _nobody_delivers(process, need)


def _nobody_delivers(process: Process, need: Need) -> Finding:
    serving = process.serving(process.buyer_step_of[need.id])
    where = worded("the step “{serving}”", serving=serving[0].name) if serving else translated("one of our steps")
    message = worded("none of our steps delivers the need “{id}”", id=need.id)
    return RULE.at(need.at, None, message, hint=worded("add it to `delivers` of {where}, or take it out", where=where))
