"""Mends for spaces and signs between texts: indents, the space behind a colon or dash, a colon that is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twolane.yaml_text.syntax_lines import Mend, Trouble, split
from twolane.yaml_text.syntax_values import safe

_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_INDENT = re.compile(f"[ {_ODD}]*[{_ODD}][ {_ODD}]*(?=[^ ])")
_ODD_GAP = re.compile(f"(?<=[:-])[{_ODD}]+")
_NO_SPACE = re.compile(r"(?P<key>[A-Za-z_][\w-]*)(?P<sign>:| *= *)(?P<value>[^\s/:=].*)")
_KEY_ALONE = re.compile(r"(?P<key>[a-z][a-z_]*)")
_KEY_FIRST = re.compile(r"(?P<key>[a-z][a-z_]*) +(?P<value>\S.*)")


def odd_spaces(lines: Sequence[str], number: int, _: Trouble) -> Iterator[Mend]:
    """Non-breaking and other special spaces where YAML wants ordinary ones; all such lines that follow at once."""
    last = number
    while last < len(lines) and (_ODD_INDENT.match(lines[last]) or (last == number and _odd_gap(lines[last]))):
        last += 1
    if last > number:
        mended = tuple(_ordinary(line) for line in lines[number:last])
        column = next((at for at, char in enumerate(lines[number]) if char != " " and char.isspace()), 0)
        message = "a special space (a non-breaking one, say) stands here; it looks like a space and is none to YAML"
        hint = "type an ordinary space instead; such spaces come along when text is pasted"
        yield Mend(message, hint, number, mended, (number, column))


def _odd_gap(line: str) -> bool:
    return _ODD_GAP.search(line) is not None


def _ordinary(line: str) -> str:
    indent = _ODD_INDENT.match(line)
    if indent:
        line = " " * indent.end() + line[indent.end() :]
    return _ODD_GAP.sub(" ", line)


def no_space(lines: Sequence[str], number: int, _: Trouble) -> Iterator[Mend]:
    """A colon or a dash without the space behind it; an equals sign in place of the colon."""
    line = lines[number]
    indent = line[: len(line) - len(line.lstrip(" "))]
    rest = line[len(indent) :]
    if len(rest) > 1 and rest[0] == "-" and rest[1] not in "- ":
        message = "the space behind the dash is missing"
        mended = f"{indent}- {rest[1:]}"
        yield Mend(message, "write “- ” before each entry", number, (mended,), (number, len(indent)))
    part = split(line)
    found = _NO_SPACE.fullmatch(part.value) if not part.key else None
    if found is not None:
        column = part.content + len(found["key"])
        mended = f"{part.indent}{part.dashes}{found['key']}: {safe(found['value'])}{part.comment}"
        if "=" in found["sign"]:
            message = f"an equals sign stands behind “{found['key']}”; YAML wants a colon"
            column += found["sign"].index("=")
        else:
            message = f"the space behind the colon of “{found['key']}” is missing"
        yield Mend(message, "write “key: value”", number, (mended,), (number, column))


def no_colon(lines: Sequence[str], number: int, _: Trouble) -> Iterator[Mend]:
    """A key whose colon was forgotten."""
    part = split(lines[number])
    if part.key:
        return
    alone, first = _KEY_ALONE.fullmatch(part.value), _KEY_FIRST.fullmatch(part.value)
    found = alone or first
    if found is None:
        return
    value = f": {_kept(found['value'])}" if first else ":"
    mended = f"{part.indent}{part.dashes}{found['key']}{value}{part.comment}"
    message = f"the colon behind “{found['key']}” is missing"
    at = (number, part.content + len(found["key"]))
    yield Mend(message, "write “key: value”", number, (mended,), at)


def _kept(value: str) -> str:
    """A value as it stands behind its key; a list in brackets stays one."""
    return value if re.fullmatch(r"\[[^\[\]{}\"'#:]*\]", value) else safe(value)


def emptied(lines: Sequence[str], number: int, _: Trouble) -> Iterator[Mend]:
    """Brackets that say that a list or group is empty, with its entries below them."""
    part = split(lines[number])
    if not part.key or part.value not in ("[]", "{}"):
        return
    thing, inner = ("list", "entries") if part.value == "[]" else ("group", "keys")
    mended = f"{part.indent}{part.dashes}{part.key}{part.comment}"
    message = f"“{part.value}” says that the {thing} is empty, and {inner} of it follow below"
    hint = f"take the “{part.value}” out"
    yield Mend(message, hint, number, (mended,), (number, part.column))


def continued(lines: Sequence[str], number: int, _: Trouble) -> Iterator[Mend]:
    """A line that goes on with the text above and lost its indent."""
    part, above = split(lines[number]), _above(lines, number)
    if part.key or part.dashes or not part.value or above is None:
        return
    before = split(lines[above])
    if not before.key and not before.dashes:
        indent = len(before.indent)
    elif before.value:
        indent = before.content + 2
    else:
        return
    if indent > len(part.indent):
        mended = " " * indent + lines[number].lstrip(" ")
        message = "this line seems to go on with the text above, and is not indented like it"
        hint = "indent it like the text that it belongs to"
        yield Mend(message, hint, number, (mended,), (number, len(part.indent)))


def indent(lines: Sequence[str], number: int, _: Trouble) -> Iterator[Mend]:
    """A key or list entry that is indented differently from its neighbours, alone or with the lines that follow."""
    part = split(lines[number])
    here = len(part.indent)
    if not part.key and not part.dashes and not part.value.endswith(":"):
        return
    for width in sorted(_levels(lines, number, bool(part.dashes)), key=lambda level: (abs(level - here), -level)):
        if width == here:
            continue
        message = f"this line is indented by {_spaces(here)}, which fits none of the lines above"
        if not here:
            message = "this line begins at the left edge, which does not fit the lines above"
        hint = f"indent it by {_spaces(width)}" if width else "begin it at the left edge"
        for last in sorted({number, _run(lines, number)}):
            mended = tuple(_shifted(line, width - here) for line in lines[number : last + 1])
            yield Mend(message, hint, number, mended, (number, here))


def _levels(lines: Sequence[str], number: int, entry: bool) -> set[int]:
    """The indents at which a key, or an entry of a list, can stand after the lines above."""
    levels: set[int] = set()
    lowest = len(lines[number]) + 1000
    for above in reversed(range(number)):
        part = split(lines[above])
        if not (part.key or part.dashes) or len(part.indent) >= lowest:
            continue
        lowest = len(part.indent)
        if entry:
            levels |= {lowest} if part.dashes else set()
            levels |= {part.content + 2} if part.key and not part.value else set()
        else:
            levels |= {part.content} if part.key else set()
        if lowest == 0:
            break
    return levels


def _run(lines: Sequence[str], number: int) -> int:
    """The last of the lines that belong together with this one: as far indented, and of its list or none."""
    here = len(lines[number]) - len(lines[number].lstrip(" "))
    entry = "" if lines[number][here] == "-" else f"| {{{here}}}-"
    stop = re.compile(rf" {{0,{here - 1}}}\S{entry}|\s*$")
    last = number
    while here and last + 1 < len(lines) and not stop.match(lines[last + 1]):
        last += 1
    return last


def _shifted(line: str, by: int) -> str:
    return " " * by + line if by > 0 else line[-by:]


def _spaces(width: int) -> str:
    return "1 space" if width == 1 else f"{width} spaces"


def _above(lines: Sequence[str], number: int) -> int | None:
    return next((above for above in reversed(range(number)) if lines[above].strip()), None)
