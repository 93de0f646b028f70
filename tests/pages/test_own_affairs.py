"""Pages say what is our own decision or for ourselves, who does it all, and what customers must keep themselves."""

from __future__ import annotations

import pytest

from tests.support.playbooks import base_files
from tests.support.sites import site

PROCESS = "process/new-business/process.yml"
STEP = "        autonomy: guided\n"
OWN = """        autonomy: guided
      - id: offer-or-not
        name: Offer or not
        kind: gate
        required: true
        from: 3.5
        until: 4
        responsible: sales-director
        accountable: sales-director
      - id: count-slips
        name: Count the slips again
        kind: internal
        responsible: rep
        accountable: sales-director
"""


def with_own_affairs() -> dict[str, bytes]:
    """The base playbook with a gate, an internal step, a role for the full cycle and a duty."""
    files = {name: data.decode() for name, data in base_files().items()}
    for name, old, new in (
        (PROCESS, STEP, OWN),
        ("process/roles.yml", "    name: Sales engineer\n", "    name: Sales engineer\n    full_cycle: true\n"),
        (
            "process/segments.yml",
            "        text: Schedules respect change-over times\n",
            "        text: Schedules respect change-over times\n"
            "      - id: rest-times\n        text: The law on rest is kept\n        kind: duty\n",
        ),
    ):
        assert files[name].count(old) == 1
        files[name] = files[name].replace(old, new)
    return {name: text.encode() for name, text in files.items()}


PAGES = site(with_own_affairs())
GATE = '<span class="tl-chip">our own decision</span>'
INTERNAL = '<span class="tl-chip">for ourselves</span>'


@pytest.mark.parametrize(
    ("page", "gates", "internal"),
    [
        ("new-business/prospecting", 2, 2),
        ("new-business/closing", 0, 0),
        ("new-business/raci", 1, 1),
        ("roles/sales-director", 1, 1),
        ("roles/rep", 0, 1),
    ],
)
def test_a_step_is_marked_wherever_it_stands(page: str, gates: int, internal: int) -> None:
    """On the page of its stage above and below, in the matrix, and on the pages of those who take part."""
    body = PAGES[page].body
    assert (body.count(GATE), body.count(INTERNAL)) == (gates, internal)


def test_a_gate_is_ticked_as_any_required_step() -> None:
    """A deal that has not passed a required gate may not leave its stage, and an internal step holds nothing."""
    body = PAGES["new-business/prospecting"].body
    assert 'data-item="step:offer-or-not" data-part="step" data-text="Offer or not"' in body
    items = {part.split('"')[0]: part for part in body.split('data-item="')[1:]}
    assert 'data-required="yes"' in items["step:offer-or-not"]
    assert 'data-required="no"' in items["step:count-slips"]


def test_a_role_says_that_it_does_it_all() -> None:
    """The page of a role with the full cycle says so, and that of another one says nothing."""
    says = "<dt>Full cycle</dt><dd>Does a whole process by design</dd>"
    assert says in PAGES["roles/engineer"].body
    assert says not in PAGES["roles/rep"].body


def test_a_duty_stands_at_its_requirement() -> None:
    """The page about strategy tells what customers must keep themselves from what they want of us."""
    body = PAGES["strategy"].body
    assert 'The law on rest is kept <span class="tl-chip">their own duty</span></th>' in body
    assert "Schedules respect change-over times</th>" in body
