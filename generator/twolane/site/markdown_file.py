"""A page as a Markdown file that any engine can build: front matter, then a block of HTML."""

from __future__ import annotations

import json

from twolane.links.finished_page import Page
from twolane.site.printed_written import without_places

_HIDDEN = "search: {exclude: true}"
"""What keeps a page out of the search of MkDocs with Material, and of engines that read the same."""


def file_name(page: Page) -> str:
    """Where the file stands, below the folder of Markdown files."""
    return f"{page.path}.md"


def file_text(page: Page) -> str:
    """The file's text. JSON's quoted texts are YAML's too, so no title can break the front matter."""
    front = {"title": page.title, "description": page.description}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items() if value]
    lines += [] if page.indexed else [_HIDDEN]
    return "\n".join(("---", *lines, "---", "", without_places(page.body), ""))
