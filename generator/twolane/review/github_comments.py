"""Comments on a pull request of GitHub, and which pull request a workflow is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from twolane.review.http import Api, Denied
from twolane.review.obstacles import NoReview, NotToBeTrusted, OnlyForReading, Outdated
from twolane.review.posting import Comment

_ACTIONS = "github-actions[bot]"
"""Who writes with the token of a workflow."""
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")
_NUMBER = re.compile(r"[1-9][0-9]{0,9}")
_ONLY_TEST = "pull_request"


@dataclass(frozen=True, slots=True)
class GitHub:
    """The comments of one pull request."""

    api: Api
    repository: str
    number: int
    graphql: str = ""
    author: str = ""

    def me(self) -> str:
        """The login of whoever the token belongs to: a person, an app, or the workflow itself."""
        if self.author:
            return self.author
        try:
            # The other API, which people ask for their name, says nothing to apps.
            answer = self.api.call("POST", self.graphql, {"query": "{viewer{login}}"})
        except Denied:
            return _ACTIONS
        viewer = ((answer or {}).get("data") or {}).get("viewer") or {}
        return str(viewer.get("login") or _ACTIONS)

    def comments(self) -> Iterator[Comment]:
        """Every comment of the conversation; those on lines of a file are of another sort."""
        for each in self.api.every(f"repos/{self.repository}/issues/{self.number}/comments?per_page=100"):
            author = (each.get("user") or {}).get("login") or ""
            yield Comment(int(each["id"]), str(author), str(each.get("body") or ""))

    def create(self, body: str) -> None:
        """Write a new comment."""
        self.api.call("POST", f"repos/{self.repository}/issues/{self.number}/comments", {"body": body})

    def update(self, id: int, body: str) -> None:
        """Write another text into a comment."""
        self.api.call("PATCH", f"repos/{self.repository}/issues/comments/{id}", {"body": body})

    def delete(self, id: int) -> None:
        """Take a comment away."""
        self.api.call("DELETE", f"repos/{self.repository}/issues/comments/{id}")


def api_of(environment: Mapping[str, str]) -> Api:
    """The API as a workflow may call it; raises ``NoReview`` where there is no token."""
    token = environment.get("GITHUB_TOKEN", "")
    if not token:
        raise NoReview(
            "There is no token to write with. Give it to this step of the workflow: "
            "`env:` and below it `GITHUB_TOKEN: ${{ github.token }}`."
        )
    headers = {
        "Accept": "application/vnd.github+json",
        "Authorization": f"Bearer {token}",
        "X-GitHub-Api-Version": "2022-11-28",
        "User-Agent": "twolane",
    }
    return Api(environment.get("GITHUB_API_URL") or "https://api.github.com", headers)


def graphql_of(environment: Mapping[str, str]) -> str:
    """The address of the API that knows whose token it is."""
    return environment.get("GITHUB_GRAPHQL_URL") or "https://api.github.com/graphql"


def repository_of(environment: Mapping[str, str]) -> str:
    """The repository whose workflow runs; raises ``NoReview``."""
    name = environment.get("GITHUB_REPOSITORY", "")
    if not _REPOSITORY.fullmatch(name):
        raise NoReview("GITHUB_REPOSITORY does not name a repository; this command is for workflows of GitHub.")
    return name


def pull_request_of(event: Mapping[str, Any], api: Api, repository: str, claimed: str) -> int:
    """The number of the pull request that the event of a workflow is about.

    ``claimed`` is the number that the workflow of a fork left beside its report. Raises ``NoReview``,
    ``OnlyForReading``, ``NotToBeTrusted``, ``Outdated``, and as ``Api.call``.
    """
    if isinstance(event.get("workflow_run"), dict):
        return _of_run(event["workflow_run"], api, repository, claimed)
    pull = event.get("pull_request")
    if not isinstance(pull, dict) or not _NUMBER.fullmatch(str(pull.get("number"))):
        raise NoReview("This workflow was not started by a pull request, so there is nothing to comment on.")
    if _repository(pull, "head") != _repository(pull, "base"):
        raise OnlyForReading
    return int(pull["number"])


def _of_run(run: Mapping[str, Any], api: Api, repository: str, claimed: str) -> int:
    """The pull request whose workflow has run: open, from that repository, and still at the commit that was judged."""
    if run.get("event") != _ONLY_TEST:
        raise NoReview("The workflow before this one was not started by a pull request.")
    if not _NUMBER.fullmatch(claimed):
        raise NotToBeTrusted("What the workflow before left beside its report is no number of a pull request.")
    pull = api.call("GET", f"repos/{repository}/pulls/{claimed}") or {}
    head, came_from = pull.get("head") or {}, (run.get("head_repository") or {}).get("full_name")
    if not came_from or _repository(pull, "head") != came_from or head.get("ref") != run.get("head_branch"):
        raise NotToBeTrusted(f"The report does not come from pull request {claimed}, which it names.")
    if pull.get("state") != "open" or head.get("sha") != run.get("head_sha"):
        raise Outdated(f"Pull request {claimed} has gone on since, or is closed; its next report will be shown.")
    return int(claimed)


def _repository(pull: Mapping[str, Any], side: str) -> str:
    """Where one side of a pull request comes from; empty where that repository is gone."""
    return str((((pull.get(side) or {}).get("repo") or {}).get("full_name")) or "")
