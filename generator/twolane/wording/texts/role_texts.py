"""The page of a role, and hand-offs between roles, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.tables import Table


class RoleTexts(Table):
    """The page of a role, and hand-offs between roles."""

    side: str = "Side"
    level: str = "Position"
    reports_to: str = "Reports to"
    reports: str = "Reporting to this role"
    can_say_yes: str = "Can say yes"
    full_cycle: str = "Full cycle"
    does_it_all: str = "Does a whole process by design"
    responsibilities: str = "Answers for"
    work_in: str = "Work in {name}"
    part: str = "Part"
    parts: Choices[str] = Choices(
        responsible="responsible", accountable="accountable", consulted="consulted", informed="informed"
    )
    in_buyer_steps: str = "In the buyer's steps"
    feels: str = "Feels"
    hand_offs_in: str = "Takes over"
    hand_offs_out: str = "Hands over"
    hand_off_from: str = "From"
    hand_off_to: str = "To"
    hand_off_after: str = "After"
    hand_off_before: str = "Then"
    needs_to_work: str = "Tools and skills"
    owns: str = "Owns"
    owned_processes: str = "Processes"
    owned_goals: str = "Goals"
    owned_metrics: str = "Metrics"
    mapped: str = "Helped to map"
    onboarding: str = "The first weeks"
    read: str = "Read"
    done_when: str = "Done when"
    no_work: str = "No process names this role yet."
    hand_off_true: str = "What must be true"
    hand_off_buyer: str = "The buyer:"
    hand_off_proof: str = "Evidence:"
    hand_off_entry: str = "Before it begins:"
    hand_off_delivered: str = "Delivered:"
    hand_off_free: str = "Nothing is written down: agree on it."
    my_changes: str = "What changed for me"
    my_changes_older: str = "Earlier releases"
    my_changes_none: str = "Nothing in the latest releases concerns this role."
