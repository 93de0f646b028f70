"""`make lint` has TypeScript look at all of our scripts, whose types it reads from comments; here is the rest."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "generator/scripts"
WORDS = ROOT / "site_templates/assets/twolane-words.js"
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


def test_only_the_words_are_no_module() -> None:
    """Beside the templates lies no script but the one that is all words."""
    assert [path for path in (ROOT / "site_templates").rglob("*.js") if path != WORDS] == []
