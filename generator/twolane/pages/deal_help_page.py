"""The page about deals: where they are kept, what happens to them when the playbook changes, and their file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.links.addresses import DEAL_HELP
from twolane.pages.draft import Draft
from twolane.parts.page_inputs import PageInputs
from twolane.wording.texts.english import TEXTS


@dataclass(frozen=True, slots=True)
class View:
    """The page says the same for every playbook."""


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page, where there are stages with something to tick."""
    if any(process.stages for process in given.playbook.processes):
        yield Draft(
            DEAL_HELP,
            TEXTS["deal_help_title"],
            "deal_help.html",
            View(),
            section=(TEXTS["reference"],),
            description=TEXTS["deal_help_description"],
        )
