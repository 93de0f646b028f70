"""A process on one sheet of paper, in a browser: one page whatever its size, and nothing left out in silence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.site.example import example_site
from tests.support.axe import faults
from tests.support.commands import twolane, write_playbook
from tests.support.once import made_once
from tests.support.playbooks import base_files

pytestmark = pytest.mark.browser

PROCESS = "process/{}/process.yml"
SHOP = b"""
id: shop
name: Rooms and stairwells
version: 1.0.0
time_unit: day
summary: From the first call to a room that is dry.
buyer:
  trigger: Somebody moves in, or a pipe has leaked.
  steps:
    - {id: call, name: Call a painter, from: 0, until: 2, actors: [planner]}
    - {id: looked-at, name: Have it looked at, from: 2, until: 6, actors: [planner]}
stages:
  - id: price
    name: Look and price
    goal: They know the price, and we know the plaster.
    serves: [call, looked-at]
    steps:
      - {id: look, name: Go and look, required: true, from: 2, until: 4, serves: [looked-at], responsible: rep}
      - {id: want, name: Do we want the job?, kind: gate, from: 5, until: 5, responsible: engineer}
      - {id: bill, name: Write the bill, kind: internal, responsible: rep}
    exit:
      - {id: yes, buyer: Says yes and names a week, evidence: Text message}
      - {id: key, buyer: Leaves the key, evidence: The key, required: false}
  - {id: paint, name: Paint, serves: [looked-at]}
"""
LONG = "Bring the plant manager and whoever plans the line to one table, "
COUNTED = re.compile(r"\d+")
OVERFLOWING = """Array.from(document.querySelectorAll('.tl-poster :is(th, td, p, li)'))
    .filter(each => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1).map(each => each.innerText)"""
SMALLEST = """Math.min(...Array.from(document.querySelectorAll('.tl-poster *'))
    .filter(each => each.checkVisibility() && each.innerText)
    .map(each => parseFloat(getComputedStyle(each).fontSize)))"""
SHOWN = "Array.from(document.querySelectorAll('.tl-poster {}')).filter(each => each.checkVisibility()).length"
Size = Literal["A4", "Letter"]


def large(id: str, stages: int, steps: int, words: str, status: str = "active") -> bytes:
    """A process of many stages, each with many steps, ways to end and steps of the buyer."""
    head = f"id: {id}\nname: {id.title()}\nversion: 1.0.0\nstatus: {status}\ntime_unit: week\nbuyer:\n  steps:\n"
    theirs = "".join(f"    - {{id: b{at}, name: {words} {at}, from: {at}, until: {at + 2}}}\n" for at in range(stages))
    return (head + theirs + "stages:\n" + "".join(stage(at, steps, words) for at in range(stages))).encode()


def stage(at: int, steps: int, words: str) -> str:
    """A stage of that many steps, every third of them required."""
    ours = "".join(
        f"      - {{id: s{at}-{n}, name: {words} {n}, from: {at}, until: {at + 1}, responsible: engineer,"
        f" required: {str(n % 3 == 2).lower()}, kind: {('work', 'gate', 'internal')[n % 3]}}}\n"
        for n in range(steps)
    )
    ends = "".join(f"      - {{id: e{at}-{n}, buyer: {words} {n}, evidence: Mail}}\n" for n in range(1 + at % 4))
    goal = f"{words} and {words.lower()}"
    return (
        f"  - id: st{at}\n    name: Stage {at}\n    goal: {goal}\n    serves: [b{at}, b{max(0, at - 1)}]\n"
        f"    steps:\n{ours}    exit:\n{ends}"
    )


PROCESSES = {
    "shop": SHOP,
    "even": large("even", 4, 4, "Agree on the test"),
    "wide": large("wide", 9, 9, "Agree on what the test shows"),
    "wordy": large("wordy", 6, 6, LONG.replace(",", "") * 2),
    "endless": large("endless", 40, 12, "Agree on the test"),
    "closed": large("closed", 5, 5, "Agree on the test", "retired"),
    "letters": large("letters", 3, 3, "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente" * 2),
}


def _build(folder: Path) -> None:
    made = {PROCESS.format(name): text for name, text in PROCESSES.items()}
    answer = twolane("build", "--fail-on", "never", folder=write_playbook(folder, {**base_files(), **made}))
    assert answer.code == 0, answer.errors


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A playbook with processes of many sizes, to be read only."""
    return made_once(tmp_path_factory, "poster", _build) / "site"


def opened(browser: Browser, site: Path, name: str, media: Literal["print", "screen"] = "print") -> Page:
    """The sheet of a process, as wide as paper inside of its margins, in a browser that runs no script."""
    context = browser.new_context(viewport={"width": 718, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto((site / name / "on-one-page.html").as_uri())
    page.emulate_media(media=media)
    return page


def sheets(page: Page, size: Size) -> int:
    """How many sheets of paper a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=size)))


@pytest.mark.parametrize("name", ["new-business", *PROCESSES])
def test_one_sheet_of_paper(browser: Browser, built: Path, name: str) -> None:
    """Of A4 and of Letter, in letters of nine points and more, of which none are cut; without a script too."""
    page = opened(browser, built, name)
    assert (sheets(page, "A4"), sheets(page, "Letter")) == (1, 1)
    assert page.locator(".tl-poster").is_visible()
    page.context.close()
    reader = browser.new_page(viewport={"width": 718, "height": 900})
    reader.goto((built / name / "on-one-page.html").as_uri())
    reader.emulate_media(media="print")
    assert reader.evaluate(SMALLEST) >= 12  # pixels, of which there are 96 where there are 72 points
    assert reader.evaluate(OVERFLOWING) == []
    reader.context.close()


@pytest.mark.parametrize("name", ["new-business", "expansion", "legacy"])
def test_the_examples_take_one_sheet_each(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    """The processes of this repository's own playbook."""
    page = opened(browser, example_site(tmp_path_factory), name)
    assert (sheets(page, "A4"), sheets(page, "Letter")) == (1, 1)
    page.context.close()


@pytest.mark.parametrize("name", [*PROCESSES])
def test_paper_counts_what_is_not_on_it(browser: Browser, built: Path, name: str) -> None:
    """Each step, way to end and step of the buyer stands on paper or in a count there; the screen has them all."""
    page = browser.new_page(viewport={"width": 718, "height": 900})
    page.goto((built / name / "on-one-page.html").as_uri())
    item, left = ".tl-poster__list > li:not(.tl-poster__left)", ".tl-poster__list > .tl-poster__left"
    everything = page.evaluate(SHOWN.format(item))
    assert page.locator(left).count() == 0 or not page.locator(left).first.is_visible()
    page.emulate_media(media="print")
    rows = page.locator(".tl-poster tbody tr").evaluate_all("all => all.filter(each => each.checkVisibility()).length")
    in_rows = page.evaluate(SHOWN.format(item)) + sum(
        int(COUNTED.findall(text)[0])
        for text in page.locator(left).evaluate_all(
            "all => all.filter(each => each.checkVisibility()).map(each => each.innerText)"
        )
    )
    gone = page.locator(".tl-poster tbody tr.tl-no-print").count()
    hidden = page.locator(".tl-poster tbody tr.tl-no-print .tl-poster__list > li:not(.tl-poster__left)").count()
    assert in_rows + hidden == everything
    foot = page.locator(".tl-poster__foot").inner_text()
    assert (f"{gone} more stage" in foot) == bool(gone)
    assert rows + gone == page.locator(".tl-poster tbody tr").count()
    assert (gone > 0) == (name == "endless")
    page.context.close()


def test_a_small_process_is_large_on_paper(browser: Browser, built: Path) -> None:
    """What two people pin up is in large letters, and whole: whose step it is, when, and what ends the stage."""
    page = opened(browser, built, "shop")
    assert page.locator(".tl-poster--size-0").count() == 1
    assert not page.locator(".tl-lead").is_visible()
    assert not page.locator(".tl-facts").first.is_visible()
    text = " ".join(page.locator("article").inner_text().replace("\u2060", "").split())
    for words in (
        "Rooms and stairwells on one page From the first call to a room that is dry.",
        "1 Look and price days 2–5 They know the price, and we know the plaster.",
        "Call a painter Plant planner · days 0–2",
        "Go and look required Sales representative · days 2–4",
        "Do we want the job? our decision Sales engineer · day 5",
        "Write the bill for ourselves Sales representative",
        "Says yes and names a week Leaves the key optional",
        "Base playbook · Rooms and stairwells, version 1.0.0",
    ):
        assert words in text
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (390, "light"), (1400, "dark"), (1400, "light")])
@pytest.mark.parametrize("name", ["shop", "wide"])
def test_on_the_screen(browser: Browser, built: Path, name: str, width: int, scheme: Literal["dark", "light"]) -> None:
    """axe finds nothing, and nothing is wider than the window."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto((built / name / "on-one-page.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page) == []
    context.close()
