"""Terms of the glossary are explained where a page first uses them, and nothing else of the page changes."""

from __future__ import annotations

import pytest

from tests.pages.hostile import STRINGS
from tests.support.playbooks import example_files
from tests.support.sites import read, site, without_tips
from twolane.links.addresses import Address
from twolane.model.playbook_file import Term
from twolane.site.glossary_tips import SCRIPT, Tips

SLIP = Term(id="slip", term="Slip", definition="An order that is late", also=["late order"])
OTD = Term(id="otd", term="On-time delivery", definition="Orders in time", also=["OTD"])


def href(address: Address) -> str:
    return f"{address.page}.html#{address.anchor}"


def explained(body: str, *terms: Term) -> str:
    return Tips(terms or (SLIP, OTD), str).put_into(body, href)


def found(body: str, *terms: Term) -> list[str]:
    """The words that became links, in order."""
    made = explained(body, *terms)
    assert without_tips(made) == body
    return [text for around, text in read(made).texts if around == "tl-term"]


def test_the_markup() -> None:
    """A link to the glossary, described by a tooltip that stands right after it."""
    assert explained("<p>A slip costs.</p>") == (
        '<p>A <a class="tl-term" href="glossary.html#term-slip" aria-describedby="tip-term-slip">slip</a>'
        '<span class="tl-tip" role="tooltip" id="tip-term-slip">An order that is late</span> costs.</p>'
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>A slip and a slip</p><p>Slip</p>", ["slip"]),
        ("<p>A late order is a slip</p>", ["late order"]),
        ("<p>late\n  order</p>", ["late\n  order"]),
        ("<p>slips, slipped, slip-on, non-slip, eslip</p>", []),
        ("<p>SLIP</p>", ["SLIP"]),
        ("<p>Otd and otd, then OTD</p>", ["OTD"]),
        ("<p>ON-TIME delivery</p>", ["ON-TIME delivery"]),
        ('<h2 id="slip">Slip</h2><p>Then a slip.</p>', ["slip"]),
        ('<p><a href="x">slip</a> <code>slip</code></p><pre>slip</pre>', []),
        ("<figure><figcaption>slip</figcaption><svg><text>slip</text></svg></figure>", []),
        ("<button>slip</button><label>slip</label><summary>slip</summary>", []),
        ('<p class="slip" title="a slip">x</p>', []),
        ('<dl data-search="no"><div><dd>slip</dd></div></dl><p>a slip</p>', ["slip"]),
        ('<div data-search="no"><div>a</div><p>slip</p></div><p>Slip</p>', ["Slip"]),
        ("<p>(slip)</p>", ["slip"]),
        ("<p>“slip”</p>", ["slip"]),
        ("<p>İ slip</p>", ["slip"]),
        ("<blockquote>a slip</blockquote>", ["slip"]),
        ("<p>nothing</p>", []),
    ],
)
def test_what_is_a_use(body: str, expected: list[str]) -> None:
    """The first whole word in a text in any letters, acronyms as they are; not in headings, links, code, drawings."""
    assert found(body) == expected


@pytest.mark.parametrize(
    ("word", "body", "expected"),
    [
        ("R&D", "<p>our R&amp;D team</p>", ["R&D"]),
        ("amp", "<p>this &amp; that</p>", []),
        ("39", "<p>it&#39;s</p>", []),
        ("buyer's day", "<p>a buyer&#39;s day</p><p>a buyer&#x27;s day</p>", ["buyer's day"]),
        ("C", "<p>c and C</p>", ["C"]),
        ("SaaS", "<p>saas, then SaaS</p>", ["SaaS"]),
        ("a.b", "<p>axb</p>", []),
        ("<b>", "<p><b>x</b></p>", []),
    ],
)
def test_words_that_look_like_markup(word: str, body: str, expected: list[str]) -> None:
    """Characters that HTML writes as references are found, and references are no words."""
    assert found(body, Term(id="x", term=word, definition="X")) == expected


@pytest.mark.parametrize("text", STRINGS)
def test_a_definition_stays_text(text: str) -> None:
    """Whatever a term's definition or name says, it is shown letter for letter and opens no tag."""
    terms = (Term(id="slip", term="Slip", definition=text), Term(id="x", term=text, definition="X"))
    made = explained("<p>A slip.</p>", *terms)
    body = read(made)
    assert [tag for tag, _ in body.tags] == ["p", "a", "span"]
    assert ("tl-tip", " ".join(text.split())) in body.texts


def test_the_first_of_two_terms_counts() -> None:
    """Where two terms share a word, the first one keeps it."""
    other = Term(id="other", term="Other", definition="O", also=["slip"])
    assert 'id="tip-term-slip"' in explained("<p>slip</p>", SLIP, other)


def test_longer_terms_go_first() -> None:
    """A term within a longer one is not taken for it."""
    log = Term(id="log", term="Slip log", definition="A list")
    assert found("<p>a slip log</p>", SLIP, log) == ["slip log"]
    assert found("<p>a slip log and a slip</p>", SLIP, log) == ["slip log", "slip"]


def test_pages_of_the_example() -> None:
    """Pages that use a term load the script; the glossary explains nothing twice; search stays as it was."""
    made = site(example_files())
    with_tips = {path for path, page in made.items() if "tl-tip" in page.body}
    assert len(with_tips) > 20
    assert "glossary" not in with_tips
    assert with_tips == {path for path, page in made.items() if SCRIPT in page.scripts}
    for path in with_tips:
        page = made[path]
        ids = [attributes["id"] for tag, attributes in read(page.body).tags if attributes.get("role") == "tooltip"]
        assert len(ids) == len(set(ids))
        assert not any("The one screen on which a plant sees" in entry.text for entry in page.search)
