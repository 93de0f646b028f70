"""The page for a missing one leads back to the site from any depth, below any path, and from a disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support import axe
from tests.support.documents import fences
from tests.support.hosting import Hosting
from tests.support.starters import CONFIG, built, starter_playbook

pytestmark = pytest.mark.browser

DEPTHS = ["nope.html", "new-customers/nope.html", "a/b/c/", "new-customers/a/b/nope.html"]
STRICT = fences("docs/hosting.md", "text")[0].strip()
KNOWN = "https://example.com/pb/"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The starter's site without an address, with one, and with folders for pages."""
    folder = tmp_path_factory.mktemp("sites")
    known = {(CONFIG, "docs_dir:"): f"site_url: {KNOWN}\ndocs_dir:"}
    folders = {(CONFIG, "use_directory_urls: false"): "use_directory_urls: true"}
    return {
        "plain": built(starter_playbook(folder / "plain")),
        "known": built(starter_playbook(folder / "known", known)),
        "folders": built(starter_playbook(folder / "folders", folders)),
    }


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of a visitor."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def leads_home(page: Page, home: str) -> None:
    """The page can be read, and its link leads to the home page, which is there with its styles."""
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
    expect(page.locator("form")).to_be_visible()
    link = page.get_by_role("link", name="Home")
    expect(link).to_have_attribute("href", home) if home.startswith("/") else None
    link.click()
    expect(page.locator(".md-content h1").first).to_have_text("Welcome")
    assert page.locator(".md-header").evaluate("each => getComputedStyle(each).position") == "sticky"


@pytest.mark.parametrize("path", DEPTHS)
@pytest.mark.parametrize("prefix", ["/", "/teams/sales/pb/"])
def test_at_any_depth(page: Page, host: Hosting, sites: dict[str, Path], prefix: str, path: str) -> None:
    """Nobody has said where the site stands: it is found from the address."""
    host.mounts[prefix] = sites["plain"]
    page.goto(f"{host.address}{prefix}{path}")
    leads_home(page, f"{prefix}index.html")


@pytest.mark.parametrize("prefix", ["/pb/", "/moved/"])
def test_where_the_site_says_its_address(page: Page, host: Hosting, sites: dict[str, Path], prefix: str) -> None:
    """There, and also where it stands somewhere else by now."""
    host.mounts[prefix] = sites["known"]
    page.goto(f"{host.address}{prefix}a/b/nope.html")
    leads_home(page, f"{prefix}index.html")


def test_with_folders_for_pages(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """The home page is the folder itself."""
    host.mounts["/pb/"] = sites["folders"]
    page.goto(f"{host.address}/pb/new-customers/nope/")
    leads_home(page, "/pb/")


@pytest.mark.parametrize("name", ["plain", "known", "folders"])
def test_from_a_disk(page: Page, sites: dict[str, Path], name: str) -> None:
    """Opened as a file, it leads to the files beside it, and asks no server."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((sites[name] / "404.html").as_uri())
    expect(page.get_by_role("link", name="Home")).to_have_attribute("href", f"{sites[name].as_uri()}/{home_of(name)}")
    assert [url for url in asked if not url.startswith("file:")] == []


def home_of(name: str) -> str:
    return "" if name == "folders" else "index.html"


def test_it_looks_for_what_the_address_says(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """The words of the missing address are in the field; the site's own search takes them."""
    host.mounts["/pb/"] = sites["plain"]
    page.goto(f"{host.address}/pb/old/prospecting-calls.html")
    field = page.get_by_role("searchbox", name="Look for it")
    expect(field).to_have_value("old prospecting calls")
    field.fill("prospecting")
    field.press("Enter")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Prospecting")


def test_a_server_that_answers_everything(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """One that sends this page with a code of success, for scripts too, does not pass for the site in each folder."""
    host.missing, host.mounts["/pb/"] = 200, sites["plain"]
    page.goto(f"{host.address}/pb/a/b/nope.html")
    leads_home(page, "/pb/index.html")


@pytest.mark.parametrize("code", [404, 200])
def test_without_a_site(page: Page, host: Hosting, sites: dict[str, Path], tmp_path: Path, code: int) -> None:
    """Where none is found the page is read all the same, without a search that would lead nowhere."""
    host.missing = code
    (tmp_path / "404.html").write_bytes((sites["plain"] / "404.html").read_bytes())
    host.mounts["/"] = tmp_path
    with page.expect_response(f"{host.address}/assets/twolane/twolane-page.js"):  # the last place that is asked
        page.goto(f"{host.address}/a/b/nope.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")
    expect(page.get_by_text("shorten the address")).to_be_visible()
    expect(page.locator("form")).to_be_hidden()


def test_a_strict_policy_lets_it_lead_home(page: Page, host: Hosting, sites: dict[str, Path]) -> None:
    """With the policy that the manual names for all pages the page is plain, and works."""
    complaints: list[str] = []
    page.on("console", lambda each: complaints.append(each.text))

    def answer(route: Route) -> None:
        given = route.fetch()
        route.fulfill(response=given, headers={**given.headers, "Content-Security-Policy": STRICT})

    host.missing, host.mounts["/pb/"] = 200, sites["plain"]
    page.route("**/nope.html", answer)
    page.goto(f"{host.address}/pb/a/b/nope.html")
    expect(page.get_by_text("shorten the address")).to_be_hidden()
    leads_home(page, "/pb/index.html")
    assert ["inline style" in each for each in complaints] == [True]


def test_without_scripts(browser: Browser, host: Hosting, sites: dict[str, Path]) -> None:
    """The page says what to do; where the site has said its address, the links lead there."""
    host.mounts["/pb/"], host.mounts["/other/"] = sites["known"], sites["plain"]
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host.address}/pb/a/b/nope.html")
    page.get_by_role("link", name="Home").click()
    assert page.url == f"{host.address}/pb/index.html"
    page.goto(f"{host.address}/other/a/b/nope.html")
    expect(page.get_by_text("shorten the address")).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_used_by_everybody(page: Page, host: Hosting, sites: dict[str, Path], scheme: str) -> None:
    """axe finds nothing in either scheme, and on a phone nothing sticks out."""
    host.mounts["/pb/"] = sites["plain"]
    page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{host.address}/pb/a/b/nope.html")
    expect(page.locator("form")).to_be_visible()
    assert axe.faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_page_of_the_playbook_goes_before(tmp_path: Path) -> None:
    """A playbook that brings its own page for a missing one keeps it."""
    own = {(CONFIG, "  name: material\n"): "  name: material\n  custom_dir: theme\n"}
    playbook = starter_playbook(tmp_path / "pb", own)
    (playbook / "theme").mkdir()
    (playbook / "theme/404.html").write_text("<h1>Our own words</h1>", "utf-8")
    assert (built(playbook) / "404.html").read_text("utf-8") == "<h1>Our own words</h1>"
