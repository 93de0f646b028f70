"""`twolane release`: raises the version by what has changed, freezes a copy, and writes all of it or nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.support.commands import Answer, twolane, write_playbook
from tests.support.playbooks import AS_OF, base_files, loaded, report
from tests.support.releases import released
from tests.support.repositories import repository
from twolane.changes.accepted_changes import approved
from twolane.changes.comparison import compare
from twolane.checks.past import since_release
from twolane.history.frozen import thaw

FOLDER = "process/new-business"
PROCESS = f"{FOLDER}/process.yml"
COPY = f"{FOLDER}/releases/1.0.0.yml"
LEDGER = f"{FOLDER}/releases.yml"
SUMMARY = "summary: How a plant changes its scheduling."
REWORDED = "summary: How a plant comes to trust its schedule."
LIKELY, LIKELIER = "probability: 60", "probability: 70"
EXIT = "        evidence: E-mail from the plant manager\n"
NEEDED = "      - id: price-known\n        buyer: Names a price\n        evidence: Their mail\n"
APPROVED = """approvals:
  - fingerprint: {fingerprint}
    reason: The two deals that it stops are led by hand.
    by: sales-director
    until: 2027-01-31
"""


def changed(files: dict[str, bytes], *pairs: tuple[str, str], name: str = PROCESS) -> dict[str, bytes]:
    """The files with texts of one of them replaced, each of which stands there once."""
    text = files[name].decode()
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return files | {name: text.encode()}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def release(folder: Path, files: dict[str, bytes], *options: str) -> tuple[Answer, dict[str, bytes]]:
    """What the command answers in a playbook of these files, and the files afterwards."""
    write_playbook(folder, files)
    answer = twolane("release", "new-business", *options, folder=folder)
    return answer, contents(folder)


def test_whom_a_release_hurts(tmp_path: Path) -> None:
    """Before anything is written, a release says what breaks, for whom, by which deal, and who must read again."""
    answer, files = release(tmp_path, base_files())
    assert (answer.code, answer.errors) == (0, "")
    metrics = changed(files, ("unit: percent", "unit: count"), name="process/metrics.yml")
    answer, _ = release(tmp_path, changed(metrics, (EXIT, EXIT + NEEDED)), "--dry-run")
    head, *breaks, readers = answer.errors.splitlines()
    assert head == (
        "Not safe as it is: 2 changes break something. Hurt: deals under way in “Closing” (1 change); figures over "
        "time (1 change)."
    )
    assert any("“Meeting rate” now counts in the unit count" in each for each in breaks)
    assert any("A deal in" in each and "Names a price" in each for each in breaks)
    assert readers.startswith("  Must read again: ")
    assert answer.output.startswith("Would release new-business 2.0.0")


def test_starter_text_that_is_released(tmp_path: Path) -> None:
    """A process that still has the starter's words can be released, and is said to have them."""
    assert twolane("new", ".", folder=tmp_path).code == 0
    answer = twolane("release", "new-customers", "--dry-run", folder=tmp_path)
    assert answer.code == 0
    assert (
        "still has text that nobody of yours has written (R505), and what is released stays as it is" in answer.errors
    )


def test_first_release_freezes_the_version_as_it_stands(tmp_path: Path) -> None:
    """The process keeps its version and every letter; the ledger is made, with the line that names its schema."""
    answer, after = release(tmp_path, base_files(), "--date", "2026-10-01")
    assert (answer.code, answer.errors) == (0, "")
    assert after == released(base_files()) | {LEDGER: after[LEDGER]}
    assert after[LEDGER].decode().splitlines()[:5] == [
        "# yaml-language-server: $schema=../.schema/releases.json",
        "releases:",
        "  - version: 1.0.0",
        "    date: 2026-10-01",
        "    summary: The first release.",
    ]
    assert report(after) == ""


def test_raises_the_version_and_nothing_else(tmp_path: Path) -> None:
    """Of the process's file only the version is another, quotes, comments and layout stay; the ledger begins anew."""
    before = changed(base_files(), ("version: 1.0.0", 'version:   "1.0.0"  # of the process itself'))
    files = changed(released(before), (SUMMARY, REWORDED), (LIKELY, LIKELIER))
    answer, after = release(tmp_path, files)
    assert answer.output == (
        "Released new-business 1.1.0, a minor step from 1.0.0.\n"
        "\n"
        "  - How likely a deal in the stage “Closing” is won, in percent: 70 now (before: 60).\n"
        "  - The summary of the process “New business” is worded differently.\n"
        "\n"
        f"  wrote {FOLDER}/releases/1.1.0.yml\n"
        f"  wrote {LEDGER}\n"
        f"  wrote {PROCESS}\n"
        "\n"
        f"Now put the summary in {LEDGER} into your own words, and commit:\n"
        f'  git add process && git commit -m "Release new-business 1.1.0"\n'
    )
    assert (answer.code, answer.errors) == (0, "")
    assert after[PROCESS] == files[PROCESS].replace(b'"1.0.0"', b'"1.1.0"')
    assert after[LEDGER].endswith(files[LEDGER].split(b"releases:\n")[1])
    assert after[f"{FOLDER}/releases/1.0.0.yml"] == files[f"{FOLDER}/releases/1.0.0.yml"]
    assert after[f"{FOLDER}/releases/1.1.0.yml"].startswith(after[PROCESS].rstrip())
    assert report(after) == ""


@pytest.mark.parametrize(
    ("level", "version", "errors"),
    [
        ("minor", "1.1.0", ""),
        ("major", "2.0.0", "What has changed since 1.0.0 asks for a minor step only; this is a major one.\n"),
    ],
)
def test_level_that_is_asked_for(tmp_path: Path, level: str, version: str, errors: str) -> None:
    """The level that somebody names is taken where it is enough; more than enough is said."""
    answer, after = release(tmp_path, changed(released(base_files()), (LIKELY, LIKELIER)), "--level", level)
    assert (answer.code, answer.errors) == (0, errors)
    assert f"version: {version}\n".encode() in after[PROCESS]


@pytest.mark.parametrize(
    ("last", "number", "options", "errors"),
    [
        ("0.4.0", "1.0.0", (), ""),
        ("0.4.0", "", ("--level", "major"), ""),
        ("1.0.0-draft", "1.0.0", (), ""),
        ("1.0.0", "2.0.0", (), "Nothing has changed since 1.0.0; this is a major step.\n"),
    ],
)
def test_new_number_for_the_same_process(
    tmp_path: Path, last: str, number: str, options: tuple[str, ...], errors: str
) -> None:
    """A number that somebody has raised is released without other changes; out of the drafts a level is enough."""
    files = released(changed(base_files(), ("version: 1.0.0", f"version: {last}")))
    files = changed(files, (f"version: {last}", f"version: {number or last}"))
    answer, after = release(tmp_path, files, *options)
    assert (answer.code, answer.errors) == (0, errors)
    assert f"version: {number or '1.0.0'}\n".encode() in after[PROCESS]
    assert b"summary: A new number for the same process.\n" in after[LEDGER]


def test_too_small_a_level_is_refused(tmp_path: Path) -> None:
    """Too small a level writes nothing, and says which changes need more."""
    files = changed(released(base_files()), (LIKELY, LIKELIER), (SUMMARY, REWORDED), (EXIT, EXIT + NEEDED))
    answer, after = release(tmp_path, files, "--level", "minor")
    assert (answer.code, answer.output) == (1, "")
    assert answer.errors == (
        "A minor step is too small: what has changed since 1.0.0 asks for a major one.\n"
        "  major: A deal now needs “Names a price” before it leaves the stage “Closing”. "
        f"({PROCESS}:101:9)\n"
        "Nothing was written.\n"
    )
    assert after == files


@pytest.mark.parametrize(
    ("version", "code", "said"),
    [
        ("1.1.0", 0, "Released new-business 1.1.0, a minor step from 1.0.0."),
        ("1.4.0", 0, "Released new-business 1.4.0, a minor step from 1.0.0."),
        ("2.0.0", 0, "asks for a minor step only; this is a major one."),
        ("1.0.1", 1, "A patch step is too small: what has changed since 1.0.0 asks for a minor one."),
        ("0.9.0", 1, "process.yml says version 0.9.0, and 1.0.0 was released already; write 1.0.0 there."),
    ],
)
def test_version_that_was_raised_by_hand(tmp_path: Path, version: str, code: int, said: str) -> None:
    """A version that somebody has raised is taken if it fits the changes."""
    files = changed(released(base_files()), (LIKELY, LIKELIER), ("version: 1.0.0", f"version: {version}"))
    answer, after = release(tmp_path, files)
    assert answer.code == code
    assert said in answer.output + answer.errors
    assert (f"{FOLDER}/releases/{version}.yml" in after) == (code == 0)


def test_level_and_a_version_raised_by_hand_must_agree(tmp_path: Path) -> None:
    """Where the file and the option say different things, nobody guesses."""
    files = changed(released(base_files()), (LIKELY, LIKELIER), ("version: 1.0.0", "version: 2.0.0"))
    answer, after = release(tmp_path, files, "--level", "minor")
    assert answer.code == 1
    assert "Leave --level out to release 2.0.0, or write 1.0.0 there." in answer.errors
    assert after == files


@pytest.mark.parametrize(
    ("files", "options", "said"),
    [
        (released(base_files()), (), "Nothing has changed since version 1.0.0, so there is nothing to release."),
        (released(base_files()), ("--level", "major"), "write that into process.yml first."),
        (base_files(), ("--level", "major"), "The first release freezes version 1.0.0 as it stands"),
        (changed(base_files(), (LIKELY, "probability: sixty")), (), "error D005 wrong-value"),
        (
            changed(released(base_files()), (SUMMARY, REWORDED), name=f"{FOLDER}/releases/1.0.0.yml"),
            (),
            "error V704 release-edited",
        ),
        (
            base_files() | {LEDGER: b"releases:\n  - {version: 1.0.0, date: 2026-10-01}\n"},
            (),
            "There is no sound frozen copy of version 1.0.0",
        ),
    ],
    ids=["unchanged", "unchanged-level", "level-of-the-first", "errors", "edited-copy", "no-copy"],
)  # fmt: skip
def test_what_cannot_be_released(tmp_path: Path, files: dict[str, bytes], options: tuple[str, ...], said: str) -> None:
    """What cannot be released is refused with exit code 1, and nothing is written."""
    answer, after = release(tmp_path, files, *options)
    assert (answer.code, answer.output) == (1, "")
    assert said in answer.errors
    assert answer.errors.endswith("Nothing was written.\n")
    assert after == files


def test_without_a_copy_somebody_has_to_know_the_level(tmp_path: Path) -> None:
    """A ledger from before there were copies can be gone on with: the level is what somebody says."""
    files = base_files() | {LEDGER: b"- {version: 1.0.0, date: 2026-10-01}\n"}
    answer, after = release(tmp_path, files, "--level", "minor", "--summary", "What we agreed in *October*")
    assert answer.code == 0
    assert after[LEDGER].decode().splitlines()[:4] == [
        "- version: 1.1.0",
        "  date: 2026-11-22",
        '  summary: "What we agreed in *October*"',
        "  level: minor",
    ]
    assert after[LEDGER].endswith(files[LEDGER])


def test_errors_of_another_process_are_not_in_the_way(tmp_path: Path) -> None:
    """Only what is wrong with the process itself, and with what all share, is in the way."""
    files = base_files() | {"process/other/process.yml": b"id: other\nname: Other\nversion: 1.0.0\nowner: nobody\n"}
    assert "D006" in report(files)
    answer, _ = release(tmp_path, files)
    assert answer.code == 0


def test_an_accepted_change_needs_a_major_version_too(tmp_path: Path) -> None:
    """A break that approvals.yml accepts breaks all the same; the copy remembers that it was accepted."""
    files = changed(released(base_files()), (EXIT, EXIT + NEEDED))
    past = since_release(loaded(files), AS_OF)("new-business")
    assert past is not None
    (change,) = past.changes
    files["process/approvals.yml"] = APPROVED.format(fingerprint=change.fingerprint).encode()
    answer, after = release(tmp_path, files)
    assert (answer.code, "  A deal now needs “Names a price”" in answer.errors) == (0, True)
    assert b"version: 2.0.0\n" in after[PROCESS]
    assert f"take them out of process/approvals.yml:\n  {change.fingerprint}\n" in answer.output
    frozen = [thaw(name, after[name]).playbook for name in (COPY, COPY.replace("1.0.0", "2.0.0"))]
    old, new = (each for each in frozen if each is not None)
    comparison = approved(replace(compare(old, new), from_release=True), date(2099, 1, 1))
    assert [each.approved for each in comparison.changes] == ["The two deals that it stops are led by hand."]
    left = report(after)
    assert "V707" in left
    assert "what this approval accepts was released with new-business 2.0.0\n" in left
    del after["process/approvals.yml"]
    assert report(after) == ""


def test_what_a_release_accepted_stays_accepted(tmp_path: Path) -> None:
    """Once the entry is in the copy and out of approvals.yml, as one is told, the branch with both still passes."""
    made = repository(tmp_path, released(base_files()))
    made.change(PROCESS, EXIT, EXIT + NEEDED)
    (change,) = json.loads(twolane("diff", "main", "--format", "json", folder=tmp_path).output)["changes"]
    made.change(PROCESS, NEEDED, "")
    approvals = tmp_path / "process/approvals.yml"
    approvals.write_text(APPROVED.format(fingerprint=change["fingerprint"]), "utf-8")
    made.commit()
    made.git("switch", "--quiet", "--create", "feature")
    made.change(PROCESS, EXIT, EXIT + NEEDED)
    answer = twolane("release", "new-business", folder=tmp_path)
    assert answer.code == 0
    approvals.unlink()
    made.run(answer.output.splitlines()[-1])
    assert made.git("status", "--short") == ""
    for versions in (("main",), ("main", "HEAD"), ("main...", "--process", "new-business"), ("new-business@1.0.0",)):
        answer = twolane("diff", *versions, "--fail-on", "major", "--as-of", "2099-01-01", folder=tmp_path)
        assert (answer.code, answer.errors) == (0, "")
        assert "= accepted by Sales director for good: The two deals that it stops are led by hand.\n" in answer.output
        assert "needs 2.0.0 or higher (major), and has 2.0.0." in answer.output
    made.change(PROCESS, NEEDED, "")
    made.commit()
    made.change(PROCESS, EXIT, EXIT + NEEDED)
    assert twolane("diff", "HEAD", "--fail-on", "major", folder=tmp_path).code == 1


def test_a_release_beside_the_break_accepts_nothing(tmp_path: Path) -> None:
    """A branch that breaks, accepts and releases in one has still accepted itself."""
    made = repository(tmp_path, released(base_files()))
    made.git("switch", "--quiet", "--create", "feature")
    made.change(PROCESS, EXIT, EXIT + NEEDED)
    (change,) = json.loads(twolane("diff", "main", "--format", "json", folder=tmp_path).output)["changes"]
    approvals = tmp_path / "process/approvals.yml"
    approvals.write_text(APPROVED.format(fingerprint=change["fingerprint"]), "utf-8")
    assert twolane("release", "new-business", folder=tmp_path).code == 0
    approvals.unlink()
    made.commit()
    answer = twolane("diff", "main...", "--fail-on", "major", folder=tmp_path)
    assert answer.code == 1
    assert "= asked for, not accepted yet: by Sales director" in answer.output


def test_release_that_was_edited_is_compared_with_a_warning(tmp_path: Path) -> None:
    """Whoever compares with a release whose copy was edited since is told so."""
    files = released(base_files())
    write_playbook(tmp_path, files)
    assert "= note:" not in twolane("diff", "new-business@1.0.0", folder=tmp_path).output
    write_playbook(tmp_path, changed(files, (LIKELY, LIKELIER), name=COPY))
    answer = twolane("diff", "new-business@1.0.0", folder=tmp_path)
    assert answer.code == 0
    assert (
        f"= note: {COPY} was edited after its release: its checksum is not the one in releases.yml. "
        "What is said here is about the edited copy; take the file back with git.\n"
    ) in answer.output


def test_dry_run_writes_nothing(tmp_path: Path) -> None:
    """It says what would be written, and leaves every file as it was."""
    files = changed(released(base_files()), (LIKELY, LIKELIER))
    answer, after = release(tmp_path, files, "--dry-run")
    assert answer.code == 0
    assert answer.output.startswith("Would release new-business 1.1.0, a minor step from 1.0.0.\n")
    assert f"  would write {PROCESS}\n" in answer.output
    assert after == files


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    """A file with the line ends of Windows keeps them, and its copy has the checksum that it has elsewhere."""
    windows = changed(base_files(), (LIKELY, LIKELIER))
    windows[PROCESS] = b"\xef\xbb\xbf" + windows[PROCESS].replace(b"\n", b"\r\n")
    files = released(base_files()) | {PROCESS: windows[PROCESS]}
    answer, after = release(tmp_path, files)
    assert answer.code == 0
    assert after[PROCESS] == files[PROCESS].replace(b"version: 1.0.0", b"version: 1.1.0")
    assert b"\r" not in after[f"{FOLDER}/releases/1.1.0.yml"]
    assert report(after) == ""


def test_unknown_process(tmp_path: Path) -> None:
    """A misspelt process is answered with the one that was probably meant."""
    answer = twolane("release", "new-busines", folder=write_playbook(tmp_path, base_files()))
    assert answer == Answer(2, "", "No process has the id “new-busines”. Did you mean new-business?\n")


@pytest.mark.parametrize(
    "ledger",
    [
        "releases: []\n",
        "# Ours.\nreleases: []\n",
        "releases:\n",
        "",
        "# Ours.\n",
        "- version: 0.9.0\n  date: 2026-01-01\n",
        "# Ours.\nreleases:\n# The oldest one.\n- version: 0.9.0\n  date: 2026-01-01\n",
        "releases:\n    - {version: 0.9.0, date: 2026-01-01}\n",
        "releases: [{version: 0.9.0, date: 2026-01-01}]\n",
        "{releases: [{version: 0.9.0, date: 2026-01-01}]}\n",
        "releases: # newest first\n  -\n    version: 0.9.0\n    date: 2026-01-01",
    ],
)
def test_any_form_of_ledger(tmp_path: Path, ledger: str) -> None:
    """However a ledger is written, the new entry stands first in it, and comments and other entries stay."""
    files = base_files() | {LEDGER: ledger.encode()}
    answer, after = release(tmp_path, files, *(("--level", "major") if "0.9.0" in ledger else ()))
    assert answer.code == 0, answer.errors
    text = after[LEDGER].decode()
    assert text.index("version: 1.0.0") < text.find("0.9.0") or "0.9.0" not in ledger
    assert ("0.9.0" in text) == ("0.9.0" in ledger)
    assert ("# Ours.\n" in text) == ("# Ours." in ledger)
    assert report(after) == ""
