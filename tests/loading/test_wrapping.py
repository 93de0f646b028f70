"""A line that wraps a whole file in the file's own name, beside other keys and names for what is below it."""

from __future__ import annotations

from tests.support.playbooks import base_files, loaded

BASE = base_files()
STRATEGY = "process/strategy.yml"


def _found(text: str) -> list[tuple[int, str, str]]:
    """Line, message and advice of what is found in a strategy."""
    findings = loaded({**BASE, STRATEGY: text.encode()}).findings
    return [(each.place.line, each.message, each.hint) for each in findings if each.place.file == STRATEGY]


def _indented(text: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


WHOLE = BASE[STRATEGY].decode()
AROUND = "`strategy` is wrapped around the whole file, whose name says that already"
LEFT = "take this line out, and move everything below it to the left, so that its first keys begin in column 1"


def test_the_line_may_stand_behind_another_key() -> None:
    """What is written beside it belongs to the same file."""
    story = "story: {internal: We grow slowly.}\n"
    assert _found(f"{story}strategy:\n{_indented(WHOLE)}") == [(2, AROUND, LEFT)]


def test_a_second_name_for_what_is_below_it() -> None:
    """An alias beside the line stands for all that is below it, and goes round for nobody who reads on."""
    text = f"strategy: &all\n{_indented(WHOLE)}"
    for other in ("other: *all\n", "other: [*all]\n", "other: {again: *all}\n"):
        line = text.count("\n") + 1
        places = [(at, message) for at, message, _ in _found(text + other)]
        assert places == [(1, AROUND), (line, "`other` is not a key of this file")], other


def test_the_line_alone_is_no_misspelt_key() -> None:
    """Nothing below it, or a mere list: nobody has meant the story."""
    hint = "take this line out: `goals`, `swot` and what else there is begin in column 1"
    for text in ("strategy:\n", "strategy:\n  - Grow slowly\n", "strategy: Grow slowly\n"):
        assert _found(text) == [(1, "`strategy` is not a key of this file", hint)], text
