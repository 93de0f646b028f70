"""`twolane check --baseline` and `--against`: what was there is left out, and versions are judged by a branch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.commands import Answer, twolane, write_playbook
from tests.support.playbooks import base_files
from tests.support.repositories import Repository, repository

PROCESS = "process/new-business/process.yml"
EVIDENCE = "        evidence: E-mail from the plant manager\n"
OVERDUE = ("review_by: 2027-01-15", "review_by: 2026-01-15")
BASELINE = """\
# Findings that `twolane check --baseline FILE` leaves out until they are mended.
# Whatever is mended can be taken out here with --prune-baseline; --write-baseline takes up what is there today.
reason: They were there when the checks were taken up on 2026-11-22.
findings:
  - fingerprint: 60ede3cf212d08da6782fe7337a2368f
    rule: R506 review-overdue
    file: process/new-business/process.yml
    finding: the review of “New business” has been overdue since 2026-01-15
"""


def files(*pairs: tuple[str, str]) -> dict[str, bytes]:
    """The base playbook with texts of its process replaced."""
    text = base_files()[PROCESS].decode()
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return base_files() | {PROCESS: text.encode()}


def check(folder: Path, *options: str) -> Answer:
    """What the check answers with a baseline."""
    return twolane("check", "--baseline", "baseline.yml", *options, folder=folder)


def test_writing_and_using_a_baseline(tmp_path: Path) -> None:
    """What is there is written in a form that people can read; from then on only what is new is found."""
    write_playbook(tmp_path, files(OVERDUE))
    answer = check(tmp_path, "--write-baseline")
    assert answer == Answer(
        0, "", "baseline.yml leaves out 1 finding now.\nNothing found in 9 files, 1 in the baseline.\n"
    )
    assert (tmp_path / "baseline.yml").read_text("utf-8") == BASELINE
    write_playbook(tmp_path, files(OVERDUE, (EVIDENCE, ""), ("id: new-business\n", "# Ours.\n\nid: new-business\n")))
    answer = check(tmp_path, "--fail-on", "warning")
    assert answer.code == 1
    assert "B203 exit-without-evidence" in answer.output
    assert "R506" not in answer.output
    assert answer.output.endswith("\n1 warning in 1 file (1 in the baseline)\n")


def test_writing_again_keeps_reasons(tmp_path: Path) -> None:
    """Entries that are there already keep what somebody wrote to them; what is mended goes."""
    write_playbook(tmp_path, files(OVERDUE))
    reason = "    reason: The fair decides the date.\n"
    (tmp_path / "baseline.yml").write_text(BASELINE.replace("They were", "All were") + reason, "utf-8")
    write_playbook(tmp_path, files(OVERDUE, (EVIDENCE, "")))
    assert check(tmp_path, "--write-baseline").errors.startswith("baseline.yml leaves out 2 findings now.\n")
    text = (tmp_path / "baseline.yml").read_text("utf-8")
    assert "reason: All were there" in text
    assert reason in text
    write_playbook(tmp_path, base_files())
    assert check(tmp_path, "--write-baseline").errors.startswith(
        "baseline.yml leaves out 0 findings now, 2 taken out.\n"
    )


def test_starter_that_is_replaced_text_by_text(tmp_path: Path) -> None:
    """In a file with texts of the starter, whoever replaces the first of them has made no new finding."""
    assert twolane("new", "demo", folder=tmp_path).code == 0
    folder = tmp_path / "demo"
    check(folder, "--write-baseline")
    file = folder / "process/roles.yml"
    text = file.read_text("utf-8")
    assert text.count("mission: Help customers decide well, ") == 1
    file.write_text(text.replace("mission: Help customers decide well, ", "mission: Help plants decide, "), "utf-8")
    assert check(folder, "--fail-on", "warning").code == 0


def test_entries_that_match_nothing(tmp_path: Path) -> None:
    """What is mended is told until its entry is gone, at the entry; pruning takes it out."""
    write_playbook(tmp_path, base_files())
    (tmp_path / "baseline.yml").write_text(BASELINE, "utf-8")
    assert check(tmp_path).output == (
        "baseline.yml:5:5: warning V707 unused-ignore\n"
        "    R506 review-overdue no longer finds what this entry leaves out\n"
        "  |\n"
        "5 |   - fingerprint: 60ede3cf212d08da6782fe7337a2368f\n"
        "  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  = help: take the entry out, or run again with `--prune-baseline`\n"
        "\n1 warning in 1 file\n"
    )
    assert check(tmp_path, "--prune-baseline").errors.startswith(
        "baseline.yml leaves out 0 findings now, 1 taken out.\n"
    )
    assert check(tmp_path) == Answer(0, "", "Nothing found in 9 files.\n")


def test_what_cannot_be_read_is_in_no_baseline(tmp_path: Path) -> None:
    """A file that cannot be read rightly is told with and without a baseline, which cannot be pruned then."""
    write_playbook(tmp_path, files(OVERDUE, ("probability: 60", "probability: sixty")))
    answer = check(tmp_path, "--write-baseline")
    assert answer.code == 1
    assert "D005 wrong-value" in answer.output
    assert (tmp_path / "baseline.yml").read_text("utf-8") == BASELINE
    assert "mend that before the baseline is pruned" in check(tmp_path, "--prune-baseline").errors
    write_playbook(tmp_path, files(("probability: 60", "probability: sixty")))
    assert "V707" not in check(tmp_path).output


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--write-baseline",), "--write-baseline needs --baseline FILE, the file to write."),
        (("--prune-baseline",), "--prune-baseline needs --baseline FILE, the file to write."),
        (("--baseline", "b.yml", "--write-baseline", "--prune-baseline"), "leave --prune-baseline out"),
        (("--baseline", "b.yml", "--write-baseline", "--only", "B203"), "leave --only and --skip out"),
        (("--baseline", "b.yml"), "There is no file b.yml; with --write-baseline it is made."),
        (("--baseline", PROCESS, "--write-baseline"), "Nothing was written; name another file."),
        (("--baseline", "playbook/index.md"), "The baseline is wrong; nothing was checked."),
    ],
)
def test_options_that_do_not_go_together(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    """Whatever cannot be meant is refused, and no file is touched."""
    before = base_files()
    answer = twolane("check", *options, folder=write_playbook(tmp_path, before))
    assert (answer.code, answer.output) == (2, "")
    assert said in answer.errors
    assert (tmp_path / PROCESS).read_bytes() == before[PROCESS]


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """The base playbook in a repository whose branch `feature` is one commit behind `main`."""
    made = repository(tmp_path / "playbook", base_files())
    made.git("switch", "--quiet", "--create", "feature")
    made.git("switch", "--quiet", "main")
    made.commit({"process/glossary.yml": b"terms:\n  - {id: slip, term: Slip, definition: A late order.}\n"})
    made.git("switch", "--quiet", "feature")
    return made


def test_versions_judged_by_a_branch(made: Repository) -> None:
    """Without any release, a version is judged by what has changed since a branch was left."""
    made.change(PROCESS, "probability: 60", "probability: 70")
    assert twolane("check", folder=made.folder).output == ""
    answer = twolane("check", "--against", "main...", folder=made.folder / "process")
    assert "V701 version-not-raised" in answer.output
    assert "“New business” has changed since the point where this branch left main and still" in answer.output
    assert "= see ../process/new-business/process.yml:86:18: " in answer.output
    made.change(PROCESS, "version: 1.0.0", "version: 1.0.1")
    answer = twolane("check", "--against", "main", folder=made.folder)
    assert (answer.code, answer.output.splitlines()[0]) == (1, f"{PROCESS}:3:10: error V702 bump-too-small")
    made.change(PROCESS, "version: 1.0.1", "version: 1.1.0")
    assert twolane("check", "--against", "main", folder=made.folder).output == ""


@pytest.mark.parametrize(
    ("revision", "said"),
    [("mian", "Did you mean main?"), ("main..feature", "--against takes one version, such as main")],
)
def test_revisions_that_nobody_can_judge_by(made: Repository, revision: str, said: str) -> None:
    """A misspelt branch is answered with the one that was meant, two versions with what is wanted."""
    answer = twolane("check", "--against", revision, folder=made.folder)
    assert (answer.code, answer.output) == (2, "")
    assert said in answer.errors


def test_first_release(made: Repository) -> None:
    """A branch that changes a process and releases it for the first time need not raise its version before."""
    made.change(PROCESS, "probability: 60", "probability: 70")
    made.git("commit", "--quiet", "--all", "--message=Change")
    assert "needs version" in twolane("diff", "HEAD~1", folder=made.folder).output
    assert "V701" in twolane("check", "--against", "HEAD~1", folder=made.folder).output
    twolane("release", "new-business", folder=made.folder)
    assert "V701" not in twolane("check", "--against", "HEAD~1", folder=made.folder).output
    found = twolane("diff", "HEAD~1", folder=made.folder).output
    version = re.search(r"^version: (.*)", (made.folder / PROCESS).read_text("utf-8"), re.MULTILINE)
    assert version is not None
    assert f"needs {version[1]} or higher (minor), and has {version[1]}." in found


def test_release_of_what_changed_before(made: Repository) -> None:
    """A branch that releases what others have changed is not told that its step is too large."""
    twolane("release", "new-business", folder=made.folder)
    made.change(PROCESS, "probability: 60", "probability: 70")
    made.commit()
    twolane("release", "new-business", folder=made.folder)
    assert twolane("check", "--against", "HEAD", folder=made.folder) == Answer(0, "", "Nothing found in 10 files.\n")
