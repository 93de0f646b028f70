"""Finds a text between brackets or braces that a comma ended, and the rest of it, which became an item of its own.

Between brackets and braces, each comma separates; a text that has one ends there unless it is in quotes. What is found
begins in lower case where its neighbours do not, holds the last digits of a number, or begins with a word such as
“and”. Lists of ids and names are left alone.

Why:
    “Redlines above 20,000 dollars” becomes “Redlines above 20” and “000 dollars”, and both are published: false
    sentences, on a page that colleagues rely on, of which nobody has written a word.

Mend:
    Paste the mended line. Sentences stand best each behind a dash on a line of its own, where a comma is just a comma.
    What is meant as an item of its own says so there, too, or in quotes.

Wrong when:
    A list may well mix a sentence with a mere word, and names such as “iPhone repair” begin in lower case wherever they
    stand.

    It can't be ignored: put what is an item of its own in quotes, as in `[Repairs of all brands, "iPhone repair"]`

Fails:
    # differentiators.yml
    competitors:
      - id: gridplan
        name: Gridplan
        limitations: [Nobody comes to look, after the order]
        verified: 2026-09-01

Passes:
    # differentiators.yml
    competitors:
      - id: gridplan
        name: Gridplan
        limitations:
          - Nobody comes to look, after the order
        verified: 2026-09-01
"""

from __future__ import annotations

from twolane.yaml_text.reading_rules import CUT_AT_COMMA

RULE = CUT_AT_COMMA
