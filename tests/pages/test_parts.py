"""Small parts of pages: addresses, words for values, diagrams, the outline of a body."""

from __future__ import annotations

from datetime import date

import pytest

from tests.support.playbooks import base_files, playbook
from twolane.links.addresses import Address, of_process, of_role, of_stage, segment
from twolane.links.finished_page import Heading, SearchEntry
from twolane.mermaid.mermaid_syntax import label
from twolane.mermaid.two_sides import two_sides
from twolane.model.playbook_file import Lanes
from twolane.model.process import Process
from twolane.model.roles import Role
from twolane.pages.assembling import tidied
from twolane.site.outline import outline_of
from twolane.wording.counts import count, figure, number
from twolane.wording.dates import day, period
from twolane.wording.lists import listed
from twolane.wording.spans import span

BASE = playbook(base_files())


@pytest.mark.parametrize(
    ("id", "part"),
    [("new-business", "new-business"), ("..", "_2e__2e_"), ("a/b", "a_2f_b"), ("A", "_41_"), ("", "_"), ("ä", "_e4_")],
)
def test_an_id_is_one_part_of_a_path(id: str, part: str) -> None:
    """Whatever an id is, it names one file in its folder and nothing else."""
    assert segment(id) == part


def test_reserved_names_are_kept_apart() -> None:
    """A process, stage or role that is named like a page of ours stands beside it."""
    process = Process.model_construct(id="strategy", stages=())
    assert of_process(process) == Address("strategy_/index")
    stage = BASE.processes[0].stages[0].model_copy(update={"id": "buyer-journey"})
    assert of_stage(BASE.processes[0], stage) == Address("new-business/buyer-journey_")
    assert of_role(Role(id="index", name="Index")) == Address("roles/index_")


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        (1, 3, "weeks 1–3"),
        (0, 0.5, "weeks 0–0.5"),
        (4, 4, "week 4"),
        (4, None, "from week 4"),
        (None, 3, "until week 3"),
        (None, None, ""),
    ],
)
def test_time_spans(begin: float | None, end: float | None, words: str) -> None:
    """Time spans read as people say them."""
    assert span(begin, end, "week") == words


def test_dates_and_figures() -> None:
    """Periods, figures with units, counts and lists in words."""
    assert [period(each) for each in ("2027", "2027-03", "2027-Q1", "2027-12-31", None)] == [
        "2027",
        "March 2027",
        "Q1 2027",
        "31 December 2027",
        "",
    ]
    shown = [figure(35, "percent"), figure(1, "days"), figure(14, "days"), figure(90000, "money"), figure(None, None)]
    assert shown == ["35%", "1 day", "14 days", "90,000", ""]
    assert [number(each) for each in (0, 0.1 + 0.2, 1234567, -0.0)] == ["0", "0.3", "1,234,567", "0"]
    assert [count(1, "stage"), count(2, "stage"), count(2, "piece of advice", "pieces")] == [
        "1 stage",
        "2 stages",
        "2 pieces",
    ]
    assert [listed(()), listed(("a",)), listed(("a", "b", "c"))] == ["", "a", "a, b and c"]


def test_both_sides_as_a_diagram() -> None:
    """The buyer's steps and our stages as two columns; nothing of their names is diagram code."""
    process = BASE.processes[0]
    changed = process.buyer.steps[0].model_copy(update={"name": 'x"] --> y'})
    buyer = process.buyer.model_copy(update={"steps": (changed, process.buyer.steps[1])})
    stages = (process.stages[0], process.stages[1].model_copy(update={"serves": ()}))
    whole = process.model_copy(update={"buyer": buyer, "stages": stages})
    assert two_sides(whole, Lanes(buyer="The plant", seller="We")) == (
        "flowchart LR\n"
        "  accTitle: New business#58; how they buy and how we sell\n"
        "  accDescr: 2 steps of the buyer and 2 stages#44; one column each#44; with a line from each stage to the"
        " steps that it serves#46; The tables below say the same#46;\n"
        '  subgraph b["The plant"]\n'
        '    b0("1#46; x#34;#93; #45;#45;#62; y")\n'
        '    b1("2#46; Choose a way")\n'
        "  end\n"
        '  subgraph s["We"]\n'
        '    s0["1#46; Prospecting"]\n'
        '    s1["2#46; Closing"]\n'
        "  end\n"
        "  b0 --- s0\n"
        "  b1 ~~~ s1\n"
        "  classDef buyer stroke:#b8621b,stroke-width:1.5px\n"
        "  class b0,b1 buyer\n"
        "  classDef seller stroke:#3d7cc9,stroke-width:1.5px\n"
        "  class s0,s1 seller"
    )


def test_no_diagram_of_one_side() -> None:
    """Where one side is missing there is nothing to compare."""
    assert two_sides(BASE.processes[0].model_copy(update={"stages": ()}), Lanes()) == ""


def test_labels() -> None:
    """A label holds letters, digits, spaces, other scripts and references, on one line."""
    assert label("a\nb\tc  d_é日\x00") == "a b c d#95;é日#0;"


BODY = (
    '<h1 id="start">Title</h1><p>Top &amp; lead</p>'
    '<h2 id="a">A <b>one</b></h2><p>First</p><h3 id="b">B</h3><ul><li>x</li><li>y</li></ul>'
    '<h3 id="c" data-toc="no">C</h3><p>in B</p><figure><figcaption>cap</figcaption><pre>graph</pre></figure>'
    '<h2 id="d">D</h2>'
)


def test_outline() -> None:
    """Headings with an id and nothing else make the table of contents."""
    assert outline_of(BODY).headings() == (Heading(2, "a", "A one", (Heading(3, "b", "B"),)), Heading(2, "d", "D"))


def test_search_entries() -> None:
    """Each listed heading is found with the text below it; diagrams are not searched."""
    assert outline_of(BODY).search_entries("Title") == (
        SearchEntry("", "Title", "Top & lead"),
        SearchEntry("a", "A one", "First"),
        SearchEntry("b", "B", "x y C in B"),
        SearchEntry("d", "D", ""),
    )


def test_tidied() -> None:
    """No line is empty or indented, so that Markdown takes the whole for one block of HTML."""
    assert tidied("\n  <p>a\n\n\n    b</p> \r\n\t\n<p>c</p>\n") == "<p>a\nb</p> \n<p>c</p>"


def test_dates_in_words() -> None:
    """A day reads without leading zeros."""
    assert day(date(2026, 10, 1)) == "1 October 2026"
