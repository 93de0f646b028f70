"""The pages to print: the whole playbook and each process, made from the finished pages (``pages.printing``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twolane.model.process import Process
from twolane.pages.addresses import PRINT, of_print
from twolane.pages.draft import Draft, Given
from twolane.pages.facts import ProcessState, reviewed
from twolane.pages.links import LinkStyle
from twolane.pages.page import Page
from twolane.pages.printing import Group, Printer, printed
from twolane.pages.process import section
from twolane.pages.process_names import called
from twolane.pages.texts import TEXTS

SCRIPTS = ("twolane-words.js", "twolane-print.js")


@dataclass(frozen=True, slots=True)
class View:
    """What a page to print holds; ``level`` is that of the titles of its parts."""

    lead: str
    groups: tuple[Group, ...]
    level: int
    states: tuple[ProcessState, ...]


def drafts(given: Given, made: Sequence[tuple[Draft, Page]], style: LinkStyle) -> Iterator[tuple[Draft, bool]]:
    """Each page to print, and whether it has a Mermaid diagram; ``made`` are the finished pages."""
    for process in given.playbook.processes:
        view = one(given, process, made, style)
        draft = Draft(
            of_print(process).page,
            TEXTS["print_title"].format(name=process.name),
            "print.html",
            view,
            section=section(process),
            process=process,
            label=TEXTS["print_one"],
            listed=False,
            scripts=SCRIPTS,
        )
        yield draft, _has_diagram(view)
    yield from _whole(given, made, style)


def one(given: Given, process: Process, made: Sequence[tuple[Draft, Page]], style: LinkStyle) -> View:
    """One process as a page to print."""
    printer = Printer(of_print(process).page, printed(made, process), style)
    group = printer.group("", "process", process)
    return View(TEXTS["print_one_lead"], (group,), 2, reviewed(given, (process,)))


def _whole(given: Given, made: Sequence[tuple[Draft, Page]], style: LinkStyle) -> Iterator[tuple[Draft, bool]]:
    processes = given.playbook.processes
    printer = Printer(PRINT, printed(made), style, level=3)
    groups = (
        *(printer.group(called(process), f"group-{number}", process) for number, process in enumerate(processes, 1)),
        printer.group(TEXTS["print_shared"], "group-shared", None),
    )
    shown = tuple(group for group in groups if group.parts)
    view = View(TEXTS["print_all_lead"], shown, 3, reviewed(given, processes))
    draft = Draft(
        PRINT,
        TEXTS["print_title"].format(name=given.playbook.settings.title),
        "print.html",
        view,
        section=(TEXTS["reference"],),
        about=processes,
        label=TEXTS["print_all"],
        scripts=SCRIPTS,
    )
    yield draft, _has_diagram(view)


def _has_diagram(view: View) -> bool:
    return any(part.diagrams for group in view.groups for part in group.parts)
