"""Comparing two versions, whatever they are: nothing is lost, backwards is a mirror, each change has a place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.changes.mutating import Versions, processes, versions, wholes
from tests.support.playbooks import base_files, playbook
from twolane.changes import registry
from twolane.changes.change import Comparison
from twolane.changes.comparison import compare
from twolane.model.playbook import Playbook

ROOT = Path(__file__).parents[2]
BASE = playbook(base_files())
FILES = {name: data for name, data in base_files(ROOT / "process").items() if not name.startswith(".")}
EXAMPLE = playbook({f"process/{name}": data for name, data in FILES.items()})


def with_process(whole: Playbook, number: int) -> st.SearchStrategy[Versions[Playbook]]:
    """Two versions of a playbook in which people have worked on one process."""
    rest = whole.processes[:number], whole.processes[number + 1 :]

    def put(version: object) -> Playbook:
        return Playbook(**{**vars(whole), "processes": (*rest[0], version, *rest[1])})

    fields = {name: getattr(whole, name) for name in Playbook.__dataclass_fields__}
    return versions(
        processes(whole.processes[number]).map(
            lambda each: Playbook(**{**fields, "processes": (*rest[0], each, *rest[1])})
        )
    )


PAIRS = with_process(BASE, 0) | with_process(EXAMPLE, 0) | versions(wholes(BASE)) | versions(wholes(EXAMPLE))


def kinds(comparison: Comparison) -> Counter[tuple[str, tuple[str, ...]]]:
    """How often each kind of change is there, and to whom it matters."""
    return Counter((change.kind.slug, change.path[:1]) for change in comparison.changes)


def mirrored(comparison: Comparison) -> Counter[tuple[str, tuple[str, ...]]]:
    """The same, as the changes read backwards."""
    return Counter((registry.mirror(change.kind).slug, change.path[:1]) for change in comparison.changes)


@settings(max_examples=150, deadline=None)
@given(PAIRS)
def test_backwards_is_a_mirror(pair: Versions[Playbook]) -> None:
    """What was added one way was removed the other way; nothing raises, whatever the pair."""
    renamed = pair.new.settings.renamed_from.entries or pair.old.settings.renamed_from.entries
    if renamed or any(each.renamed_from.entries for each in (*pair.old.processes, *pair.new.processes)):
        compare(pair.old, pair.new)
        return
    assert mirrored(compare(pair.old, pair.new)) == kinds(compare(pair.new, pair.old))


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_nothing_between_a_thing_and_itself(pair: Versions[Playbook]) -> None:
    """A version and itself do not differ."""
    assert compare(pair.old, pair.old).changes == ()


@settings(max_examples=60, deadline=None)
@given(with_process(EXAMPLE, 0))
def test_sentences_are_whole(pair: Versions[Playbook]) -> None:
    """Every change says something: a sentence that ends, without an empty name or a leftover of its template."""
    for change in compare(pair.old, pair.new).changes:
        assert change.sentence.endswith((".", "?", "!", "”"))
        assert not {"{", "}"} & set(change.kind.sentence.format(name="", where="", old="", new="", items=""))
        assert "“”" not in change.sentence
        assert change.level >= 1
