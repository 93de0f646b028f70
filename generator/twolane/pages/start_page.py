"""The page of somebody new in a role: the path with times, and questions; one page a role of ours or of a partner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.links.addresses import anchor, of_start
from twolane.links.element_links import Ref
from twolane.model.buying import BuyerStep
from twolane.model.raci import takes_part
from twolane.model.roles import Role
from twolane.model.selling import Stage
from twolane.pages.draft import Draft, OnPaper
from twolane.parts.onboarding_path import own_stages, path_of
from twolane.parts.onboarding_questions import Answer, Question, questions
from twolane.parts.onboarding_tasks import OnboardingTask
from twolane.parts.page_inputs import PageInputs, line_of
from twolane.parts.reading_time import PageTexts, mark, minutes
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.counts import counted
from twolane.wording.spoken_language import texts

_RANK = Rank(0.6, top_only=True)

SCRIPTS = ("twolane-words.js", "twolane-start.js")
_MOST_QUESTIONS = 8


@dataclass(frozen=True, slots=True)
class ReadRow:
    """Something to read: ``key`` names it, ``mark`` differs when its text does."""

    ref: Ref
    key: str
    minutes: int
    mark: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A task with what it rests on."""

    item: OnboardingTask
    anchor: str
    mark: str
    read: tuple[ReadRow, ...]


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question in words, with the link to its answer."""

    question: Question
    anchor: str
    words: str
    choices: tuple[tuple[Answer, bool], ...]
    about: Ref


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows."""

    role: Role
    ref: Ref
    written: bool
    items: tuple[ItemRow, ...]
    total: str
    questions: tuple[QuestionRow, ...]


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """One page a role of those who sell, and of partners."""
    yield from (PagePath(of_start(role).page) for role in contents.playbook.roles if role.side != "buyer")


def drafts(given: PageInputs, read: PageTexts) -> Iterator[Draft]:
    """One page a role that sells; its times and marks come from the finished pages that it leads to."""
    for side in ("seller", "partner"):
        for role in given.playbook.roles:
            if role.side == side:
                yield _draft(given, role, read)


def _draft(given: PageInputs, role: Role, read: PageTexts) -> Draft:
    return Draft(
        of_start(role).page,
        texts().start_title.format(role=role.name),
        "start.html",
        _view(given, role, read),
        section=(texts().start_here,),
        about=tuple(process for process in given.playbook.processes if takes_part(process, role)),
        source=line_of(role),
        description=texts().start_description.format(role=role.name),
        label=role.name,
        scripts=SCRIPTS,
        rank=_RANK,
        on_paper=OnPaper.START,
    )


def _view(given: PageInputs, role: Role, read: PageTexts) -> View:
    items = tuple(_item(item, read) for item in path_of(given, role))
    total = sum(each.minutes for item in items for each in item.read)
    tasks = counted(len(items), texts().start_task)
    return View(
        role,
        given.refs.roles((role.id,))[0],
        bool(role.onboarding),
        items,
        texts().start_total.format(tasks=tasks, minutes=total),
        tuple({row.anchor: row for row in _questions(given, role)}.values()),
    )


def _item(item: OnboardingTask, read: PageTexts) -> ItemRow:
    name = item.key if item.key.startswith("onboarding") else anchor("task", item.key)
    return ItemRow(item, name, mark(item.words), tuple(_read(ref, read) for ref in item.read))


def _read(ref: Ref, read: PageTexts) -> ReadRow:
    text = read.at(ref.address)
    key = "#".join(filter(None, (ref.address.page, ref.address.anchor)))
    return ReadRow(ref, key, minutes(text), mark(text))


def _questions(given: PageInputs, role: Role) -> Iterator[QuestionRow]:
    """As many of each process, at most eight in all; those in which the role is responsible come first."""
    current = [each for each in given.playbook.processes if each.status != "retired" and takes_part(each, role)]
    current.sort(key=lambda process: not own_stages(role, process))
    asked = current[:_MOST_QUESTIONS]
    each_of = _MOST_QUESTIONS // len(asked) if asked else 0
    for process in asked:
        for question in questions(process, given.prose.plain, own_stages(role, process), each_of):
            yield _question(given, question)


def _question(given: PageInputs, question: Question) -> QuestionRow:
    refs, about = given.refs, question.about
    assert isinstance(about, BuyerStep | Stage)
    ref = refs.stage(question.process, about) if isinstance(about, Stage) else refs.buyer_step(question.process, about)
    words = _asked(question)
    choices = tuple((each, each is question.right) for each in question.choices)
    return QuestionRow(question, anchor("question", question.key), words, choices, ref)


def _asked(question: Question) -> str:
    """The question in words; what a definition says is put in last, so that it can hold braces."""
    return texts().start_asks[question.kind].format(*question.said)
