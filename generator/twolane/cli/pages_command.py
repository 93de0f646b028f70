"""`twolane pages`: the playbook as Markdown files, for any engine that reads those."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path
from typing import Annotated

import typer

from twolane.build import Site, site_of
from twolane.cli import option_values
from twolane.cli.outcome import CommandFailed
from twolane.cli.playbook_choice import settings_at
from twolane.cli.progress import working
from twolane.cli.shared_options import AsOf, Audience, FailOn
from twolane.cli.site_making import judged, refuse_audience
from twolane.cli.unwritten import refusals
from twolane.cli.written_output import write
from twolane.configuration.output_styles import DiagramStyle, LinkStyle
from twolane.configuration.settings import Settings
from twolane.links.finished_page import Note, Page
from twolane.links.leading import leading
from twolane.loading.audience_pages import PAGE_ENDINGS
from twolane.loading.enclosure import Enclosure, Wanted, files_below, readable
from twolane.loading.front_matter import head_of
from twolane.site.audience_links import LinkLeft, cut_markdown_of
from twolane.site.markdown_file import file_name, file_text, text_with
from twolane.writing.exchange import building_beside
from twolane.writing.sources import Sources
from twolane.writing.targets import refuse_folder

_LEFT = (
    "The hand-written page {page} links to “{address}”, which this audience does not get, in a way that cannot "
    "be taken out. Write the link as [words](address), or say in the page's front matter for whom it is. Nothing was "
    "written."
)
_LINKS = tuple(style.value for style in LinkStyle)


def command(
    target: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write; made anew each time.")],
    playbook: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The playbook's folder; default: this one or one above it.")
    ] = None,
    links: Annotated[
        str,
        typer.Option(
            help=f"Where links lead: {', '.join(_LINKS)} (page.html, page/, page.md).",
            callback=option_values.one_of(_LINKS),
        ),
    ] = LinkStyle.DIRECTORIES.value,
    fail_on: FailOn = None,
    as_of: AsOf = None,
    audience: Audience = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Give up files in DIR that this command did not put there.")
    ] = False,
) -> None:
    """Write the pages as Markdown files (front matter and HTML), the hand-written ones beside them."""
    settings = settings_at(playbook, as_of=as_of, fail_on=fail_on, audience=audience)
    with refusals():
        refuse_folder(target, Sources.of(settings))
    checked = judged(settings)
    refuse_audience(checked, settings)
    with working("Writing the pages"):
        site = site_of(checked, dataclasses.replace(settings, links=LinkStyle(links), diagrams=DiagramStyle.FENCED))
        with refusals(), building_beside(target, replace, Sources.of(settings)) as work:
            _copy_hand_written(settings, work, site)
            for page in site.pages:
                _add(work / file_name(page), page)
                for beside in page.files:
                    (work / beside.path).write_text(beside.text, "utf-8", newline="")
    write(f"Wrote {len(site.pages)} pages into {target}.\n")


def _copy_hand_written(settings: Settings, work: Path, site: Site) -> None:
    folder = settings.root / settings.pages
    enclosure = Enclosure.of(settings.root)
    for name in readable(files_below(folder, enclosure, Wanted(hidden=True))):
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / name, work / name)
    for name in site.left_out:
        (work / name).unlink(missing_ok=True)
    if not site.for_house:
        _cut_links(work, site)
    for name, note in site.notes.items():
        text = (work / name).read_text("utf-8-sig")
        (work / name).write_text(_with_note(text, note), "utf-8")


def _with_note(text: str, note: Note) -> str:
    """A page written by hand with what its front matter says: what it warns of above its text, the facts below."""
    _, length, _ = head_of(text)
    parts = (text[length:].strip("\n"), note.foot)
    body = "\n\n".join(each for each in (note.top, *parts) if each)
    return f"{text[:length]}{body}\n"


def _cut_links(work: Path, site: Site) -> None:
    """Links of hand-written pages to what is not for the audience become their words."""
    written = {file.relative_to(work).as_posix(): file for file in work.rglob("*") if file.is_file()}
    bodies = {file_name(page): page.body for page in site.pages if file_name(page) not in written}
    names = (*written, *map(file_name, site.pages), *(beside.path for page in site.pages for beside in page.files))
    for name in filter(lambda name: name.endswith(PAGE_ENDINGS), written):
        text = written[name].read_text("utf-8-sig", "replace")
        length = head_of(text)[1]
        try:
            cut = cut_markdown_of(text[length:], leading(name, names, bodies))
        except LinkLeft as link:
            raise CommandFailed(_LEFT.format(page=name, address=link)) from link
        if cut != text[length:]:
            written[name].write_text(text[:length] + cut, "utf-8")


def _add(file: Path, page: Page) -> None:
    """Write a page; where there is a hand-written one of the same name, it goes below that one's text."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = text_with(file.read_text("utf-8-sig"), page) if file.exists() else file_text(page)
    file.write_text(text, "utf-8")
