"""Every page of the example: valid HTML, nothing from outside, no complaint of the browser, nothing for axe to find."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.site.example import example_site
from tests.support.axe import faults
from tests.support.npm import html_faults

pytestmark = pytest.mark.browser

KINDS = (
    "index",
    "welcome",
    "in-a-call",
    "strategy",
    "differentiators",
    "metrics",
    "glossary",
    "health",
    "versions",
    "new-business/index",
    "new-business/buyer-journey",
    "new-business/where-is-my-buyer",
    "new-business/alignment",
    "new-business/raci",
    "new-business/action-plan",
    "new-business/on-one-page",
    "new-business/versions",
    "new-business/prospecting",
    "expansion/index",
    "legacy/alignment",
    "roles/account-executive",
    "roles/plant-manager",
    "start/account-executive",
    "rules/b203",
    "reference/index",
    "reference/process",
    "reference/principles",
    "reference/alignment",
    "reference/changes",
    "reference/deals",
)
"""A page of each kind, and some that differ from the others of their kind."""
Scheme = Literal["light", "dark"]
VIEW = "svg => svg.getAttribute('viewBox').split(' ').map(Number)"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own playbook."""
    return example_site(tmp_path_factory)


def test_every_page_is_valid_html(site: Path, tmp_path: Path) -> None:
    """html-validate finds nothing on any page; the one for a missing page is Material's alone."""
    pages = [page for page in sorted(site.rglob("*.html")) if page.name != "404.html"]
    assert len(pages) > 90
    assert html_faults(pages, tmp_path) == []


def test_no_page_asks_for_anything_outside(site: Path, browser: Browser) -> None:
    """Opened from a disk, no page sends a request to a server, and the browser has nothing to complain of."""
    asked: list[str] = []
    complaints: list[str] = []
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for file in sorted(each for each in site.rglob("*.html") if each.name != "404.html"):
        page.goto(file.as_uri())
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert complaints == []


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_axe_finds_nothing(site: Path, browser: Browser, width: int, scheme: Scheme) -> None:
    """No page of any kind has a violation; none scrolls sideways."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    found = {}
    for name in KINDS:
        page.goto((site / f"{name}.html").as_uri())
        found[name] = faults(page, undecided=False)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    context.close()
    assert {name: violations for name, violations in found.items() if violations} == {}


def test_a_diagram_that_one_sheet_has_room_for_is_not_cut(site: Path, browser: Browser) -> None:
    """However narrow it is beside its height; on paper it is no larger than on the screen."""
    page = browser.new_context(viewport={"width": 1400, "height": 900}, color_scheme="light").new_page()
    page.goto((site / "new-business/versions/1.1.1_to_2.0.0.html").as_uri())
    page.wait_for_selector(".tl-drawing > svg")
    _, _, width, height = page.locator(".tl-drawing > svg").evaluate(VIEW)
    assert 2.5 * width < height < 1000
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".tl-drawing-part").count() == 0
    assert (page.locator(".tl-drawing > svg").bounding_box() or {})["height"] <= height
