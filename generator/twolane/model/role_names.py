"""What roles are called in sentences: by their names, and by their ids in words."""

from __future__ import annotations

from collections.abc import Iterable

from twolane.model.roles import Role


def role_names(*roles: Iterable[Role]) -> tuple[tuple[str, ...], ...]:
    """The names of each role, once, the one that it bears first: “IT lead of the plant” is “it lead” to some."""
    return tuple(sorted({(role.name, role.id.replace("-", " ")) for each in roles for role in each}))
