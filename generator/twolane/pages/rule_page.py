"""The page of a rule: what it finds, why that matters, how to mend it, what fails and what passes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twolane.checks.all_rules import ALL_RULES
from twolane.checks.rule_docs import RulePage, page
from twolane.links.addresses import Address, Top, of_rule
from twolane.links.element_links import Ref
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.page_inputs import PageInputs
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.choice_names import choice
from twolane.wording.spoken_language import texts, translated

_RANK = Rank(0.1, top_only=True)


@dataclass(frozen=True, slots=True)
class View:
    """What the page of a rule shows."""

    rule: RulePage
    severity: str
    principles: tuple[Ref, ...]
    health: Ref


@cache
def described_rules() -> tuple[RulePage, ...]:
    """All rules as their docstrings describe them, by code."""
    return tuple(sorted(map(page, ALL_RULES), key=lambda rule: rule.code))


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a rule."""
    del contents
    yield from (PagePath(of_rule(rule.code).page) for rule in described_rules())


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page a rule; found from the page of health and by search."""
    health = Ref(texts().health_title, Address(Top.HEALTH))
    for rule in described_rules():
        yield Draft(
            of_rule(rule.code).page,
            f"{rule.code} {rule.slug}",
            "rule.html",
            View(rule, choice(rule.severity.word), _principles(rule), health),
            description=given.prose.plain(translated(rule.finds.split("\n\n")[0])),
            listed=False,
            rank=_RANK,
            on_paper=OnPaper.HEALTH,
        )


def _principles(rule: RulePage) -> tuple[Ref, ...]:
    """What the rule stands on, each linked to where it is said in full."""
    return tuple(Ref(number, Address(Top.PRINCIPLES, number.lower())) for number in rule.principles)
