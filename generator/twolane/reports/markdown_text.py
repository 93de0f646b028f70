"""Text from definitions in Markdown as GitHub and GitLab read it: shown letter for letter, and doing nothing.

What these hosts make of text goes beyond Markdown, and happens after it: mentions, numbers of issues, labels,
milestones, commits, emoji. A backslash does not stop any of that; an empty comment inside does, and is never seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from twolane.reports.visible import visible, visible_lines

_MARKUP = re.compile(r"[\\`*_{}\[\]|#!~$]")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_BREAK = "<!-- -->"
# An answer by e-mail quotes what was shown and is read anew, without the comment: there only a space without width
# keeps a name from being called.
_APART = "&#8203;"
_ACTIVE = re.compile(
    r"(?P<mention>@)"
    r"|(?P<address>:(?=//))|(?P<www>\bwww(?=\.))"
    r"|(?P<reference>[#~$%](?=[\w\"])|[!&](?=\d)|\*(?=iteration:)|\[(?=\w+:))"
    r"|(?P<issue>\bGH(?=-\d))|(?P<emoji>:(?=[\w+-]+:))"
    r"|(?P<commit>\b[0-9a-f]{7,40}\b)",
    re.IGNORECASE,
)


def escaped(text: str) -> str:
    """``text`` on one line inside a line of Markdown; it must not stand at the line's beginning."""
    return escaped_line(one_line(text))


@lru_cache(maxsize=512)  # the same names stand in many sentences of a report
def escaped_line(line: str) -> str:
    """As ``escaped``, for what is one line already; the spaces at its ends stay."""
    return _quiet(line, _in_markdown)


def escaped_with_code(text: str) -> str:
    """As ``escaped``, for a sentence in which what stands between backticks is to be written by somebody."""
    return "".join(f"`{part}`" if code else escaped_line(part) for code, part in _coded(text))


def in_html(text: str) -> str:
    """``text`` on one line inside an element of HTML that stands in Markdown."""
    return _in_html(one_line(text))


def in_html_with_code(text: str) -> str:
    """As ``in_html``, for a sentence in which what stands between backticks is to be written by somebody."""
    return "".join(f"<code>{_in_html(part)}</code>" if code else _in_html(part) for code, part in _coded(text))


@lru_cache(maxsize=512)
def _in_html(line: str) -> str:
    return _quiet(line, _in_element)


def _coded(text: str) -> Iterator[tuple[bool, str]]:
    """The parts of a line, and whether they are code; a backtick without another is one of the letters."""
    line = one_line(text)
    parts = line.split("`")
    if len(parts) % 2 == 0:
        yield False, line
        return
    for at, part in enumerate(parts):
        yield at % 2 == 1 and bool(part), part if part or at % 2 == 0 else "``"


def fenced(text: str, language: str = "") -> list[str]:
    """The lines of a block of code, whose fence is longer than any within."""
    lines = visible_lines(text.rstrip("\n"))
    longest = max((len(each) for each in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}{language}", *lines, fence]


def one_line(text: str) -> str:
    """``text`` with every stretch of white space as one space, and nothing unseen in it."""
    return visible(" ".join(text.split()))


def _in_markdown(part: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", part.translate(_TEXT))


def _in_element(part: str) -> str:
    return part.translate(_HTML)


def _quiet(text: str, escape: Callable[[str], str]) -> str:
    """``text``, escaped, with something unseen wherever a host would begin to make something of it."""
    parts, last = [], 0
    for match in _ACTIVE.finditer(text):
        if last < match.start():
            parts.append(escape(text[last : match.start()]))
        parts.append(_parted(match[0], match.lastgroup or "", escape))
        last = match.end()
    return "".join((*parts, escape(text[last:])))


@lru_cache(maxsize=512)  # whoever writes many signs writes the same ones
def _parted(sign: str, kind: str, escape: Callable[[str], str]) -> str:
    if kind == "commit":
        return _BREAK.join(sign[at : at + 6] for at in range(0, len(sign), 6))
    return escape(sign) + (_APART if kind == "mention" else _BREAK)
