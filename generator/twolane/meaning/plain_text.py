"""From Markdown to the words that a reader sees: addresses, marks and the numbers of lists and headings are gone."""

from __future__ import annotations

import re

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\r\n?"), "\n"),
    (re.compile(r"<!--.*?-->", re.S), " "),
    (re.compile(r"^\s*\[[^\]]+\]:\s*\S+.*$", re.M), ""),
    (re.compile(r"!?\[([^\]\n]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+[\"'][^)]*)?\)"), r"\1"),
    (re.compile(r"!?\[([^\]\n]+)\]\[[^\]\n]*\]"), r"\1"),
    (re.compile(r"<(?:https?://|mailto:)[^>\s]+>|(?:https?://|www\.)[^\s)>\]]+|mailto:(?=\S)"), " "),
    (re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$", re.M), ""),
    (re.compile(r"^(\s*#{1,6}\s+)(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+)\s+", re.M), r"\1"),
    (re.compile(r"^\s*#{1,6}\s+|\s#+\s*$", re.M), "\n"),
    (re.compile(r"^\s*(?:\d{1,3}[.)]|[-*+•])\s+(?:\[[ xX]\]\s+)?", re.M), "\n"),
    (re.compile(r"^\s*>\s+(?![\d€$£])", re.M), ""),
    (re.compile(r"\*\*|__|~~|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)"), ""),
    (re.compile(r"\\(?=[^\w\s])"), ""),
    (re.compile(r"\bUS\$"), "$"),
    (re.compile(r"[’‘´ʼ]"), "'"),
    (re.compile(r"[“”„«»\"]"), ""),
    (re.compile(r"[\u00ad\u200b\u2060\ufeff]"), ""),
    (re.compile(r"[\u00a0\u202f\u2009]"), " "),
    (re.compile(r"(?<=\d)\s*[–—−]\s*(?=\d)"), "-"),
    (re.compile(r"\s+[–—-]+\s+|[–—]"), ", "),
    (re.compile(r"\s*\n\s*(?:\n\s*)+"), " \n "),
)  # fmt: skip


def plain(text: str) -> str:
    """The text without Markdown; what stands on lines of its own still does."""
    code = re.split(r"(`+[^`]+`+)", text)
    return "".join(part if at % 2 else _plain(part) for at, part in enumerate(code))


def _plain(text: str) -> str:
    for pattern, instead in _STEPS:
        text = pattern.sub(instead, text)
    return text
