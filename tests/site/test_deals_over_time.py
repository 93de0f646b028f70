"""A rep's deals when the playbook goes on: what has another name now, what is gone, and pages that were left open."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.test_deal_files import NOW, file_of
from tests.support.commands import twolane
from tests.support.deals import ROOT, SECOND, Host, Rep, box, built_playbook, chosen, faults, says, served

pytestmark = pytest.mark.browser

DEAL = "Acme"
LEFT = """() => {
    dispatchEvent(new PageTransitionEvent("pagehide", {persisted: true}));
    addEventListener("storage", event => event.stopImmediatePropagation(), true);
    const next = document.createElement("iframe");
    next.src = "development.html";
    next.style = "position: fixed; inset: 0; width: 100vw; height: 100vh; z-index: 9";
    document.body.append(next);
}"""
"""A page is left for another one in the same window, and hears nothing meanwhile."""
BACK = """() => {
    document.querySelector("iframe").remove();
    dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true}));
}"""
COST = "Controller puts a name and a date to the cost of a slip"
RENAMED = [
    (r"^id: new-business$", "id: new-plants"),
    (r"^version: 2.1.0$", "version: 3.0.0"),
    (r"^  - id: qualification$", "  - id: qualifying"),
    (r"to: qualification$", "to: qualifying"),
    (r"^      - id: cost-owned$", "      - id: cost-signed"),
    (r"^renamed_from: .*$", "renamed_from: {qualifying: qualification, cost-signed: cost-owned}"),
]
SHORTER = [(r"^version: 2.1.0$", "version: 3.0.0"), (r"(?ms)^  - id: discussion$.*?(?=^  - id: closing$)", "")]


def changed_playbook(folder: Path, changes: list[tuple[str, str]], name: str = "new-business") -> Path:
    """The site of the repository's playbook with its process changed and its folder of that name."""
    for each in ("process", "playbook"):
        shutil.copytree(ROOT / each, folder / each)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    process = folder / "process/new-business/process.yml"
    text = process.read_text("utf-8")
    for old, new in changes:
        text, count = re.subn(old, new, text, flags=re.MULTILINE)
        assert count == 1, old
    process.write_text(text, "utf-8")
    if name != "new-business":
        _move(folder, name)
    answer = twolane("build", folder=folder)
    assert answer.code == 0, answer.output + answer.errors
    return folder / "site"


def _move(folder: Path, name: str) -> None:
    (folder / "process/new-business").rename(folder / "process" / name)
    settings = folder / "process/playbook.yml"
    text = settings.read_text("utf-8").replace("[new-business,", f"[{name},")
    settings.write_text(f"{text}renamed_from: {{{name}: new-business}}\n", "utf-8")
    roles = folder / "process/roles.yml"
    text = roles.read_text("utf-8").replace("new-business/qualification", f"{name}/qualifying")
    roles.write_text(text.replace("new-business", name), "utf-8")


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository's playbook."""
    return built_playbook(tmp_path_factory, {})


@pytest.fixture
def host(today: Path) -> Iterator[Host]:
    """A server with the site of today."""
    with served(today) as found:
        yield found


@pytest.fixture
def rep(browser: Browser, host: Host) -> Iterator[Rep]:
    """A rep about whom no browser complains."""
    found = Rep(browser, host.address, permissions=["clipboard-read", "clipboard-write"])
    yield found
    found.context.close()
    assert found.complaints == []


def copied(page: Page) -> list[str]:
    """The lines of the text for the CRM."""
    page.get_by_role("button", name="Copy for the CRM").click()
    expect(page.get_by_role("status").get_by_text("Copied.")).to_be_visible()
    lines: list[str] = page.evaluate("navigator.clipboard.readText()").splitlines()
    return lines


def test_what_has_another_name_is_still_the_same(rep: Rep, host: Host, tmp_path: Path) -> None:
    """Process, stage and criterion, those of earlier releases too: the deal is chosen and ticked as before."""
    presentation = "Planner and supervisor list what the replay got wrong"
    page = rep.open(SECOND)
    rep.name(DEAL)
    box(page, COST).check()
    deal = rep.saved_file("Save this deal as a file")["deals"][0]
    tick = {**deal["items"]["criterion:cost-owned"], "text": presentation, "evidence": "Their list, with both names"}
    items = {"criterion:cost-owned": deal["items"]["criterion:cost-owned"], "criterion:demo-attended": tick}
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.reload()
    file = file_of(items=items, known=deal["known"], stage=deal["stage"])
    rep.read_file(json.dumps({**file, "playbook": "The Quernby playbook"}))
    expect(page.locator(".tl-message")).to_contain_text("1 deal was read.")
    host.folder = changed_playbook(tmp_path, RENAMED, "new-plants")
    page.goto(f"{host.address}new-plants/qualifying.html")
    assert chosen(page) == "Brown"
    assert "New business: 2 of 45 done. The deal is in Qualification." in says(page)
    assert "no longer" not in says(page)
    assert box(page, COST).is_checked()
    expect(page.get_by_role("button", name="Move on to Development")).to_be_enabled()
    lines = copied(page)
    assert "Stage: Qualification (2 of 7)" in lines
    assert any(line.startswith(f"[x] {COST}") for line in lines)
    assert any(line.startswith(f"[x] {presentation}") for line in lines)
    box(page, COST).uncheck()
    page.reload()
    assert not box(page, COST).is_checked()


def test_a_stage_that_is_gone(rep: Rep, host: Host, tmp_path: Path) -> None:
    """The deal says which one it was in and asks for the one of now; its text for the CRM claims no other."""
    page = rep.open("discussion")
    rep.name(DEAL)
    page.locator(".tl-tick").first.check()
    host.folder = changed_playbook(tmp_path, SHORTER)
    page = rep.open("closing")
    assert "The deal was in a stage that is no longer in the playbook (discussion)." in says(page)
    lines = copied(page)
    assert "Stage: no longer in the playbook (discussion)" in lines
    assert not [line for line in lines if line.startswith("Missing before")]
    assert faults(page) == []
    page.get_by_role("button", name="The deal is here now").click()
    rep.dialog().get_by_role("button", name="Move on anyway").click()
    assert "The deal is in Closing." in says(page)
    assert "Stage: Closing (5 of 6)" in copied(page)


def test_deals_of_a_process_that_is_gone(rep: Rep) -> None:
    """They are listed, can be saved, deleted and brought back; a file of another playbook says where it is from."""
    page = rep.open(SECOND)
    rep.read_file(json.dumps(file_of(process="gone-by")))
    message = page.locator(".tl-message")
    expect(message).to_contain_text("1 of them belongs to another process and shows there.")
    expect(message).to_contain_text("The file comes from another playbook, “Any”.")
    page.get_by_role("button", name="All deals", exact=True).click()
    others = rep.dialog().get_by_role("heading", name="Deals of other processes").locator("+ ul")
    expect(others.locator("li > span")).to_have_text(["Brown (process: gone-by)"])
    assert faults(page) == []
    with page.expect_download() as download:
        others.get_by_role("button", name="Save as a file: Brown").click()
    saved = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert [deal["process"] for deal in saved["deals"]] == ["gone-by"]
    page.get_by_role("button", name="All deals", exact=True).click()
    others.get_by_role("button", name="Delete Brown").click()
    page.get_by_role("button", name="All deals", exact=True).click()
    expect(others).to_have_count(0)
    rep.dialog().get_by_role("button", name="Bring back Brown").click()
    page.get_by_role("button", name="All deals", exact=True).click()
    expect(others.locator("li")).to_have_count(1)


def test_sixty_deals(rep: Rep) -> None:
    """All are to be chosen, by name; their list scrolls inside the window, on a phone too."""
    deals = [
        {**file_of()["deals"][0], "id": f"deal-{number}", "name": {"is": f"Plant {number:02}", "at": NOW}}
        for number in range(60)
    ]
    page = rep.open(SECOND)
    rep.read_file(json.dumps({**file_of(), "deals": deals}))
    assert page.locator(".tl-deal__pick option").count() == 61
    for width in (390, 1400):
        page.set_viewport_size({"width": width, "height": 700})
        page.get_by_role("button", name="All deals", exact=True).click()
        rep.dialog().get_by_role("button", name="Archive Plant 59").scroll_into_view_if_needed()
        expect(rep.dialog().get_by_role("button", name="Close", exact=True)).to_be_in_viewport()
        assert page.evaluate("document.querySelector('dialog').getBoundingClientRect().right") <= width
        page.keyboard.press("Escape")


def test_a_page_that_comes_back_as_it_was_left(browser: Browser, host: Host) -> None:
    """It shows the deal that was chosen last, with all that was ticked on other pages meanwhile.

    Whether a browser keeps a page that is left is its own affair: it tells the page by these events, and no others.
    """
    rep = Rep(browser, host.address)
    page = rep.open(SECOND)
    rep.name("First")
    page.evaluate(LEFT)
    other = page.wait_for_selector("iframe").content_frame()
    assert other is not None
    other.locator(".tl-tick").first.check()
    rep.name("Second", other)
    other.locator(".tl-tick").first.check()
    assert chosen(page) == "First"
    page.evaluate(BACK)
    assert chosen(page) == "Second"
    marks = page.locator(".md-sidebar--primary .tl-nav-mark [aria-hidden]").all_inner_texts()
    assert "1/8" in marks
    assert page.locator(".tl-deal__pick option").all_inner_texts()[1:] == ["First", "Second"]
    rep.context.close()
    assert rep.complaints == []
