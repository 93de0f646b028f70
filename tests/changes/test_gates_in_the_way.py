"""A gate is a gate wherever it stands in the way of a deal: the level, the deal that shows it, and who must read it."""

from __future__ import annotations

import pytest

from tests.changes.small import PROCESS, changes, read
from twolane.changes.change import Change
from twolane.changes.comparison import compare
from twolane.changes.gates import Need
from twolane.changes.witness import flow

LEGAL = "  - id: legal\n    name: Legal review\n"
LAWYERS = "{id: lawyers-agree, buyer: Has its lawyers agree"
EXIT = f"    exit: [{LAWYERS}}}]\n"
STEP = "    steps: [{id: read-terms, name: Read their terms, required: true, responsible: engineer}]\n"
GATE = "    steps: [{id: bid, name: Bid or no bid, kind: gate, required: true, accountable: engineer}]\n"
ENTRY = "    entry: [{id: terms-sent, criterion: The terms are sent}]\n"
FIRST, SECOND, THIRD = "  - id: meet\n", "  - id: show\n", "  - id: close\n"
ORDER = "      - {id: order, buyer: Orders}\n"
JUDGED = "      - {id: replay-judged, buyer: Judges the replay}\n"


def proven(found: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    """Each change as level, slug and the deal that shows it."""
    return [(each.level.word, each.kind.slug, each.witness.sentence if each.witness else "") for each in found]


def without_show(*more: tuple[str, str]) -> str:
    """The small process without its second stage, and edited further."""
    new = PROCESS[: PROCESS.index(SECOND)] + PROCESS[PROCESS.index(THIRD) :]
    for old_text, new_text in more:
        assert new.count(old_text) == 1
        new = new.replace(old_text, new_text)
    return new


@pytest.mark.parametrize(
    ("edit", "needs"),
    [
        ((THIRD, LEGAL + EXIT + THIRD), "“Has its lawyers agree”"),
        ((THIRD, LEGAL + STEP + THIRD), "“Read their terms”"),
        ((THIRD, LEGAL + GATE + THIRD), "our decision “Bid or no bid”"),
        ((THIRD, LEGAL + ENTRY + THIRD), "“The terms are sent”"),
        (
            (THIRD, LEGAL + ENTRY + GATE + EXIT + THIRD),
            "“The terms are sent”, our decision “Bid or no bid” and “Has its lawyers agree”",
        ),
        (
            (THIRD, LEGAL + ENTRY + STEP + EXIT.replace("]", ", {id: paid, buyer: Pays half}]") + THIRD),
            "“The terms are sent”, “Read their terms”, “Has its lawyers agree” and 1 more",
        ),
    ],
)
def test_stage_between_two_others(edit: tuple[str, str], needs: str) -> None:
    """Whatever a new stage asks for, deals that went on past it are held; three things are named, then counted."""
    sentence = (
        f"A deal in “Show” went on to “Close”; now it goes on to “Legal review” and needs {needs} before “Close”."
    )
    assert proven(changes(edit)) == [("major", "guarded-stage-added", sentence)]


@pytest.mark.parametrize(
    "asks",
    [
        "",
        f"    exit: [{LAWYERS}, required: false}}]\n",
        GATE.replace("required: true", "required: false"),
    ],
)
def test_stage_that_holds_nobody(asks: str) -> None:
    """A new stage that asks for nothing is passed, and no deal is held."""
    (change,) = changes((THIRD, LEGAL + asks + THIRD))
    assert proven((change,)) == [("minor", "open-stage-added", "")]
    assert change.sentence == ("The stage “Legal review” is new; by itself it holds no deal under way.")


def test_stage_behind_the_last() -> None:
    """A deal that would have been done is not, and whoever handed it over reads of it."""
    sending = "    steps: [{id: send-terms, name: Send the terms, responsible: rep}]\n"
    (change,) = changes((ORDER, ORDER + LEGAL + sending + EXIT))
    assert proven((change,)) == [
        (
            "major",
            "guarded-stage-added",
            "A deal that had left “Close” was done; now it goes on to “Legal review” and needs “Has its lawyers agree” "
            "to end well.",
        )
    ]
    assert change.witness is not None
    assert (change.witness.stage, change.witness.met, change.witness.missing) == (
        "close",
        ("order",),
        ("lawyers-agree",),
    )
    assert change.roles == ("rep", "boss")


def test_stage_before_the_first() -> None:
    """Deals under way are past it, whatever it asks of those that begin from now on."""
    (change,) = changes((FIRST, LEGAL + EXIT + FIRST))
    assert proven((change,)) == [("minor", "stage-for-new-deals-added", "")]
    assert change.sentence == (
        "The stage “Legal review” is new; a deal that begins from now on needs “Has its lawyers agree” before "
        "“Meet”, and deals under way do not."
    )


def test_where_the_stages_of_deals_are_gone() -> None:
    """Deals in a stage that is gone are not said to be spared by the new one."""
    meet = PROCESS[PROCESS.index(FIRST) : PROCESS.index(SECOND)]
    (change,) = [each for each in changes((meet, LEGAL + EXIT)) if each.kind.slug == "stage-for-new-deals-added"]
    assert change.sentence.endswith("and deals under way do not, where the stage that they are in is still there.")


def test_new_deals_alone_need_it_behind_the_last() -> None:
    """What holds for new deals only, they need before their end."""
    (change,) = changes((ORDER, ORDER + LEGAL + f"    exit: [{LAWYERS}, applies_to: new-only}}]\n"))
    assert change.sentence == (
        "The stage “Legal review” is new; a deal that begins from now on needs “Has its lawyers agree” before its "
        "end, and deals under way do not."
    )


def test_two_stages_behind_each_other() -> None:
    """Behind a new stage that asks for nothing, the next new one is on the deal's way, and is named."""
    pilot = "  - id: pilot\n    name: Pilot\n    goal: Two shifts plan with it for a month.\n"
    assert proven(changes((THIRD, pilot + LEGAL + EXIT + THIRD))) == [
        (
            "major",
            "guarded-stage-added",
            "A deal in “Show” was on its way to “Close”; now it passes “Legal review” and needs “Has its lawyers "
            "agree” before “Close”.",
        ),
        ("minor", "open-stage-added", ""),
    ]


def test_split_holds_only_for_what_is_new() -> None:
    """A stage in two, with the same things asked over both, holds nobody; one thing more does, and that alone."""
    halves = ("    exit:\n" + JUDGED, LEGAL + "    exit:\n" + JUDGED)
    assert proven(changes(halves)) == [("minor", "open-stage-added", "")]
    assert proven(changes((halves[0], f"{halves[1]}      - {LAWYERS}}}\n"))) == [
        (
            "major",
            "guarded-stage-added",
            "A deal in “Show” went on to “Close”; now it goes on to “Legal review” and needs “Has its lawyers agree” "
            "before “Close”.",
        )
    ]


def test_what_a_gone_stage_asked_for() -> None:
    """Asked before the stage behind it all the same, nobody notices; asked later, that one cannot rely on it."""
    data = "      - {id: data-there, criterion: The data are there}\n"
    closing = ("    serves: [decide]\n", f"    serves: [decide]\n    entry:\n{data}")
    found = compare(read(PROCESS), read(without_show(closing))).changes
    assert proven(found) == [
        ("major", "stage-removed", "A deal in “Show” has no stage to be in any more."),
    ]
    found = compare(read(PROCESS), read(without_show((ORDER, ORDER + JUDGED)))).changes
    assert proven(found) == [
        ("major", "stage-removed", "A deal in “Show” has no stage to be in any more."),
        (
            "major",
            "required-exit-criterion-moved",
            "A deal may now enter “Close” without “Judges the replay”, which every deal there had met before.",
        ),
    ]


def test_what_came_earlier_holds_the_deals_in_between() -> None:
    """What the last stage asked for is asked by a new one before it: the deal is named that goes there now."""
    asking = LEGAL + "    exit:\n" + ORDER
    assert proven(changes(("    exit:\n" + ORDER, ""), (THIRD, asking + THIRD))) == [
        (
            "major",
            "required-exit-criterion-moved",
            "A deal in “Show” went on to “Close”; now it goes on to “Legal review” and needs “Orders” before “Close”.",
        ),
        ("minor", "open-stage-added", ""),
    ]


def test_another_order_says_what_is_needed_earlier() -> None:
    """Where stages change places, the witness comes of what stands between the deal and where it went on to."""
    meet, show, close = (PROCESS.index(each) for each in (FIRST, SECOND, THIRD))
    swapped = PROCESS[:meet] + PROCESS[meet:show] + PROCESS[close:] + PROCESS[show:close]
    assert proven(compare(read(PROCESS), read(swapped)).changes) == [
        (
            "major",
            "stages-reordered",
            "A deal in “Meet” went on to “Show”; now it goes on to “Close” and needs “Orders” before “Show”.",
        )
    ]


@pytest.mark.parametrize(
    ("required", "made", "lifted"),
    [
        (
            ", required: true",
            (
                "major",
                "step-made-gate",
                "A deal in “Close” that has met “Orders” and “Sign” could end well; now it also needs our decision "
                "“Sign”.",
            ),
            (
                "major",
                "required-gate-lifted",
                "A deal may now leave “Close” without our decision “Sign”, which every deal there had met before.",
            ),
        ),
        ("", ("minor", "optional-step-made-gate", ""), ("minor", "optional-gate-lifted", "")),
    ],
)
def test_decision_of_ours_counts_where_no_deal_may_do_without(
    required: str, made: tuple[str, str, str], lifted: tuple[str, str, str]
) -> None:
    """A step that a deal needs waits for our yes once it is a gate; of one that it may leave out nobody has to know."""
    work = PROCESS.replace("name: Sign,", f"name: Sign{required},")
    gate = work.replace("name: Sign", "name: Sign, kind: gate")
    assert proven(compare(read(work), read(gate)).changes) == [made]
    back = compare(read(gate), read(work)).changes
    assert proven(back) == [lifted]


@pytest.mark.parametrize(
    ("required", "level", "deal"),
    [
        (
            ", required: true",
            "major",
            "A deal in “Show” that has met {met} could go on to “Close”; now it also needs {it}.",
        ),
        ("", "minor", ""),
    ],
)
def test_decision_of_ours_that_comes(required: str, level: str, deal: str) -> None:
    """A new gate is judged as a step that becomes one; that it goes is read by whoever answers for the process."""
    gate = f"      - {{id: bid, name: Bid or no bid, kind: gate, accountable: engineer{required}}}\n"
    new = PROCESS.replace("    exit:\n" + JUDGED, gate + "    exit:\n" + JUDGED)
    (came,) = compare(read(PROCESS), read(new)).changes
    sentence = deal.format(met="“Replay” and “Judges the replay”", it="our decision “Bid or no bid”")
    assert proven((came,)) == [
        (level, "required-step-added" if required else "optional-step-added", sentence),
    ]
    (gone,) = compare(read(new), read(PROCESS)).changes
    assert (gone.level.word, came.roles, gone.roles) == (level, ("engineer",), ("engineer", "boss"))


def test_stages_that_are_one_now_or_two() -> None:
    """Where two old stages are one new one, or one is the first of two, all that was asked holds nobody elsewhere."""
    whole = PROCESS.replace(THIRD, "  - id: show\n    name: Close\n")
    begin, end = whole.index(JUDGED) + len(JUDGED), whole.index(ORDER)
    (old,), (one,) = read(PROCESS).processes, read(whole[:begin] + whole[end:]).processes
    merged = flow(old, one, {"close": "show"})
    assert (merged.held, merged.freed) == ((), ())
    split = flow(one, old, {})
    assert (split.held, split.freed) == ((), ())
    (more,) = read(PROCESS.replace(ORDER, ORDER + f"      - {LAWYERS}}}\n")).processes
    witness = flow(one, more, {}).stuck_for({Need("criterion", "lawyers-agree")})
    assert witness is not None
    assert witness.sentence == (
        "A deal that had left “Show” was done; now it goes on to “Close” and needs “Has its lawyers agree” to end well."
    )


def test_who_hands_over_reads() -> None:
    """Of a new stage read those of the stage before it and of the stage behind it, and so when it is gone."""
    steps = (
        "    steps:\n"
        "      - {id: learn, name: Learn, until: 2, responsible: boss, accountable: boss}\n"
        "      - {id: replay, name: Replay, until: 5, serves: [compare], responsible: engineer, required: true}\n"
    )
    begin, end = PROCESS.index("    steps:\n      - {id: replay"), PROCESS.index("    exit:\n" + JUDGED)
    signing = "responsible: rep, accountable: boss}\n    exit:\n" + ORDER
    old = (PROCESS[:begin] + steps + PROCESS[end:]).replace(signing, signing.replace(", accountable: boss", ""))
    sending = "    steps: [{id: send-terms, name: Send the terms, responsible: rep}]\n"
    new = old.replace(THIRD, LEGAL + sending + EXIT + THIRD)
    for pair in ((old, new), (new, old)):
        (change,) = compare(*map(read, pair)).changes
        assert change.roles == ("rep", "engineer", "boss"), change.sentence


def test_same_id_of_a_step_and_a_stage() -> None:
    """A stage with another id does not make another of a step that was called as the stage was."""
    old = PROCESS.replace("id: replay, name: Replay,", "id: show, name: Replay,")
    new = old.replace(SECOND, "  - id: prove\n") + "renamed_from: {prove: show}\n"
    assert proven(compare(read(old), read(new)).changes) == [("minor", "stage-renamed", "")]
