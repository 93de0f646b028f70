"""What is written by hand below a title that is not its own: its headings one level down, and nothing else changed."""

from __future__ import annotations

import pytest

from twolane.links.lowered_headings import has_markdown_title, has_title, lowered, lowered_markdown

MARKDOWN = {
    "# Discounts\n\n## How\n": "## Discounts\n\n### How\n",
    "Words.\n\n# Discounts {#d .wide}\n": "Words.\n\n## Discounts {#d .wide}\n",
    "Discounts\n=========\n\nHow\n---\n": "## Discounts\n\n### How\n",
    "Discounts and\nwho gives them\n===\n": "## Discounts and who gives them\n",
    "# One #\n\n# Two\n": "## One #\n\n## Two\n",
    "# One\n\n```sh\n# a comment\n```\n\n    # code\n": "## One\n\n```sh\n# a comment\n```\n\n    # code\n",
    "#One\n\nA #2 of 3\n": "##One\n\nA #2 of 3\n",
    "> # Said\n\n- # Listed\n": "> ## Said\n\n- ## Listed\n",
    '<H1 id="x">Raw</H1>\n\n###### Six\n': '<H2 id="x">Raw</H2>\n\n###### Six\n',
}
HTML = {
    '<h1 id="d">Discounts</h1><h2>How</h2>': '<h2 id="d">Discounts</h2><h3>How</h3>',
    "<p>Words.</p><h1>One</h1><h1>Two</h1>": "<p>Words.</p><h2>One</h2><h2>Two</h2>",
    '<H1 title="<h1>">One</H1>': '<H2 title="<h1>">One</H2>',
    "<h1>One</h1><h5>Five</h5><h6>Six</h6>": "<h2>One</h2><h6>Five</h6><h6>Six</h6>",
    "<h1>One</h1><pre>&lt;h1&gt;</pre><!-- <h2>x</h2> -->": "<h2>One</h2><pre>&lt;h1&gt;</pre><!-- <h2>x</h2> -->",
    "<h1>One": "<h2>One",
}


@pytest.mark.parametrize("text", MARKDOWN)
def test_headings_of_markdown_go_down(text: str) -> None:
    """Each way of writing one; code, comments and numbers stay, and nothing goes below the sixth level."""
    assert lowered_markdown(text) == MARKDOWN[text]
    assert not has_markdown_title(MARKDOWN[text])


@pytest.mark.parametrize("html", HTML)
def test_headings_of_html_go_down(html: str) -> None:
    """Ids, attributes and what is no heading stay."""
    assert lowered(html) == HTML[html]
    assert not has_title(HTML[html])


@pytest.mark.parametrize("text", ["## How\n\n### Who\n", "Words.\n", "", "```\n# x\n```\n", "<!-- <h1>x</h1> -->\n"])
def test_what_has_no_title_stays(text: str) -> None:
    """Headings of the second level stand below a title as they are."""
    assert lowered_markdown(text) == text
    assert lowered(text) == text
