"""Two-line diagrams for tests: drawn from processes, and read as boxes of text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.support.playbooks import base_files, playbook
from tests.support.processes import buyer_step, need, process, step
from twolane.alignment.analysis import align
from twolane.links.element_links import References
from twolane.links.prose import Prose
from twolane.model.process import Process
from twolane.two_lines.picture import Picture, Words
from twolane.two_lines.text_width import measured
from twolane.two_lines.view import TwoLines, two_lines

SIZES = {"tl-lane": 13.0, "tl-tick": 11.0, "tl-chip-text": 11.5}
LONG = "Understand how much of the schedule slips each month and who in the plant pays!!"
assert len(LONG) == 80


@cache
def references() -> References:
    """Links of a playbook; the diagram asks only for those of its process and for the lanes' names."""
    return References(playbook(base_files()), Prose(lambda *_: ""), lambda _: None)


def drawn(given: Process) -> TwoLines:
    """The diagram of a process that has a step."""
    lines = two_lines(align(given), references())
    assert lines is not None
    return lines


@dataclass(frozen=True)
class Box:
    """What a line of text covers."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two texts lie on each other; by less than a tenth of a pixel is by rounding."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.1 and down > 0.1


def texts(picture: Picture) -> list[Words]:
    """Every line of text of a drawing."""
    return [*picture.words, *(word for link in picture.links for word in link.words), *picture.above_words]


def boxes(picture: Picture) -> list[Box]:
    """What each line of text covers."""
    return [_box(word) for word in texts(picture)]


def _box(word: Words) -> Box:
    css = word.css.split()
    size = next((SIZES[each] for each in css if each in SIZES), 12.0)
    bold = bool({"tl-bold", "tl-lane", "tl-chip-text"} & set(css))
    width = measured(word.text, size, bold).width
    left = word.x - (width if "tl-end" in css else width / 2 if "tl-middle" in css else 0)
    return Box(word.text, left, word.y - 0.75 * size, left + width, word.y + 0.22 * size)


def overlaps(picture: Picture) -> list[tuple[str, str]]:
    """The texts that lie on each other."""
    found = boxes(picture)
    return [(one.text, other.text) for at, one in enumerate(found) for other in found[:at] if one.meets(other)]


def cut(picture: Picture) -> list[str]:
    """The texts that reach out of the picture."""
    return [
        box.text
        for box in boxes(picture)
        if box.left < -0.1 or box.top < 0 or box.right > picture.width + 0.1 or box.bottom > picture.height
    ]


def twelve_and_twenty() -> Process:
    """Twelve steps of the buyer and twenty of ours in seven stages, with orphans, gaps and late deliveries."""
    theirs = [
        buyer_step(f"their-step-{at}", at * 3, at * 3 + 3, *(need(f"n{at}-{of}") for of in range(1 + (at % 3 == 0))))
        for at in range(12)
    ]
    ours = [_our_step(at) for at in range(20)]
    return process(theirs, *(ours[at * 3 : at * 3 + 3] for at in range(7)))


def _our_step(at: int) -> dict[str, Any]:
    begin, served = at * 1.7 + (2 if at in (5, 9) else 0), int(at * 0.6)
    if at in (5, 13):
        return step(f"write-it-into-the-system-{at}", begin, begin + 1.6)
    return step(f"our-own-step-{at}", begin, begin + 1.6, [f"their-step-{served}"], [f"n{served}-0"])


def three_and_two() -> Process:
    """Three steps of the buyer and two of ours."""
    theirs = [
        buyer_step("notice", 0, 2, need("facts")),
        buyer_step("choose", 2, 4, need("price")),
        buyer_step("use", 4, 9),
    ]
    return process(theirs, [step("tell", 0, 1, ["notice"], ["facts"]), step("offer", 5, 6, ["choose"], ["price"])])


def long_names() -> Process:
    """Names of eighty characters on both sides."""
    theirs = [{**buyer_step(f"b{at}", at * 4, at * 4 + 4, need(f"n{at}")), "name": LONG} for at in range(7)]
    stages = [
        [{**step(f"s{at}-{of}", at * 8 + of * 2, at * 8 + of * 2 + 3, [f"b{at * 2}"]), "name": LONG} for of in range(3)]
        for at in range(4)
    ]
    return process(theirs, *stages)


def at_its_limits() -> Process:
    """Fourteen overlapping steps of the buyer with three needs each, twenty-eight of ours whose stages all overlap."""
    theirs = [
        buyer_step(f"their-step-{at}", at * 2, at * 2 + 9, *(need(f"n{at}-{each}") for each in range(3)))
        for at in range(14)
    ]
    stages = [
        [
            step(f"our-step-{at}-{of}", at * 3, at * 3 + 12, [f"their-step-{at * 2 + of % 2}"], [f"n{at * 2}-{of % 3}"])
            for of in range(4)
        ]
        for at in range(7)
    ]
    return process(theirs, *stages)


def all_at_once() -> Process:
    """Ten steps of the buyer and ten of ours in as many stages, in the same weeks and so in rows; all comes late."""
    theirs = [buyer_step(f"their-step-{at}", at / 10, 4, need(f"n{at}")) for at in range(10)]
    ours = [step(f"our-step-{at}", 4.5 + at / 8, 6, [f"their-step-{at}"], [f"n{at}"]) for at in range(10)]
    return process(theirs, *([each] for each in ours))


def far_times() -> Process:
    """Times from a second to longer than the world will stand, beside those of a few weeks, on both sides."""
    theirs = [
        buyer_step("notice", None, 44.9, need("facts", begin=44), need("visit", begin=26.5, end=29.5)),
        buyer_step("agree", 0, 0, need("plan", begin=1e300), need("quiet", "space", None, 4e9)),
        buyer_step("decide", 39, None, need("price", begin=1, end=3), need("terms", begin=1e-300, end=1e-299)),
        buyer_step("use", 20, 4e9),
        *(buyer_step(f"their-step-{at}", 0, 41 + at) for at in range(3)),
    ]
    stages = [
        [step("tell", None, 23, ["use"], ["plan", "terms"]), step("show", 1e300, None, ["agree"], ["visit", "facts"])],
        [step("offer", 1e-6, 56.5, ["decide"], ["visit", "terms"]), step("write", 2.9, 56)],
        [step(f"our-step-{at}", at / 7, 4e9 if at % 2 else 4, ["notice"], ["price", "facts"]) for at in range(8)],
    ]
    return process(theirs, *stages)


PROCESSES = {
    "twelve-and-twenty": twelve_and_twenty,
    "three-and-two": three_and_two,
    "long-names": long_names,
    "at-its-limits": at_its_limits,
    "all-at-once": all_at_once,
    "far-times": far_times,
}
