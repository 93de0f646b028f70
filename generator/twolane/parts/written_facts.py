"""What a page written by hand says of itself in its front matter, as readers see it: its state, owner and review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from twolane.links.addresses import Address
from twolane.links.element_links import Ref
from twolane.links.finished_page import Note
from twolane.links.link_styles import hand_written
from twolane.model.written_page import WrittenPage
from twolane.parts.page_inputs import PageInputs
from twolane.site.rendering import Templates
from twolane.wording.choice_names import choice
from twolane.wording.dates import day

LOOKS = {"active": "good", "draft": "watch", "retired": "quiet"}


@dataclass(frozen=True, slots=True)
class WrittenFacts:
    """How things stand with a page; what it does not say is empty."""

    status: str
    look: str
    owner: Ref | None
    review: str
    overdue: bool
    retired: bool


def ref_to(page: WrittenPage) -> Ref:
    """The link to a page written by hand."""
    return Ref(page.title or page.path, Address(hand_written(page.path)))


def facts_of_page(given: PageInputs, page: WrittenPage) -> WrittenFacts | None:
    """How things stand with a page; nothing where its front matter says nothing of that."""
    facts, status = page.facts, page.facts.status or ""
    by = facts.review_by
    if not (status or facts.owner or by):
        return None
    overdue = by is not None and by < given.as_of and not page.is_retired
    owner = given.refs.role(facts.owner)
    return WrittenFacts(choice(status), LOOKS.get(status, ""), owner, day(by), overdue, page.is_retired)


def written_notes(given: PageInputs, templates: Templates) -> Mapping[str, Note]:
    """What pages written by hand get, by their paths with `.md`; those that say nothing of themselves get nothing."""
    found: dict[str, Note] = {}
    for page in given.playbook.written:
        facts = facts_of_page(given, page)
        if facts:
            here, names = hand_written(page.path), {"facts": facts}
            filled = (templates.fill(f"_partials/written_{part}.html", here, names) for part in ("top", "foot"))
            # Without empty lines it stays one block of HTML inside a Markdown file.
            top, foot = ("\n".join(line for line in each.splitlines() if line.strip()) for each in filled)
            found[page.path] = Note(top, foot, page.is_retired)
    return found
