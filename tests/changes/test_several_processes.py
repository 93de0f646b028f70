"""Several processes that change alike: one sentence with their names, each change its own, and deals by process."""

from __future__ import annotations

from tests.changes.small import PROCESS, SHARED
from twolane.changes.change import Comparison
from twolane.changes.comparison import compare
from twolane.judgement.grouping import together
from twolane.loading.playbook_files import load
from twolane.model.playbook import Playbook
from twolane.reports.of_changes import markdown

NAMES = {"sell": "New business", "expand": "Expansion", "renew": "Renewal"}
ASKED = ("      - {id: order,", "      - {id: lawyers, buyer: Has its lawyers agree}\n      - {id: order,")


LAWYERS = "A deal now needs “Has its lawyers agree” before it leaves the stage “Close”."


def playbook(*edited: str, optional: str = "") -> Playbook:
    """Three processes that are the same but for their names; those of ``edited`` ask for the lawyers."""
    files = dict(SHARED)
    for id, name in NAMES.items():
        text = PROCESS.replace("id: sell\nname: Sell", f"id: {id}\nname: {name}")
        text = text.replace(*ASKED) if id in edited else text
        if id == optional:
            text = text.replace("agree}", "agree, required: false}")
        files[f"{id}/process.yml"] = text.encode()
    found = load(files).playbook
    assert found is not None
    return found


def changed(*edited: str, optional: str = "") -> Comparison:
    """What changes where these processes ask for the lawyers."""
    return compare(playbook(), playbook(*edited, optional=optional))


def sentences(comparison: Comparison) -> list[tuple[str, tuple[str, ...]]]:
    """What is said of the changes, those that say the same together, each with the processes."""
    return [(each.first.sentence, each.processes) for each in together(comparison.changes)]


def test_equal_sentences_are_one() -> None:
    """The same criterion in all three is one sentence that names them; each change keeps what is its own."""
    comparison = changed(*NAMES)
    assert sentences(comparison) == [(LAWYERS, ("expand", "renew", "sell"))]
    (told,) = together(comparison.changes)
    group = told.changes
    assert len({each.fingerprint for each in group}) == 3
    assert {each.place.file for each in group} == {f"process/{id}/process.yml" for id in NAMES}


def test_other_levels_stay_apart() -> None:
    """Where one process may do without, that is told by itself, and its level is its own."""
    comparison = changed(*NAMES, optional="renew")
    assert sentences(comparison) == [
        (LAWYERS, ("expand", "sell")),
        (
            "There is now one more thing to look for before a deal leaves the stage “Close”, though it may do "
            "without: “Has its lawyers agree”.",
            ("renew",),
        ),
    ]
    assert {id: level.word for id, level in comparison.levels().items()} == {
        "expand": "major",
        "renew": "minor",
        "sell": "major",
    }


def test_deals_by_their_process() -> None:
    """Where several processes change, a deal is said to be one of its process; where one does, that is plain."""
    deal = "A deal{} in “Close” that has met “Orders” could end well; now it also needs “Has its lawyers agree”."
    assert [each.witness.sentence for each in changed("sell").changes if each.witness] == [deal.format("")]
    assert [each.witness.sentence for each in changed("sell", "renew").changes if each.witness] == [
        deal.format(" of Renewal"),
        deal.format(" of New business"),
    ]


def test_a_comment_names_each_process_once() -> None:
    """Deals in stages of the same name stand together, since each sentence says whose the deal is."""
    report = markdown.render(changed("sell", "renew"))
    deal = "in “Close” that has met “Orders” could end well; now it also needs “Has its lawyers agree”."
    assert f"\n**“Close”**\n\n- A deal of Renewal {deal}\n- A deal of New business {deal}\n\n" in report
