"""The program itself, run as a person runs it, and cases that say exactly how it answers."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from tests.support.cases import sections
from twolane import __version__
from twolane.cli.main import run

EPOCH = "1795305600"
"""The 22nd of November 2026, on which playbooks of tests are judged."""
_COMMAND = re.compile(r"^-- command --\n", re.MULTILINE)
_ANSWER = re.compile(r"^-- (exit code|output|errors) --\n", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """How a command ended, and what it wrote."""

    code: int
    output: str
    errors: str

    def written(self) -> str:
        """The answer as the sections of a case."""
        parts = {"exit code": f"{self.code}\n", "output": self.output, "errors": self.errors}
        return "".join(f"-- {name} --\n{text}" for name, text in parts.items() if text)


@dataclass(frozen=True)
class CommandCase:
    """A playbook, a command that is run in its folder, and the answer that is expected."""

    about: str
    files: dict[str, bytes]
    command: list[str]
    expected: str


def read_command_case(text: str, name: str) -> CommandCase:
    """The case in ``text``: a case of a playbook, then `-- command --` and the answer."""
    playbook, rest = _COMMAND.split(text, maxsplit=1)
    command, *answer = _ANSWER.split(rest)
    about, files, _ = sections(playbook, name)
    expected = "".join(f"-- {kind} --\n{body}" for kind, body in zip(answer[::2], answer[1::2], strict=True))
    return CommandCase(about, files, command.split()[1:], expected)


def with_answer(text: str, answer: Answer) -> str:
    """The text of a case with another answer."""
    head, rest = _COMMAND.split(text, maxsplit=1)
    return f"{head}-- command --\n{_ANSWER.split(rest)[0]}{answer.written()}"


def write_playbook(folder: Path, files: dict[str, bytes]) -> Path:
    """Writes a playbook's files into ``folder``."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def twolane(*arguments: str, folder: Path, **environment: str) -> Answer:
    """What `twolane` answers in ``folder``, run in this process; the path is written as DIR, the version as VERSION."""
    output, errors = io.StringIO(), io.StringIO()
    around = patch.dict(os.environ, plain_environment() | environment, clear=True)
    called = patch.object(sys, "argv", ["twolane", *arguments])
    with chdir(folder), around, called, redirect_stdout(output), redirect_stderr(errors):
        try:
            run()
        except SystemExit as end:
            code = int(end.code or 0)
    return Answer(code, *(_neutral(each.getvalue(), folder) for each in (output, errors)))


def twolane_process(*arguments: str, folder: Path, **environment: str) -> Answer:
    """The same from a process of its own, for what concerns how the program starts, ends and is stopped."""
    done = subprocess.run(
        [sys.executable, "-m", "twolane", *arguments],
        cwd=folder,
        env=plain_environment() | environment,
        capture_output=True,
        check=False,
    )
    return Answer(done.returncode, *(_neutral(each.decode(), folder) for each in (done.stdout, done.stderr)))


def plain_environment() -> dict[str, str]:
    """The environment of this process without what changes colours and widths, with the day of the tests."""
    changing = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "TWOLANE_TRACEBACK"}
    return {key: value for key, value in os.environ.items() if key not in changing} | {
        "SOURCE_DATE_EPOCH": EPOCH,
        "PYTHONUTF8": "1",
    }


def _neutral(text: str, folder: Path) -> str:
    return text.replace(str(folder.resolve()), "DIR").replace(f'"{__version__}"', '"VERSION"')
