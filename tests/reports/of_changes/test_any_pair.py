"""Whatever people did to a playbook can be reported, in every format, and every change is told."""

from __future__ import annotations

import json

import jsonschema
from hypothesis import HealthCheck, given, settings

from tests.changes.mutating import Versions
from tests.changes.test_compare import PAIRS
from twolane.changes.comparison import compare
from twolane.judgement.grouping import sections
from twolane.model.playbook import Playbook
from twolane.reports.of_changes import json as json_report
from twolane.reports.of_changes import markdown
from twolane.reports.of_changes.change_formats import FORMATS
from twolane.reports.of_changes.room import size

SCHEMA = jsonschema.Draft202012Validator(json.loads(json_report.schema()))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAIRS)
def test_any_pair_is_reported(pair: Versions[Playbook]) -> None:
    """Every format has a report, JSON fits its schema, the comment its limit, and each change has one section."""
    comparison = compare(pair.old, pair.new)
    reports = {name: format.render(comparison) for name, format in FORMATS.items()}
    SCHEMA.validate(json.loads(reports["json"]))
    assert size(reports["markdown"]) <= markdown.LONGEST
    told = [each for section in sections(comparison) for one in section.told for each in one.changes]
    assert sorted(map(id, told)) == sorted(map(id, comparison.changes))
