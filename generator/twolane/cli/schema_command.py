"""`twolane schema`: writes the JSON Schemas by which an editor completes and checks definitions."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from twolane.cli.outcome import Code
from twolane.cli.playbook_choice import settings_at, way_to
from twolane.cli.shared_options import Directory
from twolane.cli.unwritten import refusals
from twolane.cli.written_output import note, write
from twolane.loading.json_schemas import schemas
from twolane.reports.json import schema as findings_schema
from twolane.reports.of_changes.json import schema as changes_schema
from twolane.writing.several_files import write_together

FOLDER = ".schema"
"""Below the definitions; the first line of each definition names a schema in it."""


def command(
    directory: Directory = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; fail if a schema is out of date.")] = False,
    findings: Annotated[
        bool, typer.Option("--findings", help="Show the schema of what `twolane check --format json` writes instead.")
    ] = False,
    changes: Annotated[
        bool, typer.Option("--changes", help="Show the schema of what `twolane diff --format json` writes instead.")
    ] = False,
) -> None:
    """Write the schemas of the definition files, for editors that complete and check while one writes."""
    if findings or changes:
        write(findings_schema() if findings else changes_schema())
        return
    settings = settings_at(directory)
    folder = settings.root / settings.definitions / FOLDER
    stale = out_of_date(folder)
    if check:
        for path in stale:
            name = f"{way_to(settings.root)}{settings.definitions}/{FOLDER}/{path.name}"
            note(f"{name} is out of date; `twolane schema` writes it anew.")
        raise typer.Exit(Code.FINDINGS if stale else Code.CLEAN)
    with refusals():
        write_together(stale, settings.root)
    write(f"{_count(len(stale))} written to {folder}; {len(_texts()) - len(stale)} were up to date.\n")


def out_of_date(folder: Path) -> dict[Path, bytes]:
    """The text of every schema that is missing in ``folder``, or another one there, by its place."""
    every = {folder / name: text for name, text in _texts().items()}
    return {path: text for path, text in every.items() if _content(path) != text}


@cache
def _texts() -> dict[str, bytes]:
    """The text of every schema, by the name of its file."""
    return {
        f"{name}.json": (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
        for name, schema in schemas().items()
    }


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _count(number: int) -> str:
    return f"{number} schema{'' if number == 1 else 's'}"
