"""Each diagram of a small process, to the letter, and when there is none."""

from __future__ import annotations

import pytest

from tests.mermaid.processes import LANES, PLAIN, SMALL, process
from twolane.mermaid.decision_flow import decision_flow
from twolane.mermaid.flywheel import flywheel
from twolane.mermaid.mermaid_syntax import described, label, shortened, wrapped
from twolane.mermaid.stage_lanes import stage_lanes
from twolane.mermaid.value_exchange import value_exchange


def test_value_exchange() -> None:
    """A block for each stage: what is delivered is asked for first, what nobody delivers is lost, space is silence."""
    assert value_exchange(process(), LANES, PLAIN) == (
        "sequenceDiagram\n"
        "  accTitle: Sell#58; what they ask for and who delivers it\n"
        "  accDescr: 4 needs in 2 stages#44; in the order of our steps#59; 2 of them nobody delivers#46;\n"
        "  participant b as The plant\n"
        "  participant s as We\n"
        "  rect rgba(128, 128, 128, 0.12)\n"
        "    note over b,s: 1#46; Prospect\n"
        "    b->>s: Figures of others\n"
        "    s-->>b: Share\n"
        "    b-xs: A visit<br/>#40;nobody delivers it#41;\n"
        "    b->>s: Time to think\n"
        "    note left of s: We leave them alone\n"
        "  end\n"
        "  rect rgba(128, 128, 128, 0.12)\n"
        "    note over b,s: 2#46; Close#58; delivers nothing\n"
        "  end\n"
        "  rect rgba(128, 128, 128, 0.12)\n"
        "    note over b,s: In none of our stages\n"
        "    b-xs: A price<br/>#40;nobody delivers it#41;\n"
        "  end"
    )


def test_a_need_is_asked_for_wherever_it_is_delivered() -> None:
    """Two steps of a stage answer one question; a step of a later stage hears it again."""
    text = SMALL.replace("name: Call}", "name: Call, delivers: [figures, visit]}").replace(
        "    name: Close\n", "    name: Close\n    steps:\n      - {id: remind, name: Remind, delivers: figures}\n"
    )
    lines = [line.strip() for line in value_exchange(process(text), LANES, PLAIN).splitlines()]
    assert [line for line in lines if line.startswith(("b-", "s-", "note over"))] == [
        "note over b,s: 1#46; Prospect",
        "b->>s: Figures of others",
        "b->>s: A visit",
        "s-->>b: Call",
        "s-->>b: Share",
        "b->>s: Time to think",
        "note over b,s: 2#46; Close",
        "b->>s: Figures of others",
        "s-->>b: Remind",
        "note over b,s: In none of our stages",
        "b-xs: A price<br/>#40;nobody delivers it#41;",
    ]


def test_decision_flow() -> None:
    """All three outcomes of a decision, what is missing said so; a step without a decision just leads on."""
    assert decision_flow(process(), PLAIN) == (
        "flowchart TB\n"
        "  accTitle: Sell#58; what the buyer decides\n"
        "  accDescr: 1 decision with three outcomes each#58; the yeses lead down#44; a no and no decision lead"
        " aside#46; Each step below says it in full#46;\n"
        '  n1("<b>1#46; Notice</b><br/>Worth it#63;")\n'
        '  n1no["They live with it#46;"]\n'
        '  n2("<b>2#46; Choose</b>")\n'
        '  n1un["Not said yet#46;"]\n'
        '  n1 -.->|"No go"| n1no\n'
        '  n1 -->|"Go"| n2\n'
        '  n1 -.->|"No decision"| n1un\n'
        "  classDef buyer stroke:#b8621b,stroke-width:1.5px\n"
        "  class n1,n2 buyer\n"
        "  classDef quiet stroke:#7d8494,stroke-width:1px\n"
        "  class n1no,n1un quiet"
    )


def test_a_go_leads_where_it_says() -> None:
    """Back to a step as well as on; after the last decision the journey is complete."""
    text = SMALL.replace("question: Worth it?", "question: Worth it?\n        go: notice")
    assert '  n1 -->|"Go"| n1' in decision_flow(process(text), PLAIN).splitlines()
    text = SMALL.replace("      name: Choose\n", "      name: Choose\n      decision: {question: Who?}\n")
    lines = decision_flow(process(text), PLAIN).splitlines()
    assert '  done("The journey is complete#46;")' in lines
    assert '  n2 -->|"Go"| done' in lines


def test_stage_lanes() -> None:
    """Needs on the left, joined to the steps that deliver them; what nobody delivers stands out; exits last."""
    small = process()
    assert stage_lanes(small, small.stages[0], LANES, PLAIN) == (
        "flowchart LR\n"
        "  accTitle: Prospect#58; what they need#44; what we do#44; and how it ends\n"
        "  accDescr: Needs of the buyer#44; joined to the steps of ours that deliver them#44; then what the buyer does"
        " when the stage is over#46; The lists on this page say the same#46;\n"
        '  subgraph b["The plant"]\n'
        "    direction LR\n"
        '    b1("Figures of others")\n'
        '    b2("A visit<br/>#40;nobody delivers it#41;")\n'
        '    b3("Time to think<br/>#40;we leave them alone#41;")\n'
        "  end\n"
        '  subgraph s["We"]\n'
        "    direction LR\n"
        '    s1["1#46; Call"]\n'
        '    s2["2#46; Share"]\n'
        "  end\n"
        '  subgraph e["Over when the buyer …"]\n'
        "    direction LR\n"
        '    e1("Agrees to meet")\n'
        "  end\n"
        "  b1 ~~~ s1\n"
        "  b1 --- s2\n"
        "  s --> e\n"
        "  classDef buyer stroke:#b8621b,stroke-width:1.5px\n"
        "  class b1,b3,e1 buyer\n"
        "  classDef seller stroke:#3d7cc9,stroke-width:1.5px\n"
        "  class s1,s2 seller\n"
        "  classDef unmet stroke:#b8621b,stroke-width:2px,stroke-dasharray:5 4\n"
        "  class b2 unmet"
    )


def test_flywheel() -> None:
    """The stages in their order, and each way back with what sets it off."""
    assert flywheel(process(), PLAIN) == (
        "flowchart TB\n"
        "  accTitle: Sell#58; the stages and the ways back\n"
        "  accDescr: 2 stages in their order#44; and 1 way back#46;\n"
        '  n1["1#46; Prospect"]\n'
        '  n2["2#46; Close"]\n'
        "  n1 --> n2\n"
        '  n2 -.->|"Another plant"| n1\n'
        "  classDef seller stroke:#3d7cc9,stroke-width:1.5px\n"
        "  class n1,n2 seller"
    )


@pytest.mark.parametrize(("shape", "way"), [("flywheel", ["  n2 -.-> n1"]), ("funnel", [])])
def test_a_process_without_loops(shape: str, way: list[str]) -> None:
    """A flywheel goes on from its last stage to its first; a funnel is no wheel."""
    text = SMALL.partition("loops:")[0] + f"shape: {shape}\n"
    assert [line for line in flywheel(process(text), PLAIN).splitlines() if "-.->" in line] == way


def test_nothing_to_draw() -> None:
    """Where one side is empty there is no diagram."""
    empty = process("id: sell\nname: Sell\nversion: 1.0.0\nstages: [{id: one, name: One}]\n")
    assert value_exchange(empty, LANES, PLAIN) == ""
    assert decision_flow(empty, PLAIN) == ""
    assert stage_lanes(empty, empty.stages[0], LANES, PLAIN) == ""
    assert flywheel(empty, PLAIN) == ""


def test_lines_of_a_label() -> None:
    """As few lines as fit, of about the same length; a long word is not torn; too long a text is cut before a word."""
    assert wrapped("one two three four five six", 20) == "one two three<br/>four five six"
    assert wrapped("a " + "b" * 30, 10) == f"a<br/>{'b' * 30}"
    assert wrapped(" \n ", 10) == " "
    assert shortened("one two, three four", 12) == "one two…"
    assert shortened("b" * 30, 12) == f"{'b' * 11}…"
    assert label("<br/>\u2028end") == "#60;br#47;#62; end"
    assert described("a: b", "c;") == ["  accTitle: a#58; b", "  accDescr: c#59;"]
