"""Arguments and options that several commands take, each with its help in one place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from twolane.cli import option_values
from twolane.cli.written_output import COLOURS
from twolane.configuration.option_kinds import FAIL_ON

Directory: TypeAlias = Annotated[
    Path | None, typer.Argument(metavar="DIR", help="The playbook's folder; default: this one or one above it.")
]
FailOn: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help=f"The least severity that fails: {', '.join(FAIL_ON)}; default: what the playbook says, else error.",
        callback=option_values.one_of(FAIL_ON),
        metavar="SEVERITY",
    ),
]
AsOf: TypeAlias = Annotated[
    date | None,
    typer.Option(
        help="The day on which to judge, such as 2026-10-01; default: today.", parser=option_values.day, metavar="DATE"
    ),
]
Audience: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="Whom the pages are for: one of the `audiences` in playbook.yml; default: what the playbook says, else "
        "the first one, who see everything.",
        metavar="NAME",
    ),
]
Colour: TypeAlias = Annotated[
    str, typer.Option(help=f"Colours: {', '.join(COLOURS)}.", callback=option_values.one_of(COLOURS), metavar="WHEN")
]
