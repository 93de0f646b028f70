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
from twolane.definition_format import format_files
from twolane.findings import Severity
from twolane.loading.ignores import NEVER_IGNORED
from twolane.source import Place

CHECKS = Path(twolane.checks.__file__).parent
CODE = re.compile(r"[a-z]\d{3}_")

RELEASED = ("V701", "V702", "V703")
"""Rules that compare with a release; the definitions that they show follow one of the base playbook."""


CODED = re.compile(r"`[^`]+`")
COMMENT = re.compile(r"`(# twolane: ignore\[([^\]]+)\] ([^`]+))`")
KEY = re.compile(r"`([a-z_]+)(?::(?: ([^`]+))?)?`")


def codes(rule: DescribedRule, fragment: str) -> set[str]:
    """The codes of everything found in the base playbook with what a page shows."""
    return {finding.rule.code for finding in checked(_with(rule, fragment)).findings}


def failing(rule: DescribedRule) -> dict[str, bytes]:
    """The base playbook with the definition that a page shows as failing."""
    return _with(rule, page(rule).fails)


def _with(rule: DescribedRule, fragment: str) -> dict[str, bytes]:
    return spliced(fragment, released(base_files()) if rule.RULE.code in RELEASED else base_files())


def commented(files: dict[str, bytes], place: Place, comment: str) -> dict[str, bytes]:
    """The files with a comment above the line of ``place``; where that is a comment itself, behind the next value."""
    lines = files[place.file].decode().split("\n")
    line = lines[place.line - 1]
    if line.startswith("#"):
        lines[place.line - 1 : place.line + 1] = [f"{lines[place.line]} {comment}"]
    else:
        lines.insert(place.line - 1, " " * (len(line) - len(line.lstrip())) + comment)
    return {**files, place.file: "\n".join(lines).encode()}


def test_pages_are_whole() -> None:
    """A page says what the rule finds, why that matters, what to do, when it is wrong, what fails and what passes."""
    for rule in ALL_RULES:
        made = page(rule)
        assert made.finds.startswith("Finds "), rule.RULE.code
        assert all((made.why, made.mend, made.wrong_when, made.fails, made.passes)), rule.RULE.code


def test_one_line_tells_how_to_say_so() -> None:
    """Below what says when a rule is wrong, one line tells how to say so, or that nothing of it can be ignored."""
    for rule in ALL_RULES:
        line = page(rule).say_so
        begin = "It can't be ignored: " if rule.RULE.code in NEVER_IGNORED else "Say so "
        assert line.startswith(begin), rule.RULE.code
        assert "\n" not in line, rule.RULE.code
        assert rule.RULE.code in NEVER_IGNORED or CODED.search(line), rule.RULE.code


def test_no_two_rules_are_wrong_for_the_same_words() -> None:
    """Each section, and each reason in a comment, is about its own rule."""
    made = [page(rule) for rule in ALL_RULES]
    assert len({each.wrong_when for each in made}) == len(made)
    reasons = [found[3] for each in made if (found := COMMENT.search(each.say_so))]
    assert len(set(reasons)) == len(reasons)


@pytest.mark.parametrize(
    "rule", [rule for rule in ALL_RULES if COMMENT.search(page(rule).say_so)], ids=lambda rule: rule.RULE.code
)
def test_comment_says_so(rule: DescribedRule) -> None:
    """The comment that a page tells to write leaves out what the rule finds in its own example; no word is in vain."""
    comment = COMMENT.search(page(rule).say_so)
    assert comment is not None
    files = failing(rule)
    places = {each.place for each in checked(files).findings if each.rule.code == rule.RULE.code}
    for place in sorted(places, reverse=True):
        files = commented(files, place, comment[1])
    assert {each.rule.code for each in checked(files).findings} & {rule.RULE.code, "D005", "V707"} == set()


def test_keys_that_say_so_exist() -> None:
    """A key that a page tells to write is one of the format, and takes the value that stands behind it."""
    taken = set()
    for rule in ALL_RULES:
        for key, value in KEY.findall(COMMENT.sub("", page(rule).say_so)):
            assert _is_taken(key, value), (rule.RULE.code, key, value)
            taken.add(rule.RULE.code)
    assert {"A303", "B206", "R503", "S607"} <= taken


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("A301", "          kind: demonstration\n", "          kind: space\n"),
        ("A305", "          kind: information\n", "          kind: information\n          until: 6\n"),
        ("A306", "          kind: demonstration\n", "          kind: demonstration\n          from: 2\n"),
        ("A303", "    name: Enter the lead\n", "    name: Enter the lead\n        kind: internal\n"),
        ("B208", "    name: Share the benchmark\n", "    name: Share the benchmark\n        kind: gate\n"),
        ("B206", "      name: Notice the problem\n", "      name: Notice the problem\n      signs: [It is seen]\n"),
        ("R505", "starter: 1\n", ""),
    ],
)
def test_key_says_so(code: str, before: str, after: str) -> None:
    """The key that a page tells to write makes the rule silent about its own example."""
    rule = next(rule for rule in ALL_RULES if rule.RULE.code == code)
    files = failing(rule)
    name, text = next((name, data.decode()) for name, data in files.items() if before.encode() in data)
    changed = {**files, name: text.replace(before, after, 1).encode()}
    assert code in {each.rule.code for each in checked(files).findings}
    assert code not in {each.rule.code for each in checked(changed).findings}


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


def _is_taken(key: str, value: str) -> bool:
    """Whether the format has the key, and the value among its choices where it has any."""
    mappings = (mapping for file in format_files.files() for mapping in file.mappings)
    found = [each for mapping in mappings for each in mapping.keys if each.name == key]
    return any(not value or not each.choices or value in each.choices for each in found)


def _name(rule: DescribedRule) -> str:
    return str(getattr(rule, "__name__", ""))
