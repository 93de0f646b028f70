"""`twolane comment`: puts the report about a change into the one comment on its pull request."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from twolane.cli import option_values
from twolane.cli.outcome import Code, CommandFailed
from twolane.cli.written_output import note
from twolane.model.value_types import KEBAB
from twolane.review import github_comments, gitlab_comments
from twolane.review.forks import foreign, left_behind
from twolane.review.http import Denied, Unreachable
from twolane.review.obstacles import NoReview, NotToBeTrusted, OnlyForReading, Outdated
from twolane.review.posting import Host, put

GITHUB, GITLAB = "github", "gitlab"
HOSTS = (GITHUB, GITLAB)
NUMBER = "number"
"""The file beside a report in which the workflow of a fork names the pull request."""
_NAMES = {GITHUB: "GitHub", GITLAB: "GitLab"}

Report: TypeAlias = Annotated[
    Path,
    typer.Option(help="The report to show, as `twolane diff --format markdown` writes it.", metavar="FILE"),
]
HostName: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help=f"Where the pull request is: {' or '.join(HOSTS)}; default: whose build server this is.",
        callback=option_values.one_of(HOSTS),
        metavar="HOST",
    ),
]
Author: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="On GitHub, the login under which the token writes, such as our-app[bot], where it may not ask for that.",
        metavar="LOGIN",
    ),
]


Name: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="Tells the comments of several playbooks in one repository apart; such as partner-sales.",
        metavar="NAME",
    ),
]


def command(report: Report, host: HostName = None, author: Author = None, name: Name = None) -> None:
    """Put a report into the one comment on the pull request that this build is about.

    The comment is written, brought up to date, and taken away when nothing has changed any more. Ends with 0, also
    where a fork's token may not write; 2 if the command or the token is wrong, 3 if the server cannot be reached.
    """
    environment = os.environ
    if name and not KEBAB.fullmatch(name):
        raise CommandFailed(f"“{name}” cannot be the name of a comment; use lower-case letters, digits and hyphens.")
    where = host or (GITLAB if environment.get("GITLAB_CI") else GITHUB)
    try:
        kept, text = _gitlab(environment, report) if where == GITLAB else _github(environment, report, author)
        note(put(kept, text, name or "").value)
    except OnlyForReading:
        note(_FORK[where])
    except Outdated as outdated:
        note(str(outdated))
    except (NoReview, NotToBeTrusted) as trouble:
        raise CommandFailed(str(trouble)) from trouble
    except Denied as refused:
        raise CommandFailed(_refused(where, refused)) from refused
    except Unreachable as unreachable:
        message = f"{_NAMES[where]} could not be reached: {unreachable}. Run this step again later."
        raise CommandFailed(message, Code.NOTHING_READABLE) from unreachable


_FORK = {
    GITHUB: "This pull request comes from a fork, whose token may not write. The second workflow, "
    "playbook-comment.yml, shows the report when this one is done.",
    GITLAB: "This merge request comes from a fork, whose pipelines may not write. The report is among the artifacts, "
    "and GitLab shows the changes as Code Quality.",
}


def _gitlab(environment: Mapping[str, str], report: Path) -> tuple[Host, str]:
    return gitlab_comments.gitlab_of(environment), report.read_text("utf-8")


def _github(environment: Mapping[str, str], report: Path, author: str | None) -> tuple[Host, str]:
    event = _event(environment)
    run = event.get("workflow_run")
    text = left_behind(report) if run else report.read_text("utf-8")
    number = left_behind(report.with_name(NUMBER)).strip() if run else ""
    api, repository = github_comments.api_of(environment), github_comments.repository_of(environment)
    found = github_comments.pull_request_of(event, api, repository, number)
    kept = github_comments.GitHub(api, repository, found, github_comments.graphql_of(environment), author or "")
    return kept, foreign(text, run) if run else text


def _event(environment: Mapping[str, str]) -> Mapping[str, Any]:
    path = environment.get("GITHUB_EVENT_PATH", "")
    if not path:
        raise NoReview(
            "GITHUB_EVENT_PATH names no file; this command is for workflows of GitHub and pipelines of GitLab."
        )
    try:
        event = json.loads(Path(path).read_text("utf-8"))
    except ValueError as error:
        raise NoReview(f"{path} does not describe an event of GitHub.") from error
    return event if isinstance(event, dict) else {}


def _refused(host: str, refused: Denied) -> str:
    """What to do about a refusal, by its status."""
    name, said = _NAMES[host], f" It says: {refused.reason}." if refused.reason else ""
    rights = {
        GITHUB: "Give the workflow `permissions:` with `pull-requests: write`; for a pull request of a fork, the "
        "second workflow, playbook-comment.yml, is what may write.",
        GITLAB: "It needs the scope api and the role Reporter in the project of the merge request.",
    }
    advice = {
        401: "does not accept the token; it may have run out. Make a new one",
        403: f"accepts the token but does not let it write comments. {rights[host]}",
        404: f"knows no such {'pull' if host == GITHUB else 'merge'} request, or does not let the token see it. "
        f"{rights[host]}",
    }
    words = advice.get(refused.status, f"refused the comment (status {refused.status})")
    return f"{name} {words.rstrip('.')}.{said}"
