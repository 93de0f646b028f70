"""Mermaid itself reads and draws every diagram: those of the example, and those of texts that want to be code."""

from __future__ import annotations

import pytest

from tests.mermaid.drawing import Mermaid
from tests.mermaid.processes import PLAIN, diagrams, process
from tests.pages.hostile import PLACEHOLDER, STRINGS, everything, with_texts
from tests.support.playbooks import example_files, playbook
from twolane.model.playbook import Playbook

pytestmark = pytest.mark.browser

LONGEST = 60
"""Characters of a text that no diagram shortens."""

HARMLESS_TAGS = {
    *("svg", "style", "title", "desc", "g", "rect", "path", "line", "circle", "text", "tspan", "defs", "marker"),
    *("symbol", "foreignobject", "foreignObject", "div", "span", "p", "br", "b", "polygon", "filter", "linearGradient"),
    *("feDropShadow", "stop"),
}


def of_playbook(whole: Playbook) -> list[str]:
    lanes = whole.about.lanes
    return [text for each in whole.processes for text in diagrams(each, lanes, PLAIN)]


def squeezed(text: str) -> str:
    """``text`` without spaces, which line ends take the place of, and without the joiners that nobody sees."""
    text = text.replace("\N{WORD JOINER}", "")
    return "".join(text.split())


def test_the_example_is_drawn(mermaid: Mermaid) -> None:
    """Every diagram of this repository's playbook, and of a small process with needs that nobody meets."""
    texts = of_playbook(playbook(example_files())) + list(diagrams(process()))
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
