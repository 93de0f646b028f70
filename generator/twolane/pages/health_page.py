"""The page of health: all findings by process and rule, and the reference of all rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twolane.findings import Finding, Rule, Severity, more, shown
from twolane.links.addresses import Address, Top, anchor, of_rule, segment
from twolane.links.element_links import Ref
from twolane.model.process import Process
from twolane.pages.draft import Draft, OnPaper
from twolane.pages.process_page import process_of
from twolane.pages.rule_page import described_rules
from twolane.parts.alignment_figures import Figures, figures_of
from twolane.parts.page_inputs import PageInputs, line_of
from twolane.parts.places_of_findings import place_of_finding
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.choice_names import choice
from twolane.wording.counts import counted
from twolane.wording.spoken_language import texts

_RANK = Rank(0.2, {"rules": 0})

LOOKS = {Severity.ERROR: "bad", Severity.WARNING: "watch", Severity.ADVICE: "quiet"}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding: what it is about, and the line that causes it."""

    finding: Finding
    place: Ref | None


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The findings of one rule in one part of the playbook."""

    anchor: str
    rule: Ref
    severity: str
    look: str
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The findings of one process, or of everything that holds for all."""

    anchor: str
    title: str
    process: Ref | None
    size: str
    groups: tuple[RuleGroup, ...]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in the reference, and how often it found something."""

    ref: Ref
    finds: str
    severity: str
    number: int


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows; ``numbers`` are the words, the look and the number of each severity."""

    numbers: tuple[tuple[str, str], ...]
    alignments: tuple[tuple[str, Figures], ...]
    parts: tuple[Part, ...]
    rest: str
    """How many findings more there are than the page shows; empty for none."""
    rules: tuple[RuleRow, ...]
    measuring: Ref


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """The one page of health."""
    del contents
    yield PagePath(Top.HEALTH, texts().health_title)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """The one page of health."""
    few = shown(given.findings)
    yield Draft(
        Top.HEALTH,
        texts().health_title,
        "health.html",
        View(
            tuple(_numbers(given)),
            tuple(_alignments(given)),
            tuple(_parts(given, few.findings)),
            more(few.left_out),
            tuple(_rules(given)),
            Ref(texts().measuring_title, Address(Top.MEASURING)),
        ),
        section=(texts().reference,),
        about=given.playbook.processes,
        source=line_of(given.playbook.about),
        description=texts().health_description,
        rank=_RANK,
        on_paper=OnPaper.HEALTH,
    )


def _numbers(given: PageInputs) -> Iterator[tuple[str, str]]:
    for severity in sorted(Severity, reverse=True):
        number = sum(finding.severity is severity for finding in given.findings)
        word = severity.word
        yield (
            counted(number, texts().severity_counts[word]),
            (LOOKS[severity] if number else "good"),
        )


def _alignments(given: PageInputs) -> Iterator[tuple[str, Figures]]:
    for process in given.playbook.processes:
        figures = figures_of(given, process)
        if figures:
            yield process.name, figures


def _parts(given: PageInputs, findings: Iterable[Finding]) -> Iterator[Part]:
    owners = [(finding, process_of(given, finding)) for finding in findings]
    for process in (*given.playbook.processes, None):
        own = [finding for finding, owner in owners if owner is process]
        if own:
            yield _part(given, process, own)


def _part(given: PageInputs, process: Process | None, findings: list[Finding]) -> Part:
    words = counted(len(findings), texts().finding_count)
    id = anchor("process", process.id) if process else "whole-playbook"
    ref = given.refs.process(process) if process else None
    title = process.name if process else texts().whole_playbook
    return Part(id, title, ref, words, tuple(_groups(given, process, id, findings)))


def _groups(given: PageInputs, process: Process | None, part: str, findings: Iterable[Finding]) -> Iterator[RuleGroup]:
    by_rule: dict[Rule, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, found in sorted(by_rule.items(), key=lambda item: (-item[0].severity, item[0].code)):
        yield RuleGroup(
            f"{part}--{segment(rule.code.lower())}",
            _ref(rule),
            choice(rule.severity.word),
            LOOKS[rule.severity],
            tuple(FindingRow(finding, place_of_finding(given.refs, process, finding)) for finding in found),
        )


def _ref(rule: Rule) -> Ref:
    return Ref(f"{rule.code} {rule.slug}", of_rule(rule.code))


def _rules(given: PageInputs) -> Iterator[RuleRow]:
    numbers = Counter(finding.rule.code for finding in given.findings)
    for page in described_rules():
        ref = Ref(f"{page.code} {page.slug}", of_rule(page.code))
        yield RuleRow(ref, page.finds.split("\n\n")[0], choice(page.severity.word), numbers[page.code])
