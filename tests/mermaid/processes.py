"""A small process with something for each diagram, written as its author would, and all diagrams of a process."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.support.playbooks import playbook
from twolane.links.prose import Prose
from twolane.mermaid.decision_flow import decision_flow
from twolane.mermaid.flywheel import flywheel
from twolane.mermaid.stage_lanes import stage_lanes
from twolane.mermaid.two_sides import two_sides
from twolane.mermaid.value_exchange import value_exchange
from twolane.model.playbook_file import Lanes
from twolane.model.process import Process

PLAIN = Prose(lambda address, here: "").plain
LANES = Lanes(buyer="The plant", seller="We")

SMALL = """\
id: sell
name: Sell
version: 1.0.0
buyer:
  steps:
    - id: notice
      name: Notice
      needs:
        - {id: figures, kind: information, what: Figures of *others*}
        - {id: visit, kind: visit, what: A visit}
        - {id: quiet, kind: space, what: Time to think}
      decision:
        question: Worth it?
        no_go: They live with it.
    - id: choose
      name: Choose
      needs:
        - {id: price, kind: pricing, what: A price}
stages:
  - id: prospect
    name: Prospect
    serves: [notice]
    steps:
      - {id: call, name: Call}
      - {id: share, name: Share, delivers: [figures]}
    exit:
      - {id: agreed, buyer: Agrees to meet}
  - id: close
    name: Close
loops:
  - {from: close, to: prospect, when: Another plant}
"""


def process(text: str = SMALL) -> Process:
    """The one process of a playbook."""
    return playbook({"process/playbook.yml": b"title: Small\n", "process/sell/process.yml": text.encode()}).processes[0]


def diagrams(process: Process, lanes: Lanes = LANES, plain: Callable[[str], str] = PLAIN) -> Iterator[str]:
    """Every diagram that the pages of a process show."""
    found = [two_sides(process, lanes), value_exchange(process, lanes, plain), decision_flow(process, plain)]
    found += [stage_lanes(process, stage, lanes, plain) for stage in process.stages]
    yield from filter(None, [*found, flywheel(process, plain)])
