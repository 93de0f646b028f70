"""All of yaml-test-suite: what YAML forbids is a finding, what it allows a value or a finding, never a traceback."""

from __future__ import annotations

import json
from typing import Any

from tests.support.syntax import plain
from tests.support.yaml_suite import DIFFERENT, HELP, LENIENT, SuiteCase, suite
from twolane.yaml_text.document import Document, Quoted
from twolane.yaml_text.strict_yaml import read_document

CASES = suite()
ALLOWED = [case for case in CASES if not case.fails]


def test_suite_is_there() -> None:
    """The suite is never skipped in silence."""
    assert len(CASES) >= 400, HELP


def test_forbidden() -> None:
    """What YAML forbids is a finding, but for a few harmless cases that the C parser reads."""
    read = {case.id for case in CASES if case.fails and not document(case).findings}
    assert read == {case.id for case in CASES if case.fails and case.id in LENIENT}


def test_allowed() -> None:
    """What YAML allows is read to the suite's own value, or a finding says what our format refuses of it."""
    different = set()
    for case in ALLOWED:
        found = document(case)
        if found.findings:
            assert all(finding.message and finding.place.line >= 1 for finding in found.findings), case.id
        elif case.json and case.json.strip() and not same(plain(found.value), json.loads(case.json)):
            different.add(case.id)
    assert different == {case.id for case in ALLOWED if case.id in DIFFERENT}


def test_most_of_yaml_is_read() -> None:
    """The findings on allowed cases stay those of tags, tabs, documents and the like: no new ones creep in."""
    refused = [case for case in ALLOWED if document(case).findings]
    assert len(refused) <= REFUSED, HELP


def document(case: SuiteCase) -> Document:
    return read_document("suite.yml", case.yaml.encode())


REFUSED = 168
"""Allowed cases with tags, tabs, several documents, directives, complex keys, unused anchors, special keys."""


def same(ours: Any, theirs: Any) -> bool:
    """Whether a value that keeps scalars as text says what a resolved one says."""
    if isinstance(theirs, dict):
        return isinstance(ours, dict) and {*ours} == {*theirs} and all(same(ours[key], theirs[key]) for key in ours)
    if isinstance(theirs, list):
        return isinstance(ours, list) and len(ours) == len(theirs) and all(map(same, ours, theirs))
    if theirs is None or isinstance(theirs, str):
        return bool(ours == theirs)
    if isinstance(ours, Quoted) or not isinstance(ours, str):
        return False
    if isinstance(theirs, bool):
        return ours.lower() == str(theirs).lower()
    return bool(float(int(ours, 0) if ours.startswith(("0x", "0o")) else ours) == theirs)
