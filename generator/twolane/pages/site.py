"""Makes all pages of a site from a playbook: drafts by the page kinds, bodies by the templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from twolane.findings import Finding
from twolane.model.playbook import Playbook
from twolane.pages.author_links import AuthorLinks
from twolane.pages.diagram_markup import diagram_markup
from twolane.pages.draft import Draft, Given
from twolane.pages.facts import facts_of
from twolane.pages.outline import headings, search_entries
from twolane.pages.page import Page, SearchEntry, SourcePlace
from twolane.pages.presence import linkable
from twolane.pages.prose import Prose
from twolane.pages.references import References
from twolane.pages.registry import PAGE_KINDS
from twolane.pages.rendering import Templates
from twolane.pages.search_rank import rank_of
from twolane.pages.settings import SiteSettings
from twolane.pages.template_folders import template_folders
from twolane.source import Place

_LINE = re.compile(r"[\r\n][ \t\r\n]*")


def pages(playbook: Playbook, findings: Sequence[Finding], settings: SiteSettings) -> tuple[Page, ...]:
    """All pages in the order of the navigation, home first; reads the templates and nothing else."""
    resolve = AuthorLinks(playbook.pages, linkable(playbook), settings.links)
    prose = Prose(resolve)
    given = Given(playbook, tuple(findings), settings.as_of, prose, References(playbook, prose, resolve.page))
    templates = Templates(template_folders(settings.templates), prose, resolve, settings)
    drafts = (draft for kind in PAGE_KINDS for draft in kind.drafts(given))
    return tuple(_page(draft, given, templates, settings) for draft in drafts)


def _page(draft: Draft, given: Given, templates: Templates, settings: SiteSettings) -> Page:
    body = _body(draft, given, templates, settings)
    return Page(
        path=draft.path,
        title=draft.title,
        body=body,
        headings=headings(body),
        section=draft.section,
        search=tuple(_ranked(draft, search_entries(draft.title, body))),
        source=_source(draft.source),
        diagrams=any(draft.diagrams),
        description=draft.description,
        label=draft.label,
        listed=draft.listed,
        scripts=draft.scripts,
    )


def _ranked(draft: Draft, entries: Iterable[SearchEntry]) -> Iterator[SearchEntry]:
    """What search shall find, with its rank; where a page begins without a text, its description is found."""
    for entry in entries:
        rank = rank_of(draft, entry.anchor)
        if rank:
            yield replace(entry, rank=rank, text=entry.text if entry.anchor else entry.text or draft.description)


def _body(draft: Draft, given: Given, templates: Templates, settings: SiteSettings) -> str:
    names = {
        "title": draft.title,
        "view": draft.view,
        "facts": facts_of(given, draft, settings.edit_root),
        "lanes": given.playbook.settings.lanes,
        "diagrams": [Markup(_mark(at) if text else "") for at, text in enumerate(draft.diagrams)],
    }
    body = tidied(templates.fill(draft.template, draft.path, names))
    for number, source in enumerate(draft.diagrams):
        body = body.replace(_mark(number), diagram_markup(source, settings.diagrams), 1)
    return body


def tidied(html: str) -> str:
    """HTML without empty and indented lines, so that it stays one block of HTML inside a Markdown file."""
    return _LINE.sub("\n", html).strip()


def _mark(number: int) -> str:
    """Stands where a diagram goes; text from definitions cannot say it, since its ``<`` is escaped there."""
    return f"<diagram {number}>"


def _source(place: Place | None) -> SourcePlace | None:
    return SourcePlace(place.file, place.line) if place else None


