"""Where is my buyer? and Alignment in a real browser: by mouse, keyboard and link, on a phone, and without scripts."""

from __future__ import annotations

from typing import Literal, TypeAlias

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page

from tests.site.sample import CONFIG
from tests.support.axe import faults

pytestmark = pytest.mark.browser

Scheme: TypeAlias = Literal["light", "dark"]
STEPS = ("notice", "agree", "approach", "compare", "contract", "start", "value")
NO_SIGN = "approach"


def process() -> str:
    """Seven steps of a buyer, of which one gives no sign and one gives two; ours serve all but the last, two late."""
    return yaml.safe_dump(
        {
            "id": "sell",
            "name": "Sell",
            "version": "1.0.0",
            "status": "active",
            "buyer": {"steps": [_buyer_step(number, id) for number, id in enumerate(STEPS)]},
            "stages": [{"id": "talk", "name": "Talk", "serves": list(STEPS[:6]), "steps": list(map(_step, range(6)))}],
        }
    )


def _buyer_step(number: int, id: str) -> dict[str, object]:
    signs = [{"ask": f"Question {id} one?", "tells": f"Answer {id} one"}]
    signs += [{"ask": f"Question {id} two?", "tells": f"Answer {id} two"}] * (id == "agree")
    return {
        "id": id,
        "name": id.title(),
        "from": number * 4,
        "until": number * 4 + 4,
        "objective": f"Objective of {id}",
        "signs": [] if id == NO_SIGN else signs,
        "needs": [{"id": f"need-{id}", "kind": "information", "what": f"What {id} needs"}],
    }


def _step(number: int) -> dict[str, object]:
    late = 6 if number in (2, 3) else 0
    return {
        "id": f"help-{STEPS[number]}",
        "name": f"Help to {STEPS[number]}",
        "from": number * 4 + late,
        "until": number * 4 + 2 + late,
        "serves": [STEPS[number]],
        "delivers": [f"need-{STEPS[number]}"],
    }


TRACKS = """\
id: bid
name: Bid
version: 1.0.0
status: active
buyer:
  steps:
    - {id: publish, name: Publish, from: 0, until: 4, signs: [A notice is published]}
    - {id: assess, name: Assess the system, from: 4, until: 12, signs: [{look_for: They ask for a test system}]}
    - {id: terms, name: Read the terms, from: 4, until: 8, signs: [{ask: Who reads the terms?, tells: Their counsel}]}
    - {id: prices, name: Compare prices, from: 8, until: 12, signs: [A table of prices arrives]}
    - {id: award, name: Award, from: 12, until: 14, signs: [A letter of award arrives]}
stages:
  - {id: answer, name: Answer, serves: [publish, assess, terms, prices, award]}
"""
"""A buyer of whom two tracks run at once, and most of whose steps can only be seen."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the finished site, on a disk."""
    root = tmp_path_factory.mktemp("where")
    (root / "playbook").mkdir()
    (root / "process/sell").mkdir(parents=True)
    (root / "process/playbook.yml").write_text("title: Selling\n", encoding="utf-8")
    (root / "process/sell/process.yml").write_text(process(), encoding="utf-8")
    (root / "process/bid").mkdir()
    (root / "process/bid/process.yml").write_text(TRACKS, encoding="utf-8")
    config = CONFIG | {"plugins": ["search", "twolane"]}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    build(load_config(str(root / "mkdocs.yml")))
    return f"{(root / 'site').as_uri()}/"


class Visit:
    """A window of a width and a scheme, and what it complained about."""

    def __init__(self, browser: Browser, width: int = 1400, scheme: Scheme = "light", scripts: bool = True) -> None:
        size = {"width": width, "height": 900}
        self.context = browser.new_context(viewport=size, color_scheme=scheme, java_script_enabled=scripts)
        self.complaints: list[str] = []

    def open(self, address: str) -> Page:
        """A page, loaded."""
        page = self.context.new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address)
        return page


WHERE = "sell/where-is-my-buyer.html"


def question(page: Page) -> str:
    """The question that is asked, without the word before it; empty where none is."""
    found = page.locator(".tl-where__question:not([hidden]) h2")
    return found.inner_text().removeprefix("Ask").strip() if found.count() and found.is_visible() else ""


def result(page: Page) -> list[str]:
    """The names of the steps that are shown."""
    return page.locator(".tl-where-step:visible > h2").all_inner_texts()


def focused(page: Page) -> str:
    """The text of what has the focus."""
    return str(page.evaluate("document.activeElement.innerText"))


def choices(page: Page) -> list[str]:
    """The tells that can be chosen below the question."""
    return page.locator(".tl-where__said > li:visible span").all_inner_texts()


@pytest.mark.parametrize("width", [390, 1400])
def test_one_tap_on_what_they_said(browser: Browser, base: str, width: int) -> None:
    """Whoever has heard a sign gets step, stage and next thing at once, sees what was heard, and what else to ask."""
    visit = Visit(browser, width)
    page = visit.open(base + WHERE)
    assert result(page) == []
    page.get_by_role("button", name="Answer agree two").click()
    assert result(page) == ["Agree"]
    assert focused(page) == "Agree"
    text = page.locator(".tl-where-step:visible").inner_text()
    for part in ("Objective of agree", "Be in: Talk", "Next thing to do: Help to agree", "Question agree one?"):
        assert part in text
    assert page.locator("[data-heard]:visible").count() == 1
    assert "Answer agree two you noticed this" in " ".join(
        page.locator("li", has=page.locator("[data-heard]:visible")).inner_text().split()
    )
    assert page.url.endswith("#buyer-step-agree")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.complaints == []
    visit.context.close()


def test_three_answers_tell_any_step_apart(browser: Browser, base: str) -> None:
    """Whoever has heard nothing is asked what halves the rest: from any step the way there takes three taps at most."""
    visit = Visit(browser)
    for wanted, id in enumerate(STEPS):
        page = visit.open(base + WHERE)
        taps = 0
        while not result(page):
            asked = question(page)
            if not asked:
                page.locator(f".tl-where__said > li:visible[data-step='{wanted}'] button").click()
            else:
                at = STEPS.index(asked.split()[1])
                answer = "here" if at == wanted else "before" if wanted < at else "after"
                page.locator(f".tl-where__question:not([hidden]) [data-go={answer}]").click()
            taps += 1
        assert result(page) == [id.title()]
        assert taps <= 3
        page.close()
    assert visit.complaints == []
    visit.context.close()


def test_past_one_track_is_not_past_the_other(browser: Browser, base: str) -> None:
    """Who is past a step may still be at one that runs beside it; the answer says what runs at the same time."""
    visit = Visit(browser)
    page = visit.open(base + "bid/where-is-my-buyer.html")
    assert question(page) == "Who reads the terms?"
    page.locator(".tl-where__question:not([hidden]) [data-go=after]").click()
    assert page.url.endswith("#buyer-step-assess+buyer-step-prices+buyer-step-award")
    assert page.get_by_role("status").inner_text() == "Steps of the buyer that are still possible: 3"
    assert page.locator(".tl-where__question:not([hidden]) h2").inner_text() == "Look A table of prices arrives"
    page.locator(".tl-where__question:not([hidden]) [data-go=before]").click()
    assert result(page) == ["Assess the system"]
    text = " ".join(page.locator(".tl-where-step:visible").inner_text().split())
    assert "Make sure: Look for: They ask for a test system" in text
    assert "At the same time they may be at: Read the terms, Compare prices" in text
    assert "look one step to each side: before Publish, after Award." in text
    page.go_back()
    assert page.locator(".tl-where__question:not([hidden]) h2").inner_text() == "Look A table of prices arrives"
    assert choices(page) == ["They ask for a test system", "A letter of award arrives"]
    page.get_by_role("button", name="Yes, that is so").click()
    assert result(page) == ["Compare prices"]
    assert visit.complaints == []
    visit.context.close()


def test_by_keyboard(browser: Browser, base: str) -> None:
    """Each answer moves the focus to the next question, from where Tab leads to its answers."""
    visit = Visit(browser)
    page = visit.open(base + WHERE)
    page.locator(".tl-where__question:not([hidden]) [data-go=before]").focus()
    page.keyboard.press("Enter")
    assert focused(page).endswith("Question agree one?")
    assert page.get_by_role("status").inner_text() == "Steps of the buyer that are still possible: 3"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused(page) == "Answer agree one"
    page.keyboard.press("Space")
    assert result(page) == ["Agree"]
    assert focused(page) == "Agree"
    assert page.get_by_role("status").inner_text() == "They are at"
    visit.context.close()


def test_back_and_again(browser: Browser, base: str) -> None:
    """Back goes to the question before, as the browser's own does; start again to the first; none leaves the page."""
    visit = Visit(browser)
    page = visit.open(base + WHERE)
    first = question(page)
    assert page.get_by_role("button", name="Back").count() == 0
    page.locator(".tl-where__question:not([hidden]) [data-go=after]").click()
    second = question(page)
    assert first != second
    page.locator(".tl-where__question:not([hidden]) [data-go=after]").click()
    page.get_by_role("button", name="Back").click()
    assert question(page) == second
    page.get_by_role("button", name="Back").click()
    assert question(page) == first
    page.go_back()
    assert question(page) == second
    page.get_by_role("button", name="Start again").click()
    assert question(page) == first
    assert len(choices(page)) == 7
    visit.context.close()


def test_a_link_to_an_answer(browser: Browser, base: str) -> None:
    """What was found, and what is still possible, can be sent to a colleague; a broken link begins at the start."""
    visit = Visit(browser)
    page = visit.open(f"{base}{WHERE}#buyer-step-start")
    assert result(page) == ["Start"]
    page.get_by_role("button", name="Back").click()
    assert result(page) == []
    page.close()
    page = visit.open(f"{base}{WHERE}#buyer-step-compare..buyer-step-value")
    assert question(page).startswith("Question contract")
    assert choices(page) == ["Answer compare one", "Answer start one", "Answer value one"]
    page.close()
    page = visit.open(f"{base}{WHERE}#%")
    assert question(page).startswith("Question compare")
    page.locator("table a", has_text="Value").click()
    assert result(page) == ["Value"]
    assert "None of us helps them here yet." in page.locator(".tl-where-step:visible").inner_text()
    assert visit.complaints == []
    visit.context.close()


def test_a_step_without_a_sign(browser: Browser, base: str) -> None:
    """It can be chosen by its name, and where only it is left, it is what was found."""
    visit = Visit(browser)
    page = visit.open(f"{base}{WHERE}#buyer-step-agree..buyer-step-approach")
    page.locator(".tl-where__question:not([hidden]) [data-go=after]").click()
    assert result(page) == ["Approach"]
    page.get_by_role("button", name="Start again").click()
    page.get_by_role("button", name="Approach Objective of approach").click()
    assert result(page) == ["Approach"]
    visit.context.close()


def test_without_scripts(browser: Browser, base: str) -> None:
    """No question waits in vain: there are the table and every step, and links go from one to the other."""
    visit = Visit(browser, scripts=False)
    page = visit.open(f"{base}{WHERE}#buyer-step-start")
    assert not page.locator(".tl-where").is_visible()
    assert page.locator(".tl-table tbody tr").count() == 8
    assert result(page) == [id.title() for id in STEPS]
    visit.context.close()


def test_only_this_page_loads_the_script(browser: Browser, base: str) -> None:
    """Others are not made slower."""
    visit = Visit(browser)
    for name, number in ((WHERE, 1), ("sell/alignment.html", 0), ("index.html", 0)):
        assert visit.open(base + name).locator("script[src*='twolane-where']").count() == number
    visit.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1400])
def test_accessible_and_narrow(browser: Browser, base: str, width: int, scheme: Scheme) -> None:
    """axe finds nothing and leaves nothing open but the insides of drawings; nothing is wider than the window."""
    visit = Visit(browser, width, scheme)
    for name in (WHERE, f"{WHERE}#buyer-step-agree", "sell/alignment.html", "reference/alignment.html"):
        page = visit.open(base + name)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
        page.evaluate("window.scrollTo(0, 0)")
        assert faults(page, without=[".tl-lines"]) == [], name
        page.close()
    visit.context.close()


def test_the_matrix_is_a_list_of_cards_on_a_phone(browser: Browser, base: str) -> None:
    """There the words stand instead of the marks, and cells in which nothing meets are gone."""
    visit = Visit(browser, 390)
    page = visit.open(f"{base}sell/alignment.html")
    card = page.locator(".tl-matrix tbody tr", has_text="Help to compare")
    assert card.inner_text().split("\n")[0] == "Help to compare"
    assert "serves; delivers “What compare needs”, 2 weeks too late" in card.inner_text()
    assert card.locator("td:visible").count() == 1
    visit.context.close()
