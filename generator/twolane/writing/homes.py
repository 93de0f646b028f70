"""Where the home folders of people are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

HOUSES = (Path("/home"), Path("/Users"))
"""Folders in which systems keep a home folder for each person."""


def homes() -> Iterator[Path]:
    """The home folder as the environment names it, and those of whoever runs the program and whoever had it run."""
    with suppress(RuntimeError):
        yield Path.home()
    for name in ("", f"{os.environ.get('SUDO_USER', '')}"):
        with suppress(RuntimeError):
            yield Path(f"~{name or _user()}").expanduser()


def _user() -> str:
    with suppress(ImportError, KeyError, AttributeError):
        import pwd  # Windows has none

        return pwd.getpwuid(os.geteuid()).pw_name
    return ""
