"""Every rule has a page that is whole and true, and cases that show what it finds and what it leaves alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import twolane.checks
from tests.support.fragments import spliced
from tests.support.playbooks import CASES, base_files, checked
from tests.support.releases import released
from twolane.checks.all_rules import ALL_RULES, READING_RULES, RULES
from twolane.checks.context import DescribedRule
from twolane.checks.rule_docs import page
from twolane.findings import Severity

CHECKS = Path(twolane.checks.__file__).parent
CODE = re.compile(r"[a-z]\d{3}_")

RELEASED = ("V701", "V702", "V703")
"""Rules that compare with a release; the definitions that they show follow one of the base playbook."""


def codes(rule: DescribedRule, fragment: str) -> set[str]:
    """The codes of everything found in the base playbook with what a page shows."""
    before = released(base_files()) if rule.RULE.code in RELEASED else base_files()
    return {finding.rule.code for finding in checked(spliced(fragment, before)).findings}


def test_pages_are_whole() -> None:
    """A page says what the rule finds, why that matters, what mends it, and shows what fails and what passes."""
    for rule in ALL_RULES:
        made = page(rule)
        assert made.finds.startswith("Finds "), rule.RULE.code
        assert all((made.why, made.mend, made.fails, made.passes)), rule.RULE.code


def test_pages_name_their_principles() -> None:
    """The reason names each principle on which the rule stands, by its number, and no other."""
    for rule in ALL_RULES:
        assert set(re.findall(r"\bP\d+\b", page(rule).why)) == set(rule.RULE.principles), rule.RULE.code


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.RULE.code)
def test_examples_fail_and_pass(rule: DescribedRule) -> None:
    """The definition that a page shows as failing is found by the rule; the one that passes is not, and is read."""
    assert rule.RULE.code in codes(rule, page(rule).fails)
    found = codes(rule, page(rule).passes)
    assert rule.RULE.code not in found
    assert "D001" not in found


def test_cases_on_both_sides() -> None:
    """Each rule has a case that fails and a near miss that passes."""
    for rule in ALL_RULES:
        folder = CASES / "checks" / rule.RULE.code
        assert list(folder.glob("fails-*.case")), rule.RULE.code
        assert list(folder.glob("passes-*.case")), rule.RULE.code


def test_every_module_of_a_rule_is_registered() -> None:
    """The modules on the disk whose names begin with a code are the rules of the registry, in their order."""
    on_disk = sorted(path.stem for path in CHECKS.glob("*.py") if CODE.match(path.stem))
    registered = [name.rpartition(".")[2] for rules in (READING_RULES, RULES) for name in map(_name, rules)]
    assert sorted(registered) == on_disk
    assert [_name(rule) for rule in READING_RULES] == sorted(_name(rule) for rule in READING_RULES)
    assert [_name(rule) for rule in RULES] == sorted(_name(rule) for rule in RULES)


def test_modules_are_named_after_their_rules() -> None:
    """A rule is found by its code and slug wherever one looks: on a page, in a file name, in a report."""
    for rule in ALL_RULES:
        name = f"{rule.RULE.code.lower()}_{rule.RULE.slug.replace('-', '_')}"
        assert _name(rule).endswith(f".{name}"), name


def test_page_of_a_rule_that_says_little() -> None:
    """What a docstring leaves out is empty on the page."""

    class Bare:
        """Finds nothing.

        Why:
            To show it.

            In two paragraphs.
        """

        RULE = RULES[0].RULE

    made = page(Bare())
    assert made.finds == "Finds nothing."
    assert made.why == "To show it.\n\nIn two paragraphs."
    assert (made.mend, made.fails, made.passes) == ("", "", "")
    assert made.severity is Severity.WARNING


def _name(rule: DescribedRule) -> str:
    return str(getattr(rule, "__name__", ""))
