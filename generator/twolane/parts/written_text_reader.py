"""Reads what hand-written pages say, to tell how long they take to read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from twolane.links.link_styles import hand_written

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n|<!--.*?-->|\]\([^)]*\)", re.DOTALL)


def reader(folder: Path, files: Iterable[str]) -> Callable[[str], str]:
    """What the hand-written page at a path says, without front matter, comments and addresses; empty without one."""
    by_path = {hand_written(name): folder / name for name in sorted(files) if name.endswith(".md")}

    @cache
    def text(path: str) -> str:
        file = by_path.get(path)
        if file is None or not file.is_file():
            return ""
        return _FRONT_MATTER.sub(" ", file.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n"))

    return text
