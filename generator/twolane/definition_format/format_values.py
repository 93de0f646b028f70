"""What the reference says about the format: its files, the mappings in them, and what each key takes."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.links.element_links import Ref


@dataclass(frozen=True, slots=True)
class Takes:
    """What may stand behind a key, in words: ``before``, then ``refs`` with an “or” between them, then ``after``.

    ``refs`` lead to the mappings that may stand there, or whose ids may.
    """

    before: str = ""
    refs: tuple[Ref, ...] = ()
    after: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """One key; ``means`` is Markdown, ``default`` and ``example`` are YAML and empty where there is none."""

    name: str
    anchor: str
    means: str
    takes: Takes
    choices: tuple[str, ...]
    required: bool
    default: str
    example: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """A group of keys that stand together; ``ways`` are the keys that lead to it from the top of the file."""

    anchor: str
    title: str
    means: str
    ways: tuple[str, ...]
    unique: str
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A kind of file; ``bare`` is the key that a file with nothing but one list may leave out."""

    name: str
    path: str
    schema: str
    means: str
    bare: str
    mappings: tuple[Mapping, ...]
    example: str
