"""Comments on a merge request of GitLab, and which merge request a pipeline is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from twolane.review.http import Api
from twolane.review.obstacles import NoReview, OnlyForReading
from twolane.review.posting import Comment


@dataclass(frozen=True, slots=True)
class GitLab:
    """The comments (which GitLab calls notes) of one merge request; its authors are numbers."""

    api: Api
    project: int
    number: int

    @property
    def _notes(self) -> str:
        return f"projects/{self.project}/merge_requests/{self.number}/notes"

    def me(self) -> str:
        """The number of whoever the token belongs to."""
        return str((self.api.call("GET", "user") or {}).get("id") or "")

    def comments(self) -> Iterator[Comment]:
        """Every comment that somebody wrote; GitLab's own remarks are left out."""
        for each in self.api.every(f"{self._notes}?per_page=100&sort=asc&order_by=created_at"):
            if not each.get("system"):
                author = (each.get("author") or {}).get("id")
                yield Comment(int(each["id"]), str(author), str(each.get("body") or ""))

    def create(self, body: str) -> None:
        """Write a new comment."""
        self.api.call("POST", self._notes, {"body": body})

    def update(self, id: int, body: str) -> None:
        """Write another text into a comment."""
        self.api.call("PUT", f"{self._notes}/{id}", {"body": body})

    def delete(self, id: int) -> None:
        """Take a comment away."""
        self.api.call("DELETE", f"{self._notes}/{id}")


def gitlab_of(environment: Mapping[str, str]) -> GitLab:
    """The merge request that a pipeline is about; raises ``NoReview`` and ``OnlyForReading``."""
    number = environment.get("CI_MERGE_REQUEST_IID", "")
    if not number.isdigit():
        raise NoReview("This pipeline is not one of a merge request, so there is nothing to comment on.")
    here = environment.get("CI_PROJECT_ID", "")
    project = environment.get("CI_MERGE_REQUEST_PROJECT_ID") or here
    if not project.isdigit():
        raise NoReview("CI_PROJECT_ID does not name a project; this command is for pipelines of GitLab.")
    token = environment.get("GITLAB_TOKEN", "")
    if not token and here and here != project:
        raise OnlyForReading
    if not token:
        raise NoReview(
            "There is no token to write with. Make a project access token with the role Reporter and the scope api, "
            "and store it as the masked variable GITLAB_TOKEN of the project (Settings, CI/CD, Variables)."
        )
    headers = {"PRIVATE-TOKEN": token, "User-Agent": "twolane"}
    api = Api(environment.get("CI_API_V4_URL") or "https://gitlab.com/api/v4", headers)
    return GitLab(api, int(project), int(number))
