"""What the commands that make a site share: judging the playbook first, and what pages are made with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twolane.build import Checked
from twolane.cli.check_command import checked_playbook
from twolane.cli.new_command import starter_files
from twolane.cli.outcome import Code, CommandFailed, code_for
from twolane.cli.playbook_choice import way_to
from twolane.cli.progress import working
from twolane.cli.written_output import note, style_for
from twolane.configuration.config_files import MKDOCS_FILES
from twolane.configuration.settings import Settings
from twolane.findings import Finding
from twolane.reports import text
from twolane.reports.relocation import moved, moved_texts
from twolane.wording.did_you_mean import nearest
from twolane.wording.lists import listed

_MOST = 20
"""How many findings of pages written by hand a build shows one by one."""


def judged(settings: Settings) -> Checked:
    """The checked playbook; raises CommandFailed where its findings stop a build, and shows those that do."""
    with working("Checking the playbook"):
        checked = checked_playbook(settings)
    least, way = settings.fail_on, way_to(settings.root)
    stopping = moved(tuple(each for each in checked.findings if code_for((each,), least) is not Code.CLEAN), way)
    if stopping:
        note(text.render(stopping, moved_texts(checked.texts, way), style_for("auto")))
        raise CommandFailed(
            f"{text.summary(stopping)}. Nothing was built; what was there stays as it was.", Code.FINDINGS
        )
    if checked.findings:
        for line in _of_pages(moved(checked.findings, way)):
            note(line)
        note(f"{text.summary(checked.findings)}; `twolane check` shows them.")
    return checked


def _of_pages(findings: Iterable[Finding]) -> Iterator[str]:
    """What was found in pages written by hand and in the configuration, a line each, as MkDocs says such things."""
    found = [each for each in findings if each.place.file.endswith((".md", *MKDOCS_FILES))]
    for each in found[:_MOST]:
        hint = f" ({each.hint})" if each.hint else ""
        yield f"{each.severity.word}: {each.place}: {each.rule.code} {each.message}{hint}"
    if len(found) > _MOST:
        yield f"… and {len(found) - _MOST} more in such files."


def refuse_audience(checked: Checked, settings: Settings) -> None:
    """Raises CommandFailed where playbook.yml does not name the audience that pages are made for."""
    wanted = settings.audience
    known = checked.playbook.about.audiences if checked.playbook else ()
    if not wanted or wanted in known:
        return
    near = nearest(wanted, known)
    hint = f"Did you mean {near}?" if near else "Name it below `audiences` there."
    some = listed(f"“{name}”" for name in known) or "none"
    raise CommandFailed(f"No audience is called “{wanted}”; playbook.yml names {some}. {hint}")


def no_process(checked: Checked, id: str) -> str:
    """What to say where no process has the id."""
    known = {process.id: process for process in checked.playbook.processes} if checked.playbook else {}
    near = nearest(id, known)
    meant = f"Did you mean {near}?" if near else f"There are {listed(known)}."
    return f"No process that is for this audience has the id “{id}”. {meant}"


def default_config() -> str:
    """The text of `mkdocs.yml` for a playbook that has none."""
    return starter_files()["mkdocs.yml"]
