"""The site's font: it comes along, a page takes the parts that it needs, and what is drawn is measured in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.site.example import example_site
from tests.site.sample import CONFIG, DIAGRAM, SampleSite, built, page
from tests.support.deals import Host, served
from tests.support.documents import fences
from twolane.configuration.settings import Settings
from twolane.site.diagram_markup import diagram_markup
from twolane.third_party import FONT_FILES

pytestmark = pytest.mark.browser

MOST = 60_000
"""Bytes of font that a page in Latin letters loads."""
LATIN, LATIN_EXT, VIETNAMESE = FONT_FILES
WORDS = {
    "english": ("We ask for a visit – “when?” – and don’t insist: €4,000, 5 × 2 …", [LATIN]),
    "german": ("Größe, Maß und Übergabe; Œuvre, façade, niño, Ærø", [LATIN]),
    "polish": ("Zażółć gęślą jaźń; Čeština, Türkçe ığdır, română ș ț", [LATIN, LATIN_EXT]),
    "vietnamese": ("Việt Nam: nhà máy và người lập kế hoạch", [LATIN, LATIN_EXT, VIETNAMESE]),
    "greek": ("Το εργοστάσιο αποφασίζει", [LATIN]),
    "japanese": ("工場が決める 🏭 مصنع", [LATIN]),
}
"""A text on a page, and the files that it takes."""
LOADED = """() => document.fonts.ready.then(() => performance.getEntriesByType("resource")
    .filter(each => each.name.endsWith(".woff2")).map(each => [each.name, each.decodedBodySize]))"""
SHOWN_IN = """(root) => getComputedStyle(root).fontFamily.split(",")[0].replaceAll('"', "")"""
FITS = """() => Array.from(document.querySelectorAll(".tl-drawing foreignObject"), each => {
    const text = each.querySelector("span, p"), range = document.createRange();
    range.selectNodeContents(text);
    const scale = each.getBoundingClientRect().width / each.width.baseVal.value;
    return [text.textContent, each.width.baseVal.value, range.getBoundingClientRect().width / scale];
})"""
PATIENT = """(() => {
    const set = window.setTimeout;
    window.setTimeout = (work, wait, ...more) => {
        if (wait === 3000) window.waited = true;
        return set(work, wait === 3000 ? 1e9 : wait, ...more);
    };
})()"""
"""Has a diagram wait for its font as long as it takes, and says when it has begun to."""

"""Each text of a diagram: the room that was measured for it, and what it takes."""


def made(settings: Settings) -> SampleSite:
    """A page for each text, and one with a diagram."""
    pages = [
        page(name, name.title(), body=f'<h1 id="start">Title</h1><p>{text}</p>') for name, (text, _) in WORDS.items()
    ]
    drawn = f'<h1 id="start">Drawn</h1><figure class="tl-figure">{diagram_markup(DIAGRAM, settings.diagrams)}</figure>'
    return SampleSite((page("index", "Home"), *pages, page("drawn", "Drawn", body=drawn, diagrams=True)))


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A server with these pages."""
    with served(built(tmp_path_factory.mktemp("font"), made)) as found:
        yield found


def visited(browser: Browser, address: str) -> tuple[Page, list[str]]:
    """A page and what the browser says against it."""
    shown, complaints = browser.new_page(), list[str]()
    shown.on("console", lambda each: complaints.append(each.text))
    shown.goto(address)
    return shown, complaints


@pytest.mark.parametrize("name", WORDS)
def test_a_page_loads_the_parts_that_it_needs(browser: Browser, host: Host, name: str) -> None:
    """The first part is asked for ahead; another one comes only for its letters, and all stay below the bound."""
    shown, complaints = visited(browser, f"{host.address}{name}.html")
    loaded = {each.rpartition("/")[2]: size for each, size in shown.evaluate(LOADED)}
    assert sorted(loaded) == sorted(WORDS[name][1])
    assert sum(loaded.values()) <= MOST
    assert shown.locator("link[rel=preload][as=font]").get_attribute("href") == f"assets/twolane/{LATIN}"
    assert (shown.evaluate(SHOWN_IN, shown.query_selector("h1")), complaints) == ("Public Sans", [])
    shown.close()


@pytest.mark.parametrize("name", ["index", "new-business/index", "new-business/prospecting", "reference/process"])
def test_pages_of_the_example_stay_below_the_bound(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    """Pictures, diagrams and all: one part of the font is enough for a page in English."""
    with served(example_site(tmp_path_factory)) as example:
        shown, complaints = visited(browser, f"{example.address}{name}.html")
        loaded = shown.evaluate(LOADED)
        assert [each.rpartition("/")[2] for each, _ in loaded] == [LATIN]
        assert (sum(size for _, size in loaded) <= MOST, complaints) == (True, [])
        shown.close()


def test_from_a_disk_too(browser: Browser, host: Host) -> None:
    """The font is loaded there as well, and nothing is asked for ahead, which browsers would call an error."""
    shown, complaints = visited(browser, (host.folder / "polish.html").as_uri())
    found = "document.fonts.ready.then(() => [...document.fonts].filter(each => each.family.includes('Public Sans'))"
    loaded = shown.evaluate(f"{found}.map(each => each.status))").count("loaded")
    assert (loaded, shown.locator("link[as=font]").count(), complaints) == (2, 0, [])
    shown.close()


def test_a_strict_policy_lets_it_in(browser: Browser, host: Host) -> None:
    """With the policy that the manual names, fonts come from the site itself."""
    shown, complaints = browser.new_page(), list[str]()
    shown.on("console", lambda each: complaints.append(each.text))
    policy = fences("docs/hosting.md", "text")[0].strip()

    def answer(route: Route) -> None:
        given = route.fetch()
        route.fulfill(response=given, headers={**given.headers, "Content-Security-Policy": policy})

    shown.route("**/*.html", answer)
    shown.goto(f"{host.address}polish.html")
    assert sorted(each.rpartition("/")[2] for each, _ in shown.evaluate(LOADED)) == [LATIN_EXT, LATIN]
    assert complaints == []
    shown.close()


def test_diagrams_are_measured_in_it(browser: Browser, host: Host) -> None:
    """However late the font comes: texts of a diagram get the room that they take."""
    shown, held, come = browser.new_page(), list[Route](), Event()
    shown.add_init_script(PATIENT)
    shown.route("**/*.woff2", lambda route: route.continue_() if come.is_set() else held.append(route))
    shown.goto(f"{host.address}drawn.html", wait_until="commit")
    shown.wait_for_function("() => window.waited")
    assert shown.locator(".tl-drawing").count() == 0
    come.set()
    for each in held:
        each.continue_()
    shown.wait_for_selector(".tl-drawing svg")
    shown.evaluate(LOADED)
    texts = shown.evaluate(FITS)
    assert len(texts) >= 3
    assert [each for each in texts if abs(each[1] - each[2]) > 0.02 * each[1] + 1] == []
    shown.close()


def test_a_font_of_ones_own_stays(browser: Browser, tmp_path: Path) -> None:
    """Who names a font in mkdocs.yml gets that one for the pages, and nothing is asked for ahead."""
    theme: dict[str, Any] = {**CONFIG["theme"], "font": {"text": "Lato", "code": "Roboto Mono"}}
    site = built(tmp_path, SampleSite((page("index", "Home"),)), theme=theme)
    shown = browser.new_page()
    shown.route("https://**", lambda route: route.abort())
    shown.goto((site / "index.html").as_uri())
    assert shown.evaluate(SHOWN_IN, shown.query_selector("h1")) == "Lato"
    assert "data-font" not in (site / "index.html").read_text("utf-8")
    shown.close()


def test_nobody_else_is_asked_where_no_font_is_named(tmp_path: Path) -> None:
    """Material's own choice would come from a server of somebody else."""
    theme = {name: value for name, value in CONFIG["theme"].items() if name != "font"}
    site = built(tmp_path, SampleSite((page("index", "Home"),)), theme=theme)
    text = (site / "index.html").read_text("utf-8")
    assert "fonts.g" not in text
    assert f'data-font="assets/twolane/{LATIN}"' in text
