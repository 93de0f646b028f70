"""The search of a site that is opened from a disk, used as a rep uses it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

FIRST_LINKS = "items => items.map(item => item.querySelector('a').href)"
COUNT_ANSWERS = """() => {
    const said = document.querySelector(".md-search-result__meta");
    if (window.answers === undefined) {
        window.answers = 0;
        new MutationObserver(() => { window.answers += 1; }).observe(said, {childList: true});
    }
    return window.answers;
}"""


@contextmanager
def searched(browser: Browser, site: Path) -> Iterator[Page]:
    """A page of the site; complaints of the browser fail the tests in the end."""
    complaints: list[str] = []
    page = browser.new_context(viewport={"width": 1200, "height": 800}).new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((site / "strategy.html").as_uri())
    yield page
    assert complaints == []


def found(page: Page, site: Path, words: str) -> list[str]:
    """The pages that search finds for these words, the best first, by their paths; as a rep would type them."""
    field = page.get_by_role("textbox", name="Search")
    field.click()
    expect(page.locator(".md-search-result__meta")).not_to_have_text("Initializing search")
    before, answers = field.input_value(), page.evaluate(COUNT_ANSWERS)
    if words[:-1]:
        field.fill(words[:-1])
    else:
        field.select_text()  # emptying a field is a key of its own, to which the theme answers
    field.press_sequentially(words[-1])
    field.press("End")  # a letter that no key of this keyboard has comes without one
    if words != before:  # the theme does not ask again for the same
        page.wait_for_function("answers => window.answers > answers", arg=answers)
    hrefs = page.locator(".md-search-result__item").evaluate_all(FIRST_LINKS)
    base = f"{site.as_uri()}/"
    return [href.removeprefix(base).partition("#")[0].partition("?")[0].removesuffix(".html") for href in hrefs]
