"""The two-line diagram: what it shows, that its texts never lie on each other, and that nothing is cut."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages.hostile import STRINGS
from tests.support.processes import buyer_step, need, process, step
from tests.support.sites import read, site_of
from tests.two_lines.drawn_lines import PROCESSES, cut, drawn, overlaps, references, texts
from twolane.alignment.analysis import align
from twolane.model.process import Process
from twolane.two_lines.picture import Link, Picture
from twolane.two_lines.view import two_lines

NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")


def both(given: Process) -> tuple[Picture, Picture]:
    """The drawing across a page and the one down a phone."""
    wide, tall = drawn(given).pictures
    return wide, tall


def needs(picture: Picture, kind: str) -> list[Link]:
    """The needs of a drawing that are drawn in one of the ways."""
    return [link for link in picture.links if f"tl-need--{kind}" in link.css]


def shaft(link: Link) -> tuple[float, float, float, float]:
    """Where a need's arrow begins and ends: x, y, x, y."""
    x, y, x1, y1 = map(float, NUMBERS.findall(next(each.path for each in link.shapes if each.css == "tl-shaft")))
    return x, y, x1, y1


LEAST = {"wide": 132, "tall": 57.9}
"""Pixels between both lines."""


def apart(picture: Picture) -> float:
    """How far the buyer's line is from ours, on the side where it belongs: below, or to the left down a phone."""
    ours, theirs = (
        next(shape.path for shape in picture.below if f"tl-rail--{side}" in shape.css) for side in ("seller", "buyer")
    )
    (x, y), (x1, y1) = (map(float, NUMBERS.findall(each)[:2]) for each in (ours, theirs))
    return y1 - y if picture.kind == "wide" else x - x1


@pytest.mark.parametrize("name", PROCESSES)
def test_large_ones_stay_readable(name: str) -> None:
    """No text lies on another and none is cut, in either drawing, and the lines have room between them."""
    for picture in both(PROCESSES[name]()):
        assert overlaps(picture) == []
        assert cut(picture) == []
        assert apart(picture) >= LEAST[picture.kind]


DECIMALS = st.floats(0, 60).map(lambda time: round(time, 1))
TIMES = st.none() | st.integers(0, 60) | DECIMALS | st.sampled_from([0, 1e-6, 4e9, 1e300])
LETTERS = st.sampled_from("abcdefghij WMil.–ßéЖ日م🚀 -")
USUAL = st.sampled_from(["Notice", "W" * 80, "Agree on the need"])
NAMES = st.text(LETTERS, min_size=1, max_size=80).filter(str.strip) | USUAL


@st.composite
def anything(draw: st.DrawFn) -> Process:
    """A process whose steps are anywhere, overlap, have no time or no end, and serve whatever they like."""

    def named(each: dict[str, Any]) -> dict[str, Any]:
        return {**each, "name": draw(NAMES)}

    def times() -> tuple[Any, Any]:
        begin, end = draw(TIMES), draw(TIMES)
        return (begin, end) if begin is None or end is None else (min(begin, end), max(begin, end))

    count = draw(st.integers(0, 7))
    kinds = st.sampled_from(["information", "space"])

    def wanted(at: int) -> list[dict[str, Any]]:
        return [need(f"n{at}-{of}", draw(kinds), *times()) for of in range(draw(st.integers(0, 3)))]

    theirs = [named(buyer_step(f"b{at}", *times(), *wanted(at))) for at in range(count)]
    known = [each["id"] for their in theirs for each in their["needs"]]
    serves = st.lists(st.sampled_from([their["id"] for their in theirs]), max_size=3) if theirs else st.just([])
    delivers = st.lists(st.sampled_from(known), max_size=3, unique=True) if known else st.just([])
    stages = [
        [named(step(f"s{at}-{of}", *times(), draw(serves), draw(delivers))) for of in range(draw(st.integers(0, 4)))]
        for at in range(draw(st.integers(0 if theirs else 1, 4)))
    ]
    return process(theirs, *stages)


@settings(max_examples=80, deadline=None)
@given(anything())
def test_any_process_has_its_texts_apart(made: Process) -> None:
    """Whatever a process is like, no text lies on another, none is cut, and each step and need can be reached."""
    lines = two_lines(align(made), references())
    if not made.buyer_steps and not made.steps:
        assert lines is None
        return
    assert lines is not None
    for picture in lines.pictures:
        assert overlaps(picture) == []
        assert cut(picture) == []
        assert apart(picture) >= LEAST[picture.kind]
        reached = {link.address for link in picture.links}
        stages = [stage for stage in made.stages if stage.steps]
        assert len(reached) == len(made.buyer_steps) + len(stages) + len(made.steps) + len(made.needs)
    wide, tall = ("".join(word.text.replace(" ", "") for word in each.above_words) for each in lines.pictures)
    assert wide == tall


@settings(max_examples=15, deadline=None)
@given(anything())
def test_same_process_same_drawing(made: Process) -> None:
    """A drawing is a function of the process alone."""
    assert two_lines(align(made), references()) == two_lines(align(made), references())


def sample(begin: float, end: float) -> Process:
    """One need in weeks 4 to 8, delivered from ``begin`` to ``end``; a second one that nobody delivers."""
    theirs = [buyer_step("agree", 4, 8, need("visit")), buyer_step("decide", 8, 12, need("price"))]
    return process(theirs, [step("go", begin, end, ["agree"], ["visit"]), step("write", 5, 6)])


def test_upright_when_in_time() -> None:
    """An arrow across the page stands upright, down a phone it lies level, and nothing is written on it."""
    wide, tall = both(sample(7, 9))
    x, _, x1, _ = shaft(needs(wide, "met")[0])
    assert x == x1
    _, y, _, y1 = shaft(needs(tall, "met")[0])
    assert y == y1
    assert wide.above_words == tall.above_words == ()


@pytest.mark.parametrize(("begin", "end", "says"), [(8.5, 9, "0.5 weeks late"), (1, 3, "1 week early")])
def test_slanted_when_not_in_time(begin: float, end: float, says: str) -> None:
    """An arrow leans to where it is delivered, and the difference is written on it and said to whoever listens."""
    wide, tall = both(sample(begin, end))
    x, _, x1, _ = shaft(needs(wide, "off")[0])
    _, y, _, y1 = shaft(needs(tall, "off")[0])
    assert (x1 > x, y1 > y) == (says.endswith("late"), says.endswith("late"))
    assert " ".join(word.text for word in wide.above_words) == " ".join(word.text for word in tall.above_words) == says
    assert needs(wide, "off")[0].name == f"What visit is: a need, met by Go, {says}"


def test_open_end_where_nobody_delivers() -> None:
    """An unmet need ends in a ring below our line."""
    wide, _ = both(sample(4, 5))
    (unmet,) = needs(wide, "unmet")
    assert [shape.css for shape in unmet.shapes] == ["tl-halo", "tl-shaft", "tl-ring", "tl-tail"]
    assert unmet.name == "What price is: a need that no step of ours meets"


def test_orphan_is_hatched() -> None:
    """A step of ours that serves nobody is hatched, no other is."""
    for picture in both(sample(4, 5)):
        hatched = [link.name for link in picture.links if any(shape.css == "tl-hatch" for shape in link.shapes)]
        assert hatched == ["Write: a step of ours, weeks 5–6, serves no step of the buyer"]


def test_missing_ends() -> None:
    """Where one line begins or ends before the other, it is dashed there, with words."""
    theirs = [buyer_step("notice", 0, 4), buyer_step("decide", 8, 12)]
    wide, _ = both(process(theirs, [step("visit", 6, 14, ["decide"])]))
    missing = [word.text for word in wide.words if "tl-missing" in word.css]
    assert " ".join(missing) == "Starts 6 weeks later Ends 2 weeks earlier"
    dashed = [shape.css for shape in wide.below if "tl-rail--missing" in shape.css]
    assert sorted(dashed) == ["tl-rail tl-rail--buyer tl-rail--missing", "tl-rail tl-rail--seller tl-rail--missing"]
    assert drawn(process(theirs, [step("visit", 6, 14, ["decide"])])).ends == (
        "Seller: starts 6 weeks later.",
        "Buyer: ends 2 weeks earlier.",
    )


def test_space_is_a_bracket() -> None:
    """A time in which the buyer wants to be left alone is a bracket; it says where we do not keep quiet."""
    theirs = [buyer_step("think", 0, 8, need("quiet", "space", 2, 4))]
    kept, _ = both(process(theirs, [step("answer", 5, 6, ["think"])]))
    assert (len(needs(kept, "space")), kept.above_words) == (1, ())
    broken, _ = both(process(theirs, [step("answer", 3, 6, ["think"])]))
    assert [word.text for word in broken.above_words] == ["not left alone"]


def test_by_order_without_times() -> None:
    """A process without times is drawn by its order and says so; it has no axis and nothing is early or late."""
    theirs = [buyer_step(id, None, None, need(f"{id}-fact")) for id in ("notice", "choose", "use")]
    made = process(theirs, [step(f"for-{id}", None, None, [id], [f"{id}-fact"]) for id in ("notice", "choose", "use")])
    lines = drawn(made)
    assert lines.caption.startswith("The steps have no times: they stand in their order")
    for picture in lines.pictures:
        assert not [word for word in picture.words if "tl-tick" in word.css]
        assert len(needs(picture, "loose")) == 3
    slants = [shaft(link) for link in needs(lines.pictures[0], "loose")]
    assert all(x == x1 for x, _, x1, _ in slants)


def test_long_process_is_shortened_where_nothing_happens() -> None:
    """In 300 weeks, a step of one week is still seen; the axis breaks where nothing begins or ends, and says so."""
    theirs = [buyer_step("notice", 0, 1, need("a")), buyer_step("sign", 250, 251, need("b"))]
    ours = [step("tell", 0, 1, ["notice"], ["a"]), step("offer", 299, 300, ["sign"], ["b"])]
    made = process([*theirs, buyer_step("wait", 1, 250)], ours)
    lines = drawn(made)
    wide = lines.pictures[0]
    assert wide.broken
    assert lines.notes == ("At a zigzag the time is shortened: nothing begins or ends there.",)
    assert [word.text for word in wide.above_words] == ["48 weeks late"]
    ticks = [word.text for word in wide.words if "tl-tick" in word.css]
    assert {"0", "1", "250", "251", "299", "300"} <= set(ticks)


def test_one_day() -> None:
    """A process of one day has an axis in parts of a day."""
    made = process([buyer_step("ask", 0, 0.25), buyer_step("buy", 0.25, 1)], [step("sell", 0.5, 1, ["buy"])])
    ticks = [word.text for word in both(made)[0].words if "tl-tick" in word.css]
    assert ticks == ["Weeks", "0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1"]


def test_table_says_the_same() -> None:
    """Each need stands in the table with who meets it and how far off, or nobody."""
    table = [(row.need.text, row.when, row.met_by, row.without) for row in drawn(sample(10, 11)).needs]
    (visit, when, ((by, timing),), _), (price, _, nobody, without) = table
    assert (visit, when, by.text, timing) == ("What visit is", "weeks 4–8", "Go", "2 weeks late")
    assert (price, nobody, without) == ("What price is", (), "nobody")


@pytest.mark.parametrize("text", [*STRINGS, "W" * 300])
def test_names_reach_it_letter_for_letter(text: str) -> None:
    """A name is drawn as it was written, but for blanks where lines break, and is nothing but text."""
    if not text.strip():
        return
    theirs, ours = buyer_step("notice", 0, 4, need("fact")), step("tell", 0, 1, ["notice"], ["fact"])
    made, harmless = process([{**theirs, "name": text}], [{**ours, "name": text}]), process([theirs], [ours])
    for picture, plain in zip(both(made), both(harmless), strict=True):
        links = [link for link in picture.links if link.words and not link.css.endswith("stage")]
        shown = ["".join(word.text for word in link.words) for link in links]
        assert ["".join(each.split()) for each in shown] == ["".join(text.split())] * 2
        assert [link.css for link in picture.links] == [link.css for link in plain.links]


def test_names_are_nothing_but_text_in_the_page() -> None:
    """All those names together make a drawing of the same elements, with the same texts, as harmless names do."""
    names = [text for text in STRINGS if text.strip()]
    theirs = [{**buyer_step(f"b{at}", at, at + 1), "name": text} for at, text in enumerate(names)]
    made = process(theirs, [{**step(f"s{at}", at, at + 1, [f"b{at}"]), "name": text} for at, text in enumerate(names)])
    page = read(site_of(replace(references().playbook, processes=(made,)))["sample/index"].body)
    drawn_texts = [text for css, text in page.texts if {"tl-name"} & set(css.split())]
    wanted = [word.text for picture in both(made) for link in picture.links for word in link.words]
    assert [text.strip() for text in drawn_texts] == [text.strip() for text in wanted]
    assert not {tag for tag, _ in page.tags} & {"script", "img", "iframe", "style", "form"}
    attributes = {name for tag, each in page.tags if tag in ("a", "path", "text", "svg") for name in each}
    assert not [name for name in attributes if name.startswith("on")]


def test_every_line_keeps_its_measured_length() -> None:
    """Lines of letters that the font has say how long they are; others are left to the browser."""
    theirs = [{**buyer_step("notice", 0, 4), "name": "Notice"}, {**buyer_step("see", 4, 9), "name": "日本"}]
    lengths = {word.text: word.length for word in texts(both(process(theirs, [step("tell", 0, 1, ["notice"])]))[0])}
    assert (lengths["Notice"], lengths["日本"]) == (38.0, 0)
