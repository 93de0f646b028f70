"""How a command ends: its exit code, and the failure that carries one."""

from __future__ import annotations

from enum import IntEnum

from twolane.findings import Finding, Severity


class Code(IntEnum):
    """Every exit code of the program."""

    CLEAN = 0
    FINDINGS = 1
    """Something was found at or above what `--fail-on` says, or `--check` found a file out of date, or a
    release was refused."""
    WRONG_USAGE = 2
    """The command line or the configuration is wrong, or what it names cannot be written."""
    NOTHING_READABLE = 3
    """There is no playbook, or its files cannot be read."""
    VERSION_MISSING = 4
    """A library is missing, or not of the version that is needed; or git, or a part of its history."""
    INTERNAL = 70
    """A mistake of the program's own."""
    STOPPED = 130
    """Stopped by the person at the keyboard."""
    READER_GONE = 141
    """Whoever read the output stopped reading."""


class CommandFailed(Exception):
    """A command cannot do its work; the message says why and what to do, in plain words."""

    def __init__(self, message: str, code: Code = Code.WRONG_USAGE) -> None:
        super().__init__(message)
        self.code = code


class ReaderGone(Exception):
    """Whoever read the output has closed it, as `twolane check | head` does; nothing is wrong with that."""


def code_for(findings: tuple[Finding, ...], fail_on: str) -> Code:
    """The exit code that ``findings`` deserve, where ``fail_on`` is the least severity that fails, or `never`."""
    least = Severity.__members__.get(fail_on.upper())
    failing = least is not None and any(each.severity >= least for each in findings)
    return Code.FINDINGS if failing else Code.CLEAN
