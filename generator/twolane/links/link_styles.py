"""Links from one page of the site to another, as relative addresses that hold wherever the site stands."""

from __future__ import annotations

import posixpath
from urllib.parse import quote, urlsplit

from twolane.configuration.output_styles import LinkStyle


def page_url(path: str, style: LinkStyle) -> str:
    """The address of a page relative to the root of the site; ``''`` is the home page of folders."""
    if style is LinkStyle.SOURCES:
        return f"{path}.md"
    folder, name = posixpath.split(path)
    if style is LinkStyle.FILES:
        return f"{path}.html"
    if name == "index":
        return f"{folder}/" if folder else ""
    return f"{path}/"


def page_link(origin: str, target: str, style: LinkStyle, anchor: str = "") -> str:
    """The `href` that leads from the page `origin` to the page `target`, both paths as in `Page.path`.

    The value is percent-encoded; the template's autoescape makes it safe in an attribute.
    """
    fragment = f"#{quote(anchor)}" if anchor else ""
    if origin == target and fragment:
        return fragment
    return _relative(page_url(origin, style), page_url(target, style)) + fragment


def file_link(origin: str, target: str, style: LinkStyle) -> str:
    """The `href` from the page `origin` to a file of the site, such as `/assets/benchmark.pdf`."""
    return _relative(page_url(origin, style), target.lstrip("/"))


def hand_written(path: str) -> str:
    """The `Page.path` form of a hand-written page's file: `guides/welcome.md` is `guides/welcome`."""
    stem = path.strip("/").removesuffix(".md")
    folder, name = posixpath.split(stem)
    return posixpath.join(folder, "index") if name == "README" else stem


def edit_link(edit_root: str, path: str, line: int | None = None) -> str:
    """The address where a file of the repository is edited, at a line; empty without an `edit_root`.

    Bitbucket counts lines in its own way; all other hosts know `#L12`.
    """
    if not edit_root:
        return ""
    mark = "#lines-" if "bitbucket" in urlsplit(edit_root).netloc else "#L"
    return edit_root + quote(path) + (f"{mark}{line}" if line else "")


def _relative(origin: str, target: str) -> str:
    """`target` as seen from `origin`; both are addresses below the root, a folder ends with `/`.

    Written out, since `posixpath.relpath` asks for the working folder each time and took a tenth of a build.
    """
    start, parts = origin.split("/")[:-1], target.split("/")
    shared = 0
    while shared < min(len(start), len(parts) - 1) and start[shared] == parts[shared]:
        shared += 1
    return quote("../" * (len(start) - shared) + "/".join(parts[shared:])) or "./"
