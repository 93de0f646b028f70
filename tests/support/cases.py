"""Cases as data: a file that says how a playbook differs from the base one, and exactly what is reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.playbooks import BASE, base_files, report
from tests.support.releases import released
from twolane.loading.model_keys import keys_of
from twolane.model.element import Element
from twolane.wording.lists import listed

_SECTION = re.compile(r"^-- (change|file|remove|move|encoding|release|output)(?: (\S+))? --\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One case file: what it is about, the playbook's files, and the report that it expects."""

    path: Path
    about: str
    files: dict[str, bytes]
    expected: str

    @property
    def code(self) -> str:
        """The rule that the case is about: the name of its folder."""
        return self.path.parent.name

    @property
    def fails(self) -> bool:
        """Whether the rule must find something."""
        return self.path.name.startswith("fails")

    def report(self) -> str:
        """What is reported of the case's playbook today; a list of all keys of an element is called after it."""
        return _without_keys(report(self.files))


def _without_keys(text: str) -> str:
    """A report that stays the same where an element gets one more key."""
    for element in sorted(_elements(Element), key=lambda each: each.__name__):
        every = f"known keys are {listed(keys_of(element))}\n"
        text = text.replace(every, f"known keys are ALL OF {element.__name__}\n")
    return text


def _elements(kind: type[Element]) -> Iterator[type[Element]]:
    for each in kind.__subclasses__():
        yield from (each, *_elements(each))


def read_case(path: Path, base: Path = BASE) -> Case:
    """The case in ``path``, which changes the playbook in ``base``; CONTRIBUTING.md explains the sections."""
    return Case(path, *sections(path.read_text("utf-8"), str(path), base))


def sections(text: str, name: str, base: Path = BASE) -> tuple[str, dict[str, bytes], str]:
    """What a case is about, the playbook's files as it changes them, and the output that it expects."""
    about, *parts = _SECTION.split(text)
    files, expected = base_files(base), ""
    for kind, file, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if kind == "change":
            files[file] = _changed(files[file].decode(), body, name).encode()
        elif kind == "file":
            files[file] = body.encode()
        elif kind == "remove":
            del files[file]
        elif kind == "move":
            files[body.strip()] = files.pop(file)
        elif kind == "release":
            files = released(files, file)
        elif kind == "encoding":
            files[file] = files[file].decode("utf-8-sig").encode(body.strip())
        else:
            expected = body
    return about.strip(), files, expected


def with_expected(text: str, expected: str) -> str:
    """The text of a case file with another output section."""
    return (
        text[: text.index("-- output --\n")] + "-- output --\n" + expected
        if "-- output --" in text
        else (text.rstrip("\n") + "\n-- output --\n" + expected)
    )


def _changed(text: str, body: str, name: str) -> str:
    ends = body.replace("\n", "\r\n") if "\r\n" in text else body
    before, after = re.split(r"^=>\r?\n", ends, maxsplit=1, flags=re.MULTILINE)
    if text.count(before) != 1:
        raise ValueError(f"{name}: the text to change occurs {text.count(before)} times in the base:\n{before}")
    return text.replace(before, after)
