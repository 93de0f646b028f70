"""The files of a playbook as bytes, to one resolved playbook and everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from twolane.findings import Finding, in_reading_order
from twolane.loading import file_names, ignores, reference_checks, times
from twolane.loading.actuals import read_rows
from twolane.loading.cut_lists import cut_lists
from twolane.loading.fault_words import first_keys
from twolane.loading.ignores import Ignore
from twolane.loading.validation import keyed, validate
from twolane.loading.wrapping import unwrapped
from twolane.loading.written_pages import ReadPages, softened
from twolane.model.approvals import ApprovalsFile
from twolane.model.element import Element
from twolane.model.market import DifferentiatorsFile, SegmentsFile
from twolane.model.metrics import MetricsFile
from twolane.model.playbook import Playbook
from twolane.model.playbook_file import GlossaryFile, PlaybookFile
from twolane.model.process import Process
from twolane.model.releases import Actual, ActualsFile, FrozenCopy, Ledger, Release
from twolane.model.roles import RolesFile
from twolane.model.strategy import Strategy
from twolane.source import Place
from twolane.wording.lists import listed
from twolane.yaml_text.document import Document
from twolane.yaml_text.reading_rules import MISSING_KEY, UNREADABLE
from twolane.yaml_text.refusals import LIMITS
from twolane.yaml_text.strict_yaml import read_document

E = TypeVar("E", bound=Element)
Read: TypeAlias = Callable[[str, bytes], Document]
Frozen: TypeAlias = Mapping[str, Mapping[str, FrozenCopy]]
"""Frozen copies by process id and version."""

SHARED: Mapping[str, tuple[type[Element], str]] = MappingProxyType(
    {
        "playbook.yml": (PlaybookFile, ""),
        "strategy.yml": (Strategy, "goals"),
        "roles.yml": (RolesFile, "roles"),
        "segments.yml": (SegmentsFile, "segments"),
        "metrics.yml": (MetricsFile, "metrics"),
        "differentiators.yml": (DifferentiatorsFile, "differentiators"),
        "glossary.yml": (GlossaryFile, "terms"),
        "approvals.yml": (ApprovalsFile, "approvals"),
    }
)
"""The files of the folder itself: what each holds, and the key that a bare list stands for."""

OF_A_PROCESS: Mapping[str, tuple[type[Element], str]] = MappingProxyType(
    {"process.yml": (Process, ""), "releases.yml": (Ledger, "releases")}
)
"""The YAML files of a process's own folder."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the files say: the playbook (``None`` where there is nothing to read), findings, and texts by file.

    ``ignores`` are the comments that leave findings out; none is left out here. ``incomplete`` says that a file
    which is there could not be read, so that what seems to be missing may be in it.
    """

    playbook: Playbook | None
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    ignores: tuple[Ignore, ...] = ()
    incomplete: bool = False


class _Reader:
    """Reads file after file and collects what was found on the way."""

    def __init__(self, files: Mapping[str, bytes], folder: str, unread: Iterable[str]) -> None:
        self.files, self.folder = files, folder
        self.adopted = file_names.adopted(files)
        strays = {path for path in files if file_names.is_stray(path)} - set(self.adopted.values())
        self.unread = {*unread, *strays, *file_names.missing_processes({*files, *unread})}
        self.findings: list[Finding] = []
        self.ignores: list[Ignore] = []
        self.texts: dict[str, str] = {}

    def read(self, path: str, model: type[E], key: str = "", read: Read = read_document) -> E | None:
        """The file at ``path`` below the folder; ``None`` where it is not there or of no use."""
        actual = self.adopted.get(path, path)
        if actual not in self.files:
            return None
        document = read(self.name(actual), self.files[actual])
        self.texts[document.file] = document.text
        self.findings += document.findings
        self.ignores += ignores.find(document)
        element = self._element(document, model, key)
        if element is None:
            self.unread.add(path)
        return element

    def _element(self, document: Document, model: type[E], key: str) -> E | None:
        needed = [info.alias or name for name, info in model.model_fields.items() if info.is_required()]
        if document.value is None and (document.findings or needed):
            if not document.findings:
                self.findings.append(_empty(document.file, needed, first_keys(model)))
            return None
        whole, found = unwrapped(document, model)
        read = Document(document.file, document.text, whole)
        value = keyed(read, key) if key else whole
        read = Document(document.file, document.text, value)
        self.findings += (*found, *cut_lists(read, value, model))
        element, findings = validate(read, model)
        self.findings += findings
        return element

    def processes(self) -> tuple[Process, ...]:
        """Every process that could be read, by folder."""
        paths = sorted(path for path in {*self.files, *self.adopted} if file_names.is_process(path))
        return tuple(process for process in map(self._process, paths) if process is not None)

    def _process(self, path: str) -> Process | None:
        """The process at ``path``; ``None`` too where it has more steps than anybody can compare."""
        process = self.read(path, Process)
        if process is None or max(len(process.steps), len(process.buyer.steps)) <= LIMITS.steps:
            return process
        message = f"the process has more than {LIMITS.steps} steps of one side, the most that are compared"
        hint = "nobody can follow so many; split the process, or say in one step what belongs together"
        self.findings.append(UNREADABLE.at(process.at, None, message, hint=hint))
        self.unread.add(path)
        return None

    def name(self, path: str) -> str:
        """What findings call the file at ``path``."""
        return f"{self.folder}/{path}" if self.folder else path


def load(
    files: Mapping[str, bytes],
    folder: str = "process",
    pages: Iterable[str] = (),
    unread: Set[str] = frozenset(),
    written: ReadPages | None = None,
) -> Loaded:
    """The playbook that the definition files hold.

    ``files`` are by path below the definitions' folder, ``folder`` is what findings put in front of that path;
    ``pages`` are the files of the hand-written part, ``written`` what has been read of them. ``unread`` are the paths
    of files that are there too and whose content nobody could read. Raises ``ParserMissing`` and nothing else.
    """
    reader, by_hand = _Reader(files, folder, unread), written or ReadPages()
    shared = {name: reader.read(name, model, key) for name, (model, key) in SHARED.items()}
    processes = _in_order(reader.processes(), _of(shared, PlaybookFile))
    releases = {process.id: _releases(reader, process) for process in processes}
    frozen = _frozen(reader, processes)
    happened = {process.id: _happened(reader, process) for process in processes}
    roots = [element for element in shared.values() if element is not None]
    fronts = (page.facts for page in by_hand.pages)
    reader.findings += softened(reference_checks.check((*roots, *fronts), processes, frozenset(reader.unread)))
    reader.findings += times.check(processes)
    reader.findings += file_names.faults({*files, *unread}, reader.name)
    unreadable = not roots and not processes and any(each.rule is UNREADABLE for each in reader.findings)
    there = bool(files) and not unreadable
    playbook = _playbook(shared, processes, (releases, frozen, happened)) if there else None
    if playbook:
        playbook = replace(playbook, pages=frozenset(pages), written=by_hand.pages)
    findings = tuple(in_reading_order((*reader.findings, *by_hand.findings)))
    incomplete = bool(reader.unread) or not processes
    texts, comments = MappingProxyType({**reader.texts, **by_hand.texts}), (*reader.ignores, *by_hand.ignores)
    return Loaded(playbook, findings, texts, comments, incomplete)


def _empty(file: str, needed: Iterable[str], hint: str) -> Finding:
    keys = listed(f"`{key}`" for key in needed)
    return MISSING_KEY.on(Place(file), f"this file is empty; it needs {keys}", hint=hint)


def _in_order(processes: Iterable[Process], about: PlaybookFile | None) -> tuple[Process, ...]:
    """The processes that the playbook puts in order, then the others by id."""
    wanted = about.processes if about else ()
    place = {id: number for number, id in enumerate(wanted)}
    return tuple(sorted(processes, key=lambda process: (place.get(process.id, len(place)), process.id)))


def _playbook(
    shared: Mapping[str, Element | None],
    processes: tuple[Process, ...],
    history: tuple[Mapping[str, tuple[Release, ...]], Frozen, Mapping[str, tuple[Actual, ...]]],
) -> Playbook:
    market = _of(shared, DifferentiatorsFile)
    releases, frozen, happened = history
    return Playbook(
        about=_of(shared, PlaybookFile) or PlaybookFile(title="Playbook"),
        strategy=_of(shared, Strategy) or Strategy(),
        roles=(_of(shared, RolesFile) or RolesFile()).roles,
        segments=(_of(shared, SegmentsFile) or SegmentsFile()).segments,
        metrics=(_of(shared, MetricsFile) or MetricsFile()).metrics,
        differentiators=market.differentiators if market else (),
        competitors=market.competitors if market else (),
        terms=(_of(shared, GlossaryFile) or GlossaryFile()).terms,
        processes=processes,
        approvals=(_of(shared, ApprovalsFile) or ApprovalsFile()).approvals,
        releases=MappingProxyType(dict(releases)),
        frozen=MappingProxyType(dict(frozen)),
        actuals=MappingProxyType(dict(happened)),
    )


def _of(shared: Mapping[str, Element | None], model: type[E]) -> E | None:
    return next((element for element in shared.values() if isinstance(element, model)), None)


def _folder_of(process: Process) -> str:
    return process.at.file.split("/")[-2]


def _releases(reader: _Reader, process: Process) -> tuple[Release, ...]:
    ledger = reader.read(f"{_folder_of(process)}/releases.yml", Ledger, "releases")
    return ledger.releases if ledger else ()


def _frozen(reader: _Reader, processes: Iterable[Process]) -> Frozen:
    """The frozen copies as they lie there; nobody reads what is in them until it is needed."""
    ids = {_folder_of(process): process.id for process in processes}
    found: dict[str, dict[str, FrozenCopy]] = {}
    for folder, version, path in file_names.released(reader.files):
        if folder in ids:
            copy = FrozenCopy(reader.name(path), version, reader.files[path])
            found.setdefault(ids[folder], {})[version] = copy
    return {id: MappingProxyType(copies) for id, copies in found.items()}


def _happened(reader: _Reader, process: Process) -> tuple[Actual, ...]:
    found = reader.read(f"{_folder_of(process)}/actuals.csv", ActualsFile, read=read_rows)
    return found.rows if found else ()
