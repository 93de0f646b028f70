"""What is handed over, in a browser: the action plan, the pages to print and the one file."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.pages.hostile import everything, with_texts
from tests.support.axe import faults
from tests.support.commands import twolane, write_playbook
from tests.support.playbooks import base_files
from tests.support.sites import SETTINGS
from twolane.build import Checked, build_single_file

pytestmark = pytest.mark.browser

PLAN = "site/new-business/action-plan.html"
PRINT = "site/new-business/print.html"
WHOLE = "site/print.html"
ONE = "new-business.html"
Scheme = Literal["light", "dark"]
PROCESS = "process/new-business/process.yml"
ROLES = "process/roles.yml"
GROUND = "getComputedStyle(document.body).backgroundColor"
GROUNDS = {"light": "rgb(255, 255, 255)", "dark": "rgb(27, 32, 41)"}
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \" ' <!-- <scripts> <diagram 0> x"
VIEWS = "Array.from(document.querySelectorAll('.tl-drawing-part > svg'), svg => svg.getAttribute('viewBox'))"
BOXES = """svg => Array.from(svg.querySelectorAll("text"), each => each.getBBox())
    .map(box => [box.y, box.y + box.height])"""
HEIGHT = 'text => Number(/viewBox="([^"]*)"/.exec(text)[1].split(\' \')[3])'
DRAWN = "!document.querySelector('pre.tl-diagram:not([hidden])')"

FONT = "[...document.fonts].filter(each => each.family.replaceAll('\"', '') === 'Public Sans').map(each => each.status)"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base playbook with its site and its one file."""
    folder = write_playbook(tmp_path_factory.mktemp("handed"), base_files())
    for arguments in (("build",), ("build", "--single-file", "new-business")):
        answer = twolane(*arguments, folder=folder)
        assert answer.code == 0, answer.errors
    return folder


def window(browser: Browser, width: int, scheme: Scheme) -> BrowserContext:
    """A window of a width and a scheme."""
    return browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="en-GB")


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1400, "light")])
@pytest.mark.parametrize("name", [PLAN, PRINT, WHOLE, ONE])
def test_pages_are_accessible_and_fit(browser: Browser, built: Path, name: str, width: int, scheme: Scheme) -> None:
    """axe finds nothing, nothing is complained about, nothing is wider than the window."""
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
    assert faults(page, without=[".tl-drawing svg"], undecided=False) == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_file_asks_for_nothing(browser: Browser, built: Path, scheme: Scheme) -> None:
    """The file itself is all that is read; its diagrams follow the scheme of the system, also when that changes."""
    context = window(browser, 1400, scheme)
    page, asked, complaints = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda each: complaints.append(each.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((built / ONE).as_uri())
    page.wait_for_function(DRAWN)
    assert page.locator(".tl-drawing svg").count() == page.locator("pre.tl-diagram").count() == 5
    page.locator("a[href='#new-business--closing']").first.click()
    assert page.locator("#new-business--closing").is_visible()
    assert page.evaluate(GROUND) == GROUNDS[scheme]
    assert page.evaluate(FONT) == ["loaded"]
    other: Scheme = "dark" if scheme == "light" else "light"
    before = page.locator(".tl-drawing svg").first.inner_html()
    page.emulate_media(color_scheme=other)
    page.wait_for_function("before => document.querySelector('.tl-drawing svg').innerHTML !== before", arg=before)
    assert page.evaluate(GROUND) == GROUNDS[other]
    assert complaints == []
    assert asked == [(built / ONE).as_uri()]
    context.close()


def test_one_file_without_scripts_has_tables(browser: Browser, built: Path) -> None:
    """No room is kept for diagrams that nothing draws, no text of theirs shows, and nothing offers to print."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built / ONE).as_uri())
    assert page.locator("pre.tl-diagram:visible, [data-drawn]:visible, button:visible").count() == 0
    assert page.get_by_role("table").first.is_visible()
    assert page.locator(".tl-no-print:visible").count() == 0
    assert page.locator("svg.tl-lines:visible").count() == 1
    context.close()


def test_what_is_closed_in_the_one_file_is_open_on_paper(browser: Browser, built: Path) -> None:
    """Nobody can open it there; the table that says what the picture says is left out."""
    page = browser.new_page()
    page.goto((built / ONE).as_uri())
    words = page.locator("details.tl-words:not([open]) li")
    assert words.count() > 0
    assert words.first.is_hidden()
    page.emulate_media(media="print")
    assert all(each.is_visible() for each in words.all())
    assert page.locator("details.tl-lines-text").is_hidden()
    page.close()


def test_one_file_shows_hostile_texts_as_texts(browser: Browser, tmp_path: Path) -> None:
    """Nothing of them runs, loads or ends a script; each diagram is drawn."""
    wanted = replace(SETTINGS, pages=str(tmp_path))
    hostile = with_texts(everything(), HOSTILE, HOSTILE)
    text = build_single_file(Checked(hostile, (), {}), hostile.processes[0].id, wanted)
    (tmp_path / "it.html").write_text(text, "utf-8")
    page, seen = browser.new_page(), []
    for event in ("request", "console", "pageerror", "dialog"):
        page.on(event, lambda what: seen.append(str(what)))  # type: ignore[call-overload]  # the events are of two kinds
    page.goto((tmp_path / "it.html").as_uri())
    page.wait_for_function(DRAWN)
    assert page.locator(".tl-drawing svg").count() == page.locator("pre.tl-diagram").count() > 3
    assert page.locator("h1").inner_text() == HOSTILE
    assert page.locator("script").count() == 6
    assert len(seen) == 1
    page.close()


def test_all_diagrams_are_there_when_the_page_is_printed(browser: Browser, built: Path, tmp_path: Path) -> None:
    """Those far below the window too; printing gives several sheets."""
    context = window(browser, 1400, "light")
    page = context.new_page()
    page.goto((built / PRINT).as_uri())
    page.wait_for_function(DRAWN)
    assert page.locator(".tl-print .tl-drawing svg").count() == page.locator(".tl-print pre.tl-diagram").count() > 1
    assert page.get_by_role("button", name="Print this page").is_visible()
    for size in ("A4", "Letter"):
        data = page.pdf(path=tmp_path / f"{size}.pdf", format=size)
        assert data.startswith(b"%PDF")
        assert data.count(b"/Type /Page\n") >= 5
    page.emulate_media(media="print")
    assert page.locator(".tl-print__bar").is_hidden()
    context.close()


def test_a_tall_diagram_is_cut_between_its_lines(browser: Browser, tmp_path: Path) -> None:
    """On paper it runs over several sheets; no word is cut, nothing is left out, and then it is whole again."""
    steps = "".join(
        f"      - {{id: step-{at}, name: Step {at}, serves: [notice], delivers: [benchmark], responsible: rep}}\n"
        for at in range(24)
    )
    files = base_files()
    process = files[PROCESS].decode()
    files[PROCESS] = process.replace(
        "    exit:\n      - id: meeting-agreed\n", f"{steps}    exit:\n      - id: meeting-agreed\n"
    ).encode()
    answer = twolane(
        "build", "--single-file", "new-business", "--fail-on", "never", folder=write_playbook(tmp_path, files)
    )
    assert answer.code == 0, answer.errors
    context = window(browser, 1400, "light")
    page = context.new_page()
    page.goto((tmp_path / ONE).as_uri())
    page.wait_for_function(DRAWN)
    whole = page.locator(".is-tall > svg").evaluate("svg => svg.outerHTML")
    texts = page.locator(".is-tall > svg").evaluate(BOXES)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    parts = [[float(figure) for figure in view.split()] for view in page.evaluate(VIEWS)]
    assert len(parts) > 1
    for (_, top, _, height), after in pairwise(parts):
        assert after[1] == pytest.approx(top + height)
        assert not [text for text in texts if text[0] < after[1] < text[1]]
    assert sum(part[3] for part in parts) == pytest.approx(page.evaluate(HEIGHT, whole))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".is-tall > svg").evaluate("svg => svg.outerHTML") == whole
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
    page.get_by_label("First day of the plan").fill(start)
    shown = found.locator(".tl-plan__date").inner_text()
    expected = page.evaluate(
        """([text]) => text.replace(/(\\d+) (\\w+) (\\d{4})/g, (_, day, month, year) =>
            new Intl.DateTimeFormat('en', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'})
              .format(new Date(`${day} ${month} ${year} UTC`)))""",
        [date],
    )
    assert shown == expected
    page.get_by_label("First day of the plan").fill("")
    assert found.inner_text() == before
    context.close()


def downloaded(page: Page) -> tuple[str, list[list[str]]]:
    """Name and cells of the table that the page offers."""
    with page.expect_download() as download:
        page.locator(".tl-plan__file").click()
    text = download.value.path().read_bytes().decode()
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == text.count("\n")
    return download.value.suggested_filename, list(csv.reader(io.StringIO(text[1:], newline="")))


def test_a_plan_as_a_table_with_dates(browser: Browser, built: Path) -> None:
    """With a start, each time is also a day that spreadsheets know; without one, the table is in weeks as before."""
    page = browser.new_page()
    page.goto((built / PLAN).as_uri())
    name, weeks = downloaded(page)
    assert name == "action-plan.csv"
    page.get_by_label("First day of the plan").fill("2026-11-30")
    name, dated = downloaded(page)
    assert name == "action-plan-2026-11-30.csv"
    assert dated[0][5:] == ["From (date)", "Until (date)", "From (week)", "Until (week)"]
    assert [[*row[:5], *row[7:]] for row in dated] == weeks
    assert [row[5:9] for row in dated[1:4]] == [
        ["2026-12-07", "2026-12-21", "1", "3"],
        ["", "2026-12-28", "", "4"],
        ["", "2026-12-28", "", "4"],
    ]
    page.get_by_label("First day of the plan").fill("")
    assert downloaded(page) == ("action-plan.csv", weeks)
    page.close()


def test_cells_of_the_dated_table_are_never_formulas(browser: Browser, tmp_path: Path) -> None:
    """What a spreadsheet would compute begins with an apostrophe, and quotes are doubled, as in the table in weeks."""
    files = base_files()
    text = files[PROCESS].decode().replace("buyer: Agrees to a visit", "buyer: '=1+1, says \"we\"'")
    files[PROCESS] = text.encode()
    files[ROLES] = files[ROLES].replace(b"name: Sales representative", b"name: +49 30 Sales representative")
    answer = twolane("build", "--fail-on", "never", folder=write_playbook(tmp_path, files))
    assert answer.code == 0, answer.errors
    page = browser.new_page()
    page.goto((tmp_path / PLAN).as_uri())
    page.get_by_label("First day of the plan").fill("2026-11-30")
    _, rows = downloaded(page)
    assert rows[2][2] == '\'=1+1, says "we"'
    assert rows[2][4] == "'+49 30 Sales representative"
    page.close()


def test_a_plan_on_paper_is_its_own(browser: Browser, built: Path) -> None:
    """A short one is one sheet; it is called what the plan is called, without the title of the house's playbook."""
    page = browser.new_page()
    page.goto((built / PLAN).as_uri())
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
    title = page.title()
    assert title == "Action plan - Our sales playbook"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.title() == "Action plan"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.title() == title
    page.close()


def test_a_plan_without_scripts_is_whole(browser: Browser, built: Path) -> None:
    """It says when in weeks, and leads to its table; nothing asks for a day that would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built / PLAN).as_uri())
    assert page.get_by_text("weeks 1–3").is_visible()
    assert page.locator("#plan-start").is_hidden()
    assert page.get_by_role("link", name="The plan as a table").is_visible()
    context.close()
