"""Operations on files that fail: the program is killed, stopped, or told no, at any one of them.

Each point is tried in a process of its own, which starts as a copy of this one and therefore at once.
"""

from __future__ import annotations

import builtins
import errno
import gc
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KINDS = ("kill", "stop", "full", "denied")
_CHANGING = ("mkdir", "rename", "replace", "unlink", "remove", "rmdir", "chmod", "fsync", "utime", "sendfile")
_LOOKING = ("scandir", "listdir")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_REACHED, _NOT_REACHED, _BROKEN = 0, 7, 9


@dataclass(frozen=True)
class Scenario:
    """How a folder is made ready, what is done to it, and what is wrong with it afterwards (empty if nothing is).

    ``after`` judges it once the fault has come; ``done`` once it was done ``again``, without any.
    """

    name: str
    folder: Path
    reset: Callable[[], None]
    act: Callable[[], None]
    again: Callable[[], None]
    after: Callable[[str], str]
    done: Callable[[], str]


@dataclass
class _Faults:
    """Counts operations on files, and lets the one with the number ``at`` fail in its way."""

    kind: str
    at: int
    folder: Path
    count: int = 0

    def meet(self, path: object) -> None:
        """One operation more, before it is done; what is read elsewhere does not count."""
        if (
            isinstance(path, str | os.PathLike)
            and Path(path).is_absolute()
            and self.folder not in (Path(path), *Path(path).parents)
        ):
            return
        self.count += 1
        if self.count != self.at:
            return
        if self.kind == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if self.kind == "stop":
            raise KeyboardInterrupt
        number = errno.ENOSPC if self.kind == "full" else errno.EACCES
        raise OSError(number, os.strerror(number), os.fspath(path) if isinstance(path, str | os.PathLike) else None)

    def arm(self) -> None:
        """From now on operations count."""
        for name in (*_CHANGING, *_LOOKING):
            setattr(os, name, self._counted(getattr(os, name)))
        os.open = self._counted_open(os.open)
        builtins.open = io.open = self._counted_file(io.open)
        from twolane.writing import exchange

        exchange.swapped = self._counted(exchange.swapped)

    def _counted(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            self.meet(given[0] if given else None)
            return real(*given, **named)

        return counted

    def _counted_open(self, real: Callable[..., int]) -> Callable[..., int]:
        def counted(path: Any, flags: int, *given: Any, **named: Any) -> int:
            if flags & _WRITING:
                self.meet(path)
            return real(path, flags, *given, **named)

        return counted

    def _counted_file(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def counted(file: Any, mode: str = "r", *given: Any, **named: Any) -> Any:
            if not set(mode) & set("wax+"):
                return real(file, mode, *given, **named)
            self.meet(file)
            return _File(real(file, mode, *given, **named), self, file)

        return counted


class _File:
    """A file that is written to, half of whose text arrives where writing fails."""

    def __init__(self, real: Any, faults: _Faults, path: object) -> None:
        self._real, self._faults, self._path = real, faults, path

    def write(self, data: Any) -> int:
        half = len(data) // 2
        self._real.write(data[:half])
        self._real.flush()
        self._faults.meet(self._path)
        return half + int(self._real.write(data[half:]))

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *_: object) -> None:
        self._real.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def tried(scenario: Scenario, kinds: tuple[str, ...] = KINDS) -> tuple[int, list[str]]:
    """How many points were tried, and what was wrong after each of those where something was."""
    count, wrong = 0, []
    gc.freeze()
    gc.disable()  # a copy of this process shares its memory with it as long as neither touches it
    for kind in kinds:
        for at in range(1, 100_000):
            scenario.reset()
            reached = _forked(lambda kind=kind, at=at: _with_fault(scenario, kind, at))
            count += 1
            wrong += [f"{scenario.name}, {kind} at {at}: {problem}" for problem in _problems(scenario, kind, reached)]
            if reached == _NOT_REACHED:
                break
    return count, wrong


def _problems(scenario: Scenario, kind: str, reached: int) -> Iterator[str]:
    if reached == _BROKEN:
        yield "it has failed in another way than it should"
    if problem := scenario.after(kind):
        yield problem
    if _forked(lambda: _plainly(scenario.again)) != 0:
        yield "doing it again has failed"
    elif problem := scenario.done():
        yield f"done again, {problem}"


def _with_fault(scenario: Scenario, kind: str, at: int) -> int:
    faults = _Faults(kind, at, scenario.folder)
    faults.arm()
    with suppress(SystemExit, KeyboardInterrupt, Expected):
        scenario.act()
    return _REACHED if faults.count >= at else _NOT_REACHED


def _plainly(act: Callable[[], None]) -> int:
    try:
        act()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


class Expected(Exception):
    """What an act raises where the fault was told in words, as it should be."""


def _forked(act: Callable[[], int]) -> int:
    """How a copy of this process ends that does this; -9 where it was killed."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = _BROKEN
    try:
        code = act()
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path, but for what is made ready in a workshop."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".twolane" not in path.relative_to(folder).parts
    }


def left_in(folder: Path) -> list[str]:
    """What is left of workshops in a folder."""
    return [path.relative_to(folder).as_posix() for path in folder.rglob(".twolane")]


def seen_by_git(folder: Path) -> list[str]:
    """The files in workshops that nothing keeps from being added to a repository."""
    found = []
    for shop in folder.rglob(".twolane"):
        ignored = shop / ".gitignore"
        if not (ignored.is_file() and ignored.read_text().endswith("*\n")):
            found += [path.as_posix() for path in shop.rglob("*") if path.is_file() and path != ignored]
    return found
