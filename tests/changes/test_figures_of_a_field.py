"""Four changes that a team made to a real handbook: the discount table, who decides above it, trial, answer time."""

from __future__ import annotations

import pytest

from twolane.changes.comparison import compare
from twolane.changes.levels import Level
from twolane.loading.playbook_files import load
from twolane.meaning.text_meaning import Reading
from twolane.model.playbook import Playbook

ROLES = b"""
roles:
  - {id: ae, name: Account executive}
  - {id: desk, name: Deal desk}
  - {id: manager, name: Sales manager}
  - {id: director, name: Sales director}
"""
PROCESS = """
id: sell
name: Sell
version: 1.0.0
stages:
  - id: offer
    name: Offer
    steps:
      - id: answer
        name: Answer the inquiry
        responsible: ae
        accountable: manager
        how: Answer within 4 working hours, by phone if you can.
      - id: start-trial
        name: Start the trial
        responsible: ae
        accountable: manager
        how: A trial lasts 14 days and ends by itself.
      - id: discount
        name: Decide on the discount
        responsible: desk
        accountable: manager
        how: |
          Never say a figure on the phone.

          | Seats | Discount |
          |---|---|
          | 1–49 | 0 % |
          | 50–199 | 5 % |
          | 200 and more | 12 % |

          Above that the sales manager decides.
"""
WHERE = "the step “Decide on the discount” in the stage “Offer” is done well"


def read(process: str) -> Playbook:
    """The playbook with that process."""
    playbook = load(
        {"playbook.yml": b"title: Field\n", "roles.yml": ROLES, "sell/process.yml": process.encode()}
    ).playbook
    assert playbook is not None
    return playbook


@pytest.mark.parametrize(
    ("old", "new", "sentence", "roles"),
    [
        (
            "| 50–199 | 5 % |",
            "| 50–199 | 8 % |",
            f"A figure changed in how {WHERE}: 5 % → 8 %.",
            ("desk", "manager"),
        ),
        (
            "Above that the sales manager decides.",
            "Above that the sales director decides.",
            f"A figure changed in how {WHERE}: sales manager → sales director.",
            ("desk", "manager", "director"),
        ),
        (
            "lasts 14 days",
            "lasts 30 days",
            "A figure changed in how the step “Start the trial” in the stage “Offer” is done well: 14 days → 30 days.",
            ("ae", "manager"),
        ),
        (
            "within 4 working hours",
            "within 2 working days",
            "A figure changed in how the step “Answer the inquiry” in the stage “Offer” is done well: "
            "4 working hours → 2 working days.",
            ("ae", "manager"),
        ),
    ],
)
def test_a_figure_that_changed_is_read_again(old: str, new: str, sentence: str, roles: tuple[str, ...]) -> None:
    """It is told by itself, at least minor; whoever does the step, answers for it or is named in it reads it."""
    (change,) = compare(read(PROCESS), read(PROCESS.replace(old, new))).changes
    assert (change.level, change.kind.reading) == (Level.MINOR, Reading.FIGURE)
    assert (change.sentence, change.roles) == (sentence, roles)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lasts 14 days", "lasts two weeks"),
        ("| 50–199 | 5 % |", "| 50 to 199 | 5% |"),
        ("Never say a figure on the phone.", "Don't ever say a figure on the phone."),
        ("by phone if you can.", "if possible by phone."),
    ],
)
def test_a_figure_in_other_words_is_wording(old: str, new: str) -> None:
    """The same figure in another notation, and words around it, are a patch that nobody has to read."""
    (change,) = compare(read(PROCESS), read(PROCESS.replace(old, new))).changes
    assert (change.level, change.kind.reading, change.roles) == (Level.PATCH, None, ())


def test_criteria_that_swap_their_ids() -> None:
    """Two criteria under each other's ids ask for something else each: one entry, with a deal that shows it."""
    exits = "    exit:\n      - {id: one, buyer: Confirms a budget}\n      - {id: two, buyer: Signs the contract}\n"
    swapped = exits.replace("Confirms a budget", "…").replace("Signs the contract", "Confirms a budget")
    found = compare(read(PROCESS + exits), read(PROCESS + swapped.replace("…", "Signs the contract"))).changes
    assert [(change.level, change.kind.slug, change.witness and change.witness.sentence) for change in found] == [
        (
            Level.MAJOR,
            "ids-swapped",
            "A deal in “Offer” could go on with “Confirms a budget”; now “Signs the contract” is asked.",
        )
    ]
