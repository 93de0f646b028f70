"""Real git repositories with playbooks in them, and clones as build servers make them."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.support.commands import write_playbook

_SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.com",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.com",
}


@dataclass(frozen=True)
class Repository:
    """A working copy."""

    folder: Path

    def git(self, *arguments: str) -> str:
        """What git answers here; it must succeed."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, files: dict[str, bytes] | None = None, message: str = "Change") -> str:
        """Writes files, commits everything that differs, and gives the commit's hash."""
        write_playbook(self.folder, files or {})
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", f"--message={message}")
        return self.git("rev-parse", "HEAD")

    def change(self, file: str, before: str, after: str) -> None:
        """Replaces a text that stands in a file exactly once."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert text.count(before) == 1
        path.write_text(text.replace(before, after), "utf-8")

    def run(self, command: str) -> None:
        """Runs a command that somebody was told to type."""
        done = subprocess.run(
            command, shell=True, cwd=self.folder, env=environment(), capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr


def environment() -> dict[str, str]:
    """The environment for git, without the settings of whoever runs the tests."""
    return {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | _SETTINGS


def repository(folder: Path, files: dict[str, bytes] | None = None) -> Repository:
    """A new repository whose branch main holds ``files``."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Repository(folder)
    made.git("init", "--quiet", "--initial-branch=main")
    made.commit(files, "Begin")
    return made


def clone(source: Repository, folder: Path, *options: str) -> Repository:
    """A clone of ``source`` over the network's way, so that its depth can be limited."""
    source.git("clone", "--quiet", *options, source.folder.as_uri(), str(folder))
    return Repository(folder)


def build_server_clone(source: Repository, folder: Path, reference: str) -> Repository:
    """What build servers have: only the newest commit of one reference, and no branch at all."""
    folder.mkdir(parents=True)
    made = Repository(folder)
    made.git("init", "--quiet")
    made.git("remote", "add", "origin", source.folder.as_uri())
    made.git("fetch", "--quiet", "--no-tags", "--depth=1", "origin", f"+{reference}:refs/remotes/pull")
    made.git("checkout", "--quiet", "refs/remotes/pull")
    return made
