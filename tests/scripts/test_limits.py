"""What the page about deals says of limits is what the scripts keep to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from twolane.wording.spoken_language import texts

DEALS = Path(__file__).parents[2] / "generator/scripts/deals"


@pytest.mark.parametrize(
    ("module", "constant", "says"),
    [
        ("shelf.js", "KEPT_DAYS", "within {} days"),
        ("deal_reading.js", "LONGEST_NAME", "A name has up to {} letters"),
        ("deal_import.js", "LARGEST_FILE", "a file up to {} MB"),
        ("deal_file.js", "FORMAT_VERSION", "This is format version {}"),
    ],
)
def test_the_help_says_the_limits_of_the_scripts(module: str, constant: str, says: str) -> None:
    """Whoever changes a limit changes the sentence, too."""
    found = re.search(rf"\b{constant} = (\d+);", (DEALS / module).read_text("utf-8"))
    assert found
    help_page = " ".join((*texts().deal_help_work, texts().deal_help_file, texts().deal_help_limits))
    assert says.format(found[1]) in help_page
