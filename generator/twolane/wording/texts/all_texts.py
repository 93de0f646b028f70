"""All words that pages say themselves, a table a kind of page; ``{…}`` is filled in by whoever uses a text.

The defaults are English. Another language is one more value of ``Texts`` in which every field is said anew.
"""

from __future__ import annotations

from collections.abc import Mapping

from twolane.wording.choices import Choices
from twolane.wording.texts.action_plan_texts import ActionPlanTexts
from twolane.wording.texts.alignment_statement_texts import StatementTexts
from twolane.wording.texts.alignment_texts import AlignmentTexts
from twolane.wording.texts.buyer_journey_texts import BuyerJourneyTexts
from twolane.wording.texts.change_mark_texts import ChangeMarkTexts
from twolane.wording.texts.change_sentence_texts import ChangeSentenceTexts
from twolane.wording.texts.choice_texts import ChoiceTexts
from twolane.wording.texts.compared_versions_texts import ComparedVersionsTexts
from twolane.wording.texts.counted_texts import CountedTexts
from twolane.wording.texts.deal_help_texts import DealHelpTexts
from twolane.wording.texts.diagram_texts import DiagramTexts
from twolane.wording.texts.differentiators_texts import DifferentiatorsTexts
from twolane.wording.texts.format_texts import FormatTexts
from twolane.wording.texts.glossary_texts import GlossaryTexts
from twolane.wording.texts.health_texts import HealthTexts
from twolane.wording.texts.home_texts import HomeTexts
from twolane.wording.texts.in_a_call_texts import InACallTexts
from twolane.wording.texts.kinds_of_change_texts import KindsOfChangeTexts
from twolane.wording.texts.measuring_texts import MeasuringTexts
from twolane.wording.texts.metrics_texts import MetricsTexts
from twolane.wording.texts.moved_texts import MovedTexts
from twolane.wording.texts.navigation_texts import NavigationTexts
from twolane.wording.texts.not_found_texts import NotFoundTexts
from twolane.wording.texts.old_version_texts import OldVersionTexts
from twolane.wording.texts.one_entry_texts import OneEntryTexts
from twolane.wording.texts.poster_texts import PosterTexts
from twolane.wording.texts.preview_texts import PreviewTexts
from twolane.wording.texts.print_texts import PrintTexts
from twolane.wording.texts.process_texts import ProcessTexts
from twolane.wording.texts.raci_texts import RaciTexts
from twolane.wording.texts.role_texts import RoleTexts
from twolane.wording.texts.script_texts import ScriptTexts
from twolane.wording.texts.shell_texts import ShellTexts
from twolane.wording.texts.stage_texts import StageTexts
from twolane.wording.texts.start_texts import StartTexts
from twolane.wording.texts.strategy_texts import StrategyTexts
from twolane.wording.texts.title_facts_texts import TitleFactsTexts
from twolane.wording.texts.two_lines_texts import TwoLinesTexts
from twolane.wording.texts.verdict_texts import VerdictTexts
from twolane.wording.texts.versions_texts import VersionsTexts
from twolane.wording.texts.where_is_my_buyer_texts import WhereIsMyBuyerTexts
from twolane.wording.texts.word_form_texts import WordFormTexts
from twolane.wording.texts.written_texts import WrittenTexts


class Texts(
    WordFormTexts,
    TwoLinesTexts,
    StatementTexts,
    ShellTexts,
    NavigationTexts,
    NotFoundTexts,
    TitleFactsTexts,
    CountedTexts,
    HomeTexts,
    ProcessTexts,
    DiagramTexts,
    BuyerJourneyTexts,
    StageTexts,
    RoleTexts,
    StrategyTexts,
    DifferentiatorsTexts,
    MetricsTexts,
    GlossaryTexts,
    HealthTexts,
    ChoiceTexts,
    PrintTexts,
    ActionPlanTexts,
    PosterTexts,
    StartTexts,
    RaciTexts,
    InACallTexts,
    AlignmentTexts,
    WhereIsMyBuyerTexts,
    VersionsTexts,
    ComparedVersionsTexts,
    ChangeMarkTexts,
    OldVersionTexts,
    PreviewTexts,
    ChangeSentenceTexts,
    OneEntryTexts,
    VerdictTexts,
    KindsOfChangeTexts,
    DealHelpTexts,
    MeasuringTexts,
    FormatTexts,
    MovedTexts,
    WrittenTexts,
):
    """The words of a site in one language.

    ``sentences`` are those that stand where they are meant: what each kind of change says, why a rule is there, what
    a key of the format means. It leads from the English sentence to the same one in this language.
    """

    scripts: ScriptTexts = ScriptTexts()
    sentences: Mapping[str, str] = Choices()


ENGLISH = Texts()
