"""Which processes still count: all but the retired ones."""

from __future__ import annotations

from collections.abc import Iterator

from twolane.model.playbook import Playbook
from twolane.model.process import Process


def current(playbook: Playbook) -> Iterator[Process]:
    """The processes that people work by or are going to: active ones and drafts."""
    return (process for process in playbook.processes if process.status != "retired")
