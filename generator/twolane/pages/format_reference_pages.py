"""The reference of the definition format: a page for all of it, one for each kind of file, and the principles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twolane.definition_format.format_files import ACTUALS, FOLDER, PAGE, file_names, page_of
from twolane.definition_format.format_values import File
from twolane.definition_format.format_words import ADDED, PRINCIPLES
from twolane.links.addresses import Address, Top
from twolane.links.element_links import Ref
from twolane.pages.draft import Draft
from twolane.parts.page_inputs import PageInputs
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.spoken_language import texts, translated

OVERVIEW, PRINCIPLES_PAGE = f"{FOLDER}/index", f"{FOLDER}/principles"


@dataclass(frozen=True, slots=True)
class FileView:
    """What the page of one file shows."""

    file: File
    note: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """What the page of the format shows: its files, the keys that were added to it, and where to read on."""

    files: tuple[tuple[Ref, File], ...]
    added: tuple[Ref, ...]
    principles: Ref
    changes: Ref


@dataclass(frozen=True, slots=True)
class PrinciplesView:
    """What the page of principles shows: number, principle and source of each."""

    rows: tuple[tuple[str, str, str], ...]


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """The overview, a page a file, and the principles."""
    del contents
    yield from map(PagePath, (OVERVIEW, *map(page_of, file_names()), PRINCIPLES_PAGE))


def drafts(given: PageInputs) -> Iterator[Draft]:
    """The pages of the reference; the same for every playbook, since the format is."""
    listed = tuple((Ref(file.path, Address(page_of(file.name))), file) for file in given.reference)
    principles = Ref(texts().format_principles_title, Address(PRINCIPLES_PAGE))
    changes = Ref(texts().format_changes, Address(Top.KINDS_OF_CHANGE))
    yield _overview(OverviewView(listed, tuple(_added(given.reference)), principles, changes))
    for file in given.reference:
        yield Draft(
            page_of(file.name),
            file.name,
            "format_file.html",
            FileView(file, _note(file)),
            section=_section(),
            description=texts().format_description.format(file=file.name),
            rank=Rank(0.1, {"example": 0}),
        )
    yield _principles()


def _overview(view: OverviewView) -> Draft:
    t = texts()
    return Draft(
        OVERVIEW,
        t.format_overview_title,
        "format_overview.html",
        view,
        section=_section(),
        description=t.format_overview_description,
        label=t.format_overview,
        rank=Rank(0.1),
    )


def _principles() -> Draft:
    t = texts()
    return Draft(
        PRINCIPLES_PAGE,
        t.format_principles_title,
        "format_principles.html",
        PrinciplesView(tuple((number, translated(says), source) for number, says, source in PRINCIPLES)),
        section=_section(),
        description=t.format_principles_description,
        label=t.format_principles,
        rank=Rank(0.1),
    )


def _note(file: File) -> str:
    return {ACTUALS: texts().format_column, PAGE: texts().format_front}.get(file.name, "")


def _section() -> tuple[str, str]:
    return texts().reference, texts().format_section


def _added(reference: Iterable[File]) -> Iterator[Ref]:
    for file in reference:
        keys = {key.anchor: (mapping, key) for mapping in file.mappings for key in mapping.keys}
        for anchor in ADDED.get(file.name, ()):
            mapping, key = keys[anchor]
            words = texts().format_added_key.format(key=key.name, file=file.name, mapping=translated(mapping.title))
            yield Ref(words, Address(page_of(file.name), anchor))
