"""The browser of the tests: the one that the test run names, else the system's, else the one of Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.support import fonts

PATIENCE = 120_000
"""Milliseconds after which what a test waits for has failed: far more than it takes on a machine that is very busy."""
ARGS = ["--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update"]


def executable() -> str | None:
    """Where the browser is; nothing where Playwright brings it."""
    named = os.environ.get("TWOLANE_CHROMIUM")
    names = ("chromium-headless-shell", "chromium", "chromium-browser")
    return named or next(filter(None, map(shutil.which, names)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium that finds the same font on each machine, closed in the end."""
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts.configuration())}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=ARGS, env=environment)
        yield _patient(browser)
        browser.close()


def _patient(browser: Browser) -> Browser:
    """The browser, whose windows wait longer for everything; Playwright can be told so for each of them alone."""
    opened = browser.new_context

    def new_context(**how: Any) -> BrowserContext:
        context = opened(**how)
        context.set_default_timeout(PATIENCE)
        return context

    def new_page(**how: Any) -> Page:
        return new_context(**how).new_page()

    browser.new_context, browser.new_page = new_context, new_page  # type: ignore[method-assign]  # every page of the tests waits longer
    expect.set_options(timeout=PATIENCE)
    return browser
