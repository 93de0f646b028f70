"""The Mermaid that tests of diagrams draw with."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.mermaid.drawing import Mermaid
from twolane.third_party import mermaid_script


@pytest.fixture(scope="module")
def mermaid(browser: Browser) -> Mermaid:
    """The version that ships with the package."""
    page = browser.new_page()
    page.set_content("<!doctype html><body></body>")
    page.add_script_tag(path=mermaid_script())
    return Mermaid(page)
