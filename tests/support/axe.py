"""What axe has to say of a page, once the page stands still: colours in a transition are nobody's choice."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Page

from tests.support.npm import of_npm

STILL = """async () => {
    const frame = () => Promise.race([
        new Promise(requestAnimationFrame), new Promise(resolve => setTimeout(resolve, 100))
    ]);
    const ends = each => each.effect?.getComputedTiming().endTime !== Infinity;
    const moving = () => document.getAnimations().some(each => each.playState === "running" && ends(each));
    const place = () => [
        scrollX, scrollY, document.documentElement.scrollHeight, document.querySelectorAll("[hidden]").length
    ].join();
    const end = performance.now() + 60000;
    for (let calm = 0, before = ""; calm < 8;) {
        if (performance.now() > end) throw new Error(`the page does not come to rest: ${before}`);
        await frame();
        const now = place();
        calm = moving() || now !== before ? 0 : calm + 1;
        before = now;
    }
}"""
"""Waits until for some frames nothing moves, scrolls, appears or hides; what moves for ever does not count."""
RUN = """([within, without]) => axe.run(
    {include: [[within]], exclude: without.map(each => [each])}, {preload: location.protocol !== "file:"}
)"""


def stand_still(page: Page) -> None:
    """Asks the page for as little motion as it can do with, and waits for the rest to be over."""
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(STILL)


def faults(
    page: Page, within: str = "html", without: Sequence[str] = (), undecided: bool = True
) -> list[tuple[str, str]]:
    """The rules that something breaks, with its HTML; and, unless told otherwise, those that axe leaves ``undecided``.

    ``within`` and ``without`` are selectors of what is looked at and what is left out.
    """
    stand_still(page)
    page.add_script_tag(path=of_npm("axe-core/axe.min.js"))
    found = page.evaluate(RUN, [within, list(without)])
    points = found["violations"] + (found["incomplete"] if undecided else [])
    return [(point["id"], point["nodes"][0]["html"]) for point in points]
