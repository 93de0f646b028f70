"""`make lint` has TypeScript look at all of our scripts, whose types it reads from comments; here is the rest."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.scripts.words import DECLARED, declaration

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "generator/scripts"
MODULES = sorted(SOURCES.rglob("*.js"))
LONGEST = 300
GLOBALS = {
    "twolaneWords": {"shared/words.js"},
    "twolanePage": {"twolane-page.js", "shared/site_page.js", "not_found.js"},
    "twolaneFont": {"diagrams/saving.js"},
}
"""What one file leaves in the window for others, and the modules that put it there or take it from there."""


def name(path: Path) -> str:
    return path.relative_to(SOURCES).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_script_is_a_short_module(path: Path) -> None:
    """It imports or exports, is looked at by TypeScript without exception, and is not long."""
    text = path.read_text("utf-8")
    assert re.search(r"^(import|export) ", text, re.MULTILINE)
    assert text.startswith("// @ts-check\n")
    assert not re.search("@ts-(nocheck|ignore|expect-error)", text)
    assert len(text.splitlines()) <= LONGEST


def test_scripts_share_nothing_but_by_import() -> None:
    """What is left in the window is taken from there in one module, which all others import; nothing else is left."""
    used: dict[str, set[str]] = {}
    for path in MODULES:
        for variable in re.findall(r"\btwolane[A-Z]\w*", path.read_text("utf-8")):
            used.setdefault(variable, set()).add(name(path))
    assert used == GLOBALS


def test_beside_the_templates_lies_no_script() -> None:
    """Scripts are made from modules, and what they say from the tables of texts."""
    assert list((ROOT / "site_templates").rglob("*.js")) == []


def test_scripts_know_the_words_that_are_there() -> None:
    """The declaration that TypeScript reads is that of the tables; `python -m tests.scripts.words` writes it anew."""
    assert DECLARED.read_text("utf-8") == declaration()
