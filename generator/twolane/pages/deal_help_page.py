"""The page about deals: where they are kept, what happens to them when the playbook changes, and their file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.links.addresses import Top
from twolane.pages.draft import Draft
from twolane.parts.page_inputs import PageInputs
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.wording.spoken_language import texts


@dataclass(frozen=True, slots=True)
class View:
    """The page says the same for every playbook."""


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page, where there are stages with something to tick."""
    if any(process.stages for process in contents.playbook.processes):
        yield PagePath(Top.DEAL_HELP)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page, where there are stages with something to tick."""
    if Top.DEAL_HELP in given.paths:
        yield Draft(
            Top.DEAL_HELP,
            texts().deal_help_title,
            "deal_help.html",
            View(),
            section=(texts().reference,),
            description=texts().deal_help_description,
        )
