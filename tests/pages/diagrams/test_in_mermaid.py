"""Mermaid itself reads and draws every diagram: those of the example, and those of texts that want to be code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page

from tests.pages.diagrams.processes import PLAIN, diagrams, process
from tests.pages.hostile import PLACEHOLDER, STRINGS, everything, with_texts
from tests.support.browsers import chromium
from tests.support.playbooks import playbook
from tests.support.sites import folder_files
from twolane.model.playbook import Playbook
from twolane.third_party import mermaid_script

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[3]
LONGEST = 60
"""Characters of a text that no diagram shortens."""

DRAW = """async texts => {
    mermaid.initialize({startOnLoad: false, securityLevel: "strict", suppressErrorRendering: true});
    const found = [];
    for (const [at, text] of texts.entries()) {
        const one = {error: "", text: "", title: "", tags: [], active: []};
        found.push(one);
        try {
            document.body.innerHTML = (await mermaid.render("drawn-" + at, text)).svg;
        } catch (error) { one.error = String(error); continue; }
        const all = [...document.body.querySelectorAll("*")];
        one.tags = [...new Set(all.map(each => each.localName))].sort();
        const names = all.flatMap(each => [...each.attributes].map(attribute => attribute.name));
        one.active = names.filter(name => /^(on|href|xlink:href|src)/.test(name));
        one.title = document.querySelector("svg > title").textContent;
        document.querySelectorAll("style, title, desc").forEach(each => each.remove());
        one.text = document.body.textContent;
    }
    return found;
}"""
HARMLESS_TAGS = {
    *("svg", "style", "title", "desc", "g", "rect", "path", "line", "circle", "text", "tspan", "defs", "marker"),
    *("symbol", "foreignobject", "foreignObject", "div", "span", "p", "br", "b", "polygon", "filter", "linearGradient"),
    *("feDropShadow", "stop"),
}


class Mermaid:
    """Mermaid in a page of its own; collects what a text that ran would do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.happened: list[str] = []
        page.on("dialog", self._note)
        page.on("request", lambda request: self.happened.append(request.url))

    def _note(self, dialog: Dialog) -> None:
        self.happened.append(dialog.message)
        dialog.dismiss()

    def draw(self, texts: list[str]) -> list[dict[str, Any]]:
        """What became of each text: an error, or the text, the kinds of element and the active attributes drawn."""
        found: list[dict[str, Any]] = self.page.evaluate(DRAW, texts)
        return found


@pytest.fixture(scope="module")
def mermaid() -> Iterator[Mermaid]:
    """The version that ships with the package."""
    with chromium() as browser:
        page = browser.new_page()
        page.set_content("<!doctype html><body></body>")
        page.add_script_tag(path=mermaid_script())
        yield Mermaid(page)


def of_playbook(whole: Playbook) -> list[str]:
    lanes = whole.settings.lanes
    return [text for each in whole.processes for text in diagrams(each, lanes, PLAIN)]


def squeezed(text: str) -> str:
    """``text`` without spaces, which line ends take the place of, and without the joiners that nobody sees."""
    text = text.replace("\N{WORD JOINER}", "")
    return "".join(text.split())


def test_the_example_is_drawn(mermaid: Mermaid) -> None:
    """Every diagram of this repository's playbook, and of a small process with needs that nobody meets."""
    files = {f"process/{name}": data for name, data in folder_files(ROOT / "process").items()}
    files |= {f"playbook/{name}": data for name, data in folder_files(ROOT / "playbook").items()}
    texts = of_playbook(playbook(files)) + list(diagrams(process()))
    drawn = mermaid.draw(texts)
    assert len(drawn) > 20
    assert [(one["error"], text) for one, text in zip(drawn, texts, strict=True) if one["error"]] == []
    assert all(one["title"] for one in drawn)


def test_hostile_texts_are_drawn_letter_for_letter(mermaid: Mermaid) -> None:
    """In every label of every diagram, and nothing of them becomes an element, a request or a script."""
    whole = everything()
    harmless = mermaid.draw(of_playbook(with_texts(whole, PLACEHOLDER, PLACEHOLDER)))
    assert [one["text"].count(PLACEHOLDER) for one in harmless] == [6, 9, 5, 7, 3]
    assert max(map(len, STRINGS)) <= LONGEST
    for text in STRINGS:
        prose = PLAIN(text)
        drawn = mermaid.draw(of_playbook(with_texts(whole, text, text)))
        for one, usual in zip(drawn, harmless, strict=True):
            assert one["error"] == "", text
            assert squeezed(prose) in squeezed(one["text"]) or squeezed(text) in squeezed(one["text"]), text
            if prose == text:
                assert squeezed(one["text"]) == squeezed(usual["text"]).replace(PLACEHOLDER, squeezed(text)), text
                assert squeezed(one["title"]) == squeezed(usual["title"]).replace(PLACEHOLDER, squeezed(text)), text
            assert set(one["tags"]) <= HARMLESS_TAGS, (text, one["tags"])
            assert one["active"] == [], text
    assert mermaid.happened == []
