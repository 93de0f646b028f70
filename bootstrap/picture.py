"""Takes the pictures in the documents, of the example, as the finished site shows it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
PICTURES = ROOT / "docs" / "pictures"
STAGE = "new-business/prospecting.html"
LINES = {"lines-mirrored.png": "new-business/index.html", "lines-misaligned.png": "legacy/index.html"}
"""The two-line picture of a process that mirrors buying, and of one that does not."""
LARGEST = 200_000
"""Bytes; whoever clones the repository loads every picture that it ever had."""


def take(chromium: str) -> None:
    """Writes the pictures; fails where the site has not been built, or a picture is too large."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1240, "height": 1040}, color_scheme="light")
        page.goto((SITE / STAGE).as_uri(), wait_until="networkidle")
        page.screenshot(path=PICTURES / "stage.png")
        for name, address in LINES.items():
            page.goto((SITE / address).as_uri(), wait_until="networkidle")
            page.locator(".tl-lines--wide").first.screenshot(path=PICTURES / name)
        browser.close()
    for picture in sorted(PICTURES.glob("*.png")):
        size = picture.stat().st_size
        if size > LARGEST:
            sys.exit(f"{picture} has {size} bytes; more than {LARGEST} is too much.")
        print(f"Wrote {picture}, {size} bytes.")


if __name__ == "__main__":
    take(os.environ["TWOLANE_CHROMIUM"])
