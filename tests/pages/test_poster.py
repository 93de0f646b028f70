"""A process on one sheet of paper: what stands on it, for whom it is, and how what has no room gives way."""

from __future__ import annotations

import pytest

from tests.support.playbooks import base_files, playbook
from tests.support.sites import OnDemand, one_line, read, site, site_of
from twolane.model.audiences import for_audience
from twolane.parts.poster_fit import Block, Line, Sheet, fit, shown
from twolane.wording.spoken_language import texts

BASE = base_files()
SITE = OnDemand(lambda: site(BASE))
PROCESS = "process/new-business/process.yml"
PLAYBOOK = "process/playbook.yml"
PATH = "new-business/on-one-page"
WORDS = "Agree on what the test shows"


def changed(*changes: tuple[str, str]) -> dict[str, bytes]:
    """The base playbook with texts of its process in the place of others, each of which stands there once."""
    text = BASE[PROCESS].decode()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {**BASE, PROCESS: text.encode()}


def test_each_stage_with_who_does_what_when_and_how_it_ends() -> None:
    """One line a stage: the buyer's steps, ours, and what the buyer does before a deal leaves it."""
    text = one_line(read(SITE[PATH].body).text.replace("\u2060", ""))
    assert "StageBuyerSellerLeave this stage when …" in text
    assert "1 Prospecting weeks 1–3Plants know what a missed schedule costs them." in text
    assert "Share the benchmark Sales representative · weeks 1–3 Agrees to a visit" in text
    assert SITE[PATH].title == "New business on one page"
    assert (SITE[PATH].nav_title, SITE[PATH].section) == ("On one page", ("Processes", "New business"))


def test_our_own_affairs_stand_on_it_and_say_so() -> None:
    """It is for the house: a gate and an internal step are marked."""
    files = changed(
        ("        name: Share the benchmark\n", "        name: Share the benchmark\n        kind: gate\n"),
    )
    text = one_line(read(site(files)[PATH].body).text)
    assert "Share the benchmark our decision" in text
    assert "our decision" not in one_line(read(SITE[PATH].body).text)


def test_nobody_but_the_house_gets_it() -> None:
    """A site for partners has no such page, and no link to it."""
    named = {**BASE, PLAYBOOK: BASE[PLAYBOOK] + b"audiences: [internal, partner]\n"}
    made = site_of(for_audience(playbook(named), "partner"))
    assert PATH not in made
    assert "on-one-page" not in made["new-business/index"].body
    assert PATH in site_of(for_audience(playbook(named), "internal"))


def test_the_process_leads_there_and_the_page_to_print_says_why_it_is_missing() -> None:
    """It says in short what the printed pages say at length; search finds those."""
    assert "on-one-page.html" in read(SITE["new-business/index"].body).hrefs
    assert texts().print_left_poster in read(SITE["new-business/print"].body).text
    assert [each.text for each in SITE[PATH].search] == [texts().poster_lead]


def test_a_process_without_stages_has_none() -> None:
    """There is nothing to pin up."""
    small = {PLAYBOOK: b"title: Small\n", "process/sell/process.yml": b"id: sell\nname: Sell\nversion: 1.0.0\n"}
    made = site(small)
    assert "sell/on-one-page" not in made
    assert "on-one-page" not in made["sell/index"].body


def test_what_the_buyer_does_in_no_stage_is_not_left_out() -> None:
    """A step that neither a stage nor one of its steps serves stands in a line of its own."""
    files = changed(
        ("    serves: [notice]\n    probability", "    serves: []\n    probability"),
        ("        serves: [notice]\n        delivers", "        serves: []\n        delivers"),
    )
    text = one_line(read(site(files)[PATH].body).text)
    assert f"{texts().poster_unserved} Notice the problem" in text


def test_a_stage_that_names_no_buyer_step_has_those_of_its_steps() -> None:
    """Where only the steps of a stage say whom they serve, the buyer is there all the same."""
    files = changed(("    serves: [notice]\n    probability: 10\n", "    probability: 10\n"))
    text = one_line(read(site(files)[PATH].body).text)
    assert "Notice the problem" in text
    assert "In no stage of ours" not in text


def sheet(*blocks: Block) -> Sheet:
    """A sheet with these stages, and a few words around them."""
    return Sheet(
        "New business on one page",
        ("Stage", "Buyer", "Seller", "Leave when"),
        (WORDS,),
        blocks,
        ("88 more steps are on the site", "88 more are on the site"),
    )


def block(steps: int, exits: int = 1, goal: str = WORDS, buyer: int = 1) -> Block:
    """A stage of that many lines; every third step is required."""
    ours = tuple(Line(f"{WORDS} {at}", "Rep · weeks 1–3", kept=at % 3 == 2) for at in range(steps))
    ends = tuple(Line(f"{WORDS} {at}") for at in range(exits))
    theirs = tuple(Line(f"{WORDS} {at}", "Planner · weeks 1–3", "weeks 1–3") for at in range(buyer))
    return Block(Line("1. Prospecting", "weeks 1–3", framed=True), goal, theirs, ours, ends)


def test_few_words_are_large_and_more_are_smaller() -> None:
    """Letters shrink step by step before anything gives way."""
    sizes = [fit(sheet(*(block(3) for _ in range(stages)))).size for stages in (2, 4, 5, 6, 8)]
    assert sizes == sorted(sizes)
    assert sizes[0] == 0
    assert sizes[-1] == 4


def test_steps_give_way_first() -> None:
    """Where stages have many steps, goals, ways to end and what the buyer does stay."""
    found = fit(sheet(*(block(12) for _ in range(5))))
    assert [(each.buyer, each.exits, each.goal) for each in found.stages] == [(1, 1, True)] * 5
    assert all(2 < each.steps < 12 for each in found.stages)


def test_goals_give_way_next_and_stages_last() -> None:
    """With more stages than a sheet has room for, each keeps one way to end, and the last ones go."""
    twelve = fit(sheet(*(block(6, goal=f"{WORDS} and {WORDS}") for _ in range(11))))
    assert len(twelve.stages) == 11
    assert not all(each.goal for each in twelve.stages)
    sixty = fit(sheet(*(block(6, exits=3) for _ in range(60))))
    assert 8 < len(sixty.stages) < 60
    assert all(each.exits >= 1 for each in sixty.stages)


@pytest.mark.parametrize(("most", "there"), [(0, "......"), (1, "..x..."), (2, "..x..x"), (3, "x.x..x"), (6, "xxxxxx")])
def test_required_steps_stay_longest(most: int, there: str) -> None:
    """Of the lines that have room, those come first that are kept, all in the order of the process."""
    found = shown(block(6).steps, most)
    assert "".join("x" if each else "." for each in found) == there


def test_hundreds_of_steps_in_a_stage_are_cut_at_once() -> None:
    """A list that fills ten sheets is laid out in no more time than one has patience for."""
    found = fit(sheet(block(600, buyer=300), block(3)))
    assert [each.goal for each in found.stages] == [True, True]
    assert 10 < found.stages[0].steps < 40


def test_a_text_without_end_is_measured_whole() -> None:
    """A goal of thousands of letters gives way, and nothing else."""
    found = fit(sheet(block(3, goal=f"{WORDS} " * 400), block(3)))
    assert [each.goal for each in found.stages] == [False, True]
    assert [each.steps for each in found.stages] == [3, 3]
