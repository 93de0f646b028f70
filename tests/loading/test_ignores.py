"""Ignore comments and entries: which finding each is about, and what is wrong with it."""

from __future__ import annotations

import pytest

from twolane.checks.v707_unused_ignore import unused
from twolane.findings import Finding, Rule, Subject
from twolane.loading.ignores import Ignore, PathIgnore, apply, faults, find, nearest_rule
from twolane.source import Place
from twolane.yaml_text.document import Document
from twolane.yaml_text.strict_yaml import read_document

EVIDENCE = Rule("B203", "exit-without-evidence")
UNREADABLE = Rule("D001", "unreadable")
KNOWN = {
    name: code
    for code, slug in (("B203", "exit-without-evidence"), ("B202", "exit-is-seller-act"), ("D001", "unreadable"))
    for name in (code, slug)
}


def ignores(text: str) -> list[Ignore]:
    return find(read_document("process.yml", text.encode()))


def at(line: int, rule: Rule = EVIDENCE, file: str = "process.yml") -> Finding:
    return rule.on(Place(file, line, 3), "nobody could verify it", subject=Subject(file, key="x"))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: b # twolane: ignore[B203] reason", {1}),
        ("# twolane: ignore[B203] reason\na: b\nc: d", {2}),
        ("# twolane: ignore[B203] reason\n\n# another comment\na: b", {4}),
        ("a:\n  # twolane: ignore[B203] reason\n  - b\n  - c", {3}),
        ("a: b #twolane:ignore[B203] reason", {1}),
        ("a: b # old # twolane: ignore[B203] reason", {1}),
        ("a: b# twolane: ignore[B203] reason", set()),
        ('a: "b # twolane: ignore[B203] reason"', set()),
        ("a: 'b # twolane: ignore[B203] reason'", set()),
        ('a: "b # twolane: ignore[B203] x" # twolane: ignore[B203] reason', {1}),
        ("a: |\n  b\n  # twolane: ignore[B203] reason\nc: d", set()),
        ("a: >-\n  b # twolane: ignore[B203] reason\nc: d", set()),
        ("a:\n  - 'b # twolane: ignore[B203] reason'", set()),
        ("a: {b: 'c # twolane: ignore[B203] reason'}", set()),
        ("a: [b, 'c # twolane: ignore[B203] reason'] # twolane: ignore[B203] reason", {1}),
        ("a: b # twolane: ignore[B203]", set()),
        ("a: b # twolane: ignore[B202] reason", set()),
        ("a: b # twolane: ignore[b202, exit-without-evidence] reason", {1}),
        ("a: b # twolane: ignore", set()),
        ("a: b\n# twolane: ignore[B203] reason", {2}),
        ("a: >- # twolane: ignore[B203] reason\n  b\nc: d", {1}),
        ("a: &b | # twolane: ignore[B203] reason\n  b\nc: *b", {1}),
        ("- |+2 # twolane: ignore[B203] reason\n  b\n# twolane: ignore[B203] reason\n- c", {1, 4}),
        ("a: b\n  c # twolane: ignore[B203] reason\nd: e", {1, 2}),
        ("a: 'b\n  c' # twolane: ignore[B203] reason\nd: e", {1, 2}),
        ('a: &b "b\n  c"  # twolane: ignore[B203] reason\nd: *b', {1, 2}),
        ("a: # twolane: ignore[B203] reason\n\n  b\nc: d", {1, 3}),
        ("a: &b # twolane: ignore[B203] reason\n  b\nc: *b", {1, 2}),
        ("- # twolane: ignore[B203] reason\n  # and\n  b", {1, 3}),
        ("a:\n- # twolane: ignore[B203] reason\n  b", {2, 3}),
        ("a: [b, # twolane: ignore[B203] reason\n    c]", {1}),
        ("a: {b: c, # twolane: ignore[B203] reason\n  d: e}", {1}),
        ("a: well-\n  b # twolane: ignore[B203] reason\nc: d", {1, 2}),
    ],
)
def test_lines_that_a_comment_is_about(text: str, lines: set[int]) -> None:
    """Behind a value a comment is about its line, alone about the next; within a text it is none."""
    findings = [at(line) for line in range(1, 8)]
    applied = apply(findings, ignores(text))
    assert {finding.place.line for finding, _ in applied.ignored} == lines
    assert len(applied.kept) + len(applied.ignored) == len(findings)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: |\n  b # twolane: ignore[B203] reason\n", ["2:5 behind the | that opens the text"]),
        ("a: >-\n  # twolane: ignore[B203] reason\n  b\n", ["2:3 behind the > that opens the text"]),
        ("a: 'b # twolane: ignore[B203] reason'\n", ["1:7 behind its last quote"]),
        ('a:\n  - "b\n    # twolane: ignore[B203]\n    c"\n', ["3:5 behind its last quote"]),
        ("a: 'write `# twolane: ignore[B203] reason`'\n", []),
        ("a: |\n  A comment such as ` # twolane: ignore[B203] reason` leaves it out\n", []),
        ("a: 'see # twolane: below'\n", []),
        ("a: 'b' # twolane: ignore[B203] reason\n", []),
    ],
)
def test_comments_within_texts_are_told(text: str, told: list[str]) -> None:
    """What looks like a comment and is a part of a text leaves out nothing, and it is said where to write it."""
    found = [
        each for each in unused([at(1), at(2), at(3)], ignores(text), [], KNOWN) if "part of the text" in each.message
    ]
    places = [f"{each.place.line}:{each.place.column} {each.hint}" for each in found]
    assert places == [
        f"{each.partition(' ')[0]} write it {each.partition(' ')[2]}, or on a line of its own above the key"
        for each in told
    ]


def test_another_file_or_rule_is_left_alone() -> None:
    """A comment is about its own file and its own rules."""
    comments = ignores("a: b # twolane: ignore[B203] reason")
    others = [at(1, file="roles.yml"), at(1, Rule("B202", "exit-is-seller-act"))]
    assert apply(others, comments).kept == tuple(others)


def test_tables_have_no_comments() -> None:
    """A CSV file has no comments, whatever it says."""
    assert find(Document("actuals.csv", "# twolane: ignore[B203] reason\n", None)) == []


def test_what_cannot_be_read_is_never_ignored() -> None:
    """No comment and no entry hides that something could not be read."""
    comments = ignores("a: b # twolane: ignore[D001] reason")
    assert apply([at(1, UNREADABLE)], comments, [PathIgnore("D001", "reason")]).ignored == ()


@pytest.mark.parametrize(
    ("path", "covered"),
    [
        ("*", True),
        ("process", True),
        ("process/new-business/", True),
        ("process/*/process.yml", True),
        ("process/new", False),
        ("process/expansion", False),
        ("*.csv", False),
    ],
)
def test_paths_of_entries(path: str, covered: bool) -> None:
    """An entry is about the files that its path names: a pattern, or a folder with everything below it."""
    found = at(9, file="process/new-business/process.yml")
    assert bool(apply([found], [], [PathIgnore("b203", "reason", path)]).ignored) == covered


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("# twolane: ignore[B203] reason", []),
        ("# twolane: ignore[B203]", ["nothing is ignored without a reason"]),
        ("# twolane: ignore[B999] x", ["“B999” is no rule, so nothing is ignored by this name"]),
        ("# twolane: ignore[]  x", ["this comment does not say which rules to ignore"]),
        ("# twolane: ignroe[B203] x", ["this comment does not say which rules to ignore"]),
        (
            "# twolane: ignore[D001, b2] x",
            [
                "what D001 finds cannot be ignored, since the file is not read rightly with it",
                "“b2” is no rule, so nothing is ignored by this name",
            ],
        ),
    ],
)
def test_wrong_comments(comment: str, said: list[str]) -> None:
    """A comment that ignores nothing is itself a finding, at the comment."""
    found = list(faults(ignores(f"a: b\n{comment}\nc: d\n"), KNOWN))
    assert [each.message for each in found] == said
    assert {str(each.place) for each in found} <= {"process.yml:2:1"}


@pytest.mark.parametrize(
    ("name", "near"),
    [("B2O3", "B203"), ("b230", "B203"), ("B999", ""), ("exit-without-evidense", "exit-without-evidence"), ("x", "")],
)
def test_meant_rule(name: str, near: str) -> None:
    """Of codes only swapped or misread digits are suggested, since any code is like any other."""
    assert nearest_rule(name, KNOWN) == near
