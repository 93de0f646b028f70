"""What is handed over, in a browser: the action plan, the pages to print and the one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.support.browsers import chromium
from tests.support.commands import twolane, write_playbook
from tests.support.playbooks import base_files

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
PLAN = "site/new-business/action-plan.html"
PRINT = "site/new-business/print.html"
WHOLE = "site/print.html"
ONE = "new-business.html"
Scheme = Literal["light", "dark"]
DRAWN = "!document.querySelector('pre.tl-diagram:not([hidden])')"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base playbook with its site and its one file."""
    folder = write_playbook(tmp_path_factory.mktemp("handed"), base_files())
    for arguments in (("build",), ("build", "--single-file", "new-business")):
        answer = twolane(*arguments, folder=folder)
        assert answer.code == 0, answer.errors
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A running Chromium."""
    with chromium() as running:
        yield running


def window(browser: Browser, width: int, scheme: Scheme) -> BrowserContext:
    """A window of a width and a scheme."""
    return browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="en-GB")


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1400, "light")])
@pytest.mark.parametrize("name", [PLAN, PRINT, WHOLE, ONE])
def test_pages_are_accessible_and_fit(browser: Browser, built: Path, name: str, width: int, scheme: Scheme) -> None:
    """axe finds nothing, nothing is complained about, nothing is wider than the window."""
    assert AXE.is_file(), f"{AXE} is missing: run npm ci"
    context, complaints = window(browser, width, scheme), []
    if name == ONE:
        # Its own policy keeps out every script, that of the test as well.
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, locale="en-GB"
        )
    page = context.new_page()
    page.on("console", lambda each: complaints.append(each.text) if each.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((built / name).as_uri())
    page.wait_for_function(DRAWN)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # From a disk, axe complains that it cannot read the styles; that comes later.
    assert complaints == []
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run({exclude: [['.tl-drawing svg']]})")
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
    context.close()


def test_one_file_asks_for_nothing(browser: Browser, built: Path) -> None:
    """The file itself is all that is read, and with scripts switched off it is the same."""
    context = window(browser, 1400, "dark")
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((built / ONE).as_uri())
    page.locator("a[href='#new-business--closing']").first.click()
    assert page.locator("#new-business--closing").is_visible()
    assert asked == [(built / ONE).as_uri()]
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(27, 32, 41)"
    context.close()


def test_all_diagrams_are_there_when_the_page_is_printed(browser: Browser, built: Path, tmp_path: Path) -> None:
    """Those far below the window too; printing gives several sheets."""
    context = window(browser, 1400, "light")
    page = context.new_page()
    page.goto((built / PRINT).as_uri())
    page.wait_for_function(DRAWN)
    assert page.locator(".tl-print .tl-drawing svg").count() == page.locator(".tl-print pre.tl-diagram").count() > 1
    assert page.get_by_role("button", name="Print this page").is_visible()
    for size in ("A4", "Letter"):
        data = page.pdf(path=tmp_path / "print.pdf", format=size)
        assert data.startswith(b"%PDF")
        assert data.count(b"/Type /Page\n") >= 5
    page.emulate_media(media="print")
    assert page.locator(".tl-print__bar").is_hidden()
    context.close()


@pytest.mark.parametrize(
    ("start", "cell", "date"),
    [("2026-11-30", "weeks 1–3", "7 Dec 2026 to 21 Dec 2026"), ("2026-11-30", "by week 4", "by 28 Dec 2026")],
)
def test_a_plan_gets_its_dates(browser: Browser, built: Path, start: str, cell: str, date: str) -> None:
    """From the day on which it starts; taken back, the plan is as it was."""
    context = window(browser, 390, "light")
    page = context.new_page()
    page.goto((built / PLAN).as_uri())
    page.evaluate("document.documentElement.lang = 'en'")
    found = page.locator("td[data-until]", has_text=cell).first
    before = found.inner_text()
    page.get_by_label("The day on which we start").fill(start)
    shown = found.locator(".tl-plan__date").inner_text()
    expected = page.evaluate(
        """([text]) => text.replace(/(\\d+) (\\w+) (\\d{4})/g, (_, day, month, year) =>
            new Intl.DateTimeFormat('en', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'})
              .format(new Date(`${day} ${month} ${year} UTC`)))""",
        [date],
    )
    assert shown == expected
    page.get_by_label("The day on which we start").fill("")
    assert found.inner_text() == before
    context.close()


def test_a_plan_without_scripts_is_whole(browser: Browser, built: Path) -> None:
    """It says when in weeks, and leads to its table; nothing asks for a day that would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built / PLAN).as_uri())
    assert page.get_by_text("weeks 1–3").is_visible()
    assert page.locator("#plan-start").is_hidden()
    assert page.get_by_role("link", name="The plan as a table").is_visible()
    context.close()
