"""The page of all releases: the latest of every process, and the feed that tells of new ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.links.addresses import Top, of_versions
from twolane.links.element_links import Ref
from twolane.links.finished_page import SideFile
from twolane.model.process import Process
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.versions_page import ReleaseRow, release_row
from twolane.parts.page_inputs import PageInputs
from twolane.parts.releases_feed import feed
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.counts import counted
from twolane.wording.dates import day
from twolane.wording.spoken_language import texts

_RANK = Rank(0.2, top_only=True)

_NEWEST = 20
"""How many releases the page tells, the newest first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A process in a line: its versions, and how many releases it has had."""

    process: Ref
    versions: Ref
    size: str
    latest: str


@dataclass(frozen=True, slots=True)
class View:
    """What the page of all releases shows; ``feed`` is the path of the feed, empty where there is no release."""

    newest: tuple[ReleaseRow, ...]
    lines: tuple[Line, ...]
    feed: str


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """The one page."""
    del contents
    yield PagePath(Top.VERSIONS, texts().versions_title)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """The one page, with the feed beside it where there is a release."""
    processes = given.playbook.processes
    told = [(process, step) for process in processes for step in given.history.steps(process)]
    told.sort(key=lambda each: each[1].released.release.date, reverse=True)
    newest = tuple(release_row(given, process, step) for process, step in told[:_NEWEST])
    files = (SideFile(Top.FEED, feed(given, told)),) if told else ()
    yield Draft(
        Top.VERSIONS,
        texts().versions_title,
        "all_versions.html",
        View(newest, tuple(_line(given, process) for process in processes), Top.FEED if told else ""),
        section=(texts().reference,),
        about=processes,
        description=texts().versions_description,
        files=files,
        rank=_RANK,
        on_paper=OnPaper.VERSIONS,
    )


def _line(given: PageInputs, process: Process) -> Line:
    released = given.history.released(process)
    size = counted(len(released), texts().versions_release)
    latest = texts().versions_latest.format(date=day(released[0].release.date)) if released else ""
    words = size if released else texts().versions_no_release
    return Line(given.refs.process(process), Ref(process.name, of_versions(process)), words, latest)
