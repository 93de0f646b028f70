"""Keys that people try first and the format does not have: the key that says the same, or where such a thing goes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from twolane.loading.key_answers import ANSWERS
from twolane.loading.model_keys import keys_of
from twolane.model.buying import BuyerStep, Decision, Need, Pain, Sign
from twolane.model.element import Element
from twolane.model.market import Competitor, Differentiator, Proof, Requirement, Segment
from twolane.model.metrics import Metric
from twolane.model.playbook_file import GlossaryFile, PlaybookFile, Term
from twolane.model.process import Loop, Process
from twolane.model.roles import OnboardingItem, Role
from twolane.model.selling import Asset, EntryCriterion, ExitCriterion, Objection, Stage, Step
from twolane.model.strategy import Department, Financial, Goal, SwotItem
from twolane.wording.did_you_mean import nearest

Owner = type[Element]


def _by_word(*pairs: tuple[str, str]) -> Mapping[str, str]:
    """A table whose rows are words for the same thing, and what they lead to."""
    return MappingProxyType({word: to for words, to in pairs for word in words.split()})


SAME: Mapping[Owner, Mapping[str, str]] = MappingProxyType(
    {
        Process: _by_word(("title", "name"), ("description about overview purpose intro", "summary")),
        Stage: _by_word(
            ("title label", "name"),
            ("objective purpose outcome", "goal"),
            ("entry_criteria", "entry"),
            ("exit_criteria done_when", "exit"),
            ("tasks activities actions", "steps"),
            ("kpi kpis measures", "metrics"),
            ("buyer_steps buyer_step buyer", "serves"),
        ),
        Step: _by_word(
            ("title label", "name"),
            ("type", "kind"),
            ("description details instructions notes note comment comments remarks script scripts guidance", "how"),
            ("mandatory", "required"),
            ("assignee", "responsible"),
            ("start begin", "from"),
            ("end", "until"),
        ),
        BuyerStep: _by_word(
            ("title label", "name"),
            ("goal goals", "objective"),
            ("fears worries", "concerns"),
            ("personas persona people stakeholders roles participants", "actors"),
            ("start begin", "from"),
            ("end", "until"),
        ),
        ExitCriterion: _by_word(
            ("name title text criterion description", "buyer"), ("proof", "evidence"), ("mandatory", "required")
        ),
        EntryCriterion: _by_word(("name title text description", "criterion"), ("mandatory", "required")),
        Need: _by_word(("name title text description", "what"), ("type", "kind"), ("start", "from"), ("end", "until")),
        Sign: _by_word(("question", "ask"), ("answer", "tells")),
        Pain: _by_word(("name text description pain", "problem"), ("impact", "cost")),
        Decision: _by_word(("yes", "go"), ("no", "no_go"), ("undecided later", "no_decision")),
        Objection: _by_word(("objection question text", "says"), ("response reply", "answer")),
        Asset: _by_word(("name", "title"), ("link href path file", "url")),
        Loop: _by_word(("trigger", "when")),
        Role: _by_word(
            ("title", "name"),
            ("description purpose", "mission"),
            ("manager boss", "reports_to"),
            ("duties", "responsibilities"),
            ("decision_maker decider decision_power", "decides"),
        ),
        Metric: _by_word(
            ("title", "name"), ("description formula calculation", "definition"), ("frequency interval", "cadence")
        ),
        Goal: _by_word(("title text", "name"), ("deadline due until", "by"), ("kpi", "metric"), ("description", "why")),
        SwotItem: _by_word(("name title description", "text")),
        Requirement: _by_word(("name title description", "text")),
        Financial: _by_word(("name title", "label")),
        Department: _by_word(("title", "name")),
        Segment: _by_word(("title", "name"), ("needs criteria", "requirements"), ("share", "capacity")),
        Differentiator: _by_word(("name title text", "claim"), ("benefit", "value"), ("evidence proofs", "proof")),
        Proof: _by_word(("name title text", "what"), ("link", "url")),
        Competitor: _by_word(("title", "name"), ("weaknesses", "limitations")),
        Term: _by_word(
            ("name word title", "term"), ("meaning description text", "definition"), ("synonyms aliases", "also")
        ),
        GlossaryFile: _by_word(("glossary", "terms")),
        OnboardingItem: _by_word(("name", "title"), ("due", "when"), ("task", "do")),
        PlaybookFile: _by_word(("name", "title"), ("summary about", "description")),
    }
)
"""Keys that say the same as one of the format, by the element that takes it."""


_FILES = _by_word(
    ("roles", "roles.yml"),
    ("segments", "segments.yml"),
    ("metrics", "metrics.yml"),
    ("differentiators competitors", "differentiators.yml"),
    ("terms glossary", "glossary.yml"),
    ("goals swot story financials departments strategy", "strategy.yml"),
    ("approvals", "approvals.yml"),
    ("lanes audiences starter processes", "playbook.yml"),
    ("stages loops", "process.yml of a process"),
)
"""What has a file of its own."""


def meant_key(owner: Owner, key: str) -> str:
    """The key of ``owner`` that says what ``key`` was meant to say: a word for the same, else one spelled alike."""
    word = _plain(key)
    same = SAME.get(owner, {}).get(word, "")
    if same or (word not in keys_of(owner) and answer(owner, key)):
        return same
    return nearest(key, keys_of(owner))


def answer(owner: Owner, key: str) -> str:
    """Where what ``key`` says goes, where no key of ``owner`` takes it; empty where nobody is known to have tried."""
    word = _plain(key)
    return next((each.says for each in ANSWERS if owner in each.owners and word in each.keys), "")


def file_of(key: str) -> str:
    """The file that holds such things; empty where none does."""
    return _FILES.get(_plain(key), "")


def _plain(key: str) -> str:
    return key.strip().lower().replace("-", "_").replace(" ", "_")
