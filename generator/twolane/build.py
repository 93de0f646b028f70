"""From the definitions to what people see: load, check, make the pages; it reads like a table of contents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twolane.checks.context import Context
from twolane.checks.registry import RULES
from twolane.checks.runner import run
from twolane.findings import Finding, in_reading_order
from twolane.loading import ignores, rules
from twolane.loading.ignores import Ignore, PathIgnore
from twolane.loading.playbook_files import Loaded
from twolane.model.playbook import Playbook


@dataclass(frozen=True, slots=True)
class Checked:
    """A playbook and everything found in it, in reading order; ``texts`` are the files' texts, for excerpts.

    ``playbook`` is ``None`` where there was nothing to read. ``ignored`` are the findings that were left out,
    each with the comment or the entry of the configuration that did it.
    """

    playbook: Playbook | None
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    ignored: tuple[tuple[Finding, Ignore | PathIgnore], ...] = ()


def check(loaded: Loaded, context: Context, configured: Iterable[PathIgnore] = ()) -> Checked:
    """What loading found, and what the rules find in what could be loaded, without what is ignored."""
    found = run(loaded.playbook, context) if loaded.playbook else []
    faults = ignores.faults(loaded.ignores, rule_names())
    everything = in_reading_order((*loaded.findings, *found, *faults))
    applied = ignores.apply(everything, loaded.ignores, configured)
    return Checked(loaded.playbook, applied.kept, loaded.texts, applied.ignored)


def rule_names() -> dict[str, str]:
    """From the code and from the slug of every rule to its code."""
    every = (*rules.ALL, *(each.RULE for each in RULES))
    return {name: rule.code for rule in every for name in (rule.code, rule.slug)}
