"""What is needed to judge the differences of one process, or of what all of them share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from twolane.changes.change import Witness
from twolane.changes.compared_elements import Node
from twolane.changes.element_names import Naming
from twolane.changes.readers import Readers
from twolane.changes.witness import Flow
from twolane.model.process import Process
from twolane.model.role_names import role_names


@dataclass(frozen=True)
class Bench:
    """What is needed to judge the differences of one process, or of what all of them share.

    ``files`` lead from the names of files to their paths in the new version.
    """

    naming: Naming
    old_readers: Readers
    new_readers: Readers
    flow: Flow
    files: Mapping[str, str]
    old_process: Process | None = None
    new_process: Process | None = None
    hurt: Witness | None = None
    """A deal that a merge or split of the process hurts."""

    @property
    def process(self) -> str:
        """The id of the process, empty for what all of them share."""
        process = self.new_process or self.old_process
        return process.id if process else ""

    @cached_property
    def role_names(self) -> tuple[tuple[str, ...], ...]:
        """What the roles of both versions are called."""
        return role_names(self.old_readers.playbook.roles, self.new_readers.playbook.roles)

    def home(self, path: tuple[str, ...]) -> str:
        """The id of the process in which something stands: its own, or another one that it was split into."""
        parts = [each.id for each in self.naming.others if each.id in self.new_readers.playbook.process]
        return path[0] if self.process and path[0] in parts else self.process

    def file_of(self, item: Node) -> str:
        """The path of the file whose ``renamed_from`` may name ``item``."""
        own = self.new_process if item.owner is not None else None
        return own.at.file if own is not None else self.files.get("playbook.yml", "playbook.yml")
