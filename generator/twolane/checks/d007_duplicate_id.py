"""Finds an id that is defined twice, and shows both places.

Why:
    References, links, ticks and reports hang on ids. With two elements of one id nobody can say which of
    them is meant. Most often one was copied to make the other.

Mend:
    Give the newer of the two an id of its own; the older one keeps its id, since others rely on it.

Wrong when:
    The same thing may belong in two places: one role that sells in two processes, one metric for two stages. It is
    written down once all the same, and named wherever it belongs.

    It can't be ignored: keep one of the two, and name its `id` in both places.

Fails:
    # segments.yml
    segments:
      - id: mid-size
        name: Mid-size plants
      - id: mid-size
        name: Large plants

Passes:
    # segments.yml
    segments:
      - id: mid-size
        name: Mid-size plants
      - id: large
        name: Large plants
"""

from __future__ import annotations

from twolane.yaml_text.reading_rules import DUPLICATE_ID

RULE = DUPLICATE_ID
