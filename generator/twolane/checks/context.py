"""What a rule may know besides the playbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from twolane.checks.past import PastOf, no_past
from twolane.checks.site_map import SiteMap
from twolane.configuration.engine import USUAL, Engine
from twolane.findings import Finding, Rule
from twolane.model.playbook import Playbook


def _leads_anywhere(address: str) -> bool:
    """Where nobody knows which pages there are, none is missed."""
    return True


@dataclass(frozen=True, slots=True)
class Context:
    """``as_of`` is the day on which the playbook is judged: reviews and proofs go out of date.

    ``starter_texts`` are the wordings (`twolane.checks.wordings`) of the starter that the playbook was made from;
    there are none where its settings name no starter. ``incomplete`` says that a part of the playbook could not be
    read, so that nobody knows whether what seems to be missing is. ``past`` gives the version that a process is
    judged against, and what has changed since. ``leads`` says whether an address names a page or a file of the
    playbook. ``site`` are the pages and files of the finished site, where somebody knows them, ``engine`` is what the
    configuration says of addresses.
    """

    as_of: date
    starter_texts: frozenset[str] = frozenset()
    incomplete: bool = False
    past: PastOf = no_past
    leads: Callable[[str], bool] = _leads_anywhere
    site: SiteMap | None = None
    engine: Engine = USUAL


class DescribedRule(Protocol):
    """A module that tells what a rule is: its identity, and its docstring, which becomes its page.

    The rules that reading applies are no more than this: `twolane.loading` finds what they describe.
    """

    RULE: Rule
    __doc__: str | None


class RuleModule(DescribedRule, Protocol):
    """A rule that looks at a whole playbook: what describes it, and the check itself."""

    def check(self, playbook: Playbook, context: Context) -> Iterable[Finding]:
        """Everything in ``playbook`` that the rule finds; pure."""
        ...
