"""The two-line diagram in a real browser: its texts are apart and whole, its links can be reached, it prints."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.site.example import example_site
from tests.site.sample import SampleSite, built
from tests.support.axe import faults
from tests.two_lines.drawn_lines import PROCESSES, references
from twolane.build import contents_of
from twolane.configuration.settings import Settings
from twolane.pages.assembling import pages

pytestmark = pytest.mark.browser

EXAMPLE = ("new-business", "expansion", "legacy")
WIDTHS = {390: "tall", 1400: "wide"}
TEXTS = """svg => {
    const whole = svg.getBoundingClientRect(), scale = whole.width / svg.viewBox.baseVal.width;
    return Array.from(svg.querySelectorAll("text"), text => {
        const box = text.getBoundingClientRect();
        return {
            text: text.textContent, left: box.left - whole.left, right: box.right - whole.left,
            top: box.top - whole.top, bottom: box.bottom - whole.top, width: whole.width, height: whole.height,
            size: parseFloat(getComputedStyle(text).fontSize) * scale,
        };
    });
}"""
"""Every line of text as it is drawn, in pixels of the window."""
FREE = """svg => Array.from(svg.querySelectorAll("text[textLength]"), text => {
    const measured = parseFloat(text.getAttribute("textLength"));
    text.removeAttribute("textLength");
    return [text.textContent, measured, text.getComputedTextLength()];
})"""
"""Every line with the length that we measured, and the one that the browser's font gives it when it is let."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of each process that is looked at, by name."""
    example = example_site(tmp_path_factory)
    found = {name: example / name / "index.html" for name in EXAMPLE}
    for name, made in PROCESSES.items():
        playbook = replace(references().playbook, processes=(made(),))

        def site(settings: Settings, playbook: Any = playbook) -> SampleSite:
            return SampleSite(pages(contents_of(playbook, settings), (), settings))

        found[name] = built(tmp_path_factory.mktemp(name), site) / "sample/index.html"
    return found


def opened(browser: Browser, path: Path, width: int, scheme: Literal["light", "dark"] = "light") -> Page:
    """A page in a window of its own."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(path.as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    return page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [*EXAMPLE, *PROCESSES])
def test_texts_are_apart_whole_and_large_enough(
    browser: Browser, sites: dict[str, Path], name: str, width: int
) -> None:
    """No box of a text meets another, none reaches out of the picture, no letter is smaller than 11 pixels."""
    page = opened(browser, sites[name], width)
    shown = page.locator("svg.tl-lines:visible")
    assert shown.count() == 1
    assert f"tl-lines--{WIDTHS[width]}" in (shown.get_attribute("class") or "")
    texts = shown.evaluate(TEXTS)
    assert len(texts) >= 8
    assert [each["text"] for each in texts if each["size"] < 10.99] == []
    assert [each["text"] for each in texts if is_cut(each)] == []
    assert [(a["text"], b["text"]) for at, a in enumerate(texts) for b in texts[:at] if meet(a, b)] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def is_cut(box: dict[str, Any]) -> bool:
    """Whether a text reaches out of its picture."""
    return bool(
        box["left"] < -1 or box["top"] < -1 or box["right"] > box["width"] + 1 or box["bottom"] > box["height"] + 1
    )


def meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two boxes lie on each other; a box has a pixel of air above and below its letters."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(across > 0.5 and down > 1.5)


@pytest.mark.parametrize("name", ["new-business", "long-names"])
def test_metrics_are_those_of_the_font(browser: Browser, sites: dict[str, Path], name: str) -> None:
    """What is measured is what the site's font needs: never less by more than a part of a hundred, and hardly more."""
    page = opened(browser, sites[name], 1400)
    lines = page.locator("svg.tl-lines--wide").evaluate(FREE)
    assert len(lines) >= 20
    assert [line for line in lines if not 0.97 * line[1] < line[2] < 1.01 * line[1] + 0.1] == []
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_keyboard_reaches_every_shape(browser: Browser, sites: dict[str, Path], width: int) -> None:
    """Each link of the drawing that is shown takes the focus, shows it, and leads to a page that is there."""
    page = opened(browser, sites["legacy"], width)
    links = page.locator("svg.tl-lines:visible a")
    links.first.focus()
    reached = []
    for _ in range(links.count()):
        reached.append(page.evaluate("document.activeElement.querySelector('title').textContent"))
        assert page.evaluate("document.activeElement.matches('svg.tl-lines a')")
        page.keyboard.press("Tab")
    assert reached == links.locator("title").all_text_contents()
    assert not page.evaluate("document.activeElement.matches('svg.tl-lines a')")
    for href in set(links.evaluate_all("all => all.map(each => each.getAttribute('href'))")):
        path, _, anchor = href.partition("#")
        target = (sites["legacy"].parent / path).read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in target, href
    links.first.focus()
    page.keyboard.press("Tab")
    shown = (
        "Array.from(document.activeElement.querySelectorAll('text, .tl-block'), each => getComputedStyle(each).outline)"
    )
    assert all("solid 2px" in each for each in page.evaluate(shown))
    page.context.close()


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [*product(["legacy"], WIDTHS, ["light", "dark"]), ("at-its-limits", 390, "light"), ("at-its-limits", 1400, "dark")],
)
def test_axe_finds_nothing(
    browser: Browser, sites: dict[str, Path], name: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """Names, roles and contrasts of the drawing and its table hold."""
    page = opened(browser, sites[name], width, scheme)
    page.locator(".tl-lines-text summary").click()
    assert faults(page, ".tl-lines-figure, .tl-lines-text", undecided=False) == []
    page.context.close()


def test_a_reader_hears_it(browser: Browser, sites: dict[str, Path]) -> None:
    """A screen reader's tree has the drawing once, with its name, and every link by what it is."""
    page = opened(browser, sites["legacy"], 1400)
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    heard = [(each["role"]["value"], each["name"]["value"]) for each in nodes if not each["ignored"] and "name" in each]
    links = page.locator("svg.tl-lines--wide a > title").all_text_contents()
    assert len(links) > 20
    assert [name for role, name in heard if role == "link" and name in links] == links
    title = page.locator("svg.tl-lines--wide > title").text_content()
    assert [role for role, name in heard if name == title and role != "StaticText"] == ["group"]
    page.context.close()


@pytest.mark.parametrize("name", ["new-business", "at-its-limits"])
def test_fits_a_sheet_of_paper(browser: Browser, sites: dict[str, Path], name: str) -> None:
    """On A4 the drawing across the page is shown, no wider and no higher than a sheet within its margins."""
    page = opened(browser, sites[name], 718)
    page.emulate_media(media="print")
    box = page.locator("svg.tl-lines:visible").bounding_box()
    assert box
    assert page.locator("svg.tl-lines--tall").is_hidden()
    assert box["width"] <= 718
    assert box["height"] <= 940
    page.context.close()
