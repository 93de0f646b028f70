"""A page says which process it belongs to wherever it leaves its place, and a retired process says so everywhere."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.support.playbooks import base_files
from tests.support.sites import OnDemand, Read, read, site
from twolane.links.finished_page import Page

PROCESS = "process/new-business/process.yml"
FIRST = base_files()[PROCESS].decode()
BANNER = "This process is retired: nobody sells by it any more."
DEALS = "No new deal starts on it; those that are under way stay, and can be finished here."


def copied(id: str, name: str, status: str) -> dict[str, bytes]:
    """A further process, which is like the only one of the base playbook but for its name and status."""
    text = FIRST.replace("id: new-business", f"id: {id}", 1).replace("name: New business", f"name: {name}", 1)
    assert text.count("status: active") == 1
    return {f"process/{id}/process.yml": text.replace("status: active", f"status: {status}").encode()}


ONE = OnDemand(lambda: site(base_files()))
TWO = OnDemand(
    lambda: site({**base_files(), **copied("renewal", "Renewal", "active"), **copied("old-way", "Old way", "retired")})
)


def of(process: str, pages: Mapping[str, Page] = TWO) -> list[Page]:
    """The pages of a process, by its id."""
    return [page for path, page in pages.items() if path.startswith(f"{process}/")]


def seen(path: str) -> Read:
    return read(TWO[path].body)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("renewal/index", "Renewal"),
        ("renewal/prospecting", "Prospecting · Renewal"),
        ("renewal/buyer-journey", "Renewal: the buyer journey"),
        ("renewal/action-plan", "Action plan · Renewal"),
        ("old-way/index", "Old way (retired)"),
        ("old-way/prospecting", "Prospecting · Old way (retired)"),
        ("old-way/raci", "Old way: who does what (retired)"),
        ("glossary", "Glossary"),
    ],
)
def test_titles(path: str, title: str) -> None:
    """The title names the process, once, and says where it is retired; the same is what search shows."""
    assert TWO[path].title == title
    assert [entry.title for entry in TWO[path].search if not entry.anchor] == [title]


def test_every_page_of_a_process_names_it() -> None:
    """Whatever kinds of page there will be, each title, and each description, says whose it is, once."""
    for id, name in (("new-business", "New business"), ("renewal", "Renewal"), ("old-way", "Old way")):
        for page in of(id):
            assert page.title.count(name) == 1, page.path
            assert not page.description or name in page.description, page.path


def test_no_two_pages_have_one_title() -> None:
    """So nobody takes one for the other, in a browser's tabs or among the results of a search."""
    titles = [page.title for page in TWO.values()]
    assert [title for title in titles if titles.count(title) > 1] == []


def test_one_process_need_not_be_named() -> None:
    """Where there is only one, titles stay as short as they can be."""
    assert ONE["new-business/prospecting"].title == "Prospecting"
    assert ONE["new-business/action-plan"].title == "Action plan"
    assert all(not entry.of for page in ONE.values() for entry in page.search)


def test_the_navigation_stays_short() -> None:
    """Within a section of the process its name is not said again; the section says that it is retired."""
    page = TWO["old-way/prospecting"]
    assert (page.nav_title, page.section) == ("Prospecting", ("Processes", "Old way (retired)"))
    assert TWO["renewal/prospecting"].section == ("Processes", "Renewal")


def test_the_plan_that_is_handed_over_says_its_process() -> None:
    """On paper there is nothing else that tells two plans apart."""
    assert '<h1 id="start">Action plan · Renewal</h1>' in TWO["renewal/action-plan"].body


def test_the_table_of_the_plan_says_its_process() -> None:
    """Among somebody's downloads nothing else tells two tables apart."""
    assert ' download="action-plan-renewal.csv"' in TWO["renewal/action-plan"].body
    assert ' download="action-plan.csv"' in ONE["new-business/action-plan"].body


def test_search_knows_the_process_of_a_page() -> None:
    """By its name, once a page: what stands further down is found by it, too, as the search's script sees to."""
    entries = TWO["renewal/prospecting"].search
    assert [entry.of for entry in entries] == ["Renewal", *("" for _ in entries[1:])]


def test_the_same_objection_says_where_it_is_heard() -> None:
    """Of the cards of two processes search tells the one from the other."""
    said = [entry.title for entry in TWO["in-a-call"].search if entry.anchor.startswith("objection-")]
    assert len(set(said)) == len(said)
    assert not [title for title in said if "Old way" in title]


def test_every_page_of_a_retired_process_says_so() -> None:
    """At its top, with the way to those in use; where deals are, also what becomes of them. No other page does."""
    for path, page in TWO.items():
        assert (BANNER in read(page.body).text) == path.startswith("old-way/"), path
        told = path in ("old-way/index", "old-way/prospecting", "old-way/closing")
        assert (DEALS in read(page.body).text) == told, path
    assert "../index.html#processes" in seen("old-way/prospecting").hrefs


def test_a_printed_process_says_once_that_it_is_retired() -> None:
    """Above all that stands on it; among all processes its heading says so."""
    assert read(TWO["old-way/print"].body).text.count(BANNER) == 1
    assert "Old way (retired)" in [heading.title for heading in TWO["print"].headings]


def test_a_retired_process_alone_leads_nowhere_else() -> None:
    """There are no others to name."""
    text = FIRST.replace("status: active", "status: retired")
    pages = site({**base_files(), PROCESS: text.encode()})
    assert BANNER in pages["new-business/prospecting"].body
    assert "The processes in use" not in pages["new-business/prospecting"].body
    assert pages["new-business/prospecting"].title == "Prospecting (retired)"


def test_no_new_deal_starts_on_a_retired_process() -> None:
    """The script learns it from the page."""
    marked = [path for path, page in TWO.items() if " data-retired>" in page.body]
    assert marked == ["old-way/index", "old-way/prospecting", "old-way/closing"]


@pytest.mark.parametrize("path", ["roles/rep", "metrics", "differentiators"])
def test_other_pages_say_it_where_they_name_the_process(path: str) -> None:
    """A role's work, a metric's use and the like: nowhere does the retired process look alive."""
    text = seen(path).text
    assert text.count("Old way") == text.count("Old way (retired)") > 0
