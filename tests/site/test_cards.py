"""The cards of "In a call" in a real browser: filtered, walked by keyboard, sent by address, read without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.site.example import example_site
from tests.support.axe import faults
from tests.support.deals import served
from tests.support.shifts import moved_by_scripts, watch

pytestmark = pytest.mark.browser

SPREADSHEET = "We have a spreadsheet for that."
SHOWN = ".tl-call:not([hidden]) h3"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """This repository's own playbook, as opened from a disk."""
    return f"{example_site(tmp_path_factory).as_uri()}/"


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A window of its own; complaints of the browser fail the test."""
    complaints: list[str] = []
    context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **getattr(request, "param", {})})
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


def shown(page: Page) -> list[str]:
    """The titles of the cards that are shown."""
    return page.locator(SHOWN).all_inner_texts()


def count(page: Page) -> str:
    return page.locator("#cards-count").inner_text()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent || document.activeElement.id"))


def test_typing_filters(page: Page, address: str) -> None:
    """Each word must be on the card, in any order, whatever its case and accents; the number is announced."""
    page.goto(f"{address}in-a-call.html")
    every = len(shown(page))
    assert count(page) == f"{every} cards"
    field = page.get_by_label("They say …")
    field.press_sequentially("Sprëadsheet HAVE")
    assert shown(page) == [SPREADSHEET]
    assert count(page) == f"1 of {every} cards"
    assert page.locator(".tl-call-group:not([hidden]) h2").all_inner_texts() == ["Prospecting · New business"]
    field.press_sequentially(" nonsense")
    assert shown(page) == []
    assert count(page) == "No card fits. Take a word away, or show all."
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) == every
    assert focused(page) == "cards-text"


@pytest.mark.parametrize(("typed", "fits"), [("ガイド", True), ("हिन्दी", True), ("カイト", False), ("イト カ", False)])
def test_typing_filters_in_every_script(page: Page, address: str, tmp_path: Path, typed: str, fits: bool) -> None:
    """Signs that belong to letters count, as on a card whose title is in Japanese and Hindi."""
    site = tmp_path / "site"
    site.mkdir()
    original = Path(url2pathname(urlsplit(address).path))
    for each in original.iterdir():
        (site / each.name).symlink_to(each)
    html = (original / "in-a-call.html").read_text("utf-8")
    assert SPREADSHEET in html
    (site / "in-a-call.html").unlink()
    (site / "in-a-call.html").write_text(html.replace(SPREADSHEET, "ガイド हिन्दी"), "utf-8")
    page.goto((site / "in-a-call.html").as_uri())
    page.get_by_label("They say …").fill(typed)
    assert ("ガイド हिन्दी" in shown(page)) == fits


def test_choices_filter(page: Page, address: str) -> None:
    """By stage, by whom it counts against, and by segment; what holds everywhere stays."""
    page.goto(f"{address}in-a-call.html")
    page.get_by_label("Stage").select_option(label="Closing")
    assert shown(page)[:2] == [
        "Can we start paying once it works?",
        "The start costs a fixed price, and the monthly fee begins when you publish your own schedule.",
    ]
    page.get_by_label("Against").select_option(label="Tessarick Board")
    assert shown(page) == ["Tessarick Board"]
    page.get_by_label("Stage").select_option(label="any")
    assert SPREADSHEET in shown(page)
    assert "Can we start paying once it works?" not in shown(page)
    page.get_by_label("Against").select_option(label="any")
    page.get_by_label("Segment").select_option(label="Groups with two to eight plants")
    assert "You see your own three worst weeks, not our demonstration data." in shown(page)
    assert "We read from the ERP and write back dates only. You can leave within a day." not in shown(page)


def test_the_address_keeps_the_state(page: Page, address: str) -> None:
    """It can be sent to a colleague; Back leads from a stage to the cards as they were."""
    page.goto(f"{address}in-a-call.html")
    page.get_by_label("They say …").fill('ERP "100 %" & more')
    page.get_by_label("They say …").fill("ERP")
    page.get_by_label("Stage").select_option(label="Development")
    cards = shown(page)
    assert page.url.endswith("#text=ERP&stage=new-business%2Fdevelopment")
    page.get_by_role("link", name="The ERP has a module for it.").click()
    page.wait_for_url("**/new-business/development.html#objections")
    page.go_back()
    page.wait_for_function("document.getElementById('cards-text').value === 'ERP'")
    assert shown(page) == cards
    assert page.get_by_label("Stage").input_value() == "new-business/development"


@pytest.mark.parametrize("state", ["stage=nowhere&text=%E0%A4%A", "=&&=x", "text=%22%5C%27%3Cb%3E", "no-such-card"])
def test_any_address_is_borne(page: Page, address: str, state: str) -> None:
    """Whatever stands behind the # of the address, the page works; unknown choices count as none."""
    page.goto(f"{address}in-a-call.html#{state}")
    page.get_by_label("They say …").fill("spreadsheet have")
    assert shown(page) == [SPREADSHEET]


def test_an_address_of_a_card_shows_it(page: Page, address: str) -> None:
    """What the search or a colleague links to is there, whatever was filtered before."""
    page.goto(f"{address}in-a-call.html#stage=new-business/closing")
    page.evaluate("location.hash = 'competitor-built-in-house'")
    page.wait_for_function("document.querySelectorAll('.tl-call[hidden]').length === 0")
    assert page.locator("#competitor-built-in-house").is_visible()


def test_one_key_from_any_page(page: Page, address: str) -> None:
    """C opens the cards, ready to type, from pages in folders and hand-written ones; there it leads to the field."""
    for name in ("new-business/closing.html", "welcome.html"):
        page.goto(address + name)
        page.keyboard.press("c")
        page.wait_for_url("**/in-a-call.html#text=")
        page.wait_for_function("document.activeElement.id === 'cards-text'")
    page.keyboard.type("cc")
    assert page.get_by_label("They say …").input_value() == "cc"
    page.get_by_label("Stage").focus()
    page.keyboard.press("c")
    assert focused(page) != "cards-text"
    page.locator("h1").click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("c")
    assert focused(page) == "cards-text"


def test_the_key_leaves_typing_and_the_theme_alone(page: Page, address: str) -> None:
    """In the search field C is a letter; with Ctrl it copies; the theme's own keys still do what they did."""
    page.goto(f"{address}new-business/closing.html")
    page.keyboard.press("Control+c")
    page.keyboard.press("s")
    page.keyboard.type("ccc")
    assert page.get_by_role("textbox", name="Search").input_value() == "ccc"
    assert page.url.endswith("closing.html")


DENIED = (
    "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, "
    "{get() { throw new DOMException('denied', 'SecurityError'); }});"
)


def key_switch(page: Page) -> Locator:
    """The switch of single keys, on the page of cards."""
    return page.get_by_role("checkbox", name="Single keys do something on this site")


def keys_do_something(page: Page, address: str) -> bool:
    """Whether C and the theme's keys do something on a page of a process, as the page says; none or all of them."""
    page.goto(f"{address}new-business/closing.html")
    told = page.locator("[aria-keyshortcuts=C]").count() > 0
    for key in "s" if told else "/fpn,.s":
        page.keyboard.press(key)
    field = page.get_by_role("textbox", name="Search")
    if not told:
        page.keyboard.press("c")
        page.evaluate("new Promise(resolve => setTimeout(resolve))")  # whatever a key has begun has its turn before
        assert page.evaluate("document.activeElement === document.body")
        assert page.url.endswith("closing.html")
        return False
    expect(field).to_be_focused()
    page.goto(f"{address}new-business/closing.html")
    page.keyboard.press("c")
    page.wait_for_url("**/in-a-call.html*")
    return True


def test_single_keys_can_be_turned_off(page: Page, address: str) -> None:
    """By keyboard alone, for the whole site, those of the theme too, in all windows; and on again."""
    assert keys_do_something(page, address)
    other = page.context.new_page()
    other.goto(f"{address}in-a-call.html")
    assert key_switch(other).is_checked()
    page.goto(f"{address}in-a-call.html")
    key_switch(page).focus()
    page.keyboard.press("Space")
    assert page.locator("#keys-switch [role=status]").inner_text() == (
        "Single keys do nothing now, on any page of this site."
    )
    expect(key_switch(other)).not_to_be_checked()
    other.evaluate("document.activeElement.blur()")
    other.keyboard.press("c")
    assert other.evaluate("document.activeElement === document.body")
    assert not keys_do_something(page, address)
    page.goto(f"{address}in-a-call.html")
    page.reload()
    assert not key_switch(page).is_checked()
    page.get_by_label("They say …").press_sequentially("scp")  # typing is typing, on or off
    assert page.get_by_label("They say …").input_value() == "scp"
    key_switch(page).check()
    assert keys_do_something(page, address)


def test_letters_reach_the_search_with_single_keys_off(page: Page, address: str) -> None:
    """Who has opened the search by hand types into it as always."""
    page.goto(f"{address}in-a-call.html")
    key_switch(page).uncheck()
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("spcf")
    assert page.get_by_role("textbox", name="Search").input_value() == "spcf"


def test_the_switch_with_storage_denied(browser: Browser, address: str) -> None:
    """It works as long as the page is open, and says that it lasts no longer."""
    context = browser.new_context()
    context.add_init_script(DENIED)
    page = context.new_page()
    page.goto(f"{address}in-a-call.html")
    key_switch(page).uncheck()
    assert "so this lasts only until you leave this page" in page.locator("#keys-switch").inner_text()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement === document.body")
    key_switch(page).check()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("c")
    assert focused(page) == "cards-text"
    context.close()


def test_by_keyboard_alone(page: Page, address: str) -> None:
    """Type, go down and up through the cards that are left, follow one, and come back to typing."""
    page.goto(f"{address}glossary.html")
    page.keyboard.press("c")
    page.wait_for_url("**/in-a-call.html#text=")
    page.keyboard.type("schedule")
    cards = shown(page)
    assert len(cards) > 2
    page.keyboard.press("ArrowDown")
    assert focused(page) == cards[0]
    page.keyboard.press("ArrowDown")
    assert focused(page) == cards[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused(page) == "cards-text"
    page.keyboard.press("Enter")
    assert focused(page) == cards[0]
    page.keyboard.press("Escape")
    assert focused(page) == "cards-text"
    page.keyboard.type("spreadsheet have")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/new-business/prospecting.html#objections")


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts(page: Page, address: str) -> None:
    """All cards stand there, by stage."""
    page.goto(f"{address}in-a-call.html")
    assert page.locator(".tl-call").count() == page.locator(".tl-call:visible").count() > 20
    assert page.locator(".tl-call-group h2").first.inner_text() == "Prospecting · New business"


@pytest.mark.parametrize("page", [{"viewport": {"width": 390, "height": 844}, "has_touch": True}], indirect=True)
def test_on_a_phone(page: Page, address: str) -> None:
    """The first card is on the first screen, nothing is wider than it, and no keyboard pops up."""
    page.goto(f"{address}in-a-call.html")
    box = page.locator(".tl-call").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 844
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize(
    "page", [{"viewport": {"width": width, "height": 900}} for width in (390, 1400)], indirect=True
)
def test_nothing_moves_when_the_script_starts(page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No layout shift."""
    watch(page.context)
    with served(example_site(tmp_path_factory)) as host:
        assert moved_by_scripts(page, host.scripts, f"{host.address}in-a-call.html") == []


@pytest.mark.parametrize("page", [{"color_scheme": scheme} for scheme in ("light", "dark")], indirect=True)
def test_accessible(page: Page, address: str) -> None:
    """axe finds no violation and leaves nothing open, with all cards and with a filter."""
    for state in ("", "#text=spreadsheet"):
        page.goto("about:blank")
        page.goto(f"{address}in-a-call.html{state}")
        assert faults(page) == [], state
