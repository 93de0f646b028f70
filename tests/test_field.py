"""What the checks say of whole playbooks, as companies write them: nothing that a leader would call wrong."""

from __future__ import annotations

import pytest

from tests.support.playbooks import CASES, base_files, report

FIELD = CASES / "field"
FOUND = {
    "authority": "",
    "handbook": "",
    "roofer": "",
    "shop": "",
    "tender": "",
    "software": """\
process/new/process.yml:1:1: advice R503 role-overloaded
    “Account executive” does 6 of the 11 steps of “New customers”
  |
1 | id: new
  | ^^^^^^^
  = help: see which of them another role could do, or which no buyer asked for; if it is meant to do them all, add \
`full_cycle: true` to the role
""",
}


@pytest.mark.parametrize("name", FOUND)
def test_nothing_wrong_is_said(name: str) -> None:
    """Two tenders with tracks that run at once, two handbooks, two shops: each report, word for word."""
    assert report(base_files(FIELD / name)) == FOUND[name]


def test_every_company_is_tried() -> None:
    """No playbook of the field is left out."""
    assert sorted(FOUND) == sorted(each.name for each in FIELD.iterdir() if (each / "process").is_dir())
