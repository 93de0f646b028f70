"""Mentions tell what is unused from what is only misspelt."""

from __future__ import annotations

import pytest

from tests.support.playbooks import base_files, playbook
from twolane.checks.mentions import Mentions

ROLES = playbook(base_files()).role


@pytest.mark.parametrize(
    ("named", "wanted", "mentioned"),
    [
        (["engineer"], "engineer", True),
        ([None, ""], "engineer", False),
        (["rep"], "engineer", False),
        (["enginer"], "engineer", True),
        (["sales-dir"], "sales-director", True),
        (["nobody-at-all"], "engineer", False),
    ],
)
def test_what_counts_as_a_mention(named: list[str | None], wanted: str, mentioned: bool) -> None:
    """An id is mentioned where it is named, or where an unknown id is near enough to have meant it."""
    assert (wanted in Mentions.of(named, ROLES)) is mentioned


def test_a_known_neighbour_is_no_mention() -> None:
    """An id that exists means itself, however much it looks like another one."""
    files = base_files()
    files["process/roles.yml"] += b"  - {id: engineers, name: Engineers, side: partner}\n"
    assert "engineer" not in Mentions.of(["engineers"], playbook(files).role)
