"""Links of hand-written pages to what their readers do not get become words; all others stay as they are written."""

from __future__ import annotations

import pytest

from twolane.links.cut_markdown import without_dead_links
from twolane.links.leading import leading

NAMES = ("index.md", "open.md", "guides/README.md", "guides/first.md", "roles/rep.md", "assets/sheet (1).pdf")
BODIES = {"roles/rep.md": '<h1 id="start">Rep</h1><h2 id="duties">Duties</h2><h2 id=\'a&amp;b\'>A</h2><p id=c>'}


def cut(text: str, here: str = "open.md") -> str:
    """The page ``here`` with the links that lead somewhere."""
    return without_dead_links(text, leading(here, NAMES, BODIES))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("See [our *plan*](gone.md).", "See our *plan*."),
        ("See [our plan](gone.md 'Title of it').", "See our plan."),
        ("See [our plan](<gone away.md>){ .md-button }.", "See our plan."),
        ("See [our [first] plan](gone.md#part), and [it](gone.html).", "See our [first] plan, and it."),
        ("[![A board](assets/sheet%20(1).pdf)](gone.md)", "![A board](assets/sheet%20(1).pdf)"),
        ("![A board](assets/gone.png)", "A board"),
        ("A [plan][it], [it][], [It].\n\n[it]: gone.md\n", "A plan, it, It.\n\n"),
        ("A [plan][it]\n\n[it]: <gone.md>\n  'Title'\n[b]: open.md", "A plan\n\n[b]: open.md"),
        ('A <a class="x" href="gone.html">plan</a>.', "A plan."),
        ("A <a href='../gone/'>plan\nof ours</a>.", "A plan\nof ours."),
        ("[Duties](roles/rep.md#gone)", "Duties"),
        ("- [x] [done](gone.md)", "- [x] done"),
        ("- [x] [done]\n- [ ] [to do][done]\n\n[done]: gone.md\n", "- [x] done\n- [ ] to do\n\n"),
        ("| `a \\| b` [x](gone.md) | [x](gone.md) |\n|---|---|\n", "| `a \\| b` x | x |\n|---|---|\n"),
    ],
)
def test_a_link_to_what_is_gone_becomes_its_words(text: str, left: str) -> None:
    """However it is written; where it leads is nowhere in the page."""
    assert cut(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "[Home](index.md), [home](./), [home](index.html), [home](../), [home](#part)",
        "[Guides](guides/README.md), [guides](guides/), [guides](guides/index.html), [first](guides/first.md?x#y)",
        "[Rep](roles/rep.md#a&b), [rep](roles/rep.md#c)",
        "[Rep](roles/rep.md#duties), [rep](roles/rep.html#start), [rep](/roles/rep/)",
        "[Web](https://example.com/gone.md), [mail](mailto:a@example.com), [us](//example.com/gone.md)",
        "[Beside our site](../../other/)",
        "A note.[^1]\n\n[^1]: Gone.\n",
        "[a]: open.md\n*[SLA]: gone\n- [ ] to do\n[Not a link] (gone.md)",
        "\\[no link\\](gone.md)",
        "See `a[0](gone.md)`.",
        "[a](//[x), [b](https://[)",
    ],
)
def test_all_else_stays(text: str) -> None:
    """Links that lead somewhere, or outside; what only looks like a link."""
    assert cut(text) == text


def test_addresses_count_from_the_page() -> None:
    """From where its file stands, or from the address that it gets."""
    text = "[up](../open.md), [beside](first.md), [as shown](../../roles/rep/), [gone](open.md)"
    assert cut(text, "guides/first.md") == text.replace("[gone](open.md)", "gone")


def test_a_picture_in_a_link_goes_with_it() -> None:
    """Of both the words stay, each at its place."""
    assert cut("a [b ![c](gone.png) d](gone.md) e") == "a b c d e"


@pytest.mark.parametrize(
    ("text", "left"),
    [('<a href="b">', ""), ("<a href='", "<a href='"), ('<a href="b" ', '<a href="b" '), ("](b){", "](b){")],
)
def test_links_that_nothing_closes(text: str, left: str) -> None:
    """Of very many each is looked at; a tag makes a link with or without its end."""
    assert without_dead_links(text * 50_000, lambda _: False) == left * 50_000
