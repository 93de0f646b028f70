"""Options of the test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-cases`` writes the output sections of the case files anew, to be reviewed by eye."""
    parser.addoption("--update-cases", action="store_true", help="write the expected reports anew")
