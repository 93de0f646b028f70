"""How many sell: one or two people see for themselves what a larger team has to write down."""

from __future__ import annotations

from twolane.model.playbook import Playbook

SMALL = 2
"""The most seller roles of a small team."""


def sellers(playbook: Playbook) -> int:
    """How many roles sell."""
    return sum(role.side == "seller" for role in playbook.roles)


def is_small(playbook: Playbook) -> bool:
    """Whether one or two roles sell; where no role is written down, nobody can tell."""
    return 0 < sellers(playbook) <= SMALL


def is_one_customer(playbook: Playbook) -> bool:
    """Whether at most one role is written down that is not ours: whoever meets anybody meets the customer."""
    return len(playbook.roles) - sellers(playbook) <= 1
