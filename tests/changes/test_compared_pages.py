"""Pages written by hand are compared: what came, went and moved, what they say of themselves, figures, words."""

from __future__ import annotations

import pytest

from tests.support.playbooks import base_files, playbook
from twolane.changes.change import Change
from twolane.changes.compared_pages import page_changes
from twolane.changes.kinds import by_hand_kinds
from twolane.changes.page_texts import PageText
from twolane.changes.readers import Readers
from twolane.changes.told_pages import PageBench
from twolane.source import Place

DISCOUNTS = """---
owner: sales-director
status: active
review_by: 2027-01-31
---
# Discounts

You may give 10 % alone,
and answer within 3 days.

| Size | Discount |
|---|---|
| Small | 5 % |
| Large | 10 % |

1. Ask what else would help.
2. Never promise more. See [the list](https://example.com/2025/list.pdf).

```yaml
limit: 10
```
"""
BENCH = PageBench(Readers(playbook(base_files())), Readers(playbook(base_files())), Place("process/playbook.yml"))
TEXTS = {
    "added": ({}, {"a.md": DISCOUNTS}),
    "removed": ({"a.md": DISCOUNTS}, {}),
    "moved": ({"a.md": DISCOUNTS}, {"prices/a.md": DISCOUNTS.replace("else would", "would")}),
    "reworded": ({"a.md": DISCOUNTS}, {"a.md": DISCOUNTS.replace("Ask what", "Find out what")}),
    "figure": ({"a.md": DISCOUNTS}, {"a.md": DISCOUNTS.replace("3 days", "5 days")}),
    "long": ({"a.md": "word " * 100_000}, {"a.md": "words " * 100_000}),
    "owner": ({"a.md": DISCOUNTS}, {"a.md": DISCOUNTS.replace("sales-director", "rep")}),
    "status": ({"a.md": DISCOUNTS}, {"a.md": DISCOUNTS.replace("active", "retired")}),
}
"""Pairs that between them have each kind."""


def changed(old: dict[str, str], new: dict[str, str]) -> tuple[Change, ...]:
    """What is said of two sets of pages."""
    before, after = ([PageText(path, f"playbook/{path}", text) for path, text in each.items()] for each in (old, new))
    return page_changes(before, after, BENCH)


def said(old: str, new: str) -> list[str]:
    """The sentences about two texts of the same page."""
    return [each.sentence for each in changed({"a.md": old}, {"a.md": new})]


def test_each_kind_and_its_mirror() -> None:
    """Each kind of change of a page is found, forwards and backwards, is asked of no process, and has a place."""
    found = set()
    for old, new in TEXTS.values():
        forth, back = changed(old, new), changed(new, old)
        for one, other in zip(forth, back, strict=True):
            assert one.kind.nature.mirror is other.kind.nature
            assert (one.old, one.new) == (other.new, other.old)
            assert (one.process, one.processes) == ("", ())
            assert one.place.file in {f"playbook/{path}" for path in new} or not new
        found |= {each.kind.code for each in (*forth, *back)}
    assert found == {each.code for each in by_hand_kinds.KINDS}


def test_a_figure_is_told_with_its_place_and_its_readers() -> None:
    """A figure that became another one is minor, stands at its line, and is read by whoever owns the page."""
    new = DISCOUNTS.replace("give 10 %", "give 15 %").replace("# Discounts\n", "# Discounts\n\nFor all of us.\n")
    (change,) = changed({"a.md": DISCOUNTS}, {"a.md": new})
    assert change.sentence == "A figure changed in the page “Discounts”: 10 % → 15 %."
    assert (change.kind.slug, change.level.word, change.roles) == ("page-figure-changed", "minor", ("sales-director",))
    assert change.path == ("pages", "a.md")
    assert change.place == Place("playbook/a.md", 10, 1, 11, 26)
    assert change.before == Place("playbook/a.md", 8, 1, 9, 26)
    assert change.old == "You may give 10 % alone,\nand answer within 3 days."
    assert change.new == "You may give 15 % alone,\nand answer within 3 days.\n\nFor all of us."


def test_several_figures_of_a_page_are_one_change() -> None:
    """Each is named with its old and its new one, and the further ones with their places."""
    new = DISCOUNTS.replace("3 days", "5 days").replace("| Large | 10 %", "| Large | 12 %")
    (change,) = changed({"a.md": DISCOUNTS}, {"a.md": new})
    assert change.sentence == "A figure changed in the page “Discounts”: 3 days → 5 days and 10 % → 12 %."
    assert [(each.place.line, each.message) for each in change.related] == [(14, "10 % → 12 %")]


def test_of_many_figures_the_first_ones_are_told() -> None:
    """Of a table of many rows that all changed, four figures are named and the others counted."""
    old = "# Prices\n\n" + "\n".join(f"| Size {chr(65 + at)} of the machine | {at + 10} EUR |" for at in range(20))
    (change,) = changed({"a.md": old}, {"a.md": old.replace(" EUR", "5 EUR")})
    assert change.sentence == (
        "A figure changed in the page “Prices”: 10 EUR → 105 EUR, 11 EUR → 115 EUR, 12 EUR → 125 EUR, "
        "13 EUR → 135 EUR and 16 more."
    )
    assert len(change.related) == 10


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("within 3 days", "within 5 days", "3 days → 5 days"),
        ("Never promise", "You may promise", "Never → may"),
        ("| Small | 5 % |\n| Large | 10 % |", "| Small | 10 % |\n| Large | 5 % |", "5 % → 10 % and 10 % → 5 %"),
        ("Ask what else would help", "Ask what else would help within 2 weeks", "none → 2 weeks"),
    ],
)
def test_figures(before: str, after: str, told: str) -> None:
    """Figures, spans, duties, and rows that swapped theirs."""
    assert said(DISCOUNTS, DISCOUNTS.replace(before, after)) == [f"A figure changed in the page “Discounts”: {told}."]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("/2025/", "/2026/"),
        ("limit: 10", "limit: 20"),
        ("review_by: 2027-01-31", "review_by: 2027-06-30"),
        ("alone,\nand answer", "alone and reply"),
        ("You may give 10 % alone,\nand answer within 3 days.", "You may give 10 % alone.\n\nAnswer within 3 days."),
        ("3 days", "three days"),
    ],
)
def test_what_is_no_figure(before: str, after: str) -> None:
    """Addresses, code, the day of the next review, and figures that are the same are a patch that says so."""
    (change,) = changed({"a.md": DISCOUNTS}, {"a.md": DISCOUNTS.replace(before, after)})
    assert (change.sentence, change.level.word) == ("The page “Discounts” is worded differently.", "patch")
    assert change.roles == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("alone,\nand answer", "alone, and\nanswer"),
        ("\n\n1. Ask", "\n\n\n<!-- 5 days?\n\nAsk Ada. -->\n1. Ask"),
        ("status: active\n", "status: active  \n"),
        ("1. Ask what else would help.\n2. Never", "3. Ask what else would help.\n4. Never"),
    ],
)
def test_what_no_reader_sees_is_no_change(before: str, after: str) -> None:
    """Lines that end elsewhere, empty lines, comments and numbers of lists change nothing."""
    assert DISCOUNTS.count(before) == 1
    assert said(DISCOUNTS, DISCOUNTS.replace(before, after)) == []


def test_paragraphs_that_changed_places() -> None:
    """What has only moved keeps its figures."""
    old = "# Rules\n\nAsk within 3 days.\n\nGive 10 %."
    assert said(old, "# Rules\n\nGive 10 %.\n\nAsk within 3 days.") == ["The page “Rules” is worded differently."]


def test_attributes_are_no_figures() -> None:
    """How wide a picture is drawn is no figure that anybody acts by; what a letter to copy says is one."""
    old = 'See <img src="a.png" width="300"> and ![b](b.png){ width="200" }.\n\n```\nDear [name], we give 5 %.\n```'
    wider = old.replace("300", "400").replace('"200"', '"250"')
    assert said(old, wider) == ["The page “a.md” is worded differently."]
    assert said(old, old.replace("5 %", "6 %")) == ["A figure changed in the page “a.md”: 5 % → 6 %."]


def test_what_a_page_says_of_itself() -> None:
    """For whom it is, who answers for it, and how things stand with it; whoever owned it and now does reads that."""
    new = DISCOUNTS.replace("owner: sales-director", "owner: rep\naudience: [internal]").replace("active", "retired")
    found = changed({"a.md": DISCOUNTS}, {"a.md": new})
    assert [(each.kind.code, each.sentence) for each in found] == [
        ("C001", "“Discounts” is now for internal (before: everybody)."),
        ("C011", "Now Sales representative answers for the page “Discounts” (before: Sales director)."),
        ("C012", "The status of the page “Discounts” is retired now (before: active)."),
    ]
    assert {each.roles for each in found} == {("rep", "sales-director")}


def test_pages_that_came_went_and_moved() -> None:
    """A page in another file is the same page, and is compared on; what is gone is placed at the playbook."""
    new = DISCOUNTS.replace("3 days", "4 days")
    found = changed({"a.md": DISCOUNTS, "b.md": "# B\n\nOld."}, {"prices/a.md": new, "c.md": "# C\n\nNew."})
    assert [(each.sentence, str(each.place)) for each in found] == [
        ("The page “B” is gone.", "process/playbook.yml:1:1"),
        ("The page “C” is new.", "playbook/c.md:1:1"),
        (
            "The page “Discounts” has the new address `prices/a.md` (it was `a.md`); links that use the old one must "
            "follow.",
            "playbook/prices/a.md:1:1",
        ),
        ("A figure changed in the page “Discounts”: 3 days → 4 days.", "playbook/prices/a.md:8:1"),
    ]
    assert [each.level.word for each in found] == ["minor"] * 4


def test_very_long_pages_and_very_many() -> None:
    """What nobody has looked through is never called wording: it is to be read."""
    long = "\n\n".join(f"Size {at} costs {at} EUR." for at in range(4000))
    (change,) = changed({"a.md": long}, {"a.md": long.replace("costs", "costs at least")})
    assert change.kind.slug == "page-to-read"
    assert change.level.word == "minor"
    text = "# Page\n\n" + "Ask them what they need. " * 1_000
    pages = {f"page-{at:02}.md": text for at in range(20)}
    found = changed(pages, {path: text.replace("Page", "A page", 1) for path in pages})
    assert {each.kind.slug for each in found} == {"page-reworded"}
    shorter = text[: len(text) // 2]
    found = changed(pages, {path: shorter.replace("what", "when") for path in pages})
    assert [each.kind.slug for each in found] == ["page-reworded"] * 8 + ["page-to-read"] * 12


@pytest.mark.parametrize(
    "text", ["", "---\n", "---\nowner: [\n---\n# A", "```\n", "<!--", "\0\1", "\ufffd" * 9, "#", "|"]
)
def test_whatever_is_in_a_page(text: str) -> None:
    """No text is an accident, and a page is like itself."""
    assert said(text, text) == []
    assert [each.sentence for each in changed({"a.md": text}, {"a.md": DISCOUNTS})]
    assert [each.sentence for each in changed({"a.md": DISCOUNTS}, {"a.md": text})]
