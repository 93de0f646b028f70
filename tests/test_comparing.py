"""Two versions are compared by what differs, and what could not be read of them is told."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

import pytest

from tests.support.playbooks import base_files
from twolane.changes.change import Comparison
from twolane.comparing import NoSuchProcess, NotComparable, compare_versions
from twolane.history.versions import Version
from twolane.judgement.change_verdict import verdict

PROCESS = "new-business/process.yml"


def definitions() -> dict[str, bytes]:
    """The definition files of the base playbook, with two more processes that are like the first."""
    files = {name.removeprefix("process/"): data for name, data in base_files().items() if name.startswith("process/")}
    for id in ("second", "third"):
        files[f"{id}/process.yml"] = files[PROCESS].replace(b"id: new-business", f"id: {id}".encode(), 1)
    return files


def changed(*changes: tuple[str, str, str]) -> dict[str, bytes]:
    """The definitions with texts replaced that occur once: file, before and after."""
    files = definitions()
    for file, before, after in changes:
        assert files[file].count(before.encode()) == 1, before
        files[file] = files[file].replace(before.encode(), after.encode())
    return files


def version(files: dict[str, bytes], label: str = "here", **more: str) -> Version:
    """A version that holds the files."""
    return Version(label, MappingProxyType(files), unread=MappingProxyType(more))


def compared(old: dict[str, bytes], new: dict[str, bytes], process: str = "") -> Comparison:
    """What changed between two sets of files."""
    return compare_versions(version(old, "main"), version(new), process)


def slugs(comparison: Comparison) -> set[str]:
    """The kinds of the changes."""
    return {each.kind.slug for each in comparison.changes}


def processes(comparison: Comparison) -> Iterable[str]:
    """The processes that were looked at."""
    return [each.id for each in comparison.new.processes]


def test_nothing_changed() -> None:
    """Between a version and itself nothing changed, and no process was looked at."""
    found = compared(definitions(), definitions())
    assert (found.changes, found.notes, processes(found)) == ((), (), [])


def test_line_ends_are_no_change() -> None:
    """A version with the line ends of Windows is the same version."""
    windows = {name: data.replace(b"\n", b"\r\n") for name, data in definitions().items()}
    assert compared(definitions(), windows).changes == ()
    assert list(processes(compared(definitions(), windows))) == []


def test_only_what_differs_is_looked_at() -> None:
    """Of three processes the one that changed is compared, with its label, its texts and its place."""
    new = changed(("second/process.yml", "name: New business", "name: Old business"))
    found = compared(definitions(), new)
    assert list(processes(found)) == ["second"]
    assert [each.sentence for each in found.changes]
    assert {each.place.file for each in found.changes} == {"process/second/process.yml"}
    assert (found.old_label, found.new_label) == ("main", "here")
    assert "name: New business" in found.old_texts["process/second/process.yml"]
    assert "name: Old business" in found.new_texts["process/second/process.yml"]


def test_shared_change_names_every_process_that_refers_to_it() -> None:
    """A process whose own files are the same is concerned where something that it refers to has changed."""
    files = definitions()
    metric = files["metrics.yml"].decode()
    (unit,) = [line for line in metric.splitlines() if line.strip().startswith("unit:")][:1]
    files["metrics.yml"] = metric.replace(unit, unit.replace("percent", "days"), 1).encode()
    found = compared(definitions(), files)
    assert [set(each.processes) for each in found.changes] == [{"new-business", "second", "third"}]


def test_shared_change_that_no_process_refers_to() -> None:
    """Where no process refers to what changed, none is looked at."""
    new = changed(("playbook.yml", "title: ", "title: The new "))
    found = compared(definitions(), new)
    assert list(processes(found)) == []
    assert found.changes


def test_new_and_removed_processes() -> None:
    """A process that is new or gone is one change each."""
    old, new = definitions(), definitions()
    del old["second/process.yml"], new["third/process.yml"]
    assert slugs(compared(old, new)) == {"process-added", "process-removed"}


def test_one_process() -> None:
    """Asked for one process, nothing is told of the others."""
    new = changed(
        (PROCESS, "name: New business", "name: Newest business"),
        ("second/process.yml", "name: New business", "name: Old business"),
    )
    found = compared(definitions(), new, "second")
    assert {each.process for each in found.changes} == {"second"}
    assert compared(definitions(), new, "third").changes == ()


def test_one_process_with_a_new_id() -> None:
    """A process that has a new id is found under either."""
    new = changed(("playbook.yml", "title: ", "renamed_from: {fourth: third}\ntitle: "))
    new["fourth/process.yml"] = new.pop("third/process.yml").replace(b"id: third", b"id: fourth")
    for id in ("third", "fourth"):
        found = compared(definitions(), new, id)
        assert {each.process for each in found.changes} <= {"fourth"}
        assert found.changes


@pytest.mark.parametrize(("id", "advice"), [("secnod", "Did you mean second?"), ("x", "There is new-business, ")])
def test_process_that_neither_version_has(id: str, advice: str) -> None:
    """An id that is none is told with those that are."""
    with pytest.raises(NoSuchProcess, match=advice):
        compared(definitions(), definitions(), id)


def alone(files: dict[str, bytes], path: str = PROCESS) -> Version:
    """A version that is one file taken from its playbook."""
    return Version("a release", MappingProxyType({path: files[path]}), part=path, alone=True)


def test_release_with_a_whole_playbook() -> None:
    """A frozen copy is compared with its process alone, and what all processes share is not missing in it."""
    new = changed(
        (PROCESS, "name: New business", "name: Newest business"),
        ("second/process.yml", "name: New business", "name: Old business"),
    )
    found = compare_versions(alone(definitions()), version(new))
    assert slugs(found) == {"process-name-reworded"}
    assert list(processes(found)) == ["new-business"]
    assert slugs(compare_versions(version(new), alone(definitions()))) == {"process-name-reworded"}
    assert compare_versions(alone(definitions()), alone(definitions())).changes == ()


def test_release_of_a_process_that_is_called_otherwise_now() -> None:
    """A frozen copy is compared with the process that has its id from it."""
    new = changed(("playbook.yml", "title: ", "renamed_from: {fourth: third}\ntitle: "))
    new["fourth/process.yml"] = new.pop("third/process.yml").replace(b"id: third", b"id: fourth")
    found = compare_versions(alone(definitions(), "third/process.yml"), version(new))
    assert slugs(found) == {"process-renamed"}


def test_process_that_a_release_does_not_hold() -> None:
    """A release of one process says nothing about another one, and no other is new because of that."""
    with pytest.raises(NoSuchProcess, match="There is only the process “new-business” in a release, and not “second”"):
        compare_versions(alone(definitions()), version(definitions()), "second")
    assert compare_versions(alone(definitions()), version(definitions()), "new-business").changes == ()


def test_two_processes() -> None:
    """Two files of different processes are compared as one process that has become the other."""
    files = changed(("third/process.yml", "name: New business", "name: Third business"))
    found = compare_versions(alone(files), alone(files, "third/process.yml"))
    assert slugs(found) == {"process-renamed"}


def test_old_version_that_cannot_be_read_whole() -> None:
    """What can be read of a damaged old version is compared, and the notes say which file is damaged."""
    old = changed((PROCESS, "probability: 10", "probability: ten\n    colour: red"))
    found = compared(old, changed((PROCESS, "name: New business", "name: Newest business")))
    assert "process-name-reworded" in slugs(found)
    assert found.notes == (
        "A part of process/new-business/process.yml could not be read in main, so that changes there may be missing "
        "here. Line 58: `probability`: expected a number, found “ten” (and 1 more).",
    )
    assert found.incomplete
    assert verdict(found) == "Not known: a part could not be read, and what changed there may break something."


@pytest.mark.parametrize("text", [b"\0\1\2", b"", b"- 1\n", b"a: b: c: [", "é".encode("latin-1") * 9])
@pytest.mark.parametrize("file", [PROCESS, "roles.yml", "playbook.yml"])
def test_files_that_are_no_definition(file: str, text: bytes) -> None:
    """Whatever is in a file of the old or the new version, there is a comparison and no accident."""
    broken = definitions() | {file: text}
    for old, new in ((broken, definitions()), (definitions(), broken)):
        assert compared(old, new).notes or text == b""


def test_file_that_nobody_could_read() -> None:
    """A file that could not be opened is told."""
    found = compare_versions(version(definitions(), "main"), version(definitions(), **{"roles.yml": "denied"}))
    assert found.notes == ("The file process/roles.yml could not be read in here: denied.",)
    assert found.incomplete


def test_first_playbook() -> None:
    """Where there was no playbook, each process is new, and that is told."""
    found = compared({}, definitions())
    assert "process-added" in slugs(found)
    assert found.notes == ("In main there is no playbook that can be read, so that everything counts as new.",)
    assert (found.beginning, found.incomplete) == (True, False)
    assert verdict(found) == "Everything is new: in main there was no playbook."


def test_nothing_to_compare() -> None:
    """Without a new version there is nothing to say."""
    with pytest.raises(NotComparable, match="nothing to compare in here"):
        compared(definitions(), {})


def test_release_that_cannot_be_read() -> None:
    """A file that stands for a process and holds none cannot be compared."""
    broken = alone({PROCESS: b"- nothing\n"})
    with pytest.raises(NotComparable, match=r"process/new-business/process\.yml there is no process that can be read"):
        compare_versions(broken, version(definitions()))
