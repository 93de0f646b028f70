"""The page of the glossary: the terms in alphabetical order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.links.addresses import Top, anchor_of
from twolane.links.element_links import Ref
from twolane.model.playbook_file import Term
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.page_inputs import PageInputs, first_line
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.spoken_language import texts

_RANK = Rank(1.3)


@dataclass(frozen=True, slots=True)
class Row:
    """A term and the terms that it points to."""

    term: Term
    anchor: str
    see: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows."""

    rows: tuple[Row, ...]


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page, where there is a term."""
    if contents.playbook.terms:
        yield PagePath(Top.GLOSSARY, texts().glossary_title)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page, where there is a term."""
    terms = sorted(given.playbook.terms, key=lambda term: (term.term.casefold(), term.id))
    if Top.GLOSSARY in given.paths:
        yield Draft(
            Top.GLOSSARY,
            texts().glossary_title,
            "glossary.html",
            View(tuple(Row(term, anchor_of(term), given.refs.terms(term.see)) for term in terms)),
            section=(texts().reference,),
            about=given.playbook.processes,
            source=first_line(given.playbook.terms),
            description=texts().glossary_description,
            known_as={anchor_of(term): term.also for term in terms if term.also},
            rank=_RANK,
            on_paper=OnPaper.PRINTED,
        )
