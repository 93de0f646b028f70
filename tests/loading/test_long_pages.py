"""Pages of one sign after the other are read to their end: none takes the square of its length, or of its levels."""

from __future__ import annotations

import pytest

from twolane.loading.written_pages import read_pages
from twolane.model.written_page import WrittenPage

MANY, DEEP = 300_000, 10_000


def page(text: str) -> WrittenPage:
    """The one page with this text."""
    return read_pages({"guide.md": text.encode()}, "playbook").pages[0]


@pytest.mark.parametrize(
    "text",
    [
        "{" + "#" * MANY,
        "{" + " id=" * MANY,
        "# One" + " " * MANY + "two",
        "# One {" + " " * MANY + "two",
        "One\n#" + "#" * MANY + " two",
        "[a](b" + " " * MANY + "c)",
        "<!-- twolane: " * 50_000,
        "<!-- twolane: ignore[D011] One. -->" * 10_000,
        "<div>" + "<![CDATA[" * 100_000,
        "<div>" + "<?" * MANY,
        "<div>" + "<!a" * MANY,
    ],
    ids=[
        *("signs of ids", "ids", "blanks in a heading", "blanks in braces", "signs of headings", "blanks in a link"),
        *("open comments", "comments", "open sections", "open instructions", "open declarations"),
    ],
)
def test_a_long_run_of_signs_comes_to_its_end(text: str) -> None:
    """With the square of its length it would take minutes, with its cube years."""
    assert page(text).path == "guide.md"


@pytest.mark.parametrize(
    "sign", ["[^a]: ", ": ", "!!! ", "??? ", '=== "a" ', "> ", "- ", "1. ", "[", "![", "*a ", "<div>"]
)
def test_what_opens_often_is_read(sign: str) -> None:
    """Nobody's page is nested so deep, and none ends the program."""
    assert page(f"# Heading\n\n{sign * DEEP}text").anchors >= {"heading"}


@pytest.mark.parametrize("sign", ["!!! note", '=== "a"', "??? note", "[^a]:", "-   a", ">"])
def test_blocks_in_blocks_are_read(sign: str) -> None:
    """Each stands four columns further in than the one around it."""
    levels = "\n".join(f"{'    ' * level}{sign}" for level in range(300))
    assert page(f"# Heading\n\n{levels}").anchors >= {"heading"}


def test_a_link_below_many_levels_is_found() -> None:
    """As many as anybody writes."""
    levels = "\n".join(f"{'    ' * level}!!! note" for level in range(15))
    assert [link.target for link in page(f"{levels}\n{'    ' * 15}[a](b.md)").links] == ["b.md"]


@pytest.mark.parametrize("section", ["<![if x]>", "<![foo[x]]>", "<![ >", "<![", "<![CDATA[a]>", "<!DOCTYPE [", "<?"])
def test_a_section_of_other_languages_is_read_over(section: str) -> None:
    """What HTML does not know is no reason to end."""
    found = page(f'<div><a href="b.md">a</a>\n{section}\n<a href="c.md">a</a></div>').links
    assert found[0].target == "b.md"


def test_an_open_comment_hides_no_links_in_front_of_it() -> None:
    """They stand where they stood."""
    found = page('<div><a href="b.md">a</a> <!-- c <a href="d.md">d</a></div>').links
    assert [(link.target, link.place.column) for link in found] == [("b.md", 15), ("d.md", 43)]


def test_a_heading_may_end_with_a_number_of_thousands_of_digits() -> None:
    """Twice as well."""
    long = f"one_{'1' * 5_000}"
    assert page(f"# {long}\n\n# {long}").anchors == {long, f"{long}_1"}


def test_every_id_in_braces_counts() -> None:
    """Of several in one pair, too."""
    assert page("One {.a #b}\n\n[c](d.md){: #e id='f' }\n\n{ no } {#g\n}").anchors == {"b", "e", "f"}
