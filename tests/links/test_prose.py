"""Prose: Markdown as far as it is safe, text in every other case."""

from __future__ import annotations

import pytest

from twolane.configuration.output_styles import LinkStyle
from twolane.links.author_links import AuthorLinks
from twolane.links.prose import Prose

RESOLVE = AuthorLinks(
    {"welcome.md", "guides/first.md", "assets/sheet.csv", "assets/plan.svg"},
    {"index", "sell/index", "sell/first"},
    LinkStyle.FILES,
)
PROSE = Prose(RESOLVE)
HERE = "sell/second"


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("Plain text", "Plain text"),
        ("Some **bold** and *soft* words", "Some <strong>bold</strong> and <em>soft</em> words"),
        ("Use `code` & <b>", "Use <code>code</code> &amp; &lt;b&gt;"),
        ("R&amp;D and &lt;", "R&amp;amp;D and &amp;lt;"),
        ("[site](https://example.com/?a=1&b=2)", '<a href="https://example.com/?a=1&amp;b=2">site</a>'),
        ("[mail](mailto:us@example.com)", '<a href="mailto:us@example.com">mail</a>'),
        ("<https://example.com>", '<a href="https://example.com">https://example.com</a>'),
        ("[w](welcome.md)", '<a href="../welcome.html">w</a>'),
        ("[w](/welcome.md#top)", '<a href="../welcome.html#top">w</a>'),
        ("[g](guides/first.md)", '<a href="../guides/first.html">g</a>'),
        ("[p](sell)", '<a href="index.html">p</a>'),
        ("[s](sell/first.md)", '<a href="first.html">s</a>'),
        ("[f](/assets/sheet.csv)", '<a href="../assets/sheet.csv">f</a>'),
        ("![plan](/assets/plan.svg)", '<img src="../assets/plan.svg" alt="plan" loading="lazy">'),
        ("![far](https://example.com/x.png)", '<a href="https://example.com/x.png">far</a>'),
        ('[t](https://example.com "title")', '<a href="https://example.com">t</a>'),
    ],
)
def test_one_line(written: str, html: str) -> None:
    """One line stays inline; links lead to the web, to a mailbox, or into the playbook."""
    assert PROSE.flow(written, HERE) == html


@pytest.mark.parametrize(
    "written",
    [
        "[x](javascript:alert%281%29)",
        "[x](JaVaScRiPt:alert)",
        "[x](data:text/html;base64,PHN2Zz4=)",
        "[x](vbscript:x)",
        "[x](file:///etc/passwd)",
        "[x](//example.com)",
        "[x](nowhere.md)",
        "[x](../../secret)",
        "[x](/assets/missing.pdf)",
        "![x](javascript:alert)",
    ],
)
def test_a_refused_link_stays_as_it_was_written(written: str) -> None:
    """What leads elsewhere is no link: its text stands there letter for letter."""
    assert PROSE.flow(written, HERE) == written


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("Do:\n\n- this\n- that", "<p>Do:</p>\n<ul>\n<li>this</li>\n<li>that</li>\n</ul>"),
        ("# Loud\n\ntext", "<p><strong>Loud</strong></p>\n<p>text</p>"),
        ("Loud\n====\ntext", "<p><strong>Loud</strong></p>\n<p>text</p>"),
        ("```mermaid\ngraph TD\n\na-->b\n```", "<pre><code>graph TD&#10;&#10;a--&gt;b</code></pre>"),
        ("<script>\nalert(1)\n</script>", "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>"),
    ],
)
def test_several_lines(written: str, html: str) -> None:
    """Several lines become blocks, without headings of their own and without code that a script could draw."""
    assert PROSE.flow(written, HERE) == html


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Some **bold** words", "Some bold words"),
        ("[site](https://example.com) & `code`", "site & code"),
        ("[x](javascript:alert)", "[x](javascript:alert)"),
        ("One.\n\n- two\n- three", "One. two three"),
        ("![plan](/assets/plan.svg)", "plan"),
        ("a < b", "a < b"),
    ],
)
def test_plain(written: str, words: str) -> None:
    """Titles and search get what a reader sees."""
    assert PROSE.plain(written) == words


def test_a_very_long_text_is_shown_as_it_is() -> None:
    """Reading it as Markdown could take seconds, so that its marks are shown."""
    assert PROSE.inline("[" * 60_000, HERE) == "[" * 60_000
    assert PROSE.block("*a*" * 20_000, HERE) == f"<p>{'*a*' * 20_000}</p>"


LINES = ["Plain", "1. first", "- item", "> quote", "# loud", "    code", "a | b", "Costs 5 %."]


@pytest.mark.parametrize("line", LINES)
def test_plain_lines_need_no_reader(line: str) -> None:
    """The short way around the reader gives what the reader would have given."""
    read = PROSE._reader.render(line.strip(), {"here": HERE, "resolve": RESOLVE}).strip()
    assert PROSE.block(line, HERE) == read
