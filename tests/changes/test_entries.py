"""Several differences that are one change are one entry, forth and back; what is taken in is told in it."""

from __future__ import annotations

from hypothesis import given, settings

from tests.changes.mutating import PAIRS_TRIED, Versions
from tests.changes.test_compare import BASE, EXAMPLE, with_process
from tests.changes.timed import Values, both_ways, edited, later, said, step, timed, times_of
from twolane.changes.bench import Bench
from twolane.changes.compared_elements import root_node
from twolane.changes.comparison import compare
from twolane.changes.effective_values import Version, effective
from twolane.changes.element_names import Naming, shared_names
from twolane.changes.entries import entries
from twolane.changes.find import find
from twolane.changes.folding import fold
from twolane.changes.judge import judged
from twolane.changes.readers import Readers
from twolane.changes.renaming import Names
from twolane.changes.told import Told
from twolane.changes.witness import flow
from twolane.model.playbook import Playbook


def insert_trial(value: Values) -> None:
    """A step of two weeks between the first two, and all behind it two weeks later."""
    later(value, 2, 2)
    value["buyer"]["steps"].insert(1, {"id": "trial", "name": "Trial", "from": 2, "until": 4})


def in_days(value: Values, by: float = 7) -> None:
    """Every time in days."""
    value["time_unit"] = "day"
    for each in timed(value):
        each |= {key: each[key] * by for key in ("from", "until") if key in each}


def test_inserted_step_moves_all_that_follows() -> None:
    """One entry, with the times of steps, needs and our steps below it; where a yes leads follows from it."""
    trial = "The buyer's step “Trial” is {}; everything from “Evaluate” on is 2 weeks {}."
    for edits in ((insert_trial,), (insert_trial, lambda value: step(value, "notice")["decision"].update(go="trial"))):
        came, went = trial.format("new", "later"), trial.format("gone", "earlier")
        assert said(*edits) == ([f"minor: {came}"], [f"major: {went}"])
        ((change,), _) = both_ways(*edits)
        assert [each.message for each in change.related] == [
            "A yes at the end of the buyer step “Notice” now leads to Trial (before: Evaluate).",
            "The time of the buyer's step “Evaluate”: week 4 to 8 now (before: week 2 to 6).",
            "The time of the need “Their own orders” in the buyer step “Evaluate”: week 5 to 7 now "
            "(before: week 3 to 5).",
            "The time of the buyer's step “Decide”: week 8 to 10 now (before: week 6 to 8).",
            "The time of the buyer's step “Use”: from week 10 now (before: from week 8).",
            "The time of the step “Play” in the stage “Show”: week 5 to 7 now (before: week 3 to 5).",
            "The time of the step “Sign” in the stage “Close”: week 8 to 10 now (before: week 6 to 8).",
        ]


def test_what_did_not_move_along_is_named() -> None:
    """A step of ours that stayed behind is said to; one that moved otherwise has its own entry too."""
    stayed = said(insert_trial, lambda value: times_of(value, sign=(6, 8)))
    assert stayed == (
        ["minor: The buyer's step “Trial” is new; everything from “Evaluate” on is 2 weeks later, but for “Sign”."],
        ["major: The buyer's step “Trial” is gone; everything from “Evaluate” on is 2 weeks earlier, but for “Sign”."],
    )
    otherwise, _ = said(insert_trial, lambda value: times_of(value, sign=(7, 9)))
    assert otherwise == [
        "minor: The buyer's step “Trial” is new; everything from “Evaluate” on is 2 weeks later, but for “Sign”.",
        "minor: The time of the step “Sign” in the stage “Close”: week 7 to 9 now (before: week 6 to 8).",
    ]


def test_longer_step_moves_all_that_follows() -> None:
    """The time of the step and of what comes behind it is one entry."""

    def longer(value: Values) -> None:
        later(value, 6, 2)
        times_of(value, evaluate=(2, 8))

    assert said(longer) == (
        [
            "minor: The time of the buyer's step “Evaluate”: week 2 to 8 now (before: week 2 to 6); "
            "everything from “Decide” on is 2 weeks later."
        ],
        [
            "minor: The time of the buyer's step “Evaluate”: week 2 to 6 now (before: week 2 to 8); "
            "everything from “Decide” on is 2 weeks earlier."
        ],
    )


def test_two_that_move_alone_stay_two() -> None:
    """That two things move by the same time makes them no one change, where others begin in that time as before."""
    found, _ = said(lambda value: times_of(value, call=(2, 3), play=(4, 6)))
    assert len(found) == 2
    found, _ = said(lambda value: times_of(value, notice=(1, 3), decide=(7, 9)))
    assert len(found) == 2


def test_steps_that_change_places() -> None:
    """Their times, those of what belongs to them, and where each yes leads follow from the order."""

    def swap(value: Values) -> None:
        steps = value["buyer"]["steps"]
        steps[1], steps[2] = steps[2], steps[1]
        times_of(value, decide=(2, 4), sign=(2, 4), evaluate=(4, 8), replay=(5, 7), play=(5, 7))

    one, other = "Notice, Decide, Evaluate, Use", "Notice, Evaluate, Decide, Use"
    assert said(swap) == (
        [f"major: The buyer's steps come in another order: {one} (before: {other})."],
        [f"major: The buyer's steps come in another order: {other} (before: {one})."],
    )
    also_longer, _ = said(swap, lambda value: times_of(value, evaluate=(4, 9)))
    assert "minor: The time of the buyer's step “Evaluate”: week 4 to 9 now (before: week 2 to 6)." in also_longer


def test_unit_of_time() -> None:
    """Converted, it is one sentence; an old time is said in the old unit; what was forgotten is counted."""
    converted = (
        "minor: Times in the process “Sell” are counted in {} now, not in {}; every time is the same as before{}."
    )
    assert said(in_days) == ([converted.format("days", "weeks", "")], [converted.format("weeks", "days", "")])
    working, _ = said(lambda value: in_days(value, 5))
    assert working == [converted.format("days", "weeks", ", with 5 days to a week")]
    moved, _ = said(in_days, lambda value: times_of(value, decide=(42, 70)))
    assert moved == [
        "minor: The time of the buyer's step “Decide”: day 42 to 70 now (before: week 6 to 8).",
        converted.format("days", "weeks", ", but for one that is told by itself"),
    ]
    forgotten, _ = said(in_days, lambda value: times_of(value, decide=(6, 8), sign=(6, 8)))
    assert forgotten == [
        "major: Times in the process “Sell” count in the unit day now (before: week); "
        "2 times keep their figures and so mean something else."
    ]


def test_ids_that_change_places() -> None:
    """Texts, evidence and place go with the id: one entry, with who works by either of them."""

    def swap(value: Values) -> None:
        one, other = step(value, "visit-agreed"), step(value, "order")
        one["id"], other["id"] = other["id"], one["id"]

    (forth,), (back,) = both_ways(swap)
    now = "Two ids have changed places: now {} and {}."
    assert forth.sentence == now.format("`order` means “Agrees to a visit”", "`visit-agreed` means “Orders”")
    assert back.sentence == now.format("`visit-agreed` means “Agrees to a visit”", "`order` means “Orders”")
    assert [(each.level.word, each.roles) for each in (forth, back)] == [("major", ("rep", "engineer"))] * 2


def test_alike_words_are_no_exchange() -> None:
    """A criterion that takes over the words of another one, which gets new ones, is no swap."""
    found, _ = said(lambda value: step(value, "visit-agreed").update(buyer="Tells the budget"))
    assert not any("changed places" in each for each in found)


def test_steps_out_of_reach() -> None:
    """A yes that leads past a step says so, with the step of ours that serves it, and who does that."""
    (forth,), (back,) = both_ways(lambda value: step(value, "notice")["decision"].update(go="decide"))
    yes = "A yes at the end of the buyer step “Notice” now leads to {} (before: {}); {}."
    assert forth.sentence == yes.format("Decide", "Evaluate", "no decision leads to “Evaluate” any more")
    assert back.sentence == yes.format("Evaluate", "Decide", "decisions lead to “Evaluate” now")
    assert [each.message for each in forth.related] == ["the step “Play” serves “Evaluate”"]
    assert forth.roles == ("rep", "engineer")


def told(old: Playbook, new: Playbook) -> tuple[list[Told], list[Told]]:
    """What is judged of the first process, one by one, and as entries."""
    before, after = old.processes[0], new.processes[0]
    names, naming = Names(after.renamed_from.entries), Naming(shared_names(old, new), before, after)
    different = find(root_node(before), root_node(after), names)
    found = effective(different, names, Version(old, before), Version(new, after))
    bench = Bench(naming, Readers(old), Readers(new), flow(before, after, {}), {}, before, after)
    single = list(judged(found, fold(found), bench))
    return single, list(entries(single, found, bench))


@settings(max_examples=PAIRS_TRIED, deadline=None)
@given(with_process(BASE, 0) | with_process(EXAMPLE, 0))
def test_nothing_is_lost(pair: Versions[Playbook]) -> None:
    """Each difference is told by one entry; none is less grave than its parts, but where they say why."""
    single, joined = told(pair.old, pair.new)
    held = [difference for each in joined for difference in each.differences]
    assert {id(each.difference) for each in single} <= set(map(id, held))
    explained = {"process-time-unit-changed", "decision-go-changed"}
    grave = max((each.change.level for each in single if each.change.kind.slug not in explained), default=0)
    assert max((each.change.level for each in joined), default=0) >= grave


@settings(max_examples=PAIRS_TRIED, deadline=None)
@given(with_process(BASE, 0) | with_process(EXAMPLE, 0))
def test_whole_is_as_grave_as_its_processes(pair: Versions[Playbook]) -> None:
    """The level of all is that of the gravest process."""
    comparison = compare(pair.old, pair.new)
    assert max(comparison.levels().values(), default=None) == comparison.level


def test_nothing_between_equals() -> None:
    """The process and itself do not differ."""
    assert compare(edited(), edited()).changes == ()
