"""`twolane diff` as people run it, in real repositories: what it says, how it ends, and what it says to do."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from shutil import copy2, copytree

import pytest

from tests.support.commands import Answer, twolane
from tests.support.playbooks import base_files
from tests.support.repositories import Repository, build_server_clone, clone, repository
from twolane.reports.of_changes.change_formats import FORMATS

PROCESS = "process/new-business/process.yml"
EVIDENCE = ("evidence: E-mail from the plant manager", "evidence: Mail from the plant manager")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base playbook in a repository, whose branch `feature` has reworded an exit criterion."""
    made = repository(tmp_path_factory.mktemp("diff") / "playbook", base_files())
    made.git("switch", "--quiet", "--create", "feature")
    made.change(PROCESS, *EVIDENCE)
    made.commit()
    made.git("switch", "--quiet", "main")
    made.commit({"process/glossary.yml": b"terms:\n  - {id: slip, term: Slip, definition: A late order.}\n"})
    made.git("switch", "--quiet", "feature")
    return made.folder


@pytest.fixture
def made(made_once: Path, tmp_path: Path) -> Repository:
    """A copy of that repository for each test."""
    return Repository(copytree(made_once, tmp_path / "playbook"))


def diff(made: Repository, *arguments: str, below: str = "", **environment: str) -> Answer:
    """What the command answers in the repository."""
    return twolane("diff", *arguments, folder=made.folder / below, **environment)


def heads(answer: Answer) -> list[str]:
    """The lines that begin a change: place, level and kind."""
    return [line for line in answer.output.splitlines() if line.startswith(("process/", "../", "our/"))]


def test_what_a_branch_changed(made: Repository) -> None:
    """Three dots leave out what the other branch has changed since; without them both count."""
    answer = diff(made, "main...")
    assert (answer.code, answer.errors) == (0, "")
    assert heads(answer) == [f"{PROCESS}:100:19: patch C514 exit-criterion-evidence-reworded"]
    assert "from the point where this branch left main to your working copy" in answer.output
    assert len(heads(diff(made, "main"))) > 1


def test_what_is_not_committed_counts(made: Repository) -> None:
    """The new version is what lies in the folder, whether it was committed or not, unless one is named."""
    made.change(PROCESS, "name: New business", "name: Newest business")
    assert "process-name-reworded" in diff(made, "HEAD").output
    assert diff(made, "HEAD", "HEAD").output.startswith("Nothing has changed.\n")


@pytest.mark.parametrize("range", [("main...feature",), ("main~1..feature",), ("main~1", "feature")])
def test_ranges_of_git(made: Repository, range: tuple[str, ...]) -> None:
    """Two revisions can be named as git names ranges."""
    made.git("switch", "--quiet", "main")
    assert heads(diff(made, *range)) == [f"{PROCESS}:100:19: patch C514 exit-criterion-evidence-reworded"]


def test_nothing_changed(made: Repository) -> None:
    """Where nothing has changed, that is said in a sentence."""
    answer = diff(made, "HEAD", "--fail-on", "patch")
    assert (answer.code, answer.output.splitlines()[0], answer.errors) == (0, "Nothing has changed.", "")


@pytest.mark.parametrize(("level", "code"), [("never", 0), ("major", 0), ("minor", 0), ("patch", 1)])
def test_what_fails(made: Repository, level: str, code: int) -> None:
    """A change fails where its level is at or above the one that is given."""
    assert diff(made, "main...", "--fail-on", level).code == code


def test_changes_alone_never_fail(made: Repository) -> None:
    """Unless a level is given, even a change that breaks something ends with 0."""
    made.change(PROCESS, EVIDENCE[1], f"{EVIDENCE[1]}\n        required: true\n      - id: more\n        buyer: Signs")
    answer = diff(made, "HEAD")
    assert (answer.code, "major" in answer.output) == (0, True)
    assert diff(made, "HEAD", "--fail-on", "major").code == 1


MORE = (EVIDENCE[1], f"{EVIDENCE[1]}\n      - id: more\n        buyer: Signs")


def fingerprint(made: Repository) -> str:
    """That of the break, as the report tells it."""
    change, *_ = json.loads(diff(made, "HEAD", "--format", "json").output)["changes"]
    found: str = change["fingerprint"]
    return found


def accept(made: Repository, fingerprint: str, by: str = "sales-director", until: str = "2026-12-31") -> None:
    """Writes approvals.yml."""
    entry = {"fingerprint": fingerprint, "reason": "A pilot with three plants", "by": by, "until": until}
    (made.folder / "process/approvals.yml").write_text(f"approvals:\n  - {json.dumps(entry)}\n", "utf-8")


def judged(made: Repository, *options: str) -> tuple[int, str]:
    """How the check of a pull request ends on the branch `proposal`, and the line about the approval on top."""
    answer = diff(made, "feature...", "--fail-on", "major", *options)
    lines = answer.output.splitlines()
    return answer.code, next(
        (line.strip() for line in lines if re.search("= .*accept", line) and "= to do" not in line), ""
    )


def propose(made: Repository) -> str:
    """Breaks on a branch `proposal` of its own, and gives the fingerprint of that."""
    made.git("switch", "--quiet", "--create", "proposal")
    made.change(PROCESS, *MORE)
    return fingerprint(made)


def test_a_pull_request_that_breaks_cannot_accept_itself(made: Repository) -> None:
    """An approval beside the break is shown with who, until when and why, and the check fails all the same."""
    accept(made, propose(made))
    made.commit()
    assert judged(made) == (
        1,
        "= asked for, not accepted yet: by Sales director until 31 December 2026: A pilot with three plants. "
        "Bring the entry in approvals.yml in by a pull request of its own first: what breaks cannot accept itself. "
        "(“Signs”, the stage “Closing”)",
    )
    assert "or accept it as it is" not in diff(made, "feature...").output


def test_an_approval_that_was_merged_before(made: Repository) -> None:
    """An approval in a pull request of its own counts up to its last day, once the branch has it."""
    accept(made, propose(made))
    made.git("stash", "--quiet", "--include-untracked", "--", "process/approvals.yml")
    made.commit()
    assert judged(made) == (
        1,
        "= or accept it as it is: put this into approvals.yml in its own pull request, by Sales director:",
    )
    made.git("switch", "--quiet", "feature")
    made.git("stash", "pop", "--quiet")
    made.commit()
    made.git("switch", "--quiet", "proposal")
    assert judged(made)[0] == 1
    made.git("merge", "--quiet", "--no-edit", "feature")
    accepted = (
        "= accepted by Sales director until 31 December 2026: A pilot with three plants (“Signs”, the stage “Closing”)"
    )
    assert judged(made) == (0, accepted)
    assert judged(made, "--as-of", "2026-12-31") == (0, accepted)
    assert judged(made, "--as-of", "2027-01-01") == (
        1,
        "= no longer accepted: the approval by Sales director ran out on 31 December 2026. "
        "(“Signs”, the stage “Closing”)",
    )


@pytest.mark.parametrize(("by", "name"), [("plant-manager", "Plant manager"), ("rep", "Sales representative")])
def test_an_approval_by_somebody_else(made: Repository, by: str, name: str) -> None:
    """Neither a buyer nor a role that does not answer for it can accept, wherever the entry comes from."""
    found = propose(made)
    made.change(PROCESS, *reversed(MORE))
    made.git("switch", "--quiet", "feature")
    accept(made, found, by)
    made.commit()
    made.git("switch", "--quiet", "proposal")
    made.git("merge", "--quiet", "--no-edit", "feature")
    made.change(PROCESS, *MORE)
    assert judged(made) == (
        1,
        f"= not accepted: the approval is by {name}, who does not answer for what this breaks; "
        "it has to be by Sales director. (“Signs”, the stage “Closing”)",
    )


def test_its_owner_lets_a_pull_request_accept_itself(made: Repository) -> None:
    """With approve_in_same_change in the version that it leaves, and not where it says so itself."""
    with (made.folder / "process/playbook.yml").open("a") as settings:
        settings.write("approve_in_same_change: true\n")
    found = propose(made)
    accept(made, found)
    made.commit()
    assert judged(made)[0] == 1
    made.git("switch", "--quiet", "feature")
    made.git("checkout", "--quiet", "proposal", "--", "process/playbook.yml")
    made.commit()
    made.git("switch", "--quiet", "proposal")
    made.git("merge", "--quiet", "--no-edit", "feature")
    assert judged(made)[0] == 0


def test_folders_are_judged_by_their_own_approvals(made: Repository, tmp_path: Path) -> None:
    """Of an old version that is a folder, what stands in its approvals.yml counts."""
    found = propose(made)
    before = copytree(made.folder / "process", tmp_path / "before/process")
    (before / "new-business/process.yml").write_text(made.git("show", f"HEAD:{PROCESS}") + "\n", "utf-8")
    accept(made, found)
    arguments = (str(before.parent), "--fail-on", "major")
    assert diff(made, *arguments).code == 1
    copy2(made.folder / "process/approvals.yml", before)
    assert diff(made, *arguments).code == 0


def test_every_report_says_who_accepted_first(made: Repository) -> None:
    """Who, until when and why stands in each form, before the change where people read it."""
    found = propose(made)
    made.change(PROCESS, *reversed(MORE))
    accept(made, found)
    made.commit()
    made.change(PROCESS, *MORE)
    said = "ccepted by Sales director until 31 December 2026: A pilot with three plants"
    for name in FORMATS:
        assert said in diff(made, "HEAD", "--format", name).output
    for name, change in (("text", f"{PROCESS}:"), ("markdown", "### What to do"), ("html", "What to do")):
        output = diff(made, "HEAD", "--format", name).output
        assert output.index(said) < output.index(change)
    (change,) = json.loads(diff(made, "HEAD", "--format", "json").output)["changes"]
    assert (change["level"], change["approved_by"], change["approved_until"], change["answering"]) == (
        "major",
        "sales-director",
        "2026-12-31",
        ["sales-director"],
    )


def test_paths_from_another_folder(made: Repository) -> None:
    """Places lead from where the command was called to the file."""
    assert heads(diff(made, "main...", below="process"))[0].startswith("../process/new-business/process.yml:100:19:")
    answer = twolane("diff", "main...", "--playbook", made.folder.name, folder=made.folder.parent)
    assert f"{made.folder.name}/{PROCESS}:100:19:" in answer.output


def test_playbook_in_a_part_of_a_repository(tmp_path: Path) -> None:
    """A playbook in a folder with a space and an umlaut is compared like any other."""
    files = {f"Größter Verkauf/{name}": data for name, data in base_files().items()}
    made = repository(tmp_path, files)
    made.change(f"Größter Verkauf/{PROCESS}", *EVIDENCE)
    answer = diff(made, "main", below="Größter Verkauf")
    assert heads(answer) == [f"{PROCESS}:100:19: patch C514 exit-criterion-evidence-reworded"]


def test_other_worktree(made: Repository, tmp_path: Path) -> None:
    """It works in a second working copy of the repository."""
    made.git("worktree", "add", "--quiet", str(tmp_path / "second"), "main")
    second = Repository(tmp_path / "second")
    assert heads(diff(second, "feature...feature", "main")) != []


def test_report_into_a_file(made: Repository) -> None:
    """The report goes into a file where one is named, and a line is said beside it."""
    answer = diff(made, "main...", "--output", "report.txt")
    assert (answer.output, answer.errors) == ("", "1 patch in 1 process\n")
    assert "exit-criterion-evidence-reworded" in (made.folder / "report.txt").read_text("utf-8")


def test_report_over_a_definition(made: Repository) -> None:
    """A report does not take the place of a file of the playbook."""
    before = (made.folder / PROCESS).read_bytes()
    answer = diff(made, "main", "--output", PROCESS)
    assert (answer.code, answer.errors) == (
        2,
        f"{PROCESS} lies in the folder with a playbook's definitions (DIR/process). "
        "Nothing was written; name another file.\n",
    )
    assert (made.folder / PROCESS).read_bytes() == before


def test_one_process(made: Repository) -> None:
    """A process can be looked at alone; an unknown one is told with the one that was probably meant."""
    assert len(heads(diff(made, "main...", "--process", "new-business"))) == 1
    wrong = diff(made, "main...", "--process", "new-busines")
    assert (wrong.code, wrong.errors) == (2, "No process has the id “new-busines”. Did you mean new-business?\n")


def test_folder_and_file(made: Repository, tmp_path: Path) -> None:
    """A folder and a file can be compared too, without git."""
    copytree(made.folder / "process", tmp_path / "before")
    made.change(PROCESS, "name: New business", "name: Newest business")
    for old in (tmp_path / "before", tmp_path / "before/new-business/process.yml"):
        answer = diff(made, str(old), PATH="/nowhere")
        assert [line.split(" ")[-1] for line in heads(answer)] == ["process-name-reworded"]


def test_two_files_anywhere(tmp_path: Path) -> None:
    """Two files, or two folders, can be compared where there is no playbook around."""
    old = base_files()[PROCESS]
    for name, text in (("old", old), ("new", old.replace(b"name: New business", b"name: Newest business"))):
        (tmp_path / f"{name}.yml").write_bytes(text)
        (tmp_path / name / "new-business").mkdir(parents=True)
        (tmp_path / name / "new-business/process.yml").write_bytes(text)
    for pair in (("old.yml", "new.yml"), ("old", "new"), ("old.yml", "./new/new-business/process.yml")):
        answer = twolane("diff", *pair, folder=tmp_path)
        assert (answer.code, "process-name-reworded" in answer.output, answer.errors) == (0, True, "")
    assert twolane("diff", "old.yml", "gone.yml", folder=tmp_path).code == 3


@pytest.mark.parametrize(
    ("arguments", "errors"),
    [
        (("mian",), "“mian” is no branch, tag or commit, no release such as new-business@1.0.0, and no path. Did you"),
        (("main", "featrue"), "Did you mean feature?"),
        (("new-business@1.0.0",), "The process “new-business” has no releases yet; `twolane release` makes the first"),
        (("./nowhere",), "There is no folder and no file nowhere."),
        (("--", "--output=x"), "“--output=x” is no branch, tag or commit"),
        (("main", "--fail-on", "mayor"), "Did you mean major?"),
        (("main", "--format", "txt"), "Did you mean text?"),
        (("main", "--links", "https://example.com/"), "--links goes with --format markdown"),
        (("main", "--format", "markdown", "--links", "javascript:1"), "“javascript:1” is no address"),
        ((), "Missing argument 'OLD'"),
    ],
)
def test_wrong_usage(made: Repository, arguments: tuple[str, ...], errors: str) -> None:
    """Whatever is named wrongly ends with 2 and what was probably meant."""
    answer = diff(made, *arguments)
    assert (answer.code, answer.output) == (2, "")
    assert errors in " ".join(answer.errors.replace("│", " ").split())


def test_shallow_clone(made: Repository, tmp_path: Path) -> None:
    """In the clone of a build server the command ends with 4, and works after what it says was run."""
    made.git("update-ref", "refs/pull/3/head", "feature")
    copy = build_server_clone(made, tmp_path / "clone", "refs/pull/3/head")
    answer = diff(copy, "origin/main...")
    command = "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"
    assert (answer.code, answer.output) == (4, "")
    assert answer.errors == (
        f"This clone holds only the newest part of the history, and “origin/main” is not in it. Run: {command}\n"
    )
    copy.run(command)
    assert heads(diff(copy, "origin/main...")) == heads(diff(made, "main..."))


def test_shallow_clone_of_a_branch(made: Repository, tmp_path: Path) -> None:
    """Where both ends are there but not the point where they parted, the rest of the history is what is missing."""
    copy = clone(made, tmp_path / "clone", "--depth=1", "--no-single-branch")
    answer = diff(copy, "origin/main...")
    assert (answer.code, answer.errors) == (
        4,
        "This clone's history is cut off before “origin/main” and “HEAD” parted. Run: git fetch --unshallow origin\n",
    )


def test_without_git(made: Repository) -> None:
    """Without git, the command ends with 4 and says so."""
    answer = diff(made, "main", PATH="/nowhere")
    assert (answer.code, "Install it from https://git-scm.com." in answer.errors) == (4, True)


def test_outside_of_git(tmp_path: Path) -> None:
    """A playbook that is not kept in git has no earlier versions."""
    copytree(Path(__file__).parent.parent / "cases" / "base", tmp_path / "playbook")
    answer = twolane("diff", "main", folder=tmp_path / "playbook", GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert answer.code == 2
    assert answer.errors.startswith("DIR is not kept in git, so that there are no earlier versions of it to read.")


def test_first_playbook_of_a_repository(made: Repository) -> None:
    """Where the old version had no playbook, everything is new, and the report says so."""
    made.git("switch", "--quiet", "--orphan", "empty")
    made.commit({"README.md": b"Nothing yet.\n"})
    made.git("switch", "--quiet", "feature")
    answer = diff(made, "empty")
    assert answer.code == 0
    assert "In empty there is no playbook that can be read, so that everything counts as new." in answer.output
    assert "process-added" in answer.output
    gone = diff(made, "feature", "empty")
    assert (gone.code, gone.errors) == (
        3,
        "There is nothing to compare in empty: it has no playbook.yml and no process.\n",
    )


def test_before_the_first_commit(tmp_path: Path) -> None:
    """Before anything was committed, everything is new, so that a hook does not stop the first commit; no branch is."""
    folder = Path(copytree(Path(__file__).parent.parent / "cases" / "base", tmp_path / "playbook"))
    Repository(folder).git("init", "--quiet")
    answer = twolane("diff", "HEAD", folder=folder)
    assert answer.code == 0
    assert "In the newest commit there is no playbook that can be read, so that everything counts as new." in (
        answer.output
    )
    answer = twolane("diff", "main", folder=folder)
    assert (answer.code, answer.output) == (2, "")
    assert answer.errors.endswith(
        "and no path. Nothing has been committed here yet; once it is, there are versions to compare with.\n"
    )


def test_damaged_old_version(made: Repository) -> None:
    """An old version with a mistake in it is compared as far as it can be read."""
    text = (made.folder / PROCESS).read_bytes()
    made.commit({PROCESS: text.replace(b"time_unit: week", b"time_unit: [week")})
    made.commit({PROCESS: text.replace(b"name: New business", b"name: Newest business")})
    answer = diff(made, "HEAD~1")
    assert answer.code == 0
    assert f"A part of {PROCESS} could not be read in HEAD~1" in answer.output
    assert "process-name-reworded" in answer.output


@pytest.mark.parametrize("format", FORMATS)
def test_ambiguous_name(made: Repository, format: str) -> None:
    """Of a name with several meanings people are told which was taken, and reports for programs stay whole."""
    made.git("tag", "main", "feature~1")
    answer = diff(made, "main...", "--format", format)
    told = "In git, “main” is a tag and a branch; the tag was taken"
    for_people = format in ("text", "markdown", "html")
    assert (answer.code, told in answer.output, told in answer.errors) == (0, for_people, not for_people)
    if format in ("json", "gitlab", "sarif"):
        report = json.loads(answer.output)
        assert format != "json" or told in report["notes"][0]


def test_ambiguous_name_in_checks_and_previews(made: Repository) -> None:
    """The same is said beside the findings of a check, and beside a preview and in it."""
    made.git("tag", "main", "feature~1")
    told = "In git, “main” is a tag and a branch; the tag was taken"
    assert told in twolane("check", "--against", "main", folder=made.folder).errors
    assert told in twolane("build", "--compare", "main", folder=made.folder).errors
    assert told in (made.folder / "site/changes.html").read_text("utf-8")


def test_hook(made: Repository) -> None:
    """Called from a hook of git, which says in its environment where the repository is, it works like anywhere."""
    hook = made.folder / ".git" / "hooks" / "pre-commit"
    hook.write_text(f'#!/bin/sh\n"{sys.executable}" -m twolane diff HEAD > said.txt || exit 1\n', "utf-8")
    hook.chmod(0o755)
    made.change(PROCESS, "name: New business", "name: Newest business")
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message=With a hook")
    assert "process-name-reworded" in (made.folder / "said.txt").read_text("utf-8")
