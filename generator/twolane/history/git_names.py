"""What names mean to git: a commit, several things at once, or nothing, and then what was probably meant."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from twolane.history.git_calls import Repository, lines, run
from twolane.history.git_troubles import GitTrouble, HistoryMissing, SeveralCommits, UnknownRevision
from twolane.wording.did_you_mean import nearest
from twolane.wording.lists import first_listed, listed

_LIKE_A_TAG = re.compile(r"v?\d+(\.\d+)*(-[\w.]+)?")
_LIKE_A_HASH = re.compile(r"[0-9a-f]{7,64}")
_HASH = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")
_BEGINNING = re.compile(r"[0-9a-f]{4,}")
_REMOTE = re.compile(r"[\w.][\w./+-]*")
_TOP = re.compile(r"[A-Z_]+")
"""The names of what git keeps beside its references, such as HEAD and ORIG_HEAD."""
_TWINS = {"main": "master", "master": "main"}
"""What the first branch is called, by newer and by older habit."""
_FIRST_NAME = re.compile(r"[^~^@:{]+")
_KINDS = {
    "refs/{}": "reference",
    "refs/tags/{}": "tag",
    "refs/heads/{}": "branch",
    "refs/remotes/{}": "branch of a remote",
    "refs/remotes/{}/HEAD": "remote",
}
"""Where git looks for a name, in its order, and what it finds there."""

_SORTS = {"Branches": "refs/heads", "On the server": "refs/remotes", "Tags": "refs/tags"}
_MOST, _LONGEST = 3, 200
"""References of a sort that are named where none has the name that somebody wrote, and letters that are compared."""

_NEAR, _ENOUGH = 0.6, 3
"""The likeness from which on a name may have been meant, and the letters that are enough for its beginning."""

_AMBIGUOUS, _SEVERAL = b" is ambiguous", re.compile(rb"short (object ID|SHA1) ")
"""How git says that a name has several meanings, and that the hashes of several commits begin like that."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One of the things that a name can mean: what it is, and the name that means nothing else."""

    kind: str
    name: str


def resolved(repository: Repository, revision: str) -> str:
    """The hash of the commit that ``revision`` names; empty where it names none."""
    if not _may_be_a_name(revision):
        return ""
    answer = run(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return answer.stdout.decode().strip() if answer.returncode == 0 else ""


def meanings(repository: Repository, revision: str) -> tuple[Meaning, ...]:
    """Everything that a revision with an ambiguous name can mean, first what git takes; empty where it is one thing."""
    if _AMBIGUOUS not in _complaints(repository, revision):
        return ()
    name = _first_name(revision)
    rest = revision.removeprefix(name)
    found = tuple(Meaning(each.kind, f"{each.name}{rest}") for each in _meanings(repository, name))
    return found if len(found) > 1 else ()


def warning_about(repository: Repository, revision: str) -> str:
    """What a reader has to know where the name of a revision is ambiguous; empty where it is not."""
    found = meanings(repository, revision)
    if not found:
        return ""
    name, kinds = _first_name(revision), listed(_with("a", each) for each in found)
    ways = listed((each.name if _is_top(each) else f"{each.name} (the {each.kind})" for each in found), "or")
    return (
        f"In git, “{name}” is {kinds}; {_with('the', found[0])} was taken, as git does. "
        f"To say which you mean, write {ways}."
    )


def full_names(repository: Repository, revision: str) -> tuple[str, ...]:
    """Other ways to name ``revision``, which only git understands, one for each thing that it can mean."""
    found = meanings(repository, revision)
    if found:
        return tuple(each.name for each in found)
    full = lines(repository, "rev-parse", "--symbolic-full-name", "--end-of-options", revision)
    return (next((each for each in full if each.startswith("refs/")), f"{revision}^0"),)


def unknown(repository: Repository, revision: str) -> GitTrouble:
    """What to raise for a revision that nothing here is called."""
    name = _first_name(revision)
    if _SEVERAL.search(_complaints(repository, revision)):
        return SeveralCommits(name)
    remote, _, branch = name.partition("/")
    far = remote if branch and remote in _remotes(repository) else ""
    near = _other_meaning(repository, revision) or ("" if resolved(repository, name) else _near(repository, name, far))
    of_a_remote = near.partition("/")[2] == name
    if name.startswith("-") or of_a_remote or not is_shallow(repository):
        command = _command(f"git fetch {far}", _branch(far, branch)) if far else ""
        return UnknownRevision(revision, near, command, there_are(repository, name))
    message = f"This clone holds only the newest part of the history, and “{revision}” is not in it."
    return HistoryMissing(message, fetch(repository, name, far), near)


def there_are(repository: Repository, name: str) -> str:
    """Which branches and tags there are: the main branch, those called like ``name``, and then the newest ones."""
    parts = ((sort, _some(repository, place, name)) for sort, place in _SORTS.items())
    return " ".join(f"{sort}: {some}." for sort, some in parts if some)


def _some(repository: Repository, place: str, name: str) -> str:
    """The references of a sort, at most ``_MOST``; empty where there are none."""
    found = lines(repository, "for-each-ref", "--sort=-creatordate", "--format=%(refname)", place)
    # The head of a remote is another name for one of its branches.
    known = [each.split("/", 2)[2] for each in found if not (place.endswith("remotes") and each.endswith("/HEAD"))]
    remote = f"{main_remote(repository)}/" if place.endswith("remotes") else ""
    usual = next((f"{remote}{each}" for each in first_branches(repository) if f"{remote}{each}" in known), "")
    known.sort(key=lambda each: (each != usual or place.endswith("tags"), -_alike(name, each)))
    return first_listed(known, _MOST) if known else ""


def _alike(name: str, known: str) -> float:
    """How much a name is like what somebody wrote, from 0 to 1; what is not near is not alike at all."""
    if _begins(name, known.rpartition("/")[2]) or _begins(name, known):
        return 1
    ratio = SequenceMatcher(None, name[:_LONGEST], known).ratio()
    return ratio if ratio >= _NEAR else 0


def _begins(beginning: str, name: str) -> bool:
    return len(beginning) >= _ENOUGH and name.lower().startswith(beginning.lower())


def first_branches(repository: Repository) -> Iterator[str]:
    """What the branch may be called into which changes go, the likeliest first; some of them need not exist."""
    yield from first_of_server(repository)
    yield from lines(repository, "config", "--get", "init.defaultBranch")
    yield from _TWINS


def first_of_server(repository: Repository) -> Iterator[str]:
    """What the server calls the branch into which changes go, where that is known."""
    remote = main_remote(repository)
    prefix = f"refs/remotes/{remote}/"
    far = lines(repository, "symbolic-ref", "--quiet", f"{prefix}HEAD") if remote else []
    yield from (each.removeprefix(prefix) for each in far)


def is_shallow(repository: Repository) -> bool:
    """Whether the clone holds only the newest part of the history, as those of build servers mostly do."""
    return run(repository, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def fetch(repository: Repository, name: str = "", remote: str = "") -> str:
    """The command that fetches the whole history, and what is called ``name`` with it; empty without a source."""
    source = remote or main_remote(repository)
    if not source:
        return ""
    command = f"git fetch --unshallow {source}"
    if remote:
        return _command(command, _branch(remote, name.removeprefix(f"{remote}/")))
    if not name or resolved(repository, name) or _LIKE_A_HASH.fullmatch(name):
        return command
    return _command(f"{command} tag", name) if _LIKE_A_TAG.fullmatch(name) else _command(command, f"{name}:{name}")


def main_remote(repository: Repository) -> str:
    """The remote from which the rest of a clone comes; empty where there is none."""
    remotes = _remotes(repository)
    return "origin" if "origin" in remotes else next(iter(remotes), "")


def _remotes(repository: Repository) -> list[str]:
    """The names of the remotes, without those that git itself would not give: in a command they could do anything."""
    return [each for each in lines(repository, "remote") if _REMOTE.fullmatch(each)]


def _complaints(repository: Repository, revision: str) -> bytes:
    """What git says beside the commit of a revision."""
    if not _may_be_a_name(revision):
        return b""
    return run(repository, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").stderr


def _meanings(repository: Repository, name: str) -> Iterator[Meaning]:
    """What a name can mean, in the order in which git looks for it."""
    if _HASH.fullmatch(name):
        yield Meaning("commit", name)
    if (
        _TOP.fullmatch(name)
        and (repository.folder / "".join(lines(repository, "rev-parse", "--git-path", name))).exists()
    ):
        yield Meaning(name, name)
    places = {place.format(name): kind for place, kind in _KINDS.items()}
    there = set(lines(repository, "for-each-ref", "--format=%(refname)", *places))
    yield from (Meaning(kind, place) for place, kind in places.items() if place in there)
    if not _HASH.fullmatch(name) and _BEGINNING.fullmatch(name):
        # A reference goes before it, so that git gives the commit only when it is asked for the beginnings of hashes.
        found = lines(repository, "rev-parse", f"--disambiguate={name}")
        yield from (Meaning("commit", each) for each in found if resolved(repository, each) == each)


def _other_meaning(repository: Repository, revision: str) -> str:
    """The name of a commit that an ambiguous name hides behind something that is none; empty where there is none."""
    return next((each.name for each in meanings(repository, revision) if resolved(repository, each.name)), "")


def _may_be_a_name(revision: str) -> bool:
    # No name of a branch, a tag or a commit begins with a dash, and none holds a NUL.
    return bool(revision) and not revision.startswith("-") and "\0" not in revision


def _first_name(revision: str) -> str:
    """The branch, tag or commit from which a revision such as ``main~2`` starts; empty where it names none."""
    match = _FIRST_NAME.match(revision)
    return match[0] if match else ""


def _near(repository: Repository, name: str, remote: str) -> str:
    """The branch or tag that is called most like ``name``; one of ``remote``, where it is given."""
    known = lines(repository, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
    head, slash, branch = name.rpartition("/")
    if (twin := f"{head}{slash}{_TWINS.get(branch, '')}") in known:
        return twin
    if remote:
        # What they have in common, the name of the remote, makes no two branches alike.
        of_it = {each.removeprefix(f"{remote}/"): each for each in known if each.startswith(f"{remote}/")}
        return of_it.get(nearest(name.removeprefix(f"{remote}/"), of_it), "")
    elsewhere = {each.partition("/")[2]: each for each in known if "/" in each}
    begun = [each for each in known if _begins(name, each)] or [
        elsewhere[each] for each in elsewhere if _begins(name, each)
    ]
    return elsewhere.get(name) or (begun[0] if len(begun) == 1 else nearest(name, known))


def _branch(remote: str, branch: str) -> str:
    return f"+refs/heads/{branch}:refs/remotes/{remote}/{branch}"


def _command(beginning: str, name: str) -> str:
    """A command to paste; a name may hold what a shell would run."""
    return f"{beginning} {shlex.quote(name)}"


def _with(article: str, meaning: Meaning) -> str:
    return meaning.kind if _is_top(meaning) else f"{article} {meaning.kind}"


def _is_top(meaning: Meaning) -> bool:
    """Whether it is such as HEAD, which is called by its name and nothing else."""
    return bool(_TOP.fullmatch(meaning.kind))
