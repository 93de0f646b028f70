"""Tells what the branch is called into which changes of a repository go."""

from __future__ import annotations

import re
from pathlib import Path

from twolane.history import git
from twolane.history.git_calls import lines
from twolane.history.git_names import first_of_server
from twolane.history.git_troubles import GitTrouble

USUAL = "main"
_PLAIN = re.compile(r"\w[\w./-]*")


def default_branch(folder: Path) -> str:
    """The one that the server has, else the one that new repositories get here, if there is such a branch, else the
    one that is checked out; ``USUAL`` where none of them is known, or can be written without quotes.
    """
    try:
        repository = git.repository_at(folder)
    except GitTrouble:
        return USUAL
    usual = lines(repository, "config", "--get", "init.defaultBranch")
    there = lines(repository, "for-each-ref", "--format=%(refname)", *(f"refs/heads/{each}" for each in usual))
    here = lines(repository, "symbolic-ref", "--quiet", "HEAD")
    named = (
        *first_of_server(repository),
        *(each.removeprefix("refs/heads/") for each in (*there, *here)),
    )
    return next((each for each in named if _PLAIN.fullmatch(each)), USUAL)
