"""What the workflow of a fork left behind: anybody may have written it, so little of it is taken as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from twolane.reports.of_changes.markdown import LONGEST, MARKER
from twolane.review.obstacles import NotToBeTrusted
from twolane.review.posting import marked

_UNSEEN = "\u200b"
"""A space of no width: between @ and a name it keeps the name from being called."""
_MOST_BYTES = 4 * LONGEST + 4
_CALLS = re.compile(r"@(?=\w)|!(?=\[)")


def left_behind(path: Path) -> str:
    """The text of a file that another workflow left, as far as a report may be long.

    Raises ``NotToBeTrusted`` where it is no plain file: a link could lead to a secret of this machine.
    """
    if path.is_symlink() or not path.is_file():
        raise NotToBeTrusted(f"The workflow before left no file called {path.name}, so nothing was shown.")
    with path.open("rb") as file:
        return file.read(_MOST_BYTES).decode("utf-8", "replace")


def foreign(report: str, run: Mapping[str, Any]) -> str:
    """The report of another workflow, as it may be shown: it calls nobody, loads nothing, and says where it is from.

    Raises ``NotToBeTrusted`` where it is longer than any report.
    """
    if len(report) > LONGEST:
        raise NotToBeTrusted("What the workflow before left is longer than any report, so it was not shown.")
    _, _, rest = marked(report).partition("\n")
    quiet = _CALLS.sub(lambda match: match[0] + _UNSEEN, rest)
    return f"{MARKER}\n{quiet.rstrip()}\n\n<sub>Made by [the workflow of the fork]({_address(run)}).</sub>\n"


def _address(run: Mapping[str, Any]) -> str:
    address = str(run.get("html_url") or "")
    return address if re.fullmatch(r"https?://[\w./:-]+", address) else "#"
