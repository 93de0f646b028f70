"""Finds a Chromium for the tests, or installs one."""

from __future__ import annotations

import os
import shutil
import subprocess

from bootstrap.machine import PYTHON, TaskFailed, administrator, apt_candidate, apt_install, output, succeeds

SHELL = "chromium-headless-shell"
"""Debian's Chromium without windows and menus, in which a page opens with a third of the work."""
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find_or_install_chromium() -> str:
    """Path of a Chromium that runs: the machine's, else the distribution's package, else Playwright's."""
    make_playwright_run()
    for way in WAYS:
        found = way()
        if found:
            return found
    raise TaskFailed(
        "The tests open pages in Chromium, and there is none here that runs. Install it (on Debian:\n"
        f"  sudo apt-get install {SHELL}), or run\n"
        f"  {PYTHON} -m playwright install --with-deps chromium\n"
        "or name one with TWOLANE_CHROMIUM=/path/to/chromium."
    )


def make_playwright_run() -> None:
    """Give Playwright, which drives the browser, the one library that a bare Debian or Ubuntu lacks for it."""
    if succeeds(PYTHON, "-m", "playwright", "--version"):
        return
    if apt_candidate("libatomic1"):
        apt_install("libatomic1")
    if not succeeds(PYTHON, "-m", "playwright", "--version"):
        raise TaskFailed(
            f"Playwright, which drives the browser in the tests, does not run here. See what it says to\n"
            f"  {PYTHON} -m playwright --version\n"
            "On Debian and Ubuntu it may only need:  sudo apt-get install libatomic1"
        )


def named_chromium() -> str:
    named = os.environ.get("TWOLANE_CHROMIUM", "")
    if named and not is_chromium(named):
        raise TaskFailed(f"TWOLANE_CHROMIUM names {named}, which does not run as a Chromium.")
    return named


def shell() -> str:
    return first_chromium(SHELL)


def shell_from_apt() -> str:
    return shell() if apt_candidate(SHELL) and apt_install(SHELL) else ""


def shell_from_apt_as_root() -> str:
    """Installs it beside a Chromium that is there, but only where nobody's desktop is."""
    return shell_from_apt() if administrator() == [] else ""


def system_chromium() -> str:
    return first_chromium("chromium", "chromium-browser")


def first_chromium(*names: str) -> str:
    return next((path for path in map(shutil.which, names) if path and is_chromium(path)), "")


def is_chromium(path: str) -> bool:
    """Whether it runs, and freely: a snap cannot read the temporary folders that tests write to."""
    words = output(path, "--version").lower()
    return ("chromium" in words or "chrome" in words) and "snap" not in words


def playwright_chromium() -> str:
    path = output(PYTHON, "-c", ASK_PLAYWRIGHT).strip()
    return path if path and is_chromium(path) else ""


def chromium_from_apt() -> str:
    # Ubuntu's package of that name only leads to a snap.
    candidate = apt_candidate("chromium")
    if candidate and "snap" not in candidate and apt_install("chromium"):
        return system_chromium()
    return ""


def chromium_from_playwright() -> str:
    print("Installing Playwright's Chromium.", flush=True)
    with_libraries = ["--with-deps"] if administrator() is not None and shutil.which("apt-get") else []
    done = subprocess.run([PYTHON, "-m", "playwright", "install", *with_libraries, "chromium"], check=False)
    return playwright_chromium() if done.returncode == 0 else ""


WAYS = (
    named_chromium,
    shell,
    shell_from_apt_as_root,
    system_chromium,
    playwright_chromium,
    shell_from_apt,
    chromium_from_apt,
    chromium_from_playwright,
)
