"""What `twolane new` writes for GitHub, GitLab and pre-commit, where they look for it: at the top of the repository.

In a playbook that is the whole repository that is its own folder. In one that is a part of it each file is named after
the playbook, so that several keep out of each other's way, and what is there already is left for people to add to.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from twolane.history.default_branch import USUAL, default_branch

GITLAB, HOOKS = ".gitlab-ci.yml", ".pre-commit-config.yaml"
_WORKFLOWS = ".github/workflows/"
_OWN = "PLAYBOOK: "
_PLAIN = re.compile(r"[\w./-]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a playbook begins: ``folder`` is its path from the ``top`` of the repository, empty at the top itself.

    ``branch`` is the one into which changes go, and ``name`` tells the playbook's files from those of others.
    """

    top: Path
    folder: str = ""
    branch: str = USUAL
    name: str = ""


@dataclass(frozen=True, slots=True)
class ToAdd:
    """Lines that somebody has to put into a file that was there already."""

    file: str
    lines: str


def place_of(directory: Path) -> Place:
    """Where a playbook in ``directory`` begins, which need not be there yet."""
    here = directory.resolve()
    top = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    there = next(folder for folder in (here, *here.parents) if folder.is_dir())
    folder = here.relative_to(top).as_posix()
    if folder == ".":
        return Place(top, branch=default_branch(there))
    return Place(top, folder, default_branch(there), next(_names(top, folder)))


def _names(top: Path, folder: str) -> Iterator[str]:
    """The path in lower case, with hyphens; with a number where another playbook's files have that name."""
    name = re.sub(r"[^a-z0-9]+", "-", folder.lower()).strip("-") or "playbook"
    for each in chain((name,), (f"{name}-{number}" for number in count(2))):
        file = top / _WORKFLOWS / f"playbook-{each}.yml"
        if not file.is_file() or f"  {_OWN}{_scalar(folder)}\n" in file.read_text("utf-8", "replace"):
            yield each


def is_for_hosts(name: str) -> bool:
    """Whether a file of a new playbook is one that is looked for at the top of a repository alone."""
    return name in (GITLAB, HOOKS) or name.startswith(_WORKFLOWS)


def in_its_place(files: Mapping[str, str], place: Place) -> dict[str, str]:
    """The files of a new playbook with the branch and the folder that they name."""
    edited = f"edit/{place.branch}/{place.folder + '/' if place.folder else ''}playbook/"
    changes = (("edit/main/playbook/", edited), ("`twolane diff main...`", f"`twolane diff {place.branch}...`"))
    return {name: _replaced(text, changes) for name, text in files.items()}


def at_the_top(files: Mapping[str, str], place: Place) -> dict[str, str]:
    """What is looked for at the top, by path from there, of a playbook in a folder below it."""
    return dict(_at_the_top(files, place))


def to_add(written: Mapping[str, str], present: Mapping[str, str]) -> Iterator[ToAdd]:
    """What has to be put into files that are there already, of which ``present`` has the texts; not what they have."""
    if GITLAB in present:
        lines = written[GITLAB][written[GITLAB].index("include:") :]
        local = lines.splitlines()[1].partition("local: ")[2]
        if local not in present[GITLAB]:
            yield ToAdd(GITLAB, lines)
    if HOOKS in present:
        lines = written[HOOKS][written[HOOKS].index("  - repo:") :]
        entry = next(line for line in lines.splitlines() if "entry:" in line).strip()
        if entry not in present[HOOKS]:
            yield ToAdd(HOOKS, lines)


def _at_the_top(files: Mapping[str, str], place: Place) -> Iterator[tuple[str, str]]:
    for name, text in files.items():
        if name.startswith(_WORKFLOWS):
            own = name.removeprefix(_WORKFLOWS).replace("playbook", f"playbook-{place.name}", 1)
            yield f"{_WORKFLOWS}{own}", _replaced(text, _of_github(place))
    included = f".gitlab/playbook-{place.name}.gitlab-ci.yml"
    yield included, _included(files[GITLAB], place)
    yield GITLAB, f"{_PIPELINES}include:\n  - local: {included}\n"
    yield HOOKS, _replaced(files[HOOKS], _of_hooks(place))


def _of_github(place: Place) -> tuple[tuple[str, str], ...]:
    name, folder = place.name, '"$PLAYBOOK"'
    return (
        ("name: Playbook comment\n", f"name: Playbook comment {name}\n"),
        ("name: Playbook site\n", f"name: Playbook site {name}\n"),
        ("name: Playbook\n", f"name: Playbook {name}\n"),
        ("workflows: [Playbook]", f"workflows: [Playbook {name}]"),
        ("permissions: {}\njobs:", f"permissions: {{}}\nenv:\n  {_OWN}{_scalar(place.folder)}\njobs:"),
        ("-r requirements-twolane.txt", '-r "$PLAYBOOK/requirements-twolane.txt"'),
        ("            requirements-twolane.txt\n", "            ${{ env.PLAYBOOK }}/requirements-twolane.txt\n"),
        ("            wheels/\n", "            ${{ env.PLAYBOOK }}/wheels/\n"),
        ("twolane check --format", f"twolane check {folder} --format"),
        ("twolane check --against", f"twolane check {folder} --against"),
        ("twolane build\n", f"twolane build {folder}\n"),
        ("path: site/", "path: ${{ env.PLAYBOOK }}/site/"),
        ("name: playbook-site\n", f"name: playbook-site-{name}\n"),
        ("name: twolane-review\n", f"name: twolane-review-{name}\n"),
        ("group: playbook-review-", f"group: playbook-review-{name}-"),
        (" HEAD --format", f" HEAD --playbook {folder} --format"),
        ("twolane comment --report", f"twolane comment --name {name} --report"),
        ("require the check `playbook`", f"require the check `playbook-{name}`"),
        ("  playbook:\n    if:", f"  playbook-{name}:\n    if:"),
        ("playbook-comment.yml", f"playbook-{name}-comment.yml"),
        ("playbook.yml", f"playbook-{name}.yml"),
    )


_PIPELINES = """\
# What this repository checks and publishes; each playbook in it has a file of its own.
workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS
      when: never
    - if: $CI_COMMIT_BRANCH

"""
_SITE = """\
# To publish the site with Pages, call this job `pages` and its folder `public`; a project has one such job.
"""


def _included(text: str, place: Place) -> str:
    """The pipeline as a part of another one: its jobs have names of their own, and nothing holds for other jobs."""
    name = place.name
    head, _, jobs = text.partition("image: ")
    jobs = jobs[jobs.index("check:\n") :]
    own = f"  image: python:3.12\n  variables:\n    {_OWN}{_scalar(place.folder)}\n"
    changes = (
        ("publishes the site from the default\n# branch", "builds the site of the default\n# branch"),
        ("check:\n  script:", f"check-{name}:\n{own}  script:"),
        ("review:\n  variables:\n", f"review-{name}:\n{own}"),
        ("pages:\n  script:", f"{_SITE}site-{name}:\n{own}  script:"),
        (
            "    - mv site public\n  artifacts:\n    paths: [public]",
            f"  artifacts:\n    paths: [{_scalar(place.folder + '/site')}]",
        ),
        ("    - when: on_success", _ALWAYS),
        ("-r requirements-twolane.txt", '-r "$PLAYBOOK/requirements-twolane.txt"'),
        ("    - twolane check\n", '    - twolane check "$PLAYBOOK"\n'),
        ("twolane check --against", 'twolane check "$PLAYBOOK" --against'),
        ("    - twolane build\n", '    - twolane build "$PLAYBOOK"\n'),
        ('"$base" "$head"', '"$base" "$head" --playbook "$PLAYBOOK"'),
        ("twolane comment --report", f"twolane comment --name {name} --report"),
        ("changes.json", f"changes-{name}.json"),
        ("changes.md", f"changes-{name}.md"),
    )
    return _replaced(head + jobs, changes)


_ALWAYS = """\
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"""


def _of_hooks(place: Place) -> tuple[tuple[str, str], ...]:
    folder = place.folder
    return (
        ("id: twolane-check", f"id: twolane-check-{place.name}"),
        ("name: twolane check", f"name: {_scalar(f'twolane check {folder}')}"),
        ("entry: twolane check", f"entry: {_scalar(f'twolane check {shlex.quote(folder)}')}"),
        (r"files: ^(process/|playbook/|mkdocs\.yml$)", f"files: {_pattern(folder)}"),
    )


def _pattern(folder: str) -> str:
    pattern = rf"^{re.escape(folder)}/(process/|playbook/|mkdocs\.yml$)"
    return "'" + pattern.replace("'", "''") + "'"


def _scalar(text: str) -> str:
    """A text as it stands in YAML."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _replaced(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for before, after in changes:
        text = text.replace(before, after)
    return text
