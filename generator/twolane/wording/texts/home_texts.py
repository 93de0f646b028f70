"""The home page, in words for readers."""

from __future__ import annotations

from twolane.wording.choices import Choices
from twolane.wording.tables import Table


class HomeTexts(Table):
    """The home page."""

    home_processes: str = "Our processes"
    home_roles: str = "I am a …"
    i_am: Choices[str] = Choices(seller="On our side", partner="A partner", buyer="Know the people who buy")
    home_goals: str = "What we are working towards"
    home_more: str = "Look it up"
    home_health: str = "What the checks say about this playbook"
    goal_by: str = "by {when}"
