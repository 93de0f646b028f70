"""A language that nobody speaks, and playbooks whose own words are in none that the pages speak."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from twolane.wording.choices import Choices
from twolane.wording.plurals import Plural
from twolane.wording.tables import Table
from twolane.wording.texts.all_texts import ENGLISH, Texts

_PLACEHOLDERS = re.compile(r"\{[^{}]*\}")
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = "ΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΘΡΣΤΥΩΞΧΨΖαβψδεφγηιξκλμνοπθρστυωξχψζ"
_OTHER_LETTERS = str.maketrans(_LATIN, _GREEK)
_KEEP = re.compile(r"(\]\([^()]*\)|`[^`]*`|https?://\S+|\{[^{}]*\}|\[\[[^\]]*\]\])")
"""What of a text is an address or code, which stays as it is."""
_NO_WORDS = re.compile(r"https?://|/|\d{4}-|[\w./-]+\.md")
"""How values begin that are addresses or days."""


def lengthened(text: str) -> str:
    """``text`` in brackets and 40 % longer, in groups of letters as long as those of words."""
    letters = len(_PLACEHOLDERS.sub("", text))
    more = "ëëëëëë ëëëëë " * (letters // 10 + 1)
    return f"[{text} {more[: max(1, round(letters * 0.4) - 3)].strip()}]" if letters else text


def _changed(value: Any) -> Any:
    if isinstance(value, str):
        return lengthened(value)
    if isinstance(value, Choices):
        return Choices(**{name: _changed(words) for name, words in value.items()})
    if isinstance(value, tuple):
        return tuple(_changed(each) for each in value)
    if isinstance(value, Plural):
        return Plural(lengthened(value.one), lengthened(value.many))
    if isinstance(value, Table):
        return type(value)(**{name: _changed(getattr(value, name)) for name in value.names()})
    return value


class _AnySentence(Mapping[str, str]):
    """Has a translation of every sentence; one that is translated already stays."""

    def __getitem__(self, sentence: str) -> str:
        return sentence if sentence.startswith("[") else lengthened(sentence)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _pseudo() -> Texts:
    words = {name: _changed(getattr(ENGLISH, name)) for name in ENGLISH.names()}
    return Texts(**{**words, "sentences": _AnySentence()})


PSEUDO: Texts = _pseudo()
"""Every text in brackets and 40 % longer."""


def in_greek_letters(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a playbook with Greek letters for whatever its authors say; ids and choices stay."""
    changed = {path: _foreign(path, data) for path, data in files.items()}
    return {
        path: _sealed(path, data, changed) if path.endswith("/releases.yml") else data for path, data in changed.items()
    }


def _sealed(path: str, data: bytes, files: Mapping[str, bytes]) -> bytes:
    """The list of releases with the checksums that its frozen copies have now."""
    listed = yaml.safe_load(data)
    for release in listed["releases"] if isinstance(listed, dict) else listed:
        copy = files[f"{path.removesuffix('.yml')}/{release['version']}.yml"]
        release["sha256"] = hashlib.sha256(copy).hexdigest()
    return yaml.safe_dump(listed, allow_unicode=True, sort_keys=False).encode()


def _foreign(path: str, data: bytes) -> bytes:
    if path.endswith(".md"):
        return "# Σελίδα\n\nΚείμενο.\n".encode()
    if path.endswith(".yml"):
        return yaml.safe_dump(_translated(yaml.safe_load(data)), allow_unicode=True, sort_keys=False).encode()
    return data


def _translated(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _translated(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_translated(each) for each in value]
    if isinstance(value, str) and re.search(r"[A-Z ]", value) and not _NO_WORDS.match(value):
        parts = _KEEP.split(value)
        return "".join(part if at % 2 else part.translate(_OTHER_LETTERS) for at, part in enumerate(parts))
    return value
