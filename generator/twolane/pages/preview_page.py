"""The page of a preview: everything that a proposal changes, for whom, and on which pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from twolane.changes.change import Change, Comparison
from twolane.changes.told_pages import PAGES
from twolane.judgement.change_verdict import verdict, whom
from twolane.judgement.needed_versions import Needed, needed
from twolane.judgement.to_do import decisions
from twolane.judgement.weight import Weight, heaviest_first, weight
from twolane.links.addresses import Address, Top, of_journey, of_process, of_role, of_stage, of_start, segment
from twolane.links.element_links import Ref
from twolane.links.finished_page import HOME
from twolane.mermaid.change_diagram import change_diagram
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.change_rows import ChangeRow, LevelMark, all_levels, change_rows
from twolane.parts.page_inputs import PageInputs
from twolane.parts.process_history import Preview
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.parts.written_changes import ChangedText, changed_text
from twolane.wording.spoken_language import texts


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page and what changes on it; one without a link is for what no page shows."""

    anchor: str
    title: str
    page: Ref | None
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class NeededVersion:
    """A process that a change concerns, and the version that it needs; one that is gone has no link."""

    anchor: str
    name: str
    page: Ref | None
    says: str


@dataclass(frozen=True, slots=True)
class View:
    """What the page of a preview shows."""

    lead: str
    none: str
    verdict: str
    look: str
    whom: str
    accepted: tuple[tuple[str, str], ...]
    """Who accepted what breaks until when, and why."""
    to_do: tuple[str, ...]
    processes: tuple[NeededVersion, ...]
    drawn: tuple[str, ...]
    """What the page's diagrams show, each in a sentence."""
    readers: tuple[tuple[Ref, int], ...]
    pages: tuple[ChangedPage, ...]
    by_hand: tuple[ChangedText, ...]
    notes: tuple[str, ...]
    explained: tuple[LevelMark, ...] = field(default_factory=all_levels)


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """The one page of a preview."""
    if contents.history.preview is not None:
        yield PagePath(Top.PREVIEW)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """The one page, where the site is a preview."""
    preview = given.history.preview
    if preview is None:
        return
    found = preview.comparison
    names = {"old": found.old_label, "new": found.new_label}
    yield Draft(
        Top.PREVIEW,
        texts().preview_title,
        "preview.html",
        _view(given, preview),
        about=given.playbook.processes,
        diagrams=tuple(diagram for _, diagram in _drawn(found)),
        description=texts().preview_description.format_map(names),
        label=texts().preview_label,
        indexed=False,
        on_paper=OnPaper.VERSIONS,
    )


def _view(given: PageInputs, preview: Preview) -> View:
    found, refs = preview.comparison, given.refs
    names = {"old": found.old_label, "new": found.new_label}
    return View(
        texts().preview_lead.format_map(names),
        "" if found.changes or preview.pages else texts().preview_none.format_map(names),
        verdict(found) if found.changes or found.incomplete else "",
        _look(found),
        whom(found),
        tuple(dict.fromkeys(_accepted(change_rows(refs, found.changes)))),
        decisions(found),
        tuple(_needed(given, each) for each in needed(found)),
        tuple(texts().preview_diagram.format(name=name) for name, _ in _drawn(found)),
        tuple((ref, len(changes)) for id, changes in found.readers().items() for ref in _reader(given, id)),
        tuple(_pages(change_rows(refs, filter(_is_defined, heaviest_first(found.changes))), dict(_titles(given)))),
        tuple(map(changed_text, preview.pages)),
        found.notes,
    )


def _accepted(rows: Iterable[ChangeRow]) -> Iterator[tuple[str, str]]:
    return ((row.accepted, row.change.approved) for row in rows if row.accepted)


def _look(found: Comparison) -> str:
    """The look of the verdict: that of the gravest change, and never a good one where a part could not be read."""
    worst = max(map(weight, found.changes), default=Weight.WORDING)
    return "bad" if worst is Weight.BREAK else "good" if worst is Weight.WORDING and not found.incomplete else "watch"


def _needed(given: PageInputs, each: Needed) -> NeededVersion:
    process = given.playbook.process.get(each.id)
    page = given.refs.process(process) if process else None
    return NeededVersion(f"process-{segment(each.id)}", each.name, page, each.sentence)


def _drawn(found: Comparison) -> Iterator[tuple[str, str]]:
    """The processes in which a stage changed, by name, with the diagram of what changed."""
    diagrams = ((each.name, change_diagram(found, each.id)) for each in needed(found)[:_MOST_DRAWN])
    return ((name, diagram) for name, diagram in diagrams if diagram)


_MOST_DRAWN = 12
"""Processes whose stages are drawn; of more, the page of each says what changed."""


def _is_defined(change: Change) -> bool:
    """Whether it changes a definition; pages written by hand are shown below, with all their words."""
    return change.path[:1] != (PAGES,)


def _reader(given: PageInputs, id: str) -> Iterator[Ref]:
    """The link to what changed for a role, where its page says that, else to its page."""
    role = given.playbook.role.get(id)
    for ref in given.refs.roles((id,)):
        told = role is not None and of_start(role).page in given.paths
        yield Ref(ref.text, Address(ref.address.page, "what-changed"), ref.side) if told else ref


def _pages(rows: tuple[ChangeRow, ...], titles: Mapping[str, str]) -> Iterator[ChangedPage]:
    by_page: dict[str, list[ChangeRow]] = {}
    for row in rows:
        by_page.setdefault(row.place.address.page if row.place else "", []).append(row)
    for number, (path, found) in enumerate(_last(by_page).items(), 1):
        title = titles.get(path, texts().preview_nowhere)
        yield ChangedPage(f"page-{number}", title, Ref(title, Address(path)) if path else None, tuple(found))


def _titles(given: PageInputs) -> Iterator[tuple[str, str]]:
    """The titles of the pages that a change may stand on, by path."""
    playbook = given.playbook
    yield HOME, texts().home
    yield from ((each.path, each.on_home) for each in given.paths.on_home())
    yield from ((of_role(role).page, role.name) for role in playbook.roles)
    for process in playbook.processes:
        yield of_process(process).page, process.name
        yield of_journey(process).page, texts().journey_title.format(name=process.name)
        for stage in process.stages:
            title = texts().preview_stage.format(process=process.name, stage=stage.name)
            yield of_stage(process, stage).page, title


def _last(by_page: Mapping[str, list[ChangeRow]]) -> Mapping[str, list[ChangeRow]]:
    """What no page shows comes last."""
    return {path: by_page[path] for path in sorted(by_page, key=lambda path: not path)}
