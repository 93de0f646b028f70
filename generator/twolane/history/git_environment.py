"""How git is called: which program, with which environment and arguments, so that no repository makes it run another.

What a repository names in its configuration, its attributes and its hooks is foreign: it may come with an archive, or
lie in a pull request. None of the commands that we call needs any of it, and no content is fetched.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from twolane.history.git_troubles import GitMissing

APART = ("GIT_DIR", "GIT_WORK_TREE")
"""Where a repository is that is kept apart from its files."""
_KEPT = frozenset(
    {
        # Whose settings count, among them whom git is to trust.
        *("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"),
        # How far git looks upwards for a repository.
        *("GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM"),
        # Makes git trust less, never more.
        "GIT_TEST_ASSUME_DIFFERENT_OWNER",
    }
)
"""What git may be told by whoever calls us; all else names programs, files to write, or the repository of a hook."""
_TRUSTED = "safe.directory"
_ALWAYS = {
    "LC_ALL": "C",
    # Not git's own settings: whatever is configured for a protocol goes before `protocol.allow`, but not before this.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_PROTOCOL_FROM_USER": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
    "NoDefaultCurrentDirectoryInExePath": "1",
}
_SETTINGS = {
    "safe.bareRepository": "explicit",
    "protocol.allow": "never",
    # Empty, since git before 2.36 takes any other value for the name of a program.
    "core.fsmonitor": "",
    "core.hooksPath": os.devnull,
    "core.attributesFile": os.devnull,
    "core.pager": "cat",
    "core.editor": "false",
    "core.sshCommand": "false",
    "core.askPass": "",
    "credential.helper": "",
    "diff.external": "",
    "gpg.program": "false",
    "log.showSignature": "false",
    "submodule.recurse": "false",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "core.warnAmbiguousRefs": "true",
}
"""What no repository says otherwise. Few of these concern our commands, more of them what git starts by itself."""
_OPTIONS = ("--no-pager", "--no-replace-objects", "--no-optional-locks", "--literal-pathspecs")


def arguments(*command: str) -> tuple[str, ...]:
    """What stands behind the name of the program to call a command of git."""
    settings = (part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}"))
    return (*_OPTIONS, *settings, *command)


def variables(environment: Mapping[str, str]) -> Mapping[str, str]:
    """The environment for git, made from that of whoever calls us."""
    kept = {key: value for key, value in environment.items() if not key.startswith("GIT_") or key in _KEPT}
    # A name without a folder would be looked up in the current one, where somebody may have put a program.
    kept["PATH"] = os.pathsep.join(_folders(environment))
    return MappingProxyType(kept | dict(_trusted(environment)) | _ALWAYS)


def named_repository(environment: Mapping[str, str]) -> Mapping[str, str]:
    """What says which repository is meant, in whole paths; empty where whoever calls us does not say."""
    if not environment.get(APART[0]):
        return MappingProxyType({})
    given = {key: environment[key] for key in APART if environment.get(key)}
    return MappingProxyType({key: str(Path(value).absolute()) for key, value in given.items()})


def program(environment: Mapping[str, str]) -> str:
    """The whole path of git, which is never taken from the current folder; raises ``GitMissing``."""
    name = "git.exe" if os.name == "nt" else "git"
    found = (shutil.which(str(Path(folder, name))) for folder in _folders(environment))
    path = next(filter(None, found), None)
    if path is None:
        raise GitMissing
    return path


def _folders(environment: Mapping[str, str]) -> list[str]:
    """The folders in which programs are looked for, without those that depend on where one is."""
    return [each for each in environment.get("PATH", os.defpath).split(os.pathsep) if Path(each).is_absolute()]


def _trusted(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The repositories that are trusted although somebody else owns them, of all that is configured by variables."""
    count = environment.get("GIT_CONFIG_COUNT", "")
    given = range(int(count)) if count.isdecimal() and len(count) < 4 else ()
    values = [
        environment.get(f"GIT_CONFIG_VALUE_{each}", "")
        for each in given
        if environment.get(f"GIT_CONFIG_KEY_{each}", "").lower() == _TRUSTED
    ]
    yield from (("GIT_CONFIG_COUNT", str(len(values))),) if values else ()
    for index, value in enumerate(values):
        yield f"GIT_CONFIG_KEY_{index}", _TRUSTED
        yield f"GIT_CONFIG_VALUE_{index}", value
