"""Elements are found where a browser sees them: with or without end tags, nested, in any quoting."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twolane.links.html_elements import Element, HtmlWalk, elements, text_of, without


class Seen(HtmlWalk):
    """Everything that a walk tells, in order."""

    def __init__(self, html: str) -> None:
        super().__init__(html)
        self.found: list[object] = []

    def opened(self, name: str, attributes: Mapping[str, str], start: int, inner: int) -> None:
        self.found.append((name, dict(attributes), start, inner))

    def closed(self, name: str, inner_end: int, end: int) -> None:
        self.found.append((name, inner_end, end))

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def test_an_element_knows_where_it_stands() -> None:
    """Its start tag, its content and its end tag, on whichever line."""
    html = 'é\n<p class="a"\n id=b>x<br>y</p>\n'
    assert elements(html) == [
        Element("p", {"class": "a", "id": "b"}, 2, 21, 27, 31),
        Element("br", {}, 22, 26, 26, 26),
    ]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<div><div>a</div>b</div>c", ["<div><div>a</div>b</div>", "<div>a</div>"]),
        ("<ul><li>a<li>b</ul>c", ["<ul><li>a<li>b</ul>", "<li>a", "<li>b"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", None),
        ("<p>a<p>b<div>c</div>", ["<p>a", "<p>b", "<div>c</div>"]),
        ("<tr><td>a<th>b<tr><td>c", ["<tr><td>a<th>b", "<td>a", "<th>b", "<tr><td>c", "<td>c"]),
        ("<dl><dt>a<dd>b<dt>c</dl>", ["<dl><dt>a<dd>b<dt>c</dl>", "<dt>a", "<dd>b", "<dt>c"]),
        ("a<img src='b>c'>d<hr/>e", ["<img src='b>c'>", "<hr/>"]),
        ("<b/>a</b>", ["<b/>a</b>"]),
        ("<svg><g/><g></g></svg>", ["<svg><g/><g></g></svg>", "<g/>", "<g></g>"]),
        ("</p>a<i>b</p>c</i>", ["<i>b</p>c</i>"]),
        ("<i>a<b>c</i>d</b>", ["<i>a<b>c</i>", "<b>c"]),
        ("<!-- <p>a</p> --><script>'<p>'</script>", ["<script>'<p>'</script>"]),
        ("&lt;p&gt; 1 < 2 <i>a</i>", ["<i>a</i>"]),
        ("<P>a</p >b", ["<P>a</p >"]),
        ("<p>a", ["<p>a"]),
    ],
)
def test_elements_reach_from_their_start_to_their_end(html: str, found: list[str] | None) -> None:
    """In the order in which they begin."""
    shown = [html[each.start : each.end] for each in elements(html)]
    assert shown == (found or [html, "<li>a<ul><li>b</ul>", "<ul><li>b</ul>", "<li>b", "<li>c"])


def test_of_an_attribute_that_is_given_twice_the_first_counts() -> None:
    """As browsers have it; an attribute without a value is empty."""
    assert elements("<p id=a ID='b' hidden>")[0].attributes == {"id": "a", "hidden": ""}


def test_elements_are_left_out_with_all_that_is_in_them() -> None:
    """Everything else stays as it is written."""
    html = "a <div class='x'><div>b</div>c</div> d<P CLASS=x>e</P>&amp;"
    assert without(html, lambda element: element.attributes.get("class") == "x") == "a  d&amp;"


def test_the_text_of_a_piece() -> None:
    """As a browser reads it."""
    assert text_of('A <b title="x > y">b</b> &amp; c<!-- d -->') == "A b & c"


def test_very_many_tags_that_nothing_closes() -> None:
    """Are read in time that grows with them."""
    assert len(elements("<b>" * 20_000)) == 20_000
    assert len(elements("</b><i>" * 20_000)) == 20_000


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    '<p class="a b">',
                    '<p class="a" id="b">',
                    "<p>",
                    "</p>",
                    "<br>",
                    "<br/>",
                    '<i title="x > y">',
                    "</i>",
                ),
                *('<i title="&amp;">', "<I>", "</I>", "<svg>", "<g/>", "</svg>", "<script>", "</script>", "<style>"),
                *(
                    "</style>",
                    "<title>",
                    "</title>",
                    "<!-- ",
                    " -->",
                    "<",
                    ">",
                    '"',
                    "'",
                    "&lt;",
                    "a",
                    " ",
                    "\n",
                    "=",
                    "/",
                ),
            ]
        ),
        max_size=30,
    )
)
def test_what_is_written_plainly_is_read_as_the_parser_reads_it(pieces: list[str]) -> None:
    """Reading plain tags faster changes nothing of what is found."""
    html = "".join(pieces)

    class Slowly(Seen):
        """Leaves every tag to the parser of the standard library."""

        parse_starttag = HTMLParser.parse_starttag
        parse_endtag = HTMLParser.parse_endtag

    seen, slowly = Seen(html), Slowly(html)
    seen.walk()
    slowly.walk()
    assert seen.found == slowly.found
