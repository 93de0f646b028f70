"""The options that a playbook may set: what values each takes, and what is said of any other."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

NEVER = "never"
FAIL_ON = ("error", "warning", "advice", NEVER)
"""The least severe finding that makes a check fail."""
MOST = 20
"""The most releases of a process that a site can keep: each of them is compared with each other one."""
_KEY = "option"


class NoDay(ValueError):
    """SOURCE_DATE_EPOCH names no day; the message says so."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option: ``parse`` makes its value of what is given, ``None`` where that is none; ``wrong`` says what is right.

    ``types`` are those that a value may have in YAML; ``choices`` are all values where there are few. One that is
    ``listed`` is a list of tables, to which each file may add; one that is ``apart`` is read by a module of its own.
    """

    parse: Callable[[Any], Any]
    wrong: str
    types: tuple[type, ...] = (str,)
    choices: tuple[str, ...] = ()
    listed: bool = False
    apart: bool = False


def option(
    parse: Callable[[Any], Any],
    wrong: str,
    types: tuple[type, ...] = (str,),
    choices: tuple[str, ...] = (),
    listed: bool = False,
    apart: bool = False,
) -> Mapping[str, Option]:
    """The metadata of a field of a dataclass that playbooks may set by its name."""
    return MappingProxyType({_KEY: Option(parse, wrong, types, choices, listed, apart)})


def option_of(field: Field[Any]) -> Option | None:
    """The option that a field of a dataclass is; ``None`` where playbooks do not set it."""
    return field.metadata.get(_KEY)


def parse_number(value: object) -> int | None:
    """How many releases ``value`` says, 0 to ``MOST``; ``None`` where it says something else."""
    text = str(value)
    return int(text) if text.isdecimal() and len(text) < 3 and int(text) <= MOST else None


def parse_day(value: object) -> date | None:
    """The day that ``value`` names as in 2026-10-01; ``None`` where it names none."""
    try:
        return date.fromisoformat(str(value)) if len(str(value)) == len("2026-10-01") else None
    except ValueError:
        return None


def today(environment: Mapping[str, str] = os.environ) -> date:
    """The day on which to judge where nothing says one: that of SOURCE_DATE_EPOCH, else today; raises ``NoDay``."""
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise NoDay(f"SOURCE_DATE_EPOCH is “{epoch}”, which is no number of seconds.") from None
