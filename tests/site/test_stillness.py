"""Nothing on a page moves when its scripts start, whatever the browser keeps for them to show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browsers import chromium
from tests.support.deals import CHANGED, FIRST, TICKED, Host, Rep, built_playbook, served

pytestmark = pytest.mark.browser

LATE = 0.6
"""Seconds after which our scripts arrive, so that the page has been painted without them."""
HEIGHT = 3000
"""Of a window in which most pages are seen whole."""
KINDS = (
    "index",
    "welcome",
    "in-a-call",
    "strategy",
    "differentiators",
    "metrics",
    "glossary",
    "health",
    "print",
    "new-business/index",
    "new-business/buyer-journey",
    "new-business/where-is-my-buyer",
    "new-business/alignment",
    "new-business/raci",
    "new-business/action-plan",
    "new-business/print",
    "new-business/prospecting",
    "new-business/development",
    "roles/account-executive",
    "start/sales-development",
    "rules/b203",
    "reference/index",
    "reference/process",
    "reference/deals",
)
NEXT = {
    "    - id: slips-counted\n        buyer: " + TICKED: "    - id: slips-counted\n        buyer: " + CHANGED,
    "        name: Share the benchmark\n": "        name: Bring the benchmark along\n",
    "      - id: lend-the-slip-log\n": "      - id: lend-the-log\n",
    "version: 2.1.0\n": "version: 3.0.0\n",
}
WATCH = """
    window.moved = [];
    const name = node => !node ? "" : (node.nodeType === 1 ? node.outerHTML : node.textContent).slice(0, 120);
    new PerformanceObserver(list => list.getEntries().forEach(entry => {
        const what = `${entry.value.toFixed(4)}: ${entry.sources.map(each => name(each.node)).join(" | ")}`;
        window.moved.push({at: entry.startTime, what});
    })).observe({type: "layout-shift", buffered: true});
"""
SINCE_SCRIPTS = """() => {
    const ours = performance.getEntriesByType("resource").filter(each => each.name.includes("/assets/twolane/"));
    const first = Math.min(...ours.filter(each => each.name.endsWith(".js")).map(each => each.responseEnd));
    return window.moved.filter(each => each.at >= first).map(each => each.what);
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser program."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A server with the playbook of today."""
    with served(built_playbook(tmp_path_factory.mktemp("today"), {})) as found:
        yield found


@pytest.fixture(scope="module")
def next_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The playbook after a release in which an item and a step have other words and one item is gone."""
    return built_playbook(tmp_path_factory.mktemp("next"), NEXT)


def ticks_everything(rep: Rep) -> None:
    """A deal with all of its first stage done, and a path into the role with all tasks done."""
    rep.open(FIRST)
    rep.name("A deal with quite a long name, as people give them")
    for each in rep.page.locator(".tl-tick").all():
        each.check()
    rep.page.goto(f"{rep.base}start/sales-development.html")
    for each in rep.page.locator(".tl-start input").all():
        each.check()


def moved(page: Page, address: str) -> list[str]:
    """What moves on a page since the first of our scripts came, each time that the page is opened.

    What moves before has nothing to do with them: a browser may paint a table before it has read its last row. And
    what a script moves, it moves each time; a busy machine may be late with a layout once.
    """
    found: list[str] = []
    for _ in range(3):
        page.goto(address)
        page.wait_for_timeout(300)
        found = page.evaluate(SINCE_SCRIPTS)
        if not found:
            break
    return found


@pytest.mark.parametrize("width", [390, 1400])
def test_nothing_moves(browser: Browser, host: Host, next_version: Path, width: int) -> None:
    """With a deal and tasks that a release has opened again, on each kind of page, though the scripts come late."""
    today = host.folder
    rep = Rep(browser, host.address, viewport={"width": width, "height": HEIGHT})
    ticks_everything(rep)
    host.folder, host.wait = next_version, LATE
    rep.context.add_init_script(WATCH)
    page = rep.window()
    found = []
    for name in KINDS:
        found += [f"{name} {move}" for move in moved(page, f"{rep.base}{name}.html")]
        if name == f"new-business/{FIRST}":
            assert page.locator(".tl-changed").count() == 2
        if name.startswith("start/"):
            assert page.locator(".is-again").count() > 0
    host.folder, host.wait = today, 0
    rep.context.close()
    assert found == [], "\n".join(found)
