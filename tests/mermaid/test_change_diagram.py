"""The change diagram: every mark by word and shape, in Mermaid itself, whatever texts are in it."""

from __future__ import annotations

import pytest

from tests.changes.pairs import FILES, read_pair
from tests.mermaid.drawing import Mermaid
from tests.mermaid.test_in_mermaid import HARMLESS_TAGS, squeezed
from tests.pages.hostile import STRINGS
from tests.reports.of_changes.comparisons import empty, many, mixed, with_text
from tests.support.playbooks import base_files, playbook
from twolane.changes.change import Comparison
from twolane.changes.comparison import compare
from twolane.mermaid.change_diagram import change_diagram

PROCESS = "process/new-business/process.yml"
STAGES = "  - id: {0}\n    name: {1}\n    steps:\n      - {{id: {0}-step, name: {1} it}}\n"


def between(old: str, new: str) -> Comparison:
    """The changes between two processes, given by their stages."""
    head = "id: new-business\nname: New business\nversion: 1.0.0\nstages:\n"
    both = [playbook(base_files() | {PROCESS: (head + stages).encode()}) for stages in (old, new)]
    return compare(*both)


def lines(comparison: Comparison) -> list[str]:
    """The lines of the diagram that draw something, without their indents."""
    drawn = change_diagram(comparison, "new-business").splitlines()[1:]
    skipped = ("acc", "classDef", "class", "direction", "end")
    return [line.strip() for line in drawn if not line.strip().startswith(skipped)]


def test_criteria() -> None:
    """What is new, gone and changed stands in the box of its stage; the stage itself is told as changed where it is."""
    assert change_diagram(mixed(), "new-business") == (
        "flowchart TB\n"
        "  accTitle: New business#58; what changes\n"
        "  accDescr: The stages in their order#59; 2 of 2 differ#46; The list of changes says the same in words#46;\n"
        '  subgraph s1["1#46; Prospecting #40;changed#41;"]\n'
        "    direction LR\n"
        '    s1i1("<b>New exit criterion</b><br/>Tells us what a<br/>missed schedule costs")\n'
        '    s1i2["<b>Exit criterion changed</b><br/>Agrees to a visit"]\n'
        "  end\n"
        '  subgraph s2["2#46; Closing"]\n'
        "    direction LR\n"
        '    s2i1[/"<b>Exit criterion gone</b><br/>Tells us which<br/>way they chose"/]\n'
        '    s2i2("<b>New exit criterion</b><br/>Signs the order")\n'
        "  end\n"
        "  s1 --> s2\n"
        "  classDef new stroke:#2e8540,stroke-width:3px\n"
        "  class s1i1,s2i2 new\n"
        "  classDef gone stroke:#c0392b,stroke-width:2px,stroke-dasharray:5 4\n"
        "  class s2i1 gone\n"
        "  classDef changed stroke:#b8621b,stroke-width:2px\n"
        "  class s1,s1i2 changed\n"
        "  classDef same stroke:#7d8494,stroke-width:1px\n"
        "  class s2 same"
    )


def test_stages_that_come_and_go() -> None:
    """A stage that is gone stays where it was, on the dotted old way; the new way passes it."""
    first, second, third, fourth = (STAGES.format(each.lower(), each) for each in ("Find", "Visit", "Pilot", "Close"))
    assert lines(between(first + second + fourth, first + third + fourth)) == [
        's1["1#46; Find"]',
        's2[/"<b>Gone</b><br/>Visit"/]',
        's3("<b>New</b><br/>2#46; Pilot")',
        's4["3#46; Close"]',
        "s1 --> s3",
        "s3 --> s4",
        "s1 -.-> s2",
        "s2 -.-> s3",
    ]


def test_stages_in_another_order() -> None:
    """Stages that have other numbers than before say which they had."""
    first, second, third = (STAGES.format(each.lower(), each) for each in ("Find", "Visit", "Close"))
    assert lines(between(first + second + third, second + first + third)) == [
        's1["<b>Changed#44; it was number 2</b><br/>1#46; Visit"]',
        's2["<b>Changed#44; it was number 1</b><br/>2#46; Find"]',
        's3["3#46; Close"]',
        "s1 --> s2",
        "s2 --> s3",
    ]


def test_a_step_that_moves() -> None:
    """It is drawn in both stages: where it went from and where it is now."""
    find, close = STAGES.format("find", "Find"), STAGES.format("close", "Close")
    step = "      - {id: call, name: Call the planner}\n"
    assert lines(between(find + step + close, find + close + step)) == [
        'subgraph s1["1#46; Find"]',
        's1i1[/"<b>Step moved away to Close</b><br/>Call the planner"/]',
        'subgraph s2["2#46; Close"]',
        's2i1[["<b>Step moved here from Find</b><br/>Call the planner"]]',
        "s1 --> s2",
    ]


def test_many_items_are_counted() -> None:
    """A stage draws eight of what differs in it, and says how many more there are."""
    drawn = lines(many(40))
    assert 's1more["and 12 more"]' in drawn
    assert sum(line.startswith("s1i") for line in drawn) == 8


def test_nothing_to_draw() -> None:
    """Two versions that are the same, or differ beside the stages, have no diagram; an unknown process neither."""
    assert change_diagram(empty(), "new-business") == ""
    assert change_diagram(mixed(), "no-such-process") == ""


@pytest.mark.browser
def test_in_mermaid(mermaid: Mermaid) -> None:
    """Mermaid draws the diagram of every pair of versions, both ways."""
    pairs = [read_pair(path) for path in FILES]
    comparisons = [each for pair in pairs for each in (pair.forth, pair.back)]
    texts = [change_diagram(each, id) for each in comparisons for id in (*each.levels(), "sell")]
    texts = list(dict.fromkeys(filter(None, texts)))
    assert len(texts) > 50
    assert [one["error"] for one in mermaid.draw(texts) if one["error"]] == []


@pytest.mark.browser
def test_hostile_texts_in_mermaid(mermaid: Mermaid) -> None:
    """A name is drawn letter for letter, and nothing of it becomes an element, a request or a script."""
    for text in STRINGS:
        (drawn,) = mermaid.draw([change_diagram(with_text(text), "new-business")])
        assert drawn["error"] == "", text
        assert squeezed(text) in squeezed(drawn["text"]), text
        assert set(drawn["tags"]) <= HARMLESS_TAGS, (text, drawn["tags"])
        assert drawn["active"] == [], text
    assert mermaid.happened == []
