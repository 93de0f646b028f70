"""The forms in which people tell us something have the form that GitHub asks for, and ask for what helps."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.documents import ROOT

FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
CHOOSER = FOLDER / "config.yml"
FORMS = tuple(sorted(set(FOLDER.iterdir()) - {CHOOSER}))
REQUIRED = {
    "mistake.yml": {"command", "output", "expected"},
    "verdict.yml": {"new", "said", "verdict", "but", "version"},
    "idea.yml": {"situation", "idea"},
    "question.yml": {"question"},
    "private.yml": set(),
}
"""What each form insists on, by the ids of its fields."""


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def fields(path: Path) -> list[dict[str, Any]]:
    """What somebody fills in; texts between fields are left out."""
    return [each for each in read(path)["body"] if each["type"] != "markdown"]


def faults(schema: str, *paths: Path) -> str:
    """What the host's own schema says is wrong with files; nothing where they are right."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *paths]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_forms_and_chooser_fit_the_schemas_of_the_host() -> None:
    """The files have the form that GitHub publishes."""
    assert faults("github-issue-forms", *FORMS) + faults("github-issue-config", CHOOSER) == ""


def test_a_form_without_a_label_is_found(tmp_path: Path) -> None:
    """A field whose label is missing is found, so that finding nothing means something."""
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(FORMS[0].read_text("utf-8").replace("      label:", "      labels:"), "utf-8")
    assert "label" in faults("github-issue-forms", wrong)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_form_has_what_the_host_demands(path: Path) -> None:
    """A form has a name, a description and fields, each with a type, an id and a label of its own."""
    form = read(path)
    assert {"name", "description", "body"} <= set(form)
    asked = [(each["id"], each["attributes"]["label"]) for each in fields(path)]
    assert asked
    assert all(len(set(column)) == len(asked) for column in zip(*asked, strict=True))


def test_forms_insist_on_what_helps() -> None:
    """Nobody can send a form without what we need to look into it."""
    insisted = {
        path.name: {each["id"] for each in fields(path) if each.get("validations", {}).get("required")}
        for path in FORMS
    }
    assert insisted == REQUIRED


def test_names_of_forms_differ() -> None:
    """Whoever chooses a form sees what each is for."""
    names = [read(path)["name"] for path in FORMS]
    assert len(set(names)) == len(names) == 5


def test_weaknesses_are_told_in_private() -> None:
    """There is no empty form, and the list of forms leads whoever found a weakness to the private one."""
    chooser = read(CHOOSER)
    assert chooser["blank_issues_enabled"] is False
    private, manual = (link["url"] for link in chooser["contact_links"])
    assert private in (ROOT / "SECURITY.md").read_text("utf-8")
    assert (ROOT / manual.partition("/HEAD/")[2]).is_file()


def test_a_weakness_can_be_announced_without_a_word_about_it() -> None:
    """SECURITY.md names the form for whoever cannot reach the private one, and that form has no room for a text."""
    assert "issues/new?template=private.yml" in (ROOT / "SECURITY.md").read_text("utf-8")
    assert [each["type"] for each in fields(FOLDER / "private.yml")] == ["checkboxes"]


def test_readers_of_a_site_can_report_too() -> None:
    """Whoever has no definitions or could not install is told what to leave empty."""
    said = {each["id"]: each["attributes"].get("description", "") for each in fields(FOLDER / "mistake.yml")}
    assert "only read a site" in said["lines"]
    assert "for a site" in said["version"]
