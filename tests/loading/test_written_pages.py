"""Pages written by hand are read as MkDocs shows them: their links with places, their ids, their front matter."""

from __future__ import annotations

import pytest
from markdown import Markdown

from twolane.loading.heading_ids import slug
from twolane.loading.written_pages import read_pages
from twolane.model.written_page import WrittenPage


def page(text: str) -> WrittenPage:
    """The one page with this text."""
    return read_pages({"guide.md": text.encode()}, "playbook").pages[0]


def marked(text: str) -> list[str]:
    """What stands at the place of each link of a page."""
    lines = text.split("\n")
    places = [link.place for link in page(text).links]
    return [lines[each.line - 1][each.column - 1 : each.end_column - 1] for each in places]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[a](b.md "c")', "b.md"),
        ("[a]( <b c.md> 'd')", "b c.md"),
        ("[a](b c.md)", "b c.md"),
        ("[a](b c.md 'd')", "b c.md"),
        ("[a](b_(c).md)", "b_(c).md"),
        ("[a [b] c](d.md)", "d.md"),
        ("![a](b.png){ .c }", "b.png"),
        ("[a][b]\n\n[b]: c.md", "c.md"),
        ("[b]\n\n[b]:\n  <c.md>", "c.md"),
        ("Ä 😀 [a](ä.md)", "ä.md"),
        ("# [a](b.md) #", "b.md"),
        ("text\n  <a\n  href='b.md'>c</a>", "b.md"),
        ("- > 1. [a](b.md)", "b.md"),
        ("| [a](b.md) |\n|---|\n| c |", "b.md"),
        ("a\n\n:   [b](b.md)", "b.md"),
        ("???+ tip\n    > [a](b.md)", "b.md"),
        ("\t[a](b.md)".replace("\t", "   "), "b.md"),
    ],
)
def test_a_link_is_found_where_it_stands(text: str, found: str) -> None:
    """Its place is that of its address, letter for letter."""
    assert marked(text) == [found]


def test_a_picture_in_a_link_is_found_too() -> None:
    """Both addresses, each at its place."""
    assert marked("[![a](b.png)](c.md)") == ["b.png", "c.md"]


@pytest.mark.parametrize(
    "text",
    [
        "`[a](b.md)`",
        "```\n[a](b.md)\n```",
        "~~~ text\n[a](b.md)\n~~~",
        "    [a](b.md)",
        "<!-- [a](b.md) -->",
        "<pre><a href='b.md'>a</a></pre>",
        "<script>'<a href=\"b.md\">'</script>",
        "\\[a](b.md)",
        "[a]: b.md",
        "!!! note\n\n    Text\n\n        [a](b.md)",
        "[a] (b.md)",
    ],
)
def test_what_is_only_shown_is_no_link(text: str) -> None:
    """Code, comments and what nothing refers to."""
    assert marked(text) == []


HEADINGS = [
    ["Guide", "Guide", "Guide"],
    ["One", "One_1", "One"],
    ["What *we* `say`", "It's 5 % & more", "Größe – São"],
    ["[A link](x.md) here", "![a](b.png) picture", "日本"],
    ["With an id {#own}", "own", "Own"],
]


@pytest.mark.parametrize("headings", HEADINGS, ids=lambda headings: headings[0])
def test_ids_are_those_of_the_engine(headings: list[str]) -> None:
    """Every id that Python-Markdown gives is known, repeated ones with their numbers."""
    text = "\n\n".join(f"## {heading}" for heading in headings)
    engine = Markdown(extensions=["toc", "attr_list"])
    engine.convert(text)
    assert {token["id"] for token in engine.toc_tokens} <= page(text).anchors


def test_many_headings_alike_take_no_longer_each() -> None:
    """The last of 3,000 has the number 2,999."""
    assert "example_2999" in page("# Example\n\n" * 3000).anchors


def test_a_slug_has_plain_letters() -> None:
    """Accents go, signs go, blanks and hyphens are one hyphen."""
    assert slug("  Preis -- größer als 5 € ") == "preis-groer-als-5"


def test_front_matter_counts_as_lines() -> None:
    """Places behind it are those of the file, in each form of front matter and of line ends."""
    for text in (
        "---\nowner: rep\n---\n\n[a](b.md)",
        "owner: rep\n\n[a](b.md)",
        "---\r\nowner: rep\r\n---\r\n[a](b.md)",
    ):
        found = page(text)
        assert found.facts.owner == "rep"
        lines = text.replace("\r\n", "\n").split("\n")
        assert lines[found.links[0].place.line - 1] == "[a](b.md)"


def test_the_title_is_that_of_the_page() -> None:
    """The front matter's goes before the first heading's."""
    assert page("# One *two* {#x}").title == "One two"
    assert page("---\ntitle: Three\n---\n# One").title == "Three"
