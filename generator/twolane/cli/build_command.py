"""`twolane build`: checks the playbook, then builds its site beside the old one and exchanges the two."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from twolane.build import Checked, build_single_file
from twolane.cli.built_site import BuiltSite, sentence
from twolane.cli.collector import collector_paused
from twolane.cli.diff_command import compared
from twolane.cli.mkdocs_log import mkdocs_messages
from twolane.cli.outcome import Code, CommandFailed
from twolane.cli.playbook_choice import settings_at
from twolane.cli.progress import counting
from twolane.cli.shared_options import AsOf, Audience, Directory, FailOn
from twolane.cli.site_making import default_config, judged, no_process, refuse_audience
from twolane.cli.unwritten import refusals
from twolane.cli.written_output import note, refuse_to_overwrite_sources, write
from twolane.configuration.config_files import MKDOCS_FILES
from twolane.configuration.settings import Settings
from twolane.history.page_changes import page_changes
from twolane.history.versions import WORKING_COPY
from twolane.model.audiences import is_house
from twolane.parts.process_history import Preview
from twolane.third_party import MERMAID, MissingFile
from twolane.writing.exchange import building_beside
from twolane.writing.sources import Sources
from twolane.writing.targets import refuse_folder

Output: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Where to put the site; default: what mkdocs.yml says.")
]
SingleFile: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="Instead of the site, write this process as one HTML file that opens from an e-mail, about 4 MB with "
        "its diagrams; --output names the file, default: PROCESS.html here.",
        metavar="PROCESS",
    ),
]
NoDiagrams: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--no-diagrams",
        help="Leave out of the one file the diagrams that a script draws: it is a tenth as large, needs no script, "
        "and has tables in their place.",
    ),
]
Compare: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="Make the site a preview that marks what is different from this version: a branch, tag or commit of git "
        "(main), REV... for where this branch left REV, or a release (new-business@1.2.0).",
        metavar="REV",
    ),
]
Replace: TypeAlias = Annotated[
    bool, typer.Option("--replace", help="Give up files in the site's folder that no build put there.")
]


def command(
    directory: Directory = None,
    output: Output = None,
    fail_on: FailOn = None,
    as_of: AsOf = None,
    audience: Audience = None,
    single_file: SingleFile = None,
    no_diagrams: NoDiagrams = False,
    compare: Compare = None,
    replace: Replace = False,
) -> None:
    """Check the playbook and build its site; the old site stays until the new one is whole."""
    settings = settings_at(directory, as_of=as_of, fail_on=fail_on, audience=audience)
    _refuse_target(settings, output, single_file)
    checked = judged(settings)
    refuse_audience(checked, settings)
    if no_diagrams and single_file is None:
        raise CommandFailed("--no-diagrams goes with --single-file PROCESS; a site loads its diagrams page by page.")
    if compare is not None and single_file is not None:
        raise CommandFailed("--compare makes a preview of the whole site; it does not go with --single-file.")
    if single_file is None:
        preview = _preview(settings, compare) if compare is not None else None
        target = _build_site(settings, checked, output, replace, preview)
        served = "" if any((output, as_of, audience, compare)) else _serving(settings, directory)
        write(f"{sentence(_built(settings, checked, target, preview, served))}\n")
    else:
        _write_single_file(settings, checked, single_file, output, not no_diagrams)


def _refuse_target(settings: Settings, output: Path | None, single_file: str | None) -> None:
    """Raises ``CommandFailed`` where what is built would take the place of what it is built from."""
    if single_file is not None:
        refuse_to_overwrite_sources(_one_file(output, single_file), settings)
        return
    with refusals():
        refuse_folder(output or settings.root / settings.site, Sources.of(settings))


def _one_file(output: Path | None, id: str) -> Path:
    return output or Path(f"{id}.html")


def _preview(settings: Settings, revision: str) -> Preview:
    found = compared(settings, revision)
    if found.new_label != WORKING_COPY:
        raise CommandFailed("--compare takes one version: what it is compared with are the files here.")
    for each in found.notes:
        note(each)
    return Preview(found, page_changes(revision, settings))


def _build_site(
    settings: Settings,
    checked: Checked,
    output: Path | None,
    replace: bool,
    preview: Preview | None,
) -> Path:
    """Puts the site into the folder that is returned."""
    # MkDocs and Material take half a second to load, which the other commands need not wait for.
    from twolane.mkdocs import building

    default = default_config()
    try:
        with mkdocs_messages(), refusals(), collector_paused():
            target = output or building.site_folder(settings, default)
            beside = building_beside(target, replace, Sources.of(settings))
            with beside as work, counting("Building the site") as on_page:
                building.build(settings, default, work, checked, preview, on_page)
    except building.BuildFailed as failure:
        code = Code.VERSION_MISSING if failure.missing else Code.WRONG_USAGE
        raise CommandFailed(f"The site was not built; the old one is as it was. {failure}".strip(), code) from failure
    return target


def _built(settings: Settings, checked: Checked, target: Path, preview: Preview | None, served: str) -> BuiltSite:
    playbook = checked.playbook
    return BuiltSite(
        title=playbook.about.title if playbook else "",
        folder=_shown(target),
        index=_shown(target / "index.html"),
        audience="" if playbook is None or is_house(playbook, settings.audience) else settings.audience,
        compared=preview.comparison.old_label if preview else settings.compare,
        served=served,
    )


def _serving(settings: Settings, directory: Path | None) -> str:
    """The command that shows what the configuration asks for, with no regard to options; empty where there is none."""
    if not (settings.root / MKDOCS_FILES[0]).is_file():
        return ""
    return "twolane serve" if directory is None else f"twolane serve {shlex.quote(str(directory))}"


def _write_single_file(
    settings: Settings,
    checked: Checked,
    id: str,
    output: Path | None,
    diagrams: bool,
) -> None:
    try:
        text = build_single_file(checked, id, settings, diagrams)
    except KeyError:
        raise CommandFailed(no_process(checked, id)) from None
    except MissingFile as missing:
        otherwise = " Or say --no-diagrams." if missing.name == MERMAID else ""
        raise CommandFailed(f"{missing}{otherwise}", Code.VERSION_MISSING) from None
    file = _one_file(output, id)
    if file.is_dir():
        raise CommandFailed(f"{file} is a folder; name the file to write.")
    write(text, file, public=True)
    write(f"Wrote {_shown(file)}, {len(text.encode()) // 1000:,} kB, with everything inside.\n")


def _shown(path: Path) -> str:
    """The path as one would type it here."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive of Windows
        return str(path)
    return str(path) if Path(relative).parts[:1] == ("..",) else relative
