"""A rep's deals in a real browser: ticks through the stages, other windows, new versions, keyboard, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.deals import (
    CHANGED,
    FIRST,
    SECOND,
    THIRD,
    TICKED,
    Host,
    Rep,
    box,
    built_playbook,
    chosen,
    faults,
    says,
    served,
)
from tests.support.shifts import moved_by_scripts, watch

pytestmark = pytest.mark.browser

DEAL = "Acme <b>Foundry</b> & Sons"
LATER = "Take them to a running plant"
NEXT = {
    "    - id: slips-counted\n        buyer: " + TICKED: "    - id: slips-counted\n        buyer: " + CHANGED,
    "      - id: lend-the-slip-log\n": "      - id: lend-the-log\n",
    "        name: Call the planner\n": "        name: Call the planner\n        required: true\n",
    f"        name: {LATER}\n": f"        name: {LATER}\n        required: true\n",
    "version: 2.1.0\n": "version: 3.0.0\n",
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site of today, and that of the next version, in which words have changed and an item is gone."""
    today = built_playbook(tmp_path_factory, {})
    return today, built_playbook(tmp_path_factory, NEXT)


@pytest.fixture
def host(sites: tuple[Path, Path]) -> Iterator[Host]:
    """A server with the site of today."""
    with served(sites[0]) as found:
        yield found


@pytest.fixture(params=["disk", "sub-path"])
def rep(browser: Browser, sites: tuple[Path, Path], host: Host, request: pytest.FixtureRequest) -> Iterator[Rep]:
    """A rep at the site from a disk and below a sub-path, about whom no browser complains."""
    found = Rep(browser, f"{sites[0].as_uri()}/" if request.param == "disk" else host.address)
    yield found
    found.context.close()
    assert found.complaints == []


def all_boxes(page: Page) -> None:
    """Ticks everything on a page."""
    for each in page.locator(".tl-tick").all():
        each.check()


def test_a_deal_through_three_stages(rep: Rep) -> None:
    """Ticks stay from page to page and after a reload; progress shows on stages, process and in the navigation."""
    page = rep.open(FIRST)
    rep.name(DEAL)
    all_boxes(page)
    page.get_by_role("button", name="Move on to Qualification").click()
    page = rep.open(SECOND)
    assert chosen(page) == DEAL
    box(page, "Spend a day at the plant").check()
    page.get_by_role("button", name="Move on to Development").click()
    assert rep.dialog().get_by_role("link").count() == 3
    rep.dialog().get_by_role("button", name="Move on anyway").click()
    page = rep.open(THIRD)
    page.reload()
    assert says(page) == "Development: 0 of 8 done. New business: 7 of 45 done. The deal is in Development."
    expect(page.locator(".tl-leave")).to_contain_text("3 required items are missing here. Earlier stages lack 3.")
    marks = page.locator(".md-sidebar--primary .tl-nav-mark [aria-hidden]").all_inner_texts()
    assert marks[:3] == ["✓", "1/6", "0/8"]
    page = rep.open("index")
    assert page.locator(".tl-deal__count [aria-hidden]").all_inner_texts()[:3] == ["6/6", "1/6", "0/8"]
    page = rep.open(FIRST)
    assert all(each.is_checked() for each in page.locator(".tl-tick").all())
    box(page, TICKED).uncheck()
    page.reload()
    assert not box(page, TICKED).is_checked()


def test_a_tick_without_a_deal_asks_for_one(rep: Rep) -> None:
    """The box stays empty until the deal has a name, and is ticked then; a name is asked for, and is nobody else's."""
    page = rep.open(FIRST)
    box(page, TICKED).click()
    assert not box(page, TICKED).is_checked()
    rep.dialog().get_by_role("button", name="Create").click()
    assert rep.dialog().get_by_role("alert").inner_text() == "A deal needs a name."
    page.get_by_label("Name of the deal").fill("Acme")
    page.keyboard.press("Enter")
    assert box(page, TICKED).is_checked()
    rep.name("ACME")
    assert "called that already" in rep.dialog().get_by_role("alert").inner_text()


def test_two_windows_agree(rep: Rep) -> None:
    """What one window ticks shows in the other; ticks made in both at once are all kept, also by a third one."""
    one = rep.open(FIRST)
    rep.name(DEAL)
    two = rep.open(FIRST, rep.window())
    box(two, "Call the planner").check()
    box(one, TICKED).check()
    for page in (one, two):
        expect(box(page, "Call the planner")).to_be_checked()
        expect(box(page, TICKED)).to_be_checked()
    boxes = [
        "document.querySelectorAll('.tl-tick')[0].click()",
        "document.querySelectorAll('.tl-tick')[2].click()",
    ]
    one.evaluate(f"setTimeout(() => {boxes[0]}, 200)")
    two.evaluate(f"setTimeout(() => {boxes[1]}, 200)")
    for page in (one, two, rep.open(FIRST, rep.window())):
        expect(page.locator(".tl-tick:checked")).to_have_count(4)


def test_each_window_has_its_own_deal(rep: Rep) -> None:
    """A deal that is chosen in one window leaves the other one where it is."""
    one = rep.open(FIRST)
    rep.name("First")
    two = rep.open(FIRST, rep.window())
    rep.name("Second", two)
    one.reload()
    assert (chosen(one), chosen(two)) == ("First", "Second")
    one.locator(".tl-deal__pick").select_option(label="Second")
    assert chosen(one) == "Second"


def test_a_new_version_opens_what_it_changed(browser: Browser, host: Host, sites: tuple[Path, Path]) -> None:
    """Old and new words are shown, what is gone is told and kept, and everything else stays ticked."""
    rep = Rep(browser, host.address)
    page = rep.open(FIRST)
    rep.name(DEAL)
    all_boxes(page)
    host.folder = sites[1]
    page = rep.open(FIRST)
    assert "Started on version 2.1.0, now 3.0.0." in says(page)
    assert "1 ticked item has changed since and is open again. 1 ticked item is no longer in the playbook." in says(
        page
    )
    assert not box(page, CHANGED).is_checked()
    note = page.locator(".tl-changed")
    assert note.locator("p").all_inner_texts() == [
        "Changed since it was ticked on version 2.1.0. Open again.",
        f"Before: {TICKED}",
        f"Now: {CHANGED}",
    ]
    page.get_by_role("button", name="Show what changed").click()
    assert "Lend the slip log (ticked on version 2.1.0)" in rep.dialog().inner_text()
    assert faults(page) == []
    page.keyboard.press("Escape")
    note.get_by_role("button").click()
    assert box(page, CHANGED).is_checked()
    assert page.evaluate("document.activeElement.matches('.tl-tick')")
    assert page.locator(".tl-changed").count() == 0
    assert not box(page, "Lend the slip log").is_checked()
    rep.context.close()


def test_what_has_become_required(browser: Browser, host: Host, sites: tuple[Path, Path]) -> None:
    """It says so where it is still to do, in later stages only at its box; once ticked it is as all others."""
    rep = Rep(browser, host.address, permissions=["clipboard-read", "clipboard-write"])
    page = rep.open(FIRST)
    rep.name(DEAL)
    box(page, TICKED).check()
    expect(page.locator(".tl-leave")).to_contain_text("2 required items are missing here.")
    assert "was optional" not in says(page)
    host.folder = sites[1]
    page = rep.open(FIRST)
    assert "is open again. 1 open item was optional and is required now." in says(page)
    expect(page.locator(".tl-leave")).to_contain_text("4 required items are missing here.")
    note = page.locator(".tl-step-head + .tl-changed")
    expect(note).to_have_text("Required now; it was optional on version 2.1.0.")
    assert faults(page) == []
    page.get_by_role("button", name="Copy for the CRM").click()
    expect(page.get_by_role("status").get_by_text("Copied.")).to_be_visible()
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert {"- Prospecting: Call the planner", "[ ] Call the planner, required now (was optional)"} <= set(lines)
    page.get_by_role("button", name="Show what changed").click()
    heading = rep.dialog().get_by_role("heading", name="Optional before, required now")
    expect(heading.locator("+ ul")).to_have_text(
        "Prospecting: Call the plannerRequired now; it was optional on version 2.1.0."
    )
    page.keyboard.press("Escape")
    box(page, "Call the planner").check()
    expect(note).to_have_count(0)
    assert "was optional" not in says(page)
    page = rep.open("presentation")
    expect(note).to_have_text("Required now; it was optional on version 2.1.0.")
    assert "was optional" not in says(page)
    box(page, LATER).check()
    box(page, LATER).uncheck()
    page.get_by_role("button", name="The deal is here now").click()
    rep.dialog().get_by_role("button", name="Move on anyway").click()
    assert "1 open item was optional and is required now." in says(page)
    rep.context.close()
    assert rep.complaints == []


def test_a_required_step(rep: Rep) -> None:
    """Without its tick a deal that leaves the stage, or has left it, lacks it; on paper it is marked as required."""
    page = rep.open("presentation")
    rep.name(DEAL)
    box(page, "The planner has picked the three weeks, and says why those").check()
    page.get_by_role("button", name="Show what is missing").click()
    here = rep.dialog().get_by_role("heading", name="Missing in Presentation").locator("+ ul")
    steps = ["Replay the three worst weeks", "Planner and supervisor list what the replay got wrong"]
    expect(here.get_by_role("link")).to_have_text([*steps, "Speaks with a running plant alone"])
    here.get_by_role("link", name=steps[0]).click()
    assert page.url.endswith("#step-replay-the-weeks")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print", exact=True).click()
    rows = page.locator(".tl-sheet li").all_text_contents()
    assert "☐Replay the three worst weeks (required)" in rows
    assert "☐Specify the connection" in rows
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.get_by_role("button", name="Move on to Discussion").click()
    rep.dialog().get_by_role("button", name="Move on anyway").click()
    page = rep.open("discussion")
    page.get_by_role("button", name="Show what is missing").click()
    expect(here.get_by_role("link")).to_have_text([*steps, "Speaks with a running plant alone"])
    page.keyboard.press("Escape")
    page = rep.open("presentation")
    box(page, steps[0]).check()
    page.get_by_role("button", name="Show what is missing").click()
    expect(here.get_by_role("link")).to_have_text([steps[1], "Speaks with a running plant alone"])


def test_archive_delete_and_undo(rep: Rep) -> None:
    """Each can be taken back at once, and later from the list of all deals."""
    page = rep.open(FIRST)
    rep.name(DEAL)
    box(page, TICKED).check()
    for action, said in ((f"Delete {DEAL}", "is deleted."), (f"Archive {DEAL}", "is in the archive.")):
        rep.choose(action)
        expect(page.get_by_role("status").get_by_text(said)).to_be_visible()
        assert chosen(page) == "No deal chosen"
        assert not box(page, TICKED).is_checked()
        page.keyboard.press("Enter")  # the focus is on Undo
        assert chosen(page) == DEAL
        assert box(page, TICKED).is_checked()
        rep.choose(action)
        page.reload()
        rep.choose(f"Bring back {DEAL}")
        assert box(page, TICKED).is_checked()


def test_rename(rep: Rep) -> None:
    """A deal keeps its ticks under a new name."""
    page = rep.open(FIRST)
    rep.name("Acme")
    box(page, TICKED).check()
    page.get_by_role("button", name="All deals", exact=True).click()
    page.get_by_label("Name of the deal").fill("Acme Foundry")
    page.keyboard.press("Enter")
    page.reload()
    assert (chosen(page), box(page, TICKED).is_checked()) == ("Acme Foundry", True)


@pytest.mark.parametrize("allowed", [True, False])
def test_copy_for_the_crm(browser: Browser, host: Host, allowed: bool) -> None:
    """The text is on the clipboard, or selected in a dialog where the browser refuses that."""
    rep = Rep(browser, host.address, permissions=["clipboard-read", "clipboard-write"] if allowed else [])
    if not allowed:
        rep.context.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page = rep.open(FIRST)
    rep.name(DEAL)
    box(page, TICKED).check()
    page.get_by_role("button", name="Copy for the CRM").click()
    if allowed:
        expect(page.get_by_role("status").get_by_text("Copied.")).to_be_visible()
        text = page.evaluate("navigator.clipboard.readText()")
    else:
        text = page.get_by_label("Text for the CRM").input_value()
        assert page.evaluate("document.getSelection().toString()") or page.evaluate(
            "(field => field.selectionEnd - field.selectionStart === field.value.length)(document.activeElement)"
        )
        assert faults(page) == []
    lines = text.splitlines()
    day = lines[2].removeprefix("Started on: 2.1.0, ")
    assert lines == [
        f"Deal: {DEAL}",
        "Process: New business 2.1.0",
        f"Started on: 2.1.0, {day}",
        "Stage: Prospecting (1 of 7)",
        "Done: 1 of 45",
        "",
        "Missing before the deal leaves Prospecting:",
        "- Prospecting: 80 to 400 people on one site, made to order",
        "- Prospecting: Plant manager accepts a date for a visit",
        "",
        "Prospecting: 1 of 6",
        "[ ] 80 to 400 people on one site, made to order, required",
        "[ ] Call the planner",
        "[ ] Lend the slip log",
        "[ ] Share the benchmark",
        f"[x] {TICKED} ({day})",
        "[ ] Plant manager accepts a date for a visit, required",
    ]
    rep.context.close()


def test_the_sheet_of_paper(rep: Rep) -> None:
    """Only the sheet goes to paper: the deal's name, its boxes, one page; afterwards the page is as before."""
    page = rep.open(FIRST)
    rep.name(DEAL)
    box(page, TICKED).check()
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print", exact=True).click()
    page.emulate_media(media="print")
    sheet = page.locator(".tl-sheet")
    assert sheet.locator("h1").inner_text() == f"Prospecting: {DEAL}"
    assert sheet.locator("li", has_text=TICKED).inner_text().startswith("☒")
    assert not page.locator("h1#start").is_visible()
    assert page.pdf().count(b"/Type /Page\n") == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("h1#start").is_visible()


@pytest.mark.parametrize("width", [390, 1400])
def test_nothing_moves_and_nothing_is_at_fault(browser: Browser, host: Host, width: int) -> None:
    """Scripts move nothing when they start; axe finds nothing, dialogs and messages included; no page is too wide."""
    rep = Rep(browser, host.address, viewport={"width": width, "height": 900})
    watch(rep.context)
    page = rep.page
    for stage in ("index", FIRST):
        assert moved_by_scripts(page, host.scripts, f"{rep.base}new-business/{stage}.html") == []
        assert faults(page) == []
    page.get_by_role("button", name="New deal").click()
    assert faults(page) == []
    page.keyboard.press("Escape")
    rep.name("A deal with quite a long name, as people give them")
    assert faults(page) == []
    for name in ("Show what is missing", "All deals"):
        page.get_by_role("button", name=name, exact=True).click()
        assert faults(page) == []
        page.keyboard.press("Escape")
    for stage in (FIRST, "index"):
        assert moved_by_scripts(page, host.scripts, f"{rep.base}new-business/{stage}.html") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    rep.context.close()
    assert rep.complaints == []


def test_by_keyboard_alone(browser: Browser, host: Host) -> None:
    """A deal is named, ticked, moved on and chosen without a mouse; the focus goes back to where it was."""
    rep = Rep(browser, host.address)
    page = rep.open(FIRST)

    def reach(selector: str) -> None:
        for _ in range(150):
            page.keyboard.press("Tab")
            if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
                return
        raise AssertionError(f"Tab never reaches {selector}")

    reach(".tl-deal .tl-press--main")
    page.keyboard.press("Enter")
    page.keyboard.type("Acme")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "New deal"
    reach("[data-tick='criterion:slips-counted']")
    page.keyboard.press("Space")
    assert box(page, TICKED).is_checked()
    reach(".tl-leave .tl-press:last-child")
    page.keyboard.press("Enter")
    reach("dialog .tl-press:last-child")
    page.keyboard.press("Enter")
    assert "The deal is in Qualification." in says(page)
    rep.context.close()


def test_without_scripts_the_lists_are_plain(browser: Browser, sites: tuple[Path, Path]) -> None:
    """The boxes are there and empty; of deals nothing shows."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sites[0].as_uri()}/new-business/{FIRST}.html")
    assert box(page, TICKED).is_visible()
    assert box(page, TICKED).is_disabled()
    assert not page.locator(".tl-deal").is_visible()
    assert not page.locator(".tl-leave").is_visible()
    context.close()
