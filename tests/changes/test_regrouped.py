"""What was merged or split and says so: it is told once, and everything in it is the same as before."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.changes.mutating import Versions, edited, follow
from tests.changes.small import PROCESS, SHARED, read
from tests.changes.test_compare import unmatched
from tests.support.playbooks import base_files, example_files, playbook
from twolane.changes.change import Change
from twolane.changes.comparison import compare
from twolane.model.playbook import Playbook
from twolane.model.process import Process

SHOW_AND_CLOSE = PROCESS[PROCESS.index("  - id: show\n") :]
DEAL = """\
  - id: deal
    name: Deal
    serves: [compare, decide]
    entry:
      - {id: data-there, criterion: The data are there}
    steps:
      - {id: replay, name: Replay, serves: [compare], responsible: engineer, accountable: rep, required: true}
      - {id: sign, name: Sign, serves: [decide], responsible: rep, accountable: boss}
    exit:
      - {id: replay-judged, buyer: Judges the replay}
      - {id: order, buyer: Orders}
"""
MERGED = PROCESS.replace(SHOW_AND_CLOSE, DEAL)
BASES = (playbook(base_files()), playbook(example_files()))


def told(old: Playbook, new: Playbook) -> list[tuple[str, str]]:
    """Level and slug of each change."""
    return [(each.level.word, each.kind.slug) for each in compare(old, new).changes]


def sentences(found: Sequence[Change]) -> list[str]:
    """What is said of each."""
    return [each.sentence for each in found]


def test_both_forms_say_the_same() -> None:
    """Beside the renames or on the stage itself."""
    beside = read(MERGED + "merged_from: {deal: [show, close]}\n")
    itself = read(MERGED.replace("    name: Deal\n", "    name: Deal\n    merged_from: [show, close]\n"))
    assert told(read(PROCESS), beside) == told(read(PROCESS), itself) == [("minor", "stage-merged")]
    assert told(beside, itself) == []


def test_without_a_word_it_is_gone_and_new() -> None:
    """Only the author knows that two stages are one now."""
    slugs = {slug for _, slug in told(read(PROCESS), read(MERGED))}
    assert {"stage-removed", "open-stage-added"} <= slugs


def test_one_that_joins_another() -> None:
    """A stage that was there before, and is the one now, need not be named among those that it was made of."""
    joined = MERGED.replace("id: deal\n    name: Deal", "id: show\n    name: Show")
    found = compare(read(PROCESS), read(joined + "merged_from: {show: close}\n")).changes
    assert sentences(found) == ["The stages “Show” and “Close” are one stage now: “Show”."]


def test_what_is_left_of_a_merge_is_a_rename() -> None:
    """Seen from a version that had one of the two alone, the one has another id."""
    early = read(PROCESS.replace(PROCESS[PROCESS.index("  - id: close\n") :], ""))
    found = compare(early, read(MERGED + "merged_from: {deal: [show, close]}\n")).changes
    renamed = (
        "The stage “Deal” has the new id `deal` (it was `show`); links and reports that use the old one must follow; "
        "before, it was called “Show”."
    )
    assert renamed in sentences(found)


def test_what_deals_must_newly_meet_is_told_beside_it() -> None:
    """A merge takes in what stood in either, and nothing else."""
    stricter = MERGED.replace(
        "      - {id: order, buyer: Orders}\n", "      - {id: order, buyer: Orders}\n      - {id: paid, buyer: Pays}\n"
    )
    found = compare(read(PROCESS), read(stricter + "merged_from: {deal: [show, close]}\n")).changes
    assert [(each.level.word, each.kind.slug) for each in found] == [
        ("major", "required-exit-criterion-added"),
        ("minor", "stage-merged"),
    ]
    assert found[0].witness is not None
    assert found[0].witness.missing == ("paid",)


def test_what_stood_between_the_two_is_missed_behind_the_one() -> None:
    """A way in from the one to the other that is dropped: deals now come to what is behind both without it."""
    first = PROCESS[PROCESS.index("  - id: meet\n") : PROCESS.index("  - id: show\n")]
    one = """\
  - id: meet
    name: Meet and show
    serves: [notice, compare]
    metrics: [meetings]
    merged_from: show
    steps:
      - {id: call, name: Call, serves: [notice], responsible: rep, accountable: boss, consulted: [planner]}
      - {id: replay, name: Replay, serves: [compare], responsible: engineer, accountable: rep, required: true}
    exit:
      - {id: visit-agreed, buyer: Agrees to a visit}
      - {id: budget-told, buyer: Tells the budget, required: false}
      - {id: replay-judged, buyer: Judges the replay}
"""
    second = PROCESS[PROCESS.index("  - id: show\n") : PROCESS.index("  - id: close\n")]
    found = compare(read(PROCESS), read(PROCESS.replace(first + second, one))).changes
    assert [each.kind.slug for each in found] == ["required-entry-criterion-removed", "stage-merged"]
    assert found[0].witness is not None
    assert found[0].witness.sentence == (
        "A deal may now enter “Close” without “The data are there”, which every deal there had met before."
    )


def test_how_likely_a_deal_was_won_in_each() -> None:
    """Of stages that become one, and of one that becomes two; a value that one of them had is told as well."""
    was = PROCESS.replace("    name: Show\n", "    name: Show\n    probability: 65\n")
    was = was.replace("    name: Close\n", "    name: Close\n    probability: 90\n")
    for number in (80, 65):
        deal = MERGED.replace("    name: Deal\n", f"    name: Deal\n    probability: {number}\n")
        one = read(f"{deal}merged_from: {{deal: [show, close]}}\n")
        assert sentences(compare(read(was), one).changes)[1:] == [
            f"How likely a deal in the stage “Deal” is won, in percent: {number} now (before: 65 in “Show”, "
            "90 in “Close”)."
        ]
        assert (
            "How likely a deal in the stage “Show” is won, in percent: 65 in “Show”, 90 in “Close” now "
            f"(before: {number})."
        ) in sentences(compare(one, read(was)).changes)


def test_processes_that_become_one() -> None:
    """What stands in either is in the one; a deal of the second that must now meet more is named."""
    second = """
id: renew
name: Renew
version: 1.0.0
owner: boss
stages:
  - id: ask-again
    name: Ask again
    steps:
      - {id: write, name: Write, responsible: rep, accountable: boss}
    exit:
      - {id: stays, buyer: Stays}
"""
    both = {**SHARED, "sell/process.yml": PROCESS.encode()}
    old = playbook_of({**both, "renew/process.yml": second.encode()})
    stage = second[second.index("  - id: ask-again") :]
    whole = PROCESS + "merged_from: renew\n"
    assert told(old, read(whole.replace("stages:\n", f"stages:\n{stage}"))) == [("major", "process-merged")]
    stricter = stage + "      - {id: paid, buyer: Has paid}\n"
    found = compare(old, read(whole.replace("stages:\n", f"stages:\n{stricter}"))).changes
    assert sentences(found) == [
        "The processes “Sell” and “Renew” are one process now: “Sell”.",
        "A deal now needs “Has paid” before it leaves the stage “Ask again”.",
    ]
    assert found[0].witness is not None
    assert found[0].witness.sentence == (
        "Of “Renew”: A deal in “Ask again” that has met “Stays” could end well; now it also needs “Has paid”."
    )


def playbook_of(files: dict[str, bytes]) -> Playbook:
    """The playbook of files that are named as below its folder."""
    return playbook({f"process/{path}": data for path, data in files.items()})


@st.composite
def merged(draw: st.DrawFn, process: Process) -> Versions[Process]:
    """A process, and one in which two of its stages or buyer steps are one."""
    old = process.model_dump(by_alias=True, mode="json")
    new = copy.deepcopy(old)
    things = draw(st.sampled_from([new["stages"], new["buyer"]["steps"]]))
    if len(things) < 2:
        return Versions(process, process)
    at = draw(st.integers(0, len(things) - 2))
    first, second = things[at], things.pop(at + 1)
    id = draw(st.sampled_from([first["id"], second["id"], "one-of-two"]))
    for key, held in second.items():
        if isinstance(held, list):
            first[key] = [*first[key], *(each for each in held if each not in first[key])]
    for each in (first["id"], second["id"]):
        follow(new, each, id)
    declared = {id: [first["id"], second["id"]]}
    first["id"] = id
    if draw(st.booleans()):
        first["merged_from"] = declared[id]
    else:
        new["merged_from"] = {"entries": declared}
    return Versions(process, Process.model_validate(new))


def whole(base: Playbook, process: Process) -> Playbook:
    """The playbook with another version of its first process."""
    return replace(base, processes=(process, *base.processes[1:]))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_backwards_is_a_mirror(data: st.DataObject) -> None:
    """A merge is a split read backwards, whatever stands in it."""
    base = BASES[data.draw(st.integers(0, 1))]
    pair = data.draw(merged(base.processes[0]))
    old, new = whole(base, pair.old), whole(base, pair.new)
    assert unmatched(compare(old, new), compare(new, old)) == []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_raises(data: st.DataObject) -> None:
    """Whatever people did besides, each change says something and has a place."""
    base = BASES[data.draw(st.integers(0, 1))]
    pair = data.draw(merged(base.processes[0]))
    after: dict[str, Any] = data.draw(edited(pair.new.model_dump(by_alias=True, mode="json")))
    old, new = whole(base, pair.old), whole(base, Process.model_validate(after))
    for one, other in ((old, new), (new, old)):
        for change in compare(one, other).changes:
            assert change.sentence.endswith((".", ".”", "?”", "!”"))
            assert change.place.file
