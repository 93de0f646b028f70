"""From two versions of a playbook to what changed between them, reading only what differs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from twolane.changes.change import Change, Comparison
from twolane.changes.compared_pages import page_changes
from twolane.changes.comparison import compare
from twolane.changes.numbering import order
from twolane.changes.own_levels import OwnLevels
from twolane.changes.page_texts import PageText
from twolane.changes.readers import Readers
from twolane.changes.told_pages import PageBench
from twolane.findings import Finding
from twolane.history.frozen import thaw
from twolane.history.lost_releases import lost_releases
from twolane.history.page_changes import text_of
from twolane.history.version import Version, Written
from twolane.loading.file_names import released
from twolane.loading.playbook_files import Loaded
from twolane.model.approvals import Approval
from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.playbook_file import PlaybookFile
from twolane.model.regrouping import shared_old_ids
from twolane.model.value_types import VERSION
from twolane.model.walk import elements, uses
from twolane.source import Place
from twolane.wording.did_you_mean import nearest
from twolane.wording.lists import listed
from twolane.wording.version_names import inside, inside_first
from twolane.yaml_text import reading_rules

_PLAYBOOK = "playbook.yml"
_PROCESS = "/process.yml"
_LOST = (
    reading_rules.UNREADABLE,
    reading_rules.DUPLICATE_KEY,
    reading_rules.UNKNOWN_KEY,
    reading_rules.MISSING_KEY,
    reading_rules.WRONG_VALUE,
)
"""What hides a part of what a file was to say; other findings do not."""


class NotComparable(Exception):
    """There is nothing that could be compared; the message says why."""


class NoSuchProcess(NotComparable):
    """Neither version has the process that is asked for."""


def compare_versions(old: Version, new: Version, process: str = "") -> Comparison:
    """Every change between two versions, or between those of one process (as ``new`` calls it).

    A process that reads the same in both is in neither playbook, unless something has changed that it refers to and
    that all processes share. What releases in between have accepted is told apart from what the new playbook accepts.
    The notes say what could not be read. Raises ``NotComparable``.
    """
    old_part, new_part = _part(old), _part(new)
    one = process or new_part or old_part
    paths = _paths(old, new, one)
    before, after = old.load(paths), new.load(paths)
    if after.playbook is None and new.unknown:
        raise NotComparable(new.unknown)
    if after.playbook is None:
        raise NotComparable(f"There is nothing to compare in {new.label}: it has no playbook.yml and no process.")
    was = before.playbook or Playbook(PlaybookFile(title=after.playbook.about.title))
    now = _side_by_side(old_part, new_part, after.playbook)
    for version, part in ((old, old_part), (new, new_part)) if process else ():
        _refuse_another(version.label, part, process, now)
    found = compare(was, now, process=_as_new_calls(one, was, now) if one else "")
    levels = OwnLevels.of(old.levels, new.levels)
    by_hand = () if one else _by_hand(old, new, PageBench(Readers(was), Readers(now), _around(new)))
    every = sorted((*found.changes, *by_hand), key=lambda change: -change.level)
    lost = {each.process: each for each in lost_releases(old, new) if one in ("", each.process)}
    told = (*(each.sentence for each in lost.values()), *levels.notes(old.label, new.label))
    return replace(
        found,
        lost=lost,
        changes=levels.given(every),
        old_label=old.label,
        new_label=new.label,
        old_texts=before.texts,
        new_texts=after.texts,
        notes=(*told, *found.notes, *_notes(old, before), *_notes(new, after)),
        first_released=frozenset(_first_released(old, new, found)),
        settled=found.new.approvals if new.alone else tuple(_settled(old, new, found)),
        from_release=old.alone,
        incomplete=any((_lost(before), _lost(after), *map(_is_missed, (old, new)))),
        beginning=before.playbook is None and not (old.files or old.unread or old.unknown),
    )


def _part(version: Version) -> str:
    """The id of the process that the version holds, where it is no whole playbook."""
    if not version.alone:
        return version.part.partition("/")[0]
    playbook = version.load().playbook
    if playbook is None:
        raise NotComparable(f"In {version.name(version.part)} there is no process that can be read.")
    return playbook.processes[0].id


def _side_by_side(old: str, new: str, playbook: Playbook) -> Playbook:
    """The new playbook; where somebody names one process on each side, the one has become the other."""
    renamed = playbook.about.renamed_from
    if old in ("", new) or not new or new in renamed.entries:
        return playbook
    both = renamed.model_copy(update={"entries": {**renamed.entries, new: old}})
    return replace(playbook, about=playbook.about.model_copy(update={"renamed_from": both}))


def _refuse_another(label: str, part: str, process: str, new: Playbook) -> None:
    """Refuses to look for a process in a version that holds another one alone."""
    if part not in ("", process, new.about.renamed_from.entries.get(process)):
        raise NoSuchProcess(f"There is only the process “{part}” in {label}, and not “{process}”.")


def _as_new_calls(one: str, old: Playbook, new: Playbook) -> str:
    """The id in ``new`` of a process that may have another one in ``old``."""
    if one in new.process:
        return one
    told = shared_old_ids(new).items()
    renamed = {before: now for now, olds in told for before in olds if now in new.process}
    if one not in old.process:
        known = (*new.process, *old.process)
        near = nearest(one, known)
        meant = f"Did you mean {near}?" if near else f"There is {listed(dict.fromkeys(known))}."
        raise NoSuchProcess(f"No process has the id “{one}”. {meant}")
    return renamed.get(one, one)


def _paths(old: Version, new: Version, one: str) -> frozenset[str]:
    """The files to read: what all processes share, and the processes that may have changed."""
    both = {**old.files, **new.files}
    shared = {path for path in both if "/" not in path}
    whole = [each for each in (old, new) if not each.alone]
    if one and all(f"{one}{_PROCESS}" in each.files for each in whole):
        return frozenset({*shared, f"{one}{_PROCESS}"})
    processes = {path for path in both if path.count("/") == 1 and not path.endswith((".csv", "/releases.yml"))}
    if one:
        return frozenset(shared | processes)
    differing = {path for path in both if not _same(old.files.get(path), new.files.get(path))}
    same = processes - differing
    if shared & differing:
        mention = _mention(_changed(old.load(shared).playbook, new.load(shared).playbook))
        differing |= {path for path in same if mention.search(both[path])}
    return frozenset(shared | (processes & differing))


def _same(one: bytes | None, other: bytes | None) -> bool:
    """Whether two files say the same, whatever their line ends are."""
    if one is None or other is None or one == other:
        return one == other
    return one.replace(b"\r\n", b"\n") == other.replace(b"\r\n", b"\n")


def _changed(old: Playbook | None, new: Playbook | None) -> frozenset[str]:
    """The ids of what changed of that which all processes share, and of whatever refers to such a thing."""
    before, after = _shared(old), _shared(new)
    changed = {id for id in {*before, *after} if before.get(id) != after.get(id)}
    waiting = True
    while waiting:
        users = {id for each in (before, after) for id, element in each.items() if changed & _used(element)}
        waiting = not users <= changed
        changed |= users
    return frozenset(changed)


def _shared(playbook: Playbook | None) -> Mapping[str, tuple[Element, ...]]:
    """What processes may refer to, by id; things of two kinds may have the same one."""
    if playbook is None:
        return {}
    found: dict[str, tuple[Element, ...]] = {}
    groups = (playbook.roles, playbook.segments, playbook.metrics, playbook.differentiators, playbook.competitors)
    for element in (*(each for group in groups for each in group), *playbook.strategy.goals):
        found[element.id] = (*found.get(element.id, ()), element)
    return found


def _used(group: Iterable[Element]) -> set[str]:
    return {use.id for each in group for inner in elements(each) for use in uses(inner)}


def _mention(ids: Iterable[str]) -> re.Pattern[bytes]:
    """What finds any of the ids in a file."""
    found = b"|".join(re.escape(id.encode()) for id in sorted(ids))
    return re.compile(rb"(?<![\w-])(?:" + found + rb")(?![\w-])" if found else rb"(?!)")


def _first_released(old: Version, new: Version, found: Comparison) -> Iterator[str]:
    """The processes whose version was not released before, and now is."""
    if old.part:
        return
    fresh = {(folder, version) for folder, version, _ in released(new.files.keys() - old.files)}
    for process in found.new.processes:
        before = found.old.process.get(process.id)
        if before and before.version == process.version and (process.id, process.version) in fresh:
            yield process.id


def _settled(old: Version, new: Version, found: Comparison) -> Iterator[Approval]:
    """What was accepted in releases that the new version has and the old one has not: it stays accepted.

    Their copies are read only where something breaks.
    """
    broken = {id for change in found.changes if change.breaks for id in change.processes}
    for folder, version, path in released(new.files):
        if folder in broken and path not in old.files and not _is_before(version, folder, found.old):
            copy = thaw(path, new.files[path]).playbook
            yield from copy.approvals if copy else ()


def _is_before(version: str, process: str, old: Playbook) -> bool:
    """Whether the release came before the old version, which may be a copy that knows of no other."""
    number = old.process[process].version if process in old.process else ""
    return bool(VERSION.fullmatch(number)) and order(version) < order(number)


def _by_hand(old: Version, new: Version, bench: PageBench) -> tuple[Change, ...]:
    """What changed in pages written by hand, where both versions have such pages; reads only what differs."""
    if old.written is None or new.written is None:
        return ()
    before, after = old.written.files, new.written.files
    paths = {path for path in (*before, *after) if not _same(before.get(path), after.get(path))}
    # What could not be read is not gone.
    paths -= {*old.written.unread, *new.written.unread}
    return page_changes(_pages(old.written, paths), _pages(new.written, paths), bench)


def _pages(written: Written, paths: Iterable[str]) -> Iterator[PageText]:
    for path in paths:
        # MkDocs shows no page whose name, or whose folder's, begins with a dot.
        if path in written.files and not any(part.startswith(".") for part in path.split("/")):
            yield PageText(path, written.name(path), text_of(written.files[path]))


def _around(new: Version) -> Place:
    """Where a page is placed that is gone: it has nothing around it in the new version but the playbook."""
    return Place(new.name(_PLAYBOOK if _PLAYBOOK in new.files else min(new.files)))


def _notes(version: Version, loaded: Loaded) -> Iterator[str]:
    """What a reader has to know of a version that could not be read whole, file by file."""
    if version.warning:
        yield version.warning
    if version.unknown:
        yield version.unknown
    elif loaded.playbook is None:
        yield f"{inside_first(version.label)} there is no playbook that can be read, so that everything counts as new."
    for file, findings in _lost(loaded).items():
        first, others = findings[0], len(findings) - 1
        more = f" (and {others} more)" if others else ""
        yield (
            f"A part of {file} could not be read {inside(version.label)}, so that changes there may be missing here. "
            f"Line {first.place.line}: {first.message}{more}."
        )
    for path, reason in version.unread.items():
        yield f"The file {version.name(path)} could not be read {inside(version.label)}: {reason}."
    if version.written:
        for path, reason in version.written.unread.items():
            yield f"The page {version.written.name(path)} could not be read {inside(version.label)}: {reason}."


def _is_missed(version: Version) -> bool:
    """Whether there is more to the version than could be read."""
    return bool(version.unread or version.unknown or (version.written and version.written.unread))


def _lost(loaded: Loaded) -> Mapping[str, list[Finding]]:
    """What hides a part of a file, by file."""
    lost: dict[str, list[Finding]] = {}
    for each in loaded.findings:
        if each.rule in _LOST and each.place.file in loaded.texts:
            lost.setdefault(each.place.file, []).append(each)
    return lost
