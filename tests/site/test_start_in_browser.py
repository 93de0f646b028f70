"""The path into a role in a real browser: ticks and what opens them again, questions, paper; the matrix; terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.deals import Host, built_playbook, faults, served

pytestmark = pytest.mark.browser

WRITTEN, MADE = "start/account-executive.html", "start/commercial-manager.html"
STAGE = "Your part in Qualification (New business)"
MATRIX = "new-business/raci.html"


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository's playbook."""
    return built_playbook(tmp_path_factory, {})


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with one criterion changed."""
    changes = {"buyer: Plant manager ranks": "buyer: Plant manager sorts"}
    return built_playbook(tmp_path_factory, changes)


@pytest.fixture
def host(before: Path) -> Iterator[Host]:
    """A server with the first of the two."""
    with served(before) as running:
        yield running


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody with a browser of their own."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    yield context
    context.close()


def opened(visitor: BrowserContext, host: Host, name: str) -> Page:
    page = visitor.new_page()
    page.goto(host.address + name)
    return page


def progress(page: Page) -> str:
    return page.locator(".tl-start__progress").inner_text()


def state(page: Page, task: str) -> str:
    item = page.locator(".tl-start__item", has=page.get_by_role("heading", name=task, exact=True))
    return item.locator(".tl-start__state").inner_text()


def test_three_clicks_to_the_first_task(visitor: BrowserContext, host: Host) -> None:
    """From home, one's role leads to the path; its first task is one click more."""
    page = opened(visitor, host, "index.html")
    page.locator(".tl-links").get_by_role("link", name="Account executive", exact=True).click()
    assert page.url.endswith(WRITTEN)
    expect(page.get_by_role("checkbox").first).to_be_enabled()
    page.locator(".tl-start__read a").first.click()
    assert page.url.endswith("welcome.html")


def test_ticks_stay(visitor: BrowserContext, host: Host) -> None:
    """Over a reload, in this browser, for this role; a tick taken back is gone."""
    page = opened(visitor, host, WRITTEN)
    assert progress(page) == "0 of 3 done"
    page.get_by_role("checkbox", name="Two days on a shop floor").check()
    assert progress(page) == "1 of 3 done"
    page.reload()
    assert page.get_by_role("checkbox", name="Two days on a shop floor").is_checked()
    assert state(page, "Two days on a shop floor").startswith("Ticked on ")
    assert progress(opened(visitor, host, MADE)).startswith("0 of ")
    page.get_by_role("checkbox", name="Two days on a shop floor").uncheck()
    page.reload()
    assert progress(page) == "0 of 3 done"


def test_two_windows_agree(visitor: BrowserContext, host: Host) -> None:
    """A tick in one shows in the other."""
    one, other = opened(visitor, host, WRITTEN), opened(visitor, host, WRITTEN)
    one.get_by_role("checkbox", name="Write your first no").check()
    other.wait_for_function("document.querySelector('.tl-start__progress').textContent === '1 of 3 done'")
    assert other.get_by_role("checkbox", name="Write your first no").is_checked()


def test_a_task_opens_again(visitor: BrowserContext, host: Host, after: Path) -> None:
    """When what it rests on has changed; it says what, and can be ticked again. Other ticks stay."""
    page = opened(visitor, host, MADE)
    page.get_by_role("checkbox", name=STAGE).check()
    page.get_by_role("checkbox", name="What you are measured by").check()
    host.folder = after
    page.reload()
    box = page.get_by_role("checkbox", name=STAGE)
    assert not box.is_checked()
    said = state(page, STAGE)
    assert said.startswith("Open again")
    assert "the task itself, Qualification." in said
    assert page.get_by_role("checkbox", name="What you are measured by").is_checked()
    box.check()
    page.reload()
    assert page.get_by_role("checkbox", name=STAGE).is_checked()


def test_damaged_ticks_are_set_aside(visitor: BrowserContext, host: Host) -> None:
    """The page says so, keeps what was there, and goes on."""
    page = opened(visitor, host, WRITTEN)
    page.get_by_role("checkbox").first.check()
    ours = "Object.keys(localStorage).filter(key => key.includes('start'))"
    page.evaluate(f"{ours}.forEach(key => localStorage.setItem(key, '{{x'))")
    page.reload()
    assert "could not be read" in page.locator(".tl-start__trouble").inner_text()
    assert "{x" in page.evaluate("Object.values(localStorage)")
    page.get_by_role("checkbox").first.check()
    page.reload()
    assert progress(page) == "1 of 3 done"


def test_storage_denied(visitor: BrowserContext, host: Host) -> None:
    """Ticks work as long as the page is open, and the page says so."""
    refused = "{get() { throw new DOMException('no', 'SecurityError') }}"
    visitor.add_init_script(f"Object.defineProperty(window, 'localStorage', {refused})")
    page = opened(visitor, host, WRITTEN)
    assert "only until you leave this page" in page.locator(".tl-start__trouble").inner_text()
    page.get_by_role("checkbox").first.check()
    assert progress(page) == "1 of 3 done"


def test_storage_full(visitor: BrowserContext, host: Host) -> None:
    """The same, with the reason."""
    visitor.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }")
    page = opened(visitor, host, WRITTEN)
    page.get_by_role("checkbox").first.check()
    assert "storage of this browser is full" in page.locator(".tl-start__trouble").inner_text()
    assert progress(page) == "1 of 3 done"


def test_questions(visitor: BrowserContext, host: Host) -> None:
    """A wrong answer says so and hides the right one; the right one opens where it stands."""
    page = opened(visitor, host, WRITTEN)
    question = page.locator(".tl-question").first
    question.locator("input[value=wrong]").first.check()
    assert question.locator(".tl-question__verdict").inner_text() == "Not this one. Look again."
    assert not question.locator("details").evaluate("each => each.open")
    question.locator("input[value=right]").check()
    assert question.locator(".tl-question__verdict").inner_text() == "Right."
    question.locator("details a").click()
    assert "buyer-journey.html#buyer-step-" in page.url


def test_by_keyboard(visitor: BrowserContext, host: Host) -> None:
    """Space ticks a task, arrows choose an answer."""
    page = opened(visitor, host, WRITTEN)
    page.get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    assert progress(page) == "1 of 3 done"
    page.locator(".tl-question input").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.locator(".tl-question__verdict").first.inner_text() in ("Right.", "Not this one. Look again.")


def test_without_scripts(browser: Browser, host: Host) -> None:
    """A plain list with boxes that nobody can tick, and the answers behind their folds; the whole matrix."""
    context = browser.new_context(java_script_enabled=False)
    page = opened(context, host, WRITTEN)
    assert page.locator(".tl-start__item").count() == 3
    assert not page.locator(".tl-start__bar").is_visible()
    page.locator(".tl-question summary").first.click()
    assert page.locator(".tl-question details a").first.is_visible()
    page.goto(host.address + MATRIX)
    assert not page.locator(".tl-raci__filter").is_visible()
    assert page.locator(".tl-raci tbody tr:visible").count() == 22
    context.close()


@pytest.mark.parametrize("name", [WRITTEN, MADE, "start/start-up-engineer.html"])
def test_one_sheet_of_paper(visitor: BrowserContext, host: Host, name: str, tmp_path: Path) -> None:
    """The path prints on one page of A4, with room for the manager's name; questions and buttons stay out."""
    page = opened(visitor, host, name)
    file = tmp_path / "path.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    about = file.read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", about)) == 1
    page.emulate_media(media="print")
    assert page.locator(".tl-start__signed").is_visible()
    assert not page.locator(".tl-question").first.is_visible()
    assert not page.locator(".tl-start__print").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
@pytest.mark.parametrize("name", [WRITTEN, MADE, MATRIX, "roles/account-executive.html"])
def test_accessible_and_narrow(browser: Browser, host: Host, name: str, width: int, scheme: str) -> None:
    """axe finds nothing, nothing is wider than the window, and nothing moves when scripts start."""
    how = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    context = browser.new_context(**how)  # type: ignore[arg-type]  # tests name what a context is to be
    page = opened(context, host, name)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    shift = "new PerformanceObserver(list => list.getEntries().forEach(e => window.moved += e.value))"
    moved = page.evaluate(
        f"new Promise(done => {{ window.moved = 0; {shift}.observe({{type: 'layout-shift', buffered: true}});"
        " setTimeout(() => done(window.moved), 300); })"
    )
    assert moved < 0.01
    assert faults(page) == []
    if name == WRITTEN:
        page.get_by_role("checkbox").first.check()
        page.evaluate("scrollTo(0, 0)")
        assert faults(page) == []
    context.close()


def shown(page: Page) -> list[str]:
    return page.locator(".tl-raci tbody tr:visible th > a").all_inner_texts()


def test_the_matrix_is_filtered(visitor: BrowserContext, host: Host) -> None:
    """By role and by duty; the number of steps is said."""
    page = opened(visitor, host, MATRIX)
    assert page.locator(".tl-raci__count").inner_text() == "22 of 22 steps"
    page.get_by_label("Role").select_option("plant-analyst")
    assert shown(page) == ["Lend the slip log", "Spend a day at the plant", "Decide together whether to go on"]
    page.get_by_label("Informed").uncheck()
    assert shown(page) == ["Lend the slip log", "Spend a day at the plant"]
    assert page.locator(".tl-raci__count").inner_text() == "2 of 22 steps"
    assert page.locator(".tl-raci thead .tl-raci__role:visible").count() == 1
    page.get_by_label("Role").select_option("")
    assert len(shown(page)) == 22


def test_the_matrix_on_a_phone(browser: Browser, host: Host) -> None:
    """Each step is a card that names the roles with a duty, and their duties in words."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = opened(context, host, MATRIX)
    card = page.locator(".tl-raci tbody tr").first
    assert card.locator("td:visible").count() == 2
    assert "responsible" in card.inner_text()
    context.close()


def tip(page: Page) -> bool:
    return page.locator(".tl-tip").first.is_visible()


def test_a_term_by_pointer_and_keyboard(visitor: BrowserContext, host: Host) -> None:
    """Its tooltip shows over it and on focus, stays under the pointer; Escape closes it, Enter follows it."""
    page = opened(visitor, host, "new-business/prospecting.html")
    term = page.locator(".tl-term").first
    assert not tip(page)
    term.hover()
    assert tip(page)
    page.locator(".tl-tip").first.hover()
    assert tip(page)
    page.keyboard.press("Escape")
    assert not tip(page)
    page.mouse.move(0, 0)
    term.focus()
    assert tip(page)
    page.keyboard.press("Escape")
    assert not tip(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html#term-*")


def test_a_term_by_touch(browser: Browser, host: Host) -> None:
    """The first touch shows the tooltip inside the window, one elsewhere closes it, a second one follows the link."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    page = opened(context, host, "new-business/prospecting.html")
    page.locator(".tl-term").first.tap()
    assert tip(page)
    assert page.url.endswith("prospecting.html")
    box = page.locator(".tl-tip").first.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    page.locator("h1").tap()
    assert not tip(page)
    page.locator(".tl-term").first.tap()
    page.locator(".tl-term").first.tap()
    page.wait_for_url("**/glossary.html#term-*")
    context.close()
