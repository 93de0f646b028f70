"""Tells whose failure it is where something that mkdocs.yml names has failed, and what is to be said of it."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import TracebackType

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

_OURS = Path(__file__).resolve().parents[1]
_INSTALLED = frozenset(os.path.realpath(path) for path in sysconfig.get_paths().values())
_LIBRARIES = frozenset({"site-packages", "dist-packages"})
_KINDS = {"mkdocs.plugins": "The plugin “{name}”", "mkdocs.themes": "The theme “{name}”"}
"""What others can bring for mkdocs.yml to name, by the group under which packages offer it; the likelier first."""
_MISSING = (
    "{owner} needs the library “{library}”, which is not installed beside Twolane. Install the package that brings it "
    "for {python}, or take out of mkdocs.yml what needs it."
)
_NOT_OTHERS = ("twolane", "search", "twolane-progress")
_NOT_THEIRS = ("twolane", "mkdocs")
_MARKDOWN = "markdown.core"


@dataclass(frozen=True, slots=True)
class Blame:
    """A failure of something of others: what to say, and whether a library is missing."""

    message: str
    missing: bool


def blame_for(error: BaseException, root: Path) -> Blame | None:
    """Whose failure it is, where it is not ours, nor that of what we build upon; files are named from ``root``."""
    # MkDocs gives up with an error of its own, which hides who made it.
    if isinstance(error, Abort) and error.__context__ is not None:
        error = error.__context__
    own = _file_at_fault(error, root)
    owner = own or _offered_by(error)
    if not owner:
        return None
    if isinstance(error, ModuleNotFoundError) and error.name:
        return Blame(_MISSING.format(owner=owner, library=error.name.partition(".")[0], python=sys.executable), True)
    said = _said(error)
    remedy = "Mend it there, or take out of mkdocs.yml what runs it." if own else "Mend or remove it in mkdocs.yml."
    return Blame(f"{owner} {said}. {remedy}", isinstance(error, ImportError))


def others_named(config: MkDocsConfig) -> str:
    """What to try where it may be theirs and does not show: plugins and hooks of others; empty where there are none."""
    names = [name for name in config.plugins if name.rpartition("/")[2] not in _NOT_OTHERS]
    if not names:
        return ""
    some = ", ".join(f"“{name}”" for name in names)
    return f"It may also come from {some}, which mkdocs.yml names: see whether it happens without."


def _said(error: BaseException) -> str:
    text = error.msg if isinstance(error, SyntaxError) else str(error)
    words = (text.strip().splitlines() or [""])[0].rstrip(".")
    if isinstance(error, SystemExit):
        return f"ended the program, saying: {words}" if isinstance(error.code, str) else "ended the program"
    if isinstance(error, MkDocsException):
        return f"stopped the build: {words}"
    return f"failed: {type(error).__name__}: {words}".removesuffix(": ")


def _frames(trace: TracebackType | None) -> Iterator[TracebackType]:
    while trace is not None:
        yield trace
        trace = trace.tb_next


def _file_at_fault(error: BaseException, root: Path) -> str:
    """The file of the playbook's own, a hook or a template, in which it happened, with the line; else empty."""
    places = [(trace.tb_frame.f_code.co_filename, trace.tb_lineno) for trace in _frames(error.__traceback__)]
    # What cannot be read as a program, or as a template, never ran.
    unread, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if isinstance(unread, str) and isinstance(line, int):
        places.append((unread, line))
    own = [(path, line) for path, line in places if _is_of_the_playbook(path)]
    if not own:
        return ""
    path, line = own[-1]
    return f"{_shown(path, root)} (line {line})"


def _is_of_the_playbook(path: str) -> bool:
    """Whether it is neither ours nor installed."""
    real = Path(os.path.realpath(path))
    if not Path(path).is_absolute() or not real.is_file() or real.is_relative_to(_OURS):
        return False
    return not (_LIBRARIES & set(real.parts) or any(real.is_relative_to(place) for place in _INSTALLED))


def _shown(path: str, root: Path) -> str:
    try:
        return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(root))).as_posix()
    except ValueError:  # another drive of Windows
        return path


def _offered_by(error: BaseException) -> str:
    """The plugin, Markdown extension or theme of others in whose modules it happened; else empty."""
    modules = [str(trace.tb_frame.f_globals.get("__name__")) for trace in _frames(error.__traceback__)]
    if isinstance(error, ImportError) and error.name:
        modules.append(error.name)  # a package whose own module is missing never ran
    for group, words in _KINDS.items():
        offered = [point for point in entry_points(group=group) if point.module.partition(".")[0] not in _NOT_THEIRS]
        for module in reversed(modules):
            found = next((point.name for point in offered if _belongs(module, point)), "")
            if found:
                return words.format(name=found.rpartition("/")[2])
    extension = _extension(modules)
    return f"The Markdown extension “{extension}”" if extension else ""


def _belongs(module: str, point: EntryPoint) -> bool:
    """Whether a module lies where the offered one does."""
    package = point.module.rpartition(".")[0] or point.module
    return module == point.module or f"{module}.".startswith(f"{package}.")


def _extension(modules: list[str]) -> str:
    """What Markdown had called; few of its extensions say which package offers them."""
    called = modules[modules.index(_MARKDOWN) :] if _MARKDOWN in modules else []
    others = (module for module in reversed(called) if module.partition(".")[0] not in sys.stdlib_module_names)
    return next((module for module in others if not module.startswith("markdown.") or ".extensions." in module), "")
