"""What the checks say of whole playbooks, as companies write them: nothing that a leader would call wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.playbooks import CASES, base_files, report

FIELD = CASES / "field"
COMPANIES = sorted(each.parent for each in FIELD.glob("*/process"))


@pytest.mark.parametrize("folder", COMPANIES, ids=lambda folder: folder.name)
def test_nothing_wrong_is_said(folder: Path) -> None:
    """Tenders with tracks that run at once, handbooks, shops of two: the report in ``found/``, where there is any."""
    found = FIELD / "found" / f"{folder.name}.txt"
    assert report(base_files(folder)) == (found.read_text("utf-8") if found.exists() else "")


def test_most_have_nothing_to_find() -> None:
    """Only a shop that has written down little and a handbook in which one role does most are told of anything."""
    assert {each.stem for each in (FIELD / "found").iterdir()} == {"software", "tuner"}
