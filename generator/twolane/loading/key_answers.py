"""Where something goes that people try to say by a key which an element does not have, in the format of today."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.model.buying import Buyer, BuyerStep, Need
from twolane.model.element import Element
from twolane.model.market import Segment
from twolane.model.metrics import Metric
from twolane.model.process import Process
from twolane.model.roles import Role
from twolane.model.selling import EntryCriterion, ExitCriterion, Stage, Step
from twolane.model.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Answer:
    """Where something goes for which an element has no key: to whom it is said, of which keys, and what."""

    owners: tuple[type[Element], ...]
    keys: tuple[str, ...]
    says: str


def _of(owners: type[Element] | tuple[type[Element], ...], keys: str, says: str) -> Answer:
    return Answer(owners if isinstance(owners, tuple) else (owners,), tuple(keys.split()), says)


ANSWERS: tuple[Answer, ...] = (
    _of(
        (Stage, Process, Role),
        "notes note comment comments remarks",
        "for readers, write it by hand: a Markdown file with the address of this page is shown above it; for "
        "yourselves, write a comment after #",
    ),
    _of(
        BuyerStep,
        "notes note comment comments remarks",
        "say it in `objective` or `concerns`; for yourselves, write a comment after #",
    ),
    _of(
        Stage,
        "kind type",
        "what a stage is its `steps` say: add a step with `kind: gate` for a decision of your own",
    ),
    _of(
        Stage,
        "next next_stage previous",
        "stages follow each other as they are written, and `loops` of the process lead back: take the line out",
    ),
    _of(BuyerStep, "question questions", "ask it in `signs`, each with `ask` and the answer that `tells`"),
    _of(
        BuyerStep, "exit entry criteria", "what ends a step of theirs is their `decision`; `exit` belongs to our stages"
    ),
    _of(Segment, "description size", "say what they have in common as `requirements`, each with `id` and `text`"),
    _of(Role, "kpi kpis metric metrics quota", "what a role is measured by is a metric that names it as `owner`"),
    _of(
        BuyerStep,
        "steps tasks activities",
        "give each of them a buyer step of its own; what we do stands in the `steps` of the stage that serves it",
    ),
    _of(
        Process,
        "fields field crm crm_fields properties sla service_level",
        "say it as a line of `controls` of the stage where it counts",
    ),
    _of(
        (ExitCriterion, EntryCriterion),
        "notes note comment comments remarks",
        "say it in the text of the criterion; for yourselves, write a comment after #",
    ),
    _of(
        Stage, "description details", "say in `goal` what is true in the end, and in `how` of each step how it is done"
    ),
    _of(BuyerStep, "description details", "say in `objective` what they want, and in `concerns` what worries them"),
    _of(Stage, "sla service_level within", "say it as a line of `controls`; what is measured becomes one of `metrics`"),
    _of(Step, "sla service_level within", "say it in `how`, or as a line of `controls` of its stage"),
    _of(
        Step,
        "optional",
        "write `required: true` where a deal may not leave the stage without it; every other step is optional",
    ),
    _of(
        (ExitCriterion, EntryCriterion),
        "optional",
        "write `required: false` where a deal may do without it; every other criterion is required",
    ),
    _of(
        Stage,
        "optional required mandatory only_if if unless condition conditions",
        "every deal goes through a stage; what some deals do without goes into its `steps`, which are optional "
        "unless they say `required: true`",
    ),
    _of(
        Step,
        "only_if if unless condition conditions",
        "say in `how` when it is done; a step is optional unless it says `required: true`",
    ),
    _of(
        (ExitCriterion, EntryCriterion),
        "only_if if unless condition conditions when",
        "say in its text when it counts, and write `required: false`",
    ),
    _of(BuyerStep, "only_if if unless condition conditions optional", "say in `objective` which buyers go through it"),
    _of(
        Step,
        "approver approvers approval approvals approved_by sign_off signoff gate",
        "write `kind: gate`, and as `accountable` the role that approves",
    ),
    _of(
        (Stage, Process),
        "approver approvers approval approvals approved_by sign_off signoff gate gates limit limits",
        "add a step with `kind: gate` to `steps` of the stage; its `accountable` is the role that approves",
    ),
    _of(
        (ExitCriterion, EntryCriterion),
        "approver approvers approval approvals approved_by sign_off signoff",
        "add a step with `kind: gate` to the stage; its `accountable` is the role that approves",
    ),
    _of(
        Step, "limit limits", "say in `how` who may go how far; what somebody must approve is a step with `kind: gate`"
    ),
    _of(
        (Stage, Step),
        "fields field crm crm_fields properties",
        "say what has to be filled in as lines of `controls` of the stage",
    ),
    _of(
        Step,
        "owner owners role roles raci who team",
        "who does it is `responsible`, who answers for it `accountable`; others are `consulted` or `informed`",
    ),
    _of(
        (Stage, Process),
        "raci team participants responsible accountable",
        "each of the `steps` names who is `responsible` and who is `accountable`",
    ),
    _of(Stage, "owner owners role roles", "a stage has none: its `steps` name who is `responsible` and `accountable`"),
    _of(
        (ExitCriterion, EntryCriterion),
        "owner owners responsible accountable who",
        "a criterion has none: who looks after it is `responsible` for the step that leads to it",
    ),
    _of(BuyerStep, "owner owners responsible accountable", "who takes part on the buyer's side stands in `actors`"),
    _of(
        Process,
        "steps buyer_steps",
        "the buyer's steps stand below `buyer`, and ours in each of the `stages`, both as `steps`",
    ),
    _of(
        Stage,
        "duration timeline deadline due from until start end days weeks",
        "a stage has no time of its own: its `steps` have `from` and `until`",
    ),
    _of(
        (Step, BuyerStep, Need),
        "duration deadline due timeline days weeks when",
        "write when it begins as `from` and when it ends as `until`, both counted from the buyer's beginning",
    ),
    _of(
        Step,
        "checklist tasks activities substeps todo todos steps actions",
        "write it as a list in `how`, which takes Markdown",
    ),
    _of(
        Stage,
        "checklist todo todos",
        "what we do goes into `steps`, and what the buyer does to end the stage into `exit`",
    ),
    _of(
        (Stage, Step, BuyerStep, ExitCriterion),
        "status state",
        "the `status` is that of the whole process: take the line out",
    ),
    _of(
        (Stage, Step, Process),
        "tags tag labels category",
        "the format has none: take the line out, or make it a comment after #",
    ),
    _of(
        (Step, ExitCriterion, EntryCriterion),
        "stage stage_id",
        "it belongs to the stage below which it stands: take the line out",
    ),
    _of((Stage, Step, ExitCriterion), "order number position", "the order is that of the file: take the line out"),
    _of(
        Step,
        "kpi kpis metric metrics measures",
        "what is measured stands in `metrics` of its stage",
    ),
    _of(Process, "kpi kpis measures", "what is measured stands in `metrics` of each stage"),
    _of((Process, Stage), "goals objectives", "write the ids of goals in `advances`; the goals stand in strategy.yml"),
    _of(Step, "questions question", "what to ask stands in `questions` of its stage"),
    _of(Step, "objections objection", "what buyers say stands in `objections` of its stage"),
    _of(Step, "exit entry criteria criterion", "what begins and ends a stage stands in its `entry` and `exit`"),
    _of(
        Step, "needs need value", "what the buyer needs stands in `needs` of their step; name its id here in `delivers`"
    ),
    _of(
        Step,
        "template templates document documents doc docs link links url file files resources attachments examples "
        "example materials collateral content",
        "write it as `assets`, each with its `title` and `url`",
    ),
    _of(
        Stage,
        "template templates document documents doc docs link links url resources attachments examples example assets "
        "script scripts tools skills how materials collateral content",
        "it goes into the step that uses it: `how`, `tools`, `skills` and `assets` with `title` and `url`",
    ),
    _of(
        Process,
        "template templates document documents doc docs link links resources attachments assets script scripts",
        "it goes into the step that uses it: `how`, and `assets` with `title` and `url`",
    ),
    _of(Process, "track tracks parallel", "steps may run at the same time: what counts is `from` and `until` of each"),
    _of(
        (Stage, Step, BuyerStep),
        "track tracks parallel",
        "steps may run at the same time: what counts is `from` and `until` of each",
    ),
    _of(
        Process,
        "only_if if unless condition conditions",
        "say in `how` of a step when it is done; a step is optional unless it says `required: true`",
    ),
    _of(
        Process,
        "outcomes outcome lost lost_reasons loss_reasons",
        "what follows from a no stands in `no_go` and `no_decision` of the buyer step's `decision`",
    ),
    _of(
        Stage,
        "outcomes outcomes_lost lost lost_reasons loss_reasons decision no_go no_decision",
        "what follows from a no stands in `no_go` and `no_decision` of the buyer step's `decision`",
    ),
    _of(
        (Process, Stage),
        "won_at won",
        "no key says so: what shows the order goes into `exit` of the stage that wins the deal",
    ),
    _of(
        Process,
        "segments",
        "write the one segment that it is for as `segment`; selling that differs for another is a process of its own",
    ),
    _of(
        Process,
        "personas persona actors stakeholders people",
        "who they are stands in roles.yml, with `side: buyer`; each buyer step names its `actors`",
    ),
    _of(Stage, "personas persona actors stakeholders people", "who takes part stands in `actors` of the buyer step"),
    _of((Stage, Buyer), "signs concerns pains needs objective", "it goes into one of the buyer's `steps`"),
    _of(
        Role,
        "email phone contact contacts",
        "write how to reach somebody on a page by hand: a role outlives who has it",
    ),
    _of(Strategy, "strategy", "take this line out: `goals`, `swot` and what else there is begin in column 1"),
    _of(
        Metric,
        "value current actual actuals result",
        "what happened stands in actuals.csv, in the folder of the process",
    ),
)
"""What else people try, and where it goes; the first that fits counts."""
