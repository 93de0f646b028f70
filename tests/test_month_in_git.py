"""What happens to a playbook in a month of a real repository: it is moved, reverted, squashed, cut off, and merged."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.commands import Answer, twolane
from tests.support.playbooks import base_files
from tests.support.repositories import Repository, build_server_clone, environment, repository

PROCESS = "process/new-business/process.yml"
LEDGER = "process/new-business/releases.yml"
TOP = ("process", "playbook", "mkdocs.yml")


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """The base playbook at the top of a repository."""
    return repository(tmp_path / "company", base_files())


def moved(made: Repository, old: str, new: str) -> None:
    """Moves the playbook from one folder of the repository to another."""
    (made.folder / new).mkdir(parents=True, exist_ok=True)
    for name in TOP:
        if (made.folder / old / name).exists():
            made.git("mv", f"{old}/{name}", f"{new}/{name}")


def without_a_criterion(made: Repository, folder: str = "") -> None:
    """Takes out the criterion that ends the stage Prospecting, which deals under way have been led by."""
    path = made.folder / folder / PROCESS
    text = path.read_text("utf-8")
    shorter, count = re.subn(r"      - id: meeting-agreed\n(?:        .*\n)+", "", text)
    assert count == 1
    path.write_text(shorter, "utf-8")


def reworded(made: Repository, folder: str = "") -> None:
    """Words an exit criterion's evidence anew."""
    before, after = "evidence: E-mail from the plant manager", "evidence: Email from the plant manager"
    made.change(f"{folder}{PROCESS}", before, after)


def diff(made: Repository, *arguments: str, below: str = "") -> Answer:
    """What `twolane diff` answers in a folder of the repository."""
    return twolane("diff", *arguments, folder=made.folder / below)


def verdict(answer: Answer) -> str:
    """The first line of a report."""
    return answer.output.partition("\n")[0]


def test_folder_moved_and_something_broken(made: Repository) -> None:
    """A commit that moves the playbook and breaks something is judged like one that breaks the same in its place."""
    without_a_criterion(made)
    here = [line for line in diff(made, "main").output.splitlines() if " major C" in line]
    assert here
    moved(made, ".", "sales")
    made.commit()
    answer = diff(made, "main~1", "--fail-on", "major", below="sales")
    assert (answer.code, verdict(answer)[:8]) == (1, "Not safe")
    assert [line for line in answer.output.splitlines() if " major C" in line] == here
    assert (
        "    = note: In main~1 the playbook was in process, and now it is in sales/process; those two were compared.\n"
    ) in answer.output
    checked = twolane("check", "--against", "main~1", folder=made.folder / "sales")
    assert "V701 version-not-raised" in checked.output


def test_folder_moved_and_not_committed(made: Repository) -> None:
    """What is moved and not committed yet is found too."""
    moved(made, ".", "sales")
    answer = diff(made, "HEAD", "--fail-on", "patch", below="sales")
    assert (answer.code, verdict(answer)) == (0, "Nothing has changed.")


def test_into_a_folder_and_back(made: Repository) -> None:
    """Each version of a playbook that went into a folder and came back is compared with each other one."""
    moved(made, ".", "sales")
    made.commit()
    reworded(made, "sales/")
    made.commit()
    moved(made, "sales", ".")
    made.commit()
    pairs = (("main~3", "main", 1), ("main~2", "main~1", 1), ("main~1", "main", 0), ("main~3", "main~2", 0))
    for old, new, changes in pairs:
        answer = diff(made, old, new, "--fail-on", "patch")
        assert (answer.code, answer.output.count(" patch C")) == (int(changes > 0), changes), (old, new)


def test_folder_of_the_definitions_renamed(tmp_path: Path) -> None:
    """The old version's own configuration says where its definitions were."""
    files = {name.replace("process/", "our/", 1): data for name, data in base_files().items()}
    made = repository(tmp_path, {**files, "mkdocs.yml": b"plugins:\n  - twolane: {definitions: our}\n"})
    made.git("mv", "our", "selling")
    path = made.folder / "selling/new-business/process.yml"
    path.write_text(path.read_text("utf-8").replace("E-mail from", "Email from"), "utf-8")
    made.commit({"mkdocs.yml": b"plugins:\n  - twolane: {definitions: selling}\n"})
    answer = diff(made, "main~1")
    assert answer.output.count(" patch C") == 1
    assert "In main~1 the playbook was in our, and now it is in selling; those two were compared." in answer.output
    assert diff(made, "main", "main~1").output.count(" patch C") == 1


def test_configuration_of_then(tmp_path: Path) -> None:
    """The same where the old version had them in pyproject.toml and the new one has them where they mostly are."""
    files = {name.replace("process/", "our/", 1): data for name, data in base_files().items()}
    made = repository(tmp_path, {**files, "pyproject.toml": b'[tool.twolane]\ndefinitions = "our"\n'})
    made.git("mv", "our", "process")
    made.git("rm", "--quiet", "pyproject.toml")
    made.commit()
    assert verdict(diff(made, "main~1")) == "Nothing has changed."


def test_case_of_a_folder(made: Repository) -> None:
    """A folder that differs in capital letters alone is found on disks that tell them apart."""
    made.git("mv", "process", "Process")
    made.commit()
    made.git("mv", "Process", "process")
    made.commit()
    answer = diff(made, "main~1", "--fail-on", "patch")
    assert (answer.code, verdict(answer)) == (0, "Nothing has changed.")


def test_case_of_a_process(made: Repository) -> None:
    """A process whose folder and id change their letters' case has another id, which is told and not called safe."""
    made.git("mv", "process/new-business", "process/New-business")
    made.commit()
    made.git("mv", "process/New-business", "process/new-business")
    made.commit()
    assert not verdict(diff(made, "main~1")).startswith("Safe")


def test_new_playbook_beside_another(made: Repository) -> None:
    """A playbook that nobody had before is new, which is said and is not called safe, and fails nothing."""
    made.commit({f"partners/{name}": data for name, data in base_files().items()})
    for arguments in (("--fail-on", "major"), ("--fail-on", "patch", "--format", "markdown")):
        answer = diff(made, "main~1", *arguments, below="partners")
        said = answer.output.replace("\\~<!-- -->", "~")
        assert "Everything is new: in main~1 there was no playbook." in said
        assert "Safe" not in verdict(answer)
    assert diff(made, "main~1", "--fail-on", "major", below="partners").code == 0
    assert twolane("check", "--against", "main~1", folder=made.folder / "partners").code == 0


def test_nobody_knows_what_became_of_it(made: Repository) -> None:
    """Where one playbook went and one came that have nothing in common, the comparison is not known and fails."""
    for name in ("process", "playbook"):
        shutil.rmtree(made.folder / name, ignore_errors=True)
    made.commit({"partners/process/playbook.yml": b"title: Partners\n", "partners/process/roles.yml": b"roles: []\n"})
    answer = diff(made, "main~1", "--fail-on", "major", below="partners")
    assert (answer.code, verdict(answer)[:10]) == (1, "Not known:")
    assert (
        "In main~1 there was no playbook in partners/process, but one in process that is gone now, and the files do "
        "not tell whether it became this one. If it did, compare with main~1:process."
    ) in answer.output
    assert "--fail-on takes that for a failure." in answer.errors
    assert diff(made, "main~1", below="partners").code == 0
    markdown = diff(made, "main~1", "--format", "markdown", below="partners").output
    assert "- Do not agree yet: fix what could not be read, as the notes say, and compare again." in markdown
    assert "Nothing changes for them." not in markdown
    html = diff(made, "main~1", "--format", "html", below="partners").output
    assert ("tl-changes__verdict--watch" in html, "Nothing changes for them." in html) == (True, False)
    checked = twolane("check", "--against", "main~1", folder=made.folder / "partners")
    assert (checked.code, "--against takes that for a failure." in checked.errors) == (1, True)
    told = diff(made, "main~1:process", "--fail-on", "major", below="partners")
    assert (told.code, verdict(told)[:8]) == (1, "Not safe")


def test_two_that_it_may_have_been(made: Repository) -> None:
    """Of two playbooks that are gone and are as much like the new one, none is taken."""
    made.commit({f"north/{name}": data for name, data in base_files().items()})
    for name in ("process", "playbook", "north"):
        shutil.rmtree(made.folder / name, ignore_errors=True)
    made.commit({f"all/{name}": data for name, data in base_files().items()})
    answer = diff(made, "main~1", "--fail-on", "major", below="all")
    assert (answer.code, verdict(answer)[:10]) == (1, "Not known:")
    assert "compare with main~1:north/process or main~1:process." in answer.output


@pytest.mark.parametrize("folder", ["", "process", "./process", "process/"])
def test_folder_of_a_revision(made: Repository, folder: str) -> None:
    """A playbook in a folder of a revision, or its definitions, are a version."""
    reworded(made)
    answer = diff(made, f"main:{folder}")
    assert answer.output.count(" patch C") == 1
    assert "compared: from main, in process to your working copy" in answer.output


def test_folder_of_a_revision_without_playbook(made: Repository) -> None:
    """A folder that holds none is told, with those that do."""
    answer = diff(made, "main:sales")
    assert (answer.code, answer.errors) == (
        2,
        "In main, the folder “sales” holds no playbook and no definitions. There are some in main:process.\n",
    )


def test_two_playbooks_in_one_repository(made: Repository) -> None:
    """What became of one playbook of a repository is found beside the others, which stay."""
    made.commit({f"north/{name}": data for name, data in base_files().items()})
    moved(made, "north", "teams/north")
    reworded(made, "teams/north/")
    made.commit()
    answer = diff(made, "main~1", below="teams/north")
    assert answer.output.count(" patch C") == 1
    assert "the playbook was in north/process, and now it is in teams/north/process" in answer.output


def test_squash_and_revert(made: Repository) -> None:
    """A squash says what its branch said; a revert says the same backwards, and the lost releases are found."""
    made.git("switch", "--quiet", "--create", "feature")
    assert twolane("release", "new-business", folder=made.folder).code == 0
    made.commit()
    reworded(made)
    assert twolane("release", "new-business", folder=made.folder).code == 0
    made.commit()
    branch = diff(made, "main").output
    made.git("switch", "--quiet", "main")
    made.git("merge", "--quiet", "--squash", "feature")
    made.commit()
    assert diff(made, "main~1").output.replace("main~1", "main") == branch
    made.git("revert", "--no-edit", "HEAD")
    answer = diff(made, "main~1")
    assert answer.output.count(" patch C") == 1
    checked = twolane("check", "--against", "main~1", folder=made.folder)
    assert checked.code == 1
    found = "V702 bump-too-small\n    releases 1.0.0 and 1.0.1 are gone from the ledger of New business\n"
    assert found in checked.output


def test_line_ends(made: Repository) -> None:
    """A playbook whose files all get other line ends, and are moved besides, has not changed."""
    for path in (made.folder / "process").rglob("*.yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    made.git("config", "core.autocrlf", "false")
    moved(made, ".", "sales")
    made.commit()
    answer = diff(made, "main~1", "--fail-on", "patch", below="sales")
    assert (answer.code, verdict(answer)) == (0, "Nothing has changed.")


def test_shallow_clone(made: Repository, tmp_path: Path) -> None:
    """A clone without the other version fails a check against it with what is to be fetched; then all is found."""
    moved(made, ".", "sales")
    without_a_criterion(made, "sales")
    made.commit()
    copy = build_server_clone(made, tmp_path / "clone", "refs/heads/main")
    for command in ("diff", "check --against"):
        answer = twolane(*command.split(), "HEAD~1", folder=copy.folder / "sales")
        assert (answer.code, "git fetch --unshallow origin" in answer.errors) == (4, True)
    copy.run("git fetch --quiet --unshallow origin")
    assert diff(copy, "HEAD~1", "--fail-on", "major", below="sales").code == 1


def submodule(made: Repository, source: Repository, folder: str) -> None:
    """Adds a repository to another one as a submodule."""
    made.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", source.folder.as_uri(), folder)


def test_playbook_in_a_submodule(made: Repository, tmp_path: Path) -> None:
    """A playbook in a submodule has the history of that; one beside it changes nothing."""
    around = repository(tmp_path / "around", {"readme.txt": b"All that we have.\n"})
    submodule(around, made, "sales")
    around.commit()
    inside = Repository(around.folder / "sales")
    reworded(inside)
    inside.commit()
    assert diff(inside, "main~1").output.count(" patch C") == 1
    submodule(made, around, "more")
    made.commit()
    assert verdict(diff(made, "main~1")) == "Nothing has changed."


def test_definitions_that_were_a_submodule(made: Repository, tmp_path: Path) -> None:
    """What lay in a submodule is not kept in the repository: nothing is known of it, and nothing is called safe."""
    around = repository(tmp_path / "around", {"readme.txt": b"All that we have.\n"})
    submodule(around, made, "sales")
    around.commit()
    around.git("rm", "--quiet", "sales")
    around.commit({f"sales/{name}": data for name, data in base_files().items()})
    around.git("mv", "sales", "selling")
    around.commit()
    answer = diff(around, "main~2", "--fail-on", "major", below="selling")
    assert (answer.code, verdict(answer)[:10]) == (1, "Not known:")
    assert "In main~2, sales was a submodule, and is gone now: a repository of its own" in answer.output
    answer = diff(around, "main~2", "main~1", "--fail-on", "major", below="selling")
    assert (answer.code, verdict(answer)[:10]) == (1, "Not known:")


def both_released(made: Repository) -> None:
    """Merges two branches that have both released 1.0.1, which ends in conflicts."""
    assert twolane("release", "new-business", folder=made.folder).code == 0
    made.commit()
    for branch, old, new in (
        ("one", "evidence: E-mail from the plant manager", "evidence: Email from the plant manager"),
        ("two", "name: Prospecting", "name: Prospect"),
    ):
        made.git("switch", "--quiet", "--create", branch, "main")
        path = made.folder / PROCESS
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
        assert twolane("release", "new-business", folder=made.folder).code == 0
        made.commit()
    made.git("switch", "--quiet", "main")
    made.git("merge", "--quiet", "one")
    command = ["git", "merge", "--quiet", "two"]
    assert subprocess.run(command, cwd=made.folder, env=environment(), capture_output=True, check=False).returncode == 1


_CONFLICT = re.compile(r"<<<<<<<.*\n((?:.*\n)*?)=======\n((?:.*\n)*?)>>>>>>>.*\n")


def test_two_branches_release_one_version(made: Repository) -> None:
    """The conflict is found with what to do; so are two entries of one version; then the rest needs a next version."""
    both_released(made)
    answer = twolane("check", folder=made.folder)
    assert answer.code == 1
    assert "the frozen copy of version 1.0.1 holds the marks of a merge that nobody has finished" in answer.output
    assert (
        "it seems that two branches have released 1.0.1: keep copy and entry as one of them has them" in answer.output
    )
    refused = twolane("release", "new-business", folder=made.folder)
    assert (refused.code, "Mend these first" in refused.errors) == (1, True)
    assert "needs version 1.0.2 (patch), but says 1.0.1: raise it." in diff(made, "one").output
    ledger = made.folder / LEDGER
    text = ledger.read_text("utf-8")
    ours, theirs = (_CONFLICT.sub(rf"\{side}", text) for side in (1, 2))
    entry = theirs[theirs.index("  - version: 1.0.1") : theirs.index("  - version: 1.0.0")]
    made.git("checkout", "--ours", "process/new-business/releases")
    for before in ("  - version: 1.0.1", "  - version: 1.0.0"):
        both = ours.replace(before, f"{entry}{before}")
        ledger.write_text(both, "utf-8")
        answer = twolane("check", folder=made.folder)
        assert (answer.code, "version 1.0.1 stands in releases.yml more than once" in answer.output) == (1, True)
        line = both.splitlines().index(f"    sha256: {theirs.partition('sha256: ')[2][:64]}") - 3
        assert f"{LEDGER}:{line}:14: error V704" in answer.output
    ledger.write_text(ours, "utf-8")
    answer = twolane("check", folder=made.folder)
    assert (answer.code, "V701 version-not-raised" in answer.output) == (0, True)
    assert twolane("release", "new-business", folder=made.folder).output.startswith("Released new-business 1.0.2")


def test_process_moved_into_another_playbook(made: Repository) -> None:
    """A process that goes from one playbook into another is judged there by what it was, and not called new."""
    files = {f"partners/{name}": data for name, data in base_files().items() if "new-business" not in name}
    other = (
        base_files()[PROCESS].replace(b"id: new-business", b"id: other").replace(b"name: New business", b"name: Other")
    )
    made.commit({**files, "partners/process/other/process.yml": other})
    without_a_criterion(made)
    here = [line for line in diff(made, "main").output.splitlines() if " major C" in line]
    made.git("mv", "process/new-business", "partners/process/new-business")
    made.commit()
    answer = diff(made, "main~1", "--fail-on", "major", below="partners")
    assert (answer.code, verdict(answer)[:8]) == (1, "Not safe")
    assert set(here) <= set(answer.output.splitlines())
    assert (
        f"In main~1 the process “new-business” was {PROCESS}, which is gone; it was compared from there."
        in answer.output
    )
    left = diff(made, "main~1", "--fail-on", "major")
    assert (left.code, "process-removed" in left.output) == (1, True)


def test_process_moved_into_a_new_playbook(made: Repository) -> None:
    """The same where there was no other playbook before."""
    files = {f"partners/{name}": data for name, data in base_files().items() if "new-business" not in name}
    made.commit({PROCESS.replace("new-business", "other"): base_files()[PROCESS].replace(b"id: new-", b"id: other\n#")})
    without_a_criterion(made)
    (made.folder / "partners/process").mkdir(parents=True)
    made.git("mv", "process/new-business", "partners/process/new-business")
    made.commit(files)
    answer = diff(made, "main~1", "--fail-on", "major", below="partners")
    assert (answer.code, verdict(answer)[:8]) == (1, "Not safe")


def test_process_that_lay_too_deep(made: Repository) -> None:
    """A process that lay a folder too deep in the same playbook is compared from there, with what all share."""
    (made.folder / "process/plants").mkdir()
    made.git("mv", "process/new-business", "process/plants/new-business")
    made.commit()
    made.git("mv", "process/plants/new-business", "process/new-business")
    answer = diff(made, "main", "--fail-on", "patch")
    assert (answer.code, verdict(answer)) == (0, "Nothing has changed.")


def test_moved_over_what_was_left(made: Repository) -> None:
    """A folder that had no process is not taken for the playbook that has moved into it."""
    made.commit({"sales/process/glossary.yml": b"terms:\n  - {id: slip, term: Slip, definition: A late order.}\n"})
    without_a_criterion(made)
    made.git("rm", "--quiet", "-r", "sales")
    moved(made, ".", "sales")
    made.commit()
    answer = diff(made, "main~1", "--fail-on", "major", below="sales")
    assert (answer.code, verdict(answer)[:8]) == (1, "Not safe")
    assert "the playbook was in process, and now it is in sales/process" in answer.output
