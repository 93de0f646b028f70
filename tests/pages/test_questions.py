"""Questions to check oneself: one right answer each, the same in every build, none that could have two."""

from __future__ import annotations

import re

import pytest

from tests.support.playbooks import base_files, example_files, playbook
from tests.support.sites import read, site
from twolane.model.process import Process
from twolane.parts.onboarding_questions import Question, questions

BASE = base_files()
PROCESS = "process/new-business/process.yml"


def plain(text: str) -> str:
    return text


def process(*changes: tuple[str, str]) -> Process:
    """The base process with texts in the place of others."""
    text = BASE[PROCESS].decode()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return playbook({**BASE, PROCESS: text.encode()}).processes[0]


def asked(made: Process, kind: str) -> list[Question]:
    return [each for each in questions(made, plain, most=100) if each.kind == kind]


def test_each_kind_in_turn() -> None:
    """Signs, acts, outcomes and evidence alternate; what concerns one's own stages comes first."""
    made = process()
    found = questions(made, plain, (made.stages[1],), most=6)
    assert [(each.kind, each.about.id) for each in found] == [
        ("sign", "choose"),
        ("exit", "closing"),
        ("no_go", "choose"),
        ("evidence", "closing"),
        ("no_decision", "choose"),
        ("sign", "notice"),
    ]


def test_which_step_is_this_a_sign_of() -> None:
    """The step is right, the other steps are wrong."""
    found = asked(process(), "sign")[0]
    assert found.said == ("What does a missed schedule cost you?", "They do not know yet")
    assert found.right.text == "Notice the problem"
    assert {each.text for each in found.choices} == {"Notice the problem", "Choose a way"}


def test_what_follows() -> None:
    """What follows a no is told apart from what follows no decision, and from what follows elsewhere."""
    found = asked(process(), "no_go")[0]
    assert found.right.text == "They live with it. Close politely."
    assert len(found.choices) == 4


@pytest.mark.parametrize(
    ("kind", "left", "change"),
    [
        ("sign", ["choose"], ("Who compares the offers?\n          tells: They name a person", "S")),
        ("exit", [], ("Tells us which way they chose", "Agrees to a visit.")),
        ("evidence", [], ("E-mail from the plant manager", "accepted invitation with the  plant manager on it")),
        ("no_go", [], ("They build it themselves. Ask to learn why.", "They live with it. Close politely.")),
        ("no_decision", ["choose"], ("Come back next quarter.", "They live with it. Close politely.")),
        ("no_go", [], ("Who shall do it?", "Is this worth solving now?")),
    ],
)
def test_ambiguous_questions_are_left_out(kind: str, left: list[str], change: tuple[str, str]) -> None:
    """Where two answers read the same, or the same is asked twice, nothing is asked."""
    if change[1] == "S":
        change = (change[0], "What does a missed schedule cost you?\n          tells: They do not know yet")
        left = []
    assert [each.about.id for each in asked(process(change), kind)] == left


def test_two_steps_of_one_name() -> None:
    """Neither is asked for."""
    assert asked(process(("name: Choose a way", "name: Notice the problem")), "sign") == []


def test_what_else_closes_a_stage_is_no_wrong_answer() -> None:
    """A second criterion of the same stage is not among the choices."""
    second = "        buyer: Agrees to a visit\n      - id: other\n        buyer: Names the date\n"
    evidence = "        evidence: Accepted invitation with the plant manager on it\n"
    found = asked(process((f"        buyer: Agrees to a visit\n{evidence}", second)), "exit")
    first = next(each for each in found if each.about.id == "prospecting")
    assert {each.text for each in first.choices} == {"Agrees to a visit", "Tells us which way they chose"}


def test_order_does_not_hang_on_wording() -> None:
    """The choices keep their places when a wording changes, and are the same in every build."""
    before = asked(process(), "no_go")[0]
    after = asked(process(("Come back next quarter.", "Come again.")), "no_go")[0]
    assert [each.key for each in before.choices] == [each.key for each in after.choices]
    assert [each.key for each in before.choices] == [each.key for each in asked(process(), "no_go")[0].choices]


def test_every_question_of_the_example_has_one_right_answer() -> None:
    """At most four choices that read differently, of which one is right."""
    for made in playbook(example_files()).processes:
        found = questions(made, plain, most=1000)
        assert len({each.key for each in found}) == len(found)
        for each in found:
            texts = [choice.text for choice in each.choices]
            assert len(set(texts)) == len(texts) in (2, 3, 4)
            assert texts.count(each.right.text) == 1


def test_the_right_answer_does_not_stand_in_one_place() -> None:
    """Over all questions of the example, it stands in each of the four places."""
    found = [each for made in playbook(example_files()).processes for each in questions(made, plain, most=1000)]
    assert {each.choices.index(each.right) for each in found} == {0, 1, 2, 3}


def test_a_page_asks_and_leads_to_the_answer() -> None:
    """Each question has its choices, the answer behind a fold, and a link to where it stands."""
    page = site(BASE)["start/rep"]
    body = read(page.body)
    assert "You ask: “What does a missed schedule cost you?” You hear: “They do not know yet”" in body.text
    assert "../new-business/buyer-journey.html#buyer-step-notice" in body.hrefs
    each = re.findall(r'<div class="tl-question".*?</div>', page.body, re.DOTALL)
    assert 4 <= len(each) <= 8
    assert all(one.count('value="right"') == 1 for one in each)
