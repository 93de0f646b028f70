"""How much a change matters, by whom it must be read, and the deal that shows it: worked out by hand."""

from __future__ import annotations

import pytest

from tests.changes.small import PROCESS, SHARED, changes, read, told
from twolane.changes.comparison import compare
from twolane.changes.levels import Level

REQUIRED = "      - {id: offer-read, buyer: Reads the offer}\n"
AT_SHOW = (
    "      - {id: replay-judged, buyer: Judges the replay}\n",
    "      - {id: replay-judged, buyer: Judges the replay}\n" + REQUIRED,
)


def test_required_criterion_added_stops_a_deal() -> None:
    """The witness has met what was needed, and is stuck for the new one."""
    (change,) = changes(AT_SHOW)
    assert change.level is Level.MAJOR
    assert change.witness is not None
    assert (change.witness.stage, change.witness.missing, change.witness.stuck) == ("show", ("offer-read",), True)
    assert set(change.witness.met) == {"replay", "replay-judged"}
    assert change.witness.sentence == (
        "A deal in “Show” that has met “Replay” and “Judges the replay” could go on to “Close”; "
        "now it also needs “Reads the offer”."
    )
    assert change.roles == ("rep", "engineer")


def test_whoever_is_before_an_entry_that_asks_something_else() -> None:
    """The deal is in the stage before that entry; none that is under way has yet to enter the first stage."""
    (change,) = changes(("criterion: The data are there", "criterion: The data of 3 months are there"))
    assert change.witness is not None
    assert (change.witness.stage, change.witness.sentence) == (
        "meet",
        "A deal in “Meet” could go on to “Show” with “The data are there”; now “The data of 3 months are there” is "
        "asked.",
    )
    entry = "    entry: [{id: in-segment, criterion: Has 80 people}]\n    steps:\n      - {id: call,"
    first = PROCESS.replace("    steps:\n      - {id: call,", entry)
    (change,) = compare(read(first), read(first.replace("80", "50"))).changes
    assert (change.level, change.witness) == (Level.MAJOR, None)


def test_a_stage_that_can_rely_on_less() -> None:
    """Where something is no longer asked, the stage that is named is the one behind it; at the end, the last."""
    judged = ("      - {id: replay-judged, buyer: Judges the replay}\n", "      []\n")
    for gone, stage in ((judged, "close"), (("      - {id: order, buyer: Orders}\n", "      []\n"), "close")):
        (change,) = changes(gone)
        assert change.witness is not None
        assert (change.witness.stage, change.witness.stuck) == (stage, False)


@pytest.mark.parametrize(
    ("old", "new", "level", "slug"),
    [
        (
            "Judges the replay}",
            "Judges the replay}\n      - {id: x, buyer: Reads, applies_to: new-only}",
            "minor",
            "new-only-exit-criterion-added",
        ),
        (
            "Judges the replay}",
            "Judges the replay}\n      - {id: x, buyer: Reads, required: false}",
            "minor",
            "optional-exit-criterion-added",
        ),
        ("Tells the budget, required: false}", "Tells the budget}", "major", "exit-criterion-required-tightened"),
        ("buyer: Orders}", "buyer: Orders, required: false}", "major", "exit-criterion-required-loosened"),
        (
            "      - {id: budget-told, buyer: Tells the budget, required: false}\n",
            "",
            "minor",
            "optional-exit-criterion-removed",
        ),
        ("      - {id: visit-agreed, buyer: Agrees to a visit}\n", "", "major", "required-exit-criterion-removed"),
        ("buyer: Judges the replay}", "buyer: Has judged a replay}", "patch", "exit-criterion-reworded"),
        ("buyer: Judges the replay}", "buyer: Judges the whole replay}", "minor", "exit-criterion-to-read"),
        ("buyer: Judges the replay}", "buyer: Plans to judge the replay}", "major", "required-exit-criterion-changed"),
        ("Tells the budget, r", "Tells the budget in writing, r", "minor", "optional-exit-criterion-changed"),
        ("responsible: engineer", "responsible: rep", "major", "required-step-responsible-changed"),
        (
            "responsible: rep, accountable: boss}\n    exit:\n      - {id: order",
            "responsible: engineer, accountable: boss}\n    exit:\n      - {id: order",
            "minor",
            "optional-step-responsible-changed",
        ),
        ("no_go: Part", "no_go: Part, go: decide", "major", "decision-go-changed"),
        (
            "    - {id: compare, name: Compare}\n",
            "    - {id: compare, name: Compare}\n    - {id: test, name: Test}\n",
            "minor",
            "buyer-step-added",
        ),
        ("owner: boss", "owner: rep", "minor", "process-owner-changed"),
        ("name: Show", "name: Showing", "patch", "stage-name-reworded"),
    ],
)
def test_level_of_one_edit(old: str, new: str, level: str, slug: str) -> None:
    """One edit is one change, of the level that the table gives."""
    assert [(each, name) for each, name, _ in told((old, new))] == [(level, slug)]


def test_next_step_named_or_not_is_the_same() -> None:
    """To write down where a yes leads anyway changes nothing."""
    assert told(("no_go: Part", "no_go: Part, go: compare")) == []


def test_renamed_with_and_without_saying_so() -> None:
    """Said, a new id is a small change; not said, one thing replaces another, and the report tells what to paste."""
    edit = ("id: replay-judged", "id: replay-weighed")
    said = (*[edit], ("owner: boss", "owner: boss\nrenamed_from: {replay-weighed: replay-judged}"))
    assert [(level, slug) for level, slug, _ in told(*said)] == [("minor", "exit-criterion-renamed")]
    unsaid = changes(edit)
    assert [change.kind.slug for change in unsaid] == ["required-exit-criterion-replaced"]
    assert [change.replacement for change in unsaid if change.replacement] == [
        "renamed_from: {replay-weighed: replay-judged}"
    ]


def test_renamed_stage_is_told_once() -> None:
    """What refers to a renamed role or stage is the same reference under another name."""
    roles = SHARED["roles.yml"].replace(b"{id: rep,", b"{id: seller,")
    settings = b"title: Small\nrenamed_from: {seller: rep}\n"
    new = read(PROCESS.replace(": rep,", ": seller,"), roles=roles, playbook=settings)
    found = compare(read(PROCESS), new).changes
    assert [(change.level.word, change.kind.slug, change.processes) for change in found] == [
        ("minor", "role-renamed", ("sell",))
    ]


def test_removed_stage_leaves_its_deals_nowhere() -> None:
    """The criteria and steps of a stage go with it, in one change."""
    begin, end = PROCESS.index("  - id: show"), PROCESS.index("  - id: close")
    (change,) = compare(read(PROCESS), read(PROCESS[:begin] + PROCESS[end:])).changes
    assert (change.level, change.kind.slug) == (Level.MAJOR, "stage-removed")
    assert change.witness is not None
    assert change.witness.sentence == "A deal in “Show” has no stage to be in any more."
    assert str(change.place) == "process/sell/process.yml:11:1"
    assert change.before is not None
    assert change.before.line == 21


def test_criterion_across_the_same_gate_stops_nobody() -> None:
    """From the exit of a stage to the entry of the next it is asked at the same moment: a warning, and no break."""
    found = changes(
        ("      - {id: visit-agreed, buyer: Agrees to a visit}\n", ""),
        (
            "      - {id: data-there,",
            "      - {id: visit-agreed, criterion: Agrees to a visit}\n      - {id: data-there,",
        ),
    )
    assert [(change.level.word, change.kind.slug, change.witness) for change in found] == [
        ("minor", "required-entry-criterion-moved", None)
    ]


def test_first_entry_counts_too() -> None:
    """A deal that could begin with nothing met, and cannot now, is a witness."""
    (change,) = changes(
        ("    metrics: [meetings]\n", "    metrics: [meetings]\n    entry: [{id: fits, criterion: It fits}]\n")
    )
    assert change.level is Level.MAJOR
    assert change.witness is not None
    assert change.witness.sentence == "A deal with nothing met could enter “Meet”; now it also needs “It fits”."


def test_added_stage_that_holds_deals() -> None:
    """A new stage is passed freely unless its entry asks for something that nobody had to meet."""
    stage = "  - id: check\n    name: Check\n    steps: [{id: look, name: Look}]\n"
    asking = stage + "    entry: [{id: legal-read, criterion: Legal has read it}]\n"
    before = "  - id: close\n"
    assert [(level, slug) for level, slug, _ in told((before, stage + before))] == [("minor", "open-stage-added")]
    assert [(level, slug) for level, slug, _ in told((before, asking + before))] == [("major", "guarded-stage-added")]


def test_stage_behind_may_ask_what_the_one_before_asked() -> None:
    """What a new stage asks in place of the one before it is as sure as ever behind both: to be looked at, no break."""
    order = "      - {id: order, buyer: Orders}\n"
    signing = "      - {id: terms, buyer: Agrees to the terms, required: false}\n  - id: await\n    name: Await\n"
    found = changes((order, f"{signing}    exit:\n{order}"))
    assert [(change.level.word, change.kind.slug, change.witness) for change in found] == [
        ("minor", "optional-exit-criterion-added", None),
        ("minor", "open-stage-added", None),
    ]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("", "A deal in “Sell” has no process to go through any more."),
        ("status: active\n", "A deal in “Sell” has no process to go through any more."),
        ("status: draft\n", ""),
        ("status: retired\n", ""),
    ],
)
def test_process_that_is_gone(status: str, sentence: str) -> None:
    """Deals that go through it are hurt; by a draft nobody works yet, and by a retired one nobody does any more."""
    old, new = read(PROCESS + status), read("id: other\nname: Other\nversion: 1.0.0\n", folder="other")
    (gone,) = (change for change in compare(old, new).changes if change.kind.slug == "process-removed")
    assert gone.level is Level.MAJOR
    assert (gone.witness.sentence if gone.witness else "") == sentence


def test_metric_measured_otherwise() -> None:
    """Another span is another figure, and a comma is not. Whoever answers for it and works with it reads again."""

    def metric(definition: bytes) -> list[tuple[str, str, tuple[str, ...]]]:
        metrics = SHARED["metrics.yml"].replace(b"Visits agreed in a month", definition)
        found = compare(read(PROCESS), read(PROCESS, metrics=metrics)).changes
        return [(change.level.word, change.kind.slug, change.roles) for change in found]

    assert metric(b"Visits agreed in a quarter") == [("major", "metric-definition-changed", ("rep", "boss"))]
    assert metric(b"Visits made in a month") == [("minor", "metric-definition-to-read", ("rep", "boss"))]
    assert metric(b"'Visits agreed, in a month.'") == [("patch", "metric-definition-reworded", ())]


def test_lists_that_lose_what_is_gone_are_told_with_it() -> None:
    """A buyer step that goes takes its mentions with it, and the yes that led to it: one change, with the others."""
    found = changes(
        ("    - {id: compare, name: Compare}\n", ""),
        ("    serves: [compare]\n", ""),
        ("serves: [compare], responsible: engineer", "responsible: engineer"),
    )
    assert [(change.level.word, change.kind.slug, len(change.related)) for change in found] == [
        ("major", "buyer-step-removed", 3)
    ]
