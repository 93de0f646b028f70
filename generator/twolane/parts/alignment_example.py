"""A small process with something wrong in each measure: the worked example of how alignment is measured."""

from __future__ import annotations

from twolane.loading.playbook_files import load
from twolane.model.playbook import Playbook

DEFINITION = """\
id: bicycles
name: Bicycles for a company
version: 1.0.0
time_unit: week

buyer:
  steps:
    - id: notice
      name: Notice the full car park
      from: 0
      until: 2
      needs:
        - {id: figures, kind: information, what: How many people would cycle}
    - id: choose
      name: Choose bicycles
      from: 2
      until: 6
      needs:
        - {id: offer, kind: pricing, what: A price per month, until: 5}
        - {id: try-out, kind: visit, what: A day with five bicycles}
    - id: decide
      name: Decide
      from: 6
      until: 9
      needs:
        - {id: contract, kind: information, what: A contract on one page}
        - {id: quiet, kind: space, what: A week without calls, from: 6, until: 7}

stages:
  - id: selling
    name: Selling
    steps:
      - id: enter-the-lead
        name: Enter the lead
        from: 3
        until: 3
      - id: send-the-offer
        name: Send the offer
        from: 3
        until: 4
        serves: [choose]
        delivers: [offer]
      - id: call-again
        name: Call again
        from: 6
        until: 6.5
        serves: [decide]
      - id: bring-the-bicycles
        name: Bring the bicycles
        from: 7
        until: 8
        serves: [choose]
        delivers: [try-out]
"""
"""``bicycles/process.yml`` of the example, shown as it stands here."""


def read_example() -> Playbook:
    """The example's playbook."""
    files = {"playbook.yml": b"title: Example\n", "bicycles/process.yml": DEFINITION.encode()}
    playbook = load(files, "process", ()).playbook
    assert playbook is not None
    return playbook
