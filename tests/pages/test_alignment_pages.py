"""The page of alignment says what is wrong and what to do first; figures stand wherever the process is named."""

from __future__ import annotations

import re

from tests.support.playbooks import base_files
from tests.support.sites import Read, one_line, read, site
from twolane.links.finished_page import Page
from twolane.parts.alignment_example import DEFINITION

BASE = base_files()
PROCESS = "process/new-business/process.yml"
PAGE = "new-business/alignment"
FAULTS = (
    ("        serves: [notice]\n        delivers: [benchmark]\n", "        delivers: [benchmark]\n"),
    ("        from: 1\n        until: 3\n", "        from: 6\n        until: 7\n"),
    ("        delivers: [demonstration]\n", ""),
)
"""The first step of ours serves nobody any more and comes later, the second one delivers nothing."""


def changed(*changes: tuple[str, str], **settings: object) -> dict[str, Page]:
    """The site of the base playbook with texts of its process replaced."""
    text = BASE[PROCESS].decode()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return site({**BASE, PROCESS: text.encode()}, **settings)


def spaced(page: Page | Read) -> str:
    """The text of a page with spaces between cells."""
    found = page if isinstance(page, Read) else read(page.body)
    return one_line(" ".join(text for _, text in found.texts))


def titles(page: Page) -> list[str]:
    return [heading.title for heading in page.headings]


def test_a_mirrored_process() -> None:
    """Where everything holds there is nothing to mend: the verdict, the figures, both lines, the matrix, the checks."""
    page = site(BASE)[PAGE]
    text = spaced(page)
    assert text.startswith("New business: alignment Selling mirrors how they buy: all 11 checks hold.")
    assert titles(page) == ["Both lines", "Who serves whom", "Check by check"]
    assert "Coverage 2 of 2 steps of the buyer that a step of ours serves" in text
    assert "Share the benchmark : served by" not in text
    assert "Notice the problem : served by Share the benchmark" in text
    assert page.label == "Alignment"
    assert page.section == ("Processes", "New business")


def test_a_misaligned_process() -> None:
    """The verdict and what to do first stand on top; then what to mend by the buyer's steps, the worst first."""
    page = changed(*FAULTS)[PAGE]
    text = spaced(page)
    assert (
        "Selling starts 1 week after the buyer's first step is over. It serves 1 of the buyer's 2 steps and meets "
        "1 of their 2 needs. First: Let “Share the benchmark” serve “Notice the problem” (add notice to its serves )."
        " That answers for 3 of the 5 checks that fail."
    ) in text.replace(" First : ", " First: ")
    mends = next(heading for heading in page.headings if heading.id == "mends")
    assert [child.title for child in mends.children] == ["Notice the problem", "Choose a way", "Our own work"]


def test_a_finding_names_both_sides_and_their_lines() -> None:
    """What is late names the need and our step with the lines of their definitions, and the rule that found it."""
    late = changed(
        ("        from: 5\n        until: 6\n", "        from: 12\n        until: 13\n"), edit_root="https://x/"
    )
    found = read(late[PAGE].body)
    text = spaced(found)
    assert "“Demonstrate with their orders” comes 2 weeks too late for “Their own orders in a schedule”" in text
    assert "What would mend it: Move “Demonstrate with their orders” 2 weeks earlier." in text.replace(" : ", ": ")
    hrefs = {f"https://x/{PROCESS}#L{line}" for line in (35, 45, 88)}
    assert hrefs <= set(found.hrefs)
    assert {"buyer-journey.html#need-demonstration", "closing.html#step-demonstrate", "../rules/a305.html"} <= set(
        found.hrefs
    )
    assert "Demonstrate with their orders : 2 weeks too late with Their own orders in a schedule" in text


def test_what_is_ignored_is_not_to_be_mended() -> None:
    """A finding that is left out with a reason is no task; the figure still counts what does not hold."""
    lines = ("        delivers: [demonstration]\n", "")
    reason = "        - id: demonstration  # twolane: ignore[A302] a partner shows it\n"
    whole = spaced(changed(lines)[PAGE])
    ignored = spaced(changed(lines, ("        - id: demonstration\n", reason))[PAGE])
    assert "No step of ours delivers “Their own orders in a schedule”" in whole
    assert "No step of ours delivers" not in ignored
    assert "Their own orders in a schedule : delivered by nobody" in ignored
    assert "meets 1 of their 2 needs" in ignored


def test_a_retired_process_is_told_what_was_wrong() -> None:
    """The checks pass over it, its page does not."""
    page = changed(*FAULTS, ("status: active", "status: retired"))
    assert "What to mend, in this order" in titles(page[PAGE])
    assert "the checks of the playbook pass over" in spaced(page[PAGE])
    assert "No step of ours" not in spaced(page["health"])


def test_matrix() -> None:
    """Each step of ours against each of the buyer's: a mark for the eye, and the same in words for a screen reader."""
    body = changed(*FAULTS)[PAGE].body
    matrix = read(body[body.index('<table class="tl-matrix"') : body.index("</table>", body.index('"tl-matrix"')) + 8])
    assert spaced(matrix) == (
        "Our step Notice the problem Choose a way Served by nobody 1 step Share the benchmark serves nobody "
        "+2 delivers “How plants of their size measure missed schedules”, 2 weeks too late; delivers “How plants of "
        "their size measure missed schedules”, but does not serve this step Demonstrate with their orders serves"
    )
    assert [attributes["data-sign"] for _, attributes in matrix.tags if "data-sign" in attributes] == ["◐", "○"]


def test_what_has_no_time_is_named() -> None:
    """Below the figures stands what was left out, and what to give."""
    text = spaced(changed(("      from: 4\n      until: 10\n", ""))[PAGE])
    assert "Left out of timing, since “Choose a way” has no time: give from and until ." in text


def test_figures_elsewhere() -> None:
    """Home, the page of the process and Health say the total and lead to the page."""
    pages = changed(*FAULTS)
    assert "Alignment : New business 4 of 9" in spaced(pages["index"]).replace("Alignment: ", "Alignment : ")
    assert "new-business/alignment.html" in read(pages["index"].body).hrefs
    assert "Alignment 4 of 9 Coverage 1 of 2 Value 1 of 2" in spaced(pages["new-business/index"])
    assert "alignment.html#measure-coverage" in read(pages["new-business/index"].body).hrefs
    assert "New business 4 of 9 Coverage 1 of 2 Value 1 of 2" in spaced(pages["health"])


def test_nothing_to_compare() -> None:
    """A process without steps on either side has no such page, and nothing links to it."""
    pages = site(
        {
            "process/playbook.yml": b"title: Small\n",
            "process/sell/process.yml": b"id: sell\nname: Sell\nversion: 1.0.0\n",
        }
    )
    assert "sell/alignment" not in pages
    assert not [href for page in pages.values() for href in read(page.body).hrefs if "sell/alignment" in href]


def test_how_alignment_is_measured() -> None:
    """The worked example is shown with its definition; its figures and its every check are those computed by hand."""
    page = site(BASE)["reference/alignment"]
    found = read(page.body)
    assert DEFINITION in "".join(text for _, text in found.texts)
    text = spaced(page)
    for part in (
        "Selling starts 1 week after the buyer's first step is over. "
        "It serves 2 of the buyer's 3 steps and meets 2 of their 5 needs.",
        "In the example: 2 of 3 “Notice the full car park”: served by nobody",
        "“Choose bicycles”: served by “Send the offer”, “Bring the bicycles” “Decide”: served by “Call again”",
        "In the example: 2 of 5 “How many people would cycle”: delivered by nobody "
        "“A contract on one page”: delivered by nobody “A week without calls”: disturbed by “Call again”",
        "In the example: 1 of 2 “Bring the bicycles”: 1 week too late with “A day with five bicycles” "
        "“Send the offer”: in time with “A price per month”",
        "In the example: 1 of 2 “Call again”: comes before, but belongs behind “Bring the bicycles” "
        "“Send the offer”: comes before “Call again”",
        "In the example: 1 of 2 “Enter the lead”: begins in week 3, 1 week after this is over: "
        "“Notice the full car park”",
        "“Bring the bicycles”: goes on until week 8, when this has begun: “Decide”",
        "In the example: 3 of 4 “Enter the lead”: serves nobody",
        "in the example 2 + 2 + 1 + 1 + 1 + 3 of 3 + 5 + 2 + 2 + 2 + 4, which is 10 of 18 .",
    ):
        assert part in text, part
    formulas = re.findall(r'<p class="tl-formula">', page.body)
    assert len(formulas) == 7
    assert page.section == ("Reference",)
