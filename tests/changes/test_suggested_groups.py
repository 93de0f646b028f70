"""Stages that may have been merged or split and do not say so: what to paste where their steps are there still."""

from __future__ import annotations

from tests.changes.small import PROCESS, changes, read
from tests.changes.test_regrouped import MERGED
from twolane.changes.comparison import compare
from twolane.model.playbook import Playbook

SPLIT = """\
  - id: rehearse
    name: Rehearse
    serves: [compare]
    steps:
      - {id: replay, name: Replay, serves: [compare], responsible: engineer, accountable: rep, required: true}
    exit:
      - {id: wants-it, buyer: Wants to see it}
  - id: judge
    name: Judge
    serves: [compare]
    steps:
      - {id: ask, name: Ask, serves: [compare], responsible: engineer, accountable: rep}
    exit:
      - {id: replay-judged, buyer: Judges the replay}
"""


def pasted(old: Playbook, new: Playbook) -> list[str]:
    """What is to be pasted for each change."""
    return [each.replacement for each in compare(old, new).changes if each.replacement]


def test_two_that_went_into_one() -> None:
    """Both stages that are gone say the same, and pasting it leaves one change."""
    found = compare(read(PROCESS), read(MERGED)).changes
    assert [each.replacement for each in found if each.kind.slug == "stage-removed"] == [
        "merged_from: {deal: [show, close]}",
        "merged_from: {deal: [show, close]}",
    ]
    assert found[0].hint == (
        "If `show` and `close` have become `deal`, say so in `process/sell/process.yml`: then deals, ticks and links "
        "go on in it, and nothing is gone."
    )
    after = compare(read(PROCESS), read(f"{MERGED}merged_from: {{deal: [show, close]}}\n")).changes
    assert [each.kind.slug for each in after] == ["stage-merged"]


def test_one_that_went_into_two() -> None:
    """Its step stands in the one, its way out in the other."""
    begin, end = PROCESS.index("  - id: show\n"), PROCESS.index("  - id: close\n")
    new = PROCESS[:begin] + SPLIT + PROCESS[end:]
    assert pasted(read(PROCESS), read(new)) == ["split_into: {show: [rehearse, judge]}"]


BEHIND = """\
  - id: judge
    name: Judge
    serves: [compare]
    exit:
      - {id: replay-judged, buyer: Judges the replay}
"""


def test_one_that_stays_beside_what_it_gave_away() -> None:
    """Its way out moved into a new stage behind it; to say so is minor, as to keep silent is."""
    out = "    exit:\n      - {id: replay-judged, buyer: Judges the replay}\n"
    new = PROCESS.replace(out, BEHIND)
    silent = compare(read(PROCESS), read(new))
    assert [each.replacement for each in silent.changes] == ["split_into: {show: [show, judge]}"]
    said = compare(read(PROCESS), read(f"{new}split_into: {{show: [show, judge]}}\n"))
    assert [(each.level.word, each.sentence) for each in said.changes] == [
        ("minor", "The stage “Show” is two stages now: “Show” and “Judge”.")
    ]
    assert silent.level is said.level


def test_not_where_deals_would_be_taken_back() -> None:
    """A new stage in front of the one that stays would be the one in which deals go on."""
    entry = "    entry:\n      - {id: data-there, criterion: The data are there}\n"
    new = PROCESS.replace(entry, "").replace("  - id: show\n", f"  - id: fetch\n    name: Fetch\n{entry}  - id: show\n")
    assert pasted(read(PROCESS), read(new)) == []


def test_not_where_a_step_is_gone() -> None:
    """A stage of which a step has gone may be gone itself."""
    found = compare(read(PROCESS), read(MERGED.replace("{id: sign, name: Sign", "{id: ask, name: Ask"))).changes
    assert "merged_from" not in "".join(each.replacement for each in found)


def test_a_rename_stays_a_rename() -> None:
    """One that went and one that came in its place."""
    found = changes(("  - id: show\n    name: Show\n", "  - id: demo\n    name: Demo\n"))
    assert [each.replacement for each in found if each.replacement] == ["renamed_from: {demo: show}"]
