"""Which files a playbook has: what a misnamed one was meant to be (D001), and which ones are missing (D004)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from difflib import get_close_matches

from twolane.findings import Finding
from twolane.model.value_types import VERSION, kebab
from twolane.source import Place
from twolane.wording.did_you_mean import nearest
from twolane.wording.lists import listed
from twolane.yaml_text.reading_rules import MISSING_KEY, UNREADABLE

SHARED = (
    "playbook.yml",
    "strategy.yml",
    "roles.yml",
    "segments.yml",
    "metrics.yml",
    "differentiators.yml",
    "glossary.yml",
    "approvals.yml",
)
"""The files of the folder itself."""

OF_A_PROCESS = ("process.yml", "releases.yml", "actuals.csv")
"""The files of a process's own folder."""

RELEASES = "releases"
"""The folder of a process's frozen copies, each called after its version."""

ENDINGS = (".yml", ".yaml", ".csv", ".yml.txt", ".yaml.txt", ".csv.txt")
"""How the names of files end that are definitions, or are meant to be: Notepad puts `.txt` behind any name."""

_SURELY = 0.85


def adopted(paths: Iterable[str]) -> Mapping[str, str]:
    """From where a file ought to be to a misnamed one which is surely meant, where the right one is not there."""
    there = set(paths)
    found: dict[str, str] = {}
    for path in sorted(each for each in there if is_stray(each) or _is_too_deep(each, there)):
        meant = _surely(path)
        if meant and meant not in there:
            found.setdefault(meant, path)
    return found


def is_stray(path: str) -> bool:
    """Whether a file looks like a definition and has no name of the format."""
    parts = path.split("/")
    return len(parts) <= 2 and parts[-1] not in _names(path) and path.endswith(ENDINGS)


def _is_too_deep(path: str, paths: Set[str]) -> bool:
    """Whether a process lies in a folder of several; what lies inside a process's own folder is left alone."""
    group, _, rest = path.partition("/")
    return is_process(rest) and not rest.startswith(f"{RELEASES}/") and f"{group}/process.yml" not in paths


def missing_processes(paths: Iterable[str]) -> Set[str]:
    """Where a ``process.yml`` ought to be, beside figures or releases, and is not."""
    there = {*paths, *adopted(paths)}
    beside = (path.split("/") for path in there if "/" in path)
    return {f"{folder}/process.yml" for folder, file, *_ in beside if file in (*OF_A_PROCESS, RELEASES)} - there


def is_looked_at(path: str) -> bool:
    """Whether anybody reads files there: in the folder itself, in those of processes, and among frozen copies.

    A process one folder deeper is looked at too, so that somebody hears of it.
    """
    folders = path.split("/")[:-1]
    return len(folders) < 2 or (len(folders) == 2 and (folders[1] == RELEASES or path.endswith("/process.yml")))


def released(paths: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """The frozen copies: the folder of the process, the version, and the path."""
    for path in sorted(paths):
        version = _version_of(path)
        if version:
            yield path.split("/")[0], version, path


def _version_of(path: str) -> str:
    folders, _, file = path.rpartition("/")
    version = file.removesuffix(".yml")
    inside = folders.count("/") == 1 and folders.endswith(f"/{RELEASES}") and file.endswith(".yml")
    return version if inside and VERSION.fullmatch(version) else ""


def is_process(path: str) -> bool:
    """Whether the definition of a process is in the file at ``path``."""
    return path.count("/") == 1 and path.endswith("/process.yml")


def faults(paths: Set[str], name: Callable[[str], str]) -> Iterator[Finding]:
    """What is wrong with the folder whose files are at ``paths``; ``name`` says what findings call a path.

    Among the paths may be folders that nobody could look into, which may hold what seems to be missing.
    """
    have = {*paths, *adopted(paths)}
    folders = {path for path in paths if not path.endswith(ENDINGS)}
    if "playbook.yml" not in have and "" not in folders:
        yield _absent(name("playbook.yml"), "a playbook needs this file", "write it, with `title: …` in it")
    if folders and not any(is_process(path) for path in have):
        return
    if not any(is_process(path) for path in have):
        place = name("<process>/process.yml")
        yield _absent(place, "there is no process yet", "`twolane new` shows what one looks like")
    else:
        for path in sorted(missing_processes(have)):
            message = "the folder of a process needs this file"
            yield _absent(name(path), message, "write it, or delete the folder if the process is no more")
    for path in sorted(filter(is_stray, paths)):
        message = "no file of a playbook has this name, so nobody reads it"
        yield UNREADABLE.on(Place(name(path)), message, hint=_hint(path))
    for path in sorted(each for each in paths if _is_too_deep(each, paths)):
        message = "a process is read from a folder straight below that of the definitions, so nobody reads this one"
        hint = f"move the folder {path.split('/')[1]} up by one, or let its name begin with a dot to keep it aside"
        yield UNREADABLE.on(Place(name(path)), message, hint=hint)
    for path in sorted(each for each in paths if f"/{RELEASES}/" in each and not _version_of(each)):
        message = "frozen copies are called after their version, so nobody reads this file"
        hint = "call it as `1.2.0.yml` if it is one, else take it out; `twolane release` writes frozen copies"
        yield UNREADABLE.on(Place(name(path)), message, hint=hint)


def _absent(file: str, message: str, hint: str) -> Finding:
    return MISSING_KEY.on(Place(file), message, hint=hint)


def _names(path: str) -> tuple[str, ...]:
    return OF_A_PROCESS if "/" in path else SHARED


def _ending(path: str) -> str:
    return ".csv" if path.endswith((".csv", ".csv.txt")) else ".yml"


def _stem(file: str) -> str:
    return file.removesuffix(".txt").rsplit(".", 1)[0]


def _surely(path: str) -> str:
    folder, slash, file = path.rpartition("/")
    if "/" in folder:
        return path.partition("/")[2]
    name = _stem(file).lower() + _ending(path)
    known = [each for each in _names(path) if each.endswith(_ending(path))]
    near = get_close_matches(name, known, n=1, cutoff=_SURELY)
    return f"{folder}{slash}{near[0]}" if near else ""


def _hint(path: str) -> str:
    """What to do about a stray file."""
    folder, _, file = path.rpartition("/")
    stem = _stem(file)
    if folder and file in SHARED:
        return "move it up into the folder around this one: it holds for all processes"
    if not folder and file in OF_A_PROCESS:
        return f"move it into the folder of its process, such as `new-business/{file}`"
    near = nearest(stem.lower() + _ending(path), [each for each in _names(path) if each.endswith(_ending(path))])
    if near:
        return f"did you mean {near}?"
    if folder:
        return f"the files of a process are called {listed(OF_A_PROCESS)}"
    if _ending(path) == ".csv":
        return "figures stand in the folder of their process, as `new-business/actuals.csv`"
    process = f"{kebab(stem) or 'new-business'}/process.yml"
    return f"a process stands in a folder of its own, as `{process}`; the other files are {listed(SHARED)}"
