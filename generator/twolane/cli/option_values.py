"""Checks the values of options, so that a wrong one is answered with what was probably meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import typer

from twolane.configuration.option_kinds import parse_day
from twolane.loading.ignores import nearest_rule
from twolane.wording.did_you_mean import nearest


def one_of(choices: Iterable[str]) -> Callable[[str | None], str | None]:
    """A callback that lets only these values through."""
    known = tuple(choices)

    def checked(value: str | None) -> str | None:
        if value is None or value in known:
            return value
        near = nearest(value, known)
        meant = f" Did you mean {near}?" if near else ""
        raise typer.BadParameter(f"“{value}” is none of {', '.join(known)}.{meant}")

    return checked


def day(value: str | None) -> date | None:
    """The day that an option names."""
    if value is None:
        return None
    found = parse_day(value)
    if found is None:
        raise typer.BadParameter(f"“{value}” is not a day such as 2026-10-01.")
    return found


def rules(values: Iterable[str], known: dict[str, str], option: str) -> frozenset[str]:
    """The codes of the rules that an option names by code or slug, several separated by commas."""
    names = (name.strip() for value in values for name in value.split(","))
    return frozenset(rule(name, known, option) for name in names if name)


def rule(name: str, known: dict[str, str], option: str) -> str:
    """The code of the rule that ``name`` is the code or slug of."""
    code = code_of(name, known)
    if code:
        return code
    near = nearest_rule(name, known)
    meant = f"Did you mean {near}?" if near else "`twolane explain` lists all rules."
    raise typer.BadParameter(f"“{name}” is no rule. {meant}", param_hint=option)


def code_of(name: str, known: dict[str, str]) -> str:
    """The code that ``name`` is, or is the slug of; empty where it is none of them."""
    return known.get(name.upper()) or known.get(name.lower().replace("_", "-")) or ""
