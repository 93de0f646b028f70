"""How a process is named where a page leaves its place: in titles, descriptions and results of a search."""

from __future__ import annotations

from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.wording.spoken_language import texts


def is_retired(process: Process | None) -> bool:
    """Whether nobody sells by a process any more."""
    return process is not None and process.status == "retired"


def called(process: Process) -> str:
    """The name of a process; a retired one says so."""
    return texts().retired_name.format(name=process.name) if is_retired(process) else process.name


def several(playbook: Playbook) -> bool:
    """Whether there is more than one process, so that a page must say which one it belongs to."""
    return len(playbook.processes) > 1


def title_of(title: str, process: Process | None, playbook: Playbook) -> str:
    """The title of a page of a process as it is told apart from those of other processes."""
    if process is None:
        return title
    whole = texts().title_of_process.format(title=title, name=process.name)
    named = (
        title in (process.name, texts().poster_title.format(name=process.name))
        or title.startswith(f"{process.name}:")
        or title.endswith(whole.removeprefix(title))
    )
    told = whole if several(playbook) and not named else title
    return texts().retired_name.format(name=told) if is_retired(process) else told


def description_of(description: str, process: Process | None, playbook: Playbook) -> str:
    """The description of a page with the name of its process, where there are several and it does not name it."""
    if process is None or not description or not several(playbook) or process.name in description:
        return description
    return texts().description_of_process.format(description=description, name=called(process))
