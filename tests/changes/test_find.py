"""What is found between two versions is all there is: the old version with the differences gives the new one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.changes.applying import applied, first_apart, tree
from tests.changes.mutating import Versions, processes, versions, wholes
from tests.support.playbooks import base_files, example_files, playbook
from twolane.changes.compared_elements import Node, Whole, root_node
from twolane.changes.find import find
from twolane.changes.renaming import Names
from twolane.model.playbook import Playbook
from twolane.model.process import Process

BASE = playbook(base_files())
EXAMPLE = playbook(example_files())


def plain(item: Node) -> object:
    """An item as plain values."""
    return tree(item, {}).plain()


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([*BASE.processes, *EXAMPLE.processes[:1]]).flatmap(lambda each: versions(processes(each))))
def test_differences_lead_from_old_to_new(pair: Versions[Process]) -> None:
    """Whatever two people did to a process, the differences turn one's version into the other's."""
    old, new = root_node(pair.old), root_node(pair.new)
    names = Names(pair.new.renamed_from.entries)
    assert first_apart(applied(old, find(old, new, names), names), plain(new)) == ""


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([BASE, EXAMPLE]).flatmap(lambda each: versions(wholes(each))))
def test_shared_differences_lead_from_old_to_new(pair: Versions[Playbook]) -> None:
    """The same holds for what all processes share."""
    old, new = root_node(Whole.of(pair.old)), root_node(Whole.of(pair.new))
    names = Names(pair.new.about.renamed_from.entries)
    assert first_apart(applied(old, find(old, new, names), names), plain(new)) == ""


def test_nothing_between_equals() -> None:
    """A process and itself, read twice, do not differ."""
    again = playbook(base_files())
    for one, other in zip(BASE.processes, again.processes, strict=True):
        assert find(root_node(one), root_node(other), Names()).differences == ()
