"""What can go wrong when files of another revision are read from git, each said in plain words."""

from __future__ import annotations

import shlex
from pathlib import Path


def after(command: str) -> str:
    """What parts a sentence from the command before it, which stands on a line of its own so that it can be copied."""
    return "\n" if command else " "


class GitTrouble(Exception):
    """Git cannot give what was asked for; the message says why and what to do."""


class GitMissing(GitTrouble):
    """There is no program called git."""

    def __init__(self) -> None:
        super().__init__(
            "Versions of the playbook are read with git, which is not installed here, or not in the PATH. "
            "Install it from https://git-scm.com."
        )


class NotARepository(GitTrouble):
    """The folder is in no repository; ``reason`` is what git says."""

    def __init__(self, folder: Path, reason: str = "") -> None:
        said = f" Git says: {reason}." if reason and not reason.startswith("not a git repository") else ""
        super().__init__(
            f"{folder} is not kept in git, so that there are no earlier versions of it to read.{said} "
            "A release (the id of a process, @ and its version), a folder or a file can be compared all the same."
        )


class NotTrusted(GitTrouble):
    """Git refuses to read a repository that somebody else owns; ``folder`` is as git writes it."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"Git does not read {folder}, since another user of this machine owns it, as it happens in containers of "
            f"build servers. If you trust it, run: git config --global --add safe.directory {_quoted(folder)}"
        )


class EmbeddedRepository(GitTrouble):
    """Git would take ``folder`` for the repository, although it lies among files and is not called .git."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The folder {folder} looks to git like a repository itself: it holds HEAD, objects and refs, as only a "
            "folder .git should. Somebody may have put them there so that git runs programs of theirs. No version "
            "was read. Remove what does not belong there, and ask who brought it."
        )


class SeveralCommits(GitTrouble):
    """What is meant to be the beginning of a hash is that of several."""

    def __init__(self, beginning: str) -> None:
        super().__init__(
            f"The hashes of several commits begin with “{beginning}”. Write more letters of the one you mean."
        )


class UnknownRevision(GitTrouble):
    """No branch, tag or commit has the name; ``near`` is one that was probably meant, or empty.

    ``command`` fetches it, where it may be a branch that was not fetched yet. ``there`` says which branches and tags
    there are, in a sentence; empty where there are none.
    """

    def __init__(self, revision: str, near: str = "", command: str = "", there: str = "") -> None:
        self.revision, self.near, self.command, self.there = revision, near, command, there
        meant = f" Did you mean {near}?" if near else ""
        fetched = f" If it was not fetched yet, run:\n  {command}" if command else ""
        known = f"{after(command)}{there}" if there else ""
        super().__init__(f"No branch, tag or commit is called “{revision}”.{meant}{fetched}{known}")


class HistoryMissing(GitTrouble):
    """A part of the history that is needed was not fetched; ``command`` is what fetches it, or empty."""

    def __init__(self, message: str, command: str, near: str = "") -> None:
        self.command, self.near = command, near
        meant = f" Did you mean {near}?" if near else ""
        advice = f"Run: {command}" if command else "It has no source to fetch the rest from; clone it anew."
        super().__init__(f"{message}{meant} {advice}")


class Unrelated(GitTrouble):
    """Two revisions have no commit in common."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(
            f"“{one}” and “{other}” have no history in common, so that there is no point where they parted. "
            f"Compare with “{one}” itself: leave the three dots out."
        )


class GitFailed(GitTrouble):
    """Git failed in a way that nobody expected; ``reason`` is what it says."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"Git cannot read this repository: {reason}.")


def _quoted(text: str) -> str:
    """The text for a command to paste: in quotes that Windows knows too, unless a shell would run something in them."""
    return shlex.quote(text) if any(sign in text for sign in '"$`\\!') else f'"{text}"'
