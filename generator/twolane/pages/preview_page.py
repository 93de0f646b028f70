"""The page of a preview: everything that a proposal changes, for whom, and on which pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from twolane.links.addresses import Address, Top, of_journey, of_process, of_role, of_stage, of_start
from twolane.links.element_links import Ref
from twolane.links.finished_page import HOME
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.change_rows import ChangeRow, LevelMark, all_levels, change_rows, level_mark
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
class View:
    """What the page of a preview shows."""

    lead: str
    none: str
    levels: tuple[tuple[Ref, LevelMark], ...]
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
        description=texts().preview_description.format_map(names),
        label=texts().preview_label,
        indexed=False,
        on_paper=OnPaper.VERSIONS,
    )


def _view(given: PageInputs, preview: Preview) -> View:
    found, refs = preview.comparison, given.refs
    names = {"old": found.old_label, "new": found.new_label}
    processes, levels = given.playbook.process, found.levels()
    return View(
        texts().preview_lead.format_map(names),
        "" if found.changes or preview.pages else texts().preview_none.format_map(names),
        tuple((refs.process(processes[id]), level_mark(level)) for id, level in levels.items() if id in processes),
        tuple((ref, len(changes)) for id, changes in found.readers().items() for ref in _reader(given, id)),
        tuple(_pages(change_rows(refs, found.changes), dict(_titles(given)))),
        tuple(map(changed_text, preview.pages)),
        found.notes,
    )


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
