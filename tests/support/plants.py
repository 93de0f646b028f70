"""Commands planted where git looks for programs to run, each with the plain call of git that runs it."""

from __future__ import annotations

import os
from collections.abc import Callable

from tests.support.planting import Ground, Plant

PLAYBOOK = "sales"
"""The folder of the playbook in the repositories where something is planted."""
HOOKS = ("reference-transaction", "post-index-change", "post-checkout", "pre-auto-gc", "fsmonitor-watchman")
"""The hooks that reading could reach at most."""
OURS = ("rev-parse", "merge-base", "rev-list", "ls-tree", "cat-file", "remote", "for-each-ref", "config", "fetch")
"""The commands of git that reading calls, and the one that git may start by itself."""


def _settings(text: str) -> Callable[[Ground], None]:
    return lambda ground: ground.configure(text)


def _with_attributes(text: str, settings: str) -> Callable[[Ground], None]:
    """Attributes for all files, as a change brings them and as the repository has them for itself, with settings."""

    def plant(ground: Ground) -> None:
        for path in (".gitattributes", f"{PLAYBOOK}/.gitattributes", ".git/info/attributes"):
            ground.write(path, text)
        ground.configure(settings)

    return plant


def _hooks(folder: str, settings: str = "") -> Callable[[Ground], None]:
    def plant(ground: Ground) -> None:
        for name in HOOKS:
            ground.write(f"{folder}/{name}", '#!/bin/sh\ntouch "MARK"\n', runs=True)
        ground.configure(settings)

    return plant


def _elsewhere(path: str, pointing: str) -> Callable[[Ground], None]:
    """Settings in a file of their own, to which those of the repository point."""

    def plant(ground: Ground) -> None:
        ground.write(path, "[core]\n\tfsmonitor = RUN\n")
        ground.configure(pointing)

    return plant


def _git_elsewhere(ground: Ground) -> None:
    """The repository under another name, to which a file .git leads."""
    ground.configure("[core]\n\tfsmonitor = RUN")
    (ground.made.folder / ".git").rename(ground.made.folder / "kept")
    ground.write(".git", "gitdir: kept\n")


def _alternates(ground: Ground) -> None:
    """A second place for contents, as `git clone --reference` makes it, and a command that names what is there."""
    other = ground.made.folder.with_name("other")
    ground.made.git("clone", "--quiet", "--bare", str(ground.made.folder), str(other))
    ground.write(".git/objects/info/alternates", f"{other}/objects\n")
    ground.configure("[core]\n\talternateRefsCommand = RUN")


def _promised(settings: str, helper: str = "") -> Callable[[Ground], None]:
    """A clone from which a content is missing that a remote has promised; getting it runs a command."""

    def plant(ground: Ground) -> None:
        name = ground.made.git("rev-parse", f"main:{PLAYBOOK}/process/roles.yml")
        content = ground.made.folder / ".git/objects" / name[:2] / name[2:]
        content.unlink()
        ground.configure(f'[remote "origin"]\n\tpromisor = true\n{settings}')
        if helper:
            ground.write(f"helpers/{helper}", '#!/bin/sh\ntouch "MARK"\n', runs=True)

    return plant


def _programs(ground: Ground) -> None:
    """A folder with programs that are called like the commands of git."""
    for name in ("planted", *OURS):
        ground.write(f"programs/git-{name}", '#!/bin/sh\ntouch "MARK"\n', runs=True)


def _program_here(ground: Ground) -> None:
    """A program called git among the files of the playbook."""
    ground.write(f"{PLAYBOOK}/git", '#!/bin/sh\ntouch "MARK"\n', runs=True)


def _nothing(ground: Ground) -> None:
    """What stands in the environment alone."""


_DIFF = ("diff", "main", "feature")
_NEW_REFERENCE = ("update-ref", "refs/heads/planted", "HEAD")
_MISSING = ("cat-file", "-p", f"main:{PLAYBOOK}/process/roles.yml")
_PASSWORD = ("credential", "fill")
_ASKED = "protocol=https\nhost=example.invalid\n\n"
_ALIASES = "".join(f"\t{name} = !RUN\n" for name in ("planted", *OURS))
_PAGERS = "".join(f"\t{name} = RUN\n" for name in ("log", *OURS))
_EVENTS = "".join(f"\tevent = {name}\n" for name in HOOKS[:-1])

IN_SETTINGS = (
    Plant("fsmonitor", _settings("[core]\n\tfsmonitor = RUN"), ("status",)),
    Plant("hooks", _hooks(".git/hooks"), _NEW_REFERENCE),
    Plant("hooks-elsewhere", _hooks("planted", "[core]\n\thooksPath = FOLDER/planted"), _NEW_REFERENCE),
    Plant("hooks-in-settings", _settings(f'[hook "a"]\n\tcommand = RUN\n{_EVENTS}'), _NEW_REFERENCE, since=(2, 54)),
    Plant("pager", _settings(f"[core]\n\tpager = RUN\n[pager]\n{_PAGERS}"), ("log",), terminal=True),
    Plant("editor", _settings("[core]\n\teditor = RUN"), ("commit", "--amend")),
    Plant("external-diff", _settings("[diff]\n\texternal = RUN"), _DIFF),
    Plant("diff-driver", _with_attributes("* diff=planted\n", '[diff "planted"]\n\tcommand = RUN'), _DIFF),
    Plant("textconv", _with_attributes("* diff=planted\n", '[diff "planted"]\n\ttextconv = RUN'), _DIFF),
    Plant(
        "filter",
        _with_attributes("* filter=planted\n", '[filter "planted"]\n\tsmudge = RUN\n\tclean = RUN\n\tprocess = RUN'),
        ("cat-file", "--filters", f"HEAD:{PLAYBOOK}/process/roles.yml"),
    ),
    Plant("include", _elsewhere(".git/more", "[include]\n\tpath = more"), ("status",)),
    Plant("include-if", _elsewhere(".git/more", '[includeIf "gitdir:**"]\n\tpath = more'), ("status",)),
    Plant(
        "settings-of-a-worktree",
        _elsewhere(".git/config.worktree", "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tworktreeConfig = 1"),
        ("status",),
    ),
    Plant("alias", _settings(f"[alias]\n{_ALIASES}"), ("planted",)),
    Plant(
        "signatures",
        _settings("[gpg]\n\tprogram = RUN\n[log]\n\tshowSignature = true\n[commit]\n\tgpgSign = true"),
        ("commit", "--allow-empty", "--message=signed"),
    ),
    Plant("alternates", _alternates, ("rev-list", "--alternate-refs", "--max-count=1")),
    Plant("credentials", _settings("[credential]\n\thelper = !RUN"), _PASSWORD, given=_ASKED),
    Plant("ask-pass", _settings("[core]\n\taskPass = RUN"), _PASSWORD, given=_ASKED),
    Plant("archive", _settings('[tar "planted"]\n\tcommand = RUN'), ("archive", "--format=planted", "HEAD")),
    Plant("git-file", _git_elsewhere, ("status",)),
)
"""In the settings of the repository and in its files, all of which can be planted at once, but for the two of hooks."""
PROMISED = tuple(
    Plant(f"promised-{name}", _promised(settings, helper), _MISSING, around, code=4)
    for name, settings, helper, around in (
        ("command", "\turl = ext::RUN\n[protocol]\n\tallow = always\n[protocol \"ext\"]\n\tallow = always", "", {}),
        ("upload-pack", "\turl = FOLDER\n\tuploadpack = RUN", "", {}),
        ("ssh", "\turl = ssh://example.invalid/x\n[core]\n\tsshCommand = RUN", "", {}),
        ("proxy", "\turl = git://example.invalid/x\n[core]\n\tgitProxy = RUN", "", {}),
        ("renamed", '\turl = https://example.invalid/\n[url "ext::RUN"]\n\tinsteadOf = https://example.invalid/\n'
         '[protocol "ext"]\n\tallow = always', "", {}),
        ("helper", "\turl = planted::x", "git-remote-planted", {"PATH": f"FOLDER/helpers:{os.environ['PATH']}"}),
        ("vcs", "\turl = x\n\tvcs = planted", "git-remote-planted", {"PATH": f"FOLDER/helpers:{os.environ['PATH']}"}),
        ("extension", "\turl = ext::RUN\n[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n"
         '[protocol "ext"]\n\tallow = always', "", {}),
        ("ssh-around", "\turl = ssh://example.invalid/x", "", {"GIT_SSH_COMMAND": "RUN", "GIT_SSH": "RUN"}),
        ("proxy-around", "\turl = git://example.invalid/x", "", {"GIT_PROXY_COMMAND": "RUN"}),
        ("protocol-around", "\turl = ext::RUN", "", {"GIT_ALLOW_PROTOCOL": "ext", "GIT_NO_LAZY_FETCH": "0"}),
    )
)  # fmt: skip
"""In the settings of a clone that leaves out contents."""
AROUND = (
    Plant("external-diff-around", _nothing, _DIFF, {"GIT_EXTERNAL_DIFF": "RUN"}),
    Plant("pager-around", _nothing, ("log",), {"GIT_PAGER": "RUN", "PAGER": "RUN"}, terminal=True),
    Plant("editor-around", _nothing, ("commit", "--amend"), {"GIT_EDITOR": "RUN", "EDITOR": "RUN"}),
    Plant("ask-pass-around", _nothing, _PASSWORD, {"GIT_ASKPASS": "RUN", "SSH_ASKPASS": "RUN"}, given=_ASKED),
    Plant("programs-around", _programs, ("planted",), {"GIT_EXEC_PATH": "FOLDER/programs"}),
    Plant(
        "settings-around",
        _nothing,
        ("status",),
        {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": "RUN"},
        since=(2, 31),
    ),
    Plant("parameters-around", _nothing, ("status",), {"GIT_CONFIG_PARAMETERS": "'core.fsmonitor=RUN'"}),
    Plant("trace-around", _nothing, ("status",), {"GIT_TRACE": "MARK", "GIT_TRACE_SETUP": "MARK"}),
    Plant("trace2-around", _nothing, ("status",), {"GIT_TRACE2": "MARK", "GIT_TRACE2_EVENT": "MARK"}),
    Plant("program-here", _program_here, ("--version",), {"PATH": f".:{os.environ['PATH']}"}),
    Plant("program-here-unnamed", _program_here, ("--version",), {"PATH": f":{os.environ['PATH']}"}),
)
"""In the environment."""


def _bare(config: str, *, apart: bool = False, broken: bool = False) -> Callable[[Ground], None]:
    """A bare repository among the definitions, which a change can bring: no path of it is called .git.

    What is ``apart`` keeps its objects in a folder below; where it is ``broken`` there is a folder .git that is none.
    """

    def plant(ground: Ground) -> None:
        common = f"{PLAYBOOK}/common" if apart else PLAYBOOK
        ground.write(f"{PLAYBOOK}/HEAD", "ref: refs/heads/main\n")
        ground.write(f"{common}/refs/heads/main", "1" * 40 + "\n")
        ground.write(f"{common}/objects/keep", "")
        ground.write(f"{common}/config", f"{config}{_BARE_PROMISE}")
        if apart:
            ground.write(f"{PLAYBOOK}/commondir", "common\n")
            ground.write(f"{PLAYBOOK}/refs/keep", "")
        if broken:
            (ground.made.folder / PLAYBOOK / ".git").mkdir()

    return plant


_BARE_PROMISE = """[extensions]
	partialClone = origin
[remote "origin"]
	url = ext::RUN
	promisor = true
[protocol "ext"]
	allow = always
"""
_BARE = "[core]\n\trepositoryformatversion = 1\n\tbare = true\n"
_WITH_FILES = "[core]\n\trepositoryformatversion = 1\n\tbare = false\n\tworktree = .\n"
EMBEDDED = tuple(
    Plant(f"embedded-{name}", plant, ("rev-parse", "main^{commit}"), code=2)
    for name, plant in {
        "bare": _bare(_BARE),
        "with-files": _bare(_WITH_FILES),
        "apart": _bare(_BARE, apart=True),
        "beside-no-repository": _bare(_BARE, broken=True),
    }.items()
)
"""In a bare repository among the definitions."""
PLANTS = (*IN_SETTINGS, *PROMISED, *AROUND, *EMBEDDED)
