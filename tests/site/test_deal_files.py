"""Deals as files, and a browser's storage that is denied, full or damaged: a message each time, and nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.support.deals import FIRST, TICKED, Rep, box, built_playbook, chosen, faults

pytestmark = pytest.mark.browser

NOW = "2026-11-22T09:30:00.000Z"
OTHER = "Call the planner"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository's playbook."""
    return built_playbook(tmp_path_factory, {})


@pytest.fixture
def rep(browser: Browser, site: Path) -> Iterator[Rep]:
    """A rep with the site on a disk and one deal of one tick, about whom no browser complains."""
    found = Rep(browser, f"{site.as_uri()}/")
    found.open(FIRST)
    found.name("Acme")
    box(found.page, TICKED).check()
    yield found
    found.context.close()
    assert found.complaints == []


def file_of(**changes: Any) -> dict[str, Any]:
    """A file with one deal, whose fields may be replaced."""
    tick = {"done": True, "at": NOW, "version": "2.1.0", "text": OTHER, "evidence": ""}
    deal = {
        "id": "deal-from-file",
        "process": "new-business",
        "version": "2.1.0",
        "started": NOW,
        "name": {"is": "Brown", "at": NOW},
        "stage": {"is": "prospecting", "at": NOW},
        "state": {"is": "open", "at": NOW},
        "items": {"step:call-the-planner": tick},
        "known": {},
        "spared": {},
    }
    deals = [{**deal, **changes}]
    return {"format": "twolane-deals", "formatVersion": 1, "exported": NOW, "playbook": "Any", "deals": deals}


def test_a_file_goes_to_another_browser(browser: Browser, rep: Rep, site: Path) -> None:
    """What one browser saves another one reads, ticks and all; what is there already changes nothing."""
    saved = rep.saved_file("Save all deals as a file")
    assert (saved["format"], saved["formatVersion"], saved["playbook"]) == ("twolane-deals", 1, "The Quernby playbook")
    other = Rep(browser, f"{site.as_uri()}/")
    page = other.open(FIRST)
    other.read_file(json.dumps(saved))
    assert chosen(page) == "Acme"
    assert box(page, TICKED).is_checked()
    other.read_file(json.dumps(saved))
    expect(page.get_by_role("status").get_by_text("nothing that is not here already")).to_be_visible()
    other.context.close()
    assert other.complaints == []


@pytest.mark.parametrize(
    ("choice", "names", "ticks"),
    [
        ("Put both together", ["Acme"], (True, True)),
        ("Keep both", ["Acme", "Acme (from file)"], (False, True)),
        ("Replace the one here", ["Acme"], (False, True)),
    ],
)
def test_a_deal_that_is_here_already(rep: Rep, choice: str, names: list[str], ticks: tuple[bool, bool]) -> None:
    """Nothing is written over without asking, and the choice can be undone."""
    mine = rep.saved_file("Save this deal as a file")["deals"][0]
    theirs = file_of(id=mine["id"], name=mine["name"])
    rep.read_file(json.dumps(theirs))
    assert faults(rep.page) == []
    rep.dialog().get_by_label(choice).check()
    rep.dialog().get_by_role("button", name="Read the file").click()
    picker = rep.page.locator(".tl-deal__pick option")
    assert picker.all_inner_texts() == ["No deal chosen", *names]
    assert (box(rep.page, TICKED).is_checked(), box(rep.page, OTHER).is_checked()) == ticks
    rep.page.reload()
    assert (box(rep.page, TICKED).is_checked(), box(rep.page, OTHER).is_checked()) == ticks


def test_reading_can_be_undone(rep: Rep) -> None:
    """Everything is as before then."""
    before = rep.saved_file("Save all deals as a file")["deals"]
    rep.read_file(json.dumps(file_of(id=before[0]["id"])))
    rep.dialog().get_by_role("button", name="Read the file").click()
    rep.page.get_by_role("button", name="Undo").click()
    assert rep.saved_file("Save all deals as a file")["deals"] == before


def test_deals_of_other_processes(rep: Rep) -> None:
    """They are taken in, and said to show elsewhere; there they do."""
    rep.read_file(json.dumps(file_of(process="expansion", stage={"is": "nowhere", "at": NOW})))
    expect(rep.page.get_by_role("status").get_by_text("belongs to another process")).to_be_visible()
    assert chosen(rep.page) == "Acme"
    rep.page.goto(f"{rep.base}expansion/index.html")
    assert rep.page.locator(".tl-deal__pick option").all_inner_texts() == ["No deal chosen", "Brown"]


def test_the_file_in_the_help_is_one(rep: Rep) -> None:
    """What the page about deals shows can be read, and what is saved then has the same keys."""
    page = rep.page
    page.goto(f"{rep.base}reference/deals.html")
    shown = page.locator("#file ~ pre").inner_text()
    rep.open(FIRST)
    rep.read_file(shown)
    assert chosen(page) == "Acme Foundry"
    saved = rep.saved_file("Save this deal as a file")
    assert saved["deals"][0].keys() == json.loads(shown)["deals"][0].keys()


def test_a_file_from_before_steps_could_be_required(rep: Rep) -> None:
    """It does not say what was optional; that is known from now on."""
    assert "optional" not in file_of()["deals"][0]
    rep.read_file(json.dumps(file_of()))
    assert chosen(rep.page) == "Brown"
    saved = rep.saved_file("Save this deal as a file")["deals"][0]
    assert saved["optional"]["step:call-the-planner"] == "2.1.0"
    assert "step:replay-the-weeks" not in saved["optional"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00\x01", "The file is not JSON"),
        (json.dumps({**file_of(), "formatVersion": 2}), "format version 2; this playbook reads version 1"),
        (json.dumps(file_of(id="../x")), "damaged at deals[0].id: an id of letters, digits and hyphens"),
    ],
)
def test_a_damaged_file(rep: Rep, content: str | bytes, said: str) -> None:
    """The message says what is wrong and where; nothing is read. What else can be wrong: tests/scripts."""
    before = rep.kept()
    rep.read_file(content)
    assert said in rep.dialog().inner_text()
    rep.page.keyboard.press("Escape")
    assert rep.kept() == before


def test_names_in_a_file_are_only_text(rep: Rep) -> None:
    """Markup in a file stays letters, wherever it lands."""
    nasty = "<img src=x onerror=alert(1)>"
    tick = {"done": True, "at": NOW, "version": nasty, "text": nasty, "evidence": nasty}
    items = {"criterion:slips-counted": tick, "criterion:long-gone": tick}
    rep.read_file(json.dumps(file_of(name={"is": nasty, "at": NOW}, items=items)))
    assert chosen(rep.page) == nasty
    assert nasty in rep.page.locator(".tl-changed").inner_text()
    rep.page.get_by_role("button", name="Show what changed").click()
    assert nasty in rep.dialog().inner_text()
    rep.page.keyboard.press("Escape")
    rep.page.get_by_role("button", name="All deals", exact=True).click()
    assert rep.page.locator("img[src=x]").count() == 0


def test_storage_that_is_denied(browser: Browser, site: Path) -> None:
    """The page works as long as it is open, says that nothing is kept, and offers the file."""
    rep = Rep(browser, f"{site.as_uri()}/")
    rep.context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, "
        "{get() { throw new DOMException('denied', 'SecurityError'); }});"
    )
    page = rep.open(FIRST)
    expect(page.locator(".tl-deal__kept")).to_contain_text("This browser keeps nothing")
    rep.name("Acme")
    box(page, TICKED).check()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("does not let the page keep anything")
    assert faults(page, ".tl-messages") == []
    with page.expect_download() as download:
        alert.get_by_role("button", name="Save all deals as a file").click()
    saved = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert saved["deals"][0]["items"]["criterion:slips-counted"]["done"] is True
    rep.context.close()
    assert set(rep.complaints) <= {"denied"}  # Material's own script says so


def test_storage_that_is_full(rep: Rep) -> None:
    """The tick stays on the page, a message says that it is not saved, and it is saved once there is room."""
    page = rep.page
    page.evaluate("""() => {
        let size = 1 << 22;
        for (let at = 0; size > 0; at += 1) {
            try { localStorage.setItem("filler" + at, "x".repeat(size)); } catch { size = Math.floor(size / 2); }
        }
    }""")
    box(page, OTHER).check()
    expect(page.get_by_role("alert")).to_contain_text("storage of this browser is full")
    assert box(page, OTHER).is_checked()
    saved = rep.saved_file("Save all deals as a file")["deals"][0]
    assert saved["items"]["step:call-the-planner"]["done"] is True
    page.evaluate(
        "Object.keys(localStorage).filter(key => key.startsWith('filler')).forEach(key => localStorage.removeItem(key))"
    )
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".tl-message--alert")).to_have_count(0)
    page.reload()
    assert box(page, OTHER).is_checked()


@pytest.mark.parametrize("damaged", ['{"id": "dea', "null", '{"id": "other"}', ""])
def test_damaged_storage(rep: Rep, damaged: str) -> None:
    """A deal that cannot be read is set aside and offered as a file; the other deals are there as before."""
    page = rep.page
    key = next(key for key in rep.kept() if ":deal:deal-" in key)
    place = key.rpartition(":")[0] + ":deal-damaged"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [place, damaged])
    page.reload()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("1 deal in this browser could not be read")
    assert (chosen(page), box(page, TICKED).is_checked()) == ("Acme", True)
    assert [text for key, text in rep.kept().items() if ":damaged:deal-" in key] == [damaged]
    with page.expect_download() as download:
        alert.get_by_role("button", name="Save what is damaged").click()
    assert json.loads(Path(download.value.path()).read_text("utf-8"))["kept"][0]["text"] == damaged
    alert.get_by_role("button", name="Throw it away").click()
    page.reload()
    assert page.locator(".tl-message--alert").count() == 0


def test_two_playbooks_on_one_host_do_not_mix(browser: Browser, site: Path, tmp_path: Path) -> None:
    """Pages from a disk share one storage; the deals of a site elsewhere do not show."""
    (tmp_path / "other").symlink_to(site)
    rep = Rep(browser, f"{site.as_uri()}/")
    rep.open(FIRST)
    rep.name("Acme")
    rep.base = f"{(tmp_path / 'other').as_uri()}/"
    page = rep.open(FIRST)
    assert page.locator(".tl-deal__pick option").all_inner_texts() == ["No deal chosen"]
    assert any(":deal:deal-" in key for key in rep.kept())
    rep.context.close()
