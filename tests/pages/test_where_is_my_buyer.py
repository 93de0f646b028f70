"""The page that finds a buyer says the same without a script: sign, step, stage and the next thing to do."""

from __future__ import annotations

import pytest

from tests.support.playbooks import base_files
from tests.support.sites import one_line, read, site
from twolane.links.finished_page import Page
from twolane.pages.where_is_my_buyer_page import asked_first

BASE = base_files()
PROCESS = "process/new-business/process.yml"
PATH = "new-business/where-is-my-buyer"


def changed(*changes: tuple[str, str]) -> dict[str, Page]:
    """The site of the base playbook with texts of its process replaced."""
    text = BASE[PROCESS].decode()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return site({**BASE, PROCESS: text.encode()})


def text_of(page: Page) -> str:
    return one_line(" ".join(text for _, text in read(page.body).texts))


def test_table() -> None:
    """A row a sign: what to ask, what tells, where they are, in which stage to be, what to do next."""
    page = site(BASE)[PATH]
    assert (
        "What does a missed schedule cost you? They do not know yet Notice the problem Prospecting Share the benchmark "
        "Who compares the offers? They name a person Choose a way Closing Demonstrate with their orders"
    ) in text_of(page)
    assert "#buyer-step-notice" in read(page.body).hrefs
    assert [heading.id for heading in page.headings] == ["signs", "buyer-step-notice", "buyer-step-choose"]
    assert page.scripts == ("twolane-where.js",)


def test_signs_that_are_seen() -> None:
    """A sign that is only looked for stands there without a question, in the table, the journey and the steps."""
    pages = changed(
        (
            "        - ask: Who compares the offers?\n          tells: They name a person\n",
            "        - A list of offers\n",
        )
    )
    assert "Without asking: look for it A list of offers Choose a way Closing" in text_of(pages[PATH])
    assert "Make sure: Look for: A list of offers you noticed this" in text_of(pages[PATH]).replace(" :", ":")
    assert "Without asking: look for it A list of offers" in text_of(pages["new-business/buyer-journey"])


def test_what_to_do_at_a_step() -> None:
    """Objective, stage, the next step of ours with who does it and what it brings, further signs, both neighbours."""
    text = text_of(site(BASE)[PATH])
    assert (
        "Notice the problem What they want: Find out whether missed schedules matter. Be in: Prospecting "
        "Next thing to do: Share the benchmark ( Sales representative ) It brings them: "
        "How plants of their size measure missed schedules Make sure: What does a missed schedule cost you? "
        "they are here if: They do not know yet you noticed this If that does not fit, look one step to each side: "
        "after Choose a way ."
    ) in text.replace(" :", ":")


def test_a_step_at_which_nothing_of_us_is_needed() -> None:
    """Our own decision stands there, and nobody is told to help; what was over before is said to be done."""
    text = text_of(
        changed(
            ("          kind: demonstration\n", "          kind: space\n"),
            ("        from: 5\n        until: 6\n        serves: [choose]\n        delivers: [demonstration]\n", ""),
            (
                "        autonomy: free\n",
                "        autonomy: free\n        kind: gate\n        from: 5\n        until: 6\n",
            ),
            (
                "        serves: [notice]\n        delivers: [benchmark]\n",
                "        serves: [notice, choose]\n        delivers: [benchmark]\n",
            ),
        )[PATH]
    ).replace(" :", ":")
    assert (
        "Be in: Closing Next thing to do: Nothing: they need nothing from us here. "
        "For ourselves meanwhile: Demonstrate with their orders (our own decision) "
        "Done before that: Share the benchmark "
        "Leave them alone where they want it"
    ) in text


def test_questions_wait_for_the_script() -> None:
    """They are in the page but hidden, and search does not find them a second time."""
    page = site(BASE)[PATH]
    flow = next(attributes for tag, attributes in read(page.body).tags if attributes.get("id") == "where")
    assert "hidden" in flow
    assert not [entry for entry in page.search if "They are past that" in entry.text]


def test_a_buyer_who_wants_to_be_left_alone() -> None:
    """Space is said with its time, beside what else to do."""
    space = "        - {id: quiet, kind: space, what: A quiet week, from: 8, until: 9}\n"
    need = "          what: Their own orders in a schedule\n"
    text = text_of(changed((need, need + space))[PATH])
    assert "Leave them alone where they want it: A quiet week (weeks 8–9)" in text.replace(" :", ":")


def test_nobody_helps() -> None:
    """A step that none of ours serves says so, and what they need that nobody brings; the stage is that of the step."""
    text = text_of(changed(("        serves: [choose]\n        delivers: [demonstration]\n", ""))[PATH])
    assert (
        "Choose a way What they want: Pick a way that lasts. Be in: Closing Next thing to do: None of us helps" in text
    )
    assert "They also need, and nobody brings it: Their own orders in a schedule" in text


def test_a_step_without_signs_can_still_be_reached() -> None:
    """The table says that no question tells, and the choices name the step itself."""
    signs = "      signs:\n        - ask: Who compares the offers?\n          tells: They name a person\n"
    text = text_of(changed((signs, ""))[PATH])
    assert "No sign yet tells that they are here. Choose a way Closing" in text
    assert "Choose a way Pick a way that lasts." in text


def test_no_signs_at_all() -> None:
    """Without a sign there is no such page, and no link to it."""
    first = (
        "      signs:\n        - ask: What does a missed schedule cost you?\n          tells: They do not know yet\n"
    )
    second = "      signs:\n        - ask: Who compares the offers?\n          tells: They name a person\n"
    pages = changed((first, ""), (second, ""))
    assert PATH not in pages
    assert not [href for page in pages.values() for href in read(page.body).hrefs if "where-is-my-buyer" in href]


def test_one_click_from_home() -> None:
    """The card of a process leads there; a retired one has no such page, since nobody works by it."""
    assert f"{PATH}.html" in read(site(BASE)["index"].body).hrefs
    retired = changed(("status: active", "status: retired"))
    assert PATH not in retired
    assert f"{PATH}.html" not in read(retired["index"].body).hrefs


@pytest.mark.parametrize(
    ("askable", "first"),
    [("y", 0), ("yy", 0), ("yyy", 1), ("yyyyyyy", 3), ("yyynyyy", 2), ("ynnnnny", 0), ("nnny", 3)],
)
def test_the_first_question_halves_what_is_possible(askable: str, first: int) -> None:
    """It is about the step with a sign that is nearest to the middle, of two the earlier one."""
    assert asked_first(tuple(each == "y" for each in askable)) == first
