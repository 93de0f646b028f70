"""Whatever a definition says reaches the pages letter for letter, and nothing of it is ever markup or code."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

import pytest
from markdown_it import MarkdownIt

from tests.pages.hostile import PLACEHOLDER, STRINGS, everything, with_texts
from tests.support.sites import Read, one_line, read, site_of, without_tips
from twolane.findings import Finding, Rule
from twolane.links.finished_page import Heading, Page
from twolane.model.element import Element
from twolane.model.walk import elements, texts
from twolane.source import Place

WHOLE = everything()
OTHER = "Wqx"
"""What all texts say that are not tried."""
COMMONMARK = MarkdownIt("commonmark", {"html": False}).disable("entity")
PROSE_TAGS = {"p", "em", "strong", "code", "pre", "ul", "ol", "li", "a", "br", "hr", "blockquote", "img"}
PROSE_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
SAFE = re.compile(r"https?://|mailto:|#|(\.\./)*[a-z0-9./_-]+\.(html|csv)(#[a-z0-9_-]+)?$")


def is_plain(text: str) -> bool:
    """Whether Markdown leaves the text as it is."""
    as_html = escape(text, quote=False).replace('"', "&quot;")
    return COMMONMARK.renderInline(text) == as_html and COMMONMARK.render(text) == f"<p>{as_html}</p>\n"


@lru_cache(maxsize=8)
def made(text: str, prose: str) -> dict[str, Page]:
    """The pages of a playbook that says these things."""
    said = f"it says “{text}”"
    finding = Finding(Rule("B203", "exit-without-evidence"), said, Place("process/sell/process.yml"), hint=said)
    return site_of(with_texts(WHOLE, text, prose), (finding,))


def placeholder_like(text: str) -> str:
    """A harmless text that is laid out like ``text``: sentences stand below each other."""
    if text.endswith((".", "!", "?")):
        return f"{PLACEHOLDER}."
    return f"{PLACEHOLDER}, too" if "," in text else PLACEHOLDER


def skeleton(page: Read) -> list[tuple[str, list[str]]]:
    return [(tag, sorted(attributes)) for tag, attributes in page.tags]


def without_drawings(body: str) -> str:
    """A body without the two-line diagram, which wraps texts by their widths; `test_two_lines.py` looks after it."""
    return re.sub('<svg class="tl-lines .*?</svg>', "", body, flags=re.DOTALL)


def words(page: Page, body: Read) -> list[str]:
    """Everything of a page that a reader or a browser gets as text; diagrams as they are drawn."""
    shown = [drawn(text) if "tl-diagram" in around else text for around, text in body.texts]
    attributes = [value for _, each in body.tags for name, value in each.items() if name not in ("href", "id")]
    search = [steady(part) for entry in page.search for part in (entry.title, entry.text)]
    rest = [page.title, page.label, page.description, *page.section, *titles(page.headings), *search]
    return [one_line(text) for text in ("".join(shown), *attributes, *rest)]


def titles(headings: tuple[Heading, ...]) -> list[str]:
    return [title for heading in headings for title in (heading.title, *titles(heading.children))]


def drawn(diagram: str) -> str:
    """The text of a diagram with its line ends as spaces and its references as the characters that Mermaid draws."""
    diagram = re.sub("</?b>", "", diagram.replace("<br/>", " ").replace("\N{WORD JOINER}", ""))
    return re.sub(r"#(\d+);", lambda match: chr(int(match[1])), diagram)


def steady(body: str) -> str:
    """A body without what depends on the letters of a text: terms, which `test_glossary_tips.py` looks after, and signs
    and times of reading, which `test_start.py` does.
    """
    return re.sub(r' data-hash="[0-9a-f]*"|\(\d+ min\)|about \d+ min', "", without_tips(body))


Seen = dict[str, tuple[list[str], list[tuple[str, list[str]]]]]


@lru_cache(maxsize=4)
def seen(text: str, prose: str) -> Seen:
    """What each page says, and its tags with the names of their attributes."""
    bodies = ((path, page, read(steady(without_drawings(page.body)))) for path, page in made(text, prose).items())
    return {path: (words(page, body), skeleton(body)) for path, page, body in bodies}


@pytest.mark.parametrize("text", STRINGS)
def test_a_text_is_shown_letter_for_letter(text: str) -> None:
    """In each place, the text stands as it was written, and no tag or attribute is more than with harmless text.

    Prose takes part where Markdown sees nothing special in the text.
    """
    placeholder, both = placeholder_like(text), is_plain(text)
    hostile = seen(text, text if both else OTHER)
    harmless = seen(placeholder, placeholder if both else OTHER)
    assert hostile.keys() == harmless.keys()
    for path, (said, tags) in hostile.items():
        assert said == [one_line(each.replace(placeholder, text)) for each in harmless[path][0]], path
        assert tags == harmless[path][1], path


@pytest.mark.parametrize("text", [text for text in STRINGS if not is_plain(text)])
def test_prose_is_markdown_and_nothing_else(text: str) -> None:
    """Prose adds only elements of Markdown without attributes; links lead to safe places, pictures are none."""
    harmless = {path: read(without_tips(page.body)) for path, page in made(PLACEHOLDER, OTHER).items()}
    for path, page in made(PLACEHOLDER, text).items():
        found = read(without_tips(page.body))
        known = {(tag, name) for tag, attributes in harmless[path].tags for name in ("", *attributes)}
        for tag, attributes in found.tags:
            added = {(tag, name) for name in ("", *attributes)} - known
            assert added <= {(each, "") for each in PROSE_TAGS} | {("a", "href")}, (path, added)
        assert all(SAFE.match(href) for href in found.hrefs), (path, found.hrefs)


def test_there_are_enough_strings() -> None:
    """Both kinds of prose are tried."""
    assert len(STRINGS) >= 60
    assert sum(map(is_plain, STRINGS)) >= 20


IDS_OF_SETTINGS = ("PlaybookFile.processes", "PlaybookFile.approvers")
"""What names processes and roles by their ids alone."""


def test_every_text_of_the_format_is_tried() -> None:
    """The playbook under test has a placeholder in each field that takes a text of its author's choice."""
    tried, others, known = set(), set(), set()
    for root in (WHOLE.about, WHOLE.strategy, *shared()):
        for element in elements(root):
            known |= {(type(element), key) for key in text_keys(type(element))}
            for found in texts(element):
                (tried if found.text == PLACEHOLDER else others).add((type(element), found.key))
    left = {f"{owner.__name__}.{key}" for owner, key in known - tried - others}
    old_ids = {f"{owner}.{key}" for owner in ("Stage", "BuyerStep", "Role") for key in ("merged_from", "split_into")}
    ids = {*IDS_OF_SETTINGS, "Process.retired_ids", "Decision.go", "Regrouped.itself", *old_ids}
    assert left <= {"PlaybookFile.starter", *ids}
    by_choice = {f"{owner.__name__}.{key}" for owner, key in others if key in ("name", "title", "what", "text")}
    assert by_choice == set()


def shared() -> tuple[Element, ...]:
    parts = (WHOLE.roles, WHOLE.segments, WHOLE.metrics, WHOLE.differentiators, WHOLE.competitors, WHOLE.terms)
    return tuple(element for part in (*parts, WHOLE.processes) for element in part)


def text_keys(owner: type[Element]) -> set[str]:
    """The keys of an element that hold text or texts; the names of audiences are never shown."""
    return {
        info.alias or name
        for name, info in owner.model_fields.items()
        if name not in ("at", "entries", "audience") and re.search(r"\bstr\b", str(info.annotation))
    }
