"""Options of the test run, in what order its files go, and the one browser of each of its processes."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import Phase, settings
from hypothesis.internal.conjecture import providers
from playwright.sync_api import Browser

from bootstrap.machine import ROOT
from bootstrap.script_bundles import SOURCES, is_current
from tests.support.browsers import chromium

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


def pytest_configure() -> None:
    """No run tries scripts in a browser that nobody has written any more."""
    if not is_current(ROOT):
        raise pytest.UsageError(f"{SOURCES.as_posix()} has changed. Bundle the scripts first: python tasks.py scripts")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long go first, so that no process of the run is left alone with one at the end."""
    items.sort(key=lambda item: not any(map(item.get_closest_marker, ("browser", "packaging", "sites", "faults"))))


def pytest_collection_finish() -> None:
    """What is there now stays to the end: it need not be looked through again and again for what may go."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def chromium_program() -> Iterator[Browser]:
    """The one Chromium of this process: to start it takes longer than most tests."""
    with chromium() as program:
        yield program


@pytest.fixture(scope="module")
def browser(chromium_program: Browser) -> Iterator[Browser]:
    """A Chromium whose windows are closed after the module; each context has storage of its own."""
    yield chromium_program
    for context in chromium_program.contexts:
        context.close()
