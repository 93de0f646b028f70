"""A diagram in its dialog: opened, zoomed, moved and closed by mouse, keyboard and touch, on a page from a disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page

from tests.site.sample import built, sample_site
from tests.support.axe import faults

pytestmark = pytest.mark.browser

NAME = "Enlarge: Prospecting in both lanes"
INSIDE = """() => Array.from(document.querySelectorAll(".node"), each => {
    const text = each.querySelector("text").getBBox(), box = each.querySelector(".label-container").getBBox();
    return [text.width, box.width];
}).filter(([text, box]) => text > box - 8)"""
"""Texts of boxes that are as wide as their box."""
INK = """() => Array.from(document.querySelectorAll(".node text"), each => getComputedStyle(each)).map(
    each => `${each.fill} ${each.stroke}`)"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page with a diagram."""
    return (built(tmp_path_factory.mktemp("enlarged"), sample_site) / "new-business/index.html").as_uri()


@pytest.fixture
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page with its diagram drawn; complaints of the browser fail the test."""
    complaints: list[str] = []
    context = browser.new_context(**{"viewport": {"width": 1200, "height": 800}, **getattr(request, "param", {})})
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    page.wait_for_selector(".tl-drawing svg")
    yield page
    context.close()
    assert complaints == []


def picture(page: Page) -> dict[str, float]:
    """Where the picture in the dialog stands."""
    box = page.locator(".tl-viewer svg").bounding_box()
    assert box
    return {name: round(box[name], 1) for name in ("x", "y", "width", "height")}


def middle(page: Page) -> tuple[float, float]:
    box = page.locator(".tl-viewer__view").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def opened(page: Page) -> dict[str, float]:
    page.get_by_role("button", name=NAME).click()
    assert page.get_by_role("dialog", name="Prospecting in both lanes").is_visible()
    return picture(page)


def closed(page: Page) -> None:
    """The dialog is gone, the drawing is on the page again as it was, and the button has the focus."""
    page.wait_for_selector(".tl-viewer svg", state="detached")
    assert not page.locator("dialog").is_visible()
    assert page.locator(".tl-drawing svg").is_visible()
    assert page.evaluate("document.activeElement.matches('.tl-enlarge')")


def test_by_mouse(page: Page) -> None:
    """The wheel with Ctrl zooms about the pointer, the wheel alone and a drag move, the buttons do as they say."""
    page.get_by_role("button", name=NAME).scroll_into_view_if_needed()
    before = page.locator(".tl-drawing svg").bounding_box()
    first = opened(page)
    x, y = middle(page)
    page.mouse.move(x + 100, y)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -600)
    page.keyboard.up("Control")
    page.wait_for_function(
        "width => document.querySelector('.tl-viewer svg').clientWidth > 2 * width", arg=first["width"]
    )
    large = picture(page)
    share = (x + 100 - first["x"]) / first["width"]
    assert (x + 100 - large["x"]) / large["width"] == pytest.approx(share, abs=0.01)
    page.mouse.down()
    page.mouse.move(x + 60, y - 20, steps=4)
    page.mouse.up()
    dragged = picture(page)
    assert dragged["x"] == pytest.approx(large["x"] - 40, abs=1)
    page.mouse.wheel(30, 0)
    page.wait_for_function(
        "left => document.querySelector('.tl-viewer svg').getBoundingClientRect().x < left - 20", arg=dragged["x"]
    )
    page.get_by_role("button", name="Fit to the window").click()
    assert picture(page) == first
    page.get_by_role("button", name="Zoom in").click()
    assert picture(page)["width"] == pytest.approx(first["width"] * 1.25, abs=1)
    page.get_by_role("button", name="Zoom out").click()
    assert picture(page) == first
    page.get_by_role("button", name="Close").click()
    closed(page)
    assert page.locator(".tl-drawing svg").bounding_box() == before


def test_a_click_on_the_drawing_opens_and_one_beside_the_dialog_closes(page: Page) -> None:
    """As people expect of pictures."""
    page.locator(".tl-drawing").click()
    assert page.locator("dialog").is_visible()
    page.mouse.click(3, 3)
    closed(page)


@pytest.mark.parametrize("page", [{"viewport": {"width": 1200, "height": 300}}], indirect=True)
def test_by_keyboard(page: Page) -> None:
    """Plus, minus, 0 and arrows work at once; the page below hears none of them; Escape closes."""
    page.get_by_role("button", name=NAME).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.tl-viewer__view')")
    first = picture(page)
    for _ in range(15):
        page.keyboard.press("+")
    large = picture(page)
    assert large["width"] > first["width"] * 2
    for key, moved in [("ArrowRight", (-60, 0)), ("ArrowDown", (0, -60)), ("ArrowLeft", (60, 0)), ("ArrowUp", (0, 60))]:
        was = picture(page)
        page.keyboard.press(key)
        now = picture(page)
        assert (round(now["x"] - was["x"]), round(now["y"] - was["y"])) == moved, key
    page.keyboard.press("-")
    assert picture(page)["width"] == pytest.approx(large["width"] / 1.25, abs=1)
    page.keyboard.press("0")
    assert picture(page) == first
    page.keyboard.press("s")
    assert not page.locator("[data-md-toggle=search]").is_checked()
    stops = []
    for _ in range(5):
        page.keyboard.press("Shift+Tab")
        stops.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert stops == ["Close", "Save as a picture (SVG)", "Fit to the window", "Zoom in", "Zoom out"]
    page.keyboard.press("Escape")
    closed(page)


def test_it_never_leaves_the_window(page: Page) -> None:
    """However far it is moved, the picture ends at its own edge; however small it is wanted, all of it is seen."""
    opened(page)
    for _ in range(12):
        page.keyboard.press("+")
    for _ in range(200):
        page.keyboard.press("ArrowRight")
    view = page.locator(".tl-viewer__view").bounding_box()
    assert view
    box = picture(page)
    assert box["x"] + box["width"] == pytest.approx(view["x"] + view["width"], abs=2)
    for _ in range(30):
        page.keyboard.press("-")
    box = picture(page)
    assert box["x"] >= view["x"]
    assert box["x"] + box["width"] <= view["x"] + view["width"] + 1
    assert box["width"] > 100


@pytest.mark.parametrize("page", [{"viewport": {"width": 390, "height": 800}, "has_touch": True}], indirect=True)
def test_by_touch(page: Page) -> None:
    """Two fingers that part zoom in about their middle, one finger moves."""
    first = opened(page)
    x, y = middle(page)
    touch(page, [[(x - 20, y), (x + 20, y)], [(x - 40, y), (x + 40, y)], [(x - 90, y), (x + 90, y)]])
    large = picture(page)
    assert large["width"] == pytest.approx(first["width"] * 4.5, rel=0.05)
    share = (x - first["x"]) / first["width"]
    assert (x - large["x"]) / large["width"] == pytest.approx(share, abs=0.03)
    touch(page, [[(x, y)], [(x - 30, y)], [(x - 50, y)]])
    assert picture(page)["x"] == pytest.approx(large["x"] - 50, abs=2)
    page.get_by_role("button", name="Close").click()
    closed(page)


def touch(page: Page, moments: list[list[tuple[float, float]]]) -> None:
    """Fingers at the given places, moment by moment, then lifted."""
    session = page.context.new_cdp_session(page)
    for at, fingers in enumerate(moments):
        points: list[Any] = [{"x": x, "y": y, "id": id} for id, (x, y) in enumerate(fingers)]
        kind = "touchMove" if at else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.parametrize("page", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True)
def test_it_is_accessible(page: Page) -> None:
    """axe finds no violation on the page with its drawn diagram, and none in the open dialog."""
    assert faults(page, undecided=False) == []
    opened(page)
    assert faults(page, undecided=False) == []


@pytest.mark.parametrize("page", [{"color_scheme": "light"}], indirect=True)
def test_another_scheme_meanwhile(page: Page) -> None:
    """The dialog closes and the diagram is drawn again, once, in the other colours."""
    opened(page)
    light = page.locator(".tl-viewer svg").inner_html()
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    page.wait_for_selector(".tl-drawing svg")
    page.wait_for_function("old => document.querySelector('.tl-drawing svg').innerHTML !== old", arg=light)
    closed(page)
    assert page.locator("svg[aria-roledescription]").count() == 1
    opened(page)


def test_what_cannot_be_drawn_has_no_button(browser: Browser, address: str, tmp_path: Path) -> None:
    """Its text is shown with a line that says so, and there is nothing to enlarge."""
    site = Path(address.removeprefix("file://")).parents[1]
    broken = site / "new-business/broken.html"
    broken.write_text((site / "new-business/index.html").read_text().replace("flowchart LR", "no diagram at all"))
    page = browser.new_page()
    page.goto(broken.as_uri())
    page.wait_for_selector(".tl-drawing-note")
    assert page.locator("pre.tl-diagram").is_visible()
    assert page.locator("pre.tl-diagram").evaluate("each => getComputedStyle(each).color") != "rgba(0, 0, 0, 0)"
    assert page.locator(".tl-enlarge").count() == 0
    page.close()


def test_saved_as_a_picture(page: Page, browser: Browser, tmp_path: Path) -> None:
    """From a disk too: one file with font, ground and texts that any program shows; the page stays as it was."""
    opened(page)
    before = page.locator(".tl-viewer svg").inner_html()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as a picture (SVG)").click()
    assert waiting.value.suggested_filename == "prospecting-in-both-lanes.svg"
    waiting.value.save_as(tmp_path / "saved.svg")
    root = ElementTree.parse(tmp_path / "saved.svg").getroot()
    assert root.findall(".//{*}foreignObject") == []
    assert {"Notice the problem", "Share the benchmark (two figures)"} <= {
        " ".join("".join(each.itertext()).split()) for each in root.iter("{http://www.w3.org/2000/svg}text")
    }
    shown = browser.new_page()
    shown.goto((tmp_path / "saved.svg").as_uri())
    assert shown.evaluate("document.fonts.ready.then(() => [...document.fonts].map(each => each.status))") == [
        "unloaded",
        "unloaded",
        "loaded",
    ]
    assert shown.evaluate(INSIDE) == []
    assert set(shown.evaluate(INK)) == {"rgb(27, 31, 39) none"}
    shown.close()
    assert page.locator(".tl-viewer svg").inner_html() == before
    page.keyboard.press("Escape")
    closed(page)
