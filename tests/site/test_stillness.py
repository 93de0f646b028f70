"""Nothing on a page moves when its scripts start, whatever the browser keeps for them to show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.deals import CHANGED, FIRST, TICKED, Host, Rep, built_playbook, served
from tests.support.shifts import moved_by_scripts, watch

pytestmark = pytest.mark.browser

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
    "new-business/on-one-page",
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


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A server with the playbook of today."""
    with served(built_playbook(tmp_path_factory, {})) as found:
        yield found


@pytest.fixture(scope="module")
def next_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The playbook after a release in which an item and a step have other words and one item is gone."""
    return built_playbook(tmp_path_factory, NEXT)


def ticks_everything(rep: Rep) -> None:
    """A deal with all of its first stage done, and a path into the role with all tasks done."""
    rep.open(FIRST)
    rep.name("A deal with quite a long name, as people give them")
    for each in rep.page.locator(".tl-tick").all():
        each.check()
    rep.page.goto(f"{rep.base}start/sales-development.html")
    for each in rep.page.locator(".tl-start input").all():
        each.check()


@pytest.mark.parametrize("width", [390, 1400])
def test_nothing_moves(browser: Browser, host: Host, next_version: Path, width: int) -> None:
    """With a deal and tasks that a release has opened again, on each kind of page, though the scripts come late."""
    today = host.folder
    rep = Rep(browser, host.address, viewport={"width": width, "height": HEIGHT})
    ticks_everything(rep)
    host.folder = next_version
    watch(rep.context)
    page = rep.window()
    found = []
    for name in KINDS:
        found += [f"{name} {move}" for move in moved_by_scripts(page, host.scripts, f"{rep.base}{name}.html")]
        if name == f"new-business/{FIRST}":
            assert page.locator(".tl-changed").count() == 2
        if name.startswith("start/"):
            assert page.locator(".is-again").count() > 0
    host.folder = today
    rep.context.close()
    assert found == [], "\n".join(found)
