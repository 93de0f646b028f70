"""What the commands that make a site share: judging the playbook first, and what failures say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from twolane.build import Checked
from twolane.cli.check import checked_playbook
from twolane.cli.exchange import Busy, Foreign
from twolane.cli.new import starter_files
from twolane.cli.outcome import Code, CommandFailed, code_for
from twolane.cli.output import note, style_for
from twolane.loading.settings import Settings
from twolane.reports import text


def judged(settings: Settings, day: date, fail_on: str | None) -> Checked:
    """The checked playbook, with its findings told; raises CommandFailed where they stop a build."""
    checked = checked_playbook(settings, day)
    report = text.render(checked.findings, checked.texts, style_for("auto"))
    if report:
        note(f"{report}\n{text.summary(checked.findings, len(checked.ignored))}")
    least = fail_on or settings.fail_on
    if code_for(checked.findings, least) is not Code.CLEAN:
        raise CommandFailed(
            f"Nothing was built, because the check found something of severity {least} or worse; what was there "
            "stays as it was.",
            Code.FINDINGS,
        )
    return checked


def default_config() -> str:
    """The text of `mkdocs.yml` for a playbook that has none."""
    return starter_files()["mkdocs.yml"]


@contextmanager
def told() -> Iterator[None]:
    """Failures of putting files in place, in words."""
    try:
        yield
    except Busy as busy:
        raise CommandFailed(f"Another build into {busy} is under way; wait until it is done.") from busy
    except Foreign as foreign:
        raise CommandFailed(_foreign(foreign.target, foreign.files)) from foreign


def _foreign(target: Path, files: list[str]) -> str:
    some = ", ".join(files[:5]) + (", …" if len(files) > 5 else "")
    return (
        f"{target} holds files that the last build did not put there, or that were changed since: {some}. Nothing "
        "was written, so that they are not lost. Move them away, name another folder with --output, or say "
        "--replace to give them up."
    )
