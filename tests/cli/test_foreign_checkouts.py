"""Whatever lies in a checkout, in an archive or around them: reading a playbook and its versions runs nothing of it."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from tests.support.commands import plain_environment, twolane, twolane_process
from tests.support.planting import Ground, Plant, git_version, ground
from tests.support.plants import EMBEDDED, IN_SETTINGS, PLANTS, PLAYBOOK, PROMISED
from tests.support.playbooks import base_files
from tests.support.repositories import Repository, repository

PROCESS = f"{PLAYBOOK}/process/new-business/process.yml"
READING = (
    ("diff", "main"),
    ("diff", "main...", "HEAD", "--format", "html"),
    ("check", "--against", "main"),
    ("check",),
    ("align",),
    ("release", "new-business", "--dry-run"),
)
"""The commands that read a playbook, as one may run them on what somebody else has sent."""


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a playbook in a folder, whose branch `feature`, which is checked out, has reworded it."""
    files = {f"{PLAYBOOK}/{name}": data for name, data in base_files().items()}
    made = repository(tmp_path_factory.mktemp("foreign") / "checkout", files)
    made.git("switch", "--quiet", "--create", "feature")
    made.change(PROCESS, "name: New business", "name: Newest business")
    made.change(f"{PLAYBOOK}/process/roles.yml", "name: Plant manager", "name: Head of the plant")
    made.commit()
    return made.folder


@pytest.fixture
def here(made_once: Path, tmp_path: Path) -> Ground:
    """A copy of that repository for each test, and a command to plant in it."""
    return ground(Repository(copytree(made_once, tmp_path / "checkout")), tmp_path)


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_planted_in_git(here: Ground, plant: Plant) -> None:
    """No command that is planted where git looks for one is run, although plain git runs it."""
    folder = here.made.folder / PLAYBOOK
    plant.plant(here)
    around = plant.variables(here)
    for command in READING:
        answer = twolane(*command, folder=folder, **around)
        assert not here.mark.exists(), command
        if command[0] == "diff":
            assert answer.code == plant.code, answer.errors
    if git_version() >= plant.since:
        plant.spring(here, folder)
        assert here.mark.exists(), "nothing was planted"


@pytest.mark.sites
def test_planted_everywhere(here: Ground, tmp_path: Path) -> None:
    """With all that a repository can name planted in it at once, even a preview is built without running any of it."""
    folder = here.made.folder / PLAYBOOK
    for plant in IN_SETTINGS:
        plant.plant(here)
    here.mark.unlink(missing_ok=True)  # what plants the last ones may call git, which runs the first ones
    old = tmp_path / "old.yml"
    old.write_bytes(base_files()["process/roles.yml"])
    given = ("process/roles.yml", str(old), "0", "100644", "process/roles.yml", "0", "100644")
    for command in (("build", "--compare", "main"), ("gitdiff", *given), ("comment", "--report", str(old))):
        answer = twolane_process(*command, folder=folder, CI="", GITHUB_EVENT_PATH="", GITLAB_CI="")
        assert answer.code == (2 if command[0] == "comment" else 0), answer.errors
        assert not here.mark.exists(), command
    assert "Newest business" in (folder / "site/changes.html").read_text("utf-8")


@pytest.mark.sites
@pytest.mark.parametrize("plant", [PROMISED[0], EMBEDDED[0], EMBEDDED[1]], ids=lambda plant: plant.name)
def test_preview_of_what_git_would_run(here: Ground, plant: Plant) -> None:
    """A preview whose old version cannot be read without running something is not built, and nothing is run."""
    plant.plant(here)
    answer = twolane_process("build", "--compare", "main", folder=here.made.folder / PLAYBOOK)
    assert (answer.code, here.mark.exists()) == (plant.code, False)


def read_all(here: Ground) -> None:
    """Runs the commands that read a playbook, none of which may run what is planted."""
    for command in (*READING, ("diff", "main", "--format", "markdown"), ("schema", "out"), ("explain", "B203")):
        twolane(*command, folder=here.made.folder / PLAYBOOK)
        assert not here.mark.exists(), command


@pytest.mark.sites
def test_hooks_of_mkdocs(here: Ground) -> None:
    """What mkdocs.yml names as hooks or as objects of Python is run by `build` alone."""
    here.write(f"{PLAYBOOK}/playbook/about.md", "About\n")
    here.write(f"{PLAYBOOK}/planted.py", 'from pathlib import Path\nPath("MARK").touch()\n')
    tag = '!!python/object/apply:os.system ["touch MARK"]'
    here.write(
        f"{PLAYBOOK}/mkdocs.yml",
        f"site_name: Ours\ndocs_dir: playbook\nplugins: [search, twolane]\nextra:\n  planted: {tag}\n",
    )
    read_all(here)
    here.write(
        f"{PLAYBOOK}/mkdocs.yml",
        "site_name: Ours\ndocs_dir: playbook\nplugins: [search, twolane]\nhooks: [planted.py]\n",
    )
    read_all(here)
    twolane_process("build", folder=here.made.folder / PLAYBOOK)
    assert here.mark.exists()


def test_templates(here: Ground) -> None:
    """Code in a template of the playbook is run by what makes pages, and by nothing else."""
    code = "{{ cycler.__init__.__globals__.os.system('touch MARK') }}"
    for name in ("stage.html", "changes.html", "process.html"):
        here.write(f"{PLAYBOOK}/site_templates/{name}", code)
    read_all(here)
    twolane_process("pages", "out", folder=here.made.folder / PLAYBOOK)
    assert here.mark.exists()


def test_objects_in_definitions(here: Ground) -> None:
    """A definition that names an object of Python is text with a mistake in it."""
    text = here.filled('roles: !!python/object/apply:os.system ["touch MARK"]\n')
    for name in ("roles.yml", "planted.yml", "new-business/releases.yml"):
        here.write(f"{PLAYBOOK}/process/{name}", text)
    read_all(here)
    yaml.unsafe_load(text)
    assert here.mark.exists()


def test_modules_beside_the_playbook(here: Ground) -> None:
    """The command loads nothing from the folder where it is called, as `python -m` does."""
    folder = here.made.folder / PLAYBOOK
    for name in ("typer", "yaml", "rich", "sitecustomize"):
        here.write(f"{PLAYBOOK}/{name}.py", 'from pathlib import Path\nPath("MARK").touch()\n')
    program = Path(sysconfig.get_path("scripts")) / "twolane"
    for command, planted in (([str(program)], False), ([sys.executable, "-m", "twolane"], True)):
        subprocess.run([*command, "check"], cwd=folder, env=plain_environment(), capture_output=True, check=False)
        assert here.mark.exists() is planted
