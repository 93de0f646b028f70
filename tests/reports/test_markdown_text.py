"""Text in Markdown for GitHub and GitLab: shown letter for letter, and neither host makes anything of it."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from tests.pages.hostile import STRINGS
from tests.support.sites import Read
from twolane.reports.markdown_text import escaped, fenced, in_html


@pytest.mark.parametrize(
    ("text", "in_markdown", "inside_html"),
    [
        ("a | b", "a \\| b", "a | b"),
        ("@team", "@&#8203;team", "@&#8203;team"),
        ("a@b.de", "a@&#8203;b.de", "a@&#8203;b.de"),
        ("#12", "\\#<!-- -->12", "#<!-- -->12"),
        ("!12 and &12", "\\!<!-- -->12 and &amp;<!-- -->12", "!<!-- -->12 and &amp;<!-- -->12"),
        ("~bug", "\\~<!-- -->bug", "~<!-- -->bug"),
        ("%3 of 50 %", "%<!-- -->3 of 50 %", "%<!-- -->3 of 50 %"),
        ("GH-12", "GH<!-- -->-12", "GH<!-- -->-12"),
        (":tada: at 1:30", ":<!-- -->tada: at 1:30", ":<!-- -->tada: at 1:30"),
        ("deadbeef", "deadbe<!-- -->ef", "deadbe<!-- -->ef"),
        ("[vulnerability:3]", "\\[<!-- -->vulnerability:3\\]", "[<!-- -->vulnerability:3]"),
        ("<img onerror=x>", "&lt;img onerror=x&gt;", "&lt;img onerror=x&gt;"),
        ("&amp;", "&amp;amp;", "&amp;amp;"),
        ("https://example.com", "https:<!-- -->//example.com", "https:<!-- -->//example.com"),
        ("www.example.com", "www<!-- -->.example.com", "www<!-- -->.example.com"),
        ("[a](b)", "\\[a\\](b)", "[a](b)"),
        ("two\nlines", "two lines", "two lines"),
        ("\u202e", "&lt;U+202E&gt;", "&lt;U+202E&gt;"),
    ],
)
def test_text_stays_text(text: str, in_markdown: str, inside_html: str) -> None:
    """Text of a playbook is shown as it is, and does nothing."""
    assert escaped(text) == in_markdown
    assert in_html(text) == inside_html


@pytest.mark.parametrize("text", STRINGS)
def test_hostile_text_is_read_as_text(text: str) -> None:
    """What a reader of Markdown makes of it is the text and nothing else, in a line as well as in HTML."""
    words = " ".join(text.split())
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for html in (reader.render(f"Was: {escaped(text)} end"), reader.render(f"<div>Was: {in_html(text)} end</div>")):
        read = _Commented()
        read.feed(html)
        shown = "".join(each for _, each in read.texts).strip().replace("\u200b", "")
        assert [tag for tag, _ in read.tags] in (["p"], ["div"])
        assert shown.startswith("Was: ")
        assert shown.endswith(" end")
        if words.isprintable():
            assert shown == f"Was: {words} end".replace("\u200b", "")


class _Commented(Read):
    """Reads comments, which part what a host would put together, as nothing."""

    def handle_comment(self, data: str) -> None:
        assert data == " "


def test_fences_are_longer_than_those_within() -> None:
    """Text that ends a block of code stays inside it."""
    assert fenced("a\n```\nb\n", "yaml") == ["````yaml", "a", "```", "b", "````"]
