"""From the definitions to what people see: load, check, make the pages; it reads like a table of contents."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from twolane.alignment.analysis import align
from twolane.checks.all_rules import RULES
from twolane.checks.context import Context
from twolane.checks.d011_broken_asset import dead_link
from twolane.checks.misaligned import Aligned, misaligned
from twolane.checks.past import since_release
from twolane.checks.runner import run
from twolane.checks.v707_unused_ignore import unused
from twolane.checks.wordings import wordings
from twolane.configuration.output_styles import LinkStyle
from twolane.configuration.settings import Settings
from twolane.findings import Finding, in_reading_order
from twolane.history.released import read_releases
from twolane.links.author_links import AuthorLinks
from twolane.links.finished_page import Note, Page
from twolane.loading import ignores
from twolane.loading.audience_pages import PAGE_ENDINGS, hand_written_texts, left_in
from twolane.loading.folder import load_folder
from twolane.loading.ignores import Ignore, PathIgnore
from twolane.loading.playbook_files import Loaded
from twolane.loading.starter import starter_of
from twolane.model.audiences import for_audience
from twolane.model.playbook import Playbook
from twolane.parts.process_history import History, Preview
from twolane.parts.site_identity import SiteIdentity, identity_of
from twolane.parts.site_paths import PagePath, SiteContents, SitePaths
from twolane.parts.whole_site import Drafted, WholeSite
from twolane.parts.written_text import said_by_hand
from twolane.wording.lists import listed
from twolane.yaml_text import reading_rules


@dataclass(frozen=True, slots=True)
class Checked:
    """A playbook and everything found in it, in reading order; ``texts`` are the files' texts, for excerpts.

    ``playbook`` is ``None`` where there was nothing to read. ``ignored`` are the findings that were left out,
    each with the comment or the entry of the configuration that did it.
    """

    playbook: Playbook | None
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    ignored: tuple[tuple[Finding, Ignore | PathIgnore], ...] = ()


def context_of(loaded: Loaded, settings: Settings) -> Context:
    """What the rules may know besides the playbook; the starter is read only where the playbook names it."""
    starter = starter_of(loaded.playbook)
    texts = wordings(starter) if starter else frozenset()
    as_of, engine = settings.as_of, settings.engine
    past = since_release(loaded, as_of, settings.changes)
    if loaded.playbook is None:
        return Context(as_of, texts, loaded.incomplete, past, _leads((), ()), None, engine)
    paths = _paths(loaded.playbook, settings)
    whole = _whole_site(loaded.playbook, paths, settings)
    return Context(as_of, texts, loaded.incomplete, past, _leads(loaded.playbook.pages, paths), whole, engine)


def contents_of(playbook: Playbook, settings: Settings, preview: Preview | None = None) -> SiteContents:
    """Everything that pages are made from, so that drawing them reads nothing but templates; raises ``OSError``."""
    # The model's sources are read for the reference, which a check does without.
    from twolane.definition_format.format_files import files
    from twolane.parts.alignment_example import read_example

    there = (name for name in playbook.pages if (settings.pages_folder / name).is_file())
    said = said_by_hand(hand_written_texts(settings.pages_folder, there))
    history = _history(playbook, settings, preview)
    if playbook.audience:
        return SiteContents(playbook, history, said)
    return SiteContents(playbook, history, said, files(), read_example())


def _history(playbook: Playbook, settings: Settings, preview: Preview | None = None) -> History:
    """The releases of a playbook, which takes long to read."""
    releases = read_releases(playbook)
    return History(playbook, releases, settings.compare_releases, preview, settings.changes, settings.as_of)


def _paths(playbook: Playbook, settings: Settings) -> SitePaths:
    """The paths of all pages, found out as far as links ask for them."""

    def found() -> Iterator[PagePath]:
        # As for `build_pages`: few texts have a link.
        from twolane.pages.page_kinds import found_paths

        yield from found_paths(playbook, lambda: _history(playbook, settings))

    return SitePaths(found())


def _leads(files: Iterable[str], paths: Container[str]) -> Callable[[str], bool]:
    """Whether an address names a page or a file: those that pages link to, whichever way an engine lays them out."""
    return AuthorLinks(files, paths, LinkStyle.FILES).leads


def _whole_site(playbook: Playbook, paths: SitePaths, settings: Settings) -> WholeSite:
    def draft() -> Drafted:
        # As for `build_pages`: few links need it.
        from twolane.pages.assembling import drafted

        return drafted(contents_of(playbook, settings), settings)

    return WholeSite(playbook, paths, settings.links, draft, settings.engine.own_ids)


def check(loaded: Loaded, context: Context, configured: Iterable[PathIgnore] = ()) -> Checked:
    """What loading found, and what the rules find in what could be loaded, without what is ignored."""
    configured = tuple(configured)
    found = run(loaded.playbook, context) if loaded.playbook else []
    # Of what could not be read as it stands, anything else that a rule finds follows from that.
    refused = {each.place for each in loaded.findings if each.rule is reading_rules.WRONG_VALUE}
    found = [each for each in found if each.place not in refused]
    faults = ignores.faults(loaded.ignores, rule_names())
    everything = (*loaded.findings, *found, *faults)
    # What could not be read may hold what is left out; then nobody knows which comment is left over.
    whole = not loaded.incomplete and not refused
    left = unused(everything, loaded.ignores, configured, rule_names()) if whole else ()
    applied = ignores.apply(in_reading_order((*everything, *left)), loaded.ignores, configured)
    return Checked(loaded.playbook, applied.kept, _texts(loaded, context, applied.kept), applied.ignored)


def _texts(loaded: Loaded, context: Context, found: Iterable[Finding]) -> Mapping[str, str]:
    """The texts of the files that were read; that of the configuration where something was found in it."""
    file, text = context.engine.file, context.engine.text
    return {**loaded.texts, file: text} if any(each.place.file == file for each in found) else loaded.texts


def aligned(checked: Checked) -> tuple[Aligned, ...]:
    """How each process fits its buyer, retired ones among them, without the findings that are ignored."""
    ignored = {finding for finding, _ in checked.ignored}
    alignments = map(align, checked.playbook.processes if checked.playbook else ())
    return tuple(
        Aligned(each, tuple(finding for finding in misaligned(each) if finding not in ignored)) for each in alignments
    )


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that an engine shows, and what was found on the way."""

    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    left_out: frozenset[str] = frozenset()
    """Hand-written pages and files that are not for the site's audience."""
    for_house: bool = True
    """Whether nothing is left out, and pages may lead to their sources."""
    is_preview: bool = False
    """Whether it shows what a proposal changes, and is not for search engines."""
    identity: SiteIdentity = field(default_factory=SiteIdentity)
    """By what browsers tell it from the other sites of its host."""
    dead_links: frozenset[tuple[str, str]] = frozenset()
    """The links that lead nowhere, told or ignored: the page that has it, and its address; no page for the `nav`."""
    notes: Mapping[str, Note] = field(default_factory=dict)
    """What pages written by hand get below their titles and at their foot, by their names with `.md`."""


class UnknownAudience(Exception):
    """The site is wanted for an audience that playbook.yml does not name; the message says which there are."""


def build_site(settings: Settings, preview: Preview | None = None) -> Site:
    """The pages of a playbook; none where there is nothing to read.

    Raises ``OSError`` where a file cannot be read.
    """
    loaded = load_folder(settings.root, settings.definitions, settings.pages, settings.templates)
    checked = check(loaded, context_of(loaded, settings), settings.ignore)
    return site_of(checked, settings, preview)


def site_of(checked: Checked, settings: Settings, preview: Preview | None = None) -> Site:
    """The site of a playbook that has been checked; ``preview`` and errors as in ``build_pages``."""
    if checked.playbook is None:
        return Site((), checked.findings)
    shown = shown_to(checked.playbook, settings)
    left_out = checked.playbook.pages - shown.pages
    whole = not shown.audience
    made, notes = _pages(checked, settings, preview)
    is_preview = preview is not None
    dead = frozenset(_dead_links(checked, settings))
    return Site(made, checked.findings, left_out, whole, is_preview, identity_of(shown, is_preview), dead, notes)


def _dead_links(checked: Checked, settings: Settings) -> Iterator[tuple[str, str]]:
    paths = {page.file: page.path for page in checked.playbook.written} if checked.playbook else {}
    for finding in (*checked.findings, *(each for each, _ in checked.ignored)):
        target = dead_link(finding)
        if target and (finding.place.file in paths or finding.place.file == settings.engine.file):
            yield paths.get(finding.place.file, ""), target


def build_pages(checked: Checked, settings: Settings, preview: Preview | None = None) -> tuple[Page, ...]:
    """The pages of a playbook that has been checked; none where there is nothing to show.

    ``preview`` is what a proposal changes, for pages that mark that. For an audience other than the house, what is
    not for them is gone: findings, edit links, versions and previews among it. Raises ``UnknownAudience``, and
    ``OSError`` where a hand-written page cannot be read.
    """
    return _pages(checked, settings, preview)[0]


def _pages(
    checked: Checked, settings: Settings, preview: Preview | None
) -> tuple[tuple[Page, ...], Mapping[str, Note]]:
    # Templates and Markdown take 0.1 s to load, a tenth of what checking 200 processes takes, which needs neither.
    from twolane.pages.assembling import pages_and_notes

    if checked.playbook is None:
        return (), {}
    shown = shown_to(checked.playbook, settings)
    if not shown.audience:
        return pages_and_notes(contents_of(shown, settings, preview), checked.findings, settings)
    return pages_and_notes(contents_of(shown, settings), (), replace(settings, edit_root=""))


def build_single_file(checked: Checked, process: str, settings: Settings, diagrams: bool = True) -> str:
    """One process as a file of HTML that needs nothing beside itself.

    Raises ``KeyError`` where no process that the audience sees has the id, ``MissingFile`` where what draws the
    diagrams did not come with this installation, and as ``build_pages``.
    """
    from twolane.pages.assembling import single_file_of

    if checked.playbook is None:
        raise KeyError(process)
    shown = shown_to(checked.playbook, settings)

    def load(path: str) -> bytes | None:
        return (settings.pages_folder / path).read_bytes() if path in shown.pages else None

    return single_file_of(contents_of(shown, settings), shown.process[process], settings, load, diagrams)


def shown_to(playbook: Playbook, settings: Settings) -> Playbook:
    """The playbook as the site's audience may see it; raises as ``build_pages``."""
    names = playbook.about.audiences
    if settings.audience and settings.audience not in names:
        some = listed(f"“{name}”" for name in names) or "none"
        raise UnknownAudience(f"No audience is called “{settings.audience}”; playbook.yml names {some}.")
    shown = for_audience(playbook, settings.audience)
    if not shown.audience:
        return shown
    texts = hand_written_texts(settings.pages_folder, playbook.pages, PAGE_ENDINGS)
    left = left_in(playbook, shown, texts)
    return replace(shown, pages=left, written=tuple(page for page in shown.written if page.path in left))


def rule_names() -> dict[str, str]:
    """From the code and from the slug of every rule to its code."""
    every = (*reading_rules.ALL, *(each.RULE for each in RULES))
    return {name: rule.code for rule in every for name in (rule.code, rule.slug)}
