"""The action plan says what seller and buyer do together, and nothing that is ours alone."""

from __future__ import annotations

import csv
import io
import re

import pytest

from tests.support.playbooks import base_files
from tests.support.sites import read, site
from twolane.links.finished_page import Page
from twolane.site.csv_text import csv_text
from twolane.wording.texts.action_plan_texts import ActionPlanTexts
from twolane.wording.texts.all_texts import ENGLISH

BASE = base_files()
PROCESS = "process/new-business/process.yml"
PLAN = "new-business/action-plan"


def plan(*changes: tuple[str, str], **files: str) -> Page:
    """The plan of the base playbook with texts of its process changed."""
    text = BASE[PROCESS].decode()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    more = {f"process/{name}.yml": data.encode() for name, data in files.items()}
    return site({**BASE, **more, PROCESS: text.encode()})[PLAN]


def rows(page: Page) -> list[list[str]]:
    """The table beside the plan."""
    (file,) = page.files
    return list(csv.reader(io.StringIO(file.text.removeprefix("\ufeff"), newline="")))


def test_the_plan_as_a_table() -> None:
    """Per step of the buyer: what they receive and from whom, what they do, what they decide."""
    buyers = "Plant planner and Plant manager"
    assert rows(plan()) == [
        ["Step", "Kind", "What", "Buyer", "Seller", "From (week)", "Until (week)"],
        [
            "Notice the problem",
            "contribution",
            "Receives: How plants of their size measure missed schedules",
            buyers,
            "Sales representative",
            "1",
            "3",
        ],
        [
            "Notice the problem",
            "milestone",
            "Agrees to a visit",
            buyers,
            "Sales representative",
            "",
            "4",
        ],
        ["Notice the problem", "decision", "Decides: Is this worth solving now?", buyers, "", "", "4"],
        [
            "Choose a way",
            "contribution",
            "Receives: Their own orders in a schedule",
            buyers,
            "Sales engineer",
            "5",
            "6",
        ],
        [
            "Choose a way",
            "milestone",
            "Tells us which way they chose",
            buyers,
            "Sales engineer",
            "",
            "10",
        ],
        ["Choose a way", "decision", "Decides: Who shall do it?", buyers, "", "", "10"],
    ]


def test_page_and_table_say_the_same() -> None:
    """Each cell of the table is on the page, which leads to the table."""
    page = plan()
    text = read(page.body).text
    assert all(cell in text for row in rows(page)[1:] for cell in (row[0], row[2], row[3], row[4]))
    assert "action-plan.csv" in read(page.body).hrefs
    assert page.files[0].path == f"{PLAN}.csv"


def test_nothing_of_ours_is_in_the_plan() -> None:
    """No name of the process or of a stage, no goal, probability, record, autonomy, way of working, sign or term."""
    page = plan(
        ("    probability: 10\n", "    probability: 10\n    controls: [Log qwx]\n    questions: [Ask qwx]\n"),
        ("        autonomy: guided\n", "        autonomy: guided\n        how: Do qwx\n        tools: [qwx]\n"),
        ("goal: Plants know what a missed schedule costs them.", "goal: Goal qwx"),
        ("summary: How a plant changes its scheduling.", "summary: How qwx"),
        ("  - id: prospecting\n    name: Prospecting\n", "  - id: prospecting\n    name: Stage qwx\n"),
        ("name: New business\n", "name: Process qwx\n"),
        ("tells: They do not know yet", "tells: Tells qwx"),
        ("no_go: They live with it. Close politely.", "no_go: Outcome qwx"),
        ("no_decision: Come back next quarter.", "no_decision: Outcome qwx"),
        ("Accepted invitation with the plant manager on it", "Evidence qwx"),
        ("name: Share the benchmark", "name: Step qwx"),
    )
    said = (page.title, page.body, page.description, *(entry.text for entry in page.search), page.files[0].text)
    assert not [text for text in said if "qwx" in text.lower() or "guided" in text or "10%" in text]
    assert "1.0.0" not in page.body


def test_the_plan_is_the_same_where_a_step_is_required() -> None:
    """What a deal of ours may not leave out is our business."""
    name = "        name: Share the benchmark\n"
    asked, free = plan((name, f"{name}        required: true\n")), plan()
    assert "share the benchmark" not in asked.body.lower()
    assert (asked.body, asked.search, asked.files[0].text) == (free.body, free.search, free.files[0].text)


LAST = """        accountable: sales-director
        autonomy: free
"""
"""How the last of our steps ends."""


def gate(kind: str, audience: str = "") -> tuple[str, str]:
    """A change that adds a step of ours which only the house sees, with a person of its own, and delivers by it."""
    more = f"        audience: {audience}\n" if audience else ""
    return (
        LAST,
        f"""{LAST}      - id: board
        name: Board says yes
        kind: {kind}
        from: 8
        until: 9
        serves: [choose]
        delivers: [demonstration]
        responsible: sales-director
        accountable: sales-director
{more}""",
    )


@pytest.mark.parametrize("kind", ["gate", "internal"])
def test_what_we_do_among_ourselves_is_not_in_the_plan(kind: str) -> None:
    """A gate or an internal step brings the buyer nothing, and whoever does it is not there when the buyer acts."""
    with_it, without = plan(gate(kind)), plan()
    assert "Sales director" not in with_it.body
    assert (with_it.body, with_it.search, with_it.files[0].text) == (
        without.body,
        without.search,
        without.files[0].text,
    )


def test_a_gate_that_names_the_buyer_is_in_the_plan() -> None:
    """Its audience says that the buyer may see it: what it brings, and who is there in the end."""
    page = plan(gate("gate", "[buyer]"), playbook="title: Base\naudiences: [internal, buyer]\n")
    assert [row[1:5] for row in rows(page)[5:7]] == [
        [
            "contribution",
            "Receives: Their own orders in a schedule",
            "Plant planner and Plant manager",
            "Sales director",
        ],
        ["milestone", "Tells us which way they chose", "Plant planner and Plant manager", "Sales director"],
    ]


def test_steps_of_a_stage_that_the_buyer_must_not_see_bring_nothing() -> None:
    """What a stage hides, it hides with all that is in it."""
    page = plan(
        ("  - id: closing\n", "  - id: closing\n    audience: internal\n"),
        playbook="title: Base\naudiences: [internal, buyer]\n",
    )
    assert [row[1] for row in rows(page)[1:]] == ["contribution", "milestone", "decision", "decision"]


TRACKS = """    - id: contract
      name: Check the contract
      from: 2
      until: {until}
      actors: [lawyer]
      needs: [{{id: terms, kind: specification, what: Terms to read, from: 2, until: 5}}]
"""
"""A step of the buyer that runs beside the choice, with somebody of its own."""


def tracks(until: int, *changes: tuple[str, str]) -> Page:
    """The plan where the last stage serves two steps of the buyer that run at once, the contract written last."""
    terms = (
        "      - {id: terms-out, name: Send terms, from: 2, until: 5, delivers: terms, responsible: sales-director}\n"
    )
    return plan(
        ("\nstages:\n", f"{TRACKS.format(until=until)}\nstages:\n"),
        ("    serves: [choose]\n    probability", "    serves: [choose, contract]\n    probability"),
        (LAST, LAST + terms),
        *changes,
        roles=BASE["process/roles.yml"].decode() + "  - {id: lawyer, name: Their lawyer, side: buyer}\n",
    )


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (6, ["Choose a way", "Plant planner and Plant manager", "Sales engineer", "10"]),
        (12, ["Check the contract", "Their lawyer", "Sales director", "12"]),
        (10, ["Check the contract", "Plant planner, Plant manager and Their lawyer", "Sales engineer", "10"]),
    ],
)
def test_a_milestone_belongs_to_the_last_track_to_end(until: int, expected: list[str]) -> None:
    """With its date and its people of both sides; where both end at once it stands once, with the people of both."""
    found = [row for row in rows(tracks(until)) if row[2] == "Tells us which way they chose"]
    assert [[row[0], row[3], row[4], row[6]] for row in found] == [expected]


def test_a_milestone_of_two_tracks_names_its_people_on_the_page() -> None:
    """They are others than those whom the heading above it names."""
    assert (
        "Tells us which way they chose Buyer: Plant planner, Plant manager and Their lawyer"
        in read(tracks(10).body).text
    )
    assert "chose Buyer:" not in read(tracks(6).body).text


def test_parts_come_as_they_begin() -> None:
    """A track that begins earlier stands earlier than it is written; its address stays what it was."""
    page = tracks(6)
    assert list(dict.fromkeys(row[0] for row in rows(page)[1:])) == [
        "Notice the problem",
        "Check the contract",
        "Choose a way",
    ]
    assert [id for id in read(page.body).ids if id.startswith("part-")] == ["part-1", "part-3", "part-2"]


def test_rows_come_as_they_are_due() -> None:
    """What the buyer receives after the end of the step stands behind its milestone and decision."""
    late = plan(("        from: 1\n        until: 3\n", "        from: 1\n        until: 5\n"))
    assert [row[1] for row in rows(late)[1:4]] == ["milestone", "decision", "contribution"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((), "Sales engineer"),
        ((("        delivers: [demonstration]\n", ""),), "Sales engineer"),
        ((("        serves: [choose]\n        delivers: [demonstration]\n", ""),), "Sales director"),
        ((("        responsible: engineer\n", ""),), "Sales director"),
        ((("        responsible: engineer\n", "        responsible: nobody\n"),), "Sales director"),
        ((("        responsible: engineer\n", ""), ("owner: sales-director\n", "")), ""),
    ],
)
def test_who_of_us_is_there(changes: tuple[tuple[str, str], ...], expected: str) -> None:
    """Whoever delivers there last, else serves there, else the owner of the process; nobody where none is known."""
    assert [row[4] for row in rows(plan(*changes)) if row[2] == "Tells us which way they chose"] == [expected]


@pytest.mark.parametrize(
    ("buyer", "seller", "title"),
    [
        ("The authority", "The bid team", "Action plan: the authority and the bid team"),
        ("Authority", "Bid team", "Action plan: Authority and Bid team"),
        ("The customer", "We", "Action plan: the customer and us"),
        ("Our customers", "Us", "Action plan: our customers and us"),
        ("You", "we", "Action plan: you and us"),
        ("They", "We at Quernby", "Action plan: them and us at Quernby"),
        ("US Steelyards", "Theale", "Action plan: US Steelyards and Theale"),
    ],
)
def test_the_title_reads_well_whatever_the_lanes_are_called(buyer: str, seller: str, title: str) -> None:
    """Small words are written small; names, and what might be one, stay as they are."""
    page = plan(playbook=f"title: Base\nlanes: {{buyer: {buyer}, seller: {seller}}}\n")
    assert page.title == title


def test_the_first_column_says_whose_acts_they_are() -> None:
    """“Signs the contract” beside a name of ours would read as ours: the column above it is the buyer's."""
    page = plan(playbook="title: Plan\nlanes: {buyer: The plant, seller: Our team}\n")
    assert '<th scope="col">The plant</th><th scope="col">When</th><th scope="col">Our team</th>' in page.body


def test_a_plan_without_times_has_no_column_for_them() -> None:
    """Where nothing has a time, the page shows none; without names of the lanes the title is the plan's alone."""
    text = re.sub(r" +(from|until): [0-9.]+\n", "", BASE[PROCESS].decode())
    page = site({**BASE, PROCESS: text.encode()})[PLAN]
    assert page.title == "Action plan"
    assert '<th scope="col">Buyer</th><th scope="col">Seller</th>' in page.body


def test_a_milestone_goes_to_the_last_step_that_the_buyer_may_see() -> None:
    """Where the last step that a stage serves is for the house alone, the one before it is the last."""
    page = plan(
        ("    serves: [notice]\n    probability: 10\n", "    serves: [notice, choose]\n    probability: 10\n"),
        ("      name: Choose a way\n", "      name: Choose a way\n      audience: internal\n"),
        playbook="title: Plan\naudiences: [internal, buyer]\n",
    )
    assert [row[2] for row in rows(page) if row[1] == "milestone"] == ["Agrees to a visit"]


def test_the_page_itself_speaks_of_no_side() -> None:
    """It is read by both: what it says of itself is right for either reader."""
    said = [value for name in ActionPlanTexts.names() if isinstance(value := getattr(ENGLISH, name), str)]
    assert not [text for text in said if re.search(r"\b(we|us|our|you|your|both)\b", text, re.IGNORECASE)]


@pytest.mark.parametrize(
    ("audience", "shown"), [("[internal]", False), ("[buyer]", True), ("[internal, partner]", False)]
)
def test_what_is_marked_is_shown_to_buyers_alone(audience: str, shown: bool) -> None:
    """A milestone that names audiences is in the plan where the buyer is one of them."""
    page = plan(
        ("        buyer: Agrees to a visit\n", f"        buyer: Agrees to a visit\n        audience: {audience}\n"),
        playbook="title: Base\naudiences: [internal, partner, buyer]\n",
    )
    assert ("Agrees to a visit" in page.body) is shown
    assert ("Agrees to a visit" in page.files[0].text) is shown


def test_space_is_nothing_that_anybody_brings() -> None:
    """To be left alone is no contribution, nor is what nobody delivers."""
    page = plan(("kind: information", "kind: space"), ("        delivers: [demonstration]\n", ""))
    assert [row[1] for row in rows(page)[1:]] == ["milestone", "decision", "milestone", "decision"]


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-3", "'-3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (" =1", "' =1"),
        ("a=b", "a=b"),
        ('say "yes", twice', 'say "yes", twice'),
        ("two\nlines", "two\nlines"),
    ],
)
def test_cells_are_never_formulas(cell: str, safe: str) -> None:
    """What a spreadsheet would compute begins with an apostrophe; everything else stays as it is."""
    text = csv_text([[cell, "x"]])
    assert list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))) == [[safe, "x"]]


def test_table_is_as_rfc_4180_wants_it() -> None:
    """Quotes are doubled, each line ends with carriage return and line feed."""
    assert csv_text([["a", 'b "c"'], ["ä", ""]]) == '\ufeff"a","b ""c"""\r\n"ä",""\r\n'
