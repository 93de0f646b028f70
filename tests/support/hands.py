"""Three ways to use a page: with a mouse, by keyboard alone, with a finger on a phone."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import ElementHandle, Locator, expect

FARTHEST = 250
"""How often somebody may have to press Tab on a page before a test says that nobody gets there."""
_WIDE = {"viewport": {"width": 1400, "height": 900}}
_PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
_COVERED = """focused => {
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const met = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (met && (focused.contains(met) || met.contains(focused))) return "";
    return `at ${Math.round(top)} of ${innerHeight}, below ${met ? met.outerHTML.slice(0, 200) : "nothing"}`;
}"""
_RINGED = """focused => {
    const { boxShadow, outlineStyle } = getComputedStyle(focused);
    return outlineStyle !== "none" || boxShadow !== "none";
}"""


class Mouse:
    """A mouse at a wide window."""

    window: dict[str, Any] = _WIDE

    def press(self, target: Locator) -> None:
        """A link or a button."""
        target.click()

    def tick(self, box: Locator) -> None:
        """A box to tick, or to clear."""
        before = box.is_checked()
        box.click()
        expect(box).to_be_checked(checked=not before)

    def write(self, field: Locator, text: str) -> None:
        """Text into a field."""
        field.click()
        field.page.keyboard.type(text)


class Finger(Mouse):
    """A finger on a phone."""

    window = _PHONE

    def press(self, target: Locator) -> None:
        """A link or a button."""
        target.tap()

    def tick(self, box: Locator) -> None:
        """A box to tick, or to clear."""
        before = box.is_checked()
        box.tap()
        expect(box).to_be_checked(checked=not before)

    def write(self, field: Locator, text: str) -> None:
        """Text into a field."""
        field.tap()
        field.page.keyboard.type(text)


@dataclass
class Keys(Mouse):
    """A keyboard, and nothing else; whatever gets the focus must be in sight and show that it has it."""

    window = _WIDE

    def press(self, target: Locator) -> None:
        """A link or a button."""
        self._reach(target)
        target.page.keyboard.press("Enter")

    def tick(self, box: Locator) -> None:
        """A box to tick, or to clear."""
        self._reach(box)
        before = box.is_checked()
        box.page.keyboard.press("Space")
        expect(box).to_be_checked(checked=not before)

    def write(self, field: Locator, text: str) -> None:
        """Text into a field."""
        self._reach(field)
        field.page.keyboard.type(text)

    def _reach(self, target: Locator) -> None:
        """Presses Tab until the focus is there."""
        target.wait_for()
        element = target.element_handle()
        for _ in range(FARTHEST):
            if element.evaluate("wanted => document.activeElement === wanted"):
                self._see(element)
                return
            target.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {target}")

    def _see(self, focused: ElementHandle) -> None:
        """Scrolling there may take a moment."""
        for _ in range(20):
            covered = focused.evaluate(_COVERED)
            if not covered:
                break
            time.sleep(0.1)
        assert covered == "", f"what has the focus is out of sight: {covered}"
        assert focused.evaluate(_RINGED), f"nothing shows where the focus is: {focused}"


HANDS: dict[str, Mouse] = {"mouse": Mouse(), "keyboard": Keys(), "finger": Finger()}
