"""What TypeScript and Node know of the words that scripts say: written anew by `python -m tests.scripts.words`."""

from __future__ import annotations

import re
from pathlib import Path

from twolane.site.script_words import script_words

DECLARED = Path(__file__).with_name("words.d.ts")
_HEAD = """\
// What scripts may say, as the tables in `generator/twolane/wording/texts/` have it: written by
// `python -m tests.scripts.words`.
"""


def declaration() -> str:
    """The type of ``twolaneWords``: each script's words, texts or plurals."""
    types = re.sub(r'"(\w+)": ', r"\1: ", script_words().partition("=")[2].strip())
    types = re.sub(r'(: )"(?:[^"\\]|\\.)*"', r"\1string", types)
    return f"{_HEAD}declare const twolaneWords: {types}\n"


if __name__ == "__main__":
    DECLARED.write_text(declaration(), "utf-8")
