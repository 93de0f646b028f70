"""Gets pages and findings of a playbook, logs the findings and decides whether the build goes on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mkdocs.exceptions import PluginError

from twolane.build import Site
from twolane.configuration.option_kinds import NEVER
from twolane.findings import Finding, Severity, more, shown, worst_first
from twolane.links.finished_page import Page
from twolane.site.page_mending import mending_page

log = logging.getLogger("mkdocs.plugins.twolane")

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.ADVICE: logging.INFO}


@dataclass(frozen=True, slots=True)
class ShownPages:
    """The pages to show, and those of the last build that was whole."""

    pages: tuple[Page, ...]
    whole: tuple[Page, ...]


def pages_to_show(
    build: Callable[[], Site], wrong: tuple[Finding, ...], fail_on: str, last: tuple[Page, ...], serving: bool
) -> ShownPages:
    """The pages to show; findings, ``wrong`` before those of the site, go to the log.

    Findings as bad as ``fail_on`` stop a build with a PluginError. While serving they do not: the pages of the
    last whole build stay, and where there are none yet, one page says what to mend.
    """
    try:
        site = build()
    except Exception as error:
        if not serving:
            raise
        # A template with a mistake must not end the server: its author is mending it right now.
        log.error("The pages could not be made: %s: %s", type(error).__name__, error)
        return ShownPages(last or (mending_page((), str(error)),), last)
    findings = (*wrong, *site.findings)
    _to_log(findings)
    stopping = [finding for finding in findings if _stops(finding, fail_on)]
    if not stopping:
        return ShownPages(site.pages, site.pages)
    if not serving:
        raise PluginError(_summary(len(stopping), fail_on))
    log.error("%s The pages stay as they were.", _summary(len(stopping), fail_on))
    return ShownPages(last or (mending_page(worst_first(stopping)),), last)


def _stops(finding: Finding, fail_on: str) -> bool:
    return fail_on != NEVER and finding.severity >= Severity[fail_on.upper()]


def _summary(number: int, fail_on: str) -> str:
    what = "1 finding" if number == 1 else f"{number} findings"
    return f"The playbook has {what} of severity {fail_on} or worse; see above."


def _to_log(findings: Iterable[Finding]) -> None:
    few = shown(findings)
    for finding in worst_first(few.findings):
        rule = finding.rule
        name = f"{rule.code} {rule.slug}"
        log.log(_LEVELS[finding.severity], "%s: %s: %s", finding.place, name, finding.message)
    if few.left_out:
        log.warning("… and %s; mend these first", more(few.left_out))
