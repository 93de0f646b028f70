"""The finished site in a real browser, with the network cut: from a disk and below a sub-path."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.site.sample import built, sample_site
from tests.support.axe import faults

pytestmark = pytest.mark.browser

PAGES = ("index.html", "new-business/index.html", "new-business/prospecting.html", "glossary.html")
Scheme: TypeAlias = Literal["light", "dark"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample playbook, built once."""
    return built(tmp_path_factory.mktemp("shell"), sample_site)


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """The address of the site below a sub-path of a server that has nothing else."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            name = path.partition("?")[0].partition("#")[0]
            below = name.startswith("/sub/path/")
            return str(site / name.removeprefix("/sub/path/")) if below else str(site / "no such file")

        def log_message(self, *_: object) -> None:
            """Keeps the tests' output clean."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/sub/path/"
    server.shutdown()


class Visit:
    """One visitor: a window of a width and a scheme, what it complained about and what it asked outside."""

    def __init__(self, browser: Browser, base: str, width: int = 1400, scheme: Scheme = "light") -> None:
        self.base = base
        self.outside: list[str] = []
        self.complaints: list[str] = []
        size = {"width": width, "height": 900}
        self.context: BrowserContext = browser.new_context(viewport=size, color_scheme=scheme)
        self.context.route("**/*", self._route)

    def open(self, name: str) -> Page:
        """A page of the site, loaded."""
        page = self.context.new_page()
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(self.base + name)
        return page

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)

    def _route(self, route: Route) -> None:
        if route.request.url.startswith((self.base, "data:", "blob:")):
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()


@pytest.fixture(params=["disk", "sub-path"])
def base(request: pytest.FixtureRequest, site: Path, served: str) -> str:
    """Where the site is looked at."""
    return f"{site.as_uri()}/" if request.param == "disk" else served


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_pages_are_whole(browser: Browser, base: str, width: int, scheme: Scheme) -> None:
    """No request leaves, nothing is complained about, nothing is wider than the window, diagrams draw."""
    visit = Visit(browser, base, width, scheme)
    for name in PAGES:
        page = visit.open(name)
        for figure in page.locator(".tl-figure").all():
            figure.scroll_into_view_if_needed()
        page.wait_for_function("!document.querySelector('pre.tl-diagram:not([hidden])')")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.body.dataset.mdColorScheme") == {"light": "default"}.get(scheme, "slate")
    visit.context.close()
    assert (visit.outside, visit.complaints) == ([], [])


@pytest.mark.parametrize("width", [390, 1400])
def test_search_finds_a_stage(browser: Browser, base: str, width: int) -> None:
    """And a part of it; the result leads there."""
    visit = Visit(browser, base, width)
    page = visit.open("roles/sales-engineer.html")
    if width == 390:
        page.locator("label.md-header__button[for=__search]").click()
    field = page.get_by_role("textbox", name="Search")
    field.click()
    field.press_sequentially("spreadsheet")
    page.locator(".md-search-result__link", has_text="Objections").first.click()
    page.wait_for_url("**/prospecting.html*")
    assert page.locator("#objections").is_visible()
    visit.context.close()
    assert (visit.outside, visit.complaints) == ([], [])


def test_a_diagram_follows_the_scheme(browser: Browser, base: str) -> None:
    """It is drawn again in other colours when the reader changes the scheme; its text is kept for failures."""
    visit = Visit(browser, base)
    page = visit.open("new-business/index.html")
    page.wait_for_selector(".tl-drawing svg")
    light = page.locator(".tl-drawing").inner_html()
    page.locator("label[for=__palette_1]").click()
    page.wait_for_function("old => document.querySelector('.tl-drawing').innerHTML !== old", arg=light)
    assert page.locator(".tl-drawing svg").count() == 1
    assert "Share the benchmark (two" in " ".join(page.locator(".tl-drawing").inner_text().split())
    assert visit.complaints == []
    visit.context.close()


def test_a_diagram_that_cannot_be_drawn_shows_its_text(browser: Browser, site: Path, tmp_path: Path) -> None:
    """And says so; the page stays whole."""
    shutil.copytree(site, tmp_path / "site")
    page_file = tmp_path / "site/new-business/index.html"
    page_file.write_text(page_file.read_text().replace("flowchart LR", "no diagram at all"))
    visit = Visit(browser, f"{(tmp_path / 'site').as_uri()}/")
    page = visit.open("new-business/index.html")
    page.wait_for_selector(".tl-drawing-note")
    assert page.locator("pre.tl-diagram").is_visible()
    assert "could not be drawn" in page.locator(".tl-drawing-note").inner_text()
    visit.context.close()


def test_pages_without_scripts_are_readable(browser: Browser, site: Path) -> None:
    """The diagram's text and the table beside it are there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/new-business/index.html")
    assert page.locator("pre.tl-diagram").is_visible()
    assert page.locator(".tl-table").is_visible()
    context.close()


def test_a_keyboard_reaches_the_content_first(browser: Browser, site: Path) -> None:
    """The first stop is the link that leads past the header, to the title."""
    visit = Visit(browser, f"{site.as_uri()}/")
    page = visit.open("new-business/prospecting.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('a.md-skip')")
    page.keyboard.press("Enter")
    assert page.url.endswith("#start")
    visit.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_pages_are_accessible(browser: Browser, served: str, width: int, scheme: Scheme) -> None:
    """axe finds no violation and leaves nothing open, diagrams' insides apart, whose colours it cannot tell."""
    visit = Visit(browser, served, width, scheme)
    for name in PAGES:
        page = visit.open(name)
        page.wait_for_function("!document.querySelector('pre.tl-diagram:not([hidden])')")
        assert faults(page, without=[".tl-drawing svg"]) == [], name
    visit.context.close()
