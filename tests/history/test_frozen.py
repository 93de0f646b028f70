"""Frozen copies: whatever a process says, its copy says the same, alone and for good."""

from __future__ import annotations

from textwrap import indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.playbooks import base_files, loaded, playbook
from twolane.history.frozen import CannotFreeze, freeze, is_copy, thaw
from twolane.history.surroundings import Surroundings
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.releases import checksum
from twolane.yaml_text.document import AT, Value
from twolane.yaml_text.strict_yaml import read_document
from twolane.yaml_text.yaml_writing import document, plain

PROCESS = "process/new-business/process.yml"
COPY = "process/new-business/releases/1.0.0.yml"

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text("ab:#-'\" \n{}[]?!&*|>%@`,=\t.0~\x85é")
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(bool), inner, max_size=4),
    max_leaves=12,
)
KEYS = st.text("abcdefgh_-", min_size=1, max_size=8).filter(lambda key: key[0].isalpha())


def _bare(value: Value) -> object:
    """A value as it was read, without places; an empty text that stands alone is nothing."""
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items() if key != AT}  # type: ignore[arg-type]  # the value is a mapping there
    return [_bare(each) for each in value] if isinstance(value, list) else value


def _keyed(value: object) -> object:
    """The value as the format has it: keys are words, and no list holds lists."""
    if isinstance(value, dict):
        return {f"k{number}": _keyed(each) for number, each in enumerate(value.values())}
    return [_keyed(each) for each in value if not isinstance(each, list)] if isinstance(value, list) else value


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_what_is_written_is_read_back(value: dict[str, object]) -> None:
    """Any texts, lists and mappings that are written are read back letter for letter, without a finding."""
    wanted = {"key": "1"} | {key: _keyed(each) for key, each in value.items()}
    read = read_document("x.yml", document(wanted).encode())
    assert [finding.message for finding in read.findings] == []
    assert _bare(read.value) == wanted


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"name": "New business", "target": 12.0, "share": 12.5}, "name: New business\ntarget: 12\nshare: 12.5\n"),
        ({"ids": ["a-b", "c"]}, "ids: [a-b, c]\n"),
        ({"says": ["Yes, we do", "No"]}, "says:\n  - Yes, we do\n  - No\n"),
        ({"says": "Price: 12"}, 'says: "Price: 12"\n'),
        ({"ids": [], "more": {}}, "ids: []\nmore: {}\n"),
        ({"how": "Call first.\n\n- Then send"}, "how: |-\n  Call first.\n\n  - Then send\n"),
        ({"why": "a bee " * 30 + "sees"}, "why: >-\n" + indent(f"{'a bee ' * 17}\n{'a bee ' * 13}sees\n", "  ")),
    ],
)
def test_how_it_is_written(value: dict[str, object], text: str) -> None:
    """It is written as people write: lists of ids on a line, sentences on lines of their own, long texts in blocks."""
    written = document(value)
    assert written.replace(" \n", "\n") == text.replace(" \n", "\n")


def _changed(text: str) -> Playbook:
    """The base playbook with another text of its process."""
    files = base_files()
    files[PROCESS] = text.encode()
    return playbook(files)


def _both(text: str) -> tuple[Playbook, str]:
    """A playbook with this text of its process, and the frozen copy of that."""
    whole = _changed(text)
    return whole, freeze(text, whole.processes[0], whole)


TEXT = base_files()[PROCESS].decode()
FLOW = "{id: new-business, name: New business, version: 1.0.0, stages: [{id: s, name: Call, exit: []}]}\n"
SMALL = "id: new-business\nname: New business\nversion: 1.0.0\nowner: sales-director\n"


def test_copy_is_the_text_and_what_it_referred_to() -> None:
    """A copy begins with the file's own text, comments and all; what it referred to stands below."""
    whole, copy = _both(TEXT)
    assert copy.startswith(TEXT.rstrip())
    thawed = thaw(COPY, copy.encode())
    assert thawed.findings == ()
    assert thawed.playbook is not None
    assert thawed.playbook.processes == whole.processes
    assert {role.id for role in thawed.playbook.roles} < {role.id for role in whole.roles} | {""}
    assert thawed.playbook.processes[0].stages[0].at.file == COPY


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("flow mapping", FLOW),
        ("flow mapping in lines", FLOW.replace(", ", ",\n ")),
        ("end of the document", f"{SMALL}...\n"),
        ("end and a comment", f"{SMALL}...\n# over\n"),
        ("begin of the document", f"---\n{SMALL}"),
        ("indented", indent(SMALL, "   ")),
        ("no line end", SMALL.rstrip()),
        ("block at the end", f"{SMALL}summary: |\n  A plant.\n\n  Another."),
        ("kept line ends", f"{SMALL}summary: |+\n  A plant.\n\n\n"),
        ("comment at the end", f"{SMALL}# That is all.\n"),
        ("indented comment at the end", f"{SMALL}stages: []\n  # That is all.\n"),
        ("quotes at the end", f'{SMALL}summary: "A plant,\n  or two"\n'),
        ("anchors", f"{SMALL}mapped_with: &who [sales-director]\nstages:\n  - id: s\n    name: S\n    steps:\n"
         "      - {id: e, name: E, consulted: *who}\n"),
        ("renames", f"{SMALL}renamed_from: {{a: b}}\nretired_ids: [c]\n"),
        ("flow with renames", FLOW.replace("}]}", "}], renamed_from: {s: call}, effective: 2026-10-01}")),
    ],
)  # fmt: skip
def test_texts_to_which_no_key_can_be_added(name: str, text: str) -> None:
    """However a process is written, its copy reads back as the same process."""
    whole, copy = _both(text)
    thawed = thaw(COPY, copy.encode())
    assert thawed.findings == (), name
    assert thawed.playbook is not None
    assert thawed.playbook.processes == whole.processes
    assert thawed.playbook.roles == Surroundings(whole).of(whole.processes[0]).roles


def test_flow_mapping_says_that_it_was_written_anew() -> None:
    """A copy that could not keep the file's own lines says so on its first line."""
    assert _both(FLOW)[1].startswith("# process.yml could take no further key as it was written")


def test_what_is_referred_to_by_way_of_others() -> None:
    """A differentiator brings its competitors and the segment whose requirement it meets; a role brings nobody."""
    files = base_files()
    files["process/new-business/process.yml"] = (
        SMALL + "stages:\n  - {id: s, name: S, differentiators: [d]}\n"
    ).encode()
    files["process/differentiators.yml"] = (
        b"differentiators:\n  - {id: d, claim: C, against: [rival], meets: [need]}\n  - {id: other, claim: C}\n"
        b"competitors:\n  - {id: rival, name: R}\n  - {id: stranger, name: S}\n"
    )
    files["process/segments.yml"] = b"segments:\n  - {id: seg, name: S, requirements: [{id: need, text: T}]}\n"
    files["process/roles.yml"] = (
        b"roles:\n  - {id: sales-director, name: D, reports_to: boss}\n  - {id: boss, name: B}\n"
    )
    whole = playbook(files)
    around = Surroundings(whole).of(whole.processes[0])
    found = {name: [each.id for each in getattr(around, name)] for name in type(around).model_fields if name != "at"}
    assert found == {
        "goals": [],
        "roles": ["sales-director"],
        "segments": ["seg"],
        "metrics": [],
        "differentiators": ["d"],
        "competitors": ["rival"],
        "approvals": [],
    }


def test_text_of_what_is_referred_to_is_that_of_any_value() -> None:
    """What is put together from pieces is what the whole would be written as."""
    whole = playbook(base_files())
    around = Surroundings(whole)
    written = around.text(whole.processes[0]).partition("\n")[2]
    assert written == document({"frozen_with": plain(around.of(whole.processes[0]))})


def test_copy_is_recognised_without_reading_it() -> None:
    """A process that is as it was frozen is told from one that has changed, or whose role has."""
    whole, copy = _both(TEXT)
    around = Surroundings(whole)
    process = whole.processes[0]
    assert is_copy(copy.replace("\n", "\r\n").encode(), TEXT, process, around)
    assert not is_copy(copy.replace("Sales director", "Head of sales").encode(), TEXT, process, around)
    assert not is_copy(copy.encode(), TEXT.replace("New business", "Business"), process, around)


def test_a_mere_process_is_thawed_too() -> None:
    """A process.yml without `frozen_with` is read as a copy that referred to nothing."""
    thawed = thaw(PROCESS, TEXT.encode())
    assert thawed.playbook is not None
    assert thawed.findings == ()
    assert thawed.playbook.roles == ()


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\0", b"- a", b"id: [", b"frozen_with: {}", b"frozen_with: x", b"a: b"])
def test_what_is_no_copy_is_told(data: bytes) -> None:
    """Bytes that are no frozen copy give findings at the file, never an error."""
    thawed = thaw(COPY, data)
    assert thawed.findings
    assert {finding.place.file for finding in thawed.findings} == {COPY}


def test_frozen_with_that_is_none() -> None:
    """What stands under `frozen_with` is checked like any definition, and the process is read all the same."""
    thawed = thaw(COPY, f"{SMALL}frozen_with:\n  roles:\n    - {{id: a, nam: A}}\n  stages: []\n".encode())
    assert [str(finding.place) for finding in thawed.findings] == [f"{COPY}:7:15", f"{COPY}:8:3"]
    assert thawed.playbook is not None


def test_checksum_is_the_same_on_windows() -> None:
    """git may write other line ends on Windows; that is no edit."""
    assert checksum(b"a\r\nb\r\n") == checksum(b"a\nb\n") != checksum(b"a\nb")


def test_text_of_another_process_is_refused() -> None:
    """Whatever is handed in, no copy is made that says something else than the process: it is written anew."""
    whole = _changed(TEXT)
    copy = freeze(FLOW, whole.processes[0], whole)
    thawed = thaw(COPY, copy.encode()).playbook
    assert thawed is not None
    assert thawed.processes == whole.processes


def test_what_cannot_be_written_is_said() -> None:
    """A process that no file could say is not frozen."""
    process = Process.model_construct(id="new-business", name="\ud800", version="1.0.0")
    with pytest.raises(CannotFreeze, match="new-business"):
        freeze("", process, _changed(TEXT))


def test_copies_are_known_and_not_read() -> None:
    """A playbook knows its frozen copies by process and version, whatever is in them; other names are told."""
    files = base_files()
    files[COPY] = b"\xff: ["
    files["process/new-business/releases/draft.yml"] = b"id: x"
    files["process/new-business/releases/1.0.yaml"] = b"id: x"
    assert list(playbook(files).frozen["new-business"]) == ["1.0.0"]
    told = [finding.place.file for finding in loaded(files).findings]
    assert told == [f"process/new-business/releases/{name}" for name in ("1.0.yaml", "draft.yml")]
