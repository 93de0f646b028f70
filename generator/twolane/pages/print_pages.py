"""The pages to print: the whole playbook and each process, made from the finished pages (``site.printing``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twolane.configuration.output_styles import LinkStyle
from twolane.links.addresses import Top, of_print, of_start
from twolane.links.finished_page import Page
from twolane.links.process_names import called
from twolane.model.process import Process
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.process_page import section
from twolane.parts.page_inputs import PageInputs
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.parts.title_facts import ProcessState, reviewed
from twolane.site.printing import Group, Printer, Sheet, sheet
from twolane.site.search_rank import Rank
from twolane.wording.spoken_language import texts

_RANK = Rank(0)

SCRIPTS = ("twolane-words.js", "twolane-print.js")


@dataclass(frozen=True, slots=True)
class View:
    """What a page to print holds; ``level`` is that of the titles of its parts.

    ``left`` says what is not on it, and why; with ``written``, the engine puts pages written by hand onto it.
    """

    lead: str
    groups: tuple[Group, ...]
    level: int
    states: tuple[ProcessState, ...]
    left: tuple[str, ...] = ()
    written: bool = False


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a process, and the whole playbook."""
    yield from (PagePath(of_print(process).page) for process in contents.playbook.processes)
    yield PagePath(Top.PRINT)


def drafts(given: PageInputs, made: Sequence[tuple[Draft, Page]], style: LinkStyle) -> Iterator[tuple[Draft, bool]]:
    """Each page to print, and whether it has a Mermaid diagram; ``made`` are the finished pages."""
    sheets = sheets_of(made)
    for process in given.playbook.processes:
        pages = [draft for draft, _ in made if draft.process is process]
        view = replace(one(given, process, sheets, style), left=left_out(pages))
        draft = Draft(
            of_print(process).page,
            texts().print_title.format(name=process.name),
            "print.html",
            view,
            section=section(process),
            process=process,
            label=texts().print_one,
            listed=False,
            scripts=SCRIPTS,
            rank=_RANK,
        )
        yield draft, _has_diagram(view)
    yield from _whole(given, made, sheets, style)


def one(given: PageInputs, process: Process, sheets: Sequence[Sheet], style: LinkStyle) -> View:
    """One process as a page to print."""
    own = tuple(each for each in sheets if each.of is process)
    printer = Printer(of_print(process).page, own, style)
    group = printer.group("", "process", process)
    return View(texts().print_one_lead, (group,), 2, reviewed(given, (process,)))


def _whole(
    given: PageInputs, made: Sequence[tuple[Draft, Page]], sheets: tuple[Sheet, ...], style: LinkStyle
) -> Iterator[tuple[Draft, bool]]:
    processes = given.playbook.processes
    printer = Printer(Top.PRINT, sheets, style, level=3)
    groups = (
        *(printer.group(called(process), f"group-{number}", process) for number, process in enumerate(processes, 1)),
        printer.group(texts().print_shared, "group-shared", None),
    )
    shown = tuple(group for group in groups if group.parts)
    starts = any(of_start(role).page in given.paths for role in given.playbook.roles)
    left = left_out([draft for draft, _ in made], starts)
    written = any(name.endswith(".md") for name in given.playbook.pages)
    view = View(texts().print_all_lead, shown, 3, reviewed(given, processes), left, written)
    draft = Draft(
        Top.PRINT,
        texts().print_title.format(name=given.playbook.about.title),
        "print.html",
        view,
        section=(texts().reference,),
        about=processes,
        label=texts().print_all,
        scripts=SCRIPTS,
        rank=_RANK,
    )
    yield draft, _has_diagram(view)


def left_out(drafts: Iterable[Draft], with_paths: bool = False) -> tuple[str, ...]:
    """What is not printed of these pages, in sentences; ``with_paths`` says that roles have paths to start with."""
    there = {draft.on_paper for draft in drafts} | ({OnPaper.START} if with_paths else set())
    return tuple(text for kind, text in why_left_out().items() if kind in there)


def why_left_out() -> Mapping[OnPaper, str]:
    """What the page to print says of kinds of pages that are not on it."""
    t = texts()
    return {
        OnPaper.HOME: t.print_left_home,
        OnPaper.START: t.print_left_start,
        OnPaper.PLAN: t.print_left_plan,
        OnPaper.POSTER: t.print_left_poster,
        OnPaper.CALL: t.print_left_call,
        OnPaper.HEALTH: t.print_left_health,
        OnPaper.VERSIONS: t.print_left_versions,
        OnPaper.REFERENCE: t.print_left_reference,
    }


def sheets_of(made: Iterable[tuple[Draft, Page]]) -> tuple[Sheet, ...]:
    """The finished pages that are printed."""
    return tuple(
        sheet(page, draft.template.partition(".")[0], draft.process)
        for draft, page in made
        if draft.on_paper is OnPaper.PRINTED
    )


def _has_diagram(view: View) -> bool:
    return any(part.diagrams for group in view.groups for part in group.parts)
