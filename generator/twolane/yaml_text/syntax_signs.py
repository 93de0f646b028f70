"""Mends for signs that mean something in other programs and nothing in YAML: bullets, comments, gaps, merge marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twolane.yaml_text.syntax_lines import Mend, Trouble, quoted

BULLETS = "•●▪◦‣·–—"
_BULLET = re.compile(rf"(?P<indent> *)(?P<sign>[{BULLETS}])[ \u00a0]*(?P<text>\S.*)")
_SLASHES = re.compile(r"(?P<indent> *)//(?P<text>.*)")
_GAP = re.compile(r"\{\{[^{}]*(?:[{}][^{}]+)*\}\}")
_MERGE_MARK = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?")


def signs(lines: Sequence[str], number: int, trouble: Trouble) -> Iterator[Mend]:
    """Whichever of these signs the line begins with."""
    yield from merge_marks(lines, number, trouble)
    yield from bullets(lines, number, trouble)
    if found := _SLASHES.fullmatch(lines[number]):
        message = "two slashes begin no comment in YAML; a hash and a space do"
        mended = f"{found['indent']}# {found['text'].strip()}"
        yield Mend(message, "write “# ” before a comment", number, (mended,), (number, found.end("indent")))


def bullets(lines: Sequence[str], number: int, _: Trouble) -> Iterator[Mend]:
    """A list whose entries begin with a bullet or a long dash, as a word processor makes them."""
    first = _BULLET.fullmatch(lines[number])
    if first is None:
        return
    mended = []
    for line in lines[number:]:
        found = _BULLET.fullmatch(line)
        if found is None or found["indent"] != first["indent"]:
            break
        mended.append(f"{found['indent']}- {found['text']}")
    message = f"“{first['sign']}” begins no entry of a list in YAML; a hyphen and a space do"
    yield Mend(message, "write “- ” before each entry", number, tuple(mended), (number, first.end("indent")))


def merge_marks(lines: Sequence[str], number: int, _: Trouble) -> Iterator[Mend]:
    """The marks that an unfinished merge leaves around two versions; the first version is kept."""
    if not _MERGE_MARK.fullmatch(lines[number]):
        return
    message = "this mark was left by a merge that nobody has finished"
    hint = "keep one of the two versions between the marks, or both, and delete the marks"
    theirs, kept = not lines[number].startswith("<"), list[str]()
    for line in lines[number:]:
        mark = bool(_MERGE_MARK.fullmatch(line))
        theirs = theirs or line.startswith(("=" * 7, "|" * 7))
        kept.append("" if mark or theirs else line)
        if mark and (line.startswith(">") or not lines[number].startswith("<")):
            yield Mend(message, hint, number, tuple(kept), (number, 0))
            return
    yield Mend(message, hint, number, ("",), (number, 0))


def gap(lines: Sequence[str], number: int, trouble: Trouble) -> Iterator[Mend]:
    """A gap to fill in, such as ``{{company}}``, which YAML takes for a group in a group."""
    if _GAP.search(lines[number], max(trouble.column - 1, 0)):
        start = lines[number].index("{{", max(trouble.column - 1, 0))
        mended = lines[number][:start] + _GAP.sub(lambda found: quoted(found[0]), lines[number][start:])
        message = "two braces open a group in a group to YAML; this looks like a gap to fill in"
        yield Mend(message, "fill it in, or put it in quotes", number, (mended,), (number, start))
