"""What a rule may know besides the playbook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from twolane.findings import Finding, Rule
from twolane.model.playbook import Playbook


@dataclass(frozen=True, slots=True)
class Context:
    """``as_of`` is the day on which the playbook is judged: reviews and proofs go out of date."""

    as_of: date


class RuleModule(Protocol):
    """A rule is a module: its identity, its docstring (which becomes its page) and the check itself."""

    RULE: Rule
    __doc__: str | None

    def check(self, playbook: Playbook, context: Context) -> Iterable[Finding]:
        """Everything in ``playbook`` that the rule finds; pure."""
        ...
