"""What has a new id and does not say so: it is told once, with what to paste, however much hangs on it."""

from __future__ import annotations

from tests.changes.small import PROCESS, SHARED, changes, read
from twolane.changes.change import Change
from twolane.changes.comparison import compare

SHOW = "  - id: show\n    name: Show\n"
DEMO = "  - id: demo\n    name: Demo\n"


def kinds(found: tuple[Change, ...]) -> list[tuple[str, str]]:
    """Level and slug of each."""
    return [(change.level.word, change.kind.slug) for change in found]


def test_stage_is_told_once() -> None:
    """That its steps and criteria are in it as before, and that deals come back from it, is not told again."""
    looping = PROCESS + "loops: [{from: show, to: meet, when: They want more}]\n"
    found = compare(read(looping), read(looping.replace(SHOW, DEMO).replace("{from: show", "{from: demo"))).changes
    assert kinds(found) == [("major", "stage-removed"), ("minor", "open-stage-added")]
    gone, came = found
    assert gone.replacement == "renamed_from: {demo: show}"
    assert gone.hint == (
        "If `demo` is the same stage under a new id, say so in `process/sell/process.yml`: then it counts as "
        "renamed, ticks and links stay, and nothing is gone."
    )
    assert gone.witness is not None
    assert gone.witness.sentence == "A deal in “Show” has no stage to be in any more."
    assert [each.message for each in gone.related] == ["`from` of loop “demo → meet” no longer names it"]
    assert [each.message for each in came.related] == ["`from` of loop “demo → meet” names it"]


def test_what_changes_in_it_is_told() -> None:
    """What else is other than before stays a change of its own, and deals are looked for where they may be now."""
    found = changes(
        (SHOW, DEMO),
        ("responsible: engineer, accountable: rep", "responsible: engineer, accountable: boss"),
        (
            "{id: replay-judged, buyer: Judges the replay}",
            "{id: replay-judged, buyer: Judges the replay, required: false}",
        ),
    )
    assert kinds(found) == [
        ("major", "stage-removed"),
        ("major", "required-step-accountable-changed"),
        ("major", "exit-criterion-required-loosened"),
        ("minor", "open-stage-added"),
    ]
    assert found[2].witness is not None
    assert found[2].witness.sentence == (
        "A deal may now enter “Close” without “Judges the replay”, which every deal there had met before."
    )


def test_unlike_stage_is_another_one() -> None:
    """A stage that has little in common with one that went is new, and what hung on the old one has moved."""
    found = changes(
        (SHOW + "    serves: [compare]\n", "  - id: pilot\n    name: A month on trial\n    goal: They use it daily.\n"),
        ("      - {id: replay-judged, buyer: Judges the replay}\n", "      - {id: used, buyer: Uses it every day}\n"),
        ("{id: replay, name: Replay, serves: [compare]", "{id: replay, name: Replay, serves: [decide]"),
    )
    assert kinds(found)[:3] == [
        ("major", "stage-removed"),
        ("major", "guarded-stage-added"),
        ("major", "required-step-moved"),
    ]
    assert not any(change.replacement for change in found)


def test_role_is_told_once() -> None:
    """Whoever did a step under the old id does it under the new one."""
    roles = SHARED["roles.yml"].replace(b"{id: rep, name: Rep}", b"{id: seller, name: Rep}")
    new = PROCESS.replace("responsible: rep", "responsible: seller").replace("accountable: rep", "accountable: seller")
    found = compare(read(PROCESS), read(new, roles=roles)).changes
    assert kinds(found) == [("major", "role-removed"), ("minor", "role-added")]
    assert found[0].replacement == "renamed_from: {seller: rep}"
    assert "say so in `process/playbook.yml`" in found[0].hint
    assert [each.message for each in found[0].related] == [
        "`responsible` of step “Call” no longer names it",
        "`accountable` of step “Replay” no longer names it",
        "`responsible` of step “Sign” no longer names it",
    ]
    assert found[0].roles == found[1].roles == ("seller", "engineer", "boss")


def test_process_suggests_its_new_folder() -> None:
    """A process in another folder is gone from the old one; where it consists of the same things, that is said."""
    gone, came = compare(read(PROCESS), read(PROCESS.replace("id: sell\n", "id: vend\n"), folder="vend")).changes
    assert (gone.kind.slug, came.kind.slug) == ("process-removed", "process-added")
    assert gone.replacement == "renamed_from: {vend: sell}"
    assert "say so in `process/playbook.yml`" in gone.hint


def test_what_new_people_read_follows() -> None:
    """A list that names things of every sort is one of the places that a new id touches, and no change of its own."""
    reading = b"{id: rep, name: Rep, onboarding: [{id: figures, when: day 1, title: Our figures, read: [meetings]}]}"
    old = {"roles": SHARED["roles.yml"].replace(b"{id: rep, name: Rep}", reading), "metrics": SHARED["metrics.yml"]}
    new = {name: data.replace(b"meetings", b"visits") for name, data in old.items()}
    found = compare(read(PROCESS, **old), read(PROCESS.replace("[meetings]", "[visits]"), **new)).changes
    assert kinds(found) == [("major", "metric-removed"), ("minor", "metric-added")]
    assert [each.message for each in found[0].related] == [
        "`read` of onboarding item “Our figures” no longer names it",
        "`metrics` of stage “Meet” no longer names it",
    ]
