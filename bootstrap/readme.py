"""Gives the package the README as its description, with links that hold where the repository is not around it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(!?)\[([^]]*)\]\((?!https?:|#)([^)]+)\)")


class ReadmeHook(MetadataHookInterface):
    """Sets `readme`, which pyproject.toml therefore names as dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": with_whole_links(text, metadata["urls"]["Source"]),
        }


def with_whole_links(text: str, source: str) -> str:
    """Returns the text with links and pictures of the repository as whole addresses at `source`."""

    def whole(link: re.Match[str]) -> str:
        picture, words, target = link.groups()
        return f"{picture}[{words}]({source}/{'raw' if picture else 'blob'}/HEAD/{target})"

    return _LINK.sub(whole, text)
