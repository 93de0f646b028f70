"""What moves on a page while nobody touches it, as the browser itself counts it."""

from __future__ import annotations

from threading import Event

from playwright.sync_api import BrowserContext, Page

from tests.support.axe import STILL

_WATCH = """
    window.moved = [];
    const name = node => !node ? "" : (node.nodeType === 1 ? node.outerHTML : node.textContent).slice(0, 120);
    const note = entry => window.moved.push(
        `${entry.value.toFixed(4)}: ${entry.sources.map(each => name(each.node)).join(" | ")}`
    );
    window.shifts = new PerformanceObserver(list => list.getEntries().forEach(note));
    window.shifts.observe({type: "layout-shift", buffered: true});
"""
_PAINTED = """async () => {
    await document.fonts.ready;
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    await new Promise(resolve => setTimeout(resolve));
    window.moved.splice(0);
}"""
_TAKE = f"""async () => {{
    await ({STILL})();
    await new Promise(resolve => setTimeout(resolve));
    return window.moved.splice(0);
}}"""


def watch(context: BrowserContext) -> None:
    """Has each page that is opened from now on keep what moves on it."""
    context.add_init_script(_WATCH)


def moved_by_scripts(page: Page, scripts: Event, address: str) -> list[str]:
    """What moves on a page once our scripts come, each with how much and which elements.

    Until ``scripts`` is set, their server holds them back: until all that is there without them is painted. The second
    for which a page waits for them does not pass meanwhile, so that how fast the machine is does not matter.
    """
    clock = page.context.new_cdp_session(page)
    clock.send("Animation.enable")
    clock.send("Animation.setPlaybackRate", {"playbackRate": 0})
    scripts.clear()
    page.goto(address, wait_until="commit")
    page.wait_for_function("document.readyState === 'interactive'")
    page.evaluate(_PAINTED)
    scripts.set()
    page.wait_for_load_state("load")
    clock.send("Animation.setPlaybackRate", {"playbackRate": 1})
    found: list[str] = page.evaluate(_TAKE)
    clock.detach()
    return found
