"""Comments of our scripts and styles stay at home; nothing else does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.starters import built, starter_playbook
from twolane.site.inlined import inlined
from twolane.site.template_comments import without_comments
from twolane.site.template_folders import assets, template_folders

pytestmark = pytest.mark.sites

ASSETS = [path for name, path in assets(template_folders()) if name.endswith((".js", ".css"))]


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("a.js", "/* What\n it does */\nrun();\n", "run();\n"),
        ("a.js", "  // why\n  run(); // so\n", "  run(); // so\n"),
        ("a.js", "/** @type {A} */ (b).c();\n/* d */\ne();\n", "/** @type {A} */ (b).c();\ne();\n"),
        ("a.js", "/*! By others */\nrun();\n", "/*! By others */\nrun();\n"),
        ("a.css", "/* a */\na { b: url(//c) }\n", "a { b: url(//c) }\n"),
        ("a.svg", "// a\n", "// a\n"),
    ],
)
def test_comments_with_lines_of_their_own(name: str, text: str, left: str) -> None:
    """They go; what shares its line with code, or says terms of a licence, stays."""
    assert without_comments(name, text) == left


@pytest.mark.parametrize("path", ASSETS, ids=lambda path: path.name)
def test_all_code_is_left(path: Path) -> None:
    """Of our own files every line that has code is still there, in order."""
    text = path.read_text("utf-8")
    code = [line for line in re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).splitlines() if line.strip()]
    left = without_comments(path.name, text)
    kept = [line for line in re.sub(r"/\*.*?\*/", "", left, flags=re.DOTALL).splitlines() if line.strip()]
    assert kept == [line for line in code if not line.strip().startswith("//")]


def test_a_page_that_stands_alone_has_none() -> None:
    """What is inside of one file travels without them, too; terms of licences go along."""
    inside = inlined(template_folders(), diagrams=True)
    assert inside.style == without_comments("a.css", inside.style)
    own = [script for script in inside.scripts if not script.startswith("/*!")]
    assert own == [without_comments("a.js", script) for script in own] != []


def test_the_page_for_a_missing_one_has_none(tmp_path: Path) -> None:
    """Unless its script is the playbook's own."""
    playbook = starter_playbook(tmp_path / "pb")
    assert "// " not in (built(playbook) / "404.html").read_text("utf-8")
    (playbook / "site_templates").mkdir(exist_ok=True)
    (playbook / "site_templates/not_found.js").write_text("// ours\n", "utf-8")
    assert "// ours" in (built(playbook, "--replace") / "404.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["twolane-words.js", "twolane-deals.js", "twolane-search.js"])
def test_a_playbook_may_bring_a_script_of_its_own(tmp_path: Path, name: str) -> None:
    """One that is called like ours takes its place, as it stands: words, a bundle, what goes before the search."""
    playbook = starter_playbook(tmp_path / "pb")
    own = playbook / "site_templates/assets" / name
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("// ours\nmine();\n", "utf-8")
    site = built(playbook)
    assert (site / "assets/twolane" / name).read_text("utf-8") == "// ours\nmine();\n"
    (worker,) = (site / "assets/javascripts/workers").glob("search.*.js")
    assert worker.read_text("utf-8").startswith("// ours\nmine();\n") == (name == "twolane-search.js")
