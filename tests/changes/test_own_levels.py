"""A playbook gives levels of its own to kinds of change, which every report says and every command goes by."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.commands import twolane
from tests.support.playbooks import base_files
from tests.support.repositories import Repository, repository
from twolane.reports.of_changes.change_formats import FORMATS

PROCESS = "process/new-business/process.yml"
TOLD = "set to major by this playbook; Twolane's own level is patch"


def settings(**levels: str) -> bytes:
    """A pyproject.toml that sets levels."""
    lines = "".join(f'{kind.replace("_", "-")} = "{level}"\n' for kind, level in levels.items())
    return f"[tool.twolane.changes]\n{lines}".encode()


def made(folder: Path, **levels: str) -> Repository:
    """A repository whose main branch has these levels and whose working copy rewords an exit's evidence."""
    found = repository(folder, {**base_files(), "pyproject.toml": settings(**levels)})
    found.change(PROCESS, "evidence: E-mail from the plant manager", "evidence: Email from the plant manager")
    return found


@pytest.mark.parametrize("name", ["C514", "exit_criterion_evidence_reworded"])
def test_level_by_code_and_by_slug(tmp_path: Path, name: str) -> None:
    """A kind is named by code or slug; verdict, version and exit code go by the level."""
    found = made(tmp_path, **{name: "major"})
    answer = twolane("diff", "main", "--fail-on", "major", folder=found.folder)
    assert answer.code == 1
    assert answer.output.startswith("Not safe as it is")
    assert "This playbook sets 1 change to major." in answer.output
    assert f"    = level: {TOLD}\n" in answer.output
    assert "needs version 2.0.0 (major), but says 1.0.0: raise it." in answer.output
    found.change(PROCESS, "version: 1.0.0", "version: 1.0.1")
    checked = twolane("check", "--against", "main", folder=found.folder)
    assert (checked.code, "V702 bump-too-small" in checked.output) == (1, True)


@pytest.mark.parametrize("format", FORMATS)
def test_every_report_says_it(tmp_path: Path, format: str) -> None:
    """Whoever reads a report sees that the level is not Twolane's own."""
    found = made(tmp_path, C514="major")
    output = twolane("diff", "main", "--format", format, folder=found.folder).output
    if format == "json":
        (change,) = json.loads(output)["changes"]
        assert (change["level"], change["usual_level"]) == ("major", "patch")
    else:
        assert TOLD in output.replace("&#39;", "'")


@pytest.mark.parametrize("level", ["minor", "patch"])
def test_lighter_level(tmp_path: Path, level: str) -> None:
    """What a playbook makes lighter breaks nothing any more, is told all the same, and is not called wording."""
    found = repository(tmp_path, {**base_files(), "pyproject.toml": settings(metric_unit_changed=level)})
    found.change("process/metrics.yml", "unit: percent", "unit: count")
    answer = twolane("diff", "main", "--fail-on", "major", folder=found.folder)
    assert f"    = level: set to {level} by this playbook; Twolane's own level is major\n" in answer.output
    assert (answer.code, answer.output.startswith("Not safe"), "Hurt:" in answer.output) == (0, False, False)
    assert "only the wording" not in answer.output


def test_levels_of_the_very_proposal(tmp_path: Path) -> None:
    """A proposal that makes a kind of change lighter is itself judged by the heavier level, and says so first."""
    found = made(tmp_path, C514="major")
    found.commit({"pyproject.toml": settings(C514="patch")})
    answer = twolane("diff", "main~1", "--fail-on", "major", folder=found.folder)
    note = (
        "    = note: The settings change too: C514 exit-criterion-evidence-reworded is major in main~1 and patch in "
        "your working copy. Between these two versions the heavier one counts, major.\n"
    )
    assert (answer.code, note in answer.output, TOLD in answer.output) == (1, True, True)
    found.commit({"pyproject.toml": b""})
    assert twolane("diff", "main~2", "--fail-on", "major", folder=found.folder).code == 1
    assert twolane("check", "--against", "main~2", "--fail-on", "warning", folder=found.folder).code == 1


def test_levels_of_releases(tmp_path: Path) -> None:
    """A release goes by the levels of the playbook that is released."""
    found = made(tmp_path, C514="minor")
    found.git("stash", "--quiet")
    assert twolane("release", "new-business", folder=found.folder).code == 0
    found.commit()
    found.git("stash", "pop", "--quiet")
    assert twolane("release", "new-business", folder=found.folder).output.startswith("Released new-business 1.1.0")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ('C514 = "off"', "the level of a kind of change is major, minor or patch"),
        ('C514 = "off"', "= help: no change is hidden; the least is `patch`"),
        ("C514 = 1", "the level of a kind of change is major, minor or patch"),
        ('exit-criterion-evidence-rewordet = "minor"', "= help: did you mean `exit-criterion-evidence-reworded`?"),
        ('C999 = "minor"', "“C999” is no kind of change"),
        ('B203 = "minor"', "“B203” is no kind of change"),
    ],
)
def test_settings_that_are_wrong(tmp_path: Path, lines: str, told: str) -> None:
    """A name or a level that there is not stops the command, with its line and what was probably meant."""
    found = repository(tmp_path, {**base_files(), "pyproject.toml": f"[tool.twolane.changes]\n{lines}\n".encode()})
    answer = twolane("diff", "main", folder=found.folder)
    assert (answer.code, "pyproject.toml:2:" in answer.errors, told in answer.errors) == (2, True, True)


def test_in_the_options_of_the_plugin(tmp_path: Path) -> None:
    """mkdocs.yml says the same below the plugin, and goes before pyproject.toml for a kind that both name."""
    found = made(tmp_path, C514="minor")
    options = b"plugins:\n  - twolane:\n      changes:\n        C514: major\n"
    found.commit({"mkdocs.yml": options + b"docs_dir: playbook\n"}, "Set")
    found.change(PROCESS, "evidence: Email from the plant manager", "evidence: An email from the plant manager")
    assert TOLD in twolane("diff", "HEAD", folder=found.folder).output
    (tmp_path / "mkdocs.yml").write_bytes(options.replace(b"major", b"huge"))
    assert "mkdocs.yml:4:15" in twolane("diff", "HEAD", folder=found.folder).errors


def test_explain_says_it(tmp_path: Path) -> None:
    """In the playbook, `twolane explain` says which level it has set; elsewhere it says Twolane's own alone."""
    found = made(tmp_path / "playbook", C514="major")
    said = "This playbook sets it to major"
    assert said in twolane("explain", "C514", folder=found.folder).output
    assert said not in twolane("explain", "C514", folder=tmp_path).output
    assert said not in twolane("explain", "C513", folder=found.folder).output
