"""How long the site of 100 processes takes, beside stock MkDocs with Material for the same content as Markdown."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from markdownify import markdownify

sys.path.insert(0, str(Path(__file__).parent))
from measuring import cpu_seconds, table, tool
from synthetic import write_playbook

PROCESSES = 100
_STOCK = """site_name: Synthetic
use_directory_urls: false
theme: {name: material, font: false, features: [navigation.tabs, navigation.sections]}
plugins: [search]
markdown_extensions: [attr_list, admonition, tables, toc]
"""


def main() -> None:
    """Print the table."""
    processes = int(sys.argv[1]) if len(sys.argv) > 1 else PROCESSES
    with TemporaryDirectory() as name:
        ours, stock = Path(name) / "ours", Path(name) / "stock"
        write_playbook(ours, processes)
        _write_as_markdown(ours, stock)
        times = {
            "twolane build": cpu_seconds([tool("twolane"), "build"], ours),
            "MkDocs + Material, the same pages as Markdown": cpu_seconds([tool("mkdocs"), "build", "-q"], stock),
        }
        pages = len(list((ours / "site").rglob("*.html")))
        theirs = len(list((stock / "site").rglob("*.html")))
    print(f"{processes} processes; {pages} pages here, {theirs} there; one run of each")
    print(table(times, "of twolane build"))


def _write_as_markdown(ours: Path, stock: Path) -> None:
    """The pages that ``twolane pages`` writes, their HTML turned into Markdown."""
    cpu_seconds([tool("twolane"), "pages", str(stock / "docs"), "--links", "sources"], ours)
    for page in (stock / "docs").rglob("*.md"):
        text = page.read_text("utf-8")
        front, body = text.split("---\n", 2)[1:] if text.startswith("---\n") else ("", text)
        page.write_text(f"---\n{front}---\n\n{markdownify(body)}", "utf-8")
    (stock / "mkdocs.yml").write_text(_STOCK, "utf-8")


if __name__ == "__main__":
    main()
