"""Every case under `tests/cases/review`: what a build server is told, what is asked of the host, and what is said."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.support.commands import Answer, twolane
from tests.support.playbooks import CASES
from tests.support.web import serving
from twolane.changes.change import Comparison
from twolane.cli import comment_command
from twolane.cli.outcome import CommandFailed
from twolane.model.playbook import Playbook
from twolane.model.playbook_file import PlaybookFile
from twolane.reports.of_changes import markdown
from twolane.review.posting import is_clean

FILES = sorted((CASES / "review").glob("*.json"))
OF_BUILD_SERVERS = ("GITHUB_", "GITLAB_", "CI_")


def prepare(case: dict[str, Any], folder: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The surroundings of a case: environment, event and number; gives the file of the report."""
    for name in [name for name in os.environ if name.startswith(OF_BUILD_SERVERS) or name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    for name, value in case["environment"].items():
        monkeypatch.setenv(name, value.replace("SERVER", url))
    if "event" in case:
        (folder / "event.json").write_text(json.dumps(case["event"]), "utf-8")
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(folder / "event.json"))
    if "number" in case:
        (folder / "number").write_text(case["number"], "utf-8")
    report = folder / "report.md"
    report.write_text(case["report"] * case.get("repeat", 1), "utf-8", newline="")
    return report


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The host is asked exactly what the case says, in that order, and one sentence says what became of it."""
    case = json.loads(path.read_text("utf-8"))
    assert case["about"]
    code = 0
    with serving(case["exchanges"]) as server:
        report = prepare(case, tmp_path, server.url, monkeypatch)
        try:
            comment_command.command(report, author=case.get("author"), name=case.get("name"))
            said = capsys.readouterr().err
        except CommandFailed as failed:
            code, said = failed.code, f"{failed}\n"
    assert (server.surprises, server.exchanges) == ([], [])
    assert (code, said) == (case["code"], f"{case['says']}\n")
    assert {_token(headers) for _, headers, _ in server.asked} <= {"secret"}
    assert "secret" not in said


def _token(headers: dict[str, str]) -> str:
    """The token that a call was made with."""
    return headers.get("private-token") or headers["authorization"].removeprefix("Bearer ")


def test_report_without_changes_is_clean() -> None:
    """What `twolane diff` writes of two versions that are the same is known to say nothing."""
    empty = Playbook(PlaybookFile(title="A playbook"))
    assert is_clean(markdown.render(Comparison(empty, empty, ())))
    assert not is_clean(markdown.render(Comparison(empty, empty, (), notes=("A part could not be read.",))))


def test_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program itself, started as a build server does, writes the comment."""
    case = json.loads((CASES / "review/gitlab-first.json").read_text("utf-8"))
    with serving(case["exchanges"]) as server:
        report = prepare(case, tmp_path, server.url, monkeypatch)
        answer = twolane("comment", "--host", "gitlab", "--report", report.name, folder=tmp_path)
    assert answer == Answer(0, "", "Wrote the comment.\n")


@pytest.mark.parametrize("name", ["report.md", "number"])
@pytest.mark.parametrize("link", [False, True], ids=["gone", "link"])
def test_files_of_a_fork(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, link: bool
) -> None:
    """A link among what a fork has left is not followed, wherever it leads, and what is missing is said."""
    case = json.loads((CASES / "review/fork-report.json").read_text("utf-8"))
    with serving([]) as server:
        report = prepare(case, tmp_path, server.url, monkeypatch)
        (tmp_path / name).rename(tmp_path / "elsewhere")
        if link:
            (tmp_path / name).symlink_to("elsewhere")
        with pytest.raises(CommandFailed) as failed:
            comment_command.command(report)
    assert str(failed.value) == f"The workflow before left no file called {name}, so nothing was shown."
    assert server.asked == []


@pytest.mark.parametrize(
    ("arguments", "code", "errors"),
    [
        (
            ("--report", "x"),
            2,
            "GITHUB_EVENT_PATH names no file; this command is for workflows of GitHub and pipelines of",
        ),
        (("--name", "Partner sales", "--report", "x"), 2, "“Partner sales” cannot be the name of a comment"),
        (("--host", "gitlap", "--report", "x"), 2, "Did you mean gitlab?"),
        ((), 2, "Missing option '--report'"),
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: tuple[str, ...], code: int, errors: str) -> None:
    """What is missing or wrong is said."""
    answer = twolane("comment", *arguments, folder=tmp_path, GITHUB_EVENT_PATH="", GITLAB_CI="")
    assert (answer.code, errors in " ".join(answer.errors.replace("│", " ").split())) == (code, True)


def test_nobody_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the server is not to be reached, that is said after a few attempts, and no text of a program."""
    case = json.loads((CASES / "review/github-first.json").read_text("utf-8"))
    with serving([]) as server:
        url = server.url
    report = prepare(case, tmp_path, url, monkeypatch)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    with pytest.raises(CommandFailed, match=r"GitHub could not be reached: .*\. Run this step again later\."):
        comment_command.command(report)
