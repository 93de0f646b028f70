"""Comparing two versions, whatever they are: nothing is lost, backwards is a mirror, each change has a place."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.changes.mutating import PAIRS_TRIED, Versions, processes, versions, wholes
from tests.support.playbooks import base_files, example_files, playbook
from twolane.changes import all_kinds
from twolane.changes.change import Comparison
from twolane.changes.comparison import compare
from twolane.changes.kind import Kind
from twolane.model.playbook import Playbook
from twolane.model.walk import elements, uses

BASE = playbook(base_files())
EXAMPLE = playbook(example_files())


def with_process(whole: Playbook, number: int) -> st.SearchStrategy[Versions[Playbook]]:
    """Two versions of a playbook in which people have worked on one process."""
    rest = whole.processes[:number], whole.processes[number + 1 :]

    fields = {name: getattr(whole, name) for name in Playbook.__dataclass_fields__}
    return versions(
        processes(whole.processes[number]).map(
            lambda each: Playbook(**{**fields, "processes": (*rest[0], each, *rest[1])})
        )
    )


PAIRS = with_process(BASE, 0) | with_process(EXAMPLE, 0) | versions(wholes(BASE)) | versions(wholes(EXAMPLE))


def mirror_images(kind: Kind) -> Iterator[Kind]:
    """What a change of this kind may be backwards; of an entry criterion that may have been at an exit, that too, and
    of what became required or another status meanwhile, the same of another variant."""
    thing = (kind.entity, kind.nature.mirror, kind.field)
    variants = (each for each in all_kinds.ALL_KINDS if (each.entity, each.nature, each.field) == thing)
    for each in dict.fromkeys((*all_kinds.mirrors(kind), *variants)):
        yield each
        swapped = {"entry": "exit", "exit": "entry"}
        slug = "-".join(swapped.get(word, word) for word in each.slug.split("-"))
        yield from filter(None, [all_kinds.by_slug().get(slug)] if slug != each.slug else [])


def unmatched(forwards: Comparison, backwards: Comparison) -> list[str]:
    """The changes one way that have no mirror image among those the other way, and those that are left over there."""
    left = [(change.kind, change.path[:1]) for change in backwards.changes]
    alone = []
    for change in sorted(forwards.changes, key=lambda each: len(all_kinds.mirrors(each.kind))):
        images = ((kind, change.path[:1]) for kind in mirror_images(change.kind))
        image = next((each for each in images if each in left), None)
        if image is None:
            alone.append(change.kind.slug)
        else:
            left.remove(image)
    return alone + [f"back: {kind.slug}" for kind, _ in left]


def followed(whole: Playbook) -> bool:
    """Whether nothing refers to what ``renamed_from`` says is called otherwise now, which the checks refuse."""
    renamed = {*whole.about.renamed_from.entries.values()}
    roots = (whole.strategy, *whole.roles, *whole.metrics, *whole.differentiators, *whole.competitors, *whole.terms)
    told = [(root, renamed) for root in (*roots, *whole.processes)]
    told += [(process, {*process.renamed_from.entries.values()}) for process in whole.processes]
    return not any(use.id in old for root, old in told for element in elements(root) for use in uses(element))


@settings(max_examples=PAIRS_TRIED, deadline=None)
@given(PAIRS)
def test_backwards_is_a_mirror(pair: Versions[Playbook]) -> None:
    """What was added one way was removed the other way, renamed or not; nothing raises, whatever the pair."""
    forwards, backwards = compare(pair.old, pair.new), compare(pair.new, pair.old)
    if followed(pair.old) and followed(pair.new):
        assert unmatched(forwards, backwards) == []


@settings(max_examples=PAIRS_TRIED, deadline=None)
@given(PAIRS)
def test_nothing_between_a_thing_and_itself(pair: Versions[Playbook]) -> None:
    """A version and itself do not differ."""
    assert compare(pair.old, pair.old).changes == ()


@settings(max_examples=PAIRS_TRIED, deadline=None)
@given(with_process(EXAMPLE, 0))
def test_sentences_are_whole(pair: Versions[Playbook]) -> None:
    """Every change says something: a sentence that ends, without an empty name or a leftover of its template."""
    for change in compare(pair.old, pair.new).changes:
        assert change.sentence.endswith((".", "?", "!", "”"))
        assert not {"{", "}"} & set(change.kind.sentence.format(name="", where="", old="", new="", items=""))
        assert "“”" not in change.sentence
        assert change.level >= 1
