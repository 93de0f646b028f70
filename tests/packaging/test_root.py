"""What stands in the top folder is there because some tool or reader looks for it there, and nothing else is."""

from __future__ import annotations

import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
FILES = {
    ".editorconfig": "editors look for it in the folders above a file",
    ".gitattributes": "git reads those of the top folder for all files",
    ".gitignore": "git, and hatchling, which leaves out of the package what git ignores",
    ".npmrc": "npm reads it beside package.json",
    ".pre-commit-hooks.yaml": "pre-commit looks for the hooks of a repository here alone",
    "CHANGELOG.md": "people and hosts look for it here",
    "CONTRIBUTING.md": "hosts link to it from each issue and pull request",
    "LICENSE": "hosts and package builders look for it here",
    "Makefile": "make reads the one of the folder in which it is called",
    "README.md": "hosts show it, and the package's page does",
    "SECURITY.md": "hosts show it below “Security”",
    "action.yml": "GitHub looks for the action of a repository here",
    "hatch_build.py": "hatchling looks for what completes a package beside pyproject.toml",
    "mkdocs.yml": "MkDocs, and the plugin for this repository's own playbook",
    "package-lock.json": "npm reads it beside package.json",
    "package.json": "npm looks for it in the folder in which it is called",
    "pyproject.toml": "pip, and all tools of Python",
    "tasks.py": "who has no make types `python tasks.py` here",
}
FOLDERS = {
    ".ci": "the build server calls .ci/run",
    ".github": "GitHub looks for workflows and forms there",
    ".gitlab": "what GitLab includes, where GitLab's own templates lie",
    "benchmarks": "where figures come from",
    "bootstrap": "gets a machine ready",
    "docs": "the manual, where hosts and people look for one",
    "generator": "the package",
    "playbook": "pages of this repository's own playbook",
    "process": "definitions of this repository's own playbook",
    "site_templates": "templates, where each playbook has them",
    "tests": "tests",
}


def test_top_folder_holds_only_what_is_looked_for_there() -> None:
    """Each file and folder at the top has a reason in the tables above; what has none belongs into a folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"],
        cwd=CHECKOUT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names = {name for name in listed.stdout.split("\0") if name and (CHECKOUT / name).exists()}
    tops = {(name.partition("/")[0], "/" in name) for name in names}
    assert {name for name, folder in tops if not folder} == set(FILES)
    assert {name for name, folder in tops if folder} == set(FOLDERS)
