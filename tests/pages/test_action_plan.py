"""The action plan says what seller and buyer do together, and nothing that is ours alone."""

from __future__ import annotations

import csv
import io

import pytest

from tests.support.playbooks import base_files
from tests.support.sites import read, site
from twolane.links.finished_page import Page
from twolane.site.csv_text import csv_text

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
