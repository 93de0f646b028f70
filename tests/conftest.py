"""Options of the test run."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# The suite tries the same examples each time, so that a change is judged by what it changes; to search on:
# TWOLANE_SEARCH=1 python -m pytest ...
settings.register_profile("suite", derandomize=True)
if not os.environ.get("TWOLANE_SEARCH"):
    settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-cases`` writes the output sections of the case files anew, to be reviewed by eye."""
    parser.addoption("--update-cases", action="store_true", help="write the expected reports anew")
