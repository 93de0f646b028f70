"""What of a playbook's shared definitions something else refers to, whatever it is and wherever it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from twolane.checks.everything import everything
from twolane.checks.once import once
from twolane.model.playbook import Playbook
from twolane.model.walk import uses

_KINDS = ("role", "metric", "segment", "differentiator")


@once
def referred_to(playbook: Playbook) -> Mapping[str, set[str]]:
    """The ids that others refer to, by kind; what a new member of a role reads is meant by its id alone."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for element in everything(playbook):
        for use in uses(element):
            if use.id != getattr(element, "id", None):
                for kind in use.kind.split(" or "):
                    found[kind].add(use.id)
    reading = {entry for role in playbook.roles for item in role.onboarding for entry in item.read}
    return {kind: found[kind] | reading for kind in _KINDS}
