"""Deals hang on the playbook's processes and its address: a new title, a move, and other sites of the same host."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.support.hosting import Hosting
from tests.support.starters import PLAYBOOK, PROCESS, built, starter_playbook

pytestmark = pytest.mark.browser

STAGE = "new-customers/prospecting.html"
TITLE, OTHER = "Our sales playbook", "Acme sales playbook"
KEEP = """([root, title, deal]) => localStorage.setItem(
    `twolane:deal:${encodeURIComponent(root)}:${encodeURIComponent(title)}:${deal.id}`, JSON.stringify(deal)
)"""
EMPTY = "Object.keys(localStorage).filter(key => key.startsWith('filler')).forEach(key => localStorage.removeItem(key))"
FIRST_PLACE = "twolane:cabinet:%2Fpb%2F:"
RETITLED = {(PLAYBOOK, f"title: {TITLE}"): f"title: {OTHER}"}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The starter's site, the same under another title, another playbook, a preview, and the site for partners."""
    folder = tmp_path_factory.mktemp("sites")
    audiences = {(PLAYBOOK, "audiences: [internal]"): "audiences: [internal, partner]"}
    foreign = {
        (PROCESS, "id: new-customers"): "id: recruiting",
        (PLAYBOOK, TITLE): "How we hire",
        ("process/roles.yml", "read: [new-customers]"): "read: [recruiting]",
    }
    made = {
        "first": starter_playbook(folder / "first", audiences),
        "retitled": starter_playbook(folder / "retitled", RETITLED),
        "foreign": starter_playbook(folder / "foreign", foreign),
        "retired": starter_playbook(folder / "retired", {(PROCESS, "status: draft"): "status: retired"}),
    }
    (made["foreign"] / "process/new-customers").rename(made["foreign"] / "process/recruiting")
    found = {name: built(playbook) for name, playbook in made.items()}
    built(made["first"], "--audience", "partner", "--output", str(folder / "partner"))
    found["partner"] = folder / "partner"
    found["preview"] = as_preview(found["first"], folder / "preview")
    return found


def as_preview(site: Path, folder: Path) -> Path:
    """A copy of a site that says of itself what a preview says."""
    for file in (each for each in site.rglob("*") if each.is_file()):
        target = folder / file.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        data = file.read_bytes()
        target.write_bytes(data.replace(b' data-processes="', b' data-kind="preview" data-processes="'))
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of a rep; complaints of the browser fail the tests."""
    context: BrowserContext = browser.new_context(viewport={"width": 1400, "height": 900})
    complaints: list[str] = []
    window = context.new_page()
    window.on("pageerror", lambda error: complaints.append(str(error)))
    yield window
    context.close()
    assert complaints == []


def at(page: Page, host: Hosting, prefix: str, site: Path, name: str = STAGE) -> Page:
    """Opens a page of a site that stands below a path of the host."""
    host.mounts[prefix] = site
    page.goto(f"{host.address}{prefix}{name}")
    return page


def make_deal(page: Page, name: str) -> None:
    page.get_by_role("button", name="New deal").click()
    page.get_by_label("Name of the deal").fill(name)
    page.get_by_role("button", name="Create the deal").click()
    expect(page.locator(".tl-deal__pick option:checked")).to_have_text(name)


def deals(page: Page) -> list[str]:
    return page.locator(".tl-deal__pick option").all_inner_texts()[1:]


def kept(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({...localStorage})")
    return found


def alert(page: Page) -> Locator:
    return page.locator(".tl-message--alert")


def keep_in_the_old_way(page: Page, prefix: str, title: str, *names: str) -> None:
    """What earlier versions of the scripts kept: under the title of the playbook."""
    at = "2026-11-02T08:00:00.000Z"
    said = {"at": at, "version": "0.1.0"}
    for number, name in enumerate(names):
        deal: dict[str, Any] = {
            "id": f"deal-{number}", "process": "new-customers", "version": "0.1.0", "started": at,
            "name": {"is": name, "at": at}, "stage": {"is": "prospecting", "at": at}, "state": {"is": "open", "at": at},
            "items": {"step:share": {**said, "done": True, "text": "Share what others do", "evidence": ""}},
            "known": {}, "spared": {}, "optional": {},
        }  # fmt: skip
        page.evaluate(KEEP, [prefix, title, deal])


def test_a_new_title_loses_nothing(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """The same address and processes are the same playbook, whatever it is called; nothing needs to be asked."""
    make_deal(at(page, host, "/pb/", sites["first"]), "Big plant")
    assert deals(at(page, host, "/pb/", sites["retitled"])) == ["Big plant"]
    assert alert(page).count() == 0
    make_deal(page, "Small plant")
    assert deals(at(page, host, "/pb/", sites["first"])) == ["Big plant", "Small plant"]


@pytest.mark.parametrize("title", [TITLE, OTHER])
def test_deals_of_earlier_scripts_are_found(page: Page, host: Hosting, sites: dict[str, Path], title: str) -> None:
    """They move to their new place, each once, also where the title has changed since."""
    at(page, host, "/pb/", sites["first"], "index.html")
    keep_in_the_old_way(page, "/pb/", title, "Big plant", "Small plant")
    assert deals(at(page, host, "/pb/", sites["first"])) == ["Big plant", "Small plant"]
    assert [key for key in kept(page) if key.startswith("twolane:deal:")] == []
    page.reload()
    assert deals(page) == ["Big plant", "Small plant"]


def test_a_full_storage_keeps_deals_where_they_are(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """Where there is no room for the new place, the old one keeps them until there is."""
    at(page, host, "/pb/", sites["first"], "index.html")
    keep_in_the_old_way(page, "/pb/", TITLE, "Big plant")
    fill = """() => { for (let size = 1 << 20; size; size >>= 1) for (let at = 0; ; at += 1) {
        try { localStorage.setItem(`filler${size}-${at}`, "x".repeat(size)); } catch { break; } } }"""
    page.evaluate(fill)
    at(page, host, "/pb/", sites["first"])
    assert [key for key in kept(page) if key.startswith("twolane:deal:")] != []
    page.evaluate(EMPTY)
    page.reload()
    assert deals(page) == ["Big plant"]


def test_after_a_move_deals_are_offered(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """At another path the rep is asked, takes them over, and can take that back; the first place keeps its own."""
    make_deal(at(page, host, "/pb/", sites["first"]), "Big plant")
    make_deal(page, "Small plant")
    before = {key: text for key, text in kept(page).items() if key.startswith(FIRST_PLACE)}
    at(page, host, "/sales/pb/", sites["retitled"])
    expect(alert(page)).to_contain_text(f"2 deals of “{TITLE}” are here: take them over?")
    assert deals(page) == []
    page.get_by_role("button", name="Yes, take over").click()
    expect(page.get_by_text("2 deals were taken over.")).to_be_visible()
    assert deals(page) == ["Big plant", "Small plant"]
    assert {key: text for key, text in kept(page).items() if key.startswith(FIRST_PLACE)} == before
    page.get_by_role("button", name="Undo").click()
    assert deals(page) == []
    page.reload()
    page.get_by_role("button", name="Yes, take over").click()
    page.reload()
    assert (deals(page), alert(page).count()) == (["Big plant", "Small plant"], 0)


def test_a_no_is_kept(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """Who has said no is not asked again; the list of all deals still has them, and a new deal there is news."""
    make_deal(at(page, host, "/pb/", sites["first"]), "Big plant")
    at(page, host, "/moved/", sites["first"])
    page.get_by_role("button", name="No", exact=True).click()
    page.reload()
    assert (deals(page), alert(page).count()) == ([], 0)
    page.get_by_role("button", name="All deals", exact=True).click()
    page.get_by_role("button", name=f"Take over: 1 deal of “{TITLE}”").click()
    assert deals(page) == ["Big plant"]
    make_deal(at(page, host, "/pb/", sites["first"]), "Small plant")
    at(page, host, "/moved/", sites["first"])
    expect(alert(page)).to_contain_text("1 deal of")


def test_what_was_refused_is_not_offered_again(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """A new deal there is offered alone; a yes takes that one over and leaves the others where they are."""
    make_deal(at(page, host, "/pb/", sites["first"]), "Big plant")
    make_deal(page, "Small plant")
    at(page, host, "/moved/", sites["first"])
    page.get_by_role("button", name="No", exact=True).click()
    make_deal(at(page, host, "/pb/", sites["first"]), "Third plant")
    at(page, host, "/moved/", sites["first"])
    expect(alert(page)).to_contain_text(f"1 deal of “{TITLE}” is here: take it over?")
    page.get_by_role("button", name="Yes, take over").click()
    assert deals(page) == ["Third plant"]
    page.reload()
    assert (deals(page), alert(page).count()) == (["Third plant"], 0)
    page.get_by_role("button", name="All deals", exact=True).click()
    expect(page.get_by_role("button", name=f"Take over: 2 deals of “{TITLE}”")).to_be_visible()


def test_deals_of_earlier_scripts_are_offered_after_a_move(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """Also what was kept under the title is found from another path, by title or process."""
    at(page, host, "/pb/", sites["retitled"], "index.html")
    keep_in_the_old_way(page, "/was/here/", TITLE, "Big plant")
    at(page, host, "/pb/", sites["retitled"])
    expect(alert(page)).to_contain_text(f"1 deal of “{TITLE}” is here: take it over?")


def test_other_playbooks_do_not_mix(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """Another playbook of the host sees nothing of the deals, beside the first one or in its place."""
    make_deal(at(page, host, "/pb/", sites["first"]), "Big plant")
    for place in ("/other/", "/pb/"):
        at(page, host, place, sites["foreign"], "recruiting/prospecting.html")
        assert (deals(page), alert(page).count()) == ([], 0)
        page.get_by_role("button", name="All deals", exact=True).click()
        assert "Big plant" not in page.locator("dialog").inner_text()
    page.keyboard.press("Escape")
    make_deal(page, "A designer")
    assert deals(at(page, host, "/pb/", sites["first"])) == ["Big plant"]


@pytest.mark.parametrize("kind", ["preview", "partner"])
def test_other_sites_of_the_playbook_ask(page: Page, host: Hosting, sites: dict[str, Path], kind: str) -> None:
    """A preview, or the site for an audience, at the very address has its own deals; those of the house are offered.

    What is made there never shows in the house's own site.
    """
    make_deal(at(page, host, "/pb/", sites["first"]), "Big plant")
    at(page, host, "/pb/", sites[kind])
    assert deals(page) == []
    expect(alert(page)).to_contain_text("1 deal of")
    make_deal(page, "On trial")
    at(page, host, "/pb/", sites["first"])
    assert (deals(page), alert(page).count()) == (["Big plant"], 0)


def test_no_new_deal_on_a_retired_process(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """Those that are under way stay, are told so, and can be finished; without one, a box says why it stays empty."""
    make_deal(at(page, host, "/pb/", sites["first"]), "Big plant")
    at(page, host, "/pb/", sites["retired"])
    assert deals(page) == ["Big plant"]
    assert page.get_by_role("button", name="New deal").count() == 0
    expect(page.locator(".tl-deal__progress")).to_contain_text("This process is retired: no new deal starts on it.")
    box = page.locator("input[data-tick]").first
    box.check()
    page.reload()
    expect(box).to_be_checked()
    page.locator(".tl-deal__pick").select_option(label="No deal chosen")
    box.click()
    expect(box).not_to_be_checked()
    expect(page.locator(".tl-message")).to_contain_text("This process is retired")
    assert page.locator("dialog").count() == 0


def test_deals_on_a_disk_are_offered_in_another_folder(page: Page, sites: dict[str, Path], tmp_path: Path) -> None:
    """All files share one storage: a folder that was moved is asked about, and never mixes by itself."""
    moved = tmp_path / "moved"
    moved.symlink_to(sites["first"])
    page.goto((sites["first"] / STAGE).as_uri())
    make_deal(page, "Big plant")
    page.goto(moved.as_uri() + f"/{STAGE}")
    assert deals(page) == []
    page.get_by_role("button", name="Yes, take over").click()
    assert deals(page) == ["Big plant"]


def test_ticks_of_earlier_scripts_are_found_and_offered(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """They had no title: a site that has moved offers them where the deals are ours, one that has not has them."""
    path = "start/seller.html"
    at(page, host, "/pb/", sites["first"], path)
    page.locator(".tl-start input").first.check()
    (key, tick), *_ = [each for each in kept(page).items() if ":start:" in each[0]]
    page.evaluate("localStorage.clear()")
    old = f"twolane:start:%2Fpb%2F::{key.partition(':start:')[2]}"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [old, tick])
    keep_in_the_old_way(page, "/pb/", TITLE, "Big plant")
    at(page, host, "/moved/", sites["retitled"], path)
    expect(alert(page)).to_contain_text(f"1 tick of “{TITLE}” is here: take it over?")
    at(page, host, "/pb/", sites["retitled"], path)
    expect(page.locator(".tl-start input:checked")).to_have_count(1)


def test_ticks_of_a_path_are_offered_after_a_move(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """What somebody new has done already need not be ticked again; the question comes once for the role."""
    path = "start/seller.html"
    at(page, host, "/pb/", sites["first"], path)
    page.locator(".tl-start input").first.check()
    at(page, host, "/moved/", sites["retitled"], path)
    assert page.locator(".tl-start input:checked").count() == 0
    expect(alert(page)).to_contain_text(f"1 tick of “{TITLE}” is here: take it over?")
    page.get_by_role("button", name="Yes, take over").click()
    expect(page.locator(".tl-start input:checked")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".tl-start input:checked")).to_have_count(0)
    page.reload()
    page.get_by_role("button", name="No", exact=True).click()
    page.reload()
    assert alert(page).count() == 0


def test_silenced_keys_stay_silent_after_a_move(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """Who has switched single keys off for the playbook has done so at its new address, too."""
    at(page, host, "/pb/", sites["first"], "in-a-call.html")
    page.locator("#keys-switch input").uncheck()
    at(page, host, "/moved/", sites["first"], "in-a-call.html")
    assert not page.locator("#keys-switch input").is_checked()
    page.locator("#keys-switch input").check()
    page.reload()
    assert page.locator("#keys-switch input").is_checked()


def test_what_is_kept_says_whose_it_is(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """The label has the title and the processes of the playbook, and nothing is kept before there is anything."""
    at(page, host, "/pb/", sites["first"])
    assert [key for key in kept(page) if key.startswith("twolane:")] == []
    make_deal(page, "Big plant")
    labels = {key: json.loads(text) for key, text in kept(page).items() if key.endswith(":label")}
    assert labels == {"twolane:cabinet:%2Fpb%2F::0:label": {"title": TITLE, "processes": ["new-customers"]}}
