"""The table of kinds covers everything that can happen, says it in a sentence, and is the same read backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from twolane.changes.all_kinds import ALL_KINDS, ANYTHING, by_slug, find, kind, mirrors
from twolane.changes.compared_elements import ENTITIES, Whole, element_fields, entity, value_fields
from twolane.changes.field_types import field_kind, field_of
from twolane.changes.figure_places import WHERE
from twolane.changes.kind import Kind, Nature
from twolane.changes.kinds import by_hand_kinds, entry_kinds
from twolane.changes.kinds.vocabulary import (
    ADDED,
    CHANGED,
    MERGED,
    MOVED,
    REMOVED,
    RENAMED,
    REORDERED,
    REWORDED,
    SPLIT,
)
from twolane.changes.kinds.waived import WAIVED_FIELDS, WAIVED_NATURES
from twolane.changes.levels import Audience, Level
from twolane.changes.texts_that_bind import BINDING
from twolane.meaning.text_meaning import Reading
from twolane.model.element import Element
from twolane.model.process import Process
from twolane.model.strategy import Strategy, Swot
from twolane.model.walk import element_types

Key = tuple[str, Nature, str]
"""Entity, nature and field."""

HOLDERS = {entity(owner) for owner in (Whole, Strategy, Swot)}
"""What only holds other things, and has nothing of its own that could change."""
OWNERS = tuple(
    owner
    for owner in dict.fromkeys((*element_types(Process), *element_types(Whole)))
    if entity(owner) and entity(owner) not in HOLDERS
)
OF_THINGS = (ADDED, REMOVED, RENAMED, MOVED, MERGED, SPLIT, REORDERED)
"""What may happen to a thing as such; everything else happens to its fields."""
VARIANTS: dict[Key, tuple[str, ...]] = {
    ("stage", ADDED, ""): ("open", "guarded", "for-new"),
    ("step", ADDED, ""): ("required", "optional"),
    ("step", REMOVED, ""): ("required", "optional"),
    ("step", MOVED, ""): ("required", "optional"),
    ("step", CHANGED, "responsible"): ("required", "optional"),
    ("step", CHANGED, "accountable"): ("required", "optional", "gate"),
    ("step", CHANGED, "kind"): ("made required", "made optional", "lifted required", "lifted optional", "other"),
    ("entry criterion", ADDED, ""): ("required", "new-only", "optional"),
    ("entry criterion", REMOVED, ""): ("required", "new-only", "optional"),
    ("entry criterion", MOVED, ""): ("required", "optional"),
    ("exit criterion", ADDED, ""): ("required", "new-only", "optional"),
    ("exit criterion", REMOVED, ""): ("required", "new-only", "optional"),
    ("exit criterion", MOVED, ""): ("required", "optional"),
    ("process", CHANGED, "status"): ("activated", "retired", "other"),
    ("step", CHANGED, "name"): ("required", "optional"),
    ("exit criterion", CHANGED, "buyer"): ("required", "optional"),
    ("exit criterion", CHANGED, "evidence"): ("required", "optional"),
    ("entry criterion", CHANGED, "criterion"): ("required", "optional"),
    **{(of, REWORDED, field): ("", "look") for of, field in BINDING},
}
"""What one nature of a thing or field alone does not tell apart."""


def fields() -> Iterator[Key]:
    """Everything that may happen to a field of anything, waived or not."""
    for owner in OWNERS:
        for key, _ in value_fields(owner):
            yield from ((entity(owner), nature, field_of(owner, key)) for nature in field_kind(owner, key).natures)


def meanings() -> Iterator[Key]:
    """Every text on which something hangs: it may come to mean something else."""
    yield from ((of, CHANGED, field) for of, field in BINDING)


def orders() -> Iterator[Key]:
    """Every list of things that may be in another order, as an aspect of what it holds."""
    for owner in (*OWNERS, Whole, Strategy, Swot):
        for key, name in element_fields(owner):
            held = owner.model_fields[name].annotation
            if "tuple" in str(held):
                yield entity(_held(held)), REORDERED, key


def _held(annotation: object) -> type[Element]:
    (inner, *_) = getattr(annotation, "__args__", ())
    inner = getattr(inner, "__origin__", inner)
    assert isinstance(inner, type)
    assert issubclass(inner, Element)
    return inner


def things() -> Iterator[Key]:
    """Everything that may happen to a thing as such, waived or not; another order is one of a list that holds it."""
    for owner in OWNERS:
        yield from ((entity(owner), nature, "") for nature in OF_THINGS if nature is not REORDERED)


ARISING = sorted({*fields(), *meanings(), *orders(), *things()})


def waived(key: Key) -> bool:
    """Whether nothing is told of it."""
    of, nature, field = key
    return (of, field) in WAIVED_FIELDS if field else (of, nature) in WAIVED_NATURES


def test_everything_that_can_happen_has_a_kind() -> None:
    """Whatever may happen to a thing or to one of its fields has a kind, or a reason why it is not told."""
    for key in ARISING:
        of, nature, field = key
        if waived(key):
            if field:
                assert find(of, nature, field) is None, key
            if nature is not REORDERED:
                with pytest.raises(LookupError):
                    kind(of, nature, field)
            continue
        for variant in VARIANTS.get(key, ("",)):
            found = kind(of, nature, field, variant)
            assert (found.nature, found.variant) == (nature, variant), key
            assert found.entity in (of, ANYTHING), key


def test_no_kind_is_out_of_reach() -> None:
    """Each kind is that of something that can happen, or of several such things that are one change."""
    reached = {
        kind(of, nature, field, variant).slug
        for of, nature, field in ARISING
        if not waived((of, nature, field))
        for variant in VARIANTS.get((of, nature, field), ("",))
    }
    reached.add(kind("step", REWORDED, "how", "figure").slug)
    others = (*entry_kinds.KINDS, *by_hand_kinds.KINDS)
    assert {each.slug for each in ALL_KINDS if each not in others} - reached == set()


def test_every_prose_may_hold_figures() -> None:
    """A text that was worded anew has a kind for a figure in it, unless something hangs on what the text means."""
    for of, nature, field in ARISING:
        if nature is REWORDED and (of, field) not in BINDING and not waived((of, nature, field)):
            assert kind(of, nature, field, "figure").slug == "figure-changed"


def test_readings() -> None:
    """What has to be read is minor, a figure too; another meaning is more than wording, and says what shows it."""
    for each in ALL_KINDS:
        if each.reading in (Reading.LOOK, Reading.FIGURE):
            assert (each.level, each.nature) == (Level.MINOR, REWORDED), each.slug
        elif each.reading is Reading.OTHER:
            assert (each.level > Level.PATCH, each.nature) == (True, CHANGED), each.slug
            assert "{items}" in each.sentence, each.slug


def test_where_figures_stand_has_words() -> None:
    """What has words for where a figure stands is a text of more than a name in which one may change."""
    prose = {
        (of, field)
        for of, nature, field in ARISING
        if nature is REWORDED and (of, field) not in BINDING and not waived((of, nature, field))
        if kind(of, nature, field).level is Level.PATCH and field not in ("name", "title", "term", "label")
    }
    assert set(WHERE) <= prose


def test_waived_fields_exist() -> None:
    """Each waived field is one of the format, has a reason, and is not found."""
    existing = {(of, field) for of, _, field in fields()}
    assert set(WAIVED_FIELDS) <= existing
    assert all(WAIVED_FIELDS.values())
    assert [find(of, CHANGED, field) for of, field in WAIVED_FIELDS] == [None] * len(WAIVED_FIELDS)


def test_every_thing_and_nature_is_told_or_waived() -> None:
    """For each sort of thing, each nature of things is either told or waived with a reason, and never both."""
    siblings = {*orders(), ("SWOT item", REORDERED, "swot")}
    keys = {(each.entity, each.nature, each.field) for each in ALL_KINDS}
    told = {(of, nature) for of, nature, field in keys if not field or (of, nature, field) in siblings}
    wanted = {(entity(owner), nature) for owner in OWNERS for nature in OF_THINGS}
    assert wanted - told == set(WAIVED_NATURES) & wanted - told == wanted & set(WAIVED_NATURES)
    assert set(WAIVED_NATURES) <= wanted
    assert all(WAIVED_NATURES.values())


def test_at_least_as_many_as_promised() -> None:
    """There are at least 120 kinds, and each of the entities of the design has some."""
    assert len(ALL_KINDS) >= 120
    assert {each.entity for each in ALL_KINDS} == {ANYTHING, by_hand_kinds.PAGE, *map(entity, OWNERS)}
    assert set(ENTITIES.values()) - HOLDERS < {each.entity for each in ALL_KINDS}


def test_codes_and_slugs_are_unique() -> None:
    """A code, a slug, and what a kind is about each lead to one kind; codes stand in order."""
    assert len({each.code for each in ALL_KINDS}) == len(by_slug()) == len(ALL_KINDS)
    keys = [(each.entity, each.nature, each.field, each.variant) for each in ALL_KINDS]
    assert len(set(keys)) == len(keys)
    codes = [each.code for each in ALL_KINDS]
    assert codes == sorted(codes)
    assert all(re.fullmatch(r"C\d{3}", code) for code in codes)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in by_slug())


def test_mirror() -> None:
    """Each kind has a mirror of the same thing and field, whose mirror it is in turn: no removal without addition."""
    for one in ALL_KINDS:
        back = mirrors(one)
        assert back, one.slug
        assert all((each.entity, each.field) == (one.entity, one.field) for each in back), one.slug
        assert all(each.nature is one.nature.mirror for each in back), one.slug
        assert all(one in mirrors(each) for each in back), one.slug


def test_sentence() -> None:
    """A sentence is one, complete without the code, in no jargon, and uses nothing but what is filled in."""
    for one in ALL_KINDS:
        names = [name for _, name, _, _ in Formatter().parse(one.sentence) if name]
        assert set(names) <= {"name", "where", "old", "new", "items"}, one.slug
        assert one.sentence[-1] in ".”", one.slug
        assert ". " not in one.sentence, one.slug
        assert one.sentence[0].isupper() or one.sentence.startswith("“{name}”"), one.slug
        assert not re.search(r"\b(field|element|entity|null|None|list item|C\d{3})\b", one.sentence), one.slug
        if one.nature is RENAMED:
            assert "`{new}` (it was `{old}`)" in one.sentence, one.slug
        if one.nature in (ADDED, REMOVED) and one.field and not by_text(one):
            assert "{items}" in one.sentence, one.slug


def by_text(one: Kind) -> bool:
    """Whether the field is one text that may be missing, and no list."""
    sorts = {field_kind(owner, one.field).name for owner in OWNERS if entity(owner) == one.entity}
    return sorts == {"TEXT"}


def test_reason() -> None:
    """A level that the table does not give by itself has its reason: a sentence for people."""
    for one in ALL_KINDS:
        assert one.levels, one.slug
        if one.why:
            assert one.why[0].isupper(), one.slug
            assert one.why.endswith("."), one.slug
        if one.nature is Nature.REWORDED and one.level > Level.PATCH:
            assert one.why, one.slug
        if one.level is Level.MAJOR and one.levels.get(Audience.FLOW) is not Level.MAJOR:
            assert one.why or one.levels.get(Audience.MEASURE) is Level.MAJOR, one.slug


TABLE: dict[str, tuple[str, ...]] = {
    "major": (
        "stage-removed",
        "stages-reordered",
        "required-exit-criterion-removed",
        "required-exit-criterion-added",
        "exit-criterion-required-tightened",
        "required-entry-criterion-removed",
        "required-entry-criterion-added",
        "entry-criterion-required-tightened",
        "required-step-moved",
        "required-step-responsible-changed",
        "required-step-accountable-changed",
        "metric-definition-changed",
        "metric-unit-changed",
        "metric-better-changed",
        "buyer-step-removed",
        "buyer-steps-reordered",
        "decision-go-changed",
        "decision-no-go-changed",
        "decision-no-decision-changed",
    ),
    "minor": (
        "new-only-exit-criterion-added",
        "new-only-entry-criterion-added",
        "optional-step-moved",
        "optional-step-responsible-changed",
        "optional-step-accountable-changed",
        "optional-exit-criterion-added",
        "stage-questions-added",
        "metric-target-changed",
        "stage-probability-changed",
        "step-time-changed",
        "step-autonomy-changed",
        "asset-added",
        "asset-removed",
        "stage-renamed",
        "role-renamed",
    ),
    "patch": (
        "stage-name-reworded",
        "exit-criterion-reworded",
        "metric-definition-reworded",
        "needs-reordered",
        "list-reordered",
    ),
}
"""The table of change rules of the design, row by row."""


@pytest.mark.parametrize(("word", "slug"), [(word, slug) for word, slugs in TABLE.items() for slug in slugs])
def test_levels_of_the_table(word: str, slug: str) -> None:
    """What the design says about a change's level holds."""
    assert by_slug()[slug].level.word == word
