"""All of yaml-test-suite: what YAML forbids is a finding, what it allows a value or a finding, never a traceback."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.syntax import plain
from tests.support.yaml_suite import DIFFERENT, HELP, LENIENT, SuiteCase, suite
from twolane.loading.document import Quoted
from twolane.loading.strict_yaml import read_document

CASES = suite()


def test_suite_is_there() -> None:
    """The suite is never skipped in silence."""
    assert len(CASES) >= 400, HELP


@pytest.mark.parametrize("case", [case for case in CASES if case.fails], ids=lambda case: case.id)
def test_forbidden(case: SuiteCase) -> None:
    """What YAML forbids is a finding, but for a few harmless cases that the C parser reads."""
    document = read_document("suite.yml", case.yaml.encode())
    assert bool(document.findings) != (case.id in LENIENT)


@pytest.mark.parametrize("case", [case for case in CASES if not case.fails], ids=lambda case: case.id)
def test_allowed(case: SuiteCase) -> None:
    """What YAML allows is read to the suite's own value, or a finding says what our format refuses of it."""
    document = read_document("suite.yml", case.yaml.encode())
    if document.findings:
        assert all(finding.message and finding.place.line >= 1 for finding in document.findings)
    elif case.json is not None and case.json.strip():
        assert same(plain(document.value), json.loads(case.json)) != (case.id in DIFFERENT)


def test_most_of_yaml_is_read() -> None:
    """The findings on allowed cases stay those of tags, tabs, documents and the like: no new ones creep in."""
    allowed = [case for case in CASES if not case.fails]
    refused = [case for case in allowed if read_document("suite.yml", case.yaml.encode()).findings]
    assert len(refused) <= REFUSED, HELP


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
