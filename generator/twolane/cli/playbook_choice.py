"""Finds the playbook that a command is about, and reads its settings."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from twolane.build import rule_names
from twolane.changes.kind_explanation import names as kind_names
from twolane.cli.outcome import Code, CommandFailed
from twolane.cli.written_output import note
from twolane.configuration.config_files import find_root, roots_below
from twolane.configuration.settings import Settings, read_settings
from twolane.reports import text
from twolane.reports.relocation import moved, moved_texts
from twolane.wording.lists import listed
from twolane.writing.exchange import settle
from twolane.writing.several_files import Settled, finish
from twolane.writing.trouble import reason_of

_FEW = 5


def settings_at(directory: Path | None, settle_writes: Callable[[Path], Settled] = finish, **given: object) -> Settings:
    """The settings of the playbook in ``directory`` or around it (default: the working directory).

    What is ``given`` are options of the command by the names that settings have; they hold unless they are ``None``.

    What a command that was stopped has left half done there is settled first. Raises ``CommandFailed`` where there
    is no playbook, and where the configuration is wrong.
    """
    start = directory or Path.cwd()
    if not start.exists():
        raise CommandFailed(f"There is no folder {start}.")
    if not start.is_dir():
        raise CommandFailed(f"{start} is a file; name the folder of a playbook.")
    root = find_root(start)
    if root is None:
        raise CommandFailed(_nothing(directory, start), Code.NOTHING_READABLE)
    _settle_writes(root, settle_writes)
    settings, findings, texts = read_settings(root, rule_names(), given, kind_names())
    if findings:
        way = way_to(root)
        report = text.render(moved(findings, way), moved_texts(texts, way))
        raise CommandFailed(f"{report}\nThe configuration of the playbook in {root} is wrong; nothing was checked.")
    settle(root / settings.site)
    return settings


def _settle_writes(root: Path, settle_writes: Callable[[Path], Settled]) -> None:
    try:
        _tell(settle_writes(root))
    except OSError as error:
        reason = reason_of(error)
        note(f"A command that was stopped has left files half written in {root}, which cannot be mended: {reason}.")


def _tell(settled: Settled) -> None:
    """Says what became of files with which a command was stopped."""
    stopped = "A command was stopped here before it was done; what it"
    if settled.written:
        note(f"{stopped} still had to write is there now: {_few(settled.written)}.")
    if settled.taken_back:
        note(f"{stopped} had written is as it was before: {_few(settled.taken_back)}.")
    if settled.left:
        note(
            f"A command that was stopped here was about to write {_few(settled.left)}. Somebody has changed that "
            "since, so it stays as it is: see whether it fits the rest (`twolane check`, `git diff`)."
        )


def _few(paths: Sequence[str]) -> str:
    more = [f"{len(paths) - _FEW} more"] if len(paths) > _FEW else []
    return listed([*paths[:_FEW], *more])


def way_to(root: Path) -> str:
    """What leads from the working directory to the playbook at ``root``: to put before the path of a file in it."""
    here = Path.cwd().resolve()
    near = root.is_relative_to(here) or here.is_relative_to(root)
    way = os.path.relpath(root, here) if near else str(root)
    return "" if way == "." else way.replace(os.sep, "/").rstrip("/") + "/"


def _nothing(directory: Path | None, start: Path) -> str:
    where = f"in {directory}" if directory else "here"
    if below := roots_below(start):
        folders = listed(f"“{each.relative_to(start).as_posix()}”" for each in below[:_FEW])
        more = f" and {len(below) - _FEW} more" if len(below) > _FEW else ""
        return f"There is no playbook {where}, but in {folders}{more}. Go there first (`cd`), or name the folder."
    return (
        f"There is no playbook {where}: no process/playbook.yml, and no mkdocs.yml that lists the plugin twolane, "
        "neither in this folder nor in one above it. `twolane new DIR` makes a playbook."
    )
