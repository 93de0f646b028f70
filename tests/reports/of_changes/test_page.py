"""The page of changes in a browser: valid, accessible, alone in the world, in both schemes and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.pages.hostile import STRINGS
from tests.reports.of_changes.comparisons import empty, many, mixed, with_text
from tests.support.npm import html_faults, of_npm
from tests.support.sites import Read, read
from twolane.reports.of_changes import html

pytestmark = pytest.mark.browser

PAGES = {"mixed": mixed, "empty": empty, "hostile": lambda: with_text("<img src=x onerror=alert(1)>\" ' & *x*")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as files."""
    folder = tmp_path_factory.mktemp("changes")
    for name, comparison in PAGES.items():
        (folder / f"{name}.html").write_text(html.render(comparison()), "utf-8")
    return folder


def test_valid_html(folder: Path, tmp_path: Path) -> None:
    """html-validate finds nothing."""
    assert html_faults(sorted(folder.glob("*.html")), tmp_path) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("name", PAGES)
def test_accessible_and_alone(
    folder: Path, browser: Browser, name: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """axe finds nothing, nothing is asked of a server, no script runs, and no page is wider than its window."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.goto((folder / f"{name}.html").as_uri())
    assert asked == [(folder / f"{name}.html").as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.add_script_tag(path=of_npm("axe-core/axe.min.js"))
    found = page.evaluate("axe.run({resultTypes: ['violations', 'incomplete']})")
    assert [each["id"] for each in (*found["violations"], *found["incomplete"])] == []
    page.close()


def test_text_stays_text() -> None:
    """Whatever a definition says makes no attribute, and no element but code in what is to do."""
    usual = _tags(read(_body(html.render(with_text("Zqx")))))
    for text in STRINGS:
        page = read(_body(html.render(with_text(text))))
        assert _tags(page) == usual, text
        assert {name for _, attributes in page.tags for name in attributes} <= NAMES, text


def _tags(page: Read) -> list[str]:
    return [tag for tag, _ in page.tags if tag != "code"]


NAMES = {"class", "id", "href", "aria-labelledby", "aria-label", "scope", "data-label"}


def test_what_differs_is_marked() -> None:
    """The old words stand in what is deleted, the new ones in what is inserted."""
    page = html.render(mixed())
    assert "Accepted invitation with the plant manager <ins>and a planner</ins> on it" in page
    assert "<dd>Accepted invitation with the plant manager on it</dd>" in page


def test_ids_are_unique() -> None:
    """Links inside the page lead to one place each."""
    page = read(_body(html.render(many(60))))
    assert len(set(page.ids)) == len(page.ids)
    assert {href.removeprefix("#") for href in page.hrefs} <= set(page.ids)


def _body(page: str) -> str:
    return page[page.index("<main") : page.index("</body>")]
