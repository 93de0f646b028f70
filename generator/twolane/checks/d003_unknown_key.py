"""Finds a key that the format does not have, and names the one that was probably meant.

Of what people often try first, such as the owner of a stage or notes, it says where such a thing goes. Between braces
it may be no key at all, but the rest of a text that a comma ended.

Why:
    A key with a typing error is not read, so what stands under it would be missing from the pages without a
    word. A mistake that is said is mended in a minute.

Mend:
    Use the key that is suggested. Notes for colleagues go into comments, after a `#`.

Wrong when:
    Your key may be a good idea, and the format just has none for it. Then the words still have a place: a text such as
    the `how` of a step, or a comment that only authors see.

    It can't be ignored: move the words to a text, or put a `#` in front of them.

Fails:
    sumary: How a plant changes its scheduling.

Passes:
    summary: How a plant changes its scheduling.
"""

from __future__ import annotations

from twolane.yaml_text.reading_rules import UNKNOWN_KEY

RULE = UNKNOWN_KEY
