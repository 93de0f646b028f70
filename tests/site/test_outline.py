"""What search and the table of contents read in a body, however its HTML is written."""

from __future__ import annotations

import pytest

from twolane.links.finished_page import Heading, SearchEntry
from twolane.site.outline import outline_of

TOP = '<h1 id="start">Title</h1>'


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<div data-search="no"><div>inner</div>hidden</div>shown', "shown"),
        ('<div data-search="no"><div data-search="no">inner</div>hidden</div>shown', "shown"),
        ('<section data-search="no"><p>a<section>b</section>c</section>shown', "shown"),
        ("<p data-search=no>hidden<p>shown", "shown"),
        ("<p data-search='no'>hidden</p><p>shown</p>", "shown"),
        ('<p DATA-SEARCH="no">hidden</P><p>shown</p>', "shown"),
        ('<p class="a > b" data-search="no">hidden</p>shown', "shown"),
        ('<p\n  data-search="no"\n>hidden</p>shown', "shown"),
        ('before<br data-search="no">after', "before after"),
        ('before<img alt="x" data-search="no">after', "before after"),
        ('before<input data-search="no"/>after', "before after"),
        ('<ul><li data-search="no">hidden<li>shown</ul>', "shown"),
        ('<dl><dt>a<dd data-search="no">hidden<dt>b</dl>', "a b"),
        ('<table><tr><td data-search="no">hidden<td>a<tr><td>b</table>', "a b"),
        ("<nav><nav>inner</nav>hidden</nav>shown", "shown"),
        ("<figure><figure>a</figure><figcaption>b</figcaption></figure>shown", "shown"),
        ('<svg data-search="no"><path/><text>hidden</text></svg>shown', "shown"),
        ('<div data-search="no"/>hidden</div>shown', "shown"),
        ('<p data-search="no">hidden</div></p>shown', "shown"),
        ('<div data-search="no">hidden', ""),
        ('<p data-search="yes">shown</p>', "shown"),
        ("a < b &amp; &lt;p data-search=&quot;no&quot;&gt; <b>c</b>", 'a < b & <p data-search="no"> c'),
        ("<p title='a > b'>shown</p><!-- <p>hidden</p> -->", "shown"),
        ("<script>if (a < b) hidden()</script><style>p { color: red }</style>shown", "shown"),
    ],
)
def test_search_reads_what_is_for_it(html: str, words: str) -> None:
    """Nothing inside of an element that is not for search, and all that stands behind its end."""
    assert outline_of(TOP + html).search_entries("Title") == (SearchEntry("", "Title", words),)


@pytest.mark.parametrize(
    "heading",
    [
        '<h2 id="a">A &amp; b</h2>',
        "<h2 id='a'>A &amp; b</h2>",
        "<H2 ID=a>A &amp; b</H2>",
        '<h2\n  id="a"\n><b>A</b> &amp; b</h2>',
    ],
)
def test_a_heading_is_found_in_any_writing(heading: str) -> None:
    """In the table of contents and by search."""
    outline = outline_of(f"{TOP}{heading}<p>Text</p>")
    assert outline.headings() == (Heading(2, "a", "A & b"),)
    assert outline.search_entries("Title")[1:] == (SearchEntry("a", "A & b", "Text"),)


def test_a_heading_that_is_not_for_search_is_listed_all_the_same() -> None:
    """Its words are found neither as a title nor in the text."""
    outline = outline_of(f'{TOP}<div data-search="no"><div><h2 id="a">A</h2></div></div><h2 id="b">B</h2>')
    assert [each.id for each in outline.headings()] == ["a", "b"]
    assert [each.anchor for each in outline.search_entries("Title")] == ["", "b"]


def test_a_chip_is_set_off_in_the_table_of_contents() -> None:
    """There it has no look of its own; search has its words as they stand."""
    outline = outline_of(f'{TOP}<h2 id="a">A\n <span class="tl-chip tl-chip--new"><b>new</b></span></h2>')
    assert outline.headings() == (Heading(2, "a", "A, new"),)
    assert outline.search_entries("Title")[1:] == (SearchEntry("a", "A new", ""),)
