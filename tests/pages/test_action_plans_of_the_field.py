"""The plans of three businesses, read as the buyer: nothing of ours, and each thing at its step, date and person."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest

from tests.support.playbooks import CASES, base_files
from tests.support.sites import read, site
from twolane.links.finished_page import Page

FIELD = CASES / "field"
PROCESSES = {"handbook": "new-sales", "tender": "call-for-tenders", "shop": "rooms"}
ROW = re.compile(
    r'<tr class="tl-plan__row[^"]*" data-step="(?P<step>[^"]*)" data-kind="(?P<kind>[^"]*)"'
    r' data-buyer="(?P<buyer>[^"]*)">'
    r'<th scope="row"><span class="tl-plan__what">(?P<what>[^<]*)</span></th>'
    r"<td[^>]*>(?P<when>[^<]*)</td><td[^>]*>(?P<seller>[^<]*)</td></tr>"
)
HEADING = re.compile(r'<h2 id="part-\d+">(?P<name>[^<]*) <span class="tl-chip">(?P<when>[^<]*)</span></h2>')


def plan(name: str) -> Page:
    """The plan of one of the businesses."""
    return site(base_files(FIELD / name))[f"{PROCESSES[name]}/action-plan"]


def told(page: Page) -> Iterator[str]:
    """The plan in lines: its title, and a line per step of the buyer with one per row below it."""
    yield from (page.title, "")
    body = html.unescape(page.body)
    rows = [found.groupdict() for found in ROW.finditer(body)]
    for part in HEADING.finditer(body):
        mine = [row for row in rows if row["step"] == part["name"]]
        yield f"{part['name']} | {part['when']} | {mine[0]['buyer']}"
        for row in mine:
            assert row["buyer"] == mine[0]["buyer"]
            yield f"  {row['kind']} | {row['what']} | {row['when']} | {row['seller']}".rstrip()


@pytest.mark.parametrize("name", PROCESSES)
def test_each_thing_stands_at_its_step_date_and_person(name: str) -> None:
    """The whole plan: of tracks at once the milestone stands at the last to end, and parts come as they begin."""
    expected = (FIELD / "plans" / f"{name}.txt").read_text()
    assert "\n".join(told(plan(name))) + "\n" == expected


INTERNAL = {
    "handbook": "Sales manager, Qualify, Forecast, discount, 15 percent, Hand over, Research, CRM, notes, ticket",
    "tender": "Board, no bid, Margin, Calculate, last price, log of questions, learned, consulted, folder, portal",
    "shop": "want the job, bill, Text message, Bank, luck, Brock",
}


@pytest.mark.parametrize("name", PROCESSES)
def test_nothing_of_ours_is_shown(name: str) -> None:
    """No internal step, no decision of ours with its person, no evidence, no answer to a no: nowhere on the page."""
    page = plan(name)
    said = (page.title, read(page.body).text, page.body, page.description, page.files[0].text)
    searched = "\n".join((*said, *(entry.text for entry in page.search))).lower()
    assert [word for word in INTERNAL[name].split(", ") if word.lower() in searched] == []
