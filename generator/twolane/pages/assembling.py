"""Makes all pages of a site from a playbook: drafts by the page kinds, bodies by the templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from twolane.alignment.analysis import align
from twolane.configuration.output_styles import DiagramStyle, LinkStyle
from twolane.configuration.settings import Settings
from twolane.findings import Finding
from twolane.links.addresses import Address, InProcess, Top
from twolane.links.author_links import AuthorLinks
from twolane.links.element_links import References
from twolane.links.finished_page import HOME, Note, Page, SearchEntry, SourcePlace
from twolane.links.link_styles import hand_written, page_link
from twolane.links.process_names import description_of, is_retired, several, title_of
from twolane.links.prose import Prose
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.pages import moved_page, print_pages, start_page
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.page_kinds import kinds_for, site_paths
from twolane.parts.change_marks import ProcessMark, marks_of, process_marks
from twolane.parts.old_anchors import old_anchors, with_old_anchors
from twolane.parts.page_inputs import PageInputs
from twolane.parts.reading_time import PageTexts
from twolane.parts.site_paths import SiteContents
from twolane.parts.title_facts import facts_of
from twolane.parts.whole_site import Drafted
from twolane.parts.written_facts import written_notes
from twolane.site.diagram_markup import diagram_markup
from twolane.site.glossary_tips import SCRIPT, Tips
from twolane.site.outline import outline_of
from twolane.site.rendering import Templates, tidied
from twolane.site.single_file import Load, self_contained, single_file
from twolane.site.template_folders import folders_of
from twolane.source import Place


@dataclass(frozen=True, slots=True)
class MadePages:
    """The pages that need no others, with their drafts, and what they were made with."""

    given: PageInputs
    templates: Templates
    pages: tuple[tuple[Draft, Page], ...]


def pages(contents: SiteContents, findings: Sequence[Finding], settings: Settings) -> tuple[Page, ...]:
    """All pages, as ``pages_and_notes`` makes them."""
    return pages_and_notes(contents, findings, settings)[0]


def pages_and_notes(
    contents: SiteContents,
    findings: Sequence[Finding],
    settings: Settings,
) -> tuple[tuple[Page, ...], Mapping[str, Note]]:
    """All pages in the order of the navigation, home first, and what pages written by hand get, by their names.

    Reads the templates, and nothing else.
    """
    playbook = contents.playbook
    found = made_of(contents, findings, settings)
    given, templates = found.given, found.templates
    made = [page for _, page in found.pages]
    texts = PageTexts({page.path: page for page in made}, contents.said)
    reading = [_page(draft, given, templates, settings) for draft in start_page.drafts(given, texts)]
    to_print = [
        _to_print(draft, drawn, given, templates, settings)
        for draft, drawn in print_pages.drafts(given, found.pages, settings.links)
    ]
    home = [page for page in made if page.path == HOME]
    ordered = (*home, *reading, *(page for page in made if page.path != HOME))
    moved = _moved((*ordered, *to_print), found, settings)
    tips = Tips(playbook.terms, given.prose.plain)
    explained = tuple(_explained(page, tips, settings) for page in (*ordered, *moved))
    return (*explained, *to_print), written_notes(given, templates)


def _moved(there: Iterable[Page], made: MadePages, settings: Settings) -> Iterator[Page]:
    """The pages at the old addresses of those that are there, which the house alone sees."""
    titles = {page.path: page.title for page in there}
    drafts = () if made.given.playbook.audience else moved_page.drafts(made.given, titles)
    return (_page(draft, made.given, made.templates, settings) for draft in drafts)


def made_of(
    contents: SiteContents,
    findings: Sequence[Finding],
    settings: Settings,
) -> MadePages:
    """The pages that need no others, in the order of their kinds; reads the templates."""
    given, templates, drafts = _begun(contents, findings, settings)
    return MadePages(given, templates, tuple((draft, _page(draft, given, templates, settings)) for draft in drafts))


def single_file_of(contents: SiteContents, process: Process, settings: Settings, load: Load, diagrams: bool) -> str:
    """One process as a file of HTML that needs nothing beside itself; errors as ``single_file``."""
    made = made_of(contents, (), replace(settings, links=LinkStyle.FILES, diagrams=DiagramStyle.OURS, edit_root=""))
    view = print_pages.one(made.given, process, print_pages.sheets_of(made.pages), LinkStyle.FILES)
    group = self_contained(view.groups[0], load, diagrams)
    names = {
        "title": process.name,
        "view": replace(view, groups=(group,)),
        "playbook": contents.playbook.about,
        "facts": None,
        "lanes": contents.playbook.about.lanes,
        "diagrams": (),
    }
    return single_file(made.templates, names, diagrams and any(part.diagrams for part in group.parts))


def drafted(contents: SiteContents, settings: Settings) -> Drafted:
    """Which pages are made from a playbook, without making any of them before somebody asks for its body."""
    given, templates, drafts = _begun(contents, (), settings)

    def body(draft: Draft) -> Callable[[], str]:
        return lambda: _page(draft, given, templates, settings).body

    files = frozenset(beside.path for draft in drafts for beside in draft.files)
    return Drafted({draft.path: body(draft) for draft in drafts}, files)


def _begun(
    contents: SiteContents, findings: Sequence[Finding], settings: Settings
) -> tuple[PageInputs, Templates, tuple[Draft, ...]]:
    """The drafts of the pages that need no others, and what their bodies are made with."""
    playbook, history, paths = contents.playbook, contents.history, site_paths(contents)
    resolve = AuthorLinks(playbook.pages, paths, settings.links)
    prose = Prose(resolve)
    refs = References(playbook, prose, resolve.page, paths)
    given = PageInputs(
        playbook=playbook,
        findings=tuple(findings),
        as_of=settings.as_of,
        prose=prose,
        refs=refs,
        alignments={id(process): align(process) for process in playbook.processes},
        history=history,
        paths=paths,
        reference=contents.reference,
        example=contents.example,
        marks=marks_of(refs, history),
        process_marks=process_marks(refs, history),
        links=settings.links,
        site_url=settings.site_url,
    )
    drafts = tuple(draft for kind in kinds_for(playbook.audience) for draft in kind.drafts(given))
    there = frozenset((*paths, *map(hand_written, playbook.pages))) if playbook.audience else None
    templates = Templates(folders_of(settings), prose, resolve, settings, there)
    return given, templates, drafts


def _to_print(draft: Draft, drawn: bool, given: PageInputs, templates: Templates, settings: Settings) -> Page:
    """A page made of others: search finds those, and its table of contents stands on it."""
    page = _page(draft, given, templates, settings)
    top = tuple(replace(heading, children=()) for heading in page.headings)
    return replace(page, search=(), headings=top, diagrams=drawn)


def _explained(page: Page, tips: Tips, settings: Settings) -> Page:
    """The page with tooltips at the first uses of terms, which are not for search; Markdown has no styles for them."""

    def href(address: Address) -> str:
        return page_link(page.path, address.page, settings.links, address.anchor)

    if (
        page.path == Top.GLOSSARY
        or page.path.endswith(f"/{InProcess.PLAN}")
        or settings.diagrams is DiagramStyle.FENCED
    ):
        return page
    if not page.indexed:  # Old words stand there, which may have meant something else.
        return page
    body = tips.put_into(page.body, href)
    return page if body is page.body else replace(page, body=body, scripts=(*page.scripts, SCRIPT))


def _page(draft: Draft, given: PageInputs, templates: Templates, settings: Settings) -> Page:
    body = _body(draft, given, templates, settings)
    playbook = given.playbook
    title = title_of(draft.title, draft.process, playbook) if draft.indexed else draft.title
    if draft.indexed:
        body = with_old_anchors(body, old_anchors(given.history, draft.process))
    outline = outline_of(body)
    return Page(
        path=draft.path,
        title=title,
        body=body,
        headings=outline.headings(),
        section=draft.section,
        search=tuple(_ranked(draft, outline.search_entries(title), playbook)),
        source=None if playbook.audience else _source(draft.source),
        diagrams=any(draft.diagrams),
        description=description_of(draft.description, draft.process, playbook),
        label=draft.label or draft.title,
        listed=draft.listed,
        scripts=draft.scripts,
        files=draft.files,
        indexed=draft.indexed,
        leads_to=draft.leads_to,
    )


def _ranked(draft: Draft, entries: Iterable[SearchEntry], playbook: Playbook) -> Iterator[SearchEntry]:
    """What search shall find, with its rank; where a page begins without a text, its description is found."""
    of = draft.process.name if draft.process and several(playbook) else ""
    for entry in entries:
        rank = draft.rank.of(entry.anchor, is_retired(draft.process)) if draft.indexed else 0
        if rank:
            names = draft.known_as.get(entry.anchor, ())
            title = f"{entry.title} ({', '.join(names)})" if names else entry.title
            text = entry.text if entry.anchor else entry.text or draft.description
            yield replace(entry, rank=rank, title=title, text=text, of="" if entry.anchor else of)


def _body(draft: Draft, given: PageInputs, templates: Templates, settings: Settings) -> str:
    names = {
        "title": draft.title,
        "view": draft.view,
        "facts": facts_of(given, draft.process, draft.about, draft.source, settings.edit_root),
        "lanes": given.playbook.about.lanes,
        "changed": given.marks.get(draft.path, {}),
        "process_mark": _process_mark(draft, given),
        "preview": given.history.preview is not None,
        "diagrams": [Markup(_mark(at) if text else "") for at, text in enumerate(draft.diagrams)],
    }
    body = tidied(templates.fill(draft.template, draft.path, names))
    for number, source in enumerate(draft.diagrams):
        body = body.replace(_mark(number), diagram_markup(source, settings.diagrams), 1)
    return body


def _process_mark(draft: Draft, given: PageInputs) -> ProcessMark | None:
    """What the page says of its process in a preview; nothing on old versions, and on what is handed to others."""
    if draft.process is None or not draft.indexed or draft.on_paper is OnPaper.PLAN:
        return None
    return given.process_marks.get(draft.process.id)


def _mark(number: int) -> str:
    """Stands where a diagram goes; text from definitions cannot say it, since its ``<`` is escaped there."""
    return f"<diagram {number}>"


def _source(place: Place | None) -> SourcePlace | None:
    return SourcePlace(place.file, place.line) if place else None
