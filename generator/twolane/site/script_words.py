"""Writes what the scripts say as a script of its own, which pages load before those that speak."""

from __future__ import annotations

import json
import re

from twolane.wording.plurals import Plural
from twolane.wording.spoken_language import texts
from twolane.wording.tables import Table

NAME = "twolane-words.js"


def script_words() -> str:
    """A script that sets the global ``twolaneWords``, by script and by name, in the language that is spoken."""
    return f"const twolaneWords = {json.dumps(_plain(texts().scripts), indent=2, ensure_ascii=False)};\n"


def _plain(words: object) -> object:
    if isinstance(words, Plural):
        return {"one": words.one, "many": words.many}
    if isinstance(words, Table):
        return {_camel(name): _plain(getattr(words, name)) for name in words.names()}
    return words


def _camel(name: str) -> str:
    return re.sub("_([a-z])", lambda found: found[1].upper(), name.removesuffix("_"))
