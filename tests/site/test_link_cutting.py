"""No link to what an audience does not get is left, whichever way a page takes out; code and all else stay."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from twolane.links.leading import leading
from twolane.site.audience_links import LinkCutting, LinkLeft, cut_markdown_of

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/cut_links.yml").read_text("utf-8"))
LEADS = leading("open.md", ("index.md", "open.md", "assets/board.png"), {})
EXTENSIONS = (
    *("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"),
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed"),
)


def shown(text: str, *extensions: LinkCutting) -> str:
    """The page as the engine shows it."""
    return Markdown(extensions=[*EXTENSIONS, *extensions]).convert(text)


def shown_cut(text: str) -> str:
    """The page as the engine shows it to an audience."""
    return shown(text, LinkCutting(lambda _: LEADS))


class Addresses(HTMLParser):
    """Where the links and pictures of a finished page lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


def dead(html: str) -> list[str]:
    """The addresses on a finished page that lead nowhere."""
    return [address for address in Addresses(html).found if not LEADS(address)]


@pytest.mark.parametrize("case", CASES, ids=[case["page"] for case in CASES])
def test_links_become_their_words(case: dict[str, str]) -> None:
    """However they are written; what the engine shows as code stays, and so does every link that leads somewhere."""
    assert cut_markdown_of(case["page"], LEADS) == case["markdown"]
    assert shown_cut(case["page"]) == case["html"]
    assert dead(shown(case["markdown"])) == []


PIECES = (
    *("[a](gone.md)", "[a][g]", "[g]", "![p](gone.png)", "<a href='gone.md'>", "</a>", "<div>", "</div>", "<span>"),
    *("`", "``", "```\n", "\n```\n", "~~~\n", "\n", "\n\n", "    ", "  ", "- ", "1. ", "> ", "!!! note\n    ", "|"),
    *('=== "t"\n\n    ', "| a | b |\n|---|---|\n", "[g]: gone.md\n", "\n[g]: <gone.md> 'x'\n", "[", "]", "(", ")"),
    *("gone.md", "open.md", "\\", "*", "{ .x }", '"', "'", "text", "# ", "\n===\n", "<pre>", "</pre>"),
    *("[a [b](open.md) c](gone.md)", "](gone.md)", "]: gone.md", "[^1]", "[^1]: ", "\n:   ", "<div markdown>\n"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
@example("- a\n\n      [b](gone.md)\n")
def test_whatever_the_page_no_link_is_left(text: str) -> None:
    """Neither on the site nor in the Markdown, as the engine shows it; where one would be, the command refuses."""
    assert dead(shown_cut(text)) == []
    try:
        markdown = cut_markdown_of(text, LEADS)
    except LinkLeft:
        return
    assert dead(shown(markdown)) == []


def test_a_link_that_cannot_be_cut_is_refused() -> None:
    """Its address is named, so that its author finds it."""
    with pytest.raises(LinkLeft, match=r"gone\.md"):
        cut_markdown_of("```[what opens no code][g]\n[^1]: [g]: gone.md\n", LEADS)
