"""The RACI matrix, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.tables import Table


class RaciTexts(Table):
    """The RACI matrix."""

    raci: str = "Who does what"
    raci_title: str = "{name}: who does what"
    raci_description: str = "Every step with who is responsible, accountable, consulted and informed"
    raci_lead: str = "Every step of ours in a row, every role in a column."
    raci_role: str = "Role"
    raci_everybody: str = "everybody"
    raci_letters: str = "Duties"
    raci_step: str = "Step"
    raci_shown: str = "{all} of {all} steps"
    raci_parts: Choices[str] = Choices(
        responsible="Responsible", accountable="Accountable", consulted="Consulted", informed="Informed"
    )
    part_letters: Choices[str] = Choices(responsible="R", accountable="A", consulted="C", informed="I")
    more_in_raci: str = "All roles beside each other:"
