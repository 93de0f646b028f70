"""What holds for any process: mirrors fit, a shift is reported as long as it is, mere order of lists is nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.processes import buyer_step, codes, figures, need, process, step
from twolane.alignment.analysis import align
from twolane.alignment.mends import Move
from twolane.alignment.results import Alignment
from twolane.alignment.statements import mended, problem

tenths = st.integers(1, 80).map(lambda number: Decimal(number) / 10)
kinds = st.sampled_from(["information", "visit", "proof", "pricing"])


@st.composite
def buyers(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Buyer steps one after the other, some with gaps between them; a few want nothing but space."""
    steps, time = [], Decimal(0)
    for number in range(draw(st.integers(1, 6))):
        time += draw(st.sampled_from([Decimal(0), Decimal("0.3"), Decimal(2)]))
        end = time + draw(tenths)
        wanted = [need(f"need-{number}-{each}", draw(kinds)) for each in range(draw(st.integers(0, 3)))]
        if draw(st.integers(0, 4)) == 0:
            wanted = [need(f"quiet-{number}", "space")]
        steps.append(buyer_step(f"buyer-{number}", float(time), float(end), *wanted))
        time = end
    return steps


def is_quiet(each: dict[str, Any]) -> bool:
    """Whether the buyer wants nothing but space."""
    return any(one["kind"] == "space" for one in each["needs"])


def mirror(theirs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A step of ours for each step of the buyer, at its time, with all that it needs; none where that is space."""
    return [
        step(f"our-{each['id']}", each["from"], each["until"], [each["id"]], [one["id"] for one in each["needs"]])
        for each in theirs
        if not is_quiet(each)
    ]


@given(buyers())
def test_mirror_fits(theirs: list[dict[str, Any]]) -> None:
    """A process that mirrors the buyer's holds in every check, and no rule finds anything."""
    alignment = align(process(theirs, mirror(theirs)))
    assert alignment.held == alignment.of
    assert codes(alignment.process) == []
    assert alignment.left_out == ()


@given(buyers().filter(lambda theirs: any(each["needs"] for each in mirrored(theirs))), st.data(), tenths)
def test_moved_later_by_n(theirs: list[dict[str, Any]], data: st.DataObject, n: Decimal) -> None:
    """A delivery that begins in the last moment and is moved later by n is late by n; no other delivery changes."""
    ours = mirror(theirs)
    moved = data.draw(st.sampled_from([each for each in ours if each["delivers"]]))
    end = Decimal(str(moved["until"]))
    moved |= {"from": float(end), "until": float(end + 1)}
    assert {each.late for each in align(process(theirs, ours)).timing.checks} == {Decimal(0)}
    moved |= {"from": float(end + n), "until": float(end + n + 1)}
    late = {each.need.id: each.late for each in align(process(theirs, ours)).timing.checks}
    assert {id for id, gap in late.items() if gap} == set(moved["delivers"])
    assert all(late[id] == n for id in moved["delivers"])


@given(buyers().filter(lambda theirs: any(each["needs"] for each in mirrored(theirs))), st.data(), tenths, tenths)
def test_moved_later_again(theirs: list[dict[str, Any]], data: st.DataObject, first: Decimal, n: Decimal) -> None:
    """A delivery that is late already, and moved later by n, is late by n more."""
    ours = mirror(theirs)
    moved = data.draw(st.sampled_from([each for each in ours if each["delivers"]]))
    gaps = []
    for shift in (first, first + n):
        begin = Decimal(str(theirs[-1]["until"])) + shift
        checks = align(
            process(theirs, [*ours, moved | {"id": "again", "from": float(begin), "until": None}])
        ).timing.checks
        gaps.append({each.need.id: each.late for each in checks if each.step.id == "again"})
    assert all(gaps[1][id] - gaps[0][id] == n for id in moved["delivers"])


def mirrored(theirs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The buyer steps that a mirror answers."""
    return [each for each in theirs if not is_quiet(each)]


@st.composite
def anything(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Buyer steps, and steps of ours that fit them or do not."""
    theirs = draw(buyers())
    ids = [each["id"] for each in theirs] + ["unknown"]
    needs = [one["id"] for each in theirs for one in each["needs"]] + ["nothing"]
    times = st.one_of(st.none(), st.integers(0, 300).map(lambda number: number / 10))
    ours = [
        step(
            f"step-{number}",
            draw(times),
            draw(times),
            draw(st.lists(st.sampled_from(ids), unique=True, max_size=3)),
            draw(st.lists(st.sampled_from(needs), unique=True, max_size=3)),
        )
        for number in range(draw(st.integers(0, 7)))
    ]
    return theirs, ours


@given(anything(), st.randoms(use_true_random=False))
def test_order_without_meaning(made: tuple[list[dict[str, Any]], list[dict[str, Any]]], random: Any) -> None:
    """The order of needs, of what a step serves and of what it delivers changes no figure and no rule that finds."""
    theirs, ours = made
    before = process(theirs, ours)
    for each in theirs:
        random.shuffle(each["needs"])
    for each in ours:
        random.shuffle(each["serves"])
        random.shuffle(each["delivers"])
    after = process(theirs, ours)
    assert figures(align(after)) == figures(align(before))
    assert sorted(codes(after)) == sorted(codes(before))


@given(anything())
def test_figures_are_what_they_list(made: tuple[list[dict[str, Any]], list[dict[str, Any]]]) -> None:
    """Every figure is the number of its checks; what fails can be said, and what holds needs no mending."""
    alignment = align(process(*made))
    for measure in alignment.measures:
        assert (measure.held, measure.of) == (len(measure.holding), len(measure.checks))
        assert all(problem(each, "week") for each in measure.failing)
        assert not any(each.mends for each in measure.holding)
        mended([mend for each in measure.failing for mend in each.mends], "week")
    assert alignment.held == sum(len(each.holding) for each in alignment.measures)


@given(anything())
def test_mend_of_a_delivery_mends_it(made: tuple[list[dict[str, Any]], list[dict[str, Any]]]) -> None:
    """What is advised puts a delivery in time: a move, or that another step of ours delivers it."""
    for each in align(process(*made)).timing.failing:
        assert each.mends
        for move in (mend for mend in each.mends if isinstance(mend, Move)):
            shifted = replace(each.span, begin=each.span.begin + move.by, end=each.span.end + move.by)
            assert shifted.late_for(each.window) == 0


def troubles_of(alignment: Alignment, id: str) -> set[str]:
    """The needs that a step of ours brings at a wrong time, or disturbs."""
    found = (*alignment.timing.failing, *alignment.disturbances)
    return {each.need.id for each in found if each.step.id == id}


@given(anything())
def test_move_harms_nothing_else(made: tuple[list[dict[str, Any]], list[dict[str, Any]]]) -> None:
    """A move that is advised begins at no time before 0, brings nothing at a wrong time, and breaks into no silence."""
    theirs, ours = made
    before = align(process(theirs, ours))
    for each in (*before.timing.failing, *before.disturbances):
        for move in (mend for mend in each.mends if isinstance(mend, Move)):
            (moved,) = (one for one in ours if one["id"] == move.step.id)
            if None in (moved["from"], moved["until"]):
                continue  # its time hangs on others of its stage
            times = {side: float(Decimal(str(moved[side])) + move.by) for side in ("from", "until")}
            after = align(process(theirs, [one | times if one is moved else one for one in ours]))
            assert times["from"] >= 0
            assert not troubles_of(after, move.step.id) - troubles_of(before, move.step.id)


@given(anything())
@settings(max_examples=60)
def test_misplaced_steps_mend_the_order(made: tuple[list[dict[str, Any]], list[dict[str, Any]]]) -> None:
    """Without the misplaced steps every pair is in order; where every pair is, none is misplaced."""
    theirs, ours = made
    alignment = align(process(theirs, ours))
    misplaced = {each.step.id for each in alignment.misplaced}
    assert bool(misplaced) == bool(alignment.order.failing)
    rest = align(process(theirs, [each for each in ours if each["id"] not in misplaced]))
    assert rest.order.failing == ()
