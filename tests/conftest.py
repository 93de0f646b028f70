"""Options of the test run."""

from __future__ import annotations

import os

import pytest
from hypothesis import Phase, settings
from hypothesis.internal.conjecture import providers

# The suite tries the same examples each time, so that a change is judged by what it changes, and shows one that fails
# as it is, since to look for the smallest takes minutes. To look for it: --hypothesis-profile=smallest; to search on:
# TWOLANE_SEARCH=1 python -m pytest ...
settings.register_profile("smallest", derandomize=True, print_blob=True, deadline=None)
settings.register_profile("suite", settings.get_profile("smallest"), phases=(Phase.explicit, Phase.generate))
if not os.environ.get("TWOLANE_SEARCH"):
    settings.load_profile("suite")
    # Hypothesis also tries the figures and words that it finds in the modules that happen to be loaded: without this,
    # a whole run has other examples than one of a few files.
    providers._get_local_constants = lambda: providers._local_constants


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-cases`` writes the output sections of the case files anew, to be reviewed by eye."""
    parser.addoption("--update-cases", action="store_true", help="write the expected reports anew")
