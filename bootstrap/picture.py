"""Takes the README's picture: a stage's page of the example, as the finished site shows it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "site" / "new-business" / "prospecting.html"
PICTURE = ROOT / ".github" / "readme" / "stage.png"
LARGEST = 200_000
"""Bytes; whoever clones the repository loads every picture that it ever had."""


def take(chromium: str) -> None:
    """Writes the picture; fails where the site has not been built, or the picture is too large."""
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1240, "height": 1040}, color_scheme="light")
        page.goto(PAGE.as_uri(), wait_until="networkidle")
        page.screenshot(path=PICTURE)
        browser.close()
    size = PICTURE.stat().st_size
    if size > LARGEST:
        sys.exit(f"{PICTURE} has {size} bytes; more than {LARGEST} is too much.")
    print(f"Wrote {PICTURE}, {size} bytes.")


if __name__ == "__main__":
    take(os.environ["TWOLANE_CHROMIUM"])
