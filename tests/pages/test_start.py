"""The path of somebody new in a role: its tasks, how long they take to read, and the signs that tell of changes."""

from __future__ import annotations

import re

import pytest

from tests.support.playbooks import base_files
from tests.support.sites import OnDemand, read, site
from twolane.configuration.output_styles import DiagramStyle
from twolane.links.addresses import Address
from twolane.links.finished_page import Heading, Page, SearchEntry
from twolane.parts.reading_time import PageTexts, mark, minutes

BASE = base_files()
SITE = OnDemand(lambda: site(BASE))
PROCESS, ROLES = "process/new-business/process.yml", "process/roles.yml"
ONBOARDING = """    name: Sales representative
    onboarding:
      - {id: listen, when: day 1, title: Listen, read: [new-business, "new-business/closing", nobody],
         do: Listen to *ten* calls, done_when: You have a list}
      - {id: call, title: Call}
"""


def changed(old: str, new: str, file: str) -> dict[str, Page]:
    """The site of the base playbook with one text of a file in the place of another."""
    text = BASE[file].decode()
    assert text.count(old) == 1
    return site({**BASE, file: text.replace(old, new).encode()})


WRITTEN = changed("    name: Sales representative\n", ONBOARDING, ROLES)


def tasks(page: Page) -> list[str]:
    return [heading.title for part in page.headings if part.id == "tasks" for heading in part.children]


def signs(page: Page) -> dict[str, str]:
    """The signs of a page: of each task by its key, of what is read by task and place."""
    found, item = {}, ""
    for _, attributes in read(page.body).tags:
        item = attributes.get("data-item", item)
        if "data-hash" in attributes:
            found[f"{item} {attributes.get('data-rests', '')}".strip()] = attributes["data-hash"]
    return found


def test_who_has_a_path() -> None:
    """Everybody who sells; those who buy have none."""
    assert [path for path in SITE if path.startswith("start/")] == [
        "start/rep",
        "start/engineer",
        "start/sales-director",
    ]
    assert all(page.section == ("Start here",) for path, page in SITE.items() if path.startswith("start/"))


def test_home_leads_there_first() -> None:
    """The first link of a role on the home page leads to its path, the second to all that it does."""
    hrefs = read(SITE["index"].body).hrefs
    at = hrefs.index("start/rep.html")
    assert hrefs[at + 1] == "roles/rep.html"
    assert "start/planner.html" not in hrefs
    assert "roles/planner.html" in hrefs


def test_a_role_leads_to_its_path() -> None:
    """The page of a role links to where somebody new starts."""
    assert "../start/rep.html" in read(SITE["roles/rep"].body).hrefs


def test_a_path_as_it_is_written() -> None:
    """Onboarding gives the tasks; prose is Markdown, and what nothing defines is left out of what to read."""
    page = WRITTEN["start/rep"]
    assert tasks(page) == ["Listen", "Call"]
    text = read(page.body).text
    assert re.search(r"Read: New business \(\d min\), Closing \(1 min\)", text)
    assert "Do: Listen to ten calls" in text
    assert "<em>ten</em>" in page.body
    assert "You are done when: You have a list" in text
    assert "made from what the definitions say" not in text


def test_a_path_made_from_the_definitions() -> None:
    """Strategy, the journey, the stages where the role is responsible, tools, metrics, differentiators, hand-offs."""
    assert tasks(SITE["start/rep"]) == [
        "Know the story and the goals",
        "Know how they buy: New business",
        "Your part in Prospecting (New business)",
        "Know your role",
        "What you are measured by",
        "What makes us different",
        "What you take over and hand over",
    ]
    text = read(SITE["start/rep"].body).text
    assert "You have seen a buyer do what ends the stage: Agrees to a visit" in text
    assert "To Sales engineer: after your “Share the benchmark” comes “Demonstrate with their orders”" in text
    assert "made from what the definitions say" in text


def test_nobody_has_an_empty_path() -> None:
    """Where nothing is said of a role, its own page is to be read."""
    made = site(
        {
            "process/playbook.yml": b"title: Small\n",
            "process/roles.yml": b"roles: [{id: rep, name: Rep}]\n",
            "process/sell/process.yml": b"id: sell\nname: Sell\nversion: 1.0.0\n",
        }
    )
    assert tasks(made["start/rep"]) == ["Know your role"]


def test_a_retired_process_is_not_learned() -> None:
    """Nor handed over in."""
    made = changed("status: active", "status: retired", PROCESS)
    assert tasks(made["start/rep"]) == ["Know the story and the goals", "Know your role"]


@pytest.mark.parametrize(("words", "expected"), [(0, 1), (1, 1), (200, 1), (201, 2), (1000, 5)])
def test_minutes(words: int, expected: int) -> None:
    """Two hundred words a minute, begun minutes counted, at least one."""
    assert minutes("word " * words) == expected


def test_the_total_is_the_sum_of_the_links() -> None:
    """The total says what the figures beside the links add up to."""
    for path in ("start/rep", "start/engineer"):
        text = read(SITE[path].body).text
        total = re.search(r"about (\d+) min of reading", text)
        assert total
        assert int(total[1]) == sum(map(int, re.findall(r"\((\d+) min\)", text)))


def test_what_stands_at_an_address() -> None:
    """A page as a whole; below an anchor only that part; a hand-written page and what is put into it both."""
    headings = (Heading(2, "a", "A", (Heading(3, "b", "B"),)), Heading(2, "c", "C"))
    search = tuple(SearchEntry(id, id.upper(), f"text-{id}") for id in ("", "a", "b", "c"))
    texts = PageTexts({"p": Page("p", "P", "", headings=headings, search=search)}, {"w": "written", "p": "own"})
    assert texts.at(Address("p", "a")).split() == ["A", "text-a", "B", "text-b"]
    assert texts.at(Address("p", "c")).split() == ["C", "text-c"]
    assert texts.at(Address("p")).split() == ["text-", "A", "text-a", "B", "text-b", "C", "text-c", "own"]
    assert texts.at(Address("w")) == "written"
    assert texts.at(Address("x")) == ""


def test_a_sign_differs_when_the_text_does() -> None:
    """White space apart."""
    assert mark("a  b\n") == mark("a b")
    assert mark("a b") != mark("a c")


def test_signs_tell_what_has_changed() -> None:
    """A change of a page that a task leads to changes the sign there, and no other task's."""
    before, old = signs(WRITTEN["start/rep"]), BASE[PROCESS].decode()
    assert set(before) == {
        "onboarding-item-listen",
        "onboarding-item-listen new-business/index",
        "onboarding-item-listen new-business/closing",
        "onboarding-item-call",
    }
    files = {**BASE, ROLES: BASE[ROLES].replace(b"    name: Sales representative\n", ONBOARDING.encode())}
    after = signs(site({**files, PROCESS: old.replace("Tells us which", "Says which").encode()})["start/rep"])
    assert {key for key in before if before[key] != after[key]} == {"onboarding-item-listen new-business/closing"}
    files[ROLES] = files[ROLES].replace(b"done_when: You have", b"done_when: You wrote")
    after = signs(site(files)["start/rep"])
    assert {key for key in before if before[key] != after[key]} == {"onboarding-item-listen"}


def test_signs_stay_while_only_the_day_or_version_changes() -> None:
    """Neither a new version that changes nothing nor the day of the build opens a task again."""
    later = changed("version: 1.0.0", "version: 1.1.0", PROCESS)
    same = {key: value for key, value in signs(later["start/rep"]).items() if "stage-" in key or "journey" in key}
    assert same.items() <= signs(SITE["start/rep"]).items()
    assert same


def test_what_is_for_other_engines_has_no_tooltips() -> None:
    """Markdown is read where there is no style for them."""
    made = site(BASE, diagrams=DiagramStyle.FENCED)
    assert not any("tl-tip" in page.body for page in made.values())
