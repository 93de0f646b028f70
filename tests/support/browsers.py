"""The browser of the tests: the one that the test run names, else the system's, else the one of Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.support import fonts

ARGS = ["--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update"]


def executable() -> str | None:
    """Where the browser is; nothing where Playwright brings it."""
    return os.environ.get("TWOLANE_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium that finds the same font on each machine, closed in the end."""
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts.configuration())}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=ARGS, env=environment)
        yield browser
        browser.close()
