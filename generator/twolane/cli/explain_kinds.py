"""What `twolane explain` says of kinds of change: a list of all, or one with whom it concerns and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from twolane.changes.all_kinds import ALL_KINDS, by_code
from twolane.changes.kind_explanation import KindPage, page
from twolane.changes.levels import Level
from twolane.reports.style import Style
from twolane.wording.spoken_language import texts

_WIDTH = 96
_NONE: Mapping[str, str] = MappingProxyType({})
_LOOK = {Level.MAJOR: "error", Level.MINOR: "warning", Level.PATCH: "advice"}


def listed(style: Style) -> Iterator[str]:
    """A line for each kind."""
    slugs = max(len(kind.slug) for kind in ALL_KINDS)
    for each in map(page, ALL_KINDS):
        look, word = _LOOK[each.level], each.level.word
        yield f"{style(look, each.code)} {each.slug:<{slugs}} {style(look, f'{word:<5}')} {each.says}"


def explained(code: str, style: Style, own: Mapping[str, str] = _NONE) -> Iterator[str]:
    """The kind of that code in full; ``own`` are the levels that the playbook at hand gives to kinds, by code."""
    found = page(by_code()[code])
    yield f"{style(_LOOK[found.level], f'{found.code} {found.slug}')} ({found.level.word})"
    yield ""
    yield from textwrap.wrap(found.says, _WIDTH)
    if code in own:
        yield from ("", style("message", f"This playbook sets it to {own[code]}"))
    yield from ("", style("message", "Whom it concerns"), *_concerns(found))
    if why := " ".join((*found.reasons, *((texts().kinds_witness,) if found.turns_on_witness else ()))):
        yield from ("", style("message", "Why"), *_indented(why))
    yield from ("", style("message", "Read backwards"))
    yield from (f"    {each.code} {each.slug} ({each.level.word})" for each in found.mirrors)


def _concerns(found: KindPage) -> Iterator[str]:
    for each in found.concerns:
        yield from _indented(f"{each.whom} ({each.level.word}): {each.means}.")


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="    ")
